"""Which descriptions tell of one film: a shared title, and what corroborates it.

A title alone is not an identity. External ids decide where both sides have
them; else a shared title needs the same director, or years at most one apart,
or people in common, and nothing that speaks against it. Descriptions that fit
several films stay by themselves and are called doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from filmgraph.model.facts import CreditFact, FilmFacts
from filmgraph.model.names import fold, fold_title, surname
from filmgraph.resolution.clusters import Clusters
from filmgraph.resolution.film_decisions import TITLE_FIELDS, FilmConstraint
from filmgraph.resolution.normal import company_key, person_key, team_key

# Festival, home and foreign release: the years of one film differ by one …
_YEARS_APART = 1
# … and by a few where the director is the same; beyond that it is a remake by the same hand.
_YEARS_APART_SAME_DIRECTOR = 3
# A film of the year before or after that runs so much longer, and by a quarter, is another one.
_MINUTES_APART = 20
# A review written for the release: the film's year is the review's or one of the two before.
_YEARS_BEFORE_REVIEW = 2
# So many people in common outweigh directors or years that differ.
_MANY_NAMES = 3


@dataclass(frozen=True, slots=True)
class FilmNote:
    """A line on the descriptions at places `left` and `right`; `by` is 0 or a decision's number."""

    verdict: str
    left: int
    right: int
    why: str
    by: int = 0


@dataclass(frozen=True, slots=True)
class FilmGroups:
    """The outcome: groups of descriptions in order, the group of each, and why."""

    groups: tuple[tuple[int, ...], ...]
    notes: tuple[FilmNote, ...]


@dataclass(slots=True)
class _Profile:
    """What is known of the descriptions joined so far."""

    titles: dict[str, str] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    review_years: set[int] = field(default_factory=set)
    minutes: set[int] = field(default_factory=set)
    directors: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    lists: dict[str, set[str]] = field(default_factory=dict)
    is_mixed: bool = False  # several films of one title, which a list does not tell apart

    def add(self, other: _Profile) -> None:
        """Take in what `other` knows."""
        self.titles |= other.titles
        self.years |= other.years
        self.review_years |= other.review_years
        self.minutes |= other.minutes
        self.directors |= other.directors
        self.names |= other.names
        for mine, theirs in ((self.ids, other.ids), (self.lists, other.lists)):
            for key, values in theirs.items():
                mine[key] = mine.get(key, set()) | values


def group_films(facts: Sequence[FilmFacts], constraints: Sequence[FilmConstraint] = ()) -> FilmGroups:
    """Group the descriptions in `facts`, which must be in a fixed order, by film.

    What was decided (`constraints`, the newest first) holds before all rules.
    Descriptions that state no title form no group of their own; they join one
    only by an external id.
    """
    work = _Grouping(facts)
    work.apply(constraints)
    work.join_by_ids()
    for title, items in sorted(work.by_title().items()):
        work.join_by_director(title, items)
        work.join_by_circumstance(title, items)
    groups = [tuple(work.clusters.members(root)) for root in work.clusters.roots()]
    titled = [g for g in groups if any(work.titles[i] for i in g)]
    return FilmGroups(tuple(titled), tuple(work.notes))


class _Grouping:
    """The state of one run of `group_films`."""

    def __init__(self, facts: Sequence[FilmFacts]) -> None:
        self.facts = facts
        self.clusters = Clusters(len(facts))
        self.titles = [_titles(f) for f in facts]
        self.notes: list[FilmNote] = []
        # Made when asked for, since most titles stand only once.
        self._profiles: dict[int, _Profile] = {}

    def apply(self, constraints: Sequence[FilmConstraint]) -> None:
        """Carry out decisions; an earlier one that contradicts a later one has no effect."""
        for told in constraints:
            shown = f"'{told.names[0]}' and '{told.names[1]}'"
            for left in told.left:
                for right in told.right:
                    if told.same:
                        self._join(left, right, f"{shown} are one film: decided", told.number)
                    elif self.clusters.find(left) != self.clusters.find(right):
                        self.clusters.forbid(left, right)
                        why = f"{shown} are two films: decided"
                        self.notes.append(FilmNote("kept apart", left, right, why, told.number))

    def by_title(self) -> dict[str, list[int]]:
        """The descriptions under each folded title that more than one bears."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, titles in enumerate(self.titles):
            root = self.clusters.find(n)
            for title in titles:
                if root not in found[title]:
                    found[title].append(root)
        return {title: items for title, items in found.items() if len(items) > 1}

    def join_by_ids(self) -> None:
        """One external id, one film; two ids of one scheme, two films."""
        first: dict[tuple[str, str], int] = {}
        for n, facts in enumerate(self.facts):
            for scheme_and_id in facts.ids:
                other = first.setdefault(scheme_and_id, n)
                if other != n:
                    self._join(other, n, f"both bear the {scheme_and_id[0]} id {scheme_and_id[1]}")

    def join_by_director(self, title: str, items: Sequence[int]) -> None:
        """Join descriptions that share a title and a director."""
        seen: dict[str, list[int]] = defaultdict(list)
        for item in items:
            for form in tuple(self.profile(item).directors):
                for other in sorted({self.clusters.find(o) for o in seen[form]}):
                    self._join_if_agreed(other, item, title)
                seen[form].append(item)

    def join_by_circumstance(self, title: str, items: Sequence[int]) -> None:
        """Join what remains by year, people in common or date, where it fits one film only."""
        for item in items:
            root = self.clusters.find(item)
            for other in self._fitting(root, items):
                if root in self._fitting(other, items):
                    self._join_if_agreed(other, root, title)
            if self.clusters.find(item) == root and len(self.clusters.members(root)) == 1:
                self._note_doubt(title, root, items)
        self._note_namesakes(title, items)

    def _fitting(self, item: int, items: Sequence[int]) -> list[int]:
        """The films that a description fits: those that agree with it and do not contradict each other.

        Where they do, people in common tell; where those do not, none fits.
        """
        root = self.clusters.find(item)
        others = sorted({self.clusters.find(i) for i in items} - {root})
        fitting = [o for o in others if self._agreement(o, root)]
        if not self._are_compatible(fitting):
            mine = self.profile(root).names
            fitting = [o for o in fitting if not mine.keys().isdisjoint(self.profile(o).names)]
        return fitting if self._are_compatible(fitting) else []

    def _are_compatible(self, roots: Sequence[int]) -> bool:
        return not any(
            self.clusters.forbidden(a, b) or _contradiction(self.profile(a), self.profile(b))
            for a, b in combinations(roots, 2)
        )

    def _note_doubt(self, title: str, item: int, items: Sequence[int]) -> None:
        mine = self.profile(item)
        others = sorted({self.clusters.find(i) for i in items} - {item})
        others = [o for o in others if not self.clusters.forbidden(o, item)]
        fitting = [o for o in others if not _contradiction(self.profile(o), mine)]
        if fitting and not (mine.years and mine.directors):
            other = _name(self.profile(fitting[0]), title)
            several = f"{len(fitting)} films fit as well as each other"
            why = several if len(fitting) > 1 else "nothing but the title says so"
            why = f"{_name(mine, title)} may be {other}: {why}"
            self.notes.append(FilmNote("doubtful", fitting[0], item, why))

    def _note_namesakes(self, title: str, items: Sequence[int]) -> None:
        """Say why films of one title are kept apart."""
        for a, b in pairwise(sorted({self.clusters.find(i) for i in items})):
            why = _contradiction(self.profile(a), self.profile(b))
            if why:
                shown = f"{_name(self.profile(a), title)} and {_name(self.profile(b), title)}"
                self.notes.append(FilmNote("kept apart", a, b, f"{shown} are two films: {why}"))

    def profile(self, item: int) -> _Profile:
        """What is known of the descriptions joined with `item`."""
        root = self.clusters.find(item)
        if root not in self._profiles:
            self._profiles[root] = _build_profile(self.facts[root], self.titles[root])
        return self._profiles[root]

    def _agreement(self, left: int, right: int) -> str | None:
        if self.clusters.forbidden(left, right):
            return None
        a, b = self.profile(left), self.profile(right)
        return None if _contradiction(a, b) else _agreement(a, b)

    def _join_if_agreed(self, left: int, right: int, title: str) -> None:
        why = self._agreement(left, right)
        if why:
            names = [_name(self.profile(i), title) for i in (left, right)]
            shown = " and ".join(dict.fromkeys(names))
            self._join(left, right, f"{shown}: one title, {why}")

    def _join(self, left: int, right: int, why: str, by: int = 0) -> None:
        a, b = sorted((self.clusters.find(left), self.clusters.find(right)))
        known, other = self.profile(a), self.profile(b)
        if self.clusters.join(a, b):
            known.add(other)
            self.notes.append(FilmNote("joined", a, b, why, by))


def _titles(facts: FilmFacts) -> dict[str, str]:
    """The titles that a description states, by their folded form."""
    found: dict[str, str] = {}
    for stated in facts.stated:
        if stated.field in TITLE_FIELDS and (folded := fold_title(stated.value)):
            found.setdefault(folded, stated.value)
    return found


def _build_profile(facts: FilmFacts, titles: dict[str, str]) -> _Profile:
    """What one description says that could tell its film from another."""
    profile = _Profile(titles=dict(titles), lists={facts.document: {facts.film_key}})
    for stated in facts.stated:
        if stated.field == "year" and stated.value.isdigit():
            profile.years.add(int(stated.value))
        elif stated.field == "runtime_min" and stated.value.isdigit():
            profile.minutes.add(int(stated.value))
        elif stated.field == "review_date" and stated.value[:4].isdigit():
            profile.review_years.add(int(stated.value[:4]))
    for credit in facts.credits:
        if credit.role == "director":
            profile.directors |= dict.fromkeys(_director_forms(credit), credit.agent)
        key = company_key(credit.agent) if credit.kind == "organization" else person_key(credit.agent)
        if " " in key:
            profile.names[key] = credit.agent
    profile.is_mixed = not facts.is_review and any(c.field == "year" for c in facts.contradictions)
    for scheme, value in facts.ids:
        profile.ids.setdefault(scheme, set()).add(value)
    return profile


def _director_forms(credit: CreditFact) -> Iterator[str]:
    """The forms by which a director's name may agree with another: any order, surname alone, team."""
    yield " ".join(sorted(person_key(credit.agent).split()))
    yield " ".join(sorted(fold(credit.agent.replace("-", "")).split()))
    yield "~" + (team_key(credit.agent) if credit.kind == "team" else surname(credit.agent))


def _contradiction(a: _Profile, b: _Profile) -> str | None:
    """Why two descriptions cannot tell of one film, or None."""
    if a.is_mixed or b.is_mixed:
        return "a list mixes several films under this title"
    for scheme in a.ids.keys() & b.ids.keys():
        if a.ids[scheme].isdisjoint(b.ids[scheme]):
            return f"their {scheme} ids differ"
    for document in a.lists.keys() & b.lists.keys():
        if not a.lists[document] <= b.lists[document] or not b.lists[document] <= a.lists[document]:
            return "one list names both"
    shared = len(a.names.keys() & b.names.keys())
    if a.directors and b.directors and a.directors.keys().isdisjoint(b.directors) and shared < _MANY_NAMES:
        return "their directors differ"
    limit = _YEARS_APART if a.directors.keys().isdisjoint(b.directors) else _YEARS_APART_SAME_DIRECTOR
    if a.years and b.years and _distance(a.years, b.years) > limit and shared <= _MANY_NAMES:
        return "their years differ"
    if a.years.isdisjoint(b.years) and not shared and _run_apart(a, b):
        return "their running times differ"
    return None


def _run_apart(a: _Profile, b: _Profile) -> bool:
    """Whether the running times are those of two films and not of two versions of one."""
    if not a.minutes or not b.minutes or not a.directors.keys().isdisjoint(b.directors):
        return False
    apart = _distance(a.minutes, b.minutes)
    return apart > _MINUTES_APART and apart > max(a.minutes | b.minutes) / 4


def _agreement(a: _Profile, b: _Profile) -> str | None:
    """What corroborates a shared title, or None."""
    reasons = []
    director = next((a.directors[f] for f in a.directors if f in b.directors), None)
    if director:
        reasons.append(f"both directed by {director}")
    if a.years and b.years and _distance(a.years, b.years) <= _YEARS_APART:
        reasons.append("years agree")
    shared = sorted(a.names[k] for k in a.names.keys() & b.names.keys())
    if shared and not director:
        reasons.append(f"both credit {shared[0]}")
    if not reasons and _reviewed_at_release(a, b):
        reasons.append("reviewed at the time of its release")
    return ", ".join(reasons) or None


def _distance(left: set[int], right: set[int]) -> int:
    return min(abs(x - y) for x in left for y in right)


def _reviewed_at_release(a: _Profile, b: _Profile) -> bool:
    """Whether the one has a review's date but no year, and the other a year that fits the date."""
    for dated, film in ((a, b), (b, a)):
        if not dated.years and any(
            0 <= review - year <= _YEARS_BEFORE_REVIEW for review in dated.review_years for year in film.years
        ):
            return True
    return False


def _name(profile: _Profile, title: str) -> str:
    """How a film is called in an explanation: the title in question as printed, and its year."""
    shown = profile.titles.get(title, title)
    others = [t for f, t in sorted(profile.titles.items()) if f != title][:1]
    extra = [str(y) for y in sorted(profile.years)] + [f"'{t}'" for t in others]
    return f"'{shown}' ({', '.join(extra)})" if extra else f"'{shown}'"
