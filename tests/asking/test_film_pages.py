from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "queries"))

from graph_knowledge import load_graph

from filmgraph.asking.pages import Page, build_page
from filmgraph.errors import NameNotFoundError


def page(name: str) -> Page:
    return build_page(name, load_graph())


def test_a_film_page_has_everything_with_its_words() -> None:
    found = page("De rouille et d'os")
    assert (found.label, found.kind, found.other_names) == ("Rust and Bone", "film", ("De rouille et d'os",))
    assert ("running time", "122 min") in found.data
    assert [name for name, _ in found.departments][:4] == ["direction", "writing", "cast", "production"]
    credits = {(c.label, c.role): c for _, members in found.departments for c in members}
    assert all(c.quote and c.quote.quote for c in credits.values())
    assert credits["Marion Cotillard", "actor"].characters == ("Stéphanie",)
    assert credits["UGC", "distributor"].territories == ("France",)
    assert credits["Dardenne brothers", "producer"].through == ("Les Films du Fleuve",)
    (work,) = found.works
    assert (work.how, work.title, work.authors) == ("inspired by", "Rust and Bone", ("Craig Davidson",))
    assert work.quote is not None
    assert work.quote.quote == "Inspired by stories of Craig Davidson"


def test_a_member_has_the_credits_of_the_team() -> None:
    found = page("Luc Dardenne")
    assert found.members == ("Dardenne brothers",)
    films = {c.label for _, members in found.departments for c in members}
    assert films == {"Rust and Bone", "The Kid with a Bike", "Two Days, One Night", "Beyond the Hills"}
    assert page("the Dardennes").members == ("Jean-Pierre Dardenne", "Luc Dardenne")


def test_an_author_has_the_films_made_from_the_works() -> None:
    (work,) = page("Jelinek").works
    assert (work.title, work.film, work.year) == ("The Piano Teacher", "The Piano Teacher", "2001")


def test_credits_of_an_agent_come_by_year() -> None:
    years = [c.year for name, members in page("Audiard").departments if name == "direction" for c in members]
    assert years == sorted(years)


def test_a_name_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(NameNotFoundError, match="Nearest: Amour"):
        page("Amuor")
    with pytest.raises(NameNotFoundError, match="Nothing like it"):
        page("Xyzzy Qwfp")
