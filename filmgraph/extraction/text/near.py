"""Costly patterns, looked for only around what their matches hold: a bracket, a comma and "de"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


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


def find_begun(text: str, pattern: re.Pattern[str], beginnings: Iterable[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in order, of which each begins with one of a few groups of letters.

    >>> [m[0] for m in find_begun("a dot, the dog", re.compile(r"d\\w+"), ["do", "cat"])]
    ['dot', 'dog']
    """
    places: list[int] = []
    for letters in [letters for letters in beginnings if letters in text]:
        at = text.find(letters)
        while at >= 0:
            places.append(at)
            at = text.find(letters, at + 1)
    end = 0
    for at in sorted(places):
        match = pattern.match(text, at) if at >= end else None
        if match:
            yield match
            end = match.end()
