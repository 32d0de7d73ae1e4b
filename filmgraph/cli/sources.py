"""`filmgraph sources` and `filmgraph remove`: what was read, and taking it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from filmgraph.catalogs.namespaces import DCTERMS, FG, SCHEMA
from filmgraph.cli.add import describe
from filmgraph.cli.options import format_option, store_option
from filmgraph.cli.output import echo_note, echo_result, echo_table, progress_bar
from filmgraph.store import local_path

if TYPE_CHECKING:
    from filmgraph.store.local import LocalStore


@click.command("sources")
@store_option
@format_option("table", "json", "csv", "tsv")
def sources_command(store: str, format_: str) -> None:
    """List what was read, each source with the films it speaks of.

    The other formats have its kind, title, rights and sum, too.
    """
    from filmgraph.model.table import Table
    from filmgraph.model.terms import Literal
    from filmgraph.store.local import LocalStore

    with LocalStore(local_path(store)) as opened:
        films = _read_films(opened)
        # The graph holds a text once, however many files have it.
        by_text = {s.sha256: films[s.origin] for s in opened.sources if s.origin in films}
        columns = ("source", "films", "kind", "title", "rights", "sha256")
        rows = [
            (
                s.origin,
                films.get(s.origin) or by_text.get(s.sha256, ""),
                s.media_type,
                s.title,
                s.rights,
                s.sha256[:16],
            )
            for s in opened.sources
        ]
    if format_ == "table" and rows:
        rights = any(row[4] for row in rows)
        shown = ("source", "films", "rights")[: 2 + rights]
        echo_table(shown, [(row[0], row[1], row[4])[: 2 + rights] for row in rows])
        return
    echo_result(Table(columns, tuple(tuple(Literal(cell) for cell in row) for row in rows)), format_)


def _read_films(store: LocalStore) -> dict[str, str]:
    """What each source speaks of: its film, or of several the first and how many there are."""
    table = store.select(
        f"SELECT ?origin (COUNT(DISTINCT ?film) AS ?films) (MIN(?title) AS ?first) {{ "
        f"{{ ?document <{SCHEMA}itemReviewed> ?film }} UNION {{ ?document <{FG}describes> ?film }} "
        f"?document <{DCTERMS}source> ?origin . ?film <{SCHEMA}name> ?title }} GROUP BY ?origin"
    )
    several = {row["origin"]: int(row["films"]) - 1 for row in table}
    return {
        row["origin"]: row["first"]
        + (f" and {several[row['origin']]:,} more" if several[row["origin"]] else "")
        for row in table
        if "first" in row
    }


@click.command("remove")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@store_option
def remove_command(sources: tuple[str, ...], store: str) -> None:
    """Take sources' say out of the graph again, named as 'filmgraph sources' lists them or by path."""
    from filmgraph import pipeline

    with progress_bar() as progress:
        report = pipeline.remove(sources, local_path(store), progress)
    echo_note(describe(report, store))
