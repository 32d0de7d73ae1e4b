"""Habits of lists that credit too much when they are read as plain lists of names."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

FILM = "Stray Dogs\n\nDirector: Ann Lee\n\n"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Cast\nBo Ekman\nSaajan Fernandes\nEva Roth\nIla\nCy Dunn\nMr Shroff\nDag Holm"
            "\nRajeev, Ila's husband",
            {"Bo Ekman": "Saajan Fernandes", "Eva Roth": "Ila", "Cy Dunn": "Mr Shroff"},
        ),
        (
            "Cast\nBo Ekmanas Wayne Hill\nEva Rothas Lilly Hill\nCy Dunnas Lane Scott",
            {"Bo Ekman": "Wayne Hill", "Eva Roth": "Lilly Hill", "Cy Dunn": "Lane Scott"},
        ),
        ("Cast: Bo Ekman (Tom), Cy Dunn (scenes deleted)", {"Bo Ekman": "Tom"}),
        ("Obsada: Bo Ekman (Tomek), Cy Dunn (nie wystąpił, kandydat do roli)", {"Bo Ekman": "Tomek"}),
        (
            "Cast: Tomas Novak, Lukas Haas, Eva Roth",
            {"Tomas Novak": None, "Lukas Haas": None, "Eva Roth": None},
        ),
    ],
)
def test_casts(text: str, parts: dict[str, str | None]) -> None:
    found = characters_of(FILM + text)
    assert parts.items() <= found.items()
    assert not {"Ila", "Mr Shroff", "Wayne Hill", "Saajan Fernandes"} & set(found)
    if "deleted" in text or "nie" in text:
        assert "Cy Dunn" not in found


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Cast: Eva Roth, Bo Ekman, Cy Dunn, Dag Holm, Juan Camillo Román Estrada",
            {"Eva Roth", "Bo Ekman", "Cy Dunn", "Dag Holm", "Juan Camillo Román Estrada"},
        ),
        ("Cast: Eva Roth, Jr. Black", {"Eva Roth", "Jr. Black"}),
        ("Cast: Eva Roth, Cuba Gooding, Jr., Bo Ekman", {"Eva Roth", "Cuba Gooding, Jr.", "Bo Ekman"}),
        ("Cast: Eva Roth, Bo Ekman. Goldener Bär, Berlinale", {"Eva Roth", "Bo Ekman"}),
        ("Casting Directors DIANA ROWAN SUSIE FIGGIS VICTORIA THOMAS", set()),
    ],
)
def test_names_of_a_list(text: str, actors: set[str]) -> None:
    assert {name for role, name in credits_of(FILM + text) if role == "actor"} == actors


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("Production company: Hecht, Hill & Lancaster", {"Hecht, Hill & Lancaster"}),
        (
            "Production company: OPTEC – Sociedade Óptica Técnica, Lda.",
            {"OPTEC – Sociedade Óptica Técnica, Lda"},
        ),
        ("Production companies: RAI – ZDF", {"RAI", "ZDF"}),
        ("Production companies: Gaumont, Arte & Canal", {"Gaumont", "Arte & Canal"}),
        ("Production companies: MK2 – Les Films du Large", {"MK2", "Les Films du Large"}),
        ("Production company © 1993 Acme Productions", set()),
    ],
)
def test_companies_of_a_list(text: str, companies: set[str]) -> None:
    assert {name for role, name in credits_of(FILM + text) if role == "production-company"} == companies


def test_a_courtesy_title_makes_a_person_of_the_producer() -> None:
    found = credits_of(FILM + "Edited by Bo Ekman; produced by Miss Roth and Mr. Dunn; music by Eva Roth.")
    assert {role for role, name in found if name in ("Roth", "Eva Roth", "Dunn")} == {"producer", "composer"}


def test_initials_stand_for_all_given_names() -> None:
    found = credits_of("Stray Dogs\n\nDirector: Juan José Ruiz\nScreenplay: J. J. Ruiz")
    assert found == {("director", "Juan José Ruiz"), ("screenwriter", "Juan José Ruiz")}


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("Rocks\n\nDirector: Ann Lee\nImage: Rocks\nEditor: Bo Ekman", {"Ann Lee", "Bo Ekman"}),
        ("Columbus\n\nDirector: Ann Lee\nEditor: Kogonada", {"Ann Lee", "Kogonada"}),
    ],
)
def test_the_film_itself_is_nobody_of_its_crew(text: str, credits: set[str]) -> None:
    assert {name for _, name in credits_of(text)} == credits
