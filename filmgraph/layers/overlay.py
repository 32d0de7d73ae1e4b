"""What resolved facts add to a base, and what decisions take away from it.

Facts of the base were resolved together with the others, so that both speak of the
same films and agents. What only the base says is left out again: it is there. Where
the base has a film's title or year or an agent's name, these hold, and what others
say differently stands beside them (as another title, as disputed).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from filmgraph.catalogs.namespaces import ID
from filmgraph.catalogs.roles import load_roles
from filmgraph.layers.given import Given
from filmgraph.model.entities import Agent, Attestation, Credit, Dataset, Film
from filmgraph.model.facts import FilmFacts
from filmgraph.model.knowledge import NameEntry, TripleSource
from filmgraph.model.names import fold_title
from filmgraph.model.terms import IRI, Quad
from filmgraph.rdf import terms as t
from filmgraph.rdf.held import AUTHOR, HeldAgent, HeldCredit, HeldFilm
from filmgraph.resolution.iris import attestation_iri, document_iri
from filmgraph.store.base_view import BaseView


@dataclass(frozen=True, slots=True)
class Overlay:
    """What lies over a base: the dataset of what is added, and lines of N-Quads that no longer hold.

    `lines` are added besides: decisions gave works of the base other authors.
    """

    dataset: Dataset
    hidden: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def lay_over(dataset: Dataset, facts: Iterable[FilmFacts], given: Given, base: TripleSource) -> Overlay:
    """What `dataset`, resolved from `facts` and what was `given`, adds to `base`."""
    below = frozenset(document_iri(ID, digest) for digest in given.digests)
    documents = tuple(d for d in dataset.documents if d.sha256 not in given.digests)
    credits = tuple(c for c in (_strip_credit(c, given, below) for c in dataset.credits) if c)
    films = {iri for d in documents for iri in d.films}
    films |= {c.film for c in credits} | {a.film for a in dataset.adaptations}
    agents = _find_agents(dataset, credits)
    values = _stated_values(facts)
    added = replace(
        dataset,
        documents=documents,
        films=tuple(
            _lay_film(f, given.films.get(f.iri), below, values) for f in dataset.films if f.iri in films
        ),
        agents=tuple(_lay_agent(a, given.agents.get(a.iri)) for a in dataset.agents if a.iri in agents),
        credits=credits,
    )
    hidden = tuple(sorted(_find_hidden(dataset, given, base)))
    return Overlay(added, hidden, tuple(sorted(_find_authors(dataset, given))) if hidden else ())


def _strip_credit(credit: Credit, given: Given, below: frozenset[str]) -> Credit | None:
    """A credit with what others than the base say of it; None where that is nothing."""
    if credit.role == AUTHOR:
        return None
    if credit.iri not in given.credits:
        return credit
    own = tuple(a for a in credit.attestations if a.document not in below)
    if not own:
        return None
    printed = tuple(sorted({a.printed_name for a in own if a.printed_name}))
    return replace(credit, attestations=own, credited_as=printed)


def _find_agents(dataset: Dataset, credits: Iterable[Credit]) -> set[str]:
    """The agents that credits and works name, and the members of their teams."""
    found = {iri for c in credits for iri in (c.agent, *c.through)}
    found |= {iri for w in dataset.works for iri in w.authors}
    return found | {iri for a in dataset.agents if a.iri in found for iri in a.members}


Values = dict[tuple[str, str], str]


def _stated_values(facts: Iterable[FilmFacts]) -> Values:
    """What is stated of films, by field and attestation."""
    return {
        (s.field, attestation_iri(document_iri(ID, f.document), s.evidence)): s.value
        for f in facts
        for s in f.stated
    }


def _lay_film(film: Film, held: HeldFilm | None, below: frozenset[str], values: Values) -> Film:
    """A film as others than the base describe it; the base's own data hold where it has some."""
    if held is None:
        return film
    kept = tuple((name, said) for name, said in film.attestations if said.document not in below)
    year = film.year if held.year is None else held.year
    minutes = film.runtime_min if held.runtime_min is None else held.runtime_min
    laid = replace(
        film,
        title=held.title,
        titles=(held.title, *(title for title in film.titles if title != held.title)),
        original_title=held.original_title or film.original_title,
        year=year,
        runtime_min=minutes,
        attestations=kept,
    )
    stated = {said.iri for _, said in film.attestations}
    doubted = {iri for iri in film.disputed if iri not in stated}
    disputed = doubted | {a.iri for name, a in kept if _is_disputed(laid, name, a, values)}
    return replace(laid, disputed=tuple(sorted(disputed)))


def _is_disputed(film: Film, name: str, said: Attestation, values: Values) -> bool:
    """Whether a statement contradicts the data that hold of a film."""
    value = values.get((name, said.iri), "")
    if name == "year":
        return film.year is not None and value != str(film.year)
    if name == "runtime_min" and film.runtime_min is not None:
        return not value.isdigit() or abs(int(value) - film.runtime_min) > 1
    return name == "original_title" and fold_title(value) != fold_title(film.original_title or value)


def _lay_agent(agent: Agent, held: HeldAgent | None) -> Agent:
    if held is None:
        return agent
    names = {agent.preferred_name, *agent.aliases} - {held.name}
    return replace(agent, preferred_name=held.name, kind=held.kind, aliases=tuple(sorted(names)))


def _find_hidden(dataset: Dataset, given: Given, base: TripleSource) -> Iterator[str]:
    """The lines of the base that no longer hold: of credits that were rejected or went to another agent.

    An agent that has lost all its credits goes with them.
    """
    standing = {c.iri for c in dataset.credits}
    gone = [c for c in given.credits.values() if c.iri not in standing]
    if not gone:
        return
    left = [c for c in given.credits.values() if c.iri in standing]
    direct = {_direct(c) for c in left}
    busy = {c.agent for c in left}
    for credit in gone:
        yield from _lines(base, credit.iri)
        if (triple := _direct(credit)) not in direct:
            yield triple.n4() + "\n"
    for iri in {c.agent for c in gone} & given.whole - busy:
        yield from _lines(base, iri)


def _find_authors(dataset: Dataset, given: Given) -> Iterator[str]:
    """The lines that tie works of the base to the authors that decisions say wrote them."""
    works = {(c.film, a): c.work for c in given.credits.values() if c.work for a in c.attestations}
    for credit in dataset.credits:
        if credit.role == AUTHOR and credit.iri not in given.credits:
            for said in credit.attestations:
                if work := works.get((credit.film, said.iri)):
                    yield Quad(IRI(work), t.AUTHOR, IRI(credit.agent)).n4() + "\n"


def _direct(credit: HeldCredit) -> Quad:
    if credit.work:
        return Quad(IRI(credit.work), t.AUTHOR, IRI(credit.agent))
    role = load_roles().roles.get(credit.role)
    return Quad(IRI(credit.film), IRI(role.direct_property) if role else t.CONTRIBUTOR, IRI(credit.agent))


def _lines(base: TripleSource, iri: str) -> Iterator[str]:
    for subject, predicate, value in base.find(iri):
        yield Quad(IRI(subject), IRI(predicate), value).n4() + "\n"


def weigh_names(
    entries: Sequence[NameEntry], dataset: Dataset, given: Given, base: BaseView
) -> list[NameEntry]:
    """`entries` of what lies over the base, with the weight that both together give an entity.

    A film weighs its credits, an agent its films; what stands in both is counted once.
    """
    known = given.credits.keys() | {(c.film, c.agent) for c in given.credits.values()}
    new: dict[str, set[str]] = defaultdict(set)
    for credit in dataset.credits:
        if credit.iri not in known:
            new[credit.film].add(credit.iri)
        if (credit.film, credit.agent) not in known:
            new[credit.agent].add(credit.film)
    held = given.films.keys() | given.agents.keys()
    below = {e.iri: base.find_entity(e.iri) for e in entries if e.iri in held}
    return [
        replace(e, weight=match.weight + len(new[e.iri])) if (match := below.get(e.iri)) else e
        for e in entries
    ]
