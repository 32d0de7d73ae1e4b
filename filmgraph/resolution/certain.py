"""What needs no weighing: decisions, external ids, and a name that one list gives to two characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from filmgraph.resolution.grouping import Grouping


@dataclass(frozen=True, slots=True)
class Constraint:
    """A decision in terms of mentions: those of `left` and `right` are one agent, or two."""

    number: int
    same: bool
    left: tuple[int, ...]
    right: tuple[int, ...]


def mark_constrained(constraints: Sequence[Constraint]) -> dict[int, str]:
    """A mark for each mention that a decision tells apart from another."""
    marks: dict[int, str] = defaultdict(str)
    for constraint in constraints:
        if not constraint.same:
            for side, numbers in (("l", constraint.left), ("r", constraint.right)):
                for number in numbers:
                    marks[number] += f"{constraint.number}{side};"
    return dict(marks)


def apply_constraints(run: Grouping, constraints: Sequence[Constraint]) -> None:
    """Carry out decisions, the newest first, so that it wins over what it contradicts."""
    if not constraints:
        return
    node_of = {m: n for n, node in enumerate(run.nodes) for m in node.mentions}
    for constraint in sorted(constraints, key=lambda c: c.number, reverse=True):
        left = sorted({node_of[m] for m in constraint.left})
        right = sorted({node_of[m] for m in constraint.right})
        if constraint.same:
            _join_decided(run, constraint.number, [*left, *right])
        else:
            _part_decided(run, constraint.number, left, right)


def _join_decided(run: Grouping, number: int, items: Sequence[int]) -> None:
    for item in items[1:]:
        run.join(items[0], item)
    names = sorted({run.nodes[i].name for i in items})
    shown = " and ".join(f"'{n}'" for n in names)
    run.note("joined", items[0], items[-1], f"{shown} are one: decided", number)


def _part_decided(run: Grouping, number: int, left: Sequence[int], right: Sequence[int]) -> None:
    for side in (left, right):
        for item in side[1:]:
            run.join(side[0], item)
    for a in left:
        for b in right:
            run.clusters.forbid(a, b)
    shown = f"{run.quote(left[0])} and {run.quote(right[0])}"
    run.note("kept apart", left[0], right[0], f"{shown} are two: decided", number)


def join_by_ids(run: Grouping) -> None:
    """One external id, one agent."""
    first: dict[tuple[str, str], int] = {}
    for number, node in enumerate(run.nodes):
        for scheme, value in sorted(node.ids):
            other = first.setdefault((scheme, value), number)
            if other != number and run.join(other, number) and run.nodes[other].name != node.name:
                why = f"{run.quote(other)} and {run.quote(number)} are one: {scheme} id {value}"
                run.note("joined", other, number, why)


def forbid_double_casting(run: Grouping) -> None:
    """Keep apart the bearers of a name that one cast list bills as two characters."""
    marked: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, node in enumerate(run.nodes):
        if node.character:
            marked[node.film, node.key].append(number)
    for items in marked.values():
        for a, b in combinations(items, 2):
            one, other = run.nodes[a], run.nodes[b]
            if one.character != other.character and one.facts & other.facts:
                run.clusters.forbid(a, b)
                shown = f"{run.quote(a)} stands twice in one cast list of {run.film(a)}"
                run.note("kept apart", a, b, f"{shown}, as '{one.character}' and as '{other.character}'")
