"""An endpoint over HTTP answers like the store behind it, and says clearly what goes wrong."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from small_store import SAMPLE, TEXT, publish, sha256

from filmgraph.catalogs.namespaces import FG, FOAF, ID, RDF, SCHEMA
from filmgraph.errors import FilmgraphError, QueryError, QueryTimeoutError, StoreError, UsageError
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.store import open_local, open_store, open_writer
from filmgraph.store.local import LocalStore
from filmgraph.store.remote import LONGEST_GET, RemoteStore
from filmgraph.store.workers import QueryPool

TYPES = {"film": "Movie", "person": "Person", "organization": "Organization"}


def graph_of_names() -> list[Quad]:
    """The sample's names as the graph holds them, with as many credits as they weigh."""
    quads = []
    for entry in SAMPLE.names:
        subject = IRI(entry.iri)
        kind = IRI(f"{FG}CreativeTeam" if entry.kind == "team" else f"{SCHEMA}{TYPES[entry.kind]}")
        prop = "name" if entry.name == entry.label else "alternateName"
        quads.append(Quad(subject, IRI(f"{RDF}type"), kind))
        quads.append(Quad(subject, IRI(f"{SCHEMA}{prop}"), Literal(entry.name)))
        quads += [Quad(subject, IRI(f"{FOAF}member"), IRI(member)) for member in entry.members]
        # The members' films are the team's and one of their own.
        films = 1 if entry.label in ("Luc Dardenne", "Jean-Pierre Dardenne") else entry.weight
        for number in range(films):
            credit = IRI(f"{ID}credit/{entry.iri.rpartition('/')[2]}-{number}")
            other, verb = (IRI(f"{ID}film/{entry.kind}-{entry.iri[-3:]}-{number}"), "agent")
            if entry.kind == "film":
                other, verb = IRI(f"{ID}agent/some-{number}"), "film"
            quads.append(Quad(credit, IRI(f"{FG}{verb}"), subject))
            quads.append(Quad(credit, IRI(f"{FG}{'film' if verb == 'agent' else 'agent'}"), other))
    return quads


class Handler(BaseHTTPRequestHandler):
    """A SPARQL endpoint of few lines, and some broken ones."""

    pool: QueryPool
    seen: list[tuple[str, str]] = []  # noqa: RUF012 - the server makes a handler a request

    def do_GET(self) -> None:
        self.answer(parse_qs(urlsplit(self.path).query))

    def do_POST(self) -> None:
        self.answer(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))

    def answer(self, form: dict[str, list[str]]) -> None:
        path = urlsplit(self.path).path
        self.seen.append((self.command, self.headers["Accept"]))
        if path == "/slow":
            time.sleep(3)
            return None
        if path == "/page":
            return self.send(200, "text/html", b"<html>no endpoint</html>")
        if path.removeprefix("/").isdigit():
            return self.send(int(path[1:]), "text/plain", b"the machine says no")
        accept = self.headers["Accept"]
        try:
            found = self.pool.run(form["query"][0], table_type=accept, graph_type=accept)
        except FilmgraphError as error:
            return self.send(400, "text/plain", str(error).encode())
        return self.send(200, found.media_type + "; charset=utf-8", found.body)

    def send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: tests print nothing."""


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    path = tmp_path_factory.mktemp("store") / "film.db"
    publish(path)
    with open_writer(path) as writer:
        writer.publish([*SAMPLE.quads, *graph_of_names()], SAMPLE.names, SAMPLE.sources)
    with open_local(path) as store:
        yield store


@pytest.fixture(scope="module")
def address(local: LocalStore) -> Iterator[str]:
    Handler.pool = local.runner
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def remote(address: str) -> RemoteStore:
    store = open_store(f"{address}/sparql", timeout=10)
    assert isinstance(store, RemoteStore)
    return store


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o",
        "SELECT ?y ?none { OPTIONAL { ?f <https://schema.org/datePublished> ?y } }",
        "ASK { GRAPH ?g { ?s ?p ?o } }",
        "# SELECT, with INSERT in a comment\nSELECT ('DELETE' AS ?word) {}",
    ],
)
def test_tables_are_those_of_the_store(remote: RemoteStore, local: LocalStore, sparql: str) -> None:
    assert remote.select(sparql) == local.select(sparql)


def test_graphs_come_in_the_type_asked_for(remote: RemoteStore, local: LocalStore) -> None:
    sparql = "CONSTRUCT WHERE { ?f a <https://schema.org/Movie> }"
    for media_type in ("text/turtle", "application/n-triples", "application/rdf+xml"):
        assert remote.run(sparql, graph_type=media_type) == local.runner.run(sparql, graph_type=media_type)


def test_any_form_runs_as_it_is(remote: RemoteStore) -> None:
    assert remote.run("ASK {}").form == "ask"
    assert remote.run("SELECT * {}", table_type="text/csv").media_type == "text/csv"
    assert remote.run("DESCRIBE <urn:x:y>", graph_type="text/turtle").form == "graph"


@pytest.mark.parametrize(
    "media_type", ["application/n-quads", "application/n-triples", "text/turtle", "application/trig"]
)
def test_a_dump_has_the_bytes_of_the_store(remote: RemoteStore, local: LocalStore, media_type: str) -> None:
    assert b"".join(remote.dump(media_type)) == b"".join(local.dump(media_type))


def test_long_queries_are_posted(remote: RemoteStore) -> None:
    Handler.seen.clear()
    remote.select("ASK {}")
    remote.select(f"ASK {{}} #{'x' * LONGEST_GET}")
    assert Handler.seen == [(method, "application/sparql-results+json") for method in ("GET", "POST")]


def test_quotes_are_read_from_the_graph(remote: RemoteStore) -> None:
    attestation = f"{ID}doc/{sha256(TEXT)[:16]}#char=44,65"
    assert remote.read_quote(attestation) == "Jean-Pierre Dardenne,"
    assert remote.read_quote(f"{ID}doc/none#char=1,2") is None


@pytest.mark.parametrize(
    "text",
    [
        "Luc Dardenne", "dardenne", "Trier", "Michael Hanéke", "Mich", "les films du fleuve",
        "Films du Fleuve", "The Child", "l'enfant", "Child, The", "Michal Haneke", "Hanneke", "Dardene",
        "nobody at all", "", "…",
    ],
)  # fmt: skip
def test_names_are_found_as_in_the_store(remote: RemoteStore, local: LocalStore, text: str) -> None:
    assert remote.find_names(text) == local.find_names(text)
    assert remote.find_names(text, ("person",)) == local.find_names(text, ("person",))


def test_a_refused_query_says_what_the_endpoint_says(remote: RemoteStore) -> None:
    with pytest.raises(QueryError, match=r"refuses the query: .* line 1, column 11"):
        remote.select("SELECT * {")


def test_an_update_is_never_sent(remote: RemoteStore) -> None:
    Handler.seen.clear()
    with pytest.raises(QueryError, match="INSERT is refused"):
        remote.select("INSERT DATA { <urn:a:b> <urn:a:b> 1 }")
    assert Handler.seen == []


@pytest.mark.parametrize(
    ("path", "kind", "says"),
    [
        ("/500", StoreError, "the machine says no"),
        ("/404", StoreError, "the machine says no"),
        ("/401", StoreError, "the machine says no"),
        ("/403", StoreError, "HTTP 403: the machine says no"),
        ("/503", QueryTimeoutError, "HTTP 503: the machine says no"),
        ("/page", StoreError, "answered with text/html that is no table"),
    ],
)
def test_what_the_endpoint_says_is_passed_on(
    address: str, path: str, kind: type[FilmgraphError], says: str
) -> None:
    with pytest.raises(kind, match=says) as caught:
        RemoteStore(address + path).select("ASK {}")
    assert type(caught.value) is kind


def test_another_type_than_asked_for_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="does not write text/turtle; it answered with text/html"):
        RemoteStore(address + "/page").run("DESCRIBE <urn:x:y>", graph_type="text/turtle")


def test_a_slow_endpoint_runs_into_the_limit(address: str) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeoutError, match="did not answer within 1 seconds"):
        RemoteStore(address + "/slow", timeout=1).select("ASK {}")
    assert time.monotonic() - started < 2.5


def test_an_endpoint_that_is_away() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteStore(f"http://127.0.0.1:{port}/sparql").select("ASK {}")
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteStore("http://no host/").select("ASK {}")


def test_an_endpoint_cannot_be_written(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="can only be queried"):
        open_writer(address, create=True)
