"""How long does a person wait? Whole processes, cold: the founding question on the sample, and `--help`.

    python benchmarks/bench_cli.py

Beside each figure stands the same machine's `python -c pass`, so that the ratio
can be compared across machines.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from filmgraph.sample import sample_paths

RUNS = 9
QUESTION = "which producers worked with both Audiard and the Dardennes"


def seconds(*command: str) -> float:
    """The median wall time of a command over RUNS runs, after one that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    filmgraph = str(Path(sys.executable).parent / "filmgraph")
    bare = seconds(sys.executable, "-c", "pass")
    print(f"python -c pass                      {bare:6.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "film.db")
        added = [filmgraph, "add", *map(str, sample_paths()), "--store", store]
        subprocess.run(added, check=True, stderr=subprocess.DEVNULL)
        for name, floor, command in (
            ("filmgraph --help", 0.3, [filmgraph, "--help"]),
            ("the founding question", 1.0, [filmgraph, "ask", QUESTION, "--store", store]),
            ("the founding question --why", 1.0, [filmgraph, "ask", QUESTION, "--why", "--store", store]),
            ("show a film", 1.0, [filmgraph, "show", "Rust and Bone", "--store", store]),
        ):
            taken = seconds(*command)
            print(f"{name:<35} {taken:6.3f} s  (under {floor}; {taken / bare:.0f} times python -c pass)")


if __name__ == "__main__":
    main()
