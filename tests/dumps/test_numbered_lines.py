"""Rows are found by their number in a file of numbered lines, whatever lines it has."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import TempPathFactory

from filmgraph.model.numbered import find_numbered_line

TEXTS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=30)


@settings(deadline=None)
@given(lines=st.dictionaries(st.integers(1, 500), TEXTS, max_size=40))
def test_every_line_is_found_and_no_other(tmp_path_factory: TempPathFactory, lines: dict[int, str]) -> None:
    path = tmp_path_factory.mktemp("rows") / "rows.tsv"
    path.write_bytes("".join(f"{n}\t{text}\n" for n, text in sorted(lines.items())).encode())
    assert {n: find_numbered_line(path, n) for n in range(502)} == {n: lines.get(n) for n in range(502)}


def test_a_file_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    assert find_numbered_line(tmp_path / "none.tsv", 3) is None
