"""The order of the stages: the only module that knows it.

Files become documents, documents facts, facts entities, entities quads, and
quads a published generation of the store. Every arrow is a value.
"""

from __future__ import annotations

import gc
import json
import shutil
from bisect import bisect_right
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
    from filmgraph.dumps import DumpFilter
    from filmgraph.layers import Overlay
    from filmgraph.layers.dumps import AskedDump, Base
    from filmgraph.model.decisions import Decision
    from filmgraph.model.entities import Dataset
    from filmgraph.model.knowledge import NameEntry
    from filmgraph.model.sources import SourceRecord
    from filmgraph.model.tables import TableMap
    from filmgraph.store import StoreWriter

_SHOWN_ERRORS = 20
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

    `wrong` are the records of files that had to be left out, each with file and line; `disputed` counts the
    films of which sources state different years, times or titles.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unread: int = 0
    disputed: int = 0
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


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How files are to be read: `table_map` for tables whose headers do not say what they mean; which
    titles of a dump are `chosen`.
    """

    table_map: TableMap | None = None
    chosen: DumpFilter | None = None


def add(
    paths: Sequence[Path],
    store: Path,
    progress: Progress | None = None,
    options: AddOptions | None = None,
) -> AddReport:
    """Read files, folders and dumps into the store at `store` and publish what it then holds.

    A file that cannot be read is skipped and reported. A changed file
    supersedes its former self; an unchanged one costs nothing but its reading, an
    unchanged dump nothing but a look at its files. Raises ReadError when not one
    file could be read, StoreError when the store cannot be written.
    """
    from filmgraph.layers.dumps import find_asked
    from filmgraph.reading import find_files
    from filmgraph.store import open_writer

    options = options or AddOptions()
    dumps = find_asked(paths, options.chosen, lambda path: origin_of(path, store))
    parts = {file.path.absolute() for dump in dumps for file in dump.folder.files}
    files = [path for path in find_files(paths) if path.absolute() not in parts]
    if not files and not dumps:
        where = ", ".join(str(p) for p in paths)
        raise ReadError(f"There is no file to read in {where}. Name a file or a folder that holds reviews.")
    fresh_store = not store.exists()
    try:
        with open_writer(store, create=True) as writer:
            known = {source.origin: source for source in writer.sources}
            read = _read_all(files, store, writer, progress, options.table_map) if files else _Reading()
            if not read.sources and not dumps:
                raise ReadError("Nothing was added:\n" + "\n".join(f"  {s}" for s in read.skipped))
            base = _add_dumps(dumps, store, writer, progress)
            new = {s.origin: s for s in (*read.sources, *(base.documents if dumps else ()))}
            changed = [s for s in new.values() if not _is_same(known.get(s.origin), s)]
            report = AddReport(
                added=sum(s.origin not in known for s in changed),
                changed=sum(s.origin in known for s in changed),
                unchanged=len(new) - len(changed),
                skipped=read.skipped,
                notes=(*read.notes, *base.notes),
                wrong=(*read.wrong, *base.problems),
                unread=read.unread,
            )
            kept = {o: s for o, s in known.items() if not s.dump}
            sources = [*(kept | {s.origin: s for s in (*read.sources, *base.documents)}).values()]
            return publish(writer, sources, report, progress, base.key)
    except ReadError:
        if fresh_store:
            # Nothing was published: an empty store left behind would look like one that lost its films.
            shutil.rmtree(store, ignore_errors=True)
        raise


def _is_same(former: SourceRecord | None, now: SourceRecord) -> bool:
    """Whether a source says what it said: a file's time alone does not matter."""
    return former is not None and replace(former, modified=now.modified) == now


def _add_dumps(
    dumps: Sequence[AskedDump], store: Path, writer: StoreWriter, progress: Progress | None
) -> Base:
    """The base of `dumps` and of those that the store has; the published one where none is added."""
    from filmgraph.layers.dumps import Base, find_kept, make_base

    if not dumps:
        return Base(writer.base, tuple(s for s in writer.sources if s.dump))
    asked = {dump.origin for dump in dumps}
    kept = find_kept((s for s in writer.sources if s.dump not in asked), store.resolve().parent)
    ordered = sorted([*kept, *dumps], key=lambda dump: dump.origin)
    return make_base(writer, ordered, lambda path: origin_of(path, store), progress)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came of reading files: sources, files left out, remarks, broken records, passages not read."""

    sources: tuple[SourceRecord, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    unread: int = 0
    disputed: int = 0


def _read_all(
    files: Sequence[Path],
    store: Path,
    writer: StoreWriter,
    progress: Progress | None,
    table_map: TableMap | None = None,
) -> _Reading:
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
    return _Reading(tuple(sources), tuple(skipped), tuple(notes), tuple(wrong), unread)


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


def _unusable(document: Document, facts: Sequence[FilmFacts]) -> str:
    """Why nothing of a document can go into the graph, or "" where something can."""
    if document.media_type in ("application/n-triples", "application/ld+json") and not facts:
        return "it describes no film: films are nodes of type Movie of schema.org, with their names"
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
    """The facts stored for a source."""
    lines = writer.read_facts(source.facts_key)
    if lines is None:
        raise StoreError(f"The facts of {source.origin} are missing in the store; add the file again.")
    return [from_data(FilmFacts, json.loads(line)) for line in lines.decode().split("\n") if line]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who over the sources and the ledger, and what of it is to be published.

    `dataset` speaks of all that the sources say and of what the base may mean by
    the same names; `overlay` is what that adds to the base, if there is one. `credits`
    counts those of both.
    """

    dataset: Dataset
    overlay: Overlay
    names: list[NameEntry]
    credits: int


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
        return Resolved(dataset, Overlay(dataset), build_name_entries(dataset), len(dataset.credits))
    with writer.open_base(base) as view:
        dumps = [s for s in sources if s.dump]
        given = find_given(view, dumps, facts, writer.ledger(), about)
        documents = [*distinct.values(), *dumps]
        dataset = resolve(documents, [*facts, *given.facts()], writer.ledger(), given=given.digests)
        overlay = lay_over(dataset, facts, given, view)
        names = weigh_names(build_name_entries(overlay.dataset), overlay.dataset, given, view)
        known = given.credits.keys()
        new = sum(c.iri not in known for c in overlay.dataset.credits)
        gone = len(known - {c.iri for c in dataset.credits})
        credits = writer.read_base(base).credits + new - gone
    return Resolved(dataset, overlay, names, credits)


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
        lines = [*build_lines(resolved.overlay.dataset), *resolved.overlay.lines]
        hidden = sorted(set(resolved.overlay.hidden).difference(lines))
        step("publishing", 2)
        ordered = sorted(sources, key=lambda s: s.origin)
        generation = writer.publish(lines, resolved.names, ordered, base, hidden)
        step("publishing", 3)
    return replace(
        report,
        films=writer.counts.get("film", 0),
        agents=sum(writer.counts.get(kind, 0) for kind in ("person", "organization", "team")),
        credits=resolved.credits,
        disputed=sum(bool(film.disputed) for film in resolved.dataset.films),
        generation=generation,
    )


def remove(origins: Iterable[str], store: Path, progress: Progress | None = None) -> AddReport:
    """Take sources' say out of the graph and publish the rest.

    A source is named as `filmgraph sources` lists it, or by its path; a dump by its folder,
    or by any of its files, which go together. Raises
    FilmgraphError naming the sources that the store does not know; then
    nothing is removed.
    """
    from filmgraph.store import open_writer

    with open_writer(store) as writer:
        known = {source.origin: source for source in writer.sources}
        names = known.keys() | {s.dump for s in known.values() if s.dump}
        asked = {o: o if o in names else origin_of(Path(o), store) for o in origins}
        unknown = [given for given, origin in asked.items() if origin not in names]
        if unknown:
            raise FilmgraphError(
                f"The store {store} has no source {', '.join(repr(u) for u in unknown)}. "
                "'filmgraph sources' lists what was read."
            )
        gone = {known[o].dump or o if o in known else o for o in asked.values()}
        kept = [s for s in known.values() if s.origin not in gone and (s.dump or s.origin) not in gone]
        base = _keep_dumps(kept, store, writer, progress)
        sources = [*(s for s in kept if not s.dump), *base.documents]
        return publish(writer, sources, AddReport(removed=len(known) - len(kept)), progress, base.key)


def _keep_dumps(
    kept: Sequence[SourceRecord], store: Path, writer: StoreWriter, progress: Progress | None
) -> Base:
    """The base of the dumps among `kept`; the published one where they are all that the store has."""
    from filmgraph.layers.dumps import Base, find_kept, make_base

    dumps = tuple(s for s in kept if s.dump)
    if len(dumps) == sum(1 for s in writer.sources if s.dump):
        return Base(writer.base, dumps)
    home = store.resolve().parent
    return make_base(writer, find_kept(dumps, home), lambda path: origin_of(path, store), progress)


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
