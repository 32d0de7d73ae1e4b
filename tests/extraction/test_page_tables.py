"""Tables of films on pages: a film a row under headers of crafts, among whatever else the page has."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document

MARKDOWN = """# Three films, three cameras

Notes for the seminar of 12 May.

| *Film* | Director | Cinematographer | Editor |
|---|---|---|---|
| *Zama* (2017) | Lucrecia Martel | Rui Poças | Miguel Schverdfinger, Karen Harley |
| [High Life](https://example.org/hl) | Claire Denis | | Guy Lecorne |
| Beau travail | Claire Denis | Agnès Godard | |

The seminar meets on Tuesdays.
"""
HTML = """<html><body><h1>Spring season</h1><p>Tickets at the door.</p><table>
<tr><th>Film</th><th>Year</th><th>Director</th><th>Editor</th></tr>
<tr><td>Zama</td><td></td><td>Lucrecia Martel</td><td>Miguel Schverdfinger<br>Karen Harley</td></tr>
<tr><td colspan="4">April</td></tr>
<tr><td>High Life</td><td>2018</td><td></td><td>Guy Lecorne</td></tr>
<tr><td>Roma</td><td>2018</td><td>Alfonso Cuarón</td></tr></table>
<table><tr><th>Title</th><th>Director</th></tr><tr><td>Happy Hour</td><td>Ryusuke Hamaguchi</td></tr>
<tr><td>Asako I &amp; II</td><td>Ryusuke Hamaguchi</td></tr></table></body></html>"""
TABS = "Film\tYear\tDirector\tEditor\nZama\t2017\tLucrecia Martel\t\nRoma\t2018\tAlfonso Cuarón\tAdam Gough\n"
BARS = "Season\n\nFilm | Dir.\n---- | ----\nZama | Lucrecia Martel\nRoma | Alfonso Cuarón\n"


def read(tmp_path: Path, text: str, ending: str) -> tuple[FilmFacts, ...]:
    path = tmp_path / f"page.{ending}"
    path.write_text(text, "utf-8")
    document = read_document(path)
    films = extract_facts(document)
    for film in films:
        for said in [s.evidence for s in film.stated] + [c.evidence for c in film.credits]:
            assert said.row is None
            assert said.quote == said.span.of(document.text)
    return films


def told(films: tuple[FilmFacts, ...]) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (
            film.first("title"),
            film.first("year"),
            [f"{c.role}: {c.agent}" for c in film.credits],
        )
        for film in films
    ]


def test_a_table_in_markdown_gives_its_films(tmp_path: Path) -> None:
    assert told(read(tmp_path, MARKDOWN, "md")) == [
        (
            "Zama",
            "2017",
            [
                "director: Lucrecia Martel",
                "cinematographer: Rui Poças",
                "editor: Miguel Schverdfinger",
                "editor: Karen Harley",
            ],
        ),
        ("High Life", None, ["director: Claire Denis", "editor: Guy Lecorne"]),
        ("Beau travail", None, ["director: Claire Denis", "cinematographer: Agnès Godard"]),
    ]


def test_two_tables_of_a_page_are_read_and_a_row_that_does_not_fit_is_listed(tmp_path: Path) -> None:
    films = read(tmp_path, HTML, "html")
    assert told(films) == [
        (
            "Zama",
            None,
            ["director: Lucrecia Martel", "editor: Miguel Schverdfinger", "editor: Karen Harley"],
        ),
        ("High Life", "2018", ["editor: Guy Lecorne"]),
        ("Happy Hour", None, ["director: Ryusuke Hamaguchi"]),
        ("Asako I & II", None, ["director: Ryusuke Hamaguchi"]),
    ]
    assert [unread.quote for unread in films[0].unread] == ["Roma\t2018\tAlfonso Cuarón"]


@pytest.mark.parametrize(("text", "ending"), [(TABS, "txt"), (BARS, "txt"), (BARS, "md")])
def test_lines_with_tabs_or_bars_are_a_table(tmp_path: Path, text: str, ending: str) -> None:
    films = read(tmp_path, text, ending)
    assert [film.first("title") for film in films] == ["Zama", "Roma"]
    assert [film.credits[0].agent for film in films] == ["Lucrecia Martel", "Alfonso Cuarón"]


def test_a_review_keeps_its_film_before_those_of_a_table(tmp_path: Path) -> None:
    page = f"# Zama\n\nDirector: Lucrecia Martel\nEditor: Karen Harley\n\n{BARS.partition(chr(10) * 2)[2]}"
    films = read(tmp_path, page.replace("Zama | Lucrecia Martel", "High Life | Claire Denis"), "md")
    assert [film.first("title") for film in films] == ["Zama", "High Life", "Roma"]


@pytest.mark.parametrize(
    "table",
    [
        "Title | Music | Singer\n--- | --- | ---\nRain | Ann Lee | Bea Moss\nHome | Ann Lee | Bea Moss\n",
        "No. | Title | Directed by | Original air date\n--- | --- | --- | ---\n1 | Pilot | Ann Lee | 2 May\n"
        "2 | Home | Bea Moss | 9 May\n",
        "Year | Film | Director | Ed.\n-- | -- | -- | --\n2001 | Home | Yes | No\n2003 | Out | No | Yes\n",
        "Actor | Role\n--- | ---\nAnn Lee | Mary\nBea Moss | Joan\n",
        "Title | Writer\n--- | ---\nThe Long Road | Ann Lee\nHome | Bea Moss\n",
    ],
    ids=["songs", "episodes", "yes and no", "cast", "titles that may be books"],
)
def test_other_tables_give_no_films(tmp_path: Path, table: str) -> None:
    films = read(tmp_path, f"# Ann Lee\n\n{table}", "md")
    assert not [film for film in films if film.film_key.startswith("table")]
