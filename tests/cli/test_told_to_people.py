"""What commands tell a person: files kept, gone and doubled, films of sources, what to do after a refusal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run, succeed

REVIEW = "Hunger\nUK 2008\nDirector: Steve McQueen\nEditor: Joe Walker\n"
LIST = (
    "film;year;director;cinematographer\nShame;2011;Steve McQueen;Sean Bobbitt\nWidows;2018;Steve McQueen;\n"
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk for tests that change nothing."""
    return lay_desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk for one test alone."""
    return lay_desk(tmp_path)


def lay_desk(tmp_path: Path) -> Path:
    """A folder with a review, its copy and a list, all added."""
    reviews = tmp_path / "reviews"
    reviews.mkdir()
    (reviews / "hunger.txt").write_text(REVIEW, encoding="utf-8")
    (reviews / "hunger (copy).txt").write_text(REVIEW, encoding="utf-8")
    (reviews / "list.csv").write_text(LIST, encoding="utf-8")
    told = run("add", "reviews", cwd=tmp_path)
    assert told.returncode == 0
    assert (
        "Note: reviews/hunger.txt has the text of reviews/hunger (copy).txt; the two count as one"
        in told.stderr
    )
    return tmp_path


def test_a_file_that_says_nothing_now_or_is_gone_is_told_and_kept(desk: Path) -> None:
    (desk / "reviews" / "list.csv").write_text("", encoding="utf-8")
    (desk / "reviews" / "hunger (copy).txt").unlink()
    told = run("add", "reviews", cwd=desk)
    assert told.returncode == 1
    kept = "is empty; what it said before is kept, 'filmgraph remove reviews/list.csv' takes it out"
    assert kept in told.stderr
    assert "1 file is in the store and no longer in the folder" in told.stderr
    assert "filmgraph remove 'reviews/hunger (copy).txt'" in told.stderr
    assert "copy" not in run("add", "reviews/hunger.txt", cwd=desk).stderr, "only of a folder that was named"
    assert "what it said before is kept" in run("add", "reviews/list.csv", cwd=desk).stderr
    assert "Widows" in succeed("show", "Widows", cwd=desk)


def test_sources_are_listed_with_their_films(shared: Path) -> None:
    lines = succeed("sources", cwd=shared).splitlines()
    of = {line.split("  ")[1]: line for line in lines if "reviews/" in line}
    assert "Shame and 1 more" in of["reviews/list.csv"]
    assert "Hunger" in of["reviews/hunger.txt"]
    assert "Hunger" in of["reviews/hunger (copy).txt"], "a copy is of the same film"
    rows = json.loads(succeed("sources", "--format", "json", cwd=shared))["results"]["bindings"]
    assert {"source", "films", "kind", "sha256"} <= rows[0].keys()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["remove", "list.csv"], 3, "Did you mean 'reviews/list.csv'?"),
        (["reject", "Hunger", "--because", "x"], 3, "Name it by FILM ROLE AGENT"),
        (["different", "Joe Walker", "Joe Walker"], 2, "'filmgraph show \"Joe Walker\" --iris' prints them"),
        (["same", "Hunger", "Hunger"], 2, 'name each with its year, as in "Hunger (1999)"'),
        (["assert", "Hunger", "cinematografer", "Sean Bobbitt", "--because", "x"], 2,
         "name one of cinematographer, or"),
        (["assert", "Ratcatcher", "director", "Lynne Ramsay", "--because", "x"], 3,
         "A film comes into the store with a document"),
        (["undo", "first"], 2, "'first' is not a valid integer"),
        (["query", "nothing.rq"], 2, "There is no file nothing.rq; 'filmgraph queries' lists"),
        (["show", "Zzyzx"], 3, "'filmgraph sources' lists what was read"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_to_do(shared: Path, words: list[str], code: int, told: str) -> None:
    refused = run(*words, cwd=shared)
    assert refused.returncode == code
    assert told in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_name_new_to_the_store_is_told_with_those_near_it(desk: Path) -> None:
    told = run("assert", "Widows", "editor", "Joe Walkr", "--because", "press kit", cwd=desk).stderr
    assert "Joe Walkr is new to this store. Near it are Joe Walker" in told
    told = run("assert", "Widows", "composer", "Hans Zimmer", "--because", "press kit", cwd=desk).stderr
    assert "Hans Zimmer is new to this store.\n" in told


def test_answers_say_each_thing_once(shared: Path) -> None:
    said = succeed("ask", "films by Steve McQueen edited by Joe Walker", "--why", cwd=shared)
    assert "Steve McQueen: director" in said
    assert "Joe Walker: editor" in said
    assert "“Editor: Joe Walker”" in said
    assert ": ;" not in said
    plain = succeed("ask", "films by Steve McQueen", cwd=shared)
    assert plain.count("Widows") == 1
    assert "Widows (2018)" in plain
    assert "Shame (2011)  " in succeed("ask", "when was Shame made", cwd=shared)
