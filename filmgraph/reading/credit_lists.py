"""Credit lists: tables as text, with commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

from collections.abc import Iterator

from filmgraph.errors import ReadError
from filmgraph.model.document import Document, Row
from filmgraph.model.records import LARGEST_CELL, Record, find_delimiter, find_records
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import Reader, Source, hash_text, never
from filmgraph.reading.text import check_has_words

_SHOWN_NOTES = 20


def read_credit_list(source: Source) -> Document:
    """Read a table whose first row names the columns.

    Rows with another number of cells than the header are left out and counted
    in the notes. Raises ReadError where there are no columns or no good row.
    """
    decoded = decode(source.data, source.name)
    text = decoded.meant
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
    "a credit list", frozenset({".csv", ".tsv", ".tab", ".psv"}), LARGEST_CELL, never, read_credit_list
)


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
