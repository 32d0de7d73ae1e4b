"""Console blocks of Markdown files: commands behind `$ `, each with the output it promises.

A line `...` in the output stands for any lines, `…` within a line for any words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


@dataclass(frozen=True)
class Step:
    """One command of a block, the file's line it stands on, and the output lines promised."""

    line: int
    command: str
    output: tuple[str, ...]


def read_blocks(path: Path) -> list[list[Step]]:
    """The console blocks of a Markdown file, each a list of steps."""
    text = path.read_text()
    return [_steps(m[1], text.count("\n", 0, m.start(1)) + 1) for m in _BLOCK.finditer(text)]


def _steps(block: str, first: int) -> list[Step]:
    steps: list[Step] = []
    for number, line in enumerate(block.splitlines(), first):
        if line.startswith("$ "):
            steps.append(Step(number, line[2:], ()))
        else:
            last = steps[-1]
            steps[-1] = Step(last.line, last.command, (*last.output, line))
    return steps


def output_matches(promised: tuple[str, ...], printed: str) -> bool:
    """Whether what was printed is what the block shows, trailing blanks aside."""
    wanted = [line.rstrip() for line in promised]
    got = [line.rstrip() for line in printed.splitlines()]
    while wanted and not wanted[-1]:
        wanted.pop()
    while got and not got[-1]:
        got.pop()
    return _match(wanted, got)


def _match(wanted: list[str], got: list[str]) -> bool:
    if not wanted:
        return not got
    if wanted[0] == "...":
        return any(_match(wanted[1:], got[skip:]) for skip in range(len(got) + 1))
    return bool(got) and _line_matches(wanted[0], got[0]) and _match(wanted[1:], got[1:])


def _line_matches(wanted: str, got: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in wanted.split("…"))
    return re.fullmatch(pattern, got) is not None
