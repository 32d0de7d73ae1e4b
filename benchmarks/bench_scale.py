"""A large dump and reviews in one store: what adding costs, and how fast questions and names are answered.

    python benchmarks/bench_scale.py [FILMS] [--folder FOLDER]

makes a dump of FILMS titles (100,000 where none are named), adds it and then ten reviews of its
films to a store, asks the founding question in-process for pairs of directors, and looks names up.
With a folder that holds a store already, only what comes after the dump is measured.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox
from dump_reviews import make_reviews

from filmgraph import pipeline
from filmgraph.catalogs.namespaces import FG, SCHEMA
from filmgraph.catalogs.queries import bind, find_query
from filmgraph.model.terms import IRI
from filmgraph.store import open_local

FOUNDING = "producers-in-common"
DIRECTORS = f"""
    SELECT ?director (COUNT(?film) AS ?films) {{ ?film <{SCHEMA}director> ?director }}
    GROUP BY ?director ORDER BY DESC(?films)"""
FILMS_OF = "SELECT DISTINCT ?film {{ ?credit <{fg}agent> <{iri}> ; <{fg}film> ?film }}"
PEOPLE = f"SELECT ?name {{ ?p a <{SCHEMA}Person> ; <{SCHEMA}name> ?name }} LIMIT 200000"


def measured(what: str, action: Callable[[], object]) -> None:
    """Do it, and say how long it took and the most memory that this process has had."""
    started, worked = time.perf_counter(), time.process_time()
    action()
    took, worked = time.perf_counter() - started, time.process_time() - worked
    memory = max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{what}: {took:.1f} s ({worked:.1f} s of this process), at most {memory / 1024:.0f} MB", flush=True
    )


def spread(times: Iterable[float]) -> str:
    """Median and maximum of seconds, in milliseconds."""
    found = [t * 1000 for t in times]
    return f"median {statistics.median(found):.2f} ms, at most {max(found):.2f} ms"


def select(graph: ox.Store, query: str) -> list[ox.QuerySolution]:
    """The rows of a SELECT query."""
    found = graph.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


def ask(graph: ox.Store, pairs: Sequence[Sequence[str]], rounds: int = 3) -> str:
    """Ask the founding question for each pair; the shortest of some rounds counts."""
    query = find_query(FOUNDING)
    times = []
    for one, other in pairs:
        text = bind(query, {"one": (IRI(one),), "other": (IRI(other),)})
        took = []
        for _ in range(rounds):
            started = time.perf_counter()
            select(graph, text)
            took.append(time.perf_counter() - started)
        times.append(min(took))
    return spread(times)


def ask_founding_question(graph: ox.Store) -> None:
    """Pairs of directors of 5 to 15 films, and the two who have most."""
    found = [(row["director"].value, int(row["films"].value)) for row in select(graph, DIRECTORS)]
    some = [iri for iri, films in found if 5 <= films <= 15]
    source = random.Random(7)
    pairs = [source.sample(some, 2) for _ in range(100)]
    counts = [len(select(graph, FILMS_OF.format(fg=FG, iri=one))) for one, _ in pairs]
    print(f"{len(some)} directors of 5-15 films have {statistics.median(counts):.0f} films in all roles")
    print(f"founding question, two of them: {ask(graph, pairs)}")
    (one, films), (other, _) = found[:2]
    print(f"founding question, the busiest pair ({films} films): {ask(graph, [[one, other]])}")


def look_names_up(path: Path, graph: ox.Store) -> None:
    """Exact, by the first five letters, and with one letter missing."""
    source = random.Random(7)
    names = source.sample([row["name"].value for row in select(graph, PEOPLE)], 500)
    asked = {
        "exact": names,
        "prefix": [name[:5] for name in names],
        "misspelt": [name[: len(name) // 2] + name[len(name) // 2 + 1 :] for name in names],
    }
    with open_local(path) as store:
        for how, texts in asked.items():
            times = []
            for text in texts:
                started = time.perf_counter()
                store.find_names(text)
                times.append(time.perf_counter() - started)
            print(f"name look-up, {how}: {spread(times)}")


def main(films: int, folder: Path) -> None:
    """Make, add, ask."""
    dump, reviews, store = folder / "imdb", folder / "reviews", folder / "film.db"
    if not store.exists():
        script = str(Path(__file__).with_name("make_dump.py"))
        subprocess.run([sys.executable, script, str(dump), "--films", str(films)], check=True)
        measured(f"a dump of {films:,} films", lambda: pipeline.add([dump], store))
    shutil.rmtree(reviews, ignore_errors=True)
    reviews.mkdir()
    for name, text in make_reviews(dump, 20):
        (reviews / name).write_text(text, encoding="utf-8")
    paths = sorted(reviews.iterdir())
    measured("the first 10 reviews", lambda: pipeline.add(paths[:10], store))
    measured("10 more reviews", lambda: pipeline.add(paths[10:], store))
    measured("the dump again, unchanged", lambda: pipeline.add([dump], store))
    with open_local(store) as opened:
        print(f"the store: {opened.manifest.quads:,} quads, {dict(opened.manifest.counts)}")
        graph = ox.Store.read_only(str(store / "generations" / f"{opened.generation:06d}" / "graph"))
        ask_founding_question(graph)
        look_names_up(store, graph)
    pipeline.remove([f"reviews/{path.name}" for path in paths], store)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("films", nargs="?", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    if arguments.folder:
        arguments.folder.mkdir(parents=True, exist_ok=True)
        main(arguments.films, arguments.folder)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            main(arguments.films, Path(scratch))
