"""Tables of films on a page: headers that name crafts, and a film a row under them, as credit lists have.

A festival's page or a scholar's notes set such a table among headings and prose, in cells, between bars or
with tabs. It is read as a credit list is (`rows.py`), if it surely is one: a column of films, one of credits,
at least two rows that fit the headers, and names under them. A table of songs, episodes or prizes is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import compress, pairwise

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.places import blank_out, unnumbered
from filmgraph.extraction.tables.columns import understand_columns
from filmgraph.extraction.tables.rows import find_row_facts, has_credits
from filmgraph.model.document import Block, Document, Row, Span
from filmgraph.model.facts import FilmFacts, Unread
from filmgraph.model.names import fold

_LEAST_ROWS = 2
_MOST_COLUMNS = 30
_LONGEST_HEADER = 60  # characters
_NAMES = 0.8  # the share of names among what is credited that a table of credits has
_BARS = re.compile(r"[\t|]")
_BETWEEN = re.compile(r"\t|(?<!\\)\|")
_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*$")
# Markdown's emphasis and links around the words of a cell.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of films: where it stands, its rows under their headers, and the rows that do not fit them."""

    span: Span
    rows: tuple[Row, ...]
    unfit: tuple[Span, ...] = ()


_Grid = list[list[tuple[int, Span]]]  # the rows of a table, each its cells by their columns


def read_page_tables(document: Document, roles: RoleCatalog) -> tuple[Document, tuple[FilmFacts, ...]]:
    """The films that the tables of a page list, and the page without these tables, its offsets as before."""
    films: list[FilmFacts] = []
    read: list[PageTable] = []
    for table in sorted(find_page_tables(document, roles), key=lambda table: table.span):
        facts = find_row_facts(replace(document, rows=table.rows, blocks=()), roles)
        if _hold_names(facts):
            reason = "the row has not a cell for each of the table's headers"
            unread = tuple(Unread(s, s.of(document.text), "row", reason) for s in table.unfit)
            facts = (replace(facts[0], unread=(*facts[0].unread, *unread)), *facts[1:])
            films += (unnumbered(one) for one in facts)
            read.append(table)
    # One film may stand in two tables of a page: its key tells them apart.
    keyed = (replace(film, film_key=f"table {n}") for n, film in enumerate(films, 1))
    return blank_out(document, [table.span for table in read]), tuple(keyed)


def find_page_tables(document: Document, roles: RoleCatalog) -> Iterator[PageTable]:
    """The tables under headers of films and crafts, those in cells first."""
    for grid in (*_grids_of_cells(document), *_grids_of_lines(document)):
        width = len(grid[0])
        headers = tuple(_words(document.text, span) for _, span in grid[0])
        if [column for column, _ in grid[0]] != list(range(width)) or not _are_of_films(headers, roles):
            continue
        fits = [cells[-1][0] + _end(document.text, cells[-1][1]) == width - 1 for cells in grid[1:]]
        fitting = list(compress(grid[1:], fits))
        rows = tuple(_row(document.text, headers, cells, n) for n, cells in enumerate(fitting, 2))
        unfit = tuple(_extent(c) for c, fit in zip(grid[1:], fits, strict=True) if len(c) > 1 and not fit)
        if len(rows) >= _LEAST_ROWS:
            yield PageTable(Span(grid[0][0][1].start, grid[-1][-1][1].end), rows, unfit)


def _are_of_films(headers: tuple[str, ...], roles: RoleCatalog) -> bool:
    """Whether headers are those of a table of films: titles, credits, nothing that films lack."""
    if not 2 <= len(headers) <= _MOST_COLUMNS or any(len(h) > _LONGEST_HEADER for h in headers):
        return False
    groups = load_patterns("page_tables")
    words = [fold(header) for header in headers]
    if not groups["no film"].isdisjoint(words):
        return False
    sheet = understand_columns(headers, roles)
    if sheet.at("title") < 0 or sheet.form != "wide" or not has_credits(sheet):
        return False
    directed = any("director" in {r.id for r in column.roles} for column in sheet.columns)
    return directed or words[sheet.at("title")] in groups["film"]


def _hold_names(facts: Iterable[FilmFacts]) -> bool:
    """Whether what is credited are names: in "Director: Yes" of a filmography they are not."""
    agents = [credit.agent for film in facts for credit in film.credits]
    named = sum(looks_like_person(agent) or looks_like_company(agent) for agent in agents)
    return bool(agents) and named >= _NAMES * len(agents)


def _grids_of_cells(document: Document) -> Iterator[_Grid]:
    """The tables that the page's markup has."""
    text = document.text
    grid: _Grid = []
    last: Block | None = None
    for block in document.blocks:
        if block.kind != "cell" or block.row < 0:
            if grid:
                yield from _whole(grid)
                grid, last = [], None
            continue
        if last is None or block.row != last.row:
            # A second row of headers begins another table.
            if grid and block.level == 1 and last is not None and last.level != 1:
                yield from _whole(grid)
                grid = []
            before = text[text.rfind("\n", 0, block.span.start) + 1 : block.span.start]
            column = max(0, len(_BETWEEN.findall(before.strip(" ").removeprefix("|"))))
            grid.append([(column, block.span)])
        else:
            column = grid[-1][-1][0] + len(_BETWEEN.findall(text, last.span.end, block.span.start))
            grid[-1].append((column, block.span))
        last = block
    yield from _whole(grid)


def _grids_of_lines(document: Document) -> Iterator[_Grid]:
    """The tables that a text sets in lines with tabs or bars."""
    text = document.text
    for block in document.blocks:
        words = block.span.of(text)
        if block.kind != "paragraph" or "\n" not in words or not _BARS.search(words):
            continue
        grid: _Grid = []
        start = block.span.start
        for line in words.splitlines(keepends=True):
            if not _RULE.match(line):
                grid.append(list(_cells_of_line(text, start, start + len(line.rstrip("\r\n")))))
            start += len(line)
        yield from _whole([cells for cells in grid if cells])


def _cells_of_line(text: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
    line = text[start:end]
    inner = start + (len(line) - len(line.lstrip(" ")))
    last = start + len(line.rstrip(" "))
    if inner < last and text[inner] == "|":
        inner, last = inner + 1, last - (text[last - 1] == "|" and last - 1 > inner)
    cuts = [inner - 1, *(m.start() for m in _BETWEEN.finditer(text, inner, last)), last]
    for column, (before, after) in enumerate(pairwise(cuts)):
        first, past = before + 1, after
        while first < past and text[first].isspace():
            first += 1
        while first < past and text[past - 1].isspace():
            past -= 1
        yield column, Span(first, past)


def _whole(grid: _Grid) -> Iterator[_Grid]:
    if len(grid) > _LEAST_ROWS:
        yield grid


def _end(text: str, last: Span) -> int:
    """How many columns without words lie behind the last cell of a row between bars."""
    stop = text.find("\n", last.end)
    rest = text[last.end : stop if stop >= 0 else len(text)].strip()
    bars = len(_BETWEEN.findall(rest))
    framed = text[text.rfind("\n", 0, last.start) + 1 : last.start].lstrip(" ").startswith("|")
    return max(0, bars - framed)


def _row(text: str, headers: tuple[str, ...], cells: list[tuple[int, Span]], number: int) -> Row:
    by_column = {column: _words(text, span) for column, span in cells}
    held = tuple((header, by_column.get(column, "")) for column, header in enumerate(headers))
    return Row(number, _extent(cells), held)


def _extent(cells: list[tuple[int, Span]]) -> Span:
    return Span(cells[0][1].start, cells[-1][1].end)


def _words(text: str, span: Span) -> str:
    """The words of a cell without Markdown's signs."""
    words = span.of(text).strip()
    if "](" in words:
        words = _LINK.sub(r"\1", words)
    return _EMPHASIS.sub(r"\2", words) if words[:1] in "*_" else words
