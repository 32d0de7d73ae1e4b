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
6. A surname alone is a full name's only by rule 5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from filmgraph.model.names import surname
from filmgraph.resolution.clusters import Clusters
from filmgraph.resolution.comparisons import NEEDS, Likeness, compare_companies, compare_persons
from filmgraph.resolution.mentions import Mention
from filmgraph.resolution.nodes import Node, build_nodes

# Nobody's career has a hole of so many years.
CAREER_GAP = 60


class AgentNote(NamedTuple):
    """A line on the agents of nodes `left` and `right`; `by` is 0 for a rule, else a decision's number."""

    verdict: str
    left: int
    right: int
    why: str
    by: int = 0


@dataclass(frozen=True, slots=True)
class FilmFrame:
    """What the rules need of a film: how to call it, and its year (or None)."""

    title: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Constraint:
    """A decision in terms of mentions: those of `left` and `right` are one agent, or two."""

    number: int
    same: bool
    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgentGroups:
    """The outcome: the nodes, the root node of each, and why."""

    nodes: tuple[Node, ...]
    root_of: tuple[int, ...]
    notes: tuple[AgentNote, ...]


def group_agents(
    mentions: Sequence[Mention], films: Sequence[FilmFrame], constraints: Sequence[Constraint]
) -> AgentGroups:
    """Group `mentions`, which must be in a fixed order, by agent."""
    nodes = build_nodes(mentions, _tags(constraints))
    run = _Grouping(nodes, films)
    run.apply(constraints)
    run.join_by_ids()
    run.forbid_double_casting()
    blocks, bare = run.blocks()
    for block in blocks:
        run.join_block(block)
    for film_nodes in run.crowded_films():
        run.join_alike(film_nodes)
    for block in bare:
        run.note_bare_surnames(block)
    run.note_kinds()
    roots = tuple(run.clusters.find(n) for n in range(len(nodes)))
    return AgentGroups(tuple(nodes), roots, tuple(run.notes))


def _tags(constraints: Sequence[Constraint]) -> dict[int, str]:
    """A mark for each mention that a decision tells apart from another."""
    tags: dict[int, str] = defaultdict(str)
    for constraint in constraints:
        if not constraint.same:
            for side, numbers in (("l", constraint.left), ("r", constraint.right)):
                for number in numbers:
                    tags[number] += f"{constraint.number}{side};"
    return dict(tags)


@dataclass(slots=True)
class _Profile:
    """What is known of the nodes joined so far."""

    ids: dict[str, set[str]]
    years: set[int]
    films: set[int]
    facts: set[int]
    roles: set[str]

    def add(self, other: _Profile) -> None:
        """Take in what `other` knows."""
        for scheme, values in other.ids.items():
            self.ids[scheme] = self.ids.get(scheme, set()) | values
        self.years |= other.years
        self.films |= other.films
        self.facts |= other.facts
        self.roles |= other.roles


class _Grouping:
    """The state of one run of `group_agents`."""

    def __init__(self, nodes: Sequence[Node], films: Sequence[FilmFrame]) -> None:
        self.nodes = nodes
        self.films = films
        self.clusters = Clusters(len(nodes))
        self.profiles = [self._profile(n) for n in nodes]
        self.notes: list[AgentNote] = []
        self.names_on: dict[int, set[str]] = defaultdict(set)
        for node in nodes:
            if " " in node.key:
                self.names_on[node.film].add(node.key)

    def _profile(self, node: Node) -> _Profile:
        ids: dict[str, set[str]] = {}
        for scheme, value in node.ids:
            ids.setdefault(scheme, set()).add(value)
        year = self.films[node.film].year
        years = set() if year is None else {year}
        return _Profile(ids, years, {node.film}, set(node.facts), set(node.roles))

    def known(self, item: int) -> _Profile:
        """What is known of the cluster of `item`."""
        return self.profiles[self.clusters.find(item)]

    def join(self, left: int, right: int) -> bool:
        """Join two clusters unless a prohibition stands in between."""
        a, b = sorted((self.clusters.find(left), self.clusters.find(right)))
        if not self.clusters.join(a, b):
            return False
        self.profiles[a].add(self.profiles[b])
        return True

    # Decisions and ids

    def apply(self, constraints: Sequence[Constraint]) -> None:
        """Carry out decisions, the newest first, so that it wins over what it contradicts."""
        nodes_of = {m: n for n, node in enumerate(self.nodes) for m in node.mentions} if constraints else {}
        for constraint in sorted(constraints, key=lambda c: c.number, reverse=True):
            left = sorted({nodes_of[m] for m in constraint.left})
            right = sorted({nodes_of[m] for m in constraint.right})
            if constraint.same:
                self._join_decided(constraint.number, [*left, *right])
            else:
                for side in (left, right):
                    for item in side[1:]:
                        self.join(side[0], item)
                for a in left:
                    for b in right:
                        self.clusters.forbid(a, b)
                if left and right:
                    why = f"{self._quote(left[0])} and {self._quote(right[0])} are two: decided"
                    self.notes.append(AgentNote("kept apart", left[0], right[0], why, constraint.number))

    def _join_decided(self, number: int, items: Sequence[int]) -> None:
        names = {self.nodes[i].name for i in items}
        for item in items[1:]:
            self.join(items[0], item)
        if items:
            shown = " and ".join(f"'{n}'" for n in sorted(names))
            self.notes.append(AgentNote("joined", items[0], items[-1], f"{shown} are one: decided", number))

    def join_by_ids(self) -> None:
        """One external id, one agent."""
        first: dict[tuple[str, str], int] = {}
        for number, node in enumerate(self.nodes):
            for scheme, value in sorted(node.ids):
                other = first.setdefault((scheme, value), number)
                if other != number and self.join(other, number) and self.nodes[other].name != node.name:
                    why = f"{self._quote(other)} and {self._quote(number)} are one: {scheme} id {value}"
                    self.notes.append(AgentNote("joined", other, number, why))

    def forbid_double_casting(self) -> None:
        """Keep apart the bearers of a name that one cast list bills as two characters."""
        marked: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number, node in enumerate(self.nodes):
            if "as " in node.tag:
                marked[node.film, node.key].append(number)
        for items in marked.values():
            for a, b in combinations(items, 2):
                if self.nodes[a].tag != self.nodes[b].tag and not self.nodes[a].facts.isdisjoint(
                    self.nodes[b].facts
                ):
                    self.clusters.forbid(a, b)
                    characters = " and as ".join(
                        self.nodes[i].tag.partition("as ")[2].rstrip(";") for i in (a, b)
                    )
                    why = (
                        f"{self._quote(a)} stands twice in one cast list of {self._film(a)}, as {characters}"
                    )
                    self.notes.append(AgentNote("kept apart", a, b, why))

    # One name

    def blocks(self) -> tuple[list[list[int]], list[list[int]]]:
        """The nodes of each name: names that identify, and surnames that stand alone."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        surnames: set[str] = set()
        for number, node in enumerate(self.nodes):
            found[node.kind, node.key].append(number)
            if node.kind == "person" and " " in node.key:
                surnames.add(surname(node.name))
                surnames.add(node.key.rpartition(" ")[2])
        full: list[list[int]] = []
        bare: list[list[int]] = []
        for (kind, key), items in sorted(found.items()):
            (bare if kind == "person" and key in surnames else full).append(items)
        for items in bare:
            self._join_on_each_film(items)
        return full, bare

    def _join_on_each_film(self, items: Iterable[int]) -> None:
        first: dict[int, int] = {}
        for item in items:
            other = first.setdefault(self.nodes[item].film, item)
            if other != item and not self.contradiction(other, item):
                self.join(other, item)

    def join_block(self, items: Sequence[int]) -> None:
        """Join the bearers of one name as far as nothing speaks against it, and say so."""
        roots = sorted({self.clusters.find(i) for i in items})
        if len(roots) > 1:
            if self._unanimous(roots):
                for root in roots[1:]:
                    self.join(roots[0], root)
            else:
                self._join_on_each_film(items)
                self._join_with_company(roots)
                self._join_what_fits_once(roots)
        self._explain_block(items)

    def _unanimous(self, roots: Sequence[int]) -> bool:
        """Whether nothing at all speaks against taking all `roots` for one agent."""
        ids: dict[str, set[str]] = defaultdict(set)
        years: set[int] = set()
        for root in roots:
            if self.clusters.has_foes(root):
                return False
            profile = self.profiles[root]
            years |= profile.years
            for scheme, values in profile.ids.items():
                ids[scheme] |= values
        return all(len(values) == 1 for values in ids.values()) and len(_careers(years)) <= 1

    def _join_with_company(self, roots: Sequence[int]) -> None:
        """Join bearers of one name who share co-workers, most of them first."""
        ranked = []
        for a, b in combinations(sorted({self.clusters.find(r) for r in roots}), 2):
            shared = self._company(a) & self._company(b) - {self.nodes[a].key, self.nodes[b].key}
            if shared:
                ranked.append((-len(shared), a, b))
        for _, a, b in sorted(ranked):
            if not self.contradiction(a, b, years=False):
                self.join(a, b)

    def _company(self, item: int) -> set[str]:
        """The names that stand on the films of an agent."""
        return set().union(*(self.names_on[film] for film in self.known(item).films))

    def _join_what_fits_once(self, roots: Sequence[int]) -> None:
        """Join what contradicts nothing; what fits several goes by its roles or stays alone."""
        left = sorted({self.clusters.find(r) for r in roots})
        careers = _careers(set().union(*(self.profiles[r].years for r in left)))
        foes = {r: {o for o in left if o != r and self.contradiction(r, o, careers)} for r in left}
        unsure = [
            r
            for r in left
            if any(b in foes[a] for a, b in combinations(sorted(set(left) - foes[r] - {r}), 2))
        ]
        for a, b in combinations([r for r in left if r not in unsure], 2):
            if b not in foes[a]:
                self.join(a, b)
        for root in unsure:
            fitting = sorted({self.clusters.find(o) for o in left if o not in unsure and o not in foes[root]})
            alike = [o for o in fitting if not self.known(o).roles.isdisjoint(self.known(root).roles)]
            if len(alike) == 1 and not self.contradiction(root, alike[0], careers):
                self.join(root, alike[0])
            elif fitting:
                why = f"{self._quote(root)} on {self._film(root)} fits {len(fitting)} bearers of the name"
                self.notes.append(AgentNote("doubtful", fitting[0], root, why))

    def contradiction(
        self, left: int, right: int, careers: Sequence[range] = (), *, years: bool = True
    ) -> str | None:
        """Why two clusters cannot be one agent, or None."""
        if self.clusters.forbidden(left, right):
            return "they were told apart"
        a, b = self.known(left), self.known(right)
        for scheme in sorted(a.ids.keys() & b.ids.keys()):
            if a.ids[scheme].isdisjoint(b.ids[scheme]):
                return f"their {scheme} ids differ"
        if years and a.years and b.years:
            spans = careers or _careers(a.years | b.years)
            mine, theirs = ({n for n, s in enumerate(spans) if not p.years.isdisjoint(s)} for p in (a, b))
            if mine.isdisjoint(theirs):
                return f"their careers lie {_distance(a.years, b.years)} years apart"
        return None

    def _explain_block(self, items: Sequence[int]) -> None:
        if len(items) == 1 and len(self.nodes[items[0]].mentions) == 1:
            return
        clusters: dict[int, list[int]] = defaultdict(list)
        for item in items:
            clusters[self.clusters.find(item)].append(item)
        for members in clusters.values():
            self._explain_one(members)
        roots = sorted(clusters)
        for a, b in pairwise(roots):
            why = self.contradiction(a, b)
            if why and why != "they were told apart":
                line = f"{self._quote(a)} on {self._film(a)} and on {self._film(b)} are two: {why}"
                self.notes.append(AgentNote("kept apart", a, b, line))

    def _explain_one(self, members: Sequence[int]) -> None:
        """A line for one name that several documents bear, or one for each other spelling."""
        first = members[0]
        for item in members[1:]:
            if self.nodes[item].name != self.nodes[first].name:
                self._explain_pair(first, item, self._compare(first, item))
        facts = set().union(*(self.nodes[m].facts for m in members))
        if len(facts) > 1 and len({self.nodes[m].name for m in members}) == 1:
            films = {self.nodes[m].film for m in members}
            where = f"on {self._film(first)}" if len(films) == 1 else f"on {len(films)} films"
            why = f"{self._quote(first)} is one name in {len(facts)} descriptions, {where}; nothing contradicts it"
            self.notes.append(AgentNote("joined", first, members[-1], why))

    # Names that are alike

    def crowded_films(self) -> list[list[int]]:
        """The nodes of each film that several documents describe."""
        found: dict[int, list[int]] = defaultdict(list)
        told: dict[int, set[int]] = defaultdict(set)
        for number, node in enumerate(self.nodes):
            found[node.film].append(number)
            told[node.film] |= node.facts
        return [found[film] for film in sorted(found) if len(told[film]) > 1]

    def join_alike(self, items: Sequence[int]) -> None:
        """Join alike names on one film, the surest likeness first, each only where it fits one name."""
        pairs = [
            (like, a, b)
            for a, b in self._candidates(items)
            if (like := self._compare(a, b)) and like.kind != "same"
        ]
        rank = list(NEEDS)
        fits: dict[int, set[int]] = defaultdict(set)
        for like, a, b in pairs:
            if self._corroborated(like, a, b):
                fits[a].add(b)
                fits[b].add(a)
        for like, a, b in sorted(pairs, key=lambda p: (rank.index(p[0].kind), p[1], p[2])):
            if self.clusters.find(a) == self.clusters.find(b):
                continue
            weak = self._weaker(a, b)
            rivals = {self.clusters.find(o) for o in fits[weak]} - {self.clusters.find(weak)}
            if b in fits[a] and len(rivals) == 1 and self.join(a, b):
                self._explain_pair(a, b, like)
            elif not self._one_document(a, b):
                self._doubt(like, a, b, len(rivals))

    def _candidates(self, items: Sequence[int]) -> list[tuple[int, int]]:
        """Pairs of nodes of one film and kind that share a word of their names."""
        by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
        for item in items:
            node = self.nodes[item]
            if node.kind != "team":
                for word in set(node.key.split()):
                    by_word[node.kind, word].append(item)
        found = {pair for sharing in by_word.values() for pair in combinations(sharing, 2)}
        return sorted((a, b) for a, b in found if self.clusters.find(a) != self.clusters.find(b))

    def _corroborated(self, like: Likeness, a: int, b: int) -> bool:
        """Whether what the likeness needs is there, and nothing contradicts it."""
        if self._one_document(a, b) or self.contradiction(a, b):
            return False
        return NEEDS[like.kind] == "film" or not self.nodes[a].roles.isdisjoint(self.nodes[b].roles)

    def _one_document(self, a: int, b: int) -> bool:
        """Whether one description credits both names: it knows them for two."""
        return not self.known(a).facts.isdisjoint(self.known(b).facts)

    def _weaker(self, a: int, b: int) -> int:
        """Of two alike names the one that says less."""
        return min(a, b, key=lambda i: (len(self.nodes[i].key), self.nodes[i].key))

    def _compare(self, a: int, b: int) -> Likeness | None:
        compare = compare_companies if self.nodes[a].kind == "organization" else compare_persons
        return compare(self.nodes[a].name, self.nodes[b].name)

    # Words

    def note_bare_surnames(self, items: Sequence[int]) -> None:
        """Say of surnames without a first name that they stay by themselves."""
        for root in sorted({self.clusters.find(i) for i in items}):
            if all(m in items for m in self.clusters.members(root)):
                shown = f"{self._quote(root)} on {self._film(root)}"
                why = f"{shown} is a surname alone: no document gives the full name"
                self.notes.append(AgentNote("doubtful", root, root, why))

    def note_kinds(self) -> None:
        """Say of names that people and companies share that they are two."""
        bearers: dict[str, dict[str, int]] = defaultdict(dict)
        for number, node in enumerate(self.nodes):
            bearers[node.key].setdefault(node.kind, number)
        for _, kinds in sorted(bearers.items()):
            if "person" in kinds and "organization" in kinds:
                a, b = kinds["person"], kinds["organization"]
                why = f"{self._quote(a)} on {self._film(a)} is a person, on {self._film(b)} a company"
                self.notes.append(AgentNote("kept apart", a, b, why))

    def _explain_pair(self, a: int, b: int, like: Likeness | None) -> None:
        likeness = like.why if like else "one agent by what joins them"
        shared = sorted(self.nodes[a].roles & self.nodes[b].roles)
        together = f"both {_words(shared[0])} of {self._film(a)}" if shared else f"both on {self._film(a)}"
        if self.nodes[a].film != self.nodes[b].film:
            together = f"on {self._film(a)} and {self._film(b)}; nothing contradicts it"
        why = f"{self._quote(a)} and {self._quote(b)} are {likeness}; {together}"
        self.notes.append(AgentNote("joined", a, b, why))

    def _doubt(self, like: Likeness, a: int, b: int, rivals: int) -> None:
        reason = self.contradiction(a, b)
        if reason is None:
            reason = f"{rivals} names fit" if rivals > 1 else f"on {self._film(a)} they have different roles"
        why = f"{self._quote(a)} and {self._quote(b)} may be {like.why}, but {reason}"
        self.notes.append(AgentNote("doubtful", a, b, why))

    def _quote(self, item: int) -> str:
        return f"'{self.nodes[item].name}'"

    def _film(self, item: int) -> str:
        return self.films[self.nodes[item].film].title


def _careers(years: set[int]) -> list[range]:
    """The stretches of years without a hole of more than CAREER_GAP."""
    spans: list[range] = []
    for year in sorted(years):
        if spans and year - spans[-1][-1] <= CAREER_GAP:
            spans[-1] = range(spans[-1].start, year + 1)
        else:
            spans.append(range(year, year + 1))
    return spans


def _divided(items: Sequence[int], foes: Mapping[int, set[int]]) -> bool:
    """Whether two of `items` are foes."""
    return any(b in foes[a] for a, b in combinations(items, 2))


def _distance(left: set[int], right: set[int]) -> int:
    return min(abs(x - y) for x in left for y in right)


def _words(role: str) -> str:
    return role.replace("-", " ")
