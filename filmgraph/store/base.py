"""What was loaded from dumps: a graph, an index of names and the rows, made once and never changed.

A generation names the base that it lies over by key. Bases lie beside the
generations, so that any number of generations share one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Thread

from filmgraph.errors import StoreError
from filmgraph.model.knowledge import NameEntry
from filmgraph.model.numbered import find_numbered_line
from filmgraph.model.serial import from_data, to_data
from filmgraph.model.sources import SourceRecord
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

    `chunks` are files of Turtle, each removed once it is read; `names`, those of an entity one behind the
    other, are read in a thread of their own when all chunks are. `rows` is a folder that holds the rows when
    the last chunk has been taken (see `read_row`); then `finish` gives the documents and the number of
    credits. `loaded` is called when all chunks are loaded, before the graph is compacted.
    """

    chunks: Generator[Path, None, None]
    names: Iterable[NameEntry]
    rows: Path
    finish: Callable[[], tuple[Sequence[SourceRecord], int]]
    loaded: Callable[[], None]


@dataclass(frozen=True, slots=True)
class BaseManifest:
    """What a base says about itself: how many quads, credits, names and entities of each kind it holds.

    `quads` are counted by what separates them in the chunks. `documents` are its dumps' files.
    """

    key: str
    quads: int
    credits: int
    names: int
    counts: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[SourceRecord, ...] = ()


def read_base(folder: StoreFolder, key: str) -> BaseManifest:
    """The manifest of a base; raises StoreError where it is missing or damaged."""
    path = folder.base(key) / BASE
    try:
        data = json.loads(path.read_text("utf-8"))
        documents = tuple(from_data(SourceRecord, d) for d in data.pop("documents"))
        return BaseManifest(**data, documents=documents)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"The store is damaged: {path} cannot be read ({error}).") from error


def read_row(rows: Path, sha256: str, number: int) -> str | None:
    """The text of a row of a dump's file from the folder of a base's rows; None where it has none.

    The folder has a file of numbered lines for each of the dumps' files, named by 16 digits of its hash.
    """
    return find_numbered_line(rows / f"{sha256[:16]}.tsv", number)


def write_base(place: Path, manifest: BaseManifest) -> None:
    """Write the manifest into the base's folder."""
    data = asdict(manifest) | {"documents": [to_data(d) for d in manifest.documents]}
    (place / BASE).write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


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
        counted = _Counted(content.chunks)
        names = _NamesThread(half / NAMES, content.names)
        with closing(iter(counted)) as chunks:
            # While the last chunks are sorted and all are compacted, one core has nothing to do.
            stream_graph(folder.work, half / GRAPH, chunks, lock, read=names.start, loaded=content.loaded)
        counts = names.result()
        content.rows.rename(half / ROWS)
        documents, credits = content.finish()
        total = sum(counts.values())
        write_base(half, BaseManifest(key, counted.quads, credits, total, counts, tuple(documents)))
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


class _NamesThread(Thread):
    """Builds the index of names. Nobody waits for it where the loading has failed or was interrupted."""

    def __init__(self, path: Path, names: Iterable[NameEntry]) -> None:
        super().__init__(name="names", daemon=True)
        self._path, self._names = path, names
        self._counts: dict[str, int] = {}
        self._error: Exception | None = None

    def run(self) -> None:
        """Build; what goes wrong is kept for `result`."""
        try:
            self._counts = build_name_index(self._path, self._names, (), in_order=True)
        except Exception as error:
            self._error = error

    def result(self) -> dict[str, int]:
        """How many entities of each kind there are, when the index is built; raises what went wrong."""
        self.join()
        if self._error:
            raise self._error
        return self._counts


class _Counted:
    """Chunks, and about how many triples those that were taken hold."""

    def __init__(self, chunks: Generator[Path, None, None]) -> None:
        self.quads = 0
        self._chunks = chunks

    def __iter__(self) -> Generator[Path, None, None]:
        with closing(self._chunks) as chunks:
            for chunk in chunks:
                with chunk.open("rb") as file:
                    while piece := file.read(1 << 24):
                        self.quads += piece.count(b"; ") + piece.count(b" .\n")
                yield chunk


def clean_bases(folder: StoreFolder, generations: Iterable[int]) -> None:
    """Remove the bases that none of `generations` lies over, half-built ones too."""
    if folder.bases.is_dir():
        needed = {read_manifest(folder.generation(n)).base for n in generations}
        for place in list(folder.bases.iterdir()):
            if place.name not in needed:
                remove_tree(place)
