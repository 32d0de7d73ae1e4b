"""Answers about source works and characters."""

from __future__ import annotations

from collections.abc import Iterable

from filmgraph.asking.answers import FilmTie, Group, Quote, Row
from filmgraph.asking.readings import CastReading, SourcesReading, WorkReading, join_words
from filmgraph.asking.ties import read_evidence
from filmgraph.catalogs.namespaces import ROLE
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.names import fold
from filmgraph.model.table import Table

_GRADES = {
    "basedOn": "based on it",
    "isBasedOn": "based on it",
    "inspiredBy": "inspired by it",
    "suggestedBy": "suggested by it",
    "remakeOf": "a remake of it",
}

Answered = tuple[tuple[Group, ...], tuple[str, ...]]


def answer_sources(
    reading: SourcesReading, table: Table, knowledge: Knowledge, evidence: bool = True
) -> Answered:
    """Source works with their authors and films, or films with their works; and notes."""
    rows = list(table)
    if not rows:
        what = (
            f"{reading.film.label} was made from another work"
            if reading.film
            else "a film was made from such a work"
        )
        return (), (f"No document says that {what}.",)
    said = read_evidence([row["adaptation"] for row in rows], knowledge) if evidence else {}
    key = "work" if reading.gives == "works" else "film"
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        grouped.setdefault(row[key], []).append(row)
    found = tuple(_source_row(key, members, said) for members in grouped.values())
    return (Group(f"{key}s", found),), _note_unknown_kinds(reading, rows)


def _note_unknown_kinds(reading: SourcesReading, rows: list[dict[str, str]]) -> tuple[str, ...]:
    """Whether works are among the answers only because no document says that they are of another kind."""
    unknown = {row["work"] for row in rows if "kind" not in row} if reading.kind and reading.author else set()
    if not unknown:
        return ()
    number = "one of these works is" if len(unknown) == 1 else f"{len(unknown)} of these works are"
    return (f"Of what kind {number}, no document says; they may be others than the question asks for.",)


def answer_cast(reading: CastReading, table: Table, knowledge: Knowledge, evidence: bool = True) -> Answered:
    """Who plays whom: people for a character, characters for an agent; and notes."""
    rows = list(table)
    where = reading.film.label if reading.film else "any film"
    if reading.character:
        fitting = [row for row in rows if _fits(reading.character, row["character"])]
        if not fitting:
            known = join_words(list(dict.fromkeys(row["character"] for row in rows))[:12])
            hint = f"; its characters are {known}" if known and reading.film else ""
            return (), (f"No character of {where} is called {reading.character}{hint}.",)
        rows = fitting
    said = read_evidence([row["credit"] for row in rows], knowledge) if evidence else {}
    name = "characters" if reading.agent else "people"
    found = tuple(_cast_row(reading, row, said) for row in rows)
    return ((Group(name, found),) if found else ()), _nothing_played(reading, found)


def answer_work(reading: WorkReading, table: Table, knowledge: Knowledge, evidence: bool = True) -> Answered:
    """The roles that an agent has on a film, with the characters; and a note where there are none."""
    rows = list(table)
    if not rows:
        return (), (f"No document credits {reading.agent.name()} on {reading.film.label}.",)
    said = read_evidence([row["credit"] for row in rows], knowledge) if evidence else {}
    roles = load_roles().roles
    found = []
    for row in rows:
        role = row["role"].removeprefix(ROLE)
        label = roles[role].label if role in roles else role
        film = FilmTie(row["title"], reading.film.iri, row.get("year", ""), "")
        quotes = _quotes([row["credit"]], said, reading.agent.link.label, label, row["title"])
        detail = f"as {row['character']}" if "character" in row else ""
        found.append(Row(label, row["credit"], ((film,),), quotes, detail=detail))
    return (Group("roles", tuple(found)),), ()


def say_work(reading: WorkReading, groups: Iterable[Group]) -> str:
    """What was asked, with the answer in the sentence: "What Ann Lee did on Amour: editor."."""
    roles = list(dict.fromkeys(row.label for group in groups for row in group.rows))
    return f"{str(reading).removesuffix('.')}: {join_words(roles)}." if roles else str(reading)


def _nothing_played(reading: CastReading, found: Iterable[Row]) -> tuple[str, ...]:
    return () if tuple(found) else (f"No document names a character here: {reading}",)


def _cast_row(reading: CastReading, row: dict[str, str], said: dict[str, tuple[str | None, str, str]]) -> Row:
    film = FilmTie(row["title"], row["film"], row.get("year", ""), "")
    evidence = _quotes([row["credit"]], said, row["name"], f"actor ({row['character']})", row["title"])
    if reading.agent:
        return Row(row["character"], row["credit"], ((film,),), evidence, detail=f"played by {row['name']}")
    return Row(row["name"], row["answer"], ((film,),), evidence, detail=f"as {row['character']}")


def _source_row(key: str, rows: list[dict[str, str]], said: dict[str, tuple[str | None, str, str]]) -> Row:
    first = rows[0]
    authors = join_words(list(dict.fromkeys(r["author_name"] for r in rows if "author_name" in r)))
    title = first.get("name")
    films = {r["film"]: FilmTie(r["title"], r["film"], r.get("year", ""), "") for r in rows}
    how = _GRADES.get(first["grade"].rpartition("#")[2].rpartition("/")[2], "made from it")
    kind = " ".join(w for w in (first.get("kind", "work"), f"by {authors}" if authors else "") if w)
    adaptations = dict.fromkeys(r["adaptation"] for r in rows)
    evidence = _quotes(adaptations, said, authors or title or kind, "source work", first["title"])
    if key == "work":
        return Row(
            title or f"untitled {kind}",
            first["work"],
            (tuple(films.values()),),
            evidence,
            detail=f"{kind}; the film is {how}{_say_adapters(rows)}",
        )
    detail = f"{how.removesuffix(' it')} {f'{title} ({kind})' if title else f'an untitled {kind}'}"
    return Row(first["title"], first["film"], (tuple(films.values()),), evidence, detail=detail)


def _label(row: dict[str, str]) -> str:
    return f"{row['title']}, {row['year']}" if "year" in row else row["title"]


def _say_adapters(rows: list[dict[str, str]]) -> str:
    """Who adapted a work: the screenwriters of each film, its directors where no writer is known."""
    by_film: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for row in rows:
        writers, directors = by_film.setdefault(_label(row), ({}, {}))
        writers |= {row["writer_name"]: None} if "writer_name" in row else {}
        directors |= {row["director_name"]: None} if "director_name" in row else {}
    told = [(title, list(writers or directors)) for title, (writers, directors) in by_film.items()]
    found = [f"{join_words(names)} ({title})" for title, names in told if names]
    return f"; adapted by {join_words(found)}" if found else ""


def _quotes(
    things: Iterable[str], said: dict[str, tuple[str | None, str, str]], agent: str, role: str, film: str
) -> tuple[Quote, ...]:
    found = (said[thing] for thing in things if thing in said)
    return tuple(Quote(quote, source, iri, agent, role, film) for quote, source, iri in found)


def _fits(asked: str, character: str) -> bool:
    """Whether a character is meant by a name: the whole of it, or words of it ("Sandra" of "Sandra Bya")."""
    words = set(fold(asked).split())
    return bool(words) and words <= set(fold(character).split())
