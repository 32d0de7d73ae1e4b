"""Turtle (W3C Recommendation, 2014), subjects and properties in sorted order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from filmgraph.catalogs.namespaces import PREFIXES, RDF, XSD
from filmgraph.export.nquads import Node, Object, Statement, Text, read_statements
from filmgraph.model.terms import XSD_STRING

# A local name that needs no escape in Turtle (PN_LOCAL, narrowed).
_LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_CONTROL = re.compile(r"[\x00-\x07\x0b\x0e-\x1f\x7f]")
_BAD_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def render(nquads: bytes) -> bytes:
    """All statements as Turtle, each once, whatever named graph they stand in.

    Turtle has no named graphs. Nothing that a document says is lost by it: the
    IRI of an attestation begins with that of its document.
    """
    statements = read_statements(nquads)
    flat = sorted(
        {(s.subject, s.predicate, s.object): s for s in statements}.values(), key=lambda s: s.key[1:]
    )
    used = used_prefixes(flat)
    return "\n".join([*write_prefixes(used), "", *write_subjects(flat, used), ""]).encode()


def used_prefixes(statements: Iterable[Statement]) -> dict[str, str]:
    """Of the project's prefixes, those that the statements need."""
    iris: set[str] = set()
    for s in statements:
        iris |= {s.predicate, s.graph, s.subject.value}
        iris.add(s.object.datatype if isinstance(s.object, Text) else s.object.value)
    shortened = {
        iri.removesuffix(m[0]) for iri in iris if (m := re.search(r"[A-Za-z_][\w-]*$", iri, re.ASCII))
    }
    return {p: ns for p, ns in sorted(PREFIXES.items()) if ns in shortened}


def write_prefixes(prefixes: dict[str, str]) -> list[str]:
    """The prefix lines."""
    return [f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items()]


def write_subjects(statements: Sequence[Statement], prefixes: dict[str, str], indent: str = "") -> list[str]:
    """Sorted statements as Turtle, one block a subject."""
    lines = []
    for subject, of_subject in groupby(statements, key=lambda s: s.subject):
        # The type comes first, as a reader expects.
        by_predicate = [
            (predicate, [write_term(s.object, prefixes) for s in group])
            for predicate, group in groupby(of_subject, key=lambda s: s.predicate)
        ]
        by_predicate.sort(key=lambda item: item[0] != RDF + "type")
        told = [f"{_write_predicate(p, prefixes)} {' , '.join(objects)}" for p, objects in by_predicate]
        lines.append(f"{indent}{write_term(subject, prefixes)} " + f" ;\n{indent}    ".join(told) + " .")
    return lines


def write_term(term: Object, prefixes: dict[str, str]) -> str:
    """A term in Turtle."""
    if isinstance(term, Node):
        return write_iri(term.value, prefixes)
    text = _CONTROL.sub(_escape, term.value.translate(_ESCAPES))
    if term.language:
        return f'"{text}"@{term.language}'
    if term.datatype == XSD_STRING:
        return f'"{text}"'
    if term.datatype == XSD + "integer" and re.fullmatch(r"[+-]?[0-9]+", term.value):
        return term.value
    return f'"{text}"^^{write_iri(term.datatype, prefixes)}'


def write_iri(iri: str, prefixes: dict[str, str]) -> str:
    """An IRI, shortened by a prefix where its rest is a plain local name; a blank node as it is."""
    if iri.startswith("_:"):
        return iri
    for name, namespace in prefixes.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{name}:{iri[len(namespace) :]}"
    return "<" + _BAD_IN_IRI.sub(_escape, iri) + ">"


def _write_predicate(iri: str, prefixes: dict[str, str]) -> str:
    return "a" if iri == RDF + "type" else write_iri(iri, prefixes)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"
