"""What a question gives back: rows in groups, each with the films and the words behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from filmgraph.model.table import Table
from filmgraph.model.terms import IRI, Literal


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a document behind a credit: who is credited there, as what, on which film.

    `quote` is None where the words are not to be had; `source` names the
    document, `iri` is the attestation's.
    """

    quote: str | None
    source: str
    iri: str
    agent: str
    role: str
    film: str


@dataclass(frozen=True, slots=True)
class FilmTie:
    """A film that ties a row to one side of the question.

    `own_roles` are the answer's credits on it, `their_roles` those of the side
    (`with_`), as role names in English; both empty where the film itself was asked about.
    """

    title: str
    iri: str
    year: str
    with_: str
    own_roles: tuple[str, ...] = ()
    their_roles: tuple[str, ...] = ()

    def label(self) -> str:
        """The title with its year: "Amour (2012)"."""
        return f"{self.title} ({self.year})" if self.year else self.title


@dataclass(frozen=True, slots=True)
class Row:
    """One answer. `sides` holds its films for each side of the question, in the question's order.

    `same_films` says that only one film joins the sides; `detail` is what else
    there is to say ("short stories by Craig Davidson").
    """

    label: str
    iri: str
    sides: tuple[tuple[FilmTie, ...], ...] = ()
    evidence: tuple[Quote, ...] = ()
    same_films: bool = False
    detail: str = ""

    def films(self) -> tuple[FilmTie, ...]:
        """Every film of the row once, in the order of the sides."""
        return tuple({tie.iri: tie for side in reversed(self.sides) for tie in reversed(side)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Group:
    """Answers of one kind: "people", "companies", "films", "works", "characters"."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Narrower:
    """The narrower reading that was not taken: a sentence on how many answers it has, and the count."""

    reading: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, with what the question was taken to mean and the SPARQL that found it.

    `quoted` says how many answers come with quotes, where not all do: a matter for those who show quotes.
    """

    question: str
    reading: str
    groups: tuple[Group, ...]
    sparql: str
    notes: tuple[str, ...] = ()
    narrower: Narrower | None = None
    quoted: str = ""

    def rows(self) -> Iterator[Row]:
        """All rows, group after group."""
        for group in self.groups:
            yield from group.rows

    def to_data(self) -> dict[str, Any]:
        """The answer as JSON-ready values: question, reading, answers, sparql, error (None) and more."""
        return {
            "question": self.question,
            "reading": self.reading,
            "answers": [_row_data(group.name, row) for group in self.groups for row in group.rows],
            "notes": [*self.notes, *filter(None, [self.quoted])],
            "narrower": {"reading": self.narrower.reading, "count": self.narrower.count}
            if self.narrower
            else None,
            "sparql": self.sparql,
            "error": None,
        }

    def to_table(self) -> Table:
        """The answer as a table: group, answer, detail, films (years in brackets), iri."""
        rows = tuple(
            (
                Literal(group.name),
                Literal(row.label),
                Literal(row.detail),
                Literal("; ".join(tie.label() for tie in row.films())),
                IRI(row.iri),
            )
            for group in self.groups
            for row in group.rows
        )
        return Table(("group", "answer", "detail", "films", "iri"), rows)


def _row_data(group: str, row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "iri": row.iri,
        "group": group,
        "detail": row.detail,
        "films": [
            {
                "film": tie.title,
                "iri": tie.iri,
                "year": tie.year,
                "with": tie.with_,
                "own_roles": list(tie.own_roles),
                "their_roles": list(tie.their_roles),
            }
            for side in row.sides
            for tie in side
        ],
        "same_films": row.same_films,
        "evidence": [
            {
                "quote": quote.quote,
                "source": quote.source,
                "iri": quote.iri,
                "agent": quote.agent,
                "role": quote.role,
                "film": quote.film,
            }
            for quote in row.evidence
        ],
    }
