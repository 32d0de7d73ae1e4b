"""Converting dumps in tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph as ox

from filmgraph.dumps import ConvertedDump, DumpFilter, convert_dump, find_dump


def converted(
    folders: Path | Sequence[Path],
    work: Path,
    chosen: DumpFilter | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[ConvertedDump, list[Path]]:
    """The conversion of dumps with all its chunks made; nothing but what it says is left in `work`."""
    dumps = []
    for folder in [folders] if isinstance(folders, Path) else folders:
        found = find_dump(folder)
        assert found, folder
        dumps.append(found)
    dump = convert_dump(dumps, work, chosen, progress=progress)
    paths = list(dump.chunks)
    assert {p.name for p in work.iterdir()} <= {"chunks", "names.tsv", "rows"}
    return dump, paths


def triples(paths: Sequence[Path]) -> set[str]:
    """The triples of Turtle files as lines of N-Quads."""
    return {f"{q} ." for path in paths for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)}
