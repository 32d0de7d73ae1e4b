"""Content negotiation, by the examples and rules of RFC 9110, section 12.5.1."""

from __future__ import annotations

import pytest

from filmgraph.endpoint.negotiation import GRAPH_TYPES, TABLE_TYPES, choose_type

JSON = "application/sparql-results+json"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json", JSON),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv"),
        ("*/*;q=0.1, text/csv;q=0", JSON),
        ("text/csv;q=0", None),
        ("text/html, image/png", None),
        ("text/html, */*;q=0.8", JSON),
        ("text/csv;charset=utf-8;q=0.9", "text/csv"),
        ("text/csv;q=none", None),
        ("nonsense", None),
    ],
)
def test_tables(accept: str | None, chosen: str | None) -> None:
    assert choose_type(accept, TABLE_TYPES) == chosen


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/n-triples, text/turtle;q=0.9", "application/n-triples"),
        ("application/xml", "application/rdf+xml"),
        ("application/sparql-results+json", None),
    ],
)
def test_graphs(accept: str | None, chosen: str | None) -> None:
    assert choose_type(accept, GRAPH_TYPES) == chosen
