"""From files to documents: text, blocks and rows, with exact offsets."""

from __future__ import annotations

from pathlib import Path

from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.model.tables import TableMap
from filmgraph.reading.credit_lists import CREDIT_LIST
from filmgraph.reading.files import explain_size, find_files, read_bytes, read_head
from filmgraph.reading.html import HTML
from filmgraph.reading.json_files import JSON_FILE
from filmgraph.reading.json_ld import JSON_LD
from filmgraph.reading.kinds import explain_unread, find_marked_kind, find_text_kind
from filmgraph.reading.markdown import MARKDOWN
from filmgraph.reading.source import Reader, Source, print_path
from filmgraph.reading.statements import STATEMENTS
from filmgraph.reading.text import TEXT

__all__ = ["READERS", "find_files", "read_document"]

# In the order in which they are asked whether they recognize a file by its first bytes.
READERS: tuple[Reader, ...] = (HTML, JSON_LD, STATEMENTS, JSON_FILE, MARKDOWN, CREDIT_LIST, TEXT)


def read_document(path: Path, origin: str | None = None, table_map: TableMap | None = None) -> Document:
    """Read one file as a document. `origin` says where it came from, where not from `path`.

    With a `table_map` a file that is no JSON is read as a table, whatever its name; a file without the
    mapping's delimiter in its first line is none of its tables, and read as if there were no mapping.

    Raises ReadError, whose sentence names the file, for a file that does not
    exist, may not be read, is empty, too large, or of a kind that is not read.
    """
    head, size = read_head(path)
    reader = _choose_reader(path, head)
    if table_map is not None and not _may_fit(table_map, head):
        table_map = None
    if table_map is not None and reader in (TEXT, MARKDOWN):
        reader = CREDIT_LIST
    if size > reader.max_bytes:
        raise ReadError(explain_size(path, size, reader.max_bytes))
    data = read_bytes(path, reader.max_bytes)
    return reader.read(Source(print_path(path), data, origin, table_map))


def _choose_reader(path: Path, head: bytes) -> Reader:
    suffix = _suffix(path)
    for reader in READERS:
        if reader.recognizes(head):
            return reader
    named = next((reader for reader in READERS if suffix in reader.suffixes), None)
    kind = find_marked_kind(head, suffix)
    if kind is None and named in (None, TEXT):
        kind = find_text_kind(head, suffix)
    if kind:
        raise ReadError(explain_unread(print_path(path), kind))
    if named:
        return named
    raise ReadError(
        f"not read yet: {print_path(path)} ends in {suffix}, which says nothing about what it holds; "
        "if it is a text, name it .txt, if a page .html, if a table .csv"
    )


def _may_fit(table_map: TableMap, head: bytes) -> bool:
    """Whether a file can be of the kind that a mapping describes."""
    first = head.lstrip().partition(b"\n")[0]
    return table_map.delimiter.encode() in first


def _suffix(path: Path) -> str:
    """A file's suffix in lower case, "" where what follows the last dot is no suffix ("Mr. Turner")."""
    suffix = path.suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= 9 else ""
