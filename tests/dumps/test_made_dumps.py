"""Generated dumps: the same bytes for the same arguments, and the triples that reading row by row gives."""

from __future__ import annotations

from pathlib import Path

import pytest
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


@pytest.mark.parametrize("seed", [1, 2])
def test_a_made_dump_gives_the_quads_that_rdf_builds(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Many chunks, so that their borders are tried too.
    monkeypatch.setattr(convert, "CHUNK", 500)
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
