from __future__ import annotations

import pytest
from prose_page import CREDITS, others, read_sentence

from filmgraph.extraction.prose.unquoted import find_unquoted_titles

AUDIARD = "Jacques Audiard"
READ = [
    (
        "You may be thinking of “Iron Sky,” which is by Carl Lund, for “Blue Harbor” has nobody like that.",
        {("Iron Sky", "Carl Lund")},
    ),
    (
        "Arthur Harari, himself the director of “Onoda,” came to see “Blue Harbor” and left it in silence.",
        {("Onoda", "Arthur Harari")},
    ),
    (
        "Had Hitchcock made “Blue Velvet,” it would have looked like “Blue Harbor,” and smelled of it too.",
        {("Blue Velvet", None)},
    ),
    (
        "Jacques Audiard’s hyper-polished follow-up to “A Prophet” should please those who like “Blue"
        " Harbor.”",
        {("A Prophet", AUDIARD)},
    ),
    (
        "The sea, it turns out, suits director Audiard (whose “A Self-Made Hero”  and “A Prophet” won"
        " prizes) well.",
        {("A Self-Made Hero", AUDIARD), ("A Prophet", AUDIARD)},
    ),
    (
        "Like Darren Aronofsky’s “The Wrestler” a few years back, “Blue Harbor” blends one thing with"
        " another.",
        {("The Wrestler", "Darren Aronofsky")},
    ),
    (
        "Like “Drive” and “Locke” before it, “Blue Harbor” puts a man in a car and leaves him there to"
        " think.",
        {("Drive", None), ("Locke", None)},
    ),
    (
        "It was seen by Sean Baker, director of “Tangerine,” and by David Lowery, whose “A Ghost Story” is"
        " out, at the launch.",
        {("Tangerine", "Sean Baker"), ("A Ghost Story", None)},
    ),
    (
        "Audiard, who made “A Prophet” and “Read My Lips,” has never been so gentle as he is in “Blue"
        " Harbor.”",
        {("A Prophet", AUDIARD), ("Read My Lips", AUDIARD)},
    ),
    (
        "The director of “Dheepan” and “A Self-Made Hero” is in a lighter mood in “Blue Harbor,” and so"
        " are we.",
        {("Dheepan", AUDIARD), ("A Self-Made Hero", AUDIARD)},
    ),
    (
        "Matthias Schoenaerts, hot from “Bullhead,” is quiet in “Blue Harbor,” and Cotillard louder than"
        " he is.",
        {("Bullhead", None)},
    ),
]

NOT_READ = [
    "“Blue Harbor” opens with the song “Blue Moon” and ends with Chekhov's play “The Seagull” on a jetty.",
    "In the magazine “Positif” they love “Blue Harbor,” and in her novel “Outline” someone is said to see"
    " it.",
    "His friend, nicknamed “The Duke,” wears a hat in “Blue Harbor,” and gets a “genius” grant at the end"
    " of it.",
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_quoted_titles_are_other_films(sentence: str, expected: set[tuple[str, str | None]]) -> None:
    assert others(read_sentence(sentence, CREDITS)) == expected


@pytest.mark.parametrize("sentence", NOT_READ)
def test_songs_books_and_nicknames_are_no_films(sentence: str) -> None:
    assert others(read_sentence(sentence, CREDITS)) == set()


def test_unquoted_titles_where_the_house_does_not_quote() -> None:
    facts = read_sentence(
        "Blue Harbor belongs with La Promesse, Rosetta and The Son, and Bresson's Pickpocket is not far,"
        " nor is"
        " Blood Simple (1984). Ocean’s Eleven has been called a copy of it since The Lobster.",
        CREDITS,
    )
    assert {"La Promesse", "Rosetta", "The Son", "Blood Simple", "The Lobster"} <= {
        title for title, _ in others(facts)
    }


def test_teasers_are_other_films_with_their_directors() -> None:
    facts = read_sentence(
        "“Blue Harbor” is a film about the sea and those who live by it, whether they want to or not.",
        CREDITS + "\n\nMore Film\nHelmer Ang Lee on the Tiger, the Boat and 'Life of Pi'\n"
        "Michael Haneke's 'Amour' Takes Top Prize From Los Angeles Critics",
    )
    assert others(facts) == {("Life of Pi", "Ang Lee"), ("Amour", "Michael Haneke")}
    assert not any(c.agent in ("Ang Lee", "Michael Haneke") for c in facts.credits)


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("He worked with her on Far From Heaven (2002) and again last year.", ["Far From Heaven"]),
        ("Todd Haynes, the director of Far From Heaven and of others, lets it hang.", ["Far From Heaven"]),
        (
            "Nothing he has done since 4 Months, 3 Weeks And 2 Days is as bold.",
            ["4 Months, 3 Weeks And 2 Days"],
        ),
        ("It is the work of Malik El Djebena of The New York Times in The Hague.", []),
        ("We walked from Paris to London, and in The Times they wrote of it.", []),
    ],
)
def test_shapes_of_unquoted_titles(sentence: str, titles: list[str]) -> None:
    assert sorted(s.of(sentence) for s in find_unquoted_titles(sentence)) == titles
