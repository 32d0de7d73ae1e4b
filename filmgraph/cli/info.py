"""`filmgraph info`: what the store holds."""

from __future__ import annotations

import click

from filmgraph.cli.options import format_option, reading_store, store_option
from filmgraph.cli.output import echo_result

# One pass over the types: the same counts for a folder and for any endpoint.
COUNTS = """
PREFIX fg: <https://w3id.org/filmgraph/ns#>
PREFIX schema: <https://schema.org/>
SELECT ?what (COUNT(?thing) AS ?count) WHERE {
  VALUES (?type ?what) {
    (schema:Movie "films") (schema:Person "people") (schema:Organization "organizations")
    (fg:CreativeTeam "creative teams") (schema:CreativeWork "source works") (fg:Credit "credits")
    (fg:Adaptation "adaptations") (schema:Review "reviews") (schema:DigitalDocument "other documents")
  }
  ?thing a ?type .
}
GROUP BY ?what ORDER BY DESC(?count) ?what
"""


@click.command("info")
@store_option
@format_option("table", "json", "csv")
def info_command(store: str, format_: str) -> None:
    """Say what the store holds: films, people, credits, sources."""
    with reading_store(store) as opened:
        echo_result(opened.select(COUNTS), format_)
        if format_ == "table" and (generation := getattr(opened, "generation", None)):
            click.echo(f"Generation {generation} of {store}.")
