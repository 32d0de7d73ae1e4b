"""How fast is extraction, and does it stay linear on hostile text?

    python benchmarks/bench_extract.py

Reads synthetic reviews of 5 kB on one core and prints documents a second; then
hostile texts of 100 kB and 1 MB and the ratio of their times, which stays
under 20 where time is linear in the length.
"""

from __future__ import annotations

import hashlib
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document
from filmgraph.reading import read_document
from filmgraph.sample import sample_paths

HOSTILE: dict[str, Callable[[int], str]] = {
    "commas": lambda n: "," * n,
    "brackets": lambda n: "(" * n,
    "closed brackets": lambda n: "()" * (n // 2),
    "capitals": lambda n: "A" * n,
    "capital words": lambda n: "Aa " * (n // 3),
    "names": lambda n: "Ann Lee, " * (n // 9),
    "labels": lambda n: "Director: " * (n // 10),
    "quotes": lambda n: "“Aa” " * (n // 5),
    "lines": lambda n: "Aa\n" * (n // 3),
    "dots": lambda n: "Ann ..... " * (n // 10),
    "spaces": lambda n: "a" + " " * n,
}


# Paragraphs that hold credits: a review has those of one film.
_CREDITS = re.compile(r"\n|[Dd]irected by|Produced by|[Rr]elease of|; editor|^\w[\w ]{2,30}\s?:|^[A-Z ]+:")


def as_document(text: str) -> Document:
    """A plain-text document that holds `text`, as reading makes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.txt"
        path.write_text(text, encoding="utf-8")
        return read_document(path)


def reviews_of(size: int, count: int) -> list[str]:
    """`count` different reviews of about `size` characters: one review's credits, prose of several."""
    texts = [p.read_text(encoding="utf-8") for p in sample_paths() if p.suffix == ".txt"]
    prose = [p for text in texts for p in text.split("\n\n") if len(p) > 300 and not _CREDITS.search(p)]
    made = []
    for number in range(count):
        text, turn = texts[number % len(texts)], number
        while len(text) < size:
            head, _, tail = text.partition("\n\n")
            text = f"{head}\n\n{prose[turn % len(prose)]}\n\n{tail}"
            turn += 7
        mark = hashlib.sha256(str(number).encode()).hexdigest()[:8].upper()
        made.append(f"{text}\n\nRef. {mark}\n")
    return made


def seconds(document: Document) -> float:
    """The time that one extraction takes."""
    start = time.perf_counter()
    extract_facts(document)
    return time.perf_counter() - start


def main() -> None:
    documents = [as_document(text) for text in reviews_of(5000, 200)]
    extract_facts(documents[0])
    runs = []
    for _ in range(3):
        start = time.perf_counter()
        for document in documents:
            extract_facts(document)
        runs.append(len(documents) / (time.perf_counter() - start))
    print(f"plain-text reviews of 5 kB: {statistics.median(runs):.0f} documents a second (floor 150)")
    for name, build in HOSTILE.items():
        small, large = as_document(build(100_000)), as_document(build(1_000_000))
        times = min(seconds(small) for _ in range(3)), seconds(large)
        ratio = times[1] / max(times[0], 1e-4)
        print(
            f"hostile {name:<16} 100 kB {times[0]:7.3f} s   1 MB {times[1]:7.3f} s   ratio {ratio:5.1f} (<20)"
        )


if __name__ == "__main__":
    main()
