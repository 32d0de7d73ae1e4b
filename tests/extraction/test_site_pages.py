"""Whole pages in the markup of film sites, with what stands around a film: menus, tabs, others, comments.

Beside each page stands what it says: the film's title, then its credits, one a line. A line that is
missing or too many is read again by a person.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))


def test_the_number_of_pages_is_pinned() -> None:
    assert len(NAMES) == 7


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_says(name: str) -> None:
    document = read_document(PAGES / f"{name}.html")
    film, *more = extract_facts(document)
    assert all(c.evidence.span.of(document.text) == c.evidence.quote for c in film.credits)
    said = [film.first("title")]
    said += [f"{c.role}: {c.agent}" + (f" ({c.character})" if c.character else "") for c in film.credits]
    assert said == (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert not [c for other in more for c in other.credits]


def test_what_stands_beside_the_film_is_unread_and_its_films_are_listed() -> None:
    (film,) = extract_facts(read_document(PAGES / "festival-cards.html"))
    assert {(o.title, o.director) for o in film.other_films} == {
        ("Kes", "Ken Loach"), ("Beau travail", "Claire Denis"), ("Ratcatcher", "Lynne Ramsay"),
    }  # fmt: skip
    assert [u.quote for u in film.unread] == [
        "Director: Ken Loach", "Camera: Chris Menges", "Director: Claire Denis", "Edited by Nelly Quettier",
        "Director: Lynne Ramsay", "Producer: Gavin Emerson", "Director: Cara Lund", "Producer: Dan Moe",
    ]  # fmt: skip


LIST = """<h1>Rosetta</h1><p>Réalisation : Luc Dardenne</p><h2>Vous aimerez aussi</h2><div>
<div class=v><a href=1><i class=t>L’Esquive</i><i class=r>de Abdellatif Kechiche</i></a></div>
<div class=v><a href=2><i class=t>Dans Paris</i><i class=r>de Christophe Honoré</i></a></div>
<div class=v><a href=3><i class=t>Kes</i><i class=r>de Ken Loach</i></a></div></div>
<h2>Partager</h2><ul><li>Envoyer la page</li></ul><h2>Lettre du mercredi</h2><p>Recevez nos sorties</p>"""


def test_a_list_of_films_ends_where_the_next_heading_stands(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f'<!doctype html><meta charset="utf-8">{LIST}', encoding="utf-8")
    (film,) = extract_facts(read_document(path))
    assert [(o.title, o.director) for o in film.other_films] == [
        ("L’Esquive", "Abdellatif Kechiche"), ("Dans Paris", "Christophe Honoré"), ("Kes", "Ken Loach"),
    ]  # fmt: skip
