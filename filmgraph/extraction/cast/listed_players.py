"""Casts that stand under no label, told by those of their players whom the page credits elsewhere.

Trade papers and exhibitors' sheets set the cast as a paragraph of names alone, over the review or under it:
"John Garfield, Patricia Neal, Phyllis Thaxter, Juano Hernandez." No word says what it is, and a list of
names may as well be one of guests. Where sentences or another list give parts to several of its people,
and none of them another job alone, the rest are players too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from filmgraph.extraction.cast.actors import character_of, is_actor
from filmgraph.extraction.names.mentions import Mention, readable_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import PROSE, Found, FoundCredit
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_CAST = ("actor", "voice-actor")
_FEWEST = 4  # names
_PLAYERS = 2  # of them, credited elsewhere
_SHARE = 4  # one in as many
_LONGEST = 1500
_KINDS = frozenset({"other", "labels", "cast", "crew"})


def find_listed_players(page: Page, found: Sequence[Found]) -> Iterator[FoundCredit]:
    """The players of such lists; `found` is what all other rules say."""
    players: set[str] = set()
    workers: set[str] = set()
    for f in found:
        if isinstance(f, FoundCredit) and f.kind == "person":
            (players if f.role in _CAST else workers).add(fold(f.agent))
    if len(players) < _PLAYERS:
        return
    read = sorted({f.name.start for f in found if isinstance(f, FoundCredit)})
    for n in page.free:
        line = page.lines[n]
        if page.kinds[n] not in _KINDS or line.end - line.start > _LONGEST:
            continue
        if (
            page.text.count(",", line.start, line.end) < _FEWEST - 1
            or page.text.find(":", line.start, line.end) >= 0
        ):
            continue
        if bisect_left(read, line.start) < bisect_left(read, line.end):
            continue  # read by a rule that knows its form
        names = _names_of(page.text, line)
        if len(names) >= _FEWEST and _are_players([m.text for m in names], players, workers):
            yield from _credits(names, page.kinds[n])


def _names_of(text: str, line: Span) -> list[Mention]:
    """The names of a line that holds nothing but full names, parts in brackets behind them."""
    end = line.end - (text[line.end - 1] in ".;")
    names = split_names(text, trim(text, Span(line.start, end)))
    return names if all(is_actor(m) and " " in m.text for m in names) else []


def _are_players(names: Iterable[str], players: set[str], workers: set[str]) -> bool:
    """Whether enough of the names are players', and none that of one who did another job alone."""
    families = {player.split()[-1] for player in players if player}
    folded = [fold(name) for name in names]
    known = sum(name in players or (name.split()[-1] in players) for name in folded)
    others = sum(name in workers and name.split()[-1] not in families for name in folded)
    return not others and known >= _PLAYERS and known * _SHARE >= len(folded)


def _credits(names: Sequence[Mention], section: str) -> Iterator[FoundCredit]:
    for order, m in enumerate(names, 1):
        yield FoundCredit(
            "actor", m.span, readable_name(m.text), "person", m.extent, "cast-list/known-players", section,
            PROSE, 0.85, character=character_of(m), order=order,
        )  # fmt: skip
