"""Columns of labels and of names one below the other, and lists with several names before their job."""

from __future__ import annotations

import pytest
from extracted import credits_of

FILM = "Stray Dogs\n\n"
CREW = {
    ("director", "Ann Lee"),
    ("cinematographer", "Bo Ek"),
    ("editor", "Cy Dunn"),
    ("composer", "Eva Roth"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Director\nCamera\nEditor\nMusic\n\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth",
        "CREW\nDirector\nCamera\nEditor\nMusic\n\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth",
        "Regie:\nKamera:\nSchnitt:\nMusik:\n\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth",
        "Réalisation\nImage\nMontage\nMusique\nDurée\n\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth\n94 minutes",
        "Regia\nFotografia\nPesca d'alto\nMontaggio\nMusica\n\nAnn Lee\nBo Ek\nDi Poe\nCy Dunn\nEva Roth",
        "Dirección\nFotografía\nMontaje\nMúsica\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth",
        "Regie\nCamera\nMontage\nMuziek\n\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth\n\nMorgen in de zaal.",
        "Ann Lee\nBo Ek\nCy Dunn\nEva Roth\n\nDirector\nCamera\nEditor\nMusic",
    ],
)
def test_two_columns_one_below_the_other(text: str) -> None:
    assert credits_of(FILM + text) == CREW


@pytest.mark.parametrize(
    "text",
    [
        "Director\nCamera\nEditor\nMusic\n\nAnn Lee\nBo Ek\nCy Dunn",
        "Director\nCamera\nEditor\nMusic\n\nAnn Lee\nBo Ek\nBarry Brown\nCy Dunn\nEva Roth",
        "Director\nCamera\nEditor\nMusic\n\nThe sea.\nA house by the sea\nmud\nrain",
        "Mo Fry\nDi Poe\nPo Ash\nEditor\n?\nMusic\n?\nCamera\n?",
        "Director\nCamera\nEditor\nMusic\n\nMore\nA walk: in the rain\n12\n13",
        "Cast\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth\n\nDirector\nCamera\nEditor",
        "Director\nCamera\nEditor\nMusic\n\n\n\n\nAnn Lee\nBo Ek\nCy Dunn\nEva Roth",
    ],
)
def test_columns_that_do_not_fit_credit_nobody(text: str) -> None:
    assert not {c for c in credits_of(FILM + text) if c[0] != "actor"}


def test_labels_and_names_by_turns_are_no_columns() -> None:
    text = "Editor\nCyd Dun\nSound\nDwi Poe\nMusic\nEvy Rot\n\nSam Fox\nTom Fry\nPip Ash"
    assert credits_of(FILM + text) == {("editor", "Cyd Dun"), ("sound", "Dwi Poe"), ("composer", "Evy Rot")}


def test_a_team_and_an_author_beside_the_writer() -> None:
    text = "Regie\nDrehbuch\nCo-Autor\nTon\n\nAnn Lee\nBo Ek, Di Poe\nAnn Lee\nCy Dunn"
    assert credits_of(FILM + text) == {
        ("director", "Ann Lee"),
        ("screenwriter", "Bo Ek"),
        ("screenwriter", "Di Poe"),
        ("screenwriter", "Ann Lee"),
        ("sound", "Cy Dunn"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "• Ann Lee – regi\n• Bo Ek – foto\n• Cy Dunn, Di Poe – klippning",
        "Ann Lee ... director\nBo Ek ... camera\nCy Dunn, Di Poe ... editing",
        "Ann Lee - Regie\nBo Ek - Kamera\nCy Dunn und Di Poe - Schnitt",
        "Ann Lee | réalisation\nBo Ek | image\nCy Dunn, Di Poe | montage",
        "* Ann Lee: regia\n* Bo Ek: fotografia\n* Cy Dunn e Di Poe: montaggio",
        "Ann Lee — Director\nBo Ek — Cinematography\nCy Dunn and Di Poe — Editors",
    ],
)
def test_several_names_before_their_job(text: str) -> None:
    assert credits_of(FILM + text) == {
        ("director", "Ann Lee"),
        ("cinematographer", "Bo Ek"),
        ("editor", "Cy Dunn"),
        ("editor", "Di Poe"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, Bo Ek – a love story\nCy Dunn, Di Poe – another",
        "Mud, Rain – music\nFog, Snow – camera",
        "Paris, Rome – editing\nOslo, Turin – sound",
        "Sunday, Monday ... music\nTuesday, Friday ... director",
        "Ann Lee, dead, Bo Ek – music was played\nCy Dunn, Di Poe – camera in hand",
    ],
)
def test_no_jobs_behind_names(text: str) -> None:
    assert not credits_of(FILM + text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Director: Juan José Campo\nEditor: J.J. Campo", {"Juan José Campo"}),
        ("Director: Juan José Campo\nEditor: JJ Campo", {"Juan José Campo"}),
        ("Director: Henri-Georges Cluse\nEditor: H.-G. Cluse", {"Henri-Georges Cluse"}),
        ("Director: Henri-Georges Cluse\nEditor: H.G. Cluse", {"Henri-Georges Cluse"}),
        ("Director: Jeffrey Jacob Abel\nEditor: J. J. Abel", {"Jeffrey Jacob Abel"}),
        ("Director: Ann Lee\nEditor: A. G. Ambler", {"Ann Lee", "A. G. Ambler"}),
        ("Director: Juan José Campo\nEditor: J.M. Campo", {"Juan José Campo", "J.M. Campo"}),
        ("Director: John Campo\nEditor: J.J. Campo", {"John Campo", "J.J. Campo"}),
        ("Director: Juan José Campo\nEditor: J.J. Campos", {"Juan José Campo", "J.J. Campos"}),
    ],
)
def test_initials_that_a_full_name_spells_out(line: str, expected: set[str]) -> None:
    assert {agent for _, agent in credits_of(FILM + line)} == expected


@pytest.mark.parametrize(
    ("line", "companies"),
    [
        ("Produktion: Lark Film / GGB 12. KG / Mole Films", {"Lark Film", "GGB 12. KG", "Mole Films"}),
        ("Production company: Zweite 3. GmbH, Mole Films", {"Zweite 3. GmbH", "Mole Films"}),
        ("Production company: Lark Films. 12 reels.", {"Lark Films"}),
        ("Production company: Number 9. Kay wrote it.", {"Number 9."}),
    ],
)
def test_legal_forms_behind_a_number(line: str, companies: set[str]) -> None:
    found = {agent for role, agent in credits_of(FILM + line) if role == "production-company"}
    assert found == companies


@pytest.mark.parametrize(
    "line",
    [
        "Réalisateur Ann Lee Image Bo Ek Musique Eva Roth Distribution Mole Films Durée 2h28",
        "Director Ann Lee Camera Bo Ek Music Eva Roth Distributor Mole Films Running time 98 min.",
        "Regie Ann Lee Kamera Bo Ek Musik Eva Roth Verleih Mole Films Länge 98 Min. Jahr 1999",
        "Regia Ann Lee Fotografia Bo Ek Musica Eva Roth Distribuzione Mole Films Durata 98'",
        "Dirección Ann Lee Fotografía Bo Ek Música Eva Roth Distribuidora Mole Films Duración 98 min",
        "Realização Ann Lee Fotografia Bo Ek Música Eva Roth Distribuidora Mole Films Duração 1h38",
    ],
)
def test_the_running_time_ends_a_value_in_a_run(line: str) -> None:
    assert credits_of(FILM + line) == {
        ("director", "Ann Lee"),
        ("cinematographer", "Bo Ek"),
        ("composer", "Eva Roth"),
        ("distributor", "Mole Films"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Director Ann Lee Camera Bo Ek Music Eva Roth Distributor Year 9 Films",
        "Director Ann Lee Camera Bo Ek Music Eva Roth Distributor: Year One Films",
        "Director Ann Lee Camera Bo Ek Music Eva Roth Distributor: Time 7 Pictures",
    ],
)
def test_a_figure_in_a_house_is_no_year(line: str) -> None:
    assert {("director", "Ann Lee"), ("cinematographer", "Bo Ek")} <= credits_of(FILM + line)
    assert not [agent for role, agent in credits_of(FILM + line) if agent[0].isdigit()]


@pytest.mark.parametrize(
    "heading",
    [
        "ALSO IN THIS GUIDE",
        "Other films by this director",
        "Du même réalisateur",
        "Vom selben Regisseur",
        "Dello stesso regista",
        "Van dezelfde regisseur",
    ],
)
def test_films_under_a_heading_of_others(heading: str) -> None:
    text = f"Director: Ann Lee\nMusic: Eva Roth\n\n{heading}\n\nMUD (1960)\nWith Mo Fry, Di Poe. ed Cy Dunn."
    assert credits_of(FILM + text) == {("director", "Ann Lee"), ("composer", "Eva Roth")}


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("S C É N A R I O  P A U L  B A R R I E R  E T  A N N A  L O P E S", {"Paul Barrier", "Anna Lopes"}),
        ("S C É N A R I O  P A U L  B A R R I E T A N N A R D", {"Paul Barrietannard"}),
        ("S C R E E N P L A Y  P A U L  B A R R Y  A N D  A N N A  L O W E", {"Paul Barry", "Anna Lowe"}),
        ("D R E H B U C H  P A U L  B A R R E  U N D  A N N A  L O H S E", {"Paul Barre", "Anna Lohse"}),
        ("S C É N A R I O  P A U L  B A R R I E R  E T  S A  B A N D E", {"Paul Barrier"}),
    ],
)
def test_two_names_in_spaced_capitals(line: str, writers: set[str]) -> None:
    assert {a for role, a in credits_of("Un film de Mo Fry\n\n" + line) if role == "screenwriter"} == writers
