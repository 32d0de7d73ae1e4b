"""What a document says, each fact with the exact words behind it.

Facts keep names as printed. Who is who across documents is decided later and
never written back here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from filmgraph.model.document import Span

AgentKind = Literal["person", "organization", "team"]
Grade = Literal["based_on", "inspired_by", "suggested_by", "remake_of"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a fact: `quote` is always the document's text at `span`.

    `rule` names the rule that read it ("billing-block/label-names"), `section`
    the part of the page ("headline", "production", "crew", "cast", "body" …),
    `confidence` is between 0 and 1. `row` is the row number of a credit list, else None.
    """

    span: Span
    quote: str
    rule: str
    section: str
    confidence: float = 1.0
    row: int | None = None


@dataclass(frozen=True, slots=True)
class CreditFact:
    """One agent credited in one role on the film that the document is about.

    `role` is the local name of a role of `ontology/roles.ttl` ("director").
    `agent` is the fullest form of the name in this document, `credited_as` the
    name as printed at `evidence`. `members` are the people of a team that this
    document names (empty where it names none). `territory` belongs to
    distributors, `through` to people who worked through a company.
    `billing_order` counts from 1 within one list. `ids` holds external ids as
    (scheme, id), scheme "imdb", "tmdb", "wikidata", or the address of a site, with the rest of the
    address of its page as id.
    """

    role: str
    agent: str
    kind: AgentKind
    credited_as: str
    evidence: Evidence
    character: str | None = None
    territory: str | None = None
    through: str | None = None
    members: tuple[str, ...] = ()
    billing_order: int | None = None
    note: str | None = None
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceWorkFact:
    """A work that the film is made from; one fact for each author.

    `title` is None where the text gives only the author ("from a novel by …"),
    `author` None where it gives only the work. `kind` is "novel", "short
    stories", "play", "comic", "memoir", "article", "film" … or None.
    """

    title: str | None
    author: str | None
    kind: str | None
    grade: Grade
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OtherFilmFact:
    """A film that the document mentions beside its own; `director` only where the wording ties it."""

    title: str
    director: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of the film or the review that the document states.

    `field` is "title", "original_title", "alternative_title", "year",
    "runtime_min", "country", "language", "festival", "critic", "outlet" or
    "review_date" (ISO 8601); `value` is text in every case.
    """

    field: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a credit section that no rule understood, in reading order.

    In the section "error" stand rows of a table in which something is wrong, as the `reason` says.
    """

    span: Span
    quote: str
    section: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What two voices of a document say differently: first the text that people see, then its data.

    `field` is a field of `Stated`, a role of which the voices name nobody in
    common ("director"), or "character"; the values are side by side, none is right.
    """

    field: str
    values: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """Everything one document says about one film. A review has one, a credit list one a film.

    `document` is the document's `sha256`. `ids` are the film's external ids. What the
    document contradicts itself in is among the other facts as well, each with its words.
    """

    document: str
    film_key: str
    stated: tuple[Stated, ...] = ()
    credits: tuple[CreditFact, ...] = ()
    source_works: tuple[SourceWorkFact, ...] = ()
    other_films: tuple[OtherFilmFact, ...] = ()
    unread: tuple[Unread, ...] = ()
    is_review: bool = True
    ids: tuple[tuple[str, str], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    def first(self, field: str) -> str | None:
        """The first value stated for `field`, or None."""
        return next((s.value for s in self.stated if s.field == field), None)

    def every(self, field: str) -> tuple[str, ...]:
        """All values stated for `field`, in reading order, without repetition."""
        return tuple(dict.fromkeys(s.value for s in self.stated if s.field == field))
