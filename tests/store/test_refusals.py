"""What a query may not do is found whatever it is dressed in, and nothing else is refused."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_store import TEXT, publish, sha256

from filmgraph.catalogs.namespaces import ID
from filmgraph.errors import QueryError
from filmgraph.store.refusals import check_query
from filmgraph.store.tokens import Lexer, calls_service
from filmgraph.store.workers import QueryPool

DOCUMENT = f"{ID}doc/{sha256(TEXT)[:16]}"


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryPool]:
    path = tmp_path_factory.mktemp("store") / "film.db"
    publish(path)
    with QueryPool(path / "generations" / "000001" / "graph") as opened:
        yield opened


CALLS = [
    "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://localhost:1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o . Service ?s { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o SERVICE ?s { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'x'SERVICE ?s { ?s ?p ?o } }",
    "SELECT * { { SELECT * {}}SERVICE#comment\n<http://localhost:1/> {} }",
    "SELECT * { ?s ?p '#', \"'\" . SERVICE ?s {} #'\n}",
    "SELECT * { ?s ?p '''a'b''' SERVICE ?s {} }",
    'SELECT * { ?s ?p """a"b\\""""SERVICE ?s {} }',
    "PREFIX a: <http://a/> SELECT * { ?s ?p a:it\\'s . SERVICE ?s {} # '\n}",
    # `<` as "less than", with what looks like an IRI behind it.
    "SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE#>\n SILENT <http://localhost:1/> {} }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<?a)#>'''\n SERVICE <http://localhost:1/> {} #'''\n}",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<'>')SERVICE <http://localhost:1/> {} # '\n}",
    "SELECT * { ?s ?p ?o ; SERVICE ?s {} }",
    "SELECT * { ?s ?p [] SERVICE ?s {} }",
    "SELECT * { ?s ?p _:b SERVICE ?s {} }",
    "SELECT * { ?s ?p 1.SERVICE ?s {} }",
    "SELECT * { ?s ?p 'x'@en SERVICE ?s {} }",
    "ASK { OPTIONAL { SERVICE ?s {} } }",
]
NO_CALLS = [
    "SELECT * { ?s ?p 'SERVICE <http://a/> {}' }",
    'SELECT * { ?s ?p """\nSERVICE <http://a/> {} """ }',
    "SELECT * { # SERVICE <http://a/> {}\n}",
    "SELECT ?service { ?service ?p $SERVICE }",
    "PREFIX service: <http://a/> SELECT * { ?s service:service ?o }",
    "PREFIX a: <http://a/> SELECT * { ?s a:SERVICE ?o . ?o a:x.service ?t }",
    "SELECT * { ?s <http://example.org/service> ?o }",
    "SELECT * { ?s <http://example.org/service#it> 'x'@service }",
    "SELECT * { VALUES (?a ?b) { (<http://a/x#1> <http://a/service#2>) } }",
    "SELECT * { _:service ?p ?o FILTER(?o < 3 && 4 > ?o) }",
]


@pytest.mark.parametrize("sparql", CALLS)
def test_service_is_refused(pool: QueryPool, sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        pool.run(sparql)


@pytest.mark.parametrize("sparql", NO_CALLS)
def test_the_word_service_is_not_refused(pool: QueryPool, sparql: str) -> None:
    assert pool.run(sparql).form == "select"


@given(
    before=st.text("<>?a:'\"#)(.{} \n\\=&x1", max_size=24),
    after=st.text("<>'\"#)({} \n\\?a", max_size=12),
)
def test_no_query_that_oxigraph_reads_hides_a_call(before: str, after: str) -> None:
    """Where Oxigraph itself parses a query and finds SERVICE in it, so do we."""
    import pyoxigraph as ox

    sparql = f"SELECT * {{ BIND(1 AS ?a) {before}SERVICE <urn:x:none> {{}}{after} }}"
    try:
        results = ox.Store().query(sparql)
        list(results)  # type: ignore[arg-type]
    except OSError:
        assert calls_service(sparql)
    except (SyntaxError, RuntimeError, ValueError):
        pass


def test_the_kernel_refuses_what_would_get_through(tmp_path: Path) -> None:
    """The second line of defense, without the first."""
    code = """
import sys
import time
import pyoxigraph as ox
from filmgraph.store.isolation import forbid_connections
from filmgraph.store.worker import answer_request
request = {"graphs": [], "default_graphs": [], "named_graphs": [], "table_type": "text/csv", "limit": 0}
request["query"] = "SELECT * { SERVICE <http://127.0.0.1:8099/> { ?s ?p ?o } }"
header, _ = answer_request(ox.Store(), request)
print(header["message"], forbid_connections())
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said == "Permission denied (os error 13) True\n"


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <urn:a:b> <urn:a:b> 1 }",
        "LOAD <http://example.org/data.ttl>",
        "LOAD SILENT <http://example.org/data.ttl> INTO GRAPH <urn:a:b>",
        "PREFIX a: <http://a/>\n# SELECT\nDELETE WHERE { ?s ?p ?o }",
        "drop all",
        "CLEAR DEFAULT",
        "WITH <urn:a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "BASE <http://a/> CREATE GRAPH <b>",
    ],
)
def test_updates_are_refused(pool: QueryPool, sparql: str) -> None:
    with pytest.raises(QueryError, match="is refused: it changes the graph"):
        pool.run(sparql)


def test_an_update_after_a_query_is_no_query(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="not valid SPARQL"):
        pool.run("SELECT * {} ; INSERT DATA { <urn:a:b> <urn:a:b> 1 }")


@pytest.mark.parametrize(
    ("sparql", "graph"),
    [
        ("SELECT * FROM <http://example.org/g> {}", "http://example.org/g"),
        ("SELECT * FROM NAMED <http://example.org/g> {}", "http://example.org/g"),
        ("PREFIX e: <http://example.org/> ASK from e:a\\-b {}", "http://example.org/a-b"),
        ("BASE <http://example.org/x/> CONSTRUCT FROM <../g> WHERE { ?s ?p ?o }", "http://example.org/g"),
        (f"SELECT * FROM <{DOCUMENT}> FROM NAMED <file:///etc/passwd> {{}}", "file:///etc/passwd"),
        ("DESCRIBE ?s FROM <http://example.org/g> WHERE {}", "http://example.org/g"),
        ("CONSTRUCT { ?s ?p 'x}' } FROM <http://example.org/g> WHERE { ?s ?p ?o }", "http://example.org/g"),
        ("CONSTRUCT {} FROM NAMED <http://example.org/g> WHERE { ?s ?p ?o }", "http://example.org/g"),
    ],
)
def test_foreign_graphs_are_refused(pool: QueryPool, sparql: str, graph: str) -> None:
    with pytest.raises(QueryError, match=f"no graph <{graph}>"):
        pool.run(sparql)


def test_own_graphs_and_the_word_from_are_not_refused(pool: QueryPool) -> None:
    assert b"true" in pool.run(f"ASK FROM <{DOCUMENT}> {{ ?a <http://www.w3.org/ns/oa#exact> ?q }}").body
    assert pool.run("SELECT * { ?s ?p ' FROM <http://a/>' } # FROM <http://b/>").form == "select"
    assert check_query("SELECT ?x { ?x ?from 'LOAD <a>, INSERT' }") == ()
    assert check_query("CONSTRUCT { ?x <a:add> ?y } WHERE { ?x ?y ?z } # FROM <http://b/>") == ()
    assert check_query("CONSTRUCT WHERE { ?x ?y ' FROM <http://a/>' }") == ()


def test_hostile_text_is_read_in_linear_time() -> None:
    started = time.monotonic()
    for text in ("'\\'" * 25_000, "<a#" * 25_000, '"""' * 15_001, "service<a#>" * 15_000, "a." * 25_000):
        calls_service("SELECT * { service: " + text)
        assert list(Lexer(text))
    for text in ("BASE<a>" * 20_000 + "SELECT" + " ADD" * 20_000, "PREFIX a:<a>" * 20_000 + " ASK{}"):
        assert check_query(text) == ()
    with pytest.raises(QueryError, match="BASE gives has over"):
        check_query("BASE<http://a/>" + "BASE<a/>" * 20_000 + "SELECT * FROM <b> {}")
    assert time.monotonic() - started < 10
    with pytest.raises(QueryError, match="is the most"):
        check_query("ASK {} #" + "x" * 5_000_000)
