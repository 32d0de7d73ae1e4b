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


@pytest.mark.parametrize(
    "line",
    [
        "di Sue Orr, con Anna Lee, Max Roe, Ida Poe",
        "di Sue Orr con Anna Lee, Max Roe e Ida Poe",
        "de Sue Orr avec Anna Lee, Max Roe et Ida Poe",
        "von Sue Orr, mit Anna Lee, Max Roe, Ida Poe",
        "Thriller (Sverige) i regi av Sue Orr, med Anna Lee, Max Roe, Ida Poe",
    ],
)
def test_a_line_holds_a_director_and_her_players(line: str) -> None:
    text = f"THE FERRY\n{line}\nItalia 2018, 148'\n"
    assert names(text, "director") == {"Sue Orr"}
    assert names(text, "actor") == {"Anna Lee", "Max Roe", "Ida Poe"}


@pytest.mark.parametrize(
    "line",
    [
        "di Guido Orr",
        "by Sue Orr with additional reporting by Max Roe, Ida Poe",
        "di Sue Orr, con un saggio di Anna Lee, Max Roe",
        "von Sue Orr mit Anna Lee",
    ],
)
def test_a_critics_line_holds_none(line: str) -> None:
    assert credits_of(f"THE FERRY\n{line}\nItalia 2018, 148'\n") == set()


def test_remarks_in_brackets_end_no_bulleted_cast() -> None:
    cast = "* Anna Lee -- Vera\n* Max Roe -- Captain Holm (boo!)\n* Ida Poe // a nun\n* Tom Fox -- Will"
    found = characters_of(f"The Ferry\n\nDirector: Sue Orr\n\nWHO'S WHO\n{cast}\n")
    assert found == {"Anna Lee": "Vera", "Max Roe": "Captain Holm", "Ida Poe": "a nun", "Tom Fox": "Will"}


def test_a_cast_of_one_line_goes_on_by_turns_below() -> None:
    cast = "CastAnna Lee\nVera\nMax Roe\nthe Captain\nIda Poe\nthe nun\nTom Fox\nWill"
    found = characters_of(f"The Ferry\n\nDirectorSue Orr\n{cast}\n\nDetails\nEditor Jon Day\n")
    assert found == {"Anna Lee": "Vera", "Max Roe": "the Captain", "Ida Poe": "the nun", "Tom Fox": "Will"}
    alone = characters_of(
        "The Ferry\n\nDirector Sue Orr\nCast Anna Lee\nThe Odeon\nBar open\nTill late\nDaily\n"
    )
    assert alone == {"Anna Lee": None}


def test_a_label_is_broken_over_two_lines() -> None:
    box = "Directed by\tSue Orr\nProduced by\tMax Roe\nProduction\ncompanies\nMirovision\nNova Pier"
    assert names(f"The Ferry\n\n{box}\n", "production-company") == {"Mirovision", "Nova Pier"}


def test_names_stand_in_the_column_of_a_value() -> None:
    box = (
        "regie:      Sue Orr\nscenario:   Max Roe, Ida Poe\n            naar de roman van T. Fox\n"
        "camera:     Eva Ray\n            Jon Day, Kim Lund\nmontage:    Lars Holm\n"
    )
    text = f"The Ferry\n\n{box}\n"
    assert names(text, "cinematographer") == {"Eva Ray", "Jon Day", "Kim Lund"}
    assert names(text, "screenwriter") == {"Max Roe", "Ida Poe"}


def test_a_review_goes_on_below_a_link_between_its_paragraphs() -> None:
    above = (
        "When Sue Orr sends back a boat, one knows something about her; with Anna Lee at the helm, one knows"
        " more, and Max Roe, whom Orr found on the pier, says nothing in two hours of cold water.\n\n"
    )
    below = (
        "Eva Ray shot it on film, with Anna Lee always in the wind and Max Roe in the cabin, and it looks"
        " colder than anything that came before it this year; the cuts are long, and so are the"
        " nights of the harbor.\n\n"
    )
    card = (
        "A grocer (Tom Fox) meets a ghost in the rain, and both of them dance, in a studio, until the lights"
        " go out. It is the second film of Jon Day, who wrote it with Kim Lund and shot it at home.\n"
    )
    page = f"The Ferry\n\nStars\n\n{above}{above}Read more\n\n"
    assert ("cinematographer", "Eva Ray") in credits_of(
        f"{page}{below}Starring: Anna Lee, Max Roe, Ida Poe\n"
    )
    assert credits_of(f"{page}{card}") == credits_of(page)


def test_a_cast_goes_on_behind_a_name_that_the_margin_breaks() -> None:
    cast = "with ZHAO Anna (Vera), ROE Max (Holm), WANG Hong-\nwei (Nell), POE Ida (Will)"
    found = characters_of(f"The Ferry\n\ndir Sue Orr\nprod Jon Day\n{cast}\nworld sales Orbis Films\n")
    assert set(found.values()) == {"Vera", "Holm", "Nell", "Will"}


def test_who_stands_under_a_label_over_presents_presents_nothing() -> None:
    text = "LUX FILM\nin co-production with NOVA FILMS, ORBIS STUDIOS and ALTO PICTURES\n\npresents\n\nPIER\n"
    found = credits_of(f"{text}\na film by\nSUE ORR\n\nProducers\tMax Roe\n")
    assert {name for role, name in found if role == "co-production-company"} == {
        "NOVA FILMS",
        "ORBIS STUDIOS",
        "ALTO PICTURES",
    }


def test_a_title_abroad_is_no_cast() -> None:
    run = "T. it.: Il molo. T. int.: The Pier. Scen.: Max Roe, Ida Poe. F.: Eva Ray. Int.: Anna Lee, Jon Day."
    assert names(f"IL MOLO\nItalia, 1979   Regia: Sue Orr\n\n{run}\n", "actor") == {"Anna Lee", "Jon Day"}
