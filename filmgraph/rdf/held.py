"""What a graph holds, read back as values: the way from quads to films, agents and credits.

`quads.py` is the way there. Only what tells films and agents apart is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from filmgraph.catalogs import namespaces as ns
from filmgraph.model.entities import Ids
from filmgraph.model.facts import AgentKind
from filmgraph.model.knowledge import TripleSource
from filmgraph.model.terms import Term
from filmgraph.rdf import terms as t

AUTHOR = "author"
_KIND_OF: Mapping[str, AgentKind] = {iri.value: kind for kind, iri in t.KINDS.items()}  # type: ignore[misc]
_SCHEMES = {ns.FG + f"{scheme}Id": scheme for scheme in ("imdb", "tmdb", "wikidata", "viaf")}


@dataclass(frozen=True, slots=True)
class HeldFilm:
    """A film's data as the graph has them; `titles` are its other titles."""

    iri: str
    title: str
    titles: tuple[str, ...] = ()
    original_title: str | None = None
    year: int | None = None
    runtime_min: int | None = None
    ids: Ids = ()


@dataclass(frozen=True, slots=True)
class HeldAgent:
    """An agent's kind, names and ids as the graph has them."""

    iri: str
    kind: AgentKind
    name: str
    aliases: tuple[str, ...] = ()
    ids: Ids = ()


@dataclass(frozen=True, slots=True)
class HeldCredit:
    """A credit as the graph has it; `attestations` are IRIs.

    That an agent wrote the `work` that a film was made from is told likewise, in the role AUTHOR.
    """

    iri: str
    film: str
    agent: str
    role: str
    credited_as: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    attestations: tuple[str, ...] = ()
    work: str = ""


# What is read of a film, piece by piece: all its triples would be one for each of its credits.
_BRIEF = (t.NAME.value, t.DATE_PUBLISHED.value, ns.FG + "imdbId")
_FULL = (*_BRIEF, t.ALTERNATE_NAME.value, t.DURATION.value, ns.FG + "originalTitle", *_SCHEMES)


def read_film(graph: TripleSource, iri: str, *, brief: bool = False) -> HeldFilm | None:
    """The film with this IRI; None where the graph has none of a name.

    With `brief` only its name, year and IMDb's id are read.
    """
    said: dict[str, list[str]] = {}
    for predicate in _BRIEF if brief else dict.fromkeys(_FULL):
        said[predicate] = sorted(_text(value) for _, _, value in graph.find(iri, predicate))
        if not said[t.NAME.value]:
            return None
    originals = said.get(ns.FG + "originalTitle")
    return HeldFilm(
        iri,
        said[t.NAME.value][0],
        tuple(said.get(t.ALTERNATE_NAME.value, ())),
        originals[0] if originals else None,
        _year(said[t.DATE_PUBLISHED.value]),
        _minutes(said.get(t.DURATION.value, [])),
        _ids(said),
    )


def read_year(graph: TripleSource, iri: str) -> int | None:
    """The year of the film with this IRI; None where the graph has none."""
    return _year(sorted(_text(value) for _, _, value in graph.find(iri, t.DATE_PUBLISHED.value)))


def read_agent(graph: TripleSource, iri: str) -> HeldAgent | None:
    """The agent with this IRI; None where the graph has none of a name and kind."""
    said = _describe(graph, iri)
    kinds = [_KIND_OF[kind] for kind in said[t.A.value] if kind in _KIND_OF]
    if not kinds or t.NAME.value not in said:
        return None
    return HeldAgent(iri, kinds[0], said[t.NAME.value][0], tuple(said[t.ALTERNATE_NAME.value]), _ids(said))


def read_credit(graph: TripleSource, iri: str) -> HeldCredit | None:
    """The credit with this IRI; None where the graph has none that is whole."""
    said = _describe(graph, iri)
    film, agent, role = (said[ns.FG + name] for name in ("film", "agent", "role"))
    if not (film and agent and role):
        return None
    return HeldCredit(
        iri,
        film[0],
        agent[0],
        role[0].removeprefix(ns.ROLE),
        tuple(said[ns.FG + "creditedAs"]),
        tuple(said[ns.FG + "character"]),
        tuple(said[ns.FG + "attestedBy"]),
    )


def find_credits(graph: TripleSource, *, film: str | None = None, agent: str | None = None) -> Iterator[str]:
    """The IRIs of the credits of a film or of an agent."""
    name, value = ("film", film) if film else ("agent", agent)
    for node, _, _ in graph.find(None, ns.FG + name, value):
        if node.rpartition("/")[0].endswith("/credit"):
            yield node


def read_authors(graph: TripleSource, iri: str) -> Iterator[HeldCredit]:
    """Who wrote the work that an adaptation (its IRI) ties to a film."""
    said = _describe(graph, iri)
    for film, work in zip(said[ns.FG + "film"], said[ns.FG + "sourceWork"], strict=False):
        for _, _, author in graph.find(work, t.AUTHOR.value):
            told = tuple(said[ns.FG + "attestedBy"])
            tie = f"{iri}#{author.value.rpartition('/')[2]}"
            yield HeldCredit(tie, film, author.value, AUTHOR, attestations=told, work=work)


def find_adaptations(
    graph: TripleSource, *, film: str | None = None, author: str | None = None
) -> Iterator[str]:
    """The IRIs of the adaptations that tie a film, or the works of an author, to films and works."""
    if film:
        for node, _, _ in graph.find(None, ns.FG + "film", film):
            if node.rpartition("/")[0].endswith("/adaptation"):
                yield node
    elif author:
        for work, _, _ in graph.find(None, t.AUTHOR.value, author):
            for node, _, _ in graph.find(None, ns.FG + "sourceWork", work):
                yield node


def find_attested(graph: TripleSource, attestation: str) -> Iterator[str]:
    """The IRIs of what an attestation stands behind."""
    for node, _, _ in graph.find(None, ns.FG + "attestedBy", attestation):
        yield node


def _describe(graph: TripleSource, iri: str) -> defaultdict[str, list[str]]:
    """The values of a node by predicate, sorted, so that what is taken of several is always the same."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for _, predicate, value in graph.find(iri):
        said[predicate].append(_text(value))
    for values in said.values():
        values.sort()
    return said


def _text(term: Term) -> str:
    return term.value


def _ids(said: Mapping[str, list[str]]) -> Ids:
    return tuple(sorted((s, v) for iri, s in _SCHEMES.items() if iri in said for v in said[iri]))


def _year(values: list[str]) -> int | None:
    return int(values[0][:4]) if values and values[0][:4].isdigit() else None


def _minutes(values: list[str]) -> int | None:
    """The minutes of an `xsd:duration` of minutes, hours and days (Oxigraph says PT2H2M for PT122M)."""
    if not values:
        return None
    total, number = 0, ""
    for letter in values[0].removeprefix("P"):
        if letter.isdigit():
            number += letter
        elif letter in "DHM" and number:
            total, number = total + int(number) * {"D": 1440, "H": 60, "M": 1}[letter], ""
    return total
