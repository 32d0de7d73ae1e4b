"""Mentions: every name that the facts credit, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from filmgraph.catalogs.roles import SOURCE_AUTHOR
from filmgraph.model.entities import Attestation
from filmgraph.model.facts import AgentKind, CreditFact, Evidence, FilmFacts
from filmgraph.resolution.iris import attestation_iri, document_iri
from filmgraph.resolution.normal import company_key, person_key, team_key

Part = Literal["credit", "through", "member", "author"]


class SourceInfo(Protocol):
    """What resolution needs to know of a stored document; `Document` and `SourceRecord` have it."""

    @property
    def sha256(self) -> str:
        """The digest that names the document."""
        ...

    @property
    def origin(self) -> str:
        """Where it came from."""
        ...

    @property
    def media_type(self) -> str:
        """Its media type."""
        ...

    @property
    def rights(self) -> str:
        """Under what terms it may be used."""
        ...

    @property
    def title(self) -> str:
        """Its title, "" where it has none."""
        ...


class Mention(NamedTuple):
    """A name where it stands. `film` and `facts` are places in the run's sequences (-1: the ledger).

    `role` is the credited role, "through" for the company that another's credit
    worked through, "author" for a source work's author. A mention that is not a
    credit of its own (`part`) carries the credit that it belongs to and follows it.
    """

    film: int
    facts: int
    kind: AgentKind
    name: str
    printed: str
    role: str
    part: Part
    attestation: Attestation
    credit: CreditFact | None
    ids: tuple[tuple[str, str], ...]


def find_mentions(facts: Sequence[FilmFacts], film_of: Sequence[int], base: str) -> Iterator[Mention]:
    """The mentions of all `facts` whose film is known (`film_of` gives -1 where it is not), in order.

    The author of a work whom the same place credits for it is one mention, the credit's.
    """
    for number, description in enumerate(facts):
        film = film_of[number]
        if film < 0:
            continue
        document = document_iri(base, description.document)
        for credit in description.credits:
            yield from _of_credit(credit, film, number, document)
        credited = {
            (attestation_iri(document, c.evidence), c.agent)
            for c in description.credits
            if c.role == SOURCE_AUTHOR
        }
        for work in description.source_works:
            place = attestation_iri(document, work.evidence), work.author
            if work.author and place not in credited:
                said = attest(document, work.evidence, work.author)
                yield Mention(
                    film, number, "person", work.author, work.author, "author", "author", said, None, ()
                )


def _of_credit(credit: CreditFact, film: int, facts: int, document: str) -> Iterator[Mention]:
    said = attest(document, credit.evidence, credit.credited_as, credit.billing_order)
    name, printed = credit.agent, credit.credited_as
    yield Mention(film, facts, credit.kind, name, printed, credit.role, "credit", said, credit, credit.ids)
    if credit.through:
        name = credit.through
        yield Mention(film, facts, "organization", name, name, "through", "through", said, credit, ())
    for name in credit.members:
        yield Mention(film, facts, "person", name, name, credit.role, "member", said, credit, ())


def attest(document: str, evidence: Evidence, printed: str, order: int | None = None) -> Attestation:
    """The attestation of `evidence` in the document with IRI `document`."""
    return Attestation(
        attestation_iri(document, evidence),
        document,
        evidence.quote,
        printed,
        evidence.rule,
        evidence.section,
        evidence.confidence,
        order,
    )


@lru_cache(maxsize=65536)
def name_key(kind: AgentKind, name: str) -> str:
    """The normal form of a name of an agent of `kind`."""
    if kind == "person":
        return person_key(name)
    return company_key(name) if kind == "organization" else team_key(name)
