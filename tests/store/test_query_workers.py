"""Queries in worker processes: limits that hold, refusals, errors with a position, several threads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_store import TEXT, publish, sha256

from filmgraph.catalogs.namespaces import ID
from filmgraph.errors import QueryError, QueryTimeoutError, StoreError
from filmgraph.store.workers import QueryPool

# Some ten thousand billion rows: no machine ends it while a test waits.
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(12)) + " }"
DOCUMENT = f"{ID}doc/{sha256(TEXT)[:16]}"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "film.db"
    publish(path)
    return path / "generations" / "000001" / "graph"


@pytest.fixture(scope="module")
def pool(graph: Path) -> Iterator[QueryPool]:
    with QueryPool(graph, workers=2, spare=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("media_type", "start"),
    [
        ("application/sparql-results+json", b'{"head":{"vars":["q"]}'),
        ("application/json", b'{"head":{"vars":["q"]}'),
        ("application/sparql-results+xml", b"<?xml"),
        ("text/csv", b"q\r\n"),
        ("text/tab-separated-values", b"?q\n"),
    ],
)
def test_tables_in_every_type(pool: QueryPool, media_type: str, start: bytes) -> None:
    answer = pool.run(
        "SELECT ?q { GRAPH ?g { ?a <http://www.w3.org/ns/oa#exact> ?q } }", table_type=media_type
    )
    assert (answer.form, answer.media_type) == ("select", media_type)
    assert answer.body.startswith(start)
    assert b"Jean-Pierre Dardenne" in answer.body
    assert pool.run("ASK {}", table_type=media_type).form == "ask"


@pytest.mark.parametrize(
    "media_type",
    [
        "text/turtle", "application/n-triples", "application/n-quads", "application/trig",
        "application/rdf+xml", "application/ld+json",
    ],
)  # fmt: skip
def test_graphs_in_every_type(pool: QueryPool, media_type: str) -> None:
    answer = pool.run("CONSTRUCT WHERE { ?f a <https://schema.org/Movie> }", graph_type=media_type)
    assert (answer.form, answer.media_type) == ("graph", media_type)
    assert b"amour-2012" in answer.body
    assert pool.run(f"DESCRIBE <{ID}film/amour-2012>", graph_type=media_type).form == "graph"


def test_an_unknown_type_is_said(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="text/html"):
        pool.run("SELECT * {}", table_type="text/html")
    with pytest.raises(QueryError, match="image/png"):
        pool.run("DESCRIBE <urn:x:y>", graph_type="image/png")


def test_the_dataset_of_the_protocol_replaces_the_stores(pool: QueryPool) -> None:
    exact = "ASK { ?a <http://www.w3.org/ns/oa#exact> ?q }"
    named = "ASK { GRAPH ?g { ?a <http://www.w3.org/ns/oa#exact> ?q } }"
    assert b"true" in pool.run(exact, default_graphs=[DOCUMENT]).body
    assert b"false" in pool.run(named, default_graphs=[DOCUMENT]).body
    assert b"true" in pool.run(named, named_graphs=[DOCUMENT]).body
    assert b"false" in pool.run("ASK { ?s ?p ?o }", named_graphs=[DOCUMENT]).body
    with pytest.raises(QueryError, match=r"no graph <https://example\.org/g>"):
        pool.run(exact, default_graphs=["https://example.org/g"])


@pytest.mark.parametrize(
    ("sparql", "line", "column", "says"),
    [
        ("SELECT * {", 1, 11, "at the end of the query"),
        ("SELECT *\n{ ?s ?p ; . }", 2, 11, "before «. }»"),
        ("SELECT *\n{ ?s film:name ?o }", 2, 15, "the prefix film: is not declared"),
        ("SELECT *\n{ ?s schema:name ?o }", 2, 17, "PREFIX schema: <https://schema.org/>"),
        ("SELECT ?z { ?s ?p ?o } GROUP BY ?s", 1, 35, "contains a variable that is unbound"),
        ("SELECT (1 AS ?x) (2 AS ?x) {}", 1, 30, "Duplicated variable name"),
        ("tell me everything", 1, 1, "before «tell me everything»"),
        ("", 1, 1, "not valid SPARQL"),
    ],
)
def test_parse_errors_have_a_position(
    pool: QueryPool, sparql: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(QueryError) as caught:
        pool.run(sparql)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert f"line {line}, column {column}" in str(caught.value)
    assert says in str(caught.value)


def test_a_time_limit_kills_the_query_and_a_warm_worker_takes_over(pool: QueryPool) -> None:
    pool.warm()
    pool.run("ASK {}")
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"time limit of 0\.3 seconds"):
        pool.run(ENDLESS, timeout=0.3)
    assert 0.3 <= time.monotonic() - started < 1.5
    assert b"true" in pool.run("ASK {}").body


def test_a_memory_limit_ends_the_query_alone(graph: Path) -> None:
    hungry = "SELECT * { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(12)) + " } ORDER BY ?a1"
    with QueryPool(graph, memory_limit=100 << 20, timeout=60) as pool:
        with pytest.raises(QueryTimeoutError, match="memory limit of 100 MiB"):
            pool.run(hungry)
        assert b"true" in pool.run("ASK {}").body


def test_a_query_nested_without_end_does_no_harm(pool: QueryPool) -> None:
    for text in (
        "SELECT * " + "{" * 50_000,
        "SELECT * { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
    ):
        with pytest.raises((QueryError, QueryTimeoutError)):
            pool.run(text, timeout=5)
    assert b"true" in pool.run("ASK {}").body


def test_many_threads_share_the_workers(pool: QueryPool) -> None:
    def ask(number: int) -> int:
        body = pool.run(f"SELECT ({number} AS ?n) {{}}").body
        return int(json.loads(body)["results"]["bindings"][0]["n"]["value"])

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(ask, range(100))) == list(range(100))


def test_callers_beyond_the_queue_are_told_to_come_back(graph: Path) -> None:
    with QueryPool(graph, workers=1, queue=1) as pool, ThreadPoolExecutor(2) as threads:
        busy = [threads.submit(pool.run, ENDLESS, timeout=1.0) for _ in range(2)]
        time.sleep(0.3)
        with pytest.raises(QueryTimeoutError, match="waiting already"):
            pool.run("ASK {}")
        assert all(isinstance(b.exception(), QueryTimeoutError) for b in busy)
        assert b"true" in pool.run("ASK {}").body


def test_closing_ends_running_queries_and_leaves_no_process(graph: Path) -> None:
    pool = QueryPool(graph, workers=2, spare=True)
    pool.warm()
    workers = [worker.process for worker in pool._idle]
    failed: list[BaseException] = []

    def run() -> None:
        try:
            pool.run(ENDLESS)
        except StoreError as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(0.3)
    pool.close()
    thread.join(5)
    assert "was closed" in str(failed[0])
    assert len(workers) == 3
    assert all(worker.wait(5) == -signal.SIGKILL for worker in workers)
    with pytest.raises(StoreError, match="closed"):
        pool.run("ASK {}")


def test_a_worker_that_was_killed_from_outside_is_replaced(graph: Path) -> None:
    with QueryPool(graph) as pool:
        pool.warm()
        pool._idle[0].process.kill()
        pool._idle[0].process.wait()
        assert b"true" in pool.run("ASK {}").body


WAITING = """
import sys
from pathlib import Path
from filmgraph.store.workers import QueryPool
with QueryPool(Path(sys.argv[1])) as pool:
    pool.run("ASK {}")
    print(pool._idle[0].process.pid, flush=True)
    try:
        pool.run(sys.argv[2])
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


def has_ended(pid: int, within: float) -> bool:
    """Whether a process that is not our child ends in time."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("form", ["SELECT", "ASK", "CONSTRUCT"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_worker_ends_with_its_parent_in_mid_query(graph: Path, number: signal.Signals, form: str) -> None:
    pattern = ENDLESS.partition("{")[2].rpartition("}")[0] + 'FILTER(CONCAT(STR(?a0), STR(?c11)) = "x")'
    query = {
        "SELECT": ENDLESS,
        "ASK": f"ASK {{ {pattern} }}",
        "CONSTRUCT": f"CONSTRUCT {{ ?a0 ?b0 ?c0 }} WHERE {{ {pattern} }}",
    }[form]
    arguments = [sys.executable, "-c", WAITING, str(graph), query]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        time.sleep(0.3)
        os.kill(parent.pid, number)
        said = parent.stdout.read()
    assert said == ("interrupted\n" if number == signal.SIGINT else "")
    assert has_ended(worker, 3)


def test_a_cold_worker_answers_soon(graph: Path) -> None:
    took = []
    for _ in range(3):
        started = time.monotonic()
        with QueryPool(graph) as pool:
            pool.run("ASK {}")
        took.append(time.monotonic() - started)
    # Some 60 ms on an idle machine; the bound only catches an import that does not belong there.
    assert min(took) < 0.5


def test_a_worker_imports_nothing_heavy() -> None:
    code = "import sys, filmgraph.store.worker; print(' '.join(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    heavy = {
        "rdflib",
        "numpy",
        "click",
        "rich",
        "lxml",
        "sqlite3",
        "subprocess",
        "asyncio",
        "logging",
        "ctypes",
    }
    assert heavy & set(modules.split()) == set()
