"""From groups of mentions to agents, credits, works and adaptations with IRIs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from filmgraph.catalogs.roles import SOURCE_AUTHOR
from filmgraph.model.entities import Adaptation, Agent, Attestation, Credit, Film, SourceWork
from filmgraph.model.facts import AgentKind, FilmFacts, Grade
from filmgraph.model.names import slug
from filmgraph.resolution.agents import AgentGroups
from filmgraph.resolution.iris import adaptation_iri, credit_iri, document_iri, preferred_id, tell_apart
from filmgraph.resolution.mentions import Mention, attest
from filmgraph.resolution.naming import choose_name, find_aliases
from filmgraph.resolution.teams import find_members
from filmgraph.resolution.works import WorkGroup, WorkMention, group_works


@dataclass(frozen=True, slots=True)
class HeldAgents:
    """The agents, sorted by IRI, and the IRI of each by its root node."""

    agents: tuple[Agent, ...]
    iri_of: Mapping[int, str]


def build_agents(
    mentions: Sequence[Mention], groups: AgentGroups, films: Sequence[Film], base: str
) -> HeldAgents:
    """The agents of `groups`, named and with their members."""
    mentions_of: dict[int, list[Mention]] = defaultdict(list)
    ids_of: dict[int, set[tuple[str, str]]] = defaultdict(set)
    kinds_of: dict[int, Counter[AgentKind]] = defaultdict(Counter)
    for node, root in zip(groups.nodes, groups.root_of, strict=True):
        mentions_of[root] += [mentions[m] for m in node.mentions]
        ids_of[root] |= node.ids
        kinds_of[root][node.kind] += len(node.mentions)
    roots = sorted(mentions_of)
    kinds = {root: _main_kind(counts) for root, counts in kinds_of.items()}
    names = {root: choose_name(kinds[root], mentions_of[root]) for root in roots}
    wanted = [preferred_id(sorted(ids_of[r])) or slug(names[r]) for r in roots]
    told = tell_apart(wanted, lambda n: _signature(mentions_of[roots[n]], films))
    iri_of = {root: f"{base}agent/{name}" for root, name in zip(roots, told, strict=True)}
    members = find_members(mentions, groups)
    agents = [
        Agent(
            iri=iri_of[root],
            kind=kinds[root],
            preferred_name=names[root],
            aliases=find_aliases(mentions_of[root], names[root]),
            members=tuple(sorted(iri_of[m] for m in members.get(root, ()))),
            ids=tuple(sorted(ids_of[root])),
        )
        for root in roots
    ]
    return HeldAgents(tuple(sorted(agents, key=lambda a: a.iri)), iri_of)


def _main_kind(kinds: Counter[AgentKind]) -> AgentKind:
    """The kind most nodes have; they differ only where a decision joined them."""
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _signature(mentions: Sequence[Mention], films: Sequence[Film]) -> list[str]:
    """Marks of an agent, coarse to fine: smallest (film, role), smallest character, all places."""

    def local(mention: Mention) -> str:
        return films[mention.film].iri.rpartition("/")[2]

    first = min((local(m), m.role) for m in mentions)
    characters = sorted(m.credit.character for m in mentions if m.credit and m.credit.character)
    places = sorted((m.attestation.iri, m.role, m.kind) for m in mentions)
    return ["\0".join(first), characters[0] if characters else "", repr(places)]


def build_credits(
    mentions: Sequence[Mention], groups: AgentGroups, held: HeldAgents, films: Sequence[Film], base: str
) -> tuple[Credit, ...]:
    """One credit for each film, agent and role, sorted by IRI."""
    node_of = _node_of(mentions, groups)
    said: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    through: dict[int, str] = {}
    owner = -1
    for number, mention in enumerate(mentions):
        if mention.part == "credit":
            owner = number
            said[mention.film, groups.root_of[node_of[number]], mention.role].append(number)
        elif mention.part == "through":
            through[owner] = held.iri_of[groups.root_of[node_of[number]]]
    found = []
    for (film, root, role), numbers in said.items():
        facts = [c for n in numbers if (c := mentions[n].credit)]
        film_iri, agent_iri = films[film].iri, held.iri_of[root]
        found.append(
            Credit(
                iri=credit_iri(base, film_iri, agent_iri, role),
                film=film_iri,
                agent=agent_iri,
                role=role,
                credited_as=_distinct([mentions[n].printed for n in numbers]),
                attestations=_sorted_attestations([mentions[n].attestation for n in numbers]),
                characters=_distinct([c.character for c in facts]),
                territories=_distinct([c.territory for c in facts]),
                through=_distinct([through[n] for n in numbers if n in through]) if through else (),
            )
        )
    return tuple(sorted(found, key=lambda c: c.iri))


def build_works(
    facts: Sequence[FilmFacts],
    film_of: Sequence[int],
    mentions: Sequence[Mention],
    groups: AgentGroups,
    held: HeldAgents,
    films: Sequence[Film],
    base: str,
) -> tuple[tuple[SourceWork, ...], tuple[Adaptation, ...]]:
    """The works that films were made from, and their ties to the films, each sorted by IRI."""
    node_of = _node_of(mentions, groups)
    authors = {
        (m.facts, m.attestation.iri, m.name): groups.root_of[node_of[n]]
        for n, m in enumerate(mentions)
        if m.part == "author" or m.role == SOURCE_AUTHOR
    }
    found = []
    for number, description in enumerate(facts):
        if film_of[number] < 0:
            continue
        document = document_iri(base, description.document)
        for work in description.source_works:
            said = attest(document, work.evidence, work.author or "")
            author = authors.get((number, said.iri, work.author or ""))
            found.append(WorkMention(film_of[number], author, work, said))
    grouped = group_works(found)
    iris = [
        f"{base}work/{name}"
        for name in tell_apart(
            [_work_name(w, films) for w in grouped], lambda n: _work_signature(grouped[n], films)
        )
    ]
    works = [
        SourceWork(iri, w.title, tuple(sorted(held.iri_of[a] for a in w.authors)), w.kind)
        for iri, w in zip(iris, grouped, strict=True)
    ]
    adaptations = [a for iri, w in zip(iris, grouped, strict=True) for a in _adaptations(iri, w, films, base)]
    return tuple(sorted(works, key=lambda w: w.iri)), tuple(sorted(adaptations, key=lambda a: a.iri))


def _work_name(work: WorkGroup, films: Sequence[Film]) -> str:
    authors = sorted({m.fact.author for m in work.mentions if m.fact.author})
    parts = [slug(work.title)] if work.title else []
    parts += [slug(authors[0])] if authors else []
    if not work.title:
        parts.append(min(films[m.film].iri.rpartition("/")[2] for m in work.mentions))
    return "-".join(parts)


def _work_signature(work: WorkGroup, films: Sequence[Film]) -> list[str]:
    first = min((films[m.film].iri.rpartition("/")[2], m.fact.grade) for m in work.mentions)
    return ["\0".join(first), repr(sorted(m.attestation.iri for m in work.mentions))]


def _adaptations(iri: str, work: WorkGroup, films: Sequence[Film], base: str) -> list[Adaptation]:
    said: dict[tuple[int, Grade], list[Attestation]] = defaultdict(list)
    for mention in work.mentions:
        said[mention.film, mention.fact.grade].append(mention.attestation)
    return [
        Adaptation(
            iri=adaptation_iri(base, films[film].iri, iri, grade),
            film=films[film].iri,
            work=iri,
            grade=grade,
            attestations=_sorted_attestations(attestations),
        )
        for (film, grade), attestations in said.items()
    ]


def _sorted_attestations(attestations: Sequence[Attestation]) -> tuple[Attestation, ...]:
    """Without repetition, in the order of their IRIs."""
    if len(attestations) == 1:
        return (attestations[0],)
    distinct = dict.fromkeys(attestations)
    return tuple(sorted(distinct, key=lambda a: (a.iri, a.printed_name, a.rule, a.billing_order or 0)))


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """The texts among `values`, sorted, each once."""
    found = {v for v in values if v}
    return tuple(sorted(found)) if len(found) > 1 else tuple(found)


def _node_of(mentions: Sequence[Mention], groups: AgentGroups) -> list[int]:
    """The node of each mention."""
    found = [0] * len(mentions)
    for number, node in enumerate(groups.nodes):
        for mention in node.mentions:
            found[mention] = number
    return found
