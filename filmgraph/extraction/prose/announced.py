"""Where a phrase announces a title: "the director of", "known for", "Audiard's", "nach".

The phrases stand in `patterns/prose_titles.txt`. A page is searched for all of them at once: a phrase is
looked for only before a capital, by its last letters, and there are far fewer capitals than words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.patterns import load_lines

# What a title behind an announcing phrase begins with.
_CAPITAL = re.compile(rf"[{UPPER}\dld](?:(?<= [^ld])|(?<= [ld])(?=['’]))")
_GROUPS = ("announces", "weakly announces", "announces abroad", "work")
_OF_MAKER = ("own announces", "own announces abroad")
# Behind these a word goes on: "look-alike of"; "d'après" tells a source and no earlier film.
_JOINS = dict.fromkeys((*_GROUPS, *_OF_MAKER), "_'’") | {"weakly announces": "_-'’"}


class _Phrase(NamedTuple):
    words: str
    length: int
    group: str


_Endings = Mapping[str, tuple[_Phrase, ...]]


def find_announced(plain: str, makers: tuple[str, ...] = ()) -> dict[str, list[int]]:
    """Where titles begin that phrases announce, by the group of the phrase, in reading order.

    `makers` are the surnames of the film's directors, whom some phrases name.

    >>> find_announced("The director of Tabu says that Gomes, after Tabu, rested.", ("Gomes",))
    {'announces': [16], 'weakly announces': [44], 'own announces': [44]}
    """
    found: dict[str, list[int]] = {}
    tables = (_phrases(), _phrases_of(makers)) if makers else (_phrases(),)
    for capital in _CAPITAL.finditer(plain):
        at = capital.start()
        ending = plain[at - 4 : at - 1] if at > 4 else plain[: at - 1 if at else 0]
        for table in tables:
            for words, length, group in table.get(ending, ()) if ending in table else ():
                start = at - 1 - length
                if start < 0 or plain[start : at - 1] != words:
                    continue
                before = plain[start - 1] if start else " "
                if before in " (\u201c" or not (before.isalnum() or before in _JOINS[group]):
                    places = found.setdefault(group, [])
                    if not places or places[-1] != at:
                        places.append(at)
    return found


@lru_cache(maxsize=1)
def _phrases() -> _Endings:
    lines = {**load_lines("prose_titles"), "work": works()}
    return _by_ending(_Phrase(line, len(line), group) for group in _GROUPS for line in lines[group])


@lru_cache(maxsize=1)
def works() -> tuple[str, ...]:
    """What a film of one's own is called before its title: "debut", "ópera prima,"."""
    return tuple(work + mark for work in load_lines("film_ties")["work"] for mark in ("", ","))


@lru_cache(maxsize=64)
def _phrases_of(makers: tuple[str, ...]) -> _Endings:
    """The phrases that name the film's directors: "@'s", "@, after"."""
    lines = load_lines("prose_titles")
    return _by_ending(
        _Phrase(line.replace("@", name), len(line) + len(name) - 1, group)
        for group in _OF_MAKER
        for line in lines[group]
        for name in makers
    )


def _by_ending(phrases: Iterable[_Phrase]) -> _Endings:
    """Phrases by their last three letters."""
    endings: dict[str, tuple[_Phrase, ...]] = {}
    for phrase in phrases:
        ending = phrase.words[-3:]
        endings[ending] = (*endings.get(ending, ()), phrase)
    return endings
