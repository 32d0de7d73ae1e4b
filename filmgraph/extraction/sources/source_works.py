"""What a film is made from: "inspired by Craig Davidson’s story collection", "from the novel by …".

A source is a link ("based on", "d’après", a remake's "remake of"), and behind it an
object in one of the few orders in which editors set kind, title and author. Links
that are also everyday words ("from", "after") need an object with a kind and an
author. Nothing else is read: the real events, lives and persons that inspire films
are no works. The patterns stand in `source_grammar.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from filmgraph.extraction.films.listed_films import joined_text, plain_blanks
from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.names.name_forms import is_mister, strip_possessive
from filmgraph.extraction.prose.declined import is_polish, nominative
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
from filmgraph.extraction.sources.same_sources import merge_sources
from filmgraph.extraction.sources.source_doubts import is_taken_back, unglued, without_periodical
from filmgraph.extraction.sources.source_grammar import EVERYDAY, HAS, TURNED_INTO, Grammar, source_grammar
from filmgraph.extraction.sources.source_lines import Source, find_source_lines
from filmgraph.extraction.sources.source_titles import find_title_of
from filmgraph.extraction.sources.told_sources import find_told_sources
from filmgraph.model.document import Span
from filmgraph.model.facts import Evidence, Grade, SourceWorkFact
from filmgraph.model.names import fold

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


def find_source_works(prose: Prose) -> Iterator[SourceWorkFact]:
    """The works that the page says its film is made from; one fact for each author of each work."""
    found = [s for piece in (*prose.credits, *prose.pieces) for s in _find_in(prose, piece)]
    for source in _in_lines(prose):
        # What is read as printed knows better where a title ends, but a sentence's full statement stands.
        beside = [f for f in found if _overlap(f.quote, source.quote) and not _in_one_row(f, source)]
        told = source.section in PROSE_KINDS
        complete = any(
            f.title and f.authors and not _is_cut(f, source) and not _in_genitive(f, source) for f in beside
        )
        if not source.title:
            held = [f for f in beside if not _in_genitive(f, source) and not _is_shorter(f, source)]
            complete = complete or any(told or f.authors == source.authors for f in held)
        if not complete:
            found = [f for f in found if f not in beside] + [source]
        elif source.kind and not any(f.kind for f in beside):
            found.append(source)  # merged with the sentence's, which has no kind
    found = [s for f in found if (s := _believed(prose, f))]
    for source in merge_sources([*found, *_told_elsewhere(prose, found)]):
        for author in source.authors or (None,):
            evidence = Evidence(
                source.quote,
                source.quote.of(prose.page.text),
                f"source/{source.grade}",
                source.section,
                0.9,
            )
            yield SourceWorkFact(source.title, author, source.kind, source.grade, evidence)


def _believed(prose: Prose, found: Source) -> Source | None:
    """A source as far as nothing refutes it."""
    if _is_credit(prose, found):
        return None
    source = unglued(prose.page.text, found)
    return source and without_periodical(source)


def _is_credit(prose: Prose, source: Source) -> bool:
    """Whether "from a story by X" is only another credit of the film's own people."""
    own = any(prose.is_director(a) for a in source.authors)
    return own and not source.title and "story by " in source.quote.of(prose.page.text)


def _told_elsewhere(prose: Prose, found: list[Source]) -> Iterator[Source]:
    """The title of a source that a credit gives only the author of: "Greene's story, T, had …"."""
    untitled = [s for s in found if s.authors and not s.title]
    if not untitled or any(s.title for s in found):
        return
    for source in untitled:
        for author in source.authors:
            told = find_title_of(prose.page.text, author)
            if told:
                section = prose.page.kind_at(told[1].start)
                yield replace(source, title=told[0], quote=told[1], section=section)


def _is_full(name: str) -> bool:
    return " " in name and not name.startswith(("Mr", "Ms", "Miss"))


def _is_cut(one: Source, other: Source) -> bool:
    """Whether the title of `one` is only the beginning of the other's."""
    mine, full = fold(one.title or ""), fold(other.title or "")
    return len(full) > len(mine) and full.startswith(mine)


def _in_genitive(one: Source, other: Source) -> bool:
    """Whether `one` has the other's author with the s of a genitive: "Karen Blixens"."""
    return any(a == f"{b}s" for a in one.authors for b in other.authors)


def _is_shorter(one: Source, other: Source) -> bool:
    """Whether `one` lacks the initials of an author's name: "Annie Proulx", "E. Annie Proulx"."""
    return any(b.endswith(f". {a}") for a in one.authors for b in other.authors)


def _in_one_row(one: Source, other: Source) -> bool:
    """Whether one statement gives both: "the stories “A” and “B” by X"."""
    if one.quote != other.quote or one.authors != other.authors:
        return False
    mine, others = fold(one.title or ""), fold(other.title or "")
    return mine not in others and others not in mine


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _in_lines(prose: Prose) -> Iterator[Source]:
    text = joined_text(prose)
    for source in find_source_lines(prose.page, plain_blanks(prose.page.text)):
        if is_taken_back(text, source.quote.start, prose.own_titles):
            continue
        if any(" " not in a and not prose.references.knows(a) for a in source.authors):
            continue  # a lone surname that the page does not know
        yield _completed(prose, source)
    polish = is_polish(text)
    for source in find_told_sources(prose.page, text, prose.own_titles):
        if polish:
            names = tuple(nominative(a, text, prose.references.preferred.keys()) for a in source.authors)
            source = replace(source, authors=names)
        yield _completed(prose, source)


def _completed(prose: Prose, source: Source) -> Source:
    """A source as printed with its authors' full names, and the film's title where it is called so."""
    authors = tuple(a if _is_full(a) else _whole_name(prose, a) for a in source.authors)
    title = source.title or (prose.own_title if source.same_name else None)
    surname = source.title and " " not in source.title and fold(_whole_name(prose, source.title))
    if authors and surname in prose.block_names and surname not in prose.own_titles:
        title = None  # "from Greene's story, Lee …": a name that the page knows
    return replace(source, title=title, authors=authors)


def _whole_name(prose: Prose, name: str) -> str:
    """The full name that a surname stands for; "Homer" is no part called Homer Simpson.

    A name of two words or more is held as long as it is.
    """
    whole = prose.references.resolve(name)
    bare = strip_possessive(name)
    if " " in bare and not is_mister(bare) and len(whole.split()) > len(bare.split()):
        return bare
    return whole if fold(whole.split()[-1]) == fold(bare.split()[-1]) else bare


def _find_in(prose: Prose, piece: Piece) -> Iterator[Source]:
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
            source = _read(prose, piece, match, "based_on", match.start())
            if source:
                yield source
    if grammar.opening.search(piece.masked):
        for match in grammar.bracket.finditer(piece.masked):
            source = _read(prose, piece, match, "based_on", match.start())
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
            if not match or not _holds(piece, match, words, start):
                break
            if listed and not _get(match, "kind"):
                break  # behind a comma only a work that is called one
            source = _read(prose, piece, match, grade, start)
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


def _holds(piece: Piece, match: re.Match[str], words: str, start: int) -> bool:
    """Whether an object is complete enough for its link, which begins at `start`."""
    section = piece.section
    if _is_idea(match.group()):
        return False
    own = _get(match, "own")
    if own and " " not in own and words in EVERYDAY:
        # "walks away from his book"; "Written by X, from his story"
        return _WRITES.search(piece.masked, piece.sentence_start(start), start) is not None
    if words not in EVERYDAY or own:
        return True
    if not _get(match, "title") and source_grammar().kinds.get(_get(match, "kind") or "") == "film":
        return False
    told = section not in PROSE_KINDS or any(word in match.group() for word in (" which ", " that "))
    complete = _get(match, "kind") or (told and _get(match, "title"))
    return bool(complete and _get(match, "who"))


# Who wrote the film stands before "from his story".
_WRITES = re.compile(
    r"\b(?i:written|screenplay|script|scr|adapted|adaptation|drehbuch|buch|sc[eé]nario|gui[oó]n|sceneggiatura"
    r"|roteiro|manus)\b"
)


def _is_idea(words: str) -> bool:
    return _IDEA.search(words) is not None


@lru_cache(maxsize=8)
def _numbered(pattern: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """The groups of a pattern that say the same in one of its orders: "who0", "who1" as "who"."""
    found: dict[str, tuple[str, ...]] = {}
    for key in pattern.groupindex:
        name = key.rstrip("0123456789")
        found[name] = (*found.get(name, ()), key)
    return found


def _get(match: re.Match[str], name: str) -> str | None:
    """The value of the first group whose name is `name` and a digit."""
    for key in _numbered(match.re).get(name, ()):
        value: str | None = match[key]
        if value:
            return value
    return None


def _range(match: re.Match[str], name: str) -> tuple[int, int] | None:
    for key in _numbered(match.re).get(name, ()):
        if match[key]:
            return match.span(key)
    return None


# A life is told to a writer: "the memoir by Jake LaMotta with Joseph Carter".
_TOLD_WITH = frozenset({"memoir", "book", "nonfiction", "article"})
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_a-z]\. ?){1,2}$")


def _read(prose: Prose, piece: Piece, match: re.Match[str], grade: Grade, start: int) -> Source | None:
    kind = source_grammar().kinds.get(_get(match, "kind") or "")
    where = _range(match, "title")
    title = piece.marks[where[0]].text if where else None
    if title is None and _get(match, "same"):
        title = prose.own_title
    if kind is None and title and "directed" in match.group():
        kind = "film"
    who = _range(match, "who")
    if who and kind not in _TOLD_WITH and " with " in piece.masked[who[0] : who[1]]:
        who = who[0], piece.masked.index(" with ", *who)  # "from the novel by X with Y": Y plays in it
    if _get(match, "own"):
        before = piece.inside(piece.sentence_start(start), start + 1, FULL + SINGLE)
        sure = [m for m in before if _is_known(prose, m)]
        known = sure if " " not in (_get(match, "own") or "") else sure or before
        authors = [_whole_name(prose, m.text) for m in known[-1:]]
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
    return _whole_name(prose, mark.text)
