"""Where the graph lives: a folder that is published generation by generation, or a remote endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

__all__ = [
    "LocalStore", "RemoteStore", "StoreWriter", "is_remote", "local_path", "open_local", "open_store",
    "open_writer",
]  # fmt: skip

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

    Raises StoreError where there is no store, or where another process writes it; UsageError for an address.
    """
    from filmgraph.store.writer import StoreWriter

    return StoreWriter(local_path(location), create=create)


def is_remote(location: str | Path) -> bool:
    """Whether a location is an endpoint's address rather than a folder."""
    return str(location).lower().startswith(("http://", "https://"))


def local_path(location: str | Path) -> Path:
    """The folder of a store that is to be written or served; raises UsageError for an endpoint's address."""
    from filmgraph.errors import UsageError

    if is_remote(location):
        raise UsageError(
            f"This works on a store's folder, and {location} is an endpoint, which can only be queried: "
            "name a folder by --store."
        )
    return Path(location)


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
