"""Turtle and TriG from sorted N-Triples lines: prefixes, one paragraph a subject, always the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from filmgraph.catalogs.namespaces import PREFIXES, RDF

_TRIPLE = re.compile(r"(\S+) (\S+) (.*) \.\n", re.DOTALL)
_DATATYPE = re.compile(r'(".*")\^\^<([^>]*)>', re.DOTALL)
# Local names that need no escaping in any parser (a part of PN_LOCAL).
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_TYPE = f"<{RDF}type>"


def write_prefixes() -> str:
    """The prefix declarations of the project's namespaces."""
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))


def write_triples(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """Sorted N-Triples lines as Turtle, a paragraph a subject."""
    triples = (found.groups() for line in lines if (found := _TRIPLE.fullmatch(line)))
    for subject, rows in groupby(triples, key=lambda row: row[0]):
        parts = []
        ordered = sorted((predicate != _TYPE, predicate, value) for _, predicate, value in rows)
        for (_, predicate), values in groupby(ordered, key=lambda row: row[:2]):
            verb = "a" if predicate == _TYPE else shorten(predicate)
            parts.append(f"{verb} " + ", ".join(shorten(value) for *_, value in values))
        yield f"\n{indent}{shorten(subject)} " + f" ;\n{indent}    ".join(parts) + " .\n"


def write_trig_graph(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Sorted N-Triples lines as a named graph of TriG; `name` is the graph's IRI in angle brackets."""
    yield f"\n{name} {{"
    yield from write_triples(lines, "    ")
    yield "}\n"


def shorten(term: str) -> str:
    """A term of N-Triples in Turtle's short form.

    >>> shorten("<https://schema.org/name>"), shorten('"PT2H"^^<http://www.w3.org/2001/XMLSchema#duration>')
    ('schema:name', '"PT2H"^^xsd:duration')
    """
    if term.startswith("<"):
        iri = term[1:-1]
        for prefix, namespace in PREFIXES.items():
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return term
    found = _DATATYPE.fullmatch(term)
    return f"{found[1]}^^{shorten(f'<{found[2]}>')}" if found else term
