"""What a conversion wrote, read back: names, and single rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from filmgraph.model.knowledge import EntityKind, NameEntry
from filmgraph.model.numbered import find_numbered_line


def read_names(path: Path) -> Iterator[NameEntry]:
    """The entries of a conversion's `names`, in order of their IRIs."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            iri, kind, name, label, weight = line.rstrip("\n").split("\t")
            yield NameEntry(name, iri, cast(EntityKind, kind), label, int(weight))


def read_row(rows: Path, document: str, number: int) -> str | None:
    """The text of a row of a document (16 digits of its hash) in a conversion's `rows`, or None."""
    return find_numbered_line(rows / f"{document}.tsv", number)
