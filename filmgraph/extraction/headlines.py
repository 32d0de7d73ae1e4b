"""Headlines: the film's title inside what the page sets over its text.

"Film Review: 'Amour'", "Amour review – Haneke at his best", "CANNES 2012: Amour"
and "Amour (2012) | Variety" all hold one title and words around it that are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from filmgraph.extraction.countries import is_country
from filmgraph.extraction.patterns import load_patterns
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
    r"|cannes|venice|berlin|berlinale|sundance|toronto|locarno)(?:\s+(?:19|20)\d\d)?\s+){0,3}"
)
_REVIEW = (
    rf"{_KIND}(?:reviews?|kritik|filmkritik|critique|crítica|critica|recensione|recensie|recenzja|anmeldelse"
    r"|recension)(?:\s*(?:&|and)\s*film summary)?"
)
# What is in each of these words: most headlines hold none.
_REVIEW_STEMS = ("review", "kriti", "criti", "críti", "recens", "recenz", "anmeldelse")
_REVIEW_FIRST = re.compile(rf"{_REVIEW}(?:\s+of)?\s*[:|–—-]\s*(?=\S)", re.I)
_REVIEW_BEHIND = re.compile(rf"\s*[:|–—,-]?\s*(?<!\w){_REVIEW}(?!\w).*$", re.I)
_OCCASION = re.compile(
    r"(?:[^\W\d_][\w.'’]*\s+){1,4}(?:19|20)\d\d\s*:\s*(?=\S)|[^:\n]{2,60}\bpresents?\s*:\s*(?=\S)"
)
_MAKER = re.compile(
    r",\s+(?:de|by|di|von|van|af|av)\s+[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?:\s+[\w.'’-]+){1,4}$"
    r"|(?i:\s+[–—-]?\s*(?:an?|un|ein|een|una|en)\s+films?\s+(?:by|de|von|van|di|av|af)\s.*$"
    r"|,?\s+(?:directed by|réalisé par|reviewed by|review by)\s.*$|\s+(?:reż|Regie|dir)\.\s.*$)"
)
_ALIAS = re.compile(r"\s+\(?(?:aka|a\.k\.a\.|also known as|alias)\s+", re.I)
_STARS = re.compile(r"\s*(?:[★☆✩⭑⭐]+½?|\*{2,}½?)\s*$")
_YEAR = re.compile(r"\s*[(\[](?:[^()\[\]]{0,40}?,?\s*)?((?:18|19|20)\d\d)(?:[^()\[\]]{0,40})[)\]]")
_BEHIND_YEAR = re.compile(
    r"\s*(?:[\[(|–—-].*|(?i:de|by|di|von|door|directed by|dir\.?|un film de|regia di)"
    r" [^\W\d_a-z].*|d['’][^\W\d_a-z].*)$"
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_CERTIFICATE = re.compile(
    r"(?:cert(?:ificate)?\.?\s*)?(?:\d{1,2}A?|U|PG(?:-13)?|R|G|NC-17|X|K-?\d+|FSK\s?\d+)(?:,.*)?$", re.I
)
_SEPARATORS = (" | ", " – ", " — ", " - ", " : ", ": ")
Patterns = Mapping[str, frozenset[str]]


def clean_headline(text: str, span: Span) -> tuple[Span, Span | None]:
    """The title inside a headline, and the bracket behind it where that may be another title."""
    patterns = load_patterns("titles")
    span = _strip(text, span)
    quoted = QUOTED.match(text, span.start, span.end)
    if quoted and _ends_well(text, quoted.end(), span.end, patterns):
        return _inner(quoted), None
    span = _without_front(text, span, patterns)
    quoted = QUOTED.match(text, span.start, span.end)
    if quoted and (quoted.end() >= span.end - 1 or text[quoted.end()] in ":,–— "):
        return _inner(quoted), None
    span = _without_end(text, span, patterns)
    return _without_brackets(text, span, patterns)


def _strip(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start] in "=-*#_~>|" or text[start].isspace()):
        start += 1
    stars = _STARS.search(text, start, end)
    if stars and stars.end() == end and stars.start() > start:
        end = stars.start()
    while end > start and (text[end - 1] in "=-*#_~<|:–—,;" or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _inner(quoted: re.Match[str]) -> Span:
    group = quoted.lastindex or 1
    return Span(quoted.start(group), quoted.end(group))


def _ends_well(text: str, start: int, end: int, patterns: Patterns) -> bool:
    """Whether nothing but a rubric follows a quoted title: "‘Carol’: Cannes Review"."""
    return start >= end - 1 or bool(set(fold(text[start:end]).split()[:3]) & patterns["rubric_word"])


def _without_front(text: str, span: Span, patterns: Patterns) -> Span:
    """The headline behind "Film Review:", "CANNES 2012:", "DVD of the Week:"."""
    for _ in range(3):
        front = _REVIEW_FIRST.match(text, span.start, span.end) or _OCCASION.match(text, span.start, span.end)
        if front is None:
            head, mark, _rest = span.of(text).partition(":")
            if not mark or "," in head or not _is_rubric_head(fold(head), patterns):
                return span
            span = _strip(text, Span(span.start + len(head) + 1, span.end))
        else:
            span = _strip(text, Span(front.end(), span.end))
    return span


def _is_rubric_head(folded: str, patterns: Patterns) -> bool:
    return folded in patterns["rubric"] or any(folded.endswith(end) for end in patterns["rubric_end"])


def _without_end(text: str, span: Span, patterns: Patterns) -> Span:
    """The headline before "– review", "| Variety", ", by Michael Haneke", "aka …"."""
    lower = span.of(text).lower()
    reviewed = any(map(lower.__contains__, _REVIEW_STEMS))
    for pattern in (_REVIEW_BEHIND, _MAKER, _ALIAS) if reviewed else (_MAKER, _ALIAS):
        behind = pattern.search(text, span.start, span.end)
        if behind and behind.start() > span.start:
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
    return span


def _is_rubric(words: str, patterns: Patterns) -> bool:
    folded = fold(words)
    return folded in patterns["rubric"] or any(w in patterns["rubric_word"] for w in folded.split())


def _without_brackets(text: str, span: Span, patterns: Patterns) -> tuple[Span, Span | None]:
    """The title without "(2012)" and "(12A)"; another bracket is returned beside it."""
    bracket: Span | None = None
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
