"""filmgraph: film reviews and credit lists as a knowledge graph, with the words behind every credit.

`filmgraph.open("film.db")` opens a store, or an endpoint by its address, as a
`filmgraph.api.FilmGraph`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmgraph.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from filmgraph.api import FilmGraph

__all__ = ["__version__", "open"]


def open(location: str | Path = "./film.db") -> FilmGraph:
    """The store at a folder (made by the first `add`), or the SPARQL endpoint at an address."""
    from filmgraph.api import FilmGraph

    return FilmGraph(location)
