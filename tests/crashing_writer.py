"""Kills a writer with SIGKILL at every step that changes the store: `crashing_writer.py BASE SCRATCH`.

Copies the published store BASE (or none, where there is none) to SCRATCH/1, SCRATCH/2 …
and changes each copy in a process that kills itself at its first, second … step,
until one gets through.
Prints the number of copies.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from small_store import name_quads, sha256, source

from filmgraph.model.decisions import Decision
from filmgraph.model.knowledge import NameEntry
from filmgraph.store import graph, open_writer

NEW_TEXT = "Amour\nDirected by Michael Haneke.\n"
STEPS = ("mkdir", "rename", "replace", "unlink", "truncate", "ftruncate", "pwrite")


def change(path: Path) -> None:
    """What the killed writer wants: one source for two, other names, a decision, another graph."""
    with open_writer(path, create=True) as writer:
        writer.put_document(NEW_TEXT, sha256(NEW_TEXT))
        writer.put_facts(b"{}\n")
        writer.append_decision(Decision(0, "undo", "because", "2026-01-01", target=1))
        names = [NameEntry("Amour", "https://example.org/amour", "film", "Amour")]
        writer.publish(name_quads("amour-2012"), names, [source("new.txt", NEW_TEXT)])


def die_at(number: int) -> None:
    """Kill this process just before its step `number`, or just after it has started the loader."""
    left = number
    inside = False

    def counted(step: Callable[..., Any], *, after: bool) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            nonlocal left, inside
            if inside:
                return step(*args, **options)
            left -= 1
            if left == 0 and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            # Removing a folder is one step: what it leaves when it is cut off looks like what it began with.
            inside = True
            try:
                result = step(*args, **options)
            finally:
                inside = False
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return run

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name), after=False))
    for module, name, after in ((shutil, "rmtree", False), (graph, "start_python", True)):
        setattr(module, name, counted(getattr(module, name), after=after))


def main(base: Path, scratch: Path) -> None:
    """Make the copies and print how many there are."""
    number, killed = 0, True
    while killed:
        number += 1
        copy = scratch / str(number)
        if base.exists():
            shutil.copytree(base, copy)
        child = os.fork()
        if child == 0:
            die_at(number)
            change(copy)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        assert killed or os.WEXITSTATUS(status) == 0, "the writer failed by itself"
    print(number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
