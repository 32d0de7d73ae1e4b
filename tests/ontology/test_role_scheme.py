"""`roles.ttl` keeps the integrity conditions of SKOS and gives each label one meaning."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from ontology_graphs import FG, ROLE, read_file
from rdflib import RDF, SKOS, Literal, Node, URIRef

from filmgraph.catalogs.namespaces import DEPARTMENT
from filmgraph.catalogs.roles import LABELS, WORDS, Role, load_roles
from filmgraph.model.names import fold

LABEL_PROPERTIES = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
# Languages are written in two letters (ISO 639-1); three letters, or a region, would be another tag.
LANGUAGE = re.compile("[a-z]{2}")
# Words that the trade itself uses for two roles. In each pair one role is held by companies alone and the
# other by people alone, so that the kind of agent decides.
AMBIGUOUS = {
    ("producer", "production-company"): '"Production" and "Produced by" stand before people and companies',
    ("co-producer", "co-production-company"): '"Co-production" and "Co-producers" do so too',
    ("actor", "distributor"): 'French "Distribution" is the cast of a film and its release',
}
# Letters that only the other labels of a run tell.
AMBIGUOUS_LETTERS = {("composer", "editor"): 'Italian "M." is musica or montaggio'}
# Words whose meaning changes from language to language.
FALSE_FRIENDS = {
    "argumento": "the story in Spanish, the screenplay in Portuguese",
    "argumento de": "the same",
    "d p": "the director of production in Italian, of photography in English",
    "operator": "the cinematographer in Hungarian (operatőr), who holds his camera in English",
}


def concepts() -> list[URIRef]:
    graph = read_file("roles")
    return sorted(URIRef(str(c)) for c in set(graph.subjects(RDF.type, SKOS.Concept)))


def test_the_count_of_concepts_is_pinned() -> None:
    graph = read_file("roles")
    assert len(set(graph.subjects(RDF.type, FG.Role))) == 59
    assert len(set(graph.subjects(RDF.type, FG.RoleGroup))) == 4
    assert len(set(graph.subjects(RDF.type, FG.Department))) == 17
    assert len(concepts()) == 59 + 4 + 17


def test_every_concept_is_in_the_scheme_of_its_namespace() -> None:
    graph = read_file("roles")
    for concept in concepts():
        home = ROLE[""] if concept.startswith(str(ROLE)) else URIRef(DEPARTMENT)
        assert list(graph.objects(concept, SKOS.inScheme)) == [home], concept
        is_top = (concept, SKOS.topConceptOf, home) in graph
        assert is_top == ((concept, SKOS.broader, None) not in graph), concept
        assert concept not in (ROLE[""], URIRef(DEPARTMENT))  # S9: a scheme is no concept


def test_one_preferred_label_a_language_and_disjoint_labels() -> None:  # S13 and S14
    graph = read_file("roles")
    for concept in concepts():
        preferred = [label for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)]
        languages = [label.language for label in preferred]
        assert len(languages) == len(set(languages)), concept
        kinds = [set(graph.objects(concept, p)) for p in LABEL_PROPERTIES]
        assert not kinds[0] & kinds[1] and not kinds[0] & kinds[2] and not kinds[1] & kinds[2], concept


def test_every_label_is_tidy_text_with_its_language() -> None:
    graph = read_file("roles")
    for prop in (*LABEL_PROPERTIES, FG.abbreviation):
        for label in graph.objects(None, prop):
            assert isinstance(label, Literal)
            assert label.language and LANGUAGE.fullmatch(label.language), label
            assert str(label) == " ".join(str(label).split()) and fold(str(label)), label


def test_no_label_of_a_role_stands_twice_in_a_language() -> None:
    for role in load_roles().roles.values():
        seen = [(fold(x.text), x.language) for x in role.labels if x.use != "abbreviation"]
        assert {s for s in seen if seen.count(s) > 1} == set(), role.id


def test_broader_leads_to_a_role_or_group_and_never_in_a_circle() -> None:
    graph = read_file("roles")
    known: set[Node] = {*graph.subjects(RDF.type, FG.Role), *graph.subjects(RDF.type, FG.RoleGroup)}
    for concept in concepts():
        above = set(graph.transitive_objects(concept, SKOS.broader)) - {concept}
        assert above <= known, concept
        assert all((up, SKOS.broader, concept) not in graph for up in above | {concept}), concept
        assert all(concept not in set(graph.transitive_objects(up, SKOS.broader)) for up in above), concept


def meanings(uses: tuple[str, ...]) -> dict[tuple[str, str], set[str]]:
    """Of every folded label and language, the ids of the roles that bear it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for role in load_roles().roles.values():
        for label in role.labels:
            if label.use in uses:
                found[fold(label.text), label.language].add(role.id)
    return found


@pytest.mark.parametrize("uses", [WORDS, ("abbreviation",)])
def test_within_a_language_a_label_has_one_meaning_or_the_kind_of_agent_decides(
    uses: tuple[str, ...],
) -> None:
    ambiguous = {tuple(sorted(ids)) for ids in meanings(uses).values() if len(ids) > 1}
    if uses == ("abbreviation",):
        ambiguous -= set(AMBIGUOUS_LETTERS)
    assert ambiguous <= set(AMBIGUOUS)
    roles = load_roles().roles
    for pair in ambiguous:
        kinds = [set(roles[role_id].kinds) for role_id in pair]
        assert not kinds[0] & kinds[1], f"{pair}: an agent's kind must decide"


def test_every_allowed_ambiguity_still_occurs() -> None:
    assert {tuple(sorted(ids)) for ids in meanings(WORDS).values() if len(ids) > 1} == set(AMBIGUOUS)


def test_a_label_means_the_same_in_all_languages_but_for_known_false_friends() -> None:
    spoken: dict[str, list[set[str]]] = defaultdict(list)
    for (text, _), ids in meanings(LABELS).items():
        spoken[text].append(ids)
    friends = {text for text, sets in spoken.items() if any(not a & b for a in sets for b in sets)}
    assert friends == set(FALSE_FRIENDS)


def test_abbreviations_are_single_letters() -> None:
    letters = [x.text for r in load_roles().roles.values() for x in r.labels if x.use == "abbreviation"]
    assert len(letters) > 30
    assert all(len(fold(letter)) == 1 for letter in letters)


def test_no_label_of_a_list_is_a_single_letter() -> None:
    assert [r.id for folded, r, _ in load_roles().labels() if len(folded) < 2] == []


def languages_of(role: Role) -> set[str]:
    return {label.language for label in role.labels if label.use == "label"}


def test_all_roles_speak_seven_languages() -> None:
    for role in load_roles().roles.values():
        assert languages_of(role) >= {"en", "fr", "de", "it", "es", "pt", "nl"}, role.id
    for group in load_roles().groups.values():
        assert {label.language for label in group.labels} >= {"en", "fr", "de", "it", "es", "pt", "nl"}


MAIN = (
    "director", "screenwriter", "producer", "actor", "cinematographer", "editor", "composer",
    "production-designer", "costume-designer", "sound", "production-company", "distributor", "sales-agent",
    "executive-producer", "co-producer",
)  # fmt: skip


@pytest.mark.parametrize("role_id", MAIN)
def test_the_main_roles_speak_danish_swedish_norwegian_and_polish_too(role_id: str) -> None:
    assert languages_of(load_roles().roles[role_id]) >= {"da", "sv", "no", "pl"}


def test_matches_have_the_form_of_their_vocabularies() -> None:
    graph = read_file("roles")
    forms = {
        "http://id.loc.gov/vocabulary/relators/": r"[a-z]{3}",
        "http://www.wikidata.org/entity/": r"Q[1-9]\d*",
        "http://www.wikidata.org/prop/direct/": r"P[1-9]\d*",
    }
    matches = [*graph.subject_objects(SKOS.exactMatch), *graph.subject_objects(SKOS.closeMatch)]
    assert len(matches) > 70
    for concept, target in matches:
        fits = [space for space, form in forms.items() if re.fullmatch(re.escape(space) + form, str(target))]
        assert len(fits) == 1, (concept, target)


def test_no_two_roles_are_exactly_the_same_foreign_concept() -> None:  # exactMatch is transitive (S45)
    graph = read_file("roles")
    targets = [target for _, target in graph.subject_objects(SKOS.exactMatch)]
    assert len(targets) == len(set(targets))
