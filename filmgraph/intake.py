"""Taking files in: each is read, its text and facts are kept in the store, and what was left out is told."""

from __future__ import annotations

import json
import os
import shlex
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.errors import ReadError, StoreError
from filmgraph.model.document import Document
from filmgraph.model.facts import FilmFacts
from filmgraph.model.serial import from_data, to_data

if TYPE_CHECKING:
    from filmgraph.model.sources import SourceRecord
    from filmgraph.model.tables import TableMap
    from filmgraph.store import StoreWriter

_SHOWN_ERRORS = 20
_SHOWN_GONE = 5
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why, in a sentence."""

    path: str
    why: str

    def __str__(self) -> str:
        return self.why if self.path in self.why else f"{self.path}: {self.why}"


def extract_file(
    path: Path, origin: str | None = None, table_map: TableMap | None = None
) -> tuple[Document, tuple[FilmFacts, ...]]:
    """The document at `path` and what it says; raises ReadError where the file cannot be read.

    `table_map` is the mapping for tables whose headers do not say what they mean.
    """
    from filmgraph.extraction import extract_facts
    from filmgraph.reading import read_document

    document = read_document(path, origin, table_map)
    return document, extract_facts(document)


def origin_of(path: Path, store: Path) -> str:
    """How the store names a file: relative to the folder that holds the store, so both can move together.

    Bytes of a name that are no UTF-8 are written as `\\xe9`: no two files share a name.
    """
    home, full = store.resolve().parent, path.resolve()
    shown = full.relative_to(home) if full.is_relative_to(home) else full
    return os.fsencode(shown.as_posix()).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of reading files: sources, files left out, remarks, broken records, passages not read."""

    sources: tuple[SourceRecord, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unread: int = 0


def read_all(
    files: Sequence[Path],
    store: Path,
    writer: StoreWriter,
    progress: Progress | None,
    table_map: TableMap | None = None,
) -> Intake:
    """Read and keep files."""
    sources: list[SourceRecord] = []
    skipped: list[Skipped] = []
    notes: list[str] = []
    wrong: list[str] = []
    unread = 0
    for done, path in enumerate(files):
        if progress:
            progress("reading", done, len(files))
        try:
            document, facts = extract_file(path, origin_of(path, store), table_map)
        except ReadError as error:
            skipped.append(Skipped(str(path), str(error)))
            continue
        except Exception as error:
            # A fault of ours in one document must not cost a person the other thousand.
            fault = f"{type(error).__name__}: {error}"
            why = f"reading it failed in a way filmgraph did not expect ({fault}); please report it"
            skipped.append(Skipped(str(path), why))
            continue
        if why := _unusable(document, facts):
            skipped.append(Skipped(str(path), why))
            continue
        notes += [f"{path}: {note}" for note in document.notes]
        wrong += [f"{path}: {reason}" for reason in (*document.wrong, *list_errors(document, facts))]
        unread += sum(len(film.unread) for film in facts)
        sources.append(_keep(document, facts, writer))
    if progress:
        progress("reading", len(files), len(files))
    return Intake(tuple(sources), tuple(skipped), tuple(notes), tuple(wrong), unread)


def list_errors(document: Document, facts: Sequence[FilmFacts]) -> list[str]:
    """What is wrong in the rows of a table, each with its line; of many the first, and how many more."""
    errors = sorted(
        (passage for film in facts for passage in film.unread if passage.section == "error"),
        key=lambda passage: passage.span,
    )
    shown = [f"line {_line(document, e.span.start)}: {e.reason}" for e in errors[:_SHOWN_ERRORS]]
    more = len(errors) - len(shown)
    return [*shown, f"and {more} more like these"] if more else shown


def _line(document: Document, offset: int) -> str:
    """Where an offset stands: its line, and in JSON, which may be all one line, the record."""
    line = str(document.text.count("\n", 0, offset) + 1)
    if "json" not in document.media_type:
        return line
    at = bisect_right(document.rows, offset, key=lambda row: row.span.start) - 1
    return f"{line}, record {document.rows[at].number}"


def say_kept(skipped: Sequence[Skipped], known: Container[str], store: Path) -> tuple[Skipped, ...]:
    """The files left out, those that the store holds as they were with what became of that."""
    return tuple(
        replace(file, why=f"{file.why}; what it said before is kept, {_how_to_remove([file.path])}")
        if origin_of(Path(file.path), store) in known
        else file
        for file in skipped
    )


def find_copies(read: Iterable[SourceRecord], known: Iterable[SourceRecord]) -> tuple[str, ...]:
    """A note on each file just read whose text stands in another, too: the two are one document."""
    first: dict[str, str] = {}
    for source in known:
        first.setdefault(source.sha256, source.origin)
    held = {source.origin for source in known}
    notes = []
    for source in read:
        if first.setdefault(source.sha256, source.origin) != source.origin and source.origin not in held:
            notes.append(f"{source.origin} has the text of {first[source.sha256]}; the two count as one")
    shown = notes[:_SHOWN_GONE]
    return (
        (*shown, f"and {len(notes) - _SHOWN_GONE:,} more such copies")
        if len(notes) > len(shown)
        else (*shown,)
    )


def find_gone(
    folders: Iterable[Path], files: Iterable[Path], known: Iterable[str], store: Path
) -> tuple[str, ...]:
    """A note on files of the store from one of `folders`, which now hold `files`, and no longer them."""
    home = store.resolve().parent
    roots = [folder.resolve() for folder in folders if folder.is_dir()]
    missed = [
        origin
        for origin in known
        if any((home / origin).is_relative_to(root) for root in roots) and not (home / origin).exists()
    ]
    # A name that is no UTF-8 is written otherwise than the file bears it.
    there = {origin_of(path, store) for path in files} if missed else set()
    gone = [origin for origin in missed if origin not in there]
    if not gone:
        return ()
    those = "1 file is" if len(gone) == 1 else f"{len(gone):,} files are"
    return (
        f"{those} in the store and no longer in the folder; what was read is kept, {_how_to_remove(gone)}",
    )


def _how_to_remove(files: Sequence[str]) -> str:
    named = " ".join(map(shlex.quote, files[:_SHOWN_GONE]))
    more = f" and so on, {len(files)} in all," if len(files) > _SHOWN_GONE else ""
    return f"'filmgraph remove {named}'{more} takes it out"


def _unusable(document: Document, facts: Sequence[FilmFacts]) -> str:
    """Why nothing of a document can go into the graph, or "" where something can."""
    from filmgraph.extraction import is_sideways

    if document.media_type in ("application/n-triples", "application/ld+json") and not facts:
        return "it describes no film: films are nodes of type Movie of schema.org, with their names"
    if document.rows and not any(f.credits or f.source_works for f in facts) and is_sideways(document):
        return (
            "its columns seem to be films and its rows roles; a row has to be a film, or a credit: turn the "
            "table (a spreadsheet copies it and pastes it transposed) and add it again"
        )
    if document.rows and not any(f.credits or f.source_works for f in facts):
        return "no credit could be read in it; 'filmgraph add --explain' shows how its columns are understood"
    if document.rows and not any(f.first("title") or f.ids for f in facts):
        return "no column of it names a film; 'filmgraph add --explain' shows how they are understood"
    if not any(f.credits or f.source_works for f in facts):
        return "no credit could be read in it; is it a film review or a credit list?"
    if not any(f.first("title") or f.ids for f in facts):
        return "no film title could be read in it; begin it with a line such as 'Title: The Child'"
    return ""


def _keep(document: Document, facts: Sequence[FilmFacts], writer: StoreWriter) -> SourceRecord:
    """Store a document and its facts; the record that names them."""
    from filmgraph.model.sources import SourceRecord

    writer.put_document(document.text, document.sha256)
    lines = "".join(
        json.dumps(to_data(f, row_texts=False), ensure_ascii=False) + "\n" for f in facts
    ).encode()
    # Named by what they say, so that facts read anew by a better extractor count as a change.
    key = writer.put_facts(lines)
    return SourceRecord(
        origin=document.origin,
        sha256=document.sha256,
        media_type=document.media_type,
        rights=document.rights,
        title=document.title,
        language=document.language,
        facts_key=key,
    )


def read_facts(writer: StoreWriter, source: SourceRecord) -> list[FilmFacts]:
    """The facts stored for a source; raises StoreError where they are missing or damaged."""
    lines = writer.read_facts(source.facts_key)
    try:
        return [from_data(FilmFacts, json.loads(line)) for line in lines.decode().split("\n") if line]
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(
            f"The store is damaged: the facts of {source.origin} cannot be read ({error}). "
            "Take the source out with 'filmgraph remove' and add it again."
        ) from error
