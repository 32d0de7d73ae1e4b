"""Notes as film people type them: film and maker in one line, lines broken at their editor's width."""

from __future__ import annotations

import textwrap

import pytest
from extracted import facts_of

SENTENCE = (
    "A lieutenant of the harbor police has an opinion about all this, and drives much too fast to say it.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "ROSETTA (Ann Lee, USA 1968)",
        "ROSETTA (Ann Lee, USA, 1968)",
        "Rosetta (Ann Lee, UK/USA 1968)",
        "## Rosetta (Ann Lee, UK/USA 1968)",
        "Rosetta (USA 1968, Ann Lee)",
        "Rosetta (Ann Lee, 1968 USA)",
    ],
)
def test_the_maker_between_the_title_and_countries_with_a_year(head: str) -> None:
    facts = facts_of(f"{head}\n\n{SENTENCE}")
    assert [(c.role, c.agent) for c in facts.credits] == [("director", "Ann Lee")]
    assert (facts.first("title") or "").upper() == "ROSETTA"
    assert facts.first("year") == "1968"


@pytest.mark.parametrize("inside", ["Ann Lee, USA 1968", "Ann Lee, France/Belgium 1968", "Ann Lee, 1968"])
def test_another_film_with_its_maker_is_no_part_and_its_player(inside: str) -> None:
    text = (
        f"Rosetta\n\nDirector: Bo Ray\nEditor: Cy Dunn\n\nMuch comes from Harper Hill ({inside}). {SENTENCE}"
    )
    assert [(c.role, c.agent) for c in facts_of(text).credits] == [
        ("director", "Bo Ray"),
        ("editor", "Cy Dunn"),
    ]


def test_a_label_with_by_is_no_title() -> None:
    text = (
        "Shame\nUK, 2011\nDirector: Ann Lee\nEditor: Bo Ray\nWritten by Cy Dunn with Lee\n"
        "With: Ida Voss, Eva Marsh\n\nNew York at night.\n"
    )
    assert facts_of(text).first("title") == "Shame"


PARAGRAPH = (
    "Ann Lee drove much of the chase herself. Her police lieutenant has an opinion about each of the cars he "
    "is told to follow, and the politician he guards has one about him that he keeps for himself. Shot by "
    "Theo Marsh, cut by Ida P. Voss, who won a prize for it, to music by Cy Dunn. Nobody who saw it will "
    "forget the hills, and nobody who has driven there will believe them."
)


@pytest.mark.parametrize("width", [64, 72, 80, 96, 110, 120, 132])
def test_lines_go_on_at_any_width(width: int) -> None:
    text = f"ROSETTA (Ann Lee, USA 1968)\n\n{textwrap.fill(PARAGRAPH, width)}\n"
    assert {(c.role, c.agent) for c in facts_of(text).credits} == {
        ("director", "Ann Lee"),
        ("cinematographer", "Theo Marsh"),
        ("editor", "Ida P. Voss"),
        ("composer", "Cy Dunn"),
    }
