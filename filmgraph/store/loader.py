"""Builds a graph: `python -m filmgraph.store.loader STEPS`, STEPS a JSON object.

`scratch` is where the store is written and `target` where a checkpoint of it is put
at last. In between, in this order, as far as they are named:

- `start` is a graph that it begins as a clone of (hard links: that graph is never touched);
- the quads of the file `removed` are taken out, those apart that the graph `base` has;
- the files `added` (`.nq`, `.nt` or `.ttl`) are loaded;
- with `stream`, so are the files of Turtle whose paths come as lines of standard input up to
  an empty line: "read" is printed after each, and "loaded" when all are in the store;
- the quads of the file `hidden` are taken out, whoever has them;
- with `optimize` the store is compacted.

A process of its own, since Oxigraph's bulk load does not hear Ctrl-C. It ends at
once when its standard input does, which is when whoever started it is gone.
"""

from __future__ import annotations

import io
import json
import os
import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pyoxigraph as ox

# A smaller file is one transaction: a bulk load writes files of its own for each.
FEW_BYTES = 4 << 20
SYNTAXES = {".nq": ox.RdfFormat.N_QUADS, ".nt": ox.RdfFormat.N_TRIPLES, ".ttl": ox.RdfFormat.TURTLE}


def main(text: str) -> None:
    """Carry the steps out; the process ends with 1 and a sentence on standard error otherwise."""
    steps: dict[str, Any] = json.loads(text)
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read_input, args=[lines], daemon=True).start()
    try:
        if steps.get("start"):
            ox.Store.read_only(steps["start"]).backup(steps["scratch"])
        store = ox.Store(steps["scratch"])
        if steps.get("removed"):
            base = ox.Store.read_only(steps["base"]) if steps.get("base") else None
            _remove(store, base, steps["removed"])
        for path in steps.get("added", ()):
            _load(store, path)
        if steps.get("stream"):
            # One load for all: it parses while it sorts what came before, and waits only at its end.
            chunks = cast("IO[bytes]", _Chunks(iter(lines.get, "")))
            store.bulk_load(input=chunks, format=ox.RdfFormat.TURTLE)
            print("loaded", flush=True)
        if steps.get("hidden"):
            _remove(store, None, steps["hidden"])
        if steps.get("optimize"):
            store.optimize()
        store.flush()
        store.backup(steps["target"])
    except (OSError, ValueError, SyntaxError, RuntimeError) as error:
        sys.exit(str(error))


def _load(store: ox.Store, path: str) -> None:
    syntax = SYNTAXES[Path(path).suffix]
    if Path(path).stat().st_size < FEW_BYTES:
        store.load(path=path, format=syntax)
    else:
        store.bulk_load(path=path, format=syntax)


def _remove(store: ox.Store, base: ox.Store | None, path: str) -> None:
    for quad in ox.parse(path=path, format=ox.RdfFormat.N_QUADS):
        if base is None or quad not in base:
            store.remove(quad)


class _Chunks(io.RawIOBase):
    """Files read one behind the other; each is named when the one before has been read to its end."""

    def __init__(self, paths: Iterator[str]) -> None:
        self._paths = paths
        self._file: BinaryIO | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        while True:
            if self._file:
                if piece := self._file.read(size):
                    return piece
                self._file.close()
                print("read", flush=True)
            path = next(self._paths, None)
            if path is None:
                self._file = None
                return b""
            self._file = Path(path).open("rb")  # noqa: SIM115 - closed when it has been read


def _read_input(lines: queue.SimpleQueue[str]) -> None:
    with open(0, encoding="utf-8") as source:
        for line in source:
            lines.put(line.rstrip("\n"))
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
