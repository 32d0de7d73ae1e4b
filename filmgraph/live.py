"""A store that is served while others write to it: always the newest generation, queries never cut off."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from filmgraph.model.knowledge import QueryAnswer
from filmgraph.store.local import LocalStore


class LiveStore:
    """The newest published generation of the store at `path`, reopened when another is published.

    Implements QueryRunner. A generation that was replaced is closed when its
    last query must have ended: after twice the time limit.
    """

    def __init__(self, path: Path, *, timeout: float, workers: int = 2) -> None:
        self._path, self._timeout, self._workers = path, timeout, workers
        self._lock = threading.Lock()
        self._retired: list[tuple[float, LocalStore]] = []
        self._current = self._open()

    def current(self) -> LocalStore:
        """The store opened at its newest generation; not to be closed by the caller."""
        with self._lock:
            if not self._current.is_current():
                fresh = self._open()
                self._retired.append((time.monotonic() + 2 * self._timeout, self._current))
                self._current = fresh
            self._close_retired(time.monotonic())
            return self._current

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
        return self.current().runner.run(
            sparql,
            table_type=table_type,
            graph_type=graph_type,
            timeout=timeout,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
        )

    def close(self) -> None:
        """Close every generation that is open."""
        with self._lock:
            self._close_retired(float("inf"))
            self._current.close()

    def _open(self) -> LocalStore:
        return LocalStore(self._path, timeout=self._timeout, workers=self._workers, spare=True)

    def _close_retired(self, now: float) -> None:
        for due, store in self._retired:
            if due <= now:
                store.close()
        self._retired = [(due, store) for due, store in self._retired if due > now]
