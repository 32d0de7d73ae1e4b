"""The stretches at the top of a page that stand by themselves, each of which may be the film's title.

A line is one stretch, or several: editors part a masthead from its date, a menu's
words and the data behind a title by bars, arrows, tabs and wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmgraph.extraction.titles.title_letters import is_spaced
from filmgraph.model.document import Span

_BREAK = re.compile(r"\s*(?:\t|\s{3,}|\s[|>»›·•◆‧¦]\s)[\s|>»›·•◆‧¦]*")
_BREAKS = re.compile(r"[\t|>»›·•◆‧¦]|\s{3}")
_EDGE = " \t|>»›·•◆‧¦="
_LONG = 400
_MOST = 12


class Cell(NamedTuple):
    """A stretch of a line: `line` is the line's index, `place` its own on it, `of` how many there are."""

    span: Span
    line: int
    place: int = 0
    of: int = 1


def cut_cells(text: str, lines: Sequence[Span], numbers: Sequence[int]) -> Iterator[Cell]:
    """The stretches of the lines of these numbers, in reading order."""
    for n in numbers:
        line = lines[n]
        size = line.end - line.start
        found = _BREAKS.search(text, line.start, min(line.end, line.start + 2000))
        if not found or (size < 200 and is_spaced(line.of(text))):
            if size < _LONG:
                yield Cell(line, n)
            continue
        parts = list(_split(text, line))
        for place, part in enumerate(parts):
            yield Cell(part, n, place, len(parts))


def _split(text: str, line: Span) -> Iterator[Span]:
    start, end = line.start, line.end
    while start < end and text[start] in _EDGE:
        start += 1
    made = 0
    quotes = text.find("«", start, end) >= 0
    for mark in _BREAK.finditer(text, start, min(end, start + 2000)):
        if quotes and "»" in mark.group():
            continue  # the end of words in quotation marks
        if mark.start() > start:
            yield Span(start, mark.start())
            made += 1
        start = mark.end()
        if made == _MOST:
            return
    if start < end and end - start < _LONG:
        yield Span(start, end)
