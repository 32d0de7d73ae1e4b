"""What publishing costs, and queries in worker processes: `python benchmarks/bench_store.py [QUADS]`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from filmgraph.catalogs.namespaces import FG, ID
from filmgraph.errors import QueryTimeoutError
from filmgraph.model.terms import IRI, Quad
from filmgraph.store import open_local, open_writer

QUERY = f"SELECT ?a (COUNT(?f) AS ?n) {{ ?f <{FG}screenwriter> ?a }} GROUP BY ?a ORDER BY DESC(?n) LIMIT 10"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def make_quads(count: int) -> Iterator[Quad]:
    """Films and their screenwriters, three a film."""
    verb = IRI(f"{FG}screenwriter")
    for number in range(count):
        agent = number * 7919 % (count // 20 + 1)
        yield Quad(IRI(f"{ID}film/f{number // 3}"), verb, IRI(f"{ID}agent/a{agent}"))


def time_of(action: Callable[[], object], times: int = 20) -> float:
    """The shortest time of `action` in milliseconds: what other processes do only adds to it."""
    took = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        took.append(time.perf_counter() - started)
    return min(took) * 1000


def main(count: int) -> None:
    """Publish, ask cold and warm, and ask in-process for comparison."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "film.db")
        with open_writer(path, create=True) as writer:
            started = time.perf_counter()
            writer.publish(make_quads(count), [], [])
            took = time.perf_counter() - started
        print(f"publish: {count:,} quads in {took:.2f} s ({count / took:,.0f} a second)")

        def ask_cold() -> None:
            with open_local(path) as store:
                store.select("ASK {}")

        print(f"open and first answer: {time_of(ask_cold, 10):.0f} ms")
        with open_local(path, workers=1, spare=True) as store:
            graph = store.path / "generations" / "000001" / "graph"
            inside = ox.Store.read_only(str(graph))

            def ask_inside() -> object:
                results = inside.query(QUERY)
                assert isinstance(results, ox.QuerySolutions)
                return results.serialize(format=ox.QueryResultsFormat.JSON)

            for name, query in (("smallest query", "ASK {}"), ("a ranking", QUERY)):
                print(f"{name} in a worker: {time_of(lambda q=query: store.runner.run(q)):.2f} ms")  # type: ignore[misc]
            worker, own = time_of(lambda: store.runner.run(QUERY)), time_of(ask_inside)
            print(f"a ranking in this process: {own:.2f} ms; a worker takes {worker / own:.2f} times as long")
            try:
                store.select(ENDLESS, timeout=0.2)
            except QueryTimeoutError:
                print(f"first answer after a kill: {time_of(lambda: store.select('ASK {}'), 1):.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000)
