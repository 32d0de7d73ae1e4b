"""What a generation says about itself: its manifest and the list of its sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.model.serial import from_data, to_data
from filmgraph.model.sources import SourceRecord

MANIFEST = "manifest.json"
SOURCES = "sources.jsonl"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation's summary.

    `quads` were given to publish, those of the base included; `counts` says how
    many entities of each kind the name index holds; `sources` how many sources were
    read; `ledger_bytes` and `decisions` are the position in the ledger that the graph
    was built at; `writer` is the version of filmgraph that wrote it; `base` is the key
    of the dumps below, "" where there are none; `drift` is how many quads were added
    and removed since the graph was last made whole.
    """

    generation: int
    quads: int
    names: int
    sources: int
    ledger_bytes: int
    decisions: int
    writer: str
    counts: Mapping[str, int] = field(default_factory=dict)
    base: str = ""
    drift: int = 0


def write_manifest(place: Path, manifest: Manifest) -> None:
    """Write the manifest into the generation's folder."""
    data = {name: getattr(manifest, name) for name in Manifest.__dataclass_fields__}
    (place / MANIFEST).write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def read_manifest(place: Path) -> Manifest:
    """The manifest of the generation in `place`; raises StoreError where it is damaged."""
    try:
        return Manifest(**json.loads((place / MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"The store is damaged: {place / MANIFEST} cannot be read ({error}).") from error


def write_sources(place: Path, sources: Iterable[SourceRecord]) -> None:
    """Write the sources, one JSON object a line, into the generation's folder."""
    with (place / SOURCES).open("w", encoding="utf-8") as file:
        for source in sources:
            file.write(json.dumps(to_data(source), ensure_ascii=False) + "\n")


def read_sources(place: Path) -> tuple[SourceRecord, ...]:
    """The sources of the generation in `place`, in the order they were published in."""
    try:
        lines = (place / SOURCES).read_text("utf-8").split("\n")
        return tuple(from_data(SourceRecord, json.loads(line)) for line in lines if line)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"The store is damaged: {place / SOURCES} cannot be read ({error}).") from error
