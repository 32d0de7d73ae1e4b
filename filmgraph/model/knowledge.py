"""What the upper stages need of a store, wherever it is: questions to a graph and names to look up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from filmgraph.model.table import Table
from filmgraph.model.terms import Term

EntityKind = Literal["film", "person", "organization", "team", "work"]
QueryForm = Literal["select", "ask", "graph"]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name of an entity, as the name index keeps it.

    `weight` counts an agent's or a work's films and a film's credits; `members`
    are the IRIs of a team's people.
    """

    name: str
    iri: str
    kind: EntityKind
    label: str
    weight: int = 1
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An entity found by name; `how` says how well it fits, in the order of its values."""

    iri: str
    kind: EntityKind
    label: str
    weight: int
    how: Literal["exact", "surname", "prefix", "misspelt"]
    members: tuple[str, ...] = ()

    def with_fit(self, how: Literal["exact", "surname", "prefix", "misspelt"]) -> NameMatch:
        """The same entity, found in this way."""
        return replace(self, how=how)


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """What a query worker gives back: the query's form and its result serialized as `media_type`."""

    form: QueryForm
    media_type: str
    body: bytes


class QueryRunner(Protocol):
    """Runs SPARQL in a worker process that can be stopped."""

    def run(
        self,
        sparql: str,
        *,
        table_type: str = "application/sparql-results+json",
        graph_type: str = "application/n-triples",
        timeout: float | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> QueryAnswer:
        """Run a read-only query; SELECT and ASK answer as `table_type`, the others as `graph_type`.

        `default_graphs` and `named_graphs` replace the query's dataset (SPARQL 1.1
        Protocol, 2.1.4). Raises QueryError (not SPARQL, with line and column, or
        refused) and QueryTimeoutError (time or memory limit).
        """
        ...


class TripleSource(Protocol):
    """A graph whose triples are found by pattern, many thousands a second; None stands for any term."""

    def find(
        self, subject: str | None = None, predicate: str | None = None, value: str | None = None
    ) -> Iterable[tuple[str, str, Term]]:
        """The triples of the default graph that fit: IRIs of subject, predicate and object."""
        ...


class Knowledge(Protocol):
    """A graph that answers SPARQL and finds names: an embedded store or a remote endpoint."""

    def select(self, sparql: str, *, timeout: float | None = None) -> Table:
        """The table of a SELECT query (an ASK gives one cell, column "answer")."""
        ...

    def find_names(
        self, text: str, kinds: tuple[EntityKind, ...] = (), *, limit: int = 10
    ) -> tuple[NameMatch, ...]:
        """Entities whose name fits `text`, best first; of any kind where `kinds` is empty."""
        ...

    def read_quote(self, attestation: str) -> str | None:
        """The words at an attestation's IRI, from the stored document; None where they are not to be had."""
        ...
