"""What was loaded from dumps: a graph, an index of names and the rows, made once and never changed.

A generation names the base that it lies over by key. Bases lie beside the
generations, so that any number of generations share one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.model.knowledge import NameEntry
from filmgraph.store.files import remove_tree, sync_path, sync_tree
from filmgraph.store.folder import GRAPH, NAMES, StoreFolder
from filmgraph.store.graph import stream_graph
from filmgraph.store.locks import FileLock
from filmgraph.store.manifest import read_manifest
from filmgraph.store.name_index import build_name_index

BASE = "base.json"
ROWS = "rows"


@dataclass(frozen=True, slots=True)
class BaseContent:
    """What a base is made of.

    `chunks` are files of N-Triples with how many lines they have, each removed once it
    is loaded; `names` are read in a thread of their own while the chunks are; `rows` is
    a folder that holds the rows when the last chunk has been made. `progress` is called
    with the number of quads loaded so far.
    """

    chunks: Iterable[tuple[Path, int]]
    names: Iterable[NameEntry]
    rows: Path | None = None
    progress: Callable[[int], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class BaseManifest:
    """What a base says about itself: how many quads, names and entities of each kind it holds."""

    key: str
    quads: int
    names: int
    counts: Mapping[str, int] = field(default_factory=dict)


def read_base(folder: StoreFolder, key: str) -> BaseManifest:
    """The manifest of a base; raises StoreError where it is missing or damaged."""
    path = folder.base(key) / BASE
    try:
        return BaseManifest(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"The store is damaged: {path} cannot be read ({error}).") from error


def write_base(place: Path, manifest: BaseManifest) -> None:
    """Write the manifest into the base's folder."""
    (place / BASE).write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")


def build_base(folder: StoreFolder, key: str, content: BaseContent, lock: FileLock) -> None:
    """Load `content` into the base `key`; it takes its place in one step.

    `lock` is the writer's. Raises StoreError where the quads cannot be loaded.
    """
    half = folder.bases / f"building-{key}"
    remove_tree(half)
    remove_tree(folder.work)
    try:
        half.mkdir(parents=True)
        folder.work.mkdir()
        quads = 0

        def loaded(lines: int) -> None:
            nonlocal quads
            quads += lines
            content.progress(quads)

        with ThreadPoolExecutor(1, "names") as pool:
            names = pool.submit(_build_names, half / NAMES, content.names)
            stream_graph(folder.work, half / GRAPH, content.chunks, lock, loaded)
            counts = names.result()
        if content.rows:
            content.rows.rename(half / ROWS)
        write_base(half, BaseManifest(key, quads, sum(counts.values()), counts))
        sync_tree(half)
        half.rename(folder.base(key))
        sync_path(folder.bases)
    except sqlite3.Error as error:
        raise StoreError(
            f"The dumps could not be written into {folder.path} ({error}): what was published before still "
            "stands. Make room or mend the folder, and try again."
        ) from error
    finally:
        remove_tree(half)
        remove_tree(folder.work)


def _build_names(path: Path, names: Iterable[NameEntry]) -> dict[str, int]:
    return build_name_index(path, names, ())


def clean_bases(folder: StoreFolder, generations: Iterable[int]) -> None:
    """Remove the bases that none of `generations` lies over, half-built ones too."""
    if folder.bases.is_dir():
        needed = {read_manifest(folder.generation(n)).base for n in generations}
        for place in list(folder.bases.iterdir()):
            if place.name not in needed:
                remove_tree(place)
