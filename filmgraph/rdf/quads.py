"""A dataset as quads: what we hold in the default graph, what was said in one graph a document.

Written in the order of their text, without blank nodes, so that one dataset
always gives the same bytes. A credit from a review costs at most 12 triples, one
from a credit list at most 8: the fields of a row are not said again, for the row
itself is at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from filmgraph.catalogs import namespaces as ns
from filmgraph.catalogs.roles import load_roles
from filmgraph.catalogs.scheme import load_role_scheme
from filmgraph.model.entities import (
    Adaptation,
    Agent,
    Attestation,
    Credit,
    Dataset,
    Film,
    Ids,
    SourceDocument,
    SourceWork,
)
from filmgraph.model.terms import IRI, XSD_STRING, Literal, Quad
from filmgraph.rdf import terms as t
from filmgraph.rdf.ledger import build_ledger


def build_quads(dataset: Dataset) -> list[Quad]:
    """All quads of `dataset` and of the role scheme, without repetition, sorted by their text."""
    return sorted(set(_find_quads(dataset)), key=Quad.n4)


def build_lines(dataset: Dataset) -> list[str]:
    """The quads of `build_quads` as lines of N-Quads, in the same order and in half the time."""
    return sorted({f"{quad.n4()}\n" for quad in _find_quads(dataset)})


def _find_quads(dataset: Dataset) -> Iterator[Quad]:
    members = {a.iri: a.members for a in dataset.agents if a.members}
    yield from load_role_scheme()
    for document in dataset.documents:
        yield from document_quads(document)
    for film in dataset.films:
        yield from film_quads(film)
    for agent in dataset.agents:
        yield from agent_quads(agent)
    for work in dataset.works:
        yield from work_quads(work)
    for credit in dataset.credits:
        yield from credit_quads(credit, members)
    for adaptation in dataset.adaptations:
        yield from adaptation_quads(adaptation)
    for old, new in dataset.redirects:
        yield Quad(IRI(old), t.REPLACED_BY, IRI(new))
    yield from build_ledger(dataset)


def document_quads(document: SourceDocument) -> Iterator[Quad]:
    """What is known of a document itself."""
    node = IRI(document.iri)
    yield Quad(node, t.A, t.REVIEW if document.is_review else t.DIGITAL_DOCUMENT)
    about = t.ITEM_REVIEWED if document.is_review else t.fg("describes")
    for film in document.films:
        yield Quad(node, about, IRI(film))
    texts = {
        t.NAME: document.title,
        t.SOURCE: document.origin,
        t.RIGHTS: document.rights,
        t.FORMAT: document.media_type,
        t.fg("sha256"): document.sha256,
        t.fg("critic"): document.critic,
        t.fg("outlet"): document.outlet,
    }
    for predicate, text in texts.items():
        if text:
            yield Quad(node, predicate, Literal(text))
    date = t.date_literal(document.date or "")
    if date.datatype != XSD_STRING:
        yield Quad(node, t.DATE_PUBLISHED, date)


def film_quads(film: Film) -> Iterator[Quad]:
    """What we hold of a film's data, and who says so."""
    node = IRI(film.iri)
    yield Quad(node, t.A, t.MOVIE)
    yield Quad(node, t.NAME, Literal(film.title))
    for title in film.titles:
        if title != film.title:
            yield Quad(node, t.ALTERNATE_NAME, Literal(title))
    if film.original_title:
        yield Quad(node, t.fg("originalTitle"), Literal(film.original_title))
    if film.year is not None:
        yield Quad(node, t.DATE_PUBLISHED, t.year_literal(film.year))
    if film.runtime_min is not None:
        yield Quad(node, t.DURATION, t.minutes_literal(film.runtime_min))
    for country in film.countries:
        yield Quad(node, t.COUNTRY, Literal(country))
    for language in film.languages:
        yield Quad(node, t.LANGUAGE, Literal(language))
    yield from _id_quads(node, film.ids, "film")
    for field, attestation in film.attestations:
        yield Quad(node, t.fg("attestedBy"), IRI(attestation.iri))
        yield from _statement_quads(attestation, field)
    for iri in film.disputed:
        yield Quad(node, t.fg("disputed"), IRI(iri))


def agent_quads(agent: Agent) -> Iterator[Quad]:
    """An agent's kind, names, ids and members."""
    node = IRI(agent.iri)
    yield Quad(node, t.A, t.KINDS[agent.kind])
    yield Quad(node, t.NAME, Literal(agent.preferred_name))
    for alias in agent.aliases:
        yield Quad(node, t.ALTERNATE_NAME, Literal(alias))
    for member in agent.members:
        yield Quad(node, t.MEMBER, IRI(member))
    yield from _id_quads(node, agent.ids, "agent")


def work_quads(work: SourceWork) -> Iterator[Quad]:
    """A source work with its kind, title and authors."""
    node = IRI(work.iri)
    yield Quad(node, t.A, t.CREATIVE_WORK)
    if t.is_book(work.kind):
        yield Quad(node, t.A, t.BOOK)
    if work.kind:
        yield Quad(node, t.fg("workKind"), Literal(work.kind))
    if work.title:
        yield Quad(node, t.NAME, Literal(work.title))
    for author in work.authors:
        yield Quad(node, t.AUTHOR, IRI(author))


def credit_quads(credit: Credit, members: Mapping[str, tuple[str, ...]]) -> Iterator[Quad]:
    """A credit, the direct triples that follow from it, and what attests it.

    A team's credit gives direct triples for its known members, for the team
    itself where none is known.
    """
    node, film = IRI(credit.iri), IRI(credit.film)
    yield Quad(node, t.A, t.fg("Credit"))
    yield Quad(node, t.fg("film"), film)
    yield Quad(node, t.fg("agent"), IRI(credit.agent))
    yield Quad(node, t.fg("role"), IRI(ns.ROLE + credit.role))
    for name, values in (
        ("creditedAs", credit.credited_as),
        ("character", credit.characters),
        ("territory", credit.territories),
    ):
        for value in values:
            yield Quad(node, t.fg(name), Literal(value))
    for company in credit.through:
        yield Quad(node, t.fg("through"), IRI(company))
    role = load_roles().roles.get(credit.role)
    direct = IRI(role.direct_property) if role else t.CONTRIBUTOR
    for agent in members.get(credit.agent) or (credit.agent,):
        yield Quad(film, direct, IRI(agent))
    for attestation in credit.attestations:
        yield Quad(node, t.fg("attestedBy"), IRI(attestation.iri))
        yield from attestation_quads(attestation)


def adaptation_quads(adaptation: Adaptation) -> Iterator[Quad]:
    """The tie from a film to a source work: its node, the direct triple, and what attests it."""
    node, film, work = IRI(adaptation.iri), IRI(adaptation.film), IRI(adaptation.work)
    yield Quad(node, t.A, t.fg("Adaptation"))
    yield Quad(node, t.fg("film"), film)
    yield Quad(node, t.fg("sourceWork"), work)
    yield Quad(node, t.fg("grade"), t.GRADES[adaptation.grade])
    yield Quad(film, t.GRADES[adaptation.grade], work)
    for attestation in adaptation.attestations:
        yield Quad(node, t.fg("attestedBy"), IRI(attestation.iri))
        yield from attestation_quads(attestation)


def attestation_quads(attestation: Attestation) -> Iterator[Quad]:
    """What a document says at a span, in the document's graph.

    Nothing for a row, which is read instead, nor for a decision, which the ledger's graph tells of.
    """
    if "#char=" not in attestation.iri:
        return
    node, graph = IRI(attestation.iri), IRI(attestation.document)
    yield Quad(node, t.EXACT, Literal(attestation.quote), graph)
    if attestation.printed_name:
        yield Quad(node, t.fg("printedName"), Literal(attestation.printed_name), graph)
    if attestation.billing_order is not None:
        yield Quad(node, t.fg("billingOrder"), t.integer_literal(attestation.billing_order), graph)
    yield Quad(node, t.fg("rule"), Literal(attestation.rule), graph)
    yield Quad(node, t.fg("confidence"), t.decimal_literal(attestation.confidence), graph)


def _statement_quads(attestation: Attestation, field: str) -> Iterator[Quad]:
    if "#char=" in attestation.iri:
        yield from attestation_quads(attestation)
        yield Quad(IRI(attestation.iri), t.fg("states"), t.FIELDS[field], IRI(attestation.document))


# Where an external id leads, for films and for agents.
_ADDRESSES = {
    ("imdb", "film"): "https://www.imdb.com/title/{}/",
    ("imdb", "agent"): "https://www.imdb.com/name/{}/",
    ("tmdb", "film"): "https://www.themoviedb.org/movie/{}",
    ("tmdb", "agent"): "https://www.themoviedb.org/person/{}",
    ("wikidata", "film"): "http://www.wikidata.org/entity/{}",
    ("wikidata", "agent"): "http://www.wikidata.org/entity/{}",
}


def _id_quads(node: IRI, ids: Ids, kind: str) -> Iterable[Quad]:
    for scheme, value in ids:
        if "/" in scheme:  # a page on another site, as (the site's address, the rest)
            if t.is_iri(scheme + value) and scheme + value != node.value:
                yield Quad(node, t.SAME_AS, IRI(scheme + value))
            continue
        yield Quad(node, t.fg(f"{scheme}Id"), Literal(value))
        address = _ADDRESSES.get((scheme, kind))
        if address and value.isalnum() and value.isascii():
            yield Quad(node, t.SAME_AS, IRI(address.format(value)))
