"""Adding, changing, removing and deciding leave exactly what they should."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import run, succeed

from filmgraph.sample import sample_paths


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus in a folder, and a store that holds it."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "reviews").mkdir()
    for path in sample_paths():
        (folder / "reviews" / path.name).write_bytes(path.read_bytes())
    succeed("add", "reviews", cwd=folder)
    return folder


def nquads(folder: Path, store: str = "film.db") -> str:
    succeed("export", f"{store}.nq", "--store", store, cwd=folder)
    return (folder / f"{store}.nq").read_text(encoding="utf-8")


def test_two_builds_and_two_orders_give_the_same_bytes(corpus: Path) -> None:
    reviews = [f"reviews/{p.name}" for p in sample_paths()]
    for path in reversed(reviews[1:]):
        succeed("extract", path, "--format", "jsonl", cwd=corpus)
        break
    succeed("add", *reversed(reviews), "--store", "reversed.db", cwd=corpus)
    succeed("add", *reviews[:11], "--store", "parts.db", cwd=corpus)
    succeed("add", *reviews[11:], "--store", "parts.db", cwd=corpus)
    whole = nquads(corpus)
    assert whole.count("\n") > 5000
    assert nquads(corpus, "reversed.db") == whole
    assert nquads(corpus, "parts.db") == whole
    assert "23 unchanged" in run("add", "reviews", "--store", "parts.db", cwd=corpus).stderr
    assert nquads(corpus, "parts.db") == whole


def test_a_changed_document_leaves_no_trace_of_its_former_self(corpus: Path) -> None:
    review = corpus / "extra.txt"
    review.write_text(
        "Amour fou\n\nDirector: Jessica Hausner\nEditor: Zebulon Quickfinger\n", encoding="utf-8"
    )
    before = nquads(corpus)
    succeed("add", "extra.txt", cwd=corpus)
    assert "Quickfinger" in nquads(corpus)
    review.write_text("Amour fou\n\nDirector: Jessica Hausner\nEditor: Karina Ressler\n", encoding="utf-8")
    assert "1 read anew" in run("add", "extra.txt", cwd=corpus).stderr
    changed = nquads(corpus)
    assert "Quickfinger" not in changed
    assert "Karina Ressler" in changed
    succeed("remove", "extra.txt", cwd=corpus)
    assert nquads(corpus) == before


def test_same_and_its_undoing_restore_the_bytes(corpus: Path) -> None:
    before = nquads(corpus)
    succeed("same", "Martine Cassinelli", "Patrick Godeau", "--because", "a test", cwd=corpus)
    joined = nquads(corpus)
    assert joined != before
    succeed("undo", "1", cwd=corpus)
    assert nquads(corpus) == before
    assert [row["decision"] for row in decisions(corpus)] == ["same", "undo"]


def decisions(corpus: Path) -> list[dict[str, str]]:
    data = json.loads(succeed("decisions", "--format", "json", cwd=corpus))
    return [{k: v["value"] for k, v in row.items()} for row in data["results"]["bindings"]]


def test_a_rejected_credit_stays_away_and_an_asserted_one_stays(corpus: Path) -> None:
    page = json.loads(succeed("show", "Denis Freyd", "--format", "json", cwd=corpus))
    credit = page["departments"][0][1][0]["credit"]
    bad = run("reject", "Amour", "editor", "http://x y/>", "--because", "a test", cwd=corpus)
    assert bad.returncode == 3 and "http://x y/>" in bad.stderr
    succeed("reject", credit, "--because", "a test", cwd=corpus)
    succeed("assert", "Amour", "editor", "Nobody Wasthere", "--because", "a test", cwd=corpus)
    succeed("add", "reviews", cwd=corpus)
    graph = nquads(corpus)
    assert credit not in graph
    assert "Nobody Wasthere" in graph
    numbers = [row["number"] for row in decisions(corpus)][-2:]
    for number in reversed(numbers):
        succeed("undo", number, cwd=corpus)
    assert credit in nquads(corpus)
    assert "Nobody Wasthere" not in nquads(corpus)


def wait_until_read(process: subprocess.Popen[str], store: Path, texts: int) -> None:
    """Wait until `process` writes the store and has put so many texts beside the 23 that are published."""
    while process.poll() is None:
        holds = (store / "writer.lock").read_text(encoding="ascii").strip() == str(process.pid)
        if holds and len(list((store / "documents").iterdir())) >= 23 + texts:
            return
        time.sleep(0.005)
    raise AssertionError(f"it ended before {texts} texts were read: {process.communicate()[1]}")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_add_changes_nothing(corpus: Path, tmp_path: Path, stop: signal.Signals) -> None:
    before = nquads(corpus)
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        text = (corpus / "reviews" / "rust-and-bone.txt").read_text(encoding="utf-8")
        (many / f"{number}.txt").write_text(
            text.replace("Rust and Bone", f"Rust and Stone {number}"), encoding="utf-8"
        )
    # What it does after the last text is stopped step by step in tests/store/test_crashes.py.
    for texts in (0, 1, 60):
        process = subprocess.Popen(
            [sys.executable, "-m", "filmgraph", "add", str(many)],
            cwd=corpus,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env={k: v for k, v in os.environ.items() if not k.startswith("FILMGRAPH_")},
        )
        wait_until_read(process, corpus / "film.db", texts)
        process.send_signal(stop)
        said = process.communicate(timeout=60)[1]
        assert process.returncode == (3 if stop == signal.SIGINT else -9), said
        assert "Traceback" not in said
        assert nquads(corpus) == before
    assert "23 unchanged" in run("add", "reviews", cwd=corpus).stderr


def test_a_second_writer_is_refused_and_readers_go_on(corpus: Path) -> None:
    hold = (
        "import sys\nfrom filmgraph.store import open_writer\n"
        "with open_writer('film.db'):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold], cwd=corpus, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        done = run("add", "reviews", cwd=corpus)
        assert done.returncode == 3
        assert str(holder.pid) in done.stderr
        assert "Traceback" not in done.stderr
        assert "films" in succeed("info", cwd=corpus)
        holder.communicate("", timeout=30)


def test_a_reader_is_spared_the_iris_that_programs_get(corpus: Path) -> None:
    for name in ("collaborations", "bridges"):
        assert "w3id.org" not in succeed("analyze", name, "--top", "3", cwd=corpus)
        assert "w3id.org" in succeed("analyze", name, "--top", "3", "--format", "csv", cwd=corpus)


def test_the_sample_passes_every_check(corpus: Path) -> None:
    done = run("check", "--shapes", "--format", "csv", cwd=corpus)
    assert done.stdout.splitlines() == ["check,thing,label,what"]
    assert done.returncode == 0
    assert "9 checks were run" in done.stderr
    assert "SHACL shapes were checked" in done.stderr


def test_contradicting_sources_are_found_by_check(tmp_path: Path) -> None:
    for name, minutes in (("one", 95), ("two", 120)):
        (tmp_path / f"{name}.txt").write_text(
            f"Rosetta\n\nDirector: Luc Dardenne\nEditor: Marie-Hélène Dozo\n"
            f"Running time: {minutes} minutes\n",
            encoding="utf-8",
        )
    succeed("add", "one.txt", "two.txt", cwd=tmp_path)
    done = run("check", "--format", "csv", cwd=tmp_path)
    assert done.returncode == 1
    assert "disputed-film-data" in done.stdout
    assert "minutes" in done.stdout
