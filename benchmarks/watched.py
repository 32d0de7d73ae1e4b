"""Running Python code in a process of its own, and watching what it takes phase by phase.

The code says on its standard output which phase begins, a line each. Memory is what the processes
hold themselves (anonymous pages): files that are mapped or cached belong to the system, which takes
them back as it likes. Linux only (`/proc`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LOADER = b"filmgraph.store.loader"
EVERY = 0.2  # seconds


class Peak(NamedTuple):
    """The most megabytes in a phase: of the process that was started, of loaders under it, of all at once."""

    main: float = 0.0
    loader: float = 0.0
    total: float = 0.0


class Run(NamedTuple):
    """What a process and its children took: seconds, processor seconds, and memory by phase."""

    seconds: float
    processor: float
    peaks: dict[str, Peak]

    @property
    def megabytes(self) -> float:
        """The most that was held at once."""
        return max((peak.total for peak in self.peaks.values()), default=0.0)


def family(pid: int) -> Iterator[int]:
    """A process and all under it."""
    yield pid
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def look(pid: int) -> Peak:
    """What a process and all under it hold now."""
    main = loader = 0.0
    for one in family(pid):
        place = Path(f"/proc/{one}")
        try:
            lines = (place / "status").read_text().splitlines()
            held = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)
            if LOADER in (place / "cmdline").read_bytes().split(b"\0"):
                loader += held
            else:
                main += held
        except OSError:
            continue
    return Peak(main, loader, main + loader)


def run(code: str, *arguments: Path) -> Run:
    """Run `code`; exits where it fails."""
    before = os.times()
    started = time.perf_counter()
    command = [sys.executable, "-u", "-c", code, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    phases = ["starting"]
    reader = threading.Thread(target=lambda: phases.extend(line.strip() for line in process.stdout or ()))
    reader.start()
    peaks: dict[str, Peak] = {}
    while process.poll() is None:
        phase, now = phases[-1], look(process.pid)
        peaks[phase] = Peak(*map(max, zip(peaks.get(phase, Peak()), now, strict=True)))
        time.sleep(EVERY)
    reader.join()
    took = time.perf_counter() - started
    after = os.times()
    if process.returncode:
        sys.exit("a run failed; what it said stands above")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(took, used, peaks)


def tell_peaks(took: Run) -> str:
    """The memory of each phase, a line each."""
    return "\n".join(
        f"    {phase:11} {peak.main:6,.0f} MB, loader {peak.loader:6,.0f} MB, together {peak.total:6,.0f} MB"
        for phase, peak in took.peaks.items()
    )
