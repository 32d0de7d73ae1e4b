"""Names as people write them, on the small graph."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "queries"))

from graph_knowledge import GraphKnowledge, load_graph

from filmgraph.catalogs.parameters import widen_agent
from filmgraph.errors import NameNotFoundError
from filmgraph.model.linking import link_agent, link_any, link_film

HEAD = """
@prefix fg: <https://w3id.org/filmgraph/ns#> . @prefix schema: <https://schema.org/> .
@prefix e: <http://example.org/> .
"""


def local(iris: tuple[str, ...]) -> list[str]:
    return [iri.rpartition("/")[2] for iri in iris]


@pytest.mark.parametrize(
    "name",
    ["the Dardennes", "Dardennes", "Dardenne", "the Dardenne brothers", "Dardenne brothers",
     "les frères Dardenne", "Jean-Pierre and Luc Dardenne", "the Dardennes’"],
)  # fmt: skip
def test_a_team_by_any_of_its_names(name: str) -> None:
    link = link_agent(name, load_graph())
    assert local(link.iris) == ["dardenne-brothers", "jean-pierre-dardenne", "luc-dardenne"]
    assert link.is_team


def test_a_member_is_not_the_team_but_counts_with_it() -> None:
    link = link_agent("Luc Dardenne", load_graph())
    assert (local(link.iris), link.is_team) == (["luc-dardenne"], False)
    assert local(widen_agent(link, load_graph())) == ["luc-dardenne", "dardenne-brothers"]


@pytest.mark.parametrize(
    "name", ["rust and bone", "De Rouille et d’Os", "Rust and Bone (2012)", "“Rust and Bone”"]
)
def test_a_film_by_any_title(name: str) -> None:
    assert local(link_film(name, load_graph()).iris) == ["rust-and-bone-2012"]


def test_an_iri_links_itself() -> None:
    link = link_any("https://w3id.org/filmgraph/id/agent/dardenne-brothers", load_graph())
    assert (link.label, len(link.iris)) == ("Dardenne brothers", 3)
    assert link_any("<https://w3id.org/filmgraph/id/film/amour-2012>", load_graph()).label == "Amour"
    assert link_any("id:agent/ken-loach", load_graph()).label == "Ken Loach"


def test_beginnings_and_misspellings_are_not_taken() -> None:
    for name in ("Jacques Aud", "Audiart", "Rust and"):
        with pytest.raises(NameNotFoundError, match="Nearest: "):
            link_any(name, load_graph())


def test_a_person_is_not_taken_for_an_organization() -> None:
    with pytest.raises(NameNotFoundError):
        link_agent("Ken Loach", load_graph(), ("organization",))


def test_siblings_without_a_team_are_those_who_share_a_film() -> None:
    graph = GraphKnowledge(
        HEAD
        + """
        e:paolo a schema:Person ; schema:name "Paolo Taviani" .
        e:vittorio a schema:Person ; schema:name "Vittorio Taviani" .
        e:other a schema:Person ; schema:name "Anna Taviani" .
        e:film a schema:Movie ; schema:name "Padre padrone" .
        e:c1 fg:film e:film ; fg:agent e:paolo . e:c2 fg:film e:film ; fg:agent e:vittorio .
        e:elsewhere a schema:Movie ; schema:name "Elsewhere" . e:c3 fg:film e:elsewhere ; fg:agent e:other .
        """
    )
    link = link_agent("the Taviani brothers", graph)
    assert link.label == "Paolo Taviani and Vittorio Taviani"
    assert local(link.iris) == ["paolo", "vittorio"]
    assert "No document names a team" in link.notes[0]
    assert not link_agent("Taviani", graph).is_team


def test_a_film_of_a_year_among_films_of_one_title() -> None:
    graph = GraphKnowledge(
        HEAD
        + """
        e:old a schema:Movie ; schema:name "Fingers" ; schema:datePublished "1941" .
        e:new a schema:Movie ; schema:name "Fingers" ; schema:datePublished "1978" .
        """
    )
    assert local(link_film("Fingers (1978)", graph).iris) == ["new"]
    assert local(link_film("Fingers 1941", graph).iris) == ["old"]
    assert "Fingers [new]" in link_film("Fingers", graph).notes[0]
    with pytest.raises(NameNotFoundError):
        link_film("Fingers (1999)", graph)


def test_of_an_agent_and_a_film_the_whole_name_wins() -> None:
    graph = GraphKnowledge(
        HEAD
        + """
        e:film a schema:Movie ; schema:name "Eric" . e:man a schema:Person ; schema:name "Jean Eric" .
        e:firm a schema:Organization ; schema:name "Amour" . e:amour a schema:Movie ; schema:name "Amour" .
        """
    )
    assert link_any("Eric", graph).kind == "film"
    assert link_any("Amour", graph).kind == "organization"
    assert "also" in link_any("Amour", graph).notes[0]


@pytest.mark.parametrize("name", ["Anna Ek [anna-ek-2]", "[anna-ek-2]", "anna-ek-2", "id:agent/anna-ek-2"])
def test_an_id_tells_bearers_of_one_name_apart(name: str) -> None:
    graph = GraphKnowledge(
        HEAD
        + """
        <https://w3id.org/filmgraph/id/agent/anna-ek> a schema:Person ; schema:name "Anna Ek" .
        <https://w3id.org/filmgraph/id/agent/anna-ek-2> a schema:Person ; schema:name "Anna Ek" .
        """
    )
    link = link_any("Anna Ek", graph)
    assert "Anna Ek [anna-ek-2]" in link.notes[0]
    assert [local((rival.iri,)) for rival in link.rivals] == [["anna-ek"], ["anna-ek-2"]]
    assert local(link_any(name, graph).iris) == ["anna-ek-2"]
    with pytest.raises(NameNotFoundError):
        link_any("Anna Ek [anna-ek-3]", graph)
