"""Mappings for tables: what their columns and role words mean where headers do not say so.

A mapping is a TOML file, ours in the folder `maps/`, anybody's by its path:

    delimiter = "|"                      # what divides the cells, where the file does not tell
    header = ["title", "role", "name"]   # the columns of a file without a header row
    [columns]                            # a column, by its header: its meaning, a role, or "ignore"
    "Spielleitung" = "director"
    "crew.job" = "role"                  # the key "job" in the objects of the column "crew"
    [roles]                              # words of the role column: a role, a meaning, or "ignore"
    directed_by = "director"
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from filmgraph.catalogs.resources import find_folder
from filmgraph.catalogs.roles import load_roles
from filmgraph.errors import UsageError
from filmgraph.model.names import fold
from filmgraph.model.tables import IGNORE, TableMap

# What a column may mean beside a role. `patterns/columns.txt` lists the headers that say so.
MEANINGS = (
    "title", "original_title", "alternative_title", "year", "runtime", "country", "language", "source_title",
    "source_author", "source_kind", "imdb_id", "tmdb_id", "wikidata_id", "film_id", "address", "role", "job",
    "name", "given_name", "family_name",
    "credited_as", "kind", "character", "territory", "billing", "note", "person_id",
    "imdb_person_id", "tmdb_person_id", "wikidata_person_id", "credits",
)  # fmt: skip
# What a word of the role column may mean beside a role: the row then states this of the film.
STATED = (
    "title", "original_title", "alternative_title", "year", "runtime", "country", "language", "source_title",
    "source_author",
)  # fmt: skip
_KEYS = ("summary", "delimiter", "header", "quotes", "records", "headers", "columns", "roles")


def load_map(name: str) -> TableMap:
    """The mapping in the file `name`, or ours of that name.

    Raises UsageError, whose sentence names the file and the line or key, where there is none or it is
    not understood.
    """
    path = Path(name)
    known = load_maps()
    if not path.exists() and name in known:
        return known[name]
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})"
        ours = ", ".join(known)
        raise UsageError(f"The mapping {name} {why}; name a TOML file, or one of ours: {ours}.") from None
    return read_map(text, path.stem, str(path))


@cache
def load_maps() -> Mapping[str, TableMap]:
    """The mappings of the folder `maps/`, by name."""
    files = sorted(find_folder("maps").glob("*.toml"))
    return MappingProxyType({f.stem: read_map(f.read_text("utf-8"), f.stem, str(f)) for f in files})


def recognize_map(headers: Sequence[str]) -> TableMap | None:
    """The mapping of ours that a table with these headers asks for."""
    folded = {fold(header) for header in headers}
    fitting = [m for m in load_maps().values() if m.recognized_by and m.recognized_by <= folded]
    return max(fitting, key=lambda m: len(m.recognized_by), default=None)


def read_map(text: str, name: str, place: str) -> TableMap:
    """The mapping that `text` holds; raises UsageError with the `place` where it is not understood."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{place} is not TOML: {error}.") from None
    for key in data:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(_KEYS)}."
            raise UsageError(f"{place}: {key!r} is no key of a mapping; {hint}")
    delimiter = _text(data, "delimiter", place)
    if len(delimiter) > 1:
        raise UsageError(f"{place}: delimiter is one character, not {delimiter!r}.")
    return TableMap(
        name=name,
        summary=_text(data, "summary", place),
        delimiter=delimiter,
        header=_texts(data, "header", place),
        quotes=_truth(data, "quotes", place, default=True),
        records=_text(data, "records", place),
        columns=_meanings(data, "columns", (*MEANINGS, IGNORE), place),
        words=_meanings(data, "roles", (*STATED, IGNORE), place),
        recognized_by=frozenset(map(fold, _texts(data, "headers", place))),
    )


def _text(data: Mapping[str, Any], key: str, place: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise UsageError(f'{place}: {key} is a text in quotation marks, such as {key} = "…".')
    return value


def _truth(data: Mapping[str, Any], key: str, place: str, *, default: bool) -> bool:
    value = data.get(key, default)
    if not isinstance(value, bool):
        raise UsageError(f"{place}: {key} is true or false, not {value!r}.")
    return value


def _texts(data: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    values = data.get(key, [])
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise UsageError(f'{place}: {key} is a list of names, such as {key} = ["title", "director"].')
    return tuple(values)


def _meanings(data: Mapping[str, Any], key: str, known: tuple[str, ...], place: str) -> Mapping[str, str]:
    """The table `key`, folded words to what they mean; "ignore" may list the words to be left out."""
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise UsageError(f"{place}: {key} is a table: write [{key}] above its lines.")
    roles = load_roles().roles
    found: dict[str, str] = {}
    for word, meaning in table.items():
        if word == IGNORE and isinstance(meaning, list):
            found |= dict.fromkeys((fold(str(w)) for w in meaning), IGNORE)
        elif isinstance(meaning, str) and (meaning in known or meaning in roles):
            found[fold(word.replace(".", " "))] = meaning
        else:
            near = difflib.get_close_matches(str(meaning), (*known, *roles), 1)
            hint = f"did you mean {near[0]!r}?" if near else "it is no role of 'docs/ontology.md'."
            raise UsageError(f"{place}: {key} maps {word!r} to {meaning!r}, which is not known; {hint}")
    return MappingProxyType(found)
