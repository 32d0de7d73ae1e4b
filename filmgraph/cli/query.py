"""`filmgraph query` and `filmgraph queries`: named queries, .rq files and standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from filmgraph.cli.options import format_option, reading_store, store_option, timeout_option
from filmgraph.cli.output import echo_note, echo_result, echo_table
from filmgraph.errors import QueryError, UsageError

if TYPE_CHECKING:
    from filmgraph.catalogs.queries import NamedQuery
    from filmgraph.store import LocalStore, RemoteStore

TABLE_TYPES = {
    "table": "application/sparql-results+json",
    "json": "application/sparql-results+json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml",
}
GRAPH_TYPES = {"ttl": "text/turtle", "nt": "application/n-triples"}


@click.command("query")
@click.argument("name", metavar="NAME|FILE.rq|-")
@click.option(
    "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter, by its name."
)
@click.option("--sparql", "show_sparql", is_flag=True, help="Print the SPARQL and run nothing.")
@store_option
@timeout_option
@format_option("table", "json", "csv", "tsv", "xml", "ttl", "nt")
def query_command(
    name: str, params: tuple[str, ...], show_sparql: bool, store: str, timeout: float, format_: str
) -> None:
    """Run a named query, a file or standard input.

    'filmgraph queries' lists the names with their parameters. A parameter takes
    a name as people say it: -p agent=Audiard, -p director="the Dardennes".
    """
    from filmgraph.catalogs.parameters import resolve_parameters
    from filmgraph.catalogs.queries import bind

    query = read_query(name)
    given = dict(_split(param) for param in params)
    with reading_store(store, timeout) as opened:
        resolved = resolve_parameters(query, given, opened)
        for note in resolved.notes:
            echo_note(note)
        sparql = bind(query, resolved.bindings)
        if show_sparql:
            click.echo(sparql)
        else:
            run_query(opened, sparql, format_, timeout)


def run_query(opened: LocalStore | RemoteStore, sparql: str, format_: str, timeout: float) -> None:
    """Run SPARQL of any form and print its result in `format_`."""
    from filmgraph.model.table import Table

    answer = opened.runner.run(
        sparql,
        table_type=TABLE_TYPES.get(format_, TABLE_TYPES["json"]),
        graph_type=GRAPH_TYPES.get(format_, GRAPH_TYPES["ttl"]),
        timeout=timeout,
    )
    if answer.form == "graph" and format_ in ("json", "csv", "tsv", "xml"):
        raise QueryError(f"This query gives triples, which --format {format_} cannot hold; use ttl or nt.")
    if answer.form != "graph" and format_ in GRAPH_TYPES:
        raise QueryError(
            f"This query gives a table, which --format {format_} cannot hold; use table, json or csv."
        )
    if answer.form != "graph" and format_ == "table":
        echo_result(Table.from_json(answer.body), "table")
    else:
        sys.stdout.buffer.write(answer.body)
        sys.stdout.buffer.flush()


def read_query(name: str) -> NamedQuery:
    """The named query, the query in a file, or the one on standard input for "-"."""
    from filmgraph.catalogs.queries import find_query, load_query, parse_query

    if name == "-":
        return parse_query("standard input", sys.stdin.read())
    if name.endswith((".rq", ".sparql")) or "/" in name:
        return load_query(Path(name))
    return find_query(name)


def _split(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals or not name:
        raise UsageError(f"A parameter is written name=value; {param!r} is not. Example: -p agent=Audiard")
    return name.strip(), value.strip()


@click.command("queries")
@format_option("table", "json", "csv", "tsv")
def queries_command(format_: str) -> None:
    """List the named queries with their parameters; a parameter in brackets can be left out."""
    from filmgraph.catalogs.queries import load_queries
    from filmgraph.model.table import Table
    from filmgraph.model.terms import Literal

    rows = [
        (
            query.name,
            ", ".join(p.name if p.required else f"[{p.name}]" for p in query.params),
            query.summary,
        )
        for query in load_queries().values()
    ]
    if format_ == "table":
        echo_table(("name", "parameters", "what it answers"), rows)
    else:
        columns = ("name", "parameters", "summary")
        echo_result(Table(columns, tuple(tuple(Literal(c) for c in row) for row in rows)), format_)
