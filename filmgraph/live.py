"""A store that is served while others write to it: always the newest generation, queries never cut off."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filmgraph.endpoint.app import Services, Welcome
from filmgraph.errors import FilmgraphError, StoreError
from filmgraph.model.knowledge import Knowledge, QueryAnswer
from filmgraph.store.local import LocalStore

# Of a result, a server holds all bytes until they are sent.
RESULT_LIMIT = 256 << 20


@dataclass(slots=True, eq=False)
class _Lease:
    """An open generation, how many are using it, and what the page says of it."""

    store: LocalStore
    users: int = 0
    welcome: Welcome | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class LiveStore:
    """The newest published generation of the store at `path`, reopened when another is published.

    A query that begins after a generation was published sees it; one that runs
    ends on the generation that it began on, which is closed after its last
    query. `timeout` (seconds) and `memory_limit` (bytes) hold for each query.
    Implements QueryRunner; safe to call from several threads.
    """

    def __init__(self, path: Path, *, timeout: float, memory_limit: int = 2 << 30, workers: int = 2) -> None:
        self._path, self._timeout = path, timeout
        self._memory_limit, self._workers = memory_limit, workers
        self._lock = threading.Lock()
        self._closed = False
        self._current = _Lease(self._open())
        self._replaced: list[_Lease] = []

    @contextmanager
    def use(self) -> Iterator[LocalStore]:
        """The store opened at its newest generation, for as long as the `with` statement lasts."""
        with self._use() as lease:
            yield lease.store

    def run(
        self,
        sparql: str,
        *,
        table_type: str = "application/sparql-results+json",
        graph_type: str = "application/n-triples",
        timeout: float | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> QueryAnswer:
        """Run a query on the newest generation, as QueryRunner says."""
        with self.use() as store:
            return store.runner.run(
                sparql,
                table_type=table_type,
                graph_type=graph_type,
                timeout=timeout,
                default_graphs=default_graphs,
                named_graphs=named_graphs,
            )

    def ask(self, question: str, *, strict: bool = False, directed: bool = False) -> dict[str, Any]:
        """What `filmgraph ask --format json` prints; raises FilmgraphError where there is no answer."""
        from filmgraph.asking import Options, ask

        with self.use() as store:
            return ask(question, store, Options(strict=strict, directed=directed)).to_data()

    def read_quote(self, attestation: str) -> str | None:
        """The words at an attestation's IRI; None where they are not to be had."""
        with self.use() as store:
            return store.read_quote(attestation)

    def welcome(self) -> Welcome:
        """What the page says of the newest generation; found once for each."""
        with self._use() as lease, lease.lock:
            if lease.welcome is None:
                lease.welcome = Welcome(_count(lease.store), find_examples(lease.store))
            return lease.welcome

    def services(self) -> Services:
        """The endpoint's services over this store."""
        return Services(self, self.ask, self.read_quote, self.welcome, self._timeout)

    def close(self) -> None:
        """End all queries and close every generation that is open. Closing twice is fine."""
        with self._lock:
            self._closed = True
            for lease in (self._current, *self._replaced):
                lease.store.close()
            self._replaced.clear()

    @contextmanager
    def _use(self) -> Iterator[_Lease]:
        with self._lock:
            if self._closed:
                raise StoreError("The store has been closed.")
            self._renew()
            lease = self._current
            lease.users += 1
        try:
            yield lease
        finally:
            with self._lock:
                lease.users -= 1
                if not lease.users and lease in self._replaced:
                    self._replaced.remove(lease)
                    lease.store.close()

    def _renew(self) -> None:
        """Open the newest generation; where that cannot be done, what is open is served on."""
        replaced = self._current
        try:
            if replaced.store.is_current():
                return
            self._current = _Lease(self._open())
        except StoreError:
            return
        if replaced.users:
            self._replaced.append(replaced)
        else:
            replaced.store.close()

    def _open(self) -> LocalStore:
        return LocalStore(
            self._path,
            timeout=self._timeout,
            memory_limit=self._memory_limit,
            result_limit=RESULT_LIMIT,
            workers=self._workers,
            spare=True,
        )


def find_examples(knowledge: Knowledge) -> tuple[str, ...]:
    """Questions that have something to find: about the directors who have most films here."""
    query = """
        PREFIX schema: <https://schema.org/>
        SELECT ?name WHERE {
          { SELECT ?agent (COUNT(?film) AS ?films) { ?film schema:director ?agent } GROUP BY ?agent }
          ?agent schema:name ?name
        } ORDER BY DESC(?films) ?name LIMIT 2"""
    try:
        names = [row["name"] for row in knowledge.select(query)]
    except FilmgraphError:
        # A page without examples is better than none.
        return ()
    one = [f"Which editors worked with {name}?" for name in names[:1]]
    one += [f"Which films did {name} direct?" for name in names[1:]]
    two = [f"Which producers worked with both {names[0]} and {names[1]}?"] if len(names) > 1 else []
    return (*two, *one, "Which films are based on novels?")


def _count(store: LocalStore) -> str:
    counts = store.manifest.counts
    agents = sum(counts.get(kind, 0) for kind in ("person", "organization", "team"))
    return (
        f"{counts.get('film', 0):,} films and {agents:,} people and companies, read from "
        f"{store.manifest.sources:,} documents."
    )
