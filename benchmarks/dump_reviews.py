"""Reviews of films of a dump, in the manner of a trade paper: credits that the dump has, and some more.

    python benchmarks/dump_reviews.py DUMP FOLDER COUNT

writes COUNT text files. The same arguments give the same texts.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

LABELS = {
    "director": "Directed by",
    "writer": "Screenplay,",
    "cinematographer": "Camera,",
    "editor": "editor,",
    "composer": "music,",
    "producer": "Produced by",
}


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file of a dump."""
    with path.open(encoding="utf-8") as file:
        columns = next(file).rstrip("\n").split("\t")
        for line in file:
            yield dict(zip(columns, line.rstrip("\n").split("\t"), strict=False))


def make_reviews(dump: Path, count: int, step: int = 7) -> Iterator[tuple[str, str]]:
    """The names and texts of reviews of `count` films with a director and a cast, every `step`-th of them."""
    films: dict[str, dict[str, str]] = {}
    for row in read_rows(dump / "title.basics.tsv"):
        if row["titleType"] == "movie" and row["startYear"].isdigit() and '"' not in row["primaryTitle"]:
            films[row["tconst"]] = row
        if len(films) >= count * step * 4:
            break
    credits: dict[str, dict[str, list[tuple[str, str]]]] = {f: defaultdict(list) for f in films}
    wanted: set[str] = set()
    for row in read_rows(dump / "title.principals.tsv"):
        if row["tconst"] in credits:
            role = row["category"].replace("actress", "actor")
            credits[row["tconst"]][role].append((row["nconst"], row["characters"]))
            wanted.add(row["nconst"])
    rows = read_rows(dump / "name.basics.tsv")
    names = {r["nconst"]: r["primaryName"] for r in rows if r["nconst"] in wanted}
    able = [f for f in films if credits[f]["director"] and len(credits[f]["actor"]) > 2]
    for film in able[::step][:count]:
        yield f"{film}.txt", make_text(films[film], credits[film], names)


def make_text(film: dict[str, str], credits: dict[str, list[tuple[str, str]]], names: dict[str, str]) -> str:
    """A review whose end lists the credits; its distributor is nowhere in the dump."""
    title, year = film["primaryTitle"], film["startYear"]
    minutes = film["runtimeMinutes"].replace("\\N", "101")
    cast = [
        names[p] + (f" ({json.loads(c)[0]})" if c.startswith("[") else "")
        for p, c in dict(credits["actor"]).items()
        if p in names
    ]
    lines = [
        f"{label} {', '.join(dict.fromkeys(names[p] for p, _ in credits[role] if p in names))}."
        for role, label in LABELS.items()
        if credits[role]
    ]
    return (
        f"{title}\n\nA film with salt on its skin and a great deal of weather.\n\nBy Iris Valcourt\n\n"
        f"May 18, {year}\n\nNobody says much in this one, and the sea does the rest.\n\n{title}\n\n"
        f"Production: A Saltwater Releasing (in U.S.) release of a {title.split()[0]} Prods. production. "
        f"{' '.join(lines)} Reviewed at Cannes, May 17, {year}. Running time: {minutes} MIN.\n\n"
        f"With: {', '.join(cast[:8])}.\n"
    )


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for name, text in make_reviews(Path(sys.argv[1]), int(sys.argv[3])):
        (target / name).write_text(text, encoding="utf-8")
