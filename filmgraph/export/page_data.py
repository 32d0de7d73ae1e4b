"""What the page of a network holds as data: plain lists that point at one another by position."""

from __future__ import annotations

import re
from typing import Any

from filmgraph.export.drawing import Drawing, Mark
from filmgraph.export.layout import shorten
from filmgraph.export.palette import GROUPS, find_group
from filmgraph.model.network import CreditLine, FilmCard, Quote

Network = Any
_LONGEST_QUOTE = 2000  # a row that holds a film's whole cast is cut
_GROUP = {group.id: index for index, group in enumerate(GROUPS)}


def build_page_data(network: Network, drawing: Drawing) -> dict[str, Any]:
    """The data of a page, ready for `json.dumps`.

    `vertices`, `lines`, `films`, `credits` and `quotes` refer to one another by
    index; `groups` are the groups of departments, `least` the number of films
    an agent needs to be in the first view.
    """
    vertices = {mark.iri: i for i, mark in enumerate(drawing.marks)}
    cards: dict[str, FilmCard] = network.graph.get("films", {})
    films = {iri: i for i, iri in enumerate(sorted(cards))}
    credits = [c for c in network.graph.get("credits", ()) if c.film in films and c.agent in vertices]
    credits.sort(key=_reading_order)
    said = network.graph.get("adaptations", {})
    quotes = _collect_quotes(credits, said)
    numbers = {quote: i for i, quote in enumerate(quotes)}
    return {
        "summary": drawing.summary,
        "least": drawing.least_films,
        "groups": [{"id": g.id, "label": g.label} for g in GROUPS],
        "vertices": [_build_vertex(mark, films, cards) for mark in drawing.marks],
        "lines": [
            {
                "source": vertices[line.source],
                "target": vertices[line.target],
                "weight": line.weight,
                "group": _GROUP[line.group.id],
                "films": [films[f] for f in line.films if f in films],
                "member": line.is_membership,
                "relation": next((e["relation"] for e in line.edges if e.get("relation")), ""),
                "quotes": [numbers[q] for q in _quotes_of_tie(line.edges, said)],
            }
            for line in drawing.lines
        ],
        "films": [
            {
                "id": iri,
                "title": cards[iri].title,
                "year": cards[iri].year,
                "original": cards[iri].original_title,
                "vertex": vertices.get(iri),
            }
            for iri in films
        ],
        "credits": [_build_credit(c, vertices, films, numbers) for c in credits],
        "quotes": [_build_quote(quote) for quote in quotes],
    }


# The roles that come before the others of their department.
_FIRST = ("director", "screenwriter", "story", "producer", "production-company", "executive-producer",
          "co-producer", "co-production-company", "actor")  # fmt: skip
_OFFSET = re.compile(r"=(\d+)")


def _reading_order(credit: CreditLine) -> tuple[Any, ...]:
    """By role, then in the order in which the document names them."""
    rank = _FIRST.index(credit.role) if credit.role in _FIRST else len(_FIRST)
    quote = credit.quotes[0] if credit.quotes else None
    offset = _OFFSET.search(quote.attestation) if quote else None
    place = quote.text.find(credit.credited_as[0]) if quote and credit.credited_as else 0
    document = quote.attestation.partition("#")[0] if quote else ""
    return (rank, credit.role, document, int(offset[1]) if offset else 0, place, credit.iri)


def _collect_quotes(credits: list[CreditLine], said: dict[str, tuple[Quote, ...]]) -> list[Quote]:
    found = {q for c in credits for q in c.quotes} | {q for of in said.values() for q in of}
    return sorted(found, key=lambda q: (q.attestation, q.text, q.source))


def _quotes_of_tie(edges: tuple[dict[str, Any], ...], said: dict[str, tuple[Quote, ...]]) -> list[Quote]:
    """The words that state a tie to a source work."""
    found = [q for e in edges if e.get("relation") for q in said.get(e.get("adaptation", ""), ())]
    return list(dict.fromkeys(found))


def _build_vertex(mark: Mark, films: dict[str, int], cards: dict[str, FilmCard]) -> dict[str, Any]:
    place = mark.place
    vertex: dict[str, Any] = {
        "id": mark.iri,
        "label": mark.label,
        "drawn": shorten(mark.label),
        "kind": mark.kind,
        "group": _GROUP[mark.group.id],
        "films": place.films,
        "x": place.x,
        "y": place.y,
        "r": place.radius,
        "width": place.width,
        "height": place.height,
    }
    if mark.iri in films:
        card = cards[mark.iri]
        vertex |= {"film": films[mark.iri], "year": card.year}
        vertex["names"] = [card.original_title] if card.original_title else []
    return vertex


def _build_credit(
    credit: CreditLine, vertices: dict[str, int], films: dict[str, int], numbers: dict[Quote, int]
) -> dict[str, Any]:
    return {
        "film": films[credit.film],
        "agent": vertices[credit.agent],
        "role": credit.role_label,
        "group": _GROUP[find_group(credit.department).id],
        "names": list(credit.credited_as),
        "characters": list(credit.characters),
        "territories": list(credit.territories),
        "through": list(credit.through),
        "quotes": [numbers[q] for q in credit.quotes],
    }


def _build_quote(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text if len(quote.text) <= _LONGEST_QUOTE else f"{quote.text[:_LONGEST_QUOTE]} …",
        "source": quote.source,
        "origin": quote.origin,
        "row": "#row=" in quote.attestation,
    }
