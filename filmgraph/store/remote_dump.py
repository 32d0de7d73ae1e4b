"""An endpoint's graphs as bytes, in the order in which a store of our own writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from filmgraph.errors import QueryError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.terms import IRI, Quad
from filmgraph.store.turtle import write_prefixes, write_trig_graph, write_triples

_TYPES = ("application/n-quads", "application/n-triples", "text/turtle", "application/trig")
_DEFAULT = "SELECT ?s ?p ?o { ?s ?p ?o }"
_NAMED = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"


def dump_remote(endpoint: Knowledge, media_type: str) -> Iterator[bytes]:
    """The graphs of `endpoint` in `media_type`; raises QueryError on a type that is not written."""
    if media_type not in _TYPES:
        raise QueryError(f"The store cannot be written as {media_type}: choose one of {', '.join(_TYPES)}.")
    default = _read_quads(endpoint, _DEFAULT)
    named = _read_quads(endpoint, _NAMED) if media_type in ("application/n-quads", "application/trig") else []
    # An endpoint whose default graph is the union of its graphs gives their triples twice.
    held = {(q.subject, q.predicate, q.object) for q in named}
    default = [q for q in default if (q.subject, q.predicate, q.object) not in held]
    if media_type in ("application/n-quads", "application/n-triples"):
        return iter(["".join(_lines([*default, *named])).encode()])
    return (piece.encode() for piece in _write_paragraphs(default, named))


def _write_paragraphs(default: list[Quad], named: list[Quad]) -> Iterator[str]:
    yield write_prefixes()
    yield from write_triples(_lines(default))
    graphs = sorted(named, key=lambda q: str(q.graph))
    for graph, quads in groupby(graphs, key=lambda q: q.graph):
        if graph is not None:
            bare = [Quad(q.subject, q.predicate, q.object) for q in quads]
            yield from write_trig_graph(graph.n3(), _lines(bare))


def _lines(quads: Iterable[Quad]) -> list[str]:
    return sorted({f"{_as_stored(quad)} .\n" for quad in quads})


def _as_stored(quad: Quad) -> ox.Quad:
    """The quad as the store's own writer has it, which escapes tabs and the like."""
    value: ox.NamedNode | ox.BlankNode | ox.Literal
    if isinstance(quad.object, IRI):
        value = _as_node(quad.object)
    elif quad.object.language:
        value = ox.Literal(quad.object.value, language=quad.object.language)
    else:
        value = ox.Literal(quad.object.value, datatype=ox.NamedNode(quad.object.datatype))
    graph = _as_node(quad.graph) if quad.graph else ox.DefaultGraph()
    return ox.Quad(_as_node(quad.subject), ox.NamedNode(quad.predicate.value), value, graph)


def _as_node(node: IRI) -> ox.NamedNode | ox.BlankNode:
    """Our own graphs hold no blank nodes; those of others may, and a table gives them as IRIs with `_:`."""
    return ox.BlankNode(node.value[2:]) if node.value.startswith("_:") else ox.NamedNode(node.value)


def _read_quads(endpoint: Knowledge, sparql: str) -> list[Quad]:
    quads = []
    for row in endpoint.select(sparql).rows:
        *graph, subject, predicate, value = row
        if isinstance(subject, IRI) and isinstance(predicate, IRI) and value is not None:
            name = graph[0] if graph else None
            quads.append(Quad(subject, predicate, value, name if isinstance(name, IRI) else None))
    return quads
