"""Bearers of one name: one agent as long as nothing speaks against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from filmgraph.resolution.alike import explain_pair
from filmgraph.resolution.careers import join_careers
from filmgraph.resolution.filmdata import best_spelling
from filmgraph.resolution.grouping import Grouping, find_careers
from filmgraph.resolution.listed import NOT_LISTED, Listed


def join_block(run: Grouping, items: Sequence[int]) -> None:
    """Join the bearers of one name as far as nothing speaks against it, and say so.

    Where something does, those on one film go together, then those whom one
    list calls alike, then those who share co-workers, then those that fit one
    bearer only; the rest stays alone.
    """
    roots = run.roots(items)
    if len(roots) > 1:
        if _is_unanimous(run, roots):
            join_careers(run, roots)
        else:
            join_on_each_film(run, items)
            for alike in _listed_alike(run, roots):
                join_careers(run, alike)
            _join_co_workers(run, roots)
            _join_what_fits_once(run, roots)
    if len(items) > 1 or len(run.nodes[items[0]].mentions) > 1:
        _explain(run, items)


def _listed_alike(run: Grouping, roots: Sequence[int]) -> list[list[int]]:
    """The bearers of one name that lists write and mark alike."""
    found: dict[Listed, list[int]] = defaultdict(list)
    for root in run.roots(roots):
        listed = run.known(root).listed
        if listed is not NOT_LISTED:
            found[listed].append(root)
    return [alike for alike in found.values() if len(alike) > 1 and _is_unanimous(run, alike)]


def join_on_each_film(run: Grouping, items: Iterable[int]) -> None:
    """Join bearers of one name on one film."""
    first: dict[int, int] = {}
    for item in items:
        other = first.setdefault(run.nodes[item].film, item)
        if other != item and not run.contradiction(other, item):
            run.join(other, item)


def note_bare_surnames(run: Grouping, items: Sequence[int]) -> None:
    """Say of surnames without a first name that they stay by themselves."""
    for root in run.roots(items):
        if all(m in items for m in run.clusters.members(root)):
            why = f"{run.quote(root)} on {run.film(root)} is a surname alone: no document gives the full name"
            run.note("doubtful", root, root, why)


def note_kinds(run: Grouping) -> None:
    """Say of names that people and companies share that they are two."""
    bearers: dict[str, dict[str, int]] = {}
    for number, node in enumerate(run.nodes):
        bearers.setdefault(node.key, {}).setdefault(node.kind, number)
    for kinds in bearers.values():
        if "person" in kinds and "organization" in kinds:
            a, b = kinds["person"], kinds["organization"]
            why = f"{run.quote(a)} on {run.film(a)} is a person, on {run.film(b)} a company"
            run.note("kept apart", a, b, why)


def _is_unanimous(run: Grouping, roots: Sequence[int]) -> bool:
    """Whether nothing at all speaks against taking all `roots` for one agent."""
    ids: dict[str, set[str]] = defaultdict(set)
    listed = NOT_LISTED
    for root in roots:
        if run.clusters.has_foes(root):
            return False
        profile = run.known(root)
        if profile.listed is not NOT_LISTED and profile.listed != listed:
            if listed.contradicts(profile.listed):
                return False
            listed = listed.union(profile.listed)
        for scheme, values in profile.ids.items():
            ids[scheme] |= values
    return all(len(values) == 1 for values in ids.values())


def _join_co_workers(run: Grouping, roots: Sequence[int]) -> None:
    """Join bearers of one name who share co-workers, most of them first."""
    own = {run.nodes[r].key for r in roots}
    companies = {root: run.company(root) - own for root in run.roots(roots)}
    ranked = [(-len(companies[a] & companies[b]), a, b) for a, b in combinations(sorted(companies), 2)]
    for shared, a, b in sorted(ranked):
        if shared and not run.contradiction(a, b, by_years=False):
            run.join(a, b)


def _join_what_fits_once(run: Grouping, roots: Sequence[int]) -> None:
    """Join what contradicts nothing; what fits several bearers goes by its roles or stays alone."""
    left = run.roots(roots)
    careers = find_careers(set().union(*(run.known(r).years for r in left)))
    foes = {r: {o for o in left if o != r and run.contradiction(r, o, careers)} for r in left}
    unsure = [r for r in left if _divided(sorted(set(left) - foes[r] - {r}), foes)]
    for a, b in combinations([r for r in left if r not in unsure], 2):
        if b not in foes[a]:
            run.join(a, b)
    for root in unsure:
        fitting = run.roots([o for o in left if o not in unsure and o not in foes[root]])
        alike = [o for o in fitting if not run.known(o).roles.isdisjoint(run.known(root).roles)]
        if len(alike) == 1 and not run.contradiction(root, alike[0], careers):
            run.join(root, alike[0])
        elif fitting:
            why = f"{run.quote(root)} on {run.film(root)} fits {len(fitting)} bearers of the name"
            run.note("doubtful", fitting[0], root, why)


def _divided(items: Sequence[int], foes: Mapping[int, set[int]]) -> bool:
    """Whether two of `items` are foes."""
    return any(b in foes[a] for a, b in combinations(items, 2))


def _explain(run: Grouping, items: Sequence[int]) -> None:
    clusters: dict[int, list[int]] = defaultdict(list)
    for item in items:
        clusters[run.find(item)].append(item)
    for members in clusters.values():
        _explain_one(run, members)
    for a, b in pairwise(sorted(clusters)):
        why = run.contradiction(a, b)
        if why and why != "they were told apart":
            shown = f"{run.quote(a)} on {run.film(a)} and on {run.film(b)}"
            run.note("kept apart", a, b, f"{shown} are two: {why}")


def _explain_one(run: Grouping, members: Sequence[int]) -> None:
    """A line for one name that several descriptions bear, or one for each other spelling."""
    spelt = {name: m for m in reversed(members) for name in (*run.nodes[m].spellings, run.nodes[m].name)}
    fullest = best_spelling(list(spelt))
    first = spelt[fullest]
    for name in sorted(spelt.keys() - {fullest}):
        explain_pair(run, (first, fullest), (spelt[name], name))
    facts = set().union(*(run.nodes[m].facts for m in members))
    if len(facts) > 1 and len(spelt) == 1:
        shown = f"{run.quote(first)} is one name in {len(facts)} descriptions"
        run.note("joined", first, members[-1], f"{shown}, {_find_reason(run, members)}")


def _find_reason(run: Grouping, members: Sequence[int]) -> str:
    """What speaks for taking bearers of one name for one agent: a film, a co-worker or a role in common."""
    films = sorted({run.nodes[m].film for m in members})
    if len(films) == 1:
        return f"all on {run.film(members[0])}"
    company = Counter(key for film in films for key in run.names_on(film))
    del company[run.nodes[members[0]].key]
    times = max(company.values(), default=0)
    if times > 1:
        key = min(k for k, count in company.items() if count == times)
        return f"on {len(films)} films, with {_shown(run, films, key)} on {times} of them"
    roles = frozenset.intersection(*(run.nodes[m].roles for m in members))
    if roles:
        return f"on {len(films)} films, each time as {min(roles).replace('-', ' ')}"
    return f"on {len(films)} films; nothing contradicts it"


def _shown(run: Grouping, films: Sequence[int], key: str) -> str:
    """A name as the first of `films` that bears it prints it."""
    return next(names[key] for film in films if key in (names := run.names_on(film)))
