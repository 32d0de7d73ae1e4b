"""Letters and abbreviations on lines of their own, each over its names."""

from __future__ import annotations

import pytest
from extracted import credits_of

CREW = {
    ("director", "Sue Orr"),
    ("screenwriter", "Max Roe"),
    ("cinematographer", "Eva Ray"),
    ("editor", "Tom Fox"),
}
NAMES = ("Sue Orr", "Max Roe", "Eva Ray", "Tom Fox")


def stack(labels: str, between: str = "\n") -> str:
    pairs = [f"{label}\n{name}" for label, name in zip(labels.split("|"), NAMES, strict=True)]
    return "THE FERRY\n\n" + between.join(pairs)


@pytest.mark.parametrize(
    ("labels", "between"),
    [
        ("D|SC|DOP|ED", "\n"),
        ("DIR|SCR|PH|ED", "\n"),
        ("Dir.|Scr.|Ph.|Ed.", "\n\n"),
        ("R|B|K|SCHN", "\n"),
        ("Dir:|Scr:|Ph:|Ed:", "\n"),
        ("DIR|SCREENPL|CINEM|EDIT", "\n"),
    ],
)
def test_a_stack_of_short_labels(labels: str, between: str) -> None:
    assert credits_of(stack(labels, between)) == CREW


def test_a_label_that_no_list_holds_ends_the_value_above_it() -> None:
    text = (
        stack("D|SC|DOP|ED")
        + "\nPD\nJon Day\nXYZ\nIda Poe\nCO-PROD CO\nKite Films / Bam Pictures\nM\nKim Lund"
    )
    assert credits_of(text) - CREW == {
        ("production-designer", "Jon Day"),
        ("co-production-company", "Kite Films"),
        ("co-production-company", "Bam Pictures"),
        ("composer", "Kim Lund"),
    }


def test_a_list_with_its_parts_in_brackets_is_the_cast() -> None:
    text = stack("D|SC|DOP|ED") + "\nC\nAda Fox (Mona), Bob Hale (the Uncle), Cy Dunn (Max)"
    assert credits_of(text) - CREW == {("actor", "Ada Fox"), ("actor", "Bob Hale"), ("actor", "Cy Dunn")}


@pytest.mark.parametrize(
    "text",
    [
        "HALL A\nSue Orr\nHALL B\nMax Roe\nHALL C\nEva Ray\nHALL D\nTom Fox",
        "MON\nSue Orr\nTUE\nMax Roe\nWED\nEva Ray\nTHU\nTom Fox\nFRI\nIda Poe",
        "Cast\nSue Orr\nEmmi\nMax Roe\nIda\nEva Ray\nAli\nTom Fox\nUncle",
        "A\nSue Orr\nB\nMax Roe\nC\nEva Ray\nD\nTom Fox",
    ],
)
def test_stacks_that_are_no_credits(text: str) -> None:
    assert not {role for role, _ in credits_of("THE FERRY\n\n" + text)} - {"actor"}
