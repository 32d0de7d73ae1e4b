"""A writer that ends at any moment leaves exactly what was published, before or after."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from crashing_writer import NEW_TEXT, change
from small_store import TABLE, TEXT, publish, sha256

from filmgraph.errors import StoreError
from filmgraph.store import open_local, open_writer
from filmgraph.store.dump import dump_graph

HERE = Path(__file__).resolve().parent.parent


def state_of(path: Path) -> tuple[object, ...]:
    """All that a reader can see of a store."""
    with open_local(path) as store:
        graph = store.path / "generations" / f"{store.generation:06d}" / "graph"
        dumped = b"".join(dump_graph(graph, "application/n-quads"))
        texts = [store.read_document(s.sha256) for s in store.sources]
        return dumped, texts, store.sources, store.ledger(), store.find_names("amour"), store.manifest.counts


def files_of(path: Path) -> set[str]:
    """The store's files and folders, those of the graph apart."""
    return {p.relative_to(path).as_posix() for p in path.rglob("*") if p.parent.name != "graph"}


def python(*arguments: str | Path) -> subprocess.Popen[str]:
    """A Python process that sees the test helpers."""
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)], stdout=subprocess.PIPE, text=True, cwd=HERE
    )


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "film.db"
    publish(path)
    return path


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("after") / "film.db"
    publish(path)
    change(path)
    return path


def test_the_change_changes_all_that_a_reader_sees(base: Path, after: Path) -> None:
    old, new = state_of(base), state_of(after)
    assert [a == b for a, b in zip(old, new, strict=True)] == [False] * len(old)


def test_kill_at_every_step(base: Path, after: Path, tmp_path: Path) -> None:
    with python("crashing_writer.py", base, tmp_path) as driver:
        copies = [tmp_path / str(n + 1) for n in range(int(driver.communicate(timeout=300)[0]))]
    assert len(copies) > 15
    states = [state_of(path) for path in copies]
    # A reader sees what was before up to some step, and what is after from then on.
    old, new = state_of(base), state_of(after)
    switched = next(n for n, state in enumerate(states) if state != old)
    assert states[:switched] == [old] * switched
    assert states[switched:] == [new] * (len(copies) - switched)
    # The next writer finds the same, and removes whatever else the killed one left.
    for path, before, model in zip(copies, states, [base] * switched + [after] * len(copies), strict=False):
        with open_writer(path) as writer:
            assert writer.ledger() == before[3]
        assert files_of(path) == files_of(model)
    for path in (copies[0], copies[switched - 1]):
        assert state_of(path) == old
        change(path)
        assert state_of(path) == new


def test_kill_at_every_step_of_making_a_store(tmp_path: Path) -> None:
    with python("crashing_writer.py", tmp_path / "none", tmp_path) as driver:
        copies = [tmp_path / str(n + 1) for n in range(int(driver.communicate(timeout=300)[0]))]
    assert len(copies) > 12
    new = state_of(copies[-1])
    for path in copies:
        try:
            assert state_of(path) == new
        except StoreError as error:
            assert "no store at" in str(error) or "FORMAT" in str(error) or "holds nothing yet" in str(error)
        else:
            continue
        change(path)
        assert state_of(path) == new


def test_kill_at_random_moments_during_a_large_load(base: Path, tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    before = state_of(path)
    for _ in range(3):
        with python("-c", LARGE, path) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            time.sleep(random.uniform(0.05, 0.6))
            writer.kill()
        assert state_of(path) == before
    # The loader of the last one may live for a moment more; the next writer waits for it.
    open_writer(path).close()
    assert state_of(path) == before
    assert files_of(path) == files_of(base)


def test_ctrl_c_during_a_large_load_is_heard_at_once(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    before, files = state_of(path), files_of(path)
    with python("-c", LARGE, path) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        while not (path / "work" / "graph").exists():
            time.sleep(0.01)
        os.kill(writer.pid, signal.SIGINT)
        started = time.monotonic()
        assert writer.stdout.readline() == "interrupted\n"
        assert time.monotonic() - started < 2
    assert state_of(path) == before
    assert files_of(path) == files


@pytest.mark.parametrize("largest", [300_000, 3_000])
def test_a_full_disk_leaves_what_was_published(tmp_path: Path, largest: int) -> None:
    """No file may grow beyond `largest` bytes: the quads do, or the files of a small graph."""
    path = tmp_path / "film.db"
    publish(path)
    before, files = state_of(path), files_of(path)
    with python("-c", FULL, path, str(largest)) as writer:
        assert writer.stdout is not None
        said = writer.stdout.read()
    assert "could not be " in said
    assert state_of(path) == before
    assert files_of(path) == files


def test_what_was_not_published_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    files = files_of(path)
    with open_writer(path) as writer:
        writer.put_document(NEW_TEXT, sha256(NEW_TEXT))
        writer.put_facts(b"{}")
        assert writer.read_document(sha256(NEW_TEXT)) == NEW_TEXT
    with open_writer(path) as writer:
        assert files_of(path) == files
        assert {writer.read_document(sha256(text)) for text in (TEXT, TABLE)} == {TEXT, TABLE}


LARGE = """
import sys
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.store import open_writer
subject, verb = IRI("https://example.org/s"), IRI("https://example.org/p")
with open_writer(sys.argv[1]) as writer:
    print("open", flush=True)
    try:
        writer.publish((Quad(subject, verb, Literal(str(n))) for n in range(400_000)), [], [])
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""

FULL = """
import resource, sys
from small_store import name_quads
from filmgraph.errors import StoreError
from filmgraph.store import open_writer
largest = int(sys.argv[2])
with open_writer(sys.argv[1]) as writer:
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    try:
        writer.publish(name_quads(*map(str, range(largest // 100))), [], [])
    except StoreError as error:
        print(error)
"""
