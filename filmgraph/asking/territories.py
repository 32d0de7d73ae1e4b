"""Countries as a question calls them, and as the documents of a store do."""

from __future__ import annotations

from collections.abc import Iterable

from filmgraph.asking.sparql import build_countries_query
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.names import fold

# Countries of several names.
_SEVERAL = (
    ("united states", "us", "u s", "usa", "u s a", "america", "states", "united states of america"),
    ("united kingdom", "uk", "u k", "britain", "great britain"),
)


def find_countries(asked: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The countries of the store's films that are called so, as documents write them."""
    return fitting_territories(asked, (row["country"] for row in knowledge.select(build_countries_query())))


def fitting_territories(asked: str, known: Iterable[str]) -> tuple[str, ...]:
    """Those of `known` that are the country `asked`.

    >>> fitting_territories("the US", ["U.S.", "France"])
    ('U.S.',)
    """
    plain = _plain(asked)
    return tuple(name for name in known if _plain(name) == plain)


def _plain(name: str) -> str:
    folded = fold(name).removeprefix("the ")
    return next((names[0] for names in _SEVERAL if folded in names), folded)
