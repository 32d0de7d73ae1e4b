"""The year of a film, where it is stated: under its label, behind its title, beside its countries or length.

Sentences are hardly searched: "in 1955" tells the year of the story as often as the film's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from filmgraph.extraction.data.film_values import (
    FLAT,
    from_the_title,
    items_of,
    lines_with_years,
    state,
    title_line,
)
from filmgraph.extraction.data.running_times import RUNTIME
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.text.countries import find_countries_by_year, split_countries
from filmgraph.extraction.titles.title_furniture import is_award, is_house, is_section_head
from filmgraph.extraction.titles.title_marks import is_furniture
from filmgraph.model.document import Span
from filmgraph.model.facts import Stated
from filmgraph.model.names import fold_title, is_article

_ANY_YEAR = re.compile(r"(?P<year>(?:18[89]|19\d|20\d)\d)(?<![\d€$£.,-]\d{4})(?<!\d/\d{4})(?![\d’'])")
_STATED_YEAR = re.compile(
    r"\b(?:is|was|est|ist|è|es) (?:an?|un|une|ein|eine|una) (?P<year>(?:18[89]|19\d|20\d)\d)\b"
    r"(?=[^.\n]{0,70}\b(?:films?|movies?|feature|pel[ií]cula|Film|Spielfilm)\b)"
)
_YEAR = re.compile(r"(?P<year>(?:18[89]|19\d|20\d)\d)(?<![\d€$£.,-]\d{4})(?<!\d/\d{4})(?![\d’'])")
_NUMBER = r"(?P<year>(?:18[89]|19\d|20\d)\d)(?!\d)"
# Behind a title on its line: "/ 1963", ", 2017", "[Italia, 1965]", "(US, 1945)"; no date ("28 July 2006").
_BEHIND_TITLE = re.compile(
    rf"[*_”\"’'»]{{0,3}}\s*(?:[/|·–—,-]\s*|[(\[](?:[^()\[\]\d\n]{{0,60}}[,/\s])?){_NUMBER}(?![-/.]\d)"
)
# A line under the title that begins with its maker and year: "(Ann Lee, 1963)", "Film … d'Ann Lee (1979)".
_PERSON = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?:\s[\w.'’-]+){0,3}"
_MADE_IN = re.compile(
    rf"(?:[(\[]\s?{_PERSON},\s{_NUMBER}[)\]]"
    rf"|[^()\n.]{{0,70}}(?:\bde |d['’]|\bby |\bvon |\bdi |\bvan |\baf |\bav ){_PERSON}\s"
    rf"\((?:[^()\d\n]{{0,30}},\s)?{_NUMBER.replace('year', 'behind')}\))"
)
# "Claude Miller, 1981" under the title, "1991  Directed by Julie Dash", "Svensk film, 2008".
_MAKER_LINE = re.compile(
    rf"{_PERSON}(?:(?:,| &| et| and| und| y| e)\s{_PERSON})?,\s{_NUMBER}(?=\s*(?:$|[(·|–—-]|,\s\d))"
    rf"|{_NUMBER.replace('year', 'first')}\s{{1,4}}(?i:directed by|réalisé par|dirigida por|regia di|dir\.)"
    rf"|[^\W\d_][^\d\n,]{{0,30}}\b(?i:film|movie|spelfilm|spillefilm|speelfilm|spielfilm),?\s"
    rf"\(?{_NUMBER.replace('year', 'last')}\)?$"
)
# "Dir. Ann Lee. 1980, 129 mins. 35mm": the year right before the length, on a line of any size.
_BEFORE_LENGTH = re.compile(
    rf"(?<![\d/.]){_NUMBER}\s?[,.;·|–-]?\s{{0,2}}(?=\d{{2,3}}\s?(?:mins?\b|minut|mn\b|['’′]))"
)
# "Anno1974": a label glued to its year.
_GLUED_YEAR = re.compile(rf"(?i:anno|année|ano|año|jahr|jaar|year|rok|år)\s?:?{_NUMBER}$")
# "Rosetta è un film del 1999", "… ist ein belgischer Spielfilm aus dem Jahr 1999", "Il posto è del 1961".
_SAID_YEAR = re.compile(
    rf"\s(?:\([^()\n]{{1,60}}\)\s)?(?:è|es|est|ist|é|is|was|er|är|jest)\s"
    rf"(?:(?:un|une|una|ein|eine|um|uma|een|en|et|a|an)\s[^.\n\d]{{0,60}}?)?"
    rf"(?:del|de|aus dem Jahr|von|uit|från|fra|z|sorti en|dating from)\s{_NUMBER}"
)
# "Charulata. Directed by Satyajit Ray, …, 1964." in a list of works cited.
_CITED = re.compile(
    rf"(?i:directed by|dir\.|réal\.|regie|dirigida por|regia di)[^\n]{{5,240}}[,.]\s{_NUMBER}\.?$"
)
_OF_SOURCE = re.compile(
    rf"(?<!\w)(?i:{'|'.join(map(re.escape, load_lines('film_data')['of source']))})(?!\w)"
)
# A value of a label that we do not know: "Date    1942", "Produc tiejaar: 1958".
_VALUE = re.compile(
    r"\W{0,3}(?!(?i:born|copyright|founded|since|rest|upload|updated|reissue|last|geboren|né|nato|nacid))"
    r"[^\W\d_]{3,20}(?:\s[^\W\d_]+){0,2}(?:\s?:\s*|\s{2,}|\t|\s?\|\s?)(?P<year>(?:18[89]|19\d|20\d)\d)\W*$"
)
# “Mouchette” (1967), Paths of Glory (Stanley Kubrick, 1957)
_IN_BRACKET = re.compile(rf"[*_”\"’'»«“]{{0,3}}\s\((?:[^()\d\n]{{2,60}},\s)?{_NUMBER}\)")
_TOP = 8
_COMPANY_ROLES = frozenset({"distributor", "sales-agent", "production-company"})
_DATED_YEAR = re.compile(rf"(?<!\d){_NUMBER}")
_DOTTED_YEAR = re.compile(r"(?P<thousands>[12])\.(?P<rest>[089]\d\d)\W?")  # "AÑO: 2.006"
# "A Christmas Tale 2008" over "Un conte de Noël".
_TITLE_AND_YEAR = re.compile(rf"(?P<title>[^\d\n]{{5,60}}[^\W\d_])\s{{1,4}}{_NUMBER}")
_TITLE_YEAR = re.compile(
    r"[(\[](?:[^()\[\]\d]{0,40}[,\s])?(?P<year>(?:18[89]|19\d|20\d)\d)\b[^()\[\]]{0,60}[)\]]"
)


def find_year(page: Page) -> Iterator[Stated]:
    """The film's year, by the surest of the places where a page states it."""
    for source in (
        _labelled_year,
        _year_behind_title,
        _title_year,
        _place_year,
        _production_year,
        _year_and_length,
        _year_before_length,
        _glued_year,
        _year_under_title,
        _year_over_title,
        _year_of_prose,
        _year_said_of_title,
        _release_year,
        _year_of_value,
        _year_of_release_line,
    ):
        for found in source(page):
            yield found
            return


def _labelled_year(page: Page) -> Iterator[Stated]:
    for item, value in items_of(page, "year"):
        match = _YEAR.search(page.text, value.start, value.end)
        dotted = _DOTTED_YEAR.fullmatch(page.text, value.start, value.end)
        if dotted and not match:
            year = dotted["thousands"] + dotted["rest"]
            yield state(page, "year", year, Span(item.label.span.start, dotted.end()), "year-label")
        if match:
            span = Span(min(item.label.span.start, match.start()), match.end())
            yield state(page, "year", match.group("year"), span, "year-label")


def _year_behind_title(page: Page) -> Iterator[Stated]:
    """The year on the title's own line, or under it: "ROSETTA / 1999", "(Ann Lee, 1999)"."""
    n = title_line(page)
    if n < 0:
        return
    title = page.titles[0]
    line = page.lines[n]
    behind = _BEHIND_TITLE.match(page.text, title.span.end, line.end) if title.span.end < line.end else None
    if behind:
        yield state(page, "year", behind["year"], Span(title.span.start, behind.end()), "title-year", 0.9)
    for i in range(n + 1, min(n + 4, len(page.lines))):
        below = page.lines[i]
        if page.kinds[i] == "teasers" or i not in lines_with_years(page):
            continue
        match = _MADE_IN.match(page.text, below.start, min(below.end, below.start + 160))
        if match:
            group = "year" if match["year"] else "behind"
            yield state(page, "year", match[group], Span(*match.span(group)), "maker-year", 0.85)
        elif below.end - below.start < 70 and not is_furniture(below.of(page.text)):
            plain = _MAKER_LINE.match(page.text, below.start, below.end)
            if plain:
                span = Span(*plain.span(plain.lastgroup or 0))
                yield state(page, "year", span.of(page.text), span, "maker-year", 0.85)


def _title_year(page: Page) -> Iterator[Stated]:
    """The year in brackets behind the title, or behind a name under it: "Hirokazu Koreeda (2013)"."""
    titles = {fold_title(t.text) for t in page.titles} - {""}
    head = title_line(page)
    released = {s.value for s in _release_year(page)}
    for n, line in lines_with_years(page).items():
        if page.kinds[n] not in FLAT or line.end - line.start > 160:
            continue
        match = _TITLE_YEAR.search(page.text, line.start, line.end)
        if match and any(match["year"] in t for t in titles):
            continue  # "SUMMER 1993 (ESTIU 1993)"
        if not match:
            cited = _CITED.search(page.text, line.start, line.end)
            if cited and any(fold_title(line.of(page.text)).startswith(t + " ") for t in titles):
                yield state(page, "year", cited["year"], Span(*cited.span("year")), "cited-year", 0.8)
            bracket = page.text[line.start] == "(" and _YEAR.search(page.text, line.start, line.end)
            if bracket and bracket.start() == line.start + 1:
                yield state(page, "year", bracket.group("year"), Span(*bracket.span()), "year-bracket", 0.8)
            continue
        before = fold_title(page.text[line.start : match.start()])
        named = any(before.endswith(t) or t in before for t in titles)
        at_top = head <= n < 5 and line.start not in _company_lines(page)
        if n >= _TOP and released and match["year"] not in released:
            continue  # another film's in a list: "The Zodiac (2005)"
        told = (named or at_top) and not _OF_SOURCE.search(page.text, line.start, match.start("year"))
        if told:
            yield state(page, "year", match.group("year"), Span(line.start, match.end()), "title-year", 0.9)


def _place_year(page: Page) -> Iterator[Stated]:
    """ "France, Belgique, 2011"; "Fr-Bel. 2012. 123mins."; a year alone beside a country."""
    for line in from_the_title(page):
        place = find_countries_by_year(page.text, line)
        released = place and page.text[place.start - 1] == "(" and line.start in _company_lines(page)
        if place and not released:
            years = list(_YEAR.finditer(page.text, line.start, line.end))
            near = [y for y in years if place.start - 12 <= y.start() <= place.end + 12]
            year = next((y for y in near if _touch(page.text, place, y)), None)
            if year:
                span = Span(min(place.start, year.start()), max(place.end, year.end()))
                yield state(page, "year", year.group("year"), span, "country-and-year", 0.9)
    for n, line in lines_with_years(page).items():
        alone = n + 1 < len(page.lines) and _YEAR.fullmatch(page.text, line.start, line.end)
        if alone and page.kinds[n] in FLAT:
            for other in (n - 1, n + 1):
                if other >= 0 and split_countries(page.lines[other].of(page.text)):
                    yield state(page, "year", line.of(page.text), line, "year-line", 0.85)


def _touch(text: str, place: Span, year: re.Match[str]) -> bool:
    """Whether nothing but a mark parts countries from a year: no other words, no bracket that closed."""
    between = text[year.end() : place.start] or text[place.end : year.start()]
    return ")" not in text[year.end() : place.start] and not any(map(str.isalpha, between))


def _company_lines(page: Page) -> frozenset[int]:
    """Where the lines begin that name companies: a year there is a release's, "Warner Bros. (US, 1960)"."""
    return page.once("company lines", lambda: frozenset(_find_company_lines(page)))


def _find_company_lines(page: Page) -> Iterator[int]:
    for item in page.items:
        if _COMPANY_ROLES & {role for reading in item.label.readings for role in reading}:
            yield page.lines[item.line].start


def _production_year(page: Page) -> Iterator[Stated]:
    """ "Produktion: 2017"."""
    for item in page.items:
        if {"producer", "production-company"} & {r for reading in item.label.readings for r in reading}:
            for value in item.values:
                match = _YEAR.match(page.text, value.start, value.end)
                if match and match.end() >= value.end - 1:
                    span = Span(item.label.span.start, match.end())
                    yield state(page, "year", match.group("year"), span, "production-year", 0.85)


def _year_and_length(page: Page) -> Iterator[Stated]:
    """ "2005 ‧ Drama ‧ 1h 35m", "(2006; 121’)": one year on a line with the running time."""
    for line in from_the_title(page):
        if line.end - line.start < 120 and RUNTIME.search(page.text, line.start, line.end):
            years = list(_YEAR.finditer(page.text, line.start, line.end))
            if len(years) == 1:
                yield state(
                    page, "year", years[0].group("year"), Span(*years[0].span()), "year-and-length", 0.8
                )


def _year_before_length(page: Page) -> Iterator[Stated]:
    """ "Dir. Ann Lee. 1980, 129 mins. 35mm print. With …": the year right before the length."""
    for line in from_the_title(page):
        match = _BEFORE_LENGTH.search(page.text, line.start, min(line.end, line.start + 400))
        if match:
            yield state(page, "year", match["year"], Span(*match.span("year")), "year-and-length", 0.8)


def _glued_year(page: Page) -> Iterator[Stated]:
    """ "Anno1974" in a box of data."""
    for line in from_the_title(page):
        match = _GLUED_YEAR.match(page.text, line.start, line.end) if line.end - line.start < 16 else None
        if match:
            yield state(page, "year", match["year"], line, "year-label", 0.9)


def _year_said_of_title(page: Page) -> Iterator[Stated]:
    """The year in brackets behind the title in the prose, or that a sentence says of it."""
    for title in page.titles[:2]:
        if len(title.text) < 2:
            continue
        at = page.text.find(title.text)
        for _ in range(8):
            if at < 0:
                break
            end = at + len(title.text)
            kind = page.kind_at(at)
            if kind in ("body", "strapline") and not page.text[at - 1 : at].isalnum():
                match = _IN_BRACKET.match(page.text, end) or _SAID_YEAR.match(page.text, end)
                if match:
                    yield state(page, "year", match["year"], Span(at, match.end()), "year-in-prose", 0.85)
                    return
            at = page.text.find(title.text, end)


def _year_under_title(page: Page) -> Iterator[Stated]:
    """A bare year on the line under the title: "2019"."""
    starts = {t.span.start for t in page.titles[:1]}
    for n, line in enumerate(page.lines[1:12], 1):
        above = page.lines[n - 1]
        under = page.gaps[n] == 0 and any(above.start <= s < above.end for s in starts)
        if under and _YEAR.fullmatch(page.text, line.start, line.end):
            yield state(page, "year", line.of(page.text), line, "year-under-title", 0.85)


def _year_over_title(page: Page) -> Iterator[Stated]:
    """The year behind the film's other title, on the line over it, as programs set a film's two titles.

    Over a title stands a festival with its year as well ("Cannes 2019", "Venice Days 2015"): two titles are
    told by their articles, of two languages, and where the first names no section, house or prize.
    """
    n = title_line(page)
    above = page.lines[n - 1] if n > 0 and page.kinds[n - 1] != "teasers" else None
    match = _TITLE_AND_YEAR.fullmatch(page.text, above.start, above.end) if above else None
    if match and not is_furniture(match[0]):
        words = match["title"]
        first, second = (title.partition(" ")[0].lower() for title in (words, page.titles[0].text))
        named = is_section_head(words) or is_house(words) or is_award(words)
        if is_article(first) and is_article(second) and first != second and not named:
            yield state(page, "year", match["year"], Span(*match.span()), "year-over-title", 0.8)


def _year_of_prose(page: Page) -> Iterator[Stated]:
    """ "… is a 1994 American comedy film" in the first sentence that names the film."""
    titles = [t.text for t in page.titles[:2]]
    for n, line in lines_with_years(page).items():
        dated = page.kinds[n] != "teasers" and _ANY_YEAR.search(page.text, line.start, line.end)
        match = _STATED_YEAR.search(page.text, line.start, line.end) if dated else None
        if match and any(
            t in page.text[max(line.start, match.start() - 160) : match.start()] for t in titles
        ):
            yield state(page, "year", match["year"], Span(*match.span()), "year-in-prose", 0.85)
            return


def _release_year(page: Page) -> Iterator[Stated]:
    for item, value in items_of(page, "release_date"):
        match = _DATED_YEAR.search(page.text, value.start, value.end)
        if match:
            span = Span(item.label.span.start, match.end())
            yield state(page, "year", match.group("year"), span, "release-date", 0.7)


def _year_of_value(page: Page) -> Iterator[Stated]:
    """The one bare year under a label that we do not know."""
    found: dict[str, Span] = {}
    for line in from_the_title(page):
        match = _VALUE.match(page.text, line.start, line.end) if line.end - line.start < 60 else None
        if match:
            found.setdefault(match["year"], Span(*match.span("year")))
    if len(found) == 1:
        for year, span in found.items():
            yield state(page, "year", year, span, "year-value", 0.75)


def _year_of_release_line(page: Page) -> Iterator[Stated]:
    """ "En salle le 13 juillet 2022.", "released 28th July 2006": where nothing else tells a year."""
    for line in from_the_title(page):
        match = _release().search(page.text, line.start, line.end)
        if match:
            yield state(page, "year", match["year"], Span(*match.span()), "release-line", 0.7)


@lru_cache(maxsize=1)
def _release() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_lines("titles")["released"]))
    return re.compile(
        rf"(?<!\w)(?i:{words})\W{{1,3}}(?:[\w./,:-]+\s){{0,5}}?(?:\d{{1,2}}[./-]){{0,2}}{_NUMBER}"
    )
