"""The beginnings that many names share, and the heaviest bearers of each, found in one pass.

Forms come sorted, so that at any time only the beginnings of one form are open, one of each length. A
beginning's bearers are those of the longer ones that it begins: when a beginning is closed, what is known of
it goes into the next shorter one. Of a busy one the heaviest bearers are enough for that, so that memory
does not grow with the names.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from itertools import groupby

# A beginning is busy when more bearers than this share it; so many of each kind are kept for it.
BUSY = 200
BUSIEST = 50
LONGEST_BUSY = 6

# Weight (negative: the heaviest sort first) and number of an entity.
_Bearer = tuple[int, int]


class _Bearers:
    """The bearers of one beginning by kind: all of them, or the heaviest where it is busy."""

    __slots__ = ("by_kind", "is_busy")

    def __init__(self) -> None:
        self.by_kind: dict[int, set[_Bearer]] = {}
        self.is_busy = False

    def add(self, kind: int, bearers: Iterable[_Bearer]) -> None:
        """Add bearers of a kind."""
        held = self.by_kind.setdefault(kind, set())
        held.update(bearers)
        if len(held) > 2 * BUSY:
            self.is_busy = True
            self.by_kind[kind] = set(heapq.nsmallest(BUSIEST, held))

    def close(self) -> None:
        """No more will come: see whether it is busy."""
        if self.is_busy or sum(map(len, self.by_kind.values())) > BUSY:
            self.is_busy = True
            self.by_kind = {k: set(heapq.nsmallest(BUSIEST, held)) for k, held in self.by_kind.items()}

    def join(self, longer: _Bearers) -> None:
        """Take in what is known of a longer beginning."""
        self.is_busy |= longer.is_busy
        for kind, bearers in longer.by_kind.items():
            self.add(kind, bearers)


def find_busy(rows: Iterable[tuple[str, int, int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """The heaviest bearers of each kind for each beginning that more than BUSY bearers share.

    `rows` are bearers in the order of their forms: form, kind, weight (negative), number of the entity. So
    are those that come out, with the beginning in the form's place.
    """
    # open_[n] are the bearers of the first n + 1 letters of the form before.
    open_: list[_Bearers] = []
    last = ""
    for start, group in groupby(rows, key=lambda row: row[0][:LONGEST_BUSY]):
        shared = next((n for n, (a, b) in enumerate(zip(start, last, strict=False)) if a != b), None)
        yield from _close(open_, last, min(len(start), len(last)) if shared is None else shared)
        open_ += [_Bearers() for _ in range(len(start) - len(open_))]
        last = start
        if open_:
            for _, kind, weight, entity in group:
                open_[-1].add(kind, [(weight, entity)])
    yield from _close(open_, last, 0)


def _close(open_: list[_Bearers], last: str, length: int) -> Iterator[tuple[str, int, int, int]]:
    """Close all beginnings that are longer than `length`."""
    while len(open_) > length:
        beginning, done = last[: len(open_)], open_.pop()
        done.close()
        if done.is_busy:
            for kind, held in sorted(done.by_kind.items()):
                yield from ((beginning, kind, *bearer) for bearer in sorted(held))
        if open_:
            open_[-1].join(done)
