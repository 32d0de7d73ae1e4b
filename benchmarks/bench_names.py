"""How long it takes to find a name among 300,000: `python benchmarks/bench_names.py [COUNT]`."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from filmgraph.model.knowledge import NameEntry
from filmgraph.store.name_index import build_name_index
from filmgraph.store.names import NameIndex

SYLLABLES = (
    "ma ri jo an lu ca the ben do mi ke la so fi el na ti ro be der gar den tel vin mon ta gu se bas ti en "
    "cha ber go lo wa ki ya ne pe tro va sil ve dar dou mar tin hou ang ster kov ski ez son mann ault ier"
).split()


def make_name(source: random.Random) -> str:
    """A name of two words that nobody bears."""
    words = ("".join(source.choices(SYLLABLES, k=source.randint(2, 4))) for _ in range(2))
    return " ".join(word.capitalize() for word in words)


def slip(name: str, source: random.Random) -> str:
    """`name` with one letter left out, doubled, wrong, or exchanged with the next."""
    at = source.randrange(1, len(name) - 1)
    return source.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + "x" + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )


def measure(index: NameIndex, texts: Sequence[str], fits: Callable[[str, list[str]], bool]) -> str:
    """Median, 95th percentile and how many of `texts` were found, as a line."""
    took, found = [], 0
    for text in texts:
        started = time.perf_counter()
        matches = index.find(text)
        took.append((time.perf_counter() - started) * 1000)
        found += fits(text, [match.label for match in matches])
    return (
        f"median {statistics.median(took):.3f} ms, 95 % under {statistics.quantiles(took, n=20)[-1]:.3f} ms, "
        f"found {found} of {len(texts)}"
    )


def compare(index: NameIndex, names: Sequence[str], texts: Sequence[str]) -> None:
    """Time `texts` against rapidfuzz, which looks at every name."""
    times = []
    for find in (
        index.find,
        lambda text: process.extractOne(text, names, scorer=DamerauLevenshtein.distance),
    ):
        started = time.perf_counter()
        for text in texts:
            find(text)
        times.append((time.perf_counter() - started) / len(texts) * 1000)
    print(f"rapidfuzz over all names: {times[1]:.1f} ms, {times[1] / times[0]:.0f} times the index's")


def main(count: int) -> None:
    """Build an index of `count` names and look up 1,000 of each kind."""
    source = random.Random(7)
    names = sorted({make_name(source) for _ in range(count)})
    entries = [
        NameEntry(name, f"https://example.org/{n}", "person", name, source.randint(1, 40))
        for n, name in enumerate(names)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "names.sqlite")
        started = time.process_time()
        build_name_index(path, entries, [])
        built = time.process_time() - started
        print(f"{len(names):,} names: {built:.1f} s of processor time, {path.stat().st_size / 1e6:.0f} MB")
        index = NameIndex(path)
        sample = source.sample(names, 1000)
        slips = {slip(name, source): name for name in sample}
        print("exact    ", measure(index, sample, lambda text, labels: text in labels))
        print("surname  ", measure(index, [n.split()[1] for n in sample], lambda _, labels: bool(labels)))
        for length in (1, 2, 3, 5, 8):
            beginnings = [n[:length] for n in sample]
            print(f"prefix {length} ", measure(index, beginnings, lambda _, labels: bool(labels)))
        print("misspelt ", measure(index, list(slips), lambda text, labels: slips[text] in labels))
        compare(index, names, list(slips)[:20])
        index.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000)
