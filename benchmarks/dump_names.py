"""Names and titles of a generated dump: words by land, put together by draws (`make_dump.toml` has them)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# The words that films and people are made of.
WORDS = tomllib.loads(Path(__file__).with_name("make_dump.toml").read_text("utf-8"))
LANDS: list[dict[str, Any]] = WORDS["lands"]
WEIGHTS: list[float] = [land["weight"] for land in LANDS]
# The last names of all lands are places too, and stand in titles.
PLACES = [s + e for land in LANDS for s in land["stems"].split() for e in land["ends"].split()]
TITLE_WORDS: list[str] = [*WORDS["titles"], *dict.fromkeys(PLACES)]
TITLE_SHAPES: list[str] = WORDS["shapes"]
FIGURES: list[str] = WORDS["figures"]
GENRES: list[str] = WORDS["genres"]


def names_of(rng: np.random.Generator, lands: Ints) -> list[str]:
    """A name for each land; a few are of one word or have a suffix."""
    count = len(lands)
    draws = rng.integers(0, 1 << 30, (count, 4)).tolist()
    parts = [(land["first"].split(), land["stems"].split(), land["ends"].split()) for land in LANDS]
    found = []
    for land, (a, b, c, d) in zip(lands.tolist(), draws, strict=True):
        first, stems, ends = parts[land]
        last = stems[b % len(stems)] + ends[c % len(ends)]
        if d // 7 % 4:  # as many names as it takes that few are borne by several
            last = stems[b % len(stems)] + stems[d // 28 % len(stems)].lower() + ends[c % len(ends)]
        name = f"{first[a % len(first)]} {last}"
        if d % 3:
            middle = first[(d // 3) % len(first)]
            name = f"{first[a % len(first)]} {middle if d % 2 else middle[0] + '.'} {last}"
        if d % 211 == 0:
            name += " Jr."
        if d % 499 == 0:
            name = last
        found.append(name)
    return found


def titles_of(rng: np.random.Generator, count: int) -> list[str]:
    """Titles of one to four words, quotes and all; the short ones are borne by several films."""
    draws = rng.integers(0, 1 << 30, (count, 4)).tolist()
    words, shapes = TITLE_WORDS, TITLE_SHAPES
    return [
        shapes[s % len(shapes)].format(a=words[a % len(words)], b=words[b % len(words)], n=2 + n % 40)
        for s, a, b, n in draws
    ]
