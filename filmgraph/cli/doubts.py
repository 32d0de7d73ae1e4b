"""What is in doubt in a store, most useful first, and what there is to know of either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filmgraph.model.knowledge import Knowledge

_PREFIXES = """
PREFIX fg: <https://w3id.org/filmgraph/ns#>
PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
DOUBTS = f"""{_PREFIXES}
SELECT ?first ?second ?why ?left ?right WHERE {{
  GRAPH ?ledger {{ ?doubt fg:verdict "doubtful" ; fg:about ?left , ?right ; rdfs:comment ?why }}
  ?left schema:name ?first . ?right schema:name ?second .
  FILTER(STR(?left) < STR(?right))
}}
ORDER BY ?first ?second ?why
"""
_EXPLANATIONS = """
SELECT DISTINCT ?verdict ?why WHERE {{
  VALUES ?verdict {{ {verdicts} }}
  GRAPH ?ledger {{ ?line fg:verdict ?verdict ; rdfs:comment ?why ; fg:about {about} }}
}}
ORDER BY ?verdict ?why
"""
_COUNTS = """
SELECT ?thing (COUNT(?credit) AS ?credits) WHERE {{
  VALUES ?thing {{ {things} }} ?credit fg:agent|fg:film ?thing ; a fg:Credit }}
GROUP BY ?thing
"""
_CREDITS = """
SELECT ?film ?title ?year ?role ?printed ?character WHERE {{
  ?credit fg:agent <{agent}> ; fg:film ?film ; fg:role ?role ; fg:creditedAs ?printed .
  ?film schema:name ?title .
  OPTIONAL {{ ?film schema:datePublished ?year }}
  OPTIONAL {{ ?credit fg:character ?character }}
}}
"""
_FILM = """
SELECT ?what ?value WHERE {{
  {{ VALUES (?property ?what) {{
      (schema:datePublished "year") (schema:duration "runs") (schema:alternateName "also called")
      (schema:countryOfOrigin "country") }}
    <{film}> ?property ?value }}
  UNION
  {{ ?credit fg:film <{film}> ; fg:agent/schema:name ?value ; fg:role ?role
    BIND(REPLACE(STR(?role), "^.*/", "") AS ?what) }}
  UNION
  {{ ?document fg:describes|schema:itemReviewed <{film}> ; dcterms:source ?value BIND("read in" AS ?what) }}
}}
"""
_PEOPLE_OF_FILMS = """
SELECT DISTINCT ?name WHERE {{
  ?one fg:film <{left}> ; fg:agent ?agent . ?other fg:film <{right}> ; fg:agent ?agent .
  ?agent schema:name ?name
}}
ORDER BY ?name LIMIT 12
"""
_COMPANY = """
SELECT DISTINCT ?name WHERE {{
  {{ SELECT DISTINCT ?other
    WHERE {{ ?a fg:agent <{left}> ; fg:film ?f . ?b fg:film ?f ; fg:agent ?other }} }}
  {{ SELECT DISTINCT ?other
    WHERE {{ ?c fg:agent <{right}> ; fg:film ?g . ?d fg:film ?g ; fg:agent ?other }} }}
  ?other schema:name ?name
  FILTER(?other NOT IN (<{left}>, <{right}>))
}}
ORDER BY ?name LIMIT 12
"""


# In this order a film is described; other roles follow by name.
_TOLD_FIRST = (
    "year", "also called", "runs", "country", "read in", "director", "screenwriter", "actor", "producer",
)  # fmt: skip
_NAMES_SHOWN = 6


@dataclass(slots=True)
class Doubt:
    """Two things that may be one: their names and IRIs, why, and how many credits hang on each."""

    left: str
    right: str
    first: str
    second: str
    whys: list[str] = field(default_factory=list)
    credits: tuple[int, int] = (0, 0)

    @property
    def is_of_agents(self) -> bool:
        """Whether both are people, teams or companies."""
        return "/agent/" in self.left and "/agent/" in self.right

    @property
    def is_of_films(self) -> bool:
        """Whether both are films."""
        return "/film/" in self.left and "/film/" in self.right

    @property
    def can_be_settled(self) -> bool:
        """Whether a decision can settle it."""
        return self.is_of_agents or self.is_of_films

    @property
    def moved(self) -> int:
        """How many credits would change hands: those of the smaller side."""
        return min(self.credits)


@dataclass(frozen=True, slots=True)
class Film:
    """What an agent did on a film."""

    title: str
    year: str
    roles: tuple[str, ...]
    printed: tuple[str, ...]
    characters: tuple[str, ...]


def find_doubts(known: Knowledge) -> list[Doubt]:
    """The doubts of a store, those on which most credits hang first; doubts on films last."""
    found: dict[tuple[str, str], Doubt] = {}
    for row in known.select(DOUBTS):
        pair = row["left"], row["right"]
        found.setdefault(pair, Doubt(*pair, row["first"], row["second"])).whys.append(row["why"])
    things = sorted(
        {iri for doubt in found.values() if doubt.can_be_settled for iri in (doubt.left, doubt.right)}
    )
    counts: dict[str, int] = defaultdict(int)
    for start in range(0, len(things), 200):
        values = " ".join(f"<{iri}>" for iri in things[start : start + 200])
        for row in known.select(_PREFIXES + _COUNTS.format(things=values)):
            counts[row["thing"]] = int(row["credits"])
    for doubt in found.values():
        doubt.credits = counts[doubt.left], counts[doubt.right]
    return sorted(
        found.values(), key=lambda d: (not d.is_of_agents, -d.moved, -sum(d.credits), d.left, d.right)
    )


def explanations_query(verdicts: Sequence[str], about: str | None) -> str:
    """The query for the lines of these verdicts, of all things or of one with the IRI `about`."""
    listed = " ".join(f'"{verdict}"' for verdict in verdicts)
    return _PREFIXES + _EXPLANATIONS.format(verdicts=listed, about=f"<{about}>" if about else "?any")


def find_films(known: Knowledge, agent: str) -> list[Film]:
    """The films that credit an agent, in the order of their years."""
    rows: dict[tuple[str, str, str], list[set[str]]] = {}
    for row in known.select(_PREFIXES + _CREDITS.format(agent=agent)):
        key = row.get("year", ""), row["title"], row["film"]
        said = rows.setdefault(key, [set(), set(), set()])
        said[0].add(row["role"].rpartition("/")[2].replace("-", " "))
        said[1].add(row["printed"])
        if row.get("character"):
            said[2].add(row["character"])
    return [
        Film(title, year, *(tuple(sorted(some)) for some in said))
        for (year, title, _), said in sorted(rows.items())
    ]


def describe_film(known: Knowledge, film: str) -> list[str]:
    """What is known of a film, a line for each kind of thing: its data, its credits by role, its sources."""
    said: dict[str, list[str]] = defaultdict(list)
    for row in known.select(_PREFIXES + _FILM.format(film=film)):
        what, value = row["what"], row["value"]
        if what == "runs":
            value = f"{value.removeprefix('PT').removesuffix('M')} minutes"
        if value not in said[what]:
            said[what].append(value)
    order = {what: place for place, what in enumerate(_TOLD_FIRST)}
    lines = []
    for what, values in sorted(said.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])):
        values.sort()
        more = f" and {len(values) - _NAMES_SHOWN} more" if len(values) > _NAMES_SHOWN else ""
        lines.append(f"{what.replace('-', ' ')}: {', '.join(values[:_NAMES_SHOWN])}{more}")
    return lines


def find_common_company(known: Knowledge, doubt: Doubt) -> list[str]:
    """Names of those who share a film with either side; of two films, of those credited on both."""
    query = _PEOPLE_OF_FILMS if doubt.is_of_films else _COMPANY
    return [row["name"] for row in known.select(_PREFIXES + query.format(left=doubt.left, right=doubt.right))]
