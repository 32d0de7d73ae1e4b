"""Works that jobs name, taken title by title, are those that reading all rows one after the other gives."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
from dumping import converted

from filmgraph.catalogs import namespaces as ns
from filmgraph.dumps.conventions import read_job
from filmgraph.model.names import fold_title

FILMS, PEOPLE, ROWS = 12, 4, 120
TITLES = ("The Hour", "Hour, The", "the hour", "Salt", "")
KINDS = ("novel", "based on the play", "based on the film", "based on the novel by")
Row = tuple[int, int, int, str]


def write_dump(folder: Path, rows: list[Row]) -> None:
    """A dump of writers whose jobs name works."""
    folder.mkdir()
    films = [f"tt{n:07}\tmovie\tFilm {n}\tFilm {n}\t0\t2001\t\\N\t\\N\t\\N\n" for n in range(1, FILMS + 1)]
    names = "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres"
    head = names.replace(" ", "\t") + "\n"
    (folder / "title.basics.tsv").write_text(head + "".join(films))
    people = [f"nm{n:07}\tWriter {n % 3}\n" for n in range(1, PEOPLE + 1)]
    (folder / "name.basics.tsv").write_text("nconst\tprimaryName\n" + "".join(people))
    lines = [f"tt{film:07}\t1\tnm{person:07}\twriter\t{job}\t\\N\n" for _, film, person, job in rows]
    head = "tconst\tordering\tnconst\tcategory\tjob\tcharacters\n"
    (folder / "title.principals.tsv").write_text(head + "".join(lines))


def in_turn(rows: list[Row]) -> set[frozenset[int]]:
    """The rows of each work: each row goes to a work of its film and title or author and title, in turn."""
    works: list[set[int]] = []
    known: dict[tuple[object, ...], set[int]] = {}
    for number, film, person, job in sorted(rows, key=lambda row: (row[1], row[2], row[0])):
        work = read_job("writer", job).work
        assert work
        is_film = work.kind == "film"
        if work.title:
            title = fold_title(work.title)
            asked: list[tuple[object, ...]] = [
                ("film", title, film, is_film),
                ("author", title, person, is_film),
            ]
            kept: list[tuple[object, ...]] = [*asked, ("titled", film, person)]
        else:
            kept = [("untitled", film, person, is_film)]
            asked = [("titled", film, person), *kept]
        found = next((known[key] for key in asked if key in known), None)
        if found is None:
            found = set()
            works.append(found)
        for key in kept:
            known.setdefault(key, found)
        found.add(number)
    return set(map(frozenset, works))


@pytest.mark.parametrize("seed", range(4))
def test_works_are_those_that_rows_give_in_turn(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    rows: list[Row] = []
    for number in range(2, ROWS + 2):
        title, kind = draw.choice(TITLES), draw.choice(KINDS)
        job = f'{kind} "{title}"' if title else kind
        rows.append((number, draw.randint(1, FILMS), draw.randint(1, PEOPLE), job))
    write_dump(tmp_path / "dump", rows)
    dump, paths = converted(tmp_path / "dump", tmp_path / "work")
    places: dict[str, set[int]] = defaultdict(set)
    quads = [q for path in paths for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    tied = {str(q.subject): str(q.object) for q in quads if q.predicate.value == f"{ns.FG}sourceWork"}
    for quad in quads:
        if str(quad.subject) in tied and quad.predicate.value == f"{ns.FG}attestedBy":
            places[tied[str(quad.subject)]].add(int(str(quad.object).rstrip(">").rpartition("=")[2]))
    assert set(map(frozenset, places.values())) == in_turn(rows)
    assert dump.counts.works == len(places) > 5
