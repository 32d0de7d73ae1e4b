"""Which film a row of a credit list is about, and what the row states of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from filmgraph.extraction.tables.cells import (
    LONGEST_WORDS,
    is_nothing,
    read_address,
    read_film_id,
    read_minutes,
    read_year,
    split_title,
    split_values,
)
from filmgraph.extraction.tables.columns import Line
from filmgraph.extraction.tables.json_cells import words_of
from filmgraph.extraction.text.countries import split_countries
from filmgraph.model.names import fold

_SCHEMES = ("imdb", "wikidata", "tmdb", "film")
# The columns that tell one film from another.
IDENTIFYING = ("title", "year", *(f"{scheme}_id" for scheme in _SCHEMES))
FILM_COLUMNS = (
    *IDENTIFYING,
    "original_title",
    "alternative_title",
    "runtime",
    "country",
    "language",
    "address",
    "data",
)
_MOST_WORDS = 4  # of a country's or a language's name
_MOST_VALUES = 40
_PARTS = re.compile(r"[,;/|()]\s*|\s+(?=(?:1[89]|20)\d\d\b)|(?<=\d\d\d\d)\s+")
_BRACKET = re.compile(r"\s*[(\[].*$")
_ARTICLE = re.compile(r"wikipedia\.org/wiki/([^#?]+)")
_DISAMBIGUATED = re.compile(r"\s*\([^()]*\)$")


def find_film(line: Line) -> tuple[str, list[tuple[str, str]]] | None:
    """The key of a row's film within its list, and its external ids; None where it names none.

    The key is an external id, else the list's own id of the film, else title
    and year. A list without any such column is about one film.
    """
    ids: dict[str, str] = {}
    for scheme in _SCHEMES:
        cell = line.get(f"{scheme}_id")
        found = read_film_id(cell, scheme) if cell else None
        if found:
            ids.setdefault(*found)
    addresses = [a for i in line.sheet.every("address") if (a := read_address(line.cell(i)))]
    known = [*ids.items(), *addresses]
    own, title = line.get("film_id"), line.get("title")
    if ids:
        scheme = next(iter(ids))
        return f"{scheme}:{ids[scheme]}", known
    if own and not is_nothing(own):
        return f"id:{own}", known
    if addresses:
        return "".join(addresses[0]), known
    if not _is_no_title(title) and len(title) <= LONGEST_WORDS:
        title, year = split_title(_first(title))
        return f"{fold(title) or title}|{read_year(line.get('year')) or year or ''}", known
    has_column = any(line.sheet.at(meaning) >= 0 for meaning in IDENTIFYING if meaning != "year")
    return None if has_column else ("1", known)


def find_film_data(line: Line) -> Iterator[tuple[str, str]]:
    """What a row states of its film, as (field of `Stated`, value)."""
    words = line.get("title")
    title, year = ("", None) if _is_no_title(words) else split_title(_first(words))
    values: list[tuple[str, str | None]] = [
        ("title", title),
        ("original_title", _first(line.get("original_title"))),
    ]
    for i in line.sheet.every("alternative_title"):
        values += [("alternative_title", words) for words in words_of(line.cell(i))]
    values += [("year", _read_first(line.get("year"), read_year) or year)]
    values += [("runtime_min", _read_first(line.get("runtime"), read_minutes))]
    for meaning in ("country", "language"):
        values += read_data(meaning, line.get(meaning))
    for i in line.sheet.every("data"):
        values += _read_together(line.cell(i))
    address = next((line.cell(i) for i in line.sheet.every("address")), "")
    if article := _title_of_address(address) if address else "":
        same = _squeeze(article) == _squeeze(title)
        if title == "" or (same and article.count(" ") > title.count(" ")):  # "and theKingdom of"
            values[0] = ("title", article)
        elif not _is_beginning(article, title):  # an article on a series is no title of its parts
            values.append(("alternative_title", article))
    short = ((name, value) for name, value in values if value and len(value) <= LONGEST_WORDS)
    return ((name, value) for name, value in short if name == "title" or not is_nothing(value))


def read_data(meaning: str, cell: str) -> list[tuple[str, str | None]]:
    """What a cell of a meaning states of a film, as (field of `Stated`, value)."""
    if meaning == "year":
        return [("year", _read_first(cell, read_year))] if _read_first(cell, read_year) else []
    if meaning == "runtime":
        return [("runtime_min", minutes)] if (minutes := _read_first(cell, read_minutes)) else []
    if meaning in ("country", "language"):
        return [(meaning, value) for value in split_values(cell) if len(value.split()) <= _MOST_WORDS]
    return [(meaning, cell)]


def _read_together(cell: str) -> Iterator[tuple[str, str | None]]:
    """Countries, a year and a running time that stand in one cell: "Belgium, France 1999, 95 min"."""
    for part in _PARTS.split(cell[:LONGEST_WORDS]):
        if year := read_year(part):
            yield "year", year
        elif minutes := read_minutes(part) if not part.isdigit() else None:
            yield "runtime_min", minutes
        elif part.strip():
            for country in split_countries(part) or split_values(part):
                yield "country", country


def find_wrong_data(line: Line) -> Iterator[tuple[int, str]]:
    """The cells of years and running times that are none, as (column, reason)."""
    for meaning, read in (("year", read_year), ("runtime", read_minutes)):
        cell = line.get(meaning)
        if not is_nothing(cell) and _read_first(cell, read) is None:
            shown = cell if len(cell) <= 40 else cell[:39] + "…"
            yield line.sheet.at(meaning), f"“{shown}” is no {'year' if meaning == 'year' else 'running time'}"


def _is_no_title(cell: str) -> bool:
    """Whether a cell holds no title. Films are called Unknown, Various, None: blanks and marks are none."""
    return not any(c.isalnum() for c in cell) or cell.strip() in ("\\N", "N/A", "n/a", "NaN", "nan", "NULL")


def _first(cell: str) -> str:
    """The first words of a cell that holds a list, else the cell."""
    return next(iter(words_of(cell)), "")


def _read_first(cell: str, read: Callable[[str], str | None]) -> str | None:
    """What `read` makes of a cell, of the first string of its list that it can read, or of its words
    before a bracket ("122 minutes (festival)").
    """
    for words in words_of(cell)[:_MOST_VALUES]:
        found = read(words) or read(_BRACKET.sub("", words).strip())
        if found:
            return found
    return None


def _is_beginning(one: str, other: str) -> bool:
    """Whether one of two titles begins with the other."""
    left, right = _squeeze(one), _squeeze(other)
    return left.startswith(right) or right.startswith(left)


def _squeeze(title: str) -> str:
    return fold(title).replace(" ", "")


def _title_of_address(address: str) -> str:
    """The title that a Wikipedia address names: "Alice_(1990_film)" is Alice.

    >>> _title_of_address("https://en.wikipedia.org/wiki/Alice_(1990_film)")
    'Alice'
    """
    found = _ARTICLE.search(address)
    return _DISAMBIGUATED.sub("", unquote(found[1]).replace("_", " ")) if found else ""
