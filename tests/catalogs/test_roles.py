"""The role catalog: labels to roles in any language, groups, and what each role tells the other parts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from filmgraph.catalogs.namespaces import FG, ROLE, SCHEMA
from filmgraph.catalogs.roles import LABELS, WORDS, RoleUse, load_roles, read_roles

EXCHANGE_NAMES = set(
    "director writer producer executive_producer co_producer line_producer associate_producer actor "
    "voice_actor cinematographer editor composer music_supervisor production_designer art_director "
    "set_decorator costume_designer makeup sound visual_effects special_effects assistant_director casting "
    "choreographer animator narrator production_company distributor sales_agent presenter other".split()
)


@pytest.mark.parametrize(
    ("label", "roles"),
    [
        ("Camera", ["cinematographer"]),
        ("LENSED BY", ["cinematographer"]),
        ("D.P.", ["cinematographer", "production-manager"]),
        ("DoP", ["cinematographer"]),
        ("Chef opérateur", ["cinematographer"]),
        ("Image", ["cinematographer"]),
        ("Kamera", ["cinematographer"]),
        ("Direttore della fotografia", ["cinematographer"]),
        ("Zdjęcia", ["cinematographer"]),
        ("Réalisation:", ["director"]),
        ("Un film de", ["director"]),
        ("Regie", ["director"]),
        ("Regia", ["director"]),
        ("Dirección", ["director"]),
        ("Regi", ["director"]),
        ("Drehbuch", ["screenwriter"]),
        ("Buch", ["screenwriter"]),
        ("Guión", ["screenwriter"]),
        ("Guion", ["screenwriter"]),
        ("Sceneggiatura", ["screenwriter"]),
        ("Roteiro", ["screenwriter"]),
        ("Schnitt", ["editor"]),
        ("Montaggio", ["editor"]),
        ("Ed", ["editor"]),
        ("Mus", ["composer"]),
        ("Décors", ["production-designer"]),
        ("Szenenbild", ["production-designer"]),
        ("Scenografia", ["production-designer"]),
        ("Art direction", ["art-director"]),
        ("Re-recording mixer", ["re-recording-mixer"]),
        ("Montage son", ["sound-editor"]),
        ("Ton", ["sound"]),
        ("Verleih", ["distributor"]),
        ("Weltvertrieb", ["sales-agent"]),
        ("(International sales", ["sales-agent"]),
        ("Ventes internationales", ["sales-agent"]),
        ("With", ["actor"]),
        ("Avec", ["actor"]),
        ("With the participation of", ["participation"]),
        ("avec la participation de", ["participation"]),
        ("In association with", ["association"]),
        ("Produced by", ["producer", "production-company"]),
        ("Produktion", ["producer", "production-company"]),
        ("Coproduction", ["co-producer", "co-production-company"]),
        ("Producteur exécutif", ["executive-producer"]),
        ("helmer", []),
        ("Release date", []),
        ("Running time", []),
        ("K", []),
        ("", []),
    ],
)
def test_find_reads_the_labels_of_any_language(label: str, roles: list[str]) -> None:
    assert [role.id for role in load_roles().find(label, LABELS)] == roles


@pytest.mark.parametrize(
    ("word", "role_id"),
    [
        ("helmer", "director"),
        ("scripter", "screenwriter"),
        ("cleffer", "composer"),
        ("shingle", "production-company"),
    ],
)
def test_trade_slang_is_for_prose_alone(word: str, role_id: str) -> None:
    assert load_roles().find(word) == ()
    assert [role.id for role in load_roles().find(word, WORDS)] == [role_id]
    assert (word, load_roles().roles[role_id], "en") in set(load_roles().labels(WORDS))


def test_a_language_settles_a_false_friend() -> None:
    find = load_roles().find
    assert [r.id for r in find("Argumento")] == ["screenwriter", "story"]
    assert [r.id for r in find("Argumento", language="pt")] == ["screenwriter"]
    assert [r.id for r in find("Argumento", language="es")] == ["story"]
    assert find("Argumento", language="de") == ()


def test_the_letters_of_a_german_credit_block() -> None:
    letters = {letter: [r.id for r in roles] for letter, roles in load_roles().abbreviations("de").items()}
    assert letters == {
        "r": ["director"], "b": ["screenwriter"], "k": ["cinematographer"], "s": ["editor"],
        "m": ["composer"], "d": ["actor"], "a": ["production-designer"], "t": ["sound"],
        "p": ["producer", "production-company"], "v": ["distributor"],
    }  # fmt: skip
    assert load_roles().abbreviations("xx") == {}


def test_producing_closes_over_people_and_companies() -> None:
    assert load_roles().narrower("producing") == (
        "associate-producer", "co-producer", "co-production-company", "executive-producer", "line-producer",
        "producer", "production-company",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("role_id", "narrower"),
    [
        ("producer", ("producer",)),
        ("actor", ("actor", "voice-actor")),
        ("performing", ("actor", "narrator", "voice-actor")),
        ("writing", ("dialogue", "screenwriter", "story")),
        ("backing", ("association", "broadcaster", "funder", "participation", "support")),
    ],
)
def test_narrower_is_transitive_and_leaves_groups_out(role_id: str, narrower: tuple[str, ...]) -> None:
    assert load_roles().narrower(role_id) == narrower


def test_groups_of_a_role_are_found_through_the_role_between() -> None:
    assert load_roles().groups_of("voice-actor") == ("performing",)
    assert load_roles().groups_of("executive-producer") == ("producing",)
    assert load_roles().groups_of("editor") == ()


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(KeyError, match="best-boy"):
        load_roles().narrower("best-boy")


def test_roles_are_reported_under_exactly_the_exchange_names() -> None:
    assert {role.reported_as for role in load_roles().roles.values()} == EXCHANGE_NAMES


def test_every_role_is_complete() -> None:
    catalog = load_roles()
    assert len(catalog.roles) == 59
    assert list(catalog.roles) == sorted(catalog.roles)
    for role_id, role in catalog.roles.items():
        assert role.id == role_id and role.iri == ROLE + role_id
        assert role.department in catalog.departments
        assert role.kinds and set(role.kinds) <= {"person", "team", "organization"}
        assert ("person" in role.kinds) == ("team" in role.kinds), role_id
        assert role.direct_property.startswith((FG, SCHEMA))
        assert role.labels[0].text == role.label and role.labels[0].language == "en"
        assert all(above in catalog.roles or above in catalog.groups for above in role.broader)


def test_matches_are_read_as_codes() -> None:
    roles = load_roles().roles
    assert (roles["cinematographer"].marc, roles["cinematographer"].wikidata) == ("cng", "P344")
    assert (roles["animator"].marc, roles["animator"].wikidata) == ("anm", "Q266569")
    assert (roles["co-producer"].marc, roles["co-producer"].wikidata) == (None, None)


BROKEN = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix fg: <https://w3id.org/filmgraph/ns#> .
<https://w3id.org/filmgraph/role/gaffer> a fg:Role ; skos:prefLabel "gaffer"@en ; fg:reportedAs "other" ;
  fg:directProperty fg:gaffer"""


@pytest.mark.parametrize(
    ("turtle", "error", "told"),
    [
        (BROKEN + " .", ValueError, "role/gaffer> needs exactly one .*department"),
        (BROKEN.replace("@en", "@fr") + " .", ValueError, "skos:prefLabel in English"),
        (BROKEN + " ;;; <", SyntaxError, "line|end of file"),
    ],
)
def test_a_broken_scheme_is_refused_with_the_place(
    tmp_path: Path, turtle: str, error: type[Exception], told: str
) -> None:
    path = tmp_path / "roles.ttl"
    path.write_text(turtle, encoding="utf-8")
    with pytest.raises(error, match=told):
        read_roles(path)


def test_the_uses_of_labels_are_the_three() -> None:
    uses: set[RoleUse] = {label.use for role in load_roles().roles.values() for label in role.labels}
    assert uses == {"label", "prose", "abbreviation"}


def test_loading_leaves_rdflib_out() -> None:
    code = "import sys, filmgraph.catalogs.roles as r; r.load_roles(); print('rdflib' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
