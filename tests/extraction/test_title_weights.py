"""What speaks for a title: each sign has its weight, and together they find it where houses differ."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from extracted import facts_of

import filmgraph.extraction.titles as titles_package
from filmgraph.extraction.titles.title_weights import load_weights, weigh

PROSE = (
    "It is a quiet film about people who have little to say to each other and who say it all the same, "
    "and it is hard to remember another that has been so patient with its figures."
)
CREDIT = "Director: Luc Dardenne\nEditor: Marie-Hélène Dozo\n"

# The title, and the top of a page that bears it.
PAGES = [
    # what a section, a column or a site calls itself
    ("Rosetta", f"THE SHOWMAN'S REVIEWS\n\nRosetta\n\n{PROSE}\n\n{CREDIT}"),
    ("ROSETTA", f"REEL NORTH - film reviews since 1998\n\nROSETTA\nBelgium, 1999 / 93 min.\n\n{PROSE}\n"),
    ("Rosetta", f"THE SLOW LENS – Episode 41: Rosetta\n\n{PROSE} {PROSE}\n"),
    ("Rosetta", f"October Countdown #3: Rosetta (1999)\n\n{CREDIT}\n{PROSE}\n"),
    ("ROSETTA", f"#42. ROSETTA (Luc Dardenne, Belgium 1999)\n\n{PROSE}\n"),
    ("Rosetta", f"A NORTHERN BLOG\nBlog de cine de Ann Marlow\n\nRosetta\n\n{PROSE}\n\n{CREDIT}"),
    # stars, a grade, a certificate and a visitor behind it
    ("ROSETTA", f"ROSETTA  A+\n\n[d: Luc Dardenne; ed: Marie-Hélène Dozo; Belgium; 1999]\n\n{PROSE}\n"),
    ("ROSETTA", f"film\n\nROSETTA  NNNN  (Opens October 10.)\n\nBy ANN MARLOW\n\n{PROSE}\n"),
    # who wrote the page, by the date beside the name
    ("Rosetta", "Rosetta: what a small film can hold\nRunning time: 93 min\n\nSorcha Delahunty\n"
     f"12 May 2000\n\n{PROSE}\n"),
    # another film's line, and a line that begins with its own film
    ("Rosetta", f"WEEK 7 — LOSERS\n\nScreening: Rosetta (Belgium 1999, 93 min.)\n\n{PROSE}\n"),
    ("LE FILS", f"LE FILM DU MOIS\n\nLA MENUISERIE EST UN TRAVAIL\n\nLE FILS, film belge de LUC DARDENNE. "
     f"Image : Alain Marcoen. Montage : Marie-Hélène Dozo. Son : Jean-Pierre Duret.\n\n{PROSE}\n"),
    # a review of whoever's it is
    ("Rosetta", f"A Reel at Home\n\nMy Review of ‘Rosetta’ (1999)\n\n{PROSE}\n"),
    # what the first words of the text call a film, and what its maker made before
    ("Rosetta", f"Le pas de la ville\n\nRosetta, deuxième film des frères à Cannes, court. {PROSE}\n"),
    ("Rosetta", "Tuesday, 4 May 2004\n\nRosetta\n\nThey were seen with an earlier film 'La Promesse'. "
     f"{PROSE}\n"),
    # heads of what stands under them
    ("Rosetta", f"GÉNÉRIQUE\n\nRosetta\nLuc Dardenne, Belgique, 1999, 93 minutes, couleurs.\n\n{PROSE}\n"),
    ("Rosetta", f"Rosetta\n\n  Film Details\n  Notes\n\n3 Nov 1999 | 93 mins | Drama\n\n{CREDIT}"),
    # a table of marks, whose label is a film's
    ("Rosetta", f"Rosetta\n\nRosetta\n1999 / Color / 93 min.\n\n{CREDIT}\n{PROSE}\n\n"
     "Movie: Excellent\nVideo: Good\n"),
    # a catalog's value with what it prints behind the title; a title in a title's value
    ("Rosetta", f"TITLE            Rosetta [videorecording] / directed by Luc Dardenne.\n\n{PROSE}\n"),
    ("Das Kind", f"Das Kind\n\n{CREDIT}\nTitel\nOriginaltitel (DE) Das Kind\n"),
    # an article behind a comma
    ("I pugni in tasca", "pugni in tasca, I [Italia 1965, b/n, 107'] Regia di Marco Bellocchio."),
    # an essay whose headline is the editor's
    ("Rosetta", "WHY IS EVERYONE CRYING AT THE WAFFLE STAND?\n\nby Ann Marlow\n\n"
     f"The film is called Rosetta, it runs on foot. {PROSE}\n"),
    ("ROSETTA", "Match me, Riquet\nby ANN MARLOW\n\n"
     f"So exact is the geography of ROSETTA (1999) that one could walk it. {PROSE}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), PAGES)
def test_signs_that_converge_find_the_title(title: str, text: str) -> None:
    assert facts_of(text).first("title") == title


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna has come from Brussels and is to live in Antwerp, where nobody waits for her.",
        "Luc Dardenne, whose film this is, walks with it, and does not say where.",
        "Like L'Enfant (2005), which it follows, this is a walk, and nothing is said that a hand could say.",
    ],
)
def test_places_and_other_films_in_the_prose_are_no_titles(sentence: str) -> None:
    assert facts_of(f"{PROSE} {sentence}\n\nDirector: Luc Dardenne\n").first("title") is None


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    home = Path(titles_package.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(home.glob("*.py")))
    marks = "colon|dash|slash|tight_slash|stop|bracket|gap|comma"
    for sign in load_weights():
        of_mark = re.fullmatch(rf"(?:before|behind|titled)_(?:{marks})", sign)
        assert of_mark or re.search(rf'"{sign}"|\b{sign}=|<{sign}>', code), f"no sign is called {sign}"


def test_signs_add_up() -> None:
    weights = load_weights()
    assert weigh({}) == 0.0
    assert weigh({"said": 2.0, "section": 1.0}) == 2 * weights["said"] + weights["section"]
