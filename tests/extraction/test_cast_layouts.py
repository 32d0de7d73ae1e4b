"""Casts as pages lay them out: pairs apart, headings with remarks, line ends in brackets, lost blanks."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

CAST = {"Ann Lee": "Marta", "Bob Ray": "Old Max", "Cyd Fox": "the Priest", "Dan Roe": "Aunt Rozi"}


def film(cast: str) -> str:
    return f"A Film\n\nDirector: Sue Orr\n\n{cast}\n"


def lines(form: str, between: str = "\n") -> str:
    return between.join(form.format(a=actor, p=part) for actor, part in CAST.items())


@pytest.mark.parametrize(
    "cast",
    [
        "Cast\n\n" + lines("{a}\n{p}", "\n\n"),
        "Cast\n" + lines("{p}\n{a}", "\n\n"),
        "Darsteller\n\n" + lines("{a}\n{p}", "\n\n"),
        "Cast\n" + lines("{a}\n{p}") + "\nIn Colour\nDolby Stereo\nPart-subtitled",
        "Cast (in credits order)\n" + lines("{a}\t...\t{p}"),
        "Cast (in credits order) verified as complete\n" + lines("{a}\t...\t{p}"),
        "Complete cast\n" + lines("{a} … {p}"),
        "Par ordre d'apparition\n" + lines("{a} ({p})"),
        "Cast\n" + lines("{a}as {p}"),
        "Cast: " + lines("{a}\n({p})", ", "),
        "Cast\n" + lines("{a} ({p})", ", ").replace("the Priest", "the\nPriest"),
        lines("{p}: {a}", ". ") + ".",
        lines("{p} : {a}", ". ") + ". (Rediff. le 12)",
        lines("{p}: {a}", ", "),
    ],
)
def test_layouts(cast: str) -> None:
    assert characters_of(film(cast)) == CAST


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        ("Cast: Ann Lee and Bob Ray (the twins), Cyd Fox", {"Ann Lee": "the twins", "Bob Ray": "the twins"}),
        ("Avec : Ann Lee et Bob Ray (les amis), Cyd Fox", {"Ann Lee": "les amis", "Bob Ray": "les amis"}),
        ("Elenco: Ann Lee e Bob Ray (os maus), Cyd Fox", {"Ann Lee": "os maus", "Bob Ray": "os maus"}),
        ("Cast: Ann Lee and Bob Ray (Max), Cyd Fox", {"Ann Lee": None, "Bob Ray": "Max"}),
        ("Cast: Ann Lee, Bob Ray (the twins), Cyd Fox", {"Ann Lee": None, "Bob Ray": "the twins"}),
        ("Cast: Ann Lee (spl. app.), Bob Ray (non crédité), Cyd Fox", {"Ann Lee": None, "Bob Ray": None}),
        ("Avec Ann Lee, Bob Ray, Cyd Fox (1 h 54).", {"Ann Lee": None, "Bob Ray": None}),
        ("Mit: Ann Lee (Ida, 2011), Bob Ray, Cyd Fox (Up, 2004)", {"Ann Lee": None, "Bob Ray": None}),
        ("Cast\nIda … Ann Lee\nMax … Bob Ray «Bo»\nJoe … Cyd Fox", {"Ann Lee": "Ida", "Bob Ray": "Max"}),
        ("Cast\nAnn Lee (Ida)\nBob Ray (Max)\nUncredited: Cyd Fox", {"Ann Lee": "Ida", "Bob Ray": "Max"}),
        ("Cameos: Ann Lee, Bob Ray, Cyd Fox", {"Ann Lee": None, "Bob Ray": None}),
        ("Nebenrollen: Ann Lee, Bob Ray, Cyd Fox", {"Ann Lee": None, "Bob Ray": None}),
        ("Met o.a. Ann Lee, Bob Ray, Cyd Fox", {"Ann Lee": None, "Bob Ray": None}),
        ("Participações especiais: Ann Lee, Bob Ray, Cyd Fox", {"Ann Lee": None, "Bob Ray": None}),
    ],
)  # fmt: skip
def test_parts_and_remarks(cast: str, expected: dict[str, str | None]) -> None:
    found = characters_of(film(cast))
    assert {name: part for name, part in found.items() if name != "Cyd Fox"} == expected
    assert "Cyd Fox" in found


def test_the_voices_of_another_language_have_parts_too() -> None:
    text = film("Doppiatori italiani\nAnn Lee: Ida Orr\nBob Ray: Max\nCyd Fox: la zia")
    assert ("voice-actor", "Ann Lee") in credits_of(text)
    assert characters_of(text) == {"Ann Lee": "Ida Orr", "Bob Ray": "Max", "Cyd Fox": "la zia"}


@pytest.mark.parametrize(
    "text",
    [
        "Kinostart: Berlin Mitte. Verleih: Piffl Medien.",
        "Saturday: Ann Lee",
        "Language: English. Subtitles: French. Rating: General.",
        "Best Film\nRosetta\n\nBest Actor\nMax Orr\n\nBest Song\nBlue Moon\n",
    ],
)
def test_lists_that_are_no_casts(text: str) -> None:
    assert characters_of(film(text)) == {}


def test_names_that_end_like_as_are_whole() -> None:
    assert set(characters_of(film("Cast\nNicolas Cage\nLucas Black\nThomas Mann"))) == {
        "Nicolas Cage",
        "Lucas Black",
        "Thomas Mann",
    }
