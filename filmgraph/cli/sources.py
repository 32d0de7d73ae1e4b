"""`filmgraph sources` and `filmgraph remove`: what was read, and taking it out again."""

from __future__ import annotations

import click

from filmgraph.cli.add import describe
from filmgraph.cli.options import format_option, store_option
from filmgraph.cli.output import echo_note, echo_result, progress_bar
from filmgraph.store import local_path


@click.command("sources")
@store_option
@format_option("table", "json", "csv", "tsv")
def sources_command(store: str, format_: str) -> None:
    """List what was read, each source with its kind, title and rights."""
    from filmgraph.model.table import Table
    from filmgraph.model.terms import Literal
    from filmgraph.store.local import LocalStore

    with LocalStore(local_path(store)) as opened:
        columns = ("source", "kind", "title", "rights", "sha256")
        rows = [(s.origin, s.media_type, s.title, s.rights, s.sha256[:16]) for s in opened.sources]
    echo_result(Table(columns, tuple(tuple(Literal(cell) for cell in row) for row in rows)), format_)


@click.command("remove")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@store_option
def remove_command(sources: tuple[str, ...], store: str) -> None:
    """Take sources' say out of the graph again, named as 'filmgraph sources' lists them or by path."""
    from filmgraph import pipeline

    with progress_bar() as progress:
        report = pipeline.remove(sources, local_path(store), progress)
    echo_note(describe(report, store))
