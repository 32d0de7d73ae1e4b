"""The films and credits that tie an answer to each side of a question, and the words behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from filmgraph.asking.answers import FilmTie, Quote
from filmgraph.asking.evidence_sparql import (
    build_documents_query,
    build_evidence_query,
    build_statements_query,
)
from filmgraph.asking.readings import RoleSet, Side
from filmgraph.asking.sparql import (
    build_credits_query,
)
from filmgraph.catalogs.namespaces import ROLE
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import Knowledge

# So many films a side are shown with their words; the others are only named.
QUOTED_FILMS = 12
# So many places that state one thing of a film are quoted.
_STATEMENTS = 8


@dataclass(frozen=True, slots=True)
class HeldCredit:
    """A credit as the graph holds it; `agent` is a name, `role` the local name of a role."""

    iri: str
    film: str
    agent: str
    role: str


@dataclass(frozen=True, slots=True)
class FilmCredits:
    """A film with all its credits, by holder: a team's credit stands under the team and each member."""

    iri: str
    title: str
    year: str
    held: Mapping[str, tuple[HeldCredit, ...]]

    def held_by(self, agents: Iterable[str], roles: RoleSet) -> tuple[HeldCredit, ...]:
        """The credits that one of `agents` holds in one of the roles, the director's first.

        Any role will do where none is given, but those of authors of source works.
        """
        beside = load_roles().of_sources
        found = {
            credit.iri: credit
            for agent in agents
            for credit in self.held.get(agent, ())
            if (credit.role in roles.roles if roles.roles else credit.role not in beside)
        }
        return tuple(sorted(found.values(), key=lambda c: (c.role != "director", c.role, c.agent)))


@dataclass(frozen=True, slots=True)
class Tie:
    """One film between an answer and a side: the answer's own credits and the side's."""

    film: FilmCredits
    own: tuple[HeldCredit, ...]
    theirs: tuple[HeldCredit, ...]

    def show(self, side: Side | None) -> FilmTie:
        """The tie as an answer shows it."""
        return FilmTie(
            title=self.film.title,
            iri=self.film.iri,
            year=self.film.year,
            with_=side.link.label if side and not side.is_film else "",
            own_roles=_role_names(self.own),
            their_roles=_role_names(self.theirs),
        )


def read_film_credits(
    sides: Sequence[Side], knowledge: Knowledge, only: Sequence[str] = ()
) -> dict[str, FilmCredits]:
    """The films of the sides (or `only` some of them) with their credits, by IRI, oldest film first."""
    heads: dict[str, tuple[str, str]] = {}
    held: dict[str, dict[str, dict[str, HeldCredit]]] = {}
    for row in knowledge.select(build_credits_query(sides, only)):
        film, title, year = row["film"], row.get("title", ""), row.get("year", "")
        # A film may have several dates or names; the smallest stands for it, whatever the order of rows.
        heads[film] = min(heads.get(film, (year, title)), (year, title))
        credit = HeldCredit(row["own"], film, row.get("name", ""), row["role"].removeprefix(ROLE))
        for holder in (row["holder"], row.get("member")):
            if holder:
                held.setdefault(film, {}).setdefault(holder, {})[credit.iri] = credit
    return {
        film: FilmCredits(
            film, title, year, {holder: tuple(credits.values()) for holder, credits in held[film].items()}
        )
        for film, (year, title) in sorted(heads.items(), key=lambda item: (item[1][0] or "9999", *item))
    }


def find_ties(
    answers: Iterable[str], asked: Sequence[RoleSet], side: Side | None, films: Mapping[str, FilmCredits]
) -> dict[str, tuple[Tie, ...]]:
    """Of each answer, the films that tie it to a side, in the order of `films`: it has each of `asked` there.

    Without a side, any of the films does.
    """
    ties: dict[str, list[Tie]] = {answer: [] for answer in answers}
    for film in films.values():
        theirs = film.held_by(side.agents, side.roles) if side and not side.is_film else ()
        if side and not theirs and film.iri != side.link.iri:
            continue
        for holder in film.held:
            own = [film.held_by([holder], roles) for roles in asked] if holder in ties else []
            if own and all(own):
                credits = dict.fromkeys(credit for held in own for credit in held)
                ties[holder].append(Tie(film, tuple(credits), theirs))
    return {answer: tuple(found) for answer, found in ties.items()}


def sort_ties(sides: Sequence[Sequence[Tie]]) -> tuple[tuple[Tie, ...], ...]:
    """Of two or more sides, each one's films that are not the others' come first."""
    sorted_sides = []
    for place, ties in enumerate(sides):
        others = {tie.film.iri for n, other in enumerate(sides) if n != place for tie in other}
        sorted_sides.append(tuple(sorted(ties, key=lambda tie: tie.film.iri in others)))
    return tuple(sorted_sides)


def read_quotes(
    credits: Iterable[HeldCredit], films: Mapping[str, FilmCredits], knowledge: Knowledge
) -> dict[str, Quote]:
    """One quote for each credit, by the credit's IRI: the first of its documents that has the words."""
    held = {credit.iri: credit for credit in credits}
    quotes: dict[str, Quote] = {}
    for thing, (quote, source, attestation) in read_evidence(held, knowledge).items():
        credit = held[thing]
        quotes[thing] = Quote(
            quote=quote,
            source=source,
            iri=attestation,
            agent=credit.agent,
            role=load_roles().roles[credit.role].label if credit.role in load_roles().roles else credit.role,
            film=films[credit.film].title,
        )
    return quotes


def read_statements(
    films: Iterable[str], knowledge: Knowledge, property_: str
) -> dict[str, list[tuple[str | None, str, str]]]:
    """Of each film the words that state a property of it: quote, document's name, attestation.

    Several countries stand in several places; of more voices than can be read the first are taken.
    """
    wanted = list(dict.fromkeys(films))
    if not wanted:
        return {}
    rows = list(knowledge.select(build_statements_query(wanted, property_)))
    names = _read_source_names({_document(row["attestation"]) for row in rows}, knowledge)
    found: dict[str, list[tuple[str | None, str, str]]] = {}
    for row in sorted(rows, key=lambda r: (names[_document(r["attestation"])], r["attestation"])):
        said = found.setdefault(row["thing"], [])
        if len(said) < _STATEMENTS:
            attestation = row["attestation"]
            quote = row["quote"] if "quote" in row else knowledge.read_quote(attestation)
            said.append((quote, names[_document(attestation)], attestation))
    return found


def read_evidence(things: Iterable[str], knowledge: Knowledge) -> dict[str, tuple[str | None, str, str]]:
    """Of each credit or adaptation: the words, the document's name, the attestation."""
    wanted = list(dict.fromkeys(things))
    if not wanted:
        return {}
    rows = [
        (row["thing"], row.get("quote"), row["attestation"])
        for row in knowledge.select(build_evidence_query(wanted))
    ]
    names = _read_source_names({_document(attestation) for *_, attestation in rows}, knowledge)
    found: dict[str, tuple[str | None, str, str]] = {}
    # Of several documents, one whose words are in the graph; of those, the first by name; decisions last.
    for thing, quote, attestation in sorted(
        rows, key=lambda r: ("#" not in r[2], r[1] is None, names[_document(r[2])], r[2])
    ):
        found.setdefault(thing, (quote, names[_document(attestation)], attestation))
    return {
        thing: (quote if quote is not None else knowledge.read_quote(attestation), source, attestation)
        for thing, (quote, source, attestation) in found.items()
    }


def _document(attestation: str) -> str:
    return attestation.partition("#")[0]


def _read_source_names(documents: Iterable[str], knowledge: Knowledge) -> dict[str, str]:
    """Documents by where they were read from, so that a person can open them, with the outlet behind it."""
    names: dict[str, str] = {}
    for row in knowledge.select(build_documents_query(sorted(documents))):
        named = row.get("origin") or row.get("title")
        if named and "outlet" in row:
            named += f", {row['outlet']}"
        document = row["document"]
        folder, _, last = document.rpartition("/")
        if not named and folder.endswith("/decision"):
            named = f"decision {last}"
        names[document] = min(names.get(document, named or document), named or document)
    return names


def choose_quoted(sides: Sequence[Sequence[Tie]]) -> tuple[HeldCredit, ...]:
    """The credits whose words a row shows: of the first films of each side, theirs and the answer's own."""
    chosen: dict[str, HeldCredit] = {}
    for ties in sides:
        for tie in ties[:QUOTED_FILMS]:
            chosen |= {credit.iri: credit for credit in (*tie.theirs[:1], *tie.own)}
    return tuple(chosen.values())


def _role_names(credits: Sequence[HeldCredit]) -> tuple[str, ...]:
    roles = load_roles().roles
    return tuple(dict.fromkeys(roles[c.role].label if c.role in roles else c.role for c in credits))
