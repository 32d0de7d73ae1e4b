"""Where the capitals of a page that may be names stand: searched for once, asked for by everyone.

`mentions.NAME` is the costliest pattern of all. No name goes across a line break, so the
names of a line, a section or a stretch of prose are those of the page that stand in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from filmgraph.extraction.names.mentions import NAME
from filmgraph.extraction.page import Page
from filmgraph.model.document import Span

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NamePlaces:
    """The places of all runs of capitals in a text, in order."""

    text: str
    starts: list[int]
    ends: list[int]

    def within(self, span: Span) -> list[Place]:
        """The places in a range of whole lines; those of another range are searched for anew."""
        edges = self.text[span.start - 1 : span.start] + self.text[span.end : span.end + 1]
        if edges.strip("\r\n"):
            return find_places(self.text, span.start, span.end)
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))


_LETTERS = re.compile(r"(?:[A-Z]\.){2,4} (?=\S)")


def find_places(text: str, start: int = 0, end: int | None = None) -> list[Place]:
    """The places of the runs of capitals in a range of a text, in order."""
    found = [m.span() for m in NAME.finditer(text, start, len(text) if end is None else end)]
    return [
        _behind_letters(text, place) if text[place[0] + 1 : place[0] + 2] == "." else place for place in found
    ]


def _behind_letters(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A name without letters that have an article: "as the M.C. Ann Lee and …" ends a sentence with them."""
    letters = _LETTERS.match(text, *place) if text.endswith("the ", 0, place[0]) else None
    return (letters.end(), place[1]) if letters else place


def places_of(page: Page) -> NamePlaces:
    """The places of a page's capitals, searched for once."""
    return page.once("name places", lambda: _index(page.text))


def _index(text: str) -> NamePlaces:
    places = find_places(text)
    return NamePlaces(text, [start for start, _ in places], [end for _, end in places])
