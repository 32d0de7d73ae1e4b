"""The roles of film credits, read from `ontology/roles.ttl`, with the words that stand for each.

The labels of the scheme are the lexicon: the extractor reads lists and billing
blocks with them, questions find their roles by them. How a label may be used is
kept on it (`RoleLabel.use`):

- `"label"`: printed before or above names ("Directed by", "Ed", "Kamera");
- `"prose"`: fit for a sentence only ("helmer", "scribe");
- `"abbreviation"`: one letter, valid only inside a block of such letters ("R: … B: … K: …").

The file is read with pyoxigraph's parser, because importing rdflib takes ten
times as long as reading the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from filmgraph.catalogs.namespaces import DEPARTMENT, FG, RDF, ROLE, SCHEMA, SKOS
from filmgraph.catalogs.resources import find_folder
from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold

RoleUse = Literal["label", "prose", "abbreviation"]

# What may stand as a label in a list of credits, and what a sentence may say.
LABELS: tuple[RoleUse, ...] = ("label",)
WORDS: tuple[RoleUse, ...] = ("label", "prose")

_USES: dict[str, RoleUse] = {
    SKOS + "prefLabel": "label",
    SKOS + "altLabel": "label",
    SKOS + "hiddenLabel": "prose",
    FG + "abbreviation": "abbreviation",
}
_KINDS: dict[str, AgentKind] = {
    SCHEMA + "Person": "person",
    SCHEMA + "Organization": "organization",
    FG + "CreativeTeam": "team",
}
# The role of those who wrote what a film is made from, and the department of those who did not work on it.
SOURCE_AUTHOR = "source-author"
_SOURCE = "source"
_KIND_ORDER: tuple[AgentKind, ...] = ("person", "team", "organization")
_MATCHES = (SKOS + "exactMatch", SKOS + "closeMatch")
_MARC = "http://id.loc.gov/vocabulary/relators/"
_WIKIDATA = ("http://www.wikidata.org/prop/direct/", "http://www.wikidata.org/entity/")


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """A word or phrase for a role: `language` as in BCP 47 ("en"), `use` as the module says."""

    text: str
    language: str
    use: RoleUse


@dataclass(frozen=True, slots=True)
class Role:
    """A credited function. `id` is the local name ("executive-producer"), `label` the English name.

    `department` is the local name of a department ("camera"), `kinds` are the
    kinds of agent that may hold the role, `direct_property` is the IRI of the
    property that ties film to agent, `reported_as` the role's name in the
    extract JSON. `labels` start with the English name. `broader` holds the ids
    of the roles or groups right above. `marc` is a MARC relator code ("cng"),
    `wikidata` a property or item ("P344"), where one matches.
    """

    id: str
    iri: str
    label: str
    department: str
    kinds: tuple[AgentKind, ...]
    direct_property: str
    reported_as: str
    labels: tuple[RoleLabel, ...]
    broader: tuple[str, ...] = ()
    marc: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """A concept above several roles ("producing") that is asked for but never credited."""

    id: str
    iri: str
    label: str
    labels: tuple[RoleLabel, ...]
    broader: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoleCatalog:
    """All roles and groups by id, in alphabetical order; `departments` maps ids to English names."""

    roles: Mapping[str, Role]
    groups: Mapping[str, RoleGroup]
    departments: Mapping[str, str]

    def find(
        self, label: str, uses: tuple[RoleUse, ...] = LABELS, language: str | None = None
    ) -> tuple[Role, ...]:
        """The roles that `label` names, compared without case, accents, punctuation; in order of id.

        Several where the trade's word is ambiguous ("Production" of companies
        or persons); empty where no role bears it. `uses=WORDS` also finds the
        words of prose. `language` keeps one language's labels where the same
        word means different things ("argumento"); None takes all.

        >>> [role.id for role in load_roles().find("Directeur de la photographie")]
        ['cinematographer']
        >>> load_roles().find("helmer"), [r.id for r in load_roles().find("helmer", WORDS)]
        ((), ['director'])
        >>> [r.id for r in load_roles().find("argumento", language="es")]
        ['story']
        """
        ids = {
            role_id
            for role_id, spoken, use in self._by_label.get(fold(label), ())
            if use in uses and language in (None, spoken)
        }
        return tuple(self.roles[role_id] for role_id in sorted(ids))

    def narrower(self, role_id: str) -> tuple[str, ...]:
        """The ids of the roles under `role_id`, transitively, sorted; a role's own id stands first.

        A group has no credits of its own and is left out. Raises KeyError for an unknown id.

        >>> load_roles().narrower("sound")
        ('sound', 're-recording-mixer', 'sound-designer', 'sound-editor', 'sound-recordist')
        """
        if role_id not in self.roles and role_id not in self.groups:
            raise KeyError(f"{role_id!r} is not a role of ontology/roles.ttl")
        found: set[str] = set()
        waiting = [role_id]
        while waiting:
            for below in self._below.get(waiting.pop(), ()):
                if below not in found:
                    found.add(below)
                    waiting.append(below)
        own = (role_id,) if role_id in self.roles else ()
        return own + tuple(sorted(i for i in found if i in self.roles and i != role_id))

    def groups_of(self, role_id: str) -> tuple[str, ...]:
        """The ids of the groups above a role, nearest first ("producer" → ("producing",))."""
        above: dict[str, None] = {}
        waiting = list(self.roles[role_id].broader)
        while waiting:
            here = waiting.pop(0)
            if here not in above:
                above[here] = None
                waiting += (self.roles.get(here) or self.groups[here]).broader
        return tuple(i for i in above if i in self.groups)

    def labels(self, uses: tuple[RoleUse, ...] = LABELS) -> Iterator[tuple[str, Role, str]]:
        """Every label as (folded label, role, language), by role, then in the order of the file."""
        for role in self.roles.values():
            for label in role.labels:
                if label.use in uses:
                    yield fold(label.text), role, label.language

    def abbreviations(self, language: str) -> dict[str, tuple[Role, ...]]:
        """The one-letter labels of a language, folded, each with its roles.

        >>> [role.id for role in load_roles().abbreviations("de")["k"]]
        ['cinematographer']
        """
        found: dict[str, tuple[Role, ...]] = {}
        for letter, role, spoken in self.labels(("abbreviation",)):
            if spoken == language:
                found[letter] = (*found.get(letter, ()), role)
        return found

    @cached_property
    def of_companies(self) -> frozenset[str]:
        """The ids of the roles that no person holds ("distributor")."""
        return frozenset(role.id for role in self.roles.values() if "person" not in role.kinds)

    @cached_property
    def of_sources(self) -> frozenset[str]:
        """The ids of the roles whose holders are credited but did not work on the film ("source-author")."""
        return frozenset(role.id for role in self.roles.values() if role.department == _SOURCE)

    @cached_property
    def _by_label(self) -> dict[str, list[tuple[str, str, RoleUse]]]:
        found: dict[str, list[tuple[str, str, RoleUse]]] = {}
        for role in self.roles.values():
            for label in role.labels:
                found.setdefault(fold(label.text), []).append((role.id, label.language, label.use))
        return found

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        below: dict[str, list[str]] = {}
        concepts: list[Role | RoleGroup] = [*self.roles.values(), *self.groups.values()]
        for concept in concepts:
            for above in concept.broader:
                below.setdefault(above, []).append(concept.id)
        return {above: tuple(sorted(ids)) for above, ids in below.items()}


@cache
def load_roles() -> RoleCatalog:
    """The catalog of `ontology/roles.ttl`, read once in a process."""
    return read_roles(find_folder("ontology") / "roles.ttl")


# Of one concept: predicate → objects, each as (value, language).
_Statements = dict[str, list[tuple[str, str]]]


def read_roles(path: Path) -> RoleCatalog:
    """The roles of a Turtle file of the scheme's form.

    Raises SyntaxError with the line where the file is not Turtle, and
    ValueError where a role lacks a name, department, property or report name.
    """
    concepts = _read_concepts(path)
    roles: dict[str, Role] = {}
    groups: dict[str, RoleGroup] = {}
    departments: dict[str, str] = {}
    for iri, said in sorted(concepts.items()):
        if iri.startswith(DEPARTMENT) and iri != DEPARTMENT:
            departments[iri.removeprefix(DEPARTMENT)] = _read_labels(iri, said)[0].text
        elif iri.startswith(ROLE) and iri != ROLE:
            role_id = iri.removeprefix(ROLE)
            if (FG + "RoleGroup", "") in said.get(RDF + "type", []):
                labels = _read_labels(iri, said)
                groups[role_id] = RoleGroup(role_id, iri, labels[0].text, labels, _read_broader(said))
            else:
                roles[role_id] = _build_role(role_id, iri, said)
    return RoleCatalog(roles, groups, departments)


def _read_concepts(path: Path) -> dict[str, _Statements]:
    from pyoxigraph import Literal as OxLiteral
    from pyoxigraph import NamedNode, RdfFormat, parse

    concepts: dict[str, _Statements] = {}
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | OxLiteral):
            language = (value.language or "") if isinstance(value, OxLiteral) else ""
            said = concepts.setdefault(subject.value, {})
            said.setdefault(quad.predicate.value, []).append((value.value, language))
    return concepts


def _build_role(role_id: str, iri: str, said: _Statements) -> Role:
    labels = _read_labels(iri, said)
    kinds = {_KINDS[value] for value, _ in said.get(FG + "agentKind", [])}
    matches = [value for predicate in _MATCHES for value, _ in said.get(predicate, [])]
    return Role(
        id=role_id,
        iri=iri,
        label=labels[0].text,
        department=_read_one(iri, said, FG + "department").removeprefix(DEPARTMENT),
        kinds=tuple(kind for kind in _KIND_ORDER if kind in kinds),
        direct_property=_read_one(iri, said, FG + "directProperty"),
        reported_as=_read_one(iri, said, FG + "reportedAs"),
        labels=labels,
        broader=_read_broader(said),
        marc=_first_under(matches, _MARC),
        wikidata=_first_under(matches, *_WIKIDATA),
    )


def _read_labels(iri: str, said: _Statements) -> tuple[RoleLabel, ...]:
    """All labels, the English name first, then as the file has them."""
    labels = [
        RoleLabel(text, language, use)
        for predicate, use in _USES.items()
        for text, language in said.get(predicate, [])
    ]
    english = [label for label in labels[: len(said.get(SKOS + "prefLabel", []))] if label.language == "en"]
    if len(english) != 1:
        raise ValueError(f"<{iri}> needs exactly one skos:prefLabel in English; it has {len(english)}")
    return (english[0], *(label for label in labels if label is not english[0]))


def _read_one(iri: str, said: _Statements, predicate: str) -> str:
    values = [value for value, _ in said.get(predicate, [])]
    if len(values) != 1:
        raise ValueError(f"<{iri}> needs exactly one <{predicate}>; it has {len(values)}")
    return values[0]


def _read_broader(said: _Statements) -> tuple[str, ...]:
    return tuple(sorted(value.removeprefix(ROLE) for value, _ in said.get(SKOS + "broader", [])))


def _first_under(iris: list[str], *namespaces: str) -> str | None:
    """The local name of the first of `iris` in the first namespace that has one."""
    for namespace in namespaces:
        for iri in iris:
            if iri.startswith(namespace):
                return iri.removeprefix(namespace)
    return None
