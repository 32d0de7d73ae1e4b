"""From a name as a person writes it ("Audiard", "the Dardennes") to the film or agent meant.

Names are looked up through `Knowledge.find_names`. Only a whole name or a
surname links; a beginning or a misspelling is never taken for the name, but
named in the error. Where several fit, the one with most films is taken, and a
note on the link says who else there was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmgraph.errors import NameNotFoundError
from filmgraph.model.knowledge import EntityKind, Knowledge, NameMatch
from filmgraph.model.names import fold

AGENT_KINDS: tuple[EntityKind, ...] = ("person", "team", "organization")

_FG = "https://w3id.org/filmgraph/ns#"
_SCHEMA = "https://schema.org/"
_ID = "https://w3id.org/filmgraph/id/"
_MEMBER = "http://xmlns.com/foaf/0.1/member"
_REPLACED_BY = "http://purl.org/dc/terms/isReplacedBy"
_TYPES: dict[str, EntityKind] = {
    _SCHEMA + "Movie": "film",
    _SCHEMA + "Person": "person",
    _SCHEMA + "Organization": "organization",
    _FG + "CreativeTeam": "team",
    _SCHEMA + "CreativeWork": "work",
}
_ARTICLES = frozenset("the les die los gli i".split())
# "the Dardenne brothers", "les frères Dardenne", "Gebrüder Skladanowsky", "i fratelli Taviani".
_SIBLINGS = frozenset(
    "brother brothers sister sisters bros siblings freres soeurs bruder gebruder schwestern fratelli sorelle "
    "hermanos hermanas duo".split()
)
_EDGES = " \t\n'’‘\"“”«»?!.,;:"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_YEAR = re.compile(r"\s*\(?\b((?:18|19|20)\d\d)\)?$")
# "Steve McQueen [steve-mcqueen-8c523660]", "[steve-mcqueen-8c523660]" or "steve-mcqueen-8c523660".
_WITH_ID = re.compile(r"(?P<name>.*?)\s*\[(?P<id>[a-z0-9-]+)\]|(?P<alone>[a-z0-9]+(?:-[a-z0-9]+)+)")
_BAD_IRI = re.compile(r'[<>"{}|^`\\\x00-\x20]')
_ENOUGH = 25


@dataclass(frozen=True, slots=True)
class Link:
    """A name tied to what it stands for: `iris` holds a team first, then its members; else one IRI.

    `notes` are sentences on what else the name could have meant, `rivals` all whom
    it fits, the chosen one first; empty where it fits one alone. A pair that no
    document calls a team ("the Taviani brothers") has its members' IRIs only.
    """

    iris: tuple[str, ...]
    label: str
    kind: EntityKind
    notes: tuple[str, ...] = ()
    is_team: bool = False
    rivals: tuple[NameMatch, ...] = ()
    text: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the thing itself; of a pair without a team, its first member's."""
        return self.iris[0]


@dataclass(frozen=True, slots=True)
class Team:
    """A creative team, with its members as (IRI, name), in order of the names."""

    iri: str
    label: str
    members: tuple[tuple[str, str], ...]


def link_agent(text: str, knowledge: Knowledge, kinds: tuple[EntityKind, ...] = AGENT_KINDS) -> Link:
    """The agent that `text` names. Raises NameNotFoundError with the nearest names."""
    return _required(find_agent(text, knowledge, kinds), text, knowledge, kinds)


def link_film(text: str, knowledge: Knowledge) -> Link:
    """The film that `text` names by any of its titles, a year after it allowed ("Fingers (1978)").

    Raises NameNotFoundError with the nearest titles.
    """
    return _required(find_film(text, knowledge), text, knowledge, ("film",))


def link_any(text: str, knowledge: Knowledge) -> Link:
    """The film or agent that `text` names; of both, a whole name beats a surname, and a note says so.

    Raises NameNotFoundError with the nearest names.
    """
    film, agent = find_film(text, knowledge), find_agent(text, knowledge)
    if not film or not agent:
        return _required(film or agent, text, knowledge, ("film", *AGENT_KINDS))
    # A film's title is always whole; an agent may be named by a surname alone.
    in_full = fold(agent.label) == fold(text.strip(_EDGES)) or agent.is_team
    chosen, rest = (agent, "a film") if in_full else (film, f"the surname of {agent.label}")
    note = f"“{text}” is also {rest}; taking the {'agent' if in_full else 'film'} {chosen.label}."
    return Link(chosen.iris, chosen.label, chosen.kind, (*chosen.notes, note), chosen.is_team)


def find_film(text: str, knowledge: Knowledge) -> Link | None:
    """The film called `text`, or None."""
    if given := _as_iri(text):
        return _read_iri(given, knowledge, ("film",))
    if found_by_id := _find_by_id(text, "film", ("film",), knowledge):
        return found_by_id
    plain = text.strip(_EDGES)
    for title in (plain, f"the {plain}"):
        if found := _whole_names(knowledge.find_names(title, ("film",), limit=_ENOUGH)):
            return _choose(plain, found, "credits")
    dated = _YEAR.search(plain)
    if dated and dated.start():
        return _find_dated_film(plain[: dated.start()], dated[1], knowledge)
    return None


def find_agent(text: str, knowledge: Knowledge, kinds: tuple[EntityKind, ...] = AGENT_KINDS) -> Link | None:
    """The agent called `text`, or None: a whole name, a surname, or a team by its members' surname."""
    if given := _as_iri(text):
        return _read_iri(given, knowledge, kinds)
    if found_by_id := _find_by_id(text, "agent", kinds, knowledge):
        return found_by_id
    plain = _POSSESSIVE.sub("", text.strip(_EDGES)).strip(_EDGES)
    for form, collective in _agent_forms(plain):
        matches = knowledge.find_names(form, kinds, limit=_ENOUGH)
        whole = _whole_names(matches)
        # Of one word, a whole name may be how a document printed a surname: it counts no more than one.
        found = whole if whole and " " in form else tuple(m for m in matches if m.how in ("exact", "surname"))
        if not found:
            continue
        if team := _find_team(found, form, collective, knowledge, kinds):
            return team
        return _choose(plain, found, "films")
    return None


def read_teams(iris: Sequence[str], knowledge: Knowledge) -> tuple[Team, ...]:
    """The teams that any of `iris` is, or is a member of, with all members, in order of their names."""
    values = " ".join(f"<{iri}>" for iri in iris)
    table = knowledge.select(
        f"SELECT DISTINCT ?team ?label ?member ?name WHERE {{ "
        f"{{ VALUES ?known {{ {values} }} ?team <{_MEMBER}> ?known }} "
        f"UNION {{ VALUES ?team {{ {values} }} }} "
        f"?team <{_MEMBER}> ?member ; <{_SCHEMA}name> ?label . ?member <{_SCHEMA}name> ?name "
        f"}} ORDER BY ?label ?name"
    )
    teams: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table:
        teams.setdefault((row["team"], row["label"]), []).append((row["member"], row["name"]))
    return tuple(Team(iri, label, tuple(members)) for (iri, label), members in teams.items())


def suggest_names(text: str, knowledge: Knowledge, kinds: tuple[EntityKind, ...] = ()) -> tuple[str, ...]:
    """Up to five names near `text`: misspelt, begun, or sharing its last or first word."""
    words = fold(text).split()
    tries = dict.fromkeys(
        [text, *(form for form, _ in _agent_forms(text.strip(_EDGES))), *words[-1:], *words[:1]]
    )
    found: dict[str, None] = {}
    for form in tries:
        if len(form) > 2 and len(found) < 5:
            found |= dict.fromkeys(m.label for m in knowledge.find_names(form, kinds, limit=5))
    return tuple(found)[:5]


def _required(link: Link | None, text: str, knowledge: Knowledge, kinds: tuple[EntityKind, ...]) -> Link:
    if link:
        return link
    near = suggest_names(text, knowledge, kinds)
    what = "film" if kinds == ("film",) else "film or agent" if "film" in kinds else " or ".join(kinds)
    hint = (
        f"Nearest: {'; '.join(near)}."
        if near
        else "Nothing like it is there; 'filmgraph sources' lists what was read."
    )
    raise NameNotFoundError(f"No {what} in the store is called “{text.strip()}”. {hint}")


def _agent_forms(plain: str) -> Iterator[tuple[str, bool]]:
    """The forms to look up, best first, each with whether it speaks of several people."""
    yield plain, False
    words = fold(plain).split()
    core = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    several = len(core) < len(words)
    kin = [w for w in core if w not in _SIBLINGS]
    if kin and len(kin) < len(core):
        yield " ".join(kin), True
    elif several:
        yield " ".join(core), True
    if len(kin) == 1 and kin[0].endswith("s") and len(kin[0]) > 3:
        yield kin[0].removesuffix("s"), True


def _whole_names(found: Sequence[NameMatch]) -> tuple[NameMatch, ...]:
    return tuple(m for m in found if m.how == "exact")


def _choose(text: str, found: Sequence[NameMatch], counted: str) -> Link:
    """Of those who fit, the one so called in full, then the one with most films.

    A person of one name gets no such precedence: it may be a surname that a document printed alone.
    """

    def in_full(match: NameMatch) -> bool:
        return fold(match.label) == fold(text) and (match.kind != "person" or " " in fold(text))

    ranked = sorted(found, key=lambda m: (not in_full(m), -m.weight, m.label, m.iri))
    best = ranked[0]
    why = ""
    if len(ranked) > 1:
        why = "who has most" if best.weight > ranked[1].weight else "the first of them"
        if counted == "credits":
            why = why.replace("who", "which")
        if in_full(best) and not in_full(ranked[1]):
            why = "so called in full"
    return _link_bearer(text, ranked, counted, why)


def choose_bearer(link: Link, iri: str, why: str) -> Link:
    """The link to another of its `rivals`; `why` ends the note's sentence ("who has most as actor")."""
    ranked = sorted(link.rivals, key=lambda match: match.iri != iri)
    return _link_bearer(link.text, ranked, "credits" if link.kind == "film" else "films", why)


def _link_bearer(text: str, ranked: Sequence[NameMatch], counted: str, why: str) -> Link:
    """The link to the first of those who fit, with a note on the others.

    Bearers of one and the same name are told apart by their ids, which link when written behind the name.
    """
    best = ranked[0]
    if len(ranked) == 1:
        return Link((best.iri, *best.members), best.label, best.kind, (), best.kind == "team")
    labels = [fold(m.label) for m in ranked]
    named = [f"{m.label}{_tail(m.iri) if labels.count(fold(m.label)) > 1 else ''}" for m in ranked]
    shown = [
        f"{name} ({_count(m.weight, counted) if not i else m.weight})"
        for i, (name, m) in enumerate(zip(named[:5], ranked, strict=False))
    ]
    more = f" and {len(ranked) - 5} more" if len(ranked) > 5 else ""
    note = f"“{text}”: {', '.join(shown)}{more}; taking {named[0]}, {why}."
    if named[1] != ranked[1].label:
        note += f" For another, write “{named[1]}”."
    return Link(
        (best.iri, *best.members), best.label, best.kind, (note,), best.kind == "team", tuple(ranked), text
    )


def _count(number: int, things: str) -> str:
    return f"{number} {things.removesuffix('s') if number == 1 else things}"


def _tail(iri: str) -> str:
    return f" [{re.split(r'[/#]', iri)[-1]}]"


def _find_team(
    found: Sequence[NameMatch],
    surname: str,
    collective: bool,
    knowledge: Knowledge,
    kinds: tuple[EntityKind, ...],
) -> Link | None:
    """The team meant by its members' surname, or several people of that name who share a film."""
    if "team" not in kinds:
        return None
    bearers = {m.iri: m for m in found if m.kind == "person"}
    for match in found:
        if match.kind == "team" and (collective or len(found) == 1 or bearers.keys() & set(match.members)):
            return Link((match.iri, *match.members), match.label, "team", (), True)
    if len(bearers) < 2 or " " in surname:
        return None
    for team in read_teams(tuple(bearers), knowledge):
        members = tuple(iri for iri, _ in team.members)
        if len(bearers.keys() & set(members)) > 1:
            return Link((team.iri, *members), team.label, "team", (), True)
    if not collective:
        return None
    together = _read_partners(tuple(bearers), knowledge)
    if not together:
        return None
    label = " and ".join(bearers[iri].label for iri in together)
    note = f"No document names a team “{surname}”; taking {label}, who share films."
    return Link(together, label, "team", (note,), True)


def _read_partners(iris: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """Those of `iris` who hold a credit on one film with another of them."""
    values = " ".join(f"<{iri}>" for iri in iris)
    table = knowledge.select(
        f"SELECT DISTINCT ?one WHERE {{ VALUES ?one {{ {values} }} VALUES ?other {{ {values} }} "
        f"?first <{_FG}agent> ?one ; <{_FG}film> ?film . ?second <{_FG}film> ?film ; <{_FG}agent> ?other . "
        f"FILTER(?one != ?other) }}"
    )
    return tuple(sorted(row["one"] for row in table))


def _find_dated_film(title: str, year: str, knowledge: Knowledge) -> Link | None:
    plain = title.strip(_EDGES + "(")
    found = _whole_names(knowledge.find_names(plain, ("film",), limit=_ENOUGH))
    if not found:
        return None
    values = " ".join(f"<{m.iri}>" for m in found)
    table = knowledge.select(
        f"SELECT ?film WHERE {{ VALUES ?film {{ {values} }} ?film <{_SCHEMA}datePublished> ?date "
        f'FILTER(STR(?date) = "{year}") }}'
    )
    dated = {row["film"] for row in table}
    return _choose(plain, [m for m in found if m.iri in dated], "credits") if dated else None


def _find_by_id(text: str, folder: str, kinds: tuple[EntityKind, ...], knowledge: Knowledge) -> Link | None:
    """What the id in a note stands for, alone or behind its name ("Steve McQueen [steve-mcqueen-2]")."""
    found = _WITH_ID.fullmatch(text.strip(_EDGES))
    if not found:
        return None
    if found["name"]:
        for match in knowledge.find_names(found["name"], kinds, limit=_ENOUGH):
            if _tail(match.iri) == f" [{found['id']}]":
                return Link((match.iri, *match.members), match.label, match.kind, (), match.kind == "team")
    return _read_iri(f"{_ID}{folder}/{found['id'] or found['alone']}", knowledge, kinds)


def _as_iri(text: str) -> str | None:
    """The IRI that `text` is, written bare, in angle brackets, or as `id:agent/…`."""
    bare = text.strip().removeprefix("<").removesuffix(">")
    if bare.startswith("id:"):
        bare = _ID + bare.removeprefix("id:")
    return bare if bare.startswith(("http://", "https://")) and not _BAD_IRI.search(bare) else None


def _read_iri(iri: str, knowledge: Knowledge, kinds: tuple[EntityKind, ...]) -> Link | None:
    """What an IRI names, or what took its place where it is retired."""
    if link := _read_held(iri, knowledge, kinds):
        return link
    table = knowledge.select(f"SELECT ?now WHERE {{ <{iri}> <{_REPLACED_BY}> ?now }} ORDER BY ?now")
    return next((link for row in table if (link := _read_held(row["now"], knowledge, kinds))), None)


def _read_held(iri: str, knowledge: Knowledge, kinds: tuple[EntityKind, ...]) -> Link | None:
    table = knowledge.select(
        f"SELECT ?type ?name ?member WHERE {{ <{iri}> a ?type ; <{_SCHEMA}name> ?name . "
        f"OPTIONAL {{ <{iri}> <{_MEMBER}> ?member }} }} ORDER BY ?name ?type ?member"
    )
    rows = [row for row in table if _TYPES.get(row["type"]) in kinds]
    if not rows:
        return None
    members = tuple(dict.fromkeys(row["member"] for row in rows if "member" in row))
    kind = _TYPES[rows[0]["type"]]
    return Link((iri, *members), rows[0]["name"], kind, (), kind == "team")
