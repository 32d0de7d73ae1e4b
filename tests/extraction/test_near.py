"""Costly patterns looked for around an anchor, and fixed phrases found by their longest words."""

from __future__ import annotations

import re

import pytest

from filmgraph.extraction.text.fixed_words import FixedPhrases
from filmgraph.extraction.text.near import find_near

_NAMED = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2} \((?P<films>[A-Z][^()\n]*)\)")
_OPENS = re.compile(r" \([A-Z]")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No bracket here",
        "Ann Lee (Roma) and Bea Orr (Alps, Attenberg)",
        "x " * 300 + "Ann Lee (Roma) " + "y " * 300 + "Cy Dee Fee (Alps)",
        "(Roma) Ann (lower) Bea (Alps",
        "Ann Lee (Roma)" + " (Alps)" * 3 + "Bea (Ida)",
    ],
)
def test_what_is_found_near_an_anchor_is_what_is_found_anywhere(text: str) -> None:
    near = [m.span() for m in find_near(text, _NAMED, _OPENS, 80, 60)]
    assert near == [m.span() for m in _NAMED.finditer(text)]


_PHRASES = FixedPhrases(["based on", "loosely based on", "from", "d'après"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loosely based on a play", ["loosely based on"]),
        ("based on a play, from a book", ["based on", "from"]),
        ("d'après un roman", ["d'après"]),
        ("afrom, from-a, to-from x and unbased on", []),
        ("from", []),
    ],
)
def test_fixed_phrases_are_whole_words_with_their_tail_behind(text: str, expected: list[str]) -> None:
    words = frozenset(re.findall(r"[^\W\d_]+", text))
    assert [phrase for _, _, phrase in _PHRASES.find(text, words, re.compile(" "))] == expected


def test_a_phrase_is_not_looked_for_where_its_longest_word_is_missing() -> None:
    assert not list(_PHRASES.find("based on a play", frozenset({"on", "a"}), re.compile(" ")))
