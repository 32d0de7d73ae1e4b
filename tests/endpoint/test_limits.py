"""Queries that take too long, too much memory or too many bytes, and the server that goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from serving import Server

from filmgraph.errors import QueryTimeoutError
from filmgraph.store import LocalStore

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"
# Sorting keeps every row.
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a"
SMALL = "ASK { ?s ?p ?o }"


@pytest.fixture(scope="module")
def strict(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with narrow limits."""
    log = tmp_path_factory.mktemp("strict") / "serve.log"
    with Server(sample_store, log, "--timeout", "1.5", "--memory", "256", "--workers", "1") as running:
        yield running


def ask(server: Server, query: str) -> httpx.Response:
    return httpx.post(server.sparql, data={"query": query}, timeout=30, trust_env=False)


def test_the_time_limit_ends_the_query_and_nothing_else(strict: Server) -> None:
    before = set(strict.workers())
    start = time.monotonic()
    response = ask(strict, ENDLESS)
    assert 1 < time.monotonic() - start < 6
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    assert "time limit of 1.5 seconds" in response.text
    assert ask(strict, SMALL).json() == {"head": {}, "boolean": True}
    after = set(strict.workers())
    assert len(before - after) == 1, "the worker that ran the query was killed"
    assert len(after) == len(before), "and another one took its place"


def test_the_memory_limit_ends_the_query_and_nothing_else(sample_store: Path, tmp_path: Path) -> None:
    with Server(sample_store, tmp_path / "log", "--timeout", "60", "--memory", "64") as server:
        response = ask(server, LARGE)
        assert (response.status_code, "memory limit of 64 MiB" in response.text) == (503, True)
        assert response.headers["retry-after"]
        assert ask(server, SMALL).status_code == 200


def test_a_result_has_a_limit_before_it_is_whole(sample_store: Path) -> None:
    with LocalStore(sample_store, timeout=60) as store:
        whole = len(store.runner.run("SELECT * { ?a ?b ?c }").body)
    with LocalStore(sample_store, timeout=60, result_limit=whole) as store:
        assert len(store.runner.run("SELECT * { ?a ?b ?c }").body) == whole
        for query in ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }"):
            with pytest.raises(QueryTimeoutError, match="The result is larger than"):
                store.runner.run(query)
        assert store.runner.run(SMALL).form == "ask"


def test_a_crowd_is_answered_or_told_to_come_back(strict: Server) -> None:
    """Whoever does not get a worker in time gets 503; nobody hangs, and nothing breaks."""
    with ThreadPoolExecutor(48) as crowd:
        start = time.monotonic()
        answers = list(crowd.map(lambda _: ask(strict, ENDLESS), range(48)))
    assert {a.status_code for a in answers} == {503}
    assert all(a.headers["retry-after"] for a in answers)
    assert any("busy" in a.text for a in answers)
    assert time.monotonic() - start < 15
    page = httpx.get(strict.address, trust_env=False)
    assert page.status_code == 200
    assert ask(strict, SMALL).status_code == 200


def test_questions_are_answered_while_slow_queries_run(server: Server) -> None:
    with ThreadPoolExecutor(1) as other:
        slow = other.submit(ask, server, ENDLESS)
        time.sleep(0.2)
        start = time.monotonic()
        answer = httpx.get(f"{server.address}ask", params={"q": "who edited Amour"}, trust_env=False)
        assert time.monotonic() - start < 2.5
        assert answer.status_code == 200
        assert slow.result().status_code == 503
