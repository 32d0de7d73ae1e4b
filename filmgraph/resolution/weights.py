"""How much speaks for two bearers of a name, or of two alike names, being one: a sum of weights in bits.

The model is that of Fellegi and Sunter (1969): each comparison adds the
logarithm of how much more often its outcome is met between one person and
themselves than between two. One bit doubles the odds; at `JOIN` bits and more
they are taken for one. The weights were estimated by logistic regression on
42,674 credits of 26,905 persons whose ids are known, and are rounded; which
names are alike says `variants.py`, `docs/identity.md` has the figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import log2
from typing import NamedTuple

from filmgraph.resolution.comparisons import LikenessKind

# What a likeness of names says for itself, before anything else is looked at.
LIKENESS: Mapping[LikenessKind, float] = {
    "spacing": 1.0,
    "title": 0.5,
    "same": -0.5,
    "romanization": -1.5,
    "surname": -3.0,
    "middle name": -3.5,
    "two syllables": -4.0,
    "slip": -5.0,
    "nickname": -5.5,
    "order": -6.0,
    "generation": -6.5,
    "quoted": -6.5,
    "letter": -7.0,
    "first name left out": -7.0,
    "short form": -7.5,
    "initials": -8.0,
    "longer surname": -8.5,
    "spelling": -9.0,
}
# Names spelled by syllables are rare or common by their characters, which a romanization does not tell.
_OF_NO_RARITY: Set[LikenessKind] = frozenset({"romanization", "two syllables"})
# A decade between the nearest films of the two.
DECADE = -1.1
_MOST_DECADES = 6.0
# One line of work in common (acting; directing, writing and producing; each other craft).
LINE_OF_WORK = 3.25
# Each doubling of the co-workers in common, those counting less who work with everybody.
CO_WORKERS = 0.7
_MOST_CO_WORKERS = 3.0
# Each halving of how often two strangers would bear the name.
RARITY = 0.55
_COMMONEST, _RAREST = -5.0, 10.0
# A list marks the one name as not its bearer's usual one.
MARKED = 2.5

# From here on two alike names are one agent (three times in four and more).
JOIN = 1.75
# Names that no list marks need more: on TMDb's credits half of those below were two people.
JOIN_UNMARKED = 2.5
# Below this the films of one name are two careers.
SPLIT = 1.5
# From here on an alike name is worth a person's look.
DOUBT = -1.0


class Comparison(NamedTuple):
    """What is compared: years between, whether a line of work is shared, co-workers, rarity (bits), marks."""

    kind: LikenessKind
    years_apart: int | None
    same_work: bool
    co_workers: float
    rarity: float
    marked: bool


def weigh(comparison: Comparison) -> float:
    """The bits that speak for one person.

    >>> rare = Comparison("same", 3, True, 0.0, 4.0, marked=False)
    >>> weigh(rare) > JOIN > weigh(rare._replace(same_work=False, years_apart=38, rarity=0.0))
    True
    """
    bits = LIKENESS.get(comparison.kind, -9.0)
    if comparison.years_apart is not None:
        bits += DECADE * min(comparison.years_apart / 10, _MOST_DECADES)
    if comparison.same_work:
        bits += LINE_OF_WORK
    bits += CO_WORKERS * min(log2(1 + 4 * comparison.co_workers), _MOST_CO_WORKERS)
    if comparison.kind not in _OF_NO_RARITY:
        bits += RARITY * clip_rarity(comparison.rarity)
    if comparison.marked:
        bits += MARKED
    return bits


def clip_rarity(bits: float) -> float:
    """Rarity as far as it counts: what is not held may bear the name as well."""
    return max(_COMMONEST, min(_RAREST, bits))
