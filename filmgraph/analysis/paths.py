"""Paths: how two agents or films are linked by the fewest films, each step with its credits and quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from filmgraph.analysis.evidence import load_credits, load_film_cards, load_names
from filmgraph.analysis.search import MOST_FILMS, Found, find_chain, rank_role
from filmgraph.errors import FilmgraphError, UsageError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import link_any
from filmgraph.model.network import CreditLine, FilmCard
from filmgraph.model.table import Table
from filmgraph.model.terms import Literal as RdfLiteral


@dataclass(frozen=True, slots=True)
class Stop:
    """A film or an agent on a path."""

    iri: str
    label: str
    kind: Literal["film", "agent"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One film of a path with the agents on both sides.

    `left` or `right` is None where the path begins or ends at the film. The
    credits are all that the agent holds on the film, the most telling first.
    """

    film: Stop
    left: Stop | None
    right: Stop | None
    left_credits: tuple[CreditLine, ...]
    right_credits: tuple[CreditLine, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of agents and films in turn; between a team and its member no film stands.

    `hops` has one entry a film; `notes` says what was taken for an ambiguous name.
    """

    stops: tuple[Stop, ...]
    hops: tuple[Hop, ...]
    notes: tuple[str, ...] = ()

    @property
    def reading(self) -> str:
        """The path in one sentence."""
        start, end = self.stops[0].label, self.stops[-1].label
        between = [s.label for s in self.stops[1:-1] if s.kind == "agent"]
        through = f", through {_join(between)}" if between else ""
        if not self.hops:
            return f"{start} and {end} are linked without a film{through}: a team and its members."
        count = "one film" if len(self.hops) == 1 else f"{len(self.hops)} films"
        return f"{start} and {end} are linked by {count}{through}."

    def to_table(self) -> Table:
        """One row a film: who, in which roles, on which film, with whom, and the words for both."""
        columns = ("agent", "roles", "film", "otherRoles", "other", "quote", "otherQuote")
        rows = [
            (
                _text(hop.left.label if hop.left else ""),
                _text(_roles(hop.left_credits)),
                _text(hop.film.label),
                _text(_roles(hop.right_credits)),
                _text(hop.right.label if hop.right else ""),
                _text(_quotes(hop.left_credits)),
                _text(_quotes(hop.right_credits)),
            )
            for hop in self.hops
        ]
        return Table(columns, tuple(rows))


def find_path(a: str, b: str, knowledge: Knowledge, *, people_only: bool = False) -> Path:
    """How two agents or films, given by name or IRI, are linked by the fewest films.

    Among equally short paths the one through the more telling roles is taken
    (director, screenwriter, actor … distributor last), then the alphabetically
    first. A team counts with its members. `people_only` leaves companies out.

    Raises NameNotFoundError for a name or IRI the graph lacks, UsageError where
    both names mean the same, and FilmgraphError where no path exists.
    """
    (starts, start, notes), (goals, goal, more) = _find_end(a, knowledge), _find_end(b, knowledge)
    if starts & goals:
        raise UsageError(f"{a!r} and {b!r} both mean {start}; give two different agents or films.")
    chain, found = find_chain(starts, goals, knowledge, people_only=people_only)
    if not chain:
        kinds = "people" if people_only else "people and companies"
        raise FilmgraphError(
            f"No chain of shared {kinds} leads from {start} to {goal} within {MOST_FILMS} films; "
            "adding documents about their other films may link them."
        )
    return _build_path(chain, found, knowledge, tuple(dict.fromkeys((*notes, *more))))


def _find_end(text: str, knowledge: Knowledge) -> tuple[frozenset[str], str, tuple[str, ...]]:
    """The IRIs a name stands for, its label, and notes."""
    link = link_any(text, knowledge)
    if link.kind == "work":
        raise UsageError(f"{link.label!r} is a source work; a path leads from an agent or film to another.")
    return frozenset(link.iris), link.label, link.notes


def _build_path(chain: Sequence[str], found: Found, knowledge: Knowledge, notes: tuple[str, ...]) -> Path:
    ties = [t for pair in pairwise(chain) for p in (pair, pair[::-1]) for t in found.ties.get(p, ())]
    credits = load_credits([t.credit for t in ties], knowledge)
    films = load_film_cards({t.film for t in ties}, knowledge)
    names = load_names(chain, knowledge)
    stops = tuple(_build_stop(iri, films, names) for iri in chain)
    hops = []
    for i, stop in enumerate(stops):
        if stop.kind == "film":
            left = stops[i - 1] if i else None
            right = stops[i + 1] if i + 1 < len(stops) else None
            hops.append(
                Hop(stop, left, right, _credits_of(left, stop, credits), _credits_of(right, stop, credits))
            )
    return Path(stops, tuple(hops), notes)


def _build_stop(iri: str, films: dict[str, FilmCard], names: dict[str, str]) -> Stop:
    if iri in films:
        return Stop(iri, films[iri].label, "film")
    return Stop(iri, names.get(iri, iri.rpartition("/")[2]), "agent")


def _credits_of(agent: Stop | None, film: Stop, credits: Sequence[CreditLine]) -> tuple[CreditLine, ...]:
    if agent is None:
        return ()
    held = [c for c in credits if c.agent == agent.iri and c.film == film.iri]
    return tuple(sorted(held, key=lambda c: (rank_role(c.role), c.role_label)))


def _roles(credits: Sequence[CreditLine]) -> str:
    return ", ".join(
        f"{c.role_label} ({', '.join(c.characters)})" if c.characters else c.role_label for c in credits
    )


def _quotes(credits: Sequence[CreditLine]) -> str:
    return " | ".join(dict.fromkeys(q.text for c in credits for q in c.quotes[:1] if q.text))


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text(value: str) -> RdfLiteral | None:
    return RdfLiteral(value) if value else None
