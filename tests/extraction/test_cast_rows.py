"""Casts under no label that is known, told by marks, capitals and the names that a page gives elsewhere."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

CREW = "Stray Dogs\n\nDirector: Ann Lee\n\n"
# The cast of the head is the shorter one; the list below it gives the parts.
STARS = "Stray Dogs\n\nDirector: Ann Lee\nStarring: Boris Ekman, Eva Roth, Cyril Dunn\n\nStray Dogs\n\n"
PARTS = {"Boris Ekman": "Max", "Eva Roth": "Ida Voss", "Cyril Dunn": "the baker"}


@pytest.mark.parametrize(
    "text",
    [
        "BORIS EKMAN Max * EVA ROTH Ida Voss * CYRIL DUNN the baker",
        "BORIS EKMAN Max • EVA ROTH Ida Voss • CYRIL DUNN the baker.",
        "Boris Ekman (Max) | Eva Roth (Ida Voss) | Cyril Dunn (the baker)",
        "FACES: Max, Boris Ekman; Ida Voss, Eva Roth; the baker, Cyril Dunn; Otto, Dag Holm",
        "Who is who: Max, Boris Ekman; Ida Voss, Eva Roth; the baker, Cyril Dunn; Otto, Dag Holm.",
    ],
)
def test_rows_of_pairs_are_casts(text: str) -> None:
    assert PARTS.items() <= characters_of(CREW + text).items()


@pytest.mark.parametrize(
    "text",
    [
        "Boris Ekman: Max\nEva Roth: Ida Voss\nCyril Dunn: the baker\nDag Holm: Otto",
        "Max Boris Ekman\nIda Voss Eva Roth\nJoe Bell Cyril Dunn\nOtto Dag Holm",
    ],
)
def test_lines_of_pairs_are_casts_where_the_page_knows_the_players(text: str) -> None:
    found = characters_of(STARS + text)
    assert found["Boris Ekman"] == "Max" and found["Dag Holm"] == "Otto"


GUESTS = "Anna Lee ({}), Boris Ekman ({}), Eva Roth ({}), Cyril Dunn ({})"


def test_a_line_of_people_with_parts_beside_credits_is_a_cast() -> None:
    parts = ("Ida", "Max", "the nurse", "Joe Bell")
    assert set(characters_of(CREW + GUESTS.format(*parts)).values()) == set(parts)
    far = CREW + "A sentence about the film stands here, and it is long enough to be one.\n\n\n"
    assert not characters_of(far + GUESTS.format(*parts))


@pytest.mark.parametrize(
    "notes",
    [
        ("Norway", "France", "Italy", "Spain"),
        ("director", "editor", "producer", "composer"),
        ("1969", "1999", "2003", "2012"),
    ],
)
def test_a_line_of_guests_is_no_cast(notes: tuple[str, ...]) -> None:
    assert not [c for c in credits_of(CREW + GUESTS.format(*notes)) if c[0] == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "HOME News * CONTACT Our team * SHOP All offers",
        "Boris Ekman * Eva Roth * Cyril Dunn",
        "Max, a baker; Ida, his wife; and the rain",
        "Stray Cats (Boris Ekman) and Stray Birds (Eva Roth)",
        "Gaffer: Boris Ekman\nGrip: Eva Roth\nBest boy: Cyril Dunn\nRunner: Dag Holm",
        "Boris Ekman: Max\nEva Roth: Ida Voss",
        "Blue Moon Over Rome\nLong Way Back Home\nThe Last Good Dog\nRed Dust Of Mars",
    ],
)
def test_rows_that_are_no_casts(text: str) -> None:
    assert not [c for c in credits_of(CREW + text) if c[0] == "actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Actors\n\nBoris EkmanRole : Max\nEva RothRole : Ida Voss\nCyril DunnRole : the baker",
        "Acteurs\nBoris Ekman\nRôle : Max\nEva Roth\nRôle : Ida Voss\nCyril Dunn\nRôle : the baker",
        "Attori\nBoris Ekman - Ruolo: Max\nEva Roth - Ruolo: Ida Voss\nCyril Dunn - Ruolo: the baker",
        "Cast: Max: Boris Ekman; Ida Voss: Eva Roth; the baker: Cyril Dunn; Mrs. Orr: Fay Hart.",
        "Cast: Boris Ekman: Max, Eva Roth: Ida Voss, Cyril Dunn: the baker, Fay Hart: Mrs. Orr",
    ],
)
def test_a_part_behind_a_word_or_a_colon(text: str) -> None:
    assert PARTS.items() <= characters_of(CREW + text).items()


@pytest.mark.parametrize("link", ["«continua", "| See full cast", "(více)", "[+]", "(more)", "» suite"])
def test_the_link_at_the_end_of_a_list_is_no_name(link: str) -> None:
    assert set(characters_of(f"{CREW}Cast: Boris Ekman, Eva Roth, Cyril Dunn {link}")) == set(PARTS)


def test_a_genre_behind_the_list_is_no_actor() -> None:
    text = (
        "Un film di Ann Lee. Con Boris Ekman, Eva Roth, Cyril Dunn. Drammatico, durata 98 min. - Italia 2003."
    )
    assert set(characters_of("Cani sciolti\n\n" + text)) == set(PARTS)
