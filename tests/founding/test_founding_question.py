"""The founding question, "which producers worked with both Audiard and the Dardennes", against golden tables.

`pytest --accept tests/founding` writes the tables anew; read the diff before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import succeed

from filmgraph.sample import sample_paths

HERE = Path(__file__).resolve().parent
SEED = HERE.parents[2] / "shared" / "seed"
QUESTION = "Which producers worked with both Audiard and the Dardennes?"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample corpus."""
    store = tmp_path_factory.mktemp("sample") / "film.db"
    succeed("add", *sample_paths(), "--store", store)
    return store


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the founding review alone."""
    if not SEED.is_dir():
        pytest.skip("the founding review is not part of the project")
    store = tmp_path_factory.mktemp("seed") / "film.db"
    succeed("add", *sorted(SEED.glob("*.txt")), "--store", store)
    return store


def ask(store: Path, *options: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        succeed("ask", QUESTION, "--format", "json", "--store", store, *options)
    )
    assert answer["error"] is None
    return answer


def table(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The answers as the golden files hold them: who, through which films, and the words."""
    return [
        {
            "group": row["group"],
            "label": row["label"],
            "films": [
                f"{film['film']}: {', '.join(film['own_roles'])}; "
                f"{film['with']}: {', '.join(film['their_roles'])}"
                for film in row["films"]
            ],
            "quotes": sorted({said["quote"] for said in row["evidence"] if said["quote"]}),
        }
        for row in answer["answers"]
    ]


def check(name: str, found: list[dict[str, Any]], request: pytest.FixtureRequest) -> None:
    path = HERE / name
    if request.config.getoption("--accept"):
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))


def test_on_the_sample(sample: Path, request: pytest.FixtureRequest) -> None:
    answer = ask(sample)
    rows = answer["answers"]
    people = {row["label"] for row in rows if row["group"] == "people"}
    companies = {row["label"] for row in rows if row["group"] == "companies"}
    assert {"Pascal Caucheteux", "Martine Cassinelli", "Grégoire Sorlat"} <= people
    assert {"Why Not Productions", "France 2 Cinéma"} <= companies
    # The two and the members of the team are never answers.
    assert not people & {
        "Jacques Audiard",
        "Audiard",
        "Jean-Pierre Dardenne",
        "Luc Dardenne",
        "Dardenne brothers",
    }
    # Rows that different films support come first; a shared film is an answer too.
    assert {row["same_films"] for row in rows if row["label"] == "Pascal Caucheteux"} == {False}
    for group in ("people", "companies"):
        shared = [row["same_films"] for row in rows if row["group"] == group]
        assert shared == sorted(shared)
    assert all(row["evidence"] and all(said["source"] for said in row["evidence"]) for row in rows)
    check("sample.json", table(answer), request)


def test_on_the_sample_for_films_that_they_directed(sample: Path, request: pytest.FixtureRequest) -> None:
    check("sample-directed.json", table(ask(sample, "--directed")), request)


def test_on_the_founding_review(seed: Path, request: pytest.FixtureRequest) -> None:
    answer = ask(seed)
    people = [row for row in answer["answers"] if row["group"] == "people"]
    assert [row["label"] for row in people] == ["Martine Cassinelli"]
    quotes = [said["quote"] for row in people for said in row["evidence"]]
    assert any(
        "Dardenne brothers, who produced through their Les Films du Fleuve" in quote for quote in quotes
    )
    assert any("Executive producer, Martine Cassinelli" in quote for quote in quotes)
    companies = {row["label"] for row in answer["answers"] if row["group"] == "companies"}
    assert {"France 2 Cinema", "Les Films du Fleuve", "RTBF", "Lumiere", "Lunanime"} <= companies
    assert answer["narrower"]["count"] == 0
    # The review's words are not ours to keep: names alone stand in the golden table.
    check("seed.json", [{k: row[k] for k in ("group", "label")} for row in table(answer)], request)


def test_on_the_founding_review_nobody_worked_on_films_that_both_directed(seed: Path) -> None:
    answer = ask(seed, "--directed")
    assert answer["answers"] == []
    assert "Nothing found" in succeed("ask", QUESTION, "--directed", "--store", seed)
