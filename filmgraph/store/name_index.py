"""Builds a generation's name index, an SQLite file; `names.py` reads it.

Tables:
- `entity`: one row an entity; `members` are a team's people, IRIs apart by a space.
- `form`: a folded form of a name; `short` is 1 where it is a surname.
- `bearer`: which entities bear a form. Kind and weight stand here too, so that a
  prefix of thousands of names is ranked without looking at the entities.
- `busy`: the heaviest bearers of each beginning that many names share, so that one letter is
  answered as fast as a whole name.
- `slip`: for misspellings, blocks of places: see `slips.py`.
- `document`: the first 16 hex digits of a document's hash, which its IRI has, and the rest.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from filmgraph.model.knowledge import EntityKind, NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.store.name_forms import full_forms, surname_forms
from filmgraph.store.slips import make_blocks

KINDS: tuple[EntityKind, ...] = ("film", "person", "organization", "team", "work")
# A beginning is busy when more bearers than this share it; so many of each kind are kept for it.
BUSY = 200
BUSIEST = 50
LONGEST_BUSY = 6
_SCHEMA = """
CREATE TABLE entity (id INTEGER PRIMARY KEY, iri TEXT, kind INTEGER, label TEXT, weight INTEGER,
    members TEXT);
CREATE TABLE form (id INTEGER PRIMARY KEY, form TEXT, short INTEGER);
CREATE TABLE bearer (form TEXT, short INTEGER, kind INTEGER, weight INTEGER, entity INTEGER,
    PRIMARY KEY (form, short, kind, weight, entity)) WITHOUT ROWID;
CREATE TABLE busy (beginning TEXT, kind INTEGER, weight INTEGER, entity INTEGER,
    PRIMARY KEY (beginning, kind, weight, entity)) WITHOUT ROWID;
CREATE TABLE slip (first INTEGER PRIMARY KEY, places BLOB);
CREATE TABLE document (start TEXT PRIMARY KEY, sha256 TEXT, media_type TEXT) WITHOUT ROWID;
"""


def build_name_index(
    path: Path, names: Iterable[NameEntry], sources: Iterable[SourceRecord]
) -> dict[str, int]:
    """Write the index of `names` to a new file at `path`; returns how many entities of each kind it holds.

    The order of `names` does not matter. Raises OSError and sqlite3.Error where
    the file cannot be written.
    """
    entries = sorted(set(names), key=lambda e: (e.iri, e.name, e.kind, e.label, e.weight, e.members))
    numbers: dict[str, int] = {}
    firsts: list[NameEntry] = []
    for entry in entries:
        if entry.iri not in numbers:
            numbers[entry.iri] = len(firsts)
            firsts.append(entry)
    bearers = sorted(set(_bearers(entries, numbers)))
    forms = sorted({(form, short) for form, short, *_ in bearers})
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # A half-written index is never published, so that no journal is needed.
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _SCHEMA)
        database.executemany("INSERT INTO entity VALUES (?,?,?,?,?,?)", _entities(firsts))
        database.executemany("INSERT INTO bearer VALUES (?,?,?,?,?)", bearers)
        database.executemany("INSERT INTO form VALUES (?,?,?)", ((i, *form) for i, form in enumerate(forms)))
        database.executemany("INSERT INTO busy VALUES (?,?,?,?)", _busy(bearers))
        blocks = make_blocks([form for form, _ in forms])
        database.executemany("INSERT INTO slip VALUES (?,?)", blocks)
        database.executemany("INSERT OR IGNORE INTO document VALUES (?,?,?)", _documents(sources))
        database.execute("CREATE UNIQUE INDEX entity_iri ON entity (iri)")
        database.execute("COMMIT")
    finally:
        database.close()
    return {kind: sum(e.kind == kind for e in firsts) for kind in KINDS}


def _entities(entries: Iterable[NameEntry]) -> Iterator[tuple[int, str, int, str, int, str]]:
    for number, e in enumerate(entries):
        yield number, e.iri, KINDS.index(e.kind), e.label, e.weight, " ".join(e.members)


def _bearers(
    entries: Iterable[NameEntry], numbers: dict[str, int]
) -> Iterator[tuple[str, int, int, int, int]]:
    for entry in entries:
        last = (KINDS.index(entry.kind), -entry.weight, numbers[entry.iri])
        full = full_forms(entry)
        for form in full:
            yield form, 0, *last
        for form in surname_forms(entry) - full:
            yield form, 1, *last


def _busy(bearers: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """The heaviest of each kind for each beginning that more than BUSY of the sorted bearers share."""
    for length in range(1, LONGEST_BUSY + 1):
        for beginning, group in groupby(bearers, key=lambda b: b[0][:length]):
            if len(beginning) < length:
                continue
            shared: list[set[tuple[int, int]]] = [set() for _ in KINDS]
            for _, _, kind, weight, entity in group:
                shared[kind].add((weight, entity))
            if sum(map(len, shared)) > BUSY:
                for kind, found in enumerate(shared):
                    yield from ((beginning, kind, *b) for b in heapq.nsmallest(BUSIEST, found))


def _documents(sources: Iterable[SourceRecord]) -> Iterator[tuple[str, str, str]]:
    for source in sorted(sources):
        yield source.sha256[:16], source.sha256, source.media_type
