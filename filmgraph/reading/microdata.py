"""Microdata: what attributes of a page's elements say of a film (`itemprop="director"`).

After "Microdata" in the HTML Living Standard. A film's item is written down as JSON, as a script of
structured data would be, and heard as such: a voice of its own beside the page's text.
"""

from __future__ import annotations

import json
from typing import Any

_MOST = 20_000  # elements within one item
_DEEPEST = 16
_LONGEST = 300  # characters of a value; texts are read where they stand


class Item:
    """A film's item while the parser goes through it."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.top = _begin(attributes)
        self.items = [self.top]  # the open items, the film first
        # For each open element the property whose words it holds, and whether it is an item.
        self.open: list[tuple[list[str] | None, bool]] = [(None, True)]
        self.elements = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into an element; its words are a value where it names a property."""
        self.elements += 1
        name = attributes.get("itemprop", "")
        if name == "name" and self._is_within_words():
            name = ""  # not the film's: the director's, whose words are taken as they are
        words: list[str] | None = None
        opens = False
        if name and self.elements <= _MOST:
            if "itemscope" in attributes and len(self.items) < _DEEPEST:
                item, opens = _begin(attributes), True
                self._state(name, item)
                self.items.append(item)
            else:
                value = attributes.get("content") or attributes.get("datetime")
                words = [value] if value else []
                self._state(name, words)
                words = None if value or tag in ("meta", "link", "img", "script") else words
        self.open.append((words, opens))

    def _is_within_words(self) -> bool:
        """Whether a property of the open item that is no item is open: `<b itemprop="director">`."""
        for words, opens in reversed(self.open):
            if words is not None or opens:
                return words is not None
        return False

    def data(self, text: str) -> None:
        """Take words as they are shown."""
        for words, _ in self.open[-_DEEPEST:]:
            if words is not None:
                words.append(text)

    def end(self) -> bool:
        """Close an element; whether that was the item's own."""
        _, opens = self.open.pop()
        if opens:
            self.items.pop()
        return not self.open

    def write(self) -> str:
        """The item as JSON; "" where it says nothing but its type."""
        return json.dumps(_tidy(self.top), ensure_ascii=False) if len(self.top) > 1 else ""

    def _state(self, names: str, value: Any) -> None:
        for name in names.split():
            self.items[-1].setdefault(name, []).append(value)


def begins_film(attributes: dict[str, str]) -> bool:
    """Whether an element is an item of a film."""
    return "itemscope" in attributes and attributes.get("itemtype", "").rstrip("/").endswith("/Movie")


def _begin(attributes: dict[str, str]) -> dict[str, Any]:
    return {"@type": attributes.get("itemtype", "Thing").rstrip("/").rpartition("/")[2]}


def _tidy(value: Any) -> Any:
    """Lists of words as strings, lists of one as what they hold."""
    if isinstance(value, dict):
        return {name: _tidy(inner) for name, inner in value.items()}
    if isinstance(value, list):
        if all(isinstance(word, str) for word in value):
            words = " ".join("".join(value).split())
            return words if len(words) <= _LONGEST else ""
        held = [_tidy(inner) for inner in value]
        return held[0] if len(held) == 1 else held
    return value
