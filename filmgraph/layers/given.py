"""What a base holds of the films and persons that new facts may mean, as facts to resolve together.

Taken are the films that bear a title or an id that the facts state, with all their
credits; the agents that bear a credited name or id as a whole, with all their
credits; and whatever the ledger names. More is not needed: a person of another name
is only ever joined with one on the same film, and people whom two persons have
worked with tell them apart only where the facts name them, and then they are here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from filmgraph.catalogs.namespaces import ID
from filmgraph.model.decisions import Decision
from filmgraph.model.document import Span
from filmgraph.model.facts import AgentKind, CreditFact, Evidence, FilmFacts, Stated
from filmgraph.model.names import fold, fold_title
from filmgraph.model.sources import SourceRecord
from filmgraph.rdf.held import (
    HeldAgent,
    HeldCredit,
    HeldFilm,
    find_attested,
    find_credits,
    read_agent,
    read_credit,
    read_film,
)
from filmgraph.resolution.films import TITLE_FIELDS
from filmgraph.resolution.normal import person_key
from filmgraph.store.base_view import BaseView

_RULE = "dump/row"


@dataclass(slots=True)
class Given:
    """What was taken from a base: films, agents and credits by IRI, and the dumps' documents.

    `whole` are the agents that were taken with all their credits.
    """

    documents: tuple[SourceRecord, ...] = ()
    films: dict[str, HeldFilm] = field(default_factory=dict)
    agents: dict[str, HeldAgent] = field(default_factory=dict)
    credits: dict[str, HeldCredit] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    @property
    def digests(self) -> frozenset[str]:
        """The hashes of the dumps' documents."""
        return frozenset(d.sha256 for d in self.documents)

    def facts(self) -> list[FilmFacts]:
        """What was taken, as facts: one description for each film and document."""
        credits_of: dict[tuple[str, str], list[CreditFact]] = defaultdict(list)
        for credit in self.credits.values():
            for attestation in credit.attestations:
                document, _, place = attestation.partition("#row=")
                facts = self._credit_facts(credit, int(place) if place.isdigit() else 0)
                credits_of[credit.film, document.rpartition("/")[2]] += facts
        for iri in self.films.keys() - {film for film, _ in credits_of}:
            credits_of[iri, self.documents[0].sha256[:16]] = []
        digests = {d.sha256[:16]: d.sha256 for d in self.documents}
        return [
            _describe(self.films[film], digests[start], facts)
            for (film, start), facts in credits_of.items()
            if film in self.films and start in digests
        ]

    def _credit_facts(self, credit: HeldCredit, row: int) -> Iterator[CreditFact]:
        agent = self.agents.get(credit.agent)
        if agent is None:
            return
        evidence = Evidence(Span(0, 0), "", _RULE, "row", 1.0, row)
        printed = credit.credited_as[0] if credit.credited_as else agent.name
        for character in credit.characters or (None,):
            yield CreditFact(credit.role, agent.name, agent.kind, printed, evidence, character, ids=agent.ids)


def _describe(film: HeldFilm, document: str, credits: Sequence[CreditFact]) -> FilmFacts:
    evidence = Evidence(Span(0, 0), "", _RULE, "row", 1.0, 0)
    values = [("title", film.title), ("original_title", film.original_title)]
    values += [("alternative_title", title) for title in film.titles]
    values += [("year", str(film.year) if film.year else None)]
    stated = tuple(Stated(name, value, evidence) for name, value in values if value)
    key = film.iri.rpartition("/")[2]
    return FilmFacts(document, key, stated, tuple(credits), is_review=False, ids=film.ids)


def find_given(
    base: BaseView,
    documents: Sequence[SourceRecord],
    facts: Iterable[FilmFacts],
    decisions: Iterable[Decision] = (),
    about: Iterable[str] = (),
) -> Given:
    """What `facts` and `decisions` may mean of `base`, and the films, agents and credits `about` (IRIs).

    `documents` are the records of the dumps' files.
    """
    fetch = _Fetch(base, Given(tuple(documents)))
    described = list(facts)
    for title in sorted(_titles(described)):
        for iri in base.find_bearers(title, "film"):
            fetch.film(iri)
    for kind, form in sorted(_names(described, decisions)):
        for iri in base.find_bearers(form, kind):
            fetch.agent(iri)
    for iri in sorted({*_ids(described), *about}):
        fetch.anything(iri)
    for decision in decisions:
        fetch.decided(decision)
    return fetch.given


class _Fetch:
    """Takes films and agents from a base, each once."""

    def __init__(self, base: BaseView, given: Given) -> None:
        self.base, self.given = base, given
        self._films: set[str] = set()

    def film(self, iri: str) -> None:
        """Take a film with all its credits."""
        if iri not in self._films and self._film_data(iri):
            self._films.add(iri)
            for credit in find_credits(self.base, film=iri):
                self._credit(credit)

    def agent(self, iri: str) -> None:
        """Take an agent with all its credits."""
        if iri not in self.given.whole and self._agent_data(iri):
            self.given.whole.add(iri)
            for credit in find_credits(self.base, agent=iri):
                self._credit(credit)

    def anything(self, iri: str) -> None:
        """Take what an IRI names: a film, an agent, or a credit with its film and agent."""
        if "/credit/" in iri:
            credit = read_credit(self.base, iri)
            if credit:
                self.film(credit.film)
                self.agent(credit.agent)
        else:
            self.film(iri)
            self.agent(iri)

    def decided(self, decision: Decision) -> None:
        """Take what a decision is about."""
        for agent in (decision.left, decision.right):
            if agent is not None:
                self.anything(agent.iri)
                for place in agent.mentions:
                    for credit in find_attested(self.base, place.attestation):
                        self.anything(credit)
        if decision.film:
            self.film(decision.film[0])

    def _film_data(self, iri: str) -> bool:
        films = self.given.films
        if iri not in films and (film := read_film(self.base, iri)):
            films[iri] = film
        return iri in films

    def _agent_data(self, iri: str) -> bool:
        agents = self.given.agents
        if iri not in agents and (agent := read_agent(self.base, iri)):
            agents[iri] = agent
        return iri in agents

    def _credit(self, iri: str) -> None:
        credits = self.given.credits
        if iri not in credits and (credit := read_credit(self.base, iri)):
            credits[iri] = credit
            self._film_data(credit.film)
            self._agent_data(credit.agent)


def _titles(facts: Iterable[FilmFacts]) -> set[str]:
    found = {fold_title(s.value) for f in facts for s in f.stated if s.field in TITLE_FIELDS}
    return found - {""}


def _names(facts: Iterable[FilmFacts], decisions: Iterable[Decision]) -> set[tuple[AgentKind, str]]:
    """The folded names that are credited, with their kind."""
    named: set[tuple[AgentKind, str]] = set()
    for film in facts:
        for credit in film.credits:
            named.add((credit.kind, credit.agent))
            named |= {("person", member) for member in credit.members}
            if credit.through:
                named.add(("organization", credit.through))
        named |= {("person", work.author) for work in film.source_works if work.author}
    named |= {("person", d.left.name) for d in decisions if d.kind == "assert" and d.left}
    return {(kind, form) for kind, name in named for form in _forms(kind, name) if form}


def _forms(kind: AgentKind, name: str) -> set[str]:
    """The forms under which the index of names has a name, its initials written together or apart."""
    forms = {fold(name)}
    if kind == "person":
        joined = person_key(name)
        first, _, rest = joined.partition(" ")
        forms |= {joined, f"{' '.join(first)} {rest}" if rest and len(first) == 2 else joined}
    return forms


def _ids(facts: Iterable[FilmFacts]) -> set[str]:
    """The IRIs of films and agents that bear an external id of the facts."""
    found = set()
    for film in facts:
        found |= {f"{ID}film/{scheme}-{value}" for scheme, value in film.ids}
        for credit in film.credits:
            found |= {f"{ID}agent/{scheme}-{value}" for scheme, value in credit.ids}
    return found
