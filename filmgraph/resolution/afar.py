"""Names that are alike on different films: one agent where role, years and co-workers speak for it.

Which likeness is enough with how many co-workers was measured on 42,674 credits
whose persons are known by id, on pairs of names with a role in common and no
more than 20 years between them:

| likeness | co-workers | right | wrong |
|---|---|---|---|
| spaces and hyphens | any | 24 | 0 |
| a short form | 1 | 39 | 3 |
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

from rapidfuzz.distance import OSA

from filmgraph.resolution.comparisons import Likeness, LikenessKind, compare_persons
from filmgraph.resolution.grouping import Grouping
from filmgraph.resolution.nicknames import nickname_rows

# Co-workers that a likeness needs on different films; what is not named here is a doubt at most.
CO_WORKERS: dict[LikenessKind, int] = {"spacing": 0, "nickname": 1, "initials": 1}
YEARS_APART = 20
# A block of more names than this says nothing ("j smith"), and would cost its square.
_BLOCK = 30


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
    """Pairs of names that share a surname and a form of the given name, or all their words or letters."""
    sure: dict[tuple[str | int, ...], list[str]] = defaultdict(list)
    near: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in keys:
        words = key.split()
        near["surname", words[-1], words[0][0]].append(key)
        near["given name", words[0], words[-1][0]].append(key)
        for row in nickname_rows(words[0]):
            sure["short form", words[-1], row].append(key)
        sure["words", *sorted(words)].append(key)
        sure["letters", "".join(words)].append(key)
    found = {pair for block in sure.values() for pair in _pairs(block)}
    found |= {pair for block in near.values() for pair in _pairs(block) if _differ_little(*pair)}
    return sorted(found)


def _pairs(block: list[str]) -> Iterator[tuple[str, str]]:
    if 1 < len(block) <= _BLOCK:
        for a, b in combinations(block, 2):
            yield min(a, b), max(a, b)


def _differ_little(left: str, right: str) -> bool:
    """Whether the first and the last word are the same, one letter apart, or initials: cheap to say."""
    a, b = left.split(), right.split()
    if OSA.distance(a[-1], b[-1], score_cutoff=1) > 1:
        return False
    return min(len(a[0]), len(b[0])) <= 2 or OSA.distance(a[0], b[0], score_cutoff=1) <= 1


def _as_printed(run: Grouping, agent: int, key: str) -> str:
    """A co-worker's name as a film of the agent prints it."""
    films = sorted(run.known(agent).films)
    return next(names[key] for film in films if key in (names := run.names_on(film)))
