"""What the columns of a credit list mean, by their headers.

Roles are recognized by the labels of `ontology/roles.ttl`; the other headers
stand in `patterns/columns.txt`. A header that neither knows is kept, so that it
can be reported, and never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.cells import LONGEST_WORDS
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.document import Row
from filmgraph.model.facts import Evidence
from filmgraph.model.names import fold

# "credit" is a column of names whose header is a role; the other meanings are groups of the file.
MEANINGS = (
    "title", "original_title", "alternative_title", "year", "runtime", "country", "language", "source_title",
    "source_author", "source_kind", "imdb_id", "tmdb_id", "wikidata_id", "film_id", "role", "job", "name",
    "credited_as", "kind", "character", "territory", "billing", "note", "person_id",
)  # fmt: skip
_COMPANIES = frozenset({"producer", "production-company", "co-producer", "co-production-company"})
_ACTING = frozenset({"actor", "voice-actor"})
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_ENDING = re.compile(r"(?: names?)?(?: \d{1,3})?(?: names?)?$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header as printed, its meaning ("" where unknown), its roles where it is a credit's."""

    header: str
    meaning: str = ""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a list. Its form is "long" (a row a credit) or "wide" (a row a film)."""

    columns: tuple[Column, ...]
    form: Literal["long", "wide"]
    places: Mapping[str, tuple[int, ...]]

    def at(self, meaning: str) -> int:
        """The number of the first column with a meaning, from 0, or -1."""
        return self.places.get(meaning, (-1,))[0]

    def every(self, meaning: str) -> tuple[int, ...]:
        """The numbers of all columns with a meaning."""
        return self.places.get(meaning, ())


@dataclass(frozen=True, slots=True)
class Line:
    """A row under its columns, with the text that is the evidence of all it states."""

    sheet: Sheet
    row: Row
    quote: str

    def get(self, meaning: str) -> str:
        """The cell of the first column with a meaning, trimmed; "" where there is none."""
        column = self.sheet.at(meaning)
        return self.row.cells[column][1].strip() if column >= 0 else ""

    def cell(self, column: int) -> str:
        """The cell of a column by its number, trimmed."""
        return self.row.cells[column][1].strip()

    def evidence(self, section: str) -> Evidence:
        """The row as evidence; its rule is "rows/long" or "rows/wide"."""
        rule = f"rows/{self.sheet.form}"
        return Evidence(self.row.span, self.quote, rule, section, row=self.row.number)


def understand_columns(headers: tuple[str, ...], roles: RoleCatalog) -> Sheet:
    """The columns behind `headers`, in order.

    >>> from filmgraph.catalogs.roles import load_roles
    >>> sheet = understand_columns(("Titre", "Année", "Réalisateur", "Budget"), load_roles())
    >>> sheet.form, [column.meaning for column in sheet.columns]
    ('wide', ['title', 'year', 'credit', ''])
    """
    columns = [_understand(header, roles) for header in headers]
    _settle_roles(columns)
    places: dict[str, tuple[int, ...]] = {}
    for i, column in enumerate(columns):
        if column.meaning in places and column.meaning not in ("credit", "alternative_title"):
            columns[i] = column = replace(column, meaning="")
        if column.meaning:
            places[column.meaning] = (*places.get(column.meaning, ()), i)
    is_long = "role" in places and "name" in places
    return Sheet(tuple(columns), "long" if is_long else "wide", places)


def find_roles(words: str, roles: RoleCatalog) -> tuple[Role, ...]:
    """The roles that a header or a role cell names; several only where names decide between them.

    A word that two languages use differently is settled by its accents
    ("Regie", "Régie"), a producing word stands for persons and companies; what
    is still ambiguous names nothing.
    """
    for label in _forms(words):
        found = roles.find(label)
        if len(found) > 1 and not {role.id for role in found} <= _COMPANIES:
            exact = [r for r in found if any(x.text.casefold() == label.casefold() for x in r.labels)]
            found = tuple(exact)
        if len(found) == 1 or (found and {role.id for role in found} <= _COMPANIES):
            return found
    return ()


def _understand(header: str, roles: RoleCatalog) -> Column:
    if len(header) > LONGEST_WORDS:
        return Column(header)
    groups = load_patterns("columns")
    for form in _forms(header):
        folded = fold(form)
        for meaning in MEANINGS:
            if folded in groups[meaning]:
                return Column(header, meaning)
    found = () if fold(header).endswith((" id", " ids", " link", " url")) else find_roles(header, roles)
    return Column(header, "credit", found) if found else Column(header)


def _forms(words: str) -> Iterator[str]:
    """A header as it stands, without what is in brackets, and without "name" and a number at its end."""
    whole = " ".join(words.replace("_", " ").split())
    yield whole
    bare = " ".join(_BRACKETS.sub(" ", whole).split())
    if bare and bare != whole:
        yield bare
    ending = _ENDING.search(bare)
    if ending and ending.start() and ending.group():
        yield bare[: ending.start()]


def _settle_roles(columns: list[Column]) -> None:
    """Settle what "Role" and "Job" mean beside the other columns.

    Beside a column of actors, or of functions, "Role" is the character; "Job"
    is the role where nothing else is, and a note on it elsewhere.
    """
    meanings = [column.meaning for column in columns]
    acting = any(role.id in _ACTING for column in columns for role in column.roles)
    for i, column in enumerate(columns):
        is_second = "role" in meanings[:i] or "role" in meanings[i + 1 :]
        if column.meaning == "role" and fold(column.header) == "role":
            if (is_second or (acting and "name" not in meanings)) and "character" not in meanings:
                columns[i] = replace(column, meaning="character")
        elif column.meaning == "job":
            columns[i] = replace(column, meaning="note" if "role" in meanings else "role")
