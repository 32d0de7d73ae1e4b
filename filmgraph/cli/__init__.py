"""The command line: `filmgraph COMMAND`. Machine output goes to stdout alone, all else to stderr."""

from __future__ import annotations

from filmgraph.cli.main import main

__all__ = ["main"]
