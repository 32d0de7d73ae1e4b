"""What we hold: films, agents, source works and credits, each tied to what was said.

A `Dataset` is the result of resolution and all that the RDF layer needs.
"""

from __future__ import annotations

from dataclasses import dataclass

from filmgraph.model.decisions import Decision
from filmgraph.model.facts import AgentKind, Grade

Ids = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Attestation:
    """ "This span of this document says so." Its IRI is the document's with a fragment.

    `iri` ends in `#char=start,end` (RFC 5147) for text or `#row=n` (RFC 7111)
    for a credit list; `document` is the document's IRI.
    """

    iri: str
    document: str
    quote: str
    printed_name: str
    rule: str
    section: str
    confidence: float
    billing_order: int | None = None


@dataclass(frozen=True, slots=True)
class Film:
    """A film. `titles` are all its titles, preferred first; `attestations` stand behind the stated data.

    `attestations` pairs the stated field's name with the attestation;
    `disputed` are those of them that contradict what is held.
    """

    iri: str
    title: str
    titles: tuple[str, ...] = ()
    original_title: str | None = None
    year: int | None = None
    runtime_min: int | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    ids: Ids = ()
    attestations: tuple[tuple[str, Attestation], ...] = ()
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agent:
    """A person, an organization or a creative team; `members` are IRIs of a team's people."""

    iri: str
    kind: AgentKind
    preferred_name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    ids: Ids = ()


@dataclass(frozen=True, slots=True)
class SourceWork:
    """A novel, play, comic, article or film that a film was made from; `authors` are agent IRIs."""

    iri: str
    title: str | None
    authors: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """One agent, one role, one film. `role` is the local name of a role; `through` an agent IRI."""

    iri: str
    film: str
    agent: str
    role: str
    credited_as: tuple[str, ...]
    attestations: tuple[Attestation, ...]
    characters: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adaptation:
    """The tie from a film to the work it was made from, graded, with what says so."""

    iri: str
    film: str
    work: str
    grade: Grade
    attestations: tuple[Attestation, ...]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document of the dataset: its IRI, origin and, for a review, what it reviews and by whom."""

    iri: str
    sha256: str
    origin: str
    media_type: str
    rights: str
    title: str
    is_review: bool
    films: tuple[str, ...] = ()
    critic: str | None = None
    outlet: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line on why mentions were taken for one entity, or kept apart.

    `verdict` is "joined", "kept apart", "doubtful" or "left out"; `left` and
    `right` are entity IRIs (the same one where they were joined; a document's
    for facts that are left out, a decision's for one that found no place).
    `by` is "rule" or the IRI of the decision behind it.
    """

    verdict: str
    left: str
    right: str
    why: str
    by: str = "rule"


@dataclass(frozen=True, slots=True)
class Dataset:
    """All that a store holds after resolution, sorted by IRI so that two builds are alike.

    `decisions` are those in force: undone ones and their undoing have left no trace.
    """

    documents: tuple[SourceDocument, ...] = ()
    films: tuple[Film, ...] = ()
    agents: tuple[Agent, ...] = ()
    works: tuple[SourceWork, ...] = ()
    credits: tuple[Credit, ...] = ()
    adaptations: tuple[Adaptation, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
