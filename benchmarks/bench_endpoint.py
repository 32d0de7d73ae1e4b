"""How fast does the endpoint answer a small query, and what does HTTP add to the query itself?

    python benchmarks/bench_endpoint.py

Serves the sample from a process of its own and prints requests a second with
the latency's median and 95th percentile, for one client and for four at a
time, each on a connection that is kept; then the same query asked of the query
workers without HTTP, and the ratio of the medians.
"""

from __future__ import annotations

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

from filmgraph import pipeline
from filmgraph.sample import sample_paths
from filmgraph.store import LocalStore

QUERY = (
    "PREFIX schema: <https://schema.org/> SELECT ?film ?title { "
    '?agent schema:name "Jacques Audiard" . ?film schema:director ?agent ; schema:name ?title }'
)
REQUESTS = 1000


def start_server(store: Path) -> tuple[subprocess.Popen[str], str]:
    """A server on a free port, and its host and port."""
    command = [sys.executable, "-m", "filmgraph", "serve", "--port", "0", "--store", str(store)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    found = re.search(r"http://\S+/", process.stderr.readline())
    assert found
    return process, urlsplit(found[0]).netloc


def time_requests(place: str, count: int) -> list[float]:
    """The seconds that each of `count` requests takes, one after the other on one connection."""
    connection = http.client.HTTPConnection(place)
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        connection.request("GET", f"/sparql?query={quote(QUERY)}")
        answer = connection.getresponse()
        body = answer.read()
        taken.append(time.perf_counter() - start)
        assert answer.status == 200, body
    connection.close()
    return taken


def time_calls(call: Callable[[], object], count: int) -> list[float]:
    """The seconds that each of `count` calls takes."""
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return taken


def report(name: str, taken: list[float], elapsed: float) -> float:
    """Print a line of figures; the median in milliseconds."""
    median, p95 = (1000 * statistics.quantiles(taken, n=20)[n] for n in (9, 18))
    print(f"{name:32} {len(taken) / elapsed:7.0f}/s   median {median:6.2f} ms   p95 {p95:6.2f} ms")
    return median


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "film.db")
        pipeline.add(list(sample_paths()), store)
        process, place = start_server(store)
        try:
            time_requests(place, 50)
            start = time.perf_counter()
            taken = time_requests(place, REQUESTS)
            over_http = report("HTTP, one client", taken, time.perf_counter() - start)
            start = time.perf_counter()
            with ThreadPoolExecutor(4) as clients:
                parts = list(clients.map(lambda _: time_requests(place, REQUESTS // 4), range(4)))
            report("HTTP, four clients", [t for part in parts for t in part], time.perf_counter() - start)
        finally:
            process.terminate()
            process.wait()
        with LocalStore(store) as opened:
            opened.runner.run(QUERY)
            start = time.perf_counter()
            taken = time_calls(lambda: opened.runner.run(QUERY), REQUESTS)
            alone = report("a query worker, no HTTP", taken, time.perf_counter() - start)
        print(f"HTTP takes {over_http / alone:.1f} times as long as the query alone")


if __name__ == "__main__":
    main()
