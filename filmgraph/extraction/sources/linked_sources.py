"""Sources behind a link: "inspired by Craig Davidson’s story collection", "from the novel by …".

A source is a link ("based on", "d’après", a remake's "remake of"), and behind it an
object in one of the few orders in which editors set kind, title and author. Links
that are also everyday words ("from", "after") need an object with a kind and an
author. Nothing else is read: the real events, lives and persons that inspire films
are no works. The patterns stand in `source_grammar.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.prose.joined_text import joined_text
from filmgraph.extraction.prose.masking import (
    DIRECTOR,
    FULL,
    OWN,
    PROSE_KINDS,
    SINGLE,
    TEAM,
    TITLE,
    Mark,
    Piece,
)
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.sources.author_names import whole_name
from filmgraph.extraction.sources.source_doubts import is_taken_back
from filmgraph.extraction.sources.source_grammar import EVERYDAY, HAS, TURNED_INTO, Grammar, source_grammar
from filmgraph.extraction.sources.source_lines import Source
from filmgraph.model.facts import Grade
from filmgraph.model.names import fold

_Range = tuple[int, int]
_REACH = 300  # no statement of a source is longer
_NEGATED = re.compile(
    r"\b(?:not|never|nicht|pas|\w+n['’]t|other than|rather than|far|apart|aside|away|hail(?:s|ing)?|straight"
    r"|fresh)(?:, [^,.;()]{1,40},)? (?:(?!only |just |merely |nur |seulement )\w+ )?$"
)
# "On n'adapte pas impunément …"
_NEGATED_BEHIND = re.compile(r" ?(?:pas|jamais|nicht|nie|niet|ikke|inte)\b")
_HYPOTHETICAL = re.compile(
    r"\b(?:unless|if|as though|nearly|almost|(?:may|might|could|should|would)(?: well)? (?:be|have been))"
    r"(?: (?:it|this|that|they|the film|the movie))?(?: (?:is|was|were|had been|has been))?(?: \w+ly)? $"
)
_RELATIVE = re.compile(
    rf"{TITLE}(?:,|,? \(\d{{4}}\),?|[*_”’\"»])*,? (?:which|that|dont|das|que) [^.;()\n]{{0,60}}$"
)
_OF_OTHER = re.compile(
    rf"{TITLE}(?:,| \(\d{{4}}\),?)? (?:(?:which|that|was|is|also|itself|,) ){{0,3}}(?:\w+ly )?$"
)
_LEAVES = re.compile(r"\b(?:come|came|get|got|made|broke|way|walk\w*|rid\w*|step\w*|drop\w*|bur\w*|run\w*) $")
_IDEA = re.compile(
    r"\b(?:original|own) (?:idea|concept|story|screenplay|script)\b|\b(?:true"
    r"|real(?:-life)?) (?:story|events?|life|case|incident)|\blife (?:of|and)\b"
)
# Who wrote the film stands before "from his story".
_WRITES = re.compile(
    r"\b(?i:written|screenplay|script|scr|adapted|adaptation|drehbuch|buch|sc[eé]nario|gui[oó]n|sceneggiatura"
    r"|roteiro|manus)\b"
)
# A life is told to a writer: "the memoir by Jake LaMotta with Joseph Carter".
_TOLD_WITH = frozenset({"memoir", "book", "nonfiction", "article"})


def find_linked_sources(prose: Prose, piece: Piece) -> Iterator[Source]:
    """The works that links, brackets and verbs of a masked piece tie to the film."""
    grammar = source_grammar()
    words = piece.words
    if words.isdisjoint(grammar.telling) and (
        piece.section in PROSE_KINDS or words.isdisjoint(grammar.everyday)
    ):
        return
    if not words.isdisjoint(grammar.linking):
        yield from _linked(prose, piece, grammar)
    if words.isdisjoint(grammar.works):
        return
    if not words.isdisjoint(HAS) and any(word in piece.masked for word in TURNED_INTO):
        for match in grammar.turned.finditer(piece.masked):
            source = _read(prose, piece, match, _given(match), "based_on", match.start())
            if source:
                yield source
    if grammar.opening.search(piece.masked):
        for match in grammar.bracket.finditer(piece.masked):
            source = _read(prose, piece, match, _given(match), "based_on", match.start())
            if source:
                yield source


def _linked(prose: Prose, piece: Piece, grammar: Grammar) -> Iterator[Source]:
    """The sources behind a link: "based on", "from", "d’après"."""
    for start, at, words in _find_links(piece, grammar):
        if words in EVERYDAY and not _may_be_work(piece, at, grammar):
            continue  # what "from" and "after" nearly always come to
        if _is_denied(piece, start, at, words):
            continue
        doubted: bool | None = None  # asked only where an object stands
        grade = grammar.grades[words]
        lead = grammar.lead.match(piece.masked, at)
        at, listed = (lead.end() if lead else at), False
        for _ in range(4):
            match = grammar.object.match(piece.masked, at)
            given = _given(match) if match else {}
            if not match or not _holds(piece, match, given, words, start):
                break
            if listed and "kind" not in given:
                break  # behind a comma only a work that is called one
            source = _read(prose, piece, match, given, grade, start)
            if source and doubted is None:
                doubted = is_taken_back(joined_text(prose), piece.span(start, at).start, prose.own_titles)
            if source and not doubted:
                yield source
            more = grammar.more.match(piece.masked, match.end())
            if not more:
                break
            at, listed = more.end(), more.group() == ", "


def _may_be_work(piece: Piece, at: int, grammar: Grammar) -> bool:
    """Whether a kind of work or a title stands soon behind an everyday word, as behind such links it must."""
    near = piece.masked[at : at + _REACH]
    return TITLE in near or OWN in near or any(map(near.__contains__, piece.words & grammar.works))


def _find_links(piece: Piece, grammar: Grammar) -> Iterator[tuple[int, int, str]]:
    """Where the links of a piece begin and end, and their words."""
    if piece.words.isdisjoint(grammar.adapted):
        yield from grammar.links.find(piece.masked, piece.words, grammar.tail)
        return
    for link in grammar.link.finditer(piece.masked):
        yield link.start(), link.end(), link["link"] or "adapted from"


def _is_denied(piece: Piece, start: int, end: int, words: str) -> bool:
    before = piece.masked[max(0, start - 80) : start]
    if _NEGATED.search(before) or _HYPOTHETICAL.search(before) or _NEGATED_BEHIND.match(piece.masked, end):
        return True
    relative = _RELATIVE.search(before)
    if relative and OWN not in relative.group():
        return True  # "“The Hours,” which X adapted from …": that other film's source
    if _OF_OTHER.search(before):
        # "… in “The Hours,” based on …" speaks of that other film.
        return OWN not in before
    return words == "out of" and _LEAVES.search(before) is not None


def _given(match: re.Match[str]) -> dict[str, _Range]:
    """The ranges of what a match gives, under one name in all its orders: "who0" and "who1" are "who"."""
    given: dict[str, _Range] = {}
    for group, words in match.groupdict().items():
        if words:
            given.setdefault(group.rstrip("0123456789"), match.span(group))
    return given


def _holds(piece: Piece, match: re.Match[str], given: Mapping[str, _Range], words: str, start: int) -> bool:
    """Whether an object is complete enough for its link, which begins at `start`."""
    section = piece.section
    if _is_idea(match.group()):
        return False
    own = _words(piece, given, "own")
    if own and " " not in own and words in EVERYDAY:
        # "walks away from his book"; "Written by X, from his story"
        return _WRITES.search(piece.masked, piece.sentence_start(start), start) is not None
    if words not in EVERYDAY or own:
        return True
    if "title" not in given and source_grammar().kinds.get(_words(piece, given, "kind")) == "film":
        return False
    told = section not in PROSE_KINDS or any(word in match.group() for word in (" which ", " that "))
    return "who" in given and ("kind" in given or (told and "title" in given))


def _words(piece: Piece, given: Mapping[str, _Range], name: str) -> str:
    """The words of one of the parts that a match gives, empty where it does not."""
    start, end = given.get(name, (0, 0))
    return piece.masked[start:end]


def _is_idea(words: str) -> bool:
    return _IDEA.search(words) is not None


def _read(
    prose: Prose, piece: Piece, match: re.Match[str], given: Mapping[str, _Range], grade: Grade, start: int
) -> Source | None:
    kind = source_grammar().kinds.get(_words(piece, given, "kind"))
    where = given.get("title")
    title = piece.marks[where[0]].text if where else None
    if title is None and "same" in given:
        title = prose.own_title
    if kind is None and title and "directed" in match.group():
        kind = "film"
    who = given.get("who")
    if who and kind not in _TOLD_WITH and " with " in piece.masked[who[0] : who[1]]:
        who = who[0], piece.masked.index(" with ", *who)  # "from the novel by X with Y": Y plays in it
    if "own" in given:
        before = piece.inside(piece.sentence_start(start), start + 1, FULL + SINGLE)
        sure = [m for m in before if _is_known(prose, m)]
        known = sure if " " not in _words(piece, given, "own") else sure or before
        authors = [whole_name(prose, m.text) for m in known[-1:]]
    else:
        authors = list(_authors(prose, piece, who)) if who else []
    if kind == "short stories" and re.search(r"\boriginal\b", match.group()):
        return None
    if not title and not authors:
        return None
    if not authors and where and piece.marks[where[0]].sign == OWN and grade != "remake_of" and not kind:
        return None
    if authors and not title and not kind:
        return None
    quote = piece.span(start, match.end())
    full = piece.quote(start, match.end())
    if full.end - full.start <= MAX_QUOTE:
        quote = full
    if quote.end - quote.start > 300:
        quote = piece.span(match.start(), match.end())
    return Source(title, tuple(authors), kind, grade, quote, piece.section)


def _is_known(prose: Prose, mark: Mark) -> bool:
    """Whether a mark is a person for sure: by its given name, or because the credits know it."""
    return (
        is_given_name(mark.text.split()[0]) or fold(prose.references.resolve(mark.text)) in prose.block_names
    )


def _authors(prose: Prose, piece: Piece, where: tuple[int, int]) -> Iterator[str]:
    marks = piece.inside(*where, FULL + SINGLE + TEAM + DIRECTOR)
    for n, mark in enumerate(marks):
        if mark.sign == DIRECTOR:
            yield from prose.directors
        elif mark.sign == TEAM:
            team = prose.references.find_team(mark.text)
            yield from (team.members or (team.name,)) if team else ()
        else:
            yield _author(prose, mark, marks[n + 1] if n + 1 < len(marks) else None)


def _author(prose: Prose, mark: Mark, after: Mark | None) -> str:
    shared = mark.sign == SINGLE and after and after.sign == FULL and prose.references.may_share(mark.text)
    if shared and after and not prose.references.knows(mark.text):
        return f"{mark.text} {after.text.split()[-1]}"
    return whole_name(prose, mark.text)
