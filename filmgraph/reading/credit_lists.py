"""Credit lists: tables as text, with commas, semicolons, tabs or bars between the cells.

Quoting follows RFC 4180 by Python's csv module; each row keeps the exact span
of the lines it stands on, quotes and line breaks in cells included.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from filmgraph.errors import ReadError
from filmgraph.model.document import Document, Row, Span
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text, never
from filmgraph.reading.text import check_has_words

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_DELIMITERS = "\t;|,"
_NAMES = {"\t": "tab", ";": "semicolon", "|": "bar", ",": "comma"}
_SNIFFED_RECORDS = 30
_SNIFFED_CHARACTERS = 250_000
_EXCEL_HINT = re.compile(r"sep=(.)\s*$", re.I)
# After so many quotes that never close, quotes are letters like any other, as in IMDb's files.
_BROKEN_QUOTES = 20
_SHOWN_NOTES = 20


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file: the cells, its first line (1-based) and its span without the line end."""

    cells: tuple[str, ...]
    line: int
    span: Span
    is_plain: bool = False  # a quote in it never closed, and was read as a letter


def read_credit_list(source: Source) -> Document:
    """Read a table whose first row names the columns.

    Rows with another number of cells than the header are left out and counted
    in the notes. Raises ReadError where there are no columns or no good row.
    """
    decoded = decode(source.data, source.name)
    text = decoded.text
    check_has_words(text, source.name)
    delimiter, start = find_delimiter(text)
    if not delimiter:
        raise ReadError(
            f"{source.name} has no columns: neither comma, semicolon, tab nor bar divides its first row; "
            "name the columns in the first row, or save it as .txt if it is a text"
        )
    records = find_records(text, delimiter, start)
    header = next(records)
    names = tuple(name.strip().removeprefix("\ufeff") for name in header.cells)
    while names and not names[-1]:
        names = names[:-1]
    rows, wrong = _fit_rows(names, records)
    if not rows:
        raise ReadError(_explain_none(source.name, len(names), wrong))
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(),
        media_type="text/tab-separated-values" if delimiter == "\t" else "text/csv",
        rows=tuple(rows),
        notes=(*decoded.notes, *_shorten(wrong)),
    )


CREDIT_LIST = Reader(
    "a credit list", frozenset({".csv", ".tsv", ".tab", ".psv"}), 60 * MEGABYTE, never, read_credit_list
)


def find_delimiter(text: str) -> tuple[str, int]:
    """What divides the cells, and where the table begins; ("", 0) where nothing divides them.

    The delimiter is the one that gives the most of the first rows as many cells
    as the first, and among equals the one that gives the most cells.

    >>> find_delimiter("film;director\\nAmour;Haneke, Michael\\n")
    (';', 0)
    """
    first = next((m for m in _LINE.finditer(text) if not m.group().isspace()), None)
    if first is None:
        return "", 0
    hint = _EXCEL_HINT.match(first.group())
    if hint and hint.group(1) in _DELIMITERS:
        return hint.group(1), first.end()
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
    return best, first.start() if best else 0


def find_records(text: str, delimiter: str, start: int = 0) -> Iterator[Record]:
    """The records of a table from offset `start` on; empty lines are none.

    A record whose quote never closes is taken as one line with the quote as a letter.
    """
    lines = [m.span() for m in _LINE.finditer(text, start)]
    first_line = len(_LINE.findall(text, 0, start)) + 1
    here, broken = 0, 0
    while here < len(lines):
        cells, after = (None, here) if broken >= _BROKEN_QUOTES else _parse(text, lines, here, delimiter)
        is_plain = cells is None
        if cells is None:
            broken += 1
            cells, after = text[slice(*lines[here])].rstrip("\r\n").split(delimiter), here + 1
        if cells and cells != [""]:
            span = Span(lines[here][0], lines[after - 1][1])
            ends = len(span.of(text)) - len(span.of(text).rstrip("\r\n"))
            yield Record(tuple(cells), first_line + here, Span(span.start, span.end - ends), is_plain)
        here = after


def _parse(
    text: str, lines: list[tuple[int, int]], here: int, delimiter: str
) -> tuple[list[str] | None, int]:
    """The cells of the record that begins on line `here` and the line after it; None for bad quoting."""
    line = text[slice(*lines[here])]
    if '"' not in line:
        return line.rstrip("\r\n").split(delimiter), here + 1
    rest = (text[slice(*lines[i])] for i in range(here, len(lines)))
    limit = csv.field_size_limit(CREDIT_LIST.max_bytes)  # the module's own limit is 128 kB a cell
    try:
        parser = csv.reader(rest, delimiter=delimiter, strict=True)
        return next(parser), here + parser.line_num
    except csv.Error:
        return None, here
    finally:
        csv.field_size_limit(limit)


def _fit_rows(names: tuple[str, ...], records: Iterator[Record]) -> tuple[list[Row], list[str]]:
    """The rows that fit the header, and a sentence for each of the others."""
    rows: list[Row] = []
    wrong: list[str] = []
    for number, record in enumerate(records, start=2):
        cells = record.cells
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        if len(cells) > len(names) and not any(cell.strip() for cell in cells[len(names) :]):
            cells = cells[: len(names)]
        if len(cells) == len(names):
            rows.append(Row(number, record.span, tuple(zip(names, cells, strict=True))))
            if record.is_plain:
                wrong.append(f"line {record.line}: a quotation mark that never closes, read as a letter")
        else:
            plural = "" if len(cells) == 1 else "s"
            wrong.append(
                f"line {record.line}: {len(cells)} cell{plural} where the header has {len(names)}; skipped"
            )
    return rows, wrong


def _shorten(wrong: list[str]) -> list[str]:
    if len(wrong) <= _SHOWN_NOTES:
        return wrong
    return [*wrong[:_SHOWN_NOTES], f"and {len(wrong) - _SHOWN_NOTES} more lines like these"]


def _explain_none(name: str, width: int, wrong: list[str]) -> str:
    if not wrong:
        return f"{name} holds a header and no rows"
    return f"{name}: no row has {width} cells as the header has; {wrong[0]}"
