"""What a page states about its film: titles, year, running time, countries, languages.

Values come from their labels first, then from the short lines that trade papers
and listings set without one ("Romania/France/Belgium. 2022. 125mins"). Sentences
are not searched: "in 1955" tells the year of the story as often as the film's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.countries import find_countries_by_year, is_language, split_countries
from filmgraph.extraction.items import Item
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import Found, build_evidence
from filmgraph.extraction.spans import trim
from filmgraph.extraction.titles import invert
from filmgraph.model.document import Span
from filmgraph.model.facts import Stated
from filmgraph.model.names import fold_title

_HOURS = (
    r"(?P<hours>\d)\s?(?:h(?:rs?|ours?|eures?)?|Std\.?|Stunden?|uur|u|ore|horas?|godz\.?|tim(?:er|mar)?"
    r"|t(?=\s?\d))\.?,?"
    r"(?:\s?(?:and |et |und )?(?P<rest>\d{1,2})\s?(?:m(?:in(?:s|utes?|uten|uti|utos)?|n)?\b\.?"
    r"|['’′])?)?(?![\w])"
)
_MINUTES = (
    r"(?P<minutes>\d{1,3})\s?(?:(?:mins?|minutes?|minuten|minuti|minutos|minut[ay]?|mn|mm)\b\.?|m\b"
    r"|['’′](?![\w’'])|MIN\b)"
)
RUNTIME = re.compile(rf"(?=\d)(?:(?<![\w.:/]){_HOURS}|(?<![\w.:/-]){_MINUTES})", re.I)
# "2,5 Stunden", "1.5 hours".
_PARTS = re.compile(
    r"(?<![\d.,])(?P<whole>\d)[.,](?P<part>[1-9])\s(?:h|hours?|heures?|Std\.?|Stunden|uur|ore|horas|godz\.?)(?!\w)",
    re.I,
)
_FEET = re.compile(r"\d\s?(?:feet|ft|reels?|m[eè]tres?|meters?|m)\b", re.I)
_TIMED = re.compile(r"\b(?:running time|runtime|laufzeit|durée|durata|duración|speelduur)\W{1,3}(?=\d)", re.I)
_AT_END = re.compile(
    r"(?:^|[.;(]\s?)(?P<minutes>[4-9]\d|[1-3]\d\d)\s?(?:minutes|mins?|minuten|minuti|minutos)\.?\)?$", re.I
)
_ANY_YEAR = re.compile(r"(?:18|19|20)\d\d")
_STATED_YEAR = re.compile(
    r"\b(?:is|was|est|ist|è|es) (?:an?|un|une|ein|eine|una) (?P<year>(?:18[89]|19\d|20\d)\d)\b"
    r"(?=[^.\n]{0,70}\b(?:films?|movies?|feature|pel[ií]cula|Film|Spielfilm)\b)"
)
_DIGIT = re.compile(r"\d")
_DOTS = re.compile(r"\s[·•‧|]\s")
_CLOCK = re.compile(r"(?<![\d:.])(?P<hours>\d):(?P<rest>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_BARE = re.compile(r"(?P<minutes>\d{2,3})\b")
_YEAR = re.compile(r"(?P<year>(?:18[89]|19\d|20\d)\d)(?<![\d/€$£.,-]\d{4})(?![\d’'])")
_DOTTED_YEAR = re.compile(r"(?P<thousands>[12])\.(?P<rest>[089]\d\d)\W?")  # "AÑO: 2.006"
_TITLE_YEAR = re.compile(
    r"[(\[](?:[^()\[\]\d]{0,40}[,\s])?(?P<year>(?:18[89]|19\d|20\d)\d)\b[^()\[\]]{0,60}[)\]]"
)
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
_FLAT = ("labels", "other", "crew", "cast", "production", "headline", "byline")


def find_film_data(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The values that the page states for its film."""
    del roles
    yield from _titles(page)
    yield from _runtime(page)
    yield from _year(page)
    yield from _countries(page)
    yield from _languages(page)


def _stated(page: Page, field: str, value: str, span: Span, rule: str, confidence: float = 0.95) -> Stated:
    span = trim(page.text, span) if field != "runtime_min" else span
    section = page.kind_at(span.start)
    return Stated(field, value, build_evidence(page, span, f"film-data/{rule}", section, confidence))


def _titles(page: Page) -> Iterator[Stated]:
    said = any(words in page.text for words in _ORIGINAL_TITLE)
    original = _ORIGINAL.search(page.text, 0, 50_000) if said else None
    for n, title in enumerate(page.titles):
        if title.kind == "original":
            yield _stated(page, "original_title", invert(title.text), title.span, "original-title")
            if n == 0:
                yield _stated(page, "title", invert(title.text), title.span, "original-title", 0.7)
        elif n == 0:
            yield _stated(page, "title", invert(title.text), title.span, f"title-{title.kind}")
        elif title.kind == "label" and fold_title(title.text) != fold_title(page.titles[0].text):
            yield _stated(page, "alternative_title", invert(title.text), title.span, "title-label")
    if original and page.kind_at(original.start()) != "teasers":
        words = original.group("title").strip()
        span = Span(original.start("title"), original.start("title") + len(words))
        yield _stated(page, "original_title", words.strip(" .,"), span, "original-title")


def _items(page: Page, field: str) -> Iterator[tuple[Item, Span]]:
    """The values under the labels of a field."""
    for item in page.items:
        if item.label.field == field:
            for value in item.values:
                yield item, value


def _flat_lines(page: Page) -> tuple[Span, ...]:
    """The lines that are no sentences, in reading order."""
    return page.once("flat lines", lambda: tuple(_find_flat_lines(page)))


def _find_flat_lines(page: Page) -> Iterator[Span]:
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind in _FLAT or (kind in ("strapline", "body") and _is_fact_line(page.text, line)):
            yield line


def _is_fact_line(text: str, line: Span) -> bool:
    """Whether a line sets facts between dots or bars: "France 2001 · 115 min · French with subtitles"."""
    if line.end - line.start >= 160:
        return False
    words = line.of(text)
    return len(_DOTS.findall(words)) >= 2 and RUNTIME.search(words) is not None


def _lines_with_figures(page: Page) -> tuple[Span, ...]:
    """The flat lines that hold a digit, without which there is neither a year nor a running time."""
    return page.once(
        "lines with figures",
        lambda: tuple([n for n in _flat_lines(page) if _DIGIT.search(page.text, n.start, n.end)]),
    )


# --- running time ---------------------------------------------------------------


def minutes_of(match: re.Match[str]) -> int | None:
    """The minutes that a running time states; None where the number can be none."""
    found = match.groupdict()
    if found.get("part"):
        total = int(found["whole"]) * 60 + 60 * int(found["part"]) // 10
    elif found.get("hours"):
        total = int(found["hours"]) * 60 + int(found.get("rest") or 0)
    else:
        total = int(found["minutes"])
    return total if 1 <= total <= 900 else None


def _runtime(page: Page) -> Iterator[Stated]:
    text = page.text
    for item, value in _items(page, "runtime"):
        timed = _TIMED.search(text, value.start, value.end)
        # "Length, 8,464 feet. Running time, 101 minutes": feet are no minutes.
        value = Span(timed.end(), value.end) if timed else value
        if _FEET.search(text, value.start, value.end):
            continue
        for pattern in (_PARTS, RUNTIME, _CLOCK, _BARE):
            match = pattern.search(text, value.start, value.end + 2)
            minutes = minutes_of(match) if match else None
            if match and minutes:
                span = Span(min(item.label.span.start, match.start()), match.end())
                yield _stated(page, "runtime_min", str(minutes), span, "running-time-label")
                return
    for line in _lines_with_figures(page):
        for match in RUNTIME.finditer(text, line.start, line.end):
            minutes = minutes_of(match)
            if minutes and minutes >= 3 and not _is_clock(text, match, line):
                yield _stated(page, "runtime_min", str(minutes), Span(*match.span()), "running-time", 0.85)
                return
    yield from _runtime_of_prose(page)


def _runtime_of_prose(page: Page) -> Iterator[Stated]:
    """ "135 minutes." at the end of a paragraph of prose, "fast 2,5 Stunden" in it."""
    for pattern in (_AT_END, _PARTS):
        for line, kind in zip(page.lines, page.kinds, strict=True):
            if kind not in ("teasers", "byline"):
                start = line.start if pattern is _PARTS else max(line.start, line.end - 30)
                match = pattern.search(page.text, start, line.end)
                minutes = minutes_of(match) if match else None
                if match and minutes:
                    at = match.start("minutes") if pattern is _AT_END else match.start()
                    span = Span(at, match.end())
                    yield _stated(page, "runtime_min", str(minutes), span, "running-time-prose", 0.8)
                    return


def _is_clock(text: str, match: re.Match[str], line: Span) -> bool:
    """ "4:20am", "14h30" in a list of showings, "5'" of height: no running time."""
    if match.group().strip()[-1] in "'’′" and int(match.groupdict().get("minutes") or 99) < 20:
        return True
    before = text[max(line.start, match.start() - 12) : match.start()].lower()
    return any(w in before for w in (" at ", "à ", " um ", "alle ", "ore ", "uhr", "until "))


# --- year ---------------------------------------------------------------------


def _year(page: Page) -> Iterator[Stated]:
    text = page.text
    for source in (
        _labelled_year,
        _title_year,
        _place_year,
        _production_year,
        _year_and_length,
        _year_under_title,
        _year_of_prose,
        _release_year,
    ):
        for found in source(page):
            yield found
            return
    del text


def _labelled_year(page: Page) -> Iterator[Stated]:
    for item, value in _items(page, "year"):
        match = _YEAR.search(page.text, value.start, value.end)
        dotted = _DOTTED_YEAR.fullmatch(page.text, value.start, value.end)
        if dotted and not match:
            year = dotted["thousands"] + dotted["rest"]
            yield _stated(page, "year", year, Span(item.label.span.start, dotted.end()), "year-label")
        if match:
            span = Span(min(item.label.span.start, match.start()), match.end())
            yield _stated(page, "year", match.group("year"), span, "year-label")


def _title_year(page: Page) -> Iterator[Stated]:
    """The year in brackets behind the title, or behind a name under it: "Hirokazu Koreeda (2013)"."""
    titles = {fold_title(t.text) for t in page.titles}
    for n, line in enumerate(page.lines):
        if page.kinds[n] not in _FLAT or line.end - line.start > 160:
            continue
        match = _TITLE_YEAR.search(page.text, line.start, line.end)
        if not match:
            bracket = page.text[line.start] == "(" and _YEAR.search(page.text, line.start, line.end)
            if bracket and "’" in line.of(page.text) + "'" and bracket.start() == line.start + 1:
                yield _stated(page, "year", bracket.group("year"), Span(*bracket.span()), "year-bracket", 0.8)
            continue
        before = fold_title(page.text[line.start : match.start()])
        if any(t and (before.endswith(t) or t in before) for t in titles) or n < 5:
            yield _stated(page, "year", match.group("year"), Span(line.start, match.end()), "title-year", 0.9)


def _place_year(page: Page) -> Iterator[Stated]:
    """ "France, Belgique, 2011"; "Fr-Bel. 2012. 123mins."; a year alone beside a country."""
    for line in _lines_with_figures(page):
        place = find_countries_by_year(page.text, line)
        if place:
            years = list(_YEAR.finditer(page.text, line.start, line.end))
            year = next((y for y in years if place.start - 12 <= y.start() <= place.end + 12), None)
            if year:
                span = Span(min(place.start, year.start()), max(place.end, year.end()))
                yield _stated(page, "year", year.group("year"), span, "country-and-year", 0.9)
    for n, line in enumerate(page.lines[:-1]):
        if _YEAR.fullmatch(page.text, line.start, line.end) and page.kinds[n] in _FLAT:
            for other in (n - 1, n + 1):
                if other >= 0 and split_countries(page.lines[other].of(page.text)):
                    yield _stated(page, "year", line.of(page.text), line, "year-line", 0.85)


def _production_year(page: Page) -> Iterator[Stated]:
    """ "Produktion: 2017"."""
    for item in page.items:
        if {"producer", "production-company"} & {r for reading in item.label.readings for r in reading}:
            for value in item.values:
                match = _YEAR.match(page.text, value.start, value.end)
                if match and match.end() >= value.end - 1:
                    span = Span(item.label.span.start, match.end())
                    yield _stated(page, "year", match.group("year"), span, "production-year", 0.85)


def _year_and_length(page: Page) -> Iterator[Stated]:
    """ "2005 ‧ Drama ‧ 1h 35m", "(2006; 121’)": one year on a line with the running time."""
    for line in _lines_with_figures(page):
        if line.end - line.start < 120 and RUNTIME.search(page.text, line.start, line.end):
            years = list(_YEAR.finditer(page.text, line.start, line.end))
            if len(years) == 1:
                yield _stated(
                    page, "year", years[0].group("year"), Span(*years[0].span()), "year-and-length", 0.8
                )


def _year_under_title(page: Page) -> Iterator[Stated]:
    """A bare year on the line under the title: "2019"."""
    starts = {t.span.start for t in page.titles[:1]}
    for n, line in enumerate(page.lines[1:12], 1):
        above = page.lines[n - 1]
        under = page.gaps[n] == 0 and any(above.start <= s < above.end for s in starts)
        if under and _YEAR.fullmatch(page.text, line.start, line.end):
            yield _stated(page, "year", line.of(page.text), line, "year-under-title", 0.85)


def _year_of_prose(page: Page) -> Iterator[Stated]:
    """ "… is a 1994 American comedy film" in the first sentence that names the film."""
    titles = [t.text for t in page.titles[:2]]
    for line, kind in zip(page.lines, page.kinds, strict=True):
        dated = kind != "teasers" and _ANY_YEAR.search(page.text, line.start, line.end)
        match = _STATED_YEAR.search(page.text, line.start, line.end) if dated else None
        if match and any(
            t in page.text[max(line.start, match.start() - 160) : match.start()] for t in titles
        ):
            yield _stated(page, "year", match["year"], Span(*match.span()), "year-in-prose", 0.85)
            return


def _release_year(page: Page) -> Iterator[Stated]:
    for item, value in _items(page, "release_date"):
        match = _YEAR.search(page.text, value.start, value.end)
        if match:
            span = Span(item.label.span.start, match.end())
            yield _stated(page, "year", match.group("year"), span, "release-date", 0.7)


# --- countries and languages ----------------------------------------------------


def _countries(page: Page) -> Iterator[Stated]:
    text = page.text
    first: Item | None = None
    for item, value in _items(page, "country"):
        names = split_countries(value.of(text).strip(" .-"))
        if first is not None and item is not first:
            break
        for name in names:
            first = item
            at = text.find(name, value.start, value.end)
            yield _stated(page, "country", name, Span(at, at + len(name)), "country-label")
    if first is not None:
        return
    for line in _flat_lines(page):
        head = _HEAD_COUNTRIES.search(text, line.start, min(line.end, line.start + 300))
        span = None
        if head:
            group = "places" if head.group("places") else "more"
            span = Span(*head.span(group))
        else:
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
                yield _stated(page, "country", name, Span(at, at + len(name)), "country-line", 0.85)
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
    spans = [value for _, value in _items(page, "language")]
    for pattern in (_DIALOGUE, _IN_LANGUAGES):
        if spans:
            break
        for line in _flat_lines(page):
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
                yield _stated(page, "language", part.group(), place, "language", 0.9)
