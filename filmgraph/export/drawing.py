"""What a picture of a network shows, apart from how it is written: marks, lines and the default view."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from filmgraph.export.layout import SHOWN_WHOLE, Network, Place, lay_out, team_ties
from filmgraph.export.palette import Group, find_group


@dataclass(frozen=True, slots=True)
class Mark:
    """A vertex as it is drawn."""

    iri: str
    label: str
    kind: str
    group: Group
    place: Place


@dataclass(frozen=True, slots=True)
class Line:
    """All edges between two vertices as one line: `is_membership` for a team and its member."""

    source: str
    target: str
    weight: float
    films: tuple[str, ...]
    group: Group
    edges: tuple[dict[str, Any], ...] = ()
    is_membership: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network's picture; at first only agents of at least `least_films` films are shown."""

    title: str
    summary: str
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    least_films: int

    def visible(self) -> tuple[Mark, ...]:
        """The marks of the default view."""
        return tuple(m for m in self.marks if is_shown(m, self.least_films))


def is_shown(mark: Mark, least_films: int) -> bool:
    """Whether a mark is part of the view of agents with at least `least_films` films (1 shows everyone)."""
    return mark.kind in ("film", "work") or max(mark.place.films, 1) >= least_films


def build_drawing(network: Network, title: str = "") -> Drawing:
    """The picture of a network under `title`; where it is "", under its focus or its summary.

    Raises FilmgraphError where the network is too large for a picture.
    """
    places = lay_out(network)
    marks = tuple(
        Mark(v, data["label"], data["kind"], find_group(data["department"]), places[v])
        for v, data in network.nodes(data=True)
    )
    several = sum(is_shown(m, 2) for m in marks)
    least = 2 if len(marks) > SHOWN_WHOLE and several >= 8 else 1
    summary = network.graph.get("summary", "")
    focus = network.graph.get("focus", ())
    around = f"Around {focus[0]}" if focus else ""
    return Drawing(title or around or summary or "Network", summary, marks, _build_lines(network), least)


def _build_lines(network: Network) -> tuple[Line, ...]:
    edges: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for source, target, data in network.edges(data=True):
        edges[source, target].append(data)
    lines = []
    for (source, target), data in sorted(edges.items()):
        films = tuple(sorted({f for d in data for f in d["films"]}))
        weight = len(films) if network.is_multigraph() else sum(d["weight"] for d in data)
        group = _line_group(network, source, data)
        lines.append(Line(source, target, weight, films, group, tuple(data)))
    lines += [
        Line(team, member, 1, (), find_group(network.nodes[team]["department"]), is_membership=True)
        for team, member in team_ties(network)
        if not {(team, member), (member, team)} & edges.keys()
    ]
    return tuple(lines)


def _line_group(network: Network, source: str, edges: list[dict[str, Any]]) -> Group:
    """The group of the line's credits, the agent's own where it is among them."""
    departments = [d["department"] for d in edges if d.get("department")]
    own = network.nodes[source]["department"]
    if not departments:
        return find_group("")
    return find_group(own if own in departments else min(departments))
