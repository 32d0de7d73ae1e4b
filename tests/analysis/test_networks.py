"""Networks: what a query's rows become."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from film_graph import ID, TestKnowledge, load_sample

from filmgraph.analysis.networks import build_network, films_of, main_departments
from filmgraph.catalogs.queries import load_networks, parse_query
from filmgraph.errors import QueryError
from filmgraph.model.network import CreditLine
from filmgraph.model.terms import IRI

AGENT, FILM, ROLE = ID + "agent/", ID + "film/", "https://w3id.org/filmgraph/role/"


@pytest.fixture(scope="module")
def sample() -> TestKnowledge:
    return load_sample()


# What each parameter of each network is bound to, to see that it changes the answer.
BINDINGS = {
    ("adaptations", "film"): FILM + "rust-and-bone-2012",
    ("collaborations", "role"): ROLE + "producer",
    ("companies", "role"): ROLE + "production-company",
    ("credits", "film"): FILM + "amour-2012",
    ("credits", "role"): ROLE + "director",
    ("directors-actors", "director"): AGENT + "michael-haneke",
    ("directors-producers", "director"): AGENT + "ken-loach",
}


def test_every_parameter_of_every_network_is_bound_below() -> None:
    declared = {(name, p.name) for name, query in load_networks().items() for p in query.params}
    assert declared == BINDINGS.keys()


@pytest.mark.parametrize(("name", "param"), sorted(BINDINGS))
def test_binding_a_parameter_leaves_a_smaller_network(sample: TestKnowledge, name: str, param: str) -> None:
    query = load_networks()[name]
    whole = build_network(query, sample, evidence=False)
    part = build_network(query, sample, {param: [IRI(BINDINGS[name, param])]}, evidence=False)
    assert 0 < part.number_of_edges() < whole.number_of_edges()
    assert set(part.edges()) <= set(whole.edges())


@pytest.mark.parametrize("name", sorted(load_networks()))
def test_vertices_and_edges_say_what_they_are(sample: TestKnowledge, name: str) -> None:
    network = build_network(load_networks()[name], sample)
    assert network.graph["name"] == name and network.graph["summary"]
    assert {k for _, k in network.nodes(data="kind")} <= {"film", "person", "organization", "team", "work"}
    assert all(label and not label.startswith("http") for _, label in network.nodes(data="label"))
    for *_, data in network.edges(data=True):
        assert data["weight"] >= 1 and data["films"] and set(data["films"]) <= network.graph["films"].keys()


@pytest.mark.parametrize("name", ["collaborations", "companies", "directors-actors", "directors-producers"])
def test_the_weight_of_a_pair_is_the_number_of_its_films(sample: TestKnowledge, name: str) -> None:
    network = build_network(load_networks()[name], sample)
    assert all(d["weight"] == len(d["films"]) for *_, d in network.edges(data=True))


def test_collaborations_are_all_pairs_of_agents_of_a_film(sample: TestKnowledge) -> None:
    credits = build_network(load_networks()["credits"], sample)
    casts: dict[str, set[str]] = {}
    for agent, film in credits.edges():
        casts.setdefault(film, set()).add(agent)
    pairs = Counter(pair for cast in casts.values() for pair in combinations(sorted(cast), 2))
    team = AGENT + "dardenne-brothers"
    for member in ("jean-pierre-dardenne", "luc-dardenne"):
        del pairs[team, AGENT + member]
    network = build_network(load_networks()["collaborations"], sample)
    assert {(min(a, b), max(a, b)): d["weight"] for a, b, d in network.edges(data=True)} == dict(pairs)


def test_an_edge_of_the_network_of_credits_is_a_credit_with_its_words(sample: TestKnowledge) -> None:
    network = build_network(load_networks()["credits"], sample)
    assert isinstance(network, nx.MultiDiGraph)
    audiard, film = AGENT + "jacques-audiard", FILM + "rust-and-bone-2012"
    assert {d["role"] for d in network[audiard][film].values()} == {"director", "screenwriter", "producer"}
    credits = {c.iri: c for c in network.graph["credits"]}
    assert credits.keys() == {data["credit"] for *_, data in network.edges(data=True)}
    writing = next(
        c for c in credits.values() if (c.agent, c.film, c.role) == (audiard, film, "screenwriter")
    )
    assert [q.text for q in writing.quotes] == ["Screenplay, Audiard, Thomas Bidegain"]
    assert writing.quotes[0].source == "sample/rust-and-bone.txt, Trade Weekly, A. Reader"
    assert writing.credited_as == ("Audiard",)


def test_the_words_of_a_row_come_from_the_store(sample: TestKnowledge) -> None:
    network = build_network(load_networks()["credits"], sample, {"film": [IRI(FILM + "the-child-2005")]})
    actor = next(c for c in network.graph["credits"] if c.agent == AGENT + "deborah-francois")
    assert [q.text for q in actor.quotes] == ["actor,Déborah François,Sonia"]


def test_people_are_of_the_department_of_most_of_their_films(sample: TestKnowledge) -> None:
    network = build_network(load_networks()["credits"], sample)
    departments = dict(network.nodes(data="department"))
    found = {AGENT + n: d for n, d in departments.items() for n in [n.removeprefix(AGENT)]}
    assert found[AGENT + "jacques-audiard"] == "direction"
    assert found[AGENT + "juliette-welfling"] == "editing"
    assert found[AGENT + "thomas-bidegain"] == "writing"
    assert found[AGENT + "sony-pictures-classics"] == "distribution"


def test_a_department_counts_films_not_credits_and_directing_twice() -> None:
    def credit(film: str, role: str, department: str) -> CreditLine:
        return CreditLine(f"{film}/{role}", film, "a", role, role, department)

    credits = [credit("1", "producer", "production"), credit("1", "executive-producer", "production")]
    assert main_departments([*credits, credit("1", "editor", "editing")]) == {"a": "editing"}
    credits.append(credit("2", "producer", "production"))
    assert main_departments([*credits, credit("1", "editor", "editing")]) == {"a": "production"}
    assert main_departments([*credits, credit("1", "director", "direction")]) == {"a": "direction"}
    credits.append(credit("3", "producer", "production"))
    assert main_departments([*credits, credit("1", "director", "direction")]) == {"a": "production"}


def test_a_team_knows_its_members(sample: TestKnowledge) -> None:
    network = build_network(load_networks()["credits"], sample)
    members = network.nodes[AGENT + "dardenne-brothers"]["members"]
    assert members == (AGENT + "jean-pierre-dardenne", AGENT + "luc-dardenne")


def test_an_adaptation_has_its_words(sample: TestKnowledge) -> None:
    network = build_network(load_networks()["adaptations"], sample)
    edge = network.edges[ID + "work/fingers-james-toback", FILM + "the-beat-that-my-heart-skipped-2005"]
    assert edge["relation"] == "remake of"
    assert [q.text for q in network.graph["adaptations"][edge["adaptation"]]] == [
        "a remake of James Toback's Fingers"
    ]


def test_without_evidence_no_credit_is_read(sample: TestKnowledge) -> None:
    sample.asked.clear()
    network = build_network(load_networks()["collaborations"], sample, evidence=False)
    assert "credits" not in network.graph and len(sample.asked) == 2
    assert len(films_of(network)) == 13


def test_two_buildings_are_alike(sample: TestKnowledge) -> None:
    for query in load_networks().values():
        one, other = build_network(query, sample), build_network(query, load_sample())
        assert list(one.nodes(data=True)) == list(other.nodes(data=True))
        assert list(one.edges(data=True)) == list(other.edges(data=True))
        assert one.graph == other.graph


def test_a_query_that_selects_no_pairs_is_no_network(sample: TestKnowledge) -> None:
    query = parse_query("odd", "#+ summary: odd\nSELECT ?source { ?source ?p ?o } LIMIT 1")
    with pytest.raises(QueryError, match=r"'odd' lacks the column target"):
        build_network(query, sample)
