"""Credit lists: the facts of each film in a table, with the row as the words behind them.

Two forms are read: long (a row a credit: film, role, name …) and wide (a row a
film, a column a role, several names in a cell). What a column means is settled
by its header alone (`columns.py`); a role word or a cell that cannot be read
for certain is listed as unread and gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.cells import (
    LONGEST_WORDS,
    CellName,
    is_json,
    is_nothing,
    read_person_id,
    split_character,
    split_names,
)
from filmgraph.extraction.columns import Column, Line, Sheet, find_roles, understand_columns
from filmgraph.extraction.mentions import looks_like_company
from filmgraph.extraction.row_films import FILM_COLUMNS, find_film, find_film_data, find_wrong_data
from filmgraph.extraction.row_works import clean_note, find_column_works, find_noted_work
from filmgraph.extraction.teams import is_team
from filmgraph.model.document import Document, Row, Span
from filmgraph.model.facts import AgentKind, CreditFact, FilmFacts, SourceWorkFact, Stated, Unread
from filmgraph.model.names import fold

_ACTING = frozenset({"actor", "voice-actor", "narrator"})
_SELLING = frozenset({"distributor", "sales-agent", "broadcaster"})
_SHOWN = 300  # characters of a row that are shown where something in it was not understood
_ROLE_SEPARATOR = re.compile(r"\s*[;/|,+]\s*|\s+(?:&|and|et|und|y|e)\s+|(?<=\w)-(?=\w)")
_PRINTED_AS = re.compile(r"\(?\bas\s+(.+?)\)?$", re.I)
_KINDS: dict[str, AgentKind] = {
    "person": "person", "organization": "organization", "organisation": "organization",
    "company": "organization", "team": "team",
}  # fmt: skip


def find_row_facts(document: Document, roles: RoleCatalog) -> tuple[FilmFacts, ...]:
    """What a credit list states, one `FilmFacts` for each film in the order of their first rows.

    Empty for a document without rows, and for a table with neither a film nor a credit in it.
    """
    if not document.rows:
        return ()
    sheet = understand_columns(tuple(header for header, _ in document.rows[0].cells), roles)
    if sheet.form == "wide" and not sheet.every("credit") and sheet.at("title") < 0:
        return ()
    films = _Films(document, roles, sheet)
    for row in document.rows:
        films.take(row)
    return films.finish()


@dataclass(slots=True)
class _Draft:
    """What has been read of one film so far."""

    key: str
    ids: dict[str, str] = field(default_factory=dict)
    stated: dict[tuple[str, str], Stated] = field(default_factory=dict)
    credits: dict[tuple[object, ...], CreditFact] = field(default_factory=dict)
    works: dict[tuple[str | None, str | None], SourceWorkFact] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    billed: dict[str, int] = field(default_factory=dict)  # credits so far, by role


class _Films:
    """Collects the films of one credit list, row by row."""

    def __init__(self, document: Document, roles: RoleCatalog, sheet: Sheet) -> None:
        self.document = document
        self.roles = roles
        self.sheet = sheet
        self.film_columns = tuple(sorted(i for name in FILM_COLUMNS for i in sheet.every(name)))
        self.drafts: dict[str, _Draft] = {}
        self.homeless: list[Unread] = []  # rows that name no film
        self.complained: set[tuple[int, str]] = set()  # (column, reason): said once a file
        self.last: tuple[tuple[str, ...], _Draft | None] = ((), None)  # film cells and film of the row before
        self.known_roles: dict[str, list[tuple[Role, ...]]] = {}  # role words and notes already looked up

    def take(self, row: Row) -> None:
        """Read one row."""
        line = Line(self.sheet, row, row.span.of(self.document.text))
        draft = self._find_draft(line)
        if draft is None:
            self.homeless.append(self._unread(line, f"row {row.number} names no film"))
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
            facts.append(
                FilmFacts(
                    document=self.document.sha256,
                    film_key=draft.key,
                    stated=tuple(draft.stated.values()),
                    credits=tuple(draft.credits.values()),
                    source_works=tuple(draft.works.values()),
                    unread=tuple(sorted((*common, *draft.unread), key=lambda u: u.span)),
                    is_review=False,
                    ids=tuple(sorted(draft.ids.items())),
                )
            )
            common = []
        return tuple(facts)

    def _find_draft(self, line: Line) -> _Draft | None:
        """The film of a row, with what the row states of it; a run of rows with equal cells is read once."""
        cells = tuple(line.row.cells[i][1] for i in self.film_columns)
        if self.last[1] is not None and cells == self.last[0]:
            return self.last[1]
        found = find_film(line)
        draft = None
        if found:
            key, ids = found
            draft = self.drafts.setdefault(key, _Draft(key))
            draft.ids = {**ids, **draft.ids}
            for name, value in find_film_data(line):
                if (name, value) not in draft.stated:
                    draft.stated[name, value] = Stated(name, value, line.evidence("film"))
            for column, reason in find_wrong_data(line):
                self._complain(line, draft, column, reason)
        self.last = (cells, draft)
        return draft

    # Credits

    def _take_long(self, line: Line, draft: _Draft) -> None:
        words, cell = line.get("role"), line.get("name")
        if is_nothing(cell):
            return
        choices = self._find_roles(words)
        if not choices:
            reason = f"“{words[:60]}” is no known role" if words else "no role is given"
            draft.unread.append(self._unread(line, reason))
            return
        # an id of its own says that the name is one, whatever commas it holds
        names = _find_names(cell, choices[0])
        if read_person_id(line.get("person_id")) and (names is None or len(names) > 1):
            names = [CellName(cell, cell)]
        if names is None:
            reason = "it is not safe to say how many names this is"
            draft.unread.append(self._unread(line, reason))
            return
        for choice in choices:
            for name in names:
                self._add(line, draft, choice, name, is_alone=len(names) == 1)

    def _take_wide(self, line: Line, draft: _Draft) -> None:
        for i in self.sheet.every("credit"):
            column, cell = self.sheet.columns[i], line.cell(i)
            if is_nothing(cell):
                continue
            names = _find_names(cell, column.roles)
            if names is None:
                why = (
                    "JSON is not read yet" if is_json(cell) else "it is not safe to say which names these are"
                )
                self._complain(line, draft, i, f"{column.header}: {why}")
                continue
            for name in names:
                self._add(line, draft, column.roles, name, is_alone=len(names) == 1)

    def _find_roles(self, words: str) -> list[tuple[Role, ...]]:
        """The role of a role cell, or its roles where it names several and all are known."""
        if len(words) > LONGEST_WORDS:
            return []
        found = self.known_roles.get(words)
        if found is None:
            whole = find_roles(words, self.roles)
            parts = [find_roles(part, self.roles) for part in _ROLE_SEPARATOR.split(words) if part.strip()]
            found = [whole] if whole else parts if len(parts) > 1 and all(parts) else []
            self.known_roles[words] = found
        return found

    def _add(
        self, line: Line, draft: _Draft, choice: tuple[Role, ...], name: CellName, is_alone: bool
    ) -> None:
        """Add the credit of one name, once for each role, agent, character and territory."""
        character = territory = None
        if choice[0].id in _ACTING:
            name, character = split_character(name)
            if is_alone and not is_nothing(line.get("character")):
                character = line.get("character")
        role, kind = _choose(choice, name.text)
        if role.id in _SELLING:
            territory, name = line.get("territory") or name.note or None, CellName(name.text, name.printed)
        note = " ".join(x for x in (line.get("note"), name.note) if x and len(x) <= LONGEST_WORDS)
        works = list(find_noted_work(line, role.id, name.text, note)) if note else []
        for work in works:
            draft.works.setdefault((work.title, work.author), work)
        if works:
            return
        role = self._refine(role, note)
        person_id = read_person_id(line.get("person_id"))
        if person_id and "person" in role.kinds:
            kind = "person"
        key = (role.id, name.text, character, territory, person_id)
        if key in draft.credits:
            return
        draft.billed[role.id] = draft.billed.get(role.id, 0) + 1
        billing = line.get("billing")
        draft.credits[key] = CreditFact(
            role=role.id,
            agent=name.text,
            kind=_KINDS.get(fold(line.get("kind")), kind),
            credited_as=_printed_name(line, name, note),
            evidence=line.evidence("credits"),
            character=character,
            territory=territory,
            billing_order=int(billing) if billing.isdecimal() and len(billing) < 6 else draft.billed[role.id],
            note=note or None,
            ids=(person_id,) if person_id else (),
        )

    def _refine(self, role: Role, note: str) -> Role:
        """The finer role of the same department that a note gives ("story" of a writer)."""
        choices = self._find_roles(clean_note(note)) if note else []
        if len(choices) != 1 or len(choices[0]) != 1:
            return role
        finer = choices[0][0]
        return finer if finer.department == role.department else role

    # What was not understood

    def _unread(self, line: Line, reason: str) -> Unread:
        start, end = line.row.span.start, line.row.span.end
        span = Span(start, min(end, start + _SHOWN))
        return Unread(span, span.of(self.document.text), "row", reason)

    def _complain(self, line: Line, draft: _Draft, column: int, reason: str) -> None:
        """Report what cannot be read in a column, the same reason once a file."""
        if (column, reason) not in self.complained:
            self.complained.add((column, reason))
            draft.unread.append(self._unread(line, reason))

    def _unknown_columns(self) -> Iterator[Unread]:
        """The headers under which nothing is read, where they stand in the first row."""
        text, end = self.document.text, self.document.rows[0].span.start
        cursor = 0
        for column in self.sheet.columns:
            at = text.find(column.header, cursor, end) if column.header else -1
            if at < 0:
                continue
            cursor = at + len(column.header)
            if not column.meaning and not _is_number(column):
                yield Unread(
                    Span(at, cursor), column.header, "header", "no known role and no known film data"
                )


def _find_names(cell: str, choice: tuple[Role, ...]) -> list[CellName] | None:
    """The names of a cell of these roles; companies are told from persons by the first of them."""
    companies = all(role.kinds == ("organization",) for role in choice)
    if not companies and any("organization" in role.kinds for role in choice):
        companies = looks_like_company(re.split(r"[,;|\n]", cell, maxsplit=1)[0].strip())
    names = split_names(cell, company=companies)
    return names and [name for name in names if not is_nothing(name.text)]


def _choose(choice: tuple[Role, ...], name: str) -> tuple[Role, AgentKind]:
    """The role that fits the form of a name, and the kind of agent that bears it."""
    is_company = looks_like_company(name)
    if len(choice) > 1:
        choice = tuple(role for role in choice if ("organization" in role.kinds) == is_company) or choice
    role = choice[0]
    if role.kinds == ("organization",):
        return role, "organization"
    if is_team(name) and "team" in role.kinds:
        return role, "team"
    return role, "organization" if is_company and "organization" in role.kinds else "person"


def _printed_name(line: Line, name: CellName, note: str) -> str:
    """The name as the film prints it: a column of its own, "(as …)" behind it, or the name itself."""
    found = _PRINTED_AS.fullmatch(note) if note else None
    return line.get("credited_as") or (found.group(1) if found else name.printed)


def _is_number(column: Column) -> bool:
    """Whether a header is that of ids, addresses or counts, which nobody expects to be a credit."""
    return fold(column.header).endswith((" id", " url", " link", " count"))
