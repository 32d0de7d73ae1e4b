"""How tables, progress and reports look in the terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import TaskID

    from filmgraph.intake import Skipped
    from filmgraph.model.table import Table

# Piped rows shall not break: most are shorter than this.
_WIDTH_WHEN_PIPED = 200
# Of a table: what stands beside a cell, up to where a column is never folded, and the least for one that is.
_BESIDE_CELLS = 3
_NARROW = 20
_LEAST = 18


def console(stderr: bool = False) -> Console:
    """A rich console; piped output is plain and wide, so that rows do not break."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_WHEN_PIPED
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False, emoji=False)


def echo_table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print a table to stdout. Cells are plain text: nothing in them is taken for markup.

    In a terminal too narrow for the columns each row is a block of lines, a cell a line:
    names cut into syllables cannot be read.
    """
    out = console()
    # "agentRoles" of a file's header is "agent roles" to a reader.
    headers = [
        re.sub(r"(?<=[a-z])([A-Z])", lambda m: f" {m[1].lower()}", c.replace("_", " ")) for c in columns
    ]
    if out.is_terminal and rows and not fits_columns(headers, rows, out.width):
        out.print(_blocks(headers, rows, title), end="")
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(title=title or None, title_justify="left", header_style="bold", box=SIMPLE_HEAD)
    for header in headers:
        shown.add_column(header, overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    out.print(shown)


def fits_columns(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether a table of these cells can be read in `width` columns: no word is cut, no cell a thin strip.

    >>> fits_columns(["name", "films"], [["Ann Lee", "The Child"]], 80)
    True
    >>> fits_columns(["name", "films"], [["Ann Lee", "The Child " * 20]] , 30)
    False
    """
    lines = [headers, *rows]
    needs = [max(len(line[place]) for line in lines) for place in range(len(headers))]
    room = width - _BESIDE_CELLS * len(needs)
    if sum(needs) <= room:
        return True
    narrow = [need for need in needs if need <= _NARROW]
    wide = [place for place, need in enumerate(needs) if need > _NARROW]
    share = (room - sum(narrow)) // max(len(wide), 1)
    words = (word for line in lines for place in wide for word in line[place].split())
    return share >= _LEAST and all(len(word) <= share for word in words)


def _blocks(headers: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> RenderableType:
    """Rows one below the other, a line for each cell that holds something."""
    from rich.console import Group
    from rich.table import Table as RichTable
    from rich.text import Text

    shown: list[RenderableType] = [Text(title, style="bold")] if title else []
    for row in rows:
        block = RichTable.grid(padding=(0, 2))
        block.add_column(no_wrap=True, min_width=max(map(len, headers)) + 2)
        block.add_column(overflow="fold")
        for header, cell in zip(headers, row, strict=True):
            if cell:
                block.add_row(Text(f"  {header}", style="bold"), Text(cell))
        shown += [Text(""), block]
    return Group(*shown)


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
