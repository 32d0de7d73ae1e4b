"""Tables in terminals of eighty columns: no word is cut, and what would be a strip is a block of lines."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import pytest
from rich.console import Console

from filmgraph.cli import output

COLUMNS = ("agent", "partner", "agentRoles", "titles")
ROWS = [
    (
        "Pascal Caucheteux",
        "Michael Fassbender",
        "producer",
        "Hunger (2008); Shame (2011); 12 Years a Slave (2013)",
    )
]


def print_at(width: int, monkeypatch: pytest.MonkeyPatch, rows: Sequence[Sequence[str]] = ROWS) -> list[str]:
    stream = io.StringIO()
    shown = Console(file=stream, width=width, force_terminal=True, no_color=True, highlight=False)
    monkeypatch.setattr(output, "console", lambda: shown)
    output.echo_table(COLUMNS, rows)
    return stream.getvalue().splitlines()


def plain(line: str) -> str:
    """A line without the marks of bold letters."""
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def test_a_row_too_wide_for_a_terminal_is_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = print_at(60, monkeypatch)
    text = "\n".join(lines)
    assert "Pascal Caucheteux" in text
    assert "Michael Fassbender" in text
    assert "agent roles" in text, "headers of files are written as words"
    assert max(len(plain(line)) for line in lines) <= 60


def test_where_there_is_room_a_row_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = print_at(160, monkeypatch)
    assert any("Pascal Caucheteux" in line and "12 Years a Slave" in line for line in lines)


def test_empty_cells_take_no_line_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "partner" not in "\n".join(print_at(40, monkeypatch, [("Ann Lee", "", "editor", "Hunger " * 12)]))
