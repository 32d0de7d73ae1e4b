"""Finds names at an endpoint that has no name index: SPARQL fetches candidates, folding decides here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from filmgraph.catalogs.namespaces import FG, FOAF, SCHEMA
from filmgraph.model.knowledge import EntityKind, NameEntry, NameMatch
from filmgraph.model.table import Table
from filmgraph.model.terms import IRI, Literal
from filmgraph.store.name_forms import asked_forms, full_forms, is_one_slip, surname_forms
from filmgraph.store.slips import SHORTEST_SLIP

Select = Callable[[str], Table]
# The first type that fits is the kind: a team may be an organization too.
_TYPES: tuple[tuple[str, EntityKind], ...] = (
    (f"{FG}CreativeTeam", "team"),
    (f"{SCHEMA}Person", "person"),
    (f"{SCHEMA}Organization", "organization"),
    (f"{SCHEMA}Movie", "film"),
    (f"{SCHEMA}CreativeWork", "work"),
)
_HOW = {"exact": 0, "surname": 1, "prefix": 2, "misspelt": 3}
CANDIDATES = 2000


@dataclass(slots=True)
class _Candidate:
    kind: EntityKind
    names: set[str] = field(default_factory=set)
    label: str = ""


def find_remote_names(
    text: str, kinds: Sequence[EntityKind], limit: int, select: Select
) -> tuple[NameMatch, ...]:
    """The entities whose name fits `text`, as Knowledge.find_names says."""
    asked = {form for form in asked_forms(text) if form}
    if not asked:
        return ()
    # Misspelt names are looked for only where nothing fits: the pattern of halves finds much.
    for patterns in (asked, {half for form in asked for half in _halves(form)}):
        found = _rank(_fetch(patterns, kinds, select), asked)
        if found:
            return _weigh(found, limit, select)
    return ()


def _fetch(forms: Iterable[str], kinds: Sequence[EntityKind], select: Select) -> dict[str, _Candidate]:
    """Entities with a name that holds one of the folded forms, accents and punctuation aside."""
    pattern = "|".join(sorted({_pattern(form) for form in forms}))
    types = " ".join(f"<{iri}>" for iri, kind in _TYPES if not kinds or kind in kinds)
    table = select(
        f"SELECT DISTINCT ?iri ?type ?name ?label WHERE {{ VALUES ?type {{ {types} }} "
        f"?iri <{SCHEMA}name>|<{SCHEMA}alternateName> ?name ; <{SCHEMA}name> ?label ; a ?type "
        f'FILTER(REGEX(STR(?name), {Literal(pattern).n3()}, "i")) }} LIMIT {CANDIDATES}'
    )
    candidates: dict[str, _Candidate] = {}
    order = [iri for iri, _ in _TYPES]
    for row in sorted(table, key=lambda row: (order.index(row["type"]), row["label"])):
        candidate = candidates.setdefault(row["iri"], _Candidate(dict(_TYPES)[row["type"]]))
        candidate.names.add(row["name"])
        candidate.label = candidate.label or row["label"]
    return candidates


def _pattern(form: str) -> str:
    """A regular expression for every spelling that folds to `form`.

    Letters that may bear an accent or stand for two (æ, ß) are any one or two
    characters, spaces any run of what is no letter; what fits too much is sorted
    out afterwards. Plain letters stay, so that the pattern finds few.
    """
    loose = {" ": "[^a-z]{1,3}"}
    return "".join(
        loose.get(c, c if c in "bfhjkmpqvwx0123456789" else ".{1,2}?" if c.isalpha() else ".") for c in form
    )


def _halves(form: str) -> tuple[str, ...]:
    """Two parts of a form, one of which any single slip leaves as it was."""
    if len(form) < SHORTEST_SLIP:
        return ()
    middle = len(form) // 2
    return tuple(half for half in (form[:middle].strip(), form[middle:].strip()) if half)


def _rank(candidates: dict[str, _Candidate], asked: set[str]) -> list[tuple[str, _Candidate, str]]:
    """IRI, candidate and how it fits, of those that fit, best first."""
    found = []
    for iri, candidate in candidates.items():
        full: set[str] = set()
        short: set[str] = set()
        for name in candidate.names:
            entry = NameEntry(name, iri, candidate.kind, name)
            full |= full_forms(entry)
            short |= surname_forms(entry)
        how = _fit(full, short, asked)
        if how:
            found.append((iri, candidate, how))
    return sorted(found, key=lambda f: (_HOW[f[2]], f[1].label, f[0]))


def _fit(full: set[str], short: set[str], asked: set[str]) -> str:
    if full & asked:
        return "exact"
    if short & asked:
        return "surname"
    forms = full | short
    if any(form.startswith(text) for form in forms for text in asked):
        return "prefix"
    near = any(is_one_slip(form, text) for form in forms for text in asked if len(text) >= SHORTEST_SLIP)
    return "misspelt" if near else ""


def _weigh(found: list[tuple[str, _Candidate, str]], limit: int, select: Select) -> tuple[NameMatch, ...]:
    """The matches with their weights and members, at most `limit`."""
    iris = " ".join(IRI(iri).n3() for iri, *_ in found)
    weights = select(
        f"SELECT ?iri (COUNT(DISTINCT ?x) AS ?weight) WHERE {{ VALUES ?iri {{ {iris} }} "
        f"{{ ?c <{FG}agent> ?iri ; <{FG}film> ?x }} "
        f"UNION {{ ?team <{FOAF}member> ?iri . ?c <{FG}agent> ?team ; <{FG}film> ?x }} "
        f"UNION {{ ?x <{FG}film> ?iri ; <{FG}agent> ?a }} "
        f"UNION {{ ?c <{FG}through> ?iri ; <{FG}film> ?x }} "
        f"UNION {{ ?a <{FG}sourceWork> ?iri ; <{FG}film> ?x }} "
        f"UNION {{ ?work <{SCHEMA}author> ?iri . ?a <{FG}sourceWork> ?work ; <{FG}film> ?x }} "
        "} GROUP BY ?iri"
    )
    weight = {row["iri"]: int(row["weight"]) for row in weights}
    ranked = sorted(found, key=lambda f: (_HOW[f[2]], -weight.get(f[0], 0), f[1].label, f[0]))[:limit]
    members: dict[str, list[str]] = {}
    teams = " ".join(IRI(iri).n3() for iri, candidate, _ in ranked if candidate.kind == "team")
    if teams:
        query = f"SELECT ?team ?member WHERE {{ VALUES ?team {{ {teams} }} ?team <{FOAF}member> ?member }}"
        for row in select(query):
            members.setdefault(row["team"], []).append(row["member"])
    return tuple(
        NameMatch(iri, c.kind, c.label, weight.get(iri, 0), how, tuple(sorted(members.get(iri, ()))))  # type: ignore[arg-type]
        for iri, c, how in ranked
    )
