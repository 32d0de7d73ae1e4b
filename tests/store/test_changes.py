"""A generation made of the former one holds the same quads as one made whole, and harms nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_store import name_quads

from filmgraph.store import generation as generations
from filmgraph.store import open_local, open_writer
from filmgraph.store.changes import compare_sorted

LINES = st.lists(st.text("abc", max_size=6).map(lambda t: t + "\n"), unique=True, max_size=40).map(sorted)


def publish(path: Path, *names: str) -> bytes:
    with open_writer(path, create=True) as writer:
        writer.publish(name_quads(*names), [], [])
    return dump(path)


def dump(path: Path) -> bytes:
    with open_local(path) as store:
        return b"".join(store.dump())


def hashes(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@given(LINES, LINES)
@pytest.mark.parametrize("block", [2, 4096])
def test_compared_lines_are_those_of_the_sets(block: int, old: list[str], new: list[str]) -> None:
    found: dict[str, list[str]] = {" ": [], "-": [], "+": []}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("filmgraph.store.changes.BLOCK", block)
        compared = list(compare_sorted(old, new))
    for sign, lines in compared:
        found[sign] += lines
    assert found["-"] == sorted(set(old) - set(new))
    assert [line for sign, lines in compared if sign != "-" for line in lines] == new
    assert found["+"] == sorted(set(new) - set(old))


def test_changes_there_and_back_give_the_bytes_of_a_store_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    first = publish(path, "a", "b", "c")
    place = path / "generations" / "000001"
    with open_local(path):
        files = hashes(place / "graph")
        changed = publish(path, "b", "c", "d")
        assert changed == publish(tmp_path / "whole.db", "b", "c", "d") != first
        assert hashes(place / "graph") == files
        assert not (path / "generations" / "000002" / "graph" / "LOCK").exists()
    assert publish(path, "a", "b", "c") == first


def test_a_graph_is_made_whole_after_many_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "FEW_CHANGES", 10)
    path = tmp_path / "film.db"
    drifts = []
    for number in range(6):
        names = [f"film-{n}" for n in range(number * 4, number * 4 + 20)]
        assert publish(path, *names) == publish(tmp_path / f"whole-{number}.db", *names)
        with open_local(path) as store:
            drifts.append(store.manifest.drift)
    assert drifts == [0, 16, 0, 16, 0, 16]


def test_a_store_without_lines_of_its_own_is_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path, "a", "b")
    (path / "generations" / "000001" / "layer.nq").unlink()
    assert publish(path, "b", "c") == publish(tmp_path / "whole.db", "b", "c")
