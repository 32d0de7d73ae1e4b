"""Films that only stand beside the film under review on its page: the next review's head, a list of others.

A page that is cut into films is not always about each of them. One review may be
followed by the first lines of the next, by titles with their directors, or stand
under the heads of two films of which it is about the first. What belongs to the
neighbors is then set aside: their credits are not the film's, and no film is made
of a head without a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from filmgraph.extraction.listings import Part
from filmgraph.extraction.page import Page
from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_text

_LEAST_TEXT = 300  # characters of prose that make a review


@dataclass(frozen=True, slots=True)
class _Weight:
    credits: int
    text: int


def find_neighbors(page: Page, parts: Sequence[Part]) -> tuple[Span, ...]:
    """The stretches of a page that are about other films than the one it reviews; empty in a listing."""
    if len(parts) < 2 or not all(part.read for part in parts):
        return ()
    weights = [_weigh(page, part.span) for part in parts]
    full = [n for n, weight in enumerate(weights) if weight.text >= _LEAST_TEXT or weight.credits > 2]
    if len(full) == 1 and weights[full[0]].text >= _LEAST_TEXT:
        return tuple(part.span for n, part in enumerate(parts) if n != full[0])
    if len(parts) == 2 and weights[1].text >= _LEAST_TEXT and _speaks_of_first(page, parts):
        return (_block_of(page, parts[1].span),)
    return ()


def _weigh(page: Page, span: Span) -> _Weight:
    credits = sum(
        bool(item.label.readings) and bool(item.values) and span.start <= item.label.span.start < span.end
        for item in page.items
    )
    return _Weight(credits, sum(line.end - line.start for line in _prose_of(page, span)))


def _prose_of(page: Page, span: Span) -> list[Span]:
    return [
        line
        for line, kind in zip(page.lines, page.kinds, strict=True)
        if kind in ("body", "strapline") and span.start <= line.start < span.end
    ]


def _speaks_of_first(page: Page, parts: Sequence[Part]) -> bool:
    """Whether the text under the second film's head goes on about the first or its director: one article."""
    titles = [fold(part.title.of(page.text).partition("(")[0]) for part in parts[:1] if part.title]
    titles = titles or [fold(_line_over_credits(page, parts[0].span))]
    titles += [name.split()[-1] for name in _directors_of(page, parts[0].span)]
    text = " ".join(["", *(fold_text(line.of(page.text)) for line in _prose_of(page, parts[1].span)), ""])
    return any(title and f" {title} " in text for title in titles)


def _directors_of(page: Page, span: Span) -> list[str]:
    """The folded names under a director's label in a stretch."""
    items = [
        i for i in page.items if "director" in i.label.roles and span.start <= i.label.span.start < span.end
    ]
    names = (fold(value.of(page.text)) for item in items for value in item.values)
    return [name for name in names if 2 <= len(name.split()) <= 4]


def _line_over_credits(page: Page, span: Span) -> str:
    """The line right over the first credits of a stretch."""
    for item in page.items:
        if item.label.readings and span.start <= item.label.span.start < span.end and item.line > 0:
            return page.lines[item.line - 1].of(page.text)
    return ""


def _block_of(page: Page, span: Span) -> Span:
    """The head and the credits of a stretch, up to its text."""
    prose = _prose_of(page, span)
    return Span(span.start, prose[0].start if prose else span.end)
