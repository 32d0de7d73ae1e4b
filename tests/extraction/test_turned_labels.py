"""Labels behind, under and beside their names, and lists in which they only seem to stand so."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

FILM = "Stray Dogs\n\n"
CREW = {
    ("director", "Ann Lee"),
    ("cinematographer", "Bo Ekman"),
    ("editor", "Cy Dunn"),
    ("composer", "Eva Roth"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee\nDirector\nBo Ekman\nCinematography\nCy Dunn\nEditing\nEva Roth\nMusic",
        "Cast & Crew\nShow all (9)\nAnn Lee\nDirector\nBo Ekman\nCamera\nCy Dunn\nEditing\nEva Roth\nMusic",
        "Ann Lee\nDirector\n\nBo Ekman\nCinematography\n\nCy Dunn\nEditor\n\nEva Roth\nComposer",
        "Ann Lee\nRéalisation\nBo Ekman\nImage\nCy Dunn\nMontage\nEva Roth\nMusique",
        "Ann Lee - director, Bo Ekman - camera, Cy Dunn - editing, Eva Roth - music",
        "Ann Lee – regia; Bo Ekman – fotografia; Cy Dunn – montaggio; Eva Roth – musica.",
        "Ann Lee - director; Bo Ekman - camera\nCy Dunn - editor; Eva Roth - music",
        "Name | Credited as | Credit\nAnn Lee | | Dir\nPHOTOGRAPHY\nBo Ekman | B. Ekman | Dir of photog\n"
        "Cy Dunn | | Film ed\nMUSIC\nEva Roth | | Mus",
        "Departamento | Nombre | Notas\nDirección | Ann Lee |\nFotografía | Bo Ekman |\nMontaje | Cy Dunn |\n"
        "Música | Eva Roth |",
        "Director: Ann Lee\nCamera: Bo Ekman\nEditor: Cy Dunn\nMusic: Eva Roth",
        "Director\nAnn Lee\nCinematography\nBo Ekman\nEditing\nCy Dunn\nMusic\nEva Roth",
        "Director\nAnn Lee\n\nCinematography\nBo Ekman\n\nEditing\nCy Dunn\n\nMusic\nEva Roth",
    ],
)
def test_which_side_a_label_belongs_to(text: str) -> None:
    assert credits_of(FILM + text) == CREW


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee\nDirector",  # one pair alone may be anything
        "Ann Lee - director, a city of rain - music",
        "Ann Lee - Paris, Bo Ekman - Rome, Cy Dunn - Oslo",
        "Name | Town | Seat\nAnn Lee | Paris | 12\nBo Ekman | Rome | 14",
        "Ann Lee\n12 May\nBo Ekman\n13 May\nCy Dunn\n14 May",
    ],
)
def test_what_is_no_turned_list(text: str) -> None:
    assert credits_of(FILM + text) == set()


def test_one_name_is_shared_by_the_jobs_on_the_line_under_it() -> None:
    found = credits_of(
        FILM + "Ann Lee\nDirector, Screenplay\nBo Ekman\nCast\nCy Dunn\nCast\nEva Roth\nProducer"
    )
    assert found == {
        ("director", "Ann Lee"),
        ("screenwriter", "Ann Lee"),
        ("actor", "Bo Ekman"),
        ("actor", "Cy Dunn"),
        ("producer", "Eva Roth"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "CAST\nBANKS, Leslie - Oliver Wilsford\nFRANCE, C.V. - The Vicar\nHIRD, Thora - Ivy",
        "CAST\nBANKS, Leslie (Oliver Wilsford)\nFRANCE, C.V. (The Vicar)\nHIRD, Thora (Ivy)",
        "Cast\nBANKS, Leslie .... Oliver Wilsford\nFRANCE, C.V. .... The Vicar\nHIRD, Thora .... Ivy",
        "Cast: BANKS Leslie (Oliver Wilsford), FRANCE C.V. (The Vicar), HIRD Thora (Ivy)",
    ],
)
def test_family_name_first(text: str) -> None:
    assert characters_of(FILM + "Director: Ann Lee\n\n" + text) in (
        {"Leslie Banks": "Oliver Wilsford", "C.V. France": "The Vicar", "Thora Hird": "Ivy"},
        {"Leslie Banks": "Oliver Wilsford", "France C.V.": "The Vicar", "Thora Hird": "Ivy"},
    )


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Cast: Björk, David Morse", {"Björk", "David Morse"}),
        (
            "Cast: Claudia Drake (Sue [Harvey]), Tim Ryan ([Nevada] diner owner)",
            {"Claudia Drake", "Tim Ryan"},
        ),
    ],
)
def test_names_that_are_not_turned(text: str, actors: set[str]) -> None:
    found = {
        name.casefold() for role, name in credits_of(FILM + "Director: Ann Lee\n" + text) if role == "actor"
    }
    assert found == {name.casefold() for name in actors}


@pytest.mark.parametrize(
    "text",
    [
        "Screenplay: MUKAI Kosuke\n     MIYASHITA Wakako\nMusic: James IHA",
        "Screenplay   MUKAI Kosuke\n             MIYASHITA Wakako\nMusic   James IHA",
        "Screenplay: MUKAI Kosuke\n\tMIYASHITA Wakako\nMusic: James IHA",
    ],
)
def test_names_that_hang_under_the_first(text: str) -> None:
    assert credits_of(FILM + text) == {
        ("screenwriter", "Kosuke Mukai"),
        ("screenwriter", "Wakako Miyashita"),
        ("composer", "James Iha"),
    }


def test_a_name_under_another_label_does_not_hang() -> None:
    text = "Screenplay: MUKAI Kosuke\nMIYASHITA Wakako\nMusic: James IHA"
    assert ("screenwriter", "Wakako Miyashita") not in credits_of(FILM + text)


@pytest.mark.parametrize(
    "text",
    [
        "Director\nAnn Lee\nScreenplay\nAnn Lee\nDag Holm\nCinematography\nBo Ekman\nStunts\nGil Ruiz\n"
        "Editing\nCy Dunn\nMusic\nEva Roth & Finn Aas",
        "Réalisation\nAnn Lee\nScénario\nAnn Lee\nDag Holm\nImage\nBo Ekman\nSon et mixage\nGil Ruiz\n"
        "Montage\nCy Dunn\nMusique\nEva Roth, Finn Aas",
        "Título internacional\nStray Dogs\nDirección\nAnn Lee\nGuion\nAnn Lee\nDag Holm\nFotografía\nBo"
        " Ekman\nMontaje\nCy Dunn\nMúsica\nEva Roth y Finn Aas",
    ],
)
def test_a_block_that_begins_with_a_label_has_its_labels_in_front(text: str) -> None:
    found = credits_of(FILM + text)
    assert {
        *CREW,
        ("composer", "Finn Aas"),
        ("screenwriter", "Ann Lee"),
        ("screenwriter", "Dag Holm"),
    } <= found
    assert {name for role, name in found if role in ("cinematographer", "editor", "composer")} == {
        "Bo Ekman",
        "Cy Dunn",
        "Eva Roth",
        "Finn Aas",
    }
