"""How tables would be read, printed for `filmgraph add --explain`; nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.cli.output import echo_note, echo_skipped, echo_table

if TYPE_CHECKING:
    from filmgraph.extraction.tables.explaining import ColumnReading, TableReading
    from filmgraph.model.tables import TableMap

_SHOWN_WORDS = 60


def explain_files(paths: Sequence[Path], table_map: TableMap | None) -> int:
    """Print how each file's columns are understood; the exit code."""
    from filmgraph.errors import ReadError
    from filmgraph.extraction import explain_table
    from filmgraph.intake import Skipped
    from filmgraph.reading import find_files, read_document

    skipped, done, wrong = [], 0, 0
    for path in find_files(paths):
        try:
            document = read_document(path, table_map=table_map)
        except ReadError as error:
            skipped.append(Skipped(str(path), str(error)))
            continue
        done += 1
        for note in document.notes:
            echo_note(f"{path}: {note}")
        for reason in document.wrong:
            wrong += 1
            echo_note(f"{path}: {reason}")
        reading = explain_table(document)
        if reading is None:
            echo_note(f"{path}: no table, see 'filmgraph extract'; if it is one, name it .csv")
        else:
            _echo_reading(path, reading, len(document.rows))
    echo_skipped(skipped)
    return 0 if not skipped and not wrong else 1 if done else 3


def _echo_reading(path: Path, reading: TableReading, rows: int) -> None:
    by = f", by the mapping {reading.map_name}" if reading.map_name else ""
    echo_table(
        ["column", "read as", "for example"],
        [_row(column) for column in reading.columns],
        f"{path}: {rows:,} rows; {reading.form}{by}",
    )
    if reading.roles:
        shown = reading.roles[:_SHOWN_WORDS]
        echo_table(["word for a role", "read as", "how often"], [_row(word) for word in shown])
        if len(reading.roles) > len(shown):
            echo_note(f"… and {len(reading.roles) - len(shown)} more words")
    unknown = [c.header for c in (*reading.columns, *reading.roles) if not c.reading and not c.is_key]
    if unknown:
        echo_note(
            f"{len(unknown)} not understood, and left out: {', '.join(unknown[:12])}"
            f"{' …' if len(unknown) > 12 else ''}. A mapping can say what they are: --map FILE."
        )


def _row(column: ColumnReading) -> list[str]:
    return [column.header, column.reading or "(not understood)", " · ".join(column.values)]
