"""Writing files so that a crash leaves either the old ones or the new ones."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_synced(path: Path, data: bytes) -> None:
    """Write `data` to a new or emptied file at `path` and wait until it is on disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_synced(path: Path, data: bytes) -> None:
    """Give `path` the content `data` in one step: a reader sees all of the old or all of the new."""
    beside = path.with_name(path.name + ".new")
    write_synced(beside, data)
    beside.replace(path)
    sync_path(path.parent)


def sync_path(path: Path) -> None:
    """Wait until a file's content, or the list of a folder's files, is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Wait until every file below `folder`, and the folders themselves, are on disk."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            sync_path(Path(place, name))
        sync_path(Path(place))


def remove_tree(path: Path) -> None:
    """Remove a file or a folder with all it holds; nothing happens where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
