"""Nodes of structured data (JSON-LD, schema.org): their types, values, names, and which are the page's films.

A context is never fetched: names of types and properties count by their last part.
References by `@id` are followed within the page; roles that stand between a film
and a person are unrolled.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.structured.json_places import Node

_MOST = 20_000
_ARTICLES = ("Article", "BlogPosting")


class Held(NamedTuple):
    """A value of a property: where its quote begins, and the role that stands between, where one does."""

    node: Node
    start: int
    role: Node | None = None


class Nodes:
    """The nodes of a page's structured data: its `films`, the `reviews` of them, its `articles`.

    In a file of its own (`is_file`) lists hold its films, where on a page they lead to others.
    """

    def __init__(self, tops: Sequence[Node], *, is_file: bool = False) -> None:
        self.most = sys.maxsize if is_file else _MOST
        self.leads = ("@graph", *load_lines("structured")["film_of"])
        if is_file:
            self.leads += load_lines("structured")["film_in_file"]
        self.by_id: dict[str, Node] = {}
        self.films: list[Node] = []
        self.reviews: list[Node] = []
        self.articles: list[Node] = []
        self._name_nodes(tops)
        self._find_roots(tops)

    def _name_nodes(self, tops: Sequence[Node]) -> None:
        waiting = deque(tops)
        for _ in range(self.most):
            if not waiting:
                return
            node = waiting.popleft()
            if isinstance(node.value, list):
                waiting.extend(node.value)
            members = node.members
            own = members.get("@id")
            if own is not None and len(members) > 2:
                self.by_id.setdefault(own.text, node)
            waiting.extend(m for m in members.values() if not isinstance(m.value, str))

    def _find_roots(self, tops: Sequence[Node]) -> None:
        """Films, reviews and articles at the top, and the films that they are about; lists lead elsewhere."""
        waiting = deque(tops)
        seen: set[int] = set()
        for _ in range(self.most):
            if not waiting:
                return
            node = self.follow(waiting.popleft())
            if node.start in seen:
                continue
            seen.add(node.start)
            if isinstance(node.value, list):
                waiting.extend(node.value)
                continue
            names = types_of(node)
            if "Movie" in names:
                self.films.append(node)
                continue
            if any(name.endswith("Review") for name in names):
                self.reviews.append(node)
            elif any(name.endswith(_ARTICLES) for name in names):
                self.articles.append(node)
            waiting.extend(node.members[key] for key in self.leads if key in node.members)

    def follow(self, node: Node) -> Node:
        """The node that a mere reference names; any other node itself."""
        own = node.members.get("@id")
        if own is None or len(node.members) > 2 or "name" in node.members:
            return node
        return self.by_id.get(own.text, node)

    def values(self, node: Node, key: str) -> Iterator[Held]:
        """The values of a property; a role between holds its own under the same key."""
        member = node.members.get(key)
        if member is None:
            return
        items = member.value if isinstance(member.value, list) else [member]
        for item in items:
            found = self.follow(item)
            start = member.start if item is member or item is items[0] else item.start
            if found is not item:
                start = found.start
            inner = found.members.get(key)
            if inner is not None and any(name.endswith("Role") for name in types_of(found)):
                for deep in inner.value if isinstance(inner.value, list) else [inner]:
                    yield Held(self.follow(deep), start, found)
            elif not isinstance(found.value, list):
                yield Held(found, start)

    def words(self, node: Node, keys: Iterable[str]) -> Iterator[tuple[str, Held]]:
        """The words of properties: strings, names of nodes."""
        for key in keys:
            for held in self.values(node, key):
                words = name_of(held.node)
                if words:
                    yield words, held


def types_of(node: Node) -> tuple[str, ...]:
    """The types of a node, by the last part of their names ("http://schema.org/Movie" is a "Movie")."""
    stated = node.members.get("@type")
    if stated is None:
        return ()
    items = stated.value if isinstance(stated.value, list) else [stated]
    return tuple(item.text.replace(":", "/").rpartition("/")[2] for item in items)


def name_of(node: Node) -> str:
    """The words of a string, or the name of a node; "" for addresses and for what has no name."""
    for _ in range(4):
        if isinstance(node.value, str):
            return "" if "://" in node.text or "<" in node.text else node.text
        if isinstance(node.value, list):
            if not node.value:
                return ""
            node = node.value[0]
            continue
        inner = node.members.get("name") or node.members.get("@value")
        if inner is None:
            return ""
        node = inner
    return ""
