"""Which pieces of a page stand beside one another, whatever elements set them so.

Some table rows only arrange a page; some tables have their labels on top; and
where a list of boxes holds two short pieces each, every box is a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from filmgraph.reading.pieces import Parsed, Piece
from filmgraph.reading.seams import part_halves

_PROSE = 150  # characters from which a piece in a table cell is prose
_LONG_PROSE = 600
_SHORT = 60  # characters up to which a piece may be a label, a name or a part
_LONG = 250  # of a list of names beside a label
_BOXED = ("paragraph", "heading", "list_item")
_MOST_LEVELS = 4  # elements around a piece that may be its box
_DEEPEST = 12  # elements from a box down to a piece in it
_MOST_VALUES = 20


def lay_out(page: Parsed) -> list[Piece]:
    """The pieces of a page in reading order, each in the row where a reader sees it."""
    pieces = _free_layout(page)
    pieces = _turn_tables(pieces)
    return _pair_boxes(_pair_in_cells(part_halves(pieces), page), page.parents)


def _free_layout(page: Parsed) -> list[Piece]:
    """The pieces, those in rows that only arrange the page freed from their rows."""
    layout = set(page.layout_rows)
    prose: dict[tuple[int, int], int] = {}
    for piece in page.pieces:
        place = piece.place
        if place.row >= 0 and len(piece.text) >= _PROSE:
            cell = place.row, place.column
            prose[cell] = prose.get(cell, 0) + 1
            if prose[cell] > 1 or len(piece.text) >= _LONG_PROSE:
                layout.add(place.row)
    if not layout:
        return page.pieces
    return [_free(piece) if piece.place.row in layout else piece for piece in page.pieces]


def _free(piece: Piece) -> Piece:
    place = piece.place
    kind = "paragraph" if place.kind in ("cell", "term", "definition") else place.kind
    return piece._replace(place=place._replace(kind=kind, table=-1, row=-1, column=0))


def _turn_tables(pieces: list[Piece]) -> list[Piece]:
    """Tables of one row under a row of header cells, read column by column: label, then value."""
    if not any(p.place.level == 1 and p.place.column == 2 and p.place.kind == "cell" for p in pieces):
        return pieces
    turned: list[Piece] = []
    for table, group in groupby(pieces, key=lambda p: p.place.table if p.place.row >= 0 else -1):
        cells = list(group)
        rows = list(dict.fromkeys(p.place.row for p in cells))
        heads = [p for p in cells if p.place.row == rows[0]]
        below = [p for p in cells if p.place.row != rows[0]]
        columns = [p.place.column for p in heads]
        labelled = all(p.place.level == 1 and p.place.kind == "cell" for p in heads)
        plain = all(p.place.level != 1 and p.place.column in columns for p in below)
        single = len(set(columns)) == len(columns) > 1
        if table >= 0 and len(rows) == 2 and labelled and single and plain:
            cells = [_turn(p, rows[0]) for p in sorted(cells, key=lambda p: p.place.column)]
        turned += cells
    return turned


def _turn(piece: Piece, first: int) -> Piece:
    """A cell in the row of its column's label, which no row of the page has."""
    place = piece.place
    column = 1 if place.row == first else 2
    row = (first << 10) + place.column
    return piece._replace(place=place._replace(row=row, column=column))


def _pair_in_cells(pieces: list[Piece], page: Parsed) -> list[Piece]:
    """The two pieces of each box within a cell side by side, as actor and part, where boxes are of a kind."""
    around = {
        n: chain for n, p in enumerate(pieces) if p.place.row >= 0 and (chain := _boxes_around(p, page))
    }
    if not around:
        return pieces
    kinds: dict[tuple[int, str], dict[int, list[int]]] = {}
    for n, chain in around.items():
        for box in chain:
            kinds.setdefault((page.parents[box], page.shapes[box]), {}).setdefault(box, []).append(n)
    paired = list(pieces)
    for boxes in kinds.values():
        several = [held for held in boxes.values() if len(held) == 2]
        if len(several) > 1 and len(several) * 2 > len(boxes) and all(len(h) < 3 for h in boxes.values()):
            for _, second in several:
                place = pieces[second].place
                paired[second] = pieces[second]._replace(place=place._replace(column=place.column + 1))
    return paired


def _boxes_around(piece: Piece, page: Parsed) -> list[int]:
    """The boxes of a kind that a short piece stands in, within its cell."""
    boxes: list[int] = []
    within = piece.within
    if len(piece.text) <= _SHORT and "\n" not in piece.text:
        while page.shapes[within] and len(boxes) < _MOST_LEVELS:
            boxes.append(within)
            within = page.parents[within]
    return boxes


def _pair_boxes(pieces: list[Piece], parents: list[int]) -> list[Piece]:
    """The pieces of each box as the cells of a row, label and values, where such boxes follow one another."""
    boxes = list(_find_boxes(pieces, parents))
    starts, ends = {first for first, _ in boxes}, {last + 1 for _, last in boxes}
    boxes = [box for box in boxes if box[1] + 1 in starts or box[0] in ends]
    if not boxes:
        return pieces
    paired = list(pieces)
    table = max(p.place.table for p in pieces)
    row = max(p.place.row for p in pieces)
    end = -1
    for first, last in boxes:
        table += first != end
        end, row = last + 1, row + 1
        for n in range(first, last + 1):
            place = pieces[n].place._replace(table=table, row=row, column=1 if n == first else 2)
            paired[n] = pieces[n]._replace(place=place)
    return paired


def _find_boxes(pieces: list[Piece], parents: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last piece of each box, in order: a short one and another, or a list of others."""
    held = [parents[piece.within] for piece in pieces]
    end = above = -1
    for n in range(len(pieces) - 1):
        # Of three in one element, as the items of a list are, no two are a box.
        here = held[n]
        alone = here != above or here != held[n + 1]
        above = here
        if alone and n > end:
            last = _end_of_box(pieces, n, parents)
            if last > n:
                yield n, last
                end = last


def _end_of_box(pieces: list[Piece], n: int, parents: list[int]) -> int:
    """The last piece of the box whose label piece `n` may be; -1 where it is in none."""
    one, two = pieces[n], pieces[n + 1]
    if not (_may_be_boxed(one, two) and _may_be_boxed(two, one)) or one.within == two.within:
        return -1
    box = one.within
    for _ in range(_MOST_LEVELS):
        if _is_within(two, box, parents):
            break
        box = parents[box]
    else:
        return -1
    if not box or (n and _is_within(pieces[n - 1], box, parents)):
        return -1
    last = n + 1
    while last + 1 < len(pieces) and _is_within(pieces[last + 1], box, parents):
        last += 1
        if last - n > _MOST_VALUES:
            return -1
    return last if last == n + 1 or _are_values(pieces[n : last + 1], box, parents) else -1


def _is_within(piece: Piece, box: int, parents: list[int]) -> bool:
    """Whether a piece stands in a box, not too many elements deep. What is within has a greater number."""
    holder = piece.within
    for _ in range(_DEEPEST):
        if holder <= box:
            return holder == box
        holder = parents[holder]
    return False


def _are_values(pieces: list[Piece], box: int, parents: list[int]) -> bool:
    """Whether the pieces behind the first are all that a part of their box holds: "Script / A, B"."""
    label, *values = pieces
    holders = {parents[p.within] for p in values}
    part = holders.pop()
    return (
        not holders
        and parents[part] == box
        and all(_may_be_boxed(p, label) and p.place.kind == "paragraph" for p in pieces)
    )


def _may_be_boxed(piece: Piece, other: Piece) -> bool:
    """Whether a piece may be a label or a value in one box with `other`."""
    place = piece.place
    plain = place.kind == other.place.kind == "paragraph" and len(other.text) <= _SHORT
    short = len(piece.text) <= (_LONG if plain else _SHORT) and "\n" not in piece.text
    return short and place.row < 0 and place.kind in _BOXED and place.region == other.place.region
