"""Who belongs to a creative team: the people named with it, or those of its surname credited together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from filmgraph.model.names import surname
from filmgraph.resolution.agents import AgentGroups
from filmgraph.resolution.mentions import Mention

# One family in one cast makes no team.
_ACTING = frozenset({"actor", "voice-actor", "narrator"})


def find_members(mentions: Sequence[Mention], groups: AgentGroups) -> dict[int, tuple[int, ...]]:
    """The members of each team, both by root node.

    A document that names them decides; else people of the team's surname whom
    one document credits in one role on one film: one that the team is credited
    on, else any. Teams whose members cannot be told have none.
    """
    node_of = {m: n for n, node in enumerate(groups.nodes) for m in node.mentions}
    named = _find_named(mentions, groups, node_of)
    films: dict[int, set[int]] = defaultdict(set)
    roles: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, str] = {}
    for number, node in enumerate(groups.nodes):
        if node.kind == "team":
            root = groups.root_of[number]
            films[root].add(node.film)
            roles[root] |= node.roles
            keys.setdefault(root, node.key)
    together = _find_together(mentions, groups, node_of, set(keys.values())) if keys else {}
    found: dict[int, tuple[int, ...]] = {}
    for root, key in keys.items():
        left_out = _ACTING - roles[root]
        parties = [(film, people) for film, role, people in together.get(key, ()) if role not in left_out]
        near = [people for film, people in parties if film in films[root]]
        members = named.get(root) or _agree(near) or _agree([people for _, people in parties])
        if members:
            found[root] = tuple(sorted(members))
    return found


def _find_named(
    mentions: Sequence[Mention], groups: AgentGroups, node_of: dict[int, int]
) -> dict[int, frozenset[int]]:
    """The members that credits name, by team."""
    parties: dict[int, list[frozenset[int]]] = defaultdict(list)
    team, people = -1, set[int]()
    for number, mention in enumerate(mentions):
        if mention.part == "credit":
            if team >= 0 and people:
                parties[team].append(frozenset(people))
            team = groups.root_of[node_of[number]] if mention.kind == "team" else -1
            people = set()
        elif mention.part == "member" and team >= 0:
            people.add(groups.root_of[node_of[number]])
    if team >= 0 and people:
        parties[team].append(frozenset(people))
    return {root: members for root, sets in parties.items() if (members := _agree(sets))}


def _find_together(
    mentions: Sequence[Mention], groups: AgentGroups, node_of: dict[int, int], keys: set[str]
) -> dict[str, list[tuple[int, str, frozenset[int]]]]:
    """For each surname the parties of its bearers: (film, role, people) of one document."""
    parties: dict[tuple[str, int, int, str], set[int]] = defaultdict(set)
    for number, mention in enumerate(mentions):
        if mention.kind == "person" and mention.part == "credit" and " " in mention.name:
            last = surname(mention.name)
            if last in keys:
                party = last, mention.facts, mention.film, mention.role
                parties[party].add(groups.root_of[node_of[number]])
    found: dict[str, list[tuple[int, str, frozenset[int]]]] = defaultdict(list)
    for (last, _, film, role), people in parties.items():
        if len(people) > 1:
            found[last].append((film, role, frozenset(people)))
    return found


def _agree(parties: Sequence[frozenset[int]]) -> frozenset[int] | None:
    """The party that occurs most, as long as no other shares nobody with it."""
    if not parties:
        return None
    counts = Counter(parties)
    best = min(counts, key=lambda p: (-counts[p], len(p), sorted(p)))
    return best if all(best & other for other in counts) else None
