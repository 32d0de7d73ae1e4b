"""Sole links: the agents who alone tie the films of one director to those of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from filmgraph.analysis.networks import Network

# An agent on more bodies of work than this is a hub (a broadcaster), and says nothing of any pair of them.
_MOST_BODIES = 60


# A body of work is named by the directors of its films, sorted by IRI.
Body = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SoleLink:
    """An agent credited on films of two bodies of work that share no other agent.

    `one` and `other` are the directors (IRIs); `films` are the agent's films in each
    body, the smaller share first; `sizes` how many films the bodies have.
    `people_only` says that companies, but no other person, tie the two as well.
    """

    agent: str
    one: Body
    other: Body
    films: tuple[tuple[str, ...], tuple[str, ...]]
    sizes: tuple[int, int]
    people_only: bool


def find_bodies(graph: Network, directed_by: Mapping[str, Iterable[str]]) -> dict[str, Body]:
    """The body of work that each film belongs to.

    Films that share a director are of one body; a film without a director is of none.
    """
    ties: Network = nx.Graph()
    for film, directors in directed_by.items():
        if film in graph:
            ties.add_edges_from((film, director) for director in directors)
    found: dict[str, Body] = {}
    for body in nx.connected_components(ties):
        directors = tuple(sorted(v for v in body if v not in directed_by))
        found |= {v: directors for v in body if v in directed_by}
    return found


def find_sole_links(graph: Network, bodies: Mapping[str, Body]) -> list[SoleLink]:
    """The sole links of a network of agents and films, those between the largest bodies first.

    A director whose own films are one of the two bodies counts like anyone else.
    """
    kinds = dict(graph.nodes(data="kind"))
    on: dict[str, dict[Body, list[str]]] = {}
    for agent in (v for v in sorted(graph) if kinds[v] != "film"):
        films: dict[Body, list[str]] = defaultdict(list)
        for film in sorted(graph.adj[agent]):
            if film in bodies:
                films[bodies[film]].append(film)
        if 1 < len(films) <= _MOST_BODIES:
            on[agent] = films
    ties: dict[tuple[Body, Body], list[str]] = defaultdict(list)
    for agent, films in on.items():
        for pair in combinations(sorted(films), 2):
            ties[pair].append(agent)
    sizes: dict[Body, int] = defaultdict(int)
    for name in bodies.values():
        sizes[name] += 1
    links = []
    for pair, agents in ties.items():
        people = [agent for agent in agents if kinds[agent] != "organization"]
        sole = agents if len(agents) == 1 else people
        if len(sole) == 1:
            one, other = sorted(pair, key=lambda body: (len(on[sole[0]][body]), sizes[body], body))
            shares = (tuple(on[sole[0]][one]), tuple(on[sole[0]][other]))
            links.append(SoleLink(sole[0], one, other, shares, (sizes[one], sizes[other]), len(agents) > 1))
    return sorted(links, key=lambda k: (k.people_only, -min(k.sizes), -sum(k.sizes), k.agent, k.one, k.other))
