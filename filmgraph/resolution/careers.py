"""Whether films that credit one name are one career, or where they fall apart into several.

A name is one person's until something speaks against it: a long silence, another
line of work, a name so common that others bear it. Each way to cut the films in
two, at a silence or between lines of work, is weighed; at the weakest they part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from filmgraph.resolution.grouping import CAREER_GAP, Grouping
from filmgraph.resolution.weights import (
    DECADE,
    LIKENESS,
    LINE_OF_WORK,
    RARITY,
    SPLIT,
    Comparison,
    clip_rarity,
    weigh,
)
from filmgraph.resolution.work_lines import lines_of_work

_Part = tuple[int, ...]
# A few reviews hold too few names to tell which are common: none is taken to be, then.
_NAMES = 1000
# Bits of rarity: of a single word that is nobody's surname, a middle initial, a middle name.
_SINGLE, _INITIAL, _MIDDLE = 6.0, 3.0, 5.0
# Decades between films of two lines of work that a name of middling rarity does not bridge.
_LONG = 5


class _Cut(NamedTuple):
    """A way to part the bearers of a name in two, and how much speaks against it."""

    bits: float
    left: _Part
    right: _Part
    comparison: Comparison


def join_careers(run: Grouping, roots: Sequence[int]) -> None:
    """Join the bearers `roots` of one name whom nothing contradicts; careers that fall apart stay apart.

    Companies and teams have no careers: they outlive people and do what comes.
    """
    persons = run.nodes[roots[0]].kind == "person"
    for part in _split(run, tuple(roots)) if persons else [tuple(roots)]:
        for root in part[1:]:
            run.join(part[0], root)


def _split(run: Grouping, part: _Part) -> list[_Part]:
    """`part`, or the careers that it falls apart into."""
    weakest = min(_find_cuts(run, part), key=_weakness, default=None) if len(part) > 1 else None
    if weakest is None or weakest.bits >= SPLIT:
        return [part]
    for a in weakest.left:
        for b in weakest.right:
            run.clusters.forbid(a, b)
    _note(run, weakest)
    return [*_split(run, weakest.left), *_split(run, weakest.right)]


def _find_cuts(run: Grouping, part: _Part) -> Iterator[_Cut]:
    """Each way to cut `part` that could be weak enough."""
    sure = LIKENESS["same"] + RARITY * clip_rarity(_rarity(run, part[0]))
    lines = {root: lines_of_work(run.known(root).roles) for root in part}
    yield from _cuts_at_silences(run, part, lines, sure)
    acting = tuple(root for root in part if "cast" in lines[root])
    other = tuple(root for root in part if lines[root] - {"cast"})
    # Who acts and does something else on one film does both.
    if acting and other and len(acting) + len(other) == len(part) and sure < SPLIT - DECADE * _LONG:
        yield _weigh(run, acting, other, same_work=False)


def _cuts_at_silences(
    run: Grouping, part: _Part, lines: Mapping[int, frozenset[str]], sure: float
) -> Iterator[_Cut]:
    """The cuts between films that follow each other in time."""
    dated = sorted((min(years), root) for root in part if (years := run.known(root).years))
    undated = tuple(root for root in part if not run.known(root).years)
    latest = dated[0][0] if dated else 0
    before: frozenset[str] = frozenset()
    for n, (year, root) in enumerate(dated):
        decades = (year - latest) / 10
        if n and decades > 0 and sure + DECADE * decades < SPLIT:
            after = frozenset[str]().union(*(lines[r] for _, r in dated[n:]))
            same_work = not before.isdisjoint(after)
            if sure + DECADE * decades + LINE_OF_WORK * same_work < SPLIT or decades * 10 > CAREER_GAP:
                left, right = (tuple(r for _, r in some) for some in (dated[:n], dated[n:]))
                # What bears no year goes with the longer career.
                longer = len(left) >= len(right)
                left, right = (left + undated, right) if longer else (left, right + undated)
                yield _weigh(run, left, right, same_work=same_work)
        before |= lines[root]
        latest = max(latest, *run.known(root).years)


def _rarity(run: Grouping, item: int) -> float:
    """How rare the name is; a middle name or initial makes it rarer, a single word is rare enough."""
    words = run.nodes[item].key.split()
    if len(words) == 1:
        return _SINGLE
    rarity = run.commonness.rarity(run.nodes[item].key, _NAMES)
    return rarity + sum(_INITIAL if len(word) <= 2 else _MIDDLE for word in words[1:-1])


def _weigh(run: Grouping, left: _Part, right: _Part, *, same_work: bool) -> _Cut:
    years = [{y for root in side for y in run.known(root).years} for side in (left, right)]
    apart = min((abs(x - y) for x in years[0] for y in years[1]), default=None)
    companies = [run.company_on(f for root in side for f in run.known(root).films) for side in (left, right)]
    shared = companies[0] & companies[1] - {run.nodes[root].key for root in (*left, *right)}
    weight = run.commonness.weight(shared)
    comparison = Comparison("same", apart, same_work, weight, _rarity(run, left[0]), marked=False)
    bits = weigh(comparison)
    if apart is not None and apart > CAREER_GAP and not shared:
        bits = min(bits, 0.0)
    return _Cut(round(bits, 2), left, right, comparison)


def _note(run: Grouping, cut: _Cut) -> None:
    """Say why two careers are two."""
    a, b = cut.left[-1], cut.right[0]
    said = []
    if cut.comparison.years_apart:
        said.append(f"their careers lie {cut.comparison.years_apart} years apart")
    if not cut.comparison.same_work:
        one, other = (min(run.known(root).roles).replace("-", " ") for root in (a, b))
        said.append(f"the one is credited as {one}, the other as {other}")
    if not cut.comparison.co_workers:
        said.append("they share no co-worker")
    if cut.comparison.rarity < 2:
        said.append("the name is common")
    shown = f"{run.quote(a)} on {run.film(a)} and on {run.film(b)} are two"
    run.note("kept apart", a, b, f"{shown}: {', '.join(said)} ({cut.bits:+.1f} bits)")


def _weakness(cut: _Cut) -> tuple[float, _Part]:
    return cut.bits, cut.left
