"""Frozen values to JSON and back, so that facts can be stored and carried between machines.

Only what the model uses is understood: dataclasses, tuples, strings, numbers, None.
Fields at their default are left out.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import lru_cache
from typing import Any, TypeVar

from filmgraph.model.facts import Evidence

T = TypeVar("T")


def to_data(value: Any, *, row_texts: bool = True) -> Any:
    """`value` as dicts, lists, strings and numbers, ready for `json.dumps`.

    Without `row_texts` the quotes of rows are left empty: the row itself is at hand in its document, and a
    row of a film with its whole cast would be said again for each name in it.
    """
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, tuple | list):
        return [to_data(v, row_texts=row_texts) for v in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        data = {
            name: to_data(v, row_texts=row_texts)
            for name, default in _defaults(type(value))
            if (v := getattr(value, name)) is not default and v != default
        }
        if not row_texts and isinstance(value, Evidence) and value.row is not None:
            data["quote"] = ""
        return data
    return value


def from_data(kind: type[T], data: Any) -> T:
    """The value of dataclass `kind` that `to_data` wrote; raises KeyError or TypeError on other data."""
    return typing.cast(T, _build(kind, data))


def _build(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        fields = _fields(kind)
        return kind(**{name: _build(fields[name], value) for name, value in data.items()})
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if data is None:
            return None
        return _build(next(a for a in typing.get_args(kind) if a is not type(None)), data)
    if origin is tuple:
        inner = typing.get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_build(inner[0], v) for v in data)
        return tuple(_build(i, v) for i, v in zip(inner, data, strict=True))
    return data


@lru_cache(maxsize=64)
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


@lru_cache(maxsize=64)
def _fields(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
