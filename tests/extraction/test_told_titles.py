"""Titles that only the prose tells, and what it tells that is none of this film's."""

from __future__ import annotations

import pytest
from extracted import facts_of

REST = (
    "The children are never merely adorable; they watch the grown-ups like small accountants, and so do we.\n"
)
CREDIT = "Directed by Hirokazu Kore-eda. R, 121 min. Subtitled; in Japanese."


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("I would like to know, as of any film of his, which hand made Shoplifters.", "Shoplifters"),
        ("Nobody else in Japan could have directed Shoplifters, and nobody else would.", "Shoplifters"),
        ("Shoplifters is the warmest film ever made about theft.", "Shoplifters"),
        ("Shoplifters tells of a house the size of a parking space.", "Shoplifters"),
    ],
)
def test_a_title_that_only_the_prose_tells(sentence: str, title: str) -> None:
    assert facts_of(f"{sentence} {REST}{CREDIT}\n").first("title") == title


@pytest.mark.parametrize(
    "sentence",
    [
        "Truffaut, who made Breathless, divided films by the hand that it took to make them.",
        "He never made Breathless, and it does not show that he would have liked to.",
        "She had shot Breathless, or said so, before the war and again after it.",
        "The hand that made Lily Franky is in it too.",
    ],
)
def test_what_else_somebody_made(sentence: str) -> None:
    credit = "Directed by Hirokazu Kore-eda. With Lily Franky. R, 121 min. Subtitled; in Japanese."
    assert facts_of(f"{sentence} {REST}{credit}\n").first("title") is None
