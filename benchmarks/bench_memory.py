"""Is memory flat over many documents?

    python benchmarks/bench_memory.py [DOCUMENTS]

Writes 10,000 documents made of the sample, each with names of its own, runs
`filmgraph extract --format jsonl` on them and the reading half of `filmgraph add`,
and prints the resident memory after a tenth, half and all of them. Reading for a
store keeps one record a document; nothing else may grow. Linux only (`/proc`).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from filmgraph.sample import sample_paths

_CAPITAL = re.compile(r"(?<![\w<&/#])[A-ZÀ-Þ][a-zà-ÿ]{2,}(?![\w=])")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def write_documents(folder: Path, count: int) -> None:
    """`count` documents of several kinds, in which every name is another one."""
    sources = [(p.suffix, p.read_text(encoding="utf-8")) for p in sample_paths() if p.suffix != ".csv"]
    small = {word.lower() for _, text in sources for word in re.findall(r"\b[a-zà-ÿ]+\b", text)}
    for number in range(count):
        suffix, text = sources[number % len(sources)]
        ending = _ending_of(number // len(sources))

        def rename(match: re.Match[str], ending: str = ending) -> str:
            word = match.group()
            return word if word.lower() in small else word + ending

        (folder / f"{number:06}{suffix}").write_text(_CAPITAL.sub(rename, text), encoding="utf-8")


def _ending_of(number: int) -> str:
    first, second = divmod(number, len(_SYLLABLES))
    return _SYLLABLES[first % len(_SYLLABLES)] + _SYLLABLES[second] + "n"


def resident_megabytes(process: str) -> float:
    """The resident memory of a process ("self" or its number)."""
    status = Path("/proc", process, "status").read_text()
    return int(re.findall(r"^VmRSS:\s+(\d+)", status, re.M)[0]) / 1024


def extract_all(folder: Path, marks: list[int]) -> Iterator[float]:
    """The memory of `filmgraph extract` when so many films have come out."""
    command = [sys.executable, "-m", "filmgraph", "extract", "--format", "jsonl", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for number, _ in enumerate(process.stdout, start=1):
            if number in marks:
                yield resident_megabytes(str(process.pid))
    if process.returncode:
        sys.exit(f"filmgraph extract ended with {process.returncode}")


def read_for_store(folder: Path, marks: list[int]) -> None:
    """Print the memory of the reading half of `filmgraph add` after so many documents."""
    from filmgraph.intake import read_all
    from filmgraph.reading import find_files
    from filmgraph.store import open_writer

    def progress(_step: str, done: int, _every: int) -> None:
        if done in marks:
            print(f"{resident_megabytes('self'):.1f}", flush=True)

    store = folder.parent / "film.db"
    with open_writer(store, create=True) as writer:
        read_all(list(find_files([folder])), store, writer, progress)


def main(count: int) -> None:
    marks = [count // 10, count // 2, count]
    print("resident memory after " + ", ".join(f"{mark:,}" for mark in marks) + " documents")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "documents")
        folder.mkdir()
        write_documents(folder, count)
        # The last line of output comes when the process is about to end: one film earlier it still runs.
        found = list(extract_all(folder, [marks[0], marks[1], count - 50]))
        print("filmgraph extract:  " + ", ".join(f"{size:.0f} MB" for size in found))
        command = [sys.executable, __file__, "--read", str(folder), str(count)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print("filmgraph add:      " + ", ".join(f"{float(line):.0f} MB" for line in output.split()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        many = int(sys.argv[3])
        read_for_store(Path(sys.argv[2]), [many // 10, many // 2, many])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
