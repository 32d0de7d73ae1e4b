"""The bundled sample corpus: reviews, festival pages and credit lists written for filmgraph.

All texts are ours, in the layouts of real outlets, with true facts about real
films; critics and outlets are invented.
"""

from __future__ import annotations

from pathlib import Path

_SUFFIXES = frozenset({".txt", ".md", ".html", ".csv"})


def sample_paths() -> list[Path]:
    """The documents of the sample corpus, sorted by name."""
    return sorted(p for p in Path(__file__).parent.iterdir() if p.suffix in _SUFFIXES)
