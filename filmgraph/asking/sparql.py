"""SPARQL for readings: one query finds the answers, another the films (`evidence_sparql`: their words).

Two-sided questions are SELECT DISTINCT sub-selects joined on the answer: the
known side through its credit nodes, the unknown one through direct properties.
Names and kinds are asked for as OPTIONAL, one by one: Oxigraph looks those up row
by row, where a joined pattern is read over the whole store first (400 ms instead
of 8 on 20,000 films).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from filmgraph.asking.readings import (
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    RoleSet,
    Side,
    WorkReading,
    Years,
)
from filmgraph.asking.readings import SourcesReading as Sources
from filmgraph.catalogs.namespaces import FG, FOAF, ROLE, SCHEMA
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold
from filmgraph.model.terms import IRI, Literal

PREFIXES = f"PREFIX fg: <{FG}>\nPREFIX role: <{ROLE}>\nPREFIX schema: <{SCHEMA}>\n"
_ACCENTED = {"a": "aàáâãäå", "c": "cç", "e": "eèéêë", "i": "iìíîï", "n": "nñ", "o": "oòóôõöø", "u": "uùúûü"}
# What is asked of a film, by its property.
_VALUES = {"countries": "schema:countryOfOrigin", "running time": "schema:duration"}
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
    elif isinstance(reading, WorkReading):
        body = _work_query(reading)
    else:
        body = _cast_query(reading)
    return PREFIXES + body


def build_credits_query(sides: Sequence[Side], only: Sequence[str] = ()) -> str:
    """All credits on the films of the sides; with `only`, on those films alone.

    Columns `film`, `title`, `year`, `credit`, `holder`, `name`, `member`, `role`.
    Each side is one basic graph pattern: a sub-select for the films would be
    joined to all credits of the store.
    """
    found = [f"VALUES ?film {{ {list_iris(only)} }}"] if only else [_films_of(side) for side in sides]
    branches = " UNION ".join(
        f"{{ {films} ?own fg:film ?film ; fg:agent ?holder ; fg:role ?role }}" for films in found
    )
    return (
        f"{PREFIXES}PREFIX foaf: <{FOAF}>\n"
        "SELECT DISTINCT ?film ?title ?year ?own ?holder ?name ?member ?role WHERE {\n"
        f"  {branches}\n"
        "  OPTIONAL { ?film schema:name ?title }\n"
        "  OPTIONAL { ?holder schema:name ?name }\n"
        "  OPTIONAL { ?film schema:datePublished ?year }\n"
        "  OPTIONAL { ?holder foaf:member ?member }\n"
        "}"
    )


def stated_property(reading: FilmsReading) -> str:
    """The property of a film that a reading asks for, or by which it chooses films; "" where credits do."""
    if reading.asks_value:
        return _VALUES.get(reading.asks, "schema:datePublished")
    if reading.sides:
        return ""
    if reading.countries:
        return "schema:countryOfOrigin"
    return "schema:datePublished" if str(reading.years) else "schema:name"


def build_bearers_query(agents: Iterable[str], roles: RoleSet) -> str:
    """How many films each of some agents has in the roles: columns `agent`, `films`."""
    return (
        f"{PREFIXES}SELECT ?agent (COUNT(DISTINCT ?film) AS ?films) WHERE {{\n"
        f"  VALUES ?agent {{ {list_iris(agents)} }} VALUES ?role {{ {_roles(roles)} }}\n"
        "  ?credit fg:agent ?agent ; fg:role ?role ; fg:film ?film .\n"
        "} GROUP BY ?agent"
    )


def build_both_roles_query(reading: PeopleReading, answers: Iterable[str]) -> str:
    """The films on which each of some answers of a reading without sides has all its roles."""
    return (
        f"{PREFIXES}SELECT DISTINCT ?film WHERE {{\n"
        f"  VALUES ?answer {{ {list_iris(answers)} }}\n  {_answers_on_film(reading)}\n"
        "}"
    )


def build_characters_query(title: str) -> str:
    """One character of a film called `title`: column `character`."""
    return (
        f"{PREFIXES}SELECT ?character WHERE {{\n"
        f"  ?film schema:name {Literal(title).n3()} . ?credit fg:film ?film ; fg:character ?character .\n"
        "} ORDER BY ?character LIMIT 1"
    )


def build_sample_query() -> str:
    """Any film with a director, for an example: columns `title`, `name`."""
    return (
        f"{PREFIXES}SELECT ?title ?name WHERE {{\n"
        "  ?film schema:director ?agent ; schema:name ?title . ?agent schema:name ?name .\n"
        "} LIMIT 1"
    )


def build_territories_query(reading: PeopleReading) -> str:
    """Where the credits asked about hold: column `territory`."""
    branches = " UNION ".join(f"{{ {_films_of(side)} }}" for side in reading.sides)
    return (
        f"{PREFIXES}SELECT DISTINCT ?territory WHERE {{\n"
        f"  {branches}\n  VALUES ?own_role {{ {_roles(reading.asked)} }}\n"
        "  ?own fg:film ?film ; fg:role ?own_role ; fg:territory ?territory .\n"
        "} ORDER BY ?territory"
    )


def build_undated_query(side: Side) -> str:
    """How many films of a side have no year: column `films`."""
    return (
        f"{PREFIXES}SELECT (COUNT(DISTINCT ?film) AS ?films) WHERE {{\n"
        f"  {_films_of(replace(side, years=Years()))}\n"
        "  FILTER NOT EXISTS { ?film schema:datePublished ?date }\n"
        "}"
    )


def build_countries_query() -> str:
    """The countries that films are from: column `country`."""
    return f"{PREFIXES}SELECT DISTINCT ?country WHERE {{ ?film schema:countryOfOrigin ?country }}"


def build_dated_films_query(films: Iterable[str], years: Years) -> str:
    """Those of some films that are of some years: column `film`."""
    return f"{PREFIXES}SELECT ?film WHERE {{ VALUES ?film {{ {list_iris(films)} }}{_dated(years)} }}"


def build_film_test(side: Side) -> str:
    """An ASK: is there any film on which this side holds?"""
    return f"{PREFIXES}ASK {{ {_films_of(side)} }}"


def _people_query(reading: PeopleReading) -> str:
    """The answers are cut out of the sides' own agents, who never answer a question about themselves."""
    parts = []
    for films in [_films_of(side) for side in reading.sides] or [""]:
        parts.append(
            "  { SELECT DISTINCT ?answer WHERE {\n" + (f"      {films}\n" if films else "") +
            f"      {_answers_on_film(reading)}\n" + _in_territory(reading) +
            "  } }\n"
        )  # fmt: skip
    own = [iri for side in reading.sides if not side.is_film for iri in side.agents]
    excluded = f"  FILTER(?answer NOT IN ({', '.join(f'<{iri}>' for iri in own)}))\n" if own else ""
    kinds = ", ".join(_CLASSES[kind] for kind in reading.asked.kinds)
    return (
        "SELECT DISTINCT ?answer ?name ?kind WHERE {\n" + "".join(parts) + excluded +
        "  OPTIONAL { ?answer schema:name ?name }\n"
        "  OPTIONAL { ?answer a ?kind }\n"
        f"  FILTER(?kind IN ({kinds}))\n"
        "} ORDER BY ?name"
    )  # fmt: skip


def _films_query(reading: FilmsReading) -> str:
    sides = [_films_of(side) for side in reading.sides] or [_all_films(reading)]
    parts = [f"  {{ SELECT DISTINCT (?film AS ?answer) WHERE {{ {films} }} }}\n" for films in sides]
    value = stated_property(reading) if reading.asks_value else "schema:datePublished"
    return (
        "SELECT DISTINCT ?answer ?name ?kind WHERE {\n" + "".join(parts) +
        "  OPTIONAL { ?answer schema:name ?name }\n"
        f"  OPTIONAL {{ ?answer {value} ?kind }}\n"
        f"}} ORDER BY {_by_year('?kind')} ?name"
    )  # fmt: skip


def _all_films(reading: FilmsReading) -> str:
    """Every film, or those of some years and countries."""
    known = " ".join(Literal(country).n3() for country in reading.countries)
    there = f" VALUES ?country {{ {known} }} ?film schema:countryOfOrigin ?country ." if known else ""
    return f"?film a schema:Movie .{there}{_dated(reading.years)}"


def _work_query(reading: WorkReading) -> str:
    return (
        "SELECT DISTINCT ?credit ?role ?character ?title ?year WHERE {\n"
        f"  VALUES ?film {{ <{reading.film.iri}> }} VALUES ?agent {{ {list_iris(reading.agent.agents)} }}\n"
        "  ?credit fg:agent ?agent ; fg:film ?film ; fg:role ?role .\n"
        "  ?film schema:name ?title .\n"
        "  OPTIONAL { ?credit fg:character ?character }\n"
        "  OPTIONAL { ?film schema:datePublished ?year }\n"
        "} ORDER BY ?role ?character ?credit"
    )


def _sources_query(reading: Sources) -> str:
    """One row a film and work, whichever of the two is the answer; with adapters, for each of them.

    An author's works of which no document says the kind may be of any: they are among the novels asked for.
    """
    film = f"  VALUES ?film {{ <{reading.film.iri}> }}\n" if reading.film else ""
    author = f"  VALUES ?author {{ {list_iris(reading.author.iris)} }}\n" if reading.author else ""
    if reading.adapter:
        film += (
            f"  VALUES ?adapter {{ {list_iris(reading.adapter.iris)} }} "
            "?film fg:screenwriter|schema:director ?adapter .\n"
        )
    kind = ""
    if reading.kind == "book":
        kind = "  ?work a schema:Book .\n"
    elif reading.kind:
        kind = f"  ?work fg:workKind {Literal(reading.kind).n3()} .\n"
    if kind and (reading.author or reading.adapter):
        kind = f"  FILTER(!BOUND(?kind) || EXISTS {{ {kind.strip()} }})\n"
    adapters = (
        "  OPTIONAL { ?film fg:screenwriter ?writer . ?writer schema:name ?writer_name }\n"
        "  OPTIONAL { ?film schema:director ?director . ?director schema:name ?director_name }\n"
    )
    names = " ?writer_name ?director_name" if reading.adapters else ""
    by = "?work schema:author ?author . ?author schema:name ?author_name ."
    return (
        "SELECT DISTINCT ?adaptation ?grade ?film ?title ?year ?work ?name ?kind ?author_name"
        f"{names} WHERE {{\n"
        + film + author +
        "  ?adaptation fg:film ?film ; fg:sourceWork ?work ; fg:grade ?grade .\n" + kind +
        "  ?film schema:name ?title .\n"
        "  OPTIONAL { ?film schema:datePublished ?year }\n"
        "  OPTIONAL { ?work schema:name ?name }\n"
        "  OPTIONAL { ?work fg:workKind ?kind }\n"
        + (f"  {by}\n" if author else f"  OPTIONAL {{ {by} }}\n") + (adapters if reading.adapters else "") +
        f"}} ORDER BY {_by_year('?year')} ?title ?name ?author_name"
    )  # fmt: skip


def _cast_query(reading: CastReading) -> str:
    agents = f"  VALUES ?answer {{ {list_iris(reading.agent.agents)} }}\n" if reading.agent else ""
    film = f"  VALUES ?film {{ <{reading.film.iri}> }}\n" if reading.film else ""
    called = "" if reading.film else f"  FILTER({_like(reading.character)})\n"
    return (
        "SELECT DISTINCT ?credit ?character ?answer ?name ?film ?title ?year WHERE {\n" + agents + film +
        "  ?credit fg:character ?character ; fg:film ?film ; fg:agent ?answer .\n" + called +
        "  ?answer schema:name ?name .\n"
        "  ?film schema:name ?title .\n"
        "  OPTIONAL { ?film schema:datePublished ?year }\n"
        f"}} ORDER BY {_by_year('?year')} ?title ?character ?name"
    )  # fmt: skip


def _like(character: str) -> str:
    """A test that a character's name holds the longest word of `character`, accents apart.

    SPARQL does not fold accents: each letter that may bear one stands for them all.
    """
    word = max(fold(character).split(), key=len, default="")
    pattern = "".join(f"[{_ACCENTED[c]}]" if c in _ACCENTED else c for c in word)
    return f'REGEX(?character, "{pattern}", "i")'


def _by_year(variable: str) -> str:
    """An order by year in which the films without one are last."""
    return f'COALESCE(STR({variable}), "9999")'


def _films_of(side: Side) -> str:
    dated = _dated(side.years)
    if side.is_film:
        return f"VALUES ?film {{ <{side.link.iri}> }}{dated}"
    role = f" VALUES ?their_role {{ {_roles(side.roles)} }}" if side.roles.roles else ""
    beside = "" if role else f" FILTER(?their_role NOT IN ({', '.join(f'role:{r}' for r in _beside())}))"
    agents = f"VALUES ?agent {{ {list_iris(side.agents)} }}"
    return f"{agents}{role} ?credit fg:agent ?agent ; fg:role ?their_role ; fg:film ?film .{beside}{dated}"


def _dated(years: Years) -> str:
    """The condition on the year of films; years of four digits compare as text."""
    tests = [f'STR(?dated) >= "{years.first}"'] * bool(years.first)
    tests += [f'STR(?dated) <= "{years.last}"'] * bool(years.last)
    return f" ?film schema:datePublished ?dated . FILTER({' && '.join(tests)})" if tests else ""


def _answers_on_film(reading: PeopleReading) -> str:
    """Every thing that a film points at, where no role is asked for: the kind tells agents from others."""
    if not reading.asked.roles:
        beside = (_short(load_roles().roles[role].direct_property) for role in _beside())
        return f"?film ?property ?answer . FILTER(?property NOT IN ({', '.join(beside)}))"
    return " ".join(
        f"VALUES ?property{number} {{ {_properties(roles)} }} ?film ?property{number} ?answer ."
        for number, roles in zip(("", *"23456789"), (reading.asked, *reading.also), strict=False)
    )


def _in_territory(reading: PeopleReading) -> str:
    """The condition that the answer's credit holds in a territory."""
    if not reading.territories:
        return ""
    values = " ".join(Literal(territory).n3() for territory in reading.territories)
    return (
        f"      VALUES ?territory {{ {values} }} VALUES ?own_role {{ {_roles(reading.asked)} }}\n"
        "      ?own fg:film ?film ; fg:agent ?answer ; fg:role ?own_role ; fg:territory ?territory .\n"
    )


def _beside() -> tuple[str, ...]:
    """The roles of those who did not work on the film: where no role is asked for, they do not count."""
    return tuple(sorted(load_roles().of_sources))


def _properties(roles: RoleSet) -> str:
    return " ".join(_short(load_roles().roles[role].direct_property) for role in roles.roles)


def _short(iri: str) -> str:
    """A property as a prefixed name, where a prefix of the query fits."""
    for prefix, namespace in (("fg", FG), ("schema", SCHEMA)):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _roles(roles: RoleSet) -> str:
    return " ".join(f"role:{role}" for role in roles.roles)


def list_iris(iris: Iterable[str]) -> str:
    """IRIs as SPARQL writes them, a blank between."""
    return " ".join(IRI(iri).n3() for iri in iris)
