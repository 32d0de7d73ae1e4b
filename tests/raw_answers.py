"""Two questions answered from the raw files alone: no part of filmgraph is used here, only json and csv.

`python tests/raw_answers.py ../shared/data` prints what a careful clerk would write down with two
files and a pencil: who produced for both of two people, and which works of an author were filmed by whom.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PRODUCING = re.compile(r"produc", re.I)
PEOPLE = (
    "Directed by", "Written by", "Screenplay by", "Story by", "Starring", "Music by", "Cinematography",
    "Edited by", "Narrated by", "Produced by", "Producer(s)", "Executive producer(s)",
)  # fmt: skip
WRITERS = ("Screenplay by", "Written by")
PRODUCERS = ("Produced by", "Producer(s)", "Executive producer(s)")
MARK = re.compile(r"^\[.*\]$|^[(,]|^\W*$|:$")


@dataclass
class RawFilm:
    """What the files say of one film: its title and year, everybody on it, its producers, its writers."""

    title: str = ""
    year: int = 0
    everybody: set[str] = field(default_factory=set)
    producers: set[str] = field(default_factory=set)
    writers: set[str] = field(default_factory=set)
    based_on: list[str] = field(default_factory=list)


def strings(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [v for v in value or () if isinstance(v, str)]


def names(value: Any) -> set[str]:
    """The plain names of a field: no marks, no brackets, no labels."""
    found = set()
    for text in strings(value):
        bare = re.sub(r"\s*[(\[].*$", "", text).strip(" ,")
        if bare and not MARK.search(text.strip()):
            found |= {
                part.strip() for part in re.split(r",\s+(?!Jr|Sr)|\s+&\s+|\s+and\s+", bare) if part.strip()
            }
    return found


def read_infoboxes(folder: Path) -> list[RawFilm]:
    films = []
    for record in json.loads((folder / "wikipedia_infobox" / "wikipedia-movies.json").read_text("utf-8")):
        film = RawFilm(record.get("title", ""), record.get("year", 0))
        for key in PEOPLE:
            film.everybody |= names(record.get(key))
        for key in PRODUCERS:
            film.producers |= names(record.get(key))
        for key in WRITERS:
            film.writers |= names(record.get(key))
        film.based_on = strings(record.get("Based on"))
        films.append(film)
    return films


def read_tmdb(folder: Path) -> list[RawFilm]:
    csv.field_size_limit(sys.maxsize)
    years: dict[str, int] = {}
    with (folder / "tmdb" / "tmdb_5000_movies.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            years[row["id"]] = int(row["release_date"][:4] or 0)
    films = []
    with (folder / "tmdb" / "tmdb_5000_credits_part.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            film = RawFilm(row["title"], years.get(row["movie_id"], 0))
            crew = json.loads(row["crew"] or "[]")
            film.everybody = {p["name"] for p in (*json.loads(row["cast"] or "[]"), *crew)}
            film.producers = {p["name"] for p in crew if re.search(r"^(\w+-?\s)?Producer$", p["job"])}
            film.writers = {p["name"] for p in crew if p["job"] in ("Screenplay", "Writer")}
            films.append(film)
    return films


def join(films: list[RawFilm]) -> list[RawFilm]:
    """One record a film: those of one title whose years are at most one apart."""
    found: dict[str, list[RawFilm]] = defaultdict(list)
    for film in films:
        key = re.sub(r"\W+", "", film.title.lower())
        same = next((f for f in found[key] if abs(f.year - film.year) <= 1), None)
        if same is None:
            found[key].append(film)
            continue
        same.everybody |= film.everybody
        same.producers |= film.producers
        same.writers |= film.writers
        same.based_on += film.based_on
    return [film for group in found.values() for film in group]


def producers_of_both(films: list[RawFilm], one: str, other: str) -> set[str]:
    """Who produced a film on which `one` holds any credit, and one on which `other` does."""
    sides = [set[str]().union(*(f.producers for f in films if x in f.everybody)) for x in (one, other)]
    return (sides[0] & sides[1]) - {one, other}


def adaptations_of(films: list[RawFilm], author: str) -> dict[tuple[str, int], set[str]]:
    """The films whose "Based on" names an author behind a "by", with their writers."""
    found = {}
    for film in films:
        said = " ".join(re.sub(r"\[\w+\]", "", s) for s in film.based_on)
        if re.search(rf"\bby\s+(?:the\s+)?(?:[A-Z][\w.]+\s+)*{re.escape(author)}\b", said):
            found[film.title, film.year] = film.writers - {author}
    return found


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    all_films = join(read_infoboxes(folder) + read_tmdb(folder))
    print(sorted(producers_of_both(all_films, "Steven Spielberg", "Clint Eastwood")))
    for (title, year), writers in adaptations_of(all_films, "Stephen King").items():
        print(f"{title} ({year}): {', '.join(sorted(writers))}")
