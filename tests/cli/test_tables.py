"""Tables at the command line: mappings, `--explain`, statements a row, the words of a row, broken records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run, succeed

STATEMENTS = """Kismet|directed_by|William Dieterle
Kismet|starred_actors|Ann Blyth
Kismet|release_year|1944
Kismet|release_year|1955
Rosetta|directed_by|Luc Dardenne
Rosetta|release_year|1999
Rosetta|in_language|French
Rosetta|has_tags|handheld
Unknown|directed_by|Jaume Collet-Serra
"""
FILMS = [
    {"title": "Rosetta", "year": 1999, "director": ["Luc Dardenne", "Jean-Pierre Dardenne"], "budget": 1},
    {"title": "Amour", "year": 2012, "director": "Michael Haneke", "mood": "dark"},
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "kb.txt").write_text(STATEMENTS, encoding="utf-8")
    (tmp_path / "films.json").write_text(json.dumps(FILMS, indent=1), encoding="utf-8")
    lines = "".join(json.dumps(film) + "\n" for film in FILMS)
    (tmp_path / "films.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_statements_by_a_mapping_of_ours(desk: Path) -> None:
    succeed("add", "kb.txt", "--map", "metaqa", cwd=desk)
    shown = succeed("show", "Rosetta", cwd=desk)
    assert "Luc Dardenne" in shown and "1999" in shown and "handheld" not in shown
    assert "Rosetta|directed_by|Luc Dardenne" in shown
    assert "Collet-Serra" in succeed("show", "Unknown", cwd=desk)


def test_films_of_one_title_stay_apart_from_others(desk: Path) -> None:
    (desk / "list.csv").write_text(
        "title,year,director\nKismet,1944,William Dieterle\nKismet,1955,Vincente Minnelli\n",
        encoding="utf-8",
    )  # fmt: skip
    succeed("add", "kb.txt", "list.csv", "--map", "metaqa", cwd=desk)
    query = "SELECT (COUNT(*) AS ?n) { ?film <https://schema.org/name> 'Kismet' }"
    assert succeed("query", "-", "--format", "csv", cwd=desk, stdin=query).split()[-1] == "3"


@pytest.mark.parametrize("name", ["films.json", "films.jsonl"])
def test_a_record_is_shown_word_for_word(desk: Path, name: str) -> None:
    succeed("add", name, cwd=desk)
    done = succeed("ask", "who directed Amour", "--why", "--format", "json", cwd=desk)
    (evidence,) = json.loads(done)["answers"][0]["evidence"]
    assert json.loads(evidence["quote"]) == FILMS[1]
    assert evidence["quote"] in (desk / name).read_text(encoding="utf-8")


def test_explain_tells_each_column_and_writes_nothing(desk: Path) -> None:
    done = run("add", "--explain", "films.json", cwd=desk)
    told = " ".join(done.stdout.split())
    assert "director names: director" in told and "mood (not understood) dark" in told
    assert "budget" in done.stderr and not (desk / "film.db").exists()
    mapped = succeed("add", "--explain", "--map", "metaqa", "kb.txt", cwd=desk)
    assert "release_year its year" in " ".join(mapped.split())


def test_a_broken_record_is_left_out_and_said(desk: Path) -> None:
    lines = (desk / "films.jsonl").read_text(encoding="utf-8") + '{"title": "Cach\n'
    (desk / "films.jsonl").write_text(lines, encoding="utf-8")
    done = run("add", "films.jsonl", cwd=desk)
    assert done.returncode == 1
    assert "Left out: films.jsonl: line 3, record 3" in done.stderr
    assert "2 films" in done.stderr


def test_a_wrong_mapping_is_a_wrong_call(desk: Path) -> None:
    done = run("add", "kb.txt", "--map", "nowhere.toml", cwd=desk)
    assert done.returncode == 2 and "nowhere.toml does not exist" in done.stderr
