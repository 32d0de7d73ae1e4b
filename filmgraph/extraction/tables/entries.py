"""The entries of a cell of names: each name with what stands beside it.

Three ways to write such a cell lead here: plain text ("Ann Lee; Bo Ek (co-director)"), a list of raw
strings as infoboxes have them, and objects with keys of their own as TMDb's tables have them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from filmgraph.catalogs.roles import Role
from filmgraph.extraction.names.mentions import looks_like_company, societies
from filmgraph.extraction.sources.work_kinds import kind_of
from filmgraph.extraction.tables.cells import LONGEST_WORDS, CellName, is_nothing, read_person_id, split_names
from filmgraph.extraction.tables.json_cells import flatten, is_broken_json, is_json, read_json_cell
from filmgraph.extraction.tables.raw_lists import find_pieces
from filmgraph.model.names import fold

# Nobody lists so many names in a cell, nor writes so many letters: a fault has run cells together.
MOST_ENTRIES = 10_000
LARGEST_CELL = 2_000_000
TOO_LARGE = "a cell of millions of letters is not read"
UNSAFE = "it is not safe to say which names these are"
_ID_SCHEMES = {"person_id": "person"} | {f"{s}_person_id": s for s in ("imdb", "tmdb", "wikidata")}
_LABELED = re.compile(r"\s*([^:;\n]{2,60}):\s*([^:\n]+?)\s*(?=[;\n]\s*[^:;\n]{2,60}:|[;\n]?\s*\Z)")
_FINDS_ROLES = Callable[[str], Sequence[tuple[Role, ...]]]
# Words over names that say of them nothing but this.
_REMARKS = frozenset(("uncredited", "unaccredited"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a cell. `roles` are its own where the cell gives them, `role` their words as printed;
    `work` is the kind of the source work that it wrote instead of a credit.
    """

    name: CellName
    role: str = ""
    roles: tuple[tuple[Role, ...], ...] = ()
    character: str = ""
    billing: str = ""
    person_id: tuple[str, str] | None = None
    work: str = ""
    credited_as: str = ""
    kind: str = ""


_BROKEN = "the cell is broken JSON (a bracket, comma or quotation mark is missing); it is left out"


@dataclass(slots=True)
class Cell:
    """What was made of a cell: its entries, and why parts of it were not read.

    `broken` says what is wrong in the cell itself, "" where it is whole.
    """

    entries: list[Entry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    broken: str = ""


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells of names. `find_roles` gives the roles of words, `meaning_of` that of an object's key."""

    find_roles: _FINDS_ROLES
    meaning_of: Callable[[str, str], str]

    def read(self, cell: str, header: str, choice: tuple[Role, ...]) -> Cell:
        """The entries of a cell of the column `header`; their role is of `choice`, without one their own."""
        found = Cell()
        if len(cell) > LARGEST_CELL and not is_json(cell):
            return found
        if is_json(cell) and (value := read_json_cell(cell)) is not None:
            self._read_json(value, header, choice, found)
        elif is_broken_json(cell):
            found.broken = _BROKEN
        elif not choice:
            self._read_labeled(cell, found)
        else:
            self._read_text(cell, choice, found)
        found.entries = [e for e in found.entries if not is_nothing(e.name.text)]
        return found

    # Plain text

    def _read_text(self, cell: str, choice: tuple[Role, ...], found: Cell) -> None:
        names = split_persons(cell, choice)
        if names is None:
            found.problems.append(UNSAFE)
        else:
            found.entries += [Entry(name) for name in names]

    def _read_labeled(self, cell: str, found: Cell) -> None:
        """A cell of several roles, each before its names: "Regie: Ann Lee; Kamera: Bo Ek"."""
        read = 0
        for match in _LABELED.finditer(cell[:20_000]):
            if cell[read : match.start()].strip(" ;\n"):
                break
            read = match.end()
            roles = self.find_roles(match[1].strip())
            names = split_persons(match[2].rstrip(" ,;"), roles[0]) if roles else None
            if not roles:
                found.problems.append(f"“{match[1].strip()[:60]}” is no known role")
            elif names is None:
                found.problems.append(UNSAFE)
            else:
                found.entries += [Entry(name, match[1].strip(), tuple(roles)) for name in names]
        if not read:
            found.problems.append("no role stands before its names")

    # JSON

    def _read_json(
        self,
        value: Any,
        header: str,
        choice: tuple[Role, ...],
        found: Cell,
        roles: Sequence[tuple[Role, ...]] = (),
    ) -> None:
        """The entries of a value; `roles` are those that the key over it gives them."""
        words: list[str] = []
        first = len(found.entries)
        for number, one in enumerate(flatten(value)):
            if number >= MOST_ENTRIES:
                found.problems.append(f"only the first {MOST_ENTRIES:,} entries of a cell are read")
                break
            if isinstance(one, str):
                words.append(one)
            else:
                self._read_object(one, header, choice, found)
        if words:
            self._read_list(words, choice, found)
        if roles:
            found.entries[first:] = [replace(e, roles=e.roles or tuple(roles)) for e in found.entries[first:]]

    def _read_object(self, data: dict[str, Any], header: str, choice: tuple[Role, ...], found: Cell) -> None:
        if not choice and "name" not in data and any(isinstance(v, list | dict) for v in data.values()):
            for key, value in data.items():  # {"cast": […], "crew": […]}
                own = self.find_roles(key)
                if isinstance(value, list | dict):
                    self._read_json(value, key, own[0] if own else (), found, own)
            return
        said: dict[str, str] = {}
        for key, words in _flat_members(data):
            meaning = self.meaning_of(header, key)
            if meaning and meaning not in said and not is_nothing(words):
                said[meaning] = words
        name = " ".join(said.get("name", "").split())
        if not name or len(name) > LONGEST_WORDS:
            found.problems.append("an entry has no name" if data else "an entry is empty")
            return
        ids = (read_person_id(said[m], scheme) for m, scheme in _ID_SCHEMES.items() if m in said)
        role = said.get("role") or said.get("job") or ""
        roles = self.find_roles(role) if role and not choice else []
        work = kind_of(role) if role and not roles else None
        if role and not choice and not roles and fold(role) in ("author", "writer of source"):
            work = "work"
        if not choice and not roles and not work:
            found.problems.append(f"“{role[:60]}” is no known role" if role else "an entry has no role")
            return
        found.entries.append(
            Entry(
                CellName(name, name, said.get("note", "")),
                role,
                tuple(roles),
                character=said.get("character", ""),
                billing=said.get("billing", ""),
                person_id=next((i for i in ids if i), None),
                work=work or "",
                credited_as=said.get("credited_as", ""),
                kind=said.get("kind", ""),
            )
        )

    def _read_list(self, words: Sequence[str], choice: tuple[Role, ...], found: Cell) -> None:
        """The names of a list of raw strings, under its labels and with the notes behind them."""
        label = Entry(CellName("", ""))
        for piece in find_pieces(words):
            if piece.kind == "label":
                label = self._read_label(piece.text)
            elif piece.kind == "note" and found.entries:
                last = found.entries[-1]
                note = " ".join(filter(None, [last.name.note, piece.text]))
                found.entries[-1] = replace(last, name=replace(last.name, note=note))
            elif piece.kind == "name" and not self._is_role_behind(piece.text, found):
                names = split_persons(piece.text, label.roles[0] if label.roles else choice)
                if names is None:
                    found.problems.append(UNSAFE)
                    continue
                for name in names:
                    note = " ".join(filter(None, [name.note, label.name.note]))
                    found.entries.append(replace(label, name=replace(name, note=note)))

    def _read_label(self, words: str) -> Entry:
        """What a label says of the names behind it: their role, the work that they wrote, or a remark."""
        kind, roles = kind_of(words), self.find_roles(words)
        if roles:
            return Entry(CellName("", ""), words, tuple(roles))
        if kind and kind not in ("film", "television series", "song"):
            return Entry(CellName("", ""), words, work=kind)
        return Entry(CellName("", "", words if len(words) <= 60 else ""))

    def _is_role_behind(self, words: str, found: Cell) -> bool:
        """Whether a string is a remark on the name before it ("based on his novel"); then it is noted."""
        if not found.entries or not (words.islower() or words.startswith("based on")):
            return False
        if not words.startswith("based on") and not self.find_roles(words):
            return False
        last = found.entries[-1]
        found.entries[-1] = replace(last, name=replace(last.name, note=words))
        return True


def split_persons(cell: str, choice: tuple[Role, ...]) -> list[CellName] | None:
    """The names of a text of these roles; companies are told from persons by the first of them."""
    companies = bool(choice) and all(role.kinds == ("organization",) for role in choice)
    if not companies and any("organization" in role.kinds for role in choice):
        companies = looks_like_company(re.split(r"[,;|\n]", cell, maxsplit=1)[0].strip())
    if not companies:
        cell = societies().sub("", cell)
    names = split_names(cell, company=companies)
    return names and [name for name in names if not is_nothing(name.text)]


def _flat_members(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The members of an object as (key, words); those of an object within it under both keys."""
    for key, value in data.items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            for inner, words in value.items():
                if isinstance(words, str):
                    yield f"{key} {inner}" if fold(inner) not in ("name",) else key, words
        elif isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            yield key, ", ".join(value)
