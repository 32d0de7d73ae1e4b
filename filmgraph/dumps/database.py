"""The scratch database of a conversion: DuckDB within a memory limit, with its statements from `sql/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from filmgraph.errors import ReadError

MEMORY = "512MB"
_NAMED = re.compile(r"^-- name: (\w+)\n", re.M)


@cache
def load_statements() -> Mapping[str, str]:
    """All statements of `sql/*.sql` by name; a name stands on a line of its own before its statement."""
    found: dict[str, str] = {}
    for path in sorted(Path(__file__).with_name("sql").glob("*.sql")):
        parts = _NAMED.split(path.read_text("utf-8"))[1:]
        found |= dict(zip(parts[::2], parts[1::2], strict=True))
    return found


class Database:
    """A DuckDB database in `folder`; it spills to disk beyond its memory. Closing it frees what it holds."""

    def __init__(self, folder: Path) -> None:
        spill = folder / "spill"
        spill.mkdir(parents=True, exist_ok=True)
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": str(spill),
            "threads": "2",
        }
        with _disk_errors():
            self._connection = _quiet(duckdb.connect(str(folder / "scratch.duckdb"), config=config))

    def set(self, name: str, value: str | int) -> None:
        """Give a variable of the statements its value."""
        shown = str(value) if isinstance(value, int) else _quote(value)
        self._run(f"SET VARIABLE {name} = {shown}")

    def set_list(self, name: str, values: Sequence[str]) -> None:
        """Give a variable of the statements a list of texts."""
        self._run(f"SET VARIABLE {name} = [{', '.join(map(_quote, values))}]")

    def run(self, name: str, **texts: str | Path) -> list[tuple[Any, ...]]:
        """Run the statements called `name` with `texts` put in, paths quoted; the rows of the last one."""
        return self._run(_fill(name, texts))

    def insert(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Add a few thousand rows to a table."""
        if rows:
            # A statement a row would take a hundred times as long.
            columns = [list(column) for column in zip(*rows, strict=True)]
            with _disk_errors():
                self._connection.execute(
                    f"INSERT INTO {table} SELECT {', '.join(['unnest(?)'] * len(columns))}", columns
                )

    def stream(self, name: str, **texts: str | Path) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a statement without variables, by the thousands; `texts` as for `run`."""
        cursor = _quiet(self._connection.cursor())
        with _disk_errors():
            cursor.execute(_fill(name, texts))
            while rows := cursor.fetchmany(20_000):
                yield rows

    def close(self) -> None:
        """Close it; closing twice is fine."""
        self._connection.close()

    def _run(self, text: str) -> list[tuple[Any, ...]]:
        with _disk_errors():
            result = self._connection.execute(text)
            return result.fetchall() if result.description else []


def _quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A connection that draws no bar: where Python runs no file it would, and on standard output."""
    connection.execute("SET enable_progress_bar = false")
    return connection


# A full disk may make the whole database unusable, which DuckDB calls fatal.
_NO_ROOM = (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException)


class _disk_errors:  # noqa: N801
    """Turns DuckDB's complaints about memory, disk and Ctrl-C into ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        # DuckDB hears Ctrl-C for us, and tells of it in its own way.
        if isinstance(error, duckdb.InterruptException) or (
            type(error) is RuntimeError and "interrupted" in str(error)
        ):
            raise KeyboardInterrupt from error
        if isinstance(error, _NO_ROOM):
            first = str(error).splitlines()[0]
            what = "memory, or more room" if isinstance(error, duckdb.OutOfMemoryException) else "room"
            raise OSError(f"converting the dump needs more {what} on disk ({first})") from error
        if isinstance(error, duckdb.Error):
            raise ReadError(f"The dump could not be converted ({str(error).splitlines()[0]}).") from error


def _fill(name: str, texts: Mapping[str, str | Path]) -> str:
    """The statements called `name` with `texts` put in, paths quoted."""
    text = load_statements()[name]
    for key, value in texts.items():
        text = text.replace(f"${{{key}}}", value if isinstance(value, str) else _quote(str(value)))
    return text


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
