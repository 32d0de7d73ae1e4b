"""A real `filmgraph serve` in a process of its own, and stores for it to serve."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from filmgraph import pipeline
from filmgraph.sample import sample_paths

START_SECONDS = 30.0


def build_store(folder: Path, names: Sequence[str] = ()) -> Path:
    """A store of the sample's documents, or of those named, beside a copy of them."""
    pipeline.add([copy_sample(folder / "reviews", names)], folder / "film.db")
    return folder / "film.db"


def copy_sample(folder: Path, names: Sequence[str] = ()) -> Path:
    """A new folder with the sample's documents, or those named."""
    folder.mkdir()
    for path in sample_paths():
        if not names or path.name in names:
            (folder / path.name).write_bytes(path.read_bytes())
    return folder


def filmgraph(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "filmgraph", *arguments],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


class Server:
    """A running server on a free port; use it in a `with` statement."""

    def __init__(self, store: Path, log: Path, *options: str) -> None:
        self.log = log
        with log.open("w") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "filmgraph", "serve", "--port", "0", "--store", str(store), *options],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=file,
            )
        self.address = self._wait_for_address()

    @property
    def sparql(self) -> str:
        """The endpoint's address."""
        return f"{self.address}sparql"

    def workers(self) -> list[int]:
        """The process ids of its children that still run."""
        return children_of(self.process.pid)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(20)

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.stop()

    def _wait_for_address(self) -> str:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            found = re.search(r"at (http://\S+/) \(", self.log.read_text())
            if found:
                return found[1]
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.02)
        self.process.kill()
        raise AssertionError(f"the server said nothing: {self.log.read_text()}")


def children_of(parent: int) -> list[int]:
    """The process ids of a process's children."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(place.name))
    return found


def is_running(process: int) -> bool:
    """Whether a process runs and is no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
