"""How long tables take to be read and extracted: `python benchmarks/bench_tables.py [FOLDER]`.

FOLDER holds wikipedia_infobox, tmdb and metaqa (default: ../shared/data). Prints seconds of
processor time, rows, films and credits of each file; the whole must take about twice as long as half of it.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from filmgraph.catalogs.maps import load_maps
from filmgraph.extraction import extract_facts
from filmgraph.reading import read_document

FILES = (
    ("wikipedia_infobox/wikipedia-movies.json", None),
    ("tmdb/tmdb_5000_movies.csv", None),
    ("tmdb/tmdb_5000_credits_part.csv", None),
    ("metaqa/kb.txt", "metaqa"),
)


def main(folder: Path) -> None:
    total = 0.0
    head = f"{'file':40} {'read':>6} {'half':>6} {'whole':>6}"
    print(f"{head} {'rows':>8} {'films':>7} {'credits':>8} {'wrong':>6}")
    for name, mapping in FILES:
        start = time.process_time()
        document = read_document(folder / name, table_map=load_maps()[mapping] if mapping else None)
        read = time.process_time() - start
        first = replace(document, rows=document.rows[: len(document.rows) // 2])
        start = time.process_time()
        extract_facts(first)
        half = time.process_time() - start
        start = time.process_time()
        facts = extract_facts(document)
        whole = time.process_time() - start
        total += read + whole
        credits = sum(len(film.credits) for film in facts)
        wrong = sum(u.section == "error" for film in facts for u in film.unread) + len(document.wrong)
        print(
            f"{name:40} {read:6.1f} {half:6.1f} {whole:6.1f} {len(document.rows):8,} {len(facts):7,} "
            f"{credits:8,} {wrong:6,}"
        )
    print(f"all read and extracted in {total:.1f} s of processor time")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/data"))
