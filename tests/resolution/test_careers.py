"""Films of one name that are one career, and where they fall apart."""

from __future__ import annotations

import pytest
from handmade import Page

from filmgraph.model.entities import Dataset
from filmgraph.resolution import resolve
from filmgraph.resolution.weights import JOIN, SPLIT, Comparison, weigh


def held(*films: tuple[int, str, str]) -> Dataset:
    """The dataset of films of (year, roles, name), amid enough names to tell which are common."""
    pages = []
    for n, (year, roles, name) in enumerate(films):
        pages.append(Page(f"{n}.txt").state(title=f"Film {n}", year=str(year)))
        for role in roles.split():
            pages[-1].credit(role, name)
    common = [f"{given} Lee" for given in ("Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Kit")]
    common += [
        f"Ann {surname}x" for surname in ("Abe", "Bor", "Cal", "Dem", "Ers", "Fal", "Gor", "Hem", "Ist")
    ]
    for n, name in enumerate(common):
        pages.append(Page(f"x{n}.txt").state(title=f"Other {n}", year="1980").credit("actor", name))
    return resolve([p.document for p in pages], [p.facts for p in pages], [])


def careers(dataset: Dataset, name: str) -> int:
    return sum(a.preferred_name == name for a in dataset.agents)


@pytest.mark.parametrize(
    ("films", "name", "expected"),
    [
        # One line of work, no silence.
        (((1960, "actor"), (1975, "actor")), "Ann Lee", 1),
        # Who directs may have written long before; who acts after a long silence is somebody else.
        (((1960, "screenwriter"), (1975, "director")), "Una Quill", 1),
        (((1960, "screenwriter"), (2005, "actor")), "Ann Lee", 2),
        # No career has a hole of more than 50 years.
        (((1930, "actor"), (1990, "actor")), "Una Quill", 2),
        (((1930, "actor"), (1960, "actor"), (1990, "actor")), "Una Quill", 1),
        # Who did both on one film does both.
        (((1960, "actor"), (1961, "actor director"), (1962, "director")), "Ann Lee", 1),
        (((1960, "actor"), (1961, "actor"), (1961, "director"), (1962, "director")), "Ann Lee", 2),
    ],
)
def test_careers(films: tuple[tuple[int, str], ...], name: str, expected: int) -> None:
    assert careers(held(*((year, role, name) for year, role in films)), name) == expected


def test_a_split_says_why() -> None:
    dataset = held((1960, "screenwriter", "Ann Lee"), (2005, "actor", "Ann Lee"))
    (why,) = (e.why for e in dataset.explanations if e.verdict == "kept apart")
    assert "their careers lie 45 years apart" in why
    assert "the one is credited as screenwriter, the other as actor" in why
    assert why.endswith("bits)")


def test_what_weighs_more() -> None:
    """Each comparison moves the sum in its own direction."""
    base = Comparison("same", 30, same_work=True, co_workers=0.0, rarity=0.0, marked=False)
    assert weigh(base) < SPLIT < weigh(base._replace(years_apart=3))
    for more in ({"co_workers": 1.0}, {"rarity": 5.0}, {"marked": True}, {"years_apart": None}):
        assert weigh(base._replace(**more)) > weigh(base)
    assert weigh(base._replace(same_work=False)) < weigh(base)
    assert weigh(base._replace(kind="spelling")) < weigh(base._replace(kind="nickname")) < JOIN


def test_a_company_has_no_career() -> None:
    pages = [
        Page(f"{n}.txt").state(title=f"Film {n}", year=str(year)).credit(role, "Arte", kind="organization")
        for n, (year, role) in enumerate([(1930, "distributor"), (2005, "production-company")])
    ]
    dataset = resolve([p.document for p in pages], [p.facts for p in pages], [])
    assert careers(dataset, "Arte") == 1


def test_a_middle_initial_makes_a_name_rare() -> None:
    films = ((1960, "screenwriter"), (1965, "actor"))
    assert careers(held(*((year, role, "Ann Lee") for year, role in films)), "Ann Lee") == 2
    assert careers(held(*((year, role, "Ann Q. Lee") for year, role in films)), "Ann Q. Lee") == 1
