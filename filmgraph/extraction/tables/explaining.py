"""How a table was understood, column by column, before anything is made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from filmgraph.catalogs.roles import Role, RoleCatalog, load_roles
from filmgraph.extraction.sources.work_kinds import kind_of
from filmgraph.extraction.tables.cells import is_nothing
from filmgraph.extraction.tables.columns import Column, Line, Sheet, understand_key
from filmgraph.extraction.tables.json_cells import flatten, is_json, read_json_cell
from filmgraph.extraction.tables.role_words import RoleWords
from filmgraph.extraction.tables.rows import understand_table
from filmgraph.extraction.tables.sideways import is_sideways
from filmgraph.model.document import Document
from filmgraph.model.tables import IGNORE, TableMap

_SHOWN_VALUES = 3
_LONGEST_VALUE = 60
_LOOKED_AT = 2000  # rows; a column that is empty in all of them shows no values
_LOOKED_AT_OBJECTS = 200
_SAID = {
    "title": "the film's title",
    "original_title": "its original title",
    "alternative_title": "another title",
    "year": "its year",
    "runtime": "its running time",
    "country": "its countries",
    "language": "its languages",
    "source_title": "the work it is based on",
    "source_author": "the author of that work",
    "source_kind": "the kind of that work",
    "imdb_id": "the film's id at IMDb",
    "tmdb_id": "the film's id at TMDb",
    "wikidata_id": "the film's id at Wikidata",
    "film_id": "the film's id in this list",
    "address": "the film's page on another site",
    "data": "its countries, its year and its running time",
    "role": "the role of the row's name",
    "job": "the role",
    "name": "a name that is credited",
    "given_name": "the given name of a name that is credited",
    "family_name": "the family name of a name that is credited",
    "credited_as": "the name as printed",
    "kind": "the kind of agent",
    "character": "the character",
    "territory": "the territory",
    "billing": "the place in the billing",
    "note": "a note on the credit",
    "person_id": "the person's id",
    "imdb_person_id": "the person's id at IMDb",
    "tmdb_person_id": "the person's id at TMDb",
    "wikidata_person_id": "the person's id at Wikidata",
    "credits": "names with roles of their own",
    IGNORE: "left out by the mapping",
}


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """A column, a key of the objects in one, or a word of roles; what it was taken for; some of its values.

    `reading` is "" for what nobody knows; `is_key` marks the keys of objects.
    """

    header: str
    reading: str
    values: tuple[str, ...] = ()
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a table is read: its form, the mapping it is read by ("" for none), columns, and words of roles."""

    form: str
    map_name: str
    columns: tuple[ColumnReading, ...]
    roles: tuple[ColumnReading, ...]


def explain_table(document: Document) -> TableReading | None:
    """How the table of a document is understood; None for texts and RDF, whose terms say what they mean."""
    if not document.rows or document.media_type == "application/n-triples":
        return None
    roles = load_roles()
    sheet, table_map = understand_table(document, roles)
    words = RoleWords(roles, table_map)
    lines = [Line(sheet, row, "") for row in document.rows[:_LOOKED_AT]]
    columns: list[ColumnReading] = []
    told: Counter[str] = Counter()
    for i, column in enumerate(sheet.columns):
        cells = [cell for line in lines if (cell := line.cell(i)) and not is_nothing(cell)]
        columns.append(ColumnReading(column.header.strip(), _say(column), tuple(_find_values(cells))))
        if column.meaning in ("credit", "credits"):
            keys, roles_told = _read_objects(cells, column, roles, table_map)
            columns += keys
            told += roles_told
        elif column.meaning == "role" and sheet.form == "long":
            told += Counter(line.cell(i) for line in (Line(sheet, row, "") for row in document.rows))
    name = table_map.name if table_map else ""
    form = "a column a film, a row a role: it has to be turned" if is_sideways(document) else _say_form(sheet)
    return TableReading(form, name, tuple(columns), tuple(_read_words(told, words)))


def _say(column: Column) -> str:
    if column.meaning == "credit":
        return "names: " + " and ".join(map(_say_roles, (column.roles, *column.more)))
    if column.meaning == "ids":
        return f"ids of the names: {_say_roles(column.roles)}"
    return _SAID.get(column.meaning, "")


def _say_roles(roles: tuple[Role, ...]) -> str:
    return " or ".join(role.label for role in roles)


def _say_form(sheet: Sheet) -> str:
    if sheet.form == "long":
        return "a row a credit (long form)"
    return "a row a film, a column a role (wide form)"


def _find_values(cells: list[str]) -> Iterator[str]:
    """Some of a column's different values, each cut short."""
    for cell in list(dict.fromkeys(cells))[:_SHOWN_VALUES]:
        line = " ".join(cell[: 4 * _LONGEST_VALUE].split())
        yield line if len(line) <= _LONGEST_VALUE else f"{line[: _LONGEST_VALUE - 1]}…"


def _read_objects(
    cells: list[str], column: Column, roles: RoleCatalog, table_map: TableMap | None
) -> tuple[list[ColumnReading], Counter[str]]:
    """The keys of the objects that the cells of a column hold, and the words of roles in them."""
    values: dict[str, list[str]] = {}
    told: Counter[str] = Counter()
    header = column.header
    for cell in cells[:_LOOKED_AT_OBJECTS]:
        for one in flatten(read_json_cell(cell)) if is_json(cell) else ():
            if isinstance(one, dict):
                for key, value in one.items():
                    values.setdefault(key, []).append(value if isinstance(value, str) else str(value))
    readings = []
    for key, held in values.items():
        meaning = understand_key(header, key, roles, table_map)
        said = _SAID.get(meaning, "")
        readings.append(
            ColumnReading(f"{header.strip()}.{key}", said, tuple(_find_values(held)), is_key=True)
        )
        if meaning in ("role", "job") and column.meaning == "credits":
            told += Counter(held)
    return readings, told


def _read_words(told: Counter[str], words: RoleWords) -> Iterator[ColumnReading]:
    """The words of roles, the most frequent first, and what each is taken for."""
    for word, count in told.most_common():
        if is_nothing(word):
            continue
        meaning = words.meaning(word)
        found = words.find(word)
        said = _SAID.get(meaning, "") if meaning else ", ".join(_say_roles(choice) for choice in found)
        if not said and (kind := kind_of(word)):
            said = f"who wrote what the film is based on: {kind}"
        yield ColumnReading(word, said, (f"{count:,} times",))
