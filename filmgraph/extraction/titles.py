"""The film's titles: from the headline, the masthead, brackets under it, or a title's own label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_title

TitleKind = Literal["label", "headline", "original", "quoted", "masthead"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title that the page gives its film, as printed at `span`.

    `kind` is "headline", "masthead" (capitals over a credit block), "quoted"
    (first title in quotation marks in the prose), "label" ("Titel: …") or
    "original" (the original title, in brackets or under its label).
    """

    text: str
    span: Span
    kind: TitleKind


_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}
QUOTED = re.compile(
    r"“([^“”\n]{1,90}?),?”|(?<!\w)‘([^‘\n]{1,90}?),?’(?![\w])|(?<!\w)\"([^\"\n]{1,90}?),?\"|(?<!\w)'([^'\n]{1,90}?),?'(?!\w)"
    r"|«\s?([^«»\n]{1,90}?)\s?»|„([^„“”\n]{1,90}?)[“”]"
)
_WRAP = re.compile(r"^[=\-*#_~>|\s]+|[=\-*#_~<|\s]+$")
_YEAR = re.compile(r"\s*[(\[](?:[^()\[\]]{0,40}?,?\s*)?((?:18|19|20)\d\d)(?:[^()\[\]]{0,40})[)\]]")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_INVERTED = re.compile(r"^(.+), (The|A|An|Le|La|Les|L'|L’|Der|Die|Das|El|Il)$", re.I)


def clean_headline(text: str, span: Span) -> tuple[Span, Span | None]:
    """The title inside a headline and the bracket behind it, as spans of `text`.

    Words such as "Film Review:", "movie review", the outlet or a rubric are cut off;
    a quoted title inside the headline wins.
    """
    patterns = load_patterns("titles")
    start, end = span.start, span.end
    wrap = _WRAP.match(text[start:end])
    if wrap:
        start += wrap.end()
    while end > start and (text[end - 1] in "=-*#_~<|" or text[end - 1].isspace()):
        end -= 1
    # a prefix up to a colon that is only rubric words
    for _ in range(2):
        head, sep, _rest = text[start:end].partition(":")
        if sep and (fold(head) in patterns["rubric"] or _ends_in_rubric(head, patterns["rubric_end"])):
            start += len(head) + 1
            start += len(text[start:end]) - len(text[start:end].lstrip())
    quoted = QUOTED.search(text, start, end)
    if quoted and (
        quoted.start() <= start + 1 or _only_rubric(text[start : quoted.start()], patterns["rubric"])
    ):
        group = quoted.lastindex or 1
        return Span(quoted.start(group), quoted.end(group)), None
    changed = True
    while changed:
        changed = False
        for sep in (" | ", " – ", " — ", " - ", " : ", ": "):
            cut = text.rfind(sep, start, end)
            if cut > start and _is_rubric(text[cut + len(sep) : end], patterns):
                end, changed = cut, True
        for suffix in sorted(patterns["suffix"], key=len, reverse=True):
            words = text[start:end].split()
            size = len(suffix.split())
            if len(words) > size and fold(" ".join(words[-size:])) == suffix:
                cut = end
                for _ in range(size):
                    cut = len(text[:cut].rstrip())
                    while cut > start and not text[cut - 1].isspace():
                        cut -= 1
                end, changed = start + len(text[start:cut].rstrip(" \t|-–—:·")), True
                break
    bracket: Span | None = None
    for _ in range(2):
        year = _YEAR.search(text, start, end)
        if year and year.end() >= end - 1 and year.start() > start:
            end = year.start()
            continue
        inner = _BRACKET.search(text[start:end])
        if inner and inner.start() > 0:
            content = Span(start + inner.start(1), start + inner.end(1))
            if fold(content.of(text)) not in patterns["bracket_noise"]:
                bracket = content
            end = start + inner.start()
    return Span(start, end), bracket


def _is_rubric(words: str, patterns: object) -> bool:
    assert hasattr(patterns, "__getitem__")
    folded = fold(words)
    return (
        folded in patterns["rubric"]
        or _ends_in_rubric(words, patterns["rubric_end"])
        or any(w in patterns["rubric_word"] for w in folded.split())
    )


def _ends_in_rubric(words: str, ends: frozenset[str]) -> bool:
    folded = fold(words)
    return any(folded == e or folded.endswith(" " + e) for e in ends)


def _only_rubric(words: str, rubric: frozenset[str]) -> bool:
    return not fold(words) or fold(words) in rubric


def find_titles(text: str, lines: Sequence[Span], kinds: Sequence[str]) -> Iterator[Title]:
    """The film's titles, best first: a title's own label, headline lines, capitals over the credits."""
    patterns = load_patterns("titles")
    for i, line in enumerate(lines):
        if kinds[i] == "teasers":
            continue
        head, sep, rest = line.of(text)[:200].partition(":")
        folded = fold(head.strip("-•* "))
        if sep and folded in patterns["title_label"] | patterns["original_label"]:
            kind: TitleKind = "original" if folded in patterns["original_label"] else "label"
            span = Span(line.start + len(head) + 1, line.start + len(head) + 1 + len(rest))
            if not rest.strip() and i + 1 < len(lines):
                span = lines[i + 1]
            span = _trimmed(text, span)
            if span.start < span.end:
                yield Title(" ".join(span.of(text).split()), span, kind)
    for i, line in enumerate(lines[:12]):
        if kinds[i] != "headline":
            continue
        span, bracket = clean_headline(text, line)
        span = _trimmed(text, span)
        title = " ".join(span.of(text).split())
        if not title or fold(title) in patterns["rubric"]:
            continue
        if line.of(text)[:1] in "([" and line.of(text)[-1:] in ")]":
            inner = Span(line.start + 1, line.end - 1)
            if fold(inner.of(text)) not in patterns["bracket_noise"]:
                yield Title(inner.of(text), inner, "original")
            continue
        yield Title(title, span, "headline")
        if bracket:
            yield Title(bracket.of(text), bracket, "original")
    for i, line in enumerate(lines):
        if kinds[i] in ("body", "strapline"):
            for quoted in QUOTED.finditer(text, line.start, line.end):
                group = quoted.lastindex or 1
                yield Title(quoted.group(group), Span(quoted.start(group), quoted.end(group)), "quoted")
            break


def invert(title: str) -> str:
    """A title with its article put back in front: "Child, The" → "The Child"."""
    match = _INVERTED.match(title)
    if not match:
        return title
    article = match.group(2)
    return f"{article}{'' if article[-1] in chr(39) + '’' else ' '}{match.group(1)}"


def same_title(one: str, other: str) -> bool:
    """Whether two strings are one title, articles, case and accents apart."""
    return fold_title(one) == fold_title(other)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "=*-–:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "=*-–"):
        end -= 1
    return Span(start, end)
