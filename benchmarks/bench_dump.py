"""A dump to a published, optimized generation, beside Oxigraph's own loading of the same triples.

    python benchmarks/bench_dump.py [FILMS] [--rounds N] [--folder SCRATCH] [--dump FOLDER] [--keep STORE]

makes a dump (`make_dump.py`), and then in turn: `add` of the dump to a new store, and pyoxigraph's
`bulk_load` and `optimize` of its triples as N-Triples. Prints the times, their ratio, triples a credit,
credits a second, and the most memory that each took, phase by phase: their own, files that the system
keeps in memory not counted; of ours, that of the loader's process apart. What shares the machine adds to the
times of both, so that the ratio is that of the shortest ones; processor seconds stand beside them. With
`--keep` the dump is added to STORE once, which is measured and left there; Oxigraph alone is not timed.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from make_dump import make_dump
from watched import Run, run, tell_peaks

from filmgraph.dumps import convert_dump, find_dump
from filmgraph.store import open_local

OURS = """
import sys
from pathlib import Path
from filmgraph import pipeline

told = [""]

def tell(step, done, total):
    if step != told[-1]:
        told.append(step)
        print(step)

pipeline.add([Path(sys.argv[1])], Path(sys.argv[2]), tell)
"""
THEIRS = """
import sys
import pyoxigraph as ox

print("loading")
store = ox.Store(sys.argv[2])
store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_TRIPLES)
print("compacting")
store.optimize()
store.flush()
"""


def write_triples(dump: Path, work: Path, target: Path) -> tuple[int, int, int]:
    """Write the dump's triples as N-Triples; how many credits, triples of credits, and triples there are."""
    found = find_dump(dump)
    assert found
    made = convert_dump([found], work)
    counts = {"credits": 0, "others": 0}

    def take(chunk: Path) -> Iterator[ox.Triple]:
        whose = "credits" if chunk.name.startswith("credits") else "others"
        for quad in ox.parse(path=str(chunk), format=ox.RdfFormat.TURTLE):
            counts[whose] += 1
            yield quad.triple

    with target.open("wb") as out:
        for chunk in made.chunks:
            ox.serialize(take(chunk), out, ox.RdfFormat.N_TRIPLES)
            chunk.unlink()
    return made.counts.credits, counts["credits"], sum(counts.values())


def tell_kept(took: Run, store: Path) -> str:
    """What a run took, what the store holds, and how much of the disk it takes, links counted once."""
    with open_local(store) as opened:
        held = opened.manifest
    sizes = {(s.st_dev, s.st_ino): s.st_blocks * 512 for p in store.rglob("*") if (s := p.stat())}
    counts = ", ".join(f"{number:,} {kind}" for kind, number in held.counts.items())
    return (
        f"{took.seconds:.0f} s, {took.processor:.0f} s of processor, {took.megabytes:,.0f} MB at most; "
        f"{held.quads:,} quads ({counts}), {sum(sizes.values()) / 1e9:.1f} GB\n{tell_peaks(took)}"
    )


def main() -> None:
    """Make, measure and print."""
    parser = argparse.ArgumentParser(description="Time a dump's way to a published generation.")
    parser.add_argument("films", type=int, nargs="?", default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--dump", type=Path, default=None)
    parser.add_argument("--keep", type=Path, default=None)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        work = Path(folder)
        dump = given.dump or work / "dump"
        if not given.dump:
            make_dump(dump, given.films)
        if given.keep:
            print(tell_kept(run(OURS, dump, given.keep), given.keep))
            return
        credits, of_credits, triples = write_triples(dump, work / "work", work / "all.nt")
        print(
            f"{given.films:,} titles: {credits:,} credits, {triples:,} triples; "
            f"{of_credits / credits:.2f} a credit, {triples / credits:.2f} with films, people and works"
        )
        shutil.rmtree(work / "work")
        ours: list[Run] = []
        theirs: list[Run] = []
        for _ in range(given.rounds):
            for name, runs, code, source in (
                ("oxigraph", theirs, THEIRS, work / "all.nt"),
                ("filmgraph", ours, OURS, dump),
            ):
                runs.append(run(code, source, work / "store"))
                shutil.rmtree(work / "store")
                took = runs[-1]
                print(
                    f"{name:10} {took.seconds:7.1f} s, {took.processor:7.1f} s of processor, "
                    f"{credits / took.seconds:9,.0f} credits/s, {took.megabytes:6,.0f} MB at most\n"
                    f"{tell_peaks(took)}",
                    flush=True,
                )
        ratio = min(r.seconds for r in ours) / min(r.seconds for r in theirs)
        processor = min(r.processor for r in ours) / min(r.processor for r in theirs)
        print(f"ratio {ratio:.2f} (processor {processor:.2f}); it may be 1.25")


if __name__ == "__main__":
    main()
