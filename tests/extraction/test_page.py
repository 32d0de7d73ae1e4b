"""The parts of a page: headlines, credit blocks, teasers, titles."""

from __future__ import annotations

import pytest
from extracted import facts_of, page_of

REVIEW = """
    Rosetta

    A girl fights for a job as others fight in a war, in the Dardennes' breathless second feature.

    By Nora Pell

    With: Emilie Dequenne, Fabrizio Rongione.

    She runs through the first shot and does not stop for an hour and a half. The camera, at her shoulder,
    runs too, and what it sees is what she sees: a caravan, a waffle stand, a pond that holds on to what falls
    in. It is a hard film to watch and a harder one to shake off, and it never once asks for pity.

    Popular on Variety

    Director Mike Leigh on 'Topsy-Turvy'

    Rosetta

    Production: An ARP release (in France) of a Les Films du Fleuve production. Directed by Luc Dardenne.

    More Film

    Spike Lee to direct 'Summer of Sam'
"""


def kinds_of(text: str) -> dict[str, str]:
    page = page_of(text)
    return {line.of(page.text)[:24]: kind for line, kind in zip(page.lines, page.kinds, strict=True)}


def test_a_trade_review_falls_into_its_parts() -> None:
    kinds = kinds_of(REVIEW)
    assert kinds["A girl fights for a job "] == "strapline"
    assert kinds["By Nora Pell"] == "byline"
    assert kinds["With: Emilie Dequenne, F"] == "cast"
    assert kinds["She runs through the fir"] == "body"
    assert kinds["Production: An ARP relea"] == "production"


def test_teasers_end_where_the_film_comes_back() -> None:
    kinds = kinds_of(REVIEW)
    assert kinds["Director Mike Leigh on '"] == "teasers"
    assert kinds["Spike Lee to direct 'Sum"] == "teasers"
    names = {c.agent for c in facts_of(REVIEW).credits}
    assert "Luc Dardenne" in names
    assert not names & {"Mike Leigh", "Spike Lee", "Nora Pell"}


@pytest.mark.parametrize(
    "head", ["Related", "Read more:", "À lire aussi", "Das könnte Sie auch interessieren"]
)
def test_nothing_below_a_teaser_head_is_credited(head: str) -> None:
    text = (
        f"Rosetta\n\nDirector: Luc Dardenne\n\n{head}\n\nDirector Ang Lee talks to us\nStarring Tom Hanks\n"
    )
    assert {c.agent for c in facts_of(text).credits} == {"Luc Dardenne"}


@pytest.mark.parametrize(
    "line", ["Advertisement", "Share this", "We use cookies.", "Read more: Ang Lee on film"]
)
def test_one_line_of_boilerplate_ends_nothing(line: str) -> None:
    text = f"Rosetta\n\nDirector: Luc Dardenne\n\n{line}\n\nEditor: Ann Lee\n"
    assert {c.agent for c in facts_of(text).credits} == {"Luc Dardenne", "Ann Lee"}


def test_a_menu_at_the_top_ends_nothing() -> None:
    text = "Home\nReviews\nLatest\nTrending\n\nRosetta\n\nDirector: Luc Dardenne\n"
    assert {c.agent for c in facts_of(text).credits} == {"Luc Dardenne"}


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Film Review: 'Amour'", "Amour"),
        ("'Carol': Cannes Review", "Carol"),
        ("‘The Power of the Dog’ Review: Jane Campion Ropes a Bully", "The Power of the Dog"),
        ("REVIEW: The Kid With a Bike", "The Kid With a Bike"),
        ("CHILD, THE (L'ENFANT)", "THE CHILD"),
        ("L'Enfant (film)", "L'Enfant"),
        ("= No Country for Old Men =", "No Country for Old Men"),
        ("Spotlight (2015)", "Spotlight"),
        ("Volver", "Volver"),
        ("Rust and Bone | Film review", "Rust and Bone"),
        ("Melancholia – Kritik", "Melancholia"),
        ("ROUTE IRISH Een film van Ken Loach", "ROUTE IRISH"),
        ("Amour review – Haneke at his best", "Amour"),
        ("Amour, film review: Haneke's tender masterpiece", "Amour"),
        ("CANNES 2012: Amour – first look review", "Amour"),
        ("Kritik: Amour", "Amour"),
        ("Crítica: Amor (Amour), de Michael Haneke", "Amor"),
        ("Amour (Austria/France/Germany, 2012)", "Amour"),
        ("Amour ★★★★★", "Amour"),
        ("Le Fils aka The Son", "Le Fils"),
        ("Reprise, Norway, 2006", "Reprise"),
        ("Synecdoche, New York", "Synecdoche, New York"),
    ],
)
def test_titles_of_headlines(headline: str, title: str) -> None:
    assert facts_of(f"{headline}\n\nDirector: Ken Loach\nCast: Kierston Wareing\n").first("title") == title


def test_the_title_is_what_the_page_says_again() -> None:
    text = """
        Visit our shop

        The Kid With a Bike

        Written by: Luc Dardenne

        Cyril runs at every door in The Kid With a Bike, and one of them turns out to be open after all.
    """
    assert facts_of(text).first("title") == "The Kid With a Bike"


@pytest.mark.parametrize(
    "text",
    [
        "Director: Ken Loach\nLength: 100 min\nCountry: UK\n",
        "FICHA TÉCNICA\nDirección: Jacques Audiard\nPaís: Francia\n",
        "14\n\nReviews\n\nDirector: Ken Loach\n",
    ],
)
def test_a_page_without_a_title_gets_none(text: str) -> None:
    assert facts_of(text).first("title") is None


def test_the_original_title_stands_in_brackets_or_under_its_label() -> None:
    assert (
        facts_of("A Prophet\n\n(Un prophete)\n\nDirector: Jacques Audiard").first("original_title")
        == "Un prophete"
    )
    assert facts_of("Titel: Der Sohn\nOriginaltitel: Le Fils\nRegie: Luc Dardenne").every(
        "original_title"
    ) == ("Le Fils",)
    assert facts_of("Black Narcissus\n(British)\n\nDirector: Michael Powell").first("original_title") is None
