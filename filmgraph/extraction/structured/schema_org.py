"""What structured data (schema.org) states of a film: titles, year, credits, source works, review.

Which property stands for which role is data: `fg:directProperty` in
`ontology/roles.ttl`, and `patterns/structured.txt` for what sites write beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.structured.json_places import Node
from filmgraph.extraction.structured.schema_nodes import Held, Nodes, name_of, types_of
from filmgraph.extraction.tables.cells import (
    is_nothing,
    read_film_id,
    read_minutes,
    read_person_id,
    split_names,
    split_title,
)
from filmgraph.extraction.text.countries import is_language, split_countries
from filmgraph.model.document import Span
from filmgraph.model.facts import AgentKind, CreditFact, Evidence, FilmFacts, SourceWorkFact, Stated
from filmgraph.model.names import fold

SECTION = "data"
_CONFIDENCE = 0.85
_LONGEST = 120
_MOST_CREDITS = 2000
_ORGANIZATIONS = ("Organization", "Corporation", "Company", "Group", "Studio")
_DATE = re.compile(r"((?:18[89]|19\d|20\d)\d)(?:-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?(?!\d)")
_DURATION = re.compile(r"P(?:0\w)*T(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?:[\d.]+S)?$", re.I)
_FILM_SITES = (("imdb", "imdb.com/title/"), ("wikidata", "wikidata.org/"), ("tmdb", "themoviedb.org/movie/"))
_PERSON_ID = re.compile(r"(?:imdb\.com/name/|wikidata\.org/(?:wiki|entity)/)(nm\d+|Q\d+)")


def _roles_by_property(roles: RoleCatalog) -> dict[str, str]:
    """The role that each property names, in the order in which they are read."""
    found = {
        role.direct_property.replace("#", "/").rpartition("/")[2]: role.id
        for role in roles.roles.values()
        if role.direct_property
    }
    extra = (line.partition("=") for line in load_lines("structured")["role"])
    return found | {name.strip(): role.strip() for name, _, role in extra}


class SchemaReader:
    """Reads what the nodes of a page's structured data state; every fact quotes the data."""

    def __init__(self, text: str, nodes: Nodes, roles: RoleCatalog) -> None:
        self.text, self.nodes, self.roles = text, nodes, roles

    def read_film(self, node: Node, document: str, key: str) -> FilmFacts | None:
        """The facts of a film's node; None for one without a name."""
        stated = tuple(self._film_data(node))
        if not any(s.field == "title" for s in stated):
            return None
        return FilmFacts(
            document=document,
            film_key=key,
            stated=stated,
            credits=tuple(self._credits(node)),
            source_works=tuple(self._works(node)),
            is_review=False,
            ids=tuple(dict.fromkeys(self._ids(node))),
        )

    def read_review(self, films: int) -> tuple[Stated, ...]:
        """Critic, outlet and date of the page's one review, else of its one article."""
        nodes = self.nodes
        reviews = [held.node for film in nodes.films for held in nodes.values(film, "review")]
        for found in (nodes.reviews, reviews if films == 1 else [], nodes.articles):
            if len(found) == 1:
                return tuple(self._review(found[0]))
        return ()

    def _evidence(self, start: int, node: Node, rule: str) -> Evidence:
        if node.end - start > MAX_QUOTE:
            start = node.start
        inner = node.members.get("name")
        if node.end - start > MAX_QUOTE and inner is not None:
            node = inner
            start = node.start
        span = Span(start, min(node.end, start + 2 * MAX_QUOTE))
        return Evidence(span, span.of(self.text), f"schema-org/{rule}", SECTION, _CONFIDENCE)

    def _state(self, field: str, value: str, held: Held) -> Stated:
        return Stated(field, value, self._evidence(held.start, held.node, field.replace("_", "-")))

    # --- the film ------------------------------------------------------------

    def _film_data(self, node: Node) -> Iterator[Stated]:
        nodes = self.nodes
        year = None
        for words, held in list(nodes.words(node, ("name",)))[:1]:
            title, year = split_title(words)
            if title and len(title) <= 2 * _LONGEST and not is_nothing(title):
                yield self._state("title", title, held)
                if year:
                    yield self._state("year", year, held)
        for words, held in nodes.words(node, ("alternateName", "alternativeHeadline")):
            if len(words) <= _LONGEST and not is_nothing(words):
                yield self._state("alternative_title", words, held)
        dates = ("copyrightYear", "dateCreated", "datePublished", "releaseDate")
        for words, held in nodes.words(node, () if year else dates):
            if date := _DATE.match(words):
                yield self._state("year", date[1], held)
                break
        for words, held in nodes.words(node, ("duration", "timeRequired")):
            if minutes := read_duration(words):
                yield self._state("runtime_min", minutes, held)
                break
        for words, held in nodes.words(node, ("countryOfOrigin",)):
            for country in split_countries(words):
                yield self._state("country", country, held)
        for words, held in nodes.words(node, ("inLanguage",)):
            if len(words) > 3 and is_language(words):  # codes often mean the page
                yield self._state("language", words, held)

    def _ids(self, node: Node) -> Iterator[tuple[str, str]]:
        for key in ("@id", "sameAs", "url", "identifier"):
            for held in self.nodes.values(node, key):
                for scheme, site in _FILM_SITES:
                    address = held.node.text
                    found = (
                        read_film_id(address.partition("?")[0].rstrip("/"), scheme)
                        if site in address
                        else None
                    )
                    if found:
                        yield found

    # --- credits -------------------------------------------------------------

    def _credits(self, node: Node) -> Iterator[CreditFact]:
        seen: set[tuple[str, str]] = set()
        for key, role in _roles_by_property(self.roles).items():
            order = 0
            for held in self.nodes.values(node, key):
                for credit in self._agents(role, held):
                    mark = credit.role, fold(credit.agent)
                    if mark not in seen and len(seen) < _MOST_CREDITS:
                        seen.add(mark)
                        order += 1
                        yield replace(credit, billing_order=order)

    def _agents(self, role: str, held: Held) -> Iterator[CreditFact]:
        """The credits of one value: a person's or a company's node, or a string of names."""
        words = name_of(held.node)
        if not words or len(words) > 10 * _LONGEST or is_nothing(words):
            return
        kinds = self.roles.roles[role].kinds
        plain = isinstance(held.node.value, str)
        company = self._is_company(held.node, words, kinds)
        if company and "organization" not in kinds:
            if role != "producer":
                return
            role = "production-company"  # schema.org has one property for people and companies that produce
        names = split_names(words, company=company) if plain else None
        texts = [name.text for name in names or ()] if plain else [words]
        for text in texts:
            fits = company or (looks_like_person(text) and not (plain and looks_like_company(text)))
            if not fits or len(text) > _LONGEST:
                continue
            kind: AgentKind = "organization" if company else "person"
            end = held.role or held.node
            yield CreditFact(
                role=role,
                agent=text,
                kind=kind,
                credited_as=text,
                evidence=self._evidence(held.start, end if end.end > held.node.end else held.node, role),
                character=self._character(held) if role == "actor" else None,
                ids=tuple(self._person_ids(held.node)),
            )

    def _is_company(self, node: Node, words: str, kinds: tuple[AgentKind, ...]) -> bool:
        names = types_of(node)
        if any(name.endswith(_ORGANIZATIONS) for name in names):
            return True
        if "Person" in names:
            return False
        return "person" not in kinds or looks_like_company(words)

    def _character(self, held: Held) -> str | None:
        for node in (held.role, held.node):
            for words, _ in self.nodes.words(node, ("characterName", "character")) if node else ():
                if len(words) <= _LONGEST and not is_nothing(words):
                    return words
        return None

    def _person_ids(self, node: Node) -> Iterator[tuple[str, str]]:
        for key in ("@id", "sameAs", "url"):
            for held in self.nodes.values(node, key):
                found = _PERSON_ID.search(held.node.text)
                person = read_person_id(found[1]) if found else None
                if person:
                    yield person

    # --- works and reviews ---------------------------------------------------

    def _works(self, node: Node) -> Iterator[SourceWorkFact]:
        kinds = dict(line.split(" = ") for line in load_lines("structured")["kind"])
        for held in self.nodes.values(node, "isBasedOn"):
            title = name_of(held.node)
            if not title or len(title) > 2 * _LONGEST or is_nothing(title):
                continue
            kind = next((kinds[name] for name in types_of(held.node) if name in kinds), None)
            authors: list[str | None] = [
                w for w, _ in self.nodes.words(held.node, ("author",)) if looks_like_person(w)
            ]
            evidence = self._evidence(held.start, held.node, "based-on")
            for author in authors or [None]:
                yield SourceWorkFact(title, author, kind, "based_on", evidence)

    def _review(self, node: Node) -> Iterator[Stated]:
        authors = [
            (words, held)
            for words, held in self.nodes.words(node, ("author",))
            if " " in words and looks_like_person(words) and not looks_like_company(words)
        ]
        if len(authors) == 1:
            yield self._state("critic", *authors[0])
        for words, held in list(self.nodes.words(node, ("publisher",)))[:1]:
            if len(words) <= 60 and not is_nothing(words):
                yield self._state("outlet", words, held)
        for words, held in self.nodes.words(node, ("datePublished", "dateCreated")):
            date = _DATE.match(words)
            if date and date[3]:
                yield self._state("review_date", date[0], held)
                return


def read_duration(words: str) -> str | None:
    """A running time in minutes.

    >>> [read_duration(d) for d in ("PT2H2M", "P0DT95M0S", "122 min", "PT0M")]
    ['122', '95', '122', None]
    """
    found = _DURATION.match(words)
    if found is None:
        return read_minutes(words)
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0)
    return str(minutes) if 0 < minutes < 1000 else None
