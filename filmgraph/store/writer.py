"""The one that writes a store: documents, facts and decisions first, then a new generation."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.model.decisions import Decision
from filmgraph.model.knowledge import NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.model.terms import Quad
from filmgraph.store.base import BASE, BaseContent, BaseManifest, build_base, clean_bases, read_base
from filmgraph.store.base_view import BaseView
from filmgraph.store.documents import read_text
from filmgraph.store.files import remove_tree
from filmgraph.store.folder import complete_folder, find_store, make_folder
from filmgraph.store.generation import Content, build_generation, clean_generations, sync_files
from filmgraph.store.ledger import append_to_ledger, cut_ledger, read_ledger
from filmgraph.store.locks import lock_writer
from filmgraph.store.manifest import read_manifest, read_sources


@contextlib.contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Say of a full or broken disk what it means for the store."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The store {path} cannot be written: {error.strerror or error}. "
            "What was published before still stands."
        ) from error


class StoreWriter:
    """The writer of the store at `path`; with `create`, makes the store where there is none.

    A context manager. While it is open no other can be opened (StoreError names
    the process), and readers see what was published before. What was put, appended
    or half built without `publish` is gone when the next writer opens, whether this
    one was closed, interrupted or killed.
    """

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self._folder = make_folder(Path(path)) if create else find_store(Path(path))
        self._generation = 0
        self._base = ""
        self._counts: Mapping[str, int] = {}
        self._sources: tuple[SourceRecord, ...] = ()
        self._decisions: list[Decision] = []
        # What this writer put and no generation needs yet.
        self._fresh: set[Path] = set()
        with _disk_errors(self.path):
            self._lock = lock_writer(self._folder)
        try:
            with _disk_errors(self.path):
                self._open()
        except BaseException:
            self._lock.close()
            raise

    @property
    def path(self) -> Path:
        """The store's folder."""
        return self._folder.path

    @property
    def generation(self) -> int:
        """The number of the published generation; 0 where nothing has been published yet."""
        return self._generation

    @property
    def sources(self) -> tuple[SourceRecord, ...]:
        """The sources of the published generation, in the order they were published in."""
        return self._sources

    @property
    def base(self) -> str:
        """The key of the base that the published generation lies over; "" where it has none."""
        return self._base

    @property
    def counts(self) -> Mapping[str, int]:
        """How many entities of each kind the published generation holds."""
        return self._counts

    def put_document(self, text: str, sha256: str) -> None:
        """Keep the text of a document under its hash; raises StoreError where the two do not fit."""
        data = text.encode("utf-8")
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError(f"The text of document {sha256[:16]} does not have that hash: read it again.")
        self._put(self._folder.document(sha256), data)

    def read_document(self, sha256: str) -> str:
        """The text of a document that was put; raises StoreError where there is none."""
        return read_text(self._folder, sha256)

    def put_facts(self, data: bytes) -> str:
        """Keep what was extracted from a document, and return the key to find it by: the data's hash."""
        key = hashlib.sha256(data).hexdigest()
        self._put(self._folder.facts(key), data)
        return key

    def read_facts(self, key: str) -> bytes:
        """The facts kept under `key`; raises StoreError where there are none."""
        try:
            return self._folder.facts(key).read_bytes()
        except FileNotFoundError:
            raise StoreError(f"The store {self.path} has no facts {key}: read the source again.") from None

    def ledger(self) -> tuple[Decision, ...]:
        """All decisions, those appended since the last publishing too."""
        return tuple(self._decisions)

    def append_decision(self, decision: Decision) -> Decision:
        """Append a decision and return it with its number; it counts for readers once published."""
        with _disk_errors(self.path):
            written = append_to_ledger(self._folder, decision, len(self._decisions) + 1)
        self._decisions.append(written)
        return written

    def publish(
        self,
        quads: Iterable[Quad | str],
        names: Iterable[NameEntry],
        sources: Sequence[SourceRecord],
        base: str = "",
        hidden: Sequence[str] = (),
    ) -> int:
        """Make graph, names, sources and ledger one new generation and return its number.

        Readers see all of it from one moment on, or nothing of it. `quads` may come
        in any order and more than once, also as lines of N-Quads with their newline;
        they lie over what the base with the key `base` holds, the lines `hidden` apart.
        """
        missing = [s.origin for s in sources if not s.dump and not self._folder.document(s.sha256).exists()]
        if missing:
            raise StoreError(
                f"The text of {missing[0]} was never put into the store: put_document comes first."
            )
        with _disk_errors(self.path):
            sync_files(self._fresh)
        number = max([self._generation, *self._folder.numbers()]) + 1
        position = self._folder.ledger.stat().st_size
        content = Content(quads, names, sources, position, len(self._decisions), base, hidden)
        build_generation(self._folder, number, content, self._lock, self._generation)
        with _disk_errors(self.path):
            self._folder.publish(number)
        self._generation, self._sources, self._base = number, tuple(sources), base
        self._counts = read_manifest(self._folder.generation(number)).counts
        self._fresh.clear()
        self._clean()
        return number

    @property
    def scratch(self) -> Path:
        """A folder that what is made for `build_base` may lie in; it is emptied by `build_base`."""
        return self._folder.work / "made"

    def has_base(self, key: str) -> bool:
        """Whether what was loaded under `key` is there."""
        return (self._folder.base(key) / BASE).exists()

    def build_base(self, key: str, content: BaseContent) -> None:
        """Load dumps into a base, which counts once a generation is published over it.

        Raises StoreError where that cannot be done.
        """
        with _disk_errors(self.path):
            build_base(self._folder, key, content, self._lock)

    def read_base(self, key: str) -> BaseManifest:
        """What the base with `key` says about itself."""
        return read_base(self._folder, key)

    def open_base(self, key: str) -> BaseView:
        """The base with `key`, to be looked into; the caller closes it."""
        return BaseView(self._folder, key)

    def close(self) -> None:
        """Give the store back; what was not published is gone for the next writer. Closing twice is fine."""
        self._lock.close()

    def __enter__(self) -> StoreWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        """Bring the folder back to what is published, whatever the last writer left."""
        complete_folder(self._folder)
        self._generation = self._folder.published()
        position = 0
        if self._generation:
            place = self._folder.generation(self._generation)
            manifest = read_manifest(place)
            position, self._base, self._counts = manifest.ledger_bytes, manifest.base, manifest.counts
            self._sources = read_sources(place)
        self._decisions = list(read_ledger(self._folder, position))
        cut_ledger(self._folder, position)
        self._clean()

    def _put(self, path: Path, data: bytes) -> None:
        """Write a file named by its content, where it is not there."""
        if path.exists():
            return
        with _disk_errors(self.path):
            beside = path.with_name(path.name + ".new")
            beside.write_bytes(data)
            beside.replace(path)
        self._fresh.add(path)

    def _clean(self) -> None:
        """Remove scratch, generations nobody reads, and documents and facts no generation needs."""
        remove_tree(self._folder.work)
        left = clean_generations(self._folder)
        clean_bases(self._folder, left)
        needed = {s for n in left for s in self._read_sources(n)}
        kept = {self._folder.document(s.sha256) for s in needed}
        kept |= {self._folder.facts(s.facts_key) for s in needed if s.facts_key}
        for place in (self.path / "documents", self.path / "facts"):
            for path in list(place.iterdir()):
                if path not in kept and path not in self._fresh:
                    path.unlink(missing_ok=True)

    def _read_sources(self, number: int) -> tuple[SourceRecord, ...]:
        return self._sources if number == self._generation else read_sources(self._folder.generation(number))
