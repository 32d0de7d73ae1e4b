"""Sorting more lines than fit in memory: in runs that do, merged from disk."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

RUN = 500_000


def sort_lines(lines: Iterable[str], run: int = RUN) -> Iterator[str]:
    """The lines (each with its newline) in the order of their code points, each once."""
    source = iter(lines)
    first = sorted(set(islice(source, run)))
    if len(first) < run:
        yield from first
        return
    with tempfile.TemporaryDirectory(prefix="filmgraph-") as scratch:
        runs: list[IO[str]] = []
        try:
            while first:
                path = Path(scratch, str(len(runs)))
                file: IO[str] = path.open("w+", encoding="utf-8", newline="\n")
                runs.append(file)
                file.writelines(first)
                file.seek(0)
                first = sorted(set(islice(source, run)))
            last = ""
            for line in heapq.merge(*runs):
                if line != last:
                    yield line
                last = line
        finally:
            for file in runs:
                file.close()
