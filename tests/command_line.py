"""The command line as a person meets it: a real process, its output and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(
    *arguments: str | Path, cwd: Path | None = None, stdin: str | None = None, timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run `filmgraph` with `arguments` in `cwd`."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FILMGRAPH_")} | {"COLUMNS": "120"}
    return subprocess.run(
        [sys.executable, "-m", "filmgraph", *map(str, arguments)],
        cwd=cwd,
        env=environment,
        input=stdin,
        text=True,
        capture_output=True,
        timeout=timeout,
    )


def succeed(*arguments: str | Path, cwd: Path | None = None, stdin: str | None = None) -> str:
    """What a command prints to stdout; it must end with exit code 0."""
    done = run(*arguments, cwd=cwd, stdin=stdin)
    assert done.returncode == 0, f"{arguments}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
