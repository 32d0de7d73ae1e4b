"""Headlines: the film's title inside what the page sets over its text.

"Film Review: 'Amour'", "Amour review – Haneke at his best", "CANNES 2012: Amour"
and "Amour (2012) | Variety" all hold one title and words around it that are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.extraction.text.countries import is_country
from filmgraph.model.document import Span
from filmgraph.model.names import fold

QUOTED = re.compile(
    r"(?=[“‘\"'«„])(?:"
    r"“([^“”\n]{1,90}?),?”|(?<!\w)‘([^‘\n]{1,90}?),?’(?![\w])|(?<!\w)\"([^\"\n]{1,90}?),?\""
    r"|(?<!\w)'([^'\n]{1,90}?),?'(?!\w)|«\s?([^«»\n]{1,90}?)\s?»|„([^„“”\n]{1,90}?)[“”])"
)
_KIND = (
    r"(?:(?:the|a|la|le|die|der|our)\s+)?(?:(?:film|movie|dvd|blu-?ray|festival|first[ -]look|short"
    r"|capsule|tiff"
    r"|cannes|venice|berlin|berlinale|sundance|toronto|locarno)(?:\s+(?:19|20)\d\d)?[\s-]+){0,3}"
)
_REVIEW = (
    rf"{_KIND}(?:reviews?|kritik|filmkritik|critique|crítica|critica|recensione|recensie|recenzja|anmeldelse"
    r"|recension)(?:\s*(?:&|and)\s*film summary)?"
)
# "Kritik zu Paterson", "Recensie PATERSON", "Crítica de 'Paterson'": no mark parts the word from the title.
_REVIEW_OF = re.compile(
    rf"(?i:{_REVIEW})\s+(?P<of>(?i:zu|zum|von|of|de|du|di|van|av|af|do|till|over|del|la)\s+)?(?=[“‘\"'«„*_]*[^\W_a-z])"
)
# "My Review of ‘Mildred Pierce’ (1945)": whose it is stands before it.
_OWN_REVIEW_OF = re.compile(
    rf"(?:[\w’'.]+\s){{1,4}}(?i:{_REVIEW})\s+(?i:of|de|du|von|zu|di|van|av|af)\s+(?=[“‘\"'«„*_]*[^\W_a-z])"
)
# The time that a listing sets before its film, and the letters or signs of its stars.
_TIMED = re.compile(
    r"(?:[◄►▶●•]\s*)?(?:[01]?\d|2[0-4])(?:[.:h]\s?[0-5]\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]m\b)\s+(?:T{1,4}\s+|[★*●]+\s+)?(?=\S)"
)
# What is in each of these words: most headlines hold none.
_REVIEW_STEMS = ("review", "kriti", "criti", "críti", "recens", "recenz", "anmeldelse")
_REVIEW_FIRST = re.compile(rf"{_REVIEW}(?:\s+of)?\s*[:|–—-]\s*(?=\S)", re.I)
_REVIEW_BEHIND = re.compile(rf"\s*[:|–—,-]?\s*(?<!\w){_REVIEW}(?!\w).*$", re.I)
_OCCASION = re.compile(
    r"(?:[^\W\d_][\w.'’]*\s+){1,4}(?:19|20)\d\d\s*:\s*(?=\S)|[^:\n]{2,60}\bpresents?\s*:\s*(?=\S)"
)
_MAKER = re.compile(
    r"(?<!ed)\s+by\s+[^\W\d_a-zß-öø-ÿ][\w'’-]*(?:\s+[^\W\d_a-zß-öø-ÿ][\w.'’-]*){1,3}$"
    r"|,\s+(?:de|by|di|von|van|af|av)\s+[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?:\s+[\w.'’-]+){1,4}$"
    r"|(?i:\s+[–—-]?\s*(?:an?|un|ein|een|una|en)\s+films?\s+(?:by|de|von|van|di|av|af)\s.*$"
    r"|\s*[(\[](?:dir(?:ected by|\.|:)|réal\.|regie|regia|reg\.|reż\.|r:|d:)\s.*$"
    r"|,?\s+(?:directed by|réalisé par|reviewed by|review by)\s.*$|\s+(?:reż|Regie|dir)\.\s.*$)"
)
# "Episode 112 – Paths of Glory", "#12: Rosetta".
_EPISODE = re.compile(
    r"(?:(?:episode|ep\.|folge|épisode|episodio|episódio|puntata|avsnitt|aflevering|odcinek)\s|#)\s?\d+\s*[:|–—-]\s*(?=\S)",
    re.I,
)
_ALIAS = re.compile(r"\s+\(?(?:aka|a\.k\.a\.|also known as|alias)\s+", re.I)
# What ends a headline, and of each the words without which it need not be looked for.
_ENDS = (
    (_REVIEW_BEHIND, _REVIEW_STEMS),
    (_MAKER, ("by", ",", "film", "(", "[", "réalisé", "reż.", "regie.", "dir.")),
    (_ALIAS, ("aka", "a.k.a.", "also", "alias")),
)
# The number of a piece before its title: "#42. Withnail", "7) Rosetta".
_COUNTED = re.compile(r"\d{1,3}[.)]\s+(?=[^\W\d_a-zß-öø-ÿ])")
# Behind a title, its stars: signs of them, or one letter as often as there are stars ("Timbuktu TTT").
_STARS = re.compile(r"\s*(?:[★☆✩⭑⭐]+½?|\*{2,}½?|(?<=\S)\s(?P<star>[TH])(?P=star){1,4})\s*$")
_YEAR = re.compile(r"\s*[(\[](?:[^()\[\]]{0,40}?,?\s*)?((?:18|19|20)\d\d)(?:[^()\[\]]{0,40})[)\]]")
_BEHIND_YEAR = re.compile(
    r"\s*(?:[\[(|–—-].*|(?i:de|by|di|von|door|directed by|dir\.?|un film de|regia di)"
    r" [^\W\d_a-z].*|d['’][^\W\d_a-z].*)$"
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_CERTIFICATE = re.compile(
    r"(?:cert(?:ificate)?\.?\s*)?(?:\d{1,2}A?|U|PG(?:-13)?|R|G|NC-17|X|K-?\d+|FSK\s?\d+)(?:\s?cert(?:ificate)?\.?)?(?:,.*)?$",
    re.I,
)
# "« La Nuit du 12 », de Dominik Moll : un crime"
_BY_BEHIND = re.compile(r",?\s(?:(?:by|de|di|von|van|af|av)\s|d['’])(?=[^\W\d_a-zß-öø-ÿ])")
# "‘The Unknown Girl’ (‘La Fille inconnue’): Cannes Review"
_BESIDE = re.compile(r"\s?\([“‘\"'«]?(?P<other>[^()\d\n]{2,80}?)[”’\"'»]?\)")
_SEPARATORS = (" | ", " – ", " — ", " - ", " : ", ": ")
Patterns = Mapping[str, frozenset[str]]


class Headline(NamedTuple):
    """The title inside a headline, and what stood beside it there.

    `bracket` may be another title. `reviewed` is 2 where a review's word stood
    before or behind the title, parted by a mark, 1 where only a blank parts them;
    `quoted` says that it stood in quotation marks, `dated` that a year in
    brackets followed, `made` that its maker did.
    """

    span: Span
    bracket: Span | None = None
    reviewed: int = 0
    quoted: bool = False
    dated: bool = False
    made: bool = False


def clean_headline(text: str, span: Span) -> Headline:
    """The title inside a headline."""
    patterns = load_patterns("titles")
    span = _strip(text, span)
    quoted = QUOTED.match(text, span.start, span.end)
    if quoted and _ends_well(text, quoted.end(), span.end, patterns):
        other = _BESIDE.match(text, quoted.end(), span.end)
        bracket = Span(*other.span("other")) if other else None
        reviewed = 2 * _names_review(text[quoted.end() : span.end])
        made = _BY_BEHIND.match(text, quoted.end(), span.end) is not None
        return Headline(_inner(quoted), bracket, reviewed, quoted=True, made=made)
    span, reviewed = _without_front(text, span, patterns)
    quoted = QUOTED.match(text, span.start, span.end)
    if quoted and (quoted.end() >= span.end - 1 or text[quoted.end()] in ":,–— "):
        return Headline(_inner(quoted), reviewed=reviewed, quoted=True)
    end = span.end
    span, behind, made = _without_end(text, span, patterns)
    reviewed = max(reviewed, behind)
    span, bracket = _without_brackets(text, span, patterns)
    dated = span.end < end and _YEAR.match(text, span.end, end) is not None
    return Headline(span, bracket, reviewed, False, dated, made)


def _strip(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start] in "=-*#_~>|" or text[start].isspace()):
        start += 1
    stars = _STARS.search(text, start, end)
    if stars and stars.end() == end and stars.start() > start:
        end = stars.start()
    if text.endswith("!!", start, end):
        end = start + len(text[start:end].rstrip("!"))
    while end > start and (text[end - 1] in "=-*#_~<|:–—,;" or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _inner(quoted: re.Match[str]) -> Span:
    group = quoted.lastindex or 1
    return Span(quoted.start(group), quoted.end(group))


def _ends_well(text: str, start: int, end: int, patterns: Patterns) -> bool:
    """Whether nothing but a rubric follows a quoted title: "‘Carol’: Cannes Review"."""
    return start >= end - 1 or bool(set(fold(text[start:end]).split()[:3]) & patterns["rubric_word"])


def _without_front(text: str, span: Span, patterns: Patterns) -> tuple[Span, int]:
    """The headline behind "Film Review:", "CANNES 2012:", "DVD of the Week:", "20.50"."""
    reviewed = 0
    for _ in range(3):
        episode = _EPISODE.match(text, span.start, span.end) if text[span.start] in "#EeÉéFfPpAaOo" else None
        if episode:
            span = _strip(text, Span(episode.end(), span.end))
            continue
        counted = _COUNTED.match(text, span.start, span.end) if text[span.start].isdigit() else None
        if counted:
            span = _strip(text, Span(counted.end(), span.end))
            continue
        timed = _TIMED.match(text, span.start, span.end) if text[span.start] in "012◄►▶●•3456789" else None
        if timed:
            span = _strip(text, Span(timed.end(), span.end))
            continue
        words = span.of(text)
        review = _REVIEW_FIRST.match(text, span.start, span.end) if _names_review(words) else None
        front = review or (_OCCASION.match(text, span.start, span.end) if ":" in words else None)
        if front is None:
            head, mark, _rest = words.partition(":")
            if not mark or not _is_front(head, patterns):
                break
            span = _strip(text, Span(span.start + len(head) + 1, span.end))
            reviewed = max(reviewed, 1)
        else:
            span = _strip(text, Span(front.end(), span.end))
            reviewed = 2 if review else reviewed
    if _names_review(span.of(text)) and (own := _OWN_REVIEW_OF.match(text, span.start, span.end)):
        return _strip(text, Span(own.end(), span.end)), 2
    of = _REVIEW_OF.match(text, span.start, span.end) if _names_review(span.of(text)) else None
    if of and _REVIEW_BEHIND.match(text, of.end(), span.end) is None:
        return _strip(text, Span(of.end(), span.end)), max(reviewed, 2 if of["of"] else 1)
    return span, reviewed


def _names_review(words: str) -> bool:
    lower = words.lower()
    return any(map(lower.__contains__, _REVIEW_STEMS))


def _is_front(head: str, patterns: Patterns) -> bool:
    """Whether words before a colon are a rubric: "DVD of the week", "Cannes review"; not "X review"."""
    folded = fold(head)
    if "," in head or not folded:
        return False
    if folded in patterns["rubric"]:
        return True
    if not any(folded.endswith(e) for e in patterns["rubric_end"]):
        return False
    words = folded.split()
    known = load_union("titles", "rubric_word", "rubric", "rubric_small")
    return words[-1] not in patterns["review_word"] or all(w in known or w.isdigit() for w in words)


def _without_end(text: str, span: Span, patterns: Patterns) -> tuple[Span, int, bool]:
    """The headline before "– review", "| Variety", ", by Michael Haneke", "aka …"."""
    reviewed, made = 0, False
    lower = span.of(text).lower()
    for pattern, signs in _ENDS:
        if not any(map(lower.__contains__, signs)):
            continue
        behind = pattern.search(text, span.start, span.end)
        if behind and behind.start() > span.start:
            reviewed = 2 if pattern is _REVIEW_BEHIND else reviewed
            made = made or pattern is _MAKER
            span = _strip(text, Span(span.start, behind.start()))
    for _ in range(3):
        for mark in _SEPARATORS:
            cut = text.rfind(mark, span.start, span.end)
            if cut > span.start and _is_rubric(text[cut + len(mark) : span.end], patterns):
                span = _strip(text, Span(span.start, cut))
                break
        else:
            break
    words = span.of(text).split()
    if len(words) > 1 and fold(words[-1]) in patterns["suffix"]:
        span = _strip(text, Span(span.start, span.end - len(words[-1])))
    return span, reviewed, made


def _is_rubric(words: str, patterns: Patterns) -> bool:
    folded = fold(words)
    return folded in patterns["rubric"] or any(w in patterns["rubric_word"] for w in folded.split())


def _without_brackets(text: str, span: Span, patterns: Patterns) -> tuple[Span, Span | None]:
    """The title without "(2012)" and "(12A)"; another bracket is returned beside it."""
    bracket: Span | None = None
    if text.find(")", span.start, span.end) < 0 and text.find("]", span.start, span.end) < 0:
        return span, None
    for _ in range(3):
        year = _YEAR.search(text, span.start, span.end)
        ends = year and (year.end() >= span.end - 1 or _BEHIND_YEAR.match(text, year.end(), span.end))
        if year and ends and year.start() > span.start:
            span = Span(span.start, year.start())
            continue
        inner = _BRACKET.search(span.of(text))
        if inner and inner.start() > 0:
            content = Span(span.start + inner.start(1), span.start + inner.end(1))
            words = content.of(text)
            if fold(words) not in patterns["bracket_noise"] and not is_no_title(words):
                bracket = content
            span = Span(span.start, span.start + inner.start())
    return span, bracket


def is_no_title(words: str) -> bool:
    """ "(M-G-M)", "(Romania)", "(12A, 127 mins)" beside a title: a studio, a country, a certificate."""
    studio = len(words) < 8 and words.isupper() and bool(re.search(r"[-.&]", words))
    return (
        is_country(words) or studio or bool(_CERTIFICATE.match(words)) or bool(re.search(r"\d\s?min", words))
    )
