"""Who works on what in a generated dump: people with lands, crafts and careers, and credits for films."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from dump_names import WEIGHTS, WORDS, Ints
from numpy.typing import NDArray

# Of a credit in some category, the principal craft of who holds it; of the films, how many have a director
# who has such a credit as well.
NEAR: dict[str, dict[str, float]] = WORDS["near"]
DOUBLE: dict[str, float] = WORDS["double"]
# Crew categories of a film: how likely there is any, and the mean of how many more.
CREW: tuple[tuple[str, float, float], ...] = (
    ("director", 0.97, 0.12),
    ("writer", 0.90, 0.9),
    ("producer", 0.80, 1.3),
    ("composer", 0.62, 0.1),
    ("cinematographer", 0.72, 0.1),
    ("editor", 0.70, 0.2),
    ("production_designer", 0.35, 0.05),
    ("casting_director", 0.25, 0.2),
)
CATEGORIES = ("actor", "actress", "self", "archive_footage", "archive_sound", *(name for name, _, _ in CREW))
# How many of them have a category for their craft: as many as it has credits.
CRAFTS = (6.0, 4.0, 0.0, 0.0, 0.0, *(chance * (1 + more) for _, chance, more in CREW))


class People(NamedTuple):
    """The people of a dump: number of their id, land, the year in which they began to work, craft, and how
    much they work.
    """

    ids: Ints
    lands: Ints
    begins: Ints
    crafts: Ints
    busy: NDArray[np.float64]


class Cast(NamedTuple):
    """All rows of credits: film (its place), category (its place), person (its place), in a film's order."""

    films: Ints
    categories: Ints
    people: Ints


def pick(rng: np.random.Generator, weights: Sequence[float], count: int) -> Ints:
    """`count` places of `weights`, each as often as it weighs."""
    edges = np.cumsum(np.asarray(weights, dtype=float))
    return np.searchsorted(edges / edges[-1], rng.random(count), side="right").astype(np.int64)


def spread_ids(rng: np.random.Generator, count: int, first: int) -> Ints:
    """Growing ids with gaps, as IMDb's have them."""
    return first + np.cumsum(rng.integers(1, 5, count))


def make_years(rng: np.random.Generator, count: int) -> Ints:
    """Years of films: more of them each decade."""
    return (2025 - np.minimum(rng.exponential(24.0, count), 125)).astype(np.int64)


def make_people(rng: np.random.Generator, count: int) -> People:
    """People of all lands and crafts who begin to work as the years go: many for a film, few for hundreds."""
    lands = pick(rng, WEIGHTS, count)
    begins = make_years(rng, count) - 10
    busy = np.minimum(1 + rng.pareto(1.2, count), 100)
    return People(spread_ids(rng, count, 1), lands, begins, pick(rng, CRAFTS, count), busy)


def make_cast(rng: np.random.Generator, years: Ints, lands: Ints, people: People) -> Cast:
    """Who worked on what: mostly people of the film's land and of the craft."""
    films, categories = draw_credits(rng, len(years))
    crafts = categories.copy()
    for name, near in NEAR.items():
        mine = np.flatnonzero(categories == CATEGORIES.index(name))
        places = np.array([CATEGORIES.index(craft) for craft in near])
        crafts[mine] = places[pick(rng, list(near.values()), len(mine))]
    abroad = rng.random(len(films)) < 0.06
    lands_of = np.where(abroad, pick(rng, WEIGHTS, len(films)), lands[films])
    chosen = choose_people(rng, people, lands_of, crafts, years[films])
    double_directors(rng, films, categories, chosen)
    # Nobody is listed twice in one category of a film.
    _, first = np.unique(np.stack([films, categories, chosen]), axis=1, return_index=True)
    order = np.sort(first)
    order = order[np.argsort(films[order], kind="stable")]
    return Cast(films[order], categories[order], chosen[order])


def draw_credits(rng: np.random.Generator, count: int) -> tuple[Ints, Ints]:
    """The films and categories of all credits of `count` films."""
    actors = np.minimum(rng.zipf(1.7, count) + rng.poisson(6.5, count), 60)
    actors[rng.random(count) < 0.05] = 0
    sizes = [actors]
    for _, chance, more in CREW:
        sizes.append(np.where(rng.random(count) < chance, 1 + rng.poisson(more, count), 0))
    films = np.concatenate([np.repeat(np.arange(count), size) for size in sizes])
    categories = np.concatenate([np.full(int(s.sum()), 4 + n) for n, s in enumerate(sizes)])
    acting = categories == 4
    categories[acting] = pick(rng, (0.55, 0.36, 0.06, 0.025, 0.005), int(acting.sum()))
    return films, categories


def choose_people(rng: np.random.Generator, people: People, lands: Ints, crafts: Ints, years: Ints) -> Ints:
    """For each credit one who began to work in the 30 years before, the busy ones most often.

    Of a land where nobody has the craft anyone is taken, and anyone at all of a land without people.
    """
    chosen = np.empty(len(lands), dtype=np.int64)
    order = np.argsort(people.begins, kind="stable")
    sums = len(CATEGORIES) * lands + crafts
    by_group = np.argsort(sums, kind="stable")
    for rows in np.split(by_group, np.flatnonzero(np.diff(sums[by_group])) + 1):
        mine = order[people.lands[order] == lands[rows[0]]]
        able = mine[people.crafts[mine] == crafts[rows[0]]]
        mine = next(group for group in (able, mine, order) if len(group))
        begins = people.begins[mine]
        low = np.minimum(np.searchsorted(begins, years[rows] - 30), len(mine) - 1)
        high = np.maximum(np.searchsorted(begins, years[rows], side="right"), low + 1)
        edges = np.concatenate(([0.0], np.cumsum(people.busy[mine])))
        aim = edges[low] + rng.random(len(rows)) * (edges[high] - edges[low])
        chosen[rows] = mine[np.clip(np.searchsorted(edges, aim, side="right") - 1, low, high - 1)]
    return chosen


def double_directors(rng: np.random.Generator, films: Ints, categories: Ints, chosen: Ints) -> None:
    """Let directors write, produce and act in some of their films, in place of the first who would have."""

    def find_first(name: str) -> Ints:
        rows = np.flatnonzero(categories == CATEGORIES.index(name))[::-1]
        found = np.full(int(films.max(initial=0)) + 1, -1)
        found[films[rows]] = rows
        return found

    director = find_first("director")
    for name, chance in DOUBLE.items():
        other = find_first(name)
        able = (director >= 0) & (other >= 0)
        able &= rng.random(len(able)) < chance
        chosen[other[able]] = chosen[director[able]]
