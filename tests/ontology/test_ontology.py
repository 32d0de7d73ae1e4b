"""`filmgraph.ttl` is a complete OWL 2 DL ontology of everything that the graph is written with."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from ontology_graphs import FG, FILES, SCHEMA, fg_terms, read_file
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from filmgraph.catalogs.resources import find_folder
from filmgraph.catalogs.roles import load_roles

ROOT = Path(__file__).resolve().parents[2]
PROPERTY_TYPES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
BUILT_IN = tuple(str(n) for n in (RDF, RDFS, OWL))
# The datatypes of the OWL 2 datatype map (OWL 2 Structural Specification, section 4) that are used here.
OWL_DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.anyURI, XSD.dateTime}


def declared() -> dict[URIRef, set[URIRef]]:
    """Every term that filmgraph.ttl declares as a class or property, with its types."""
    kinds = {OWL.Class, *PROPERTY_TYPES}
    graph = read_file("filmgraph")
    return {
        s: {URIRef(str(o)) for o in graph.objects(s, RDF.type)}
        for s in set(graph.subjects(RDF.type))
        if isinstance(s, URIRef) and kinds & set(graph.objects(s, RDF.type))
    }


@pytest.mark.parametrize("name", FILES)
def test_the_file_parses_and_declares_every_own_term_it_uses(name: str) -> None:
    graph = read_file(name)
    assert len(graph) > 50
    assert sorted(fg_terms(graph) - set(declared())) == []


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_an_ontology_or_a_scheme_with_title_and_license(name: str) -> None:
    graph = read_file(name)
    heads = [*graph.subjects(RDF.type, OWL.Ontology), *graph.subjects(RDF.type, SKOS.ConceptScheme)]
    assert heads
    assert any((head, DCTERMS.license, None) in graph for head in heads)
    assert all(list(graph.objects(head, DCTERMS.title)) for head in heads)


def test_every_term_has_one_label_one_comment_and_the_standard_it_comes_from() -> None:
    graph = read_file("filmgraph")
    terms = declared()
    assert len(terms) > 120
    for term in terms:
        for said in (RDFS.label, RDFS.comment):
            texts = list(graph.objects(term, said))
            assert len(texts) == 1, f"{term} has {len(texts)} {said}"
            assert isinstance(texts[0], Literal) and texts[0].language == "en" and texts[0].strip()
        assert len(list(graph.objects(term, RDFS.isDefinedBy))) == 1, term


def test_every_property_is_of_exactly_one_kind() -> None:
    # OWL 2 DL lets no property be two of object, datatype and annotation property, nor a class a datatype.
    for term, types in declared().items():
        assert len(types & PROPERTY_TYPES) + (OWL.Class in types) == 1, term


def test_domains_and_ranges_are_declared_classes_or_datatypes_of_owl() -> None:
    graph, terms = read_file("filmgraph"), declared()
    for term, target in [*graph.subject_objects(RDFS.domain), *graph.subject_objects(RDFS.range)]:
        types = terms[URIRef(str(term))]
        assert OWL.AnnotationProperty not in types, (
            f"{term}: annotation properties have no domain or range here"
        )
        if (term, RDFS.range, target) in graph and OWL.DatatypeProperty in types:
            assert target in OWL_DATATYPES, term
        else:
            assert OWL.Class in terms[URIRef(str(target))], term


@pytest.mark.parametrize("name", ["filmgraph", "roles"])
def test_every_predicate_is_declared_or_built_in(name: str) -> None:
    used = {URIRef(str(p)) for p in read_file(name).predicates()} - set(declared())
    assert {p for p in used if not str(p).startswith(BUILT_IN)} == set()


def test_every_type_is_declared_or_built_in() -> None:
    for name in ("filmgraph", "roles"):
        used = {URIRef(str(t)) for t in read_file(name).objects(None, RDF.type)} - set(declared())
        assert {t for t in used if not str(t).startswith(BUILT_IN)} == set()


def test_a_literal_never_stands_under_an_object_property_nor_a_resource_under_a_datatype_property() -> None:
    terms = declared()
    for subject, predicate, value in read_file("roles"):
        types = terms.get(URIRef(str(predicate)), set())
        if OWL.ObjectProperty in types:
            assert not isinstance(value, Literal), (subject, predicate)
        if OWL.DatatypeProperty in types:
            assert isinstance(value, Literal), (subject, predicate)


def test_every_role_has_its_own_declared_direct_property() -> None:
    terms = declared()
    properties = [URIRef(role.direct_property) for role in load_roles().roles.values()]
    assert len(set(properties)) == len(properties)
    for prop in properties:
        assert OWL.ObjectProperty in terms[prop], prop


def named_terms(prefix: str, constant: str) -> set[str]:
    """The local names that queries and code write as `fg:name`, `fg("name")` or `FG + "name"`."""
    queries = "\n".join(p.read_text(encoding="utf-8") for p in find_folder("queries").rglob("*.rq"))
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "filmgraph").rglob("*.py"))
    named = re.findall(rf'\b(?:{prefix}\(|{constant} \+ )"([A-Za-z0-9]+)"', code)
    return {*named, *re.findall(rf"\b{prefix}:([A-Za-z0-9]+)", queries + code)}


@pytest.mark.parametrize(
    ("prefix", "constant", "namespace"), [("fg", "FG", str(FG)), ("schema", "SCHEMA", str(SCHEMA))]
)
def test_every_term_that_queries_and_code_name_is_declared(
    prefix: str, constant: str, namespace: str
) -> None:
    used = named_terms(prefix, constant)
    assert len(used) > 8
    assert sorted(used - {str(term).removeprefix(namespace) for term in declared()}) == []


# Beside the ontology, what OWL 2 RL concludes: a sane graph gives no contradiction, a confused one does.
SANE = """
@prefix fg: <https://w3id.org/filmgraph/ns#> . @prefix schema: <https://schema.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix ex: <https://example.org/> .
ex:film a schema:Movie ; fg:editor ex:duo ; schema:isBasedOn ex:novel .
ex:duo a fg:CreativeTeam ; foaf:member ex:person . ex:person a schema:Person . ex:novel a schema:Book .
ex:credit a fg:Credit ; fg:film ex:film ; fg:agent ex:duo ; fg:role ex:role ; fg:attestedBy ex:attestation .
ex:role a fg:Role .
"""
CONFUSED = SANE + "ex:person fg:agent ex:duo ."  # then a person would be a credit


@pytest.mark.parametrize(("data", "contradictions"), [(SANE, 0), (CONFUSED, 1)])
def test_reasoning_finds_contradictions_only_where_there_are_some(data: str, contradictions: int) -> None:
    owlrl = import_module("owlrl")
    # The direct properties are all alike: one is kept, so that the closure takes a second and not ten.
    graph = Graph()
    skipped = {URIRef(r.direct_property) for r in load_roles().roles.values()} - {FG.editor}
    for triple in read_file("filmgraph"):
        if triple[0] not in skipped and triple[1] not in (RDFS.label, RDFS.comment, RDFS.isDefinedBy):
            graph.add(triple)
    graph.parse(data=data, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert (URIRef("https://example.org/duo"), RDF.type, FG.Agent) in graph
    errors = [s for s in graph.subjects(RDF.type) if "error" in str(s).lower()] + list(
        graph.subjects(RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"))
    )
    assert bool(errors) == bool(contradictions)
