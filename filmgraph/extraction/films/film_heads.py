"""Heads of lists of films: "See also:", "Next week", "Filmography", "Du même réalisateur".

The words stand in `patterns/film_lists.txt`; `film_lists.py` reads what is listed behind or under a head.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.patterns import load_lines

ANNOUNCED = ("Followed by", "Next")


@lru_cache(maxsize=1)
def kinds_of_heads() -> dict[str, str]:
    """What each head lists: "films", films of our director ("own"), or "news" with films in them."""
    groups = {"news_head": "news", "head": "films", "own_head": "own"}
    return {w.lower(): kind for group, kind in groups.items() for w in load_lines("film_lists")[group]}


def may_begin_head(words: str) -> bool:
    """Whether words at the beginning of a line may be those of a head: nearly no line's are.

    >>> may_begin_head("Filmography: Ossos"), may_begin_head("Fifty years on")
    (True, False)
    """
    heads = _first_words().get(words[:2].lower())
    return heads is not None and words.lower().startswith(heads)


@lru_cache(maxsize=1)
def _first_words() -> dict[str, tuple[str, ...]]:
    """The heads by their first two letters."""
    found: dict[str, tuple[str, ...]] = {}
    lines = load_lines("film_lists")
    months = (f"{word} {month}" for word in ("in", "im", "en", "em") for month in lines["month"])
    for head in (*kinds_of_heads(), *lines["more"], *months):
        found[head[:2]] = (*found.get(head[:2], ()), head)
    return found


def kind_of_head(head: str) -> str:
    """What a printed head lists; one that is put together of "more" and "films" lists films."""
    return kinds_of_heads().get(head.lower(), "films")


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """The last words of the heads."""
    heads = (*kinds_of_heads(), *load_lines("film_lists")["more of"])
    return frozenset(head.rpartition(" ")[2] for head in heads)


@lru_cache(maxsize=1)
def _heads() -> str:
    """The heads, and what is put together of "more" and "films": "Andre filmer nå", "Más críticas"."""
    lines = load_lines("film_lists")
    words = "|".join(re.escape(w) for w in sorted(kinds_of_heads(), key=len, reverse=True))
    more, films = ("|".join(map(re.escape, lines[group])) for group in ("more", "more of"))
    months = rf"(?:in|im|en|em) (?:{'|'.join(map(re.escape, lines['month']))})"
    composed = rf"(?:{more}) (?:[^\W\d_]+ ){{0,3}}(?:{films})(?!\w)(?: [^\W\d_]+){{0,2}}"
    return rf"{composed}(?=\s*[:|\n]|\s\s|$)|{words}|{composed}|{months}"


@lru_cache(maxsize=1)
def head_of_list() -> re.Pattern[str]:
    """A head at the beginning of a line, with what may stand behind it up to its colon."""
    return re.compile(
        rf"(?P<head>(?i:{_heads()}))(?![\w'’-])"
        r"(?P<more>[^:\n|.]{0,24}?(?:\d\d?[.:h]\d\d(?: ?(?:Uhr|hs?|uur))?)?)(?P<mark>\s*(?::|\||\]|…|\.{3}"
        r"|$)|(?=\s+[“\"«„])|(?=\s+\d{1,2}[.:h]\d\d\s)"
        r"|(?=\s{2,}\S[^\n]*[/|•·(“\"«‘,]))\s*"
    )


@lru_cache(maxsize=1)
def head_within() -> re.Pattern[str]:
    """A head in the middle of a line: behind a full stop or a wide gap."""
    return re.compile(
        rf"(?:[.!?)\]][ ]|[ ]{{2}}|\| )(?P<head>(?i:{_heads()})):\s+"
        rf"|(?:[.!?)\]] )(?P<by>{'|'.join(ANNOUNCED)}) (?=the |[{UPPER}])"
    )


def may_hold_head(flat: str, start: int, colon: int, end: int) -> bool:
    """Whether a head may stand within a line whose first colon is at `colon`: nearly no line's words may."""
    while colon >= 0:
        if flat[flat.rfind(" ", start, colon) + 1 : colon].lower() in _last_words():
            return True
        colon = flat.find(":", colon + 1, end)
    return False
