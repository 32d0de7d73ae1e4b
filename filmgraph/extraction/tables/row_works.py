"""Source works in credit lists: columns for them, and writers whose note says what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from filmgraph.catalogs.roles import SOURCE_AUTHOR
from filmgraph.extraction.sources.work_kinds import kind_of
from filmgraph.extraction.tables.based_on import BasedOn, find_works
from filmgraph.extraction.tables.cells import LONGEST_WORDS, is_nothing, split_names
from filmgraph.extraction.tables.columns import Line
from filmgraph.extraction.tables.json_cells import flatten, is_json, read_json_cell, words_of
from filmgraph.model.facts import Grade, SourceWorkFact
from filmgraph.model.names import fold

_MOST_PIECES = 200
# What a writer's note names beside sources: their own part in the film.
_NO_SOURCES = frozenset({"film", "television series", "song"})
_WRITING = frozenset({"screenwriter", "story", SOURCE_AUTHOR})
_NOTE_END = re.compile(r"(?:\s*(?:&|\band|\bby|\(uncredited\)|\(as [^()]*\)))+$", re.I)
_BASED = re.compile(
    r"(?:based (?:up)?on|adapted from|from|after|suggested by|inspired by)\s+"
    r"(?:(?:the|a|an|his|her|their)\s+)?(?:(?:original|published)\s+)?"
    r"(?P<kind>[^\"“”]{0,60}?)\s*(?:[\"“](?P<title>[^\"“”]+)[\"”])?(?:\s+by)?$",
    re.I,
)
_GRADES: tuple[tuple[str, Grade], ...] = (("suggested", "suggested_by"), ("inspired", "inspired_by"))


def find_column_works(line: Line) -> list[SourceWorkFact] | None:
    """The works of a row's source and author columns; None where it is not safe to say how many authors."""
    works = []
    for i in line.sheet.every("source_title"):
        cell, header = line.cell(i), line.sheet.columns[i].header
        if is_json(cell):
            works += list(_find_listed(line, cell, header))
        elif not is_nothing(cell) and len(cell) <= LONGEST_WORDS and "://" not in cell:
            works += _find_plain(line, cell, header)
    cell = line.get("source_author")
    words = [w for w in words_of(cell) if not is_nothing(w)]
    split = [split_names(w, company=False) for w in words]
    if any(names is None for names in split):
        return None
    authors = [name.text for names in split for name in names or ()]
    kind = line.get("source_kind") or None
    if len(works) == 1 and works[0].author is None and authors:
        return [replace(works[0], author=author, kind=kind or works[0].kind) for author in authors]
    if kind and len(works) == 1:
        works = [replace(works[0], kind=kind)]
    known = {work.author for work in works}
    for author in authors:
        if author not in known:
            works.append(SourceWorkFact(None, author, kind, "based_on", line.evidence("source")))
    return works


def _find_plain(line: Line, cell: str, header: str) -> list[SourceWorkFact]:
    """The work of a cell of plain text: its title, its kind ("novel"), or a title "by" its author."""
    kind = kind_of(header.split(" ")[0], 1)
    found = find_works([cell])
    if kind is None and kind_of(cell):
        return [SourceWorkFact(None, None, kind_of(cell), _grade_of(header), line.evidence("source"))]
    if found and found[0].authors:
        return list(_build_facts(line, found, header, kind))
    return [SourceWorkFact(cell, None, kind, _grade_of(header), line.evidence("source"))]


def _find_listed(line: Line, cell: str, header: str) -> Iterator[SourceWorkFact]:
    words = [one for one in flatten(read_json_cell(cell)) if isinstance(one, str)][:_MOST_PIECES]
    yield from _build_facts(line, find_works(words), header, kind_of(header.split(" ")[0], 1))
    for one in flatten(read_json_cell(cell)):
        if isinstance(one, dict):
            title, author = one.get("title") or one.get("name"), one.get("author")
            author = author.get("name") if isinstance(author, dict) else author
            kind = one.get("kind") or one.get("type")
            if isinstance(title, str) and len(title) <= LONGEST_WORDS:
                yield SourceWorkFact(
                    title,
                    author if isinstance(author, str) else None,
                    kind_of(kind) if isinstance(kind, str) else None,
                    _grade_of(header),
                    line.evidence("source"),
                )


def _build_facts(line: Line, works: list[BasedOn], header: str, kind: str | None) -> Iterator[SourceWorkFact]:
    for work in works:
        for author in work.authors or (None,):
            said = line.evidence("source")
            yield SourceWorkFact(work.title, author, work.kind or kind, _grade_of(header), said)


def _grade_of(header: str) -> Grade:
    """How closely a film follows the works of a column ("Suggested by")."""
    return next((grade for word, grade in _GRADES if fold(header).startswith(word)), "based_on")


def clean_note(note: str) -> str:
    """A note of a writing credit without what joins it to the next ("screenplay by &" → "screenplay")."""
    note = note.strip()
    if note.startswith("(") and note.find(")") == len(note) - 1:
        note = note[1:-1]
    return _NOTE_END.sub("", note).strip()


def find_noted_work(line: Line, role: str, author: str, note: str) -> Iterator[SourceWorkFact]:
    """The work that a writer's note names: "novel", "based on the play by", "from the book “…” by"."""
    if role not in _WRITING:
        return
    words = clean_note(note)
    based = _BASED.match(words)
    kind = kind_of(based.group("kind"), 1) if based else kind_of(words, 2)
    title = based.group("title") if based else None
    if (kind and kind not in _NO_SOURCES) or title or based:
        grade: Grade = next((g for word, g in _GRADES if words.casefold().startswith(word)), "based_on")
        yield SourceWorkFact(title, author, kind, grade, line.evidence("source"))
