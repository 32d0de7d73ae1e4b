"""From the files of dumps to what a store is built from: Turtle in chunks, names, rows, counts, problems."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from filmgraph.catalogs import namespaces as ns
from filmgraph.catalogs.roles import load_roles
from filmgraph.dumps.conventions import load_conventions, read_job
from filmgraph.dumps.files import KINDS, DumpFolder
from filmgraph.dumps.lines import CleanFile, clean_file
from filmgraph.dumps.problems import SHOWN, ProblemLog
from filmgraph.dumps.result import ConvertedDump, DumpCounts, DumpDocument, DumpFilter
from filmgraph.dumps.works import Adapted, HeldWork, write_works
from filmgraph.model.terms import Literal

if TYPE_CHECKING:
    from filmgraph.dumps.database import Database

# Called with what is being done, how much of it is done, and how much there is:
# bytes read ("unpacking"), then credits that are loaded by now ("loading").
Progress = Callable[[str, int, int], None]
# Credits a chunk: a million triples or so, which is what Oxigraph loads at a time.
CHUNK = 150_000
# So many chunks may have been taken and not yet loaded when the next is asked for.
AHEAD = 2


def convert_dump(
    dumps: Sequence[DumpFolder],
    work: Path,
    chosen: DumpFilter | None = None,
    base: str = ns.ID,
    progress: Progress | None = None,
    origin: Callable[[Path], str] = str,
) -> ConvertedDump:
    """Convert `dumps`, which are taken together, in the folder `work`, which is made.

    Nothing is done before the first chunk is asked for. `origin` is how the store names a file. What
    is scratch in `work` is removed when the last chunk has been taken, or the iterator is closed or
    fails; `chunks`, `names` and `rows` lie in it and stay. Raises OSError where the disk is full or a
    file cannot be read. What is wrong in the files is reported in `problems`, never raised.
    """
    work.mkdir(parents=True, exist_ok=True)
    result = ConvertedDump(iter(()), work / "names.tsv", work / "rows")
    run = _Conversion(dumps, work, chosen or DumpFilter(), base, progress or _silent, origin, result)
    result.chunks = run.chunks()
    return result


def _silent(_step: str, _done: int, _total: int) -> None:
    pass


class _Conversion:
    """One conversion under way."""

    def __init__(
        self,
        dumps: Sequence[DumpFolder],
        work: Path,
        chosen: DumpFilter,
        base: str,
        progress: Progress,
        origin: Callable[[Path], str],
        result: ConvertedDump,
    ) -> None:
        self.work = work
        self.scratch = work / "scratch"
        self.chosen = chosen
        self.base = base
        self.progress = progress
        self.origin = origin
        self.result = result
        self.problems = ProblemLog()
        # A file's number is its place here; those that films are made of come first.
        self.files = [file for kind in KINDS for dump in dumps if (file := dump.find(kind))]
        if len(dumps) > 1:
            self.files = [replace(f, shown=f"{f.path.parent.name}/{f.name}") for f in self.files]
        self.clean: dict[int, CleanFile] = {}
        self.size = sum(dump.size for dump in dumps)
        self.bytes_read = 0
        self.lock = Lock()

    def chunks(self) -> Iterator[Path]:
        """All chunks in turn."""
        # Loaded when it is used: adding a review asks for dumps too, and finds none.
        from filmgraph.dumps.database import Database

        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        self.result.rows.mkdir(exist_ok=True)
        pool = ThreadPoolExecutor(2)
        database: Database | None = None
        try:
            database = Database(self.scratch)
            # Films are written and loaded while the other files are still being read.
            waiting = {n: pool.submit(self._clean, n) for n in range(len(self.files))}
            database.run("schema")
            self._set_variables(database)
            database.insert("files", [(number, file.name) for number, file in enumerate(self.files)])

            def read(kind: str) -> None:
                for number, file in enumerate(self.files):
                    if file.kind == kind:
                        self.clean[number] = waiting[number].result()
                        self._read(database, number)

            self._check_files()
            read("title.basics")
            database.run("hold_films")
            database.run("hold_disputes")
            read("title.akas")
            database.run("hold_titles")
            database.set("prefixes", self._prefixes())
            yield self._write_chunk(database, "films", "write_films")
            self._read_rest(database, read)
            yield from self._write(database)
        finally:
            if database:
                database.close()
            pool.shutdown(cancel_futures=True)
            shutil.rmtree(self.scratch, ignore_errors=True)

    def _check_files(self) -> None:
        """Report files that are absent and without which no credit can be held."""
        kinds = {file.kind for file in self.files}
        folder = self.files[0].path.parent.name if self.files else ""
        if "name.basics" not in kinds:
            why = "there is no name.basics: nobody has a name, and no credit can be held"
            self.problems.add("missing file", folder, 0, why)
        if not kinds & {"title.principals", "title.crew"}:
            why = "there is neither title.principals nor title.crew: nobody is credited"
            self.problems.add("missing file", folder, 0, why)

    def _clean(self, number: int) -> CleanFile:
        file = self.files[number]
        return clean_file(file, self.scratch / f"{number}.tsv", self.problems, self._note_bytes)

    def _note_bytes(self, count: int) -> None:
        # Two files are read at a time; what is told never goes back.
        with self.lock:
            self.bytes_read += count
            self.progress("unpacking", min(self.bytes_read, self.size), self.size)

    def _set_variables(self, database: Database) -> None:
        known = load_conventions()
        database.set_list("types", self.chosen.types or known.films)
        database.set("first_year", self.chosen.first_year or 0)
        database.set("last_year", self.chosen.last_year or 0)
        database.set("base", self.base)
        database.set("chunk", CHUNK)
        database.set("shown", SHOWN)
        database.set("directors", known.crew["directors"])
        database.set("writers", known.crew["writers"])
        catalog = load_roles()
        database.insert(
            "roles",
            [
                (role.id, _short(role.direct_property), "performing" in catalog.groups_of(role.id))
                for role in catalog.roles.values()
            ],
        )

    def _read(self, database: Database, number: int) -> None:
        """Read a file that is in order into its table."""
        file, clean = self.files[number], self.clean[number]
        needed, others = KINDS[file.kind]
        columns = _distinct(clean.columns)
        missing = [name for name in needed if name not in columns]
        if missing:
            names = " and ".join(missing)
            why = f"the header has no column {names}; nothing is read from the file"
            self.problems.add("missing column", file.name, 1, why)
            return
        absent = [name for name in others if name not in columns]
        for name in absent:
            why = f"the header has no column {name}; the rest of the file is read"
            self.problems.add("missing column", file.name, 1, why)
        if not clean.rows:
            self.problems.add("empty file", file.name, 0, "it has no rows")
            return
        shown = ", ".join(f"'{c.replace(chr(39), chr(39) * 2)}': 'VARCHAR'" for c in columns)
        database.run("read_lines", file=clean.path, columns=f"{{{shown}}}")
        texts = {name: "CAST(NULL AS VARCHAR)" if name in absent else f'"{name}"' for name in others}
        database.run(f"read_{file.kind.replace('.', '_')}", doc=str(number), **texts)

    def _read_rest(self, database: Database, read: Callable[[str], None]) -> None:
        """Read the rows of credits and the names, and hold who did what."""
        read("title.principals")
        read("title.crew")
        database.run("hold_used")
        read("name.basics")
        known = load_conventions()
        jobs: list[tuple[str, str, str]] = []
        sources: list[tuple[str, str, str, str | None, str | None]] = []
        for category, job, count, doc, row in database.run("count_jobs"):
            meaning = read_job(category, job)
            jobs += [(category, job, role) for role in meaning.roles]
            if meaning.work:
                sources.append((category, job, meaning.work.grade, meaning.work.kind, meaning.work.title))
            elif category in known.left_out:
                self.result.left_out[category] = self.result.left_out.get(category, 0) + count
            elif not meaning.roles:
                why = f"“{category[:40]}” is no category that is known; {count:,} rows left out"
                self.problems.add("unknown category", self.files[doc].name, row, why, count)
        database.insert("jobs", jobs)
        database.insert("sources", sources)
        database.run("hold_people")
        database.run("hold_credits")

    def _write(self, database: Database) -> Iterator[Path]:
        self.result.documents = tuple(
            DumpDocument(
                f"{self.base}doc/{clean.sha256[:16]}", clean.sha256, self.files[n].path, self.files[n].kind
            )
            for n, clean in sorted(self.clean.items())
        )
        database.set("prefixes", self._prefixes())
        plan = database.run("plan_chunks")
        films, agents, credits = database.run("counts")[0]
        works: list[HeldWork] = []
        rows = chain.from_iterable(database.stream("adapted"))
        lines = write_works((Adapted(*row) for row in rows), self.base, works)
        path = self._chunk_path("works")
        with path.open("w", encoding="utf-8") as out:
            out.write(self._prefixes() + "\n" + self._documents())
            out.writelines(lines)
        self.result.counts = DumpCounts(films, agents, credits, len(works))
        self._write_names(database, works)
        yield path
        yield self._write_chunk(database, "people", "write_people")
        for number, (first, last, _) in enumerate(plan):
            # Who asks for a chunk has loaded all but the two before.
            self.progress("loading", sum(count for _, _, count in plan[: max(number - AHEAD, 0)]), credits)
            yield self._write_chunk(
                database, f"credits-{number:05d}", "write_credits", first=str(first), last=str(last)
            )
        for number, clean in sorted(self.clean.items()):
            if self.files[number].kind != "name.basics":
                target = self.result.rows / f"{clean.sha256[:16]}.tsv"
                database.run("write_rows", file=target, source=clean.path, doc=str(number))
        self._report(database)

    def _chunk_path(self, name: str) -> Path:
        folder = self.work / "chunks"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.ttl"

    def _write_chunk(self, database: Database, name: str, statement: str, **texts: str) -> Path:
        path = self._chunk_path(name)
        database.run(statement, file=path, **texts)
        return path

    def _write_names(self, database: Database, works: Sequence[HeldWork]) -> None:
        """The names of films and people from the database; those of works, which sort last, behind them."""
        database.run("write_names", file=self.result.names)
        with self.result.names.open("a", encoding="utf-8") as out:
            for work in sorted(works):
                if work.title:
                    out.write(f"{work.iri}\twork\t{work.title}\t{work.title}\t{work.films}\n")

    def _prefixes(self) -> str:
        base = self.base
        names = {
            "s": ns.SCHEMA, "g": ns.FG, "r": ns.ROLE, "x": ns.XSD, "d": ns.DCTERMS,
            "f": f"{base}film/", "a": f"{base}agent/", "c": f"{base}credit/",
        }  # fmt: skip
        names |= {f"d{n}": f"{base}doc/{clean.sha256[:16]}#row=" for n, clean in self.clean.items()}
        return "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in names.items())

    def _documents(self) -> str:
        return "".join(
            f"<{d.iri}> a s:DigitalDocument; d:source {Literal(self.origin(d.path)).n3()}; "
            f'd:format "{d.media_type}"; g:sha256 "{d.sha256}" .\n'
            for d in self.result.documents
        )

    def _report(self, database: Database) -> None:
        if not self.result.counts.films:
            folders = ", ".join(sorted({file.path.parent.name for file in self.files}))
            self.problems.add(
                "no films", folders, 0, "no title in it is a film of the types and years asked for"
            )
        seen: set[str] = set()
        for kind, doc, row, why, count in database.run("wrong"):
            self.problems.add(kind, self.files[doc].name, row, why)
            if kind not in seen:
                self.problems.add_more(kind, count - min(count, SHOWN))
                seen.add(kind)
        self.result.problem_counts = self.problems.counts()
        self.result.problems = self.problems.first()


def _distinct(columns: Sequence[str]) -> list[str]:
    """Names of columns, each once: of two alike, and of those without a name, later ones get numbers."""
    found: list[str] = []
    for n, name in enumerate(columns):
        found.append(
            name if name and name.casefold() not in {f.casefold() for f in found} else f"column {n + 1}"
        )
    return found


def _short(iri: str) -> str:
    """A property as the prefixes of a chunk write it."""
    for prefix, start in (("s", ns.SCHEMA), ("g", ns.FG)):
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return f"<{iri}>"
