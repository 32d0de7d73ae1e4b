"""How common names and co-workers are among those that are held: a rare name in common says more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from filmgraph.resolution.nodes import Node


@dataclass(frozen=True, slots=True)
class Commonness:
    """Counts over distinct full names of persons, and of the films on which each name stands."""

    names: int
    surnames: Counter[str]
    given_names: Counter[str]
    films: Counter[str]

    def rarity(self, key: str, at_least: int = 1) -> float:
        """How many bits it says that two strangers bear the name: 0 where one in the data is to be expected.

        Given names and surnames are taken to go together by chance. `at_least`
        is how many names are taken to be held where they are fewer. A surname alone is
        as rare as its bearers are few.
        """
        words = key.split()
        if len(words) == 1:
            return -log2(max(self.surnames[key], 1))
        met = self.surnames[words[-1]] * self.given_names[words[0]]
        return log2(max(self.names, at_least) / max(met, 1))

    def weight(self, keys: set[str]) -> float:
        """What co-workers in common weigh: those on every film little, those on two films most."""
        return sum(1 / self.films[key] for key in sorted(keys))


def count_names(nodes: Sequence[Node]) -> Commonness:
    """Count the names of `nodes`."""
    people: set[str] = set()
    films: Counter[str] = Counter()
    met: set[tuple[str, int]] = set()
    for node in nodes:
        if " " in node.key:
            if node.kind == "person":
                people.add(node.key)
            met.add((node.key, node.film))
    films.update(key for key, _ in met)
    words = [key.split() for key in people]
    return Commonness(len(people), Counter(w[-1] for w in words), Counter(w[0] for w in words), films)
