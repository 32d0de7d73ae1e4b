"""Credit lists: the facts of each film in a table, with the row as the words behind them.

Two forms are read: long (a row a credit: film, role, name …) and wide (a row a
film, a column a role, several names in a cell). What a column means is settled
by a mapping or by its header alone (`columns.py`); a role word or a cell that cannot be read
for certain is listed as unread and gives nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from filmgraph.catalogs.maps import recognize_map
from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.tables.cells import CellName, is_nothing, read_person_id
from filmgraph.extraction.tables.columns import Column, Line, Sheet, understand_columns, understand_key
from filmgraph.extraction.tables.drafts import Draft, build_unread
from filmgraph.extraction.tables.entries import (
    LARGEST_CELL,
    TOO_LARGE,
    Cell,
    CellReader,
    Entry,
    split_persons,
)
from filmgraph.extraction.tables.role_words import RoleWords
from filmgraph.extraction.tables.row_credits import add_credit
from filmgraph.extraction.tables.row_errors import find_other_film, is_film_itself
from filmgraph.extraction.tables.row_films import (
    FILM_COLUMNS,
    find_film,
    find_film_data,
    find_wrong_data,
    read_data,
)
from filmgraph.extraction.tables.row_works import find_column_works
from filmgraph.model.document import Document, Row, Span
from filmgraph.model.facts import FilmFacts, Unread
from filmgraph.model.names import fold
from filmgraph.model.tables import IGNORE, TableMap

_PERSON_IDS = {"person_id": "person", "imdb_person_id": "imdb", "tmdb_person_id": "tmdb"}
_PERSON_IDS["wikidata_person_id"] = "wikidata"
Choices = tuple[tuple[Role, ...], ...]
_SEPARATED = re.compile(r"\s*[;,|\n]\s*")
_MOST_COLUMNS = 300  # so many unknown columns are listed


def find_row_facts(document: Document, roles: RoleCatalog) -> tuple[FilmFacts, ...]:
    """What a credit list states, one `FilmFacts` for each film in the order of their first rows.

    Empty for a document without rows, and for a table with neither a film nor a credit in it.
    """
    if not document.rows:
        return ()
    sheet, table_map = understand_table(document, roles)
    if sheet.form == "wide" and not has_credits(sheet) and sheet.at("title") < 0:
        return ()
    films = _Films(document, roles, sheet, table_map)
    for row in document.rows:
        films.take(row)
    return films.finish()


def understand_table(document: Document, roles: RoleCatalog) -> tuple[Sheet, TableMap | None]:
    """The columns of a table and the mapping by which they are understood: the document's, or one of ours."""
    headers = document.columns or tuple(header for header, _ in document.rows[0].cells)
    table_map = document.table_map or recognize_map(headers)
    return understand_columns(headers, roles, table_map, sparse=bool(document.columns)), table_map


def has_credits(sheet: Sheet) -> bool:
    """Whether any column holds names that are credited."""
    return bool(sheet.every("credit") or sheet.every("credits"))


class _Films:
    """Collects the films of one credit list, row by row."""

    def __init__(
        self, document: Document, roles: RoleCatalog, sheet: Sheet, table_map: TableMap | None
    ) -> None:
        self.document = document
        self.sheet = sheet
        self.words = RoleWords(roles, table_map)
        key_of = partial(_meaning_of_key, {}, roles, table_map)
        self.reader = CellReader(self.words.find, key_of)
        self.film_columns = tuple(sorted(i for name in FILM_COLUMNS for i in sheet.every(name)))
        self.own_ids = _find_repeated(document, sheet)
        self.drafts: dict[str, Draft] = {}
        self.homeless: list[Unread] = []  # rows that name no film
        self.complained: set[tuple[int, str]] = set()  # (column, reason): said once a file
        self.last: tuple[tuple[str, ...], Draft | None] = ((), None)  # film cells and film of the row before

    def take(self, row: Row) -> None:
        """Read one row."""
        line = Line(self.sheet, row, row.span.of(self.document.text))
        draft = self._find_draft(line)
        if draft is None:
            self.homeless.append(build_unread(line, self.document.text, f"row {row.number} names no film"))
            return
        works = find_column_works(line)
        if works is None:
            column = self.sheet.at("source_author")
            self._complain(line, draft, column, "it is not safe to say how many authors these are")
        for work in works or ():
            draft.works.setdefault((work.title, work.author), work)
        if self.sheet.form == "long":
            self._take_long(line, draft)
        else:
            self._take_wide(line, draft)

    def finish(self) -> tuple[FilmFacts, ...]:
        """The facts of all films; what concerns the whole list stands with the first."""
        common = [*self._unknown_columns(), *self.homeless]
        facts = []
        for draft in self.drafts.values():
            facts.append(draft.build(self.document, common))
            common = []
        return tuple(facts)

    def _find_draft(self, line: Line) -> Draft | None:
        """The film of a row, with what the row states of it; a run of rows with equal cells is read once."""
        cells = tuple(line.cell(i) for i in self.film_columns)
        if self.last[1] is not None and cells == self.last[0]:
            return self.last[1]
        found = find_film(line)
        draft = None
        if found:
            key, ids = found
            said = list(find_film_data(line))
            draft = self._open(key, ids, said, line)
            for name, value in said:
                draft.state(name, value, line)
            for column, reason in find_wrong_data(line):
                self._complain(line, draft, column, reason)
        self.last = (cells, draft)
        return draft

    def _open(self, key: str, ids: list[tuple[str, str]], said: list[tuple[str, str]], line: Line) -> Draft:
        """The draft of a film; one apart, without ids, where its id already stands for another film."""
        known = self.drafts.get(key)
        other = find_other_film(known, said) if known and ids else ""
        if known is None or not other:
            draft = known or self.drafts.setdefault(key, Draft(key))
            draft.ids |= dict.fromkeys(ids)
            return draft
        title = next(value for name, value in said if name == "title")
        apart = f"{key}|{fold(title)}"
        found = self.drafts.get(apart)
        if found is None:
            found = self.drafts[apart] = Draft(apart)
            self._report(line, found, f"the id {key.partition(':')[2]} stands for {other} and for {title}")
        return found

    # Credits

    def _take_long(self, line: Line, draft: Draft) -> None:
        words, cell = line.get("role"), _find_name(line)
        if is_nothing(cell):
            if person := _find_person_id(line):
                self._report(line, draft, f"the person {person[1]} has no name")
            return
        meaning = self.words.meaning(words)
        if meaning:
            for name, value in read_data(meaning, cell) if meaning != IGNORE else ():
                draft.state(name, value or "", line)
            return
        choices = self.words.find(words)
        if not choices:
            reason = f"“{words[:60]}” is no known role" if words else "no role is given"
            draft.unread.append(build_unread(line, self.document.text, reason))
            return
        # an id of its own says that the name is one, whatever commas it holds
        names = split_persons(cell, choices[0])
        person_id = _find_person_id(line) or self._find_own_id(line)
        if person_id and (names is None or len(names) > 1):
            names = [CellName(cell, cell)]
        if names is None:
            reason = "it is not safe to say how many names this is"
            draft.unread.append(build_unread(line, self.document.text, reason))
            return
        for choice in choices:
            for one in names:
                entry = Entry(one, person_id=person_id)
                self._take_entry(line, draft, (choice,), entry, is_alone=len(names) == 1)

    def _find_own_id(self, line: Line) -> tuple[str, str] | None:
        """The list's own id of a row's person: it tells its persons apart and means nothing elsewhere."""
        own = line.get("person_id")
        if not own or is_nothing(own) or own not in self.own_ids:
            return None
        return f"doc/{self.document.sha256[:16]}/person/", own

    def _take_wide(self, line: Line, draft: Draft) -> None:
        for i in (*self.sheet.every("credit"), *self.sheet.every("credits")):
            column, text = self.sheet.columns[i], line.cell(i)
            if is_nothing(text):
                continue
            own = (column.roles, *column.more) if column.roles else ()
            cell = self.reader.read(text, column.header, column.roles)
            if len(text) > LARGEST_CELL and not cell.entries:
                self._report(line, draft, f"{column.header.strip()}: {TOO_LARGE}")
            if cell.broken:
                self._report(line, draft, f"{column.header.strip()}: {cell.broken}")
            self._match_ids(line, column, cell)
            for problem in dict.fromkeys(cell.problems):
                self._complain(line, draft, i, f"{column.header.strip()}: {problem}")
            for entry in cell.entries:
                self._take_entry(line, draft, own, entry, is_alone=len(cell.entries) == 1)

    def _take_entry(
        self, line: Line, draft: Draft, choices: Choices, entry: Entry, *, is_alone: bool
    ) -> None:
        choices = entry.roles or choices
        for choice in ((),) if entry.work else choices:
            if choice and is_film_itself(draft, choice[0], entry):
                self._report(line, draft, f"the film {entry.name.text} is credited to itself")
            else:
                add_credit(line, draft, choice, entry, self.words, is_alone=is_alone)

    def _match_ids(self, line: Line, column: Column, cell: Cell) -> None:
        """Give the names of a cell the ids that a column of ids of the same role holds, one each."""
        for i in self.sheet.every("ids"):
            if column.roles and self.sheet.columns[i].roles == column.roles:
                ids = [one for one in _SEPARATED.split(line.cell(i)) if one]
                if len(ids) == len(cell.entries):
                    scheme = "tmdb" if "tmdb" in fold(self.sheet.columns[i].header) else "person"
                    cell.entries = [
                        replace(entry, person_id=entry.person_id or read_person_id(one, scheme))
                        for entry, one in zip(cell.entries, ids, strict=True)
                    ]

    # What was not understood

    def _report(self, line: Line, draft: Draft, reason: str) -> None:
        """Report what is wrong in a row."""
        draft.unread.append(build_unread(line, self.document.text, reason, "error"))

    def _complain(self, line: Line, draft: Draft, column: int, reason: str) -> None:
        """Report what cannot be read in a column, the same reason once a file."""
        if (column, reason) not in self.complained:
            self.complained.add((column, reason))
            draft.unread.append(build_unread(line, self.document.text, reason))

    def _unknown_columns(self) -> Iterator[Unread]:
        """The headers under which nothing is read, where they first stand in the text."""
        text = self.document.text
        end = len(text) if self.sheet.by_header else self.document.rows[0].span.start
        cursor = listed = 0
        for column in self.sheet.columns:
            at = text.find(column.header, cursor, end) if column.header else -1
            if at < 0:
                continue
            cursor = at + len(column.header) if not self.sheet.by_header else 0
            if not column.meaning and not _is_number(column) and listed < _MOST_COLUMNS:
                listed += 1
                span = Span(at, at + len(column.header))
                yield Unread(span, column.header, "header", "no known role and no known film data")


def _meaning_of_key(
    known: dict[tuple[str, str], str], roles: RoleCatalog, table_map: TableMap | None, header: str, key: str
) -> str:
    """`understand_key`, asked once for each key."""
    found = known.get((header, key))
    if found is None:
        found = known[header, key] = understand_key(header, key, roles, table_map)
    return found


def _find_repeated(document: Document, sheet: Sheet) -> frozenset[str]:
    """The ids of persons of a list, where some stand in several rows: else the column numbers the rows."""
    column = sheet.at("person_id")
    if column < 0 or sheet.form != "long" or sheet.by_header:
        return frozenset()
    counts = Counter(row.cells[column][1].strip() for row in document.rows)
    return frozenset(counts) if len(counts) < len(document.rows) else frozenset()


def _find_name(line: Line) -> str:
    """The name of a row, from one column or from two."""
    family = line.get("family_name") or line.get("name")
    given = line.get("given_name")
    return f"{given} {family}".strip() if given and family != given else family


def _find_person_id(line: Line) -> tuple[str, str] | None:
    """The id of the person of a row, by whichever column of ids holds one."""
    for meaning, scheme in _PERSON_IDS.items():
        if cell := line.get(meaning):
            found = read_person_id(cell, scheme)
            if found:
                return found
    return None


def _is_number(column: Column) -> bool:
    """Whether a header is that of ids, addresses or counts, which nobody expects to be a credit."""
    return fold(column.header).endswith((" id", " url", " link", " count"))


__all__ = ["Role", "find_row_facts", "has_credits", "understand_table"]
