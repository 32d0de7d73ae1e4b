"""The scratch database of a conversion: DuckDB within a memory limit, with its statements from `sql/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from filmgraph.errors import ReadError

MEMORY = "1GB"
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
            self._connection = duckdb.connect(str(folder / "scratch.duckdb"), config=config)

    def set(self, name: str, value: str | int) -> None:
        """Give a variable of the statements its value."""
        shown = str(value) if isinstance(value, int) else _quote(value)
        self._run(f"SET VARIABLE {name} = {shown}")

    def set_list(self, name: str, values: Sequence[str]) -> None:
        """Give a variable of the statements a list of texts."""
        self._run(f"SET VARIABLE {name} = [{', '.join(map(_quote, values))}]")

    def run(self, name: str, **texts: str | Path) -> list[tuple[Any, ...]]:
        """Run the statements called `name` with `texts` put in, paths quoted; the rows of the last one."""
        text = load_statements()[name]
        for key, value in texts.items():
            text = text.replace(f"${{{key}}}", value if isinstance(value, str) else _quote(str(value)))
        return self._run(text)

    def insert(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Add a few thousand rows to a table."""
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            with _disk_errors():
                self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", [list(r) for r in rows])

    def stream(self, name: str) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a statement, by the thousands."""
        cursor = self._connection.cursor()
        with _disk_errors():
            cursor.execute(load_statements()[name])
            while rows := cursor.fetchmany(20_000):
                yield rows

    def close(self) -> None:
        """Close it; closing twice is fine."""
        self._connection.close()

    def _run(self, text: str) -> list[tuple[Any, ...]]:
        with _disk_errors():
            result = self._connection.execute(text)
            return result.fetchall() if result.description else []


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
            raise OSError(f"converting the dump needs more room on disk ({first})") from error
        if isinstance(error, duckdb.Error):
            raise ReadError(f"The dump could not be converted ({str(error).splitlines()[0]}).") from error


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
