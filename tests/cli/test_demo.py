"""The demo: from files to an answer and a page, twice in a row, and never over a person's own files."""

from __future__ import annotations

from pathlib import Path

from command_line import run, succeed


def test_the_demo_answers_and_draws_and_can_be_run_again(tmp_path: Path) -> None:
    first = succeed("demo", cwd=tmp_path)
    assert "Pascal Caucheteux" in first
    assert "“The Dardenne brothers, who produced through their Les Films du Fleuve" in first
    assert first.rstrip().endswith("filmgraph add YOUR-REVIEWS --store demo/film.db")
    page = (tmp_path / "demo" / "graph.html").read_text(encoding="utf-8")
    assert "Martine Cassinelli" in page
    assert "http://" not in page.replace("http://www.w3.org/", "")
    assert succeed("demo", cwd=tmp_path) == first
    assert (tmp_path / "demo" / "graph.html").read_text(encoding="utf-8") == page


def test_the_demo_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("three years of work")
    done = run("demo", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert "mine" in done.stderr
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    succeed("demo", cwd=tmp_path)
    (tmp_path / "demo" / "reviews" / "amour.txt").write_text("my own review of Amour")
    assert run("demo", cwd=tmp_path).returncode == 2
    assert (tmp_path / "demo" / "reviews" / "amour.txt").read_text() == "my own review of Amour"
