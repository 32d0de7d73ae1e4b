"""Data sheets of shops, with marks of direction around the colons, and credit sentences with "Mr."."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document

SHEET = """The Wicker Man [DVD] [1973]

Product details
Aspect Ratio \u200f : \u200e 1.85:1
Director \u200f : \u200e Robin Hardy
Actors \u200f : \u200e Edward Woodward, Christopher Lee
Writers \u200f : \u200e Anthony Shaffer
"""
SENTENCE = """THE SCREEN

STAGECOACH; written by Dudley Nichols; directed by John Ford; produced by {}; released by United Artists.

It is a fine picture and Mr. Ford has made it with his usual care for the faces of men.
"""


def read(tmp_path: Path, text: str) -> tuple[FilmFacts, ...]:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    document = read_document(path)
    films = extract_facts(document)
    assert all(c.evidence.quote == c.evidence.span.of(document.text) for film in films for c in film.credits)
    return films


def test_marks_of_direction_hide_no_label(tmp_path: Path) -> None:
    (film,) = read(tmp_path, SHEET)
    assert {(c.role, c.agent) for c in film.credits} == {
        ("director", "Robin Hardy"),
        ("actor", "Edward Woodward"),
        ("actor", "Christopher Lee"),
        ("screenwriter", "Anthony Shaffer"),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mr. Ford for Argosy Productions", {"John Ford", "Argosy Productions"}),
        ("Mr. Ford for Argosy Film Productions, Ltd.", {"John Ford", "Argosy Film Productions, Ltd."}),
        ("Walter Wanger for Argosy Pictures", {"Walter Wanger", "Argosy Pictures"}),
        ("Mr. Ford", {"John Ford"}),
    ],
)
def test_a_producer_acts_for_a_company(tmp_path: Path, words: str, expected: set[str]) -> None:
    (film,) = read(tmp_path, SENTENCE.format(words))
    made = {c.agent: c.role for c in film.credits if c.role in ("producer", "production-company")}
    assert set(made) == expected
    assert {agent for agent, role in made.items() if role == "producer"} == {
        agent for agent in expected if "Argosy" not in agent
    }
