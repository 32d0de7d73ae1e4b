"""What each sign of a title counts: the weights of `patterns/title_weights.txt`, and their sum."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from filmgraph.extraction.patterns import load_lines

# What speaks for or against words being a title, each sign with how much of it there is.
Signs = dict[str, float]


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """The weight of each sign, by its name."""
    lines = [line.split() for group in load_lines("title_weights").values() for line in group]
    return MappingProxyType({line[0]: float(line[1]) for line in lines})


def weigh(signs: Signs) -> float:
    """How much signs speak for words being the title.

    >>> weigh({"alone": 1, "said": 2})
    3.0
    """
    weights, total = load_weights(), 0.0
    for sign, value in signs.items():
        total += weights[sign] * value
    return total
