"""Bad input ends in one clear sentence, the right exit code, and a store that holds what it held before."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from command_line import run, succeed

from filmgraph.sample import sample_paths

REVIEW = """Rosetta

By Owen Marchbanks

A girl runs, and the camera runs after her.

Directed by: Jean-Pierre Dardenne, Luc Dardenne
Cinematography: Alain Marcoen
Editor: Marie-Hélène Dozo
Cast: Emilie Dequenne (Rosetta), Fabrizio Rongione (Riquet)
Running time: 95 minutes
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a good review and a store that holds it."""
    (tmp_path / "rosetta.txt").write_text(REVIEW, encoding="utf-8")
    assert run("add", "rosetta.txt", cwd=tmp_path).returncode == 0
    return tmp_path


def nquads(desk: Path) -> str:
    succeed("export", "now.nq", cwd=desk)
    return (desk / "now.nq").read_text(encoding="utf-8")


def sentence(stderr: str) -> str:
    assert "Traceback" not in stderr
    assert len(stderr.strip().splitlines()) <= 4, stderr
    return stderr


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty|no words|blank|nothing"),
    "binary.txt": (bytes(range(256)) * 40, "binary|not (a )?text|not read"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 400, "not read yet"),
    "press-kit.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "not read yet"),
    "dump.json": (b'{"title": "Rosetta"}', "no credit|no film"),
    "no-title.txt": (b"\n\nEditor: \n", "no credit|no film"),
    "prose.txt": (
        b"A note to the milkman: two pints, please, and thank you for last week.\n",
        "no credit|no film",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_alone_adds_nothing(desk: Path, name: str) -> None:
    before = nquads(desk)
    data, said = BAD_FILES[name]
    (desk / name).write_bytes(data)
    done = run("add", name, cwd=desk)
    assert done.returncode == 3
    assert name in sentence(done.stderr)
    assert re.search(said, done.stderr), done.stderr
    assert nquads(desk) == before


def test_50_megabytes_of_text_are_refused_at_once(desk: Path) -> None:
    with (desk / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
        file.write(b"Director: Nobody\n")
    done = run("add", "huge.txt", cwd=desk, timeout=20)
    assert done.returncode == 3
    assert "huge.txt" in sentence(done.stderr)
    assert "MB" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "rosetta.txt").write_bytes(REVIEW.encode(encoding))
    data = json.loads(succeed("extract", "--format", "jsonl", "rosetta.txt", cwd=tmp_path))
    assert "Marie-Hélène Dozo" in {c["agent"] for c in data["credits"]}


def test_mojibake_is_said(tmp_path: Path) -> None:
    (tmp_path / "rosetta.txt").write_text(REVIEW.encode("utf-8").decode("cp1252"), encoding="utf-8")
    done = run("extract", "--format", "jsonl", "rosetta.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert "rosetta.txt" in sentence(done.stderr)
    assert json.loads(done.stdout)["film"]["title"] == "Rosetta"


def test_ten_broken_files_among_many_lose_nothing(tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(200):
        (many / f"good-{number:03}.txt").write_text(
            REVIEW.replace("Rosetta", f"Rosetta {number}"), encoding="utf-8"
        )
    for number in range(10):
        (many / f"bad-{number}.txt").write_bytes(bytes([0, 1, 2, 255, number]) * 100)
    done = run("add", "many", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "10 files were skipped" in done.stderr
    assert all(f"bad-{number}.txt" in done.stderr for number in range(10))
    assert "200 added" in done.stderr


def test_ragged_rows_are_skipped_and_counted(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "film,year,role,name\nAmour,2012,director,Michael Haneke\nAmour,2012,editor\n"
        "Amour,2012,editor,Monika Willi\nAmour,2012,editor,Nadine Muse,extra,cells\n",
        encoding="utf-8",
    )
    done = run("add", "list.csv", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert "line 3" in done.stderr
    assert "line 5" in done.stderr
    table = succeed("query", "cast-and-crew", "-p", "film=Amour", "--format", "csv", cwd=tmp_path)
    assert "Monika Willi" in table
    assert "Michael Haneke" in table


def test_paths_and_stores_that_are_not(desk: Path) -> None:
    (desk / "folder").mkdir()
    (desk / "folder" / "note.txt").write_text("not a store")
    (desk / "file.db").write_text("not a store either")
    for arguments, code, said in (
        (("add", "nowhere.txt"), 3, "nowhere.txt"),
        (("info", "--store", "none.db"), 3, "none.db"),
        (("info", "--store", "folder"), 3, "folder"),
        (("info", "--store", "file.db"), 3, "file.db"),
        (("add", "rosetta.txt", "--store", "folder"), 3, "folder"),
        (("remove", "never-read.txt"), 3, "never-read.txt"),
        (("show", "Nobody At All"), 3, "Nobody At All"),
        (("query", "filmografy"), 2, "filmography"),
        (("query", "filmography"), 2, "agent"),
        (("exprot", "x.ttl"), 2, "export"),
        (("export", "x.xyz"), 2, ".graphml"),
        (("info", "--store", "http://127.0.0.1:9/sparql"), 3, "127.0.0.1:9"),
    ):
        done = run(*arguments, cwd=desk)
        assert done.returncode == code, (arguments, done.stderr)
        assert said in sentence(done.stderr), (arguments, done.stderr)
        assert done.stdout == ""


def test_a_query_that_is_not_sparql_names_line_and_column(desk: Path) -> None:
    done = run("query", "-", cwd=desk, stdin="SELECT ?a WHERE {\n  ?a ?b }}\n")
    assert done.returncode == 2
    assert re.search(r"line 2", sentence(done.stderr))


def test_names_of_files_may_be_any_bytes(desk: Path) -> None:
    name = os.fsdecode(b"Caf\xe9.txt")
    (desk / name).write_text(REVIEW.replace("Rosetta", "Lorna"), encoding="utf-8")
    assert "2 films" in run("add", name, cwd=desk).stderr
    assert r"Caf\xe9.txt" in succeed("sources", cwd=desk)
    assert "1 film," in run("remove", name, cwd=desk).stderr


def test_damaged_facts_are_named_and_can_be_read_anew(desk: Path) -> None:
    (facts,) = (desk / "film.db" / "facts").iterdir()
    facts.write_text("[]\n")
    done = run("add", "rosetta.txt", cwd=desk)
    assert done.returncode == 3
    assert "the facts of rosetta.txt cannot be read" in sentence(done.stderr)
    succeed("remove", "rosetta.txt", cwd=desk)
    assert "1 film," in run("add", "rosetta.txt", cwd=desk).stderr


def test_questions_in_another_encoding_are_said(desk: Path) -> None:
    (desk / "questions.txt").write_bytes("who edited Rosetta\nwho edited Caché\n".encode("cp1252"))
    done = run("ask", "--batch", "questions.txt", cwd=desk)
    assert done.returncode == 3
    assert "questions.txt is not UTF-8" in sentence(done.stderr)
    (desk / "questions.txt").write_text("who edited Rosetta\n", encoding="utf-8-sig")
    assert '"error": null' in succeed("ask", "--batch", "questions.txt", cwd=desk)


def test_debug_shows_the_trace(desk: Path) -> None:
    assert "Traceback" in run("--debug", "info", "--store", "none.db", cwd=desk).stderr
    assert "Traceback" in run("info", "--store", "none.db", "--debug", cwd=desk).stderr


def test_output_that_nobody_reads_is_no_error(tmp_path: Path) -> None:
    succeed("add", *sample_paths(), cwd=tmp_path)
    import subprocess
    import sys

    command = f"{sys.executable} -m filmgraph query director-actor-pairs --format csv | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == ""
