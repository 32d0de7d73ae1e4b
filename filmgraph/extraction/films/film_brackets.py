"""Titles that a bracket makes films: "Ossos (1997)", "The Cave (Bruce Hunt, 2005)", "Utu (dir. G. Murphy)".

The bracket is told by what it holds: a year, a word for "directed by", a name and a
year. How far the title in front reaches is told by its letters: English titles have
capitals on their words, Romance and Germanic ones often only on the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.names.mentions import UPPER, looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.text.countries import is_single_country
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]\n]{2,120})[)\]]")
_YEAR = re.compile(r"(?<![\d.-])(?:18[89]|19\d|20[0-4])\d(?![\d-])")
_FIGURE = re.compile(r"\d")
_PARTS = re.compile(r"[^,;/]+")
_SHORT_YEARS = re.compile(r"\((?:['’])?\d\d\)")
_LINKS = load_patterns("film_lists")["small"] | frozenset("&+")
# Behind these a place or a person was named, and the word for "for" or "with" begins something new.
_PLACED = frozenset("to from into nach à para naar till til".split())
_MOVING = frozenset("for to from at by with in on pour per para für mit voor met för med".split())
_WORD = re.compile(r"[^ ]+")
_HARD = re.compile(
    r"[|•·►◄■;\n\t“”„\"«»()\[\]]|(?<=[^\W\d_]{2})[.!?…] |(?<=\d{4})\. |\.\.\. (?=[^\W\d_a-zà-ÿ])|(?<=\w): "
    r"| [–—-] |(?:^|\s)[»>] | {2,}"
)
_QUOTED = re.compile(r"[“\"„«»‘'*_]\s?(?P<title>[^“”\"„«»*_\n]{1,90}?)\s?[”\"“»«’'*_]{1,2}$")


_BY_AUTHOR = re.compile(rf" by [{UPPER}][\w.'’-]* [{UPPER}]")  # a book: "Detour by Martin M. Goldsmith"
_GENRE_OF = re.compile(rf" (?:(?:de|di|von|van|by|av|af) |d['’])[{UPPER}][\w'’-]+ [{UPPER}][\w'’-]+$")
_OF_PERSON = re.compile(rf"[dD]['’][{UPPER}]\w+ [{UPPER}]")


class Bracketed(NamedTuple):
    """A title with its bracket: `director` where the bracket names one."""

    title: Span
    director: Span | None
    bracket: Span


def find_bracketed(
    flat: str, start: int = 0, end: int | None = None, *, listed: bool = False
) -> Iterator[Bracketed]:
    """The titles in a stretch of text that have a film's bracket behind.

    `flat` is text whose broken lines are joined. `listed` says that films are listed here: then a bare
    name in the bracket is the director's.

    >>> t = "He went from Brick Lane (2007) to Cavalo Dinheiro (Pedro Costa, 2014)."
    >>> [(b.title.of(t), b.director and b.director.of(t)) for b in find_bracketed(t)]
    [('Brick Lane', None), ('Cavalo Dinheiro', 'Pedro Costa')]
    """
    end = len(flat) if end is None else end
    for match in _BRACKET.finditer(flat, start, end):
        inside = Span(*match.span("inside"))
        told = _read_inside(flat, inside, listed=listed)
        if told is None and len(match["inside"]) < 4 and _is_short_year(flat, match, end):
            told = True, None
        if told is None:
            continue
        whole = _whole_film(flat, inside)
        if whole:
            yield Bracketed(*whole, Span(*match.span()))
            continue
        director = told[1]
        opens = match.start() - flat.endswith(" ", start, match.start())
        title = title_before(flat, opens, start, item=_ends_item(flat, match.end(), end))
        if title and not _is_no_title(flat, title) and not _is_told(flat, title):
            yield Bracketed(title, director, Span(opens, match.end()))


def _whole_film(flat: str, inside: Span) -> tuple[Span, Span | None] | None:
    """The title and the director that stand in a bracket with a year: "(Diabolo, Jeremy Kern, 1996)".

    What stands before such a bracket is no title: "who won with Grass (»Die Blechtrommel«, 1979)".
    """
    text = inside.of(flat)
    parts = list(_PARTS.finditer(text)) if "," in text and _YEAR.search(text) else []
    quoted = _QUOTED.fullmatch(parts[0].group().strip()) if 1 < len(parts) < 4 else None
    if not parts or len(parts) > 3 or not (quoted or len(parts) == 3):
        return None
    if not _YEAR.fullmatch(parts[-1].group().strip()):
        return None
    words = quoted["title"] if quoted else parts[0].group().strip()
    who = parts[1].group().strip() if len(parts) == 3 else ""
    if not quoted and (not words[:1].isupper() or is_name(words) or is_single_country(words)):
        return None
    if who and not (is_name(who) or (quoted and _is_surname(who))):
        return None
    start = inside.start + text.index(words)
    at = inside.start + parts[1].start() + parts[1].group().index(who) if who else 0
    title = Span(start, start + len(words))
    return title, Span(at, at + len(who)) if who else None


def opening_bracketed(flat: str, start: int, end: int) -> Bracketed | None:
    """The title that begins a stretch of a list, up to its film's bracket; None where no bracket is one.

    >>> t = "Oslo, 31. august (Joachim Trier), fritt etter Drieu la Rochelle"
    >>> [span.of(t) for span in opening_bracketed(t, 0, len(t))[:2]]
    ['Oslo, 31. august', 'Joachim Trier']
    """
    match = _BRACKET.search(flat, start, end)
    told = _read_inside(flat, Span(*match.span("inside")), listed=True) if match else None
    if match is None or told is None:
        return None
    words = flat[start : match.start()].rstrip(" ,")
    title = Span(start, start + len(words))
    if not words or _is_no_title(flat, title) or _ends_in_capitals(words):
        return None
    return Bracketed(title, told[1], Span(*match.span()))


_TOLD_BY = re.compile(r"\b(?:by|de|von|di|van|av|af|par|por) $")


def _is_told(flat: str, title: Span) -> bool:
    """Whether an author stands before a bracket: "the novel by Ann Lee (New York, 1947)"."""
    return bool(_TOLD_BY.search(flat[max(0, title.start - 6) : title.start])) and is_name(title.of(flat))


def is_english_sentence(words: str) -> bool:
    """Whether words before a bracket are a sentence's: English sets no title in small letters.

    >>> is_english_sentence("The less said about the remake"), is_english_sentence("The Lady Vanishes")
    (True, False)
    """
    parts = words.split()
    return len(parts) > 2 and parts[0] == "The" and parts[1].islower() and parts[-1].islower()


def _ends_in_capitals(words: str) -> bool:
    """Whether a title in capitals stands at the end of other words: "friends of it should see WESTEN"."""
    parts = words.split()
    return len(parts) > 2 and len(parts[-1]) > 2 and parts[-1].isupper() and sum(map(str.islower, parts)) > 1


def _is_short_year(flat: str, match: re.Match[str], end: int) -> bool:
    """Whether "(95)" is a year: others stand beside it, as in a list of somebody's films."""
    stop = flat.find("\n", match.end(), end)
    start = flat.rfind("\n", 0, match.start()) + 1
    short = _SHORT_YEARS.fullmatch(match.group().strip())
    return bool(short) and len(_SHORT_YEARS.findall(flat, start, stop if stop >= 0 else end)) > 2


def _ends_item(flat: str, at: int, end: int) -> bool:
    """Whether what ends at `at` ends its line or its item of a list."""
    return at >= end or flat[at] in "\n|;•·►" or flat[at : at + 2] in ("  ", " |", " /", " •", " ·")


def _read_inside(flat: str, inside: Span, *, listed: bool) -> tuple[bool, Span | None] | None:
    """Whether a bracket is dated, and its director; None where it is no film's."""
    text, directed = inside.of(flat), _directed()
    if (
        not listed
        and not _FIGURE.search(text)
        and not any(map(directed.match, map(str.strip, _PARTS.findall(text))))
    ):
        return None  # what nearly all brackets of a review come to: "Ali (Matthias Schoenaerts)"
    dated, sure, director, strange = False, False, None, 0
    for part in _PARTS.finditer(text):
        words = part.group().strip()
        at = inside.start + part.start() + part.group().index(words) if words else 0
        marked = directed.match(words)
        if _YEAR.fullmatch(words):
            dated = True
        elif marked:
            director = director or Span(at + marked.end(), at + len(words))
            sure = True
        elif is_single_country(words) or not words:
            continue
        elif _YEAR.search(words) and len(words.split()) <= 3:
            dated = True
        elif director is None and not strange and (is_name(words) or _is_surname(words)):
            director = Span(at, at + len(words))
        elif director and " " not in director.of(flat) and is_name(words):
            director = Span(at, at + len(words))  # "Mandarinen (Tangerines, Ann Lee)"
        else:
            strange += 1
    if not (dated or sure or (listed and director)):
        return None
    return None if dated and director is None and strange > 1 else (dated, director)


def _is_surname(words: str) -> bool:
    """Whether a lone word in a film's bracket may be the director's surname: "(Miller, 1983)"."""
    if len(words) < 4 or not words.isalpha() or not words[0].isupper() or not words[1:].islower():
        return False
    lists, folded = load_patterns("film_lists"), fold(words)
    nationality = load_patterns("prose_words")["nationality"]
    return not any(folded in group for group in (lists["no_surname"], lists["month"], nationality)) and (
        folded not in lists["no_film"]
    )


def is_name(words: str) -> bool:
    """Whether words are one person's name of two words or more."""
    return " " in words and ":" not in words and looks_like_person(words) and not looks_like_company(words)


@lru_cache(maxsize=1)
def _directed() -> re.Pattern[str]:
    """The words in a bracket behind which the director stands."""
    lines = load_lines("film_lists")
    words, letters = (
        "|".join(re.escape(w) for w in sorted(lines[group], key=len, reverse=True))
        for group in ("directed", "letters")
    )
    return re.compile(rf"(?i:(?:{words})(?:(?<=\.)|:|\s)|(?:{letters}):)\s*(?=(?:de |van |von )?[{UPPER}])")


def title_before(flat: str, end: int, floor: int = 0, *, item: bool = False) -> Span | None:
    """The title that ends at `end`: what is quoted there, or as many words as can belong to it.

    `item` says that what it belongs to ends behind it: then words at a line's start belong to it, too.
    """
    window = Span(max(floor, end - 100), end)
    chunk = window.of(flat)
    quoted = _QUOTED.search(chunk)
    if quoted:
        return Span(window.start + quoted.start("title"), window.start + quoted.end("title"))
    if chunk.endswith(")") and chunk.rfind("(") > 1:  # "Qaggiq (Gathering Place) (89)"
        title = title_before(flat, window.start + chunk.rfind("(") - 1, floor, item=item)
        return Span(title.start, end) if title else None
    hard = [m.end() for m in _HARD.finditer(chunk)]
    first = hard[-1] if hard else 0
    words = [Span(window.start + m.start(), window.start + m.end()) for m in _WORD.finditer(chunk, first)]
    begins = bool(hard) or window.start == 0 or window.start == floor
    cut = _leftmost(flat, words, whole=begins, item=item and begins)
    if cut is None:
        return None
    last = words[-1].end
    while flat[last - 1] in ",*_":
        last -= 1
    begin = words[cut].start
    while begin < last and flat[begin] in "*_‘'":
        begin += 1
    return Span(begin, last) if begin < last else None


def _leftmost(flat: str, words: list[Span], *, whole: bool, item: bool) -> int | None:
    """The index of the title's first word, walking from its last to the left."""
    found: int | None = None
    small = 0
    for i in range(len(words) - 1, -1, -1):
        word = words[i].of(flat)
        bare = word.strip(",'’‘*_!?.…")
        ends = word.endswith(",") and i < len(words) - 1
        capital = bare[:1].isupper() or bare[:1].isdigit()
        if ends and found is not None and flat[words[i + 1].start].isupper():
            break  # "After X, Y (1990)": a list
        if capital and small and found is not None and _is_shout(bare, words[found].of(flat)):
            break  # "VERDICT on Capernaum"
        if capital:
            found, small = i, 0
        elif (
            bare.lower() in _LINKS
            or (found is None and small < 5)
            or "’" in bare
            or "'" in bare
            or bare in "&+–-"
        ):
            small += 1
            if found is not None and bare.lower() in _MOVING and i > 2 and _is_placed(flat, words, i):
                break
            if small > (2 if found is not None else 6):
                break
        else:
            break
    if found is None:
        return None
    if found == 0 and len(words) > 2 and fold(f"{words[0].of(flat)} {words[1].of(flat)}") == "as in":
        found = 2
    for i in range(found + 1, min(found + 3, len(words) - 1)):  # "Recuerda a La teta asustada"
        if fold(words[i].of(flat)) in _ARTICLES and words[i].of(flat)[0].isupper() and not item:
            found = i
    if found == 0 and not item:
        found = _past_openers(flat, words, found)
    trailing = sum(1 for w in words[found:] if w.of(flat)[:1].islower() and w.of(flat).lower() not in _LINKS)
    if trailing > 1 and not whole:
        return None
    return found if found is not None and len(words) - found <= 10 else None


def _is_shout(word: str, behind: str) -> bool:
    """Whether a word is set in capitals and the one behind it is not."""
    return len(word) > 2 and word.isupper() and not behind.isupper()


def _is_placed(flat: str, words: list[Span], i: int) -> bool:
    """Whether what stands before a word such as "for" is a place gone to: "to Cape Verde for"."""
    k = i - 1
    while k >= 0 and flat[words[k].start].isupper():
        k -= 1
    return k >= 0 and words[k].of(flat).lower() in _PLACED


def _past_openers(flat: str, words: list[Span], found: int) -> int:
    """Past words such as "In" or "Dopo" that only begin the sentence, or a sentence's own words."""
    skip = load_patterns("names")["not_first"] - _ARTICLES
    while found < len(words) - 1 and fold(words[found].of(flat)) in skip:
        found += 1
        while found < len(words) - 1 and words[found].of(flat)[:1].islower():
            found += 1
    return found


_ARTICLES = frozenset(
    "i o os as the a an la le les el il lo der die das un une una los las gli het de een".split()
)


def _is_no_title(flat: str, title: Span) -> bool:
    """Whether the words before a bracket are a festival, a month, a company or a number."""
    words = title.of(flat)
    folded = fold(words).split()
    if not folded or words.islower() or " ".join(folded) in load_patterns("names")["known_company"]:
        return True
    if all(w.isdecimal() for w in folded) and (len(folded[0]) < 4 or _YEAR.fullmatch(words)):
        return True
    if is_single_country(words):
        return True
    lists = load_patterns("film_lists")
    if len(folded) < 3 and not lists["month"].isdisjoint(folded):
        return True
    if _BY_AUTHOR.search(words) or _OF_PERSON.match(words):
        return True
    if folded[0] in lists["no_surname"] and _GENRE_OF.search(words):
        return True  # "Drame de Jacques Moreau (France, 2014)": the film's own data
    return not lists["no_film"].isdisjoint(folded) or has_company_word(words)


def has_company_word(words: str) -> bool:
    """Whether one of several words is a company's: "NFM Distributie", but not "The Rider"."""
    folded = fold(words).split()
    return len(folded) > 1 and not load_patterns("names")["company"].isdisjoint(folded)
