"""Which film a row of a credit list is about, and what the row states of it."""

from __future__ import annotations

from collections.abc import Iterator

from filmgraph.extraction.cells import (
    LONGEST_WORDS,
    is_nothing,
    read_film_id,
    read_minutes,
    read_year,
    split_title,
    split_values,
)
from filmgraph.extraction.columns import Line
from filmgraph.model.names import fold_title

_SCHEMES = ("imdb", "wikidata", "tmdb", "film")
# The columns that tell one film from another.
IDENTIFYING = ("title", "year", *(f"{scheme}_id" for scheme in _SCHEMES))
FILM_COLUMNS = (*IDENTIFYING, "original_title", "alternative_title", "runtime", "country", "language")


def find_film(line: Line) -> tuple[str, dict[str, str]] | None:
    """The key of a row's film within its list, and its external ids by scheme; None where it names none.

    The key is an external id, else the list's own id of the film, else title
    and year. A list without any such column is about one film.
    """
    ids: dict[str, str] = {}
    for scheme in _SCHEMES:
        cell = line.get(f"{scheme}_id")
        found = read_film_id(cell, scheme) if cell else None
        if found:
            ids.setdefault(*found)
    own, title = line.get("film_id"), line.get("title")
    if ids:
        scheme = next(iter(ids))
        return f"{scheme}:{ids[scheme]}", ids
    if own:
        return f"id:{own}", ids
    if not is_nothing(title) and len(title) <= LONGEST_WORDS:
        title, year = split_title(title)
        return f"{fold_title(title) or title}|{read_year(line.get('year')) or year or ''}", ids
    has_column = any(line.sheet.at(meaning) >= 0 for meaning in IDENTIFYING if meaning != "year")
    return None if has_column else ("1", ids)


def find_film_data(line: Line) -> Iterator[tuple[str, str]]:
    """What a row states of its film, as (field of `Stated`, value)."""
    title, year = split_title(line.get("title"))
    values: list[tuple[str, str | None]] = [("title", title), ("original_title", line.get("original_title"))]
    values += [("alternative_title", line.cell(i)) for i in line.sheet.every("alternative_title")]
    values += [
        ("year", read_year(line.get("year")) or year),
        ("runtime_min", read_minutes(line.get("runtime"))),
    ]
    for meaning in ("country", "language"):
        values += [(meaning, value) for value in split_values(line.get(meaning))]
    short = ((name, value) for name, value in values if value and len(value) <= LONGEST_WORDS)
    return ((name, value) for name, value in short if not is_nothing(value))


def find_wrong_data(line: Line) -> Iterator[tuple[int, str]]:
    """The cells of years and running times that are none, as (column, reason)."""
    for meaning, read in (("year", read_year), ("runtime", read_minutes)):
        cell = line.get(meaning)
        if not is_nothing(cell) and read(cell) is None:
            shown = cell if len(cell) <= 40 else cell[:39] + "…"
            yield line.sheet.at(meaning), f"“{shown}” is no {'year' if meaning == 'year' else 'running time'}"
