"""Abbreviations that no list holds: the run of labels that they stand in says what they are."""

from __future__ import annotations

import pytest
from extracted import credits_of, facts_of

GERMAN = "R: Sue Orr.  B: Max Roe.  K: Eva Ray.  M: Tom Fox.  {}: Jon Day.  Ton: Kim Lund."
ENGLISH = "sc Sue Orr   p Max Roe   ph Eva Ray   ed Tom Fox   {} Jon Day   mus Kim Lund"
LINES = "Director: Sue Orr\nWriter: Max Roe\nEditor: Tom Fox\n{} Jon Day\nProducer: Kim Lund\nMusic: Eva Ray"
BARE = "dir Sue Orr\nprod Max Roe\nscr Ida Poe\ned Tom Fox\n{} Jon Day\nmus Kim Lund"


def film(credits: str) -> str:
    return f"THE FERRY\n\n{credits}\n"


@pytest.mark.parametrize(
    ("form", "word", "role"),
    [
        (GERMAN, "Schn", "editor"),
        (GERMAN, "Bau", "production-designer"),
        (GERMAN, "Ma", "makeup-artist"),
        (GERMAN, "Kostü", "costume-designer"),
        (ENGLISH, "cos", "costume-designer"),
        (ENGLISH, "pd", "production-designer"),
        (LINES, "DoPs:", "cinematographer"),
        (LINES, "Cinem.", "cinematographer"),
        (BARE, "art", "art-director"),
    ],
)
def test_the_run_says_what_a_word_is(form: str, word: str, role: str) -> None:
    found = credits_of(film(form.format(word)))
    assert (role, "Jon Day") in found
    assert {name for held, name in found if held in ("composer", "editor")} >= {"Tom Fox"}


@pytest.mark.parametrize(
    ("form", "word"),
    [(GERMAN, "Xy"), (GERMAN, "As"), (ENGLISH, "zz"), (LINES, "Ass.:"), (BARE, "odeon")],
)
def test_a_word_that_says_nothing_gives_no_credit_and_spoils_none(form: str, word: str) -> None:
    found = credits_of(film(form.format(word)))
    assert not {role for role, name in found if name == "Jon Day"}
    assert len({name for _, name in found}) == 5


def test_names_under_a_word_that_says_nothing_are_unread() -> None:
    unread = facts_of(film(GERMAN.format("Xy"))).unread
    assert [(u.quote, u.reason) for u in unread] == [("Xy: Jon Day", "names under an unknown label: Xy")]


def test_a_letter_is_joined_to_a_label() -> None:
    text = film("d/sc Sue Orr   p Max Roe   ph Eva Ray   ed Tom Fox   mus Kim Lund")
    assert {role for role, name in credits_of(text) if name == "Sue Orr"} == {"director", "screenwriter"}


def test_a_part_before_a_colon_is_no_abbreviation() -> None:
    text = film("R: Sue Orr.  B: Max Roe.  K: Eva Ray.  S: Tom Fox.  D: Anna Lee, Ida Poe. Ma: Jon Day.")
    assert not {role for role, name in credits_of(text) if name == "Jon Day"} & {"makeup-artist"}
