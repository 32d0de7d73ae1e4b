"""The grammar of questions: from words to a reading.

Each line of the tables below is a form of question and what it is read as. A
name is the longest run of words, ending before a word of the grammar or at the
end, that is a name in the store: titles that hold "and" or "with" are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from filmgraph.asking.patterns import SlotMatcher, compile_pattern, match_pattern
from filmgraph.asking.readings import (
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    RoleSet,
    Side,
    SourcesReading,
)
from filmgraph.asking.words import Token, narrow, noun_roles, tokenize, verb_roles
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import Link, find_agent, find_film

ANY_ROLE = RoleSet("any credit")
DIRECTOR = RoleSet("directed", ("director",))

_FILMS = "films|film|movies|movie|pictures|titles"
_LEAD = frozenset(
    "please tell show me us list give name find which what all the every any can could you do i want know to "
    "see".split()
)
_LIST_GLUE = frozenset({"and", ","})
# Kinds of source work, by the words of questions; "" is every work, "book" every kind of book.
_WORKS = {
    "work": "", "works": "", "texts": "", "source": "", "sources": "", "material": "",
    "book": "book", "books": "book", "novel": "novel", "novels": "novel", "play": "play", "plays": "play",
    "story": "short stories", "stories": "short stories", "memoir": "memoir", "memoirs": "memoir",
    "comic": "comic", "comics": "comic", "article": "article", "articles": "article",
}  # fmt: skip

_HAVE = "have|has|had|ever|also|did"
_WORKED = "worked|work|works|working|collaborated|collaborate|collaborates"
_MADE_FROM = "that|which? are|is|were|was? based|adapted|inspired|made on|upon|from|by"

Builder = Callable[[dict[str, Any]], Reading | None]


def _people(values: dict[str, Any]) -> Reading | None:
    asked: RoleSet = values["asked"]
    if verb := values.get("verb"):
        asked = narrow(asked, verb)
    sides = values.get("agents") or values.get("filmsets") or ()
    return PeopleReading(asked, tuple(sides))


def _cast_people(values: dict[str, Any]) -> Reading | None:
    """ "who is in X": without a role word, those who act in it."""
    asked: RoleSet = values["asked"]
    actor = RoleSet("who", load_roles().narrower("actor"))
    return PeopleReading(asked if asked.roles else narrow(asked, actor), tuple(values["filmsets"]))


def _role_of(values: dict[str, Any]) -> Reading | None:
    return PeopleReading(values["role"], tuple(values["filmsets"]))


def _films(values: dict[str, Any]) -> Reading | None:
    own = replace(values["agent"], roles=values.get("verb", ANY_ROLE))
    return FilmsReading((own, *values.get("agents", ())))


def _film_set(values: dict[str, Any]) -> Reading | None:
    return FilmsReading(tuple(values["filmset"]))


def _shared_films(values: dict[str, Any]) -> Reading | None:
    return FilmsReading(tuple(values["agents"])) if len(values["agents"]) > 1 else None


def _works(values: dict[str, Any]) -> Reading | None:
    author = values["agent"].link if "agent" in values else None
    film = values["film"].link if "film" in values else None
    return SourcesReading("works", film, author, values.get("work", ""))


def _based_films(values: dict[str, Any]) -> Reading | None:
    author = values["agent"].link if "agent" in values else None
    return SourcesReading("films", None, author, values.get("work", ""))


def _cast(values: dict[str, Any]) -> Reading | None:
    return CastReading(values["film"].link, values.get("character", ""), values.get("agent"))


# The forms of question, tried in order.
FORMS: tuple[tuple[str, Builder], ...] = (
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {_WORKED} with both? {{agents}}", _people),
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {_WORKED} on|for|in both? {{filmsets}}", _people),
    ("who|character|characters|part|role|figure did|does|do {agent} play|portray|plays in {film}", _cast),
    ("who plays|played|portrays|portrayed|is {character} in {film}", _cast),
    ("characters are|appear? in|of {film}", _cast),
    ("who plays|played whom|who in {film}", _cast),
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {{verb}} in|on|for? both? {{filmsets}}", _people),
    ("{asked} who? was|were|is|are|appear|appeared|appears? in both? {filmsets}", _cast_people),
    ("{asked} who? was|were|is|are? credited? of|on|for|behind both? {filmsets}", _people),
    ("who is|was|are|were the? {role} of|on|for|behind both? {filmsets}", _role_of),
    ("{asked} do|did|does {agents} share|have in? common?", _people),
    ("{asked} common|shared to|by both? {agents}", _people),
    ("{asked} {agents} have|share in? common?", _people),
    (f"{_FILMS} did|does|do|has|have {{agent}} {{verb}} in|on|for?", _films),
    (f"{_FILMS} did|does|do|has|have {{agent}} {_WORKED} on|in|for", _films),
    (f"{_FILMS} did|does|do|has|have {{agent}} {{verb}} in? with|for {{agents}}", _films),
    (f"{_FILMS} did|do|have {{agents}} share|have|make|made in? common|together?", _shared_films),
    (f"{_FILMS} did|do|have {{agents}} {_WORKED} on|in? together?", _shared_films),
    ("did|has|does {agent} {verb} in|on|for?", _films),
    ("did|has|does {agent} {verb} in? with|for {agents}", _films),
    ("{filmset}", _film_set),
    ("{work}? is|was {film} based|adapted|inspired|made on|upon|from|by", _works),
    ("{work}? did|does {film} come|adapt from?", _works),
    ("who wrote the? {work} that|which|behind? {film} is|was? based|adapted? on|upon|from?", _works),
    ("{work} by|of|from {agent} was|were|have|has|are? been? adapted|filmed|made|turned into|as? a? "
     f"{_FILMS}?", _works),
    (f"{_FILMS} {_MADE_FROM} a|an|the? {{work}} by|of {{agent}}", _based_films),
    (f"{_FILMS} {_MADE_FROM} a|an? {{work}}", _based_films),
    (f"{_FILMS} {_MADE_FROM} {{agent}}", _based_films),
)  # fmt: skip

# One film condition inside a question, with the slot values that make its sides.
_FILM_CLAUSES = (
    f"the? {_FILMS} that|which? are|were|is|was? {{verb}} by {{agent}}",
    f"the? {_FILMS} that|which? {{agent}} {{verb}} in|on?",
    f"the? {_FILMS} that|which? {{agent}} has|have {{verb}} in|on?",
    f"the? {_FILMS} of|by {{director}}",
    f"the? {_FILMS} that|which? {{agent}} {_WORKED} on|in|for",
    f"the? {_FILMS} that|which? star|stars|starring|have|has|features|feature|featuring|with {{agents}}",
    f"{{director}} {_FILMS}",
)
_MORE_CLAUSES = ("and that? {verb} by {agent}", "and that|which? {agent} {verb} in|on?")


@cache
def grammar_words() -> frozenset[str]:
    """Every literal word of the forms: where a name may end, and what needs no placing."""
    patterns = [form for form, _ in FORMS] + [*_FILM_CLAUSES, *_MORE_CLAUSES]
    literal = (word for p in patterns for element in compile_pattern(p) for word in element.words)
    return frozenset(literal) | _LEAD | _LIST_GLUE | {"both", "with", "s"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A reading with the notes that its names brought along."""

    reading: Reading
    notes: tuple[str, ...]


class Parser:
    """Reads one question against the names of one store; every name is looked up once."""

    def __init__(self, question: str, knowledge: Knowledge, *, strict: bool = False) -> None:
        self.question = question
        tokens = tokenize(question)
        self.tokens = tuple(token for token in tokens if token.word != "strictly")
        self.words = [token.word if not token.quoted else "" for token in self.tokens]
        self.strict = strict or len(self.tokens) < len(tokens)
        self._knowledge = knowledge
        self._links: dict[tuple[str, int, int], Link | None] = {}
        self._slots: dict[str, SlotMatcher] = {
            "asked": self._match_noun,
            "role": self._match_noun,
            "verb": self._match_verb,
            "agent": self._match_agent,
            "director": self._match_agent,
            "agents": self._match_agents,
            "film": self._match_film,
            "filmset": self._match_filmset,
            "filmsets": self._match_filmsets,
            "work": self._match_work,
            "character": self._match_words,
        }

    def parse(self) -> Parsed | None:
        """The first reading that takes in every word of the question, or None."""
        start = 0
        while start < len(self.words) and self.words[start] in _LEAD:
            start += 1
        for form, build in FORMS:
            for end, values in match_pattern(compile_pattern(form), self.words, start, self._slots):
                if end == len(self.words) and (reading := build(values)):
                    return Parsed(reading, _notes(values))
        return None

    def find_link(self, start: int, end: int, film: bool) -> Link | None:
        """What the words from `start` to `end` name, looked up once."""
        key = ("film" if film else "agent", start, end)
        if key not in self._links:
            text = self.text(start, end)
            find = find_film if film else find_agent
            self._links[key] = find(text, self._knowledge)
        return self._links[key]

    def text(self, start: int, end: int) -> str:
        """The question's own text of some tokens."""
        if end == start + 1:
            return self.tokens[start].text
        return self.question[self.tokens[start].start : self.tokens[end - 1].end]

    def _name_ends(self, at: int) -> Iterator[int]:
        """Where a name that starts at `at` may end, longest first."""
        if at >= len(self.tokens) or self.words[at] in (",", "both"):
            return
        if self.tokens[at].quoted:
            yield at + 1
            return
        glue = grammar_words()
        for end in range(min(len(self.tokens), at + 14), at, -1):
            if self.words[end - 1] == ",":
                continue
            if end == len(self.tokens) or self.words[end] in glue or verb_roles(self.words[end]):
                yield end

    def _match_noun(self, at: int) -> Iterator[tuple[int, RoleSet]]:
        for end in range(min(len(self.words), at + 5), at, -1):
            if roles := noun_roles(" ".join(self.words[at:end]), self.strict):
                yield end, roles

    def _match_verb(self, at: int) -> Iterator[tuple[int, RoleSet]]:
        for end in (at + 2, at + 1):
            if end <= len(self.words) and (roles := verb_roles(" ".join(self.words[at:end]), self.strict)):
                yield end, roles

    def _match_agent(self, at: int) -> Iterator[tuple[int, Side]]:
        for end in self._name_ends(at):
            if link := self.find_link(at, end, film=False):
                yield end, Side(link, link.iris, ANY_ROLE)

    def _match_film(self, at: int) -> Iterator[tuple[int, Side]]:
        for start in (at, at + 1, at + 2):
            if start > at and (
                start > len(self.words) or self.words[start - 1] not in ("the", "film", "movie")
            ):
                return
            for end in self._name_ends(start):
                if link := self.find_link(start, end, film=True):
                    yield end, Side(link, link.iris, ANY_ROLE)

    def _match_agents(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        yield from self._match_list(at, self._match_agent)

    def _match_filmsets(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        def one(start: int) -> Iterator[tuple[int, Side]]:
            yield from self._match_film(start)
            for end, sides in self._match_filmset(start):
                if len(sides) == 1:
                    yield end, sides[0]

        yield from self._match_list(at, one)

    def _match_list(
        self, at: int, one: Callable[[int], Iterator[tuple[int, Side]]]
    ) -> Iterator[tuple[int, tuple[Side, ...]]]:
        """One or more, between them a comma, "and", or both; a list as long as it can be first."""
        for end, first in one(at):
            following = end
            while following < len(self.words) and self.words[following] in _LIST_GLUE:
                following += 1
            if end < following < len(self.words):
                skip = self.words[following] in ("with", "on", "for", "in", "both")
                for last, more in self._match_list(following + skip, one):
                    yield last, (first, *more)
            yield end, (first,)

    def _match_filmset(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        """The sides of "films that X directed and Y edited", "films with X and Y" …"""
        for clause in _FILM_CLAUSES:
            for end, values in match_pattern(compile_pattern(clause), self.words, at, self._slots):
                if sides := _clause_sides(values):
                    yield from self._more_clauses(end, sides)

    def _more_clauses(self, at: int, sides: tuple[Side, ...]) -> Iterator[tuple[int, tuple[Side, ...]]]:
        for clause in _MORE_CLAUSES:
            for end, values in match_pattern(compile_pattern(clause), self.words, at, self._slots):
                yield from self._more_clauses(end, (*sides, *_clause_sides(values)))
        yield at, sides

    def _match_work(self, at: int) -> Iterator[tuple[int, str]]:
        if at < len(self.words) and self.words[at] in ("short", "graphic"):
            at += 1
        if at < len(self.words) and self.words[at] in _WORKS:
            yield at + 1, _WORKS[self.words[at]]

    def _match_words(self, at: int) -> Iterator[tuple[int, str]]:
        for end in range(len(self.words) - 1, at, -1):
            if self.words[end] == "in":
                yield end, self.text(at, end)


def _clause_sides(values: dict[str, Any]) -> tuple[Side, ...]:
    if "agents" in values:
        return tuple(values["agents"])
    if "director" in values:
        return (replace(values["director"], roles=DIRECTOR),)
    return (replace(values["agent"], roles=values.get("verb", ANY_ROLE)),)


def _notes(values: dict[str, Any]) -> tuple[str, ...]:
    """What the linked names have to say, each once."""
    found: dict[str, None] = {}
    for value in values.values():
        for side in value if isinstance(value, tuple) else (value,):
            if isinstance(side, Side):
                found |= dict.fromkeys(side.link.notes)
    return tuple(found)


def find_side_words(token: Token) -> bool:
    """Whether a token is of the grammar, a role's noun or a verb: it needs no placing."""
    if token.quoted:
        return False
    return token.word in grammar_words() or bool(verb_roles(token.word)) or bool(noun_roles(token.word))
