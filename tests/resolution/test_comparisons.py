"""Names that are alike and names that are not, and what each likeness still needs."""

from __future__ import annotations

import pytest

from filmgraph.resolution.comparisons import NEEDS, compare_companies, compare_persons
from filmgraph.resolution.normal import company_key, person_key, team_key


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Celine Sallette", "Céline Sallette", "same"),
        ("MARION COTILLARD", "Marion Cotillard", "same"),
        ("Jean-Pierre Dardenne", "Jean Pierre Dardenne", "same"),
        ("J.J. Abrams", "J. J. Abrams", "same"),
        ("Rebecca O'Brien", "Rebecca O’Brien", "same"),
        ("Łukasz Żal", "Lukasz Zal", "same"),
        ("Kore-eda Hirokazu", "Hirokazu Kore-eda", "order"),
        ("Kore-eda Hirokazu", "Hirokazu Koreeda", "order"),
        ("Wong Kar Wai", "Kar-Wai Wong", "order"),
        ("Rosemary De Camp", "Rosemary DeCamp", "spacing"),
        ("Samuel Jackson", "Samuel L. Jackson", "middle name"),
        ("June Raphael", "June Diane Raphael", "middle name"),
        ("Elisha Cook Jr.", "Elisha Cook", "generation"),
        ("Mark Boone Junior", "Mark Boone", "generation"),
        ("J. Audiard", "Jacques Audiard", "initials"),
        ("J.-L. Godard", "Jean-Luc Godard", "initials"),
        ("Bob Mitchum", "Robert Mitchum", "nickname"),
        ("Larry Fishburne", "Laurence Fishburne", "nickname"),
        ("Audiard", "Jacques Audiard", "surname"),
        ("von Trier", "Lars von Trier", None),
        ("Celine Salette", "Céline Sallette", "slip"),
        ("Lucille Bensen", "Lucille Benson", "slip"),
    ],
)
def test_persons_that_are_alike(left: str, right: str, kind: str | None) -> None:
    there, back = compare_persons(left, right), compare_persons(right, left)
    assert (there.kind if there else None) == kind
    assert there == back


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jean-Pierre Dardenne", "Luc Dardenne"),
        ("Jacques Audiard", "Michel Audiard"),
        ("Daniel Auteuil", "Danielle Auteuil"),
        ("Daniel Auteuil", "Daniela Auteuil"),
        ("Jan Decleir", "Jon Decleir"),
        ("Robert J. Wilke", "Robert L. Wilke"),
        ("Harry Carey Sr.", "Harry Carey Jr."),
        ("Marion Cotillard", "Marion Vernoux"),
        ("Joel Coen", "Ethan Coen"),
        ("Paul Thomas", "Thomas Vinterberg"),
        ("Ann Lee", "Ang Lee"),
    ],
)
def test_persons_that_are_not(left: str, right: str) -> None:
    assert compare_persons(left, right) is None


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Why Not Prods.", "Why Not Productions", "same"),
        ("Les Films du Fleuve", "Films du Fleuve", "same"),
        ("Les Films du Fleuve (Belgium)", "Les Films du Fleuve", "same"),
        ("Sony Pictures Classics, Inc.", "Sony Pictures Classics", "same"),
        ("Canal+", "Canal Plus", "same"),
        ("France 2 Cinema", "France 2 Cinéma", "same"),
        ("Why Not", "Why Not Productions", "core"),
        ("Celluloid Dreams", "Celuloid Dreams", "slip"),
        ("France 2 Cinéma", "France 3 Cinéma", None),
        ("UGC Images", "UGC Distribution", None),
        ("Les Films du Losange", "Les Films du Fleuve", None),
        ("Wild Bunch", "Wild Side", None),
        ("Page 114", "Page 115", None),
    ],
)
def test_companies(left: str, right: str, kind: str | None) -> None:
    found = compare_companies(left, right)
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dardenne brothers", "dardenne"),
        ("the Dardenne brothers", "dardenne"),
        ("the Dardennes", "dardenne"),
        ("les frères Dardenne", "dardenne"),
        ("Les Dardenne", "dardenne"),
        ("die Brüder Dardenne", "dardenne"),
        ("i fratelli Taviani", "taviani"),
        ("the Coens", "coen"),
        ("Coen Bros.", "coen"),
        ("the Wachowskis", "wachowski"),
        ("Jean-Pierre & Luc Dardenne", "dardenne"),
        ("the Jones brothers", "jones"),
        ("Daniels", "daniels"),
    ],
)
def test_teams_go_by_their_surname(name: str, key: str) -> None:
    assert team_key(name) == key


def test_every_likeness_says_what_it_needs() -> None:
    assert set(NEEDS.values()) == {"nothing", "film", "role"}
    assert next(iter(NEEDS)) == "same"


def test_keys_are_never_empty_for_names_with_letters() -> None:
    for name in ("(France)", "Inc.", "The", "寅さん", "Films"):
        assert person_key(name)
        assert company_key(name)
