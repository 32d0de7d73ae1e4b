"""What a new generation's graph has that the former one had not, and the other way round.

A generation keeps the lines of N-Quads that were published in it, sorted, beside its
graph. The next one is compared with them line by line: both are read once from
front to back, so that the cost does not depend on where the changes are, and memory
does not grow with the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filmgraph.model.terms import Quad
from filmgraph.store.sorting import sort_lines


@dataclass(frozen=True, slots=True)
class Changes:
    """Files of N-Quads to add to the former graph and to take out of it, and how many lines each has.

    `total` counts the lines of the new generation.
    """

    added: Path
    removed: Path
    additions: int
    removals: int
    total: int


def write_changes(quads: Iterable[Quad], former: Path | None, lines: Path, work: Path) -> Changes:
    """Write the sorted lines of `quads` to `lines`, and what differs from the file `former` into `work`.

    Without a former file all lines are new, and `added` is `lines` itself.
    """
    fresh = sort_lines(quad.n4() + "\n" for quad in quads)
    if former is None:
        total = 0
        with lines.open("w", encoding="utf-8", newline="\n") as out:
            for line in fresh:
                out.write(line)
                total += 1
        return Changes(lines, work / "removed.nq", total, 0, total)
    added, removed = work / "added.nq", work / "removed.nq"
    counts = {" ": 0, "+": 0, "-": 0}
    with (
        lines.open("w", encoding="utf-8", newline="\n") as out,
        added.open("w", encoding="utf-8", newline="\n") as plus,
        removed.open("w", encoding="utf-8", newline="\n") as minus,
        former.open(encoding="utf-8", newline="\n") as old,
    ):
        for line, sign in compare_sorted(old, fresh):
            counts[sign] += 1
            if sign != "-":
                out.write(line)
            if sign == "+":
                plus.write(line)
            elif sign == "-":
                minus.write(line)
    return Changes(added, removed, counts["+"], counts["-"], counts[" "] + counts["+"])


def compare_sorted(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every line of two sorted sequences with " " where both have it, "-" for the old, "+" for the new.

    >>> list(compare_sorted(["a", "b"], ["b", "c"]))
    [('a', '-'), ('b', ' '), ('c', '+')]
    """
    olds, news = iter(old), iter(new)
    left, right = next(olds, None), next(news, None)
    while left is not None and right is not None:
        if left == right:
            yield left, " "
            left, right = next(olds, None), next(news, None)
        elif left < right:
            yield left, "-"
            left = next(olds, None)
        else:
            yield right, "+"
            right = next(news, None)
    while left is not None:
        yield left, "-"
        left = next(olds, None)
    while right is not None:
        yield right, "+"
        right = next(news, None)
