"""The words that a phrase cannot do without."""

from __future__ import annotations

import pytest

from filmgraph.extraction.prose.frames import load_frames
from filmgraph.extraction.prose.phrases import begins_with_sign
from filmgraph.extraction.text.needed_words import find_needed_words


@pytest.mark.parametrize(
    ("source", "all_of", "one_of"),
    [
        ("edited by {people}", "edited by", []),
        ("{p} is [\\w’'-]{2,30} as {desc}", "is as", []),
        ("(his|her) ({adj})?(sister|brother), {p}", "", ["his her", "sister brother"]),
        ("{co} (will release|releases) (on |in )", "", ["release releases", "on in"]),
        # What may be missing, or go on in other letters, is not asked for.
        ("with (the )?(help of )?{people}", "with", []),
        ("{p} scor[a-z]+ it", "it", []),
        ("{p} co(cut|wrote) it", "it", []),
        ("(cut|shot)(ter)? by {p}", "by", []),
        ("{p} (sings|[a-z]+s) along", "along", []),
        ("by {p}(?= in | on )", "by", []),
        ("(?<!music) of {p}", "of", []),
        ("\\ue006, {fulls}", "", []),
        ("edits|cuts", "", []),
        ("( (jointly |together )?with {p}){0,2} by {p}", "by", []),
        ("{people},? who produced?", "who", ["produce produced"]),
    ],
)
def test_only_words_that_must_stand_there_as_whole_words(source: str, all_of: str, one_of: list[str]) -> None:
    needed = find_needed_words(source)
    assert needed.all_of == frozenset(all_of.split())
    assert [set(choice) for choice in needed.one_of] == [set(choice.split()) for choice in one_of]


def test_a_paragraph_needs_every_word_and_one_of_each_choice() -> None:
    needed = find_needed_words("(is|was) scored by {people}")
    assert needed.stand_in(frozenset({"it", "was", "scored", "by"}))
    assert not needed.stand_in(frozenset({"was", "scored"}))
    assert not needed.stand_in(frozenset({"scored", "by"}))


@pytest.mark.parametrize(
    ("source", "expected"),
    [("{people}{'s} @", True), ("{subject} @", True), ("{stars} in", False), ("the {p}", False), ("", False)],
)
def test_what_begins_with_a_sign(source: str, expected: bool) -> None:
    assert begins_with_sign(source) is expected


def test_frames_know_the_letters_right_beside_their_word() -> None:
    frames = {frame.source: frame for frame in load_frames("en", "work")}
    assert frames["@ (from|courtesy of) {people}"].opens_behind == (" from", " courtesy of")
    assert frames["@,? by {people}"].opens_behind == ("",)
    by_name = next(f for f in load_frames("en", "worker") if f.source == "(its|{own}{'s}) @ {people}")
    assert by_name.may_stand_between("ts", " \ue001") is False  # a blank stands before the word
    assert by_name.may_stand_between("s ", " \ue001") is True
    assert by_name.may_stand_between("s ", " b") is False
    assert by_name.may_stand_between("s ", "") is True  # at the end of a text nothing is known
