"""What was wrong in a dump: counted by kind, the first of each kind kept with file and line."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from threading import Lock

# So many problems of a kind are kept for showing; all are counted.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was wrong: where (line 1 is the header, 0 the file as such) and why.

    `count` is how many rows it concerns, the first of which is shown.
    """

    kind: str
    file: str
    line: int
    why: str
    count: int = 1

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.why}" if self.line else f"{self.file}: {self.why}"


class ProblemLog:
    """Collects problems, from several threads too."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._first: dict[str, list[Problem]] = defaultdict(list)
        self._lock = Lock()

    def add(self, kind: str, file: str, line: int, why: str, count: int = 1) -> None:
        """Note a problem; `count` is how many the one shown stands for."""
        with self._lock:
            self._counts[kind] += count
            if len(self._first[kind]) < SHOWN:
                self._first[kind].append(Problem(kind, file, line, why, count))

    def add_more(self, kind: str, count: int) -> None:
        """Count problems of a kind that are not shown one by one."""
        with self._lock:
            self._counts[kind] += count

    def counts(self) -> dict[str, int]:
        """How many of each kind, in the order of their names."""
        return dict(sorted(self._counts.items()))

    def first(self) -> tuple[Problem, ...]:
        """The first problems of each kind, in order of file and line."""
        found = [p for problems in self._first.values() for p in problems]
        return tuple(sorted(found, key=lambda p: (p.kind, p.file, p.line, p.why)))
