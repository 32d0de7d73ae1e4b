"""What pages say for programs, beside their text: it agrees, adds, contradicts, or is another film's."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.extraction.structured.json_places import Node, read_json
from filmgraph.model.document import Document
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document
from filmgraph.resolution import resolve

TEXT = (
    "<h1>Rust and Bone</h1><table><tr><th>Director<td>Jacques Audiard<tr><th>Screenplay"
    "<td>Jacques Audiard, Thomas Bidegain<tr><th>Cast<td>Marion Cotillard, Matthias Schoenaerts"
    "<tr><th>Running time<td>122 min<tr><th>Year<td>2012</table>"
)


def read_page(folder: Path, data: Any, text: str = TEXT, head: str = "") -> tuple[Document, list[FilmFacts]]:
    """A page with `data` as its structured data (JSON, or as it stands), and its facts; quotes checked."""
    script = data if isinstance(data, str) else json.dumps(data)
    path = folder / "page.html"
    script = f'<script type="application/ld+json">{script}</script>'
    page = f'<!doctype html><meta charset="utf-8">{head}{script}{text}'
    path.write_text(page, encoding="utf-8")
    document = read_document(path)
    films = list(extract_facts(document))
    for film in films:
        disputed = [s.evidence for c in film.contradictions for s in c.values]
        said = [s.evidence for s in film.stated] + [c.evidence for c in film.credits] + disputed
        assert all(e.span.of(document.text) == e.quote for e in said)
        assert all(w.evidence.span.of(document.text) == w.evidence.quote for w in film.source_works)
    return document, films


def credits_of(film: FilmFacts, section: str = "data") -> set[str]:
    """The credits that are quoted from the data (or from another section)."""
    return {
        f"{c.role}: {c.agent}" + (f" ({c.character})" if c.character else "")
        for c in film.credits
        if c.evidence.section == section
    }


def movie(**more: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "Movie", "name": "Rust and Bone", **more}


PERSON = {"@type": "Person", "name": "Alexandre Desplat"}
COMPANY = {"@type": "Organization", "name": "Why Not Productions"}
PART = {
    "@type": "PerformanceRole",
    "actor": {"@type": "Person", "name": "Armand Verdure"},
    "characterName": "Sam",
}


@pytest.mark.parametrize(
    ("data", "credits"),
    [
        (movie(musicBy=PERSON), {"composer: Alexandre Desplat"}),
        (movie(musicBy="Alexandre Desplat"), {"composer: Alexandre Desplat"}),
        ([movie(musicBy=[PERSON])], {"composer: Alexandre Desplat"}),
        ({"@graph": [{"@type": "WebSite"}, movie(musicBy=PERSON)]}, {"composer: Alexandre Desplat"}),
        (movie(**{"@type": ["Movie", "Product"], "musicBy": PERSON}), {"composer: Alexandre Desplat"}),
        (movie(**{"@type": "http://schema.org/Movie", "musicBy": PERSON}), {"composer: Alexandre Desplat"}),
        ({"@type": "Review", "itemReviewed": movie(musicBy=PERSON)}, {"composer: Alexandre Desplat"}),
        (
            {"@graph": [{"@id": "#m", **movie(musicBy={"@id": "#p"})}, {"@id": "#p", **PERSON}]},
            {"composer: Alexandre Desplat"},
        ),
        (movie(actor=[PART]), {"actor: Armand Verdure (Sam)"}),
        (movie(actor={"@type": "Role", "actor": [PART["actor"]]}), {"actor: Armand Verdure"}),
        (
            movie(actors="Armand Verdure, Céline Sallette"),
            {"actor: Armand Verdure", "actor: Céline Sallette"},
        ),
        (movie(producer=[COMPANY]), {"production-company: Why Not Productions"}),
        (movie(productionCompany="Why Not Productions"), {"production-company: Why Not Productions"}),
        (movie(actor={"@type": "Person", "name": "Marion Cotillard", "character": "Stéphanie"}), set()),
        # agreement: nothing new
        (movie(director="Jacques Audiard", author=["Jacques Audiard", "Bidegain"]), set()),
        (movie(director={"@type": "Person", "name": "Audiard"}), set()),
        # what says nothing of the film
        (
            {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": movie(musicBy=PERSON)}]},
            set(),
        ),
        ({"@type": "Movie", "name": "Amour", "musicBy": PERSON}, set()),
        (movie(musicBy="https://example.org/people/7"), set()),
        (movie(musicBy={"@type": "Person"}, director=[], actor=None, producer=[[]], author=7), set()),
        (movie(musicBy="N/A", actor="<b>Ann Lee</b>"), set()),
        (movie(director=COMPANY), set()),
    ],
)
def test_what_data_adds(tmp_path: Path, data: Any, credits: set[str]) -> None:
    _, (film,) = read_page(tmp_path, data)
    assert credits_of(film) - {"actor: Marion Cotillard (Stéphanie)"} == credits
    assert film.first("title") == "Rust and Bone"
    assert film.contradictions == ()


def test_agreement_keeps_one_credit_and_completes_it(tmp_path: Path) -> None:
    person = {"@type": "Person", "name": "Jacques Audiard", "sameAs": "https://www.imdb.com/name/nm0002191/"}
    part = {"@type": "Role", "actor": {"name": "Marion Cotillard"}, "characterName": "St\u00e9phanie"}
    data = movie(director=person, actor=[part], sameAs="https://www.imdb.com/title/tt2053425/?ref=x")
    _, (film,) = read_page(tmp_path, data)
    (director,) = [c for c in film.credits if c.role == "director"]
    assert (director.evidence.quote, director.evidence.confidence) == ("Director\tJacques Audiard", 0.99)
    assert (director.ids, film.ids) == ((("imdb", "nm0002191"),), (("imdb", "tt2053425"),))
    (cotillard,) = [c for c in film.credits if c.agent == "Marion Cotillard"]
    assert (cotillard.character, cotillard.evidence.section) == ("Stéphanie", "data")
    assert '"characterName": "St\\u00e9phanie"' in cotillard.evidence.quote


def test_contradictions_are_kept_and_reported(tmp_path: Path) -> None:
    part = {"@type": "Role", "actor": {"name": "Marion Cotillard"}, "characterName": "Louise"}
    data = movie(director="Luc Dardenne", actor=part, duration="PT2H12M", datePublished="2013-05-17")
    text = TEXT.replace("Marion Cotillard,", "Marion Cotillard (Stéphanie),")
    _, (film,) = read_page(tmp_path, data, text)
    said = {c.field: [s.value for s in c.values] for c in film.contradictions}
    assert said == {
        "director": ["Jacques Audiard", "Luc Dardenne"],
        "character": ["Marion Cotillard: Stéphanie", "Marion Cotillard: Louise"],
        "runtime_min": ["122", "132"],
        "year": ["2012", "2013"],
    }
    assert {c.agent for c in film.credits if c.role == "director"} == {"Jacques Audiard", "Luc Dardenne"}
    assert (film.first("year"), film.first("runtime_min")) == ("2012", "122")
    assert film.every("runtime_min") == ("122", "132")


def test_contradictions_reach_the_graph(tmp_path: Path) -> None:
    data = movie(director="Luc Dardenne", duration="PT2H12M")
    document, films = read_page(tmp_path, data)
    dataset = resolve([document], films)
    (film,) = dataset.films
    quotes = {a.quote for c in dataset.credits for a in c.attestations if a.iri in film.disputed}
    assert (quotes, len(film.disputed), film.runtime_min) == ({'"director": "Luc Dardenne"'}, 2, 122)


def test_a_minute_more_is_no_contradiction(tmp_path: Path) -> None:
    _, (film,) = read_page(tmp_path, movie(duration="PT123M", datePublished="2012-05-17"))
    assert film.contradictions == () and film.every("runtime_min") == ("122",)


def test_another_title_counts_where_the_director_agrees(tmp_path: Path) -> None:
    data = movie(name="De rouille et d’os", director="Jacques Audiard", musicBy="Alexandre Desplat")
    _, (film,) = read_page(tmp_path, data)
    assert film.every("alternative_title") == ("De rouille et d’os",)
    assert [c.field for c in film.contradictions] == ["title"]
    assert "composer: Alexandre Desplat" in credits_of(film)


def test_data_of_another_film_is_left_unread(tmp_path: Path) -> None:
    _, (film,) = read_page(tmp_path, movie(name="Amour", director="Michael Haneke"))
    assert [u.reason for u in film.unread] == ["structured data of another film"]
    assert "Michael Haneke" not in {c.agent for c in film.credits}


def test_a_page_that_says_it_for_programs_only(tmp_path: Path) -> None:
    data = movie(
        director="Jacques Audiard",
        countryOfOrigin={"@type": "Country", "name": "France"},
        isBasedOn={"@type": "Book", "name": "Rust and Bone", "author": {"name": "Craig Davidson"}},
    )
    document, (film,) = read_page(tmp_path, data, "<div id=app></div>")
    assert document.text == json.dumps(data)
    assert credits_of(film) == {"director: Jacques Audiard"}
    assert film.every("country") == ("France",)
    assert [(w.title, w.author) for w in film.source_works] == [("Rust and Bone", "Craig Davidson")]


def test_critic_outlet_and_date(tmp_path: Path) -> None:
    review = {
        "@type": "Review", "author": {"@type": "Person", "name": "Anna Kowal"},
        "publisher": {"@type": "Organization", "name": "The Reel Post"},
        "datePublished": "2012-05-18T09:00:00Z", "itemReviewed": movie(),
    }  # fmt: skip
    _, (film,) = read_page(tmp_path, review)
    assert [film.first(f) for f in ("critic", "outlet", "review_date")] == [
        "Anna Kowal", "The Reel Post", "2012-05-18",
    ]  # fmt: skip
    head = (
        '<meta name="author" content="Anna Kowal"><meta property="og:site_name" content="The Reel Post">'
        '<meta property="article:published_time" content="2012-05-18T09:00:00Z">'
    )
    document, (film,) = read_page(tmp_path, "{}", head=head)
    assert document.text.endswith("og:site_name: The Reel Post\narticle:published_time: 2012-05-18T09:00:00Z")
    assert [film.first(f) for f in ("critic", "outlet", "review_date")] == [
        "Anna Kowal", "The Reel Post", "2012-05-18",
    ]  # fmt: skip
    assert "Anna Kowal" not in {c.agent for c in film.credits}


@pytest.mark.parametrize(
    "author", ["https://example.org/anna", "admin", "The Reel Post Staff", "a@b.example"]
)
def test_authors_that_are_no_critics(tmp_path: Path, author: str) -> None:
    _, (film,) = read_page(tmp_path, "{}", head=f'<meta name="author" content="{author}">')
    assert film.first("critic") is None


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"Movie","name":"Rust and Bone","director":"Luc Dardenne"',
        '{"@type":"Movie","name":"Rust and "Bone"","director":"Luc Dardenne"}',
        "{'@type':'Movie','director':'Luc Dardenne', \"x\":\"Movie\"}",
        '{"@type":"Movie"]',
    ],
)
def test_broken_data_is_listed_and_does_no_harm(tmp_path: Path, script: str) -> None:
    _, (film,) = read_page(tmp_path, script)
    assert [u.reason for u in film.unread] == ["structured data that is broken"]
    assert "Luc Dardenne" not in {c.agent for c in film.credits}


@pytest.mark.parametrize(
    "script",
    [
        '\n<!--\n{"@type":"Movie","name":"Rust and Bone","musicBy":"Alexandre Desplat",}\n-->',
        '//<![CDATA[\n{"@type":"Movie","name":"Rust and Bone","musicBy":"Alexandre Desplat"}\n//]]>',
        '{"@type":"Movie","description":"One\ntwo","name":"Rust &amp; Bone","alternateName":"Rust and Bone",'
        '"musicBy":"Alexandre Desplat"};',
    ],
)
def test_what_sites_get_wrong_most_is_forgiven(tmp_path: Path, script: str) -> None:
    _, (film,) = read_page(tmp_path, script)
    assert credits_of(film) == {"composer: Alexandre Desplat"}


def test_places_of_values() -> None:
    text = 'x = {"a": ["b", {"c": 1}], "d": "\\u00e9\\/"} ;'
    node = read_json(text, 4, len(text))
    assert isinstance(node, Node)
    assert {key: text[n.start : n.end] for key, n in node.members.items()} == {
        "a": '"a": ["b", {"c": 1}]', "d": '"d": "\\u00e9\\/"',
    }  # fmt: skip
    assert node.members["d"].text == "é/"


@pytest.mark.parametrize(
    "hostile",
    [
        '{"@type":"Movie","name":' * 20_000,
        "[" * 300_000 + '"Movie"',
        '{"@type":"Movie","name":"' + "a" * 300_000,
        '{"@type":"Movie","name":"A","actor":[' + '{"name":"Ann Lee"},' * 15_000 + "]}",
        '{"@type":"Movie","name":"A","director":"' + "Ann Lee, " * 30_000 + '"}',
        '{"@graph":[' + '{"@id":"#a","@type":"Movie","about":{"@id":"#a"}},' * 5_000 + "]}",
        '{"@type":"Movie","name":"A\\ud800","director":"\\udfff Lee"}',
    ],
)
def test_hostile_data_is_read_in_bounded_time(tmp_path: Path, hostile: str) -> None:
    start = time.perf_counter()
    document, (film, *_) = read_page(tmp_path, hostile)
    assert time.perf_counter() - start < 5
    document.text.encode()
    assert "Jacques Audiard" in {c.agent for c in film.credits}
