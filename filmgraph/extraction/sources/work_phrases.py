"""A literary work as sentences mention it: "Juli Zehs Bestseller „Unterleuten“", "the novel by X, T".

A mention names two at least of what the work is (a novel, a play), what it is called
and who wrote it, in one of the orders that editors use. It is read as printed: a
title is in quotation marks, or runs from a capital to what must follow it. Whether
the film is made from the work is told by other words (`told_sources.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.sources.source_lines import either
from filmgraph.extraction.sources.work_names import (
    authors_in,
    in_small_letters,
    known_by_one,
    late_title,
    quoted_title,
    title_in,
)
from filmgraph.extraction.sources.work_orders import (
    ADJ,
    AND,
    BY,
    DET,
    FULL_NAME,
    NAME,
    OF,
    PEOPLE,
    QUOTED,
    SMALL,
    compound_kinds,
    kinds_of_mentions,
    literary_kinds,
    may_name_kind,
    orders_of_mentions,
)
from filmgraph.model.document import Span
from filmgraph.model.names import fold


class Work(NamedTuple):
    """A mention of a work.

    `kind` is as the pattern file names kinds, `named_kind` says that a word for one stands there;
    `same_name` that the work is called as the film is.
    """

    title: str | None
    authors: tuple[str, ...]
    kind: str | None
    same_name: bool
    named_kind: bool
    span: Span


def read_work(text: str, at: int, *, bare: bool = False, named: bool = False) -> Work | None:
    """The work mentioned at an offset, None where none is.

    `bare` says that a quoted title is enough, `named` that a word for its kind must stand there.

    >>> read_work("Juli Zehs Bestseller „Unterleuten“ verfilmt", 0)[:3]
    ('Unterleuten', ('Juli Zeh',), 'novel')
    """
    end = text.find("\n", at)
    end = min(len(text) if end < 0 else end, at + 260)
    may_name = may_name_kind(text[at:end])
    if named and not may_name:
        return None  # what nearly all that follows an everyday word comes to
    for pattern, has_kind in orders_of_mentions():
        match = pattern.match(text, at, end) if may_name or not has_kind else None
        work = _understand(text, match, has_kind) if match else None
        if work:
            return work if work.named_kind or not named else None
    if bare:
        match = _bare().match(text, at, end)
        title = title_in(match.groupdict(), sure=False) if match else None
        if match and title:
            return Work(title, (), None, False, False, Span(*match.span()))
    return None


def read_listed(text: str, at: int) -> tuple[Work, ...]:
    """Works of one author in a row at an offset; none where fewer than two titles stand there.

    >>> [w.title for w in read_listed('the stories "Fever," "Fat" and "Gazebo" by Raymond Carver', 0)]
    ['Fever', 'Fat', 'Gazebo']
    """
    end = text.find("\n", at)
    match = _listed().match(text, at, min(len(text) if end < 0 else end, at + 260))
    authors = authors_in(match["people"] or match["people2"] or match["owner"]) if match else ()
    if not match or not authors:
        return ()
    printed = [t.strip(" ,.") for t in _MARKED.findall(match["titles"] or match["behind"])]
    titles = [t for t in printed if quoted_title(t, sure=True)]
    named = match["kind"] or match["kind2"]
    span = Span(*match.span())
    found = (
        Work(t, authors, kinds_of_mentions().get(fold(named or "")), False, named is not None, span)
        for t in titles
    )
    return tuple(found) if len(titles) == len(printed) else ()


# A title in a row, quoted.
_MARKED = re.compile(r"[“\"„«»_*‘]\s?([^“”\"„«»_*’\n]{1,90}?)\s?[”\"“»«_*’]")


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    marked = _MARKED.pattern.replace("(", "(?:", 1)
    row = rf"(?P<titles>{marked}(?:,? {marked}){{0,4}},? {AND} {marked})"
    behind = rf"(?P<behind>{marked}(?:,? {marked}){{0,4}},? (?:{AND} )?{marked})"
    kind = rf"(?P<kind>(?i:{either({*literary_kinds(), *load_lines('source_ties')['work']})}))(?![\w-])"
    owned = rf"(?P<owner>{NAME})['’]s? "
    # the stories “A” and “B” by X; X's “A” and “B”; three stories by X — ‘A’, ‘B’, ‘C’
    return re.compile(
        rf"{DET}(?:{owned})?{ADJ}(?:(?:{kind},? )?{row}(?(owner)|{BY}{SMALL}{PEOPLE})"
        rf"|{kind.replace('<kind>', '<kind2>')}(?:{BY}|{OF}){SMALL}"
        rf"{PEOPLE.replace('<people>', '<people2>')}(?:,|:| [–—-]| \()? ?{behind})"
    )


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    return re.compile(rf"{DET}(?:{QUOTED})")


def _understand(text: str, match: re.Match[str], has_kind: bool) -> Work | None:
    groups = match.groupdict()
    groups |= {k[:-2]: v for k, v in groups.items() if k.endswith("_2") and v}
    word = fold(groups.get("kind") or "")
    kind = kinds_of_mentions().get(word)
    if word in load_patterns("source_ties")["no_compound"]:
        return None
    if has_kind and word not in kinds_of_mentions():
        kind = next((k for last, k in compound_kinds().items() if word.endswith(fold(last))), None)
    people = groups.get("people") or ""
    owned = people and text.startswith("s ", match.end("people"))
    if owned and word in _ENGLISH and match["kind"].islower():
        people += "s"  # "the Henry James novel" is no genitive
    authors = authors_in(people)
    if people and not authors:
        return None
    helped = _TOLD_WITH.match(text, match.end("people")) if authors and kind in _TOLD_TO else None
    if helped:
        authors = (*authors, *re.split(r" (?:and|&) ", helped[1]))
    of = text[match.end("kind") : match.start("people")] if people and has_kind else ""
    if of.startswith(" of ") and kind in _TOLD_OF:
        return None  # "the story of Anne Frank"
    title = title_in(groups, sure=has_kind)
    end = match.end()
    if title and groups.get("run") == title and text[end : end + 2].strip().islower():
        title, end = in_small_letters(text, title, end)
    late = late_title(groups)
    if late is None and (groups.get("late") or groups.get("late_quoted") or groups.get("late_inner")):
        end = match.end("people")
    title = title or late
    same = bool(groups.get("same") or groups.get("before"))
    if not authors and not (title and has_kind):
        return None
    if not has_kind and not title:
        return None
    quoted = groups.get("quoted") or groups.get("inner")
    if not has_kind and not quoted and not all(" " in a or fold(a) in known_by_one() for a in authors):
        return None  # "… der Film von Nacht"
    return Work(title, authors, kind, same, has_kind, Span(match.start(), end))


# A life is told to a writer: "the memoir by Jake LaMotta with Joseph Carter and Peter Savage".
_TOLD_TO = frozenset({"memoir", "nonfiction", "article"})
_TOLD_WITH = re.compile(rf" with ({FULL_NAME}(?: (?:and|&) {FULL_NAME})?)(?![\w-])")
_ENGLISH = frozenset(
    "novel novels book books play plays story stories novella bestseller memoir memoirs".split()
)
# "The story of X", "a biography of X": X is who it is about.
_TOLD_OF = frozenset({"short stories", "memoir", "nonfiction", "article", "game", "poem"})
