"""The order of the stages: the only module that knows it.

Files become documents, documents facts, facts entities, entities quads, and
quads a published generation of the store. Every arrow is a value.
"""

from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.errors import FilmgraphError, ReadError, StoreError
from filmgraph.model.document import Document
from filmgraph.model.facts import FilmFacts
from filmgraph.model.serial import from_data, to_data

if TYPE_CHECKING:
    from filmgraph.layers import Overlay
    from filmgraph.model.decisions import Decision
    from filmgraph.model.entities import Dataset
    from filmgraph.model.knowledge import NameEntry
    from filmgraph.model.sources import SourceRecord
    from filmgraph.model.tables import TableMap
    from filmgraph.store import StoreWriter

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why, in a sentence."""

    path: str
    why: str

    def __str__(self) -> str:
        return self.why if self.path in self.why else f"{self.path}: {self.why}"


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `add` did: counts of files by what became of them, and of what the store now holds.

    `wrong` are the records of files that had to be left out, each with file and line.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unread: int = 0
    films: int = 0
    agents: int = 0
    credits: int = 0
    generation: int | None = None


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
    """How the store names a file: relative to the folder that holds the store, so both can move together."""
    home, full = store.resolve().parent, path.resolve()
    return full.relative_to(home).as_posix() if full.is_relative_to(home) else full.as_posix()


def add(
    paths: Sequence[Path], store: Path, progress: Progress | None = None, table_map: TableMap | None = None
) -> AddReport:
    """Read files and folders into the store at `store` and publish what it then holds.

    `table_map` is the mapping for tables whose headers do not say what they mean.

    A file that cannot be read is skipped and reported. A changed file
    supersedes its former self; an unchanged one costs nothing but its reading.
    Raises ReadError when not one file could be read, StoreError when the store
    cannot be written.
    """
    from filmgraph.reading import find_files
    from filmgraph.store import open_writer

    files = list(find_files(paths))
    if not files:
        where = ", ".join(str(p) for p in paths)
        raise ReadError(f"There is no file to read in {where}. Name a file or a folder that holds reviews.")
    fresh_store = not store.exists()
    try:
        with open_writer(store, create=True) as writer:
            known = {source.origin: source for source in writer.sources}
            read = _read_all(files, store, writer, progress, table_map)
            changed = [s for s in read.sources if known.get(s.origin) != s]
            report = AddReport(
                added=sum(s.origin not in known for s in changed),
                changed=sum(s.origin in known for s in changed),
                unchanged=len(read.sources) - len(changed),
                skipped=read.skipped,
                notes=read.notes,
                wrong=read.wrong,
                unread=read.unread,
            )
            sources = known | {source.origin: source for source in read.sources}
            return publish(writer, list(sources.values()), report, progress)
    except ReadError:
        if fresh_store:
            # Nothing was published: an empty store left behind would look like one that lost its films.
            shutil.rmtree(store, ignore_errors=True)
        raise


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came of reading files: sources, files left out, remarks, broken records, passages not read."""

    sources: tuple[SourceRecord, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]
    wrong: tuple[str, ...]
    unread: int


def _read_all(
    files: Sequence[Path],
    store: Path,
    writer: StoreWriter,
    progress: Progress | None,
    table_map: TableMap | None = None,
) -> _Reading:
    """Read and keep files; raises ReadError when not one of them could be read."""
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
        if why := _unusable(facts):
            skipped.append(Skipped(str(path), why))
            continue
        notes += [f"{path}: {note}" for note in document.notes]
        wrong += [f"{path}: {reason}" for reason in document.wrong]
        unread += sum(len(film.unread) for film in facts)
        sources.append(_keep(document, facts, writer))
    if progress:
        progress("reading", len(files), len(files))
    if not sources:
        raise ReadError("Nothing was added:\n" + "\n".join(f"  {s}" for s in skipped))
    return _Reading(tuple(sources), tuple(skipped), tuple(notes), tuple(wrong), unread)


def _unusable(facts: Sequence[FilmFacts]) -> str:
    """Why nothing of a document can go into the graph, or "" where something can."""
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
    """The facts stored for a source."""
    lines = writer.read_facts(source.facts_key)
    if lines is None:
        raise StoreError(f"The facts of {source.origin} are missing in the store; add the file again.")
    return [from_data(FilmFacts, json.loads(line)) for line in lines.decode().split("\n") if line]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who over the sources and the ledger, and what of it is to be published.

    `dataset` speaks of all that the sources say and of what the base may mean by
    the same names; `overlay` is what that adds to the base, if there is one.
    """

    dataset: Dataset
    overlay: Overlay
    names: list[NameEntry]


def resolve_sources(
    writer: StoreWriter, sources: Sequence[SourceRecord], base: str = "", about: Iterable[str] = ()
) -> Resolved:
    """Who is who over all `sources`, the ledger, and the base with that key as far as they touch it.

    A document that stands at two places counts once. `about` are IRIs of the base that
    a decision is about to be made on.
    """
    from filmgraph.layers import Overlay, find_given, lay_over, weigh_names
    from filmgraph.rdf import build_name_entries
    from filmgraph.resolution import resolve

    read = [s for s in sources if not s.dump]
    distinct = {s.sha256: s for s in sorted(read, key=lambda s: s.origin, reverse=True)}
    facts = [fact for source in distinct.values() for fact in read_facts(writer, source)]
    if not base:
        dataset = resolve(list(distinct.values()), facts, writer.ledger())
        return Resolved(dataset, Overlay(dataset), build_name_entries(dataset))
    with writer.open_base(base) as view:
        dumps = [s for s in sources if s.dump]
        given = find_given(view, dumps, facts, writer.ledger(), about)
        documents = [*distinct.values(), *dumps]
        dataset = resolve(documents, [*facts, *given.facts()], writer.ledger(), given=given.digests)
        overlay = lay_over(dataset, facts, given, view)
        names = weigh_names(build_name_entries(overlay.dataset), overlay.dataset, given, view)
    return Resolved(dataset, overlay, names)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's garbage collector off for a while.

    Resolving and building make millions of small values that all stay: looking
    through them again and again for garbage takes a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def publish(
    writer: StoreWriter,
    sources: Sequence[SourceRecord],
    report: AddReport,
    progress: Progress | None = None,
    base: str = "",
) -> AddReport:
    """Resolve, build and publish a generation from `sources` and the ledger; the report with its counts.

    It lies over the base with the key `base`, if there is one.
    """
    from filmgraph.rdf import build_lines

    def step(name: str, done: int) -> None:
        if progress:
            progress(name, done, 3)

    with collector_paused():
        step("resolving", 0)
        resolved = resolve_sources(writer, sources, base)
        step("building", 1)
        lines = build_lines(resolved.overlay.dataset)
        hidden = sorted(set(resolved.overlay.hidden).difference(lines))
        step("publishing", 2)
        ordered = sorted(sources, key=lambda s: s.origin)
        generation = writer.publish(lines, resolved.names, ordered, base, hidden)
        step("publishing", 3)
    dataset = resolved.overlay.dataset
    return replace(
        report,
        films=len(dataset.films),
        agents=len(dataset.agents),
        credits=len(dataset.credits),
        generation=generation,
    )


def remove(origins: Iterable[str], store: Path, progress: Progress | None = None) -> AddReport:
    """Take sources' say out of the graph and publish the rest.

    A source is named as `filmgraph sources` lists it, or by its path. Raises
    FilmgraphError naming the sources that the store does not know; then
    nothing is removed.
    """
    from filmgraph.store import open_writer

    with open_writer(store) as writer:
        known = {source.origin: source for source in writer.sources}
        asked = {o: o if o in known else origin_of(Path(o), store) for o in origins}
        unknown = [given for given, origin in asked.items() if origin not in known]
        if unknown:
            raise FilmgraphError(
                f"The store {store} has no source {', '.join(repr(u) for u in unknown)}. "
                "'filmgraph sources' lists what was read."
            )
        kept = [s for o, s in known.items() if o not in asked.values()]
        return publish(writer, kept, AddReport(removed=len(known) - len(kept)), progress)


def decide(
    store: Path, build: Callable[[Dataset, int], Decision], about: Iterable[str] = ()
) -> tuple[Decision, AddReport]:
    """Append a decision to the ledger and publish what follows from it; the decision as written.

    `build` makes the decision from what is held now and the entry's number; it
    may raise FilmgraphError, and then nothing changes. `about` are the IRIs that it
    is about: of a base, only what concerns the sources and these is looked at.
    """
    from filmgraph.store import open_writer

    with open_writer(store) as writer:
        before = resolve_sources(writer, writer.sources, writer.base, about).dataset
        decision = writer.append_decision(build(before, len(writer.ledger()) + 1))
        return decision, publish(writer, writer.sources, AddReport(), base=writer.base)
