"""The quads of a dataset: the golden file, the budget, and what must hold of any."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from handmade import Page, rust_and_bone

from filmgraph.catalogs.namespaces import FG, ROLE, SCHEMA
from filmgraph.catalogs.resources import find_folder
from filmgraph.catalogs.scheme import load_role_scheme, read_scheme
from filmgraph.extraction import extract_facts
from filmgraph.model.entities import Dataset
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.rdf import build_name_entries, build_quads
from filmgraph.reading import read_document
from filmgraph.resolution import resolve
from filmgraph.sample import sample_paths

GOLDEN = Path(__file__).parent / "rust_and_bone.nq"
REVIEW_BUDGET, BULK_BUDGET = 12, 8


def held(*pages: Page) -> Dataset:
    return resolve([p.document for p in pages], [p.facts for p in pages], [])


@pytest.fixture(scope="module")
def sample() -> Dataset:
    documents = [read_document(path, path.name) for path in sample_paths()]
    return resolve(documents, [f for d in documents for f in extract_facts(d)], [])


def own_quads(dataset: Dataset) -> list[Quad]:
    scheme = set(load_role_scheme())
    return [q for q in build_quads(dataset) if q not in scheme]


def cost_of_credits(dataset: Dataset) -> float:
    """Triples of credit nodes, their attestations and the direct triples, per credit."""
    credits = {c.iri for c in dataset.credits}
    said = {a.iri for c in dataset.credits for a in c.attestations}
    films, agents = {f.iri for f in dataset.films}, {a.iri for a in dataset.agents}
    cost = sum(
        q.subject.value in credits
        or (q.subject.value in said and q.predicate.value != FG + "states")
        or (q.subject.value in films and q.object.value in agents)
        for q in own_quads(dataset)
    )
    return cost / len(credits)


def test_golden_quads() -> None:
    lines = "".join(q.n4() + "\n" for q in own_quads(held(*rust_and_bone())))
    assert lines == GOLDEN.read_text(), "read the difference; then write the new text into the golden file"


def test_quads_are_sorted_distinct_and_without_blank_nodes(sample: Dataset) -> None:
    lines = [q.n4() for q in build_quads(sample)]
    assert lines == sorted(set(lines))
    assert not [line for line in lines if line.startswith("_:") or " _:" in line]


def test_a_review_credit_stays_within_its_budget(sample: Dataset) -> None:
    cost = cost_of_credits(sample)
    print(f"{cost:.2f} triples a review credit (budget {REVIEW_BUDGET}) over {len(sample.credits)} credits")
    assert 8 < cost <= REVIEW_BUDGET


def test_a_bulk_credit_stays_within_its_budget() -> None:
    pages = []
    for film in range(40):
        page = Page(f"{film}.csv", rows=True, is_review=False).state(title=f"Film {film}", year="2000")
        page.credit("director", f"Director {film % 7}")
        for actor in range(12):
            page.credit("actor", f"Actor {film}-{actor}", character=f"Character {actor}")
        pages.append(page)
    cost = cost_of_credits(held(*pages))
    print(f"{cost:.2f} triples a bulk credit (budget {BULK_BUDGET})")
    assert 6 < cost <= BULK_BUDGET


def test_what_was_said_stands_in_its_documents_graph(sample: Dataset) -> None:
    documents = {d.iri for d in sample.documents}
    for quad in own_quads(sample):
        if quad.graph is None:
            assert "#" not in quad.subject.value, "attestations have no triples in the default graph"
        elif quad.graph.value in documents:
            assert quad.subject.value.startswith(quad.graph.value + "#char=")
        else:
            assert quad.graph.value.endswith("/ledger")


def test_every_credit_has_its_direct_triple(sample: Dataset) -> None:
    quads = set(build_quads(sample))
    properties = {
        q.subject.value: q.object.value for q in quads if q.predicate.value == FG + "directProperty"
    }
    members = {a.iri: a.members or (a.iri,) for a in sample.agents}
    for credit in sample.credits:
        direct = IRI(properties[ROLE + credit.role])
        assert all(Quad(IRI(credit.film), direct, IRI(agent)) in quads for agent in members[credit.agent])


def test_a_teams_credit_gives_direct_triples_of_its_members_or_of_the_team() -> None:
    review, _, child = rust_and_bone()
    producers = defaultdict(set)
    for name, dataset in (("known", held(review, child)), ("unknown", held(review))):
        for quad in build_quads(dataset):
            if quad.predicate.value == SCHEMA + "producer":
                producers[name].add(quad.object.value.rpartition("/")[2])
    assert producers["known"] == {"jean-pierre-dardenne", "luc-dardenne"}
    assert producers["unknown"] == {"dardenne-brothers"}


def test_every_own_term_is_declared(sample: Dataset) -> None:
    declared = set(re.findall(r"^fg:(\w+) a ", (find_folder("ontology") / "filmgraph.ttl").read_text(), re.M))
    page = Page("ids.csv", rows=True, ids=(("imdb", "tt0000001"), ("tmdb", "7"), ("wikidata", "Q1")))
    page.state(title="Harbor").credit("actor", "Ann Lee", ids=(("viaf", "7"),))
    terms = {
        term.value.removeprefix(FG)
        for quad in [*own_quads(sample), *own_quads(held(page))]
        for term in (quad.predicate, quad.object)
        if isinstance(term, IRI) and term.value.startswith(FG)
    }
    assert terms <= declared


def test_ids_are_literals_and_addresses() -> None:
    page = Page("ids.csv", rows=True, ids=(("imdb", "tt0000001"),)).state(title="Harbor")
    page.credit("actor", "Ann Lee", ids=(("wikidata", "Q1"),))
    found = {(q.subject.value.rpartition("/")[2], q.object.value) for q in own_quads(held(page))}
    assert ("imdb-tt0000001", "tt0000001") in found
    assert ("imdb-tt0000001", "https://www.imdb.com/title/tt0000001/") in found
    assert ("wikidata-Q1", "http://www.wikidata.org/entity/Q1") in found


def test_a_row_has_no_triples_of_its_own() -> None:
    page = (
        Page("list.csv", rows=True, is_review=False)
        .state(title="Harbor", year="2000")
        .credit("actor", "Ann Lee")
    )
    quads = own_quads(held(page))
    assert not [q for q in quads if "#row=" in q.subject.value]
    assert Counter(q.predicate.value.rpartition("#")[2] for q in quads if "#row=" in q.object.value) == {
        "attestedBy": 3
    }
    assert any(q.predicate.value == FG + "describes" for q in quads)


def test_the_role_scheme_comes_along() -> None:
    scheme = load_role_scheme()
    assert set(scheme) <= set(build_quads(Dataset()))
    assert Literal("director", language="en", datatype=scheme_datatype(scheme)) in {q.object for q in scheme}
    assert [q.n4() for q in scheme] == sorted(q.n4() for q in scheme)


def scheme_datatype(scheme: tuple[Quad, ...]) -> str:
    return next(q.object.datatype for q in scheme if isinstance(q.object, Literal) and q.object.language)


def test_a_scheme_with_a_blank_node_is_refused(tmp_path: Path) -> None:
    (tmp_path / "roles.ttl").write_text('[] <urn:p> "x" .')
    with pytest.raises(ValueError, match="blank node"):
        read_scheme(tmp_path / "roles.ttl")


def test_names_find_films_agents_works_and_teams() -> None:
    entries = build_name_entries(held(*rust_and_bone()))
    found = {(e.name, e.kind, e.label, e.weight) for e in entries}
    assert ("De rouille et d'os", "film", "Rust and Bone", 12) in found
    assert ("L'Enfant", "film", "The Child", 3) in found
    assert ("Audiard", "person", "Jacques Audiard", 1) in found
    assert ("the Dardennes", "team", "Dardenne brothers", 1) in found
    assert ("Luc Dardenne", "person", "Luc Dardenne", 2) in found, "a team's films count for its members"
    assert ("Les Films du Fleuve", "organization", "Les Films du Fleuve", 2) in found
    assert ("Rust and Bone", "work", "Rust and Bone", 1) in found
    assert entries == sorted(entries, key=lambda e: (e.name, e.iri, e.kind))
