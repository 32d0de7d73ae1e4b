"""Habits of labels: runs in capitals, letters, abbreviations, initials for a name said before."""

from __future__ import annotations

import pytest
from extracted import credits_of

READ = [
    (  # labels in capitals between names that are not, one of them too short to be one elsewhere
        "REG Ann Lee SOGG dal romanzo di Ida Voss SCENEGG Bob Ray FOTO Cyril Dunn DISTR Luxor INT"
        " Eva Roth, Dag Holm",
        {
            ("director", "Ann Lee"),
            ("distributor", "Luxor"),
            ("actor", "Eva Roth"),
            ("cinematographer", "Cyril Dunn"),
        },
    ),
    (  # and small labels between names in capitals
        "un film di ANN LEE con EVA ROTH, BORIS EKMAN e con CYRIL DUNN durata: 98 minuti distribuzione LUXOR"
        " uscita: 3 maggio Fotografia DAG HOLM Montaggio IDA VOSS",
        {
            ("director", "Ann Lee"),
            ("actor", "Eva Roth"),
            ("actor", "Cyril Dunn"),
            ("cinematographer", "Dag Holm"),
        },
    ),
    (  # "P" beside "Pg", "V", two letters of one hand, and a name said by its initials
        "R und B: Ann Lee. P: Bob Ray. K: Cyril Dunn. Sch: Ida Voss. M: A. L. Pg: Luxor Film."
        " V: Port Royal. L: 98 Min.",
        {
            ("director", "Ann Lee"),
            ("screenwriter", "Ann Lee"),
            ("producer", "Bob Ray"),
            ("composer", "Ann Lee"),
            ("production-company", "Luxor Film"),
            ("distributor", "Port Royal"),
        },
    ),
    (  # monthlies set dashes with a blank or none
        "dist—Luxor. p.c—Ray Films. exec. p— Bob Ray. p—Cyril Dunn. sc—Ida Voss. ed—Eva Roth. p.d—Dag"
        " Holm. m—Al Orr.",
        {("executive-producer", "Bob Ray"), ("editor", "Eva Roth"), ("production-designer", "Dag Holm")},
    ),
    (
        "Written (in Tamil, with English subtitles), produced and directed by Ann Lee; edited by Bob Ray;"
        " designed by Dag Holm; music by Cyril Dunn.",
        {
            ("screenwriter", "Ann Lee"),
            ("producer", "Ann Lee"),
            ("director", "Ann Lee"),
            ("editor", "Bob Ray"),
        },
    ),
    (
        "Režie: Ann Lee\nHudba: Bob Ray\nStřih: Cyril Dunn\nHrají: Ida Voss",
        {("director", "Ann Lee"), ("editor", "Cyril Dunn")},
    ),
    (
        "Ohjaus: Ann Lee\nKuvaus: Bob Ray\nLevittäjä: Luxor Film",
        {("cinematographer", "Bob Ray"), ("distributor", "Luxor Film")},
    ),
    (
        "Rendezte: Ann Lee\nFényképezte: Bob Ray\nVágó: Cyril Dunn",
        {("director", "Ann Lee"), ("editor", "Cyril Dunn")},
    ),
    (
        "Yönetmen: Ann Lee\nKurgu: Bob Ray\nOyuncular: Cyril Dunn",
        {("director", "Ann Lee"), ("editor", "Bob Ray")},
    ),
    (
        "Fotografía en color Ann Lee y Bob Ray\nMúsica Cyril Dunn",
        {("cinematographer", "Ann Lee"), ("composer", "Cyril Dunn")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_habits_of_labels(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= credits_of(f"Stray Dogs\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Director: Ann Lee\nComposer: T. T.",  # initials of nobody
        "Director: Ann Lee\nStudio Ghibli is next door",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert credits_of(f"Stray Dogs\n\n{text}\n") == {("director", "Ann Lee")}
