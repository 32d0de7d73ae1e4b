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

T = TypeVar("T")


def to_data(value: Any) -> Any:
    """`value` as dicts, lists, strings and numbers, ready for `json.dumps`."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_data(v)
            for f in dataclasses.fields(value)
            if (v := getattr(value, f.name)) != f.default or f.default is dataclasses.MISSING
        }
    if isinstance(value, tuple | list):
        return [to_data(v) for v in value]
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
def _fields(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
