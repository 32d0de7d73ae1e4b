"""What stands behind a network: credits with their quotes, and film cards, read from a graph in batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from filmgraph.catalogs.namespaces import DCTERMS, FG, OA, ROLE, SCHEMA
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.network import CreditLine, FilmCard, Quote

# IRIs written into one VALUES clause: large enough to save round trips to a remote
# endpoint, small enough for the length that servers allow a query.
BATCH = 400

# Subject → predicate → values.
_Properties = dict[str, dict[str, list[str]]]


def load_credits_of_films(
    films: Iterable[str], knowledge: Knowledge, agents: frozenset[str] | None = None
) -> tuple[CreditLine, ...]:
    """The credits of those who worked on `films` (IRIs) with their quotes, sorted by IRI.

    Only those of `agents` where given; authors of source works are left out.
    """
    query = f"SELECT ?s ?p ?o {{ VALUES ?film {{ %s }} ?s <{FG}film> ?film ; a <{FG}Credit> ; ?p ?o }}"
    beside = {ROLE + role for role in load_roles().of_sources}
    read = _read_properties(query, films, knowledge)
    found = {iri: said for iri, said in read.items() if beside.isdisjoint(said.get(FG + "role", ()))}
    if agents is not None:
        found = {iri: said for iri, said in found.items() if said[FG + "agent"][0] in agents}
    return _build_lines(found, knowledge)


def load_credits(credits: Iterable[str], knowledge: Knowledge) -> tuple[CreditLine, ...]:
    """The credits with these IRIs, with their quotes, sorted by IRI."""
    found = _read_properties("SELECT ?s ?p ?o { VALUES ?s { %s } ?s ?p ?o }", credits, knowledge)
    return _build_lines(found, knowledge)


def load_adaptation_quotes(adaptations: Iterable[str], knowledge: Knowledge) -> dict[str, tuple[Quote, ...]]:
    """The quotes that state each of these adaptations (IRIs)."""
    query = f"SELECT ?s ?p ?o {{ VALUES ?s {{ %s }} ?s <{FG}attestedBy> ?o . BIND(<{FG}attestedBy> AS ?p) }}"
    found = _read_properties(query, adaptations, knowledge)
    quotes = load_quotes({a for said in found.values() for a in said[FG + "attestedBy"]}, knowledge)
    return {iri: _sorted_quotes(said, quotes) for iri, said in found.items()}


def load_film_cards(films: Iterable[str], knowledge: Knowledge) -> dict[str, FilmCard]:
    """The cards of films by IRI; a film without a title is shown by the end of its IRI."""
    films = sorted(set(films))
    query = (
        f"SELECT ?s ?p ?o {{ VALUES ?s {{ %s }} "
        f"VALUES ?p {{ <{SCHEMA}name> <{SCHEMA}datePublished> <{FG}originalTitle> }} ?s ?p ?o }}"
    )
    found = _read_properties(query, films, knowledge)
    return {iri: _build_card(iri, found.get(iri, {})) for iri in films}


def load_names(iris: Iterable[str], knowledge: Knowledge) -> dict[str, str]:
    """The preferred names of entities by IRI."""
    query = f"SELECT ?s ?p ?o {{ VALUES ?s {{ %s }} ?s <{SCHEMA}name> ?o . BIND(<{SCHEMA}name> AS ?p) }}"
    return {iri: min(said[SCHEMA + "name"]) for iri, said in _read_properties(query, iris, knowledge).items()}


def load_quotes(attestations: Iterable[str], knowledge: Knowledge) -> dict[str, Quote]:
    """The words at attestations by IRI; of rows of credit lists, the row's text.

    Where the words are not to be had (a remote store keeps no rows) `text` is "".
    """
    attestations = sorted(set(attestations))
    query = (
        f"SELECT ?s ?p ?o {{ VALUES ?s {{ %s }} GRAPH ?g {{ ?s <{OA}exact> ?o }} BIND(<{OA}exact> AS ?p) }}"
    )
    texts = _read_properties(query, attestations, knowledge)
    documents = {a: a.partition("#")[0] for a in attestations}
    described = _read_properties(
        "SELECT ?s ?p ?o { VALUES ?s { %s } ?s ?p ?o }", documents.values(), knowledge
    )
    quotes = {}
    for iri in attestations:
        said = described.get(documents[iri], {})
        text = _first(texts.get(iri, {}), OA + "exact") or knowledge.read_quote(iri) or ""
        quotes[iri] = Quote(
            text=text,
            attestation=iri,
            title=_first(said, SCHEMA + "name"),
            outlet=_first(said, FG + "outlet"),
            critic=_first(said, FG + "critic"),
            date=_first(said, SCHEMA + "datePublished"),
            origin=_first(said, DCTERMS + "source"),
        )
    return quotes


def batches(iris: Iterable[str], size: int = BATCH) -> Iterator[Sequence[str]]:
    """Distinct IRIs in order, in lists of at most `size`."""
    waiting = sorted(set(iris))
    for start in range(0, len(waiting), size):
        yield waiting[start : start + size]


def write_values(iris: Iterable[str]) -> str:
    """IRIs as they stand in a VALUES clause."""
    return " ".join(f"<{iri}>" for iri in iris)


def _read_properties(query: str, iris: Iterable[str], knowledge: Knowledge) -> _Properties:
    """What a query with `%s` for a batch of IRIs says of each subject, values sorted."""
    found: _Properties = defaultdict(lambda: defaultdict(list))
    for batch in batches(iris):
        for row in knowledge.select(query.replace("%s", write_values(batch))):
            found[row["s"]][row["p"]].append(row["o"])
    return {
        iri: {p: sorted(values) for p, values in sorted(said.items())} for iri, said in sorted(found.items())
    }


def _build_lines(found: _Properties, knowledge: Knowledge) -> tuple[CreditLine, ...]:
    quotes = load_quotes({a for said in found.values() for a in said.get(FG + "attestedBy", ())}, knowledge)
    names = load_names({a for said in found.values() for a in said.get(FG + "through", ())}, knowledge)
    return tuple(_build_line(iri, said, names, quotes) for iri, said in found.items() if FG + "role" in said)


def _build_line(
    iri: str, said: dict[str, list[str]], names: dict[str, str], quotes: dict[str, Quote]
) -> CreditLine:
    role = said[FG + "role"][0].removeprefix(ROLE)
    label, department = describe_role(role)
    return CreditLine(
        iri=iri,
        film=said[FG + "film"][0],
        agent=said[FG + "agent"][0],
        role=role,
        role_label=label,
        department=department,
        credited_as=tuple(said.get(FG + "creditedAs", ())),
        characters=tuple(said.get(FG + "character", ())),
        territories=tuple(said.get(FG + "territory", ())),
        through=tuple(names.get(t, t) for t in said.get(FG + "through", ())),
        quotes=_sorted_quotes(said, quotes),
    )


def describe_role(role: str) -> tuple[str, str]:
    """A role's English name and department; a role that the scheme lacks keeps its local name.

    >>> describe_role("executive-producer"), describe_role("gaffer")
    (('executive producer', 'production'), ('gaffer', ''))
    """
    known = load_roles().roles.get(role)
    return (known.label, known.department) if known else (role.replace("-", " "), "")


def _sorted_quotes(said: dict[str, list[str]], quotes: dict[str, Quote]) -> tuple[Quote, ...]:
    return tuple(
        sorted((quotes[a] for a in said.get(FG + "attestedBy", ())), key=lambda q: (q.source, q.attestation))
    )


def _build_card(iri: str, said: dict[str, list[str]]) -> FilmCard:
    title = _first(said, SCHEMA + "name") or iri.rpartition("/")[2]
    year = _first(said, SCHEMA + "datePublished")[:4]
    original = _first(said, FG + "originalTitle")
    return FilmCard(iri, title, int(year) if year.isdigit() else None, "" if original == title else original)


def _first(said: dict[str, list[str]], predicate: str) -> str:
    values = said.get(predicate)
    return values[0] if values else ""
