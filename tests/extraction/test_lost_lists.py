"""Lists that one wrong decision would lose whole: each is read, and what only looks like it is not.

A decision that cuts a list off or sets a line aside asks for two signs that do not hang together.
"""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

STORY = (
    "Anna Lee makes a hard and tender skipper of a woman who cannot meet her payments, and the harbor has"
    " seldom looked as cold as it does here.\n\n"
)


def film(below: str) -> str:
    return f"The Ferry\n\nDirected by Sue Orr\n\n{STORY}{below}\n"


def names(text: str, role: str) -> set[str]:
    return {name for held, name in credits_of(text) if held == role}


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Ferry was produced by Max Roe, Ida Poe, Tom Fox and Eva Ray for Lux Films, Nova Movie and Alto"
        " Cinema (Italy). It is released at home on 4 September; sales are handled by Orbis.",
        "MAX: It has been on my mind, Anna. Max Roe, Ida Poe and Tom Fox who produced it are Lux Films'"
        " own; Eva Ray Orr, Jon Day and Kim Lund were at the Odeon with us.",
    ],
)
def test_a_paragraph_of_names_that_no_label_reads_is_prose(paragraph: str) -> None:
    assert names(film(paragraph), "producer") >= {"Max Roe", "Ida Poe", "Tom Fox"}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Anna Lee, Max Roe, Ida Poe, Tom Fox, Eva Ray, Jon Day, Kim Lund, Lars Holm, Eve Roe,"
        " Bob Ray, Cy Dunn, Al Poe.",
        "MAX: Next week, The Pier, with its director, Max Roe, who is on the line to us. The producer of the"
        " show is Ida Poe, and the sound is by Tom Fox and Eva Ray.",
    ],
)
def test_a_list_and_a_speakers_farewell_are_none(paragraph: str) -> None:
    assert {name for _, name in credits_of(film(paragraph))} <= {"Sue Orr", "Anna Lee"}


def test_a_cast_goes_on_behind_a_piece_that_is_no_name() -> None:
    found = names("A Film\n\nCast: Anna Lee, Max Roe, Mehdi GmbH Moe, Ida Poe, Tom Fox\n", "actor")
    assert found == {"Anna Lee", "Max Roe", "Ida Poe", "Tom Fox"}


@pytest.mark.parametrize(
    "cast",
    [
        "Cast: Anna Lee, Max Roe, filmed over two winters on the coast, Ida Poe",
        "Cast: Anna Lee, Max Roe, Lux Film GmbH, Berlin",
        "Cast: Anna Lee, Max Roe. Lux Film GmbH, Ida Poe, Tom Fox",
    ],
)
def test_a_cast_ends_where_no_list_of_names_goes_on(cast: str) -> None:
    assert names(f"A Film\n\n{cast}\n", "actor") == {"Anna Lee", "Max Roe"}


PLAYED = (
    "Anna Lee plays Vera, the skipper, and Max Roe is a fine Captain Holm. Nobody in this film says what they"
    " want, and the sea says nothing at all.\n\n"
)


@pytest.mark.parametrize(
    "cast",
    [
        "Anna Lee, Max Roe, Ida Poe, Tom Fox.",
        "Anna Lee, Max Roe, Ida Poe, Tom Fox",
        "Anna Lee (Vera), Max Roe (Holm), Ida Poe (Nell), Tom Fox (Will)",
        "Ida Poe, Tom Fox, Anna Lee, Max Roe and Eva Ray",
    ],
)
def test_a_line_of_names_is_a_cast_where_the_page_says_whom_they_play(cast: str) -> None:
    found = names(film(PLAYED + cast), "actor")
    assert found >= {"Anna Lee", "Max Roe", "Ida Poe", "Tom Fox"}


@pytest.mark.parametrize(
    "line",
    [
        "Anna Lee, Eva Ray, Ida Poe, Tom Fox",  # one of them alone is a player
        "Anna Lee, Max Roe, Sue Orr, Tom Fox",  # the director among them
        "Anna Lee, Max Roe, Odeon, Tom Fox",
        "Guests: Anna Lee, Max Roe, Ida Poe, Tom Fox",
        "Anna Lee, Max Roe, Ida Poe",
    ],
)
def test_other_lines_of_names_are_none(line: str) -> None:
    assert names(film(PLAYED + line), "actor") <= {"Anna Lee", "Max Roe"}
    assert set(characters_of(film(PLAYED + line))) <= {"Anna Lee", "Max Roe"}
