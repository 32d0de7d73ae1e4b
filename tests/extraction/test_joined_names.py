"""Names that run into one another, and names that only look as if they did."""

from __future__ import annotations

import pytest
from extracted import characters_of, credits_of

from filmgraph.extraction.names.name_lists import split_names
from filmgraph.model.document import Span

SPLIT = [
    (
        "Stéphane AudranBodil KjerBirgitte Federspiel",
        ["Stéphane Audran", "Bodil Kjer", "Birgitte Federspiel"],
    ),
    ("Bong Joon-hoSong Kang-ho", ["Bong Joon-ho", "Song Kang-ho"]),
    ("Ann McDonaldBo Ekman", ["Ann McDonald", "Bo Ekman"]),
    ("Andris FELDMANIS Livia ULMAN Juho KUOSMANEN", ["Andris FELDMANIS", "Livia ULMAN", "Juho KUOSMANEN"]),
    ("Jean-Claude VAN DAMME Anna KARINA", ["Jean-Claude VAN DAMME", "Anna KARINA"]),
    ("MYUNG Kay-nam CHO Min-cheul", ["MYUNG Kay-nam", "CHO Min-cheul"]),
    ("KECHICHE Abdellatif", ["Abdellatif KECHICHE"]),
    ("LEE David", ["David LEE"]),
    ("KWONG Chi-leung  Manda WAI", ["Chi-leung KWONG", "Manda WAI"]),
    ("Ann Lee  Bo Ekman\tCy Dunn", ["Ann Lee", "Bo Ekman", "Cy Dunn"]),
    ("Kate Dean  Ci", ["Kate Dean"]),
    ("Julie Gouet Richard Rousseau", ["Julie Gouet", "Richard Rousseau"]),
    ("IP Tak-han, Deanie, Ann Lee", ["Deanie IP Tak-han", "Ann Lee"]),
    ("Roger LEE Yan-lam 李恩霖", ["Roger LEE Yan-lam"]),
    ("許鞍華 Ann HUI On-wah", ["Ann HUI On-wah"]),
    ("Andrej Tarkovskij Андрей Тарковский", ["Andrej Tarkovskij"]),
]

ONE_NAME = [
    "Leonardo DiCaprio", "Ian McKellen", "Robert MacNeil Lehrer", "Mary JoAnn Smith", "Kate VanderMeer Brown",
    "Robert DE NIRO", "Jean-Claude VAN DAMME", "Paul Thomas ANDERSON", "Lars von TRIER", "Andy LAU Tak-wah",
    "Samuel L. JACKSON Jr.", "Michael Dudok de Wit", "Robert LaSalle", "Ann  Lee", "Đặng Lê Nguyên Vũ",
    "Giovanni BertazziCiccio", "Fred FitzGerald Moore", "Anne-Marie O'Brien", "Leo DeWitt Clinton",
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), SPLIT)
def test_names_without_a_mark_between(words: str, names: list[str]) -> None:
    assert [m.text for m in split_names(words, Span(0, len(words)))] == names


@pytest.mark.parametrize("words", ONE_NAME)
def test_one_name_stays_whole(words: str) -> None:
    assert len(split_names(words, Span(0, len(words)))) == 1


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Panorama FilmNordisk FilmDet Danske Filminstitut",
            ["Panorama Film", "Nordisk Film", "Det Danske Filminstitut"],
        ),
        ("Acme PicturesUgly Duck Films", ["Acme Pictures", "Ugly Duck Films"]),
        ("DreamWorks Animation", ["DreamWorks Animation"]),
        ("StudioCanal Films", ["StudioCanal Films"]),
        ("PalmStar Media Capital", ["PalmStar Media Capital"]),
        ("Warner PlayStation Studios", ["Warner PlayStation Studios"]),
        ("MetFilm Production", ["MetFilm Production"]),
        ("HanWay Films", ["HanWay Films"]),
    ],
)
def test_glued_companies(words: str, names: list[str]) -> None:
    assert [m.text for m in split_names(words, Span(0, len(words)), company=True)] == names


CAST = "Stray Dogs\n\nCast\nAda ........ Ann Lee\nIssa ........ Bo Ekman\nOmar ........ Cy Dunn\n"
PARTS = {("Ann Lee", "Ada"), ("Bo Ekman", "Issa"), ("Cy Dunn", "Omar")}


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("DiorNicole Sougou", {("Nicole Sougou", "Dior")}),
        ("FantaAminata KANE", {("Aminata Kane", "Fanta")}),
        ("Colonel Grubitz  Ulrich Tukur", {("Ulrich Tukur", "Colonel Grubitz")}),
        ("Dior Nicole Sougou", {("Nicole Sougou", "Dior")}),
        ("Nicole Sougou", set()),
        ("with Nicole Sougou, Eva Roth", set()),
    ],
)
def test_a_line_of_a_cast_that_lost_its_leader(line: str, part: set[tuple[str, str]]) -> None:
    found = {(actor, part) for actor, part in characters_of(CAST + line).items() if part}
    assert found == PARTS | part


def test_two_full_names_with_a_comma_are_two_people() -> None:
    found = credits_of("A Film\n\nWritten by: Jean-Pol Fargeau, Claire Denis\nDirected by: Claire Denis\n")
    assert {a for role, a in found if role == "screenwriter"} == {"Jean-Pol Fargeau", "Claire Denis"}
