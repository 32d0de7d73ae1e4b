"""Networks: the rows of a query as a networkx graph, with the credits behind its vertices and edges."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from filmgraph.analysis.evidence import (
    batches,
    describe_role,
    load_adaptation_quotes,
    load_credits,
    load_credits_of_films,
    load_film_cards,
    write_values,
)
from filmgraph.catalogs.namespaces import FOAF, ROLE
from filmgraph.catalogs.queries import NamedQuery, bind
from filmgraph.errors import QueryError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.network import CreditLine
from filmgraph.model.terms import Term

# networkx graphs are generic only in their type stubs.
Network = Any


def build_network(
    query: NamedQuery,
    knowledge: Knowledge,
    bindings: Mapping[str, Sequence[Term]] | None = None,
    *,
    evidence: bool = True,
    timeout: float | None = None,
) -> Network:
    """The network that a query describes, one row an edge.

    Needs the columns `source` and `target`; takes `weight` (1 where missing),
    `sourceLabel`, `sourceKind`, `targetLabel`, `targetKind`, `films` (IRIs
    separated by spaces), `role`, `credit`, `relation` and `adaptation`. A query
    whose rows name a credit gives parallel edges, keyed by the credit's IRI;
    the header's `directed: true` gives directed ones. Vertices and edges come in
    the order of their IRIs. What the attributes are called is said in
    `model/network.py`; `evidence=False` leaves out credits and quotes.

    Raises QueryError where a column is missing, and what the store raises.
    """
    table = knowledge.select(bind(query, bindings or {}), timeout=timeout)
    missing = {"source", "target"} - set(table.columns)
    if missing:
        raise QueryError(
            f"The network {query.name!r} lacks the column {', '.join(sorted(missing))}; "
            "a network's query selects ?source and ?target, and ?weight where edges are counted."
        )
    directed = dict(query.settings).get("directed") == "true"
    network = _new_graph(directed, multi="credit" in table.columns)
    network.graph |= {"name": query.name, "summary": query.summary}
    rows = sorted(table, key=lambda row: (row["source"], row["target"], row.get("credit", "")))
    _add_vertices(network, rows)
    for row in rows:
        _add_edge(network, row)
    _add_films(network, knowledge)
    if evidence:
        _add_evidence(network, knowledge)
    return network


def films_of(network: Network) -> frozenset[str]:
    """The IRIs of the films that a network is about: film vertices and the films on edges."""
    vertices = {v for v, kind in network.nodes(data="kind") if kind == "film"}
    return frozenset(vertices.union(*(films for *_, films in network.edges(data="films"))))


def _new_graph(directed: bool, multi: bool) -> Network:
    if multi:
        return nx.MultiDiGraph() if directed else nx.MultiGraph()
    return nx.DiGraph() if directed else nx.Graph()


def _add_vertices(network: Network, rows: Sequence[Mapping[str, str]]) -> None:
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        for end in ("source", "target"):
            iri = row[end]
            label = row.get(end + "Label") or iri.rpartition("/")[2]
            seen = found.setdefault(iri, {"label": label, "kind": row.get(end + "Kind", "")})
            # An entity with two names comes in two rows; one of them is chosen the same way each time.
            seen["label"] = min(seen["label"], label)
    for iri, attributes in sorted(found.items()):
        network.add_node(iri, **attributes, department="")


def _add_edge(network: Network, row: Mapping[str, str]) -> None:
    source, target = row["source"], row["target"]
    films = set(row.get("films", "").split())
    films |= {end for end in (source, target) if network.nodes[end]["kind"] == "film"}
    edge: dict[str, Any] = {"weight": _number(row.get("weight", "1")), "films": tuple(sorted(films))}
    if "role" in row:
        role = row["role"].removeprefix(ROLE)
        label, department = describe_role(role)
        edge |= {"role": role, "role_label": label, "department": department}
    edge |= {name: row[name] for name in ("credit", "relation", "adaptation") if name in row}
    if network.is_multigraph():
        network.add_edge(source, target, key=row.get("credit", row.get("role", "")), **edge)
    elif network.has_edge(source, target):
        # The same pair in another row, such as an author's work that became two films.
        known = network.edges[source, target]
        known["films"] = tuple(sorted({*known["films"], *films}))
    else:
        network.add_edge(source, target, **edge)


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value


def _add_films(network: Network, knowledge: Knowledge) -> None:
    cards = load_film_cards(films_of(network), knowledge)
    network.graph["films"] = cards
    for vertex, attributes in network.nodes(data=True):
        if attributes["kind"] == "film" and cards[vertex].year:
            attributes["year"] = cards[vertex].year


def _add_evidence(network: Network, knowledge: Knowledge) -> None:
    agents = frozenset(v for v, kind in network.nodes(data="kind") if kind not in ("film", "work"))
    ids = [c for *_, c in network.edges(data="credit") if c]
    if ids:
        credits = load_credits(ids, knowledge)
    else:
        credits = load_credits_of_films(films_of(network), knowledge, agents)
    network.graph["credits"] = credits
    ties = {a for *_, a in network.edges(data="adaptation") if a}
    network.graph["adaptations"] = load_adaptation_quotes(ties, knowledge)
    for vertex, department in main_departments(credits).items():
        if vertex in network:
            network.nodes[vertex]["department"] = department
    for author, _, relation in network.edges(data="relation"):
        if relation == "author of" and not network.nodes[author]["department"]:
            network.nodes[author]["department"] = "writing"
    for team, members in load_members(agents, knowledge).items():
        network.nodes[team]["members"] = members


def main_departments(credits: Sequence[CreditLine]) -> dict[str, str]:
    """Each agent's department: the one of most of its films, the one listed first below among equals.

    A film directed counts twice: who directs half as often as producing is known as a director.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, agent, department in {(c.film, c.agent, c.department) for c in credits}:
        counts[agent][department] += 2 if department == "direction" else 1
    return {
        agent: min(found, key=lambda d: (-found[d], _DEPARTMENT_RANK.get(d, 99), d))
        for agent, found in sorted(counts.items())
    }


# Among equals, what a reader would name a person by: a writer-director directs.
_DEPARTMENT_RANK = {
    name: rank
    for rank, name in enumerate(("direction", "writing", "camera", "editing", "music", "cast", "production"))
}


def load_members(agents: frozenset[str], knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """The members of those of `agents` that are teams, by team, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for batch in batches(agents):
        rows = knowledge.select(
            f"SELECT ?team ?member {{ VALUES ?team {{ {write_values(batch)} }} "
            f"?team <{FOAF}member> ?member }}"
        )
        for row in rows:
            found[row["team"]].append(row["member"])
    return {team: tuple(sorted(members)) for team, members in sorted(found.items())}
