"""What an analysis gives back, and the small parts that the analyses share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from filmgraph.model.network import CreditLine, FilmCard
from filmgraph.model.table import Table
from filmgraph.model.terms import XSD, Literal, Term


@dataclass(frozen=True, slots=True)
class Finding:
    """An analysis's table, its most telling rows first, and what it says in one line."""

    table: Table
    reading: str


def build_table(columns: Sequence[str], rows: Iterable[Sequence[Term | str | int]], top: int | None) -> Table:
    """A table of the first `top` rows; text and whole numbers become literals, "" an empty cell."""
    kept = list(rows)[:top]
    return Table(tuple(columns), tuple(tuple(_term(value) for value in row) for row in kept))


def list_films(films: Iterable[FilmCard], most: int = 3) -> str:
    """Titles with years, oldest first; past `most` the others are counted.

    >>> list_films([FilmCard("b", "Amour", 2012), FilmCard("a", "Caché", 2005)], most=1)
    'Caché (2005) and 1 more'
    """
    cards = sorted(films, key=lambda f: (f.year or 9999, f.title, f.iri))
    text = "; ".join(card.label for card in cards[:most])
    return f"{text} and {len(cards) - most} more" if len(cards) > most else text


def list_years(films: Iterable[FilmCard]) -> str:
    """The first and last year of films.

    >>> list_years([FilmCard("b", "Amour", 2012), FilmCard("a", "Caché", 2005)])
    '2005–2012'
    """
    years = sorted(card.year for card in films if card.year)
    if not years:
        return ""
    return f"{years[0]}–{years[-1]}" if years[0] != years[-1] else str(years[0])


def list_roles(credits: Iterable[CreditLine]) -> str:
    """The roles of credits, the most frequent first."""
    count: dict[str, int] = {}
    for credit in credits:
        count[credit.role_label] = count.get(credit.role_label, 0) + 1
    return ", ".join(sorted(count, key=lambda label: (-count[label], label)))


def count(number: int, thing: str) -> str:
    """A number with its noun.

    >>> count(1, "film"), count(2013, "film")
    ('1 film', '2,013 films')
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _term(value: Term | str | int) -> Term | None:
    if isinstance(value, int):
        return Literal(str(value), XSD + "integer")
    if isinstance(value, str):
        return Literal(value) if value else None
    return value
