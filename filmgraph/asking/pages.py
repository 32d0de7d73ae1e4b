"""A film's or an agent's page: what is held, by department, with the sentence behind each credit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from filmgraph.asking.ties import read_evidence
from filmgraph.catalogs.namespaces import FG, FOAF, ROLE, SCHEMA
from filmgraph.catalogs.parameters import widen_agent
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import EntityKind, Knowledge
from filmgraph.model.linking import Link, link_any

_PREFIXES = f"PREFIX fg: <{FG}>\nPREFIX schema: <{SCHEMA}>\nPREFIX foaf: <{FOAF}>\n"
# In the order of a film's credits; departments that are not named here follow by name.
_DEPARTMENTS = (
    "direction", "writing", "cast", "production", "financing", "distribution", "camera", "editing", "music",
    "sound", "art", "costume-and-makeup", "casting", "effects", "animation", "movement",
)  # fmt: skip
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
class PageQuote:
    """The words of a document: `quote` is None where they are not to be had; `iri` is the attestation's."""

    quote: str | None
    source: str
    iri: str


@dataclass(frozen=True, slots=True)
class PageCredit:
    """A credit seen from one end: `label` and `iri` are the agent's on a film's page, else the film's.

    `year` is the film's; `through` names companies that a person worked through.
    """

    label: str
    iri: str
    role: str
    year: str = ""
    characters: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    credited_as: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    quote: PageQuote | None = None
    credit: str = ""


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
    rows = _read_credits(link, iris, knowledge)
    works = _read_works(link, iris, knowledge)
    said = read_evidence([r["credit"] for r in rows] + [w["adaptation"] for w in works], knowledge)
    quotes = {thing: PageQuote(*words) for thing, words in said.items()}
    return Page(
        iri=link.iri,
        kind=link.kind,
        label=link.label,
        other_names=names,
        data=data,
        departments=_group_credits(link, rows, quotes),
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
    data = tuple((word, ", ".join(map(_plain, values[prop]))) for word, prop in _FILM_DATA if prop in values)
    return names, data, tuple(members)


def _plain(value: str) -> str:
    """A value as people write it: a duration of hours and minutes (ISO 8601) as "122 min".

    >>> _plain("PT2H2M"), _plain("PT95M"), _plain("French")
    ('122 min', '95 min', 'French')
    """
    found = _DURATION.fullmatch(value)
    return f"{60 * int(found[1] or 0) + int(found[2] or 0)} min" if found else value


def _read_credits(link: Link, iris: Sequence[str], knowledge: Knowledge) -> list[dict[str, str]]:
    known = " ".join(f"<{iri}>" for iri in iris)
    this, that = ("film", "agent") if link.kind == "film" else ("agent", "film")
    return list(
        knowledge.select(
            f"{_PREFIXES}SELECT ?credit ?role ?other ?label ?year ?character ?territory ?printed ?company\n"
            "WHERE {\n"
            f"  VALUES ?known {{ {known} }}\n"
            f"  ?credit fg:{this} ?known ; fg:{that} ?other ; fg:role ?role .\n"
            "  ?other schema:name ?label .\n"
            "  OPTIONAL { ?other schema:datePublished ?year }\n"
            "  OPTIONAL { ?credit fg:character ?character }\n"
            "  OPTIONAL { ?credit fg:territory ?territory }\n"
            "  OPTIONAL { ?credit fg:creditedAs ?printed }\n"
            "  OPTIONAL { ?credit fg:through/schema:name ?company }\n"
            "} ORDER BY ?year ?label"
        )
    )


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
            "} ORDER BY ?year ?title ?name ?writer"
        )
    )


def _group_credits(
    link: Link, rows: Sequence[Mapping[str, str]], quotes: Mapping[str, PageQuote]
) -> tuple[tuple[str, tuple[PageCredit, ...]], ...]:
    """The credits by department, on a film's page by role and name, on an agent's by year."""
    catalog = load_roles()
    by_credit: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        by_credit.setdefault(row["credit"], []).append(row)
    grouped: dict[str, list[PageCredit]] = {}
    for members in by_credit.values():
        role = catalog.roles.get(members[0]["role"].removeprefix(ROLE))
        credit = _build_credit(members, role.label if role else members[0]["role"], quotes)
        grouped.setdefault(role.department if role else "other", []).append(credit)
    order = [d for d in _DEPARTMENTS if d in grouped] + sorted(set(grouped) - set(_DEPARTMENTS))
    if link.kind == "film":
        role_order = {r.label: n for n, r in enumerate(catalog.roles.values())}
        for credits in grouped.values():
            credits.sort(key=lambda c: (role_order.get(c.role, 999), _place(c), c.label))
    else:
        for credits in grouped.values():
            credits.sort(key=lambda c: (c.year or "9999", c.label, c.role))
    return tuple((catalog.departments.get(d, d), tuple(grouped[d])) for d in order)


def _place(credit: PageCredit) -> tuple[str, int]:
    """Where the credit stands: of one document, in the order of its words."""
    if not credit.quote:
        return "", 0
    document, _, fragment = credit.quote.iri.partition("#")
    numbers = fragment.partition("=")[2].split(",")
    return document, int(numbers[-1]) if numbers[-1].isdigit() else 0


def _build_credit(
    rows: Sequence[Mapping[str, str]], role: str, quotes: Mapping[str, PageQuote]
) -> PageCredit:
    first = rows[0]

    def every(column: str) -> tuple[str, ...]:
        return tuple(sorted({row[column] for row in rows if column in row}))

    return PageCredit(
        label=first["label"],
        iri=first["other"],
        role=role,
        year=first.get("year", ""),
        characters=every("character"),
        territories=every("territory"),
        credited_as=tuple(name for name in every("printed") if name != first["label"]),
        through=every("company"),
        quote=quotes.get(first["credit"]),
        credit=first["credit"],
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
