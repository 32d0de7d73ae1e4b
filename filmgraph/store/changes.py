"""What a new generation's graph has that the former one had not, and the other way round.

A generation keeps the lines of N-Quads that were published in it, sorted, beside its
graph. The next one is compared with them line by line: both are read once from
front to back, so that the cost does not depend on where the changes are, and memory
does not grow with the graph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import IO

from filmgraph.model.terms import Quad
from filmgraph.store.sorting import sort_lines

# So many lines are compared at once.
BLOCK = 4096


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


def write_changes(quads: Iterable[Quad | str], former: Path | None, lines: Path, work: Path) -> Changes:
    """Write the sorted lines of `quads` to `lines`, and what differs from the file `former` into `work`.

    A quad may be given as its line. Without a former file all lines are new, and `added` is `lines` itself.
    """
    fresh = sort_lines(quad if isinstance(quad, str) else f"{quad.n4()}\n" for quad in quads)
    if former is None:
        with lines.open("w", encoding="utf-8", newline="\n") as out:
            total = sum(_write(out, block) for block in _blocks(fresh))
        return Changes(lines, work / "removed.nq", total, 0, total)
    added, removed = work / "added.nq", work / "removed.nq"
    counts = {" ": 0, "+": 0, "-": 0}
    with (
        lines.open("w", encoding="utf-8", newline="\n") as out,
        added.open("w", encoding="utf-8", newline="\n") as plus,
        removed.open("w", encoding="utf-8", newline="\n") as minus,
        former.open(encoding="utf-8", newline="\n") as old,
    ):
        files = {" ": (out,), "+": (out, plus), "-": (minus,)}
        for sign, block in compare_sorted(old, fresh):
            for file in files[sign]:
                file.writelines(block)
            counts[sign] += len(block)
    return Changes(added, removed, counts["+"], counts["-"], counts[" "] + counts["+"])


def compare_sorted(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Blocks of lines of two sorted sequences without repetition, and which of them have the lines.

    " " marks what stands in both, "-" what is only in the old one, "+" what is only in the new one.
    Lines in both and new lines come in their order.

    >>> list(compare_sorted(["a", "b"], ["b", "c"]))
    [('-', ['a']), (' ', ['b']), ('+', ['c'])]
    """
    olds, news = iter(old), iter(new)
    left, right = list(islice(olds, BLOCK)), list(islice(news, BLOCK))
    while left and right:
        # Mostly nothing has changed: whole blocks are alike, which is seen at once.
        if left == right:
            yield " ", left
            left, right = [], []
        else:
            last = min(left[-1], right[-1])
            here, there = bisect_right(left, last), bisect_right(right, last)
            yield from _compare(left[:here], right[:there])
            left, right = left[here:], right[there:]
        left += islice(olds, BLOCK - len(left))
        right += islice(news, BLOCK - len(right))
    for sign, rest, more in (("-", left, olds), ("+", right, news)):
        while rest:
            yield sign, rest
            rest = list(islice(more, BLOCK))


def _compare(left: list[str], right: list[str]) -> Iterator[tuple[str, list[str]]]:
    before = set(left)
    if gone := sorted(before.difference(right)):
        yield "-", gone
    for known, group in groupby(right, before.__contains__):
        yield " " if known else "+", list(group)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    source = iter(lines)
    while block := list(islice(source, BLOCK)):
        yield block


def _write(out: IO[str], block: list[str]) -> int:
    out.writelines(block)
    return len(block)
