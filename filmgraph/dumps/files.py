"""A dump in a folder: which files it has, and what their headers say.

The names and columns are those of IMDb's documentation of its non-commercial datasets. A file is
recognized by its header, so that `principals-2024.tsv.gz` is as good a name as IMDb's own; where there
is none to be read, by its name.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# The columns of each file; those before the bar are needed, the others may be absent.
_COLUMNS = {
    "title.basics": "tconst primaryTitle | titleType originalTitle startYear runtimeMinutes",
    "title.akas": "titleId title | ordering region",
    "title.crew": "tconst | directors writers",
    "title.principals": "tconst nconst category | ordering job characters",
    "name.basics": "nconst primaryName |",
}
KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    kind: (tuple(columns.split("|")[0].split()), tuple(columns.split("|")[1].split()))
    for kind, columns in _COLUMNS.items()
}
# Columns that only the file has and that tell it from the others.
_MARKS = {
    "title.basics": {"tconst", "primaryTitle"},
    "title.akas": {"titleId", "title"},
    "title.crew": {"tconst", "directors"},
    "title.principals": {"tconst", "nconst", "category"},
    "name.basics": {"nconst", "primaryName"},
}
MEDIA_TYPE = "text/tab-separated-values"
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class DumpFile:
    """One file of a dump: what it is ("title.basics"), where, and how it is `shown` if not by its name."""

    kind: str
    path: Path
    shown: str = ""

    @property
    def name(self) -> str:
        """Its name, for messages."""
        return self.shown or self.path.name


@dataclass(frozen=True, slots=True)
class DumpFolder:
    """A dump: its folder and its files, one a kind, in the order of `KINDS`."""

    path: Path
    files: tuple[DumpFile, ...]

    @property
    def size(self) -> int:
        """The bytes of all its files as they lie on disk."""
        return sum(file.path.stat().st_size for file in self.files)

    def find(self, kind: str) -> DumpFile | None:
        """The file of a kind, or None."""
        return next((file for file in self.files if file.kind == kind), None)


def find_dump(path: Path) -> DumpFolder | None:
    """The dump that `path` is: a folder with such files in it, or one of the files. None where there is none.

    Of two files of one kind the one with IMDb's own name is taken, then the first by name. A folder is
    a dump where it has titles (`title.basics`); one of its files stands for all of them.
    """
    folder = path if path.is_dir() else path.parent
    found: dict[str, Path] = {}
    try:
        inside = sorted(folder.iterdir(), key=lambda p: (not _named(p), p.name))
    except OSError:
        return None
    for file in inside:
        if ".tsv" in file.suffixes and file.is_file() and (kind := _kind_of(file)):
            found.setdefault(kind, file)
    if "title.basics" not in found or (path != folder and path not in found.values()):
        return None
    return DumpFolder(folder, tuple(DumpFile(kind, found[kind]) for kind in KINDS if kind in found))


def find_dumps(path: Path) -> Iterator[DumpFolder]:
    """All dumps at `path` and in the folders under it, in the order of their paths.

    Hidden folders, and those that cannot be opened, are left out; a folder that links lead back to is
    entered once.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if found := find_dump(here):
            yield found
            continue
        try:
            info = here.stat()
            if (info.st_dev, info.st_ino) in entered or not here.is_dir():
                continue
            entered.add((info.st_dev, info.st_ino))
            inside = sorted(p for p in here.iterdir() if p.is_dir() and not p.name.startswith("."))
        except OSError:
            # Reading the files says what is wrong with it.
            continue
        waiting += reversed(inside)


def _named(path: Path) -> str:
    return next((kind for kind in KINDS if path.name in (f"{kind}.tsv", f"{kind}.tsv.gz")), "")


def _kind_of(path: Path) -> str:
    """The kind of a file by its header; by its name where the header cannot be read or is not whole."""
    header = set(read_header(path))
    for kind, marks in _MARKS.items():
        if marks <= header:
            return kind
    return _named(path)


def read_header(path: Path) -> tuple[str, ...]:
    """The columns of a file as its first line names them; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head[:2] == b"\x1f\x8b":
            head = zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except (OSError, zlib.error, gzip.BadGzipFile):
        return ()
    line = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip(b"\r")
    return tuple(line.decode("utf-8", "replace").split("\t"))
