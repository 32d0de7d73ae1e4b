"""Names among credits under no label or an unknown one: listed for a person to see, never credited."""

from __future__ import annotations

import re
from collections.abc import Iterable

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.labels.lexicon import load_lexicon
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import Found
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.facts import Unread
from filmgraph.model.names import fold_title

_NEAR = 6  # lines between a name and the next label of a credit
_LONGEST_LABEL = 5  # words


def find_unread_names(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """Lines near the labels of credits that hold names which none of these labels claims."""
    del roles
    for item in page.items:
        if item.label.field == "unknown" and item.values and _are_names(page.text, item.values[0]):
            words = item.label.span.of(page.text)
            span = Span(item.label.span.start, item.values[-1].end)
            reason = f"names under an unknown label: {words}"
            yield Unread(span, span.of(page.text), page.kinds[item.line], reason)
    labels = [item for item in page.items if item.label.readings]
    if not labels or not page.free:
        return
    near = {n for item in labels for n in range(item.line - _NEAR, item.last_line + _NEAR + 1)}
    titles = {fold_title(title.text) for title in page.titles}
    for n in page.free:
        if n not in near or page.kinds[n] not in ("other", "labels", "crew", "cast"):
            continue
        line = page.lines[n]
        words = line.of(page.text)
        if len(words) > 300 or fold_title(words) in titles:
            continue
        label, colon, _ = words.partition(":")
        if _are_names(page.text, line):
            yield Unread(line, words, page.kinds[n], "names under no label")
        elif (
            colon
            and len(label.split()) <= _LONGEST_LABEL
            and _are_names(page.text, trim(page.text, Span(line.start + len(label) + 1, line.end)))
        ):
            yield Unread(line, words, page.kinds[n], f"names under an unknown label: {label.strip()}")


# What is not read at all, and in it lines of a label and names.
_ASIDE = frozenset({"link_list", "card"})
_LABELLED = re.compile(
    r"(?:^|(?<=[.;|] ))[ ]*(?P<label>[^\W\d_][^:.;|\t\n]{1,40}?)(?: ?:|\t|(?<= by)) *"
    r"(?P<names>[^\s:][^:\n]{2,200}?)(?=[.;|]? *$|[.;|] [^\W\d_][^:.;|\t\n]{1,40}:)",
    re.M,
)


def find_names_aside(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """Lines with names under a role in what a page sets beside its own film: other films' cards, footers.

    Nothing is credited there, but a person can see that it was set aside.
    """
    text = page.text
    blocks = [block.span for block in page.document.blocks if block.kind in _ASIDE]
    lines = [line for line, kind in zip(page.lines, page.kinds, strict=True) if kind == "teasers"]
    if not (blocks or lines):
        return
    lexicon = load_lexicon(roles)
    seen = 0  # how far blocks and lines, which may be lines of the blocks, have been looked through
    for span in sorted([*blocks, *lines]):
        for match in _LABELLED.finditer(text, max(seen, span.start), span.end):
            tokens = read_tokens(text, Span(*match.span("label")))
            label = lexicon.find(text, tokens, 0) if tokens and tokens[0].folded in lexicon.starts else None
            if label is None or not label.readings or label.last < len(tokens):
                continue
            if _are_names(text, trim(text, Span(*match.span("names")))):
                line = trim(text, Span(*match.span()))
                yield Unread(line, line.of(text), "teasers", "beside the page's own film")
        seen = max(seen, span.end)


def _are_names(text: str, span: Span) -> bool:
    names = split_names(text, span)
    return bool(names) and all(" " in m.text and _is_name(m.text) for m in names)


def _is_name(words: str) -> bool:
    return looks_like_person(words) or (looks_like_company(words) and words[0].isupper())
