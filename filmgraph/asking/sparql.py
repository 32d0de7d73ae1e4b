"""SPARQL for readings: one query finds the answers, two more the films and the words behind them.

Two-sided questions are SELECT DISTINCT sub-selects joined on the answer: the
known side through its credit nodes, the unknown one through direct properties,
which keeps the busiest pair of 100,000 films at a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from filmgraph.asking.readings import CastReading, FilmsReading, PeopleReading, Reading, RoleSet, Side
from filmgraph.asking.readings import SourcesReading as Sources
from filmgraph.catalogs.namespaces import DCTERMS, FG, FOAF, OA, ROLE, SCHEMA
from filmgraph.model.facts import AgentKind
from filmgraph.model.terms import IRI, Literal

_PREFIXES = f"PREFIX fg: <{FG}>\nPREFIX role: <{ROLE}>\nPREFIX schema: <{SCHEMA}>\n"
_CLASSES: dict[AgentKind, str] = {
    "person": "schema:Person",
    "team": "fg:CreativeTeam",
    "organization": "schema:Organization",
}


def build_query(reading: Reading) -> str:
    """The query that finds the answers: columns `answer`, `name`, `kind`, by the form of the reading."""
    if isinstance(reading, PeopleReading):
        body = _people_query(reading)
    elif isinstance(reading, FilmsReading):
        body = _films_query(reading)
    elif isinstance(reading, Sources):
        body = _sources_query(reading)
    else:
        body = _cast_query(reading)
    return _PREFIXES + body


def build_credits_query(sides: Sequence[Side], only: Sequence[str] = ()) -> str:
    """All credits on the films of the sides; with `only`, on those films alone.

    Columns `film`, `title`, `year`, `credit`, `agent`, `name`, `member`, `role`.
    """
    wanted = (
        f"VALUES ?film {{ {_iris(only)} }}"
        if only
        else " UNION ".join(f"{{ {_films_of(s)} }}" for s in sides)
    )
    return (
        f"{_PREFIXES}PREFIX foaf: <{FOAF}>\n"
        "SELECT DISTINCT ?film ?title ?year ?credit ?agent ?name ?member ?role WHERE {\n"
        f"  {{ SELECT DISTINCT ?film WHERE {{ {wanted} }} }}\n"
        "  ?credit fg:film ?film ; fg:agent ?agent ; fg:role ?role .\n"
        "  ?film schema:name ?title .\n"
        "  ?agent schema:name ?name .\n"
        "  OPTIONAL { ?film schema:datePublished ?year }\n"
        "  OPTIONAL { ?agent foaf:member ?member }\n"
        "}"
    )


def build_evidence_query(things: Iterable[str]) -> str:
    """What stands behind credits or adaptations, in order of the documents' titles.

    Columns `thing`, `attestation`, `quote`, and of the document `title`, `outlet`, `date`, `origin`.
    """
    return (
        f"{_PREFIXES}PREFIX oa: <{OA}>\nPREFIX dcterms: <{DCTERMS}>\n"
        "SELECT DISTINCT ?thing ?attestation ?quote ?title ?outlet ?date ?origin WHERE {\n"
        f"  VALUES ?thing {{ {_iris(things)} }}\n"
        "  ?thing fg:attestedBy ?attestation .\n"
        '  BIND(IRI(STRBEFORE(STR(?attestation), "#")) AS ?document)\n'
        "  OPTIONAL { GRAPH ?document { ?attestation oa:exact ?quote } }\n"
        "  OPTIONAL { ?document schema:name ?title }\n"
        "  OPTIONAL { ?document fg:outlet ?outlet }\n"
        "  OPTIONAL { ?document schema:datePublished ?date }\n"
        "  OPTIONAL { ?document dcterms:source ?origin }\n"
        "} ORDER BY ?title ?origin ?quote"
    )


def build_film_test(side: Side) -> str:
    """An ASK: is there any film on which this side holds?"""
    return f"{_PREFIXES}ASK {{ {_films_of(side)} }}"


def _people_query(reading: PeopleReading) -> str:
    """The answers are cut out of the sides' own agents, who never answer a question about themselves."""
    parts = []
    for side in reading.sides:
        parts.append(
            "  { SELECT DISTINCT ?answer WHERE {\n"
            f"      {_films_of(side)}\n"
            f"      {_answers_on_film(reading.asked)}\n"
            "  } }\n"
        )
    own = [iri for side in reading.sides if not side.is_film for iri in side.agents]
    excluded = f"  FILTER(?answer NOT IN ({', '.join(f'<{iri}>' for iri in own)}))\n" if own else ""
    kinds = " ".join(_CLASSES[kind] for kind in reading.asked.kinds)
    return (
        "SELECT DISTINCT ?answer ?name ?kind WHERE {\n" + "".join(parts) + excluded +
        f"  VALUES ?kind {{ {kinds} }}\n"
        "  ?answer a ?kind ; schema:name ?name .\n"
        "} ORDER BY ?name"
    )  # fmt: skip


def _films_query(reading: FilmsReading) -> str:
    parts = [
        f"  {{ SELECT DISTINCT (?film AS ?answer) WHERE {{ {_films_of(side)} }} }}\n"
        for side in reading.sides
    ]
    return (
        "SELECT DISTINCT ?answer ?name ?kind WHERE {\n" + "".join(parts) +
        "  ?answer schema:name ?name .\n"
        "  OPTIONAL { ?answer schema:datePublished ?kind }\n"
        "} ORDER BY ?kind ?name"
    )  # fmt: skip


def _sources_query(reading: Sources) -> str:
    """One row a film and work, whichever of the two is the answer."""
    film = f"  VALUES ?film {{ <{reading.film.iri}> }}\n" if reading.film else ""
    author = f"  VALUES ?author {{ {_iris(reading.author.iris)} }}\n" if reading.author else ""
    kind = ""
    if reading.kind == "book":
        kind = "  ?work a schema:Book .\n"
    elif reading.kind:
        kind = f"  ?work fg:workKind {Literal(reading.kind).n3()} .\n"
    by = "?work schema:author ?author . ?author schema:name ?author_name ."
    return (
        "SELECT DISTINCT ?adaptation ?grade ?film ?title ?year ?work ?name ?kind ?author_name WHERE {\n"
        + film + author +
        "  ?adaptation fg:film ?film ; fg:sourceWork ?work ; fg:grade ?grade .\n" + kind +
        "  ?film schema:name ?title .\n"
        "  OPTIONAL { ?film schema:datePublished ?year }\n"
        "  OPTIONAL { ?work schema:name ?name }\n"
        "  OPTIONAL { ?work fg:workKind ?kind }\n"
        + (f"  {by}\n" if author else f"  OPTIONAL {{ {by} }}\n") +
        "} ORDER BY ?year ?title ?name ?author_name"
    )  # fmt: skip


def _cast_query(reading: CastReading) -> str:
    agents = f"  VALUES ?answer {{ {_iris(reading.agent.agents)} }}\n" if reading.agent else ""
    return (
        "SELECT DISTINCT ?credit ?character ?answer ?name WHERE {\n" + agents +
        f"  VALUES ?film {{ <{reading.film.iri}> }}\n"
        "  ?credit fg:film ?film ; fg:character ?character ; fg:agent ?answer .\n"
        "  ?answer schema:name ?name .\n"
        "} ORDER BY ?character ?name"
    )  # fmt: skip


def _films_of(side: Side) -> str:
    if side.is_film:
        return f"VALUES ?film {{ <{side.link.iri}> }}"
    role = f" VALUES ?their_role {{ {_roles(side.roles)} }}" if side.roles.roles else ""
    typed = " ; fg:role ?their_role" if role else ""
    return f"VALUES ?agent {{ {_iris(side.agents)} }}{role} ?credit fg:agent ?agent{typed} ; fg:film ?film ."


def _answers_on_film(asked: RoleSet) -> str:
    roles = f"VALUES ?role {{ {_roles(asked)} }} " if asked.roles else ""
    return f"{roles}?role fg:directProperty ?property . ?film ?property ?answer ."


def _roles(roles: RoleSet) -> str:
    return " ".join(f"role:{role}" for role in roles.roles)


def _iris(iris: Iterable[str]) -> str:
    return " ".join(IRI(iri).n3() for iri in iris)
