"""Alike names on different films: one agent where enough speaks for it, a doubt where something does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from filmgraph.resolution.comparisons import Likeness
from filmgraph.resolution.grouping import Grouping
from filmgraph.resolution.variants import compare_variants, find_block_keys
from filmgraph.resolution.weights import DOUBT, JOIN, JOIN_UNMARKED, LIKENESS, Comparison, weigh
from filmgraph.resolution.work_lines import lines_of_work

# A name or surname of more bearers than this says nothing.
_BEARERS = 20
# A few reviews hold too few names to tell which are common.
_NAMES = 512
# So much better than the next best must the best be.
_MARGIN = 2.0


class _Pair(NamedTuple):
    """Two alike names by their root nodes, and what speaks for them."""

    bits: float
    left: int
    right: int
    like: Likeness
    comparison: Comparison


def join_likely(run: Grouping) -> None:
    """Join alike names of persons on different films, the likeliest first; say the doubts."""
    pairs = sorted(_find_pairs(run), key=lambda p: (-p.bits, p.left, p.right))
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        best[pair.left].append((pair.bits, pair.right))
        best[pair.right].append((pair.bits, pair.left))
    for pair in pairs:
        if run.find(pair.left) == run.find(pair.right) or run.contradiction(pair.left, pair.right):
            continue
        rival = _find_rival(run, pair, best)
        if _is_enough(pair) and rival is None:
            why = _explain(run, pair, "are")
            run.join(pair.left, pair.right)
            run.note("joined", pair.left, pair.right, why)
        else:
            why = _explain(run, pair, "may be")
            if rival is not None:
                why += f"; but {run.quote(rival)} on {run.film(rival)} fits as well"
            run.note("doubtful", pair.left, pair.right, why)


def _is_enough(pair: _Pair) -> bool:
    """Whether the weights suffice, and something besides names, roles and years says so."""
    comparison = pair.comparison
    if comparison.marked:
        return pair.bits >= JOIN
    said = comparison.co_workers > 0 or LIKENESS[comparison.kind] > 0
    return said and pair.bits >= JOIN_UNMARKED


def _find_rival(run: Grouping, pair: _Pair, best: dict[int, list[tuple[float, int]]]) -> int | None:
    """Another agent that fits one side about as well and cannot be the same one as the other side."""
    for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
        for bits, third in best[side]:
            if bits < pair.bits - _MARGIN:
                break
            if run.find(third) in (run.find(side), run.find(other)):
                continue
            if run.contradiction(third, other) and not run.contradiction(third, side):
                return third
    return None


def _explain(run: Grouping, pair: _Pair, verb: str) -> str:
    a, b = pair.left, pair.right
    said = [f"{run.quote(a)} and {run.quote(b)} {verb} {pair.like.why}"]
    if pair.comparison.marked:
        marked = a if run.known(a).listed.variants and not run.known(a).listed.plain else b
        said.append(f"a list marks {run.quote(marked)} as not the usual name")
    roles = sorted(run.known(a).roles & run.known(b).roles)
    if roles:
        said.append(f"each is credited as {roles[0].replace('-', ' ')}")
    shared = sorted(run.shared_company(a, b), key=lambda key: (run.commonness.films[key], key))
    if shared:
        film = min(run.known(a).films, key=lambda f: (shared[0] not in run.names_on(f), f))
        more = f" and {len(shared) - 1} more" if len(shared) > 1 else ""
        said.append(f"with {run.names_on(film)[shared[0]]}{more}")
    if pair.comparison.years_apart is not None:
        years = pair.comparison.years_apart
        said.append("in one year" if not years else f"{years} year{'s' * (years > 1)} apart")
    return "; ".join(said[:1]) + "; " + ", ".join(said[1:]) + f" ({pair.bits:+.1f} bits)"


def compare_agents(run: Grouping, a: int, b: int, like: Likeness) -> Comparison:
    """What there is to weigh for two agents whose names are alike."""
    one, other = run.known(a), run.known(b)
    common = run.commonness
    return Comparison(
        like.kind,
        min((abs(x - y) for x in one.years for y in other.years), default=None),
        not lines_of_work(one.roles).isdisjoint(lines_of_work(other.roles)),
        common.weight(run.shared_company(a, b)),
        _rarity(run, a, b, like),
        one.listed.explains(other.listed),
    )


def _rarity(run: Grouping, a: int, b: int, like: Likeness) -> float:
    """The rarity of the rarer name; of a surname alone, its own."""
    keys = (run.nodes[a].key, run.nodes[b].key)
    if like.kind == "surname":
        return max(run.commonness.rarity(key) for key in keys if " " not in key)
    return max(run.commonness.rarity(key, _NAMES) for key in keys)


def _find_pairs(run: Grouping) -> Iterator[_Pair]:
    """Pairs of alike names that nothing contradicts and something speaks for."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, node in enumerate(run.nodes):
        if node.kind == "person" and (" " in node.key or node.listed.variants):
            bearers[node.key].add(run.find(number))
    names = {key: run.nodes[min(roots)].name for key, roots in bearers.items()}
    for left, right in _find_candidates(names):
        if len(bearers[left]) * len(bearers[right]) > _BEARERS**2:
            continue
        for a in sorted(bearers[left]):
            for b in sorted(bearers[right]):
                pair = _judge(run, a, b)
                if pair and pair.bits >= DOUBT:
                    yield pair


def _judge(run: Grouping, a: int, b: int) -> _Pair | None:
    if a == b or run.contradiction(a, b, by_years=False) or _told_apart(run, a, b):
        return None
    like = compare_variants(run.nodes[a].name, run.nodes[b].name)
    if like is None:
        return None
    comparison = compare_agents(run, a, b, like)
    # A surname alone stands for a person only where a list says that it stands for somebody it knows.
    if like.kind == "surname" and not comparison.marked:
        return None
    return _Pair(round(weigh(comparison), 2), min(a, b), max(a, b), like, comparison)


def _told_apart(run: Grouping, a: int, b: int) -> bool:
    """Whether one list credits both on one film: in one role, or in any where it marks no names."""
    one, other = run.known(a), run.known(b)
    shared = one.facts & other.facts
    if not shared:
        return False
    if not one.listed.explains(other.listed):
        return True
    roles = [
        {
            (film, role)
            for n in run.clusters.members(side)
            for film in run.nodes[n].facts & shared
            for role in run.nodes[n].roles
        }
        for side in (a, b)
    ]
    return not roles[0].isdisjoint(roles[1])


def _find_candidates(names: dict[str, str]) -> list[tuple[str, str]]:
    """Pairs of normal forms that share a block."""
    blocks: dict[tuple[int, str], list[str]] = defaultdict(list)
    surnames: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        if " " in key:
            for block in set(find_block_keys(names[key])):
                blocks[block].append(key)
            surnames[key.rpartition(" ")[2]].append(key)
    found = {
        pair
        for (most, _), block in blocks.items()
        if 1 < len(block) <= most
        for pair in combinations(block, 2)
    }
    for key in names:
        if " " not in key and len(surnames[key]) <= _BEARERS:
            found.update((min(key, other), max(key, other)) for other in surnames[key])
    return sorted(found)
