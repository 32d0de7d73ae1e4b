"""What a reader is given, and what a reader is."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from filmgraph.model.document import Document
from filmgraph.model.tables import TableMap

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file. `name` is its path as it may be printed, `origin` the caller's word for it.

    `table_map` says how its table is to be read, where somebody says so.
    """

    name: str
    data: bytes
    origin: str | None = None
    table_map: TableMap | None = None

    def place(self, stated: str = "") -> str:
        """Where the document came from: the caller's word, else a web address stated in it, else its path."""
        address = stated if re.match(r"https?://\S+$", stated) else ""
        return self.origin or address or self.name


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file: how to know it and how to read it.

    `suffixes` are in lower case with their dot ("" is a file without one).
    `recognizes` looks at a file's first bytes and claims it whatever its suffix.
    `max_bytes` is the size beyond which a file is refused unread. `read` raises
    ReadError with the file's name where nothing can be made of it.
    """

    name: str
    suffixes: frozenset[str]
    max_bytes: int
    recognizes: Callable[[bytes], bool]
    read: Callable[[Source], Document]


def never(head: bytes) -> bool:
    """Claims no file: for kinds that have no mark of their own and go by their suffix."""
    return False


def hash_text(text: str) -> str:
    """The SHA-256 of a stored text in UTF-8, as hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def print_path(path: Path) -> str:
    """A path as it can be shown on one line and written as UTF-8, whatever bytes it is made of."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown)
