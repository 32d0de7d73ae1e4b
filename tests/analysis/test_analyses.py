"""The analyses, against plain definitions of what they say."""

from __future__ import annotations

import random

import networkx as nx
import pytest
from film_graph import ID, TestKnowledge, load_sample

from filmgraph.analysis import ANALYSES, find_analysis, run_analysis
from filmgraph.analysis.bridges import find_bridges, join_teams
from filmgraph.analysis.links import find_bodies, find_sole_links
from filmgraph.analysis.networks import build_network
from filmgraph.catalogs.queries import load_networks
from filmgraph.errors import UsageError
from filmgraph.model.terms import IRI


@pytest.fixture(scope="module")
def sample() -> TestKnowledge:
    return load_sample()


def test_each_analysis_reads_a_network_that_exists(sample: TestKnowledge) -> None:
    assert [a.name for a in ANALYSES] == ["collaborations", "bridges"]
    for analysis in ANALYSES:
        assert analysis.network in load_networks() and analysis.summary
        finding = run_analysis(analysis.name, sample)
        assert len(finding.table) and finding.reading.endswith(".") and "\n" not in finding.reading


def test_an_unknown_analysis_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="collaborations, bridges"):
        find_analysis("centrality")


def test_an_empty_network_is_said_to_be_empty() -> None:
    with pytest.raises(UsageError, match="'collaborations' is empty"):
        run_analysis("collaborations", TestKnowledge())


def test_collaborations_begin_with_the_most_frequent(sample: TestKnowledge) -> None:
    finding = run_analysis("collaborations", sample, top=3)
    rows = list(finding.table)
    assert len(rows) == 3
    assert (rows[0]["agent"], rows[0]["partner"], rows[0]["films"]) == (
        "Pascal Caucheteux",
        "Why Not Productions",
        "5",
    )
    assert rows[0]["years"] == "2005–2016" and rows[0]["agentRoles"] == "producer, executive producer"
    assert rows[0]["titles"].startswith("The Beat That My Heart Skipped (2005); A Prophet (2009)")
    assert "211 of them on more than one film" in finding.reading


def test_collaborations_in_one_role(sample: TestKnowledge) -> None:
    role = IRI("https://w3id.org/filmgraph/role/producer")
    rows = list(run_analysis("collaborations", sample, {"role": [role]}).table)
    assert {rows[0]["agent"], rows[0]["partner"]} == {"Dardenne brothers", "Denis Freyd"}


def test_bridges_of_people_in_the_sample(sample: TestKnowledge) -> None:
    finding = run_analysis("bridges", sample)
    rows = list(finding.table)
    assert [(r["agent"], r["among"], r["cutOff"]) for r in rows if "cutOff" in r] == [
        ("Andrea Occhipinti", "people", "3"),
        ("Pascal Caucheteux", "people", "2"),
    ]
    assert rows[0]["joins"] == (
        "The White Ribbon (2009) [with 2 other films] ⇿ The Kid with a Bike (2011) [with 8 other films]"
    )
    assert rows[0]["hangsOn"] == "producer, The White Ribbon (2009)"
    assert rows[0]["quote"].startswith("Produced by Stefan Arndt")
    assert finding.reading.startswith("13 films and 100 agents, all connected; no single agent")


def test_a_team_stands_for_its_members(sample: TestKnowledge) -> None:
    graph = join_teams(build_network(load_networks()["credits"], sample))
    assert ID + "agent/luc-dardenne" not in graph
    assert graph.nodes[ID + "agent/dardenne-brothers"]["kind"] == "team"


@pytest.mark.parametrize("seed", range(25))
def test_bridges_are_what_parts_the_network_when_taken_out(seed: int) -> None:
    chance = random.Random(seed)
    films, agents = [f"f{i}" for i in range(9)], [f"a{i}" for i in range(14)]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(films, kind="film")
    graph.add_nodes_from(agents, kind="person")
    graph.add_edges_from((a, f) for a in agents for f in films if chance.random() < 0.17)
    expected = {}
    for agent in agents:
        if not graph.degree(agent):
            continue
        component = graph.subgraph(nx.node_connected_component(graph, agent))
        rest = component.subgraph(set(component) - {agent})
        sizes = sorted(sum(v in films for v in part) for part in nx.connected_components(rest))
        if len(sizes) > 1:
            expected[agent] = sizes
    found = find_bridges(graph)
    assert {b.agent: [size for size, _ in b.parts] for b in found} == expected
    for bridge in found:
        assert bridge.cut_off == sum(expected[bridge.agent][:-1])
        assert {f for _, own in bridge.parts for f in own} == set(graph[bridge.agent])


def test_who_alone_ties_the_films_of_two_directors(sample: TestKnowledge) -> None:
    rows = [r for r in run_analysis("bridges", sample).table if "cutOff" not in r]
    assert [(r["agent"], r["among"]) for r in rows] == [
        ("Sony Pictures Classics", "films of Michael Haneke ⇿ films of Jacques Audiard"),
        ("Les Films du Fleuve", "films of Ken Loach ⇿ films of Dardenne brothers"),
        ("Les Films du Fleuve", "films of Cristian Mungiu ⇿ films of Dardenne brothers"),
        ("Andrea Occhipinti", "people, films of Dardenne brothers ⇿ films of Michael Haneke"),
        ("Pascal Caucheteux", "people, films of Ken Loach ⇿ films of Jacques Audiard"),
    ]
    assert rows[3]["joins"] == "The Kid with a Bike (2011) ⇿ The White Ribbon (2009)"
    assert rows[3]["quote"].startswith("co-producer Andrea Occhipinti | Produced by")


def test_films_that_share_a_director_are_one_body_of_work() -> None:
    graph = nx.Graph([("x", "f1"), ("x", "f3"), ("y", "f2"), ("y", "f3"), ("z", "f4")])
    for vertex in graph:
        graph.nodes[vertex]["kind"] = "film" if vertex.startswith("f") else "person"
    bodies = find_bodies(graph, {"f1": ["a"], "f2": ["a", "b"], "f3": ["c"], "f9": ["c"]})
    assert bodies == {"f1": ("a", "b"), "f2": ("a", "b"), "f3": ("c",)}
    assert find_sole_links(graph, bodies) == []  # x and y both tie them
    graph.remove_edge("y", "f3")
    (link,) = find_sole_links(graph, bodies)
    assert (link.agent, link.films, link.sizes) == ("x", (("f3",), ("f1",)), (1, 2))
