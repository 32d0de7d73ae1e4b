"""Source works in credit lists: columns for them, and writers whose note says what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.cells import LONGEST_WORDS, is_nothing, split_names
from filmgraph.extraction.columns import Line
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.facts import Grade, SourceWorkFact
from filmgraph.model.names import fold

KINDS = (
    "novel", "novella", "short stories", "short story", "play", "comic", "memoir", "article", "musical",
    "poem",
)  # fmt: skip
_WRITING = frozenset({"screenwriter", "story"})
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
    title, author = line.get("source_title"), line.get("source_author")
    kind = line.get("source_kind") or _kind_of_header(line)
    if "://" in title or len(title) > LONGEST_WORDS or is_nothing(title):
        title = ""
    names = [] if is_nothing(author) else split_names(author, company=False)
    if names is None:
        return None
    authors: list[str | None] = [name.text for name in names]
    if not authors and title:
        authors = [None]
    return [
        SourceWorkFact(title or None, one, kind or None, "based_on", line.evidence("source"))
        for one in authors
    ]


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
    kind = _kind_of(based.group("kind"), 1) if based else _kind_of(words, 2)
    title = based.group("title") if based else None
    if kind or title or based:
        grade: Grade = next((g for word, g in _GRADES if words.casefold().startswith(word)), "based_on")
        yield SourceWorkFact(title, author, kind, grade, line.evidence("source"))


def _kind_of(words: str, last: int) -> str | None:
    """The kind of work that words name as a whole or by their `last` words ("Marvel comic book")."""
    folded = fold(words)
    forms = {folded, " ".join(folded.split()[-last:])}
    groups = load_patterns("columns")
    return next((kind for kind in KINDS if not forms.isdisjoint(groups[kind])), None)


def _kind_of_header(line: Line) -> str | None:
    """The kind in a header ("Novel title")."""
    column = line.sheet.at("source_title")
    return _kind_of(line.sheet.columns[column].header.split(" ")[0], 1) if column >= 0 else None
