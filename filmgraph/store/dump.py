"""A whole graph as bytes, always in the same order: sorted N-Quads, Turtle and TriG with prefixes.

Sorted in runs that fit in memory and merged from disk, so that a graph of any
size can be written.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from filmgraph.errors import QueryError
from filmgraph.store.turtle import write_prefixes, write_trig_graph, write_triples

RUN = 500_000


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


def sort_lines(lines: Iterable[str], run: int = RUN) -> Iterator[str]:
    """The lines (each with its newline) in the order of their code points, each once."""
    source = iter(lines)
    first = sorted(set(islice(source, run)))
    if len(first) < run:
        yield from first
        return
    with tempfile.TemporaryDirectory(prefix="filmgraph-") as scratch:
        runs: list[IO[str]] = []
        try:
            while first:
                path = Path(scratch, str(len(runs)))
                file: IO[str] = path.open("w+", encoding="utf-8", newline="\n")
                runs.append(file)
                file.writelines(first)
                file.seek(0)
                first = sorted(set(islice(source, run)))
            last = ""
            for line in heapq.merge(*runs):
                if line != last:
                    yield line
                last = line
        finally:
            for file in runs:
                file.close()


def _encode(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces as UTF-8, some thousands at a time."""
    source = iter(pieces)
    while piece := "".join(islice(source, 4096)):
        yield piece.encode()
