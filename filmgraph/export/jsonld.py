"""JSON-LD 1.1 (W3C Recommendation, 2020) with its context inside: nothing has to be fetched to read it."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from filmgraph.catalogs.namespaces import RDF, XSD
from filmgraph.export.nquads import Object, Statement, Text, read_statements
from filmgraph.export.turtle import used_prefixes, write_iri
from filmgraph.model.terms import XSD_STRING


def render(nquads: bytes) -> bytes:
    """All statements as one JSON-LD document: the default graph's nodes, then a node a named graph."""
    statements = read_statements(nquads)
    prefixes = used_prefixes(statements)
    nodes: list[dict[str, Any]] = []
    for graph, group in groupby(statements, key=lambda s: s.graph):
        found = [_build_node(list(of_subject), prefixes) for _, of_subject in _by_subject(list(group))]
        nodes += [{"@id": graph, "@graph": found}] if graph else found
    document = {"@context": prefixes, "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _by_subject(statements: list[Statement]) -> Any:
    return groupby(statements, key=lambda s: s.subject)


def _build_node(statements: list[Statement], prefixes: dict[str, str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(statements[0].subject.value, prefixes)}
    for predicate, group in groupby(statements, key=lambda s: s.predicate):
        objects = [s.object for s in group]
        if predicate == RDF + "type" and not any(isinstance(o, Text) for o in objects):
            node["@type"] = _one_or_all([_id(o.value, prefixes) for o in objects])
        else:
            node[_id(predicate, prefixes)] = _one_or_all([_build_value(o, prefixes) for o in objects])
    return node


def _build_value(term: Object, prefixes: dict[str, str]) -> Any:
    if not isinstance(term, Text):
        return {"@id": _id(term.value, prefixes)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD_STRING:
        return term.value
    if term.datatype == XSD + "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    return {"@value": term.value, "@type": _id(term.datatype, prefixes)}


def _id(iri: str, prefixes: dict[str, str]) -> str:
    """A compact IRI where a prefix fits, else the whole one."""
    return write_iri(iri, prefixes).removeprefix("<").removesuffix(">")


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
