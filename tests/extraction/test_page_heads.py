"""The title, year and length on the heads of pages as outlets of many countries and decades lay them out.

`page_heads.txt` holds the pages: each begins with "=== title | year | minutes", where a page states them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import facts_of

from filmgraph.extraction.titles.title_furniture import is_award, is_count, is_genre, is_section_head
from filmgraph.model.names import fold_title

HEADS = Path(__file__).with_name("page_heads.txt").read_text(encoding="utf-8")
STATED = [page.partition("\n") for page in HEADS.split("=== ")[1:]]


def test_no_head_is_lost() -> None:
    assert len(STATED) == 102


@pytest.mark.parametrize(("stated", "text"), [(head, text) for head, _, text in STATED])
def test_what_a_head_states(stated: str, text: str) -> None:
    title, year, minutes = (part.strip() for part in stated.split("|"))
    facts = facts_of(text)
    assert fold_title(facts.first("title") or facts.first("original_title") or "") == fold_title(title)
    if year:
        assert facts.first("year") == year
    if minutes:
        assert facts.first("runtime_min") == minutes


@pytest.mark.parametrize(
    "words",
    [
        "KULTUR & NÖJE", "Culture / Cinéma", "SPETTACOLI — dall'archivio", "Sezione Orizzonti",
        "U.S. DRAMATIC COMPETITION", "Feuilleton", "SECTION THREE: CRITIC'S CHOICE", "Espectáculos",
    ],
)  # fmt: skip
def test_heads_of_sections(words: str) -> None:
    assert is_section_head(words)


@pytest.mark.parametrize(
    "words",
    [
        "Cinema Paradiso",
        "Film Socialisme",
        "Funny Games U.S.",
        "The World",
        "Shortcut to Hope",
        "Vor der Morgenröte",
    ],
)
def test_titles_with_a_sections_words(words: str) -> None:
    assert not is_section_head(words)


@pytest.mark.parametrize(
    "words",
    [
        "BETYG: 5 av 5",
        "4 out of 5 stars",
        "3 comments",
        "Note : 4/5",
        "Watched by 21K members",
        "Terningkast 6",
    ],
)
def test_lines_that_count(words: str) -> None:
    assert is_count(words)


@pytest.mark.parametrize(
    "words", ["12 Angry Men", "Cléo de 5 à 7", "8 ½", "2046", "Seven", "Les 400 coups", "Apollo 13"]
)
def test_titles_with_numbers(words: str) -> None:
    assert not is_count(words)


def test_prizes_and_genres() -> None:
    assert is_award("GRAND PRIX FESTIVAL DE CANNES 2019") and is_award("Official Selection Venice")
    assert not is_award("The Grand Budapest Hotel") and not is_award("Grand Prix")
    assert is_genre("Drama") and is_genre("Science Fiction") and not is_genre("Western Stars")


PROSE = (
    "It is a quiet film about people who have little to say to each other and who say it all the same, "
    "and it is hard to remember another that has been so patient with its figures."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # a film may be called what a section, a genre, a channel or a menu is called
        ("Western\n\nDirector: Valeska Grisebach\nGermany 2017\n119 min\n", "Western"),
        ("Weekend\nDirected by Andrew Haigh\nWritten by Andrew Haigh\n", "Weekend"),
        ("About Elly\n\nIran 2009, 119 min\nDirector: Asghar Farhadi\n", "About Elly"),
        ("The Image Book\n\nSwitzerland 2018, 84 min\nDirector: Jean-Luc Godard\n", "The Image Book"),
        ("Like Father, Like Son\n\nHirokazu Kore-eda (2013)\nJapan, 121 min\n", "Like Father, Like Son"),
        # a name under a title is its maker's; a name over its maker's is the title
        ("Rosetta\nLuc Dardenne\nBelgium, 1999, 93 min\n", "Rosetta"),
        ("Michael Clayton\nTony Gilroy\nUSA, 2007, 119 min\n", "Michael Clayton"),
        ("FILM OF THE DAY\nDog Day Afternoon\n(1975, Sidney Lumet) 125 mins, 18\n", "Dog Day Afternoon"),
        # a sentence that has a title's place, and one that begins with what looks like one
        (f"Rosetta\n\nIn Paris, his sister waits. {PROSE}\n\nDirector: Luc Dardenne\n", "Rosetta"),
        (
            f"Rosetta\n\nThe production is by Ann Lee with Bob Roe. {PROSE}\n\nDirector: Luc Dardenne\n",
            "Rosetta",
        ),
        (f"Rosetta\n\nJane Roe's Paris is a cold town. {PROSE}\n\nDirector: Luc Dardenne\n", "Rosetta"),
        (
            f"Rosetta\n\nDirector: Luc Dardenne\n\n{PROSE}\n\nNext week: The Son, 2002, 103 minutes\n",
            "Rosetta",
        ),
        # another film's data at the foot of the page
        (
            f"Rosetta\nBelgium, 1999, 93 min\n\n{PROSE}\n\nAlso on disc\nThe Son, Belgium 2002, 103 min\n",
            "Rosetta",
        ),
        # a tab's words under a film's own title are no site's menu
        ("Rosetta\nOverview | Cast | Reviews | Photos\nBelgium, 1999, 93 min\n", "Rosetta"),
    ],
)
def test_what_only_looks_like_furniture(text: str, title: str) -> None:
    assert facts_of(text).first("title") == title


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Garde à vue\nClaude Miller, 1981\n", "1981"),
        ("Rosetta\n1999  Directed by Luc Dardenne\n", "1999"),
        ("Turist\n\nSvensk film, 2014\n", "2014"),
        ("Rosetta\nDir. Luc Dardenne. 1999, 93 mins. 35mm print.\n", "1999"),
        ("Rosetta\nAnno1999\nDurata93'\nRegia: Luc Dardenne\n", "1999"),
        (f"Rosetta\n\nRosetta (Luc Dardenne, 1999) begins with a door. {PROSE}\n\nEditor: Bob Ray\n", "1999"),
        (
            f"Rosetta\n\nRosetta è un film del 1999 diretto da Luc Dardenne. {PROSE}\n\nEditor: Bob Ray\n",
            "1999",
        ),
        (f"Rosetta\n\nRosetta ist ein Spielfilm aus dem Jahr 1999. {PROSE}\n\nEditor: Bob Ray\n", "1999"),
        ("Rosetta\n\nEstreno en España: 25 Septiembre 1999.\nDirector: Luc Dardenne\n", "1999"),
        # no film's year
        ("Rosetta\nAnn Lee, 12 March 2014\n\nDirector: Luc Dardenne\n", None),
        (f"Rosetta\n\nThe Son (Luc Dardenne, 2002) came later. {PROSE}\n\nEditor: Bob Ray\n", None),
        (f"Rosetta\n\nRosetta is from a town that in 1999 had no work. {PROSE}\n\nEditor: Bob Ray\n", None),
        (f"Rosetta\n\nLiège, 1999. {PROSE}\n\nEditor: Bob Ray\n", None),
    ],
)
def test_years_beside_makers_lengths_and_titles(text: str, year: str | None) -> None:
    assert facts_of(text).first("year") == year


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Rosetta\nDurata93'\nRegia: Luc Dardenne\n", "93"),
        ("Druk. Instruktion: Thomas Vinterberg. 115 minutter. Premiere torsdag.\n", "115"),
        ("Reprise\nRegi: Joachim Trier\nLengde: 1 t. 45 min\n", "105"),
        ("La Haine\n31 mai 1995 en salle | 1h 35min | Drame\nDe Mathieu Kassovitz\n", "95"),
        ("Good Bye, Lenin!\nRegie: Wolfgang Becker\nDeutschland 2003, 121 Minuten, 35mm, 1:1,85\n", "121"),
        ("Rosetta\nDirector: Luc Dardenne\nScreening at 1h30 in Sala 2\n", None),
    ],
)
def test_lengths(text: str, minutes: str | None) -> None:
    assert facts_of(text).first("runtime_min") == minutes


def test_who_presents_a_column_is_not_of_its_film() -> None:
    column = facts_of("FILM CHOICE  with Ann Lee\nSaturday\n\nRosetta\n(1999, Luc Dardenne) 93 mins\n")
    assert "Ann Lee" not in {c.agent for c in column.credits}
    film = facts_of("Rosetta\nWith Émilie Dequenne\nDirector: Luc Dardenne\nBelgium 1999\n")
    assert "Émilie Dequenne" in {c.agent for c in film.credits}
