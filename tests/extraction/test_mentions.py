"""What a name looks like and how lists of names fall apart."""

from __future__ import annotations

import pytest

from filmgraph.extraction.names.mentions import (
    find_names,
    looks_like_company,
    looks_like_person,
    readable_name,
)
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.model.document import Span


def names(text: str) -> list[str]:
    return [m.text for m in split_names(text, Span(0, len(text)))]


def companies(text: str) -> list[str]:
    return [m.text for m in split_names(text, Span(0, len(text)), company=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Caroline de Vivaise shot it with Jean-Pierre Duret.", ["Caroline de Vivaise", "Jean-Pierre Duret"]),
        ("Then Michael Dudok de Wit left.", ["Michael Dudok de Wit"]),
        ("scored by G.W. Bailey and Samuel L. Jackson", ["G.W. Bailey", "Samuel L. Jackson"]),
        (
            "Loudon Wainwright III, Clifton Collins Jr. and O'Brien",
            ["Loudon Wainwright III", "Clifton Collins Jr.", "O'Brien"],
        ),
        ("Łukasz Żal, Janusz Głowacki", ["Łukasz Żal", "Janusz Głowacki"]),
        ("When she came, nobody spoke.", []),
        ("Audiard's script", ["Audiard"]),
    ],
)
def test_names_in_running_text(text: str, expected: list[str]) -> None:
    assert [m.text for m in find_names(text, Span(0, len(text)))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Lee, B Ray; C Fox / D Roe", ["A Lee", "B Ray", "C Fox", "D Roe"]),
        ("Joel and Ethan Coen", ["Joel Coen", "Ethan Coen"]),
        ("Jean-Pierre & Luc Dardenne, Denis Freyd", ["Jean-Pierre Dardenne", "Luc Dardenne", "Denis Freyd"]),
        ("Jean-Pierre et Luc Dardenne", ["Jean-Pierre Dardenne", "Luc Dardenne"]),
        ("Pedro Almodóvar y Agustín Almodóvar", ["Pedro Almodóvar", "Agustín Almodóvar"]),
        ("Robert Downey, Jr., Clifton Collins Jr.", ["Robert Downey, Jr.", "Clifton Collins Jr."]),
        ("Julie Gouet Richard Rousseau", ["Julie Gouet", "Richard Rousseau"]),
        ("Kristian Selin Eidnes Andersen", ["Kristian Selin Eidnes Andersen"]),
        ("Jérémie Renier · Déborah François", ["Jérémie Renier", "Déborah François"]),
        ("Etienne Comar and Mr. Beauvois", ["Etienne Comar", "Beauvois"]),
        ("Lola Dueñas, Blanca\nPortillo, Carmen Maura", ["Lola Dueñas", "Blanca Portillo", "Carmen Maura"]),
        ("Dilip Kumar, Pran and Johnny Walker", ["Dilip Kumar", "Pran", "Johnny Walker"]),
        ("Wilder and I.A.L. Diamond", ["Wilder", "I.A.L. Diamond"]),
        ("Vlad Ivanov - Maria Dragus", ["Vlad Ivanov", "Maria Dragus"]),
    ],
)
def test_lists_of_people(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_surname_of_the_text_takes_no_other() -> None:
    text = "Woody Allen is back. Allen and Marshall Brickman"
    assert [m.text for m in split_names(text, Span(21, len(text)))] == ["Allen", "Marshall Brickman"]


def test_a_bracket_behind_a_name_is_its_note() -> None:
    text = "Zabou Breitman (Pauline), Laurent Stocker"
    assert [(m.text, m.note) for m in split_names(text, Span(0, len(text)))] == [
        ("Zabou Breitman", "Pauline"),
        ("Laurent Stocker", ""),
    ]
    text = "Alexandre Tharaud. (French dialogue)"
    assert [m.note for m in split_names(text, Span(0, len(text)))] == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Likely Story/Projective Testing Service/Russia, Inc.",
            ["Likely Story", "Projective Testing Service", "Russia, Inc."],
        ),
        ("Page 114 and Why Not Prods.", ["Page 114", "Why Not Prods."]),
        ("C&I Entertainment, Bitters End", ["C&I Entertainment", "Bitters End"]),
        ("Pallas Film, Entre Chien et Loup", ["Pallas Film", "Entre Chien et Loup"]),
        ("Deutsche Film- und Fernsehakademie Berlin", ["Deutsche Film- und Fernsehakademie Berlin"]),
    ],
)
def test_lists_of_companies(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Why Not Prods.",
        "RTBF",
        "Les Films du Fleuve",
        "Sidney Kimmel Entertainment",
        "Page 114",
        "Wild Bunch",
        "The Match Factory",
        "El Deseo",
        "Canal Plus",
        "Zentropa Entertainments",
        "Fonds Audiovisuel Flamand",
    ],
)
def test_names_of_companies(name: str) -> None:
    assert looks_like_company(name)


@pytest.mark.parametrize(
    "name",
    [
        "Luc Dardenne",
        "Cécile de France",
        "Egon Di Mateo",
        "Sabu",
        "JR",
        "Michael Dudok de Wit",
        "d'Urso",
        "Ida",
    ],
)
def test_names_of_people(name: str) -> None:
    assert looks_like_person(name)
    assert not looks_like_company(name)


@pytest.mark.parametrize("words", ["a script girl", "directed by", "12 rue Yves Toudic", "The Terrorist", ""])
def test_words_that_are_no_persons_name(words: str) -> None:
    assert not looks_like_person(words) or looks_like_company(words)


def test_capitals_are_set_as_names() -> None:
    assert readable_name("KATELL QUILLÉVÉRÉ") == "Katell Quillévéré"
    assert readable_name("Jacques AUDIARD") == "Jacques Audiard"
    assert readable_name("J.M.W. Turner") == "J.M.W. Turner"
