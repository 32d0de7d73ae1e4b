"""Names that are alike on different films: one agent where role, years and co-workers speak for it.

Which likeness is enough with how many co-workers was measured on 42,674 credits
whose persons are known by id, on pairs of names with a role in common and no
more than 20 years between them:

| likeness | co-workers | right | wrong |
|---|---|---|---|
| spaces and hyphens | any | 24 | 0 |
| a short form | 1 | 32 | 1 |
| initials | 1 | 4 | 0 |
| order | 1 | 34 | 5 |
| one letter | 1 | 35 | 9 |
| a middle name | 1 | 35 | 14 |

The last three are wrong too often (fathers and sons, brothers, two people of
one family name): with co-workers they are doubts to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from filmgraph.resolution.comparisons import Likeness, LikenessKind, compare_persons
from filmgraph.resolution.grouping import Grouping

# Co-workers that a likeness needs on different films; what is not named here is a doubt at most.
CO_WORKERS: dict[LikenessKind, int] = {"spacing": 0, "nickname": 1, "initials": 1}
YEARS_APART = 20
# A block of more names than this says nothing ("j smith"), and would cost its square.
_BLOCK = 60


class _Pair(NamedTuple):
    """Two alike names by their root nodes, and the co-workers they share."""

    left: int
    right: int
    like: Likeness
    shared: tuple[str, ...]

    @property
    def is_enough(self) -> bool:
        """Whether the likeness and the co-workers make them one agent."""
        need = CO_WORKERS.get(self.like.kind)
        return need is not None and len(self.shared) >= need


def join_afar(run: Grouping) -> None:
    """Join alike names of persons on different films, each only where it fits one other; say the doubts."""
    pairs = list(_find_pairs(run))
    fits: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        fits[pair.left].add(pair.right)
        fits[pair.right].add(pair.left)
    for pair in pairs:
        a, b = run.nodes[pair.left].name, run.nodes[pair.right].name
        company = f", with {pair.shared[0]}" if pair.shared else ""
        role = min(run.known(pair.left).roles & run.known(pair.right).roles).replace("-", " ")
        alone = len(fits[pair.left]) == len(fits[pair.right]) == 1
        if pair.is_enough and alone and run.join(pair.left, pair.right):
            why = f"'{a}' and '{b}' are {pair.like.why}; each {role}{company} on different films"
            run.note("joined", pair.left, pair.right, why)
        elif pair.shared:
            why = f"'{a}' and '{b}' may be {pair.like.why}: each {role}{company}, but on different films"
            run.note("doubtful", pair.left, pair.right, why)


def _find_pairs(run: Grouping) -> Iterator[_Pair]:
    """Pairs of alike names with a role in common, not far apart in time, on different films."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, node in enumerate(run.nodes):
        if node.kind == "person" and " " in node.key:
            bearers[node.key].add(run.find(number))
    # A name that two agents bear cannot say which of them a third name means.
    single = {key: next(iter(roots)) for key, roots in bearers.items() if len(roots) == 1}
    for left, right in _candidates(list(single)):
        a, b = sorted((single[left], single[right]))
        if a == b or not _may_be_one(run, a, b):
            continue
        like = compare_persons(run.nodes[a].name, run.nodes[b].name)
        if like is None or like.kind in ("same", "surname"):
            continue
        shared = sorted(run.company(a) & run.company(b) - {left, right})
        yield _Pair(a, b, like, tuple(_as_printed(run, a, key) for key in shared[:1]))


def _may_be_one(run: Grouping, a: int, b: int) -> bool:
    """Whether two agents share a role but no film, in years not far apart, and nothing contradicts it."""
    one, other = run.known(a), run.known(b)
    if one.roles.isdisjoint(other.roles) or not one.films.isdisjoint(other.films):
        return False
    if not one.years or not other.years:
        return False
    near = any(abs(x - y) <= YEARS_APART for x in one.years for y in other.years)
    return near and not run.contradiction(a, b)


def _candidates(keys: list[str]) -> list[tuple[str, str]]:
    """Pairs of names that share a surname and an initial, all their words, or all their letters."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in keys:
        words = key.split()
        blocks[words[-1], words[0][0]].append(key)
        blocks["words", *sorted(words)].append(key)
        blocks["letters", "".join(words)].append(key)
    found = {
        (min(pair), max(pair))
        for block in blocks.values()
        if 1 < len(block) <= _BLOCK
        for pair in combinations(block, 2)
    }
    return sorted(found)


def _as_printed(run: Grouping, agent: int, key: str) -> str:
    """A co-worker's name as a film of the agent prints it."""
    films = sorted(run.known(agent).films)
    return next(names[key] for film in films if key in (names := run.names_on(film)))
