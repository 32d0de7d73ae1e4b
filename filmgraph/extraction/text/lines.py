"""A document as lines: where each stands, how far from the one before, and in which table row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.sentences import is_prose
from filmgraph.extraction.text.wrapping import join_wrapped
from filmgraph.model.document import Block, BlockKind, Document, Span
from filmgraph.model.names import fold

_INVISIBLE = "\ufeff\u200b"
# Marks for the direction of writing: shops and data sheets put them around the colons of their labels.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ASIDE = frozenset({"link_list", "caption"})
_LINE_ENDS = ("", "\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The non-empty lines of a text, blanks trimmed, in order.

    `gaps` holds for each line the number of empty lines before it, `rows` the
    table row or definition group that it stands in (-1 elsewhere), `blocks` the
    kind of the page's block that it begins in (None for plain text) and
    `levels` that block's level; `prose` says which lines read as sentences.
    `text` is the document's, with a blank at each line end that parts nothing and for marks of direction.
    """

    spans: tuple[Span, ...]
    gaps: tuple[int, ...]
    rows: tuple[int, ...]
    blocks: tuple[BlockKind | None, ...]
    levels: tuple[int, ...]
    prose: tuple[bool, ...]
    text: str

    def __len__(self) -> int:
        return len(self.spans)

    def first(self, size: int, end: int) -> Lines:
        """The first `size` lines, of a text that goes as far as `end`."""
        return Lines(
            self.spans[:size], self.gaps[:size], self.rows[:size],
            self.blocks[:size], self.levels[:size], self.prose[:size], self.text[:end],
        )  # fmt: skip


def split_lines(document: Document) -> Lines:
    """Cut a document's text into its lines, those left out that lead away or stand under pictures.

    Captions name photographers and agencies as credits name people.
    """
    spans: list[Span] = []
    gaps: list[int] = []
    text = document.text
    if not text.isascii():
        text = _DIRECTIONS.sub(" ", text)
    gap = least = 0
    for start, end in _stretches(document):
        for raw in text[start:end].splitlines(keepends=True):
            stripped = raw.strip()
            if stripped and (stripped[0] not in _INVISIBLE or stripped.strip(_INVISIBLE)):
                begin = start if raw[0] == stripped[0] else start + raw.index(stripped[0])
                spans.append(Span(begin, begin + len(stripped)))
                gaps.append(gap or least)
                gap = least = 0
            else:
                gap += 1
            start += len(raw)
        gap, least = 0, 1  # what is left out parts its neighbors
    joined = join_wrapped(text, spans, gaps)
    if joined:
        text, spans, gaps = joined
    heads = _header_rows(document)
    if heads:
        spans = [heads.get(span.start, span) for span in spans]
    rows, kinds, levels = _blocks_of(document, spans)
    if heads:
        rows = tuple(-1 if span.start in heads else row for span, row in zip(spans, rows, strict=True))
    if heads or not _ASIDE.isdisjoint(kinds):
        kept = [n for n, kind in enumerate(kinds) if kind not in _ASIDE and spans[n].end > spans[n].start]
        spans = [spans[n] for n in kept]
        gaps = [gaps[n] or int(n > 0 and kinds[n - 1] in _ASIDE) for n in kept]
        rows, levels = tuple(rows[n] for n in kept), tuple(levels[n] for n in kept)
        kinds = tuple(kinds[n] for n in kept)
    prose = tuple(is_prose(span.of(text)) for span in spans)
    return Lines(tuple(spans), tuple(gaps), rows, kinds, levels, prose, text)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """The text without the blocks that are left out, where they are whole lines: most of a page may be."""
    text, here = document.text, 0
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        if (
            block.kind in _ASIDE
            and text[start - 1 : start] in _LINE_ENDS
            and text[end : end + 1] in _LINE_ENDS
        ):
            yield here, start
            here = min(end + 1, len(text))
    yield here, len(text)


def _header_rows(document: Document) -> dict[int, Span]:
    """What is left of rows that head columns, by where they begin: they label nothing beside them.

    "Actor | Character" heads a cast, and is left as "Actor"; of others nothing is left.
    """
    rows: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.row >= 0:
            rows.setdefault(block.row, []).append(block)
    heads: dict[int, Span] = {}
    for cells in rows.values():
        if len(cells) > 1 and all(cell.kind == "cell" and cell.level for cell in cells):
            first, second = cells[0].span, cells[1].span
            is_cast = fold(second.of(document.text)) in load_patterns("columns")["character"]
            heads[first.start] = first if is_cast else Span(first.start, first.start)
    return heads


def _blocks_of(
    document: Document, spans: list[Span]
) -> tuple[tuple[int, ...], tuple[BlockKind | None, ...], tuple[int, ...]]:
    if not document.blocks:
        return (-1,) * len(spans), (None,) * len(spans), (0,) * len(spans)
    starts = [b.span.start for b in document.blocks]
    found: list[tuple[int, BlockKind | None, int]] = []
    for span in spans:
        start = span.start
        at = bisect_right(starts, start) - 1
        block = document.blocks[at] if at >= 0 else None
        if block is not None and start < block.span.end:
            found.append((block.row, block.kind, block.level))
        else:
            found.append((-1, None, 0))
    rows, kinds, levels = zip(*found, strict=True) if found else ((), (), ())
    return rows, kinds, levels
