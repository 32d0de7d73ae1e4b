"""What a question was taken to mean: frozen values that print as one English sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from filmgraph.catalogs.roles import load_roles
from filmgraph.model.facts import AgentKind
from filmgraph.model.linking import Link

ALL_KINDS: tuple[AgentKind, ...] = ("person", "team", "organization")


@dataclass(frozen=True, slots=True)
class RoleSet:
    """The credits that count: any of `roles` (() for every role), held by an agent of one of `kinds`.

    `word` is what the question said ("producers"); `wide` says that the word was
    taken for a whole group of roles, of persons and companies; `gendered` that it
    spoke of women or men, of which the graph knows nothing.
    """

    word: str
    roles: tuple[str, ...] = ()
    kinds: tuple[AgentKind, ...] = ALL_KINDS
    wide: bool = False
    gendered: bool = False

    def names(self) -> str:
        """The roles in English: "editor", "producer or co-producer"."""
        return join_words([load_roles().roles[role].label for role in self.roles], "or")


ANY_ROLE = RoleSet("any credit")


@dataclass(frozen=True, slots=True)
class Years:
    """Years of films, first and last; "" leaves an end open."""

    first: str = ""
    last: str = ""

    def __str__(self) -> str:
        if self.first == self.last:
            return f"of {self.first}" if self.first else ""
        if not self.first:
            return f"of {self.last} or earlier"
        return f"of {self.first} to {self.last}" if self.last else f"of {self.first} or later"


@dataclass(frozen=True, slots=True)
class Side:
    """One condition on a film: it is the film itself, or an agent holds a credit of `roles` on it.

    `agents` are all IRIs whose credits count as the agent's (a team's members, a
    member's teams); `members` are the names of a team's people. `loose` means any
    credit where the agent holds none of `roles`; the film is of one of `years`.
    """

    link: Link
    agents: tuple[str, ...]
    roles: RoleSet
    members: tuple[str, ...] = ()
    loose: bool = False
    years: Years = Years()

    @property
    def is_film(self) -> bool:
        """Whether the side is a film rather than an agent."""
        return self.link.kind == "film"

    def name(self) -> str:
        """The film or agent, a team with its members."""
        people = [m for m in self.members if m not in self.link.label]
        # A collective is spoken of with an article: "the Dardenne brothers".
        collective = self.link.is_team and self.link.label.split()[-1].islower()
        label = f"the {self.link.label}" if collective else self.link.label
        return f"{label} ({', '.join(people)})" if people else label

    def __str__(self) -> str:
        if self.is_film:
            return ", ".join(filter(None, (self.link.label, str(self.years))))
        return f"a film {self.dated_clause()}"

    def dated_clause(self) -> str:
        """The condition with the years of the film: "directed by X, of 2001 or later"."""
        return ", ".join(filter(None, (self.clause(), str(self.years))))

    def clause(self) -> str:
        """The condition on the film: "directed by X", "with any credit of X", "with X as editor"."""
        if self.is_film:
            return f"called {self.name()}"
        if not self.roles.roles:
            return f"with any credit of {self.name()}"
        if self.roles.roles == ("director",):
            return f"directed by {self.name()}"
        if self.roles.wide:
            return f"with any producing role of {self.name()}"
        return f"with {self.name()} as {self.roles.names()}"


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """Agents with a credit of `asked`, and of each of `also`, on a film of every side.

    The sides' own agents are no answers. Without sides, on any one film. `count`
    says that the question was how many there are. `territory` is a country as
    the question calls it, `territories` what documents call it.
    """

    asked: RoleSet
    sides: tuple[Side, ...]
    also: tuple[RoleSet, ...] = ()
    count: bool = False
    territory: str = ""
    territories: tuple[str, ...] = ()

    def __str__(self) -> str:
        both = len(self.sides) == 2 and not any(side.is_film for side in self.sides)
        same = "; the two may be one film" if both else ""
        also = "".join(f" and as {roles.names()}" for roles in self.also)
        where = f", for {self.territories[0]}" if self.territories else ""
        return f"{_people(self.asked)}{also} {self.scope()}{same}{where}".removesuffix(".") + "."

    def scope(self) -> str:
        """The films that count: "on a film directed by X and on a film directed by Y"."""
        return "on " + (" and on ".join(map(str, self.sides)) or "one and the same film")


@dataclass(frozen=True, slots=True)
class FilmsReading:
    """Films on which every side holds; without sides all films of the store.

    `asks` is for the list, the number, whether there are any, or one thing of a film. `years` and `country`
    (as the question calls it, `countries` as documents do) narrow a reading without sides.
    """

    sides: tuple[Side, ...]
    asks: Literal["films", "count", "whether", "year", "countries", "running time"] = "films"
    years: Years = Years()
    country: str = ""
    countries: tuple[str, ...] = ()

    @property
    def asks_value(self) -> bool:
        """Whether one thing of one film is asked for, such as its year."""
        return self.asks in ("year", "countries", "running time")

    @property
    def asks_about(self) -> str:
        """What of a film the words behind an answer state: "year", "countries", "running time", "title"."""
        if self.asks_value:
            return self.asks
        return "countries" if self.countries else "year" if str(self.years) else "title"

    def __str__(self) -> str:
        if self.asks_value:
            return f"The {self.asks} of {self.sides[0].link.label}."
        if not self.sides:
            where = f"from {self.countries[0]}" if self.countries else ""
            return f"{' '.join(filter(None, ('Films', where, str(self.years), 'in this store')))}."
        years = str(self.sides[0].years)
        clauses = " and ".join(side.clause() for side in self.sides)
        return f"Films {clauses}{', ' if years else ''}{years}."


@dataclass(frozen=True, slots=True)
class SourcesReading:
    """Source works, or the films made from them (`gives`).

    Of one `film`, or of works by one `author`; `kind` is a kind of work ("novel"),
    "book" for all kinds of book, or "" for every work. `adapters` asks who adapted them, too;
    `adapter` is who wrote or directed the films.
    """

    gives: Literal["works", "films"]
    film: Link | None = None
    author: Link | None = None
    kind: str = ""
    adapters: bool = False
    adapter: Link | None = None

    def __str__(self) -> str:
        what = {"": "works", "short stories": "short stories"}.get(self.kind, f"{self.kind}s")
        by = f" by {self.author.label}" if self.author else ""
        if self.adapter:
            made = f"a film written or directed by {self.adapter.label}"
            return f"{what.capitalize()} that {made} was made from, closely or loosely."
        if self.film:
            return f"The {what}{by} that {self.film.label} was made from, closely or loosely."
        if self.gives == "works":
            and_who = ", with those who adapted them" if self.adapters else ""
            return f"{what.capitalize()}{by} that a film was made from, closely or loosely{and_who}."
        return f"Films made from {what}{by}, closely or loosely."


@dataclass(frozen=True, slots=True)
class CastReading:
    """Who plays the character called `character` in a film; with an `agent`, what the agent plays there.

    With neither, all characters and those who play them. Without a film, in any.
    """

    film: Link | None
    character: str = ""
    agent: Side | None = None

    def __str__(self) -> str:
        film = self.film.label if self.film else "any film"
        if self.agent:
            return f"The characters that {self.agent.name()} plays in {film}."
        if self.character:
            return f"Who plays a character called {self.character} in {film}."
        return f"Who plays whom in {film}."


@dataclass(frozen=True, slots=True)
class WorkReading:
    """What an agent did on a film: the agent's credits there."""

    agent: Side
    film: Link

    def __str__(self) -> str:
        return f"What {self.agent.name()} did on {self.film.label}."


Reading = PeopleReading | FilmsReading | SourcesReading | CastReading | WorkReading


def count_answers(reading: Reading) -> Reading | None:
    """The reading asked for as a number; None where the number is not what could be meant."""
    if isinstance(reading, PeopleReading):
        return replace(reading, count=True)
    if isinstance(reading, FilmsReading) and reading.asks == "films":
        return replace(reading, asks="count")
    return None


def reading_links(reading: Reading) -> tuple[Link, ...]:
    """The films and agents that a reading names, in its order."""
    if isinstance(reading, PeopleReading | FilmsReading):
        return tuple(side.link for side in reading.sides)
    if isinstance(reading, SourcesReading):
        return tuple(link for link in (reading.film, reading.author, reading.adapter) if link)
    if isinstance(reading, WorkReading):
        return (reading.agent.link, reading.film)
    agent = (reading.agent.link,) if reading.agent else ()
    return (*agent, *((reading.film,) if reading.film else ()))


def put_film(reading: Reading, link: Link, other: Link) -> Reading:
    """The reading with another film in the place of one that it names."""
    if isinstance(reading, PeopleReading | FilmsReading):
        sides = (replace(s, link=other, agents=other.iris) if s.link is link else s for s in reading.sides)
        return replace(reading, sides=tuple(sides))
    return replace(reading, film=other)


def join_words(words: Sequence[str], last: str = "and") -> str:
    """A list as a sentence has it.

    >>> join_words(["a", "b", "c"])
    'a, b and c'
    """
    return f" {last} ".join([*[", ".join(words[:-1])] * (len(words) > 1), *words[-1:]])


def _people(asked: RoleSet) -> str:
    roles = load_roles().roles
    possible = {kind for role in asked.roles for kind in roles[role].kinds} or set(ALL_KINDS)
    kinds = possible & set(asked.kinds)
    who = "People and companies"
    if "organization" not in kinds:
        who = "People"
    elif kinds == {"organization"}:
        who = "Companies"
    if asked.wide:
        return f"{who} with any producing role ({asked.names()})"
    return f"{who} credited as {asked.names()}" if asked.roles else f"{who} with any credit"
