"""Entries of the ledger, built from what a dataset holds.

An entry names places, not IRIs: every attestation that the agent or credit
rests on at the time of deciding, with role, printed name, source and film, so
that it can be found again when sources were changed or IRIs have moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmgraph.errors import NameNotFoundError, UsageError
from filmgraph.model.decisions import AgentMention, Decision, Place
from filmgraph.model.entities import Agent, Attestation, Credit, Dataset, Film
from filmgraph.resolution.film_decisions import DUMP_RULE, FILM, TITLE_FIELDS

_BY_ID = (
    'Where two films bear a title, name each with its year, as in "{0} (1999)", '
    "or by the id that 'filmgraph show \"{0}\"' then notes."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What every entry of the ledger has: its number, a person's reason, and a date in ISO 8601."""

    number: int
    because: str
    date: str


def build_same(dataset: Dataset, left: str, right: str, entry: Entry) -> Decision:
    """The decision that two agents (IRIs of agents, or of credits that they hold) or two films are one.

    Raises NameNotFoundError for an IRI that is not held, UsageError where the two are one already, or
    one is a film and the other is none.
    """
    if films := _films_of(dataset, left, right):
        if films[0] == films[1]:
            told = f"{films[0].title} is one film already; nothing is left to join."
            raise UsageError(f"{told} {_BY_ID.format(films[0].title)}")
        one, other = (_film_mention(dataset, film) for film in films)
        return Decision(entry.number, "same", entry.because, entry.date, one, other)
    agents = [_agent_of(dataset, iri) for iri in (left, right)]
    if agents[0] == agents[1]:
        raise UsageError(f"{agents[0].preferred_name} is one agent already; nothing is left to join.")
    return Decision(
        entry.number, "same", entry.because, entry.date, _mention(dataset, left), _mention(dataset, right)
    )


def build_different(dataset: Dataset, left: str, right: str, entry: Entry) -> Decision:
    """The decision that two agents, or two films, are not one.

    To part an agent that was joined wrongly, name one of its credits on either
    side; its other credits then go where they fit. Raises NameNotFoundError for
    an IRI that is not held, UsageError where both sides are the same thing.
    """
    if films := _films_of(dataset, left, right):
        if films[0] == films[1]:
            raise UsageError(f"{films[0].title} stands on both sides. {_BY_ID.format(films[0].title)}")
        one, other = (_film_mention(dataset, film) for film in films)
        return Decision(entry.number, "different", entry.because, entry.date, one, other)
    one, other = _mention(dataset, left), _mention(dataset, right)
    if set(one.mentions) & set(other.mentions):
        raise UsageError(
            f"{one.name} stands on both sides. To part one agent into two, give the IRI of a credit of each "
            f"instead: 'filmgraph show \"{one.name}\" --iris' prints them."
        )
    return Decision(entry.number, "different", entry.because, entry.date, one, other)


def build_rejection(dataset: Dataset, credit: str, entry: Entry) -> Decision:
    """The decision that a credit (its IRI) is wrong. Raises NameNotFoundError where it is not held."""
    return Decision(
        entry.number, "reject", entry.because, entry.date, _mention(dataset, _credit_of(dataset, credit).iri)
    )


def build_assertion(dataset: Dataset, film: str, role: str, agent: str, entry: Entry) -> Decision:
    """The decision that `film` (an IRI) credits `agent`, an agent's IRI or the name of a new one, in `role`.

    Raises NameNotFoundError for an IRI that is not held.
    """
    held = next((f for f in dataset.films if f.iri == film), None)
    if held is None:
        raise NameNotFoundError(f"No film of the store has the IRI {film}. Look it up with 'filmgraph show'.")
    known = any(a.iri == agent for a in dataset.agents) or "://" in agent
    who = _mention(dataset, agent) if known else AgentMention(agent)
    return Decision(
        entry.number, "assert", entry.because, entry.date, who, None, (held.iri, held.title), role
    )


def build_undo(dataset: Dataset, target: int, entry: Entry) -> Decision:
    """The entry that takes back entry `target`. Raises UsageError where none of that number is in force."""
    if all(d.number != target for d in dataset.decisions):
        raise UsageError(f"No decision {target} is in force. 'filmgraph decisions' lists those that are.")
    return Decision(entry.number, "undo", entry.because, entry.date, target=target)


def _films_of(dataset: Dataset, left: str, right: str) -> list[Film]:
    """The films with these IRIs, none where neither is a film's."""
    if "/film/" not in left and "/film/" not in right:
        return []
    by_iri = {film.iri: film for film in dataset.films}
    for iri in (left, right):
        if "/film/" not in iri:
            raise UsageError(f"{iri} is no film; a decision is on two films or on two agents.")
        if iri not in by_iri:
            raise NameNotFoundError(
                f"No film of the store has the IRI {iri}. 'filmgraph show' finds it by title."
            )
    return [by_iri[left], by_iri[right]]


def _film_mention(dataset: Dataset, film: Film) -> AgentMention:
    """A film by the places where its title is stated; one that only a dump holds by its IRI alone."""
    origins = {d.iri: d.origin for d in dataset.documents}
    places = {
        Place(said.iri, FILM, film.title, origins.get(said.document, ""), film.title)
        for field, said in film.attestations
        if field in TITLE_FIELDS and said.rule != DUMP_RULE
    }
    name = f"{film.title} ({film.year})" if film.year else film.title
    return AgentMention(name, tuple(sorted(places)), film.iri)


def _agent_of(dataset: Dataset, iri: str) -> Agent:
    credit = next((c for c in dataset.credits if c.iri == iri), None)
    wanted = credit.agent if credit else iri
    agent = next((a for a in dataset.agents if a.iri == wanted), None)
    if agent is None:
        raise NameNotFoundError(
            f"No agent or credit of the store has the IRI {iri}. 'filmgraph show NAME --iris' prints them."
        )
    return agent


def _credit_of(dataset: Dataset, iri: str) -> Credit:
    credit = next((c for c in dataset.credits if c.iri == iri), None)
    if credit is None:
        raise NameNotFoundError(
            f"No credit of the store has the IRI {iri}. Name it by FILM ROLE AGENT, "
            "or by an IRI that 'filmgraph show NAME --iris' prints."
        )
    return credit


def _mention(dataset: Dataset, iri: str) -> AgentMention:
    """The agent at `iri` with all its places, or with those of one credit where `iri` is a credit's."""
    agent = _agent_of(dataset, iri)
    only = next((c for c in dataset.credits if c.iri == iri), None)
    places = _places_of_credits(dataset, [only]) if only else _places(dataset, agent)
    return AgentMention(agent.preferred_name, tuple(sorted(set(places))), agent.iri)


def _places(dataset: Dataset, agent: Agent) -> Iterator[Place]:
    """Where an agent stands: in credits of its own, as another's company, as a member, as an author."""
    names = (agent.preferred_name, *agent.aliases)
    yield from _places_of_credits(dataset, (c for c in dataset.credits if c.agent == agent.iri))
    about = _About(dataset)
    teams = {a.iri for a in dataset.agents if agent.iri in a.members}
    for credit in dataset.credits:
        for said in credit.attestations if agent.iri in credit.through else ():
            yield from (about.place(said, "through", name, credit.film) for name in names)
        for said in credit.attestations if credit.agent in teams else ():
            yield from (about.place(said, credit.role, name, credit.film) for name in names)
    works = {w.iri for w in dataset.works if agent.iri in w.authors}
    for adaptation in dataset.adaptations:
        for said in adaptation.attestations if adaptation.work in works else ():
            if said.printed_name in names:
                yield about.place(said, "author", said.printed_name, adaptation.film)


def _places_of_credits(dataset: Dataset, credits: Iterable[Credit]) -> Iterator[Place]:
    about = _About(dataset)
    for credit in credits:
        for said in credit.attestations:
            yield about.place(said, credit.role, said.printed_name, credit.film)


class _About:
    """The sources and films of a dataset by IRI, for naming places."""

    def __init__(self, dataset: Dataset) -> None:
        self.origins = {d.iri: d.origin for d in dataset.documents}
        self.titles = {f.iri: f.title for f in dataset.films}

    def place(self, said: Attestation, role: str, name: str, film: str) -> Place:
        """The place of `name` at an attestation."""
        return Place(said.iri, role, name, self.origins.get(said.document, ""), self.titles.get(film, ""))
