"""What cells hold where they hold JSON: lists and objects, as in TMDb's tables and in JSON files."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=lambda _: None)
_OPENING = re.compile(r"\s*(?:\[\s*(?:[\[{\"'\d\-tfn\]])|\{\s*[\"'}])")
_KEY = re.compile(r"\s*\[?\s*\{\s*[\"']\w+[\"']\s*:")
# Lists printed by Python, with single quotes: `[{'name': 'Ann Lee'}]`. Its parser is slow on large ones.
_LARGEST_PYTHON = 2_000_000
_DEEPEST = 4


def is_json(cell: str) -> bool:
    """Whether a cell seems to hold a list or an object, in JSON or as Python prints one."""
    return cell[:1] in "[{" and _OPENING.match(cell) is not None


def is_broken_json(cell: str) -> bool:
    """Whether a cell was meant to hold objects, by its first key, and cannot be read.

    >>> is_broken_json('[{"name": "Ann Lee"}'), is_broken_json('[{"name": "Ann Lee"}]')
    (True, False)
    """
    return _KEY.match(cell) is not None and read_json_cell(cell) is None


@lru_cache(maxsize=64)
def read_json_cell(cell: str) -> Any:
    """The value of a cell that holds a list or object; None where it is none or broken. Numbers stay text.

    >>> read_json_cell('[{"id": 7, "name": "Ann Lee"}]'), read_json_cell("[{'name': 'Ann Lee'}]")
    ([{'id': '7', 'name': 'Ann Lee'}], [{'name': 'Ann Lee'}])
    """
    if not is_json(cell):
        return None
    try:
        return _DECODER.decode(cell)
    except (ValueError, RecursionError):
        pass
    if "'" not in cell or len(cell) > _LARGEST_PYTHON:
        return None
    try:
        return _as_text(ast.literal_eval(cell.strip()))
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _as_text(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(v) for v in value]
    return value if value is None or isinstance(value, bool | str) else str(value)


def flatten(value: Any, depth: int = 0) -> Iterator[str | dict[str, Any]]:
    """The strings and objects of a value, lists within lists laid flat."""
    if isinstance(value, str | dict):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from flatten(one, depth + 1)


def words_of(cell: str) -> list[str]:
    """The plain words of a cell: of a list its strings, of objects their names; else the cell itself.

    >>> words_of('[{"iso_3166_1": "FR", "name": "France"}]'), words_of('["95 min", "[1]"]'), words_of("95")
    (['France'], ['95 min', '[1]'], ['95'])
    """
    if not is_json(cell):
        return [cell]
    found = []
    for one in flatten(read_json_cell(cell)):
        word = one if isinstance(one, str) else one.get("name") or one.get("title") or one.get("value")
        if isinstance(word, str):
            found.append(word)
    return found
