"""Names among credits under no label or an unknown one: listed for a person to see, never credited."""

from __future__ import annotations

from collections.abc import Iterable

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.asides import are_names, find_labelled_lines
from filmgraph.extraction.labels.lexicon import load_lexicon
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
        if item.label.field == "unknown" and item.values and are_names(page.text, item.values[0]):
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
        if are_names(page.text, line):
            yield Unread(line, words, page.kinds[n], "names under no label")
        elif (
            colon
            and len(label.split()) <= _LONGEST_LABEL
            and are_names(page.text, trim(page.text, Span(line.start + len(label) + 1, line.end)))
        ):
            yield Unread(line, words, page.kinds[n], f"names under an unknown label: {label.strip()}")


_ASIDE = frozenset({"link_list", "card"})


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
        if span.end > seen:
            for found in find_labelled_lines(text, Span(max(seen, span.start), span.end), lexicon):
                yield Unread(found.line, found.line.of(text), "teasers", "beside the page's own film")
            seen = span.end
