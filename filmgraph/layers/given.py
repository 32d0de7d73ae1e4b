"""What a base holds of the films and persons that new facts may mean, as facts to resolve together.

Taken are, in this order:

1. the films that bear an id of the facts, and those that bear a title and year of a
   description, with all their credits;
2. the agents that bear an id or a credited name, with all their credits: not those whose
   name stands on a film of 1. that shares several people with the description, for
   one name on one film is one agent;
3. the films that bear a title of the facts and that an agent of 2. has worked on;
4. whatever the ledger names.

More is not needed. Films of one title are joined by their year or by people that they
share, who are found by 2.; a person of another name is only ever joined with one on the
same film, and people whom two persons have worked with tell them apart only where the
facts name them. Films that only an agent's credits lead to are given with their id
behind the title: they are none of those that the facts tell of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

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
    find_adaptations,
    find_attested,
    find_credits,
    read_agent,
    read_authors,
    read_credit,
    read_film,
    read_year,
)
from filmgraph.rdf.terms import is_iri
from filmgraph.resolution.film_decisions import DUMP_RULE, TITLE_FIELDS
from filmgraph.resolution.iris import credit_iri
from filmgraph.resolution.normal import person_key
from filmgraph.resolution.replay import decisions_in_force
from filmgraph.store.base_view import BaseView


@dataclass(slots=True)
class Given:
    """What was taken from a base: films, agents and credits by IRI, and the dumps' documents.

    `whole` are the agents, and `full` the films, that were taken with all their credits;
    `people_of` are the agents that are known of each film.
    """

    documents: tuple[SourceRecord, ...] = ()
    films: dict[str, HeldFilm] = field(default_factory=dict)
    agents: dict[str, HeldAgent] = field(default_factory=dict)
    credits: dict[str, HeldCredit] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    full: set[str] = field(default_factory=set)
    people_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

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
            _describe(self.films[film], digests[start], facts, whole=film in self.full)
            for (film, start), facts in credits_of.items()
            if film in self.films and start in digests
        ]

    def _credit_facts(self, credit: HeldCredit, row: int) -> Iterator[CreditFact]:
        agent = self.agents.get(credit.agent)
        if agent is None:
            return
        evidence = Evidence(Span(0, 0), "", DUMP_RULE, "row", 1.0, row)
        printed = credit.credited_as[0] if credit.credited_as else agent.name
        for character in credit.characters or (None,):
            yield CreditFact(credit.role, agent.name, agent.kind, printed, evidence, character, ids=agent.ids)


def _describe(film: HeldFilm, document: str, credits: Sequence[CreditFact], *, whole: bool) -> FilmFacts:
    evidence = Evidence(Span(0, 0), "", DUMP_RULE, "row", 1.0, 0)
    key = film.iri.rpartition("/")[2]
    values = [("title", film.title if whole else f"{film.title} ({key})")]
    values += [("year", str(film.year))] if film.year else []
    if whole:
        values += [("original_title", film.original_title)] if film.original_title else []
        values += [("alternative_title", title) for title in film.titles]
    stated = tuple(Stated(name, value, evidence) for name, value in values)
    return FilmFacts(document, key, stated, tuple(credits), is_review=False, ids=film.ids)


def find_given(
    base: BaseView,
    documents: Sequence[SourceRecord],
    facts: Sequence[FilmFacts],
    decisions: Sequence[Decision] = (),
    about: Iterable[str] = (),
) -> Given:
    """What `facts` and `decisions` may mean of `base`, and the films, agents and credits `about` (IRIs).

    `documents` are the records of the dumps' files. What was undone of the ledger takes nothing, nor does
    what is no IRI: a new agent is decided upon by name.
    """
    decisions = decisions_in_force(decisions)
    fetch = _Fetch(base, Given(tuple(documents)))
    for iri in sorted({*_find_ids(facts), *about}):
        if is_iri(iri):
            fetch.anything(iri)
    bearers = {title: base.find_bearers(title, "film") for title in sorted(_all_titles(facts))}
    names: set[tuple[AgentKind, str]] = _asserted_names(decisions)
    for description in facts:
        found = [iri for title in _titles(description) for iri in bearers[title]]
        near = [iri for iri in found if _is_near(description, fetch.year(iri))]
        for iri in near:
            fetch.film(iri)
        named = _names(description)
        names |= named - _settled(fetch.given, near, named)
    for kind, name in sorted(names):
        for form in sorted(_forms(kind, name)):
            for iri in base.find_bearers(form, kind):
                fetch.agent(iri)
    for iri in sorted({iri for found in bearers.values() for iri in found} & fetch.given.films.keys()):
        fetch.film(iri)
    for decision in decisions:
        fetch.decided(decision)
    return fetch.given


# The year of a film may be another's by one; a review without a film's year is written in the year of
# its release or in one of the two after it: see `resolution/films.py`.
_YEARS_APART = 1
_YEARS_BEFORE_REVIEW = 2
# A film that shares so many people with a description, and its title and year, is the one described.
_SURE = 3


def _is_near(facts: FilmFacts, year: int | None) -> bool:
    """Whether a film of this year can be the one described, as far as years tell."""
    years = [int(value) for value in facts.every("year") if value.isdigit()]
    if years:
        return year is not None and min(abs(year - y) for y in years) <= _YEARS_APART
    written = facts.first("review_date") or ""
    if year is None or not written[:4].isdigit():
        return False
    return 0 <= int(written[:4]) - year <= _YEARS_BEFORE_REVIEW


def _settled(
    given: Given, films: Sequence[str], names: set[tuple[AgentKind, str]]
) -> set[tuple[AgentKind, str]]:
    """Of a description's names those that stand on the one film of its title that shares people with it."""
    found = []
    for film in films:
        on = [given.agents[iri] for iri in given.people_of[film] if iri in given.agents]
        keys = {(a.kind, _key(a.kind, name)) for a in on for name in (a.name, *a.aliases)}
        found.append({(kind, name) for kind, name in names if (kind, _key(kind, name)) in keys})
    sure = [shared for shared in found if len(shared) >= _SURE]
    return sure[0] if len(sure) == 1 else set()


def _key(kind: AgentKind, name: str) -> str:
    return person_key(name) if kind == "person" else fold(name)


class _Fetch:
    """Takes films and agents from a base, each once."""

    def __init__(self, base: BaseView, given: Given) -> None:
        self.base, self.given = base, given
        self._years: dict[str, int | None] = {}

    def film(self, iri: str) -> None:
        """Take a film with all its credits."""
        if iri not in self.given.full and (film := read_film(self.base, iri)):
            self.given.films[iri] = film
            self.given.full.add(iri)
            for credit in find_credits(self.base, film=iri):
                self._credit(credit)
            for adaptation in find_adaptations(self.base, film=iri):
                self._authors(adaptation)

    def year(self, iri: str) -> int | None:
        """The year of a film that may be taken."""
        if iri not in self._years:
            self._years[iri] = read_year(self.base, iri)
        return self._years[iri]

    def agent(self, iri: str) -> None:
        """Take an agent with all its credits."""
        if iri not in self.given.whole and self._agent_data(iri):
            self.given.whole.add(iri)
            for credit in find_credits(self.base, agent=iri):
                self._credit(credit)
            for adaptation in find_adaptations(self.base, author=iri):
                self._authors(adaptation)

    def anything(self, iri: str) -> None:
        """Take what an IRI names: a film, an agent, or a credit with its film and agent."""
        if "/credit/" in iri or "/adaptation/" in iri:
            credit = read_credit(self.base, iri)
            for told in [credit] if credit else read_authors(self.base, iri):
                self.film(told.film)
                self.agent(told.agent)
        else:
            self.film(iri)
            self.agent(iri)

    def decided(self, decision: Decision) -> None:
        """Take what a decision is about."""
        for agent in (decision.left, decision.right):
            if agent is not None:
                if agent.iri:
                    self.anything(agent.iri)
                for place in agent.mentions:
                    for iri in find_attested(self.base, place.attestation):
                        self.anything(iri)
        if decision.film:
            self.film(decision.film[0])

    def _film_data(self, iri: str) -> None:
        """Take what tells a film from others, as long as it is not taken in full."""
        films = self.given.films
        if iri not in films and (film := read_film(self.base, iri, brief=True)):
            films[iri] = film

    def _agent_data(self, iri: str) -> bool:
        agents = self.given.agents
        if iri not in agents and (agent := read_agent(self.base, iri)):
            agents[iri] = agent
        return iri in agents

    def _credit(self, iri: str) -> None:
        if iri not in self.given.credits and (credit := read_credit(self.base, iri)):
            self._take(credit)

    def _authors(self, adaptation: str) -> None:
        for author in read_authors(self.base, adaptation):
            # Named as the resolver will name the credit, so that it is found again.
            iri = credit_iri(ID, author.film, author.agent, author.role)
            self._take(replace(author, iri=iri))

    def _take(self, credit: HeldCredit) -> None:
        self.given.credits[credit.iri] = credit
        self.given.people_of[credit.film].add(credit.agent)
        self._film_data(credit.film)
        self._agent_data(credit.agent)


def _titles(facts: FilmFacts) -> set[str]:
    return {fold_title(s.value) for s in facts.stated if s.field in TITLE_FIELDS} - {""}


def _all_titles(facts: Iterable[FilmFacts]) -> set[str]:
    return {title for f in facts for title in _titles(f)}


def _names(facts: FilmFacts) -> set[tuple[AgentKind, str]]:
    """The names that a description credits, with their kind."""
    named: set[tuple[AgentKind, str]] = {(c.kind, c.agent) for c in facts.credits}
    named |= {("person", member) for c in facts.credits for member in c.members}
    named |= {("organization", c.through) for c in facts.credits if c.through}
    return named | {("person", work.author) for work in facts.source_works if work.author}


def _asserted_names(decisions: Iterable[Decision]) -> set[tuple[AgentKind, str]]:
    return {("person", d.left.name) for d in decisions if d.kind == "assert" and d.left}


def _forms(kind: AgentKind, name: str) -> set[str]:
    """The forms under which the index of names has a name, its initials written together or apart."""
    forms = {fold(name)}
    if kind == "person":
        joined = person_key(name)
        first, _, rest = joined.partition(" ")
        forms |= {joined, f"{' '.join(first)} {rest}" if rest and len(first) == 2 else joined}
    return forms - {""}


def _find_ids(facts: Iterable[FilmFacts]) -> set[str]:
    """The IRIs of films and agents that bear an external id of the facts."""
    found = set()
    for film in facts:
        found |= {f"{ID}film/{scheme}-{value}" for scheme, value in film.ids}
        for credit in film.credits:
            found |= {f"{ID}agent/{scheme}-{value}" for scheme, value in credit.ids}
    return found
