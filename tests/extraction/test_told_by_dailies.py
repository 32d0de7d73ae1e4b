"""Sentences of critics of dailies in nine languages, with true facts: `told_by_dailies.txt`.

A line is a film's title, a sentence, and what it gives, or nothing behind the last bar.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_page import read_sentence

# A page is known to be in a language by its small words.
FILLS = {
    "de": " Am Ende gab es langen Beifall, und niemand hatte es an dem Abend eilig, nach Hause zu gehen.",
    "fr": " Personne dans la salle, à en juger par les applaudissements de la fin, ne semblait penser que ce"
    " fût autrement, et cela ne surprend pas.",
    "it": " Nessuno in sala, a giudicare dagli applausi alla fine, sembrava pensarla in un altro modo, e la"
    " cosa non stupisce per niente.",
    "es": " Nadie en la sala, a juzgar por los aplausos del final, parecía pensar que la cosa fuera de otro"
    " modo, y eso no sorprende para nada.",
    "pt": " Ninguém na sala, a julgar pelos aplausos do fim, parecia pensar que a coisa fosse de outro modo,"
    " e isso não surpreende nada.",
    "nl": " Aan het eind klonk er lang applaus, en niemand had die avond haast om weer naar huis te gaan.",
    "sv": " Till slut kom en lång applåd, och ingen hade den kvällen bråttom att komma hem till sitt igen.",
    "da": " Til sidst var der langt bifald, og ingen havde den aften travlt med at komme hjem igen til sit.",
    "no": " Til slutt kom det lang applaus, og ingen hadde det travelt med å komme seg hjem den kvelden.",
}
PARTS = (Path(__file__).parent / "told_by_dailies.txt").read_text(encoding="utf-8").split("\n# ")[1:]


@pytest.mark.parametrize(
    ("language", "line"), [(part[:2], line) for part in PARTS for line in part.splitlines()[1:] if line]
)
def test_a_sentence_of_a_daily_gives_what_it_tells(language: str, line: str) -> None:
    title, sentence, told = line.split("|")
    credits = read_sentence(sentence + FILLS[language], title=title).credits
    said = {
        f"{c.agent} = {c.character or '?'}" if c.role == "actor" else f"{c.role}: {c.agent}" for c in credits
    }
    assert said == set(filter(None, told.split(";")))
