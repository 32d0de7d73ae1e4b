"""Films on cards: boxes of one shape that a page sets beside its own film.

A card begins with its film's title; the director stands below under a label, behind "by", or as a bare name.
A card that tells neither a director nor a length leads to another page, not to a film.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.films.item_ends import is_dated
from filmgraph.extraction.films.item_ties import tied_line
from filmgraph.extraction.films.list_items import Entry, looks_like_sentence
from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.page import Page
from filmgraph.extraction.titles.title_marks import is_furniture
from filmgraph.model.document import Span

_LENGTH = re.compile(r"(?<!\d)\d{2,3} ?(?:min|['’′´])")
_BEHIND = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]\s*\Z|\s*[★☆●○]+\s*\Z")


def find_card_films(page: Page) -> Iterator[Entry]:
    """The films of the cards on a page, in reading order."""
    for block in page.document.blocks:
        if block.kind == "card":
            lines = [line for line in page.lines if block.span.start <= line.start < block.span.end]
            entry = _read_card(page.text, lines, block.span) if lines else None
            if entry:
                yield entry


def _read_card(text: str, lines: list[Span], card: Span) -> Entry | None:
    head = next((n for n, line in enumerate(lines) if _may_be_title(text, line)), None)
    if head is None:
        return None
    title = lines[head]
    behind = _BEHIND.search(text, title.start, title.end)
    if behind and behind.start() > title.start:
        title = Span(title.start, behind.start())
    below = lines[head + 1 :]
    director = next((name for line in below if (name := tied_line(text, line))), None)
    if director is None and below and " " in below[0].of(text) and looks_like_person(below[0].of(text)):
        director = below[0] if is_given_name(below[0].of(text).split()[0]) else None
    if director is None and not any(_LENGTH.search(text, line.start, line.end) for line in below):
        return None
    return Entry(title, director, card)


def _may_be_title(text: str, line: Span) -> bool:
    """Whether a card's line may be its film's title: no hour, no rubric, no headline."""
    words = line.of(text)
    return (
        words[0].isalnum()
        and len(words) < 90
        and not is_dated(text, line.start, line.end)
        and not is_furniture(words)
        and not looks_like_sentence(words)
    )
