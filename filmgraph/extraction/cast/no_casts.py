"""Lists that have the form of a cast and are none: juries, critics, technicians, winners, showtimes.

A list under no label is a cast by its form alone. What stands in the place of the parts may say that it
is not: towns, papers, jobs, prizes, days. And where the page has the film's cast under its label, another
list is only its longer form where it holds one of these players at least.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from filmgraph.extraction.cast.actors import Part, is_actor
from filmgraph.extraction.crew.labels import is_cast_item
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.countries import is_country
from filmgraph.model.names import fold

_FEWEST = 2
_BULLET = 3  # letters that may stand before a label
_HOUR = re.compile(r"\d[:.h]\d\d")


def is_no_cast(page: Page, parts: Sequence[Part]) -> bool:
    """Whether a list that looks like a cast is another list of people."""
    told = [part.character for part in parts if part.character]
    odd = sum(_is_no_part(words) for words in told)
    if odd >= _FEWEST and odd * 3 >= len(told):
        return True
    players = page.once("labelled-players", lambda: _labelled_players(page))
    names = (fold(part.actor.text).split() for part in parts)
    return len(players) >= _FEWEST and players.isdisjoint([words[-1] for words in names if words])


def _labelled_players(page: Page) -> frozenset[str]:
    """The last words of the full names in casts whose label begins its line."""
    return frozenset(
        fold(m.text).split()[-1]
        for item in page.items
        if item.values
        and item.label.span.start - page.lines[item.line].start <= _BULLET
        and is_cast_item(page, item)
        for value in item.values
        for m in split_names(page.text, value)
        if " " in m.text and is_actor(m)
    )


@lru_cache(maxsize=1024)
def _is_no_part(words: str) -> bool:
    folded = fold(words)
    each = folded.split()
    cast = load_patterns("cast")
    return bool(each) and (
        folded in cast["no_part"]
        or folded in load_patterns("names")["town"]
        or folded in _outlets()
        or is_country(words)
        or each[-1] in cast["paper"]
        or each[0] in cast["prize"]
        or each[0] in load_patterns("prose_words")["time"]
        or not cast["trade"].isdisjoint(each)
        or _HOUR.search(words) is not None
    )


@lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    return frozenset(fold(name) for name in load_patterns("outlets")["outlet"])
