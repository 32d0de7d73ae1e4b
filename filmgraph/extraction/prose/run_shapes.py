"""Whose name a run of capitals is: a person's in full, one word, a company's, or a team's."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import Literal, NamedTuple

from filmgraph.extraction.names.mentions import UPPER, looks_like_company
from filmgraph.extraction.names.name_words import HONORIFICS
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.names import fold

_SIBLINGS_AFTER = re.compile(
    r"[ -](?:brothers|bros\b\.?|siblings|sisters|sibs|Brüder|Schwestern)(?!\w)", re.I
)
_SIBLINGS_BEFORE = re.compile(
    r"\b(?:brothers|sisters|siblings|frères|s(?:oe|œ)urs|Brüder|Geschwister|hermanos|hermanas|fratelli"
    r"|sorelle"
    r"|irmãos|gebroeders) $",
    re.I,
)
_SIBLING_ENDS = frozenset({"s ", "r ", "i ", "e "})
_ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Ll]es|[Dd]ie|[Ll]os|[Dd]en|[Dd]er|[Dd]es|[Ii]|[Dd]e|[Gg]li|[Oo]s)(?: two)? $"
)
# "Archipel 35", "France 3 Cinéma", "Number 9 Films": a number makes capitals a company's name.
_NUMBERED = re.compile(
    rf" \d{{1,3}}(?: (?!And\b)[{UPPER}][\w’'-]+){{0,3}}(?=[,.;:)]|\s(?:and|shingle|banner|for|in|with"
    rf"|et)\b|$)(?!\.\d)"
)
# Two letters behind a name with which a family word may begin, and two before it in which an article,
# or a family word, may end: where they are others no pattern need be tried.
_FAMILY_STARTS = frozenset({" b", " s", " B", " S", "-b", "-s", "-B", "-S"})
_ARTICLE_ENDS = frozenset({"e ", "s ", "n ", "r ", "I ", "i ", "o "})
# The words with which a team's article or family word may end.
BEFORE_TEAMS = frozenset(
    "the les die los den der des i de gli os two brothers sisters siblings frères soeurs sœurs brüder"
    " geschwister hermanos hermanas fratelli sorelle irmãos gebroeders".split()
)
# "ihr Mann Johnny von Ronald Zehrfeld": two names, for no family's name has a given one behind "von".
BY_ANOTHER = re.compile(r" (?:von|van|av) (?=(?!der |dem |den |de |het )[^\W\d_][\w-]+ [^\W\d_])")
Shape = Literal["full", "single", "company", "team"]


class NameRun(NamedTuple):
    """A name's range, and whether it is a person's full name, one word, a company's or a team's."""

    start: int
    end: int
    shape: Shape


def is_before_family_word(plain: str, end: int) -> bool:
    """Whether a family word stands behind a name ("Dardenne brothers")."""
    return plain[end : end + 2] in _FAMILY_STARTS and _SIBLINGS_AFTER.match(plain, end) is not None


def shape_run(plain: str, start: int, end: int, surnames: Set[str]) -> NameRun:
    """The name at a place, with the family word or number that belongs to it.

    `surnames` are the folded surnames of those whom the document names in full.
    """
    text = plain[start:end]
    after = plain[end : end + 2]
    beside = after in _FAMILY_STARTS or plain[start - 2 : start] in _ARTICLE_ENDS
    if beside and " " not in text:
        team = _team(plain, start, end, surnames)
        if team:
            return team
    if after[1:].isdigit():
        numbered = _NUMBERED.match(plain, end)
        if numbered and fold(text.split()[0]) not in load_patterns("prose_words")["time"]:
            return NameRun(start, numbered.end(), "company")
    shape = shape_of(text)
    if shape == "company" and fold(text) in surnames:
        shape = _shape_of_person(text)
    return NameRun(start, end, shape)


@lru_cache(maxsize=4096)
def shape_of(name: str) -> Shape:
    """The shape of a name by its words alone."""
    return "company" if looks_like_company(name) else _shape_of_person(name)


def _shape_of_person(name: str) -> Shape:
    parts = name.split()
    is_full = len(parts) > 2 or (len(parts) == 2 and fold(parts[0]) not in HONORIFICS)
    return "full" if is_full else "single"


def _team(plain: str, start: int, end: int, surnames: Set[str]) -> NameRun | None:
    """A surname with its siblings ("les frères Dardenne") or in the plural ("the Coens")."""
    if plain[end : end + 1] in {" ", "-"}:
        after = _SIBLINGS_AFTER.match(plain, end)
        if after:
            return NameRun(_with_article(plain, start), after.end(), "team")
    if plain[start - 2 : start] in _SIBLING_ENDS:
        head = _SIBLINGS_BEFORE.search(plain, max(0, start - 12), start)
        if head:
            first = _with_article(plain, head.start())
            return NameRun(first, end, "team") if first < head.start() else None
    first = _with_article(plain, start)
    if first < start and _is_shared(plain[start:end], surnames):
        return NameRun(first, end, "team")
    return None


def _with_article(plain: str, at: int) -> int:
    if plain[at - 2 : at] not in _ARTICLE_ENDS:
        return at
    m = _ARTICLE.search(plain, max(0, at - 8), at)
    return m.start() if m else at


def _is_shared(name: str, surnames: Set[str]) -> bool:
    """Whether a name with an article is a surname in the plural that the document knows."""
    folded = fold(name)
    if folded in load_patterns("prose_words")["nationality"] or folded.endswith("ians"):
        return False
    return folded.removesuffix("s") in surnames or (folded.endswith("s") and folded in surnames)
