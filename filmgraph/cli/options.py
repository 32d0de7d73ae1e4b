"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filmgraph.store import LocalStore, RemoteStore

Command = TypeVar("Command", bound=Callable[..., Any])

store_option = click.option(
    "--store",
    default="./film.db",
    envvar="FILMGRAPH_STORE",
    show_envvar=True,
    show_default=True,
    metavar="PATH|URL",
    help="The store's folder, or the address of a SPARQL endpoint for commands that read.",
)
map_option = click.option(
    "--map",
    "map_name",
    metavar="FILE",
    help="A mapping for tables whose headers do not say what they mean: a TOML file, or one of ours by name.",
)
timeout_option = click.option(
    "--timeout",
    default=60.0,
    show_default=True,
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help="The time limit of a query.",
)


def format_option(*formats: str, default: str = "table") -> Callable[[Command], Command]:
    """`--format`, one of `formats`."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=default,
        show_default=True,
        help="Output format.",
    )


@contextmanager
def reading_store(store: str, timeout: float = 60.0) -> Iterator[LocalStore | RemoteStore]:
    """The store opened for reading, closed at the end."""
    from filmgraph.store import open_store

    opened = open_store(store, timeout=timeout)
    try:
        yield opened
    finally:
        opened.close()
