"""The search for the shortest chain of credits between two sets of agents or films.

It runs from both ends at once, always from the side with the smaller frontier,
and asks the graph for one step of the whole frontier at a time: of a large
graph only what lies near the two ends is read. A step leads from agents to
their films or from films to their agents; between a team and its members there
is no step at all.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from filmgraph.analysis.evidence import batches, load_names, write_values
from filmgraph.catalogs.namespaces import FG, FOAF, ROLE, SCHEMA
from filmgraph.catalogs.roles import load_roles
from filmgraph.errors import FilmgraphError
from filmgraph.model.knowledge import Knowledge

# Past this the chain says nothing about the two, and the search reads the whole graph.
MOST_FILMS = 8
MOST_VERTICES = 200_000

# Of two chains of equal length the one through these roles is told, first ones first:
# a shared editor says more about two films than a shared distributor.
_TELLING_ROLES = (
    "director", "screenwriter", "actor", "cinematographer", "editor", "composer", "producer",
    "production-designer", "costume-designer", "executive-producer", "co-producer", "production-company",
)  # fmt: skip
_TELLING = {role: rank for rank, role in enumerate(_TELLING_ROLES)}
_ANY_ROLE = 20
_LEAST_TELLING = {"distribution": 40, "financing": 30}
# One step outweighs all ranks of a chain: the fewest films win before the roles are looked at.
_STEP = 1_000


@dataclass(frozen=True, slots=True)
class Tie:
    """A credit met by the search."""

    credit: str
    agent: str
    film: str
    role: str


@dataclass(slots=True)
class _Side:
    """One end's search: what was reached, in how many steps, and what was reached last."""

    frontier: set[str]
    at_films: bool
    steps: dict[str, int] = field(default_factory=dict)
    depth: int = 0

    def reach(self, vertices: Iterable[str]) -> set[str]:
        new = {v for v in vertices if v not in self.steps}
        self.steps |= dict.fromkeys(new, self.depth)
        return new


@dataclass(slots=True)
class Found:
    """What the search has read: credits, and who is a member of which team."""

    ties: dict[tuple[str, str], list[Tie]] = field(default_factory=lambda: defaultdict(list))
    members: set[tuple[str, str]] = field(default_factory=set)

    def neighbors(self) -> dict[str, dict[str, int]]:
        """Each vertex's neighbors with the cost of the step to them."""
        near: dict[str, dict[str, int]] = defaultdict(dict)
        for (agent, film), ties in self.ties.items():
            near[agent][film] = near[film][agent] = _STEP + min(rank_role(tie.role) for tie in ties)
        for team, member in self.members:
            near[team][member] = near[member][team] = 1
        return near


def find_chain(
    starts: frozenset[str], goals: frozenset[str], knowledge: Knowledge, *, people_only: bool = False
) -> tuple[tuple[str, ...], Found]:
    """The best of the shortest chains from one of `starts` to one of `goals`, as IRIs, and what was read.

    Each set holds agents or holds films. The chain is () where there is none
    within MOST_FILMS films. Among chains of equally few films the roles decide,
    then the names in alphabetical order. `people_only` leaves out companies.
    """
    found = Found()
    sides = [_start(ends, found, knowledge) for ends in (starts, goals)]
    while not _meet(*sides):
        side = min((s for s in sides if s.frontier), key=lambda s: len(s.frontier), default=None)
        if (
            side is None
            or not all(s.frontier for s in sides)
            or sum(s.depth for s in sides) >= 2 * MOST_FILMS
        ):
            return (), found
        _advance(side, found, knowledge, people_only)
        if sum(len(s.steps) for s in sides) > MOST_VERTICES:
            raise FilmgraphError(
                f"The search for a chain passed {MOST_VERTICES:,} films and agents without an end; "
                "the two are further apart than a search can tell. Try people who are nearer."
            )
    return _choose(sides, starts, goals, found, knowledge), found


def rank_role(role: str) -> int:
    """How little a role tells of a tie between films: 0 for the director, more for the others."""
    if role in _TELLING:
        return _TELLING[role]
    known = load_roles().roles.get(role)
    return _LEAST_TELLING.get(known.department, _ANY_ROLE) if known else _ANY_ROLE


def _start(ends: frozenset[str], found: Found, knowledge: Knowledge) -> _Side:
    films = {
        row["f"] for row in _ask(f"SELECT ?f {{ VALUES ?f {{ %s }} ?f a <{SCHEMA}Movie> }}", ends, knowledge)
    }
    side = _Side(set(ends), at_films=bool(films))
    side.reach(ends)
    if not films:
        side.frontier |= _add_teams(side, ends, found, knowledge)
    return side


def _meet(one: _Side, other: _Side) -> bool:
    return not one.steps.keys().isdisjoint(other.steps)


def _advance(side: _Side, found: Found, knowledge: Knowledge, people_only: bool) -> None:
    """Take one step from all of the frontier."""
    bound = "film" if side.at_films else "agent"
    # Authors of source works did not work on the film: it links them to nobody.
    beside = ", ".join(f"<{ROLE}{role}>" for role in sorted(load_roles().of_sources))
    unless = f"FILTER NOT EXISTS {{ ?agent a <{SCHEMA}Organization> }}" if people_only else ""
    query = (
        f"SELECT ?c ?agent ?film ?role {{ VALUES ?{bound} {{ %s }} "
        f"?c <{FG}{bound}> ?{bound} ; a <{FG}Credit> ; <{FG}agent> ?agent ; <{FG}film> ?film ; "
        f"<{FG}role> ?role . FILTER(?role NOT IN ({beside})) {unless} }}"
    )
    side.depth += 1
    reached: set[str] = set()
    for row in _ask(query, side.frontier, knowledge):
        tie = Tie(row["c"], row["agent"], row["film"], row["role"].removeprefix(ROLE))
        known = found.ties[tie.agent, tie.film]
        if tie not in known:
            known.append(tie)
        reached.add(tie.agent if side.at_films else tie.film)
    side.frontier = side.reach(reached)
    side.at_films = not side.at_films
    if not side.at_films:
        side.frontier |= _add_teams(side, side.frontier, found, knowledge)


def _add_teams(side: _Side, agents: Iterable[str], found: Found, knowledge: Knowledge) -> set[str]:
    """The teams of `agents`, the members of those that are teams, and so on: all at no step's cost."""
    added: set[str] = set()
    latest = set(agents)
    while latest:
        near: set[str] = set()
        for end, other in (("team", "member"), ("member", "team")):
            query = f"SELECT ?{end} ?{other} {{ VALUES ?{end} {{ %s }} ?team <{FOAF}member> ?member }}"
            for row in _ask(query, latest, knowledge):
                found.members.add((row["team"], row["member"]))
                near.add(row[other])
        latest = side.reach(near)
        added |= latest
    return added


def _choose(
    sides: list[_Side], starts: frozenset[str], goals: frozenset[str], found: Found, knowledge: Knowledge
) -> tuple[str, ...]:
    """The cheapest chain over what was read; names decide among equals (Dijkstra's algorithm)."""
    near = found.neighbors()
    names = load_names(_on_shortest(sides, near), knowledge)
    # A chain's names are compared only with those of chains of the same cost.
    waiting: list[tuple[int, tuple[str, ...], tuple[str, ...]]]
    waiting = [(0, (names.get(v, v),), (v,)) for v in starts]
    heapq.heapify(waiting)
    done: set[str] = set()
    while waiting:
        cost, labels, chain = heapq.heappop(waiting)
        here = chain[-1]
        if here in goals:
            return chain
        if here in done:
            continue
        done.add(here)
        for there, step in near[here].items():
            if there in names and there not in done:
                heapq.heappush(waiting, (cost + step, (*labels, names[there]), (*chain, there)))
    return ()


def _on_shortest(sides: list[_Side], near: Mapping[str, Mapping[str, int]]) -> set[str]:
    """The vertices that lie on some shortest chain: those met by both sides, and what led there."""
    one, other = sides
    met = one.steps.keys() & other.steps.keys()
    on: set[str] = set(met)
    for side in sides:
        waiting = list(met)
        while waiting:
            here = waiting.pop()
            for there in near[here]:
                if there not in on and side.steps.get(there, side.depth + 1) <= side.steps[here]:
                    on.add(there)
                    waiting.append(there)
    return on


def _ask(query: str, iris: Iterable[str], knowledge: Knowledge) -> list[dict[str, str]]:
    return [
        row for batch in batches(iris) for row in knowledge.select(query.replace("%s", write_values(batch)))
    ]
