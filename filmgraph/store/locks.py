"""Who may write, and which generations are still being read.

Both are advisory locks of the kernel (`flock`): they end with the process that
holds them, however it ends, so that a killed process never leaves one behind.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from filmgraph.errors import StoreError
from filmgraph.store.files import remove_tree
from filmgraph.store.folder import StoreFolder

# How long the loader of a killed writer may hold the lock on its own.
LOADER_SECONDS = 2.0


class FileLock:
    """An open file with a lock on it; `close` gives the lock up."""

    def __init__(self, handle: int) -> None:
        self.handle = handle

    def close(self) -> None:
        """Give the lock up; closing twice does nothing."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def lock_writer(folder: StoreFolder) -> FileLock:
    """The one lock under which a store is written; raises StoreError naming the process that has it."""
    handle = os.open(folder.writer_lock, os.O_RDWR | os.O_CREAT, 0o644)
    patience = time.monotonic() + LOADER_SECONDS
    while not _try_lock(handle):
        holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
        # Of a killed writer the loader may be left, for as long as it takes it to notice; a lock that this
        # process gave back may stay for a moment in a child that is just being started.
        passing = not _is_alive(holder) or holder == str(os.getpid())
        if passing and time.monotonic() < patience:
            time.sleep(0.02)
            continue
        os.close(handle)
        who = f"process {holder}" if holder else "another process"
        stop = f", or stop it (kill {holder})," if holder else ""
        raise StoreError(
            f"The store {folder.path} is being written by {who}: wait until it has finished{stop} "
            "and try again. Reading goes on meanwhile."
        )
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    return FileLock(handle)


def lock_published(folder: StoreFolder) -> tuple[int, FileLock]:
    """The published generation's number and a shared lock that keeps it from being removed.

    The pointer is read again when the generation it named went away in between;
    raises StoreError where nothing is published or the generation is missing.
    """
    missing = -1
    while True:
        number = folder.published()
        if not number:
            raise StoreError(
                f"The store {folder.path} holds nothing yet: add sources with "
                f"`filmgraph add FILE… --store {folder.path}`."
            )
        marker = folder.generation(number) / "manifest.json"
        try:
            handle = os.open(marker, os.O_RDONLY)
        except PermissionError as error:
            raise StoreError(f"The store {folder.path} may not be read: {error.strerror}.") from error
        except FileNotFoundError:
            if missing == number:
                raise folder.damaged(f"generation {number:06d}, which CURRENT names, is missing") from None
            missing = number
            continue
        fcntl.flock(handle, fcntl.LOCK_SH)
        if _is_same_file(handle, marker):
            return number, FileLock(handle)
        os.close(handle)


def is_held(folder: StoreFolder, number: int, lock: FileLock) -> bool:
    """Whether the generation that lies at `number` now is the one that `lock` holds."""
    return _is_same_file(lock.handle, folder.generation(number) / "manifest.json")


def remove_unread(folder: StoreFolder, number: int) -> bool:
    """Remove a generation that nobody reads; False where somebody does."""
    place = folder.generation(number)
    try:
        handle = os.open(place / "manifest.json", os.O_RDONLY)
    except FileNotFoundError:
        remove_tree(place)
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        # Renamed first: what is half removed must not look like a generation.
        doomed = place.with_name(f"removed-{number:06d}")
        place.rename(doomed)
        remove_tree(doomed)
        return True
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_alive(holder: str) -> bool:
    """Whether the process whose id is `holder` runs (here: another machine's ids mean nothing to us)."""
    try:
        os.kill(int(holder), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def _is_same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
