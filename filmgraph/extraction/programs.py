"""Programs: pages that list films, an entry each, with the director of each.

"Zama, Lucrecia Martel, Argentina, 2017, 115'" on every line, "Zama (Lucrecia Martel, 2017)" behind dates and
numbers, or a title with "dir. Lucrecia Martel" below it. One line of the kind may be anything. What tells a
program is that entries of one form follow one another, each with a name and a country, a year, a length or a
word for the director. Whether the names behind are the directors is decided once for the whole list; if it is
not sure, nothing is read. A page that credits a film of its own is no program: its lists are of other films.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from filmgraph.extraction.films.item_ends import past_lead
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.places import blank_out
from filmgraph.extraction.tables.cells import read_minutes
from filmgraph.extraction.text.countries import split_countries
from filmgraph.model.document import Document, Span
from filmgraph.model.facts import CreditFact, Evidence, FilmFacts, Stated
from filmgraph.model.names import fold

_LEAST = 3  # entries that make a program
_SHARE = 0.6  # the least share of entries among the lines from the first of them to the last
_MOST = 2000  # lines that are looked at
_LONGEST = 240  # characters of an entry
_LONGEST_TITLE = 90
_SURER = 0.4  # so much more of the directors than of the titles begin with a given name
_QUOTED = re.compile(r"[“\"«„](?P<title>[^“”\"«»„\n]{1,90}?)[,.]?[”\"»“]")
_SEPARATOR = re.compile(r",? ?\(|, | [–—|/·•-] |\. (?=\S)|,?\t+ *| {3,}")
_PIECES = re.compile(r"\s*[,;|()\[\]\t]\s*|\s+[–—/·•-]\s+|\s{3,}")
_YEAR = re.compile(r"(?:18[89]|19\d|20[0-4])\d")
_LAST_YEAR = re.compile(r"(?<=\s)(?:18[89]|19\d|20[0-4])\d\Z|\A(?:18[89]|19\d|20[0-4])\d(?=\s)")
_NUMBER = re.compile(r"(?:No\.? ?|#)?\d{1,3}[.):]\s+")
_ENDS = ".,;: "


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: its lines, its title, the names behind, and what else it says of the film.

    `form` is what parts the title from the rest; `sure` says that a word or a quotation tells which is which.
    """

    span: Span
    title: Span
    names: Span
    data: tuple[tuple[str, str], ...]
    form: str
    sure: bool


def read_program(page: Page) -> tuple[FilmFacts, ...]:
    """The films of a page that is a program, in reading order; empty where it is none.

    Its sections may set their entries in different forms.
    """
    entries: list[_Entry] = []
    # Nearly all pages are reviews, of which the long lines of prose tell that they list nothing.
    short = [line for line in page.lines[:_MOST] if line.end - line.start <= _LONGEST]
    if 2 * sum([line.end - line.start for line in short]) > len(page.text):
        entries = [e for some in _on_lines(page, short) if _are_sure(page, some) for e in some]
    if not entries and len(_lines_with_marker().findall(page.text)) >= _LEAST:
        below = _under_titles(page, list(page.lines[:_MOST]))
        entries = below if below and _are_sure(page, below) else []
    ordered = sorted(entries, key=lambda entry: entry.span)
    return tuple(_build(page, entry, n) for n, entry in enumerate(ordered, 1))


def _on_lines(page: Page, lines: list[Span]) -> Iterator[list[_Entry]]:
    """The entries of each form, where they are most of the lines among which they stand."""
    heads: dict[str, list[tuple[int, Span, _Head]]] = {}
    for n, line in enumerate(lines):
        if head := _read_head(page.text, line):
            heads.setdefault(head.form, []).append((n, line, head))
    for alike in heads.values():
        if len(alike) >= _LEAST:
            found = [(n, e) for n, line, head in alike if (e := _read_entry(page.text, line, head))]
            if len(found) >= _LEAST and len(found) >= _SHARE * (found[-1][0] - found[0][0] + 1):
                yield [entry for _, entry in found]


class _Head(NamedTuple):
    """How a line begins: what may be its title, where the rest begins, and what parts the two."""

    title: Span
    rest: int
    form: str


def _read_head(text: str, line: Span) -> _Head | None:
    start = past_lead(text, line.start, line.end)
    number = _NUMBER.match(text, start, line.end)
    start = number.end() if number else start
    quoted = _QUOTED.match(text, start, line.end)
    if quoted:
        separator = _SEPARATOR.match(text, quoted.end(), line.end)
        comma = text[quoted.end("title") : quoted.end()].startswith((",", "."))
        rest = separator.end() if separator else quoted.end()
        return _Head(Span(*quoted.span("title")), rest, "quoted" if separator or comma else "quoted word")
    separator = _SEPARATOR.search(text, start, line.end)
    word = _marker().search(text, start, line.end)
    if word and word.start() > start and (separator is None or word.start() < separator.start()):
        return _Head(Span(start, word.start()), word.start(), "word")
    return (
        _Head(Span(start, separator.start()), separator.end(), separator.group().strip())
        if separator
        else None
    )


def _read_entry(text: str, line: Span, head: _Head) -> _Entry | None:
    title = _trimmed(text, head.title)
    if not 0 < title.end - title.start <= _LONGEST_TITLE or not any(map(str.isalnum, title.of(text))):
        return None
    tail = _read_tail(text, Span(head.rest, line.end))
    if tail is None:
        return None
    names, data, marked = tail
    quoted = head.form == "quoted"
    if not (data or marked or quoted) or (head.form == "quoted word" and not marked):
        return None
    return _Entry(line, title, names, data, head.form, sure=marked or quoted)


def _read_tail(text: str, tail: Span) -> tuple[Span, tuple[tuple[str, str], ...], bool] | None:
    """The names, the data and whether a word leads to the names; None where anything else stands there."""
    marker = _marker().match(text, tail.start, tail.end)
    start = marker.end() if marker else tail.start
    names: Span | None = None
    data: list[tuple[str, str]] = []
    for piece in _pieces(text, Span(start, tail.end)):
        words = piece.of(text)
        told = _read_data(words)
        if told:
            data += told
        elif found := _marker().match(text, piece.start, piece.end):
            marker = marker or found
            names = _joined(text, names, Span(found.end(), piece.end))
        elif _are_persons(text, piece):
            names = _joined(text, names, piece)
        elif fold(words) not in load_patterns("programs")["also"]:
            return None
    if names is None or not _are_persons(text, names):
        return None
    return names, tuple(data), marker is not None


def _pieces(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for cut in (*_PIECES.finditer(text, span.start, span.end), None):
        end = cut.start() if cut else span.end
        piece = _trimmed(text, Span(at, end))
        if piece.start < piece.end:
            yield piece
        at = cut.end() if cut else end


def _joined(text: str, names: Span | None, more: Span) -> Span | None:
    """Names that a comma or a slash parts are one list; names at two places are none."""
    if names is None:
        return more
    between = text[names.end : more.start].strip()
    return Span(names.start, more.end) if between in (",", "/", ";") else Span(more.start, more.start)


def _read_data(words: str) -> list[tuple[str, str]]:
    """What a piece says of the film: countries, a year, a running time, or several of them; else nothing."""
    year = _YEAR.fullmatch(words) or _LAST_YEAR.search(words)
    rest = words if not year else (words[: year.start()] + words[year.end() :]).strip(_ENDS)
    told = [("year", year.group())] if year else []
    if not rest:
        return told
    if not rest.isdigit() and (minutes := read_minutes(rest)):
        return [*told, ("runtime_min", minutes)]
    countries = split_countries(rest)
    return [*told, *(("country", c) for c in countries)] if countries else []


def _are_persons(text: str, span: Span) -> bool:
    """Whether a stretch is a list of persons' full names."""
    names = split_names(text, span)
    return bool(names) and all(
        " " in m.text and looks_like_person(m.text) and not looks_like_company(m.text) and not m.note
        for m in names
    )


def _under_titles(page: Page, lines: list[Span]) -> list[_Entry]:
    """Entries of two lines, a title and "dir. Ann Lee" below, where no other label stands among them."""
    text = page.text
    entries: list[_Entry] = []
    for over, line in pairwise(lines):
        marker = _marker().match(text, line.start, line.end)
        if not marker or line.end - line.start > _LONGEST:
            continue
        tail = _read_tail(text, line)
        title = over.of(text)
        if tail and len(title) <= _LONGEST_TITLE and title[:1].isupper() | title[:1].isdigit():
            entries.append(_Entry(Span(over.start, line.end), over, tail[0], tail[1], "below", sure=True))
    if len(entries) < _LEAST:
        return []
    others = any(
        item.label.readings
        and item.label.roles != ("director",)
        and entries[0].span.start <= item.label.span.start
        for item in page.items
    )
    return [] if others else entries


def _are_sure(page: Page, entries: Sequence[_Entry]) -> bool:
    """Whether entries are of films, and the names behind their directors'."""
    text = page.text
    if all(entry.sure for entry in entries):
        return entries[0].form != "quoted" or _speaks_of_films(page)
    told = sum(any(field != "year" for field, _ in entry.data) for entry in entries)
    if told * 2 < len(entries) and not _speaks_of_films(page):
        return False  # titles, names and years may be books or songs
    directors = [entry.names.of(text) for entry in entries]
    # "Peter Yates: Bullitt": what stands first in every line is the name there.
    behind, first = _share_of_given(directors), _share_of_given(entry.title.of(text) for entry in entries)
    return len(set(directors)) == 1 or behind - first >= _SURER


def _share_of_given(names: Iterable[str]) -> float:
    """The share of those that have the form of a name and begin with a given name."""
    held = [" " in name and is_given_name(name.split()[0]) for name in names]
    return sum(held) / len(held)


def _speaks_of_films(page: Page) -> bool:
    """Whether the page's words are of films, and not of books or songs."""
    groups = load_patterns("programs")
    return not groups["films"].isdisjoint(page.words) and groups["other arts"].isdisjoint(page.words)


def _build(page: Page, entry: _Entry, number: int) -> FilmFacts:
    text = page.text
    quote = entry.span.of(text)

    def said(rule: str) -> Evidence:
        return Evidence(entry.span, quote, f"program/{rule}", "listing", 0.9)

    stated = [Stated("title", " ".join(entry.title.of(text).split()), said("title"))]
    stated += [Stated(field, value, said(field)) for field, value in entry.data]
    credits = tuple(
        CreditFact("director", m.text, "person", m.printed or m.text, said("director"), billing_order=n)
        for n, m in enumerate(split_names(text, entry.names), 1)
    )
    return FilmFacts(page.document.sha256, f"entry {number}", tuple(stated), credits, is_review=False)


def without_entries(document: Document, films: Iterable[FilmFacts]) -> Document:
    """A page without the entries that a program's films were read from, its offsets as before."""
    return blank_out(document, [film.credits[0].evidence.span for film in films])


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;.:"):
        end -= 1
    return Span(start, end)


@lru_cache(maxsize=1)
def _marker() -> re.Pattern[str]:
    """The words behind which a program's line names the director: "dir. ", "Regie: ", "directed by "."""
    words = sorted(load_lines("film_lists")["directed"], key=len, reverse=True)
    return re.compile(rf"[ \t(,|–—-]*\b(?i:{'|'.join(map(re.escape, words))})(?:\s*:|\.)?\s+(?=[^\W\d_a-z])")


@lru_cache(maxsize=1)
def _lines_with_marker() -> re.Pattern[str]:
    return re.compile(rf"^{_marker().pattern}", re.M)
