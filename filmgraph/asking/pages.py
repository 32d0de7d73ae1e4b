"""A film's or an agent's page: what is held, by department, with the sentence behind each credit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from filmgraph.asking.page_credits import (
    PageCredit,
    PageQuote,
    group_page_credits,
    read_billing,
    read_page_credits,
)
from filmgraph.asking.ties import read_evidence
from filmgraph.catalogs.namespaces import FG, FOAF, SCHEMA
from filmgraph.catalogs.parameters import widen_agent
from filmgraph.model.knowledge import EntityKind, Knowledge
from filmgraph.model.linking import Link, link_any

__all__ = ["Page", "PageCredit", "PageQuote", "PageWork", "build_page"]

_PREFIXES = f"PREFIX fg: <{FG}>\nPREFIX schema: <{SCHEMA}>\nPREFIX foaf: <{FOAF}>\n"
# The data of a page: its name there, and the property it is read from.
_FILM_DATA = (
    ("original title", FG + "originalTitle"),
    ("year", SCHEMA + "datePublished"),
    ("running time", SCHEMA + "duration"),
    ("countries", SCHEMA + "countryOfOrigin"),
    ("languages", SCHEMA + "inLanguage"),
    ("IMDb", FG + "imdbId"),
    ("TMDb", FG + "tmdbId"),
    ("Wikidata", FG + "wikidataId"),
)
_DURATION = re.compile(r"PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?")


@dataclass(frozen=True, slots=True)
class PageWork:
    """A work a film was made from: "inspired by", title, kind, authors, the words that say so.

    On an author's page `film` and `year` name the film.
    """

    how: str
    title: str
    kind: str
    authors: tuple[str, ...]
    iri: str
    film: str = ""
    year: str = ""
    quote: PageQuote | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """All that the store holds on a film or an agent.

    `data` are named facts ("year": "2012"), `departments` the credits by English
    department name, in the order of a film's credits; `members` are a team's
    people, or the teams that a person belongs to.
    """

    iri: str
    kind: EntityKind
    label: str
    other_names: tuple[str, ...]
    data: tuple[tuple[str, str], ...]
    departments: tuple[tuple[str, tuple[PageCredit, ...]], ...]
    works: tuple[PageWork, ...] = ()
    members: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def build_page(name_or_iri: str, knowledge: Knowledge) -> Page:
    """The page of the film or agent called `name_or_iri`.

    A team's page holds its members' credits, a member's those of the team.
    Raises NameNotFoundError with the nearest names.
    """
    link = link_any(name_or_iri, knowledge)
    iris = (link.iri,) if link.kind == "film" else widen_agent(link, knowledge)
    names, data, members = _read_data(link, knowledge)
    rows = read_page_credits(link, iris, knowledge)
    works = _read_works(link, iris, knowledge)
    said = read_evidence([r["credit"] for r in rows] + [w["adaptation"] for w in works], knowledge)
    quotes = {thing: PageQuote(*words) for thing, words in said.items()}
    return Page(
        iri=link.iri,
        kind=link.kind,
        label=link.label,
        other_names=names,
        data=data,
        departments=group_page_credits(link, rows, quotes, read_billing(link, knowledge)),
        works=_build_works(works, quotes),
        members=members,
        notes=link.notes,
    )


def _read_data(
    link: Link, knowledge: Knowledge
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The other names, the film data in page order, and a team's members or a person's teams."""
    table = knowledge.select(
        f"{_PREFIXES}SELECT ?property ?value ?member WHERE {{\n"
        f"  {{ <{link.iri}> ?property ?value FILTER(isLiteral(?value)) }}\n"
        f"  UNION {{ <{link.iri}> foaf:member/schema:name ?member }}\n"
        f"  UNION {{ ?team foaf:member <{link.iri}> ; schema:name ?member }}\n"
        "} ORDER BY ?property ?value ?member"
    )
    values: dict[str, list[str]] = {}
    members = []
    for row in table:
        if "member" in row:
            members.append(row["member"])
        else:
            values.setdefault(row["property"], []).append(row["value"])
    names = tuple(n for n in values.get(SCHEMA + "alternateName", []) if n != link.label)
    data = tuple(
        (word, ", ".join(map(readable_value, values[prop]))) for word, prop in _FILM_DATA if prop in values
    )
    return names, data, tuple(members)


def readable_value(value: str) -> str:
    """A value as people write it: a duration of hours and minutes (ISO 8601) as "122 min".

    >>> readable_value("PT2H2M"), readable_value("PT95M"), readable_value("French")
    ('122 min', '95 min', 'French')
    """
    found = _DURATION.fullmatch(value)
    return f"{60 * int(found[1] or 0) + int(found[2] or 0)} min" if found else value


def _read_works(link: Link, iris: Sequence[str], knowledge: Knowledge) -> list[dict[str, str]]:
    known = " ".join(f"<{iri}>" for iri in iris)
    bound = f"VALUES ?film {{ {known} }}"
    if link.kind != "film":
        bound = f"VALUES ?author {{ {known} }} ?work schema:author ?author ."
    return list(
        knowledge.select(
            f"{_PREFIXES}SELECT DISTINCT ?adaptation ?grade ?work ?name ?kind ?writer ?title ?year WHERE {{\n"
            f"  {bound}\n"
            "  ?adaptation fg:sourceWork ?work ; fg:film ?film ; fg:grade ?grade .\n"
            "  ?film schema:name ?title .\n"
            "  OPTIONAL { ?film schema:datePublished ?year }\n"
            "  OPTIONAL { ?work schema:name ?name }\n"
            "  OPTIONAL { ?work fg:workKind ?kind }\n"
            "  OPTIONAL { ?work schema:author/schema:name ?writer }\n"
            "} ORDER BY (!BOUND(?year)) ?year ?title ?name ?writer"
        )
    )


def _build_works(rows: Sequence[Mapping[str, str]], quotes: Mapping[str, PageQuote]) -> tuple[PageWork, ...]:
    by_adaptation: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        by_adaptation.setdefault(row["adaptation"], []).append(row)
    works = []
    for adaptation, members in by_adaptation.items():
        first = members[0]
        grade = first["grade"].rpartition("#")[2].rpartition("/")[2]
        how = {"inspiredBy": "inspired by", "suggestedBy": "suggested by", "remakeOf": "a remake of"}
        works.append(
            PageWork(
                how=how.get(grade, "based on"),
                title=first.get("name", ""),
                kind=first.get("kind", ""),
                authors=tuple(sorted({row["writer"] for row in members if "writer" in row})),
                iri=first["work"],
                film=first["title"],
                year=first.get("year", ""),
                quote=quotes.get(adaptation),
            )
        )
    return tuple(works)
