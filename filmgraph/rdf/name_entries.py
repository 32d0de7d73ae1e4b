"""The names that the index of a store finds films, agents and works by."""

from __future__ import annotations

from collections import defaultdict

from filmgraph.model.entities import Agent, Dataset
from filmgraph.model.knowledge import EntityKind, NameEntry


def build_name_entries(dataset: Dataset) -> list[NameEntry]:
    """Every name of every film, agent and titled source work, sorted by name and IRI.

    A film weighs its credits; an agent or a work its films. A team is found by
    the names of its kind as well ("the Dardennes"), where its members share a surname.
    """
    films_of: dict[str, set[str]] = defaultdict(set)
    credits_of: dict[str, int] = defaultdict(int)
    for credit in dataset.credits:
        credits_of[credit.film] += 1
        films_of[credit.agent].add(credit.film)
        for company in credit.through:
            films_of[company].add(credit.film)
    works = {w.iri: w for w in dataset.works}
    for adaptation in dataset.adaptations:
        films_of[adaptation.work].add(adaptation.film)
        for author in works[adaptation.work].authors:
            films_of[author].add(adaptation.film)
    for agent in dataset.agents:
        for member in agent.members:
            films_of[member] |= films_of[agent.iri]
    found: set[NameEntry] = set()
    for film in dataset.films:
        names = {film.title, *film.titles, film.original_title or film.title}
        found |= _entries(names, film.iri, "film", film.title, credits_of[film.iri])
    names_of = {a.iri: a.preferred_name for a in dataset.agents}
    for agent in dataset.agents:
        names = {agent.preferred_name, *agent.aliases, *_team_names(agent, names_of)}
        label, weight = agent.preferred_name, len(films_of[agent.iri])
        found |= _entries(names, agent.iri, agent.kind, label, weight, agent.members)
    for work in dataset.works:
        if work.title:
            found |= _entries({work.title}, work.iri, "work", work.title, len(films_of[work.iri]))
    return sorted(found, key=lambda e: (e.name, e.iri, e.kind))


def _entries(
    names: set[str], iri: str, kind: EntityKind, label: str, weight: int, members: tuple[str, ...] = ()
) -> set[NameEntry]:
    return {NameEntry(name, iri, kind, label, weight, members) for name in names if name.strip()}


def _team_names(agent: Agent, names_of: dict[str, str]) -> set[str]:
    """What a team of one surname is called besides what documents print."""
    lasts = {names_of[m].rpartition(" ")[2] for m in agent.members if m in names_of}
    if len(agent.members) < 2 or len(lasts) != 1:
        return set()
    last = lasts.pop()
    return {last, f"the {last}s", f"the {last} brothers", f"les frères {last}"} if last else set()
