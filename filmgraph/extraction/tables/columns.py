"""What the columns of a credit list mean: by a mapping, else by their headers.

Roles are recognized by the labels of `ontology/roles.ttl`; the other headers
stand in `patterns/columns.txt`. A header that neither knows is kept, so that it
can be reported, and never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from filmgraph.catalogs.maps import MEANINGS
from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.tables.cells import LONGEST_WORDS, is_nothing
from filmgraph.model.document import Row
from filmgraph.model.facts import Evidence
from filmgraph.model.names import fold
from filmgraph.model.tables import IGNORE, TableMap

# Meanings that several columns may have: each is read. Of the others the first is read that holds anything.
_TOGETHER = re.compile(r"\s*[/,|+]\s*|\s+(?:&|and|et|und|y|e|og|och|en)\s+", re.I)
# Data that tell themselves apart in one cell.
_TELLABLE = frozenset({"year", "runtime", "country"})
SEVERAL = frozenset({"credit", "credits", "ids", "alternative_title", "source_title", "address", IGNORE})
# Meanings of which only one column can be: they say what a row of the long form is.
_SINGLE = frozenset(
    {"role", "job", "name", "given_name", "family_name", "credited_as", "kind", "character", "territory"}
    | {"billing", "note"}
)
_COMPANIES = frozenset({"producer", "production-company", "co-producer", "co-production-company"})
_ACTING = frozenset({"actor", "voice-actor"})
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_ENDING = re.compile(r"(?: names?)?(?: \d{1,3})?(?: names?)?$")
_ID_ENDING = re.compile(r"(?:^| )(?:ids?|identifiers?|urls?|uris?|iris?|links?|ref)(?: \d{1,3})?$")
_SCHEMES = {"imdb": "imdb", "tconst": "imdb", "nconst": "imdb", "tmdb": "tmdb", "wikidata": "wikidata"}
_PERSONS = frozenset("person persons people name agent contributor artist member nconst".split())
_FILMS = frozenset("film films movie movies title titles tconst show work".split())
# What a department is called where a job stands beside it: the job is the role.
_DATE_WORDS = frozenset("date released datum fecha data".split())
_DEPARTMENTS = frozenset("department departamento departement abteilung dipartimento".split())


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header as printed, its meaning ("" where unknown), its roles where it is a credit's.

    `more` are further roles that its names hold as well ("Director/Writer").
    """

    header: str
    meaning: str = ""
    roles: tuple[Role, ...] = ()
    more: tuple[tuple[Role, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a list. Its form is "long" (a row a credit) or "wide" (a row a film).

    `by_header` numbers the columns where rows hold some of them only, as JSON objects do; else it is empty.
    """

    columns: tuple[Column, ...]
    form: Literal["long", "wide"]
    places: Mapping[str, tuple[int, ...]]
    by_header: Mapping[str, int] = field(default_factory=dict)

    def at(self, meaning: str) -> int:
        """The number of the first column with a meaning, from 0, or -1."""
        return self.places.get(meaning, (-1,))[0]

    def every(self, meaning: str) -> tuple[int, ...]:
        """The numbers of all columns with a meaning."""
        return self.places.get(meaning, ())


class Line:
    """A row under its columns, with the text that is the evidence of all it states."""

    __slots__ = ("quote", "row", "sheet", "sparse")

    def __init__(self, sheet: Sheet, row: Row, quote: str) -> None:
        self.sheet, self.row, self.quote = sheet, row, quote
        places = sheet.by_header
        self.sparse = {places[header]: cell for header, cell in row.cells} if places else None

    def get(self, meaning: str) -> str:
        """The first cell that holds anything under a meaning, trimmed; "" where there is none."""
        found = ""
        for i in self.sheet.places.get(meaning, ()):
            found = self.cell(i)
            if not is_nothing(found):
                return found
        return found

    def cell(self, column: int) -> str:
        """The cell of a column by its number, trimmed."""
        if self.sparse is None:
            return self.row.cells[column][1].strip()
        return self.sparse.get(column, "").strip()

    def evidence(self, section: str) -> Evidence:
        """The row as evidence; its rule is "rows/long" or "rows/wide"."""
        rule = f"rows/{self.sheet.form}"
        return Evidence(self.row.span, self.quote, rule, section, row=self.row.number)


def understand_columns(
    headers: tuple[str, ...], roles: RoleCatalog, table_map: TableMap | None = None, *, sparse: bool = False
) -> Sheet:
    """The columns behind `headers`, in order; `sparse` where rows hold some of them only.

    >>> from filmgraph.catalogs.roles import load_roles
    >>> sheet = understand_columns(("Titre", "Année", "Réalisateur", "Budget"), load_roles())
    >>> sheet.form, [column.meaning for column in sheet.columns]
    ('wide', ['title', 'year', 'credit', ''])
    """
    mapped = table_map.columns if table_map else {}
    columns = [_map(header, mapped, roles) or _understand(header, roles) for header in headers]
    _settle_roles(columns)
    places: dict[str, tuple[int, ...]] = {}
    for i, column in enumerate(columns):
        if column.meaning in places and column.meaning in _SINGLE:
            columns[i] = column = replace(column, meaning="")
        if column.meaning:
            places[column.meaning] = (*places.get(column.meaning, ()), i)
    _prefer_years(columns, places)
    is_long = "role" in places and not {"name", "family_name"}.isdisjoint(places)
    numbers = {header: i for i, header in enumerate(headers)} if sparse else {}
    return Sheet(tuple(columns), "long" if is_long else "wide", places, numbers)


def _prefer_years(columns: list[Column], places: dict[str, tuple[int, ...]]) -> None:
    """Put years before dates of release; a mere date beside them is that of something else."""
    years = places.get("year", ())
    if len(years) < 2:
        return
    rank = {i: _DATE_WORDS.isdisjoint(fold(columns[i].header).split()) for i in years}
    for i in years:
        if fold(columns[i].header) in ("date", "datum", "fecha", "data") and any(rank.values()):
            columns[i] = replace(columns[i], meaning="")
    kept = (i for i in years if columns[i].meaning)
    places["year"] = tuple(sorted(kept, key=lambda i: not rank[i]))


def understand_key(header: str, key: str, roles: RoleCatalog, table_map: TableMap | None) -> str:
    """What a key means in the objects that the cells of a column hold ("name", "character", "job" …).

    >>> from filmgraph.catalogs.roles import load_roles
    >>> [understand_key("crew", key, load_roles(), None) for key in ("name", "job", "order", "gender")]
    ['name', 'job', 'billing', '']
    """
    mapped = table_map.columns if table_map else {}
    for words in (f"{header} {key}", key):
        meaning = mapped.get(fold(words))
        if meaning:
            return meaning
    meaning = _understand(key, roles).meaning
    return {"title": "name", "film_id": "", "imdb_id": "imdb_person_id", "tmdb_id": "tmdb_person_id"}.get(
        meaning, "wikidata_person_id" if meaning == "wikidata_id" else meaning
    )


def _map(header: str, mapped: Mapping[str, str], roles: RoleCatalog) -> Column | None:
    """A column as the mapping has it, None where it does not name it."""
    meaning = mapped.get(fold(header))
    if meaning is None:
        return None
    role = roles.roles.get(meaning)
    return Column(header, "credit", (role,)) if role else Column(header, meaning)


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
    if _ID_ENDING.search(fold(header.replace("_", " "))):
        return _understand_id(header, roles)
    found = find_roles(header, roles)
    if found and found[0].id in roles.of_sources:
        return Column(header, "source_author")  # a film's data, as the title of the work is
    return Column(header, "credit", found) if found else _understand_several(header, roles)


def _understand_several(header: str, roles: RoleCatalog) -> Column:
    """A column whose header names two things: "Director/Writer" both roles, "Country/Year" both data."""
    parts = [part for part in _TOGETHER.split(header) if part.strip()]
    if not 2 <= len(parts) <= 3:
        return Column(header)
    inner = [_understand(part, roles) for part in parts]
    if all(column.meaning in _TELLABLE for column in inner):
        return Column(header, "data")
    if all(column.meaning == "credit" for column in inner):
        held = tuple(dict.fromkeys(role for column in inner for role in column.roles))
        if {role.id for role in held} <= _COMPANIES:
            return Column(header, "credit", held)  # the form of a name tells which of them
        return Column(header, "credit", inner[0].roles, tuple(column.roles for column in inner[1:]))
    return Column(header)


def _understand_id(header: str, roles: RoleCatalog) -> Column:
    """A column of ids: of the film, of the person of a row, or of those whom a column of a role names."""
    words = _ID_ENDING.sub("", fold(header.replace("_", " "))).split()
    scheme = next((_SCHEMES[word] for word in words if word in _SCHEMES), "")
    rest = [word for word in words if word not in ("imdb", "tmdb", "wikidata", "id")]
    if rest and all(word in _PERSONS for word in rest):
        return Column(header, f"{scheme}_person_id" if scheme else "person_id")
    if scheme and (not rest or all(word in _FILMS for word in rest)):
        return Column(header, f"{scheme}_id")
    if rest and all(word in _FILMS for word in rest):
        return Column(header, "film_id")
    found = find_roles(" ".join(rest), roles) if rest else ()
    return Column(header, "ids", found) if found else Column(header)


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
    if "name" in meanings and not {"title", "role", "job"} & {*meanings}:
        at = meanings.index("name")
        columns[at] = replace(columns[at], meaning="title")  # a list of films calls them names
    if "job" in meanings and "role" in meanings:
        at = meanings.index("role")
        if fold(columns[at].header) in _DEPARTMENTS:
            columns[at] = replace(columns[at], meaning=IGNORE)
            meanings[at] = IGNORE
    acting = any(role.id in _ACTING for column in columns for role in column.roles)
    for i, column in enumerate(columns):
        is_second = "role" in meanings[:i] or "role" in meanings[i + 1 :]
        if column.meaning == "role" and fold(column.header) == "role":
            if (is_second or (acting and "name" not in meanings)) and "character" not in meanings:
                columns[i] = replace(column, meaning="character")
        elif column.meaning == "job":
            columns[i] = replace(column, meaning="note" if "role" in meanings else "role")
