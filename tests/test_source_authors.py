"""Authors of source works as lists print them: credited on the film, but nobody's co-workers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import filmgraph
from filmgraph.analysis.paths import find_path
from filmgraph.api import FilmGraph
from filmgraph.asking.pages import build_page
from filmgraph.errors import FilmgraphError
from filmgraph.store import open_store

LIST = """\
imdb_id,title,year,role,name,note
tt0000011,The Lamp,1975,director,Ann Lee,
tt0000011,The Lamp,1975,writer,Peter Penn,novel
tt0000011,The Lamp,1975,writer,Carl Gott,screenplay
tt0000011,The Lamp,1975,producer,Dick Zann,
tt0000012,The Isle,1980,director,Mike Ritch,
tt0000012,The Isle,1980,writer,Peter Penn,based on the novel by
tt0000012,The Isle,1980,writer,Peter Penn,screenplay
tt0000012,The Isle,1980,producer,Dick Zann,
tt0000013,The Deep,1977,director,Pete Yates,
tt0000013,The Deep,1977,writer,Peter Penn,novel
"""
REVIEW = """\
The Hill

Directed by: Jo Day
Screenplay: Bo Ek, based on the novel by Sue Novel
"""
WRITERS = """
PREFIX fg: <https://w3id.org/filmgraph/ns#>
SELECT ?id ?role ?printed WHERE {
  ?credit a fg:Credit ; fg:film/fg:imdbId ?id ; fg:role ?held ; fg:creditedAs ?printed .
  ?held fg:reportedAs "writer" BIND(REPLACE(STR(?held), ".*/", "") AS ?role)
} ORDER BY ?id ?role
"""


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FilmGraph]:
    folder = tmp_path_factory.mktemp("authors")
    (folder / "credits.csv").write_text(LIST, encoding="utf-8")
    (folder / "hill.txt").write_text(REVIEW, encoding="utf-8")
    with filmgraph.open(folder / "film.db") as films:
        films.add([folder / "credits.csv", folder / "hill.txt"])
        yield films


def names(films: FilmGraph, query: str, **parameters: str) -> list[str]:
    return sorted(row["name"] for row in films.query(query, **parameters))


def answers(films: FilmGraph, question: str) -> list[str]:
    return sorted(row.label for row in films.ask(question).rows())


def test_every_writer_of_a_list_is_a_credit_node(films: FilmGraph) -> None:
    assert [tuple(row.values()) for row in films.select(WRITERS)] == [
        ("tt0000011", "screenwriter", "Carl Gott"),
        ("tt0000011", "source-author", "Peter Penn"),
        ("tt0000012", "screenwriter", "Peter Penn"),
        ("tt0000012", "source-author", "Peter Penn"),
        ("tt0000013", "source-author", "Peter Penn"),
    ]


def test_they_are_one_with_the_authors_of_the_works(films: FilmGraph) -> None:
    assert names(films, "source-authors") == ["Peter Penn", "Peter Penn", "Peter Penn", "Sue Novel"]
    authors = """
        PREFIX schema: <https://schema.org/> PREFIX fg: <https://w3id.org/filmgraph/ns#>
        ASK {
          ?film fg:sourceAuthor ?agent .
          FILTER NOT EXISTS { ?film schema:isBasedOn/schema:author ?agent }
        }
    """
    assert [list(row.values()) for row in films.select(authors)] == [["false"]]


def test_a_text_that_names_the_author_of_a_novel_gives_the_work_alone(films: FilmGraph) -> None:
    assert names(films, "cast-and-crew", film="The Hill") == ["Bo Ek", "Jo Day"]


def test_they_are_nobodys_co_workers(films: FilmGraph) -> None:
    assert names(films, "co-workers", agent="Ann Lee") == ["Carl Gott", "Dick Zann"]
    assert names(films, "co-workers", agent="Peter Penn") == ["Dick Zann", "Mike Ritch"]
    assert names(films, "credits-in-common", one="The Lamp", other="The Isle") == ["Dick Zann"]
    assert names(films, "producers-in-common", one="Peter Penn", other="Pete Yates") == []
    assert answers(films, "who worked with Ann Lee") == ["Carl Gott", "Dick Zann"]
    assert answers(films, "who worked with Peter Penn") == ["Dick Zann", "Mike Ritch"]
    assert answers(films, "who worked on The Lamp") == ["Ann Lee", "Carl Gott", "Dick Zann"]
    assert answers(films, "which films did Peter Penn work on") == ["The Isle"]
    assert answers(films, "who wrote The Lamp") == ["Carl Gott"]


def test_they_are_found_where_they_are_asked_for(films: FilmGraph) -> None:
    assert answers(films, "which source authors worked with Ann Lee") == ["Peter Penn"]
    assert names(films, "cast-and-crew", film="The Lamp", role="source author") == ["Peter Penn"]


def test_no_network_and_no_path_leads_over_them(films: FilmGraph) -> None:
    edges = {
        frozenset(films.network().nodes[end]["label"] for end in edge) for edge in films.network().edges()
    }
    assert {"Peter Penn", "Ann Lee"} not in edges and {"Peter Penn", "Mike Ritch"} in edges
    on_films = films.network("credits")
    assert len([v for v in on_films if on_films.nodes[v]["label"] == "The Deep"]) == 1
    with open_store(films.location) as store:
        path = find_path("Peter Penn", "Ann Lee", store)
        assert [hop.film.label for hop in path.hops] == ["The Isle (1980)", "The Lamp (1975)"]
        with pytest.raises(FilmgraphError, match="No chain"):
            find_path("Peter Penn", "Pete Yates", store)


def test_their_page_shows_them_in_a_place_of_their_own(films: FilmGraph) -> None:
    with open_store(films.location) as store:
        found = build_page("Peter Penn", store)
    shown = {name: [(c.label, c.role) for c in credits] for name, credits in found.departments}
    assert shown == {
        "writing": [("The Isle", "screenwriter")],
        "source": [(title, "source author") for title in ("The Lamp", "The Deep", "The Isle")],
    }
