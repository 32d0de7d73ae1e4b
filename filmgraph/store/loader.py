"""Builds a graph: `python -m filmgraph.store.loader QUADS SCRATCH TARGET`.

Loads the N-Quads file QUADS into a new store in SCRATCH, optimizes it, and puts
a checkpoint of it at TARGET. A process of its own, since Oxigraph's bulk load
does not hear Ctrl-C; it ends when its standard input does.
"""

from __future__ import annotations

import os
import sys
import threading

import pyoxigraph as ox


def main(quads: str, scratch: str, target: str) -> None:
    """Load, optimize, checkpoint; the process ends with 1 and a sentence on standard error otherwise."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        store = ox.Store(scratch)
        store.bulk_load(path=quads, format=ox.RdfFormat.N_QUADS)
        store.optimize()
        store.flush()
        store.backup(target)
    except (OSError, ValueError, SyntaxError, RuntimeError) as error:
        sys.exit(str(error))


def _end_with_parent() -> None:
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
