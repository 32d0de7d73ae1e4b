"""Writing networks and graphs to files, by suffix.

`EXPORTERS` lists what can be written, in the order it is shown; a new one is a
module with a function `render` that gives the file's bytes, and a line here.
Modules are loaded when a file is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, cast

from filmgraph.errors import UsageError
from filmgraph.export.files import check_target, write_atomically
from filmgraph.export.options import ExportOptions


@dataclass(frozen=True, slots=True)
class Exporter:
    """A kind of file: its suffix, what it is, whether it holds a network or the RDF graph, its module."""

    suffix: str
    summary: str
    holds: Literal["network", "graph"]
    module: str


EXPORTERS = (
    Exporter(".html", "a page to explore, with the words behind each credit; needs no connection",
             "network", "filmgraph.export.html"),
    Exporter(".svg", "a picture with labels and a legend", "network", "filmgraph.export.svg"),
    Exporter(".graphml", "GraphML, for Cytoscape, yEd, networkx", "network", "filmgraph.export.graphml"),
    Exporter(".gexf", "GEXF 1.2, for Gephi, with places and colors", "network", "filmgraph.export.gexf"),
    Exporter(".dot", "DOT, for Graphviz", "network", "filmgraph.export.dot"),
    Exporter(".json", "node-link JSON, for networkx and D3", "network", "filmgraph.export.node_link"),
    Exporter(".csv", "a list of edges, for spreadsheets and Gephi", "network", "filmgraph.export.edge_list"),
    Exporter(".ttl", "the graph as Turtle, not divided by document", "graph", "filmgraph.export.turtle"),
    Exporter(".trig", "the graph as TriG, a named graph a document", "graph", "filmgraph.export.trig"),
    Exporter(".nq", "the graph as sorted N-Quads", "graph", "filmgraph.export.nquads"),
    Exporter(".jsonld", "the graph as JSON-LD 1.1, context inside", "graph", "filmgraph.export.jsonld"),
)  # fmt: skip


def find_exporter(path: Path) -> Exporter:
    """The exporter for a file's suffix; raises UsageError, naming the suffixes there are."""
    for exporter in EXPORTERS:
        if exporter.suffix == path.suffix.lower():
            return exporter
    known = " ".join(e.suffix for e in EXPORTERS)
    if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".pdf"):
        raise UsageError(
            f"{path}: {path.suffix} is not written; write {path.with_suffix('.svg').name} and print it or "
            f"convert it in a browser. The suffixes are {known}."
        )
    raise UsageError(
        f"{path}: a file's suffix says what to write, and {path.suffix or 'none'!r} is not known. "
        f"The suffixes are {known}."
    )


def export_network(network: Any, path: Path, options: ExportOptions | None = None) -> None:
    """Write a network (as `build_network` gives it) to `path`, by its suffix; the same bytes each time.

    The file is there whole or not at all. Raises UsageError for a suffix that
    holds no network or a focus that the network lacks, FilmgraphError where the
    network is empty or too large for a picture, or the file cannot be written.
    """
    options = options or ExportOptions()
    exporter = find_exporter(path)
    if exporter.holds != "network":
        raise UsageError(
            f"{path}: {exporter.suffix} holds the whole graph, not a network; leave out --network."
        )
    check_target(path)
    if options.focus:
        from filmgraph.export.focus import take_focus

        network = take_focus(network, options.focus, options.depth)
    if not len(network):
        raise UsageError(
            f"{path}: the network {network.graph.get('name', '')!r} is empty, so nothing was written. "
            "Add documents, or leave out parameters."
        )
    write_atomically(path, [cast(bytes, import_module(exporter.module).render(network, options))])


def write_rdf(nquads: bytes, path: Path) -> None:
    """Write a graph, given as N-Quads, to `path` in the syntax of its suffix; the same bytes each time.

    Raises UsageError for a suffix that is not RDF, FilmgraphError where the
    N-Quads cannot be read or the file cannot be written.
    """
    exporter = find_exporter(path)
    if exporter.holds != "graph":
        raise UsageError(f"{path}: {exporter.suffix} holds a network; give its name with --network.")
    check_target(path)
    write_atomically(path, [cast(bytes, import_module(exporter.module).render(nquads))])


def write_dump(nquads: Iterable[bytes], path: Path) -> None:
    """As `write_rdf`, of N-Quads in pieces, sorted and each once, as a store dumps them.

    As N-Quads they are written piece by piece, however many; the other syntaxes are made in memory.
    """
    if find_exporter(path).suffix == ".nq":
        write_atomically(path, nquads)
    else:
        write_rdf(b"".join(nquads), path)


__all__ = [
    "EXPORTERS", "ExportOptions", "Exporter", "export_network", "find_exporter", "write_dump", "write_rdf",
]  # fmt: skip
