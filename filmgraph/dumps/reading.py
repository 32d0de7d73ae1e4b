"""What a conversion wrote, read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from filmgraph.model.knowledge import EntityKind, NameEntry


def read_names(path: Path) -> Iterator[NameEntry]:
    """The entries of a conversion's `names`, as they stand there."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            iri, kind, name, label, weight = line.rstrip("\n").split("\t")
            yield NameEntry(name, iri, cast(EntityKind, kind), label, int(weight))
