"""The rows of a generated dump's five files, as IMDb writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np
from dump_cast import CATEGORIES, CREW, make_cast, make_people, make_years, pick, spread_ids
from dump_names import FIGURES, GENRES, LANDS, WEIGHTS, WORDS, names_of, titles_of

JOBS: dict[str, dict[str, float]] = WORDS["jobs"]
TYPES = (
    ("movie", 0.62),
    ("short", 0.2),
    ("tvMovie", 0.08),
    ("video", 0.05),
    ("tvEpisode", 0.03),
    ("tvSeries", 0.02),
)
PROFESSIONS = (
    "actor",
    "actress",
    "miscellaneous",
    "miscellaneous",
    "miscellaneous",
    *(n for n, _, _ in CREW),
)
NOTHING = "\\N"


def film_id(number: int) -> str:
    return f"tt{number:07d}"


def person_id(number: int) -> str:
    return f"nm{number:07d}"


class Maker:
    """Makes and writes the files of one dump."""

    def __init__(self, films: int, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.rng = rng
        self.ids = spread_ids(rng, films, 1000)
        self.years = make_years(rng, films)
        self.lands = pick(rng, WEIGHTS, films)
        self.types = pick(rng, [weight for _, weight in TYPES], films)
        self.titles = titles_of(rng, films)
        self.originals = titles_of(rng, films)
        self.people = make_people(rng, max(len(LANDS) * 20, films * 3))
        self.names = names_of(rng, self.people.lands)
        self.cast = make_cast(rng, self.years, self.lands, self.people)

    def basics(self) -> Iterable[str]:
        """The rows of titles: type, years, running time, genres."""
        rng, count = self.rng, len(self.ids)
        foreign = (self.lands > 1) & (rng.random(count) < 0.8)
        minutes = np.where(self.types == 1, rng.integers(2, 40, count), rng.integers(62, 190, count))
        columns = (
            self.ids,
            self.years,
            self.types,
            minutes,
            foreign,
            rng.integers(0, 1 << 20, count),
            rng.integers(0, 100, count),
        )
        rows = zip(*(column.tolist() for column in columns), strict=True)
        for n, (number, year, kind, runtime, other, genre, gaps) in enumerate(rows):
            title = self.titles[n]
            original = self.originals[n] if other else title
            start, runs = year if gaps else NOTHING, runtime if gaps % 9 else NOTHING
            genres = ",".join(sorted({GENRES[genre % len(GENRES)], GENRES[genre // 16 % len(GENRES)]}))
            yield (
                f"{film_id(number)}\t{TYPES[kind][0]}\t{title}\t{original}\t0\t{start}\t{NOTHING}\t{runs}\t"
                f"{genres if gaps % 20 else NOTHING}\n"
            )

    def principals(self) -> Iterable[str]:
        """The rows of who did what."""
        rng = self.rng
        cast, count = self.cast, len(self.cast.films)
        chance = {name: list(jobs.values()) for name, jobs in JOBS.items()}
        named = {name: list(jobs) for name, jobs in JOBS.items()}
        jobs = np.zeros(count, dtype=np.int64)
        for name, weights in chance.items():
            mine = np.flatnonzero(cast.categories == CATEGORIES.index(name))
            jobs[mine] = pick(rng, weights, len(mine))
        figure = rng.integers(0, 1 << 20, count).tolist()
        single = [json.dumps([f], ensure_ascii=False) for f in FIGURES]
        people = [person_id(n) for n in self.people.ids.tolist()]
        film, ordering, last = "", 0, -1
        columns = (cast.films, cast.categories, cast.people, jobs)
        rows = zip(*(column.tolist() for column in columns), figure, strict=True)
        ids = self.ids.tolist()
        for place, category, person, job, draw in rows:
            if place != last:
                last, ordering, film = place, 0, film_id(ids[place])
            ordering += 1
            name = CATEGORIES[category]
            said = named[name][job] if name in named else "\\N"
            played = "\\N"
            if category < 4 and draw % 12:
                played = single[draw % len(single)]
                if draw % 29 == 0:
                    played = played[:-1] + "," + single[draw // 31 % len(single)][1:]
            yield f"{film}\t{ordering}\t{people[person]}\t{name}\t{said}\t{played}\n"

    def crew(self) -> Iterable[str]:
        """The rows of directors and writers."""
        cast, ids, people = self.cast, self.ids.tolist(), self.people.ids.tolist()
        starts = np.searchsorted(cast.films, np.arange(len(ids) + 1)).tolist()
        categories, persons = cast.categories.tolist(), cast.people.tolist()
        director, writer = CATEGORIES.index("director"), CATEGORIES.index("writer")
        more = self.rng.random(len(ids)) < 0.03
        for n, number in enumerate(ids):
            rows = range(starts[n], starts[n + 1])
            lists = []
            for wanted in (director, writer):
                found = dict.fromkeys(person_id(people[persons[r]]) for r in rows if categories[r] == wanted)
                if wanted == writer and more[n]:  # a writer whom the principals leave out
                    found[person_id(people[(n * 31) % len(people)])] = None
                lists.append(",".join(found) or "\\N")
            yield f"{film_id(number)}\t{lists[0]}\t{lists[1]}\n"

    def akas(self) -> Iterable[str]:
        """The rows of titles by region."""
        rng, count = self.rng, len(self.ids)
        numbers = np.minimum(rng.zipf(2.0, count), 12)
        others = titles_of(rng, max(1, count // 2))
        draws = iter(rng.integers(0, 1 << 30, int(numbers.sum())).tolist())
        for n, (number, land, many) in enumerate(
            zip(self.ids.tolist(), self.lands.tolist(), numbers.tolist(), strict=True)
        ):
            film, region = film_id(number), LANDS[land]["region"]
            yield f"{film}\t1\t{self.titles[n]}\t\\N\t\\N\toriginal\t\\N\t1\n"
            for ordering in range(2, many + 2):
                draw = next(draws)
                where = region if ordering == 2 else LANDS[draw % len(LANDS)]["region"]
                title = self.titles[n] if draw % 3 == 0 else others[draw % len(others)]
                kind = ("imdbDisplay", "working", "festival", "\\N", "alternative\x02tv")[draw // 7 % 5]
                language = LANDS[land]["language"] or "\\N"
                yield f"{film}\t{ordering}\t{title}\t{where}\t{language}\t{kind}\t\\N\t0\n"

    def people_rows(self) -> Iterable[str]:
        """The rows of people."""
        rng, count = self.rng, len(self.people.ids)
        age = (18 + rng.integers(0, 15, count)).tolist()
        known, gone = rng.random(count) < 0.35, rng.random(count) < 0.4
        cast, ids = self.cast, self.ids.tolist()
        order = np.argsort(cast.people, kind="stable")
        starts = np.searchsorted(cast.people[order], np.arange(count + 1)).tolist()
        films, kinds = cast.films[order].tolist(), cast.categories[order].tolist()
        for n, (number, begin) in enumerate(
            zip(self.people.ids.tolist(), self.people.begins.tolist(), strict=True)
        ):
            born = begin - age[n]
            rows = range(starts[n], min(starts[n] + 4, starts[n + 1]))
            titles = ",".join(dict.fromkeys(film_id(ids[films[r]]) for r in rows)) or "\\N"
            jobs = ",".join(dict.fromkeys(PROFESSIONS[kinds[r]] for r in rows)) or "\\N"
            death = born + 60 + number % 35
            yield (
                f"{person_id(number)}\t{self.names[n]}\t{born if known[n] else NOTHING}\t"
                f"{death if known[n] and gone[n] and death < 2025 else NOTHING}\t{jobs}\t{titles}\n"
            )
