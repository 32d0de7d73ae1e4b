"""What is asked of a conversion, and what it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filmgraph.dumps.files import MEDIA_TYPE
from filmgraph.dumps.problems import Problem

# The kind of problem that is none: dumps that contradict each other.
DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class DumpFilter:
    """Which titles are films: by IMDb's titleType, and by year where `first_year` or `last_year` is given."""

    types: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class DumpDocument:
    """A file of a dump as a document: `sha256` is that of its text as unpacked; its rows are its lines."""

    iri: str
    sha256: str
    path: Path
    kind: str
    media_type: str = MEDIA_TYPE


@dataclass(frozen=True, slots=True)
class DumpCounts:
    """What a dump holds after filtering."""

    films: int = 0
    agents: int = 0
    credits: int = 0
    works: int = 0


@dataclass
class ConvertedDump:
    """A conversion: its `chunks` are made as they are taken, and what else it gives is there after the last.

    `names` is there from the first chunk of credits on: a file of tab-separated lines, agents, films and
    works in order of their ids, each an IRI, a kind, a name, the entity's label and its weight, as in
    `NameEntry`. `rows` is a folder with a
    file `<first 16 digits of the document's hash>.tsv` for each document: the rows that attest something,
    each a line with its number, a tab and its text, in order of the numbers. `chunks` are Turtle files; who
    takes a chunk may remove it once it is read, and asks for the next while at most two are not.
    """

    chunks: Iterator[Path]
    names: Path
    rows: Path
    documents: tuple[DumpDocument, ...] = ()
    counts: DumpCounts = DumpCounts()
    problem_counts: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)

    def tell_problems(self) -> list[str]:
        """What was wrong, in sentences: the first of each kind, and how many more there are of it."""
        return self._tell(kind for kind in self.problem_counts if kind != DISPUTED)

    def tell_notes(self) -> list[str]:
        """What is no fault, in sentences: rows left out on purpose, and on what dumps disagree."""
        left_out = [
            f"{count:,} {'row' if count == 1 else 'rows'} of {category} left out: "
            "who is seen or heard there worked on another film"
            for category, count in self.left_out.items()
        ]
        return [*left_out, *self._tell([DISPUTED] if DISPUTED in self.problem_counts else [])]

    def _tell(self, kinds: Iterable[str]) -> list[str]:
        told = []
        for kind in kinds:
            shown = [problem for problem in self.problems if problem.kind == kind]
            told += [str(problem) for problem in shown]
            if more := self.problem_counts[kind] - sum(problem.count for problem in shown):
                told.append(f"{kind}: {more:,} more")
        return told
