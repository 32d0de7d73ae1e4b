"""`filmgraph analyze` and `filmgraph analyses`: what the network of credits tells."""

from __future__ import annotations

import click

from filmgraph.cli.options import format_option, reading_store, store_option, timeout_option
from filmgraph.cli.output import echo_result, echo_table


@click.command("analyze")
@click.argument("name")
@click.option(
    "--top", type=click.IntRange(min=1), default=20, show_default=True, help="How many rows to show."
)
@store_option
@timeout_option
@format_option("table", "json", "csv", "tsv")
def analyze_command(name: str, top: int, store: str, timeout: float, format_: str) -> None:
    """Run a network analysis; 'filmgraph analyses' lists them."""
    from filmgraph.analysis import find_analysis, run_analysis

    find_analysis(name)
    with reading_store(store, timeout) as opened:
        finding = run_analysis(name, opened, top=top)
    click.echo(finding.reading, err=format_ != "table")
    echo_result(finding.table, format_)


@click.command("analyses")
def analyses_command() -> None:
    """List the network analyses, and the networks that they and exports are made of."""
    from filmgraph.analysis import ANALYSES
    from filmgraph.catalogs.queries import load_networks

    echo_table(("analysis", "what it tells"), [(a.name, a.summary) for a in ANALYSES])
    echo_table(("network", "what it holds"), [(n.name, n.summary) for n in load_networks().values()])
