"""Casts that a margin breaks: "… Ann Lee / as the Priest, Bo Ray as Max", "… Dr. / Orr: Ann Lee; …"."""

from __future__ import annotations

import re

# What parts an actor and his part within a list of several.
_MARKS = (
    " as ",
    " als ",
    " comme ",
    " come ",
    " como ",
    " som ",
    " jako ",
    " - ",
    " – ",
    "(",
    "[",
    ": ",
    "=",
)
_CLOSED = re.compile(r"(?:[^\W\d_]{4,}|[)\]])[.!?]\Z")
_FEWEST = 2  # separators above
_LONGEST_REST = 40
_LONGEST_LINE = 160
_FULL = 40  # letters of what stands above where a margin may have broken it


def cast_goes_on(above: str, below: str) -> bool:
    """Whether the line `below` goes on with the list that `above` holds so far, set in the same way.

    >>> cast_goes_on("Ann Lee as Ida, Bo Ray as Max, Cy Dunn Hill as", "Old Joe, Di Moe as Eva")
    True
    >>> cast_goes_on("Ann Lee as Ida, Bo as Max, Cy Dunn Hill as Josef.", "The film as it stands, is long")
    False
    """
    separators = above.count(",") + above.count(";")
    if (
        separators < _FEWEST
        or len(above.rsplit("\n", 1)[-1]) < _FULL
        or len(below) > _LONGEST_LINE
        or _CLOSED.search(above)
    ):
        return False
    marks = [mark for mark in _MARKS if above.count(mark) >= _FEWEST]
    if not marks:
        return False
    if below[0].islower() and len(below) <= _LONGEST_REST:
        return "." not in below[:-1]
    same = any(mark in f" {below} " for mark in marks)
    return same and ("," in below or ";" in below or len(below) <= _LONGEST_REST)
