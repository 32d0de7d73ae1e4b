"""The store of a folder, opened for reading: one published generation, held as long as it is open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from filmgraph.errors import QueryError
from filmgraph.model.decisions import Decision
from filmgraph.model.knowledge import EntityKind, NameMatch
from filmgraph.model.sources import SourceRecord
from filmgraph.model.table import Table
from filmgraph.store.base import ROWS, read_row
from filmgraph.store.documents import find_rows, parse_attestation, read_text
from filmgraph.store.folder import GRAPH, NAMES, StoreFolder, find_store
from filmgraph.store.layered_names import LayeredNames
from filmgraph.store.ledger import read_ledger
from filmgraph.store.locks import is_held, lock_published
from filmgraph.store.manifest import Manifest, read_manifest, read_sources
from filmgraph.store.workers import DEFAULT_MEMORY, DEFAULT_TIMEOUT, QueryPool


class LocalStore:
    """The published generation of the store at `path`. Implements Knowledge; a context manager.

    What it answers does not change while it is open, whatever is published
    meanwhile; `is_current` says whether it is still the newest. `timeout` (seconds)
    and `memory_limit` and `result_limit` (bytes) hold for each query; `workers` and `spare` are the
    QueryPool's, which is `runner`; `location` is `path` as it was given. Safe to call from several threads.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        memory_limit: int = DEFAULT_MEMORY,
        result_limit: int = 0,
        workers: int = 1,
        spare: bool = False,
    ) -> None:
        self.location = str(path)
        # Absolute, since the process may change its folder while the store is open.
        self._folder = StoreFolder(find_store(Path(path)).path.absolute())
        self.generation, self._lock = lock_published(self._folder)
        place = self._folder.generation(self.generation)
        self.runner = QueryPool(
            place / GRAPH,
            workers=workers,
            spare=spare,
            timeout=timeout,
            memory_limit=memory_limit,
            result_limit=result_limit,
        )
        try:
            self.runner.warm()
            self.manifest: Manifest = read_manifest(place)
            base = self._folder.base(self.manifest.base) if self.manifest.base else None
            self._rows = base / ROWS if base else None
            self._names = LayeredNames(place / NAMES, base / NAMES if base else None)
        except BaseException:
            self.runner.close()
            self._lock.close()
            raise

    @property
    def path(self) -> Path:
        """The store's folder."""
        return self._folder.path

    @cached_property
    def sources(self) -> tuple[SourceRecord, ...]:
        """What was read, in the order it was published in."""
        return read_sources(self._folder.generation(self.generation))

    def is_current(self) -> bool:
        """Whether no newer generation has been published, in this store or in one that took its place."""
        return self._folder.published() == self.generation and is_held(
            self._folder, self.generation, self._lock
        )

    def ledger(self) -> tuple[Decision, ...]:
        """The decisions that this generation was built with."""
        return read_ledger(self._folder, self.manifest.ledger_bytes)

    def select(self, sparql: str, *, timeout: float | None = None) -> Table:
        """The table of a SELECT or ASK query."""
        answer = self.runner.run(sparql, timeout=timeout)
        if answer.form == "graph":
            raise QueryError("This query makes a graph, not a table: SELECT or ASK is expected here.")
        return Table.from_json(answer.body)

    def find_names(
        self, text: str, kinds: tuple[EntityKind, ...] = (), *, limit: int = 10
    ) -> tuple[NameMatch, ...]:
        """Entities whose name fits `text`: by how it fits, then weight, then label."""
        return self._names.find(text, kinds, limit)

    def read_quote(self, attestation: str) -> str | None:
        """The words at an attestation's IRI; None where it names no document of this generation."""
        parsed = parse_attestation(attestation)
        document = self._names.find_document(parsed[0]) if parsed else None
        if parsed is None or document is None:
            return None
        sha256, media_type = document
        if self._rows and isinstance(parsed[1], int) and (row := read_row(self._rows, sha256, parsed[1])):
            return row
        text = read_text(self._folder, sha256)
        place = parsed[1]
        if isinstance(place, slice):
            return text[place] or None
        rows = find_rows(text, media_type)
        return rows[place - 1].of(text) if 0 < place <= len(rows) else None

    def read_document(self, sha256: str) -> str:
        """The text of a source, by its hash; raises StoreError where there is none."""
        return read_text(self._folder, sha256)

    def dump(self, media_type: str = "application/n-quads") -> Iterator[bytes]:
        """The whole graph in an order of its own, piece by piece.

        `application/n-quads` and `application/trig` give all graphs;
        `application/n-triples` and `text/turtle` the default graph. Two stores with
        the same content give the same bytes. Raises QueryError on other types.
        """
        from filmgraph.store.dump import dump_graph

        return dump_graph(self._folder.generation(self.generation) / GRAPH, media_type)

    def close(self) -> None:
        """End the workers and let the generation go. Closing twice is fine."""
        self.runner.close()
        self._names.close()
        self._lock.close()

    def __enter__(self) -> LocalStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
