"""Which line of a page is its film's title."""

from __future__ import annotations

import pytest
from extracted import facts_of

from filmgraph.model.names import fold

LABELS = "Director: Ann Lee\nCast: Bob Ray, Jim Coe\n"
CREDITS = "Directed by Ann Lee\nWritten by Bob Ray\n"


@pytest.mark.parametrize("credits", [LABELS, CREDITS])
@pytest.mark.parametrize(
    "title",
    [
        "The Producers",
        "Cast Away",
        "Camera Buff",
        "Scary Movie",
        "1900",
        "Music",
        "(500) Days of Summer",
        "Some Film",
        "News of the World",
        "The Son",
        "Cinema Paradiso",
        "M",
        "8½",
    ],
)
def test_a_film_may_be_called_what_a_label_or_a_rubric_is(title: str, credits: str) -> None:
    facts = facts_of(f"{title}\n\n{credits}")
    assert facts.first("title") == title
    assert "Ann Lee" in {c.agent for c in facts.credits if c.role == "director"}
    assert not {c.agent for c in facts.credits} - {"Ann Lee", "Bob Ray", "Jim Coe"}


@pytest.mark.parametrize(
    "line",
    [
        "By",
        "News",
        "Film Festivals",
        "Watch Now",
        "Silent Film",
        "Nota",
        "See the trailer here",
        "Programme 2018-19",
        "Wednesday",
        "30 novembre 2010",
        "sexta-feira, 22 de agosto de 2014",
        "426 THE EVENING PAPER July 23, 1921",
        "D 2004 / 80 Min.",
        "Review",
    ],
)
def test_the_furniture_of_a_page_is_no_title(line: str) -> None:
    assert facts_of(f"{line}\n\n{LABELS}").first("title") is None
    assert facts_of(f"{line}\n\nRosetta\n\n{LABELS}").first("title") == "Rosetta"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Moss Rose (1947) de Gregory Ratoff", "Moss Rose"),
        ("As Tears Go By (1988) [", "As Tears Go By"),
        ("C H I N A T O W N", "CHINATOWN"),
        ("The Killer 喋血雙雄", "The Killer"),
        ("Across to Singapore (1928)", "Across to Singapore"),
    ],
)
def test_titles_without_what_stands_beside_them(headline: str, title: str) -> None:
    assert facts_of(f"{headline}\n\n{LABELS}").first("title") == title


def test_an_essay_is_about_the_film_that_it_ties_to_a_year() -> None:
    text = """
        ---
        title: Thirty years of snow
        ---
        # Why *Fargo* still works

        **Fargo** (Joel and Ethan Coen, 1996) begins in a white that has no edges, and never leaves it.

        Cinematography: Roger Deakins
    """
    facts = facts_of(text)
    assert facts.first("title") == "Fargo"
    assert facts.every("alternative_title") == ()


def test_an_original_title_in_another_script_is_kept() -> None:
    assert facts_of(f"The Killer 喋血雙雄\n\n{LABELS}").first("original_title") == "喋血雙雄"


@pytest.mark.parametrize(
    "title", ["Comment je me suis disputé... (ma vie sexuelle)", "And Then Came Love...", "Stop… go on"]
)
def test_a_title_may_trail_off(title: str) -> None:
    facts = facts_of(f"{title}\n\nPar Bertrand Loisel\n\nRéalisation : Arnaud Desplechin\n")
    assert facts.first("title") is not None
    assert fold(str(facts.first("title"))).startswith(fold(title.split("(")[0].split("...")[0]))
