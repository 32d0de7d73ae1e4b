"""JSON whose every value knows where it stands, so that what it says can be quoted.

Python's own reader keeps no places. This one is one pass without recursion:
time and memory grow with the length of the text, not with its depth. It forgives
what sites get wrong most: line ends within strings, a comma too many, what stands behind the
last bracket. Anything else that is broken is not read at all.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape

_DEEPEST = 64
MOST_TOKENS = 50_000
_TOKEN = re.compile(
    r'\s*(?:(?P<string>"[^"\\]*(?:\\.[^"\\]*)*")|(?P<mark>[{}\[\],:])|(?P<word>[-+\w.]+))', re.S
)
_BREAKS = re.compile(r"[\r\n\t]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a JSON text. `start` and `end` are its place, its key included where it has one."""

    value: dict[str, Node] | list[Node] | str
    start: int
    end: int

    @property
    def members(self) -> dict[str, Node]:
        """The members of an object; none of anything else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def text(self) -> str:
        """The words of a string or number, blanks made plain; "" for anything else."""
        return " ".join(unescape(self.value).split()) if isinstance(self.value, str) else ""


@dataclass(slots=True)
class _Open:
    """An object or list that is being read; `key` is the last key of an object, still without its value."""

    value: dict[str, Node] | list[Node]
    start: int
    key: str | None = None
    key_start: int = 0


def read_json(text: str, start: int, end: int, most: int = MOST_TOKENS) -> Node | None:
    """The value that stands in `text` from `start` on; None where it is broken, too deep or too large."""
    stack: list[_Open] = []
    position = start
    for _ in range(most):
        token = _TOKEN.match(text, position, end)
        if token is None:
            return None
        position = token.end()
        mark = token["mark"]
        if mark in ("{", "["):
            at = stack[-1].key_start if stack and stack[-1].key is not None else token.start("mark")
            stack.append(_Open({} if mark == "{" else [], at))
            if len(stack) > _DEEPEST:
                return None
            continue
        if mark in (",", ":"):
            continue
        if mark:
            if not stack or isinstance(stack[-1].value, dict) != (mark == "}"):
                return None
            done = stack.pop()
            node = Node(done.value, done.start, position)
        else:
            plain = _read_plain(token, stack[-1] if stack else None)
            if plain is None:
                continue  # it is a key
            node = plain
        if not stack:
            return node
        if not _put(stack[-1], node):
            return None
    return None


def _read_plain(token: re.Match[str], within: _Open | None) -> Node | None:
    """A string or a word as a node; None for a string that is an object's key, which is remembered."""
    string = token["string"]
    if string is None:
        word = token["word"]
        value = "" if word in ("null", "true", "false") else word
        start = token.start("word")
    else:
        value = _decode(string)
        start = token.start("string")
        if within is not None and within.key is None and isinstance(within.value, dict):
            within.key, within.key_start = value, start
            return None
    if within is not None and within.key is not None:
        start = within.key_start
    return Node(value, start, token.end())


def _decode(string: str) -> str:
    if "\\" not in string:
        return string[1:-1]
    try:
        value: str = json.loads(_BREAKS.sub(" ", string))
    except ValueError:
        return ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _put(within: _Open, node: Node) -> bool:
    """Put a value where it belongs; False where an object has no key for it."""
    if isinstance(within.value, list):
        within.value.append(node)
        return True
    if within.key is None:
        return False
    within.value[within.key] = node
    within.key = None
    return True
