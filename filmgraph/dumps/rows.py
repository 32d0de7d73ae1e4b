"""The lines of a file that attest something, numbered, so that they can be read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_rows(source: Path, rows: Iterable[int], target: Path) -> None:
    """Write the lines of `source` that have the numbers `rows`, each behind its number and a tab.

    `rows` grow, and may repeat; the first line has number 2, for the header stood before it.
    """
    wanted = iter(rows)
    row = next(wanted, None)
    with source.open("rb") as lines, target.open("wb") as out:
        for number, line in enumerate(lines, 2):
            if row is None:
                break
            if number == row:
                out.write(b"%d\t%b" % (number, line))
                while row == number:
                    row = next(wanted, None)
