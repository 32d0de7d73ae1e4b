"""From the pieces of a page to its stored text and blocks.

Blocks are parted by an empty line, the items of a list and the rows of a table
by a line end, the cells of a row and a term and its definition by a tab (as
many as columns lie between), a cell's own parts by a line end, several terms of
one definition by a comma. So a text made from the same page is always the same,
and label and value share a line.
"""

from __future__ import annotations

from filmgraph.model.document import Block, Span
from filmgraph.reading.layout import lay_out
from filmgraph.reading.pieces import Parsed, Piece, Place
from filmgraph.reading.regions import find_regions_away


def render(page: Parsed) -> tuple[str, tuple[Block, ...]]:
    """The text of a page and its blocks, in order and disjoint. ("", ()) for a page without text."""
    pieces = lay_out(page)
    leads_away = find_regions_away(page)
    parts: list[str] = []
    blocks: list[Block] = []
    offset = 0
    before: Piece | None = None
    away = -1  # where the links begin that lead away, one block however many
    for piece in pieces:
        gap = "" if before is None else _gap(before.place, piece.place)
        start = offset + len(gap)
        offset = start + len(piece.text)
        parts += (gap, piece.text)
        place = piece.place
        before = piece
        if place.region >= 0 and leads_away[place.region]:
            away = start if away < 0 else away
            continue
        if away >= 0:
            blocks.append(Block("link_list", Span(away, start - len(gap))))
            away = -1
        level = place.level if place.kind in ("heading", "list_item", "cell") else 0
        blocks.append(Block(place.kind, Span(start, offset), level, place.row))
    if away >= 0:
        blocks.append(Block("link_list", Span(away, offset)))
    return "".join(parts), tuple(blocks)


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
