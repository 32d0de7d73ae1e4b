"""Lists that mark names "(as …)": who is whose other name, and who is nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from handmade import Page

from filmgraph.model.entities import Dataset
from filmgraph.resolution import resolve
from filmgraph.resolution.listed import is_variant
from filmgraph.resolution.mentions import find_mentions

# (film, year, role, name, marked)
Row = tuple[str, int, str, str, bool]
# Enough marked names for the list to be one that marks.
FILLER: list[Row] = [(f"Filler {n}", 1900 + n, "actor", f"Zed Quux{chr(97 + n)}", True) for n in range(20)]


def held(rows: Sequence[Row], filler: Sequence[Row] = FILLER) -> Dataset:
    """The dataset of one credit list."""
    pages: dict[str, Page] = {}
    document = Page("list.csv", rows=True, is_review=False)
    for title, year, role, name, marked in [*rows, *filler]:
        page = pages.get(title)
        if page is None:
            page = pages[title] = Page("list.csv", title, rows=True, is_review=False, lines=document.lines)
            page.state(title=title, year=str(year))
        page.credit(role, name)
        if marked:
            page.credits[-1] = replace(page.credits[-1], note=f"(as {name})")
    whole = document.document
    return resolve([whole], [replace(p.facts, document=whole.sha256) for p in pages.values()], [])


def bearers(dataset: Dataset, *names: str) -> int:
    """How many agents bear `names`."""
    return sum(not {a.preferred_name, *a.aliases}.isdisjoint(names) for a in dataset.agents)


def whys(dataset: Dataset, verdict: str) -> str:
    return "\n".join(e.why for e in dataset.explanations if e.verdict == verdict)


def test_a_marked_name_is_another_name_of_somebody_alike() -> None:
    rows: list[Row] = [
        ("Harbor", 1950, "actor", "Lucille Bensen", True),
        ("Summit", 1952, "actor", "Lucille Benson", False),
    ]
    dataset = held(rows)
    assert bearers(dataset, "Lucille Bensen", "Lucille Benson") == 1
    assert "a list marks 'Lucille Bensen' as not the usual name" in whys(dataset, "joined")
    unmarked = held([(*row[:4], False) for row in rows], filler=())
    assert bearers(unmarked, "Lucille Bensen", "Lucille Benson") == 2


@pytest.mark.parametrize(
    ("note", "marked"),
    [
        ("(as Ann Lee)", True),
        ("as Ann Lee", True),
        ("(credited as ANN LEE)", True),
        ("screenplay (as Ann Lee) (uncredited)", True),
        ("(as Ann Leigh)", False),
        ("based on the play", False),
        ("(uncredited)", False),
        (None, False),
    ],
)
def test_notes_that_mark(note: str | None, marked: bool) -> None:
    page = Page("list.csv", rows=True).state(title="Harbor").credit("actor", "Ann Lee")
    page.credits[-1] = replace(page.credits[-1], note=note)
    (mention,) = find_mentions([page.facts], [0], "https://example.org/")
    assert is_variant(mention) == marked


def test_two_unmarked_names_are_two_however_alike() -> None:
    rows: list[Row] = [
        ("Harbor", 1950, "actor", "Robert Wilke", False),
        ("Harbor", 1950, "director", "Ada Lunn", False),
        ("Summit", 1951, "actor", "Robert J. Wilke", False),
        ("Summit", 1951, "director", "Ada Lunn", False),
    ]
    assert bearers(held(rows), "Robert Wilke", "Robert J. Wilke") == 2
    assert bearers(held(rows, filler=()), "Robert Wilke", "Robert J. Wilke") == 1


@pytest.mark.parametrize("accent", ["Jose Garcia", "José Garcia"])
def test_a_name_both_marked_and_unmarked_is_borne_by_two(accent: str) -> None:
    rows: list[Row] = [
        ("Harbor", 1950, "actor", "José Garcia", False),
        ("Summit", 1951, "actor", accent, True),
    ]
    dataset = held(rows)
    # With the accent it is one person: the list says that the film left it out.
    assert bearers(dataset, "José Garcia", "Jose Garcia") == (2 if accent == "José Garcia" else 1)
    if accent == "José Garcia":
        assert "as another name of the one" in whys(dataset, "kept apart")


def test_a_marked_name_that_fits_two_joins_neither() -> None:
    dataset = held(
        [
            ("Harbor", 1950, "actor", "Bob Mitchum", True),
            ("Summit", 1951, "actor", "Robert Mitchum", False),
            ("Valley", 1951, "actor", "Bobby Mitchum", False),
        ]
    )
    assert bearers(dataset, "Bob Mitchum", "Robert Mitchum", "Bobby Mitchum") == 3
    assert "fits as well" in whys(dataset, "doubtful")


def test_a_marked_surname_is_its_only_bearers() -> None:
    rows: list[Row] = [
        ("Harbor", 1932, "actor", "Boris Karloff", False),
        ("Summit", 1934, "actor", "Karloff", True),
    ]
    assert bearers(held(rows), "Karloff", "Boris Karloff") == 1
    rows += [("Valley", 1933, "actor", "Ann Karloff", False)]
    assert bearers(held(rows), "Karloff", "Boris Karloff", "Ann Karloff") == 3


def test_words_without_a_capital_name_nobody() -> None:
    crowd: list[Row] = [(f"Crowd {n}", 1950 + n, "actor", f"Person No{n}", False) for n in range(120)]
    rows: list[Row] = [(f"Harbor {n}", 2000 + n, "actor", "a passer-by", True) for n in range(2)]
    assert bearers(held([*crowd, *rows]), "a passer-by") == 2


def test_the_order_of_rows_does_not_matter() -> None:
    rows: list[Row] = [
        ("Harbor", 1950, "actor", "Lucille Bensen", True),
        ("Summit", 1952, "actor", "Lucille Benson", False),
        ("Valley", 1953, "actor", "Lucille Benson", True),
        ("Meadow", 1954, "actor", "Lucy Benson", True),
    ]
    first = {(a.preferred_name, a.aliases) for a in held(rows).agents}
    for seed in range(5):
        moved = list(rows)
        Random(seed).shuffle(moved)
        assert {(a.preferred_name, a.aliases) for a in held(moved).agents} == first
