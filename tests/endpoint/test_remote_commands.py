"""The commands that read give the same through our endpoint as from the store itself, quotes included."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from serving import Server

from filmgraph.catalogs.queries import load_queries
from filmgraph.cli.main import cli
from filmgraph.errors import QueryError, QueryTimeoutError, StoreError
from filmgraph.model.terms import IRI
from filmgraph.store import LocalStore, RemoteStore

PARAMETERS = {
    "film": "Rust and Bone",
    "organization": "Why Not Productions",
    "role": "editor",
    "year": "2012",
}
PARAMETERS |= {"text": "France", "person": "Jacques Audiard", "agent": "Pascal Caucheteux"}


def run(*arguments: str, store: object) -> tuple[int, str]:
    """Exit code and standard output of a command."""
    done = CliRunner().invoke(cli, [*arguments, "--store", str(store)])
    return done.exit_code, done.stdout_bytes.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "which producers worked with both Audiard and the Dardennes", "--format", "json"),
        ("ask", "which producers worked with both Audiard and the Dardennes", "--why"),
        ("ask", "which companies worked with both Ken Loach and Cristian Mungiu", "--format", "csv"),
        ("ask", "which films did Audiard direct", "--format", "json"),
        ("ask", "which films are based on novels", "--format", "json"),
        ("show", "Rust and Bone"),
        ("show", "the Dardennes", "--format", "json"),
        ("show", "Pascal Caucheteux", "--iris"),
        ("path", "Marion Cotillard", "Ken Loach"),
        ("path", "Monica Bellucci", "Audiard", "--format", "csv"),
        ("analyze", "bridges", "--format", "json"),
        ("info", "--format", "csv"),
        ("check", "--no-shapes", "--format", "json"),
    ],
    ids=" ".join,
)
def test_a_command_prints_the_same(sample_store: Path, server: Server, arguments: tuple[str, ...]) -> None:
    code, here = run(*arguments, store=sample_store)
    assert run(*arguments, store=server.sparql) == (code, here)
    if arguments[1] != "Monica Bellucci":
        assert code in (0, 1)
        assert here


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_a_named_query_gives_the_same(sample_store: Path, server: Server, name: str) -> None:
    wanted = [(p.name, p.type) for p in load_queries()[name].params if p.required]
    values = dict(PARAMETERS)
    given = []
    for parameter, type_ in wanted:
        given += ["-p", f"{parameter}={values[type_]}"]
        # A second one of a type has to be somebody else.
        values |= {"person": "Luc Dardenne", "agent": "Luc Dardenne"}
    code, here = run("query", name, *given, "--format", "csv", store=sample_store)
    assert code == 0
    assert run("query", name, *given, "--format", "csv", store=server.sparql) == (0, here)


@pytest.mark.parametrize("format_", ["json", "csv", "tsv", "xml"])
def test_plain_sparql_gives_the_same_three_ways(sample_store: Path, server: Server, format_: str) -> None:
    """From the store, through the command line on the endpoint, and over HTTP."""
    query = """PREFIX fg: <https://w3id.org/filmgraph/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?credit ?quote { ?credit fg:attestedBy ?a . GRAPH ?g { ?a oa:exact ?quote } }
        ORDER BY ?credit ?quote"""
    path = sample_store.parent / "quotes.rq"
    path.write_text(query)
    code, here = run("query", str(path), "--format", format_, store=sample_store)
    assert code == 0
    assert here.count("id/credit/") > 100
    assert run("query", str(path), "--format", format_, store=server.sparql) == (0, here)
    types = {"json": "application/sparql-results+json", "csv": "text/csv"}
    types |= {"tsv": "text/tab-separated-values", "xml": "application/sparql-results+xml"}
    answer = httpx.post(
        server.sparql, data={"query": query}, headers={"Accept": types[format_]}, trust_env=False
    )
    assert answer.text == here


def test_an_export_is_the_same(sample_store: Path, server: Server, tmp_path: Path) -> None:
    for folder, store in (("here", sample_store), ("there", server.sparql)):
        (tmp_path / folder).mkdir()
        assert run("export", str(tmp_path / folder / "film.nq"), store=store)[0] == 0
    here, there = ((tmp_path / folder / "film.nq").read_bytes() for folder in ("here", "there"))
    assert here == there
    assert here.count(b"\n") > 1000


def test_every_quote_is_the_same(sample_store: Path, server: Server) -> None:
    """Those of credit lists too, which the graph does not hold."""
    query = """PREFIX fg: <https://w3id.org/filmgraph/ns#>
        SELECT DISTINCT ?a { ?x fg:attestedBy ?a } ORDER BY ?a"""
    with LocalStore(sample_store) as local, RemoteStore(server.sparql) as remote:
        attestations = [row["a"] for row in local.select(query)]
        rows = [a for a in attestations if "#row=" in a][:20]
        spans = [a for a in attestations if "#char=" in a][::20]
        assert len(rows) == 20
        assert len(spans) > 10
        for attestation in (*rows, *spans):
            quote = local.read_quote(attestation)
            assert quote
            assert remote.read_quote(attestation) == quote
        assert remote.read_quote("https://example.org/doc#char=1,2") is None


def test_names_are_found_alike(sample_store: Path, server: Server) -> None:
    query = "PREFIX schema: <https://schema.org/> SELECT DISTINCT ?n { ?x schema:name ?n ; a ?t } ORDER BY ?n"
    with LocalStore(sample_store) as local, RemoteStore(server.sparql) as remote:
        names = [row["n"] for row in local.select(query)]
        asked = [*names[::25], "Audiard", "luc dardenne", "celine salette", "de rouille", "amor", "Hanneke"]
        assert len(asked) > 15
        for name in asked:
            assert remote.find_names(name) == local.find_names(name), name


def test_the_dataset_of_a_remote_query_is_the_endpoints(server: Server) -> None:
    with RemoteStore(server.sparql) as remote, pytest.raises(QueryError):
        remote.run("ASK {}", default_graphs=["https://example.org/g"])


def test_errors_of_the_endpoint_are_told_apart(server: Server) -> None:
    with RemoteStore(server.sparql, timeout=30) as remote:
        with pytest.raises(QueryError, match="line 1, column"):
            remote.select("SELECT * { ?s ?p }")
        with pytest.raises(QueryError, match="refused"):
            remote.select("INSERT DATA { <x:a> <x:b> <x:c> }")
        with pytest.raises(QueryTimeoutError, match="time limit of 3 seconds"):
            remote.select("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }")
    with RemoteStore(f"{server.address}nothing") as remote, pytest.raises(StoreError, match="Not Found"):
        remote.select("ASK {}")
    with RemoteStore(server.address) as remote, pytest.raises(StoreError):
        remote.select("ASK {}")
    with (
        RemoteStore("http://127.0.0.1:9/sparql") as remote,
        pytest.raises(StoreError, match="cannot be reached"),
    ):
        remote.select("ASK {}")


def test_commands_that_write_refuse_an_endpoint(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Amour\n")
    for arguments in (("add", str(path)), ("remove", "x.txt"), ("sources",)):
        done = CliRunner().invoke(cli, [*arguments, "--store", server.sparql])
        assert done.exit_code != 0
        assert "endpoint" in str(done.exception)


def test_ask_prints_quotes_of_credit_lists_remotely(server: Server) -> None:
    _, printed = run("ask", "which films did Audiard direct", "--format", "json", store=server.sparql)
    evidence = [said for row in json.loads(printed)["answers"] for said in row["evidence"]]
    rows = [said for said in evidence if "#row=" in said["iri"]]
    assert rows
    assert all(said["quote"] for said in rows)
    assert IRI(rows[0]["iri"]).n3()
