"""The grammar of questions: from words to a reading.

The forms of question are in `forms`. A name is the longest run of words, ending
before a word of the grammar or at the end, that is a name in the store: titles
that hold "and" or "with" are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from filmgraph.asking.builders import clause_sides
from filmgraph.asking.conditions import cut_year, narrow_to_years
from filmgraph.asking.forms import (
    FILM_CLAUSES,
    FORMS,
    LEAD,
    LIST_GLUE,
    MORE_CLAUSES,
    TAIL,
    WORKS,
    grammar_words,
)
from filmgraph.asking.patterns import SlotMatcher, compile_pattern, match_pattern
from filmgraph.asking.readings import ANY_ROLE, Reading, RoleSet, Side, count_answers
from filmgraph.asking.territories import find_countries
from filmgraph.asking.words import Token, noun_roles, tokenize, verb_roles
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import Link, find_agent, find_film

# "Who's the editor of Amour".
_CONTRACTED = re.compile(r"\b(who|what|when)['’]s\b", re.IGNORECASE)


# So many ways to read a slot at one place are tried; no question that a person asks has as many.
_MOST_WAYS = 200


class Parser:
    """Reads one question against the names of one store; every name is looked up once."""

    def __init__(self, question: str, knowledge: Knowledge, *, strict: bool = False) -> None:
        question = _CONTRACTED.sub(r"\1 is", question)
        self.question = question
        tokens = tokenize(question)
        self.tokens = tuple(token for token in tokens if token.word != "strictly")
        self.words = [token.word if not token.quoted else "" for token in self.tokens]
        self.strict = strict or len(self.tokens) < len(tokens)
        self._knowledge = knowledge
        self._links: dict[tuple[str, int, int], Link | None] = {}
        matchers: dict[str, SlotMatcher] = {
            "asked": self._match_noun,
            "role": self._match_noun,
            "verb": self._match_verb,
            "also": self._match_verbs,
            "agent": self._match_agent,
            "director": self._match_agent,
            "performers": self._match_agents,
            "agents": self._match_agents,
            "film": self._match_film,
            "filmset": self._match_filmset,
            "filmsets": self._match_filmsets,
            "work": self._match_work,
            "character": self._match_words,
            "figure": self._match_rest,
            "territory": self._match_territory,
            "country": self._match_country,
            "more": self._match_more,
        }
        self._slots = {slot: self._remembering(slot, matcher) for slot, matcher in matchers.items()}
        self._found: dict[tuple[str, int, int], tuple[list[tuple[int, Any]], Iterator[tuple[int, Any]]]] = {}

    def parse(self) -> Reading | None:
        """The first reading that takes in every word of the question, or None.

        Words at the end that narrow to years are set apart only where the whole
        does not read: "who acted in 1900" asks for a film.
        """
        start = 0
        while start < len(self.words) and self.words[start] in LEAD:
            start += 1
        how_many = self.words[start : start + 2] == ["how", "many"]
        start += 2 * how_many
        ends = [len(self.words)]
        ends += [ends[0] - len(tail) for tail in TAIL if tuple(self.words[-len(tail) :]) == tail]
        reading: Reading | None = None
        for end in ends:
            reading = reading or self._read(start, end)
        for end in ends:
            years = None if reading else cut_year(self.words[:end])
            if years and (dated := self._read(start, years.at)):
                reading = narrow_to_years(dated, years)
        return count_answers(reading) if reading and how_many else reading

    def _read(self, start: int, stop: int) -> Reading | None:
        words = self.words
        self.words = words[:stop]
        try:
            for form, build in FORMS:
                for end, values in match_pattern(compile_pattern(form), self.words, start, self._slots):
                    if end == stop and (reading := build(values)):
                        return reading
            return None
        finally:
            self.words = words

    def read_name(self, forms: Iterable[str]) -> Link | None:
        """The agent or film that is all that the question asks about, in one of `forms`."""
        lead = next((n for n, word in enumerate(self.words) if word not in LEAD), 0)
        starts = range(lead + 1)
        for form in forms:
            for start in starts:
                for end, values in match_pattern(compile_pattern(form), self.words, start, self._slots):
                    side = values.get("agent") or values.get("film")
                    if end == len(self.words) and isinstance(side, Side):
                        return side.link
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

    def _remembering(self, slot: str, match: SlotMatcher) -> SlotMatcher:
        """A matcher that looks at each place once, and gives each way that it finds there once.

        Lists of conditions that may be cut in many ways would else be read as often as there are ways.
        """

        def find(at: int) -> Iterator[tuple[int, Any]]:
            key = slot, at, len(self.words)
            if key not in self._found:
                self._found[key] = [], match(at)
            known, others = self._found[key]
            given = 0
            while True:
                while given < len(known):
                    yield known[given]
                    given += 1
                new = next((way for way in others if way not in known), None)
                if new is None or given == _MOST_WAYS:
                    return
                known.append(new)

        return find

    def _name_ends(self, at: int) -> Iterator[int]:
        """Where a name that starts at `at` may end, longest first."""
        if at >= len(self.words) or self.words[at] in (",", "both"):
            return
        if self.tokens[at].quoted:
            yield at + 1
            return
        glue = grammar_words()
        for end in range(min(len(self.words), at + 14), at, -1):
            if self.words[end - 1] == ",":
                continue
            # "Haneke's editors": a possessive ends a name whatever follows.
            possessive = self.tokens[end - 1].text.endswith(("'s", "’s", "s'", "s’"))
            if end == len(self.words) or self.words[end] in glue or possessive or verb_roles(self.words[end]):
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

    def _match_verbs(self, at: int) -> Iterator[tuple[int, tuple[RoleSet, ...]]]:
        """One verb or several: "wrote", "wrote and edited"; the words between are commas and "and"."""
        for end, roles in self._match_verb(at):
            following = end
            while following < len(self.words) and self.words[following] in LIST_GLUE:
                following += 1
            if following > end:
                for last, more in self._match_verbs(following):
                    yield last, (roles, *more)
            yield end, (roles,)

    def _match_agents(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        yield from self._match_list("agents", at, self._slots["agent"](at))

    def _match_filmsets(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        single = ((end, sides[0]) for end, sides in self._slots["filmset"](at) if len(sides) == 1)
        yield from self._match_list("filmsets", at, chain(self._slots["film"](at), single))

    def _match_list(
        self, slot: str, at: int, ones: Iterable[tuple[int, Any]]
    ) -> Iterator[tuple[int, tuple[Side, ...]]]:
        """One of `ones` or more, between them a comma, "and", or both; a list as long as it can be first.

        What follows the first is a list of the same kind, the one called `slot`.
        """
        for end, first in ones:
            following = end
            while following < len(self.words) and self.words[following] in LIST_GLUE:
                following += 1
            if end < following < len(self.words):
                skip = self.words[following] in ("with", "on", "for", "in", "both")
                for last, more in self._slots[slot](following + skip):
                    yield last, (first, *more)
            yield end, (first,)

    def _match_filmset(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        """The sides of "films that X directed and Y edited", "films with X and Y" …"""
        for clause in FILM_CLAUSES:
            for end, values in match_pattern(compile_pattern(clause), self.words, at, self._slots):
                if sides := clause_sides(values):
                    for last, more in self._slots["more"](end):
                        yield last, (*sides, *more)

    def _match_more(self, at: int) -> Iterator[tuple[int, tuple[Side, ...]]]:
        """The sides of further conditions on the same film, "and edited by Y" …, down to none."""
        for clause in MORE_CLAUSES:
            for end, values in match_pattern(compile_pattern(clause), self.words, at, self._slots):
                sides = clause_sides(values)
                for last, more in self._slots["more"](end):
                    yield last, (*sides, *more)
        yield at, ()

    def _match_work(self, at: int) -> Iterator[tuple[int, str]]:
        if at < len(self.words) and self.words[at] in ("short", "graphic"):
            at += 1
        if at < len(self.words) and self.words[at] in WORKS:
            yield at + 1, WORKS[self.words[at]]

    def _match_words(self, at: int) -> Iterator[tuple[int, str]]:
        for end in range(len(self.words) - 1, at, -1):
            if self.words[end] == "in":
                yield end, self.text(at, end)

    def _match_territory(self, at: int) -> Iterator[tuple[int, str]]:
        if not any(word[:1].isdigit() for word in self.words[at:]):
            yield from self._match_rest(at)

    def _match_country(self, at: int) -> Iterator[tuple[int, str]]:
        """The rest of the question, where it is a country that a film of the store is from."""
        for end, text in self._match_rest(at):
            if find_countries(text, self._knowledge):
                yield end, text

    def _match_rest(self, at: int) -> Iterator[tuple[int, str]]:
        if at < len(self.words):
            yield len(self.words), self.text(at, len(self.words))


def find_side_words(token: Token) -> bool:
    """Whether a token is of the grammar, a role's noun or a verb: it needs no placing."""
    if token.quoted:
        return False
    return token.word in grammar_words() or bool(verb_roles(token.word)) or bool(noun_roles(token.word))
