"""Which side of a cast is the actors', in all the ways in which editors set the two."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

PLAIN = {"Ann Lee": "Marta", "Bob Ray": "Old Max", "Cyd Fox": "the Priest", "Dan Roe": "Aunt Rozi"}
MORE = ("Eve Poe", "Tom Fox", "Ida Orr", "Amidou")
LOUD = {"Ann Lee": "MARTA", "Bob Ray": "OLD MAX", "Cyd Fox": "THE PRIEST", "Dan Roe": "AUNT ROZI"}


def film(cast: str) -> str:
    return f"A Film\n\nDirector: Sue Orr\n\n{cast}\n"


@pytest.mark.parametrize(
    "form",
    [
        "{p}: {a}",
        "{a}: {p}",
        "{p} – {a}",
        "{a} - {p}",
        "{a} = {p}",
        "{p}........{a}",
        "{a} . . . {p}",
        "{p} . . . . . {a}",
        "{a} … {p}",
        "{p}    {a}",
        "{a}   {p}",
        "{a}\t{p}",
        "{p}\t\t{a}",
        "{a}\t...\t{p}",
        "{a}\tas {p}",
        "{a}as {p}",
        "{p}, {a}",
        "{a}, {p}",
        "{a} ({p})",
        "{p} ({a})",
        "{a}\n{p}",
        "{p}\n{a}",
    ],
)
@pytest.mark.parametrize("head", ["Cast", "Cast:", "Darsteller", "Interprètes :", "Reparto", "I rollerna:"])
def test_the_same_side_for_a_whole_list(head: str, form: str) -> None:
    lines = "\n".join(form.format(a=actor, p=part) for actor, part in PLAIN.items())
    assert characters_of(film(f"{head}\n{lines}")) == PLAIN


@pytest.mark.parametrize(
    "cast",
    [
        "Cast: " + "; ".join(f"{p}, {a}" for a, p in PLAIN.items()),
        "Cast: " + "; ".join(f"{a}, {p}" for a, p in PLAIN.items()),
        "Cast: " + ", ".join(f"{p} ({a})" for a, p in PLAIN.items()),
        "Mit: " + ", ".join(f"{a} als {p}" for a, p in PLAIN.items()),
        "Cast: " + ", ".join(f"{p} - {a}" for a, p in PLAIN.items()),
        "Cast\n" + "\n".join(PLAIN) + "\n" + "\n".join(PLAIN.values()),
        "Cast\n" + "\n".join(PLAIN) + "\n\nCharacters\n" + "\n".join(PLAIN.values()),
    ],
)
def test_on_one_line_and_in_columns(cast: str) -> None:
    found = characters_of(film(cast))
    assert found == (PLAIN if "Characters" not in cast else dict.fromkeys(PLAIN))


@pytest.mark.parametrize("form", ["{a} {p}", "{p} {a}"])
def test_capitals_on_one_side(form: str) -> None:
    parts = "\n".join(form.format(a=actor, p=part) for actor, part in LOUD.items())
    assert characters_of(film(f"Cast\n{parts}")) == LOUD
    actors = "\n".join(form.format(a=actor.upper(), p=part) for actor, part in PLAIN.items())
    assert characters_of(film(f"Cast\n{actors}")) == PLAIN


def test_families_and_groups_are_on_the_side_of_the_parts() -> None:
    lines = "Ida Orr - Ann Lee\nMax Orr - Bob Ray\nTom Orr - Cyd Fox\nGuards - Dan Roe, Eve Poe"
    assert characters_of(film(f"Cast\n{lines}")) == {
        "Ann Lee": "Ida Orr",
        "Bob Ray": "Max Orr",
        "Cyd Fox": "Tom Orr",
        "Dan Roe": "Guards",
        "Eve Poe": "Guards",
    }


@pytest.mark.parametrize(
    "announced",
    [
        "and introducing Dan Roe as the Boy",
        "with a special appearance by Dan Roe as the Boy",
        "guest star Dan Roe as the Boy",
        "con la colaboración de Dan Roe como the Boy",
        "avec la participation de Dan Roe (the Boy)",
        "con la partecipazione di Dan Roe (the Boy)",
        "com a participação especial de Dan Roe (the Boy)",
    ],
)
def test_words_that_announce_an_actor_are_not_his_name(announced: str) -> None:
    assert characters_of(film(f"Cast: Ann Lee as Ida, {announced}"))["Dan Roe"] == "the Boy"


def test_a_line_whose_leaders_got_lost_goes_with_the_list() -> None:
    lines = "Ida ..... Ann Lee\nMax ..... Bob Ray\nLieutenant Colonel Anton Orr  Cyd Fox\nJoe ..... Dan Roe"
    assert characters_of(film(f"Cast\n{lines}"))["Cyd Fox"] == "Lieutenant Colonel Anton Orr"


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        # Two full names on each side, and nothing that tells them apart.
        ("Cast\nIda Berg – Ann Lee\nMax Holm – Bob Ray\nJoe Lund – Tom Fox", set()),
        # Actors alone, however the lines are set.
        ("Cast\nAnn Lee\nBob Ray\nCyd Fox\nDan Roe", set(PLAIN)),
        ("Cast\n" + "\n".join([*PLAIN, *MORE]), {*PLAIN, *MORE}),
        ("Cast\nAnn Lee, Bob Ray\nCyd Fox, Dan Roe", set(PLAIN)),
        ("Cast\nAnn LEE\nBob RAY\nCyd FOX\nDan ROE", set(PLAIN)),
        ("Cast\nMarie Anne DUVAL\nJean Paul ROY", {"Marie Anne Duval", "Jean Paul Roy"}),
        ("Cast: Amidou (Max Orr), Ann Lee (Ida Orr), Bob Ray (Joe Orr)", {"Amidou", "Ann Lee", "Bob Ray"}),
        # Headings of parts without actors.
        ("Characters\nMarta\nThe Priest\nAunt Rozi", set()),
        ("Personnages\nMarta\nLe Curé\nTante Rose", set()),
    ],
)  # fmt: skip
def test_where_nothing_tells_the_parts_no_part_is_given(cast: str, expected: set[str]) -> None:
    found = characters_of(film(cast))
    assert set(found) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "Monday – Ida\nTuesday – Max\nFriday – Joe",
        "Screen 1    Ida\nScreen 2    Max\nScreen 3    Joe",
        "Best Film, Ida; Best Actor, Max; Best Song, Joe",
        "Paris, France\nRome, Italy\nBonn, Germany",
    ],
)
def test_other_pairs_are_no_casts(lines: str) -> None:
    assert characters_of(film(lines)) == {}


LISTS = {
    "bullets": "• Émilie Dequenne - Rosetta\n• Fabrizio Rongione - Riquet\n"
    "• Anne Yernaux - Mutter\n• Olivier Gourmet - Chef",
    "brackets": "Émilie Dequenne (Rosa)\nFabrizio Rongione (Riquet)\n"
    "Anne Yernaux (Mother)\nOlivier Gourmet (Boss)",
}


@pytest.mark.parametrize("form", LISTS)
def test_four_lines_of_one_form_are_a_cast_without_a_label(form: str) -> None:
    page = f"ROSETTA\nBelgium 1999, 93 min\n\n{LISTS[form]}\n"
    found = {agent for role, agent in credits_of(page) if role == "actor"}
    assert found == {"Émilie Dequenne", "Fabrizio Rongione", "Anne Yernaux", "Olivier Gourmet"}


@pytest.mark.parametrize(
    "lines",
    [
        "Ann Lee (Belgium)\nTom Roe (Italy)\nJane Poe (France)\nMax Coe (Belgium)",
        "Ann Lee (producer)\nTom Roe (editor)\nJane Poe (director)\nMax Coe (composer)",
        "Rosetta (1999)\nThe Son (2002)\nThe Child (2005)\nLorna's Silence (2008)",
        "• Cannes - Palme d'Or\n• Berlin - Golden Bear\n• Venice - Golden Lion",
    ],
)
def test_other_lists_of_the_form_are_no_cast(lines: str) -> None:
    page = f"ROSETTA\nBelgium 1999, 93 min\n\n{lines}\n"
    assert not [c for c in credits_of(page) if c[0] == "actor"]


def test_what_the_review_says_of_two_pairs_tells_the_turns_of_all() -> None:
    page = """A Film

Director: Sue Orr

Nobody trusts Max Coe (Bob Ray), and Ida Orr (Ann Lee) trusts everybody.

Cast
Ann Lee
Ida Orr
Bob Ray
Max Coe
Cyd Fox
Eve Poe
"""
    assert characters_of(page) == {"Ann Lee": "Ida Orr", "Bob Ray": "Max Coe", "Cyd Fox": "Eve Poe"}
