"""What a person types for a query's parameters, turned into RDF terms: names, role words, years, text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from filmgraph.catalogs.namespaces import ROLE, XSD
from filmgraph.catalogs.queries import NamedQuery, Param
from filmgraph.catalogs.roles import WORDS, RoleCatalog, load_roles
from filmgraph.errors import QueryError
from filmgraph.model.knowledge import EntityKind, Knowledge
from filmgraph.model.linking import Link, link_agent, link_film, read_teams
from filmgraph.model.names import fold
from filmgraph.model.terms import IRI, Literal, Term

_KINDS: dict[str, tuple[EntityKind, ...]] = {
    "person": ("person", "team"),
    "organization": ("organization",),
    "agent": ("person", "team", "organization"),
}
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class ResolvedParameters:
    """Terms for `catalogs.queries.bind`, and notes on names that could mean something else."""

    bindings: Mapping[str, tuple[Term, ...]]
    notes: tuple[str, ...] = ()


def resolve_parameters(
    query: NamedQuery, given: Mapping[str, str], knowledge: Knowledge
) -> ResolvedParameters:
    """The terms for the parameters `given` as text; an empty text leaves a parameter open.

    A film or agent is given by name or IRI. A team counts with its members, a
    member with the team's own credits. A role is a word in any language of the
    role scheme or a role's id, and takes in the narrower roles. Raises
    QueryError for a parameter the query lacks or a value that does not fit, and
    NameNotFoundError, naming the nearest names.
    """
    bindings: dict[str, tuple[Term, ...]] = {}
    notes: list[str] = []
    for name, text in given.items():
        param = query.param(name)
        if not text.strip():
            continue
        if param.type == "film":
            link = link_film(text, knowledge)
            bindings[name] = (IRI(link.iri),)
            notes += link.notes
        elif param.type in _KINDS:
            link = link_agent(text, knowledge, _KINDS[param.type])
            bindings[name] = tuple(IRI(iri) for iri in widen_agent(link, knowledge))
            notes += link.notes
        else:
            bindings[name] = _read_plain(query, param, text.strip())
    return ResolvedParameters(bindings, tuple(notes))


def widen_agent(link: Link, knowledge: Knowledge) -> tuple[str, ...]:
    """All IRIs whose credits count as the agent's: a team's members, a member's teams."""
    if link.kind == "organization":
        return link.iris
    teams = read_teams(link.iris, knowledge)
    own = (member for team in teams if team.iri == link.iri for member, _ in team.members)
    return tuple(dict.fromkeys([*link.iris, *own, *(team.iri for team in teams)]))


def find_roles(text: str, catalog: RoleCatalog) -> tuple[str, ...]:
    """The ids of the roles that a word or an id stands for, narrower ones included; () for none.

    >>> find_roles("montage", load_roles()), find_roles("re-recording mixers", load_roles())
    (('editor',), ('re-recording-mixer',))
    """
    key = text.strip().removeprefix("role:").removeprefix(ROLE)
    if key in catalog.roles or key in catalog.groups:
        return catalog.narrower(key)
    forms = [key, key.removesuffix("s"), key.removesuffix("es"), re.sub(r"s\b", "", key, count=1)]
    for form in forms:
        if found := catalog.find(form, WORDS):
            return tuple(dict.fromkeys(i for role in found for i in catalog.narrower(role.id)))
    groups = [g.id for g in catalog.groups.values() if fold(key) in {fold(lb.text) for lb in g.labels}]
    return tuple(i for group in groups for i in catalog.narrower(group))


def _read_plain(query: NamedQuery, param: Param, text: str) -> tuple[Term, ...]:
    if param.type == "year":
        if not _YEAR.fullmatch(text):
            raise QueryError(
                f"The parameter {param.name!r} of {query.name!r} is a year of four digits, not {text!r}."
            )
        return (Literal(text, XSD + "gYear"),)
    if param.type == "text":
        # Values are compared as they stand in the graph; the usual capitals are tried beside what was typed.
        forms = dict.fromkeys([text, text.capitalize(), text.title(), text.upper()])
        return tuple(Literal(form) for form in forms)
    catalog = load_roles()
    roles = find_roles(text, catalog)
    if not roles:
        some = ", ".join(sorted(catalog.groups)) + ", " + ", ".join(list(catalog.roles)[:12])
        raise QueryError(
            f"The parameter {param.name!r} of {query.name!r} is a role, and no role is called {text!r}; "
            f"roles are {some} …"
        )
    return tuple(IRI(ROLE + role) for role in roles)
