"""An IMDb-shaped dump of any size: `python benchmarks/make_dump.py FOLDER [--films N] [--gzip] [--seed N]`.

Five files with IMDb's names, columns and habits: `\\N` for nothing, no quoting (a `"` is a letter), ids
of seven digits and more, lists of characters as JSON, jobs in IMDb's words, crew as comma lists, titles
by region. The same arguments give the same bytes. Films and people are invented; how they come together
follows real credits:

- casts and careers follow power laws, films their decades;
- people have a principal craft, and few ever leave it. In 42,674 real credits of actors, directors and
  writers of 1,872 films, people of 5 to 15 films hold 97 % of their credits in one of the three, and 91 % of
  them have no other; in TMDb's lists of 197 films, over nine crafts, it is 94 % and 81 %. Here it is 94 % and
  76 %. Who holds a craft's credits stands in `make_dump.toml`;
- directors double: of the real films they wrote 35 to 38 %, produced 33 and act in 6 to 19;
- some titles are those of several films, some names those of several people: of two real films of the first
  list 9 in a million have one title, here 14; of two people 0.5 in a million have one name, here 1.1.

So a director of 5 to 15 films has little more than these: 7 films in all roles in the middle, 8.2 on
average, where 7.8 are directed (52 real directors of the first list); here 8, 14 and 7.5.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
import tomllib
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# The words that films and people are made of.
_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
LANDS: list[dict[str, Any]] = _WORDS["lands"]
WEIGHTS: list[float] = [land["weight"] for land in LANDS]
# The last names of all lands are places too, and stand in titles.
PLACES = [s + e for land in LANDS for s in land["stems"].split() for e in land["ends"].split()]
TITLE_WORDS: list[str] = [*_WORDS["titles"], *dict.fromkeys(PLACES)]
TITLE_SHAPES: list[str] = _WORDS["shapes"]
FIGURES: list[str] = _WORDS["figures"]
GENRES: list[str] = _WORDS["genres"]
JOBS: dict[str, dict[str, float]] = _WORDS["jobs"]
# Of a credit in some category, the principal craft of who holds it; of the films, how many have a director
# who has such a credit as well.
NEAR: dict[str, dict[str, float]] = _WORDS["near"]
DOUBLE: dict[str, float] = _WORDS["double"]
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
HEADERS = {
    "title.basics": (
        "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres"
    ),
    "title.principals": "tconst ordering nconst category job characters",
    "title.crew": "tconst directors writers",
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
}
CHUNK = 20_000
NOTHING = "\\N"


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


def names_of(rng: np.random.Generator, people: People) -> list[str]:
    """Names by land; a few are of one word or have a suffix."""
    count = len(people.ids)
    draws = rng.integers(0, 1 << 30, (count, 4)).tolist()
    parts = [(land["first"].split(), land["stems"].split(), land["ends"].split()) for land in LANDS]
    found = []
    for land, (a, b, c, d) in zip(people.lands.tolist(), draws, strict=True):
        first, stems, ends = parts[land]
        last = stems[b % len(stems)] + ends[c % len(ends)]
        if d // 7 % 4:  # as many names as it takes that few are borne by several
            last = stems[b % len(stems)] + stems[d // 28 % len(stems)].lower() + ends[c % len(ends)]
        name = f"{first[a % len(first)]} {last}"
        if d % 3:
            middle = first[(d // 3) % len(first)]
            name = f"{first[a % len(first)]} {middle if d % 2 else middle[0] + '.'} {last}"
        if d % 211 == 0:
            name += " Jr."
        if d % 499 == 0:
            name = last
        found.append(name)
    return found


def titles_of(rng: np.random.Generator, count: int) -> list[str]:
    """Titles of one to four words, quotes and all; the short ones are borne by several films."""
    draws = rng.integers(0, 1 << 30, (count, 4)).tolist()
    words, shapes = TITLE_WORDS, TITLE_SHAPES
    return [
        shapes[s % len(shapes)].format(a=words[a % len(words)], b=words[b % len(words)], n=2 + n % 40)
        for s, a, b, n in draws
    ]


def write(path: Path, lines: Iterable[str], packed: bool) -> None:
    """Write lines that end in newlines; a gzip member has no time in it, so that bytes stay the same."""
    with path.open("wb") as raw:
        file: IO[bytes] = gzip.GzipFile("", "wb", 1, raw, mtime=0) if packed else raw  # type: ignore[assignment]
        for line in lines:
            file.write(line.encode())
        if packed:
            file.close()


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
        self.names = names_of(rng, self.people)
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


def batched(lines: Iterable[str]) -> Iterable[str]:
    """Lines joined by the thousands: writing each for itself takes longer than making it."""
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(held) == CHUNK:
            yield "".join(held)
            held = []
    yield "".join(held)


def make_dump(folder: Path, films: int, *, seed: int = 1, packed: bool = False) -> None:
    """Write the five files of a dump of `films` titles into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(films, seed)
    makers: dict[str, Callable[[], Iterable[str]]] = {
        "title.basics": maker.basics,
        "title.principals": maker.principals,
        "title.crew": maker.crew,
        "title.akas": maker.akas,
        "name.basics": maker.people_rows,
    }
    for name, make in makers.items():
        # Each file draws from its own stream: another file more or less changes none of the others.
        maker.rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
        head = HEADERS[name].replace(" ", "\t") + "\n"
        write(
            folder / f"{name}.tsv{'.gz' if packed else ''}",
            (text for part in ([head], batched(make())) for text in part),
            packed,
        )


def main() -> None:
    """Write the dump that the arguments ask for."""
    parser = argparse.ArgumentParser(description="Write an IMDb-shaped dump of invented films.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--films", type=int, default=10_000)
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    started = time.perf_counter()
    make_dump(given.folder, given.films, seed=given.seed, packed=given.gzip)
    print(f"{given.films:,} titles in {time.perf_counter() - started:.1f} s: {given.folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
