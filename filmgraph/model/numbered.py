"""Files of numbered lines: each line a number, a tab and a text, in order of the numbers.

A line is found by halving the file, some twenty looks for a gigabyte, so that no index is needed.
"""

from __future__ import annotations

from pathlib import Path


def find_numbered_line(path: Path, number: int) -> str | None:
    """The text of line `number`, None where the file has no such line or is not there."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return None
    with file:
        # The line begins at or behind `low`, which is the beginning of a line, and before `high`.
        low, high = 0, file.seek(0, 2)
        while low < high:
            middle = (low + high) // 2
            file.seek(middle)
            if middle:
                file.seek(middle - 1)
                file.readline()
            start = file.tell()
            line = file.readline()
            if start >= high or not line:
                high = middle
                continue
            found, _, text = line.rstrip(b"\n").partition(b"\t")
            if int(found) == number:
                return text.decode("utf-8")
            if int(found) < number:
                low = start + len(line)
            else:
                high = middle
    return None
