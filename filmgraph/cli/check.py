"""`filmgraph check`: the store's data against the SHACL shapes and the checks of `queries/checks`."""

from __future__ import annotations

import sys

import click

from filmgraph.cli.options import format_option, reading_store, store_option, timeout_option
from filmgraph.cli.output import echo_note, echo_result


@click.command("check")
@click.option(
    "--shapes/--no-shapes", default=None, help="Run the SHACL shapes too; left out for a large store."
)
@store_option
@timeout_option
@format_option("table", "json", "csv")
def check_command(shapes: bool | None, store: str, timeout: float, format_: str) -> None:
    """Check the data: each row found is an error, and the exit code is then 1."""
    from filmgraph import delivery

    with reading_store(store, timeout) as opened:
        findings = delivery.check(opened, shapes=shapes)
    if len(findings.table) or format_ != "table":
        echo_result(findings.table, format_)
    for note in findings.notes:
        echo_note(note)
    sys.exit(1 if len(findings.table) or findings.stopped else 0)
