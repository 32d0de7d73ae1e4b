"""Word lists of the trade, one word or phrase a line, kept apart from the code that uses them.

A line that starts with `#` is a comment. A line in square brackets opens a named
group. Everything is compared after folding (case, accents and punctuation away).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from filmgraph.model.names import fold

_HOME = Path(__file__).resolve().parent


@lru_cache(maxsize=32)
def load_patterns(name: str) -> Mapping[str, frozenset[str]]:
    """The groups of the pattern file `name` (without ".txt"), each a set of folded phrases.

    Raises FileNotFoundError when there is no such file.
    """
    return MappingProxyType(
        {group: frozenset(fold(line) for line in lines) - {""} for group, lines in load_lines(name).items()}
    )


@lru_cache(maxsize=32)
def load_union(name: str, *groups: str) -> frozenset[str]:
    """Several groups of the pattern file `name` as one set, for what is asked of many lines."""
    return frozenset().union(*(load_patterns(name)[group] for group in groups))


@lru_cache(maxsize=32)
def load_lines(name: str) -> Mapping[str, tuple[str, ...]]:
    """The groups of the pattern file `name` as they are written, in order."""
    groups: dict[str, list[str]] = {}
    group = ""
    for raw in (_HOME / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1]
        elif line and not line.startswith("#"):
            groups.setdefault(group, []).append(line)
    return MappingProxyType({key: tuple(lines) for key, lines in groups.items()})


@lru_cache(maxsize=8)
def load_family(name: str) -> Mapping[str, tuple[str, ...]]:
    """The groups of a pattern file and of those that go with it: `frames.txt`, `frames_romance.txt` …"""
    groups: dict[str, tuple[str, ...]] = dict(load_lines(name))
    for path in sorted(_HOME.glob(f"{name}_*.txt")):
        for group, lines in load_lines(path.stem).items():
            groups[group] = groups.get(group, ()) + lines
    return MappingProxyType(groups)
