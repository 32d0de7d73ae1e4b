"""From the pieces of a page to its stored text and blocks.

Blocks are parted by an empty line, the items of a list and the rows of a table
by a line end, the cells of a row and a term and its definition by a tab (as
many as columns lie between), a cell's own parts by a line end, several terms of
one definition by a comma. So a text made from the same page is always the same,
and label and value share a line.
"""

from __future__ import annotations

from filmgraph.model.document import Block, BlockKind, Span
from filmgraph.reading.cards import find_cards
from filmgraph.reading.layout import lay_out
from filmgraph.reading.pieces import Parsed, Piece, Place
from filmgraph.reading.regions import find_regions_away


def render(page: Parsed) -> tuple[str, tuple[Block, ...]]:
    """The text of a page and its blocks, in order and disjoint. ("", ()) for a page without text."""
    pieces = lay_out(page)
    leads_away = find_regions_away(page)
    cards = find_cards(page, pieces, leads_away)
    cards = find_cards(page, pieces, leads_away)
    parts: list[str] = []
    blocks: list[Block] = []
    offset = 0
    before: Piece | None = None
    whole = _Whole(blocks)
    for piece in pieces:
        gap = "" if before is None else _gap(before.place, piece.place)
        start = offset + len(gap)
        place = piece.place
        before = piece
        if place.region >= 0 and leads_away[place.region]:
            whole.go_on(_AWAY, start, offset)
        elif piece.within in cards:
            whole.go_on(cards[piece.within], start, offset)
        else:
            whole.end(offset)
            level = place.level if place.kind in ("heading", "list_item", "cell") else 0
            blocks.append(Block(place.kind, Span(start, start + len(piece.text)), level, place.row))
        offset = start + len(piece.text)
        parts += (gap, piece.text)
    whole.end(offset)
    return "".join(parts), tuple(blocks)


_AWAY = -1


class _Whole:
    """What is one block however many pieces it has: links that lead away, a card."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.start = -1
        self.number = 0

    def go_on(self, number: int, start: int, before: int) -> None:
        """A piece of it: the card's number or `_AWAY`, where the piece starts and the one before it ended."""
        if self.start >= 0 and number == self.number:
            return
        self.end(before)
        self.number, self.start = number, start

    def end(self, offset: int) -> None:
        """End the block, if one is open, where its last piece ended."""
        if self.start >= 0:
            kind: BlockKind = "link_list" if self.number == _AWAY else "card"
            self.blocks.append(Block(kind, Span(self.start, offset)))
            self.start = -1


def _gap(before: Place, after: Place) -> str:
    if after.row >= 0 and after.row == before.row:
        if after.kind == before.kind == "term":
            return ", "  # several terms of one definition
        return "\n" if after.column <= before.column else "\t" * (after.column - before.column)
    if min(after.row, before.row) >= 0 and after.table == before.table:
        return "\n"
    if after.list >= 0 and after.list == before.list and before.kind == after.kind == "list_item":
        return "\n"
    return "\n\n"
