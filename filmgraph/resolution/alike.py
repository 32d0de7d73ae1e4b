"""Names that are alike on one film: one agent where the film says enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from filmgraph.model.facts import AgentKind
from filmgraph.resolution.comparisons import NEEDS, Likeness, compare_companies, compare_persons
from filmgraph.resolution.grouping import Grouping

_SUREST_FIRST = {kind: rank for rank, kind in enumerate(NEEDS)}


def find_crowded_films(run: Grouping) -> list[list[int]]:
    """The nodes of each film that several descriptions tell of: only there may two names be one."""
    found: dict[int, list[int]] = defaultdict(list)
    told: dict[int, set[int]] = defaultdict(set)
    for number, node in enumerate(run.nodes):
        found[node.film].append(number)
        told[node.film] |= node.facts
    return [found[film] for film in sorted(found) if len(told[film]) > 1]


def join_alike(run: Grouping, items: Sequence[int]) -> None:
    """Join alike names among the nodes of one film, the surest likeness first.

    A name is joined only where it fits one other; where it fits several, or
    where what the likeness needs is not there, the doubt is said.
    """
    pairs = [
        (like, a, b)
        for a, b in _candidates(run, items)
        if (like := compare_nodes(run, a, b)) and like.kind != "same"
    ]
    fits: dict[int, set[int]] = defaultdict(set)
    for like, a, b in pairs:
        if _is_corroborated(run, like, a, b):
            fits[a].add(b)
            fits[b].add(a)
    for like, a, b in sorted(pairs, key=lambda p: (_SUREST_FIRST[p[0].kind], p[1], p[2])):
        if run.find(a) == run.find(b):
            continue
        weaker = min(a, b, key=lambda i: (len(run.nodes[i].key), run.nodes[i].key))
        rivals = {run.find(o) for o in fits[weaker]} - {run.find(weaker)}
        if b in fits[a] and len(rivals) == 1 and _is_corroborated(run, like, a, b):
            run.join(a, b)
            explain_pair(run, (a, run.nodes[a].name), (b, run.nodes[b].name))
        elif not _share_a_description(run, a, b):
            _note_doubt(run, like, a, b, len(rivals))


def compare_nodes(run: Grouping, a: int, b: int) -> Likeness | None:
    """How the names of two nodes are alike."""
    return _compare(run.nodes[a].kind, run.nodes[a].name, run.nodes[b].name)


def _compare(kind: AgentKind, left: str, right: str) -> Likeness | None:
    return compare_companies(left, right) if kind == "organization" else compare_persons(left, right)


def explain_pair(run: Grouping, left: tuple[int, str], right: tuple[int, str]) -> None:
    """A line on why two names are one agent, each given with a node that bears it."""
    (a, one), (b, other) = left, right
    like = _compare(run.nodes[a].kind, one, other)
    why = like.why if like else "names of one team" if run.nodes[a].kind == "team" else "one name"
    if run.nodes[a].film != run.nodes[b].film:
        together = f"on {run.film(a)} and {run.film(b)}; nothing contradicts it"
    else:
        together = _together(run, a, b)
    run.note("joined", a, b, f"'{one}' and '{other}' are {why}; {together}")


_VERBS = {"actor": "acted in", "director": "directed", "producer": "produced", "screenwriter": "wrote"}


def _together(run: Grouping, a: int, b: int) -> str:
    """What two nodes of one film both did on it."""
    shared = sorted(run.nodes[a].roles & run.nodes[b].roles)
    if not shared:
        return f"both are credited on {run.film(a)}"
    if shared[0] in _VERBS:
        return f"both {_VERBS[shared[0]]} {run.film(a)}"
    return f"both are credited as {shared[0].replace('-', ' ')} of {run.film(a)}"


def _candidates(run: Grouping, items: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of nodes of one kind that share a word of their names, or all their letters."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for item in items:
        node = run.nodes[item]
        if node.kind != "team":
            for word in {*node.key.split(), node.key.replace(" ", "")}:
                by_word[node.kind, word].append(item)
    found = {pair for sharing in by_word.values() for pair in combinations(sharing, 2)}
    return sorted((a, b) for a, b in found if run.find(a) != run.find(b))


def _is_corroborated(run: Grouping, like: Likeness, a: int, b: int) -> bool:
    """Whether what the likeness needs is there, and nothing contradicts it."""
    if _share_a_description(run, a, b) or run.contradiction(a, b):
        return False
    return NEEDS[like.kind] != "role" or not run.nodes[a].roles.isdisjoint(run.nodes[b].roles)


def _share_a_description(run: Grouping, a: int, b: int) -> bool:
    """Whether one description credits both: it knows them for two."""
    return not run.known(a).facts.isdisjoint(run.known(b).facts)


def _note_doubt(run: Grouping, like: Likeness, a: int, b: int, rivals: int) -> None:
    if run.clusters.forbidden(a, b):
        return
    reason = run.contradiction(a, b)
    if reason is None:
        different = f"on {run.film(a)} they have different roles"
        reason = f"{rivals} names fit" if rivals > 1 else different
    run.note("doubtful", a, b, f"{run.quote(a)} and {run.quote(b)} may be {like.why}, but {reason}")
