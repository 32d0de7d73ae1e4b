"""The letters that phrases cannot do without, and that they let no match be lost."""

from __future__ import annotations

import pytest

from filmgraph.extraction.text.needed_letters import SIGN, find_needed_letters


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("edited by {people}", [["edited by ⟨"]]),
        ("{p} is {part}, (who|whose)", [["⟨ is ⟨, who", "⟨ is ⟨, whose"]]),
        ("{player} is {part}", [[" is ⟨"]]),  # an aside may stand behind a player
        ("{people} has {part}", [["⟨ has ⟨"]]),
        ("{firms} has {p}", [["⟨ has ⟨"]]),
        # What may be missing parts letters, and the blank behind an optional bracket goes with it.
        ("with (the )?help of {p}", [["help of ⟨"], ["with "]]),
        ("lent (also)? his {p}", [["lent "], ["his ⟨"]]),
        ("[\\w-]+ cut,? it\\(s\\)", [[" it(s)"], [" cut"]]),
        ("(?<!music )of {p}(?= in)", [["of ⟨"]]),
        ("(very|more and [a-z]+) {p} sings", [[" ⟨ sings"]]),
        ("edits|cuts", []),
        ("{p} {p2}", [["⟨ ⟨"]]),
        ("{p}, {adj}", [["⟨, "]]),
        ("{fulls}{fulls}", []),
        ("(a|b|c|d) (e|f|g|h) cut", [["e cut", "f cut", "g cut", "h cut"]]),
    ],
)
def test_letters_that_every_match_of_a_phrase_holds(source: str, expected: list[list[str]]) -> None:
    groups = [[letters.replace(SIGN, "⟨") for letters in group] for group in find_needed_letters(source)]
    assert sorted(groups) == sorted(expected)
