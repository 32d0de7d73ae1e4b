"""A network whose attributes are plain text and numbers, as graph file formats can hold them."""

from __future__ import annotations

from typing import Any

from filmgraph.export.layout import count_films
from filmgraph.model.network import FilmCard

Network = Any
_SEPARATOR = " | "


def flatten(network: Network) -> Network:
    """A copy with plain attributes, vertices and edges sorted by IRI, parallel edges by credit.

    Vertices: `label`, `kind`, `department`, `year` (films), `film_count`.
    Edges: `weight`, `films` (titles), and where known `role`, `department`,
    `relation`, `credit` (IRI), `character`, `quote` and `source`. What is
    unknown is left out; several values are joined by " | ".
    """
    flat = network.__class__()
    flat.graph["name"] = network.graph.get("name", "")
    counts = count_films(network)
    for vertex, data in sorted(network.nodes(data=True)):
        attributes = {k: clean(data[k]) for k in ("label", "kind", "department") if data.get(k)}
        if data.get("year"):
            attributes["year"] = data["year"]
        flat.add_node(vertex, **attributes, film_count=counts[vertex])
    cards = network.graph.get("films", {})
    credits = {c.iri: c for c in network.graph.get("credits", ())}
    quotes = network.graph.get("adaptations", {})
    for source, target, *key, data in _sorted_edges(network):
        flat.add_edge(source, target, *key, **_flatten_edge(data, cards, credits, quotes))
    return flat


def _sorted_edges(network: Network) -> list[tuple[Any, ...]]:
    if network.is_multigraph():
        return sorted(network.edges(keys=True, data=True), key=lambda e: e[:3])
    if network.is_directed():
        return sorted(network.edges(data=True), key=lambda e: e[:2])
    # An undirected edge comes with its ends in the order of the vertices: smaller IRI first.
    return sorted(((min(a, b), max(a, b), d) for a, b, d in network.edges(data=True)), key=lambda e: e[:2])


def _flatten_edge(
    data: dict[str, Any], cards: dict[str, FilmCard], credits: dict[str, Any], quotes: dict[str, Any]
) -> dict[str, Any]:
    titles = _SEPARATOR.join(cards[f].label if f in cards else f for f in data.get("films", ()))
    attributes: dict[str, Any] = {
        "weight": data["weight"],
        "films": titles,
        "role": data.get("role_label", ""),
        "department": data.get("department", ""),
        "relation": data.get("relation", ""),
        "credit": data.get("credit", ""),
    }
    said = quotes.get(data.get("adaptation", ""), ())
    if credit := credits.get(data.get("credit", "")):
        attributes["character"] = _SEPARATOR.join(credit.characters)
        said = credit.quotes
    attributes["quote"] = _SEPARATOR.join(dict.fromkeys(q.text for q in said if q.text))
    attributes["source"] = _SEPARATOR.join(dict.fromkeys(q.source for q in said if q.source))
    return {k: clean(v) if isinstance(v, str) else v for k, v in attributes.items() if v != ""}


def clean(text: str) -> str:
    """Text without the characters that XML 1.0 or UTF-8 cannot hold (control characters, surrogates)."""
    return "".join(
        c
        for c in text
        if (c >= " " or c in "\t\n\r") and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
    )
