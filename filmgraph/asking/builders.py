"""What the forms of question are read as: from the values of a form's slots to a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from filmgraph.asking.readings import (
    ANY_ROLE,
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    RoleSet,
    Side,
    SourcesReading,
    WorkReading,
)
from filmgraph.asking.words import narrow
from filmgraph.catalogs.roles import load_roles

DIRECTOR = RoleSet("directed", ("director",))

_WITH_TERRITORY = frozenset({"distributor", "sales-agent", "presenter", "broadcaster"})

Builder = Callable[[dict[str, Any]], Reading | None]


def build_people(values: dict[str, Any]) -> Reading | None:
    """ "which editors worked with X", "who wrote and directed X"."""
    asked: RoleSet = values["asked"]
    if verb := values.get("verb"):
        asked = narrow(asked, verb)
    sides = values.get("agents") or values.get("filmsets") or ()
    also = tuple(values.get("also", ()))
    if also and not asked.roles:
        return None
    return PeopleReading(asked, tuple(sides), also)


def build_anyone(values: dict[str, Any]) -> Reading | None:
    """ "has anyone worked with both X and Y"."""
    return PeopleReading(ANY_ROLE, tuple(values["agents"]))


def build_released_in(values: dict[str, Any]) -> Reading | None:
    """ "who distributed X in France": only companies that bring a film out have a territory."""
    reading = build_people(values)
    if not isinstance(reading, PeopleReading) or not set(reading.asked.roles) <= _WITH_TERRITORY:
        return None
    return replace(reading, territory=values["territory"])


def build_cast_people(values: dict[str, Any]) -> Reading | None:
    """ "who is in X": without a role word, those who act in it."""
    asked: RoleSet = values["asked"]
    actor = RoleSet("who", load_roles().narrower("actor"))
    return PeopleReading(asked if asked.roles else narrow(asked, actor), tuple(values["filmsets"]))


def build_role_of(values: dict[str, Any]) -> Reading | None:
    """ "who was the editor of X"."""
    return PeopleReading(values["role"], tuple(values["filmsets"]))


def build_makers(values: dict[str, Any]) -> Reading | None:
    """ "who made X": those who directed it."""
    return PeopleReading(DIRECTOR, tuple(values["filmsets"]))


def build_writers(values: dict[str, Any]) -> Reading | None:
    """ "who adapted X": those who wrote the film."""
    writing = RoleSet("screenwriter", load_roles().narrower("screenwriter"))
    return PeopleReading(writing, tuple(values["filmsets"]))


def build_composers(values: dict[str, Any]) -> Reading | None:
    """ "who wrote the music for X"."""
    return PeopleReading(RoleSet("composer", load_roles().narrower("composer")), tuple(values["filmsets"]))


def build_films(values: dict[str, Any]) -> Reading | None:
    """ "what did X edit", with others: "for Y"."""
    own = replace(values["agent"], roles=values.get("verb", ANY_ROLE))
    return FilmsReading((own, *values.get("agents", ())))


def build_made_films(values: dict[str, Any]) -> Reading | None:
    """ "which films has X made": those that X directed."""
    return FilmsReading((_directed(values["agent"]),))


def build_film_set(values: dict[str, Any]) -> Reading | None:
    """ "films that X directed and Y edited"."""
    return FilmsReading(tuple(values["filmset"]))


def build_shared_films(values: dict[str, Any]) -> Reading | None:
    """ "which films did X and Y make together"."""
    roles = values.get("verb", ANY_ROLE)
    sides = tuple(replace(side, roles=roles) for side in values["agents"])
    return FilmsReading(sides) if len(sides) > 1 else None


def build_whether_together(values: dict[str, Any]) -> Reading | None:
    """ "have X and Y worked together"."""
    sides = (*([values["agent"]] if "agent" in values else []), *values["agents"])
    return FilmsReading(sides, "whether") if len(sides) > 1 else None


def build_whether_did(values: dict[str, Any]) -> Reading | None:
    """ "did X edit Y", where Y is a film."""
    return FilmsReading((values["film"], replace(values["agent"], roles=values["verb"])), "whether")


def build_whether_role(values: dict[str, Any]) -> Reading | None:
    """ "is X the editor of Y"."""
    if not values["role"].roles:
        return None
    return FilmsReading((values["film"], replace(values["agent"], roles=values["role"])), "whether")


def build_whether_directed(values: dict[str, Any]) -> Reading | None:
    """ "did X direct Y", where Y performs."""
    if values["verb"].roles != DIRECTOR.roles:
        return None
    cast = tuple(_performing(side) for side in values["performers"])
    return FilmsReading((replace(values["agent"], roles=DIRECTOR), *cast), "whether")


def build_people_of(values: dict[str, Any]) -> Reading | None:
    """ "X's editors": those on films on which X holds any credit."""
    role: RoleSet = values["role"]
    return PeopleReading(role, (values["agent"],)) if role.roles else None


def build_year(values: dict[str, Any]) -> Reading | None:
    """ "when was X made"."""
    return FilmsReading((values["film"],), "year")


def build_all_films(values: dict[str, Any]) -> Reading | None:
    """ "films from France", "how many films are there"."""
    return FilmsReading((), country=values.get("country", ""))


def build_countries(values: dict[str, Any]) -> Reading | None:
    """ "where was X made"."""
    return FilmsReading((values["film"],), "countries")


def build_running_time(values: dict[str, Any]) -> Reading | None:
    """ "how long is X"."""
    return FilmsReading((values["film"],), "running time")


def build_work_on(values: dict[str, Any]) -> Reading | None:
    """ "what did X do on Y"."""
    return WorkReading(values["agent"], values["film"].link)


def build_worked_with(values: dict[str, Any]) -> Reading | None:
    """ "collaborators of X": a role word between them would be a question of X's own credits."""
    return PeopleReading(values["role"], tuple(values["agents"]))


def build_sources_of(values: dict[str, Any]) -> Reading | None:
    """ "is X based on a novel": whatever it is based on, with its kind."""
    return SourcesReading("works", values["film"].link)


def build_adapted_by(values: dict[str, Any]) -> Reading | None:
    """ "which novels did X adapt"."""
    return SourcesReading("works", kind=values.get("work", ""), adapter=values["agent"].link)


def build_works(values: dict[str, Any]) -> Reading | None:
    """ "what is X based on", "which novels by Y were adapted"."""
    author = values["agent"].link if "agent" in values else None
    film = values["film"].link if "film" in values else None
    return SourcesReading("works", film, author, values.get("work", ""))


def build_adapted_works(values: dict[str, Any]) -> Reading | None:
    """ "which novels by X were adapted, and by whom"."""
    return SourcesReading("works", None, values["agent"].link, values.get("work", ""), adapters=True)


def build_based_films(values: dict[str, Any]) -> Reading | None:
    """ "films based on novels by X"."""
    author = values["agent"].link if "agent" in values else None
    return SourcesReading("films", None, author, values.get("work", ""))


def build_cast(values: dict[str, Any]) -> Reading | None:
    """ "who plays Y in X", "who does Z play in X"."""
    film = values["film"].link if "film" in values else None
    character = values.get("character") or values.get("figure") or ""
    return CastReading(film, character, values.get("agent"))


def clause_sides(values: dict[str, Any]) -> tuple[Side, ...]:
    """The conditions on a film that a clause states."""
    if "performers" in values:
        return tuple(_performing(side) for side in values["performers"])
    if "agents" in values:
        return tuple(values["agents"])
    if "director" in values:
        return (_directed(values["director"]),)
    return (replace(values["agent"], roles=values.get("verb") or values.get("role") or ANY_ROLE),)


def _directed(side: Side) -> Side:
    """ "X's films": those that X directed, or, where X directed none, with any credit of X."""
    return replace(side, roles=DIRECTOR, loose=True)


def _performing(side: Side) -> Side:
    """ "Films with X": those where X performs; a company, which cannot, has any credit."""
    if side.link.kind == "organization":
        return side
    return replace(side, roles=RoleSet("performing", load_roles().narrower("performing")))
