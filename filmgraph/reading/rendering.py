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
from filmgraph.reading.page import Parsed, Piece, Place, Region

# Measured on teaser boxes of news pages against lists of names: linked headlines
# have six words and more, linked names two or three.
_HEADLINE_WORDS = 4.5


def render(page: Parsed) -> tuple[str, tuple[Block, ...]]:
    """The text of a page and its blocks, in order and disjoint. ("", ()) for a page without text."""
    pieces = lay_out(page)
    leads_away = _find_link_regions(page)
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


def _find_link_regions(page: Parsed) -> list[bool]:
    """For each region whether it is not the page's own, by its kind and by how much of it is links."""
    regions = page.regions
    sums = [[0, 0, 0, 0] for _ in regions]  # characters, linked characters, links, words in links
    for piece in page.pieces:
        if piece.place.region >= 0:
            _add(
                sums[piece.place.region],
                (len(piece.text), piece.link_characters, piece.links, piece.link_words),
            )
    for i in range(len(regions) - 1, -1, -1):
        parent = regions[i].parent
        if parent >= 0:
            _add(sums[parent], tuple(sums[i]))
            regions[parent].has_headline |= regions[i].has_headline
    whole = sum(len(piece.text) for piece in page.pieces)
    leads_away: list[bool] = []
    for region, counts in zip(regions, sums, strict=True):
        above = region.parent >= 0 and leads_away[region.parent]
        leads_away.append(above or _leads_away(region, counts, whole))
    return leads_away


def _add(sums: list[int], more: tuple[int, ...]) -> None:
    for i, number in enumerate(more):
        sums[i] += number


def _leads_away(region: Region, counts: list[int], whole: int) -> bool:
    characters, linked, links, words = counts
    if region.has_headline or not characters:
        return False
    has_headlines = links > 1 and words >= _HEADLINE_WORDS * links
    if region.kind == "frame":
        return characters <= whole * 0.9
    if region.kind == "comments":  # a page that is nothing else is a forum's
        return characters <= whole * 0.8
    if region.kind == "header":
        return characters <= whole * 0.2
    if region.kind == "beside":
        return characters <= whole * 0.5 and linked >= characters * 0.15
    if region.kind == "aside":
        return characters <= whole * 0.5 and linked >= characters * 0.3 and has_headlines
    return linked >= characters * 0.6 and has_headlines
