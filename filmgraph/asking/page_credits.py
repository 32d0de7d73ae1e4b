"""The credits of a page: by department, each once, in the order in which they were printed or made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from filmgraph.catalogs.namespaces import FG, ROLE, SCHEMA
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import Link

_PREFIXES = f"PREFIX fg: <{FG}>\nPREFIX schema: <{SCHEMA}>\n"
# In the order of a film's credits; departments that are not named here follow by name.
_DEPARTMENTS = (
    "direction", "writing", "source", "cast", "production", "financing", "distribution", "camera", "editing",
    "music", "sound", "art", "costume-and-makeup", "casting", "effects", "animation", "movement",
)  # fmt: skip


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
    On the page of a team or a member, `holders` names who of them is credited,
    where it is not the one whose page it is. Where several credits say the same,
    `credit` is the IRI of the first of them, `merged` are the others'.
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
    holders: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()


def read_page_credits(link: Link, iris: Sequence[str], knowledge: Knowledge) -> list[dict[str, str]]:
    """The rows of the credits of a film, or of the agents of a page."""
    known = " ".join(f"<{iri}>" for iri in iris)
    this, that = ("film", "agent") if link.kind == "film" else ("agent", "film")
    return list(
        knowledge.select(
            f"{_PREFIXES}SELECT ?credit ?role ?known ?holder ?other ?label ?year ?character ?territory "
            "?printed ?company WHERE {\n"
            f"  VALUES ?known {{ {known} }}\n"
            f"  ?credit fg:{this} ?known ; fg:{that} ?other ; fg:role ?role .\n"
            "  ?other schema:name ?label . ?known schema:name ?holder .\n"
            "  OPTIONAL { ?other schema:datePublished ?year }\n"
            "  OPTIONAL { ?credit fg:character ?character }\n"
            "  OPTIONAL { ?credit fg:territory ?territory }\n"
            "  OPTIONAL { ?credit fg:creditedAs ?printed }\n"
            "  OPTIONAL { ?credit fg:through/schema:name ?company }\n"
            "} ORDER BY ?year ?label"
        )
    )


def read_billing(link: Link, knowledge: Knowledge) -> dict[str, tuple[int, int]]:
    """Where each credit of a film stands among the names printed in its role, by the credit's IRI.

    The document that bills most of the film's credits sets the order; those that
    only others bill follow.
    """
    if link.kind != "film":
        return {}
    table = knowledge.select(
        f"{_PREFIXES}SELECT ?credit ?document ?billing WHERE {{\n"
        f"  ?credit fg:film <{link.iri}> ; fg:attestedBy ?attestation .\n"
        "  GRAPH ?document { ?attestation fg:billingOrder ?billing }\n"
        "}"
    )
    rows = [(row["credit"], row["document"], int(row["billing"])) for row in table]
    counts = Counter(document for _, document, _ in rows)
    first = min(counts, key=lambda document: (-counts[document], document), default="")
    places: dict[str, tuple[int, int]] = {}
    for credit, document, billing in rows:
        place = (int(document != first), billing)
        places[credit] = min(places.get(credit, place), place)
    return places


def group_page_credits(
    link: Link,
    rows: Sequence[Mapping[str, str]],
    quotes: Mapping[str, PageQuote],
    billing: Mapping[str, tuple[int, int]],
) -> tuple[tuple[str, tuple[PageCredit, ...]], ...]:
    """The credits by department, on a film's page by role and billing, on an agent's by year."""
    catalog = load_roles()
    by_credit: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        by_credit.setdefault(row["credit"], []).append(row)
    # A pair that no document calls a team is its people alone; else the team comes before them.
    of_a_team = not any(row["known"] == link.iri and row["holder"] != link.label for row in rows)
    people = len(link.iris) - of_a_team
    by_role: dict[tuple[str, str], list[PageCredit]] = {}
    for members in by_credit.values():
        credit = _build_credit(link, members, quotes)
        # On a film's page two credits of one agent and role may name two characters.
        key = credit.credit if link.kind == "film" else credit.iri
        by_role.setdefault((members[0]["role"], key), []).append(credit)
    grouped: dict[str, list[PageCredit]] = {}
    for (role_iri, _), credits in by_role.items():
        role = catalog.roles.get(role_iri.removeprefix(ROLE))
        grouped.setdefault(role.department if role else "other", []).append(_merge(credits, people))
    order = [d for d in _DEPARTMENTS if d in grouped] + sorted(set(grouped) - set(_DEPARTMENTS))
    if link.kind == "film":
        roles = {r.label: n for n, r in enumerate(catalog.roles.values())}
        last = (2, 0)
        for credits in grouped.values():
            credits.sort(
                key=lambda c: (roles.get(c.role, 999), billing.get(c.credit, last), _place(c), c.label)
            )
    else:
        for credits in grouped.values():
            credits.sort(key=lambda c: (c.year or "9999", c.label, c.role))
    return tuple((catalog.departments.get(d, d), tuple(grouped[d])) for d in order)


def _merge(credits: Sequence[PageCredit], people: int) -> PageCredit:
    """Credits of a team and its members, so many `people`, on one film in one role, as one."""
    first = next((credit for credit in credits if credit.quote and credit.quote.quote), credits[0])
    holders = sorted({name for credit in credits for name in credit.holders})
    everyone = any(not credit.holders for credit in credits) or 1 < people <= len(holders)

    def every(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(sorted({value for found in values for value in found}))

    return replace(
        first,
        characters=every([c.characters for c in credits]),
        territories=every([c.territories for c in credits]),
        credited_as=every([c.credited_as for c in credits]),
        through=every([c.through for c in credits]),
        holders=() if everyone else tuple(holders),
        merged=tuple(c.credit for c in credits if c is not first),
    )


def _place(credit: PageCredit) -> tuple[str, int]:
    """Where the credit stands: of one document, in the order of its words."""
    if not credit.quote:
        return "", 0
    document, _, fragment = credit.quote.iri.partition("#")
    numbers = fragment.partition("=")[2].split(",")
    return document, int(numbers[-1]) if numbers[-1].isdigit() else 0


def _build_credit(
    link: Link, rows: Sequence[Mapping[str, str]], quotes: Mapping[str, PageQuote]
) -> PageCredit:
    first = rows[0]
    role = load_roles().roles.get(first["role"].removeprefix(ROLE))

    def every(column: str) -> tuple[str, ...]:
        return tuple(sorted({row[column] for row in rows if column in row}))

    return PageCredit(
        label=first["label"],
        iri=first["other"],
        role=role.label if role else first["role"],
        year=first.get("year", ""),
        characters=every("character"),
        territories=every("territory"),
        credited_as=tuple(name for name in every("printed") if name != first["label"]),
        through=every("company"),
        quote=quotes.get(first["credit"]),
        credit=first["credit"],
        holders=() if first["holder"] == link.label else (first["holder"],),
    )
