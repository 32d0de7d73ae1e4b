"""What a page sets beside its matter: the lines in it with names under a role, and when they are its film's.

Menus, sidebars, feet and other films' cards are not read: who is named there has no part in the film. But
many sites set the credits of the film itself in a sidebar, each name a link. They are told by several signs
at once: a list of three roles and more, jobs of films alone among them, with one director, whom the page
names elsewhere, and no label of another director.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.labels.lexicon import Lexicon, load_lexicon
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.page import Page
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Block, Document, Span
from filmgraph.model.names import fold, fold_text

_LABELLED = re.compile(
    r"(?:^|(?<=[.;|] ))[ ]*(?P<label>[^\W\d_][^:.;|\t\n]{1,40}?)(?: ?:|\t|(?<= by))[ \t]*"
    r"(?P<names>[^\s:][^:\n]{2,200}?)(?=[.;|]? *$|[.;|] [^\W\d_][^:.;|\t\n]{1,40}:)",
    re.M,
)
_MARK = re.compile(r"[:\t]| by ")
_FEWEST = 3  # roles that make a list of credits
_FARTHEST = 12  # lines between two labels of a list: the names of a cast
_LONGEST = 80  # characters of a line between them
# Who makes a site has none of these jobs.
_FILMS_ALONE = frozenset({"actor", "voice-actor", "cinematographer", "composer", "screenwriter"})


class LabelledLine(NamedTuple):
    """A label and the names behind it; `line` holds both."""

    line: Span
    names: Span
    roles: tuple[str, ...]


def find_labelled_lines(text: str, span: Span, lexicon: Lexicon) -> Iterator[LabelledLine]:
    """The lines, or parts of lines, of a stretch in which names stand behind a role's label."""
    for match in _find_marked(text, span):
        tokens = read_tokens(text, Span(*match.span("label")))
        label = lexicon.find(text, tokens, 0) if tokens and tokens[0].folded in lexicon.starts else None
        if label is None or not label.readings or label.last < len(tokens):
            continue
        names = trim(text, Span(*match.span("names")))
        if are_names(text, names):
            yield LabelledLine(trim(text, Span(*match.span())), names, label.roles)


def _find_marked(text: str, span: Span) -> Iterator[re.Match[str]]:
    """What may be labels with names, on the lines that have the mark of one: few of a menu's do."""
    done = span.start
    for mark in _MARK.finditer(text, span.start, span.end):
        if mark.start() >= done:
            start = max(span.start, text.rfind("\n", 0, mark.start()) + 1)
            end = text.find("\n", mark.end(), span.end)
            done = end if end >= 0 else span.end
            yield from _LABELLED.finditer(text, start, done)


def are_names(text: str, span: Span) -> bool:
    """Whether a stretch holds nothing but full names of people and names of companies."""
    names = split_names(text, span)
    return bool(names) and all(" " in m.text and _is_name(m.text) for m in names)


def _is_name(words: str) -> bool:
    return looks_like_person(words) or (looks_like_company(words) and words[0].isupper())


def restore_own_credits(page: Page, roles: RoleCatalog) -> Document:
    """The document of a page, its film's own credits no longer in a block that leads away, if they were."""
    document = page.document
    aside = [b for b in document.blocks if b.kind == "link_list" and _may_list(document.text, b.span)]
    if not aside:
        return document
    lexicon = load_lexicon(roles)
    own = {
        block: stretch
        for block in aside
        for stretch in _find_lists(document.text, block.span, lexicon)
        if _is_own(page, block, list(find_labelled_lines(document.text, stretch, lexicon)))
    }
    if len(own) != 1:
        return document
    ((block, stretch),) = own.items()
    return replace(document, blocks=tuple(_without(document.blocks, block, stretch)))


def _may_list(text: str, span: Span) -> bool:
    """Whether a stretch has as many marks of labels as a list of credits has at least."""
    return sum(text.count(mark, span.start, span.end) for mark in (":", "\t", " by ")) >= _FEWEST


def _find_lists(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """From the first label to the last line of each list of labelled names in a stretch."""
    run: list[LabelledLine] = []
    for line in find_labelled_lines(text, span, lexicon):
        if run and not _goes_on(text[run[-1].line.end : line.line.start]):
            yield _with_last_names(text, run, span)
            run = []
        run.append(line)
    if run:
        yield _with_last_names(text, run, span)


def _goes_on(between: str) -> bool:
    lines = between.split("\n")
    return len(lines) <= _FARTHEST and all(len(line) <= _LONGEST for line in lines)


def _with_last_names(text: str, run: Sequence[LabelledLine], span: Span) -> Span:
    """A list with the lines right below its last label, where its names may go on."""
    end = run[-1].line.end
    for line in text[end : span.end].split("\n")[1 : _FARTHEST + 1]:
        if not line.strip() or len(line) > _LONGEST:
            break
        end += len(line) + 1
    return Span(run[0].line.start, end)


def _is_own(page: Page, block: Block, lines: Sequence[LabelledLine]) -> bool:
    text = page.document.text
    named = [line for line in lines if "director" in line.roles]
    roles = {role for line in lines for role in line.roles}
    if len(named) != 1 or len(roles) < _FEWEST or _FILMS_ALONE.isdisjoint(roles):
        return False
    directors = [fold(m.text) for m in split_names(text, named[0].names)]
    labelled = [i for i in page.items if "director" in i.label.roles and i.values]
    if any(fold(value.of(text)) not in directors for item in labelled for value in item.values):
        return False
    rest = fold_text(f" {text[: block.span.start]} \n {text[block.span.end :]} ")
    return any(f" {name} " in rest or f" {name.split()[-1]} " in rest for name in directors)


def _without(blocks: Sequence[Block], block: Block, stretch: Span) -> Iterator[Block]:
    """The blocks, one of them without a stretch."""
    for one in blocks:
        if one is not block:
            yield one
            continue
        for part in (Span(one.span.start, stretch.start), Span(stretch.end, one.span.end)):
            if part.start < part.end:
                yield replace(one, span=part)
