"""Generated dumps: the same bytes for the same arguments, and the triples that reading row by row gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from statistics import fmean, median

import pytest
from dump_cast import CATEGORIES
from dump_rows import Maker
from dumping import converted, triples
from make_dump import make_dump
from naive_dump import read_dump

from filmgraph.catalogs.scheme import load_role_scheme
from filmgraph.dumps import convert, read_names
from filmgraph.rdf import build_name_entries, build_quads


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for name, seed, packed in (
        ("a", 1, False),
        ("b", 1, False),
        ("c", 2, False),
        ("d", 1, True),
        ("e", 1, True),
    ):
        make_dump(tmp_path / name, 50, seed=seed, packed=packed)
    told = {n: [p.read_bytes() for p in sorted((tmp_path / n).iterdir())] for n in "abcde"}
    assert told["a"] == told["b"] != told["c"]
    assert told["d"] == told["e"] != told["a"]


def test_people_keep_to_their_craft_and_directors_have_few_films_beside_their_own() -> None:
    cast = Maker(5_000, seed=1).cast
    acting = CATEGORIES.index("archive_sound")
    crafts: dict[int, Counter[int]] = defaultdict(Counter)
    films: dict[int, set[int]] = defaultdict(set)
    rows = list(zip(cast.films.tolist(), cast.categories.tolist(), cast.people.tolist(), strict=True))
    assert len(set(rows)) == len(rows)
    for film, category, person in rows:
        crafts[person][max(category, acting)] += 1
        films[person].add(film)
    some = [held for person, held in crafts.items() if 5 <= len(films[person]) <= 15]
    assert fmean(max(held.values()) / held.total() for held in some) > 0.9
    directing = CATEGORIES.index("director")
    directors = [person for person, held in crafts.items() if 5 <= held[directing] <= 15]
    assert len(directors) > 100
    assert median(len(films[person]) for person in directors) <= 10


@pytest.mark.parametrize("seed", [1, 2])
def test_a_made_dump_gives_the_quads_that_rdf_builds(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Many chunks and parts, so that their borders are tried too.
    monkeypatch.setattr(convert, "CHUNK", 500)
    monkeypatch.setattr(convert, "FILMS", 40)
    monkeypatch.setattr(convert, "PEOPLE", 70)
    make_dump(tmp_path / "dump", 250, seed=seed)
    dump, paths = converted(tmp_path / "dump", tmp_path / "work")
    assert len(paths) > 8
    assert dump.problem_counts == {}
    dataset = read_dump(tmp_path / "dump")
    scheme = set(load_role_scheme())
    there = {q.n4() for q in build_quads(dataset) if q not in scheme}
    here = triples(paths)
    assert here - there == set()
    assert there - here == set()
    names = sorted(read_names(dump.names), key=lambda e: (e.name, e.iri, e.kind))
    assert names == build_name_entries(dataset)
