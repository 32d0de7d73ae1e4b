"""The records of a JSON text, each with its exact place: arrays, JSON lines, objects that hold an array.

Python's decoder reads one record at a time and says where it ends, so that a
record that is broken costs itself and no other. Numbers stay as they are
printed. Reading a file and finding row 12 of a stored one count records by the
same code: row n is the n-th record, broken ones included.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from filmgraph.model.document import Span

# NaN and Infinity are no JSON (RFC 8259); where they stand, nothing is said. Python refuses to read
# numbers of thousands of digits: here a number is the characters it is printed with.
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=lambda _: None)
_BLANK = re.compile(r"[\s\ufeff]*")
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.S)
_BEHIND = re.compile(r"\s*(?:,\s*[{\[]|\]|\Z)")
_NEXT_LINE = re.compile(r"\n\s*(?=[{\[])")
_FIRST_KEY = re.compile(r'\{\s*"((?:[^"\\]|\\.){1,200})"\s*:')
_SAMPLE_LINES = 20
# Keys by which an object is known for a film where it could as well hold films.
_TITLES = frozenset(("title", "film", "movie", "titre", "titel", "titolo", "título"))
_DEEPEST_HOLDER = 4
# Looking for the end of a broken record may cost so many times the text's length; then the next record
# is found by its first key alone. Keeps the time linear.
_SEARCHES = 5
_CANDIDATES = 200
# What Python's decoder says of broken JSON, in words for those who do not write any.
_FAULTS = {
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Expecting value": "a value is missing",
    "Expecting property name enclosed in double quotes": "a key in double quotation marks is missing",
    "Illegal trailing comma before end of object": "a comma stands before the closing bracket",
    "Illegal trailing comma before end of array": "a comma stands before the closing bracket",
}


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One record: its value (None where it is broken, with the reason in `wrong`), first line and place."""

    value: Any
    line: int
    span: Span
    wrong: str = ""


def find_json_records(text: str, holder: str = "") -> Iterator[JsonRecord]:
    """The records of a JSON text in order.

    They are the elements of its array, the values of JSON lines, or the elements of the array that an object
    holds (the largest one, or that at the dotted path `holder`); an object of objects gives its members,
    any other object is one record. Broken records are among them, without a value.

    >>> [r.value for r in find_json_records('{"n": 2, "films": [{"title": "Amour"}, {"title": }]}')]
    [{'title': 'Amour'}, None]
    """
    start = _BLANK.match(text).end()  # type: ignore[union-attr]
    if is_json_lines(text, start) and not holder:
        return _Reader(text).lines(start)
    if text.startswith("[", start) and not holder:
        return _Reader(text).elements(start)
    place = _find_holder(text, start, holder.split(".") if holder else [])
    if place is None:
        return _Reader(text).lines(start)
    return _Reader(text).elements(place) if text[place] == "[" else _Reader(text).members(place)


def turn_columns(text: str) -> str | None:
    """A table told column by column, `{"title": ["Amour"], "year": [2012]}`, as JSON lines; else None.

    Columns may be lists of one length, or objects with the same numbers as keys.

    >>> turn_columns('{"title": ["Amour", "Caché"], "year": {"0": 2012, "1": 2005}}')
    >>> turn_columns('{"title": ["Amour", "Caché"], "year": [2012, 2005]}')
    '{"title": "Amour", "year": "2012"}\\n{"title": "Caché", "year": "2005"}\\n'
    """
    start = _BLANK.match(text).end()  # type: ignore[union-attr]
    if not text.startswith("{", start):
        return None
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    if text[end:].strip() or not isinstance(value, dict) or not value:
        return None
    columns = list(value.values())
    if all(isinstance(c, dict) and c and all(k.isdigit() for k in c) for c in columns):
        keys = sorted({k for c in columns for k in c}, key=lambda k: (int(k[:18]), k))
        rows = ({name: c[k] for name, c in value.items() if k in c} for k in keys)
    elif all(isinstance(c, list) and len(c) == len(columns[0]) > 0 for c in columns):
        if len(columns) == 1 and isinstance(columns[0][0], dict | list):
            return None
        rows = (dict(zip(value, row, strict=True)) for row in zip(*columns, strict=True))
    else:
        return None
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def is_json_lines(text: str, start: int = 0) -> bool:
    """Whether the text is JSON lines: of its first lines most are a value by themselves, and several are."""
    lines: list[str] = []
    here = start
    while here < len(text) and len(lines) < _SAMPLE_LINES:
        end = text.find("\n", here)
        end = len(text) if end < 0 else end
        line = text[here:end].strip()
        here = end + 1
        if line:
            lines.append(line)
    whole = 0
    for line in lines:
        try:
            value, end = _DECODER.raw_decode(line)
        except (ValueError, RecursionError):
            continue
        whole += isinstance(value, dict | list) and end == len(line)
    return len(lines) > 1 and whole * 2 >= len(lines)


def _find_holder(text: str, start: int, path: list[str], depth: int = 0) -> int | None:
    """Where the array or object of records begins within the object at `start`; None where it is a record."""
    best: tuple[int, int] | None = None
    objects = 0
    members = 0
    for key, place, value in _find_members(text, start):
        members += 1
        found: tuple[int, int] | None = None
        if path and key != path[0]:
            continue
        if value is None and text[place] == "[":
            return place  # broken inside: the records, as far as one can see
        if path[1:] and isinstance(value, dict):
            return _find_holder(text, place, path[1:], depth + 1)
        if path:
            return place
        if isinstance(value, list) and value and all(isinstance(v, dict | list) for v in value[:5]):
            found = len(value), place
        elif isinstance(value, dict) and value:
            objects += 1
            inner = _find_holder(text, place, [], depth + 1) if depth < _DEEPEST_HOLDER else None
            if inner is not None and text[inner] == "[":
                found = len(value), inner
        if found and (best is None or found[0] > best[0]):
            best = found
    if best is not None and not _is_film(text, start, best[1]):
        return best[1]
    return start if objects and objects == members else None


def _is_film(text: str, start: int, records: int) -> bool:
    """Whether an object is a film itself, whose arrays are its cast and crew, and no holder of films."""
    own = {key.casefold() for key, _, value in _find_members(text, start) if isinstance(value, str)}
    inner = next(_Reader(text).elements(records), None)
    keys = {k.casefold() for k in inner.value} if inner and isinstance(inner.value, dict) else set()
    return not own.isdisjoint(_TITLES) and keys.isdisjoint(_TITLES)


def _find_members(text: str, start: int) -> Iterator[tuple[str, int, Any]]:
    """The members of an object as (key, place of the value, value); a broken value is None and the last."""
    here = start + 1
    while True:
        here = _BETWEEN.match(text, here).end()  # type: ignore[union-attr]
        if not text.startswith('"', here):
            return
        try:
            key, here = _DECODER.raw_decode(text, here)
        except ValueError:
            return
        here = _BLANK.match(text, here).end()  # type: ignore[union-attr]
        if not text.startswith(":", here):
            return
        here = _BLANK.match(text, here + 1).end()  # type: ignore[union-attr]
        if here >= len(text):
            return
        try:
            value, end = _DECODER.raw_decode(text, here)
        except (ValueError, RecursionError):
            yield key, here, None
            return
        yield key, here, value
        here = end


def _fault(said: str) -> str:
    """Why a record is broken, as `said` by Python's decoder."""
    return f"broken JSON, {_FAULTS[said]}" if said in _FAULTS else f"broken JSON ({said})"


class _Reader:
    """Reads records one after the other, and finds the next where one is broken."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.budget = _SEARCHES * len(text) + 100_000
        self.counted = (0, 1)  # an offset and its line
        self.first_key = ""  # of the records so far, and the keys of the last good one
        self.keys: set[str] = set()

    def lines(self, here: int) -> Iterator[JsonRecord]:
        """Values one after the other, as in JSON lines; a broken one ends with its line."""
        while (here := _BETWEEN.match(self.text, here).end()) < len(self.text):  # type: ignore[union-attr]
            value, end, wrong = self._decode(here)
            if wrong:
                found = _NEXT_LINE.search(self.text, here)
                end = found.start() if found else len(self.text)
            yield self._record(value, here, end, wrong)
            here = end

    def elements(self, start: int) -> Iterator[JsonRecord]:
        """The elements of the array at `start`."""
        here = start + 1
        while (here := _BETWEEN.match(self.text, here).end()) < len(self.text):  # type: ignore[union-attr]
            if self.text[here] in "]}":
                return
            value, end, wrong = self._decode(here)
            if wrong:
                end = self._find_end(here)
            elif isinstance(value, dict) and value:
                self.first_key, self.keys = next(iter(value)), set(value)
            yield self._record(value, here, end, wrong)
            here = end

    def members(self, start: int) -> Iterator[JsonRecord]:
        """The objects that the object at `start` holds, each with its key under "id"."""
        for key, place, value in _find_members(self.text, start):
            if not isinstance(value, dict):
                yield self._record(None, place, self._find_end(place), "this is no object")
                continue
            _, end = _DECODER.raw_decode(self.text, place)
            yield self._record({"id": key, **value}, place, end, "")

    def _decode(self, here: int) -> tuple[Any, int, str]:
        try:
            value, end = _DECODER.raw_decode(self.text, here)
        except RecursionError:
            return None, here, "nested too deep to be read"
        except ValueError as error:
            return None, here, self._explain(error)
        return value, end, ""

    def _explain(self, error: ValueError) -> str:
        if not isinstance(error, json.JSONDecodeError):
            return f"broken JSON ({error})"
        if error.pos >= len(self.text.rstrip()) or error.msg.startswith("Unterminated string"):
            return "the file ends amid this record" if self._ends_open(error.pos) else _fault(error.msg)
        return f"{_fault(error.msg)}, line {self._line(error.pos)}"

    def _ends_open(self, position: int) -> bool:
        return '"' not in self.text[position + 1 :]

    def _find_end(self, here: int) -> int:
        """Where a broken record ends: before what looks like the next, else at its last bracket."""
        end = self._find_last_bracket(here)
        own = _FIRST_KEY.match(self.text, here)
        first = self.first_key or (own[1] if own else "")
        if first:
            again = re.compile(r'\{\s*"' + re.escape(first) + r'"\s*:')
            for found in islice(again.finditer(self.text, here + 1, end), _CANDIDATES):
                if self._looks_like_record(found.start()):
                    return here + len(self.text[here : found.start()].rstrip(" \t\r\n,"))
        return end

    def _find_last_bracket(self, here: int) -> int:
        """Where the brackets that open at `here` are closed, the end of the text where they are not."""
        depth, end = 0, here
        while self.budget > 0:
            token = _TOKEN.search(self.text, end)
            if token is None:
                self.budget -= len(self.text) - end
                break
            self.budget -= token.end() - end
            end = token.end()
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token.group(), 0)
            if depth <= 0:
                if _BEHIND.match(self.text, end):
                    return end - (depth < 0)
                break
        return len(self.text)

    def _looks_like_record(self, place: int) -> bool:
        """Whether an object has the keys of the records before it; those within a record have others."""
        try:
            value, _ = _DECODER.raw_decode(self.text, place)
        except (ValueError, RecursionError):
            return False
        return not self.keys or 2 * len(self.keys & value.keys()) >= len(self.keys | value.keys())

    def _record(self, value: Any, start: int, end: int, wrong: str) -> JsonRecord:
        stop = start + len(self.text[start:end].rstrip())
        return JsonRecord(value, self._line(start), Span(start, stop), wrong)

    def _line(self, offset: int) -> int:
        known, line = self.counted if self.counted[0] <= offset else (0, 1)
        self.counted = offset, line + self.text.count("\n", known, offset)
        return self.counted[1]
