"""What a reading leaves to the store: which bearer of a name, whose credits count, in which roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from filmgraph.asking.readings import (
    ANY_ROLE,
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    RoleSet,
    Side,
    WorkReading,
    join_words,
    put_film,
    reading_links,
)
from filmgraph.asking.sparql import (
    build_bearers_query,
    build_dated_films_query,
    build_film_test,
    build_query,
    build_territories_query,
    build_undated_query,
)
from filmgraph.asking.territories import find_countries, fitting_territories
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.knowledge import Knowledge
from filmgraph.model.linking import choose_bearer, read_teams

# So many films of one title are looked at for an answer.
_TRIED = 6


def settle(reading: Reading, knowledge: Knowledge) -> tuple[Reading, tuple[str, ...]]:
    """The reading with every side tied to agents and roles that the store has, and notes on the choice."""
    if isinstance(reading, CastReading) and reading.agent:
        performing = RoleSet("", load_roles().narrower("performing"))
        fitting = _fit_bearer(replace(reading.agent, roles=performing), knowledge)
        chosen = replace(fitting, roles=reading.agent.roles)
        return replace(reading, agent=_widen((chosen,), knowledge)[0]), ()
    if isinstance(reading, WorkReading):
        return replace(reading, agent=_widen((reading.agent,), knowledge)[0]), ()
    if not isinstance(reading, PeopleReading | FilmsReading):
        return reading, ()
    if isinstance(reading, FilmsReading) and reading.country:
        reading = replace(reading, countries=find_countries(reading.country, knowledge))
    dated = tuple(_fit_year(side, knowledge) for side in reading.sides)
    sides = _widen(tuple(_fit_bearer(side, knowledge) for side in dated), knowledge)
    notes = []
    settled = []
    for side in sides:
        if side.loose and not is_there(side, knowledge):
            notes.append(f"The store holds no film {side.clause()}; any credit counts.")
            side = replace(side, roles=ANY_ROLE)
        settled.append(side)
        notes += _count_undated(side, knowledge)
    reading = replace(reading, sides=tuple(settled))
    if isinstance(reading, PeopleReading) and reading.territory:
        reading, note = _find_territory(reading, knowledge)
        notes += note
    return reading, tuple(notes)


def _count_undated(side: Side, knowledge: Knowledge) -> list[str]:
    """A note on the films that a condition on years leaves out because they have none."""
    if not str(side.years) or side.is_film:
        return []
    (row,) = knowledge.select(build_undated_query(side))
    count = int(row["films"])
    said = "1 film is" if count == 1 else f"{count} films are"
    return [f"{said} left out, {side.clause()}, of which no document gives the year."] if count else []


def _find_territory(reading: PeopleReading, knowledge: Knowledge) -> tuple[PeopleReading, list[str]]:
    """The reading for the territory as documents call it; a note where none does."""
    known = [row["territory"] for row in knowledge.select(build_territories_query(reading))]
    if fitting := fitting_territories(reading.territory, known):
        return replace(reading, territories=fitting), []
    said = f" (they name {join_words(known)})" if known else ""
    return reading, [f"No document says who it is in {reading.territory}{said}; these are all, wherever."]


def fit_film(reading: Reading, knowledge: Knowledge) -> Reading:
    """Of several films of one title, the first of which the question has an answer."""
    link = next((named for named in reading_links(reading) if named.kind == "film" and named.rivals), None)
    if not link or _has_answer(reading, knowledge):
        return reading
    for rival in link.rivals[1:_TRIED]:
        other = choose_bearer(link, rival.iri, "the first of which the answer is known")
        if _has_answer(answered := put_film(reading, link, other), knowledge):
            return answered
    return reading


def _has_answer(reading: Reading, knowledge: Knowledge) -> bool:
    return any(is_answer(reading, row) for row in knowledge.select(build_query(reading)))


def is_answer(reading: Reading, row: Mapping[str, str]) -> bool:
    """Whether a row answers a reading: one thing of a film is a row even where it is unknown."""
    return not (isinstance(reading, FilmsReading) and reading.asks_value) or bool(row.get("kind"))


def is_there(side: Side, knowledge: Knowledge) -> bool:
    """Whether the store has a film on which a side holds."""
    return [row.get("answer") for row in knowledge.select(build_film_test(side))] == ["true"]


def _fit_year(side: Side, knowledge: Knowledge) -> Side:
    """Of several films of one title, the one of the years that the question names."""
    if not side.is_film or not side.link.rivals or not str(side.years):
        return side
    query = build_dated_films_query([rival.iri for rival in side.link.rivals], side.years)
    fitting = {row["film"] for row in knowledge.select(query)}
    best = next((rival.iri for rival in side.link.rivals if rival.iri in fitting), side.link.iri)
    if best == side.link.iri:
        return side
    link = choose_bearer(side.link, best, f"which is {side.years}")
    return replace(side, link=link, agents=link.iris)


def _fit_bearer(side: Side, knowledge: Knowledge) -> Side:
    """Of several bearers of a name, the one with most films in the roles asked about."""
    if side.is_film or not side.link.rivals or not side.roles.roles:
        return side
    query = build_bearers_query([rival.iri for rival in side.link.rivals], side.roles)
    films = {row["agent"]: int(row["films"]) for row in knowledge.select(query)}
    # The rivals come in their own order, the one chosen first: it stays unless another has more films.
    best = max(side.link.rivals, key=lambda rival: films.get(rival.iri, 0)).iri
    if best == side.link.iri:
        return side
    link = choose_bearer(side.link, best, f"who has most as {side.roles.names()}")
    return replace(side, link=link, agents=link.iris)


def _widen(sides: tuple[Side, ...], knowledge: Knowledge) -> tuple[Side, ...]:
    """The sides with every agent counted together with its team and its members."""
    people = [iri for s in sides if s.link.kind in ("person", "team") for iri in s.link.iris]
    teams = read_teams(people, knowledge) if people else ()
    widened = []
    for side in sides:
        near = [t for t in teams if {t.iri, *(iri for iri, _ in t.members)} & set(side.link.iris)]
        of_team = [member for t in near if t.iri == side.link.iri for member in t.members]
        agents = dict.fromkeys([*side.link.iris, *(iri for iri, _ in of_team), *(t.iri for t in near)])
        widened.append(replace(side, agents=tuple(agents), members=tuple(name for _, name in of_team)))
    return tuple(widened)
