"""SPARQL for the words behind answers: who states a credit or a film's data, what documents are called."""

from __future__ import annotations

from collections.abc import Iterable

from filmgraph.asking.sparql import PREFIXES, list_iris
from filmgraph.catalogs.namespaces import DCTERMS, OA, RDFS


def build_evidence_query(things: Iterable[str]) -> str:
    """What stands behind credits or adaptations: columns `thing`, `attestation`, `quote`.

    A decision's words are the reason that a person gave for it.
    """
    return (
        f"{PREFIXES}PREFIX oa: <{OA}>\nPREFIX rdfs: <{RDFS}>\n"
        "SELECT DISTINCT ?thing ?attestation ?quote WHERE {\n"
        f"  VALUES ?thing {{ {list_iris(things)} }}\n"
        "  ?thing fg:attestedBy ?attestation .\n"
        "  OPTIONAL { GRAPH ?document { ?attestation oa:exact|rdfs:comment ?quote } }\n"
        "}"
    )


def build_statements_query(films: Iterable[str], property_: str) -> str:
    """Who states a property of films: columns `thing`, `attestation`, `quote`.

    A row of a table states what its columns hold; its words are not in the graph.
    """
    return (
        f"{PREFIXES}PREFIX oa: <{OA}>\n"
        "SELECT DISTINCT ?thing ?attestation ?quote WHERE {\n"
        f"  VALUES ?thing {{ {list_iris(films)} }}\n"
        f"  ?thing {property_} ?value ; fg:attestedBy ?attestation .\n"
        "  OPTIONAL { GRAPH ?document { ?attestation fg:states ?stated ; oa:exact ?quote } }\n"
        f'  FILTER(?stated = {property_} || CONTAINS(STR(?attestation), "#row="))\n'
        "}"
    )


def build_disputes_query(film: str, property_: str) -> str:
    """Who states a property of a film otherwise than it is held: column `attestation`."""
    return (
        f"{PREFIXES}SELECT DISTINCT ?attestation WHERE {{\n"
        f"  <{film}> fg:disputed ?attestation .\n"
        f"  GRAPH ?document {{ ?attestation fg:states {property_} }}\n"
        "}"
    )


def build_documents_query(documents: Iterable[str]) -> str:
    """What documents are called: columns `document`, `title`, `outlet`, `date`, `origin`.

    Apart from the evidence: in one query, the document computed from its
    attestation, the join would run over every name of the store.
    """
    return (
        f"{PREFIXES}PREFIX dcterms: <{DCTERMS}>\n"
        "SELECT ?document ?title ?outlet ?date ?origin WHERE {\n"
        f"  VALUES ?document {{ {list_iris(documents)} }}\n"
        "  OPTIONAL { ?document schema:name ?title }\n"
        "  OPTIONAL { ?document fg:outlet ?outlet }\n"
        "  OPTIONAL { ?document schema:datePublished ?date }\n"
        "  OPTIONAL { ?document dcterms:source ?origin }\n"
        "}"
    )
