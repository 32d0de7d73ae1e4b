"""The film's titles: from the headline, the masthead, brackets under it, or a title's own label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmgraph.extraction.headlines import is_no_title
from filmgraph.extraction.lines import Lines
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.title_candidates import (
    Title,
    TitleHints,
    find_headings,
    find_title_candidates,
    trim_title,
)
from filmgraph.extraction.title_marks import end_of_front_matter, find_set_titles, find_tied_titles
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold, fold_title

_INVERTED = re.compile(r"^(.+), (The|A|An|Le|La|Les|L'|L’|Der|Die|Das|El|Il)$", re.I)
_DOTS = re.compile(r"\s*\.{3,}\s*")


def find_titles(document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> Iterator[Title]:
    """The film's titles, the best first, then its original and other titles.

    Candidates are the lines at the top (rubrics, outlets and dates cut off), a
    title's own label, and quoted titles of the first paragraph. A title that the
    page says again, in its prose or over its credits, beats one that stands alone.
    """
    text = lines.text
    labelled = list(_labelled(text, lines.spans, kinds))
    ranked = find_title_candidates(document, lines, kinds, hints)
    yielded: set[str] = set()
    tied = _tied(text, lines, kinds, hints)
    essay = end_of_front_matter(text) if tied else 0
    best = [t for t in labelled if t.kind == "label" and t.span.start >= essay][:1] or tied
    labelled = [t for t in labelled if t.span.start >= essay]
    needed = 7 if labelled else 3
    if not best and ranked and ranked[0].score >= needed:
        best = [ranked[0].title]
    others = [t for t in labelled if t not in best]
    for c in ranked:
        if best and fold_title(c.title.text) == fold_title(best[0].text) and c.bracket:
            others.append(Title(c.bracket.of(text), c.bracket, "original"))
    others += _brackets_under(text, lines.spans, hints, best[0].span) if best else []
    for title in [*best, *others]:
        key = fold_title(title.text)
        if key and key not in yielded:
            yielded.add(key)
            yield title


def _labelled(text: str, lines: Sequence[Span], kinds: Sequence[str]) -> Iterator[Title]:
    """Titles under a label of their own."""
    patterns = load_patterns("titles")
    for i, line in enumerate(lines):
        if kinds[i] == "teasers":
            continue
        words = line.of(text)[:200]
        if not (":" in words or "..." in words or "|" in words or "\t" in words):
            continue
        head, sep, rest = words.partition(":")
        dots = _DOTS.search(words) if "..." in words else None
        if dots and not sep:
            head, sep, rest = head[: dots.start()], dots.group(), head[dots.end() :]
        for mark in ("|", "\t"):
            if not sep:
                head, sep, rest = words.partition(mark)
        folded = fold(head.strip("-•* "))
        original = folded in patterns["original_label"]
        if not sep or not (original or folded in patterns["title_label"]):
            continue
        start = line.start + len(head) + len(sep)
        span = Span(start, start + len(rest))
        if not rest.strip(" |") and i + 1 < len(lines):
            span = lines[i + 1]
        span = trim_title(text, span)
        if span.start < span.end and len(span.of(text)) < 100:
            yield Title(" ".join(span.of(text).split()), span, "original" if original else "label")


def _tied(text: str, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> list[Title]:
    """The one title that an essay is about: set apart in its headline, and tied to a year in its text.

    "Why *Fargo* still works" over "**Fargo** (Joel and Ethan Coen, 1996) begins …".
    """
    headings = find_headings(lines)
    heads = [
        n
        for n, line in enumerate(lines.spans[:12])
        if n in headings or kinds[n] == "headline" or text[line.start] == "#"
    ]
    for n in heads[:3]:
        inside = list(find_set_titles(text, lines.spans[n]))
        around = lines.spans[n].end - lines.spans[n].start - sum(s.end - s.start for s in inside)
        if len(inside) != 1 or around < 8:
            continue
        key = fold(inside[0].of(text))
        for line in lines.spans:
            for span in find_tied_titles(text, line):
                if fold(span.of(text)) == key and key not in hints.names:
                    return [Title(" ".join(span.of(text).split()), span, "headline")]
    return []


def _brackets_under(text: str, lines: Sequence[Span], hints: TitleHints, best: Span) -> list[Title]:
    """A line in brackets right under the title: the original title."""
    found = []
    for i, line in enumerate(lines[:-1]):
        if line.start <= best.start < line.end:
            below = lines[i + 1]
            words = below.of(text)
            if words[0] == "(" and words[-1] == ")" and i + 1 not in hints.taken:
                inner = Span(below.start + 1, below.end - 1)
                noise = load_patterns("titles")["bracket_noise"]
                if fold(inner.of(text)) not in noise and not is_no_title(inner.of(text)):
                    found.append(Title(inner.of(text), inner, "original"))
    return found


def invert(title: str) -> str:
    """A title with its article put back in front: "Child, The" → "The Child"."""
    match = _INVERTED.match(title)
    if not match:
        return title
    article = match.group(2)
    return f"{article}{'' if article[-1] in chr(39) + '’' else ' '}{match.group(1)}"
