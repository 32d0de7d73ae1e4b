"""Source works that writers' jobs name: which are one, their IRIs, and the Turtle of them and their ties.

As `resolution/works.py` has it: a work with a title is one where title and author, or title and film,
are the same; one without a title is one where film and author are. Works come group by group, and what
is known of them before all have their names lies in a file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from filmgraph.dumps.conventions import is_book
from filmgraph.model.names import slug
from filmgraph.model.terms import Literal

# The property and value of each grade, as a name of the prefixes.
_GRADES = {"based_on": "s:isBasedOn", "inspired_by": "g:inspiredBy", "suggested_by": "g:suggestedBy"}


class Adapted(NamedTuple):
    """A row that names a source: film and person by id, the person's name, and what the job says.

    `group` is the folded title of the work, of a row without a title that of the work which the person's rows
    of the film named before; None where there is neither.
    """

    group: str | None
    film: str
    person: str
    name: str
    grade: str
    kind: str | None
    title: str | None
    doc: int
    row: int


@dataclass(slots=True)
class _Work:
    title: str | None
    mentions: list[Adapted] = field(default_factory=list)


def _digest(*parts: str, length: int = 16) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:length]


def group_works(rows: Iterable[Adapted]) -> Iterator[list[Adapted]]:
    """The rows of each work; `rows` are in order of their groups, in a group of films, and as they stand."""
    for _, some in groupby(rows, key=lambda row: (row.film, row.person) if row.group is None else row.group):
        works: list[_Work] = []
        by_key: dict[tuple[str, ...], _Work] = {}
        for row in some:
            is_film = "film" if row.kind == "film" else ""
            of_film: tuple[str, ...] = ("film", row.film, is_film)
            of_both: tuple[str, ...] = ("titled", row.film, row.person)
            if row.title:
                keys = [of_film, ("author", row.person, is_film), of_both]
                asked = keys[:2]
            else:
                keys = [("untitled", row.film, row.person, is_film)]
                asked = [of_both, *keys]
            found = next((by_key[key] for key in asked if key in by_key), None)
            if found is None:
                found = _Work(row.title)
                works.append(found)
            for key in keys:
                by_key.setdefault(key, found)
            found.mentions.append(row)
        yield from (work.mentions for work in works)


def _name_work(mentions: Iterable[Adapted]) -> tuple[str, str]:
    """What a work is called in its IRI, and what is put behind that where several are called so."""
    first, *_ = mentions = list(mentions)
    parts = [slug(first.title)] if first.title else []
    parts.append(slug(min(m.name for m in mentions)))
    if not first.title:
        parts.append(min(f"imdb-{m.film}" for m in mentions))
    mark = min((m.film, m.person, m.kind or "") for m in mentions)
    return "-".join(parts), _digest(*mark, length=8)


def hold_works(rows: Iterable[Adapted], held: Path, names: Path) -> int:
    """Write the works behind `rows` to `held`, their names, a line each, to `names`; how many there are."""
    count = 0
    with held.open("w", encoding="utf-8") as works, names.open("w", encoding="utf-8") as called:
        for mentions in group_works(rows):
            name, mark = _name_work(mentions)
            works.write(json.dumps([name, mark, mentions]) + "\n")
            called.write(name + "\n")
            count += 1
    return count


def write_works(
    held: Path, is_shared: Callable[[str], bool], base: str, turtle: Path, head: str, names: Path
) -> None:
    """Write the works of `held` as Turtle behind its `head`; to `names` go IRI, title and films of each.

    `is_shared` tells whether several works have a name.
    """
    with (
        held.open(encoding="utf-8") as lines,
        turtle.open("w", encoding="utf-8") as out,
        names.open("w", encoding="utf-8") as index,
    ):
        out.write(head)
        for line in lines:
            name, mark, rows = json.loads(line)
            mentions = [Adapted(*row) for row in rows]
            iri = f"{base}work/{name}{f'-{mark}' if is_shared(name) else ''}"
            title = min((m.title for m in mentions if m.title), default=None)
            out.writelines(_work(iri, title, mentions, base))
            if title:
                index.write(f"{iri}\t{title}\t{len({m.film for m in mentions})}\n")


def _work(iri: str, title: str | None, mentions: list[Adapted], base: str) -> Iterator[str]:
    """A work and its ties to films in Turtle."""
    kinds = sorted(
        {m.kind for m in mentions if m.kind}, key=lambda k: (-sum(m.kind == k for m in mentions), k)
    )
    kind = kinds[0] if kinds else None
    yield f"<{iri}> a s:CreativeWork{', s:Book' if is_book(kind) else ''}"
    if kind:
        yield f"; g:workKind {Literal(kind).n3()}"
    if title:
        yield f"; s:name {Literal(title).n3()}"
    yield f"; s:author {', '.join(sorted({f'a:imdb-{m.person}' for m in mentions}))} .\n"
    ties: dict[tuple[str, str], list[str]] = defaultdict(list)
    for m in mentions:
        ties[m.film, m.grade].append(f"d{m.doc}:{m.row}")
    for (film, grade), places in sorted(ties.items()):
        tie = _digest(f"{base}film/imdb-{film}", iri, grade)
        yield (
            f"<{base}adaptation/{tie}> a g:Adaptation; g:film f:imdb-{film}; g:sourceWork <{iri}>; "
            f"g:grade {_GRADES[grade]}; g:attestedBy {', '.join(sorted(set(places)))} .\n"
            f"f:imdb-{film} {_GRADES[grade]} <{iri}> .\n"
        )
