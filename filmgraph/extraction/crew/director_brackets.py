"""The director in the bracket behind the film's own title: "Rain (Ann Lee, 1975)", "(1975, Ann Lee) 98m".

Programs and listings set a film so, and those of other films as well: only behind the title of the page's
film, or on the line below it, does the bracket name its director.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person, readable_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit
from filmgraph.extraction.text.countries import is_country, split_countries
from filmgraph.extraction.text.sections import PLAYERS_BEHIND
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

_BRACKET = re.compile(
    r"[\"”»’'*_]{0,3}(?:[ \t]*\((?:U|PG|R|TBC|tbc|1[2568]A?|PG-13)\))?"
    r"(?:[ \t]*\n){0,2}[ \t]*\(([^()\n]{8,70})\)"
)
_PLAYERS = re.compile(r" ([^\W\d_][^.:;()\n]{10,400}[^\W\d_]{2})\.(?=\s|$)")
_ROW = re.compile(
    r"[\"”»’'*_]{0,3}\s+(?P<mark>[/|·•–—-])\s+(?P<of>[^/|·•–—\n(]{5,60}?)\s*(?P=mark)\s+(?P<data>[^\n]{4,120})"
)
_FEWEST = 3
_HEAD = 12  # lines, in which a page's film has its data
_LENGTH = re.compile(r"\d{2,3}\s?(?:m|mn|min|mins|minutes|Min|['’′])(?![^\W\d_])")
_DATA = re.compile(r"[^\W\d_][^\d\n]{2,60}(?:19|20)\d\d")
_YEAR = re.compile(r"(?:(?:18|19|20)\d\d|['’]\d\d)(?:[-/–]\d{2,4})?")
# "Ann Lee, 2017, Argentina/Brazil, 115m", "Ann Lee and Bob Ray, France, 2017": below the title.
_NAMED = re.compile(
    r"(?P<of>[^\W\d_][^,:;()\n]{3,60}?),\s+(?:[^\d,:;()\n]{3,60},\s+){0,3}(?:19|20)\d\d(?=,|\s*$|\.|\s[–—·|])"
)
# "De Ann Lee | Par Ann Lee, Bo Ray": who directed, and who wrote.
_OF = re.compile(r"(?:De|Di|By)\s?:?\s+(?P<of>[^|\n:]{5,80}?)(?:\s*[|•·]\s*Par\s+(?P<by>[^|\n:]{5,80}))?$")
# "D: Ann Lee. Bo Ray, Cy Dunn, Ida Voss." of film guides.
_GUIDE = re.compile(
    r"(?:^|(?<=[\s.*½☆★]))(?:[Dd]|[Dd]ir|Reg|R|Réal)[.:]+\s?(?P<of>[^\W\d_][^.:;()\n]{4,60}?[^\W\d_]{2})"
    r"\.\s+(?=[^\W\d_][^.:;()\n]{4,40},\s)"
)


def find_bracketed_directors(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The directors behind the page's title, where no label names one."""
    del roles
    if any("director" in item.label.roles and item.values for item in page.items):
        return
    yield from _behind_title(page) or _in_title_row(page) or _below_title(page) or _on_line(page)


def _behind_title(page: Page) -> list[FoundCredit]:
    for title in page.titles[:2]:
        if len(title.text) < 3:
            continue
        for match in re.finditer(re.escape(title.text), page.text, re.I):
            bracket = _BRACKET.match(page.text, match.end())
            if bracket and page.kind_at(match.start()) != "teasers":
                found = _read_bracket(page, match.start(), Span(*bracket.span(1)))
                if found:
                    return [*found, *_cast_behind(page, bracket.end())]
    return []


def _in_title_row(page: Page) -> list[FoundCredit]:
    """The director between the title and its country and year: "Stray Dogs / Ann Lee / UK / 2014 / 92'"."""
    for title in page.titles[:2]:
        row = _ROW.match(page.text, title.span.end)
        if row is None or page.kind_at(title.span.start) == "teasers":
            continue
        pieces = [piece.strip() for piece in re.split(r"[/|·•–—,]|\s-\s", row["data"])]
        first = re.sub(r"\s*(?:19|20)\d\d$", "", pieces[0])
        dated = re.search(r"\b(?:18|19|20)\d\d\b", row["data"])
        if dated and (is_country(first) or (_YEAR.fullmatch(pieces[0]) and is_country(pieces[-1]))):
            found = list(_directors(page, title.span.start, Span(*row.span("of")), row.end("of")))
            if found:
                return found
    return []


def _cast_behind(page: Page, at: int) -> Iterator[FoundCredit]:
    """The players whom such a bracket has behind it: "(Ann Lee, 1991) Bo Ray, Ida Voss, Cy Dunn. 98m"."""
    match = _PLAYERS.match(page.text, at)
    names = split_names(page.text, Span(*match.span(1))) if match else []
    if len(names) < _FEWEST or not all(" " in m.text and looks_like_person(m.text) for m in names):
        return
    for order, mention in enumerate(names, 1):
        yield FoundCredit(
            "actor", mention.span, readable_name(mention.text), "person", mention.span, "cast-list/bracket",
            page.kind_at(mention.span.start), LABEL, 0.85, order=order,
        )  # fmt: skip


def _below_title(page: Page) -> list[FoundCredit]:
    """The name in front of country and year on a line below the title, or alone above such a line."""
    starts = [title.span.start for title in page.titles[:2]]
    titled = {n for n, line in enumerate(page.lines) if any(line.start <= at < line.end for at in starts)}
    for n in sorted({at + step for at in titled for step in (1, 2)}):
        if n >= len(page.lines) or page.kinds[n] in ("teasers", "body", "byline"):
            continue
        line = page.lines[n]
        match = _NAMED.match(page.text, line.start, line.end)
        if match and not is_country(match["of"]):
            return list(_directors(page, line.start, Span(*match.span("of")), match.end()))
        alone = n - 1 in titled and n + 1 < len(page.lines) and not page.gaps[n] and not page.gaps[n + 1]
        alone = alone and not PLAYERS_BEHIND.search(page.text, line.start, line.end)
        if alone and line.end - line.start < 60 and _DATA.match(page.text, page.lines[n + 1].start):
            first = re.split(r"[,/ ]", page.lines[n + 1].of(page.text))[0]
            if is_country(first) and not is_country(line.of(page.text)):
                return list(_directors(page, line.start, line, line.end))
    return []


def _read_bracket(page: Page, start: int, bracket: Span) -> list[FoundCredit]:
    """The names of a bracket that holds a year, names, and perhaps countries or a length besides."""
    pieces: list[Span] = []
    cursor = bracket.start
    for comma in re.finditer(r",\s*", bracket.of(page.text)):
        pieces.append(Span(cursor, bracket.start + comma.start()))
        cursor = bracket.start + comma.end()
    pieces.append(Span(cursor, bracket.end))
    years = [p for p in pieces if _is_year(p.of(page.text))]
    if len(years) != 1 or len(pieces) > 4:
        return []
    pieces = [p for p in pieces if not split_countries(p.of(page.text))]
    at = pieces.index(years[0])
    # The name stands beside the year, but for countries: "(Ann Lee, 1975)", "(1975, Ann Lee, Aust)".
    beside = [pieces[n] for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
    read = [list(_directors(page, start, p, bracket.end + 1)) for p in beside]
    named = [found for found in read if found]
    return named[0] if len(named) == 1 else []


def _is_year(words: str) -> bool:
    """Whether words are a year, or a year and countries: "1975", "USA 1968", "1968 UK/USA"."""
    year = _YEAR.search(words) if words[:1].isdigit() or words[-1:].isdigit() else None
    countries = (words[: year.start()] + words[year.end() :]).strip() if year else ""
    return year is not None and (not countries or bool(split_countries(countries)))


def _is_data(text: str, line: Span) -> bool:
    """Whether a line gives a country and a length: they are the film's, whose maker stands in front."""
    words = line.of(text)
    return _LENGTH.search(words) is not None and any(map(is_country, re.split(r"\s*[,/]\s*", words)))


def _on_line(page: Page) -> list[FoundCredit]:
    for line in page.lines[:_HEAD]:
        match = _NAMED.match(page.text, line.start, line.end)
        if match and not is_country(match["of"]) and _is_data(page.text, line):
            return list(_directors(page, line.start, Span(*match.span("of")), match.end()))
    for n, line in enumerate(page.lines):
        if page.kinds[n] in ("teasers", "body", "byline"):
            continue
        match = _OF.match(page.text, line.start, line.end)
        if match and (match["by"] or ":" in page.text[line.start : match.start("of")]):
            found = list(_directors(page, line.start, Span(*match.span("of")), match.end()))
            if found and match["by"]:
                wrote = _directors(page, line.start, Span(*match.span("by")), match.end())
                found += [credit._replace(role="screenwriter") for credit in wrote]
            if found:
                return found
    for n, line in enumerate(page.lines):
        if page.kinds[n] == "teasers" or page.text.find(". ", line.start, line.end) < 0:
            continue
        guide = _GUIDE.search(page.text, line.start, min(line.end, line.start + 200))
        if guide:
            return list(_directors(page, guide.start(), Span(*guide.span("of")), guide.end()))
    return []


def _directors(page: Page, start: int, where: Span, end: int) -> Iterator[FoundCredit]:
    names = split_names(page.text, trim(page.text, where))
    if not all(
        " " in m.text and looks_like_person(m.text) and not looks_like_company(m.text) and not m.note
        for m in names
    ):
        return
    for order, mention in enumerate(names, 1):
        extent = Span(start, max(end, mention.span.end))
        yield FoundCredit(
            "director", mention.span, readable_name(mention.text), "person", extent, "labels/title-bracket",
            page.kind_at(mention.span.start), LABEL, 0.85, order=order,
        )  # fmt: skip
