"""The library, as the README shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

import filmgraph
from filmgraph.errors import StoreError
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
