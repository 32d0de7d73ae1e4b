"""A label that may count where it stands, with the marks that speak for it."""

from __future__ import annotations

from typing import NamedTuple

from filmgraph.extraction.labels.lexicon import Label

# Those who sell, release and show a film, who also stand in brackets and beside rights.
TRADE = frozenset({"sales-agent", "distributor", "press-agent", "presenter"})


class Candidate(NamedTuple):
    """A label that may count where it stands.

    `separator` is as in an item. `at_start` is a label that begins its line,
    `after_mark` one behind a mark that ends something (a full stop, a semicolon).
    `strong` is a label with a mark of its own behind it, `colon` one with a
    colon; `film_by` is "a film by" in any language; `bracketed` a label in brackets of its own,
    `joined` one behind "and" alone, `dotted` an abbreviation with its full stop ("Dir. Ann Lee").
    """

    label: Label
    separator: str
    at_start: bool
    after_mark: bool
    value_start: int
    strong: bool
    colon: bool = False
    film_by: bool = False
    bracketed: bool = False
    joined: bool = False
    dotted: bool = False
