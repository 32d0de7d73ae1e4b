"""From the files of dumps to what a store is built from: Turtle in chunks, names, rows, counts, problems."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from filmgraph.dumps.rows import write_rows
from filmgraph.dumps.works import Adapted, hold_works, write_works
from filmgraph.model.names import fold_title
from filmgraph.model.terms import Literal

if TYPE_CHECKING:
    from filmgraph.dumps.database import Database

# Called with what is being done, how much of it is done, and how much there is:
# bytes read ("unpacking"), then credits that are loaded by now ("loading").
Progress = Callable[[str, int, int], None]
# Credits, films and people a chunk: a million triples or so, which bounds what lies on disk at a time.
CHUNK = 150_000
FILMS = 100_000
PEOPLE = 200_000
# So many chunks may have been taken and not yet loaded when the next is asked for: two wait to be read, and
# two million triples are read and not yet in the graph.
AHEAD = 4


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
        # The ranges of films and people that are taken at a time.
        self.films: list[dict[str, str]] = []
        self.people: list[dict[str, str]] = []
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
            self.films = _ranges(database.run("plan_films"))
            self._run_parts(database, "hold_titles", self.films)
            database.set("prefixes", self._prefixes())
            yield from self._write_parts(database, "films", self.films)
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
        database.set("films", FILMS)
        database.set("people", PEOPLE)
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
        for some in database.stream("count_jobs"):
            self._read_jobs(database, some)
        database.run("hold_people")
        database.run("hold_credits")

    def _read_jobs(self, database: Database, counted: Sequence[tuple[str, str, int, int, int]]) -> None:
        """Hold what categories and jobs mean; each comes with its rows, and where the first of them is."""
        known = load_conventions()
        jobs: list[tuple[str, str, str]] = []
        sources: list[tuple[str | None, ...]] = []
        for category, job, count, doc, row in counted:
            meaning = read_job(category, job)
            jobs += [(category, job, role) for role in meaning.roles]
            if work := meaning.work:
                folded = fold_title(work.title) if work.title else None
                sources.append((category, job, work.grade, work.kind, work.title, folded))
            elif category in known.left_out:
                self.result.left_out[category] = self.result.left_out.get(category, 0) + count
            elif not meaning.roles:
                why = f"“{category[:40]}” is no category that is known; {count:,} rows left out"
                self.problems.add("unknown category", self.files[doc].name, row, why, count)
        database.insert("jobs", jobs)
        database.insert("sources", sources)

    def _write(self, database: Database) -> Iterator[Path]:
        self.result.documents = tuple(
            DumpDocument(
                f"{self.base}doc/{clean.sha256[:16]}", clean.sha256, self.files[n].path, self.files[n].kind
            )
            for n, clean in sorted(self.clean.items())
        )
        database.set("prefixes", self._prefixes())
        self.people = _ranges(database.run("plan_people"))
        self._run_parts(database, "count_credits", self.films)
        self._run_parts(database, "count_films", self.people)
        plan = database.run("plan_chunks")
        films, agents, credits = database.run("counts")[0]
        path, works = self._write_works(database)
        self.result.counts = DumpCounts(films, agents, credits, works)
        yield path
        yield from self._write_parts(database, "people", self.people)
        for number, part in enumerate(_ranges(plan)):
            # Who asks for a chunk has loaded all but the last before.
            self.progress("loading", sum(count for _, _, count in plan[: max(number - AHEAD, 0)]), credits)
            yield self._write_chunk(database, f"credits-{number:05d}", "write_credits", **part)
        for number, clean in sorted(self.clean.items()):
            if self.files[number].kind != "name.basics":
                rows = (row for (row,) in chain.from_iterable(database.stream("rows", doc=str(number))))
                write_rows(clean.path, rows, self.result.rows / f"{clean.sha256[:16]}.tsv")
        self._report(database)

    def _chunk_path(self, name: str) -> Path:
        folder = self.work / "chunks"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.ttl"

    def _write_chunk(self, database: Database, name: str, statement: str, **texts: str) -> Path:
        path = self._chunk_path(name)
        database.run(statement, file=path, **texts)
        return path

    @staticmethod
    def _run_parts(database: Database, statement: str, parts: Iterable[Mapping[str, str]]) -> None:
        for part in parts:
            database.run(statement, **part)

    def _write_parts(
        self, database: Database, name: str, parts: Iterable[Mapping[str, str]]
    ) -> Iterator[Path]:
        for number, part in enumerate(parts):
            yield self._write_chunk(database, f"{name}-{number:05d}", f"write_{name}", **part)

    def _write_works(self, database: Database) -> tuple[Path, int]:
        """A chunk of the documents and works, and how many works; all names are written along."""
        held, called, index = (self.scratch / f"works.{ending}" for ending in ("jsonl", "txt", "tsv"))
        rows = chain.from_iterable(database.stream("adapted"))
        count = hold_works((Adapted(*row) for row in rows), held, called)
        shared = {name for (name,) in database.run("shared_names", file=called)}
        path = self._chunk_path("works")
        head = self._prefixes() + "\n" + self._documents()
        write_works(held, shared.__contains__, self.base, path, head, index)
        self._write_names(database, index)
        return path, count

    def _write_names(self, database: Database, works: Path) -> None:
        part = self.scratch / "names.tsv"
        steps: list[tuple[str, Mapping[str, str | Path]]] = [
            *(("name_people", people) for people in self.people),
            *(("name_films", films) for films in self.films),
            ("name_works", {"works": works}),
        ]
        with self.result.names.open("wb") as out:
            for statement, texts in steps:
                database.run(statement, file=part, **texts)
                with part.open("rb") as written:
                    shutil.copyfileobj(written, out)

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


def _ranges(rows: Iterable[Sequence[int]]) -> list[dict[str, str]]:
    """The first and the last id of each part of a plan, as statements take them."""
    return [{"first": str(first), "last": str(last)} for first, last, *_ in rows]


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
