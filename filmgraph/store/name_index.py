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

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from filmgraph.model.knowledge import EntityKind, NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.store.busy import find_busy
from filmgraph.store.name_forms import full_forms, surname_forms
from filmgraph.store.slips import make_blocks

KINDS: tuple[EntityKind, ...] = ("film", "person", "organization", "team", "work")
BATCH = 10_000
_SCHEMA = """
CREATE TABLE entity (id INTEGER PRIMARY KEY, iri TEXT, kind INTEGER, label TEXT, weight INTEGER,
    members TEXT);
CREATE TABLE form (id INTEGER PRIMARY KEY, form TEXT, short INTEGER);
CREATE TABLE bearer (form TEXT, short INTEGER, kind INTEGER, weight INTEGER, entity INTEGER,
    PRIMARY KEY (form, short, kind, weight, entity)) WITHOUT ROWID;
CREATE TEMP TABLE raw (form TEXT, short INTEGER, kind INTEGER, weight INTEGER, entity INTEGER);
CREATE TABLE busy (beginning TEXT, kind INTEGER, weight INTEGER, entity INTEGER,
    PRIMARY KEY (beginning, kind, weight, entity)) WITHOUT ROWID;
CREATE TABLE slip (first INTEGER PRIMARY KEY, places BLOB);
CREATE TABLE document (start TEXT PRIMARY KEY, sha256 TEXT, media_type TEXT) WITHOUT ROWID;
"""


def build_name_index(
    path: Path, names: Iterable[NameEntry], sources: Iterable[SourceRecord], *, in_order: bool = False
) -> dict[str, int]:
    """Write the index of `names` to a new file at `path`; returns how many entities of each kind it holds.

    The order of `names` does not matter. Where they come `in_order`, those of an entity one behind the
    other, memory does not grow with them. Raises OSError and sqlite3.Error where the file cannot be written.
    """
    entries = names if in_order else sorted(set(names), key=_order)
    counts: Counter[EntityKind] = Counter()
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # A half-written index is never published, so that no journal is needed.
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _SCHEMA)
        for some in _batches(enumerate(groupby(entries, key=lambda e: e.iri))):
            database.executemany("INSERT INTO entity VALUES (?,?,?,?,?,?)", map(_entity, some))
            rows = (row for number, group in some for entry in group for row in _bearers(entry, number))
            database.executemany("INSERT INTO raw VALUES (?,?,?,?,?)", rows)
            counts.update(group[0].kind for _, group in some)
        # SQLite sorts on disk what does not fit in memory.
        database.execute("INSERT INTO bearer SELECT DISTINCT * FROM raw ORDER BY 1, 2, 3, 4, 5")
        database.execute("DROP TABLE raw")
        database.execute(
            "INSERT INTO form (form, short) SELECT DISTINCT form, short FROM bearer ORDER BY 1, 2"
        )
        bearers = database.execute("SELECT form, kind, weight, entity FROM bearer ORDER BY form")
        database.executemany("INSERT INTO busy VALUES (?,?,?,?)", find_busy(bearers))
        blocks = make_blocks(database.execute("SELECT id, form FROM form"), path.parent)
        database.executemany("INSERT INTO slip VALUES (?,?)", blocks)
        database.executemany("INSERT OR IGNORE INTO document VALUES (?,?,?)", _documents(sources))
        database.execute("CREATE UNIQUE INDEX entity_iri ON entity (iri)")
        database.execute("COMMIT")
    finally:
        database.close()
    return {kind: counts[kind] for kind in KINDS}


def _order(entry: NameEntry) -> tuple[str, str, str, str, int, tuple[str, ...]]:
    return entry.iri, entry.name, entry.kind, entry.label, entry.weight, entry.members


_Numbered = tuple[int, list[NameEntry]]


def _batches(groups: Iterable[tuple[int, tuple[str, Iterator[NameEntry]]]]) -> Iterator[list[_Numbered]]:
    """Entities with their numbers and entries, some thousands at a time."""
    batch: list[_Numbered] = []
    for number, (_, group) in groups:
        batch.append((number, list(group)))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _entity(numbered: _Numbered) -> tuple[int, str, int, str, int, str]:
    number, (e, *_) = numbered
    return number, e.iri, KINDS.index(e.kind), e.label, e.weight, " ".join(e.members)


def _bearers(entry: NameEntry, number: int) -> Iterator[tuple[str, int, int, int, int]]:
    last = (KINDS.index(entry.kind), -entry.weight, number)
    full = full_forms(entry)
    for form in full:
        yield form, 0, *last
    for form in surname_forms(entry) - full:
        yield form, 1, *last


def _documents(sources: Iterable[SourceRecord]) -> Iterator[tuple[str, str, str]]:
    for source in sorted(sources):
        yield source.sha256[:16], source.sha256, source.media_type
