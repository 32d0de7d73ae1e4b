"""Programs: pages that list films with their directors, and lists that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document

THREE = [
    ("Zama", "2017", ["Lucrecia Martel"]),
    ("L'Enfant", "2005", ["Jean-Pierre Dardenne", "Luc Dardenne"]),
    ("Roma", "2018", ["Alfonso Cuarón"]),
]


def read(tmp_path: Path, text: str) -> tuple[FilmFacts, ...]:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    document = read_document(path)
    films = extract_facts(document)
    for film in films:
        for said in [s.evidence for s in film.stated] + [c.evidence for c in film.credits]:
            assert said.quote == said.span.of(document.text)
    return films


def told(films: tuple[FilmFacts, ...]) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (film.first("title"), film.first("year"), [c.agent for c in film.credits if c.role == "director"])
        for film in films
    ]


PROGRAMS = {
    "commas": """COMPETITION

Zama, Lucrecia Martel, Argentina/Brazil, 2017, 115'
L'Enfant, Jean-Pierre Dardenne, Luc Dardenne, Belgium/France, 2005, 95'
Roma, Alfonso Cuarón, Mexico, 2018, 135'
""",
    "brackets behind dates": """Spring at the Cinematheque: the films

Fri 3 May, 18:00  Zama (Lucrecia Martel, Argentina 2017)
Fri 3 May, 20:30  L'Enfant (Jean-Pierre & Luc Dardenne, Belgium 2005)
Sat 4 May, 18:00  Roma (Alfonso Cuarón, Mexico 2018)
""",
    "dashes": """Retrospektive

Zama – Lucrecia Martel (Argentina 2017)
L'Enfant – Jean-Pierre und Luc Dardenne (Belgium 2005, OmU)
Roma – Alfonso Cuarón (Mexico 2018)
""",
    "points": """Films watched in March

1. Zama. Lucrecia Martel, 2017
2. L'Enfant. Jean-Pierre and Luc Dardenne, 2005
3. Roma. Alfonso Cuarón, 2018
""",
    "words": """Selection

Zama, dir. Lucrecia Martel, 2017, DCP
L'Enfant, dir. Jean-Pierre and Luc Dardenne, 2005, 35mm
Roma, dir. Alfonso Cuarón, 2018, DCP
""",
    "quotations": """Our critics' favorite films

“Zama,” Lucrecia Martel (2017)
“L'Enfant,” Jean-Pierre and Luc Dardenne (2005)
“Roma,” Alfonso Cuarón (2018)
""",
    "a line below": """Selection

Zama
dir. Lucrecia Martel, 2017

L'Enfant
dir. Jean-Pierre and Luc Dardenne, 2005

Roma
dir. Alfonso Cuarón, 2018
""",
}


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_a_program_gives_each_film_with_its_director(tmp_path: Path, text: str) -> None:
    assert told(read(tmp_path, text)) == THREE


NONE = {
    "books": """Reading list

The Corrections, Jonathan Franzen, 2001
White Teeth, Zadie Smith, 2000
Disgrace, J. M. Coetzee, 1999
""",
    "songs": """My favorite songs of all films

“Imagine,” John Lennon (1971)
“Hurt,” Johnny Cash (2002)
“Respect,” Aretha Franklin (1967)
""",
    "a cast": """Film cast

Mary – Ann Lee
Joan – Bea Moss
Ruth – Carol Hill
""",
    "directors first": """Films of the year

Lucrecia Martel, Vera Drake, Argentina, 2017
Mary Harron, Annie Hall, France, 2018
Ann Hui, Jules Dupont, Mexico, 2018
""",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_other_lists_are_no_programs(tmp_path: Path, text: str) -> None:
    assert not [film for film in read(tmp_path, text) if film.film_key.startswith("entry")]


def test_a_review_with_a_program_below_keeps_to_its_film(tmp_path: Path) -> None:
    text = f"ZAMA\n\nDirector: Lucrecia Martel\nEditor: Karen Harley\n\nAlso showing\n{PROGRAMS['dashes']}"
    films = read(tmp_path, text)
    assert len(films) == 1
    assert ("editor", "Karen Harley") in {(c.role, c.agent) for c in films[0].credits}


def test_sections_of_a_program_may_have_forms_of_their_own(tmp_path: Path) -> None:
    other = PROGRAMS["commas"].replace("COMPETITION", "OUT OF COMPETITION")
    films = read(tmp_path, PROGRAMS["dashes"] + "\n" + other)
    assert told(films) == THREE * 2
