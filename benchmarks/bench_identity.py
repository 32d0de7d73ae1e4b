"""Who is who on real credit lists: scores, the curve that the thresholds were chosen on, films joined.

    python benchmarks/bench_identity.py [FOLDER]

FOLDER holds data that is not part of the project (beside the checkout, `../shared`):
`data/er/credits-with-person-ids.csv`, credits with the person's id in the last
column, and `tools/score_identity.py`; `data/wikipedia_infobox` and `data/tmdb` for
films. The list is read without its last column with `filmgraph add`; who is who
comes back from the store by one SPARQL query; the ids are seen by the scorer alone.
Printed besides: how far they move when persons are drawn anew, the scores of two
halves of the films, and what each threshold gains and loses.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import comb
from pathlib import Path

import networkx as nx

from filmgraph.catalogs.roles import load_roles
from filmgraph.intake import extract_file
from filmgraph.model.entities import Dataset
from filmgraph.model.facts import FilmFacts
from filmgraph.pipeline import add
from filmgraph.resolution import careers, likely, resolve
from filmgraph.store.local import LocalStore

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
# One row a credit and printed name.
QUERY = """
PREFIX fg: <https://w3id.org/filmgraph/ns#>
SELECT ?film ?reported ?name ?agent WHERE {
  ?credit a fg:Credit ; fg:film/fg:imdbId ?film ; fg:role/fg:reportedAs ?reported ;
    fg:agent ?agent ; fg:creditedAs ?name .
}
"""
# The list's word for what a role is reported as; all others are "writer" there.
LISTED = {"actor": "actor", "voice_actor": "actor", "narrator": "actor", "director": "director"}
# The thresholds, each along the values beside it while the others stay as they are.
CURVES = (
    (careers, "CAREER_GAP", (60, 50, 40, 30, 20, 15), "A hole in a career that parts a name, in years"),
    (careers, "SPLIT", (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0), "Films of one name part below so many bits"),
    (likely, "JOIN", (0.5, 1.0, 1.5, 1.75, 2.0, 3.0, 5.0), "Alike names are joined from so many bits on"),
)
# How often persons are drawn anew.
DRAWINGS = 400
SCORES = ("credits", "B-cubed", "pairwise", "persons printed", "names borne")


def main(folder: Path) -> None:
    """Print all figures."""
    table = folder / "data" / "er" / "credits-with-person-ids.csv"
    with table.open(newline="", encoding="utf-8") as file:
        gold = list(csv.reader(file))
    with tempfile.TemporaryDirectory() as scratch:
        print_scores(gold, folder, Path(scratch))
    print_films(folder)


def print_scores(gold: Sequence[Sequence[str]], folder: Path, scratch: Path) -> None:
    """The scores of the whole list, of its halves, and along the thresholds."""
    listed = scratch / "credits.csv"
    write_rows(listed, (row[:-1] for row in gold))
    start = time.perf_counter()
    add([listed], scratch / "film.db")
    print(f"filmgraph add: {time.perf_counter() - start:.1f} s")
    with LocalStore(scratch / "film.db") as store:
        rows = [
            (r["film"], LISTED.get(r["reported"], "writer"), r["name"], r["agent"])
            for r in store.select(QUERY)
        ]
    print("\nThe whole list, by SPARQL\n" + score(gold, rows, folder, scratch))
    print_spread(gold, rows)

    document, facts = extract_file(listed)

    def measure(part: int | None = None) -> str:
        kept = [f for f in facts if part is None or half_of(dict(f.ids)["imdb"]) == part]
        same_half = [row for row in gold[1:] if part is None or half_of(row[0]) == part]
        dataset = resolve([document], kept)
        return score([gold[0], *same_half], predictions(dataset), folder, scratch)

    for part in (0, 1):
        print(f"\nHalf {part + 1} of the films\n{measure(part)}")
    for module, name, values, words in CURVES:
        chosen = getattr(module, name)
        print(f"\n{words} ({name})")
        for value in values:
            setattr(module, name, value)
            print(f"{value:6.2f}  {in_one_line(measure())}{'  <' if value == chosen else ''}")
        setattr(module, name, chosen)


def print_spread(gold: Sequence[Sequence[str]], rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Between what bounds the figures lie in nine of ten drawings, with replacement, of whole groups.

    A group is what hangs together: persons, the agents that they were taken for, their other persons …
    """
    found = {row[:3]: row[3] for row in rows}
    columns = {name: n for n, name in enumerate(gold[0])}
    pairs = [
        (
            row[columns["person_id"]],
            found.get((row[0], row[columns["role"]], row[columns["name_as_printed"]]), n),
        )
        for n, row in enumerate(gold[1:])
    ]
    together = nx.Graph((("person", person), ("agent", agent)) for person, agent in pairs)
    group_of = {vertex: n for n, group in enumerate(nx.connected_components(together)) for vertex in group}
    groups: dict[int, list[tuple[str, object]]] = defaultdict(list)
    for person, agent in pairs:
        groups[group_of["person", person]].append((person, agent))
    counted = [count_group(group) for group in groups.values()]
    source = random.Random(1)
    drawn = [figures_of(source.choices(counted, k=len(counted))) for _ in range(DRAWINGS)]
    print(f"{DRAWINGS} drawings of {len(counted)} groups; in nine of ten:")
    for place, name in enumerate(("B-cubed F1", "pairwise P", "pairwise R")):
        values = sorted(figures[place] for figures in drawn)
        low, high = values[DRAWINGS // 20], values[-DRAWINGS // 20 - 1]
        print(f"  {name} from {low:.4f} to {high:.4f}")


def count_group(group: Sequence[tuple[str, object]]) -> tuple[float, ...]:
    """Credits, sums of B-cubed precision and recall, and pairs: held together, truly one, both."""
    persons, agents = Counter(p for p, _ in group), Counter(a for _, a in group)
    both = Counter(group)
    precision = sum(both[p, a] / agents[a] for p, a in group)
    recall = sum(both[p, a] / persons[p] for p, a in group)
    held, true, right = (
        sum(comb(n, 2) for n in c) for c in (agents.values(), persons.values(), both.values())
    )
    return len(group), precision, recall, held, true, right


def figures_of(groups: Sequence[tuple[float, ...]]) -> tuple[float, float, float]:
    """B-cubed F1, pairwise precision and recall of groups."""
    count, precise, recalled, held, true, both = map(sum, zip(*groups, strict=True))
    p, r = precise / count, recalled / count
    return 2 * p * r / (p + r), both / held, both / true


def half_of(film: str) -> int:
    """Which half of the films one belongs to: by its id, and so by chance."""
    return int(hashlib.md5(film.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def predictions(dataset: Dataset) -> list[tuple[str, str, str, str]]:
    """What the query gives, from a dataset that stands in no store."""
    film = {f.iri: dict(f.ids)["imdb"] for f in dataset.films}
    reported = {role.id: role.reported_as for role in load_roles().roles.values()}
    return [
        (film[c.film], LISTED.get(reported[c.role], "writer"), name, c.agent)
        for c in dataset.credits
        for name in c.credited_as
    ]


def score(
    gold: Sequence[Sequence[str]], rows: Iterable[tuple[str, str, str, str]], folder: Path, scratch: Path
) -> str:
    """What the scorer prints."""
    write_rows(scratch / "gold.csv", gold)
    write_rows(scratch / "predicted.csv", [("film_id", "role", "name_as_printed", "agent"), *rows])
    tool = folder / "tools" / "score_identity.py"
    command = [sys.executable, str(tool), str(scratch / "gold.csv"), str(scratch / "predicted.csv")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def in_one_line(printed: str) -> str:
    """The scorer's lines without their words."""
    figures = [re.sub(r"\s+", " ", line) for line in printed.splitlines() if line.startswith(SCORES[1:])]
    return " | ".join(re.sub(r"^(persons|names)[^0-9]*", r"\1 ", line) for line in figures)


def write_rows(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """A CSV file."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def print_films(folder: Path) -> None:
    """Films joined across infoboxes and TMDb by title and year: how many, and which nothing else supports."""
    boxes = folder / "data" / "wikipedia_infobox" / "wikipedia-movies.json"
    movies = folder / "data" / "tmdb" / "tmdb_5000_movies.csv"
    read = [extract_file(boxes), extract_file(movies)]
    facts: list[FilmFacts] = [f for _, found in read for f in found]
    start = time.process_time()
    dataset = resolve([document for document, _ in read], facts)
    seconds = time.process_time() - start
    count = sum(len(f.credits) for f in facts)
    print(f"\n{count} credits of {len(facts)} descriptions resolved in {seconds:.1f} s")
    by_imdb = {
        m[0]: b for b in json.loads(boxes.read_text()) if (m := re.search(r"tt\d+", b.get("imdb_link") or ""))
    }
    csv.field_size_limit(2**31 - 1)
    with movies.open(newline="", encoding="utf-8") as file:
        by_tmdb = {row["id"]: row for row in csv.DictReader(file)}
    joined = [ids for f in dataset.films if {"imdb", "tmdb"} <= (ids := dict(f.ids)).keys()]
    doubtful = [
        f"{box.get('title')} ({box.get('year')})"
        for ids in joined
        if (box := by_imdb[ids["imdb"]]) and not agree(box, by_tmdb[ids["tmdb"]])
    ]
    print(f"joined: {len(joined)} films; release date (45 days), running time (3 minutes) or a company agree")
    print(f"in all but {len(doubtful)}, to be looked up by hand: {'; '.join(sorted(doubtful))}")


def agree(box: dict[str, object], row: dict[str, str]) -> bool:
    """Whether something that joining does not look at says that both tell of one film."""
    day = row["release_date"]
    for other in re.findall(r"\d{4}-(?!00)\d{2}-(?!00)\d{2}", json.dumps(box.get("Release date", ""))):
        if day and abs((date.fromisoformat(other) - date.fromisoformat(day)).days) <= 45:
            return True
    minutes = re.search(r"(\d+)\s*min", json.dumps(box.get("Running time", "")))
    if minutes and row["runtime"] and abs(int(minutes[1]) - float(row["runtime"])) <= 3:
        return True
    companies = {plain(c["name"]) for c in json.loads(row["production_companies"])}
    named = [v for k, v in box.items() if k.lower().startswith(("production", "distributed"))]
    stated = {plain(str(x)) for v in named for x in (v if isinstance(v, list) else [v])}
    return any(x and y and (x in y or y in x) for x in companies for y in stated)


def plain(name: str) -> str:
    """Letters and digits of a name."""
    return "".join(filter(str.isalnum, name.casefold()))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
