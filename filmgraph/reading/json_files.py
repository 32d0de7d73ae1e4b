"""JSON and JSON lines: records of films or credits, each with its exact place in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from filmgraph.errors import ReadError
from filmgraph.model.document import Document, Row
from filmgraph.model.json_records import JsonRecord, find_json_records, turn_columns
from filmgraph.model.records import write_media_type
from filmgraph.reading.credit_lists import shorten
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text
from filmgraph.reading.text import check_has_words

_OPENING = re.compile(rb"[\s\xef\xbb\xbf]*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{]|\"[^\"\n]*\"\s*,|\]))")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|\\u00[01]")


def read_json_file(source: Source) -> Document:
    """Read the records of a JSON text: an array, JSON lines, or an object that holds an array.

    An array within the array is a row of cells, the first of them the header. A table told column by column
    is stored turned, a row a line. Records that are broken are left out and listed in `wrong`. Raises
    ReadError where there is no record.
    """
    decoded = decode(source.data, source.name)
    text, notes = decoded.meant, list(decoded.notes)
    check_has_words(text, source.name)
    turned = turn_columns(text)
    if turned is not None:
        text, notes = turned, [*notes, "a table told column by column, stored a row a line"]
    holder = source.table_map.records if source.table_map else ""
    wrong: list[str] = []
    columns: dict[str, None] = {}
    rows = tuple(_build_rows(text, find_json_records(text, holder), columns, wrong))
    if not rows:
        reason = wrong[0] if wrong else "it holds no object"
        raise ReadError(f"{source.name}: no record in it could be read; {reason}")
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(),
        media_type=write_media_type("application/json", records=holder),
        rows=rows,
        columns=tuple(columns),
        table_map=source.table_map,
        notes=tuple(notes),
        wrong=tuple(shorten(wrong)),
    )


def _recognizes(head: bytes) -> bool:
    return _OPENING.match(head) is not None


JSON_FILE = Reader(
    "a JSON file", frozenset({".json", ".jsonl", ".ndjson"}), 200 * MEGABYTE, _recognizes, read_json_file
)


def _build_rows(
    text: str, records: Iterable[JsonRecord], columns: dict[str, None], wrong: list[str]
) -> Iterator[Row]:
    header: list[str] | None = None
    for number, record in enumerate(records, start=1):
        value, place = record.value, f"line {record.line}, record {number}"
        if record.wrong:
            wrong.append(f"{place}: {record.wrong}; skipped")
            continue
        if isinstance(value, list) and header is None and value and all(isinstance(v, str) for v in value):
            header = [name.strip() for name in value]
            columns |= dict.fromkeys(header)
            continue
        if isinstance(value, list) and header is not None and len(value) == len(header):
            value = dict(zip(header, value, strict=True))
        if not isinstance(value, dict):
            wrong.append(f"{place}: no object with named values; skipped")
            continue
        if not value:
            continue
        clean = _SURROGATE.search(text, record.span.start, record.span.end) is not None
        cells = tuple(
            (name, _write_cell(cell, clean=clean)) for name, cell in value.items() if cell is not None
        )
        columns |= dict.fromkeys(value)
        yield Row(number, record.span, cells)


def _write_cell(value: Any, *, clean: bool) -> str:
    """A value as a cell: words as they are, lists and objects as JSON."""
    if isinstance(value, str):
        return _clean(value) if clean else value
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        return json.dumps(_clean_all(value) if clean else value, ensure_ascii=False)
    except RecursionError:
        return ""


def _clean(text: str) -> str:
    """A text without half characters and control characters, which escapes can smuggle in."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(c if c.isprintable() or c.isspace() else " " for c in whole)


def _clean_all(value: Any) -> Any:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return {_clean(k): _clean_all(v) for k, v in value.items()}
    return [_clean_all(v) for v in value] if isinstance(value, list) else value
