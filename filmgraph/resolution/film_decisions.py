"""Decisions on films: which descriptions a person said tell of one film, or of two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from filmgraph.model.decisions import AgentMention, Decision
from filmgraph.model.facts import FilmFacts
from filmgraph.model.names import fold_title
from filmgraph.resolution.iris import attestation_iri, document_iri

TITLE_FIELDS = ("title", "original_title", "alternative_title")
# The rule of descriptions that stand for a dump's films: they have no place of their own.
DUMP_RULE = "dump/row"
# What a place of a decision bears as role where it stands for a film's description.
FILM = "film"


@dataclass(frozen=True, slots=True)
class FilmConstraint:
    """A decision in terms of descriptions: those of `left` and `right` tell of one film, or of two.

    `names` are what the films were called, `iris` what they were, when it was decided.
    """

    number: int
    same: bool
    left: tuple[int, ...]
    right: tuple[int, ...]
    names: tuple[str, str]
    iris: tuple[str, str]


def build_film_constraints(
    decisions: Sequence[Decision], facts: Sequence[FilmFacts], origins: Mapping[str, str], base: str
) -> list[FilmConstraint]:
    """What decisions say of the descriptions in `facts`, the newest first, so that it wins.

    `origins` tells where the document with an IRI came from. A description is found by the place where it
    states its title; where its text was changed, by its source and title; one without a place by its id.
    """
    about = [d for d in decisions if _is_of_films(d)]
    if not about:
        return []
    index = _DescriptionIndex(facts, origins, base)
    found = []
    for decision in sorted(about, key=lambda d: d.number, reverse=True):
        left, right = decision.left, decision.right
        if left is not None and right is not None:
            mine, theirs = index.find(left), index.find(right)
            both = mine & theirs
            sides = tuple(sorted(mine - both)), tuple(sorted(theirs - both))
            if all(sides):
                names, iris = (left.name, right.name), (left.iri, right.iri)
                found.append(FilmConstraint(decision.number, decision.kind == "same", *sides, names, iris))
    return found


def _is_of_films(decision: Decision) -> bool:
    sides = (decision.left, decision.right)
    return decision.kind in ("same", "different") and all(side and "/film/" in side.iri for side in sides)


class _DescriptionIndex:
    """Where descriptions stand, so that the places of a decision can be found again."""

    def __init__(self, facts: Sequence[FilmFacts], origins: Mapping[str, str], base: str) -> None:
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._again: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._by_id: dict[str, set[int]] = defaultdict(set)
        for number, description in enumerate(facts):
            document = document_iri(base, description.document)
            for stated in description.stated:
                if stated.field in TITLE_FIELDS:
                    self._exact[attestation_iri(document, stated.evidence)].add(number)
                    self._again[origins.get(document, ""), fold_title(stated.value)].add(number)
            for scheme, value in description.ids:
                self._by_id[f"{scheme}-{value}"].add(number)

    def find(self, film: AgentMention) -> set[int]:
        """The descriptions that `film` stands for today."""
        found: set[int] = set()
        for place in film.mentions:
            here = self._exact.get(place.attestation)
            found |= here or self._again.get((place.origin, fold_title(place.printed_name)), set())
        return found or self._by_id.get(film.iri.rpartition("/")[2], set())
