"""RDF and JSON-LD files to facts: schema.org's terms and ours, roles between, ids, source works."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from filmgraph import pipeline
from filmgraph.extraction import extract_facts
from filmgraph.model.facts import Evidence, FilmFacts
from filmgraph.reading import read_document
from filmgraph.sample import sample_paths
from filmgraph.store import open_store

SCHEMA = """@prefix schema: <http://schema.org/> .
@prefix fg: <https://w3id.org/filmgraph/ns#> .
@prefix ex: <http://example.org/> .
ex:rosetta a schema:Movie ; schema:name "Rosetta" ;
    schema:datePublished "1999-05-22" ; schema:inLanguage "fr" , "日本語" ;
    schema:duration "PT95M" ;
    schema:countryOfOrigin [ a schema:Country ; schema:name "Belgium" ] ;
    schema:sameAs <https://www.imdb.com/title/tt0200071/> ;
    schema:director ex:luc , "Jean-Pierre Dardenne" ; fg:cinematographer [ schema:name "Alain Marcoen" ] ;
    schema:producer ex:fleuve ;
    schema:actor [ a schema:PerformanceRole ; schema:actor ex:emilie ; schema:characterName "Rosetta" ] ;
    schema:isBasedOn [ a schema:Book ; schema:name "A Book" ; schema:author [ schema:name "Ann Lee" ] ] .
ex:luc a schema:Person ; schema:name "Luc Dardenne" ; schema:sameAs <http://www.wikidata.org/entity/Q437215> .
ex:emilie a schema:Person ; schema:name "Émilie Dequenne"@fr .
ex:fleuve a schema:Organization ; schema:name "Les Films du Fleuve" .
ex:unnamed a schema:Movie .
"""
LUC = "http://www.wikidata.org/entity/Q437215"
JSON_LD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "Movie",
            "@id": "#rosetta",
            "name": "Rosetta",
            "datePublished": "1999",
            "sameAs": "https://www.imdb.com/title/tt0200071/",
            "director": [{"@id": "#luc"}, "Jean-Pierre Dardenne"],
            "actor": {"@type": "PerformanceRole", "actor": {"@id": "#emilie"}, "characterName": "Rosetta"},
            "productionCompany": {"@type": "Organization", "name": "Les Films du Fleuve"},
        },
        {"@type": "Person", "@id": "#luc", "name": "Luc Dardenne", "sameAs": LUC},
        {"@type": "Person", "@id": "#emilie", "name": "Émilie Dequenne"},
        {"@type": "ItemList", "itemListElement": [{"item": {"@type": "Movie", "name": "Amour"}}]},
    ],
}  # fmt: skip


def read(path: Path, text: str) -> tuple[FilmFacts, ...]:
    path.write_text(text, encoding="utf-8")
    document = read_document(path)
    films = extract_facts(document)
    for evidence in (e for film in films for e in evidence_of(film)):
        assert evidence.quote == evidence.span.of(document.text)
    return films


def evidence_of(film: FilmFacts) -> Iterator[Evidence]:
    yield from (stated.evidence for stated in film.stated)
    yield from (credit.evidence for credit in film.credits)
    yield from (work.evidence for work in film.source_works)


def test_schema_org_statements(tmp_path: Path) -> None:
    rosetta, *others = read(tmp_path / "graph.ttl", SCHEMA)
    assert [(s.field, s.value) for s in rosetta.stated] == [
        ("title", "Rosetta"),
        ("year", "1999"),
        ("runtime_min", "95"),
        ("country", "Belgium"),
        ("language", "日本語"),
    ]
    assert rosetta.ids == (("http://example.org/", "rosetta"), ("imdb", "tt0200071"))
    assert [(c.role, c.agent, c.kind, c.character) for c in rosetta.credits] == [
        ("director", "Luc Dardenne", "person", None),
        ("director", "Jean-Pierre Dardenne", "person", None),
        ("cinematographer", "Alain Marcoen", "person", None),
        ("production-company", "Les Films du Fleuve", "organization", None),
        ("actor", "Émilie Dequenne", "person", "Rosetta"),
    ]
    assert ("wikidata", "Q437215") in rosetta.credits[0].ids
    assert [(w.title, w.author) for w in rosetta.source_works] == [("A Book", "Ann Lee")]
    assert "schema.org/director" in rosetta.credits[0].evidence.quote
    assert [film.ids for film in others] == [(("http://example.org/", "unnamed"),)]


@pytest.mark.parametrize("name", ["film.jsonld", "film.json"])
def test_json_ld_files(tmp_path: Path, name: str) -> None:
    rosetta, amour = read(tmp_path / name, json.dumps(JSON_LD, indent=1, ensure_ascii=False))
    assert {(c.role, c.agent, c.character) for c in rosetta.credits} == {
        ("director", "Luc Dardenne", None),
        ("director", "Jean-Pierre Dardenne", None),
        ("actor", "Émilie Dequenne", "Rosetta"),
        ("production-company", "Les Films du Fleuve", None),
    }
    assert rosetta.ids == (("imdb", "tt0200071"),) and amour.first("title") == "Amour"
    luc = next(c for c in rosetta.credits if c.agent == "Luc Dardenne")
    assert luc.ids == (("wikidata", "Q437215"),) and '"Luc Dardenne"' in luc.evidence.quote


def test_json_ld_of_many_films_is_read_whole(tmp_path: Path) -> None:
    films = [
        {"@type": "Movie", "name": f"Film {n}", "director": {"name": f"Ann Lee{n}"}} for n in range(1000)
    ]
    found = read(tmp_path / "films.jsonld", json.dumps({"@context": "https://schema.org", "@graph": films}))
    assert len(found) == 1000
    lines = "\n".join(json.dumps({"@context": "http://schema.org/", **film}) for film in films[:50])
    assert len(read(tmp_path / "lines.jsonld", lines)) == 50


def held(store: Path) -> set[str]:
    """The triples of a store's default graph, without those that say who said so."""
    reader = open_store(str(store))
    lines = b"".join(reader.dump("application/n-triples")).decode().splitlines()
    reader.close()
    return {line for line in lines if not re.search(r"ns#(attestedBy|disputed)>|/id/(doc|decision)/", line)}


def test_our_own_exports_give_the_same_graph_again(tmp_path: Path) -> None:
    from filmgraph import delivery

    cast = [
        {"id": 11, "name": "Jo Day", "character": "Ann / Her Twin", "order": 0},
        {"id": 12, "name": "Jo Day", "character": "A “Clerk”", "order": 1},
        {"id": 13, "name": "Bo Ek", "character": "", "order": 2},
    ]
    crew = [
        {"id": 14, "name": "Sue Novel", "department": "Writing", "job": "Novel"},
        {"id": 14, "name": "Sue Novel", "department": "Writing", "job": "Screenplay"},
        {"id": 13, "name": "Bo Ek", "department": "Directing", "job": "Director"},
    ]
    with (tmp_path / "tmdb_credits.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["movie_id", "title", "cast", "crew"])
        writer.writerow([901, "The Hill", json.dumps(cast), json.dumps(crew)])
    pipeline.add([*sample_paths(), tmp_path / "tmdb_credits.csv"], tmp_path / "first.db")
    before = held(tmp_path / "first.db")
    assert len(before) > 10_000
    for told in ('"Ann / Her Twin"', "agent/tmdb-11", "agent/tmdb-12", "role/source-author", 'tmdbId> "901"'):
        assert any(told in line for line in before), told
    for suffix in ("ttl", "nq", "trig", "jsonld"):
        reader = open_store(str(tmp_path / "first.db"))
        delivery.export(reader, tmp_path / f"graph.{suffix}")
        reader.close()
        report = pipeline.add([tmp_path / f"graph.{suffix}"], tmp_path / f"{suffix}.db")
        assert not report.skipped and not report.wrong
        assert held(tmp_path / f"{suffix}.db") == before
