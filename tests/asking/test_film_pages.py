from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "queries"))

from graph_knowledge import GRAPH, GraphKnowledge, load_graph

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


def graph_with(turtle: str) -> GraphKnowledge:
    return GraphKnowledge(GRAPH.read_text(encoding="utf-8") + re.sub(r"(?<=id:)([a-z]+)/", r"\1\\/", turtle))


def lines(found: Page, role: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(c.label, c.holders) for _, members in found.departments for c in members if c.role == role]


def test_a_team_has_one_line_for_a_film_and_role() -> None:
    graph = graph_with(
        """
        id:film/rosetta a schema:Movie ; schema:name "Rosetta" .
        id:film/la-promesse a schema:Movie ; schema:name "La Promesse" .
        id:credit/1 a fg:Credit ; fg:film id:film/rosetta ; fg:role role:director ;
            fg:agent id:agent/luc-dardenne .
        id:credit/2 a fg:Credit ; fg:film id:film/rosetta ; fg:role role:director ;
            fg:agent id:agent/jean-pierre-dardenne .
        id:credit/3 a fg:Credit ; fg:film id:film/la-promesse ; fg:role role:director ;
            fg:agent id:agent/luc-dardenne .
        """
    )
    # Films without a year are last.
    directed = lines(build_page("the Dardennes", graph), "director")
    assert directed[-2:] == [("La Promesse", ("Luc Dardenne",)), ("Rosetta", ())]
    assert len(directed) == len(set(directed))
    luc = lines(build_page("Luc Dardenne", graph), "director")
    assert luc[-2:] == [("La Promesse", ()), ("Rosetta", ())]
    team_credits = lines(build_page("Luc Dardenne", graph), "producer")
    assert ("Rust and Bone", ("Dardenne brothers",)) in team_credits


def test_a_pair_that_is_no_team_is_told_apart() -> None:
    graph = graph_with(
        """
        id:agent/paolo-taviani a schema:Person ; schema:name "Paolo Taviani" .
        id:agent/vittorio-taviani a schema:Person ; schema:name "Vittorio Taviani" .
        id:film/one a schema:Movie ; schema:name "One" . id:film/two a schema:Movie ; schema:name "Two" .
        id:credit/1 a fg:Credit ; fg:film id:film/one ; fg:role role:director ;
            fg:agent id:agent/paolo-taviani .
        id:credit/2 a fg:Credit ; fg:film id:film/one ; fg:role role:director ;
            fg:agent id:agent/vittorio-taviani .
        id:credit/3 a fg:Credit ; fg:film id:film/two ; fg:role role:director ;
            fg:agent id:agent/paolo-taviani .
        """
    )
    found = lines(build_page("the Taviani brothers", graph), "director")
    assert found == [("One", ()), ("Two", ("Paolo Taviani",))]


def test_an_asserted_credit_shows_its_reason() -> None:
    graph = graph_with(
        """
        id:agent/someone a schema:Person ; schema:name "Someone" .
        id:credit/1 a fg:Credit ; fg:film id:film/amour-2012 ; fg:role role:composer ;
            fg:agent id:agent/someone ; fg:attestedBy id:decision/1 .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        GRAPH id:ledger { id:decision/1 rdfs:comment "press kit" . }
        """
    )
    credits = [c for _, members in build_page("Amour", graph).departments for c in members]
    (quote,) = [c.quote for c in credits if c.label == "Someone"]
    assert quote is not None
    assert (quote.quote, quote.source) == ("press kit", "decision 1")


def test_the_cast_is_in_the_order_of_its_billing() -> None:
    graph = graph_with(
        """
        id:film/cast a schema:Movie ; schema:name "Cast" .
        id:agent/anna a schema:Person ; schema:name "Anna One" .
        id:agent/bert a schema:Person ; schema:name "Bert Two" .
        id:agent/carl a schema:Person ; schema:name "Carl Three" .
        id:credit/1 a fg:Credit ; fg:film id:film/cast ; fg:role role:actor ; fg:agent id:agent/anna ;
            fg:attestedBy id:a1 .
        id:credit/2 a fg:Credit ; fg:film id:film/cast ; fg:role role:actor ; fg:agent id:agent/bert ;
            fg:attestedBy id:a2 .
        id:credit/3 a fg:Credit ; fg:film id:film/cast ; fg:role role:actor ; fg:agent id:agent/carl ;
            fg:attestedBy id:a3 .
        GRAPH id:doc/1 { id:a1 fg:billingOrder 3 . id:a2 fg:billingOrder 1 }
        GRAPH id:doc/2 { id:a3 fg:billingOrder 1 }
        """
    )
    assert [name for name, _ in lines(build_page("Cast", graph), "actor")] == [
        "Bert Two", "Anna One", "Carl Three",
    ]  # fmt: skip


def test_an_id_names_one_of_two_bearers_of_a_name() -> None:
    graph = graph_with(
        """
        id:agent/steve-mcqueen a schema:Person ; schema:name "Steve McQueen" .
        id:agent/steve-mcqueen-8c523660 a schema:Person ; schema:name "Steve McQueen" .
        """
    )
    note = build_page("Steve McQueen", graph).notes[0]
    assert "[steve-mcqueen-8c523660]" in note
    for name in (
        "Steve McQueen [steve-mcqueen-8c523660]",
        "[steve-mcqueen-8c523660]",
        "steve-mcqueen-8c523660",
    ):
        found = build_page(name, graph)
        assert found.iri.endswith("/steve-mcqueen-8c523660")
        assert not found.notes
