"""Looks names up in a generation's index: exact, by surname, by beginning, misspelt."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from filmgraph.errors import StoreError
from filmgraph.model.knowledge import EntityKind, NameMatch
from filmgraph.store.busy import BUSIEST, LONGEST_BUSY
from filmgraph.store.name_forms import TITLED, asked_forms, is_one_slip
from filmgraph.store.name_index import KINDS
from filmgraph.store.slips import SHORTEST_SLIP, find_numbers, hash_slips

How = Literal["exact", "surname", "prefix", "misspelt"]
# (weight below zero, entity): sorts the heaviest first.
_Bearer = tuple[int, int]


_ORDER: dict[How, int] = {"exact": 0, "surname": 1, "prefix": 2, "misspelt": 3}


class NameIndex:
    """The open name index at `path`. Safe to call from several threads, one at a time."""

    def __init__(self, path: Path) -> None:
        try:
            self._database = _open(path)
        except sqlite3.Error as error:
            raise StoreError(f"The store is damaged: {path} cannot be opened ({error}).") from error
        self._lock = threading.Lock()

    def find(self, text: str, kinds: tuple[EntityKind, ...] = (), limit: int = 10) -> tuple[NameMatch, ...]:
        """The entities whose name fits `text`: by how it fits, then weight, then label; at most `limit`."""
        name, title = asked_forms(text)
        asked = [(k, kind) for k, kind in enumerate(KINDS) if not kinds or kind in kinds]
        found: dict[int, How] = {}
        with self._lock:
            for how, bearers in self._tiers(name, title, asked, limit):
                # The last of a tier may tie with those beyond the limit: labels decide, so all ties are kept.
                new = (b for b in bearers if b[1] not in found)
                for _, entity in _heaviest(new, limit - len(found)):
                    found.setdefault(entity, how)
                if len(found) >= limit:
                    break
            matches = [self._match(entity, how) for entity, how in found.items()]
        return tuple(rank_matches(matches)[:limit])

    def find_document(self, start: str) -> tuple[str, str] | None:
        """Hash and media type of the document whose hash begins with the 16 digits `start`."""
        with self._lock:
            query = "SELECT sha256, media_type FROM document WHERE start = ?"
            row: tuple[str, str] | None = self._database.execute(query, (start,)).fetchone()
        return row

    def find_entity(self, iri: str) -> NameMatch | None:
        """The entity with this IRI, as if it were found exactly; None where the index has none."""
        with self._lock:
            query = "SELECT id FROM entity WHERE iri = ?"
            row: tuple[int] | None = self._database.execute(query, (iri,)).fetchone()
            return self._match(row[0], "exact") if row else None

    def find_bearers(self, form: str, kind: EntityKind) -> list[str]:
        """The IRIs of all entities of `kind` that bear the folded `form` as a whole name, sorted."""
        query = """SELECT iri FROM bearer JOIN entity ON entity.id = bearer.entity
            WHERE form = ? AND short = 0 AND bearer.kind = ?"""
        with self._lock:
            rows = self._database.execute(query, (form, KINDS.index(kind))).fetchall()
        return sorted({iri for (iri,) in rows})

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _tiers(
        self, name: str, title: str, kinds: list[tuple[int, EntityKind]], limit: int
    ) -> Iterator[tuple[How, Iterable[_Bearer]]]:
        asked = [(k, form) for k, kind in kinds for form in _forms_for(kind, name, title)]
        yield "exact", [b for k, form in asked for b in self._bearers(form, 0, k)]
        yield "surname", [b for k, form in asked for b in self._bearers(form, 1, k)]
        forms, among = dict.fromkeys(form for _, form in asked), {k for k, _ in kinds}
        yield "prefix", [b for form in forms for b in self._prefixed(form, among, limit)]
        yield "misspelt", [b for form in forms for b in self._misspelt(form, among)]

    def _bearers(self, form: str, short: int, kind: int) -> list[_Bearer]:
        query = "SELECT weight, entity FROM bearer WHERE form = ? AND short = ? AND kind = ?"
        return self._database.execute(query, (form, short, kind)).fetchall()

    def _prefixed(self, form: str, kinds: set[int], limit: int) -> list[_Bearer]:
        # The kinds are few numbers of ours, so that they may stand in the text.
        among = f"kind IN ({','.join(map(str, sorted(kinds)))})"
        if len(form) <= LONGEST_BUSY and limit <= BUSIEST:
            query = f"SELECT weight, entity FROM busy WHERE beginning = ? AND {among}"
            if busy := self._database.execute(query, (form,)).fetchall():
                return busy
        query = f"SELECT weight, entity FROM bearer WHERE form > ? AND form < ? AND {among}"
        return self._database.execute(query, (form, form + "\U0010ffff")).fetchall()

    def _misspelt(self, form: str, kinds: set[int]) -> list[_Bearer]:
        if len(form) < SHORTEST_SLIP:
            return []
        numbers: set[int] = set()
        for key in hash_slips(form):
            numbers.update(self._numbers(key << 32))
        bearers = []
        for number in numbers:
            near, short = self._database.execute(
                "SELECT form, short FROM form WHERE id = ?", (number,)
            ).fetchone()
            if is_one_slip(form, near):
                bearers += [b for kind in kinds for b in self._bearers(near, short, kind)]
        return bearers

    def _numbers(self, start: int) -> Iterator[int]:
        """The forms that have a hash; it may stand at the end of one block and go on in the next."""
        query = "SELECT places FROM slip WHERE first <= ? ORDER BY first DESC LIMIT 1"
        for (block,) in self._database.execute(query, (start,)).fetchall():
            yield from find_numbers(block, start)
        query = "SELECT places FROM slip WHERE first BETWEEN ? AND ? ORDER BY first"
        for (block,) in self._database.execute(query, (start + 1, start + 0xFFFFFFFF)).fetchall():
            yield from find_numbers(block, start)

    def _match(self, entity: int, how: How) -> NameMatch:
        query = "SELECT iri, kind, label, weight, members FROM entity WHERE id = ?"
        iri, kind, label, weight, members = self._database.execute(query, (entity,)).fetchone()
        return NameMatch(iri, KINDS[kind], label, weight, how, tuple(members.split()))


def _open(path: Path) -> sqlite3.Connection:
    # Immutable: no lock file beside it, so that a store on a read-only disk can be asked.
    address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    database = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        database.execute("SELECT 1 FROM entity LIMIT 1")
    except sqlite3.Error:
        database.close()
        raise
    return database


def rank_matches(matches: Iterable[NameMatch]) -> list[NameMatch]:
    """The best first: by how they fit, then weight, then label."""
    return sorted(matches, key=lambda m: (_ORDER[m.how], -m.weight, m.label, m.iri))


def _forms_for(kind: EntityKind, name: str, title: str) -> tuple[str, ...]:
    forms = {name, title} if kind in TITLED else {name}
    return tuple(sorted(forms - {""}))


def _heaviest(bearers: Iterable[_Bearer], count: int) -> list[_Bearer]:
    """The `count` heaviest and whatever weighs as much as the last of them."""
    ranked = sorted(set(bearers))
    if len(ranked) <= count:
        return ranked
    least = ranked[count - 1][0]
    return [b for b in ranked if b[0] <= least][: count + 200]
