"""Whether RDF is as `ontology/shapes.ttl` says it must be, by pySHACL.

For what changed and for samples: a large store is checked by the queries of
`queries/checks`, since pySHACL holds all triples in memory. rdflib and pySHACL
are imported when called; importing them takes half a second.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.catalogs.resources import find_folder
from filmgraph.errors import ReadError

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A thing that breaks a shape: its IRI, the shape's sentence, property and value where there are some."""

    focus: str
    message: str
    path: str = ""
    value: str = ""


def validate(data: bytes, media_type: str = "application/n-quads") -> list[Finding]:
    """What in `data` breaks the project's shapes, sorted; empty where all is well.

    `data` is RDF in `media_type` (N-Quads, Turtle, TriG, N-Triples …). Its
    graphs are merged: the shapes speak of held things and of attestations alike.
    The roles that credits point to must be in it. Raises ReadError where it is not RDF.
    """
    import pyshacl
    from rdflib import Graph, Namespace

    shapes = Graph().parse(_shapes_path())
    _, report, _ = pyshacl.validate(_read_graph(data, media_type), shacl_graph=shapes, advanced=False)
    sh = Namespace("http://www.w3.org/ns/shacl#")
    found = [
        Finding(
            focus=str(report.value(result, sh.focusNode)),
            message=str(report.value(result, sh.resultMessage)),
            path=str(report.value(result, sh.resultPath) or ""),
            value=str(report.value(result, sh.value) or ""),
        )
        for result in report.subjects(None, sh.ValidationResult)
    ]
    return sorted(set(found))


def _shapes_path() -> Path:
    return find_folder("ontology") / "shapes.ttl"


def _read_graph(data: bytes, media_type: str) -> Graph:
    """All triples of `data` in one graph, whichever named graph they stand in."""
    from rdflib import Dataset as RdfDataset
    from rdflib import Graph

    dataset = RdfDataset()
    try:
        with warnings.catch_warnings():
            # rdflib 7.6 warns of its own use of what it deprecates.
            warnings.simplefilter("ignore", DeprecationWarning)
            dataset.parse(data=data, format=media_type)
    except Exception as error:
        # rdflib's parsers raise whatever their grammar does: SyntaxError, ValueError, their own classes.
        raise ReadError(f"The data to check is not {media_type}: {error}") from error
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
        graph.add((subject, predicate, value))
    return graph
