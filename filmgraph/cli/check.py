"""`filmgraph check`: the store's data against the SHACL shapes and the checks of `queries/checks`."""

from __future__ import annotations

import sys

import click

from filmgraph.cli.options import format_option, reading_store, store_option
from filmgraph.cli.output import echo_note, echo_result, progress_bar


@click.command("check")
@click.option(
    "--shapes/--no-shapes", default=None, help="Run the SHACL shapes too; left out for a large store."
)
@store_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help="The time limit of a check; unless it is given, 60 and 20 more for each million triples.",
)
@format_option("table", "json", "csv")
def check_command(shapes: bool | None, store: str, timeout: float | None, format_: str) -> None:
    """Check the data: each row found is an error, and the exit code is then 1."""
    from filmgraph import delivery

    with reading_store(store) as opened, progress_bar() as progress:
        findings = delivery.check(opened, shapes=shapes, timeout=timeout, progress=progress)
    if len(findings.table) or format_ != "table":
        echo_result(findings.table, format_)
    for note in findings.notes:
        echo_note(note)
    sys.exit(1 if len(findings.table) or findings.stopped else 0)
