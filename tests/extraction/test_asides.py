"""Credits in what leads away from a page: the film's own are told by several signs, others stay unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document

PROSE = "<p>" + "Nobody in {who} says what they want, and the camera has to find it out as best it can. " * 8
LIST = (
    "<dl><dt>Director</dt><dd>{director}</dd><dt>Camera</dt><dd>{camera}</dd>"
    "<dt>Editor</dt><dd>{editor}</dd></dl>"
)
ROWS = "<p><b>Director:</b> {director}<br><b>Camera:</b> {camera}<br><b>Editor:</b> {editor}</p>"
ITEMS = (
    "<ul><li><b>Director:</b> {director}</li><li><b>Camera:</b> {camera}</li>"
    "<li><b>Editor:</b> {editor}</li></ul>"
)
OWN = {"director": "Luc Dardenne", "camera": "Alain Marcoen", "editor": "Marie-Hélène Dozo"}
CREDITS = {"director: Luc Dardenne", "cinematographer: Alain Marcoen", "editor: Marie-Hélène Dozo"}


def read(folder: Path, beside: str, who: str = "this film by Luc Dardenne", more: str = "") -> FilmFacts:
    page = folder / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><title>Rosetta</title><h1>Rosetta</h1>{more}"
        f"{PROSE.format(who=who)}{beside}",
        encoding="utf-8",
    )
    (film,) = extract_facts(read_document(page))
    return film


def links(layout: str, **names: str) -> str:
    return layout.format(**{job: f"<a href=/{job}>{name}</a>" for job, name in names.items()})


def said(film: FilmFacts) -> set[str]:
    return {f"{c.role}: {c.agent}" for c in film.credits}


@pytest.mark.parametrize("layout", [LIST, ROWS, ITEMS])
@pytest.mark.parametrize(
    "part", ["<div class=sidebar>", "<aside class='sidebar film-facts'>", "<footer>", "<div class=read-more>"]
)
def test_a_films_own_credits_in_a_sidebar_are_read(tmp_path: Path, part: str, layout: str) -> None:
    film = read(tmp_path, part + links(layout, **OWN))
    assert said(film) >= CREDITS
    assert not film.unread


def test_the_headlines_beside_them_are_not(tmp_path: Path) -> None:
    news = "<h3>Latest</h3><ul><li><a href=/x>Ann Lee, director of Kes, edited by Bo Ek, goes home</a></ul>"
    assert said(read(tmp_path, f"<div class=sidebar>{links(LIST, **OWN)}{news}")) == CREDITS


@pytest.mark.parametrize(
    ("names", "layout"),
    [
        ({**OWN, "director": "Ken Loach"}, LIST),  # whom the page does not name
        (OWN, LIST.replace("Camera", "Producer")),  # jobs that a site's makers have too
        (OWN, LIST.replace("<dt>Editor", "<dt>Director")),  # two films
    ],
)
def test_other_lists_are_unread(tmp_path: Path, names: dict[str, str], layout: str) -> None:
    film = read(tmp_path, "<div class=sidebar>" + links(layout, **names), who="this film of Dardenne's")
    assert not film.credits
    assert len(film.unread) == 3


def test_a_list_with_another_director_than_the_pages_is_unread(tmp_path: Path) -> None:
    own = "<p>Director: Jean-Pierre Dardenne<br>Music: Ann Lee</p>"
    film = read(tmp_path, "<div class=sidebar>" + links(LIST, **OWN), more=own)
    assert not CREDITS & said(film)
    assert len(film.unread) == 3
