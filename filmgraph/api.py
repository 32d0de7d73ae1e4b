"""The library: what `filmgraph.open("film.db")` gives.

>>> import filmgraph
>>> with filmgraph.open("film.db") as films:  # doctest: +SKIP
...     films.add(["reviews/"])
...     films.ask("which producers worked with both Audiard and the Dardennes")
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from filmgraph.asking.answers import Answer
    from filmgraph.model.table import Table
    from filmgraph.pipeline import AddReport
    from filmgraph.store import LocalStore, RemoteStore


class FilmGraph:
    """A store, or an endpoint's address, with what can be done with it. A context manager."""

    def __init__(self, location: str | Path) -> None:
        self.location = str(location)
        self._opened: LocalStore | RemoteStore | None = None

    def add(self, paths: Iterable[str | Path], map: str | Path | None = None) -> AddReport:
        """Read files and folders into the store, made where there is none; as `filmgraph add`.

        `map` is a mapping for tables whose headers do not say what they mean: a TOML file, or one of ours.
        """
        from filmgraph import pipeline
        from filmgraph.catalogs.maps import load_map
        from filmgraph.store import local_path

        table_map = load_map(str(map)) if map is not None else None
        options = pipeline.AddOptions(table_map)
        report = pipeline.add([Path(p) for p in paths], local_path(self.location), options=options)
        self.close()
        return report

    def ask(self, question: str, *, strict: bool = False, directed: bool = False) -> Answer:
        """The answer to a question in English; raises QuestionError where it is not understood."""
        from filmgraph.asking import Options, ask

        return ask(question, self._reader(), Options(strict=strict, directed=directed))

    def query(self, name: str, **params: str) -> Table:
        """The table of a named query, its parameters given as names people use."""
        from filmgraph.catalogs.parameters import resolve_parameters
        from filmgraph.catalogs.queries import bind, find_query

        query = find_query(name)
        resolved = resolve_parameters(query, params, self._reader())
        return self._reader().select(bind(query, resolved.bindings))

    def select(self, sparql: str) -> Table:
        """The table of a SPARQL SELECT or ASK query."""
        return self._reader().select(sparql)

    def network(self, name: str = "collaborations") -> Any:
        """A network of `queries/networks/` as a networkx graph; raises UsageError where there is no such."""
        from filmgraph.analysis.networks import build_network
        from filmgraph.catalogs.queries import find_network

        return build_network(find_network(name), self._reader())

    def export(self, path: str | Path, network: str | None = None) -> None:
        """Write a picture or a file of the graph, by the path's suffix; as `filmgraph export`."""
        from filmgraph import delivery

        delivery.export(self._reader(), Path(path), network=network)

    def close(self) -> None:
        """Let the store go. It is opened again when it is next used."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def __enter__(self) -> FilmGraph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reader(self) -> LocalStore | RemoteStore:
        from filmgraph.store import open_store

        if self._opened is None:
            self._opened = open_store(self.location)
        return self._opened
