"""How critics name the crew and cast of a film in passing: `told_in_passing.txt`, a sentence a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_page import read_sentence

FILL = " Nobody in the audience, to judge by the applause at the end, seemed to mind it very much."
# A page is known to be in a language by its small words.
FILLS = {
    "it": " Nessuno in sala, a giudicare dagli applausi alla fine, sembrava pensarla in un altro modo, e la"
    " cosa non stupisce per niente.",
    "fr": " Personne dans la salle, à en juger par les applaudissements de la fin, ne semblait penser que ce"
    " fût autrement, et cela ne surprend pas.",
    "es": " Nadie en la sala, a juzgar por los aplausos del final, parecía pensar que la cosa fuera de otro"
    " modo, y eso no sorprende para nada.",
}
LINES = (Path(__file__).parent / "told_in_passing.txt").read_text(encoding="utf-8").splitlines()


ROMANCE = (
    (Path(__file__).parent / "told_in_passing_romance.txt").read_text(encoding="utf-8").split("\n# ")[1:]
)


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("#")])
def test_a_sentence_gives_what_it_tells(line: str) -> None:
    check(line, FILL)


@pytest.mark.parametrize(
    ("language", "line"), [(part[:2], line) for part in ROMANCE for line in part.splitlines()[1:]]
)
def test_a_sentence_of_another_language_does_too(language: str, line: str) -> None:
    check(line, FILLS[language])


def check(line: str, fill: str) -> None:
    sentence, _, told = line.partition("|")
    credits = read_sentence(sentence + fill).credits
    said = {
        f"{c.agent} = {c.character or '?'}" if c.role == "actor" else f"{c.role}: {c.agent}" for c in credits
    }
    assert said == set(filter(None, told.split(";")))
