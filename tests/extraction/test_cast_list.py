"""Casts, with and without characters, with and without a label."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

from filmgraph.extraction.cast.actors import character_of
from filmgraph.extraction.names.mentions import Mention
from filmgraph.model.document import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "With: Ann Lee (Ida), Bob Ray (the Terrorist) and Cy Fox.",
            {"Ann Lee": "Ida", "Bob Ray": "the Terrorist", "Cy Fox": None},
        ),
        ("WITH: Ann Lee, Bob Ray. (French dialogue)", {"Ann Lee": None, "Bob Ray": None}),
        ("Cast: Ann Lee as Ida, Bob Ray as Max Orr", {"Ann Lee": "Ida", "Bob Ray": "Max Orr"}),
        (
            "Cast: Ann Lee (Old Bones, Dust) as Ida Orr and Bob Ray as Max",
            {"Ann Lee": "Ida Orr", "Bob Ray": "Max"},
        ),
        ("Cast: Ann Lee (voice), Bob Ray (uncredited)", {"Ann Lee": None, "Bob Ray": None}),
        (
            "Cast:\n\nAnn Lee – Mutter\n\nBob Ray – Bob\n\nCy Fox – Tina\n",
            {"Ann Lee": "Mutter", "Bob Ray": "Bob", "Cy Fox": "Tina"},
        ),
        ("Cast\nAnn Lee as Ida Orr\nBob Ray as Real Ida\n", {"Ann Lee": "Ida Orr", "Bob Ray": "Real Ida"}),
        ("Ann Lee … Ida\nBob Ray … Père Adèle\n", {"Ann Lee": "Ida", "Bob Ray": "Père Adèle"}),
        (
            "Mary................Ann Lee\nBert................Bob Ray\n",
            {"Ann Lee": "Mary", "Bob Ray": "Bert"},
        ),
        (
            "Cast:\nIda ..... Ann Lee Old Max ..... Bob Ray Mme. Orr ..... Cy Fox",
            {"Ann Lee": "Ida", "Bob Ray": "Old Max", "Cy Fox": "Mme. Orr"},
        ),
        ("Ida: Ann Lee , Max: Bob Ray", {"Ann Lee": "Ida", "Bob Ray": "Max"}),
        ("CAST\n\nIda Orr\t\tAnn LEE\nMax\t\tBob RAY\n", {"Ann Lee": "Ida Orr", "Bob Ray": "Max"}),
        (
            "Ann Lee as Ida\nBob Ray as Max\nCy Fox as Joe\n",
            {"Ann Lee": "Ida", "Bob Ray": "Max", "Cy Fox": "Joe"},
        ),
        ("Cast\nAnn Lee\nIda\nBob Ray\nthe policeman\n", {"Ann Lee": "Ida", "Bob Ray": "the policeman"}),
        (
            "Interprétation : Ann Lee (Ida), Bob Ray (le Premier ministre)",
            {"Ann Lee": "Ida", "Bob Ray": "le Premier ministre"},
        ),
        (
            "Casting : Ann Lee, Bob Ray, Cy Fox, Dan Roe.",
            {"Ann Lee": None, "Bob Ray": None, "Cy Fox": None, "Dan Roe": None},
        ),
        ("Een film van Eve Poe met Ann Lee en Bob Ray", {"Ann Lee": None, "Bob Ray": None}),
    ],
)
def test_forms_of_casts(text: str, expected: dict[str, str | None]) -> None:
    assert characters_of(f"A Film\n\nDirector: Sue Orr\n\n{text}\n") == expected


def test_actors_run_together_are_told_apart_by_their_given_names() -> None:
    text = "With: Robert Mitchum Shelley Winters Lillian Gish James Gleason Evelyn Varden Peter Graves"
    assert set(characters_of(text)) == {
        "Robert Mitchum",
        "Shelley Winters",
        "Lillian Gish",
        "James Gleason",
        "Evelyn Varden",
        "Peter Graves",
    }


def test_characters_and_actors_by_turns_without_marks() -> None:
    text = (
        "Acteurs: Abel Jean-Paul Roussillon Junon Catherine Deneuve Henri Mathieu Amalric "
        "Faunia Emmanuelle Devos"
    )
    assert characters_of(text) == {
        "Jean-Paul Roussillon": "Abel",
        "Catherine Deneuve": "Junon",
        "Mathieu Amalric": "Henri",
        "Emmanuelle Devos": "Faunia",
    }


def test_lines_whose_end_the_page_knows_are_not_read_by_turns() -> None:
    text = """
        The Ferry

        with ANNA VOSS, CARL DUNN, EVA DE ROTH

        LISTE ARTISTIQUE
        Satima Anna Voss
        Abdel Carl Dunn
        La chanteuse Eva De Roth
        Toya Layla Walet Omar
        Le chef borgne Salem Dendo
    """
    assert characters_of(text) == {
        "Anna Voss": "Satima",
        "Carl Dunn": "Abdel",
        "Eva DE Roth": "La chanteuse",
        "Salem Dendo": "Le chef borgne",
    }


def test_known_actors_show_the_order_of_lines_with_a_blank() -> None:
    text = """
        Like Father, Like Son

        Masaharu Fukuyama is the father, Machiko Ono the obedient wife, and neither can look at him.

        Cast & Crew

        Ryota Nonomiya Masaharu Fukuyama
        Midori Nonomiya Machiko Ono
        Yukari Saiki Yoko Maki
        Director Hirokazu Koreeda
    """
    characters = characters_of(text)
    assert characters["Masaharu Fukuyama"] == "Ryota Nonomiya"
    assert characters["Yoko Maki"] == "Yukari Saiki"
    assert ("director", "Hirokazu Koreeda") in credits_of(text)


def test_voices() -> None:
    assert credits_of("Persepolis\n\nwith the voices of: Danielle Darrieux, Simon Abkarian\n") == {
        ("voice-actor", "Danielle Darrieux"),
        ("voice-actor", "Simon Abkarian"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "With: (No dialogue)",
        "Ann Lee, Bob Ray\nThe best family on screen.\nCy Fox, Prairie Post",
        "Chapter … One\n",
        "Rated R – Not for children",
        "10:00 – Ida\n12:00 – Max\n14:00 – Joe\n",
    ],
)
def test_lists_that_are_no_casts(text: str) -> None:
    assert characters_of(f"A Film\n\nDirector: Sue Orr\n\n{text}\n") == {}


@pytest.mark.parametrize(
    ("note", "character"),
    [
        ("„Die fetten Jahre sind vorbei“", None),
        ("Indian; co-starred in Water", None),
        ("British stage actor", None),
        ("Indian Joe", "Indian Joe"),
        ("the actor's wife", "the actor's wife"),
    ],
)
def test_titles_and_lives_in_brackets_are_no_characters(note: str, character: str | None) -> None:
    assert character_of(Mention(Span(0, 4), "Ann Lee", "full", note=note)) == character


@pytest.mark.parametrize(
    "lines",
    [
        "Cahit Tomruk BIROL ÜNEL\nSibel Güner SIBEL KEKILLI\nMaren CATRIN STRIEBECK",
        "BIROL ÜNEL Cahit Tomruk\nSIBEL KEKILLI Sibel Güner\nCATRIN STRIEBECK Maren",
        "Cahit Tomruk BIROL ÜNEL   Sibel Güner SIBEL KEKILLI   Maren CATRIN STRIEBECK",
    ],
)
def test_capitals_tell_the_actor(lines: str) -> None:
    text = f"Head-On\n\nRegie: Fatih Akin\n\nBesetzung\n{lines}\n"
    assert characters_of(text) == {
        "Birol Ünel": "Cahit Tomruk",
        "Sibel Kekilli": "Sibel Güner",
        "Catrin Striebeck": "Maren",
    }


def test_given_names_tell_the_actor() -> None:
    cast = (
        "Teresa Madruga Pilar\nLaura Soveral Aurora (velha)\nAna Moreira Aurora (nova)\nManuel Mesquita Mário"
    )
    found = characters_of(f"Tabu\n\nRealizador Miguel Gomes\n\nCom\n{cast}\n")
    assert found["Laura Soveral"] == "Aurora" and found["Manuel Mesquita"] == "Mário"


@pytest.mark.parametrize(
    "cast", ["Anna Maria Stone\nPaul Thomas Fry\nMary Ann Poe", "Ann Lee\nBo Ek\nCy Dunn"]
)
def test_full_names_are_not_cut_in_two(cast: str) -> None:
    found = characters_of(f"Tabu\n\nDirector Miguel Gomes\n\nWith\n{cast}\n")
    assert set(found) in (set(cast.split("\n")), set())
