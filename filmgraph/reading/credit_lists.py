"""Credit lists: tables as text, with commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

from collections.abc import Iterator

from filmgraph.errors import ReadError
from filmgraph.model.document import Document, Row
from filmgraph.model.records import LARGEST_CELL, Record, find_delimiter, find_records, write_media_type
from filmgraph.model.tables import TableMap
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import Reader, Source, hash_text, never
from filmgraph.reading.text import check_has_words

_SHOWN_NOTES = 20
_MOST_ABOVE = 8


def read_credit_list(source: Source) -> Document:
    """Read a table whose first row names the columns, or whose mapping does.

    Rows with another number of cells than the header are left out and listed
    in `wrong`. Raises ReadError where there are no columns or no good row.
    """
    decoded = decode(source.data, source.name)
    text, table_map = decoded.meant, source.table_map or TableMap("")
    check_has_words(text, source.name)
    delimiter, start = find_delimiter(text)
    delimiter = table_map.delimiter or delimiter
    if not delimiter:
        raise ReadError(
            f"{source.name} has no columns: neither comma, semicolon, tab nor bar divides its first row; "
            "name the columns in the first row, or save it as .txt if it is a text"
        )
    records = find_records(text, delimiter, start, quotes=table_map.quotes)
    notes: list[str] = []
    above = 0
    header = table_map.header
    while not header:
        record = next(records, None)
        if record is None:
            raise ReadError(f"{source.name} has no row that could name its columns")
        header, above = record.cells, above + 1
        # a heading over the table: "Programme 2019,,,"
        if above <= _MOST_ABOVE and len(header) > 2 and sum(bool(c.strip()) for c in header) <= 1:
            notes.append(f"line {record.line}: taken for a heading over the table")
            header = ()
    names = tuple(name.strip().removeprefix("\ufeff") for name in header)
    while names and not names[-1]:
        names = names[:-1]
    wrong: list[str] = []
    rows = _fit_rows(names, records, above + 1, notes, wrong)
    if not rows:
        raise ReadError(_explain_none(source.name, len(names), wrong))
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(),
        media_type=_media_type(delimiter, table_map),
        rows=tuple(rows),
        notes=(*decoded.notes, *shorten(notes)),
        table_map=source.table_map,
        wrong=tuple(shorten(wrong)),
    )


CREDIT_LIST = Reader(
    "a credit list", frozenset({".csv", ".tsv", ".tab", ".psv"}), LARGEST_CELL, never, read_credit_list
)


def _fit_rows(
    names: tuple[str, ...], records: Iterator[Record], first: int, notes: list[str], wrong: list[str]
) -> list[Row]:
    """The rows that fit the header, numbered from `first`; a sentence in `wrong` for each of the others."""
    rows: list[Row] = []
    for number, record in enumerate(records, start=first):
        cells = record.cells
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        if len(cells) > len(names) and not any(cell.strip() for cell in cells[len(names) :]):
            cells = cells[: len(names)]
        if len(cells) == len(names):
            rows.append(Row(number, record.span, tuple(zip(names, cells, strict=True))))
            if record.is_plain:
                notes.append(f"line {record.line}: a quotation mark that never closes, read as a letter")
        else:
            plural = "" if len(cells) == 1 else "s"
            wrong.append(
                f"line {record.line}: {len(cells)} cell{plural} where the header has {len(names)}; skipped"
            )
    return rows


def _media_type(delimiter: str, table_map: TableMap) -> str:
    """The table's media type, with what has to be known to find its rows again."""
    kind = "text/tab-separated-values" if delimiter == "\t" else "text/csv"
    return write_media_type(
        kind,
        delimiter=table_map.delimiter if kind == "text/csv" else "",
        header="absent" if table_map.header else "",
        quotes="" if table_map.quotes else "none",
    )


def shorten(wrong: list[str]) -> list[str]:
    """The first sentences of many, and how many more there are."""
    if len(wrong) <= _SHOWN_NOTES:
        return wrong
    return [*wrong[:_SHOWN_NOTES], f"and {len(wrong) - _SHOWN_NOTES} more like these"]


def _explain_none(name: str, width: int, wrong: list[str]) -> str:
    if not wrong:
        return f"{name} holds a header and no rows"
    return f"{name}: no row has {width} cells as the header has; {wrong[0]}"
