"""Pages about several films: each by itself, or only the first."""

from __future__ import annotations

import pytest
from extracted import make_document

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts


def films_of(text: str) -> tuple[FilmFacts, ...]:
    """The films of a page; every quote is checked."""
    document = make_document(text)
    films = extract_facts(document)
    for film in films:
        evidence = [c.evidence for c in film.credits] + [s.evidence for s in film.stated]
        assert all(e.span.of(document.text) == e.quote for e in evidence)
        assert all(u.span.of(document.text) == u.quote for u in film.unread)
    return films


def names_of(film: FilmFacts) -> set[str]:
    return {c.agent for c in film.credits}


def test_a_title_over_each_set_of_labels() -> None:
    films = films_of("""
        Kes

        Director: Ken Loach
        Cinematography: Chris Menges
        Cast: David Bradley, Lynne Perrie

        Rosetta

        Director: Luc Dardenne
        Cinematography: Alain Marcoen
        Cast: Emilie Dequenne, Fabrizio Rongione
    """)
    assert [f.first("title") for f in films] == ["Kes", "Rosetta"]
    assert names_of(films[0]) == {"Ken Loach", "Chris Menges", "David Bradley", "Lynne Perrie"}
    assert names_of(films[1]) == {"Luc Dardenne", "Alain Marcoen", "Emilie Dequenne", "Fabrizio Rongione"}
    assert len({f.film_key for f in films}) == 2


def test_capsules_that_begin_with_a_title_and_a_year() -> None:
    films = films_of("""
        This week's revivals

        KES (1969) Director: Ken Loach. Screenplay: Barry Hines. Cast: David Bradley, Lynne Perrie. A boy.

        ROSETTA (1999) Director: Luc Dardenne. Camera: Alain Marcoen. Cast: Emilie Dequenne. A waffle.
    """)
    assert [(f.first("title"), f.first("year")) for f in films] == [("KES", "1969"), ("ROSETTA", "1999")]
    assert "Luc Dardenne" not in names_of(films[0])
    assert "Ken Loach" not in names_of(films[1])


def test_without_a_title_over_the_next_film_only_the_first_is_read() -> None:
    films = films_of("""
        Kes

        Director: Ken Loach
        Editor: Roy Watts
        It was the best of that year, and people still speak of the bird and of the boy who held it.
        Director: Luc Dardenne
        Editor: Marie-Hélène Dozo
    """)
    (film,) = films
    assert names_of(film) == {"Ken Loach", "Roy Watts"}
    assert [u.quote for u in film.unread] == ["Director: Luc Dardenne", "Editor: Marie-Hélène Dozo"]


def test_a_page_that_gives_its_credits_twice_is_about_one_film() -> None:
    films = films_of("""
        Rosetta

        Director: Luc Dardenne
        Editor: Marie-Hélène Dozo

        Full credits

        Director: Luc Dardenne, Jean-Pierre Dardenne
        Camera: Alain Marcoen
    """)
    (film,) = films
    assert names_of(film) == {"Luc Dardenne", "Jean-Pierre Dardenne", "Marie-Hélène Dozo", "Alain Marcoen"}


def test_a_filmography_makes_no_listing() -> None:
    films = films_of("""
        Rosetta

        Director: Luc Dardenne
        Editor: Marie-Hélène Dozo

        The Son (2002)
        The Child (2005)
        Graduation (2016)
    """)
    assert [f.first("title") for f in films] == ["Rosetta"]


REVIEW = (
    "Rosetta runs through the whole film, and she runs as if it were an answer to something that nobody has "
    "asked her. The camera runs behind her and breathes as she does. Nobody explains her to us; when it is "
    "over we know the weight of a gas bottle, the price of a waffle and the way through the fence of a camp."
)


@pytest.mark.parametrize(
    "rest",
    [
        "Welcome to the Club\nU.S.A., 1970\n\nDirector: Walter Shenson\n",
        "Next week\n\nKes\n\nDirector: Ken Loach\n",
        "Also showing\n\nKes\n\nDirector: Ken Loach\nEditor: Roy Watts\n",
    ],
)
def test_the_head_of_the_next_review_makes_no_film(rest: str) -> None:
    head = "Rosetta\n\nDirector: Luc Dardenne\nEditor: Marie-Hélène Dozo\nCast: Ann Lee, Bob Ray"
    text = f"{head}\n\n{REVIEW}\n\n{rest}"
    (film,) = films_of(text)
    assert film.first("title") == "Rosetta"
    assert names_of(film) == {"Luc Dardenne", "Marie-Hélène Dozo", "Ann Lee", "Bob Ray"}


def test_two_heads_over_one_article_are_about_the_first() -> None:
    heads = (
        "Rosetta\n\nDirector: Luc Dardenne\nEditor: Marie-Hélène Dozo\nCast: Ann Lee\n\n"
        "Mouchette\n\nDirector: Robert Bresson\nEditor: Raymond Lamy\nCast: Nadine Nortier\n\n"
    )
    (film,) = films_of(heads + REVIEW)
    assert film.first("title") == "Rosetta"
    assert names_of(film) == {"Luc Dardenne", "Marie-Hélène Dozo", "Ann Lee"}


def test_two_reviews_stay_two_films() -> None:
    block = "Director: {}\nEditor: {}\nCast: {}\n\n"
    other = REVIEW.replace("Rosetta", "Billy")
    first = "Rosetta\n\n" + block.format("Luc Dardenne", "Marie-Hélène Dozo", "Ann Lee") + REVIEW
    second = "Kes\n\n" + block.format("Ken Loach", "Roy Watts", "Bob Ray") + other
    films = films_of(f"{first}\n\n{second}\n")
    assert [film.first("title") for film in films] == ["Rosetta", "Kes"]
    assert names_of(films[0]) == {"Luc Dardenne", "Marie-Hélène Dozo", "Ann Lee"}
    assert names_of(films[1]) == {"Ken Loach", "Roy Watts", "Bob Ray"}
