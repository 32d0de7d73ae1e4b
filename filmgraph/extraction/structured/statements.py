"""RDF statements to facts: films, credits and source works in schema.org's terms or in ours.

In our own terms a credit is a node (`fg:Credit`) with all its details, and the direct
triples that follow from it are not read again. In schema.org's, a property ties a film to a person, a name,
or a `Role` that stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from filmgraph.catalogs.namespaces import FG, FOAF, ROLE, SCHEMA
from filmgraph.catalogs.roles import Role, RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.structured.schema_org import read_duration
from filmgraph.extraction.structured.statement_index import Said, StatementIndex
from filmgraph.extraction.tables.cells import (
    is_nothing,
    read_film_id,
    read_person_id,
    split_names,
    split_title,
)
from filmgraph.model.document import Document, Row
from filmgraph.model.facts import (
    AgentKind,
    CreditFact,
    Evidence,
    FilmFacts,
    Grade,
    SourceWorkFact,
    Stated,
)

# What schema.org's Role says of a character; our own graphs have fg:character for it.
_CHARACTER = "characterName"
_YEAR = re.compile(r"((?:18[89]|19\d|20\d)\d)(?!\d)")
_LONGEST = 300
_GRADES: dict[str, Grade] = {
    SCHEMA + "isBasedOn": "based_on",
    FG + "inspiredBy": "inspired_by",
    FG + "suggestedBy": "suggested_by",
    FG + "remakeOf": "remake_of",
}
_ORGANIZATIONS = ("Organization", "Corporation", "Company", "Studio")
_FILMS = frozenset(("Movie", "Film"))
_SITES = ("https://www.imdb.com/", "https://www.themoviedb.org/", "http://www.wikidata.org/")


def find_statement_facts(document: Document, roles: RoleCatalog) -> tuple[FilmFacts, ...]:
    """What the statements of an RDF file say of its films, in the order in which they are first told of."""
    reader = _Reader(document, roles)
    films = dict.fromkeys(
        subject for row in document.rows if (subject := row.cells[0][1]) and reader.is_film(subject)
    )
    found = (reader.read_film(film) for film in films)
    return tuple(facts for facts in found if facts.stated or facts.ids)


class _Reader:
    """Reads the films of one file."""

    def __init__(self, document: Document, roles: RoleCatalog) -> None:
        self.document = document
        self.roles = roles
        self.index = StatementIndex(document.rows)
        self.role_of = _roles_by_property(roles)
        self.known: dict[str, bool] = {}

    def is_film(self, subject: str) -> bool:
        """Whether a subject is typed as a film."""
        found = self.known.get(subject)
        if found is None:
            found = self.known[subject] = not self.index.types(subject).isdisjoint(_FILMS)
        return found

    def read_film(self, film: str) -> FilmFacts:
        """The facts of one film."""
        return FilmFacts(
            document=self.document.sha256,
            film_key=film,
            stated=tuple(dict.fromkeys(self._film_data(film))),
            credits=tuple(self._credits(film)),
            source_works=tuple(dict.fromkeys(self._works(film))),
            is_review=False,
            ids=tuple(dict.fromkeys(self._film_ids(film))),
        )

    def _evidence(self, row: Row, section: str) -> Evidence:
        quote = row.span.of(self.document.text)
        return Evidence(row.span, quote, "statements/rdf", section, row=row.number)

    # --- the film ------------------------------------------------------------

    def _film_data(self, film: str) -> Iterator[Stated]:
        for number, said in enumerate(self.index.names(film)):
            title, year = split_title(said.value)
            yield from self._state("alternative_title" if number else "title", title, said)
            if year:
                yield from self._state("year", year, said)
        fields = {SCHEMA + "alternateName": "alternative_title", FG + "originalTitle": "original_title"}
        for predicate, field in fields.items():
            for said in self.index.said(film, predicate):
                yield from self._state(field, self.index.name(said), said)
        for predicate in ("datePublished", "copyrightYear", "dateCreated"):
            dates = [(s, d) for s in self.index.said(film, SCHEMA + predicate) if (d := _YEAR.match(s.value))]
            for said, date in dates:
                yield from self._state("year", date[1], said)
            if dates:
                break
        for said in self.index.said(film, SCHEMA + "duration"):
            if minutes := read_duration(self.index.name(said)):
                yield from self._state("runtime_min", minutes, said)
        for predicate, field in (("countryOfOrigin", "country"), ("inLanguage", "language")):
            for said in self.index.said(film, SCHEMA + predicate):
                value = self.index.name(said)
                if field == "country" or len(value) > 3 or not value.isascii():  # no codes ("en")
                    yield from self._state(field, value, said)

    def _state(self, field: str, value: str, said: Said) -> Iterator[Stated]:
        if value and len(value) <= _LONGEST:
            yield Stated(field, value, self._evidence(said.row, "film"))

    def _film_ids(self, film: str) -> Iterator[tuple[str, str]]:
        yield from self._own_ids(film)
        for address in self._addresses(film):
            for scheme, site in (("imdb", "imdb.com/title/"), ("tmdb", "themoviedb.org/movie/")):
                found = read_film_id(address.rstrip("/"), scheme) if site in address else None
                if found:
                    yield found
            yield from _read_page(address)

    def _own_ids(self, node: str) -> Iterator[tuple[str, str]]:
        for scheme in ("imdb", "tmdb", "wikidata"):
            for said in self.index.said(node, f"{FG}{scheme}Id"):
                yield scheme, said.value

    def _addresses(self, node: str) -> Iterator[str]:
        if not node.startswith("_:"):
            yield node
        for predicate in ("sameAs", "url"):
            yield from (said.value for said in self.index.said(node, SCHEMA + predicate))

    # --- credits -------------------------------------------------------------

    def _credits(self, film: str) -> Iterator[CreditFact]:
        held: set[tuple[str, str]] = set()
        billed: dict[str, int] = {}
        for credit in self.index.subjects(FG + "film", film):
            role = self.roles.roles.get(self.index.one(credit, FG + "role").removeprefix(ROLE))
            agents = self.index.said(credit, FG + "agent")
            if role and agents:
                held |= {(role.id, agents[0].value)}
                held |= {(role.id, m.value) for m in self.index.said(agents[0].value, FOAF + "member")}
                yield from self._read_credit(film, credit, role, agents[0])
        for predicate, values in self.index.properties(film):
            role = self.role_of.get(predicate)
            for said in values if role else ():
                assert role is not None
                if (role.id, said.value) in held or (said.is_node and self.is_film(said.value)):
                    continue  # derived from a credit, or a film credited to itself
                for fact in self._read_direct(predicate, role, said):
                    billed[fact.role] = billed.get(fact.role, 0) + 1
                    yield fact

    def _read_credit(self, film: str, credit: str, role: Role, agent: Said) -> Iterator[CreditFact]:
        """A credit node: a fact for each printed name, character, territory or company worked through."""
        name = self.index.name(agent)
        if not name or is_nothing(name):
            return
        direct = [s for s in self.index.said(film, role.direct_property) if s.value == agent.value]
        row = (direct or [agent])[0].row
        members = tuple(filter(None, map(self.index.name, self.index.said(agent.value, FOAF + "member"))))
        details = [
            [said.value for said in self.index.said(credit, FG + key)]
            for key in ("creditedAs", "character", "territory")
        ]
        through = [self.index.name(said) for said in self.index.said(credit, FG + "through")]
        for printed, character, territory, company in list(zip_longest(*details, through)) or [(None,) * 4]:
            yield CreditFact(
                role=role.id,
                agent=name,
                kind=self._kind(agent, name, role),
                credited_as=printed or (details[0][0] if details[0] else name),
                evidence=self._evidence(row, "credits"),
                character=character,
                territory=territory,
                through=company or None,
                members=members,
                ids=tuple(dict.fromkeys(self._person_ids(agent.value))),
            )

    def _read_direct(self, predicate: str, role: Role, said: Said) -> Iterator[CreditFact]:
        """The credits of one value of a property: a node's, a role's between, or of names in a text."""
        inner = self.index.said(said.value, predicate) if said.is_node else []
        character = None
        if inner:  # a Role stands between
            character = self.index.one(said.value, SCHEMA + _CHARACTER) or None
        for one in inner or [said]:
            name = self.index.name(one)
            kind = self._kind(one, name, role)
            held = role
            if kind == "organization" and "organization" not in role.kinds:
                if role.id != "producer":
                    continue
                held = self.roles.roles["production-company"]
            names = (
                [name]
                if one.is_node
                else [n.text for n in split_names(name, company=kind == "organization") or ()]
            )
            for text in names:
                if text and not is_nothing(text) and len(text) <= _LONGEST:
                    yield CreditFact(
                        role=held.id,
                        agent=text,
                        kind=kind,
                        credited_as=text,
                        evidence=self._evidence(said.row, "credits"),
                        character=character,
                        ids=tuple(dict.fromkeys(self._person_ids(one.value))) if one.is_node else (),
                    )

    def _kind(self, agent: Said, name: str, role: Role) -> AgentKind:
        types = self.index.types(agent.value) if agent.is_node else set()
        if "CreativeTeam" in types:
            return "team"
        if any(t.endswith(_ORGANIZATIONS) for t in types):
            return "organization"
        if "Person" in types:
            return "person"
        return "organization" if "person" not in role.kinds or looks_like_company(name) else "person"

    def _person_ids(self, node: str) -> Iterator[tuple[str, str]]:
        if node.startswith("_:"):
            return
        yield from self._own_ids(node)
        for address in self._addresses(node):
            found = read_person_id(address.rstrip("/").rpartition("/")[2])
            if found and ("imdb.com/name/" in address or "wikidata.org/" in address):
                yield found
            elif "themoviedb.org/person/" in address and (
                tmdb := read_person_id(address.rstrip("/"), "tmdb")
            ):
                yield tmdb
        yield from _read_page(node)

    # --- works ---------------------------------------------------------------

    def _works(self, film: str) -> Iterator[SourceWorkFact]:
        told: set[str] = set()
        for adaptation in self.index.subjects(FG + "film", film):
            grade = _GRADES.get(self.index.one(adaptation, FG + "grade"), "based_on")
            for said in self.index.said(adaptation, FG + "sourceWork"):
                told.add(said.value)
                yield from self._read_work(said, grade)
        for predicate, grade in _GRADES.items():
            for said in self.index.said(film, predicate):
                if said.value not in told and said.value != film:
                    yield from self._read_work(said, grade)

    def _read_work(self, said: Said, grade: Grade) -> Iterator[SourceWorkFact]:
        title = self.index.name(said)
        if "://" in title or len(title) > _LONGEST:
            title = ""
        kinds = dict(line.split(" = ") for line in load_lines("structured")["kind"])
        types = sorted(self.index.types(said.value)) if said.is_node else []
        kind = self.index.one(said.value, FG + "workKind") if said.is_node else ""
        kind = kind or next((kinds[t] for t in types if t in kinds), "")
        authors = self.index.said(said.value, SCHEMA + "author") if said.is_node else []
        names = [name for author in authors if (name := self.index.name(author)) and len(name) <= _LONGEST]
        if title or names:
            evidence = self._evidence(said.row, "source")
            for author in names or (None,):
                yield SourceWorkFact(title or None, author, kind or None, grade, evidence)


def _roles_by_property(roles: RoleCatalog) -> dict[str, Role]:
    """The role that each property of a film names: those of the scheme, and what schema.org's users write."""
    shared: dict[str, list[Role]] = {}
    for role in roles.roles.values():
        shared.setdefault(role.direct_property, []).append(role)
    found = {iri: bearers[0] for iri, bearers in shared.items() if len(bearers) == 1}
    for line in load_lines("structured")["role"]:
        name, _, role_id = line.partition("=")
        found.setdefault(SCHEMA + name.strip(), roles.roles[role_id.strip()])
    return found


def _read_page(address: str) -> Iterator[tuple[str, str]]:
    """An address as (what stands before its last part, the last part): an id within its own site."""
    at = max(address.rfind("/"), address.rfind("#")) + 1
    if (
        address.startswith(("http://", "https://"))
        and 8 < at < len(address)
        and not address.startswith(_SITES)
    ):
        yield address[:at], address[at:]
