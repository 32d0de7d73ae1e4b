"""The order of the stages: the only module that knows it.

Files become documents, documents facts, facts entities, entities quads, and
quads a published generation of the store. Every arrow is a value.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.errors import FilmgraphError, ReadError
from filmgraph.intake import (
    Intake,
    Progress,
    Skipped,
    find_copies,
    find_gone,
    origin_of,
    read_all,
    read_facts,
    say_kept,
)

if TYPE_CHECKING:
    from filmgraph.dumps import DumpFilter
    from filmgraph.layers import Overlay
    from filmgraph.layers.dumps import AskedDump, Base
    from filmgraph.model.entities import Dataset
    from filmgraph.model.facts import FilmFacts
    from filmgraph.model.knowledge import NameEntry
    from filmgraph.model.sources import SourceRecord
    from filmgraph.model.tables import TableMap
    from filmgraph.store import StoreWriter


# Of so many films it is said on what their sources disagree; all are counted.
_SHOWN_DISPUTES = 10


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `add` did: counts of files by what became of them, and of what the store now holds.

    `wrong` are the records of files that had to be left out, each with file and line; `disputed` counts the
    films of which sources state different years, times or titles, or name different directors; `disputes`
    say what, with the file and line of each voice, of the first of them.
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
    disputes: tuple[str, ...] = ()
    films: int = 0
    agents: int = 0
    credits: int = 0
    generation: int | None = None


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
            read = read_all(files, store, writer, progress, options.table_map) if files else Intake()
            read = replace(read, skipped=say_kept(read.skipped, known, store))
            if not read.sources and not dumps:
                raise ReadError("Nothing was added:\n" + "\n".join(f"  {s}" for s in read.skipped))
            base = _base_of(dumps, writer.sources, store, writer, progress)
            new = {s.origin: s for s in (*read.sources, *(base.documents if dumps else ()))}
            changed = [s for s in new.values() if not _is_same(known.get(s.origin), s)]
            copies = find_copies(read.sources, tuple(s for s in known.values() if not s.dump))
            gone = find_gone(paths, files, (s.origin for s in known.values() if not s.dump), store)
            report = AddReport(
                added=sum(s.origin not in known for s in changed),
                changed=sum(s.origin in known for s in changed),
                unchanged=len(new) - len(changed),
                skipped=read.skipped,
                notes=(*read.notes, *base.notes, *copies, *gone),
                wrong=(*read.wrong, *base.problems),
                unread=read.unread,
            )
            kept = {o: s for o, s in known.items() if not s.dump}
            sources = [*(kept | {s.origin: s for s in (*read.sources, *base.documents)}).values()]
            return publish(writer, sources, report, progress, base.key, changed)
    except ReadError:
        if fresh_store:
            # Nothing was published: an empty store left behind would look like one that lost its films.
            shutil.rmtree(store, ignore_errors=True)
        raise


def _is_same(former: SourceRecord | None, now: SourceRecord) -> bool:
    """Whether a source says what it said: a file's time alone does not matter."""
    return former is not None and replace(former, modified=now.modified) == now


def _base_of(
    dumps: Sequence[AskedDump],
    kept: Sequence[SourceRecord],
    store: Path,
    writer: StoreWriter,
    progress: Progress | None,
) -> Base:
    """The base of `dumps` and of those among the `kept` sources; the published one where it is just that."""
    from filmgraph.layers.dumps import Base, find_kept, make_base

    asked = {dump.origin for dump in dumps}
    parts = tuple(s for s in kept if s.dump and s.dump not in asked)
    if not dumps and len(parts) == sum(1 for s in writer.sources if s.dump):
        return Base(writer.base, parts)
    ordered = sorted([*find_kept(parts, store.resolve().parent), *dumps], key=lambda dump: dump.origin)
    return make_base(writer, ordered, lambda path: origin_of(path, store), progress)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who over the sources and the ledger, and what of it is to be published.

    `dataset` speaks of all that the sources say and of what the base may mean by
    the same names, and was resolved from `facts`; `overlay` is what that adds to the
    base, if there is one. `credits` counts those of both.
    """

    dataset: Dataset
    overlay: Overlay
    names: list[NameEntry]
    credits: int
    facts: Sequence[FilmFacts] = ()


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
        return Resolved(dataset, Overlay(dataset), build_name_entries(dataset), len(dataset.credits), facts)
    with writer.open_base(base) as view:
        dumps = [s for s in sources if s.dump]
        given = find_given(view, dumps, facts, writer.ledger(), about)
        documents = [*distinct.values(), *dumps]
        known_too = [*facts, *given.facts()]
        dataset = resolve(documents, known_too, writer.ledger(), given=given.digests)
        overlay = lay_over(dataset, facts, given, view)
        names = weigh_names(build_name_entries(overlay.dataset), overlay.dataset, given, view)
        known = given.credits.keys()
        new = sum(c.iri not in known for c in overlay.dataset.credits)
        gone = len(known - {c.iri for c in dataset.credits})
        credits = writer.read_base(base).credits + new - gone
    return Resolved(dataset, overlay, names, credits, known_too)


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
    new: Iterable[SourceRecord] = (),
) -> AddReport:
    """Resolve, build and publish a generation from `sources` and the ledger; the report with its counts.

    It lies over the base with the key `base`, if there is one. On what the `new` of the sources disagree
    with others is said.
    """
    from filmgraph.catalogs.namespaces import ID
    from filmgraph.rdf import build_lines
    from filmgraph.resolution.disputes import Disputes

    def step(name: str, done: int) -> None:
        if progress:
            progress(name, done, 3)

    with collector_paused():
        step("resolving", 0)
        resolved = resolve_sources(writer, sources, base)
        disputes = Disputes(resolved.dataset, resolved.facts, ID, writer.read_document)
        told = disputes.tell(_SHOWN_DISPUTES, (source.sha256 for source in new))
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
        disputed=len(disputes.films),
        disputes=tuple(told),
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
            near = [n for n in sorted(names) if any(Path(n).name == Path(u).name for u in unknown)]
            meant = f"Did you mean {' or '.join(map(repr, near[:3]))}? " if near else ""
            raise FilmgraphError(
                f"The store {store} has no source {', '.join(repr(u) for u in unknown)}. "
                f"{meant}'filmgraph sources' lists what was read."
            )
        gone = {known[o].dump or o if o in known else o for o in asked.values()}
        kept = [s for s in known.values() if s.origin not in gone and (s.dump or s.origin) not in gone]
        base = _base_of((), kept, store, writer, progress)
        sources = [*(s for s in kept if not s.dump), *base.documents]
        return publish(writer, sources, AddReport(removed=len(known) - len(kept)), progress, base.key)
