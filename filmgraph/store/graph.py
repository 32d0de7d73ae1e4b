"""Graphs on disk: made by the loader process from files of quads, and cloned from one another.

A graph is a checkpoint of an Oxigraph store that nobody writes to. What is built on
it begins as a clone, which shares its files (hard links) and leaves it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from filmgraph.errors import StoreError
from filmgraph.store.locks import FileLock
from filmgraph.store.spawn import end_python, start_python

# So many chunks may lie on disk before they are read.
MOST_WAITING = 2


@dataclass(frozen=True, slots=True)
class GraphSteps:
    """How a graph comes about: see `loader.py`."""

    start: Path | None = None
    base: Path | None = None
    removed: Path | None = None
    added: tuple[Path, ...] = ()
    hidden: Path | None = None
    optimize: bool = False


def build_graph(work: Path, target: Path, steps: GraphSteps, lock: FileLock) -> None:
    """Carry out `steps` in the folder `work` and put a checkpoint of the outcome at `target`.

    `lock` is the writer's. Raises StoreError where the quads cannot be loaded.
    """
    with _loader(work, target, steps, lock) as process:
        _wait(process)


def stream_graph(
    work: Path,
    target: Path,
    chunks: Iterable[Path],
    lock: FileLock,
    *,
    read: Callable[[], None],
    loaded: Callable[[], None],
) -> None:
    """Load `chunks` of Turtle, each while the next is being made, optimize, and put a checkpoint at `target`.

    A chunk is removed once it is read; at most MOST_WAITING wait for that. `read` is called when all have
    been read, `loaded` when all are in the graph. Raises StoreError where one cannot be loaded.
    """
    with _loader(work, target, GraphSteps(optimize=True), lock, stream=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        waiting: list[Path] = []
        try:
            for chunk in chunks:
                process.stdin.write(f"{chunk}\n".encode())
                waiting.append(chunk)
                while len(waiting) > MOST_WAITING and process.stdout.readline():
                    waiting.pop(0).unlink(missing_ok=True)
            process.stdin.write(b"\n")
        except BrokenPipeError:
            # The loader has ended, and has said why.
            _wait(process)
        while waiting and process.stdout.readline():
            waiting.pop(0).unlink(missing_ok=True)
        if not waiting:
            read()
        if process.stdout.readline():
            loaded()
        _wait(process)


@contextmanager
def _loader(
    work: Path, target: Path, steps: GraphSteps, lock: FileLock, *, stream: bool = False
) -> Iterator[Popen[bytes]]:
    plan = {
        "scratch": str(work / "graph"),
        "target": str(target),
        "start": str(steps.start or ""),
        "base": str(steps.base or ""),
        "removed": str(steps.removed or ""),
        "added": [str(path) for path in steps.added],
        "hidden": str(steps.hidden or ""),
        "optimize": steps.optimize,
        "stream": stream,
    }
    # The loader holds the writer's lock too: should we be killed, it may live on for a moment, and
    # nobody else must write meanwhile.
    process = start_python("filmgraph.store.loader", [json.dumps(plan)], keep=[lock.handle])
    try:
        yield process
    finally:
        end_python(process)


def _wait(process: Popen[bytes]) -> None:
    """Wait for the loader's end; raises StoreError with what it said where it failed."""
    assert process.stderr is not None
    said = process.stderr.read().decode("utf-8", "replace").strip()
    if process.wait() != 0:
        more = " Make room on the disk and try again; what was published before still stands."
        full = more if "No space left" in said else ""
        raise StoreError(f"The graph could not be built: {said or 'the loader was killed'}.{full}")
