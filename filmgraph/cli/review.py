"""`filmgraph review`: identities that the rules could not settle, with what speaks for and against."""

from __future__ import annotations

import shlex

import click

from filmgraph.cli.options import format_option, reading_store, store_option
from filmgraph.cli.output import echo_result

DOUBTS = """
PREFIX fg: <https://w3id.org/filmgraph/ns#>
PREFIX id: <https://w3id.org/filmgraph/id/>
PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?first ?second ?why ?left ?right WHERE {
  GRAPH ?ledger { ?doubt fg:verdict "doubtful" ; fg:about ?left , ?right ; rdfs:comment ?why }
  ?left schema:name ?first . ?right schema:name ?second .
  FILTER(STR(?left) < STR(?right))
}
ORDER BY ?first ?second ?why
"""


@click.command("review")
@store_option
@format_option("table", "json", "csv")
def review_command(store: str, format_: str) -> None:
    """List pairs of names that may be one agent, with what speaks for it and how to decide."""
    with reading_store(store) as opened:
        doubts = opened.select(DOUBTS)
    if format_ != "table":
        echo_result(doubts, format_)
        return
    if not len(doubts):
        click.echo("Nothing is in doubt.")
    shown = "" if store == "./film.db" else f" --store {shlex.quote(store)}"
    for row in doubts:
        click.echo(f"{row['first']} – {row['second']}: {row['why']}")
        pair = f"{row['left']} {row['right']}"
        click.echo(f"  filmgraph same {pair}{shown}")
        click.echo(f"  filmgraph different {pair}{shown}")
