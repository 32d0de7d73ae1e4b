"""A source as the store lists it: what was read, from where, and under what terms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SourceRecord:
    """One source of a store.

    `origin` (a path or a URL) names the source: a file read again at a known
    origin supersedes its former self. `sha256` is the hex digest of the stored
    text and names the document, `file_sha256` that of the file's own bytes, so
    that an unchanged file is known without reading it anew. `facts_key` finds the
    extracted facts; `size` is the file's size in bytes.
    `dump` is the origin of the dump that the file belongs to: its text is not stored,
    since its rows are kept with what was loaded from it; `modified` is the file's time
    (nanoseconds) when it was read, `options` how it was asked to be read.
    """

    origin: str
    sha256: str
    media_type: str
    rights: str = ""
    language: str = ""
    title: str = ""
    facts_key: str = ""
    file_sha256: str = ""
    size: int = 0
    dump: str = ""
    modified: int = 0
    options: str = ""
