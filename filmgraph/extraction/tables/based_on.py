"""What films are based on, as infoboxes print it: `["the novel", "Washington Square", "by", "Henry James"]`.

Works and authors follow one another with "by" between them. Behind an author stands another author or the
next work: the next work where another "by" comes after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from filmgraph.extraction.names.mentions import looks_like_person
from filmgraph.extraction.sources.work_kinds import kind_of
from filmgraph.extraction.tables.raw_lists import find_pieces
from filmgraph.model.names import PARTICLES

_BY = re.compile(
    r"(?:(?:story |originally )?(?:written|created|published|developed|illustrated|recorded|(?:re)?told) )?"
    r"by(?: the)?",
    re.I,
)
_STARTS_BY = re.compile(r"(?:(?:written|created) )?by (?:the )?(?=\S)", re.I)
_ENDS_BY = re.compile(r"\s(?:(?:written|created|novel|characters) )?by(?: the)?$", re.I)
_WITHIN = re.compile(r"(?<=[^\s,])\s+by\s+(?=[^\W\d_a-z])")
_QUOTES = '"“”„«»'
_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s&\s|\sand\s)\s*")
_LONGEST = 160


class BasedOn(NamedTuple):
    """A work: its title (None where only its kind is said), its kind, and its authors."""

    title: str | None
    kind: str | None
    authors: tuple[str, ...]


class _Part(NamedTuple):
    kind: str  # "text", "by", "and", "kind"
    text: str


def find_works(items: Sequence[str]) -> list[BasedOn]:
    """The works that a list of raw strings, or a single one, names.

    >>> find_works(["the novel", "After Dark, My Sweet", "by", "Jim Thompson"])
    [BasedOn(title='After Dark, My Sweet', kind='novel', authors=('Jim Thompson',))]
    >>> [w.title for w in find_works(["Alien", "by", "Dan O'Bannon", "Predator", "by", "Jim Thomas"])]
    ['Alien', 'Predator']
    >>> find_works(["Characters", "by Rex Weiner"])
    [BasedOn(title=None, kind='characters', authors=('Rex Weiner',))]
    """
    parts = list(_find_parts(_join_quotes(items), alone=len(items) == 1))
    runs: list[list[_Part]] = [[]]
    for part in parts:
        if part.kind == "by":
            runs.append([])
        else:
            runs[-1].append(part)
    if not parts:
        return []
    heads = [runs[0]]
    authors: list[list[_Part]] = []
    for run in runs[1:-1]:
        mine, head = _cut(run)
        authors.append(mine)
        heads.append(head)
    authors.append(runs[-1] if len(runs) > 1 else [])
    works = []
    for head, names in zip(heads, authors, strict=True):
        works += _build(head, tuple(_find_authors(names)))
    return works


def _cut(run: list[_Part]) -> tuple[list[_Part], list[_Part]]:
    """The authors of the work before and the words of the work after, in a run between two "by"."""
    texts = [i for i, part in enumerate(run) if part.kind == "text"]
    if len(texts) < 2:
        # "by A, the novel, by B": words of a kind alone open the next work
        kinds = [i for i, part in enumerate(run) if part.kind == "kind"]
        at = kinds[0] if kinds and texts and kinds[0] > texts[0] else len(run)
        return run[:at], run[at:]
    last = texts[-1]
    if run[last - 1].kind == "and" and len(texts) > 1 and last - 1 > texts[-2]:
        return run, []
    start = last
    while start - 1 > texts[-2] and run[start - 1].kind == "kind":
        start -= 1
    return run[:start], run[start:]


def _build(head: list[_Part], authors: tuple[str, ...]) -> list[BasedOn]:
    """The works of the words before a "by": several where "and" joins them, or kinds stand between."""
    kind = next((kind_of(part.text) for part in head if part.kind == "kind"), None)
    titles = [part.text for part in head if part.kind == "text"]
    if not titles:
        return [BasedOn(None, kind, authors)] if authors and kind else []
    return [BasedOn(title, kind, authors) for title in titles]


def _find_authors(parts: Iterable[_Part]) -> Iterator[str]:
    for part in parts:
        if part.kind == "text":
            for name in _AND.split(part.text):
                bare = re.sub(r"^(?:and|the)\s+", "", name.strip())
                small = [w for w in bare.split() if w.islower() and w not in PARTICLES]
                if bare and len(bare) <= 80 and bare[:1].isupper() and not small:
                    yield bare


def _find_parts(items: Iterable[str], *, alone: bool) -> Iterator[_Part]:
    for piece in find_pieces(items):
        if piece.kind == "joint":
            yield _Part("and", piece.text)
        elif piece.kind in ("label", "note"):
            if kind_of(piece.text):
                yield _Part("kind", piece.text)
        else:
            yield from _split_by(piece.text, alone=alone)


def _split_by(text: str, *, alone: bool) -> Iterator[_Part]:
    if len(text) > _LONGEST:
        return
    if _BY.fullmatch(text):
        yield _Part("by", text)
        return
    start = _STARTS_BY.match(text)
    if start:
        yield _Part("by", start.group())
        text = text[start.end() :]
    end = _ENDS_BY.search(text)
    words = text[: end.start()] if end and end.start() else text
    within = list(_WITHIN.finditer(words))
    if alone and within and _is_full_name(words[within[-1].end() :]):
        yield _read(words[: within[-1].start()])
        yield _Part("by", "by")
        yield _Part("text", words[within[-1].end() :])
        return
    yield _read(words)
    if end and end.start():
        yield _Part("by", end.group())


def _is_full_name(words: str) -> bool:
    return " " in words and looks_like_person(words)


def _read(words: str) -> _Part:
    bare = words.strip(_QUOTES + " ,")
    return _Part("kind" if kind_of(words) else "text", bare)


def _part_quotes(items: Sequence[str]) -> Iterator[str]:
    """Strings with a quotation mark that belongs to their neighbor set apart: '" by' is '"', "by"."""
    for item in items:
        bare = item.strip()
        if len(bare) > 1 and sum(bare.count(mark) for mark in _QUOTES) == 1 and bare[0] in _QUOTES + " ":
            yield bare[0]
            yield bare[1:].strip()
        elif len(bare) > 1 and sum(bare.count(mark) for mark in _QUOTES) == 1 and bare[-1] in _QUOTES:
            yield bare[:-1].strip()
            yield bare[-1]
        else:
            yield item


def _join_quotes(items: Sequence[str]) -> Iterator[str]:
    """Strings with what stands between two lonely quotation marks in one piece."""
    held: list[str] | None = None
    for item in _part_quotes(items):
        if item.strip() in _QUOTES and item.strip():
            if held is None:
                held = []
            else:
                yield " ".join(held)
                held = None
        elif held is not None:
            held.append(item)
        else:
            yield item
    yield from held or ()
