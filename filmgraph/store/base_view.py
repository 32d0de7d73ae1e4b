"""A base opened for the one who builds over it: triples by pattern and entities by name, in this process."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from filmgraph.errors import StoreError
from filmgraph.model.knowledge import EntityKind, NameMatch
from filmgraph.model.terms import IRI, Literal, Term
from filmgraph.store.folder import GRAPH, NAMES, StoreFolder
from filmgraph.store.names import NameIndex


class BaseView:
    """The base with `key`, read-only. Implements TripleSource; a context manager."""

    def __init__(self, folder: StoreFolder, key: str) -> None:
        place = folder.base(key)
        try:
            self._graph = ox.Store.read_only(str(place / GRAPH))
        except (OSError, ValueError) as error:
            raise StoreError(f"The store is damaged: {place / GRAPH} cannot be opened ({error}).") from error
        self._names = NameIndex(place / NAMES)

    def find(
        self, subject: str | None = None, predicate: str | None = None, value: str | None = None
    ) -> Iterator[tuple[str, str, Term]]:
        """The triples of the default graph that fit the IRIs; None stands for any term."""
        s, p, o = (ox.NamedNode(term) if term else None for term in (subject, predicate, value))
        for quad in self._graph.quads_for_pattern(s, p, o, ox.DefaultGraph()):
            yield str(quad.subject)[1:-1], quad.predicate.value, _term(quad.object)

    def find_bearers(self, form: str, kind: EntityKind) -> list[str]:
        """The IRIs of the entities of `kind` one of whose names folds to `form`, sorted."""
        return self._names.find_bearers(form, kind)

    def find_entity(self, iri: str) -> NameMatch | None:
        """The entity with this IRI, as the index of names has it."""
        return self._names.find_entity(iri)

    def close(self) -> None:
        """Let the base go."""
        self._names.close()

    def __enter__(self) -> BaseView:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value, term.language or "")
    return IRI(term.value if isinstance(term, ox.NamedNode) else str(term))
