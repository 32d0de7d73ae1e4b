"""Which pieces of a page stand beside one another, whatever elements set them so.

Some table rows only arrange a page; some tables have their labels on top; and
where a list of boxes holds two short pieces each, every box is a row.
"""

from __future__ import annotations

from itertools import groupby

from filmgraph.reading.page import Parsed, Piece

_PROSE = 150  # characters from which a piece in a table cell is prose
_LONG_PROSE = 600
_SHORT = 60  # characters up to which a piece may be a label, a name or a part
_BOXED = ("paragraph", "heading", "list_item")


def lay_out(page: Parsed) -> list[Piece]:
    """The pieces of a page in reading order, each in the row where a reader sees it."""
    pieces = _free_layout(page)
    pieces = _turn_tables(pieces)
    return _pair_boxes(pieces)


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


def _pair_boxes(pieces: list[Piece]) -> list[Piece]:
    """The two pieces of each box as the cells of a row, where boxes of two pieces follow one another."""
    boxes = [n for n in range(len(pieces) - 1) if _are_box(pieces, n)]
    if len(boxes) < 2:
        return pieces
    paired = list(pieces)
    numbered = {n + 2 for n in boxes} | {n - 2 for n in boxes}
    table = max(p.place.table for p in pieces)
    row = max(p.place.row for p in pieces)
    last = -2
    for n in boxes:
        if n not in numbered:
            continue
        table += last != n - 2
        last, row = n, row + 1
        for column in (1, 2):
            piece = pieces[n + column - 1]
            place = piece.place._replace(table=table, row=row, column=column)
            paired[n + column - 1] = piece._replace(place=place)
    return paired


def _are_box(pieces: list[Piece], n: int) -> bool:
    """Whether the pieces `n` and `n + 1` are all that a box holds."""
    one, two = pieces[n], pieces[n + 1]
    box = two.around
    if box not in (one.around, one.within) or one.within == two.within or not box:
        return False
    if len(one.text) > _SHORT or len(two.text) > _SHORT or "\n" in one.text:
        return False
    if one.place.row >= 0 or two.place.row >= 0 or one.place.region != two.place.region:
        return False
    if one.place.kind not in _BOXED or two.place.kind not in _BOXED:
        return False
    before = pieces[n - 1] if n else None
    after = pieces[n + 2] if n + 2 < len(pieces) else None
    return not any(p is not None and box in (p.around, p.within) for p in (before, after))
