"""Collaborations: who worked with whom, how often and on which films."""

from __future__ import annotations

from collections import defaultdict

from filmgraph.analysis.finding import Finding, build_table, count, list_films, list_roles, list_years
from filmgraph.analysis.networks import Network
from filmgraph.model.network import CreditLine
from filmgraph.model.terms import IRI

_COLUMNS = (
    "agent", "partner", "films", "years", "titles", "agentRoles", "partnerRoles", "agentIri", "partnerIri",
)  # fmt: skip


def analyze(network: Network, top: int | None = None) -> Finding:
    """The pairs of a network whose edges are shared films, most films first, then by name.

    Columns: the two agents, the number of films, the years of the first and the
    last, the titles, and what each of the two did on them.
    """
    cards = network.graph["films"]
    held: dict[tuple[str, str], list[CreditLine]] = defaultdict(list)
    for credit in network.graph["credits"]:
        held[credit.agent, credit.film].append(credit)
    names = dict(network.nodes(data="label"))
    pairs = [
        (*sorted(pair, key=lambda v: (names[v], v)), data["films"])
        for *pair, data in network.edges(data=True)
    ]
    pairs.sort(key=lambda pair: (-len(pair[2]), names[pair[0]], names[pair[1]], pair[:2]))
    rows = [
        (
            names[one],
            names[other],
            len(films),
            list_years(cards[f] for f in films),
            list_films((cards[f] for f in films), most=6),
            list_roles(c for f in films for c in held[one, f]),
            list_roles(c for f in films for c in held[other, f]),
            IRI(one),
            IRI(other),
        )
        for one, other, films in pairs[:top]
    ]
    return Finding(build_table(_COLUMNS, rows, top), _read(pairs, names))


def _read(pairs: list[tuple[str, str, tuple[str, ...]]], names: dict[str, str]) -> str:
    if not pairs:
        return "No two agents share a film."
    one, other, films = pairs[0]
    again = sum(len(f) > 1 for *_, f in pairs)
    told = f"{count(len(pairs), 'pair')} of agents worked together, {again:,} of them on more than one film"
    return f"{told}; most often {names[one]} and {names[other]} ({count(len(films), 'film')})."
