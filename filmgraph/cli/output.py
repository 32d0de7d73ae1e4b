"""How tables, progress and reports look in the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID

    from filmgraph.intake import Skipped
    from filmgraph.model.table import Table

# Piped rows shall not break: most are shorter than this.
_WIDTH_WHEN_PIPED = 200


def console(stderr: bool = False) -> Console:
    """A rich console; piped output is plain and wide, so that rows do not break."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_WHEN_PIPED
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False, emoji=False)


def echo_table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print a table to stdout. Cells are plain text: nothing in them is taken for markup."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(title=title or None, title_justify="left", header_style="bold", box=SIMPLE_HEAD)
    for column in columns:
        shown.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    console().print(shown)


def echo_result(table: Table, format_: str) -> None:
    """Print a result table as "table", "json" (SPARQL JSON), "csv" or "tsv"."""
    if format_ == "json":
        click.echo(table.to_json())
    elif format_ in ("csv", "tsv"):
        click.echo(table.to_csv("," if format_ == "csv" else "\t"), nl=False)
    elif not len(table):
        click.echo("Nothing found.", err=True)
    else:
        shown = _readable(table)
        echo_table(shown.columns, shown.values())


def _readable(table: Table) -> Table:
    """The table without columns that hold nothing but IRIs: programs read those, in the other formats."""
    from filmgraph.model.table import Table
    from filmgraph.model.terms import IRI

    held = [[row[place] for row in table.rows] for place in range(len(table.columns))]
    kept = [place for place, cells in enumerate(held) if not all(isinstance(cell, IRI) for cell in cells)]
    if not kept:
        return table
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows)


def count(number: int, thing: str) -> str:
    """A number with its noun: "1 film", "2,345 films"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def echo_json(value: object) -> None:
    """Print one JSON value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def echo_note(text: str) -> None:
    """Print a remark to stderr."""
    click.echo(text, err=True)


def echo_skipped(skipped: Sequence[Skipped]) -> None:
    """List the files that were left out, each with its reason, to stderr."""
    if skipped:
        echo_note(f"{count(len(skipped), 'file')} {'was' if len(skipped) == 1 else 'were'} skipped:")
        for item in skipped:
            echo_note(f"  {item}")


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """A function `(step, done, total)` that moves a bar on stderr; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def move(step: str, done: int, total: int) -> None:
            name = step if step in ("reading", "unpacking", "loading") else "storing"
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], description=step, completed=done, total=total)

        yield move
