"""What takes a tie between the film and a work back: a denial, another film, only a title or a name.

A tie ("from", "after", "adapted from") belongs to the film whose title stands nearest before
it, and says nothing where its clause denies it. The checks look only at the words right
before a tie that was found, so a page without sources pays nothing for them. The words
stand in `patterns/source_ties.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.sources.source_lines import Source, either
from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_title

_REACH = 160
_STOP = re.compile(r"[.!?…]['”\"»)]* (?=[^a-zà-ÿ])|\n|; ")
_MARKED = re.compile(r"(?:[“\"„«»*_]|(?<!\w)[‘'])\s?([^“”\"„«»*_\n]{1,90}?)[,.]?\s?(?:[”\"“»*_]|[’'](?!\w))")
# Between another film's title and its tie: a bracket, a relative pronoun and its clause, an article.
_BEHIND_TITLE = re.compile(
    r"[”»“\"’'*_](?: ?\([^()\n]{1,50}\))?(?:,? ?(?:which|that|dont|que|che|das|der|die|som) [^.;:()\n]{0,50}"
    r"|(?:[, –—]|itself|lui-même|elle-même|selbst|also|was|is|était|war|was|et|and|an?|une|eine|un|una|en|et"
    r"|ett?|een|uma|el|la|l['’]|the|\w+ly|\w+ment[e]?|this|that|one|only|just)*)$"
)
_IN_BRACKET = re.compile(r"([^()\n]{2,90}?)[”»“\"’'*_]? ?\((?=[^()\n]{4})[^()\n]*$")
# A change to a capital inside a word: two words without their blank, but "McEwan", "DeLillo".
_GLUED = re.compile(
    rf"(?<!\w)(?!(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Fitz|Jo|O)[{UPPER}])\w*[a-zà-ÿ][{UPPER}]"
)
# "(this one from …)"
_THIS_ONE = re.compile(
    r"(?:celui-ci|celle-ci|basada|basado|that one|this one|the latter|éste|ésta)[, ]*(?:éste|ésta)? ?$"
)
_GLUED_LABEL = re.compile(rf"^[{UPPER}][a-zà-ÿ]{{3,}}(?=[{UPPER}][a-zà-ÿ])")
_GLUED_BY = r"\b(?:by|af|av|de|di|da|do|del|von|van|par|of)"


def is_taken_back(text: str, start: int, own: Set[str], *, wished: bool = False) -> bool:
    """Whether what stands before a tie denies it, or gives it to another film.

    `start` is where the tie begins, `own` are the folded titles of the film; with `wished`, what is
    only planned or possible counts as denied, too.

    >>> is_taken_back("It is not an adaptation of Emma.", 13, frozenset())
    True
    """
    first = max(0, start - _REACH)
    stops = [m.end() for m in _STOP.finditer(text, first, start)]
    before = text[stops[-1] if stops else first : start]
    if not before.strip():
        return False
    doubts = _doubts()
    if doubts.denied.search(before) or (wished and doubts.wished.search(before)):
        return True
    if doubts.named.search(before) or doubts.elsewhere.match(before.lstrip(" •*-")):
        return True
    return _is_of_other(before, own)


def _is_of_other(before: str, own: Set[str]) -> bool:
    """Whether the last title before a tie is another film's, with nothing of the own film behind it."""
    bracket = _IN_BRACKET.search(before)
    if bracket:
        return _names_other(bracket, before, own)
    if not _BEHIND_TITLE.search(before):
        return False
    titles: list[str] = _MARKED.findall(before)
    return bool(titles) and _is_other(titles[-1], own)


def _is_other(title: str, own: Set[str]) -> bool:
    return any(map(str.isalpha, title)) and fold_title(title) not in own


def _names_other(bracket: re.Match[str], before: str, own: Set[str]) -> bool:
    """Whether a bracket that opens behind a title is another film's; it begins with its year or director."""
    head = before[: bracket.end(1)]
    marked = before[bracket.end(1) : bracket.end(1) + 1] in "”»“\"’'*_" and bracket.end(1) < len(before)
    inside = before[before.rindex("(") + 1 :].strip()
    if not (re.match(rf"(?:\d{{4}}|[{UPPER}])", inside) or _THIS_ONE.match(inside)):
        return False
    if marked:
        opened = re.search(r"[“\"„«»‘'*_]([^“”\"„«»*_]{1,90})$", head)
        return opened is not None and _is_other(opened[1], own)
    words = head.split()
    if any(fold_title(" ".join(words[-n:])) in own for n in range(1, min(len(words), 10) + 1)):
        return False
    named = len(words) > 1 or inside[4:5] == ","
    return inside[:4].isdecimal() and words[-1][:1].isupper() and named and ":" not in head


class _Doubts:
    """The patterns, compiled once."""

    def __init__(self) -> None:
        lines = load_lines("source_ties")
        also = either(lines["also"])
        begin = r"(?:(?<!\w)|(?<=n)(?=['’]t)|(?=n['’]t))"
        between = rf"(?:,[^,]{{1,40}},)?(?:(?!\b(?:{either(lines['but'])})\b)[^,.;:()]){{0,40}}$"
        self.wished = re.compile(
            rf"{begin}(?i:{either(lines['denied'])})(?!\w)(?! (?:{also})\b)[^.;:(),]{{0,34}}$"
        )
        self.denied = re.compile(rf"{begin}(?i:{either(lines['negation'])})(?!\w)(?! (?:{also})\b){between}")
        self.named = re.compile(rf"\b(?i:{either(lines['title words'])})(?: \w+)?,? $")
        self.elsewhere = re.compile(rf"(?i:{either(lines['elsewhere'])})\b[^.\n]{{0,14}}:")


@lru_cache(maxsize=1)
def _doubts() -> _Doubts:
    return _Doubts()


def unglued(text: str, source: Source) -> Source | None:
    """A source without the authors that labels are glued to; None where nothing is left.

    A layout that loses its blanks prints "af" and "Karen Blixen" as one word, and below it
    "FotografiHenning Kristiansen", which is a label and no author.
    """
    said = source.quote.of(text)
    if not _GLUED.search(said):
        return source
    authors = []
    for author in source.authors:
        whole = re.search(rf"{_GLUED_BY}((?:[{UPPER}][\w.-]+ ){{1,2}}{re.escape(author)})(?!\w)", said)
        if said.endswith(")") and " " in author:
            author = _GLUED_LABEL.sub("", author)  # "SoggettoGiovanni Arpino (romanzo)"
        authors.append(whole[1] if whole and " " not in author else author)
    good = tuple(a for a in authors if not _GLUED.search(a))
    if not (good or source.title) or (source.title and _GLUED.search(source.title) and "\n" in said):
        return None
    if len(good) == len(source.authors):
        return replace(source, authors=good)
    end = min((said.find("\n", said.find(a) + len(a)) for a in good if a in said), default=-1)
    quote = Span(source.quote.start, source.quote.start + end) if end > 0 else source.quote
    return replace(source, authors=good, quote=quote)


def without_periodical(source: Source) -> Source | None:
    """A source whose title is not only the magazine in which it appeared; None where nothing else is said."""
    if not source.title or source.kind not in (None, "article", "short stories"):
        return source
    folded = fold(source.title).removeprefix("the ")
    known = folded in _periodicals() or folded.endswith(" magazine")
    if not known or (source.kind is None and source.authors and folded in _ambiguous()):
        return source
    return replace(source, title=None) if source.authors and source.kind else None


@lru_cache(maxsize=1)
def _periodicals() -> frozenset[str]:
    lines = load_lines("source_ties")
    return frozenset(map(fold, (*lines["periodical"], *lines["also a book"])))


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(map(fold, load_lines("source_ties")["also a book"]))
