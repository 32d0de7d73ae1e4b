"""What the readers of a film's data share: labelled values, flat lines, what stands nearest to the title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from filmgraph.extraction.labels.items import Item
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import build_evidence
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.facts import Stated

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:18[89]|19\d|20\d)\d")
_HEAD = 120
_start_of = attrgetter("start")
_DOTS = re.compile(r"\s[·•‧|]\s")
FLAT = ("labels", "other", "crew", "cast", "production", "headline", "byline")
# The units of running times, and a figure before them: enough to tell a line of facts.
_LENGTH = re.compile(r"(?<![\w.:/-])\d{1,3}\s?(?:min|mn|mm?\b|h|['’′]|uur|std|ore|godz|tim|t\s?\d)", re.I)


def state(page: Page, field: str, value: str, span: Span, rule: str, confidence: float = 0.95) -> Stated:
    """A value with the words behind it."""
    span = trim(page.text, span) if field != "runtime_min" else span
    section = page.kind_at(span.start)
    return Stated(field, value, build_evidence(page, span, f"film-data/{rule}", section, confidence))


def items_of(page: Page, field: str) -> Iterator[tuple[Item, Span]]:
    """The values under the labels of a field."""
    for item in page.items:
        if item.label.field == field:
            for value in item.values:
                yield item, value


def flat_lines(page: Page) -> tuple[Span, ...]:
    """The lines that are no sentences, in reading order."""
    return page.once("flat lines", lambda: tuple(_find_flat_lines(page)))


def _find_flat_lines(page: Page) -> Iterator[Span]:
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind in FLAT or (kind in ("strapline", "body") and _is_fact_line(page.text, line)):
            yield line


def _is_fact_line(text: str, line: Span) -> bool:
    """Whether a line sets facts between dots or bars: "France 2001 · 115 min · French with subtitles"."""
    if line.end - line.start >= 160:
        return False
    words = line.of(text)
    return len(_DOTS.findall(words)) >= 2 and _LENGTH.search(words) is not None


def lines_with_figures(page: Page) -> tuple[Span, ...]:
    """The flat lines that hold a digit, without which there is neither a year nor a running time."""
    return page.once(
        "lines with figures",
        lambda: tuple([n for n in flat_lines(page) if _DIGIT.search(page.text, n.start, n.end)]),
    )


def lines_with_years(page: Page) -> dict[int, Span]:
    """The lines that hold four figures such as a year's, by their numbers: few of a page's do."""
    return page.once("lines with years", lambda: {n: page.lines[n] for n in _find_lines_with_years(page)})


def _find_lines_with_years(page: Page) -> Iterator[int]:
    last = -1
    for year in _YEAR.finditer(page.text):
        n = bisect_right(page.lines, year.start(), key=_start_of) - 1
        if n > last and year.start() < page.lines[n].end:
            yield n
            last = n


def title_line(page: Page) -> int:
    """The line that bears the film's title, where it is no line of prose; -1 elsewhere."""
    return page.once("title line", lambda: _find_title_line(page))


def _find_title_line(page: Page) -> int:
    for title in page.titles[:1]:
        for n, line in enumerate(page.lines):
            if line.start <= title.span.start < line.end:
                # A line of data may be as long as a sentence, and begins with the title.
                begins = title.kind == "masthead" and title.span.start - line.start < 3
                return n if begins or page.kinds[n] != "body" else -1
    return -1


def from_the_title(page: Page) -> tuple[Span, ...]:
    """The flat lines that hold a digit: from the film's title on, then those over it.

    What stands over a title is another film's: a listing's entry before, a menu, a date.
    """
    return page.once("from the title", lambda: _order_from_the_title(page))


def _order_from_the_title(page: Page) -> tuple[Span, ...]:
    lines = lines_with_figures(page)
    n = title_line(page)
    if n <= 0:
        return lines
    start = page.lines[n].start
    if page.kinds[n] == "body":
        # A guide's entry begins with its title and data, and goes on with sentences.
        lines = (Span(start, min(page.lines[n].end, start + _HEAD)), *lines)
    return tuple(
        [line for line in lines if line.start >= start] + [line for line in lines if line.start < start]
    )
