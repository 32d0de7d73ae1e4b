"""What was loaded from dumps: a graph, an index of names and the rows, made once and never changed.

A generation names the base that it lies over by key. Bases lie beside the
generations, so that any number of generations share one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.store.files import remove_tree
from filmgraph.store.folder import StoreFolder
from filmgraph.store.manifest import read_manifest

BASE = "base.json"


@dataclass(frozen=True, slots=True)
class BaseManifest:
    """What a base says about itself: how many quads, names and entities of each kind it holds."""

    key: str
    quads: int
    names: int
    counts: Mapping[str, int] = field(default_factory=dict)


def read_base(folder: StoreFolder, key: str) -> BaseManifest:
    """The manifest of a base; raises StoreError where it is missing or damaged."""
    path = folder.base(key) / BASE
    try:
        return BaseManifest(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"The store is damaged: {path} cannot be read ({error}).") from error


def write_base(place: Path, manifest: BaseManifest) -> None:
    """Write the manifest into the base's folder."""
    (place / BASE).write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")


def clean_bases(folder: StoreFolder, generations: Iterable[int]) -> None:
    """Remove the bases that none of `generations` lies over, half-built ones too."""
    if folder.bases.is_dir():
        needed = {read_manifest(folder.generation(n)).base for n in generations}
        for place in list(folder.bases.iterdir()):
            if place.name not in needed:
                remove_tree(place)
