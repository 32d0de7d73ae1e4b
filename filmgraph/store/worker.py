"""A query worker: `python -m filmgraph.store.worker GRAPH MEMORY_BYTES`.

Opens a published graph read-only and answers one query after another, each as
one frame on standard output. It keeps no time itself: whoever waits for it kills
it. It imports only the standard library and pyoxigraph, since a cold question
waits for its start.
"""

from __future__ import annotations

import io
import os
import queue
import re
import resource
import sys
import threading
from typing import Any

import pyoxigraph as ox

from filmgraph.catalogs.namespaces import PREFIXES
from filmgraph.store.frames import read_frame, write_frame
from filmgraph.store.isolation import forbid_connections

_REQUESTS = 0
_POSITION = re.compile(r"^error at (\d+):(\d+): ")


class ResultTooLargeError(Exception):
    """The result has more bytes than the request allows."""


class _BoundedBytes(io.BytesIO):
    """Bytes up to a limit (0: none): who writes the result stops as soon as it is too large."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Any) -> int:
        if self._limit and self.tell() + len(data) > self._limit:
            raise ResultTooLargeError
        return super().write(data)


def main(arguments: list[str]) -> None:
    """Serve requests until standard input ends."""
    graph, memory = arguments[0], int(arguments[1])
    # Answers go to the pipe we were given; whatever else prints must not get in between.
    answers = os.dup(1)
    os.dup2(2, 1)
    try:
        store = ox.Store.read_only(graph)
    except (OSError, ValueError) as error:
        write_frame(answers, {"status": "damaged", "message": str(error)})
        return
    _limit_memory(memory)
    write_frame(answers, {"status": "ready"})
    requests = _receive_requests()
    while True:
        header, body = answer_request(store, requests.get())
        write_frame(answers, header, body)


def answer_request(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The answer's header (its `status` says how it went) and body."""
    try:
        if "service" in request["query"].lower():
            # In a string or an IRI, or it would have been refused. To be quite sure:
            forbid_connections()
        foreign = [g for g in request["graphs"] if not store.contains_named_graph(ox.NamedNode(g))]
        if foreign:
            return {"status": "foreign", "graph": foreign[0]}, b""
        results = store.query(request["query"], **_dataset(request))
        return _serialize(results, request)
    except SyntaxError as error:
        return _describe_syntax(str(error)), b""
    except ValueError as error:
        return {"status": "invalid", "message": str(error)}, b""
    except ResultTooLargeError:
        return {"status": "size"}, b""
    except MemoryError:
        return {"status": "memory"}, b""
    except (OSError, RuntimeError) as error:
        return {"status": "failed", "message": str(error)}, b""


def _dataset(request: dict[str, Any]) -> dict[str, Any]:
    """The dataset of the SPARQL protocol; naming either kind of graph leaves the other kind empty."""
    default, named = request["default_graphs"], request["named_graphs"]
    if not default and not named:
        return {}
    return {
        "default_graph": [ox.NamedNode(g) for g in default],
        "named_graphs": [ox.NamedNode(g) for g in named],
    }


def _serialize(results: Any, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    if isinstance(results, ox.QueryTriples):
        rdf = ox.RdfFormat.from_media_type(request["graph_type"])
        if rdf is None:
            return {"status": "type", "type": request["graph_type"]}, b""
        out = _BoundedBytes(request["limit"])
        ox.serialize(results, out, format=rdf, prefixes=PREFIXES)
        return {"status": "ok", "form": "graph", "type": request["graph_type"]}, out.getvalue()
    table = ox.QueryResultsFormat.from_media_type(request["table_type"])
    if table is None:
        return {"status": "type", "type": request["table_type"]}, b""
    form = "ask" if isinstance(results, ox.QueryBoolean) else "select"
    out = _BoundedBytes(request["limit"])
    results.serialize(out, format=table)
    return {"status": "ok", "form": form, "type": request["table_type"]}, out.getvalue()


def _describe_syntax(message: str) -> dict[str, Any]:
    found = _POSITION.match(message)
    line, column = (int(found[1]), int(found[2])) if found else (None, None)
    said = message[found.end() :] if found else message
    return {"status": "syntax", "message": said, "line": line, "column": column}


def _limit_memory(allowance: int) -> None:
    """Cap the address space at what is in use now plus `allowance` bytes; 0 sets no cap."""
    if not allowance:
        return
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib costs 8 ms
            used = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:  # not Linux
        used = 1 << 30
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = used + allowance
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))


def _receive_requests() -> queue.SimpleQueue[dict[str, Any]]:
    """A queue that a thread fills from standard input; at its end the process ends, in mid-query too."""
    received: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def receive() -> None:
        while (frame := read_frame(_REQUESTS)) is not None:
            received.put(frame[0] | {"query": frame[1].decode()})
        os._exit(0)

    threading.Thread(target=receive, daemon=True).start()
    return received


if __name__ == "__main__":
    main(sys.argv[1:])
