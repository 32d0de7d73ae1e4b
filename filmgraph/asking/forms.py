"""The forms of question: patterns of words, and what each is read as.

Each line of the tables is a form and the function that builds its reading. They
are tried in order; the first that takes in every word of the question is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from filmgraph.asking.patterns import compile_pattern
from filmgraph.asking.readings import (
    ANY_ROLE,
    CastReading,
    FilmsReading,
    PeopleReading,
    Reading,
    RoleSet,
    Side,
    SourcesReading,
)
from filmgraph.asking.words import narrow
from filmgraph.catalogs.roles import load_roles

DIRECTOR = RoleSet("directed", ("director",))

_FILMS = "films|film|movies|movie|pictures|titles"
LEAD = frozenset(
    "please tell show me us list give name find which what all the every any can could you do i want know to "
    "see".split()
)
LIST_GLUE = frozenset({"and", ","})
# Kinds of source work, by the words of questions; "" is every work, "book" every kind of book.
WORKS = {
    "work": "", "works": "", "texts": "", "source": "", "sources": "", "material": "",
    "book": "book", "books": "book", "novel": "novel", "novels": "novel", "play": "play", "plays": "play",
    "story": "short stories", "stories": "short stories", "memoir": "memoir", "memoirs": "memoir",
    "comic": "comic", "comics": "comic", "article": "article", "articles": "article",
}  # fmt: skip

_HAVE = "have|has|had|ever|also|did"
_WORKED = "worked|work|works|working|collaborated|collaborate|collaborates"
_STARRING = "star|stars|starring|starred|feature|features|featuring|featured|with"
_MADE_FROM = "that|which? are|is|were|was? based|adapted|inspired|made on|upon|from|by"

# Words between which and a year the films of an answer are narrowed.
CONDITIONS = frozenset({"before", "after", "since", "until", "between", "from", "in", "during"})
# What may follow "how many films did X direct" and changes nothing.
TAIL = (("are", "there"), ("in", "all"), ("in", "total"), ("so", "far"), ("altogether",))

_WITH_TERRITORY = frozenset({"distributor", "sales-agent", "presenter", "broadcaster"})

Builder = Callable[[dict[str, Any]], Reading | None]


def _people(values: dict[str, Any]) -> Reading | None:
    asked: RoleSet = values["asked"]
    if verb := values.get("verb"):
        asked = narrow(asked, verb)
    sides = values.get("agents") or values.get("filmsets") or ()
    also = (values["also"],) if "also" in values else ()
    if also and not asked.roles:
        return None
    return PeopleReading(asked, tuple(sides), also)


def _released_in(values: dict[str, Any]) -> Reading | None:
    """ "who distributed X in France": only companies that bring a film out have a territory."""
    reading = _people(values)
    if not isinstance(reading, PeopleReading) or not set(reading.asked.roles) <= _WITH_TERRITORY:
        return None
    return replace(reading, territory=values["territory"])


def _cast_people(values: dict[str, Any]) -> Reading | None:
    """ "who is in X": without a role word, those who act in it."""
    asked: RoleSet = values["asked"]
    actor = RoleSet("who", load_roles().narrower("actor"))
    return PeopleReading(asked if asked.roles else narrow(asked, actor), tuple(values["filmsets"]))


def _role_of(values: dict[str, Any]) -> Reading | None:
    return PeopleReading(values["role"], tuple(values["filmsets"]))


def _makers(values: dict[str, Any]) -> Reading | None:
    """ "who made X": those who directed it."""
    return PeopleReading(DIRECTOR, tuple(values["filmsets"]))


def _composers(values: dict[str, Any]) -> Reading | None:
    return PeopleReading(RoleSet("composer", load_roles().narrower("composer")), tuple(values["filmsets"]))


def _films(values: dict[str, Any]) -> Reading | None:
    own = replace(values["agent"], roles=values.get("verb", ANY_ROLE))
    return FilmsReading((own, *values.get("agents", ())))


def _made_films(values: dict[str, Any]) -> Reading | None:
    return FilmsReading((_directed(values["agent"]),))


def _film_set(values: dict[str, Any]) -> Reading | None:
    return FilmsReading(tuple(values["filmset"]))


def _shared_films(values: dict[str, Any]) -> Reading | None:
    roles = values.get("verb", ANY_ROLE)
    sides = tuple(replace(side, roles=roles) for side in values["agents"])
    return FilmsReading(sides) if len(sides) > 1 else None


def _whether_together(values: dict[str, Any]) -> Reading | None:
    sides = (*([values["agent"]] if "agent" in values else []), *values["agents"])
    return FilmsReading(sides, "whether") if len(sides) > 1 else None


def _whether_did(values: dict[str, Any]) -> Reading | None:
    return FilmsReading((values["film"], replace(values["agent"], roles=values["verb"])), "whether")


def _whether_directed(values: dict[str, Any]) -> Reading | None:
    """ "did X direct Y", where Y performs."""
    if values["verb"].roles != DIRECTOR.roles:
        return None
    cast = tuple(_performing(side) for side in values["performers"])
    return FilmsReading((replace(values["agent"], roles=DIRECTOR), *cast), "whether")


def _people_of(values: dict[str, Any]) -> Reading | None:
    """ "X's editors": those on films on which X holds any credit."""
    role: RoleSet = values["role"]
    return PeopleReading(role, (values["agent"],)) if role.roles else None


def _year(values: dict[str, Any]) -> Reading | None:
    return FilmsReading((values["film"],), "year")


def _works(values: dict[str, Any]) -> Reading | None:
    author = values["agent"].link if "agent" in values else None
    film = values["film"].link if "film" in values else None
    return SourcesReading("works", film, author, values.get("work", ""))


def _adapted_works(values: dict[str, Any]) -> Reading | None:
    return SourcesReading("works", None, values["agent"].link, values.get("work", ""), adapters=True)


def _based_films(values: dict[str, Any]) -> Reading | None:
    author = values["agent"].link if "agent" in values else None
    return SourcesReading("films", None, author, values.get("work", ""))


def _cast(values: dict[str, Any]) -> Reading | None:
    film = values["film"].link if "film" in values else None
    character = values.get("character") or values.get("figure") or ""
    return CastReading(film, character, values.get("agent"))


# The forms of question, tried in order.
FORMS: tuple[tuple[str, Builder], ...] = (
    (f"{{asked}} else? who|that|which? {_HAVE}? {_HAVE}? {_WORKED} with both? {{agents}}", _people),
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {_WORKED} on|for|in both? {{filmsets}}", _people),
    ("who|character|characters|part|role|figure did|does|do {agent} play|portray|plays in {film}", _cast),
    ("who plays|played|portrays|portrayed|is the? role|part? of? {character} in {film}", _cast),
    ("characters are|appear? in|of {film}", _cast),
    ("who plays|played whom|who in {film}", _cast),
    (f"{{asked}} who|that|which? {_HAVE}? {_HAVE}? {{verb}} in|on|for? both? {{filmsets}}", _people),
    ("{asked} {verb} {filmsets} in|for the? {territory}", _released_in),
    ("{asked} both? {verb} and also? {also} {filmsets}", _people),
    (f"{{asked}} who|that|which? have|has? also {{also}} in? their|a|the? own|same? {_FILMS}?", _people),
    ("who|whom composed|wrote|made|scored|did the? music|score|soundtrack for|of|to|in {filmsets}",
     _composers),
    ("who made {filmsets}", _makers),
    ("who wrote|did the? {role} of|for|on {filmsets}", _role_of),
    ("{asked} who? was|were|is|are|appear|appeared|appears? in both? {filmsets}", _cast_people),
    ("{asked} who? was|were|is|are? credited? of|on|for|behind both? {filmsets}", _people),
    ("who is|was|are|were the? {role} of|on|for|behind both? {filmsets}", _role_of),
    ("{asked} do|did|does {agents} share|have in? common?", _people),
    ("{asked} common|shared to|by both? {agents}", _people),
    ("{asked} {agents} have|share in? common?", _people),
    (f"{_FILMS} did|does|do|has|have {{agent}} {{verb}} in|on|for?", _films),
    (f"{_FILMS} did|does|do|has|have {{agent}} make|made|makes", _made_films),
    (f"{_FILMS} did|does|do|has|have {{agent}} make|made|makes with {{agents}}", _films),
    (f"{_FILMS} did|does|do|has|have {{agent}} {_WORKED} on|in|for", _films),
    (f"{_FILMS} did|does|do|has|have {{agent}} {{verb}} in? with|for {{agents}}", _films),
    (f"{_FILMS} did|do|have {{agents}} share|have|make|made in? common|together?", _shared_films),
    (f"{_FILMS} did|do|have {{agents}} both? ever? {_WORKED} on|in? together?", _shared_films),
    (f"{_FILMS} did|do|have {{agents}} both? {{verb}} in|on|for? together?", _shared_films),
    (f"have|has|did|do|does {{agents}} ever? {_WORKED} together? on|in? a|any|one|the? same? {_FILMS}? "
     "together?", _whether_together),
    (f"have|has|did|do|does {{agents}} ever? make|made a|any? {_FILMS} together", _whether_together),
    (f"have|has|did|do|does {{agent}} ever? {_WORKED} with|for {{agents}}", _whether_together),
    ("have|has|did|do|does {agent} ever? {verb} in|on|for? {film}", _whether_did),
    ("is|was|were {film} {verb} by {agent}", _whether_did),
    ("have|has|did|do|does {agent} ever? {verb} {performers}", _whether_directed),
    ("who|whom? is|are|was|were? {agent} {role}", _people_of),
    ("when|year was|is|did {film} from|made|released|produced|shot|come|out|appear? out?", _year),
    ("year is|was the? year? of? {film}", _year),
    ("year does|did {film} date|come|stem|appear from|out?", _year),
    ("did|has|does {agent} {verb} in|on|for?", _films),
    ("did|has|does {agent} {verb} in? with|for {agents}", _films),
    ("{filmset}", _film_set),
    ("who plays|played|portrays|portrayed the? role|part? of? {figure}", _cast),
    ("{work}? is|was {film} based|adapted|inspired|made on|upon|from|by", _works),
    ("{work}? did|does {film} come|adapt from?", _works),
    ("who wrote the? {work} that|which|behind? {film} is|was? based|adapted? on|upon|from?", _works),
    ("{work} by|of|from {agent} was|were|have|has|are? been? adapted|filmed|made|turned into|as? a? "
     f"{_FILMS}?", _works),
    ("{work} by|of|from {agent} was|were|have|has|are? been? adapted|filmed|made|turned into|as? a? "
     f"{_FILMS}? ,? and by? whom|who", _adapted_works),
    (f"{_FILMS} {_MADE_FROM} a|an|the? {{work}} by|of {{agent}}", _based_films),
    (f"{_FILMS} {_MADE_FROM} a|an? {{work}}", _based_films),
    (f"{_FILMS} {_MADE_FROM} {{agent}}", _based_films),
)  # fmt: skip

# Questions about a name alone, which a page answers.
NAME_FORMS = (
    "who|what is|was|are|were|has|have been? {agent} in|known|famous|doing? for|on?",
    "who|what is|was|are|were {film} about?",
    "what has|did|have {agent} been|done|do|did? in|on?",
    "about {agent}",
    "about {film}",
    "{agent}",
    "{film}",
)

# One film condition inside a question, with the slot values that make its sides.
FILM_CLAUSES = (
    f"the? {_FILMS} that|which? are|were|is|was? {{verb}} by {{agent}}",
    f"the? {_FILMS} that|which? {{agent}} {{verb}} in|on?",
    f"the? {_FILMS} that|which? {{agent}} has|have {{verb}} in|on?",
    f"the? {_FILMS} that|which? {{director}} made|makes",
    f"the? {_FILMS} of|by {{director}}",
    f"the? {_FILMS} that|which? {{agent}} {_WORKED} on|in|for",
    f"the? {_FILMS} that|which? {_STARRING} both? {{performers}}",
    f"the? {_FILMS} that|which? have|has {{agents}}",
    f"{{director}} {_FILMS}",
)
MORE_CLAUSES = (
    "and that? {verb} by {agent}",
    "and that|which? {agent} {verb} in|on?",
    f"and? that|which? {_STARRING} both? {{performers}}",
)


@cache
def grammar_words() -> frozenset[str]:
    """Every literal word of the forms: where a name may end, and what needs no placing."""
    patterns = [form for form, _ in FORMS] + [*FILM_CLAUSES, *MORE_CLAUSES]
    literal = (word for p in patterns for element in compile_pattern(p) for word in element.words)
    return frozenset(literal) | LEAD | LIST_GLUE | {"both", "with", "s"} | CONDITIONS


def clause_sides(values: dict[str, Any]) -> tuple[Side, ...]:
    """The conditions on a film that a clause states."""
    if "performers" in values:
        return tuple(_performing(side) for side in values["performers"])
    if "agents" in values:
        return tuple(values["agents"])
    if "director" in values:
        return (_directed(values["director"]),)
    return (replace(values["agent"], roles=values.get("verb", ANY_ROLE)),)


def _directed(side: Side) -> Side:
    """ "X's films": those that X directed, or, where X directed none, with any credit of X."""
    return replace(side, roles=DIRECTOR, loose=True)


def _performing(side: Side) -> Side:
    """ "Films with X": those where X performs; a company, which cannot, has any credit."""
    if side.link.kind == "organization":
        return side
    return replace(side, roles=RoleSet("performing", load_roles().narrower("performing")))
