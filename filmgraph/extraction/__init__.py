"""From documents to facts, each with the words behind it.

An extractor is a function `find_…(page, roles) -> Iterable[Found]` in a file of
its own. `EXTRACTORS` lists them; `settle.py` says who wins where two of them read
the same words. `page.py` is what they read: the lines, labels, names and titles of a
page, found once. The packages go by what is read: `crew`, `cast` and `prose` hold
credits, `titles` and `data` the film's own, `sources` and `films` what stands behind
and beside it, `tables` and `structured` what comes in rows and as data; `text`,
`names` and `labels` are what all of them stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from filmgraph.catalogs.roles import RoleCatalog, load_roles
from filmgraph.extraction.asides import restore_own_credits
from filmgraph.extraction.cast.cast_lines import find_cast_lines
from filmgraph.extraction.cast.cast_list import find_cast_credits
from filmgraph.extraction.cast.listed_players import find_listed_players
from filmgraph.extraction.crew.billing_block import find_release_credits
from filmgraph.extraction.crew.director_brackets import find_bracketed_directors
from filmgraph.extraction.crew.director_lines import find_director_lines
from filmgraph.extraction.crew.labels import find_label_credits
from filmgraph.extraction.crew.reversed_roles import find_reversed_credits
from filmgraph.extraction.crew.spaced_capitals import find_spaced_credits
from filmgraph.extraction.data.film_data import find_film_data
from filmgraph.extraction.data.review_data import find_review_data
from filmgraph.extraction.listings import cut_document, list_unread, place_facts, split_films
from filmgraph.extraction.neighbors import find_neighbors
from filmgraph.extraction.page import Page, build_page, cut_page
from filmgraph.extraction.places import mended_document, place_in_stored
from filmgraph.extraction.programs import read_program, without_entries
from filmgraph.extraction.prose_facts import find_prose_facts
from filmgraph.extraction.references import resolve_names
from filmgraph.extraction.settle import Found, FoundCredit, settle
from filmgraph.extraction.structured.page_data import hear_data, read_data_file, set_aside
from filmgraph.extraction.structured.statements import find_statement_facts
from filmgraph.extraction.tables.explaining import ColumnReading, TableReading, explain_table
from filmgraph.extraction.tables.page_tables import read_page_tables
from filmgraph.extraction.tables.rows import find_row_facts
from filmgraph.extraction.tables.sideways import is_sideways
from filmgraph.extraction.unread import find_names_aside, find_unread_names
from filmgraph.model.document import Document
from filmgraph.model.facts import FilmFacts

Extractor = Callable[[Page, RoleCatalog], Iterable[Found]]

EXTRACTORS: tuple[Extractor, ...] = (
    find_release_credits,
    find_label_credits,
    find_cast_credits,
    find_cast_lines,
    find_director_lines,
    find_bracketed_directors,
    find_reversed_credits,
    find_spaced_credits,
    find_prose_facts,
    find_film_data,
    find_review_data,
    find_unread_names,
    find_names_aside,
)


def extract_facts(document: Document) -> tuple[FilmFacts, ...]:
    """What a document states about its film or films; empty when it is about none.

    A review gives one `FilmFacts`, a listing or a credit list one for each film in it.
    """
    if document.mended is not None:
        meant = mended_document(document, document.mended)
        return tuple(place_in_stored(f, document, document.mended) for f in extract_facts(meant))
    roles = load_roles()
    if document.media_type == "application/n-triples":
        return find_statement_facts(document, roles)
    if document.media_type == "application/ld+json":
        return read_data_file(document, roles)
    if document.rows:
        return find_row_facts(document, roles)
    shown, data = set_aside(document)
    shown, listed = read_page_tables(shown, roles)
    films = _read_films(shown, roles)
    if listed:
        films = tuple(film for film in films if film.credits)  # a heading over a table is no film's title
    if data:
        films = hear_data(document, films, data, roles)
    return (*films, *listed)


def _read_films(document: Document, roles: RoleCatalog) -> tuple[FilmFacts, ...]:
    """What the text of a page states about its film or films."""
    page = build_page(document, roles)
    program = read_program(page)
    if program and not any(f.credits for f in _read_films(without_entries(document, program), roles)):
        return program
    restored = restore_own_credits(page, roles)
    if restored is not document:
        document, page = restored, build_page(restored, roles)
    parts = split_films(page)
    aside = find_neighbors(page, parts)
    if aside:
        page, parts = build_page(document, roles, aside), ()
    if not parts:
        return _read_film(page, roles)
    films: list[FilmFacts] = []
    for part in parts:
        if part.read:
            cut = cut_document(document, part.span)
            one = build_page(cut, roles) if part.span.start else cut_page(page, cut, roles)
            key = str(len(films) + 1)
            films += [place_facts(f, part, document.text, key) for f in _read_film(one, roles)]
    if films and not all(part.read for part in parts):
        films[0] = replace(films[0], unread=films[0].unread + list_unread(page, parts))
    return tuple(films)


def _read_film(page: Page, roles: RoleCatalog) -> tuple[FilmFacts, ...]:
    """What a page about one film states; empty when that is nothing."""
    found = [f for extractor in EXTRACTORS for f in extractor(page, roles)]
    found += find_listed_players(page, found)
    facts = settle(page, found, resolve_names)
    return (facts,) if facts.credits or facts.first("title") else ()


__all__ = [
    "EXTRACTORS",
    "ColumnReading",
    "Extractor",
    "Found",
    "FoundCredit",
    "Page",
    "TableReading",
    "explain_table",
    "extract_facts",
    "is_sideways",
]
