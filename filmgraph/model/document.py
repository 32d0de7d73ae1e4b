"""A document: the stored text, where it came from, and how it falls into blocks or rows.

Offsets are Unicode code points into `Document.text`, half-open, as RFC 5147
counts characters, so that `text[span.start:span.end]` is always the quote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The slice of `text` that the span covers."""
        return text[self.start : self.end]


BlockKind = Literal[
    "heading",
    "paragraph",
    "list_item",
    "term",
    "definition",
    "cell",
    "byline",
    "caption",
    "link_list",
    "data",
]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page that an editor set as one: a paragraph, a heading, a table cell.

    `level` is a heading's level (1 to 6), a list's depth, 1 for a header cell, else 0. `row`
    numbers the table row or definition group that cells and terms share, so that
    a label and its value can be told to stand side by side; -1 elsewhere. Blocks
    of kind "data" come last: what a page says of itself out of sight, for programs.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    row: int = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a credit list: its 1-based number in the file (the header is row 1).

    `cells` pairs each column's header as printed with the cell's value (quoting
    undone); `span` covers the row as it stands in the text.
    """

    number: int
    span: Span
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A source as stored.

    `text` is what offsets count in: the decoded bytes without BOM and with their
    newlines unchanged for text files, the page's rendered text for HTML.
    `sha256` is the hex digest of `text` in UTF-8 and names the document;
    `origin` says where it came from (a path or a URL), `rights` under what terms.
    A text has `blocks`; a credit list has `rows`.
    """

    text: str
    sha256: str
    origin: str
    media_type: str
    rights: str = ""
    language: str = ""
    title: str = ""
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)
