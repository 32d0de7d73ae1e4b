"""Queries in worker processes that can be killed: a time limit and a memory limit that hold.

Oxigraph does not stop a query that has begun, and does not hear Ctrl-C while it
runs one. A process can be stopped at any time, and its memory can be capped.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from filmgraph.errors import FilmgraphError, QueryError, QueryTimeoutError, StoreError
from filmgraph.model.knowledge import QueryAnswer
from filmgraph.store.frames import PREFIX_SIZE, frame_size, unpack_frame, write_frame
from filmgraph.store.refusals import check_query
from filmgraph.store.spawn import end_python, start_python
from filmgraph.store.syntax import syntax_error

START_SECONDS = 30.0
DEFAULT_TIMEOUT = 60.0
DEFAULT_MEMORY = 4 << 30
_OVERFLOWED = "overflowed its stack"


class WorkerEndedError(Exception):
    """The worker's process ended by itself; the text is what it last said."""


class Worker:
    """One worker process on one graph. Starts at once and gets ready by itself."""

    def __init__(self, graph: Path, memory_limit: int) -> None:
        self.process = start_python("filmgraph.store.worker", [str(graph), str(memory_limit)])
        self.is_ready = False

    def exchange(self, header: dict[str, Any], body: bytes, timeout: float) -> tuple[dict[str, Any], bytes]:
        """Send a request and wait for its answer; raises TimeoutError and WorkerEndedError."""
        if not self.is_ready:
            hello, _ = self._receive(START_SECONDS)
            if hello["status"] != "ready":
                raise StoreError(f"The graph cannot be opened: {hello['message']}.")
            self.is_ready = True
        assert self.process.stdin is not None
        try:
            write_frame(self.process.stdin.fileno(), header, body)
        except BrokenPipeError:
            raise self._ended() from None
        return self._receive(timeout)

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        end_python(self.process)

    def _receive(self, timeout: float) -> tuple[dict[str, Any], bytes]:
        assert self.process.stdout is not None
        handle = self.process.stdout.fileno()
        deadline = time.monotonic() + timeout
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        frame, wanted = bytearray(), PREFIX_SIZE
        while len(frame) < wanted:
            left = deadline - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                raise TimeoutError
            piece = os.read(handle, min(wanted - len(frame), 1 << 20))
            if not piece:
                raise self._ended()
            frame += piece
            if len(frame) == PREFIX_SIZE:
                wanted = frame_size(frame)
        return unpack_frame(frame)

    def _ended(self) -> WorkerEndedError:
        self.process.kill()
        assert self.process.stderr is not None
        said = self.process.stderr.read(10_000).decode("utf-8", "replace").strip()
        # A stack that runs over kills the process before it can say anything.
        return WorkerEndedError(said or _OVERFLOWED * (self.process.wait() == -signal.SIGSEGV))


class QueryPool:
    """Runs queries on the graph in folder `graph`, at most `workers` at a time.

    `timeout` is a query's limit in seconds where it brings none of its own;
    `memory_limit` is what a worker may use beyond the open graph, in bytes (0: no
    limit); `result_limit` is what a result may have in bytes (0: no limit).
    `queue` callers wait for a worker at most; one more is told to come
    back. With `spare`, one worker more is kept warm, so that after a kill nobody
    waits for a start. Safe to call from several threads. Implements QueryRunner.
    """

    def __init__(
        self,
        graph: Path,
        *,
        workers: int = 1,
        spare: bool = False,
        timeout: float = DEFAULT_TIMEOUT,
        memory_limit: int = DEFAULT_MEMORY,
        result_limit: int = 0,
        queue: int = 64,
    ) -> None:
        self.timeout = timeout
        self._graph, self._memory_limit, self._result_limit = graph, memory_limit, result_limit
        self._workers, self._kept, self._queue = workers, workers + spare, queue
        self._idle: list[Worker] = []
        self._running: set[Worker] = set()
        self._waiting = 0
        self._closed = False
        self._changed = threading.Condition()
        # For those who forget to close: no worker outlives its pool.
        self._at_end = weakref.finalize(self, _end_workers, self._idle, self._running)

    def warm(self) -> None:
        """Start the workers now rather than with the first query."""
        with self._changed:
            while not self._closed and len(self._idle) + len(self._running) < self._kept:
                self._idle.append(Worker(self._graph, self._memory_limit))

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
        """Run a read-only query, as QueryRunner says."""
        graphs = check_query(sparql)
        asked = [*default_graphs, *named_graphs]
        header = {
            "graphs": asked or list(graphs),
            "default_graphs": list(default_graphs),
            "named_graphs": list(named_graphs),
            "table_type": table_type,
            "graph_type": graph_type,
            "limit": self._result_limit,
        }
        limit = self.timeout if timeout is None else timeout
        with self._borrow_worker(limit) as worker:
            try:
                found, body = worker.exchange(header, sparql.encode(), limit)
            except TimeoutError:
                raise QueryTimeoutError(
                    f"The query was stopped at its time limit of {limit:g} seconds: "
                    "ask for less (LIMIT, fewer variables that nothing joins), or raise the limit."
                ) from None
            except WorkerEndedError as ended:
                if self._closed:
                    raise StoreError("The store was closed while the query ran.") from None
                raise _describe_end(str(ended), self._memory_limit) from None
        if found["status"] == "ok":
            return QueryAnswer(found["form"], found["type"], body)
        if found["status"] == "size":
            raise QueryTimeoutError(
                f"The result is larger than {self._result_limit / (1 << 20):,.0f} MiB: "
                "ask for less (LIMIT and OFFSET, fewer columns)."
            )
        raise _describe_failure(found, sparql, self._memory_limit)

    def close(self) -> None:
        """End all workers, those in mid-query too; whoever waits gets a StoreError."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            self._at_end()

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _borrow_worker(self, timeout: float) -> Iterator[Worker]:
        """A worker for one query; it goes back when the query ended well and is killed otherwise."""
        worker = self._take_worker(timeout)
        healthy = False
        try:
            yield worker
            healthy = True
        finally:
            # Also on Ctrl-C: what a worker is still doing must not be waited for.
            if not healthy:
                worker.kill()
            with self._changed:
                self._running.discard(worker)
                if healthy and not self._closed:
                    self._idle.append(worker)
                elif healthy:
                    worker.kill()
                elif self._kept > self._workers and not self._closed:
                    self._idle.insert(0, Worker(self._graph, self._memory_limit))
                self._changed.notify()

    def _take_worker(self, timeout: float) -> Worker:
        deadline = time.monotonic() + timeout
        with self._changed:
            if len(self._running) >= self._workers and self._waiting >= self._queue:
                raise QueryTimeoutError(
                    f"{self._waiting} queries are waiting already: try again in a moment."
                )
            self._waiting += 1
            try:
                while not self._closed and len(self._running) >= self._workers:
                    if not self._changed.wait(deadline - time.monotonic()):
                        raise QueryTimeoutError(
                            f"No worker was free within {timeout:g} seconds: try again in a moment."
                        )
            finally:
                self._waiting -= 1
            if self._closed:
                raise StoreError("The store has been closed.")
            worker = self._pop_idle() or Worker(self._graph, self._memory_limit)
            self._running.add(worker)
            return worker

    def _pop_idle(self) -> Worker | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive():
                return worker
            worker.kill()
        return None


def _end_workers(idle: list[Worker], running: set[Worker]) -> None:
    """Kill all; the streams of a running one are closed by the thread that waits for it."""
    while idle:
        idle.pop().kill()
    for worker in running:
        worker.process.kill()


def _describe_failure(found: dict[str, Any], sparql: str, memory_limit: int) -> FilmgraphError:
    """The error for an answer whose status is not "ok"."""
    match found["status"]:
        case "syntax":
            return syntax_error(sparql, found["message"], found["line"], found["column"])
        case "foreign":
            return QueryError(
                f"The store has no graph <{found['graph']}>, and FROM fetches none: leave FROM out to ask "
                "the default graph, or name a graph of the store."
            )
        case "type":
            return QueryError(f"No result can be written as {found['type']}.")
        case "memory":
            return _describe_end("memory", memory_limit)
        case "invalid":
            return QueryError(f"The query is refused: {found['message']}.")
        case _:
            return QueryError(f"The query failed: {found['message']}.")


def _describe_end(last_words: str, memory_limit: int) -> FilmgraphError:
    """The error for a worker that ended in mid-query: in practice, it had no more memory."""
    if _OVERFLOWED in last_words:
        return QueryError("The query is nested too deeply to be run.")
    limit = f" of {memory_limit / (1 << 20):,.0f} MiB" if memory_limit else ""
    return QueryTimeoutError(
        f"The query was stopped at its memory limit{limit}: ask for less (LIMIT, fewer columns, no "
        "ORDER BY or DISTINCT over everything), or raise the limit."
    )
