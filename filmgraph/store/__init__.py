"""Where the graph lives: a folder that is published generation by generation, or a remote endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

__all__ = ["LocalStore", "RemoteStore", "StoreWriter", "is_remote", "open_local", "open_store", "open_writer"]

if TYPE_CHECKING:
    from filmgraph.store.local import LocalStore
    from filmgraph.store.remote import RemoteStore
    from filmgraph.store.writer import StoreWriter


def open_store(
    location: str | Path,
    *,
    timeout: float = 60.0,
    memory_limit: int = 4 << 30,
    workers: int = 1,
    spare: bool = False,
) -> LocalStore | RemoteStore:
    """The store at a folder, or the SPARQL endpoint at an http(s) address, opened for reading.

    `timeout` is a query's time limit in seconds; `memory_limit` (bytes), `workers`
    and `spare` hold for a folder. Raises StoreError where there is no store.
    """
    if is_remote(location):
        from filmgraph.store.remote import RemoteStore

        return RemoteStore(str(location), timeout=timeout)
    return open_local(location, timeout=timeout, memory_limit=memory_limit, workers=workers, spare=spare)


def open_local(
    location: str | Path,
    *,
    timeout: float = 60.0,
    memory_limit: int = 4 << 30,
    workers: int = 1,
    spare: bool = False,
) -> LocalStore:
    """The store at a folder, opened for reading as by `open_store`; raises StoreError where there is none."""
    from filmgraph.store.local import LocalStore

    return LocalStore(location, timeout=timeout, memory_limit=memory_limit, workers=workers, spare=spare)


def open_writer(location: str | Path, *, create: bool = False) -> StoreWriter:
    """The writer of the store at a folder; with `create`, made where there is none.

    Raises StoreError where there is no store, or where another process writes it.
    """
    from filmgraph.errors import StoreError
    from filmgraph.store.writer import StoreWriter

    if is_remote(location):
        raise StoreError(
            f"{location} is an endpoint and can only be read: name a folder with --store to write."
        )
    return StoreWriter(location, create=create)


def is_remote(location: str | Path) -> bool:
    """Whether a location is an endpoint's address rather than a folder."""
    return str(location).lower().startswith(("http://", "https://"))


def __getattr__(name: str) -> object:
    """The classes of the package, imported when they are asked for."""
    if name == "LocalStore":
        from filmgraph.store.local import LocalStore

        return LocalStore
    if name == "RemoteStore":
        from filmgraph.store.remote import RemoteStore

        return RemoteStore
    if name == "StoreWriter":
        from filmgraph.store.writer import StoreWriter

        return StoreWriter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
