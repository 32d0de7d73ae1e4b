"""Paths between agents and films, against a plain search over the whole network."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from film_graph import ID, TestKnowledge, load_sample

from filmgraph.analysis.bridges import join_teams
from filmgraph.analysis.networks import build_network
from filmgraph.analysis.paths import find_path
from filmgraph.analysis.search import rank_role
from filmgraph.catalogs.queries import load_networks
from filmgraph.errors import FilmgraphError, NameNotFoundError, UsageError

AGENT, FILM = ID + "agent/", ID + "film/"


@pytest.fixture(scope="module")
def sample() -> TestKnowledge:
    return load_sample()


def test_every_hop_has_both_roles_and_the_words(sample: TestKnowledge) -> None:
    path = find_path("Audiard", "Haneke", sample, people_only=True)
    assert [s.label for s in path.stops] == [
        "Jacques Audiard", "Rust and Bone (2012)", "Dardenne brothers", "The Kid with a Bike (2011)",
        "Andrea Occhipinti", "The White Ribbon (2009)", "Michael Haneke",
    ]  # fmt: skip
    assert path.reading == (
        "Jacques Audiard and Michael Haneke are linked by 3 films, through Dardenne brothers "
        "and Andrea Occhipinti."
    )
    hop = path.hops[1]
    assert [c.role for c in hop.left_credits] == ["director", "screenwriter"]
    assert [q.text for c in hop.right_credits for q in c.quotes] == ["co-producer Andrea Occhipinti"]
    assert all(c.quotes for h in path.hops for c in (*h.left_credits, *h.right_credits))


def test_companies_shorten_a_path(sample: TestKnowledge) -> None:
    path = find_path("Jacques Audiard", "Michael Haneke", sample)
    assert [s.label for s in path.stops if s.kind == "agent"][1:-1] == ["Sony Pictures Classics"]
    assert len(path.hops) == 2


def test_the_table_has_a_row_a_film(sample: TestKnowledge) -> None:
    table = find_path("Marion Cotillard", "Luc Dardenne", sample).to_table()
    assert [list(row.values())[:4] for row in table] == [
        [
            "Marion Cotillard",
            "actor (Sandra)",
            "Two Days, One Night (2014)",
            "director, screenwriter, producer",
        ]
    ]


def test_a_member_is_linked_through_the_team(sample: TestKnowledge) -> None:
    path = find_path("Luc Dardenne", "Martine Cassinelli", sample)
    assert [s.label for s in path.stops] == [
        "Luc Dardenne", "Dardenne brothers", "Rust and Bone (2012)", "Martine Cassinelli",
    ]  # fmt: skip
    assert len(path.hops) == 1


def test_two_members_are_linked_without_a_film(sample: TestKnowledge) -> None:
    path = find_path("Luc Dardenne", "Jean-Pierre Dardenne", sample)
    assert not path.hops and "without a film" in path.reading


def test_films_are_linked_by_their_agents(sample: TestKnowledge) -> None:
    path = find_path("Rust and Bone", "Two Days, One Night", sample)
    assert [s.label for s in path.stops] == [
        "Rust and Bone (2012)",
        "Marion Cotillard",
        "Two Days, One Night (2014)",
    ]
    assert path.hops[0].left is None and path.hops[-1].right is None


def test_a_path_from_a_film_to_an_agent(sample: TestKnowledge) -> None:
    path = find_path("Amour", "Annie Girardot", sample)
    assert [s.label for s in path.stops] == [
        "Amour (2012)", "Michael Haneke", "The Piano Teacher (2001)", "Annie Girardot",
    ]  # fmt: skip


def test_no_path_has_more_films_than_it_needs(sample: TestKnowledge) -> None:
    graph = join_teams(build_network(load_networks()["credits"], sample))
    agents = sorted(v for v, kind in graph.nodes(data="kind") if kind != "film")
    for a, b in list(combinations(agents, 2))[::97]:
        path = find_path(a, b, sample)
        assert len(path.hops) == nx.shortest_path_length(graph, a, b) // 2, (a, b)


def test_the_way_back_is_the_same_way(sample: TestKnowledge) -> None:
    there = find_path("Annie Girardot", "Dave Johns", sample)
    back = find_path("Dave Johns", "Annie Girardot", sample)
    assert [s.iri for s in there.stops] == [s.iri for s in back.stops][::-1]


def test_only_the_neighborhood_is_read(sample: TestKnowledge) -> None:
    sample.asked.clear()
    find_path(AGENT + "jacques-audiard", AGENT + "marion-cotillard", sample)
    assert len(sample.asked) < 30


def test_roles_that_tell_more_come_first() -> None:
    assert rank_role("director") < rank_role("editor") < rank_role("sound") < rank_role("distributor")


def test_a_name_for_itself_is_refused(sample: TestKnowledge) -> None:
    with pytest.raises(UsageError, match="both mean Jacques Audiard"):
        find_path("Audiard", "Jacques Audiard", sample)


def test_an_unknown_name_is_named(sample: TestKnowledge) -> None:
    with pytest.raises(NameNotFoundError, match="Nobody Whatever"):
        find_path("Nobody Whatever", "Audiard", sample)


def test_where_no_path_is_the_error_says_so(sample: TestKnowledge) -> None:
    with pytest.raises(
        FilmgraphError, match="No chain of shared people leads from Ken Loach to Cristian Mungiu"
    ):
        find_path("Ken Loach", "Cristian Mungiu", sample, people_only=True)
