"""The words of a list that name a film's director: "(dir. X)", "– Regie: X", "de X", "X's “T”".

In lists a bare "by" or a name right behind the title is enough, which in sentences would not be.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.films.film_brackets import Bracketed, find_bracketed
from filmgraph.extraction.names.mentions import UPPER, is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_PART = rf"(?:(?:[{UPPER}]\.)+|[{UPPER}][\w'’-]*)"
NAME_WORDS = rf"{_PART}(?: (?:(?:de|van|von|der|la|le|da|di|dos|del) )?{_PART}){{0,3}}"
_NAMES = rf"(?P<who>{NAME_WORDS}(?:(?:, | and | et | und | y | e | & ){NAME_WORDS}){{0,2}})"
_OWNER_BEFORE = re.compile(rf"(?P<who>{NAME_WORDS})['’]s? $")


def choice_of(group: str) -> str:
    """The words of a group of the pattern file as a choice, the longest first."""
    words = (re.escape(w) for w in sorted(load_lines("film_lists")[group], key=len, reverse=True))
    return "|".join(words)


def tied_name(text: str, start: int, end: int) -> Span | None:
    """The director that stands right behind a title: "(dir. X)", "– Regie: X"."""
    match = _tied().match(text, start, end)
    return Span(*match.span("who")) if match else None


def tied_line(text: str, line: Span) -> Span | None:
    """The director that a line of its own names: "Director: X", "dir. X", "de X"."""
    match = _tied().match(text, line.start, line.end) or _by_line().match(text, line.start, line.end)
    return Span(*match.span("who")) if match else None


@lru_cache(maxsize=1)
def _by_line() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:{choice_of('by')}) |d['’]){_NAMES}\s*\Z")


@lru_cache(maxsize=1)
def _tied() -> re.Pattern[str]:
    """A director behind a title: "dir. X", "– director X", "(R: X", "R+B: X"."""
    return re.compile(
        rf"[\s,.]*(?:[–—/-]\s*)?\(?(?:[a-zà-ÿ-]+ ){{0,2}}?\b(?i:(?:{choice_of('directed')})\s*:?\s+"
        rf"|(?:{choice_of('letters')}):\s*){_NAMES}(?![\w:])"
    )


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    """The same where only "by", "de", "von" says it."""
    return re.compile(
        rf",?[ \t](?:(?:{choice_of('by')}) |d['’]){_NAMES}"
        r"(?=\s*(?:[,;:|/(\[»>.–—-]|$| (?:con|avec|mit|with|met) ))"
    )


@lru_cache(maxsize=1)
def _owned_film() -> re.Pattern[str]:
    """What says whose film a quoted title is: "“T” (Fox), John Ford's picture of the novel"."""
    work = "|".join(map(re.escape, sorted(load_lines("film_ties")["work"], key=len, reverse=True)))
    return re.compile(
        rf"(?: ?\([^()\n]*\))?,? (?P<who>{NAME_WORDS})['’]s? (?:[\w-]+ ){{0,2}}(?:{work})(?!\w)"
    )


def name_behind(flat: str, one: Bracketed, item: Span) -> Span | None:
    """The name behind a dated title that ends its item: "Roma (2018) Alfonso Cuarón"."""
    tail = Span(one.bracket.end, item.end)
    words = tail.of(flat).strip(" ,.–—-:")
    tied = _tied().match(flat, tail.start, tail.end) or _by().match(flat, tail.start, tail.end)
    if tied:
        return Span(*tied.span("who"))
    if looks_like_person(words) and " " in words:
        start = tail.start + tail.of(flat).index(words)
        return Span(start, start + len(words))
    return None


def tie_of_quoted(flat: str, title: re.Match[str], item: Span, *, news: bool) -> Span | None:
    """The director that an item gives to a quoted title: before it, in a bracket, behind it."""
    tied = _tied().search(flat, title.end(), item.end)
    owner = None if tied else _OWNER_BEFORE.search(flat, item.start, title.start())
    if owner:
        who = owner["who"]
        if fold(who.split()[0]) in load_patterns("film_lists")["headline"]:  # "Why Anna Holm's “T” won"
            who = who.partition(" ")[2]
        return Span(owner.end("who") - len(who), owner.end("who")) if who else None
    if tied is None and not news:
        tied = _by().match(flat, title.end(), item.end) or _owned_film().match(flat, title.end(), item.end)
    if tied:
        return Span(*tied.span("who"))
    bracketed = find_bracketed(flat, title.start(), item.end, listed=True)
    return next((b.director for b in bracketed if b.bracket.start <= title.end() + 1), None)


def first_tie(flat: str, start: int, end: int, *, by: bool) -> re.Match[str] | None:
    """The first place where a word ties a name to the title before it."""
    loose = None
    for blank in re.finditer(r"[ ,.\t]", flat[start:end]):
        at = start + blank.start()
        if at > start + 1:
            match = _tied().match(flat, at, end)
            if match is None and by and (loose is None or flat[at] == ","):
                match = _by().match(flat, at, end)
                if match and flat[at] != "," and " " not in match["who"]:
                    # "Tropa de Elite, de José Padilha"; "Drive My Car di Hamaguchi", but "Cidade de Deus"
                    capitals = len(re.findall(rf"[{UPPER}]\w", flat[start:at])) > 1
                    loose, match = loose or (match if capitals else None), None
            if match:
                return match
    return loose


def glued_name(flat: str, title: Span) -> Span | None:
    """A director's name right behind a title on one line: "Moolaadé Ousmane Sembène"."""
    words = [
        Span(title.start + m.start(), title.start + m.end()) for m in re.finditer(r"\S+", title.of(flat))
    ]
    for k in (2, 3):
        if len(words) > k and flat[words[-k - 1].start].islower():
            continue  # "The Lost Honor of Katharina Blum"
        if len(words) > k:
            name = Span(words[-k].start, words[-1].end)
            middle = words[-2].of(flat)
            sure = k == 2 or middle.endswith(".") or middle.islower() or is_given_name(middle)
            if sure and is_given_name(words[-k].of(flat)) and looks_like_person(name.of(flat)):
                return name
    return None
