"""Finding files and reading their bytes; everything that can be wrong with a file as such."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from filmgraph.errors import ReadError
from filmgraph.reading.source import MEGABYTE, print_path

# What a file shows of itself before it is read: enough for every mark we look for.
HEAD_BYTES = 8192


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that `paths` name, folders searched all through, each file once.

    A folder's files come sorted by name, hidden files and folders left out; a
    folder that links lead back to is entered once, a store is no source. A path that does not exist
    and a folder that may not be opened are given back as they are, so that
    reading them says what is wrong while the other files are still read.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _walk(path):
            key = str(found.absolute())
            if key not in seen:
                seen.add(key)
                yield found


def _walk(top: Path) -> Iterator[Path]:
    entered: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            info = path.stat()
            if not stat.S_ISDIR(info.st_mode):
                yield path
                continue
            if (info.st_dev, info.st_ino) in entered:
                continue
            entered.add((info.st_dev, info.st_ino))
            if (path / "CURRENT").is_file() and (path / "generations").is_dir():
                continue  # a store of ours
            inside = sorted(file for file in path.iterdir() if not file.name.startswith("."))
        except OSError:
            yield path
            continue
        waiting += reversed(inside)


def read_head(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file and its size in bytes.

    Raises ReadError where there is no regular file, it may not be read, or it is empty.
    """
    name = print_path(path)
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            next(path.iterdir(), None)  # a folder that may not be opened says so first
            raise ReadError(f"{name} is a folder; add the folder, or name a file in it")
        if not stat.S_ISREG(info.st_mode):
            raise ReadError(
                f"{name} is not a regular file (a pipe, socket or device); save it as a file first"
            )
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise ReadError(_explain(path, error)) from error
    if not head:
        raise ReadError(f"{name} is empty")
    return head, info.st_size


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The whole of a file. Raises ReadError, without reading on, where it holds more than `max_bytes`."""
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise ReadError(_explain(path, error)) from error
    if len(data) > max_bytes:
        raise ReadError(explain_size(path, len(data), max_bytes))
    return data


def explain_size(path: Path, size: int, max_bytes: int) -> str:
    """The sentence for a file that is too large."""
    return (
        f"{print_path(path)} holds {size / MEGABYTE:.0f} MB, and a file of its kind may hold "
        f"{max_bytes / MEGABYTE:.0f} MB; split it into one file a document"
    )


def _explain(path: Path, error: OSError) -> str:
    name = print_path(path)
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        return f"{name} is a link to {print_path(path.readlink())}, which does not exist"
    if error.errno == errno.ELOOP:
        return f"{name} is a link that leads back to itself; remove it"
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return f"{name} does not exist; check the path"
    if isinstance(error, PermissionError):
        return f"{name} may not be read (permission denied); change its permissions or add a copy"
    return f"{name} could not be read: {error.strerror or error}"
