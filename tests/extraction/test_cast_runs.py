"""Casts on a line of their own, without a label: sentences in a row, "w/", rows of a poster, STARRING."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

CREW = "DIRECTOR OF PHOTOGRAPHY MAX ORR\nEDITED BY IDA POE\nMUSIC BY TOM FOX\nPRODUCED BY SUE ROE"
PARTS = {"Anna Lee": "Ida", "John Ray": "Max Orr", "Mary Fox": "the Priest"}


def film(cast: str, crew: str = "Director: Sue Orr") -> str:
    return f"A Film\n\n{cast}\n\n{crew}\n"


@pytest.mark.parametrize(
    "cast",
    [
        "Anna Lee plays Ida, John Ray plays Max Orr, and Mary Fox plays the Priest.",
        "Anna Lee plays Ida; John Ray plays Max Orr; Mary Fox plays the Priest",
        "Anna Lee portrays Ida, John Ray portrays Max Orr, Mary Fox portrays the Priest.",
        "Anna Lee joue Ida, John Ray joue Max Orr, et Mary Fox joue the Priest.",
        "Anna Lee spielt Ida, John Ray spielt Max Orr, und Mary Fox spielt the Priest.",
        "Anna Lee interpreta Ida, John Ray interpreta Max Orr, e Mary Fox interpreta the Priest.",
        "Anna Lee spelar Ida, John Ray spelar Max Orr, och Mary Fox spelar the Priest.",
        "Anna Lee speelt Ida, John Ray speelt Max Orr, en Mary Fox speelt the Priest.",
        "w/ Anna Lee (Ida), John Ray (Max Orr), Mary Fox (the Priest)",
        "w/ Anna Lee as Ida, John Ray as Max Orr and Mary Fox as the Priest",
    ],
)
def test_sentences_in_a_row_and_short_for_with(cast: str) -> None:
    assert characters_of(film(cast)) == PARTS


@pytest.mark.parametrize(
    "cast",
    [
        "ANNA LEE   JOHN RAY   MARY FOX",
        "ANNA LEE  JOHN RAY  MARY FOX",
        "A SUE ORR FILM STARRING ANNA LEE JOHN RAY AND MARY FOX",
        "ORR PICTURES PRESENTS A SUE ORR FILM STARRING ANNA LEE JOHN RAY MARY FOX",
        "UN FILM DE SUE ORR AVEC ANNA LEE JOHN RAY ET MARY FOX",
    ],
)
def test_rows_and_blocks_in_capitals(cast: str) -> None:
    assert set(characters_of(film(cast, CREW))) == set(PARTS)


@pytest.mark.parametrize(
    "cast",
    [
        "WINNER GRAND PRIZE   OFFICIAL SELECTION   DOLBY STEREO",
        "DOLBY STEREO IN SELECTED THEATRES    MIRAMAX FILMS    [R] RESTRICTED",
        "SOUNDTRACK ON VIRGIN RECORDS    ONE-SHEET 27 X 41    PRINTED IN U.S.A.",
        "BERLIN  TORONTO  VENICE",
        "STARRING THE SEA, THE SKY AND A BOAT",
        "He plays Bach, she plays Chopin, they play cards.",
        "The fair plays Ulm, the circus plays Bonn, the film plays Kiel.",
        "w/ popcorn",
    ],
)
def test_rows_that_are_no_casts(cast: str) -> None:
    assert characters_of(film(cast, CREW)) == {}


def test_a_second_short_with_is_another_films() -> None:
    text = film("w/ Anna Lee (Ida), John Ray (Max)\n\nTHE OLD ONE\nw/ Mary Fox (Eve), Tom Poe (Joe)")
    assert set(characters_of(text)) == {"Anna Lee", "John Ray"}


def test_an_abbreviation_without_a_mark_is_a_word() -> None:
    text = film(
        "[Mus.] Max Orr, dir. da Tom Poe. [Int.] Anna Lee (Ida).\nSound Design: Sue Fox (with Eve Roe)"
    )
    assert {name for role, name in credits_of(text) if role == "actor"} <= {"Anna Lee"}


def test_names_of_an_archive_stand_family_name_first() -> None:
    lines = "Mol, Albert (Schalm)\nVries, Anna de (Lies)\nLutz, Ton (Altena)\nValk, Henk van der"
    found = characters_of(f"A Film\n\nRolverdeling\n{lines}\n")
    assert found["Ton Lutz"] == "Altena"
    assert found["Albert Mol"] == "Schalm"


def test_a_line_of_a_cast_that_begins_like_a_label_is_one_of_the_cast() -> None:
    lines = "MOON So-ri\tas HAN Gong-ju\nAHN Nae-sang\tas HONG Jong-il\nSON Byung-ho\tas HAN Sang-shik"
    found = characters_of(f"A Film\n\nCast\n{lines}\n")
    assert len(found) == 3
