"""A SPARQL 1.1 endpoint somewhere else, asked over HTTP through SPARQLWrapper."""

from __future__ import annotations

import ast
import math
import urllib.error
import warnings
from collections.abc import Iterator, Sequence
from functools import cached_property
from http.client import HTTPException
from typing import Any

import SPARQLWrapper
from SPARQLWrapper import SPARQLExceptions

from filmgraph.catalogs.namespaces import OA
from filmgraph.errors import FilmgraphError, QueryError, QueryTimeoutError, StoreError
from filmgraph.model.knowledge import EntityKind, NameMatch, QueryAnswer
from filmgraph.model.table import Table
from filmgraph.model.terms import IRI
from filmgraph.store.refusals import read_dataset, read_form
from filmgraph.store.remote_dump import dump_remote
from filmgraph.store.remote_lookup import find_lookup, look_up_quote
from filmgraph.store.remote_names import find_remote_names

# Longer queries are posted: servers and proxies cut addresses off at 2 to 8 kB.
LONGEST_GET = 1500
_JSON = "application/sparql-results+json"
# What endpoints also call these types.
_ALIASES = {
    _JSON: ("application/json",),
    "application/sparql-results+xml": ("application/xml", "text/xml"),
    "application/rdf+xml": ("application/xml", "text/xml"),
    "application/n-triples": ("text/plain",),
    "text/turtle": ("application/x-turtle",),
}


class RemoteStore:
    """The endpoint at `url` (http or https). Implements Knowledge; `timeout` (seconds) holds for a query."""

    def __init__(self, url: str, *, timeout: float = 60.0) -> None:
        self.location = url
        self.timeout = timeout

    def select(self, sparql: str, *, timeout: float | None = None) -> Table:
        """The table of a SELECT or ASK query."""
        body, media_type = self._request(sparql, _JSON, timeout)
        try:
            return Table.from_json(body)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise StoreError(
                f"{self.location} answered with {media_type} that is no table of SPARQL results: "
                "is this the address of a SPARQL endpoint, and the query a SELECT or ASK?"
            ) from None

    @property
    def runner(self) -> RemoteStore:
        """What runs queries as they are: the endpoint itself."""
        return self

    def run(
        self,
        sparql: str,
        *,
        table_type: str = _JSON,
        graph_type: str = "application/n-triples",
        timeout: float | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> QueryAnswer:
        """Run a query of any form, as QueryRunner says; the endpoint's own dataset is the only one."""
        if default_graphs or named_graphs:
            raise QueryError(f"The dataset of {self.location} is its own; leave out the graphs.")
        form = read_form(sparql)
        wanted = graph_type if form == "graph" else table_type
        return QueryAnswer(form, wanted, self._fetch(sparql, wanted, timeout))

    def dump(self, media_type: str = "application/n-quads") -> Iterator[bytes]:
        """The endpoint's graphs, in the same types and the same order as LocalStore.dump gives them."""
        return dump_remote(self, media_type)

    def find_names(
        self, text: str, kinds: tuple[EntityKind, ...] = (), *, limit: int = 10
    ) -> tuple[NameMatch, ...]:
        """Entities whose name fits `text`, found by SPARQL over schema:name and schema:alternateName."""
        return find_remote_names(text, kinds, limit, self.select)

    def read_quote(self, attestation: str) -> str | None:
        """The words at an attestation's IRI: in the graph, or else where the endpoint says to look IRIs up.

        None where neither has them.
        """
        query = f"SELECT ?quote {{ GRAPH ?g {{ {IRI(attestation).n3()} <{OA}exact> ?quote }} }} LIMIT 1"
        for row in self.select(query):
            return row["quote"]
        return look_up_quote(self._lookup, attestation, self.timeout) if self._lookup else None

    @cached_property
    def _lookup(self) -> str:
        """Where the endpoint says that IRIs can be looked up; empty where it says nothing."""
        return find_lookup(self.location, self.timeout)

    def close(self) -> None:
        """Nothing is kept open between queries."""

    def __enter__(self) -> RemoteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _fetch(self, sparql: str, media_type: str, timeout: float | None) -> bytes:
        """The answer in `media_type`; raises StoreError where the endpoint gives another."""
        body, found = self._request(sparql, media_type, timeout)
        if found != media_type and found not in _ALIASES.get(media_type, ()):
            raise StoreError(f"{self.location} does not write {media_type}; it answered with {found}.")
        return body

    def _request(self, sparql: str, accept: str, timeout: float | None) -> tuple[bytes, str]:
        """The answer's body and its media type without parameters."""
        read_dataset(sparql)  # refuses updates, which SPARQLWrapper would send
        limit = self.timeout if timeout is None else timeout
        client = SPARQLWrapper.SPARQLWrapper(self.location)
        client.setTimeout(max(1, math.ceil(limit)))
        client.setOnlyConneg(True)
        client.setMethod(SPARQLWrapper.GET if len(sparql) < LONGEST_GET else SPARQLWrapper.POST)
        client.addCustomHttpHeader("Accept", accept)
        try:
            with warnings.catch_warnings():
                # It warns of query forms that it does not recognize; Accept is ours anyway.
                warnings.simplefilter("ignore")
                client.setQuery(sparql)
                # Words in comments mislead it; updates have been refused, and all else is sent alike.
                client.queryType = SPARQLWrapper.SELECT
                response = client.query().response
            with response:
                return response.read(), response.headers.get_content_type()
        except Exception as error:
            raise self._describe(error, limit) from error

    def _describe(self, error: Exception, limit: float) -> FilmgraphError:
        """The sentence for what went wrong on the way or at the endpoint."""
        away = isinstance(error, urllib.error.URLError) and not isinstance(error, urllib.error.HTTPError)
        if isinstance(error, TimeoutError) or (away and isinstance(_reason(error), TimeoutError)):
            return QueryTimeoutError(
                f"{self.location} did not answer within {limit:g} seconds: ask for less."
            )
        if isinstance(error, SPARQLExceptions.QueryBadFormed):
            return QueryError(f"{self.location} refuses the query: {_said(error)}")
        if isinstance(error, SPARQLExceptions.SPARQLWrapperException):
            return StoreError(f"{self.location} cannot answer: {_said(error)}")
        if isinstance(error, urllib.error.HTTPError):
            said = error.read().decode("utf-8", "replace").strip()[:500] or error.reason
            kind = QueryTimeoutError if error.code in (503, 504) else StoreError
            return kind(f"{self.location} answered with HTTP {error.code}: {said}")
        if isinstance(error, OSError | ValueError | HTTPException):
            return StoreError(
                f"{self.location} cannot be reached ({_reason(error)}): "
                "is the address right and the endpoint running?"
            )
        raise error


def _reason(error: Exception) -> Any:
    return getattr(error, "reason", error)


def _said(error: Exception) -> str:
    """What the endpoint wrote: SPARQLWrapper keeps it as the source text of a bytes value."""
    text = str(error)
    _, _, quoted = text.partition("Response:\n")
    try:
        return str(ast.literal_eval(quoted).decode("utf-8", "replace")).strip()[:500]
    except (ValueError, SyntaxError, AttributeError):
        return text.strip()
