"""A source as the store keeps it: where a document came from and what was read there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A file or address that was read.

    `origin` names it (a path relative to the store's folder, an absolute path,
    or a URL); `sha256` names the stored text; `facts_key` the stored facts.
    """

    origin: str
    sha256: str
    media_type: str
    rights: str = ""
    title: str = ""
    facts_key: str = ""
