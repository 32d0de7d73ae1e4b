"""Frozen values to JSON and back, so that facts can be stored and carried between machines.

Only what the model uses is understood: dataclasses, tuples, strings, numbers, None.
Fields at their default are left out.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable
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
    build = _builder(typing.cast(Hashable, kind))
    return typing.cast(T, build(data) if build else data)


_Build = Callable[[Any], Any]


@lru_cache(maxsize=256)
def _builder(kind: Any) -> _Build | None:
    """What makes a value of type `kind` from data; None where the data is the value."""
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass_builder(kind)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _builder(next(a for a in typing.get_args(kind) if a is not type(None)))
        return None if inner is None else lambda data: None if data is None else inner(data)
    return _tuple_builder(typing.get_args(kind)) if origin is tuple else None


@lru_cache(maxsize=64)
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


def _dataclass_builder(kind: type) -> _Build:
    builders = {name: _builder(hint) for name, hint in typing.get_type_hints(kind).items()}

    def build(data: Any) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"a {kind.__name__} is an object, not {data!r:.60}")
        given = {name: (b(value) if (b := builders[name]) else value) for name, value in data.items()}
        return kind(**given)

    return build


def _tuple_builder(parts: tuple[Any, ...]) -> _Build:
    if len(parts) == 2 and parts[1] is Ellipsis:
        item = _builder(parts[0])
        return tuple if item is None else lambda data: tuple([item(value) for value in data])
    items = [_builder(part) for part in parts]
    return lambda data: tuple(b(v) if b else v for b, v in zip(items, data, strict=True))
