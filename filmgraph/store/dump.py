"""A whole graph as bytes, always in the same order: sorted N-Quads, Turtle and TriG with prefixes.

A graph of any size can be written: see `sorting.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from filmgraph.errors import QueryError
from filmgraph.store.sorting import sort_lines
from filmgraph.store.turtle import write_prefixes, write_trig_graph, write_triples


def dump_graph(graph: Path, media_type: str) -> Iterator[bytes]:
    """The graph in folder `graph`, piece by piece, in `media_type`; raises QueryError on an unknown one."""
    writers = {
        "application/n-quads": _dump_quads,
        "application/n-triples": _dump_triples,
        "text/turtle": _dump_turtle,
        "application/trig": _dump_trig,
    }
    if media_type not in writers:
        raise QueryError(f"The store cannot be written as {media_type}: choose one of {', '.join(writers)}.")
    return writers[media_type](ox.Store.read_only(str(graph)))


def _dump_quads(store: ox.Store) -> Iterator[bytes]:
    # An iterator of the store's own: all quads, whatever their graph.
    return _encode(sort_lines(f"{quad} .\n" for quad in store))


def _dump_triples(store: ox.Store) -> Iterator[bytes]:
    return _encode(_lines(store, ox.DefaultGraph()))


def _dump_turtle(store: ox.Store) -> Iterator[bytes]:
    yield write_prefixes().encode()
    yield from _encode(write_triples(_lines(store, ox.DefaultGraph())))


def _dump_trig(store: ox.Store) -> Iterator[bytes]:
    yield from _dump_turtle(store)
    for name in sorted(str(g) for g in store.named_graphs()):
        lines = _lines(store, ox.NamedNode(name[1:-1]))
        yield from _encode(write_trig_graph(name, lines))


def _lines(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[str]:
    """The triples of one graph as sorted lines of N-Triples."""
    quads = store.quads_for_pattern(None, None, None, graph)
    return sort_lines(f"{quad.triple} .\n" for quad in quads)


def _encode(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces as UTF-8, some thousands at a time."""
    source = iter(pieces)
    while piece := "".join(islice(source, 4096)):
        yield piece.encode()
