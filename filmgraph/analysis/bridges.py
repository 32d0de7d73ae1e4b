"""Bridges: the agents without whom films part from one another, with what each of them joins.

In a network of agents and films an agent is a bridge when taking it out leaves
films unconnected that were connected before (an articulation point, Hopcroft
and Tarjan 1973). All of them are found in one pass over the network's blocks;
how many films hang on each follows from the tree of blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from filmgraph.analysis.finding import Finding, build_table, count, list_films
from filmgraph.analysis.links import Body, SoleLink, find_bodies, find_sole_links
from filmgraph.analysis.networks import Network
from filmgraph.analysis.search import rank_role
from filmgraph.model.network import CreditLine, FilmCard
from filmgraph.model.terms import IRI

_COLUMNS = ("agent", "kind", "among", "films", "parts", "cutOff", "joins", "hangsOn", "quote", "iri")
_EVERYONE, _PEOPLE = "people and companies", "people"
_Credits = Mapping[tuple[str, str], CreditLine]


@dataclass(frozen=True, slots=True)
class Bridge:
    """An agent that joins parts of the network.

    `parts` are the parts that are left without it, smallest first: how many
    films each has, and those of them that the agent itself worked on.
    """

    agent: str
    parts: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def cut_off(self) -> int:
        """How many films part from the largest part when the agent is taken out."""
        return sum(size for size, _ in self.parts[:-1])


def analyze(network: Network, top: int | None = None) -> Finding:
    """The bridges of a network of credits, those on whom most films hang first.

    First those among people and companies; then, among people alone, those
    whose ties no other person shares although a company may; last, who alone
    ties the films of two directors, again among all and among people. A team
    counts as one with its members. Columns: the agent, its kind, among whom it
    is a bridge, and its number of films; into how many parts its component
    falls without it, and how many films then part from the largest (both empty
    for the tie of two directors, which others may reach by a detour); its films
    in each part, with the size of the part; and where a part hangs on one film
    of the agent alone, that credit and its quote.
    """
    everyone = join_teams(network)
    people = everyone.subgraph(v for v, kind in everyone.nodes(data="kind") if kind != "organization")
    ranked = _rank(everyone, network, _EVERYONE)
    among_all = {bridge.agent for _, bridge in ranked}
    ranked += [(among, b) for among, b in _rank(people, network, _PEOPLE) if b.agent not in among_all]
    credits = _credits_by_tie(network)
    rows = [_build_row(among, bridge, network, credits, everyone) for among, bridge in ranked]
    links = find_sole_links(everyone, find_bodies(everyone, _directors(network)))
    rows += [_build_link_row(link, network, credits, everyone) for link in links]
    reading = _read(everyone, [b for a, b in ranked if a == _EVERYONE], network)
    held = [b for a, b in ranked if a == _PEOPLE]
    if held:
        reading += f" Among people alone {len(held):,} more, above all {_tell(held[0], network)}."
    if links:
        reading += f" {_tell_links(links, network)}"
    return Finding(build_table(_COLUMNS, rows, top), reading)


def _rank(graph: Network, network: Network, among: str) -> list[tuple[str, Bridge]]:
    names = dict(network.nodes(data="label"))
    bridges = find_bridges(graph)
    bridges.sort(key=lambda b: (-b.cut_off, -len(b.parts), names[b.agent], b.agent))
    return [(among, bridge) for bridge in bridges]


def _build_row(
    among: str, bridge: Bridge, network: Network, credits: _Credits, graph: Network
) -> tuple[str | int | IRI, ...]:
    cards, vertex = network.graph["films"], network.nodes[bridge.agent]
    single = [films[0] for _, films in bridge.parts[:-1] if len(films) == 1]
    return (
        vertex["label"],
        vertex["kind"],
        among,
        graph.degree(bridge.agent),
        len(bridge.parts),
        bridge.cut_off,
        " ⇿ ".join(_describe_part(size, films, cards) for size, films in bridge.parts),
        *_tell_credits(bridge.agent, single, cards, credits),
        IRI(bridge.agent),
    )


def _build_link_row(
    link: SoleLink, network: Network, credits: _Credits, graph: Network
) -> tuple[str | int | IRI, ...]:
    cards, vertex = network.graph["films"], network.nodes[link.agent]
    among = f"{_PEOPLE}, " if link.people_only else ""
    single = [films[0] for films in link.films if len(films) == 1]
    return (
        vertex["label"],
        vertex["kind"],
        f"{among}films of {_name(link.one, network)} ⇿ films of {_name(link.other, network)}",
        graph.degree(link.agent),
        "",
        "",
        " ⇿ ".join(list_films(cards[f] for f in films) for films in link.films),
        *_tell_credits(link.agent, single, cards, credits),
        IRI(link.agent),
    )


def _tell_credits(
    agent: str, films: Iterable[str], cards: Mapping[str, FilmCard], credits: _Credits
) -> tuple[str, str]:
    """The agent's main credit on each film, and the words for them."""
    held = [credit for film in films if (credit := credits.get((agent, film)))]
    quotes = dict.fromkeys(q.text for c in held for q in c.quotes[:1] if q.text)
    return "; ".join(f"{c.role_label}, {cards[c.film].label}" for c in held), " | ".join(quotes)


def join_teams(network: Network) -> Network:
    """The plain graph of agents and films, in which a team stands for its members too.

    Vertices keep their kind; edges that would lead out of films and agents do not exist here.
    """
    stands_for = {
        member: team
        for team, members in sorted(network.nodes(data="members"), reverse=True)
        for member in members or ()
    }
    graph: Network = nx.Graph()
    for vertex, kind in network.nodes(data="kind"):
        graph.add_node(stands_for.get(vertex, vertex), kind=kind)
    for team in set(stands_for.values()):
        graph.nodes[team]["kind"] = "team"
    graph.add_edges_from((stands_for.get(a, a), stands_for.get(b, b)) for a, b, *_ in network.edges())
    return graph


def find_bridges(graph: Network) -> list[Bridge]:
    """The agents whose removal leaves films of one component unconnected, in no order."""
    found: Iterable[Any] = nx.biconnected_components(graph)
    blocks: list[frozenset[str]] = [frozenset(block) for block in found]
    of_vertex: dict[str, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        for vertex in block:
            of_vertex[vertex].append(i)
    cuts = {v: ids for v, ids in of_vertex.items() if len(ids) > 1}
    films = {v for v, kind in graph.nodes(data="kind") if kind == "film"}
    sizes = _count_films(blocks, cuts, films)
    bridges = []
    for agent in cuts.keys() - films:
        parts = [(sizes[agent, i], tuple(sorted(graph.adj[agent].keys() & blocks[i]))) for i in cuts[agent]]
        bridges.append(Bridge(agent, tuple(sorted(parts))))
    return bridges


def _count_films(
    blocks: list[frozenset[str]], cuts: Mapping[str, list[int]], films: set[str]
) -> dict[tuple[str, int], int]:
    """For each cut vertex and each of its blocks: how many films lie on that block's side of it.

    The tree of blocks and cut vertices is walked once from a root, parents
    first; then the films below each are added up, children first.
    """
    cuts_of = [sorted(block & cuts.keys()) for block in blocks]
    own = [len(block & films) - sum(v in films for v in cuts_of[i]) for i, block in enumerate(blocks)]
    sizes: dict[tuple[str, int], int] = {}
    seen: set[int] = set()
    for root in range(len(blocks)):
        if root in seen:
            continue
        order: list[tuple[int, str | None]] = []
        waiting: list[tuple[int, str | None]] = [(root, None)]
        while waiting:
            block, above = waiting.pop()
            seen.add(block)
            order.append((block, above))
            waiting += [(b, v) for v in cuts_of[block] if v != above for b in cuts[v] if b != block]
        below: dict[int, int] = {}
        for block, above in reversed(order):
            below[block] = own[block]
            for vertex in cuts_of[block]:
                if vertex != above:
                    children = (below[b] for b in cuts[vertex] if b != block)
                    below[block] += (vertex in films) + sum(children)
            if above is not None:
                sizes[above, block] = below[block]
        total = below[root]
        for block, above in order:
            for vertex in cuts_of[block]:
                if vertex != above:
                    inside = sum(below[b] for b in cuts[vertex] if b != block)
                    sizes[vertex, block] = total - inside - (vertex in films)
    return sizes


def _credits_by_tie(network: Network) -> _Credits:
    """The most telling credit of each agent on each film; a member's credit is its team's too."""
    teams = {m: team for team, members in network.nodes(data="members") for m in members or ()}
    found: dict[tuple[str, str], CreditLine] = {}
    for credit in sorted(network.graph["credits"], key=lambda c: (rank_role(c.role), c.iri)):
        found.setdefault((credit.agent, credit.film), credit)
        found.setdefault((teams.get(credit.agent, credit.agent), credit.film), credit)
    return found


def _directors(network: Network) -> dict[str, list[str]]:
    """The directors of each film, a team for its members."""
    teams = {m: team for team, members in network.nodes(data="members") for m in members or ()}
    found: dict[str, list[str]] = defaultdict(list)
    for credit in network.graph["credits"]:
        if credit.role == "director":
            found[credit.film].append(teams.get(credit.agent, credit.agent))
    return found


def _name(body: Body, network: Network) -> str:
    names = [network.nodes[director]["label"] for director in body]
    return " and ".join(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} others"


def _tell_links(links: list[SoleLink], network: Network) -> str:
    first = links[0]
    told = f"{_name(first.one, network)} and {_name(first.other, network)}"
    alone = "among people, " if first.people_only else ""
    who = network.nodes[first.agent]["label"]
    pairs = "1 pair" if len(links) == 1 else f"{len(links):,} pairs"
    return (
        f"{pairs} of directors are linked by one agent alone: {alone}the films of {told} by {who}, for one."
    )


def _describe_part(size: int, films: Iterable[str], cards: Mapping[str, FilmCard]) -> str:
    own = [cards[f] for f in films]
    others = size - len(own)
    return list_films(own) + (f" [with {count(others, 'other film')}]" if others else "")


def _read(graph: Network, bridges: list[Bridge], network: Network) -> str:
    films = sum(kind == "film" for _, kind in graph.nodes(data="kind"))
    separate = nx.number_connected_components(graph)
    parts = "all connected" if separate == 1 else f"in {separate:,} separate parts"
    start = f"{count(films, 'film')} and {count(len(graph) - films, 'agent')}, {parts}"
    if not bridges:
        return f"{start}; no single agent holds them together."
    holders = "1 agent joins" if len(bridges) == 1 else f"{len(bridges):,} agents each join"
    return f"{start}; {holders} films that would part otherwise, above all {_tell(bridges[0], network)}."


def _tell(bridge: Bridge, network: Network) -> str:
    lost = list_films(network.graph["films"][f] for _, own in bridge.parts[:-1] for f in own)
    name = network.nodes[bridge.agent]["label"]
    return f"{name}, without whom {count(bridge.cut_off, 'film')} would part from the rest ({lost})"
