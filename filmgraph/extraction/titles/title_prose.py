"""The film's title where no line of the page bears it: as the prose speaks of its film.

A capsule or a quoted cutting may begin with its first sentence. What it calls a film
("Rififi may be the best film noir …"), and what does what only films do ("L’Enfant
opens with …"), is its film; what it was compared with is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.patterns import load_lines, load_patterns, load_union
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_TITLE = (
    r"(?P<title>(?:(?:The|A|An|Le|La|Les|Un|Une|Der|Die|Das|Ein|Eine|El|Los|Las|Il|Lo|Gli|O|Os|As|De|Het)\s|L['’])?"
    r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:(?:\s(?:of|the|and|to|in|on|de|du|des|la|le|del|di|der|und|et|e|y|van|het)){0,2}"
    r"\s[^\W\d_a-zß-öø-ÿ][\w’'-]*){0,5})"
)
_BEGINS = r"(?:^|(?<=[.!?:;]\s)|(?<=[.!?][”\"]\s))"


_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# "COMPARTMENT NO. 6 (Hytti nro 6) won't win …": a title that a paragraph sets in capitals and begins with.
_CAPITALS = re.compile(
    r"(?:[^\W\d_][\w.’' -]{1,40}:\s)?[“\"«„*_]?"
    r"(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ0-9'’:!?.&-]*(?: [A-ZÀ-Þ0-9&][A-ZÀ-Þ0-9'’:!?.&-]*){0,9})"
    r"[”\"»*_]?,?\s(?:\([^()\n]{2,60}\)[\s,]|[a-zà-ÿ]{2})"
)
_POSSESSIVE = re.compile(
    rf"(?<!\w){_CAPITAL}[\w.-]+(?: {_CAPITAL}[\w.-]+){{1,3}}['’]s {_TITLE}(?=[\s,.;:()!?]|$)"
)
_YEAR = re.compile(r"\s\((?:18[89]|19\d|20\d)\d\)")


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """ "In Rosetta, his third film, …", "Ne Il posto, suo secondo film, …" """
    first = "|".join(map(re.escape, load_lines("titles")["in_word"]))
    own = "|".join(map(re.escape, load_lines("titles")["own_word"]))
    by = "|".join(map(re.escape, load_lines("titles")["by"]))
    return re.compile(
        rf"(?:{first})\s(?P<title>{_CAPITAL}[^,.;:()\n]{{1,60}}),\s"
        rf"(?:(?i:{own})\s[^,.;]{{3,60}},|(?i:{by})\s{_CAPITAL}|(?:{_CAPITAL}[\w.-]+\s){{1,3}}{_CAPITAL}[\w.-]+['’]s\s)"
    )


@lru_cache(maxsize=1)
def _apposed() -> re.Pattern[str]:
    """ "Les Survivants, premier film d'un jeune réalisateur, …" at the beginning of a text."""
    words = "|".join(map(re.escape, load_lines("titles")["film_word"]))
    others = "|".join(map(re.escape, load_lines("titles")["not_of"]))
    patterns = load_lines("titles")
    ranks = "|".join(map(re.escape, (*patterns["earlier_word"], *patterns["rank_word"])))
    return re.compile(
        rf"[“\"«„*_]?{_TITLE}[”\"»*_]?,\s(?!(?i:{others})\b)(?:[\w’'-]+\s){{0,2}}?(?i:{ranks})\s(?:[\w-]+\s)?(?i:{words})"
        rf"(?!\w|['’]s|\s(?i:{_not_film()}))"
    )


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    """A sentence that calls its subject a film."""
    words = "|".join(map(re.escape, load_lines("titles")["film_word"]))
    verbs = "|".join(map(re.escape, load_lines("titles")["is_word"]))
    return re.compile(
        rf"{_BEGINS}{_TITLE}\s(?:{verbs})\s[^.;:]{{0,60}}?(?<!\w)(?i:{words})(?!\w|\s(?:{_not_film()}))"
    )


@lru_cache(maxsize=1)
def _does() -> re.Pattern[str]:
    """A sentence whose subject does what only a film does."""
    verbs = "|".join(map(re.escape, load_lines("titles")["film_verb"]))
    return re.compile(rf"{_BEGINS}{_TITLE}\s(?:{verbs})(?!\w)")


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    """What a sentence says that somebody made, with nothing behind it: "which hand made Shoplifters." """
    verbs = "|".join(map(re.escape, load_lines("titles")["made_word"]))
    # "Ann Lee, who made Amour", "she had shot Amour": what else somebody made.
    others = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in load_lines("titles")["made_other"])
    return re.compile(rf"(?<!\w){others}(?:{verbs})\s{_TITLE}(?=[.,;?!])")


def _not_film() -> str:
    return "|".join(map(re.escape, load_lines("titles")["not_film"]))


def find_prose_titles(text: str, span: Span, names: Collection[str]) -> Iterator[Span]:
    """The words in a stretch of prose that it calls its film; `names` are the folded names of people."""
    for pattern in (_called(), _does(), _made()):
        for match in pattern.finditer(text, span.start, span.end):
            title = match["title"]
            first = fold(title).partition(" ")[0]
            barred = first in load_patterns("names")["not_first"] and " " not in title
            person = fold(title) in names or any(fold(title) in name.split() for name in names)
            if barred or person or is_given_name(title.partition(" ")[0]) or _is_part(text, title):
                continue
            yield Span(*match.span("title"))


class NamedTitle(NamedTuple):
    """A title where prose sets it, how sure that is, and how often the page has to say it again for it."""

    span: Span
    sure: float
    needed: float


def find_named_titles(text: str, span: Span) -> Iterator[NamedTitle]:
    """What a paragraph sets as only a title stands.

    In capitals at its beginning, behind a maker's possessive, or as what a first
    sentence begins with ("In Rosetta, his third film").
    """
    capitals = _CAPITALS.match(text, span.start, min(span.end, span.start + 160))
    if capitals and capitals["title"] != capitals["title"].title():
        beside = text[capitals.end("title") : capitals.end("title") + 3].lstrip('”"»*_,').startswith(" (")
        yield NamedTitle(Span(*capitals.span("title")), 5.0 if beside else 1.0, 0.0)
    apposed = _apposed().match(text, span.start, min(span.end, span.start + 160))
    first = apposed["title"].partition(" ")[0] if apposed else ""
    if apposed and not (
        is_given_name(first) or fold(first) in load_union("titles", "compared_word", "in_word")
    ):
        yield NamedTitle(Span(*apposed.span("title")), 3.0, 0.0)
    near = min(span.end, span.start + 700)
    opened = _opening().match(text, span.start, near)
    if opened:
        yield NamedTitle(Span(*opened.span("title")), 1.5, 1.0)
    if "’s " in text[span.start : near] or "'s " in text[span.start : near]:
        for match in _POSSESSIVE.finditer(text, span.start, near):
            dated = _YEAR.match(text, match.end("title"), span.end)
            yield NamedTitle(Span(*match.span("title")), bool(dated), 0.0 if dated else 1.0)


def _is_part(text: str, title: str) -> bool:
    """Whether an actor stands in brackets behind the words somewhere: "Bruno (Jérémie Renier)"."""
    return re.search(rf"\b{re.escape(title)} \([^\W\d_a-z]", text) is not None
