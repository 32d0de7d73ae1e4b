"""Clusters of items that may be joined and may be forbidden to join: a union-find with prohibitions."""

from __future__ import annotations


class Clusters:
    """Items 0 to `count` - 1, each in a cluster of its own until joined.

    `forbid` holds for clusters: what two items may not do, no two clusters that
    hold them may do. The root of a cluster is its smallest item, so that the
    outcome does not depend on the order of equal joins.
    """

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._members: dict[int, list[int]] = {}
        self._foes: dict[int, set[int]] = {}

    def find(self, item: int) -> int:
        """The root of the cluster that holds `item`."""
        parent = self._parent
        root = item
        while parent[root] != root:
            root = parent[root]
        while parent[item] != root:
            parent[item], item = root, parent[item]
        return root

    def members(self, item: int) -> list[int]:
        """The items in the cluster of `item`, sorted."""
        root = self.find(item)
        return sorted(self._members.get(root, [root]))

    def forbid(self, left: int, right: int) -> None:
        """Keep two items apart from now on; no effect on items that are joined already."""
        a, b = self.find(left), self.find(right)
        if a != b:
            self._foes.setdefault(a, set()).add(b)
            self._foes.setdefault(b, set()).add(a)

    def forbidden(self, left: int, right: int) -> bool:
        """Whether the clusters of two items may not be joined."""
        return self.find(right) in self._foes.get(self.find(left), ())

    def has_foes(self, item: int) -> bool:
        """Whether the cluster of `item` may not be joined with some other."""
        return bool(self._foes.get(self.find(item)))

    def join(self, left: int, right: int) -> bool:
        """Join the clusters of two items; True where they were two and are now one."""
        a, b = sorted((self.find(left), self.find(right)))
        if a == b or b in self._foes.get(a, ()):
            return False
        self._parent[b] = a
        self._members.setdefault(a, [a]).extend(self._members.pop(b, [b]))
        for foe in self._foes.pop(b, ()):
            self._foes[foe].discard(b)
            self._foes[foe].add(a)
            self._foes.setdefault(a, set()).add(foe)
        return True

    def roots(self) -> list[int]:
        """The root of each cluster, sorted."""
        return [i for i, parent in enumerate(self._parent) if parent == i]
