"""Facts of all documents to one dataset: films first, then agents, then what ties them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from filmgraph.catalogs.namespaces import ID
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.decisions import Decision
from filmgraph.model.entities import Dataset, Explanation, Film, SourceDocument
from filmgraph.model.facts import AgentKind, FilmFacts
from filmgraph.model.names import slug
from filmgraph.resolution.agents import AgentGroups, group_agents
from filmgraph.resolution.building import build_agents, build_credits, build_works
from filmgraph.resolution.certain import Constraint
from filmgraph.resolution.film_decisions import TITLE_FIELDS, FilmConstraint, build_film_constraints
from filmgraph.resolution.filmdata import Statement, build_film
from filmgraph.resolution.films import FilmGroups, group_films
from filmgraph.resolution.grouping import FilmFrame
from filmgraph.resolution.iris import attestation_iri, document_iri, preferred_id, tell_apart
from filmgraph.resolution.mentions import Mention, SourceInfo, attest, find_mentions
from filmgraph.resolution.replay import (
    MentionIndex,
    build_asserted,
    build_constraints,
    decision_iri,
    decisions_in_force,
    strike_rejected,
)


def resolve(
    documents: Sequence[SourceInfo],
    facts: Sequence[FilmFacts],
    decisions: Sequence[Decision] = (),
    base: str = ID,
    given: frozenset[str] = frozenset(),
) -> Dataset:
    """All that `documents` say in `facts`, resolved to films, agents, works and credits.

    `decisions` is the whole ledger. IRIs begin with `base`. The order of the
    arguments' items does not matter; the same items give the same dataset.
    What documents whose hash is `given` say among themselves is not explained:
    it was known before.
    Raises ValueError where facts come from a document that is not listed.
    """
    facts = sort_facts(facts)
    sources = {d.sha256: d for d in sorted(documents, key=lambda d: (d.sha256, d.origin), reverse=True)}
    missing = sorted({f.document for f in facts} - sources.keys())
    if missing:
        raise ValueError(f"facts of a document that is not listed: {missing[0]}")
    ledger = decisions_in_force(decisions)
    origins = {document_iri(base, sha): source.origin for sha, source in sources.items()}
    told = build_film_constraints(ledger, facts, origins, base)
    grouped = group_films(facts, told)
    films = build_films(facts, grouped, base)
    film_of = _film_of(grouped, len(facts))
    run = _apply_ledger(find_mentions(facts, film_of, base), films, ledger, origins, base)
    groups = group_agents(run.mentions, [FilmFrame(f.title, f.year) for f in films], run.constraints)
    held = build_agents(run.mentions, groups, films, base)
    works, adaptations = build_works(facts, film_of, run.mentions, groups, held, films, base)
    old = frozenset(n for n, f in enumerate(facts) if f.document in given)
    explanations = [
        *_explain_films(facts, grouped, films, film_of, base, old),
        *_explain_agents(groups, held.iri_of, base, old),
        *run.explanations,
    ]
    return Dataset(
        documents=_build_documents(sources, facts, film_of, films, base),
        films=tuple(sorted(films, key=lambda f: f.iri)),
        agents=held.agents,
        works=works,
        credits=build_credits(run.mentions, groups, held, films, base),
        adaptations=adaptations,
        explanations=_sorted_explanations(explanations),
        redirects=tuple(
            sorted(
                _find_redirects(ledger, run, groups, held.iri_of)
                | _find_film_redirects(told, films, film_of)
                | _find_slug_redirects(facts, grouped, films, base)
            )
        ),
        decisions=ledger,
    )


def sort_facts(facts: Iterable[FilmFacts]) -> list[FilmFacts]:
    """`facts` without repetition in an order of their own."""
    ordered = sorted(facts, key=lambda f: (f.document, f.film_key))
    found: list[FilmFacts] = []
    for _, alike in groupby(ordered, key=lambda f: (f.document, f.film_key)):
        first, *rest = alike
        found += sorted({first, *rest}, key=repr) if rest else [first]
    return found


def build_films(facts: Sequence[FilmFacts], grouped: FilmGroups, base: str) -> list[Film]:
    """The films of `grouped`, in its order."""
    bare: list[Film] = []
    for group in grouped.groups:
        film = _join_statements([facts[n] for n in group], base)
        doubted = set().union(*(_find_disputed_credits(facts[n], base) for n in group))
        bare.append(replace(film, disputed=tuple(sorted(doubted.union(film.disputed)))) if doubted else film)
    names = [preferred_id(f.ids) or _name_film(f) for f in bare]
    told = tell_apart(names, lambda n: _signature(bare[n], [facts[i] for i in grouped.groups[n]]))
    return [replace(film, iri=f"{base}film/{name}") for film, name in zip(bare, told, strict=True)]


def _join_statements(told: Sequence[FilmFacts], base: str) -> Film:
    """The film that descriptions tell of, without an IRI."""
    statements = [
        Statement(s.field, s.value, attest(document_iri(base, f.document), s.evidence, ""))
        for f in told
        for s in f.stated
    ]
    return build_film("", statements, [i for f in told for i in f.ids])


def _name_film(film: Film) -> str:
    """What a film's IRI ends in where it has no external id: its title and year."""
    return slug(film.title) + (f"-{film.year}" if film.year else "")


def _find_disputed_credits(facts: FilmFacts, base: str) -> set[str]:
    """The attestations of the credits in which a document's data contradicts its text."""
    told = (c for c in facts.contradictions if c.field != "year")  # the year has disputes of its own
    said = {stated.evidence.span for c in told for stated in c.values[1:]}
    disputed = (c for c in facts.credits if said and c.evidence.span in said)
    return {attestation_iri(document_iri(base, facts.document), c.evidence) for c in disputed}


def _signature(film: Film, facts: Sequence[FilmFacts]) -> list[str]:
    """Marks of a film, coarse to fine: its id or director, its key in the sources, its first source."""
    directors = sorted({slug(c.agent) for f in facts for c in f.credits if c.role == "director"})
    return [
        preferred_id(film.ids) or "",
        directors[0] if directors else "",
        min(f.film_key for f in facts),
        min(f.document for f in facts),
    ]


def _film_of(grouped: FilmGroups, count: int) -> list[int]:
    """The film of each description, -1 where no film could be made of it."""
    found = [-1] * count
    for film, group in enumerate(grouped.groups):
        for number in group:
            found[number] = film
    return found


@dataclass(frozen=True, slots=True)
class _Run:
    """The mentions and what the ledger says about them."""

    mentions: list[Mention]
    constraints: list[Constraint]
    index: MentionIndex
    explanations: tuple[Explanation, ...]


def _apply_ledger(
    found: Iterable[Mention],
    films: Sequence[Film],
    ledger: Sequence[Decision],
    origins: Mapping[str, str],
    base: str,
) -> _Run:
    """Assert and reject credits as the ledger says; what it says of identity becomes constraints."""
    mentions = list(found)
    titles = [f.titles for f in films]
    # A film is found by its title and year too: it may have got an id since an entry was written.
    places = {f"{base}film/{_name_film(f)}": n for n, f in enumerate(films)} if ledger else {}
    places |= {f.iri: n for n, f in enumerate(films)}
    index = MentionIndex(mentions if ledger else (), titles, origins)
    explanations = []
    for decision in ledger:
        if decision.kind == "assert":
            mention = build_asserted(decision, places, titles, _kind_of_asserted(decision, index), base)
            if mention:
                mentions.append(mention)
            else:
                why = f"decision {decision.number} could not be placed: no film {decision.film} is held"
                iri = decision_iri(base, decision.number)
                explanations.append(Explanation("doubtful", iri, iri, why, iri))
    if ledger:
        mentions = strike_rejected(mentions, ledger, MentionIndex(mentions, titles, origins), base)
        index = MentionIndex(mentions, titles, origins)
    asserted = {
        d.number: n
        for d in ledger
        if d.kind == "assert"
        for n, m in enumerate(mentions)
        if m.attestation.iri == decision_iri(base, d.number)
    }
    constraints = build_constraints(ledger, index, asserted)
    return _Run(mentions, constraints, index, tuple(explanations))


def _kind_of_asserted(decision: Decision, index: MentionIndex) -> AgentKind:
    """The kind of the agent that an assertion credits: as it stands elsewhere, else as its role has it."""
    known = index.find(decision.left)
    if known:
        return index.mentions[known[0]].kind
    role = load_roles().roles.get(decision.role or "")
    return role.kinds[0] if role else "person"


def _build_documents(
    sources: Mapping[str, SourceInfo],
    facts: Sequence[FilmFacts],
    film_of: Sequence[int],
    films: Sequence[Film],
    base: str,
) -> tuple[SourceDocument, ...]:
    told: dict[str, list[int]] = defaultdict(list)
    for number, description in enumerate(facts):
        told[description.document].append(number)
    found = []
    for sha, source in sources.items():
        mine = told.get(sha, [])
        single = facts[mine[0]] if len(mine) == 1 else None
        told_of = tuple(sorted({films[film_of[n]].iri for n in mine if film_of[n] >= 0}))
        found.append(
            SourceDocument(
                iri=document_iri(base, sha),
                sha256=sha,
                origin=source.origin,
                media_type=source.media_type,
                rights=source.rights,
                title=source.title,
                is_review=bool(told_of) and any(facts[n].is_review for n in mine),
                films=told_of,
                critic=single.first("critic") if single else None,
                outlet=single.first("outlet") if single else None,
                date=single.first("review_date") if single else None,
            )
        )
    return tuple(sorted(found, key=lambda d: d.iri))


def _explain_films(
    facts: Sequence[FilmFacts],
    grouped: FilmGroups,
    films: Sequence[Film],
    film_of: Sequence[int],
    base: str,
    old: frozenset[int],
) -> list[Explanation]:
    found = []
    for note in grouped.notes:
        left, right = film_of[note.left], film_of[note.right]
        if left >= 0 and right >= 0 and (note.by or not old.issuperset((note.left, note.right))):
            by = decision_iri(base, note.by) if note.by else "rule"
            found.append(Explanation(note.verdict, films[left].iri, films[right].iri, note.why, by))
    for number, description in enumerate(facts):
        if film_of[number] < 0 and number not in old:
            iri = document_iri(base, description.document)
            titles = [s.value for s in description.stated if s.field in TITLE_FIELDS]
            why = f"a description with {len(description.credits)} credits is left out: "
            why += f"its title {titles[0]!r} has no letters" if titles else "no title of a film is stated"
            found.append(Explanation("left out", iri, iri, why))
    return found


def _explain_agents(
    groups: AgentGroups, iri_of: Mapping[int, str], base: str, old: frozenset[int]
) -> list[Explanation]:
    found = []
    for note in groups.notes:
        if (
            old
            and not note.by
            and all(old.issuperset(groups.nodes[n].facts) for n in (note.left, note.right))
        ):
            continue
        left, right = (iri_of[groups.root_of[n]] for n in (note.left, note.right))
        # What was doubtful or apart by one rule may have been joined by another.
        if (left == right) == (note.verdict == "joined") or note.left == note.right:
            by = decision_iri(base, note.by) if note.by else "rule"
            found.append(Explanation(note.verdict, min(left, right), max(left, right), note.why, by))
    return found


def _sorted_explanations(explanations: Iterable[Explanation]) -> tuple[Explanation, ...]:
    return tuple(sorted(set(explanations), key=lambda e: (e.left, e.right, e.verdict, e.why, e.by)))


def _find_redirects(
    ledger: Sequence[Decision], run: _Run, groups: AgentGroups, iri_of: Mapping[int, str]
) -> set[tuple[str, str]]:
    """Where the IRIs of agents that decisions retired lead now."""
    node_of = {m: n for n, node in enumerate(groups.nodes) for m in node.mentions} if ledger else {}
    held = set(iri_of.values())
    found = {}
    for decision in ledger:
        for agent in (decision.left, decision.right):
            places = run.index.find(agent)
            if decision.kind == "same" and agent and agent.iri and agent.iri not in held and places:
                found[agent.iri] = iri_of[groups.root_of[node_of[places[0]]]]
    return set(found.items())


def _find_film_redirects(
    told: Sequence[FilmConstraint], films: Sequence[Film], film_of: Sequence[int]
) -> set[tuple[str, str]]:
    """Where the IRIs of films that decisions retired lead now."""
    held = {film.iri for film in films}
    return {
        (iri, films[film_of[side[0]]].iri)
        for constraint in told
        if constraint.same
        for iri, side in zip(constraint.iris, (constraint.left, constraint.right), strict=True)
        if iri not in held and film_of[side[0]] >= 0
    }


def _find_slug_redirects(
    facts: Sequence[FilmFacts], grouped: FilmGroups, films: Sequence[Film], base: str
) -> set[tuple[str, str]]:
    """Where the IRIs lead that films had by their titles before a source brought their ids.

    Nowhere where another film has that IRI, or several films had it.
    """
    leads: dict[str, set[str]] = defaultdict(set)
    for group, film in zip(grouped.groups, films, strict=True):
        without = [facts[n] for n in group if not facts[n].ids]
        if without and preferred_id(film.ids):
            leads[f"{base}film/{_name_film(_join_statements(without, base))}"].add(film.iri)
    held = {film.iri for film in films}
    return {
        (old, new) for old, found in leads.items() if old not in held and len(found) == 1 for new in found
    }
