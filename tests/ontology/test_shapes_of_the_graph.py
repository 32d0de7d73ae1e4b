"""`shapes.ttl` is valid SHACL, passes a good graph, and tells planted faults in a film person's words."""

from __future__ import annotations

from functools import cache

import pytest
from ontology_graphs import FG, read_file
from pyshacl import validate
from rdflib import SH, SKOS, Graph, Literal, Namespace, URIRef

EX = Namespace("https://example.org/id/")
PREFIXES = """
@prefix fg: <https://w3id.org/filmgraph/ns#> . @prefix role: <https://w3id.org/filmgraph/role/> .
@prefix schema: <https://schema.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix ex: <https://example.org/id/> .
"""
GOOD = """
ex:film a schema:Movie ; schema:name "The Child" ; schema:alternateName "L'Enfant" ;
    fg:originalTitle "L'Enfant" ; schema:datePublished "2005"^^xsd:gYear ;
    schema:duration "PT100M"^^xsd:duration ;
    schema:countryOfOrigin "Belgium" , "France" ; schema:inLanguage "French" ; fg:imdbId "tt0456396" ;
    fg:attestedBy <https://example.org/id/doc/a#char=0,9> ;
    fg:disputed <https://example.org/id/doc/b#char=4,8> ;
    schema:director ex:luc ; schema:actor ex:jeremie ; schema:productionCompany ex:company ;
    fg:inspiredBy ex:novel .
ex:luc a schema:Person ; schema:name "Luc Dardenne" ; fg:imdbId "nm0201094" .
ex:jeremie a schema:Person ; schema:name "Jérémie Renier" .
ex:brothers a fg:CreativeTeam ; schema:name "the Dardenne brothers" ; foaf:member ex:luc .
ex:company a schema:Organization ; schema:name "Les Films du Fleuve" .
ex:c1 a fg:Credit ; fg:film ex:film ; fg:agent ex:brothers ; fg:role role:director ;
    fg:creditedAs "the Dardenne brothers" ; fg:attestedBy <https://example.org/id/doc/a#char=10,19> .
ex:c2 a fg:Credit ; fg:film ex:film ; fg:agent ex:jeremie ; fg:role role:actor ; fg:character "Bruno" ;
    fg:attestedBy <https://example.org/id/doc/list#row=12> .
ex:c3 a fg:Credit ; fg:film ex:film ; fg:agent ex:company ; fg:role role:production-company ;
    fg:attestedBy <https://example.org/id/decision/3> .
ex:c4 a fg:Credit ; fg:film ex:film ; fg:agent ex:luc ; fg:role role:producer ; fg:through ex:company ;
    fg:attestedBy <https://example.org/id/doc/a#char=10,19> .
ex:c5 a fg:Credit ; fg:film ex:film ; fg:agent ex:jeremie ; fg:role role:voice-actor ; fg:character "Bruno" ;
    fg:attestedBy <https://example.org/id/doc/a#char=10,19> .
ex:novel a schema:CreativeWork , schema:Book ; schema:author ex:luc ; fg:workKind "novel" .
ex:adaptation a fg:Adaptation ; fg:film ex:film ; fg:sourceWork ex:novel ; fg:grade fg:inspiredBy ;
    fg:attestedBy <https://example.org/id/doc/a#char=20,29> .
ex:review a schema:Review ; schema:itemReviewed ex:film ; schema:name "Review: The Child" ;
    fg:critic "A. Critic" ;
    fg:outlet "An Outlet" ; schema:datePublished "2005-05-17"^^xsd:date ; dcterms:source "child.txt" ;
    fg:sha256 "HASH" .
ex:page a schema:DigitalDocument ; fg:describes ex:film ; dcterms:source "page.html" ; fg:sha256 "HASH" .
<https://example.org/id/doc/a#char=10,19> oa:exact "Directed " ; fg:confidence 0.95 ; fg:billingOrder 1 .
""".replace("HASH", "0" * 64)
# Parts of entities that are sound but for the planted fault.
FILM = 'schema:name "X" ; fg:attestedBy <https://example.org/id/doc/a#char=0,9>'
CREDIT = "a fg:Credit ; fg:film ex:film ; fg:agent ex:luc ; fg:role role:editor"
SEEN = "fg:attestedBy <https://example.org/id/doc/a#char=0,9>"
SCENE = f"a fg:Credit ; fg:film ex:film ; {SEEN}"
WORK = f"a fg:Adaptation ; {SEEN}"
PAPER = 'a schema:DigitalDocument ; dcterms:source "x"'
HASH = f'fg:sha256 "{"0" * 64}"'

# What is wrong with `ex:f<n>` (or the node named), and the words that must say so.
FAULTS = [
    ("a schema:Movie", "exactly one identifying title"),
    ('a schema:Movie ; schema:name "A" , "B"', "exactly one identifying title"),
    ('a schema:Movie ; schema:name ""', "exactly one identifying title"),
    (f'a schema:Movie ; {FILM} ; schema:alternateName ""', "Another title"),
    (f'a schema:Movie ; {FILM} ; fg:originalTitle "A" , "B"', "at most one original title"),
    (f'a schema:Movie ; {FILM} ; schema:datePublished "2005"', "at most one year"),
    (f'a schema:Movie ; {FILM} ; schema:datePublished "2005"^^xsd:gYear , "2006"^^xsd:gYear', "as disputed"),
    (f'a schema:Movie ; {FILM} ; schema:duration "100 min"', "at most one running time"),
    (f"a schema:Movie ; {FILM} ; schema:countryOfOrigin ex:france", "name of a country"),
    (f"a schema:Movie ; {FILM} ; schema:inLanguage ex:french", "name of a language"),
    (f'a schema:Movie ; {FILM} ; fg:imdbId "nm0201094"', "IMDb id of a film is tt"),
    (f'a schema:Movie ; {FILM} ; fg:tmdbId "x1"', "TMDb id of a film is a number"),
    (f'a schema:Movie ; {FILM} ; fg:wikidataId "12"', "Wikidata id is Q"),
    ("a schema:Movie ; schema:name 'X' ; fg:attestedBy ex:review", "states a film's data"),
    ("a schema:Movie ; schema:name 'X' ; fg:disputed 'somebody'", "disputes a film's data"),
    ("a schema:Person", "exactly one preferred name"),
    ('a schema:Person , schema:Organization ; schema:name "X"', "one of the three"),
    ('a schema:Organization ; schema:name "X" ; schema:alternateName ""', "alias is a text"),
    ('a schema:Person ; schema:name "X" ; fg:imdbId "tt0456396"', "IMDb id of a person is nm"),
    ('a schema:Person ; schema:name "X" ; fg:wikidataId "P57"', "Wikidata id is Q"),
    ('a schema:Person ; schema:name "X" ; foaf:member ex:luc', "person has no members"),
    ('a fg:CreativeTeam ; schema:name "X" ; foaf:member ex:company', "team are persons"),
    (f"a fg:Credit ; fg:agent ex:luc ; fg:role role:editor ; {SEEN}", "exactly one film"),
    (f"a fg:Credit ; fg:film ex:luc ; fg:agent ex:luc ; fg:role role:editor ; {SEEN}", "exactly one film"),
    (f"{SCENE} ; fg:role role:editor", "exactly one agent"),
    (f"{SCENE} ; fg:agent ex:luc , ex:jeremie ; fg:role role:editor", "exactly one agent"),
    (f"{SCENE} ; fg:agent ex:novel ; fg:role role:editor", "exactly one agent"),
    (f"{SCENE} ; fg:agent ex:luc", "exactly one role"),
    (f"{SCENE} ; fg:agent ex:luc ; fg:role role:producing", "a group such as any producing role is no role"),
    (f"{SCENE} ; fg:agent ex:luc ; fg:role role:gaffer", "exactly one role"),
    (CREDIT, "at least one attestation"),
    (f"{CREDIT} ; fg:attestedBy ex:review", "What attests a credit"),
    (f'{CREDIT} ; {SEEN} ; fg:creditedAs ""', "name as printed"),
    (f'{CREDIT} ; {SEEN} ; fg:character ""', "A character is a name"),
    (f'{CREDIT} ; {SEEN} ; fg:character "Bruno"', "Only actors, voice actors and narrators"),
    (f"{CREDIT} ; {SEEN} ; fg:territory ex:france", "A territory is a text"),
    (f"{CREDIT} ; {SEEN} ; fg:through ex:jeremie", "must be an organization"),
    (f"{SCENE} ; fg:agent ex:company ; fg:role role:actor", "role that only people hold"),
    (f"{SCENE} ; fg:agent ex:luc ; fg:role role:production-company", "A person is credited in"),
    (f"{SCENE} ; fg:agent ex:brothers ; fg:role role:sales-agent", "A creative team is credited in a role"),
    (f"{WORK} ; fg:sourceWork ex:novel ; fg:grade fg:inspiredBy", "exactly one film"),
    (f"{WORK} ; fg:film ex:film ; fg:grade fg:inspiredBy", "exactly one source work"),
    (f"{WORK} ; fg:film ex:film ; fg:sourceWork ex:luc ; fg:grade fg:inspiredBy", "exactly one source work"),
    (f"{WORK} ; fg:film ex:film ; fg:sourceWork ex:novel ; fg:grade fg:editor", "exactly one grade"),
    ("a fg:Adaptation ; fg:film ex:film ; fg:sourceWork ex:novel ; fg:grade fg:remakeOf", "one attestation"),
    (f'{PAPER} ; fg:sha256 "abc"', "SHA-256 of its text"),
    (f"a schema:DigitalDocument ; {HASH}", "needs its origin"),
    (f'{PAPER} ; {HASH} ; schema:datePublished "17 May 2005"', "at most one date"),
    (f"{PAPER} ; {HASH} ; fg:describes ex:luc", "describes is a film"),
    (f'{PAPER} ; {HASH} ; fg:critic ""', "A critic is a name"),
    (f"{PAPER} ; {HASH} ; fg:outlet ex:company", "An outlet is a name"),
    (f'a schema:Review ; dcterms:source "x" ; {HASH}', "names the film it reviews"),
    (f'a schema:Review ; dcterms:source "x" ; {HASH} ; schema:itemReviewed ex:luc', "names the film"),
    ('oa:exact "Directed by"', "stand at a place in a document"),
    ('oa:exact "A" , "B"', "quotes its document once"),
    ('oa:exact "A" ; fg:confidence 1.5', "between 0 and 1"),
    ('oa:exact "A" ; fg:billingOrder 0', "counts from 1"),
    ('a fg:Role ; skos:prefLabel "gaffer"@en', "one in English and one in French"),
    ('a fg:Role ; skos:prefLabel "gaffer"@en , "best boy"@en', "has one name in each language"),
    ("a fg:Role", "exactly one department"),
    ("a fg:Role ; fg:agentKind schema:Movie", "which agents may hold it"),
    ("a fg:Role ; fg:directProperty 'gaffer'", "exactly one direct property"),
    ("a fg:Role ; fg:reportedAs 'a' , 'b'", "reported under exactly one name"),
]  # fmt: skip


def scheme() -> Graph:
    """The role scheme without its thousands of labels."""
    small = Graph()
    for triple in read_file("roles"):
        if triple[1] not in (SKOS.altLabel, SKOS.hiddenLabel, FG.abbreviation):
            small.add(triple)
    return small


def report(turtle: str) -> tuple[bool, Graph, str]:
    data = scheme().parse(data=PREFIXES + turtle, format="turtle")
    conforms, results, text = validate(data, shacl_graph=read_file("shapes"))
    return bool(conforms), results, str(text)


@cache
def found_faults() -> frozenset[tuple[URIRef, str]]:
    """All faults in one graph, validated once: the node at fault and the message."""
    planted = "\n".join(f"ex:f{n} {what} ." for n, (what, _) in enumerate(FAULTS))
    _, results, _ = report(GOOD + planted + WORKS)
    return frozenset(
        (URIRef(str(results.value(node, SH.focusNode))), str(message))
        for node in results.objects(None, SH.result)
        for message in results.objects(node, SH.resultMessage)
    )


# A source work is only looked at where an adaptation names it.
WORKS = f"""
ex:bare a schema:CreativeWork .
ex:odd a schema:CreativeWork ; schema:name "A" , "B" ; schema:author "C" ; fg:workKind "novel" , "play" .
ex:a1 {WORK} ; fg:film ex:film ; fg:sourceWork ex:bare ; fg:grade fg:suggestedBy .
ex:a2 {WORK} ; fg:film ex:film ; fg:sourceWork ex:odd ; fg:grade fg:suggestedBy .
"""


def test_the_shapes_are_valid_shacl() -> None:
    conforms, _, text = validate(Graph(), shacl_graph=read_file("shapes"), meta_shacl=True)
    assert conforms, text


def test_an_invalid_shape_would_not_pass() -> None:
    shapes = Graph() + read_file("shapes")
    shapes.add((URIRef("https://w3id.org/filmgraph/shape/Film"), SH.minCount, Literal("two")))
    with pytest.raises(Exception, match=r"SHACL|minCount|not Valid"):
        validate(Graph(), shacl_graph=shapes, meta_shacl=True)


def test_the_role_scheme_itself_conforms() -> None:
    conforms, _, text = report("")
    assert conforms, text


def test_a_good_graph_conforms() -> None:
    conforms, _, text = report(GOOD)
    assert conforms, text


@pytest.mark.parametrize(("number", "told"), [(n, told) for n, (_, told) in enumerate(FAULTS)])
def test_a_planted_fault_is_told_at_its_place(number: int, told: str) -> None:
    messages = [message for node, message in found_faults() if node == EX[f"f{number}"]]
    assert any(told in message for message in messages), f"{FAULTS[number][0]}: {messages}"


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ("bare", "title, its author or both"),
        ("odd", "at most one title"),
        ("odd", "author of a source work is an agent"),
        ("odd", "of one kind"),
    ],
)
def test_a_planted_fault_of_a_source_work_is_told(work: str, told: str) -> None:
    assert any(node == EX[work] and told in message for node, message in found_faults())


def test_nothing_but_the_planted_faults_is_told() -> None:
    planted = {EX[f"f{n}"] for n in range(len(FAULTS))} | {EX.bare, EX.odd}
    assert {node for node, _ in found_faults()} == planted


def test_every_constraint_has_a_sentence_and_every_sentence_is_tried() -> None:
    shapes = read_file("shapes")
    for shape in shapes.subjects(SH.targetClass):
        assert all((prop, SH.message, None) in shapes for prop in shapes.objects(shape, SH.property)), shape
    messages = {str(m) for m in shapes.objects(None, SH.message)}
    assert len(messages) > 45
    assert all(m.endswith(".") and m[0].isupper() for m in messages)
    told = {message for _, message in found_faults()}
    # The place of an attestation is told in the words of the shape that asks for it.
    assert {m for m in messages - told if not m.startswith("An attestation is a place")} == set()
