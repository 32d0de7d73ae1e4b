"""The library, as the README shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

import filmgraph
from filmgraph.errors import StoreError, UsageError
from filmgraph.sample import sample_paths


def test_a_store_is_added_to_asked_and_drawn(tmp_path: Path) -> None:
    with filmgraph.open(tmp_path / "film.db") as films:
        report = films.add(p for p in sample_paths() if "prophet" in p.name or "bone" in p.name)
        assert (report.added, report.films) == (2, 2)
        answer = films.ask("which producers worked with both Audiard and the Dardennes")
        assert "Martine Cassinelli" in {row.label for row in answer.rows()}
        table = films.query("filmography", agent="Audiard")
        assert {"A Prophet", "Rust and Bone"} <= {row["title"] for row in table}
        assert "<table>" in table._repr_html_()
        network = films.network("collaborations")
        assert network.number_of_nodes() > 20
        films.export(tmp_path / "graph.ttl")
        assert "schema:Movie" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
        assert len(films.select("SELECT * { ?film a <https://schema.org/Movie> }")) == 2
        films.add(sample_paths())
        assert len(films.select("SELECT * { ?film a <https://schema.org/Movie> }")) == 30


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    with filmgraph.open(tmp_path / "none.db") as films, pytest.raises(StoreError, match=r"none\.db"):
        films.select("SELECT * {}")


def test_what_the_library_cannot_do_is_said_as_the_command_line_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with filmgraph.open("film.db") as films, pytest.raises(UsageError, match="the networks are adaptations"):
        films.network("colaborations")
    endpoint = filmgraph.open("HTTP://127.0.0.1:9/sparql")
    with pytest.raises(UsageError, match="can only be queried"):
        endpoint.add(sample_paths())
    assert not list(tmp_path.iterdir())
