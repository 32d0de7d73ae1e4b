"""Builds a generation beside the published one, whole and on disk, before anybody can see it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.model.knowledge import NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.model.terms import Quad
from filmgraph.store.files import remove_tree, sync_path, sync_tree
from filmgraph.store.folder import StoreFolder
from filmgraph.store.locks import FileLock, remove_unread
from filmgraph.store.manifest import Manifest, write_manifest, write_sources
from filmgraph.store.name_index import build_name_index
from filmgraph.store.spawn import end_python, start_python
from filmgraph.version import __version__

GRAPH = "graph"
NAMES = "names.sqlite"


@dataclass(frozen=True, slots=True)
class Content:
    """What a generation holds; `ledger_bytes` and `decisions` are the ledger's position."""

    quads: Iterable[Quad]
    names: Iterable[NameEntry]
    sources: Sequence[SourceRecord]
    ledger_bytes: int
    decisions: int


def build_generation(folder: StoreFolder, number: int, content: Content, lock: FileLock) -> None:
    """Build generation `number`; it takes its place in one step, and nothing points to it yet.

    `lock` is the writer's. Raises StoreError where the disk is full or the quads cannot be loaded.
    """
    half = folder.generations / f"building-{number:06d}"
    remove_tree(half)
    remove_tree(folder.work)
    try:
        half.mkdir(parents=True)
        folder.work.mkdir()
        quads = _build_graph(folder.work, half / GRAPH, content.quads, lock)
        names = list(content.names)
        counts = build_name_index(half / NAMES, names, content.sources)
        write_sources(half, content.sources)
        manifest = Manifest(
            number,
            quads,
            len(names),
            len(content.sources),
            content.ledger_bytes,
            content.decisions,
            __version__,
            counts,
        )
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


def clean_generations(folder: StoreFolder) -> list[int]:
    """Remove half-built generations, those never published and those nobody reads; returns what is left."""
    published = folder.published()
    if not folder.generations.is_dir():
        return []
    for place in list(folder.generations.iterdir()):
        if not place.name.isdigit():
            remove_tree(place)
    return [n for n in folder.numbers() if n == published or not remove_unread(folder, n)]


def _build_graph(work: Path, target: Path, quads: Iterable[Quad], lock: FileLock) -> int:
    """Load `quads` into a graph of its own and put a checkpoint of it at `target`; returns their number."""
    source = work / "quads.nq"
    count = 0
    with source.open("w", encoding="utf-8") as file:
        for quad in quads:
            file.write(quad.n4() + "\n")
            count += 1
    # The loader holds the writer's lock too: should we be killed, it may live on for a moment, and
    # nobody else must write meanwhile.
    paths = [str(source), str(work / "graph"), str(target)]
    process = start_python("filmgraph.store.loader", paths, keep=[lock.handle])
    try:
        assert process.stderr is not None
        said = process.stderr.read().decode("utf-8", "replace").strip()
        if process.wait() != 0:
            raise StoreError(f"The graph could not be built: {said or 'the loader was killed'}.")
    finally:
        end_python(process)
    return count


def sync_files(paths: Iterable[Path]) -> None:
    """Wait until the files, and the folders they are in, are on disk; missing ones are left out."""
    folders = set()
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            sync_path(path)
            folders.add(path.parent)
    for folder in folders:
        sync_path(folder)
