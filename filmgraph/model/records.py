"""The records of a table that is kept as text: what divides its cells, and where each record stands.

Quoting follows RFC 4180 by Python's csv module; a record keeps the exact span
of the lines it stands on, quotes and line breaks in cells included. Reading a
credit list and finding row 12 of a stored one count records by the same code.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, unquote

from filmgraph.model.document import Span
from filmgraph.model.json_records import find_json_records

LARGEST_CELL = 60_000_000  # characters; the csv module's own limit is 128 kB
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_DELIMITERS = "\t;|,"
_SNIFFED_RECORDS = 30
_MOST_ABOVE = 8  # lines of a heading above a table
_SNIFFED_CHARACTERS = 250_000
_EXCEL_HINT = re.compile(r"sep=(.)\s*$", re.I)
# Looking for the end of quotes that never close may cost so many times the text's length; then quotes
# are letters like any other, as in IMDb's files. Keeps the time linear.
_BROKEN_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file: the cells, its first line (1-based) and its span without the line end."""

    cells: tuple[str, ...]
    line: int
    span: Span
    is_plain: bool = False  # a quote in it never closed, and was read as a letter


def find_delimiter(text: str) -> tuple[str, int]:
    """What divides the cells, and where the table begins; ("", 0) where nothing divides them.

    The delimiter is the one that gives the most of the first rows as many cells
    as the first, and among equals the one that gives the most cells. Lines above the table, which nothing
    divides, are left out.

    >>> find_delimiter("film;director\\nAmour;Haneke, Michael\\n")
    (';', 0)
    """
    first = next((m for m in _LINE.finditer(text) if not m.group().isspace()), None)
    if first is None:
        return "", 0
    hint = _EXCEL_HINT.match(first.group())
    if hint and hint.group(1) in _DELIMITERS:
        return hint.group(1), first.end()
    found = _sniff(text, first)
    for line in islice(_LINE.finditer(text, first.end()), _MOST_ABOVE if not found else 0):
        found = found or (_sniff(text, line) if not line.group().isspace() else "")
        if found:
            return found, line.start()
    return found, first.start() if found else 0


def _sniff(text: str, first: re.Match[str]) -> str:
    """What divides the cells of a table that begins with the line `first`; "" for nothing."""
    sample = text[first.start() : first.start() + _SNIFFED_CHARACTERS]
    best, best_score = "", (0.0, 0)
    for delimiter in _DELIMITERS:
        if delimiter not in first.group() and '"' not in first.group():
            continue
        sizes = [len(record.cells) for record in islice(find_records(sample, delimiter), _SNIFFED_RECORDS)]
        width = sizes[0] if sizes else 0
        score = (round(sizes.count(width) / len(sizes), 1), width) if width > 1 else (0.0, 0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def find_records(text: str, delimiter: str, start: int = 0, *, quotes: bool = True) -> Iterator[Record]:
    """The records of a table from offset `start` on, the header first; empty lines are none.

    Row n of a table is its n-th record, counted from 1. A record whose quote
    never closes is taken as one line with the quote as a letter; so is every line
    of a table without `quotes`.

    >>> [record.cells for record in find_records('film,cast\\n"A, B","C\\nD"\\n', ",")]
    [('film', 'cast'), ('A, B', 'C\\nD')]
    """
    lines = [m.span() for m in _LINE.finditer(text, start)]
    first_line = len(_LINE.findall(text, 0, start)) + 1
    here, budget = 0, _BROKEN_QUOTES * len(text) + 100_000
    while here < len(lines):
        line = text[slice(*lines[here])].rstrip("\r\n")
        cells, after, is_plain = line.split(delimiter), here + 1, quotes and '"' in line
        if is_plain and budget > 0:
            quoted, end = _parse(text, lines, here, delimiter)
            if quoted is None:
                budget -= lines[end - 1][1] - lines[here][0]
            else:
                cells, after, is_plain = quoted, end, False
        if cells and cells != [""]:
            span = Span(lines[here][0], lines[after - 1][1])
            ends = len(span.of(text)) - len(span.of(text).rstrip("\r\n"))
            yield Record(tuple(cells), first_line + here, Span(span.start, span.end - ends), is_plain)
        here = after


def _parse(
    text: str, lines: list[tuple[int, int]], here: int, delimiter: str
) -> tuple[list[str] | None, int]:
    """The cells of the record on line `here`, None for bad quoting, and the line after what was read."""
    rest = (text[slice(*lines[i])] for i in range(here, len(lines)))
    limit = csv.field_size_limit(LARGEST_CELL)
    parser = csv.reader(rest, delimiter=delimiter, strict=True)
    try:
        return next(parser), here + parser.line_num
    except csv.Error:
        return None, here + max(1, parser.line_num)
    finally:
        csv.field_size_limit(limit)


def write_media_type(kind: str, **parameters: str) -> str:
    """A media type with parameters (RFC 9110); empty ones are left out.

    >>> write_media_type("text/csv", delimiter="|", header="", quotes="none")
    'text/csv; delimiter=%7C; quotes=none'
    """
    given = (f"; {name}={quote(value, safe='.')}" for name, value in parameters.items() if value)
    return kind + "".join(given)


def read_media_type(media_type: str) -> tuple[str, dict[str, str]]:
    """A media type and its parameters, as `write_media_type` wrote them.

    >>> read_media_type("text/csv; delimiter=%7C; quotes=none")
    ('text/csv', {'delimiter': '|', 'quotes': 'none'})
    """
    kind, *given = media_type.split("; ")
    pairs = (one.partition("=") for one in given)
    return kind, {name: unquote(value) for name, _, value in pairs}


def find_row_spans(text: str, media_type: str) -> tuple[Span, ...]:
    """Where the rows of a stored table stand, counted as when it was read: row n is the n-th.

    In a table with a header that is row 1; in JSON it is the first record, in statements the first line.
    """
    kind, given = read_media_type(media_type)
    if "json" in kind:
        return tuple(record.span for record in find_json_records(text, given.get("records", "")))
    if kind == "application/n-triples":
        return tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    delimiter, start = find_delimiter(text)
    if given.get("delimiter") or "tab-separated" in kind:
        delimiter = given.get("delimiter", "\t")
    quotes = given.get("quotes") != "none"
    return tuple(record.span for record in find_records(text, delimiter or ",", start, quotes=quotes))
