"""Asking: a question in English in, an answer with its films and quotes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from filmgraph.asking.answers import Answer, FilmTie, Group, Narrower, Quote, Row
from filmgraph.asking.builders import DIRECTOR
from filmgraph.asking.evidence_sparql import build_disputes_query
from filmgraph.asking.grammar import Parser
from filmgraph.asking.pages import readable_value
from filmgraph.asking.readings import (
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    Side,
    SourcesReading,
    WorkReading,
    join_words,
    reading_links,
)
from filmgraph.asking.refusal import refuse, unplaced_tokens
from filmgraph.asking.settling import fit_film, is_there, settle
from filmgraph.asking.sparql import build_both_roles_query, build_query, stated_property
from filmgraph.asking.spelling import mend_spelling
from filmgraph.asking.ties import (
    FilmCredits,
    Tie,
    choose_quoted,
    find_ties,
    read_film_credits,
    read_quotes,
    read_statements,
    sort_ties,
)
from filmgraph.asking.works import answer_cast, answer_sources, answer_work, say_work
from filmgraph.catalogs.namespaces import SCHEMA
from filmgraph.errors import FilmgraphError
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.names import fold
from filmgraph.model.table import Table


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
    slips: tuple[str, ...] = ()
    parsed = parser.parse()
    if parsed is None:
        parsed, slips = _parse_mended(parser, knowledge, options)
    if parsed is None:
        raise refuse(parser, knowledge)
    reading, notes = settle(parsed, knowledge)
    reading = fit_film(reading, knowledge)
    if options.directed and isinstance(reading, PeopleReading):
        reading = _narrow_to_directed(reading)
    answer = _answer(question, reading, knowledge, options)
    named = dict.fromkeys(note for link in reading_links(reading) for note in link.notes)
    return replace(answer, notes=(*slips, *named, *notes, *answer.notes))


def _parse_mended(
    parser: Parser, knowledge: Knowledge, options: Options
) -> tuple[Reading | None, tuple[str, ...]]:
    """The reading of a question with its slips mended, and notes on them; None where that reads no better."""
    mended, slips = mend_spelling(parser.question, unplaced_tokens(parser))
    if not slips:
        return None, ()
    reading = Parser(mended, knowledge, strict=options.strict).parse()
    return reading, tuple(f"“{word}” is taken for “{meant}”." for word, meant in slips)


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
    if isinstance(reading, WorkReading):
        groups, notes = answer_work(reading, table, knowledge, options.evidence)
        return Answer(question, say_work(reading, groups), groups, sparql, notes)
    found = _read_found(table)
    notes = _reading_notes(reading, found) if found else _explain_nothing(reading, knowledge)
    if isinstance(reading, FilmsReading) and reading.asks_value:
        notes += _note_dispute(reading, knowledge)
    if isinstance(reading, FilmsReading):
        groups, narrower = _group_films(reading, found, knowledge, options), None
    else:
        groups, narrower = _group_people(reading, found, knowledge, options)
    few = options.evidence and len(found) > options.limit
    return Answer(
        question=question,
        reading=_say_reading(reading, found),
        groups=groups,
        sparql=sparql,
        notes=notes,
        narrower=narrower,
        quoted=f"The first {options.limit} of {len(found)} answers come with the words behind them." * few,
    )


def _read_found(table: Table) -> dict[str, tuple[str, str]]:
    """The answers with their names, and with their kind or what was asked of them; of several, all."""
    kinds: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for row in table:
        names[row["answer"]] = row.get("name", "")
        kinds.setdefault(row["answer"], {}).update(
            {readable_value(row["kind"]): None} if "kind" in row else {}
        )
    return {answer: (name, ", ".join(kinds[answer])) for answer, name in names.items()}


def _say_reading(reading: PeopleReading | FilmsReading, found: Mapping[str, tuple[str, str]]) -> str:
    """What the question was taken to mean, with the number, year, or yes or no that it asked for."""
    count = len(found)
    asks = "count" if isinstance(reading, PeopleReading) and reading.count else ""
    asks = reading.asks if isinstance(reading, FilmsReading) else asks
    if asks == "count":
        return f"{str(reading).removesuffix('.').removesuffix(' in this store')}: {count} in this store."
    values = sorted({value for _, value in found.values() if value})
    if isinstance(reading, FilmsReading) and reading.asks_value and values:
        return f"{str(reading).removesuffix('.')}: {join_words(values, 'or')}."
    if asks == "whether":
        return f"{'Yes' if count else 'Not that this store knows'}. {reading}"
    return str(reading)


def _group_people(
    reading: PeopleReading, found: dict[str, tuple[str, str]], knowledge: Knowledge, options: Options
) -> tuple[tuple[Group, ...], Narrower | None]:
    """The rows, companies apart from people, and the count of the narrower reading."""
    films = _read_films(reading, found, knowledge, options)
    sides: tuple[Side | None, ...] = reading.sides or (None,)
    by_side = [find_ties(found, (reading.asked, *reading.also), side, films) for side in sides]
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
            sides=tuple(_show(ties, side) for ties, side in zip(tied[iri], sides, strict=True)),
            evidence=tuple(quotes[c.iri] for c in credits if c.iri in quotes),
            same_films=_strength(tied[iri])[0],
        )
        rows["companies" if kind == SCHEMA + "Organization" else "people"].append(row)
    groups = tuple(Group(name, tuple(members)) for name, members in rows.items() if members)
    return groups, _count_narrower(reading, tied, films) if options.evidence else None


def _read_films(
    reading: PeopleReading, found: Iterable[str], knowledge: Knowledge, options: Options
) -> dict[str, FilmCredits]:
    """The films that may tie the answers, with all their credits."""
    answers = list(found)
    if not options.evidence or not answers:
        return {}
    if reading.sides:
        return read_film_credits(reading.sides, knowledge)
    table = knowledge.select(build_both_roles_query(reading, answers[: options.limit]))
    return read_film_credits((), knowledge, [row["film"] for row in table])


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
    asked_of = stated_property(reading)
    stated = read_statements(shown, knowledge, asked_of) if asked_of else {}
    rows = []
    for iri, (title, year) in found.items():
        sides = tied.get(iri, [])
        facts = [Quote(*said, "", reading.asks_about, title) for said in stated.get(iri, ())]
        rows.append(
            Row(
                label=title,
                iri=iri,
                sides=tuple(_show(ties, side) for ties, side in zip(sides, reading.sides, strict=False)),
                evidence=(*(quotes[c.iri] for c in choose_quoted(sides) if c.iri in quotes), *facts),
                detail=year,
            )
        )
    return (Group("films", tuple(rows)),) if rows else ()


def _show(ties: Iterable[Tie], side: Side | None) -> tuple[FilmTie, ...]:
    return tuple(tie.show(side) for tie in ties)


def _strength(sides: tuple[tuple[Tie, ...], ...]) -> tuple[bool, int, int]:
    """The order of rows: those on different films first, then those with most films on both sides."""
    films = {tie.film.iri for ties in sides for tie in ties}
    one_film = len(sides) > 1 and len(films) <= 1
    return one_film, -min((len(ties) for ties in sides), default=0), -len(films)


def _count_narrower(
    reading: PeopleReading, tied: dict[str, tuple[tuple[Tie, ...], ...]], films: Mapping[str, FilmCredits]
) -> Narrower | None:
    """How many answers remain when only films count that the agents asked about directed.

    None where that is no other question, or none of them is a director.
    """
    narrowed = _narrow_to_directed(reading)
    open_sides = [
        place for place, (a, b) in enumerate(zip(reading.sides, narrowed.sides, strict=True)) if a != b
    ]
    asked = [iri for place in open_sides for iri in reading.sides[place].agents]
    if not any(film.held_by(asked, DIRECTOR) for film in films.values()):
        return None
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


def _reading_notes(
    reading: PeopleReading | FilmsReading, found: Mapping[str, tuple[str, str]]
) -> tuple[str, ...]:
    if isinstance(reading, FilmsReading):
        unsaid = [title for title, value in found.values() if not value]
        return tuple(f"No document gives the {reading.asks} of {t}." for t in unsaid if reading.asks_value)
    asked, notes = reading.asked, []
    if asked.gendered:
        taken = f"all credited as {asked.names()}" if asked.roles else "all people"
        notes.append(f"The graph does not know who is a woman or a man; “{asked.word}” is taken for {taken}.")
    if asked.wide:
        notes.append(f"“{asked.word}” is taken for every producing role; --strict takes producers alone.")
    return tuple(notes)


def _note_dispute(reading: FilmsReading, knowledge: Knowledge) -> tuple[str, ...]:
    """That documents disagree on what is asked of a film."""
    film = reading.sides[0].link
    if not len(knowledge.select(build_disputes_query(film.iri, stated_property(reading)))):
        return ()
    return (
        f"Documents disagree on the {reading.asks} of {film.label}; 'filmgraph check' lists what they say.",
    )


def _explain_nothing(reading: PeopleReading | FilmsReading, knowledge: Knowledge) -> tuple[str, ...]:
    """Why there is no answer: a side without any film, or none that fits all."""
    if not reading.sides and isinstance(reading, FilmsReading):
        return ("No such film is in the store; films whose year or country no document gives are left out.",)
    empty = [side for side in reading.sides if not side.is_film and not is_there(side, knowledge)]
    if empty:
        return tuple(f"The store holds no film {side.dated_clause()}." for side in empty)
    if any(side.is_film for side in reading.sides):
        named = join_words([side.link.label for side in reading.sides if side.is_film])
        return (
            f"The store holds {named}, but nothing on it fits the question; 'filmgraph show' has all of it.",
        )
    return ("The store holds the films, but nothing on them fits the question.",)
