"""What we write keeps the shapes, and the shapes catch what we must not write."""

from __future__ import annotations

import pytest
from handmade import Page, rust_and_bone

from filmgraph.catalogs.namespaces import FG
from filmgraph.catalogs.scheme import load_role_scheme
from filmgraph.errors import ReadError
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.rdf import build_quads
from filmgraph.rdf.selectors import build_selectors
from filmgraph.rdf.shapes import validate
from filmgraph.resolution import resolve
from filmgraph.resolution.decisions import Entry, build_assertion


def written(quads: list[Quad]) -> bytes:
    return "".join(q.n4() + "\n" for q in quads).encode()


def test_the_graph_keeps_the_shapes() -> None:
    pages = rust_and_bone()
    listed = Page("list.csv", rows=True, is_review=False, ids=(("imdb", "tt0000001"),))
    listed.state(title="Harbor", year="2000").credit("actor", "Ann Lee", ids=(("imdb", "nm0000001"),))
    pages.append(listed)
    documents, facts = [p.document for p in pages], [p.facts for p in pages]
    before = resolve(documents, facts, [])
    asserted = build_assertion(
        before, before.films[0].iri, "editor", "Juliette Welfling", Entry(1, "seen", "2026-01-02")
    )
    dataset = resolve(documents, facts, [asserted])
    assert validate(written(build_quads(dataset))) == []


def test_a_broken_graph_is_found_with_its_sentence() -> None:
    dataset = resolve([p.document for p in rust_and_bone()], [p.facts for p in rust_and_bone()], [])
    quads = [q for q in build_quads(dataset) if q.predicate.value != FG + "attestedBy"]
    findings = validate(written(quads))
    assert {f.focus for f in findings} >= {c.iri for c in dataset.credits}
    assert any("at least one attestation" in f.message for f in findings)
    assert findings == sorted(findings)


def test_turtle_is_taken_too() -> None:
    scheme = written(list(load_role_scheme()))
    film = b"<urn:x> a <https://schema.org/Movie> ."
    (finding,) = validate(scheme + film, "text/turtle")
    assert finding.focus == "urn:x"


def test_what_is_not_rdf_is_refused() -> None:
    with pytest.raises(ReadError, match="not application/n-quads"):
        validate(b"this is a film review")


def test_selectors_spell_out_quote_and_surroundings() -> None:
    text = "Directed by Jacques Audiard. Screenplay, Audiard."
    document = "https://w3id.org/filmgraph/id/doc/00ff"
    credit = "https://w3id.org/filmgraph/id/credit/11"
    quads = list(build_selectors([(credit, f"{document}#char=12,27")], {document: text}))
    values = {(q.predicate.value.rpartition("#")[2], q.object.value) for q in quads}
    assert ("exact", "Jacques Audiard") in values
    assert ("prefix", "Directed by ") in values
    assert ("suffix", ". Screenplay, Audiard.") in values
    assert {("start", "12"), ("end", "27")} <= values
    assert all(isinstance(q.object, IRI | Literal) and q.graph is None for q in quads)
    row = list(build_selectors([(credit, f"{document}#row=7")], {}))
    assert ("value", "row=7") in {(q.predicate.value.rpartition("#")[2], q.object.value) for q in row}
    assert list(build_selectors([(credit, "https://w3id.org/filmgraph/id/decision/1")], {})) == []
