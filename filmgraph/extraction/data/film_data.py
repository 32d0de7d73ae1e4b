"""What a page states about its film: titles, year, running time, countries, languages.

Values come from their labels first, then from the short lines that trade papers
and listings set without one ("Romania/France/Belgium. 2022. 125mins"). Sentences
are not searched: "in 1955" tells the year of the story as often as the film's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.data.film_values import flat_lines, items_of, lines_with_years, state
from filmgraph.extraction.data.film_years import find_year
from filmgraph.extraction.data.running_times import find_running_time
from filmgraph.extraction.labels.items import Item
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import Found
from filmgraph.extraction.text.countries import find_countries_by_year, is_language, split_countries
from filmgraph.extraction.text.spans import trim
from filmgraph.extraction.titles.titles import invert
from filmgraph.model.document import Span
from filmgraph.model.facts import Stated
from filmgraph.model.names import fold_title

_SEGMENT = re.compile(r"\s+[-–—|·•‧]\s+|[.;]\s+|,\s+(?=\d)|(?<=\d),\s+")
_IN_LANGUAGES = re.compile(
    r"\b(?:In|in)\s(?P<languages>[^\W\d_a-z][\w-]+(?:(?:,\s"
    r"|,? and )[^\W\d_a-z][\w-]+){0,6})(?=\s*(?:[,.;)]|with\b|$))"
)
_DIALOGUE = re.compile(r"\((?P<languages>[^()\d]{3,80}?) (?:dialog|dialogue|dialogues)\b[^()]{0,40}\)")
_ORIGINAL_TITLE = (
    "Original title", "original title", "titre original", "Originaltitel", "título original",
    "titolo originale",
)  # fmt: skip
_ORIGINAL = re.compile(
    rf"\b(?:{'|'.join(_ORIGINAL_TITLE)})\s*:?\s*[\"“«„]?"
    r"(?P<title>[^\"”»“.()\n;]{2,80})"
)
_HEAD_COUNTRIES = re.compile(
    r"Production\s*:?\s*\((?:[^()]{0,40}--\s?)?(?P<places>[^()]{2,90})\)|^\((?P<more>[^()\d]{2,90})\) An?\s"
)


def find_film_data(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The values that the page states for its film."""
    del roles
    yield from _titles(page)
    yield from find_running_time(page)
    yield from find_year(page)
    yield from _countries(page)
    yield from _languages(page)


def _value(title: str) -> str:
    """A title as it is meant: its article in front, characters for the references that spell them."""
    return invert(unescape(title) if "&" in title and ";" in title else title)


def _titles(page: Page) -> Iterator[Stated]:
    said = any(words in page.text for words in _ORIGINAL_TITLE)
    original = _ORIGINAL.search(page.text, 0, 50_000) if said else None
    for n, title in enumerate(page.titles):
        if title.kind == "original":
            yield state(page, "original_title", _value(title.text), title.span, "original-title")
            if n == 0:
                yield state(page, "title", _value(title.text), title.span, "original-title", 0.7)
        elif n == 0:
            yield state(page, "title", _value(title.text), title.span, f"title-{title.kind}")
        elif title.kind == "label" and fold_title(title.text) != fold_title(page.titles[0].text):
            yield state(page, "alternative_title", _value(title.text), title.span, "title-label")
    if original and page.kind_at(original.start()) != "teasers":
        words = original.group("title").strip()
        span = Span(original.start("title"), original.start("title") + len(words))
        yield state(page, "original_title", words.strip(" .,"), span, "original-title")


# --- countries and languages ----------------------------------------------------


def _countries(page: Page) -> Iterator[Stated]:
    text = page.text
    first: Item | None = None
    for item, value in items_of(page, "country"):
        names = split_countries(value.of(text).strip(" .-"))
        if first is not None and item is not first:
            break
        for name in names:
            first = item
            at = text.find(name, value.start, value.end)
            yield state(page, "country", name, Span(at, at + len(name)), "country-label")
    if first is not None:
        return
    dated = {line.start for line in lines_with_years(page).values()}
    for line in flat_lines(page):
        end = min(line.end, line.start + 300)
        opens = text.find("(", line.start, end) >= 0
        head = _HEAD_COUNTRIES.search(text, line.start, end) if opens else None
        span = None
        if head:
            group = "places" if head.group("places") else "more"
            span = Span(*head.span(group))
        elif line.start in dated:
            span = find_countries_by_year(text, line)
        names = split_countries(span.of(text)) if span else []
        if span is None and line.end - line.start < 160 and any(map(str.isdigit, line.of(text))):
            span = _country_segment(text, line)
            names = split_countries(span.of(text)) if span else []
        if span is None and len(line.of(text)) < 60:
            names = split_countries(line.of(text).strip(" .-|()"))
            span = trim(text, line)
        for name in names:
            at = text.find(name, span.start, span.end) if span else -1
            if "." in name and text[at + len(name) : at + len(name) + 1] == ".":
                name += "."  # "U.S."
            if at >= 0:
                yield state(page, "country", name, Span(at, at + len(name)), "country-line", 0.85)
        if names:
            return


def _country_segment(text: str, line: Span) -> Span | None:
    """The part of a line between dashes, bars or dots that is countries: "Mali/France - 1h37 - 2014"."""
    start = line.start
    for mark in (*_SEGMENT.finditer(text, line.start, line.end), None):
        end = mark.start() if mark else line.end
        part = trim(text, Span(start, end))
        if split_countries(part.of(text)):
            return part
        start = mark.end() if mark else line.end
    return None


def _languages(page: Page) -> Iterator[Stated]:
    text = page.text
    spans = [value for _, value in items_of(page, "language")]
    for pattern in (_DIALOGUE, _IN_LANGUAGES):
        if spans or (pattern is _DIALOGUE and " dialog" not in text):
            continue
        for line in flat_lines(page):
            match = pattern.search(text, line.start, line.end)
            if match:
                spans.append(Span(*match.span("languages")))
                break
    for span in spans[:3]:
        for part in re.finditer(
            r"[^\W\d_][\w-]*(?: Chinese)?", span.of(text).split(";")[0].split("with ")[0]
        ):
            if is_language(part.group()):
                place = Span(span.start + part.start(), span.start + part.end())
                yield state(page, "language", part.group(), place, "language", 0.9)
