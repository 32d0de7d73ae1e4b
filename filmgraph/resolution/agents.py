"""Which mentions name one agent.

The rules, strongest first:

1. What a person decided holds.
2. One external id, one agent; two ids of one scheme, two agents.
3. One name on one film is one agent, in however many documents it stands.
4. One name on several films is one agent as long as nothing speaks against it:
   other ids, two characters in one cast list, careers that lie too far apart.
   A name that then fits several agents goes to the one with whom it shares
   people or roles, and stays alone where none or several do.
5. Two names that are alike are one agent only when the film, and mostly the
   role, is the same, no document credits both, and no third name fits as well.
6. On different films two alike names are one agent only where they differ by
   spaces, a short form or initials, and role, years and a co-worker agree.
7. A surname alone is a full name's only by rule 5.

Names are compared within blocks (one normal form, or one film and a shared
word), so that the cost grows with the blocks and not with their product.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from filmgraph.model.names import surname
from filmgraph.resolution.alike import find_crowded_films, join_alike
from filmgraph.resolution.certain import (
    Constraint,
    apply_constraints,
    forbid_double_casting,
    join_by_ids,
    mark_constrained,
)
from filmgraph.resolution.grouping import AgentNote, FilmFrame, Grouping
from filmgraph.resolution.likely import join_likely
from filmgraph.resolution.mentions import Mention
from filmgraph.resolution.nodes import Node, build_nodes
from filmgraph.resolution.same_name import join_block, join_on_each_film, note_bare_surnames, note_kinds

# Of a hundred names so many may be written without a capital before it is taken for a habit.
_FEW = 0.02


@dataclass(frozen=True, slots=True)
class AgentGroups:
    """The outcome: the nodes, the root node of each, and why."""

    nodes: tuple[Node, ...]
    root_of: tuple[int, ...]
    notes: tuple[AgentNote, ...]


def group_agents(
    mentions: Sequence[Mention], films: Sequence[FilmFrame], constraints: Sequence[Constraint] = ()
) -> AgentGroups:
    """Group `mentions`, which must be in a fixed order, by agent."""
    nodes = build_nodes(mentions, mark_constrained(constraints))
    run = Grouping(nodes, films)
    apply_constraints(run, constraints)
    join_by_ids(run)
    forbid_double_casting(run)
    full, bare = _find_blocks(nodes)
    phrases = _find_phrases(nodes)
    for block in full:
        if block[0] in phrases:
            join_on_each_film(run, block)
        else:
            join_block(run, block)
    for block in bare:
        join_on_each_film(run, block)
    for items in find_crowded_films(run):
        join_alike(run, items)
    join_likely(run)
    for block in bare:
        note_bare_surnames(run, block)
    note_kinds(run)
    roots = tuple(run.find(n) for n in range(len(nodes)))
    return AgentGroups(tuple(nodes), roots, tuple(run.notes))


def _find_blocks(nodes: Sequence[Node]) -> tuple[list[list[int]], list[list[int]]]:
    """The nodes of each name: names that identify, and surnames that stand alone.

    A single word is a surname where somebody else bears it as one; else it is a
    name like any other ("Madonna").
    """
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    surnames: set[str] = set()
    for number, node in enumerate(nodes):
        found[node.kind, node.key].append(number)
        if node.kind == "person" and " " in node.key:
            surnames.add(surname(node.name))
            surnames.add(node.key.rpartition(" ")[2])
    full: list[list[int]] = []
    bare: list[list[int]] = []
    for (kind, key), items in found.items():
        (bare if kind == "person" and key in surnames else full).append(items)
    return full, bare


def _find_phrases(nodes: Sequence[Node]) -> set[int]:
    """The nodes of persons whose name has no capital ("a passer-by"), where nearly all others have one.

    Such words describe: they name nobody from one film to the next.
    """
    written = [
        n for n, node in enumerate(nodes) if node.kind == "person" and node.name.upper() != node.name.lower()
    ]
    small = {n for n in written if nodes[n].name.islower()}
    return small if len(small) < len(written) * _FEW else set()
