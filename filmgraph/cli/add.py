"""`filmgraph add`: read files and folders into the store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from filmgraph.cli.dump_options import read_filter, types_option, years_option
from filmgraph.cli.explain import explain_files
from filmgraph.cli.options import map_option, store_option
from filmgraph.cli.output import count, echo_note, echo_skipped, progress_bar
from filmgraph.store import local_path

if TYPE_CHECKING:
    from filmgraph.pipeline import AddReport


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@map_option
@click.option(
    "--explain", is_flag=True, help="Print how each column of a table is understood; store nothing."
)
@types_option
@years_option
@store_option
def add_command(
    paths: tuple[Path, ...],
    map_name: str | None,
    explain: bool,
    types: str | None,
    years: str | None,
    store: str,
) -> None:
    """Read files or folders into the store: reviews, credit lists, dumps of IMDb.

    A changed file replaces what it said before. What cannot be read is skipped
    and listed; then the exit code is 1.
    """
    from filmgraph import pipeline
    from filmgraph.catalogs.maps import load_map

    table_map = load_map(map_name) if map_name else None
    if explain:
        sys.exit(explain_files(paths, table_map))
    options = pipeline.AddOptions(table_map, read_filter(types, years))
    with progress_bar() as progress:
        report = pipeline.add(paths, local_path(store), progress, options)
    for note in report.notes:
        echo_note(f"Note: {note}")
    for reason in report.wrong:
        echo_note(f"Wrong: {reason}")
    echo_skipped(report.skipped)
    if report.unread:
        echo_note(f"{count(report.unread, 'passage')} not read; 'filmgraph extract FILE' lists them.")
    if report.disputed:
        echo_note(
            f"Sources disagree on {count(report.disputed, 'film')}; what each says is kept, "
            "and 'filmgraph check' lists it."
        )
        for line in report.disputes:
            echo_note(f"  {line}")
    echo_note(describe(report, store))
    sys.exit(1 if report.skipped or report.wrong else 0)


def describe(report: AddReport, store: str) -> str:
    """What was done and what the store now holds, in one or two sentences."""
    done = [
        f"{number} {word}"
        for number, word in (
            (report.added, "added"),
            (report.changed, "read anew"),
            (report.unchanged, "unchanged"),
            (report.removed, "removed"),
        )
        if number
    ]
    sources = f"Sources: {', '.join(done)}. " if done else ""
    return (
        f"{sources}{store} now holds {count(report.films, 'film')}, "
        f"{count(report.agents, 'agent')} and {count(report.credits, 'credit')}."
    )
