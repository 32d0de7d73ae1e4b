"""The ontology's files as rdflib graphs, read once for all tests of the ontology."""

from __future__ import annotations

from functools import cache

from rdflib import Graph, Namespace, URIRef

from filmgraph.catalogs import namespaces as ns
from filmgraph.catalogs.resources import find_folder

FILES = ("filmgraph", "roles", "shapes", "alignments")
FG, ROLE, SCHEMA = Namespace(ns.FG), Namespace(ns.ROLE), Namespace(ns.SCHEMA)


@cache
def read_file(name: str) -> Graph:
    """The file `ontology/<name>.ttl`; not to be changed by a test."""
    return Graph().parse(find_folder("ontology") / f"{name}.ttl")


def fg_terms(graph: Graph) -> set[URIRef]:
    """Every IRI of the project's own namespace that stands anywhere in the graph."""
    return {t for triple in graph for t in triple if isinstance(t, URIRef) and t.startswith(ns.FG)}
