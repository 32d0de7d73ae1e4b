"""A document as lines: where each stands, how far from the one before, and in which table row."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from filmgraph.extraction.sentences import is_prose
from filmgraph.model.document import BlockKind, Document, Span


@dataclass(frozen=True, slots=True)
class Lines:
    """The non-empty lines of a text, blanks trimmed, in order.

    `gaps` holds for each line the number of empty lines before it, `rows` the
    table row or definition group that it stands in (-1 elsewhere), `blocks` the
    kind of the page's block that it begins in (None for plain text) and
    `levels` that block's level; `prose` says which lines read as sentences.
    """

    spans: tuple[Span, ...]
    gaps: tuple[int, ...]
    rows: tuple[int, ...]
    blocks: tuple[BlockKind | None, ...]
    levels: tuple[int, ...]
    prose: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def first(self, size: int) -> Lines:
        """The first `size` lines."""
        return Lines(
            self.spans[:size], self.gaps[:size], self.rows[:size],
            self.blocks[:size], self.levels[:size], self.prose[:size],
        )  # fmt: skip


def split_lines(document: Document) -> Lines:
    """Cut a document's text into its lines."""
    spans: list[Span] = []
    gaps: list[int] = []
    gap = start = 0
    for raw in document.text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped.strip("\ufeff\u200b"):
            begin = start + raw.index(stripped[0])
            spans.append(Span(begin, begin + len(stripped)))
            gaps.append(gap)
            gap = 0
        else:
            gap += 1
        start += len(raw)
    rows, kinds, levels = _blocks_of(document, spans)
    prose = tuple(is_prose(span.of(document.text)) for span in spans)
    return Lines(tuple(spans), tuple(gaps), rows, kinds, levels, prose)


def _blocks_of(
    document: Document, spans: list[Span]
) -> tuple[tuple[int, ...], tuple[BlockKind | None, ...], tuple[int, ...]]:
    if not document.blocks:
        return (-1,) * len(spans), (None,) * len(spans), (0,) * len(spans)
    starts = [b.span.start for b in document.blocks]
    found: list[tuple[int, BlockKind | None, int]] = []
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        block = document.blocks[at] if at >= 0 else None
        inside = block is not None and span.start < block.span.end
        found.append((block.row, block.kind, block.level) if block and inside else (-1, None, 0))
    rows, kinds, levels = zip(*found, strict=True) if found else ((), (), ())
    return rows, kinds, levels
