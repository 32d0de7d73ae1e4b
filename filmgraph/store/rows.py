"""Where the rows of a stored table stand in its text, so that `#row=12` (RFC 7111) can be read."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
# A first line of Excel's that only names the delimiter is no row.
_HINT = re.compile(r"sep=([\t;|,])\s*$", re.IGNORECASE)
# After so many quotes that never close, quotes are letters like any other.
_BROKEN_QUOTES = 20
_CELL_LIMIT = 60_000_000


@lru_cache(maxsize=4)
def find_rows(text: str, media_type: str) -> tuple[slice, ...]:
    """The characters of each row, without its line end; the header is the first. Empty lines are no rows.

    Rows are counted as they are when a credit list is read: quoted cells may hold
    line ends (RFC 4180), and a quote that never closes is a letter.
    """
    lines = [found.span() for found in _LINE.finditer(text)]
    here = next((i for i, line in enumerate(lines) if not text[slice(*line)].isspace()), len(lines))
    delimiter, here = _find_delimiter(text, lines, here, media_type)
    rows: list[slice] = []
    broken = 0
    while here < len(lines):
        line = text[slice(*lines[here])]
        after = here + 1
        if '"' in line and broken < _BROKEN_QUOTES:
            closed = _close_quotes(text, lines, here, delimiter)
            broken += closed is None
            after = closed or after
        start, end = lines[here][0], lines[after - 1][1]
        if line.rstrip("\r\n"):
            ends = len(text[start:end]) - len(text[start:end].rstrip("\r\n"))
            rows.append(slice(start, end - ends))
        here = after
    return tuple(rows)


def _find_delimiter(text: str, lines: list[tuple[int, int]], here: int, media_type: str) -> tuple[str, int]:
    """What divides the cells, which decides what a quote is, and the line of the header."""
    first = text[slice(*lines[here])] if here < len(lines) else ""
    hint = _HINT.match(first)
    if hint:
        return hint[1], here + 1
    if "tab-separated" in media_type:
        return "\t", here
    return max(",;|", key=first.count), here


def _close_quotes(text: str, lines: list[tuple[int, int]], here: int, delimiter: str) -> int | None:
    """The line after the row that begins on line `here`; None where its quotes do not close."""
    limit = csv.field_size_limit(_CELL_LIMIT)
    try:
        reader = csv.reader((text[slice(*line)] for line in lines[here:]), delimiter=delimiter, strict=True)
        next(reader)
        return here + reader.line_num
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(limit)
