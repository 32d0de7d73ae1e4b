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
import sys
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

import numpy as np
from dump_rows import Maker

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


def write(path: Path, lines: Iterable[str], packed: bool) -> None:
    """Write lines that end in newlines; a gzip member has no time in it, so that bytes stay the same."""
    with path.open("wb") as raw:
        file: IO[bytes] = gzip.GzipFile("", "wb", 1, raw, mtime=0) if packed else raw  # type: ignore[assignment]
        for line in lines:
            file.write(line.encode())
        if packed:
            file.close()


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
