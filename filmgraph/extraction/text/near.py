"""Costly patterns, looked for only around the signs that their matches hold: a bracket, a comma and "de"."""

from __future__ import annotations

import re
from collections.abc import Iterator


def find_near(
    text: str, pattern: re.Pattern[str], anchor: re.Pattern[str], before: int, behind: int
) -> Iterator[re.Match[str]]:
    """The matches of `pattern`, of which each holds a match of `anchor` no farther than so many letters
    from its beginning and its end.

    >>> [m[0] for m in find_near("a b Cd (e)", re.compile(r"[A-Z]\\w+ \\(\\w\\)"), re.compile(r"\\("), 9, 9)]
    ['Cd (e)']
    """
    start = end = 0
    for place in anchor.finditer(text):
        if place.start() - before > end:
            yield from pattern.finditer(text, start, end)
            start = max(end, text.rfind(" ", 0, place.start() - before) + 1)
        blank = text.find(" ", place.end() + behind)
        end = blank if blank >= 0 else len(text)
    if end:
        yield from pattern.finditer(text, start, end)
