"""The graph of infoboxes and TMDb's tables against what the raw files say, read by a script apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from raw_answers import RawFilm, adaptations_of, join, producers_of_both, read_infoboxes, read_tmdb

from filmgraph import pipeline
from filmgraph.asking import ask
from filmgraph.catalogs.parameters import resolve_parameters
from filmgraph.catalogs.queries import bind, find_query
from filmgraph.model.names import fold
from filmgraph.store import LocalStore, open_store

RAW = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not RAW.is_dir(), reason="needs the data beside the checkout")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    """The store that `filmgraph add wikipedia_infobox tmdb` builds."""
    store = tmp_path_factory.mktemp("tables") / "film.db"
    report = pipeline.add([RAW / "wikipedia_infobox", RAW / "tmdb"], store)
    assert report.films > 8000 and not report.skipped
    assert all("stands for" in reason for reason in report.wrong)  # the source gives two films one id
    opened = open_store(str(store))
    assert isinstance(opened, LocalStore)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def raw() -> list[RawFilm]:
    return join(read_infoboxes(RAW) + read_tmdb(RAW))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Steven Spielberg", "Clint Eastwood"),
        ("Martin Scorsese", "Leonardo DiCaprio"),
        ("Joel Coen", "George Clooney"),
        ("Woody Allen", "Scarlett Johansson"),
        ("Ridley Scott", "Hans Zimmer"),
        ("Quentin Tarantino", "Uma Thurman"),
    ],
)
def test_producers_who_worked_with_both(graph: LocalStore, raw: list[RawFilm], one: str, other: str) -> None:
    answer = ask(f"which producers worked with both {one} and {other}", graph)
    people = next((group.rows for group in answer.groups if group.name == "people"), ())
    expected = {fold(name) for name in producers_of_both(raw, one, other) if not is_company(name)}
    assert expected
    assert {fold(row.label) for row in people} == expected


def is_company(name: str) -> bool:
    return bool(re.search(r"\b(Films?|Pictures|Productions?|Entertainment|Media)\b", name))


@pytest.mark.parametrize(
    "author",
    ["Stephen King", "John Grisham", "Michael Crichton", "Elmore Leonard", "Jane Austen", "Nicholas Sparks"],
)
def test_works_that_were_adapted_and_by_whom(graph: LocalStore, raw: list[RawFilm], author: str) -> None:
    expected = adaptations_of(raw, author)
    answer = ask(f"which works by {author} were adapted, and by whom", graph)
    films = {(film.title, film.year) for row in answer.rows() for film in row.films()}
    asked = {(squeeze(title), year) for title, year in films}
    wanted = {(squeeze(title), str(year)) for title, year in expected}
    assert len(wanted) >= 4
    missing = {w for w in wanted if not any(w[0] == a[0] and abs(int(w[1]) - int(a[1])) <= 1 for a in asked)}
    assert missing == set()
    query = find_query("writers-of-adaptations")
    resolved = resolve_parameters(query, {"author": author}, graph)
    table = graph.select(bind(query, resolved.bindings))
    by_film: dict[tuple[str, str], set[str]] = {}
    for row in table:
        by_film.setdefault((squeeze(row["title"]), row["year"]), set()).add(fold(row["writer_name"]))
    for (title, year), writers in expected.items():
        told = by_film.get((squeeze(title), str(year)), set())
        named = {fold(w) for w in writers if w[0].isupper()}
        assert named <= told or not told, f"{title} ({year})"


def squeeze(title: str) -> str:
    return fold(title).replace(" ", "")
