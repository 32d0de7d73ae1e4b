"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from filmgraph.errors import FilmgraphError


def check_target(path: Path) -> None:
    """Raise FilmgraphError where nothing could be written to `path`; called before the work is done."""
    if path.is_dir():
        raise FilmgraphError(f"{path} is a folder; give the name of a file in it.")
    if not path.parent.is_dir():
        raise FilmgraphError(
            f"{path}: the folder {path.parent} does not exist; make it first, or write somewhere else."
        )


def write_atomically(path: Path, content: Iterable[bytes]) -> None:
    """Write the pieces of `content` beside `path` and rename it there; an older file stays until that moment.

    Raises FilmgraphError with the reason where the disk or the folder refuses.
    """
    check_target(path)
    temporary: str | None = None
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner may read; an export is like any other file.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
    except OSError as problem:
        raise FilmgraphError(f"{path} could not be written: {problem.strerror or problem}.") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
