"""`filmgraph serve` as a process: how it starts, ends, and follows the store."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from serving import Server, build_store, copy_sample, filmgraph, is_running

from filmgraph import pipeline

COUNT = "PREFIX schema: <https://schema.org/> SELECT (COUNT(*) AS ?n) { ?film a schema:Movie }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("small"), ("amour.txt",))


def films(server: Server) -> int:
    response = httpx.get(server.sparql, params={"query": COUNT}, timeout=30, trust_env=False)
    assert response.status_code == 200, response.text
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


def wait_until_gone(processes: list[int]) -> None:
    end = time.monotonic() + 10
    while any(is_running(p) for p in processes):
        assert time.monotonic() < end, f"still running: {[p for p in processes if is_running(p)]}"
        time.sleep(0.02)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_order(small_store: Path, tmp_path: Path, number: signal.Signals) -> None:
    with Server(small_store, tmp_path / "log") as server:
        assert films(server) > 0
        workers = server.workers()
        assert len(workers) == 3
        assert server.stop(number) == 0
    wait_until_gone(workers)
    assert (tmp_path / "log").read_text().count("\n") == 1, "nothing is said at the end"


def test_it_ends_at_once_though_it_was_only_just_started(small_store: Path, tmp_path: Path) -> None:
    with Server(small_store, tmp_path / "log") as server:
        assert server.stop(signal.SIGTERM) == 0


def test_it_ends_while_a_query_runs(small_store: Path, tmp_path: Path) -> None:
    with Server(small_store, tmp_path / "log") as server:
        with httpx.Client(trust_env=False) as client, pytest.raises(httpx.ReadTimeout):
            client.get(server.sparql, params={"query": ENDLESS}, timeout=0.5)
        workers = server.workers()
        start = time.monotonic()
        assert server.stop(signal.SIGTERM) == 0
        assert time.monotonic() - start < 8
    wait_until_gone(workers)


def test_no_worker_outlives_a_killed_server(small_store: Path, tmp_path: Path) -> None:
    with Server(small_store, tmp_path / "log") as server:
        workers = server.workers()
        assert server.stop(signal.SIGKILL) == -signal.SIGKILL
    wait_until_gone(workers)


def test_a_port_in_use_is_said_in_a_sentence(small_store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = filmgraph("serve", "--port", port, "--store", str(small_store))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"port {port}" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--store", "missing.db"), 3),
        (("--store", "http://127.0.0.1:9/sparql"), 2),
        (("--port", "70000"), 2),
        (("--host", "300.300.300.300"), 2),
        (("--timeout", "0"), 2),
    ],
)
def test_what_cannot_be_served(small_store: Path, arguments: tuple[str, ...], code: int) -> None:
    done = filmgraph("serve", "--port", "0", *arguments, FILMGRAPH_STORE=str(small_store))
    assert (done.returncode, done.stdout) == (code, "")
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_added_is_served_and_the_old_is_let_go(tmp_path: Path) -> None:
    """Two servers on one store; each follows it from generation to generation."""
    store = build_store(tmp_path, ("amour.txt",))
    more = copy_sample(tmp_path / "more", ("a-prophet.txt", "graduation.txt"))
    with Server(store, tmp_path / "one") as one, Server(store, tmp_path / "two") as two:
        before = films(one)
        assert films(two) == before
        for name in ("a-prophet.txt", "graduation.txt"):
            source = more / name
            pipeline.add([source], store)
            after = films(one)
            assert after == films(two) > before
            before = after
        pipeline.remove([str(source)], store)
        assert films(one) == films(two) < before
        assert len(one.workers()) == len(two.workers()) == 3
        # A writer removes what nobody holds: of four generations, the last one and the one before it at most.
        assert len(list((store / "generations").iterdir())) <= 2


def test_queries_go_on_while_files_are_added(tmp_path: Path) -> None:
    store = build_store(tmp_path, ("amour.txt",))
    names = ("a-prophet.txt", "graduation.txt", "rust-and-bone.txt", "the-child.md", "read-my-lips.html")
    more = copy_sample(tmp_path / "more", names)
    with Server(store, tmp_path / "log") as server, httpx.Client(trust_env=False) as client:
        adding = subprocess.Popen(
            [sys.executable, "-m", "filmgraph", "add", str(more), "--store", str(store)],
            stderr=subprocess.DEVNULL,
        )
        seen: list[int] = []
        while adding.poll() is None:
            response = client.get(server.sparql, params={"query": COUNT}, timeout=30)
            assert response.status_code == 200, response.text
            seen.append(int(response.json()["results"]["bindings"][0]["n"]["value"]))
        assert len(seen) > 10
        assert seen == sorted(seen), "the number of films only ever grew"
        assert films(server) > seen[0]


def test_a_store_built_anew_in_the_same_place_is_served(tmp_path: Path) -> None:
    store = build_store(tmp_path, ("amour.txt",))
    other = tmp_path / "other"
    other.mkdir()
    fresh = build_store(other, ("amour.txt", "a-prophet.txt", "graduation.txt"))
    with Server(store, tmp_path / "log") as server:
        before = films(server)
        shutil.rmtree(store)
        assert films(server) == before, "what was opened is served on"
        fresh.rename(store)
        assert films(server) > before
