from __future__ import annotations

import pytest

from filmgraph.extraction.names.name_forms import is_slip, same_given, strip_possessive
from filmgraph.extraction.references import build_references

NAMES = [
    "Jacques Audiard",
    "Jean-Pierre Dardenne",
    "Luc Dardenne",
    "Frederick Elmes",
    "Michael Dudok de Wit",
    "Eric Allaire",
    "Ryûsuke Hamaguchi",
    "Jesuthasan Antonythasan",
    "Robert Downey Jr.",
]


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Audiard", "Jacques Audiard"),
        ("Audiard’s", "Jacques Audiard"),
        ("Mr. Audiard", "Jacques Audiard"),
        ("AUDIARD", "Jacques Audiard"),
        ("Fred Elmes", "Frederick Elmes"),
        ("Dudok de Wit", "Michael Dudok de Wit"),
        ("Euric Allaire", "Eric Allaire"),
        ("Ryusuke Hamaguchi", "Ryûsuke Hamaguchi"),
        ("Antonythasan Jesuthasan", "Jesuthasan Antonythasan"),
        ("Downey", "Robert Downey Jr."),
        ("Dardenne", "Dardenne"),
        ("Luc Besson", "Luc Besson"),
        ("Jean Dardenne", "Jean Dardenne"),
        ("Haneke", "Haneke"),
    ],
)
def test_a_printed_name_stands_for_the_fullest_form(printed: str, full: str) -> None:
    assert build_references(NAMES).resolve(printed) == full


@pytest.mark.parametrize(
    "printed",
    [
        "the Dardenne brothers",
        "the brothers Dardenne",
        "the Dardennes",
        "les frères Dardenne",
        "les Dardenne",
        "die Brüder Dardenne",
        "los hermanos Dardenne",
        "i fratelli Dardenne",
        "de gebroeders Dardenne",
    ],
)
def test_a_team_is_its_members_where_the_document_names_them(printed: str) -> None:
    team = build_references(NAMES).find_team(printed)
    assert team is not None
    assert team.members == ("Jean-Pierre Dardenne", "Luc Dardenne")


def test_a_team_without_known_members_keeps_its_name() -> None:
    team = build_references(["Jacques Audiard"]).find_team("the Dardenne brothers")
    assert team is not None
    assert (team.name, team.members) == ("Dardenne brothers", ())


@pytest.mark.parametrize("printed", ["the Corsicans", "the Audiards", "the Coens", "brothers", "Audiard"])
def test_a_plural_is_no_team_without_two_bearers(printed: str) -> None:
    assert build_references(NAMES).find_team(printed) is None


def test_forms_of_one_name_are_one_person_and_the_fullest_wins() -> None:
    book = build_references(["Ed Lachman", "Edward Lachman"])
    assert book.resolve("Ed Lachman") == "Edward Lachman"
    assert book.resolve("Lachman") == "Edward Lachman"


def test_a_name_of_the_prose_is_no_fuller_form_unless_trusted() -> None:
    book = build_references(
        ["Matthias Schoenaerts", "Bullhead Matthias Schoenaerts"], ["Matthias Schoenaerts"]
    )
    assert book.resolve("Matthias Schoenaerts") == "Matthias Schoenaerts"


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("eric allaire", "euric allaire", True),
        ("luc jacquet", "lucy jacquet", True),
        ("luc bo", "lucy bo", False),
        ("jules dash", "jules dassin", False),
        ("thomas bidegain", "tomas bidegain", True),
        ("bob weir", "rob weir", False),
    ],
)
def test_slips_of_the_pen(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip


def test_short_given_names() -> None:
    assert same_given("j smith", "john smith")
    assert same_given("chris doyle", "christopher doyle")
    assert not same_given("joel coen", "ethan coen")


@pytest.mark.parametrize(
    ("printed", "bare"), [("Haynes'", "Haynes"), ("O’Brien’s", "O’Brien"), ("D'Arcy", "D'Arcy")]
)
def test_possessives_fall_away(printed: str, bare: str) -> None:
    assert strip_possessive(printed) == bare
