"""The scheme of credit roles as quads, as the graph carries it.

Read with pyoxigraph's parser for speed, as `catalogs/roles.py` reads it; blank
nodes have no place in the scheme, so that two builds give the same bytes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filmgraph.catalogs.resources import find_folder
from filmgraph.model.terms import IRI, Literal, Quad, Term


@cache
def load_role_scheme() -> tuple[Quad, ...]:
    """Every triple of `ontology/roles.ttl`, for the default graph, in the order of their text.

    Raises SyntaxError where the file is not Turtle, ValueError where it holds a blank node.
    """
    return read_scheme(find_folder("ontology") / "roles.ttl")


def read_scheme(path: Path) -> tuple[Quad, ...]:
    """The triples of a Turtle file as quads of the default graph, in the order of their text."""
    from pyoxigraph import Literal as OxLiteral
    from pyoxigraph import NamedNode, RdfFormat, parse

    found: list[Quad] = []
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | OxLiteral):
            raise ValueError(f"{path.name} holds a blank node or a quoted triple: {quad}")
        term: Term = IRI(value.value)
        if isinstance(value, OxLiteral):
            term = Literal(value.value, value.datatype.value, value.language or "")
        found.append(Quad(IRI(subject.value), IRI(quad.predicate.value), term))
    return tuple(sorted(found, key=Quad.n4))
