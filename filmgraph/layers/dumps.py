"""Dumps as sources of a store: which of them it has, and the base that is made of them.

All dumps of a store are converted together into one base, whose key says what it was
made of: the files by their hashes, and how they were asked to be read. A dump whose
files have their former size and time is taken as unchanged without being read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from threading import Event

from filmgraph.dumps import (
    ConvertedDump,
    DumpFilter,
    DumpFolder,
    convert_dump,
    find_dump,
    find_dumps,
    read_names,
)
from filmgraph.errors import StoreError
from filmgraph.model.knowledge import NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.store import StoreWriter
from filmgraph.store.base import BaseContent
from filmgraph.version import __version__

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class AskedDump:
    """A dump that is to be in the store: its folder, the origin that names it, and how it is to be read."""

    folder: DumpFolder
    origin: str
    options: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """A base and the records of the files that it was made of; `problems` and `notes` are sentences."""

    key: str = ""
    documents: tuple[SourceRecord, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def find_asked(
    paths: Iterable[Path], chosen: DumpFilter | None, origin: Callable[[Path], str]
) -> list[AskedDump]:
    """The dumps in `paths`, each once, sorted by origin."""
    options = write_options(chosen)
    found = {origin(d.path): d for path in paths for d in find_dumps(path)}
    return [AskedDump(dump, name, options) for name, dump in sorted(found.items())]


def write_options(chosen: DumpFilter | None) -> str:
    """A filter as text; "" where it leaves everything in."""
    return json.dumps(asdict(chosen), sort_keys=True) if chosen and chosen != DumpFilter() else ""


def read_options(text: str) -> DumpFilter:
    """The filter that `write_options` wrote."""
    data = json.loads(text) if text else {}
    return DumpFilter(**data | {"types": tuple(data.get("types", ()))})


def find_kept(sources: Iterable[SourceRecord], home: Path) -> list[AskedDump]:
    """The dumps of `sources`, found again where they lay; raises StoreError where one is gone.

    `home` is the folder that origins are relative to.
    """
    found = []
    dumps = sorted((s for s in sources if s.dump), key=lambda s: s.dump)
    for origin, records in groupby(dumps, key=lambda s: s.dump):
        folder = find_dump(home / origin)
        if folder is None:
            raise StoreError(
                f"The dump {origin} is not there any more, and what is left must be loaded together with it. "
                f"Put it back, or take it out of the store with 'filmgraph remove {origin}'."
            )
        found.append(AskedDump(folder, origin, next(records).options))
    return found


def make_base(
    writer: StoreWriter,
    asked: Sequence[AskedDump],
    origin: Callable[[Path], str],
    progress: Progress | None = None,
) -> Base:
    """The base of all `asked` dumps: the published one where nothing has changed, else a new one.

    `origin` is how the store names a file. Raises StoreError where it cannot be made.
    """
    if not asked:
        return Base()
    known = {s.origin: s for s in writer.sources if s.dump}
    records = [_look(Path(file.path), dump, origin, known) for dump in asked for file in dump.folder.files]
    parts = [__version__, *(f"{r.dump} {r.origin} {r.file_sha256} {r.options}" for r in records)]
    key = hashlib.sha256("\0".join(sorted(parts)).encode()).hexdigest()[:32]
    if writer.has_base(key):
        digests = {d.origin: d.sha256 for d in writer.read_base(key).documents}
        return Base(key, tuple(_complete(r, digests[r.origin]) for r in records))
    return _build(writer, key, asked, records, origin, progress)


def _look(
    path: Path, dump: AskedDump, origin: Callable[[Path], str], known: dict[str, SourceRecord]
) -> SourceRecord:
    """The record of a dump's file, its text's hash apart; its bytes are read where it may have changed."""
    name, info = origin(path), path.stat()
    former = known.get(name)
    if former and (former.size, former.modified) == (info.st_size, info.st_mtime_ns):
        digest = former.file_sha256
    else:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    return SourceRecord(
        origin=name,
        sha256="",
        media_type="text/tab-separated-values",
        title=path.name,
        file_sha256=digest,
        size=info.st_size,
        dump=dump.origin,
        modified=info.st_mtime_ns,
        options=dump.options,
    )


def _complete(record: SourceRecord, digest: str) -> SourceRecord:
    return replace(record, sha256=digest)


def _build(
    writer: StoreWriter,
    key: str,
    asked: Sequence[AskedDump],
    records: Sequence[SourceRecord],
    origin: Callable[[Path], str],
    progress: Progress | None,
) -> Base:
    options = {dump.options for dump in asked}
    if len(options) > 1:
        raise StoreError(
            "The dumps of one store are read with one filter: add them together, with the same "
            "--types and --years, or each to a store of its own."
        )
    folders = [dump.folder for dump in asked]
    made = convert_dump(
        folders, writer.scratch, read_options(options.pop()), progress=progress, origin=origin
    )
    documents: list[SourceRecord] = []

    def finish() -> tuple[Sequence[SourceRecord], int]:
        digests = {origin(document.path): document.sha256 for document in made.documents}
        documents.extend(_complete(r, digests[r.origin]) for r in records if r.origin in digests)
        return documents, made.counts.credits

    def tell_loaded() -> None:
        if progress:
            progress("loading", made.counts.credits, made.counts.credits)
            progress("compacting", 0, 3)

    ready = Event()
    content = BaseContent(_take(made, ready), _read_names(made, ready), made.rows, finish, tell_loaded)
    writer.build_base(key, content)
    return Base(key, tuple(documents), tuple(made.tell_problems()), tuple(made.tell_notes()))


def _take(made: ConvertedDump, ready: Event) -> Generator[Path, None, None]:
    """The chunks; `ready` is set as soon as the names are there, and whatever happens in the end."""
    try:
        for chunk in made.chunks:
            if made.names.exists():
                ready.set()
            yield chunk
    finally:
        ready.set()
        if isinstance(made.chunks, Generator):
            made.chunks.close()


def _read_names(made: ConvertedDump, ready: Event) -> Iterator[NameEntry]:
    ready.wait()
    if made.names.exists():
        yield from read_names(made.names)
