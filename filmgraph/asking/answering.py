"""Asking: a question in English in, an answer with its films and quotes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from filmgraph.asking.answers import Answer, FilmTie, Group, Narrower, Row
from filmgraph.asking.grammar import DIRECTOR, Parser
from filmgraph.asking.readings import (
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    Side,
    SourcesReading,
)
from filmgraph.asking.refusal import refuse
from filmgraph.asking.sparql import build_film_test, build_query
from filmgraph.asking.ties import (
    Tie,
    choose_quoted,
    find_ties,
    read_film_credits,
    read_quotes,
    sort_ties,
)
from filmgraph.asking.works import answer_cast, answer_sources
from filmgraph.catalogs.namespaces import SCHEMA
from filmgraph.errors import FilmgraphError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import read_teams
from filmgraph.model.names import fold


@dataclass(frozen=True, slots=True)
class Options:
    """How to take a question and what to bring back.

    `strict` takes "producers" as producers alone; `directed` counts only films
    that the agents asked about directed; `evidence` brings films and quotes, for
    the first `limit` rows of an answer; `timeout` is seconds for each query.
    """

    strict: bool = False
    directed: bool = False
    evidence: bool = True
    limit: int = 100
    timeout: float | None = None


DEFAULT = Options()


def ask(question: str, knowledge: Knowledge, options: Options = DEFAULT) -> Answer:
    """The answer to a question in English.

    Raises QuestionError where the question is not understood, naming the words
    that could not be placed, and StoreError or QueryTimeoutError from the store.
    """
    parser = Parser(question, knowledge, strict=options.strict)
    parsed = parser.parse()
    if parsed is None:
        raise refuse(parser, knowledge)
    reading = _widen(parsed.reading, knowledge)
    if options.directed and isinstance(reading, PeopleReading):
        reading = _narrow_to_directed(reading)
    answer = _answer(question, reading, knowledge, options)
    return replace(answer, notes=(*parsed.notes, *answer.notes))


def ask_many(
    questions: Iterable[str], knowledge: Knowledge, options: Options = DEFAULT
) -> Iterator[dict[str, Any]]:
    """Of each question, in order: `question`, `answers` (label, IRI), `sparql`, `error` (None or a sentence).

    Films and quotes are left out, so that a long list of questions is answered quickly.
    """
    brief = replace(options, evidence=False)
    for question in questions:
        try:
            answer = ask(question, knowledge, brief)
            answers = [{"label": row.label, "iri": row.iri} for row in answer.rows()]
            yield {"question": question, "answers": answers, "sparql": answer.sparql, "error": None}
        except FilmgraphError as problem:
            yield {"question": question, "answers": [], "sparql": None, "error": str(problem)}


def _answer(question: str, reading: Reading, knowledge: Knowledge, options: Options) -> Answer:
    sparql = build_query(reading)
    table = knowledge.select(sparql, timeout=options.timeout)
    if isinstance(reading, SourcesReading):
        groups, notes = answer_sources(reading, table, knowledge, options.evidence)
        return Answer(question, str(reading), groups, sparql, notes)
    if isinstance(reading, CastReading):
        groups, notes = answer_cast(reading, table, knowledge, options.evidence)
        return Answer(question, str(reading), groups, sparql, notes)
    found = {row["answer"]: (row.get("name", ""), row.get("kind", "")) for row in table}
    notes = _reading_notes(reading) if found else _explain_nothing(reading, knowledge)
    if isinstance(reading, FilmsReading):
        groups = _group_films(reading, found, knowledge, options)
        return Answer(question, str(reading), groups, sparql, notes)
    groups, narrower = _group_people(reading, found, knowledge, options)
    if options.evidence and len(found) > options.limit:
        notes = (
            *notes,
            f"The first {options.limit} of {len(found)} answers come with the words behind them.",
        )
    return Answer(question, str(reading), groups, sparql, notes, narrower)


def _group_people(
    reading: PeopleReading, found: dict[str, tuple[str, str]], knowledge: Knowledge, options: Options
) -> tuple[tuple[Group, ...], Narrower | None]:
    """The rows, companies apart from people, and the count of the narrower reading."""
    films = read_film_credits(reading.sides, knowledge) if options.evidence and found else {}
    by_side = [find_ties(found, reading.asked, side, films) for side in reading.sides]
    tied = {iri: sort_ties([ties[iri] for ties in by_side]) for iri in found}
    order = sorted(found, key=lambda iri: (*_strength(tied[iri]), fold(found[iri][0]), iri))
    shown = order[: options.limit] if options.evidence else []
    wanted = [credit for iri in shown for credit in choose_quoted(tied[iri])]
    quotes = read_quotes(wanted, films, knowledge)
    rows: dict[str, list[Row]] = {"people": [], "companies": []}
    for iri in order:
        name, kind = found[iri]
        credits = choose_quoted(tied[iri]) if options.evidence else ()
        row = Row(
            label=name,
            iri=iri,
            sides=tuple(_show(ties, side) for ties, side in zip(tied[iri], reading.sides, strict=True)),
            evidence=tuple(quotes[c.iri] for c in credits if c.iri in quotes),
            same_films=_strength(tied[iri])[0],
        )
        rows["companies" if kind == SCHEMA + "Organization" else "people"].append(row)
    groups = tuple(Group(name, tuple(members)) for name, members in rows.items() if members)
    return groups, _count_narrower(reading, tied) if options.evidence else None


def _group_films(
    reading: FilmsReading, found: dict[str, tuple[str, str]], knowledge: Knowledge, options: Options
) -> tuple[Group, ...]:
    shown = list(found)[: options.limit] if options.evidence else []
    films = read_film_credits((), knowledge, shown) if shown else {}
    tied = {
        iri: [(Tie(films[iri], (), films[iri].held_by(s.agents, s.roles)),) for s in reading.sides]
        for iri in films
    }
    quotes = read_quotes([c for sides in tied.values() for c in choose_quoted(sides)], films, knowledge)
    rows = []
    for iri, (title, year) in found.items():
        sides = tied.get(iri, [])
        rows.append(
            Row(
                label=title,
                iri=iri,
                sides=tuple(_show(ties, side) for ties, side in zip(sides, reading.sides, strict=False)),
                evidence=tuple(quotes[c.iri] for c in choose_quoted(sides) if c.iri in quotes),
                detail=year,
            )
        )
    return (Group("films", tuple(rows)),) if rows else ()


def _show(ties: Iterable[Tie], side: Side) -> tuple[FilmTie, ...]:
    return tuple(tie.show(side) for tie in ties)


def _strength(sides: tuple[tuple[Tie, ...], ...]) -> tuple[bool, int, int]:
    """The order of rows: those on different films first, then those with most films on both sides."""
    films = {tie.film.iri for ties in sides for tie in ties}
    one_film = len(sides) > 1 and len(films) <= 1
    return one_film, -min((len(ties) for ties in sides), default=0), -len(films)


def _count_narrower(reading: PeopleReading, tied: dict[str, tuple[tuple[Tie, ...], ...]]) -> Narrower | None:
    """How many answers remain when only films count that the agents asked about directed."""
    narrowed = _narrow_to_directed(reading)
    if narrowed == reading:
        return None
    open_sides = [
        place for place, (a, b) in enumerate(zip(reading.sides, narrowed.sides, strict=True)) if a != b
    ]
    count = sum(
        all(any(c.role == "director" for tie in sides[place] for c in tie.theirs) for place in open_sides)
        for sides in tied.values()
    )
    said = {0: "nothing remains", 1: "1 answer remains"}.get(count, f"{count} answers remain")
    return Narrower(f"In the narrower reading (--directed), {said}: {narrowed.scope()}.", count)


def _narrow_to_directed(reading: PeopleReading) -> PeopleReading:
    """The reading for films that its people directed; companies direct nothing and stay as they are."""
    return replace(
        reading,
        sides=tuple(
            replace(side, roles=DIRECTOR)
            if not side.is_film and not side.roles.roles and side.link.kind != "organization"
            else side
            for side in reading.sides
        ),
    )


def _widen(reading: Reading, knowledge: Knowledge) -> Reading:
    """The reading with every agent counted together with its team and its members."""
    if isinstance(reading, PeopleReading | FilmsReading):
        return replace(reading, sides=_widen_sides(reading.sides, knowledge))
    if isinstance(reading, CastReading) and reading.agent:
        return replace(reading, agent=_widen_sides((reading.agent,), knowledge)[0])
    return reading


def _widen_sides(sides: tuple[Side, ...], knowledge: Knowledge) -> tuple[Side, ...]:
    people = [iri for s in sides if s.link.kind in ("person", "team") for iri in s.link.iris]
    teams = read_teams(people, knowledge) if people else ()
    widened = []
    for side in sides:
        near = [t for t in teams if {t.iri, *(iri for iri, _ in t.members)} & set(side.link.iris)]
        of_team = [member for t in near if t.iri == side.link.iri for member in t.members]
        agents = dict.fromkeys([*side.link.iris, *(iri for iri, _ in of_team), *(t.iri for t in near)])
        widened.append(replace(side, agents=tuple(agents), members=tuple(name for _, name in of_team)))
    return tuple(widened)


def _reading_notes(reading: PeopleReading | FilmsReading) -> tuple[str, ...]:
    if isinstance(reading, PeopleReading) and reading.asked.wide:
        return (f"“{reading.asked.word}” is taken for every producing role; --strict takes producers alone.",)
    return ()


def _explain_nothing(reading: PeopleReading | FilmsReading, knowledge: Knowledge) -> tuple[str, ...]:
    """Why there is no answer: a side without any film, or none that fits all."""
    empty = [
        side for side in reading.sides if not side.is_film
        and [row.get("answer") for row in knowledge.select(build_film_test(side))] != ["true"]
    ]  # fmt: skip
    if empty:
        return tuple(f"The store holds no film {side.clause()}." for side in empty)
    return ("The store holds the films, but nothing on them fits the question.",)
