"""From an entry of a cell to a film's credit: role, kind of agent, character, territory, printed name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.catalogs.roles import SOURCE_AUTHOR, Role
from filmgraph.extraction.names.mentions import looks_like_company
from filmgraph.extraction.names.teams import is_team
from filmgraph.extraction.tables.cells import LONGEST_WORDS, CellName, is_nothing, split_character
from filmgraph.extraction.tables.columns import Line
from filmgraph.extraction.tables.drafts import Draft
from filmgraph.extraction.tables.entries import Entry
from filmgraph.extraction.tables.role_words import RoleWords
from filmgraph.extraction.tables.row_works import clean_note, find_noted_work
from filmgraph.extraction.text.countries import is_territory
from filmgraph.model.facts import AgentKind, CreditFact, SourceWorkFact
from filmgraph.model.names import fold

_ACTING = frozenset({"actor", "voice-actor", "narrator"})
_SELLING = frozenset({"distributor", "sales-agent", "broadcaster"})
_WRITING = frozenset({"screenwriter", "story", "dialogue"})
_PRINTED_AS = re.compile(r"\(?\b(?:credited )?as\s+[\"“]?(.+?)[\"”]?\)?$", re.I)
# A note that says what somebody is, not only in which field ("camera", "animation") they worked.
_WORKER = re.compile(r"(?:or|er|ers|ors|artist|assistant|ist|mixer|cutter)\.?$", re.I)
_LYRICS = frozenset(("lyrics", "lyricist"))
_TERRITORIES = re.compile(r"\s*(?:[/,;&]|\band\b)\s*")
_KINDS: dict[str, AgentKind] = {
    "person": "person", "organization": "organization", "organisation": "organization",
    "company": "organization", "team": "team",
}  # fmt: skip


def add_credit(
    line: Line, draft: Draft, choice: tuple[Role, ...], entry: Entry, words: RoleWords, *, is_alone: bool
) -> None:
    """Add the credit of one entry to a film, once for each role, agent, character and territory.

    `choice` are the roles among which the form of the name decides. An entry that wrote the work behind
    the film, by its note or by a label ("Novel: Ann Lee"), is credited as its author and gives the work.
    """
    name, character = entry.name, entry.character or None
    acting = bool(choice) and choice[0].id in _ACTING
    if acting and character is None:
        name, character = split_character(name)
        if is_alone and not is_nothing(line.get("character")):
            character = line.get("character")
    note = " ".join(x for x in (line.get("note"), name.note) if x and len(x) <= LONGEST_WORDS)
    works = [*_find_works(line, entry, choice, note)]
    for work in works:
        draft.works.setdefault((work.title, work.author), work)
    if works:
        choice = (words.roles.roles[SOURCE_AUTHOR],)
    role, kind = _choose(choice, name.text)
    territories: list[str | None] = [None]
    if role.id in _SELLING:
        territories, note = _find_territories(line, note)
    if not works and (not acting or note):
        role = refine(role, note, words, is_noted=bool(name.note))
    person_id = entry.person_id
    if person_id and "person" in role.kinds:
        kind = "person"
    for territory in territories:
        key = (role.id, name.text, character, territory, person_id)
        if key in draft.credits:
            continue
        draft.billed[role.id] = draft.billed.get(role.id, 0) + 1
        billing = entry.billing or line.get("billing")
        draft.credits[key] = CreditFact(
            role=role.id,
            agent=name.text,
            kind=_KINDS.get(fold(entry.kind or line.get("kind")), kind),
            credited_as=_printed_name(line, entry, name, note),
            evidence=line.evidence("credits"),
            character=character,
            territory=territory,
            billing_order=_order(billing, draft.billed[role.id], from_zero=bool(entry.billing)),
            note=note or (entry.work and entry.role) or None,
            ids=(person_id,) if person_id else (),
        )


def refine(role: Role, note: str, words: RoleWords, *, is_noted: bool) -> Role:
    """The finer role that a note gives: "story" of a writer, "executive" of a producer, "co-director".

    A note in brackets behind the name itself may name a role of another
    department ("first assistant director"), a column of notes may not.
    """
    if not note:
        return role
    bare = clean_note(note)
    for form in (bare, f"{bare} {role.label}"):
        choices = words.find(form)
        if len(choices) == 1:
            finer = next((r for r in choices[0] if r.kinds[0] == role.kinds[0]), choices[0][0])
            is_worker = form is not bare or _WORKER.search(bare) is not None
            if finer.department == role.department and (is_worker or role.id in _WRITING or bare in _LYRICS):
                return finer
            if is_worker and is_noted and role.id not in _ACTING:
                return finer
    return role


def _find_works(line: Line, entry: Entry, choice: tuple[Role, ...], note: str) -> Iterator[SourceWorkFact]:
    """The work that an entry says its bearer wrote; without a title where only that is said."""
    found = list(find_noted_work(line, choice[0].id, entry.name.text, note)) if choice and note else []
    if found:
        yield from found
    elif entry.work or (choice and choice[0].id == SOURCE_AUTHOR):
        kind = entry.work if entry.work != "work" else ""
        yield SourceWorkFact(None, entry.name.text, kind or None, "based_on", line.evidence("source"))


def _find_territories(line: Line, note: str) -> tuple[list[str | None], str]:
    """The territories that a column or a bracket names, and what else the bracket says."""
    stated = line.get("territory")
    if stated and not is_nothing(stated):
        return [stated], note
    if is_territory(note):
        return [note], ""
    parts = [part for part in _TERRITORIES.split(note) if part]
    if len(parts) > 1 and all(is_territory(part) for part in parts):
        return [*dict.fromkeys(parts)], ""
    if line.sheet.form == "wide" and note and not note.casefold().startswith(("as ", "uncredited")):
        return [note], ""
    return [None], note


def _order(words: str, count: int, *, from_zero: bool) -> int:
    """The place in the billing as stated, counted from 1, else the next one."""
    return int(words) + from_zero if words.isdecimal() and len(words) < 6 else count


def _choose(choice: tuple[Role, ...], name: str) -> tuple[Role, AgentKind]:
    """The role that fits the form of a name, and the kind of agent that bears it."""
    is_company = looks_like_company(name)
    if len(choice) > 1:
        choice = tuple(role for role in choice if ("organization" in role.kinds) == is_company) or choice
    role = choice[0]
    if role.kinds == ("organization",):
        return role, "organization"
    if is_team(name) and "team" in role.kinds:
        return role, "team"
    return role, "organization" if is_company and "organization" in role.kinds else "person"


def _printed_name(line: Line, entry: Entry, name: CellName, note: str) -> str:
    """The name as the film prints it: a column of its own, "(as …)" behind it, or the name itself."""
    found = _PRINTED_AS.fullmatch(note) if note else None
    return entry.credited_as or line.get("credited_as") or (found.group(1) if found else name.printed)
