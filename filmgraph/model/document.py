"""A document: the stored text, where it came from, and how it falls into blocks or rows.

Offsets are Unicode code points into `Document.text`, half-open, as RFC 5147
counts characters, so that `text[span.start:span.end]` is always the quote.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from filmgraph.model.tables import TableMap


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # A page comes to hundreds of spans; the way of frozen dataclasses takes twice as long for each.
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """The slice of `text` that the span covers."""
        return text[self.start : self.end]


_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


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
    "card",
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
class MendedText:
    """A text whose broken letters were put right, and where they stand in the text as stored.

    Each of `letters` is a mended stretch: its start and end in the stored text, then in `text`.
    All between the stretches is the same in both.
    """

    text: str
    letters: tuple[tuple[int, int, int, int], ...]

    def to_stored(self, span: Span) -> Span:
        """A span of `text` as one of the stored text; an end within a mended stretch takes it whole.

        >>> mended = MendedText("par Céline Sciamma", ((5, 7, 5, 6),))  # stored: "par CÃ©line Sciamma"
        >>> mended.to_stored(Span(4, 18)), mended.to_mended(Span(12, 19))
        (Span(start=4, end=19), Span(start=11, end=18))
        """
        return _moved(span, self.letters, 2, 0)

    def to_mended(self, span: Span) -> Span:
        """A span of the stored text as one of `text`; an end within a mended stretch takes it whole."""
        return _moved(span, self.letters, 0, 2)


def _moved(span: Span, letters: tuple[tuple[int, int, int, int], ...], here: int, there: int) -> Span:
    return Span(_place(span.start, letters, here, there, 0), _place(span.end, letters, here, there, 1))


def _place(
    offset: int, letters: tuple[tuple[int, int, int, int], ...], here: int, there: int, edge: int
) -> int:
    """An offset counted in one text as one of the other; `edge` 0 for a start, 1 for an end."""
    at = bisect_right(letters, offset, key=lambda stretch: stretch[here]) - 1
    if at < 0:
        return offset
    stretch = letters[at]
    if stretch[here] < offset < stretch[here + 1]:
        return stretch[there + edge]
    side = 0 if offset == stretch[here] else 1
    return offset - stretch[here + side] + stretch[there + side]


@dataclass(frozen=True, slots=True)
class Document:
    """A source as stored.

    `text` is what offsets count in: the decoded bytes without BOM and with their
    newlines unchanged for text files, the page's rendered text for HTML.
    `sha256` is the hex digest of `text` in UTF-8 and names the document;
    `origin` says where it came from (a path or a URL), `rights` under what terms.
    A text has `blocks`; a credit list has `rows`, and `columns` where a row holds some of them only, as
    JSON objects do. `table_map` is the mapping by which the list is to be read, where one was
    given. `wrong` are the records that had to be left out, each in a sentence with its line. Where the file's
    letters were broken before it was saved, `mended` is the text as it was meant.
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
    mended: MendedText | None = None
    columns: tuple[str, ...] = ()
    table_map: TableMap | None = None
    wrong: tuple[str, ...] = field(default=(), compare=False)
