"""Builds a generation beside the published one, whole and on disk, before anybody can see it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.model.knowledge import NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.model.terms import Quad
from filmgraph.store.base import BaseManifest, read_base
from filmgraph.store.changes import write_changes
from filmgraph.store.files import remove_tree, sync_path, sync_tree
from filmgraph.store.folder import GRAPH, NAMES, StoreFolder
from filmgraph.store.graph import GraphSteps, build_graph
from filmgraph.store.locks import FileLock, remove_unread
from filmgraph.store.manifest import Manifest, read_manifest, write_manifest, write_sources
from filmgraph.store.name_index import KINDS, build_name_index
from filmgraph.store.names import NameIndex
from filmgraph.version import __version__

# The lines of N-Quads that lie over the base, sorted: what the next generation is compared with.
LINES = "layer.nq"
# The lines of the base that decisions take out of it.
HIDDEN = "hidden.nq"
# A graph is made of the former one until so many quads, and such a part of it, have changed since it was
# last made whole: each change leaves small files behind, which every query has to look through.
FEW_CHANGES = 20_000
DRIFT = 0.25


@dataclass(frozen=True, slots=True)
class Content:
    """What a generation holds: what lies over its base, if it has one, and the key of that base.

    `hidden` are lines of N-Quads that the base has and this generation has not.
    `ledger_bytes` and `decisions` are the ledger's position.
    """

    quads: Iterable[Quad | str]
    names: Iterable[NameEntry]
    sources: Sequence[SourceRecord]
    ledger_bytes: int
    decisions: int
    base: str = ""
    hidden: Sequence[str] = ()


def build_generation(
    folder: StoreFolder, number: int, content: Content, lock: FileLock, former: int = 0
) -> None:
    """Build generation `number`; it takes its place in one step, and nothing points to it yet.

    `lock` is the writer's; `former` is the published generation, from whose graph
    the new one is made where they have much in common. Raises StoreError where the
    disk is full or the quads cannot be loaded.
    """
    half = folder.generations / f"building-{number:06d}"
    remove_tree(half)
    remove_tree(folder.work)
    try:
        half.mkdir(parents=True)
        folder.work.mkdir()
        base = read_base(folder, content.base) if content.base else None
        lines, drift = _build_graph(folder, half, content, lock, former)
        names = list(content.names)
        counts = build_name_index(half / NAMES, names, content.sources)
        manifest = Manifest(
            number,
            lines + (base.quads if base else 0),
            len(names) + (base.names if base else 0),
            len(content.sources),
            content.ledger_bytes,
            content.decisions,
            __version__,
            _add_counts(counts, folder, base, names) if base else counts,
            content.base,
            drift,
        )
        write_sources(half, content.sources)
        write_manifest(half, manifest)
        sync_tree(half)
        half.rename(folder.generation(number))
        sync_path(folder.generations)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"A new generation of {folder.path} could not be written ({error}): "
            "what was published before still stands. Make room or mend the folder, and try again."
        ) from error
    finally:
        remove_tree(half)
        remove_tree(folder.work)


def _build_graph(
    folder: StoreFolder, half: Path, content: Content, lock: FileLock, former: int
) -> tuple[int, int]:
    """Write the generation's lines and its graph into `half`; how many lines it has, and its drift.

    The graph is the former one with what has changed; where it has another base, or
    where much has changed, it is the base with all lines.
    """
    old = _find_former(folder, content, former)
    changes = write_changes(content.quads, old.place / LINES if old else None, half / LINES, folder.work)
    hidden = sorted(set(content.hidden))
    (half / HIDDEN).write_text("".join(hidden), "utf-8")
    work, graph = folder.work, half / GRAPH
    base = folder.base(content.base) / GRAPH if content.base else None
    drift = changes.additions + changes.removals + (old.drift if old else 0)
    if old and drift <= FEW_CHANGES + changes.total * DRIFT:
        # Read as a file: only newlines end its lines, not all that str.splitlines cuts at.
        with (old.place / HIDDEN).open(encoding="utf-8", newline="\n") as file:
            before = list(file)
        shown = _write_lines(work / "shown.nq", set(before).difference(hidden))
        gone = _write_lines(work / "hidden.nq", set(hidden).difference(before))
        steps = GraphSteps(old.place / GRAPH, base, changes.removed, (changes.added, shown), gone)
        build_graph(work, graph, steps, lock)
        return changes.total, drift
    # Compacting is quick on what is small, and not worth its time where the base is most of the graph.
    steps = GraphSteps(
        base, added=(half / LINES,), hidden=half / HIDDEN if hidden else None, optimize=base is None
    )
    build_graph(work, graph, steps, lock)
    return changes.total, 0


def _write_lines(path: Path, lines: Iterable[str]) -> Path:
    path.write_text("".join(lines), "utf-8")
    return path


@dataclass(frozen=True, slots=True)
class _Former:
    """The generation that a new one can be made from."""

    place: Path
    drift: int


def _find_former(folder: StoreFolder, content: Content, former: int) -> _Former | None:
    place = folder.generation(former)
    if not former or not (place / LINES).exists() or not (place / HIDDEN).exists():
        return None
    manifest = read_manifest(place)
    return _Former(place, manifest.drift) if manifest.base == content.base else None


def _add_counts(
    counts: Mapping[str, int], folder: StoreFolder, base: BaseManifest, names: Iterable[NameEntry]
) -> dict[str, int]:
    """How many entities of each kind base and layer hold together: those of both are counted once."""
    index = NameIndex(folder.base(base.key) / NAMES)
    try:
        kind_of = {entry.iri: entry.kind for entry in names}
        shared = Counter(kind_of[iri] for iri in kind_of if index.find_entity(iri))
    finally:
        index.close()
    return {kind: counts[kind] - shared[kind] + base.counts.get(kind, 0) for kind in KINDS}


def clean_generations(folder: StoreFolder) -> list[int]:
    """Remove half-built generations, those never published and those nobody reads; returns what is left."""
    published = folder.published()
    if not folder.generations.is_dir():
        return []
    for place in list(folder.generations.iterdir()):
        if not place.name.isdigit():
            remove_tree(place)
    return [n for n in folder.numbers() if n == published or not remove_unread(folder, n)]


def sync_files(paths: Iterable[Path]) -> None:
    """Wait until the files, and the folders they are in, are on disk; missing ones are left out."""
    folders = set()
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            sync_path(path)
            folders.add(path.parent)
    for folder in folders:
        sync_path(folder)
