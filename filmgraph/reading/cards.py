"""Cards: boxes of one shape in a row, each about a film or a page of its own.

"Also in competition", "now showing", "more reviews": their people made other films, and nothing but the
repeated shape says so before the words are understood. Three signs have to meet: at least three neighbors
of one tag and class name, each of several short lines; a link in each; a year, a length or an hour in each,
which cards of a cast do not have. And the page has a text of its own outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmgraph.reading.pieces import Parsed, Piece

_LEAST = 3  # cards
_MOST = 0.75  # of the cards show each sign
_LONGEST = 500  # characters of a card
_DEEPEST = 6  # elements around a figure that may be its card
_PROSE = 150  # characters from which a piece is prose
_OWN_PROSE = 300  # characters of it that make a text of the page's own
_FIGURE = re.compile(
    r"(?<![\d.,/-])(?:(?:18[89]|19\d|20[0-4])\d(?![\d.,-]|/\d)|\d{2,3} ?(?:min|['’′´])"
    r"|\d{1,2}[:.h][0-5]\d(?!\d))"
)


def find_cards(page: Parsed, pieces: Sequence[Piece], leads_away: Sequence[bool]) -> dict[int, int]:
    """For each block element within a card the number of the card; what leads away anyway is passed over."""
    dated: dict[tuple[int, str], set[int]] = {}
    for piece in pieces:
        place = piece.place
        if place.region >= 0 and leads_away[place.region]:
            continue
        if len(piece.text) <= _LONGEST and _FIGURE.search(piece.text):
            _count(page, piece.within, dated)
    groups = {group: cards for group, cards in dated.items() if len(cards) >= _LEAST}
    if not groups or not _has_own_text(pieces, groups, page):
        return {}
    last = _find_ends(page.parents)
    found: dict[int, int] = {}
    for group in sorted(groups):
        cards = [n for n in range(1, len(page.parents)) if (page.parents[n], page.shapes[n]) == group]
        if cards[0] not in found and _are_cards(page, pieces, cards, groups[group], last):
            found.update((within, card) for card in cards for within in range(card, last[card] + 1))
    return found


def _count(page: Parsed, within: int, dated: dict[tuple[int, str], set[int]]) -> None:
    """Count a figure for the boxes around it that may be cards."""
    for _ in range(_DEEPEST):
        if not within:
            return
        if page.shapes[within]:
            dated.setdefault((page.parents[within], page.shapes[within]), set()).add(within)
        within = page.parents[within]


def _find_ends(parents: list[int]) -> list[int]:
    """For each block element the number of the last within it."""
    last = list(range(len(parents)))
    for n in range(len(parents) - 1, 0, -1):
        last[parents[n]] = max(last[parents[n]], last[n])
    return last


def _has_own_text(pieces: Sequence[Piece], groups: dict[tuple[int, str], set[int]], page: Parsed) -> bool:
    """Whether prose stands outside of all the boxes."""
    boxes = {card for cards in groups.values() for card in cards}
    own = 0
    for piece in pieces:
        if len(piece.text) < _PROSE:
            continue
        within = piece.within
        while within and within not in boxes:
            within = page.parents[within]
        own += 0 if within else len(piece.text)
    return own >= _OWN_PROSE


def _are_cards(
    page: Parsed, pieces: Sequence[Piece], cards: list[int], dated: set[int], last: list[int]
) -> bool:
    """Whether boxes of one shape are cards by their links, figures and lines."""
    least = _MOST * len(cards)
    if len(dated) < least or sum(not page.linked.isdisjoint(range(c, last[c] + 1)) for c in cards) < least:
        return False
    lines = dict.fromkeys(cards, 0)
    sizes = dict.fromkeys(cards, 0)
    of = {within: card for card in cards for within in range(card, last[card] + 1)}
    for piece in pieces:
        card = of.get(piece.within)
        if card is not None:
            lines[card] += piece.text.count("\n") + 1
            sizes[card] += len(piece.text)
    return sum(n > 1 for n in lines.values()) >= least and max(sizes.values()) <= _LONGEST
