"""How critics name the crew and cast of a film in passing: `told_in_passing.txt`, a sentence a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_page import read_sentence

FILL = " Nobody in the audience, to judge by the applause at the end, seemed to mind it very much."
LINES = (Path(__file__).parent / "told_in_passing.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("#")])
def test_a_sentence_gives_what_it_tells(line: str) -> None:
    sentence, _, told = line.partition("|")
    credits = read_sentence(sentence + FILL).credits
    said = {
        f"{c.agent} = {c.character or '?'}" if c.role == "actor" else f"{c.role}: {c.agent}" for c in credits
    }
    assert said == set(filter(None, told.split(";")))
