"""Several works in one statement, works of one who is only called "his", titles that follow their author."""

from __future__ import annotations

import pytest
from prose_page import read_sentence, sources

READ = [
    # a row behind its author, by a dash, a colon, in brackets
    (
        "The source is American: three short stories by the cartoonist Ann Lee — ‘Sweet Rye’, ‘Kin’, ‘Two"
        " Doors’ — which have been moved to Spain.",
        {("Sweet Rye", "Ann Lee"), ("Kin", "Ann Lee"), ("Two Doors", "Ann Lee")},
    ),
    (
        "The film is based on two stories by Ann Lee: “Sweet Rye” and “Kin.”",
        {("Sweet Rye", "Ann Lee"), ("Kin", "Ann Lee")},
    ),
    (
        "Der Film beruht auf den Erzählungen von Anna Rink, „Roggen“ und „Die Sippe“.",
        {("Roggen", "Anna Rink"), ("Die Sippe", "Anna Rink")},
    ),
    # works of several authors, behind commas
    (
        "It is based on the musical “Revue” by Joe Kern, the play “I Am a Lens” by John Dyke and the stories"
        " of Chris Wood.",
        {("Revue", "Joe Kern"), ("I Am a Lens", "John Dyke"), (None, "Chris Wood")},
    ),
    # who wrote the film is who wrote the work
    ("Written by Ann Lee and Jon Raymond, from his story “Train Song.”", {("Train Song", "Jon Raymond")}),
    ("The screenplay, by Ann Roe from her play, is talky.", {(None, "Ann Roe")}),
    ("Drehbuch: Anna Rink nach ihrem Roman „Die Sippe“.", {("Die Sippe", "Anna Rink")}),
    # the title behind the author, or behind what the work is
    (
        "The film grew out of a dozen pages, a short story by the poet Ann Lee called In Another Town; Haigh"
        " has moved it.",
        {("In Another Town", "Ann Lee")},
    ),
    (
        "It comes from a comic book: the graphic novel by Daniel Cole, in eight issues.",
        {(None, "Daniel Cole")},
    ),
    ("Løst inspirert av Jean de la Roche sin roman.", set()),
    ("Løst inspirert av Jean Moreaus roman Le Feu mort.", {("Le Feu mort", "Jean Moreau")}),
    # initials before a surname, blanks that hold names together
    (
        "It is from a story by Charles Bent and D. B. Wynd-Lewis.",
        {(None, "Charles Bent"), (None, "D. B. Wynd-Lewis")},
    ),
    ("The film is based on stories by Adrian\u00a0Holm.", {(None, "Adrian Holm")}),
]
NOT_READ = [
    "He walks away from his book, and Ann Lee walks after him.",
    "The film is based on her own stage play.",
    "Gomorra, tratta dal suo libro, è un altro film.",
    "Tatjana (1999, in color, from Ann Lee's novel) was her first feature.",
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_works_in_rows(sentence: str, expected: set[tuple[str | None, str]]) -> None:
    found = sources(read_sentence(sentence))
    assert {(title, author) for title, author, _, _ in found} == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_no_work_of_the_film(sentence: str) -> None:
    assert not sources(read_sentence(sentence))
