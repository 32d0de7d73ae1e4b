"""Source works that writers' jobs name: which are one, their IRIs, and the Turtle of them and their ties.

As `resolution/works.py` has it: a work with a title is one where title and author, or title and film,
are the same; one without a title is one where film and author are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from filmgraph.dumps.conventions import is_book
from filmgraph.model.names import fold_title, slug
from filmgraph.model.terms import Literal

# The property and value of each grade, as a name of the prefixes.
_GRADES = {"based_on": "s:isBasedOn", "inspired_by": "g:inspiredBy", "suggested_by": "g:suggestedBy"}


class Adapted(NamedTuple):
    """A row that names a source: film and person by id, the person's name, and what the job says."""

    number: int
    film: str
    person: str
    name: str
    grade: str
    kind: str | None
    title: str | None
    doc: int
    row: int


class HeldWork(NamedTuple):
    """A work as the index of names wants it."""

    iri: str
    title: str | None
    films: int


@dataclass(slots=True)
class _Work:
    title: str | None
    mentions: list[Adapted] = field(default_factory=list)
    name: str = ""


def _digest(*parts: str, length: int = 16) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:length]


def group_works(rows: Iterable[Adapted]) -> list[tuple[str, list[Adapted]]]:
    """The works behind `rows`, in order of films: the last part of each one's IRI, and its rows."""
    works: list[_Work] = []
    by_key: dict[tuple[str, ...], _Work] = {}
    for row in rows:
        is_film = "film" if row.kind == "film" else ""
        if row.title:
            title = fold_title(row.title)
            keys: list[tuple[str, ...]] = [
                ("film", title, row.film, is_film),
                ("author", title, row.person, is_film),
            ]
        else:
            keys = [("titled", row.film, row.person), ("untitled", row.film, row.person, is_film)]
        found = next((by_key[key] for key in keys if key in by_key), None)
        if found is None:
            found = _Work(row.title)
            works.append(found)
        for key in keys[1 if not row.title else 0 :]:
            by_key.setdefault(key, found)
        if row.title:
            by_key.setdefault(("titled", row.film, row.person), found)
        found.mentions.append(row)
    sharing: dict[str, list[_Work]] = defaultdict(list)
    for work in works:
        names = sorted({m.name for m in work.mentions})
        parts = [slug(work.title)] if work.title else []
        parts += [slug(names[0])]
        if not work.title:
            parts.append(min(f"imdb-{m.film}" for m in work.mentions))
        work.name = "-".join(parts)
        sharing[work.name].append(work)
    for name, alike in sharing.items():
        if len(alike) > 1:
            for work in alike:
                mark = sorted((m.film, m.person, m.kind or "") for m in work.mentions)[0]
                work.name = f"{name}-{_digest(*mark, length=8)}"
    return [(work.name, work.mentions) for work in works]


def write_works(rows: Iterable[Adapted], base: str, found: list[HeldWork]) -> Iterator[str]:
    """Lines of Turtle for the works behind `rows` and their ties to films; the works are put into `found`."""
    for name, mentions in group_works(rows):
        iri = f"{base}work/{name}"
        titles = sorted({m.title for m in mentions if m.title})
        kinds = sorted(
            {m.kind for m in mentions if m.kind}, key=lambda k: (-sum(m.kind == k for m in mentions), k)
        )
        kind = kinds[0] if kinds else None
        yield f"<{iri}> a s:CreativeWork{', s:Book' if is_book(kind) else ''}"
        if kind:
            yield f"; g:workKind {Literal(kind).n3()}"
        if titles:
            yield f"; s:name {Literal(titles[0]).n3()}"
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
        found.append(HeldWork(iri, titles[0] if titles else None, len({m.film for m in mentions})))
