"""Whatever bytes a file has, its sound lines come through as they are and keep their numbers."""

from __future__ import annotations

import gzip
import hashlib
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytest import TempPathFactory

from filmgraph.dumps import DumpFile, lines
from filmgraph.dumps.problems import ProblemLog

PIECES = st.sampled_from(
    [
        b"a",
        b"b\t",
        b"\t",
        b"\n",
        b"\r\n",
        b"\r",
        b"\0",
        b"\xff",
        "é".encode(),
        b"\xc3",
        b"c\td\n",
        b"x" * 30,
        b"\\N\t\n",
    ]
)


def expected(text: bytes) -> list[bytes]:
    """The lines behind the header, one by one: sound ones as they are, others without values."""
    found = []
    cells = text.split(b"\n")[0].rstrip(b"\r").count(b"\t") + 1
    for line in text.removesuffix(b"\n").split(b"\n")[1:]:
        line = line.removesuffix(b"\r")
        try:
            line.decode()
            sound = line.count(b"\t") + 1 == cells and len(line) <= 40 and not {0, 13} & {*line}
        except UnicodeDecodeError:
            sound = False
        found.append(line if sound else b"\t".join([b"\\N"] * cells))
    return found


@settings(deadline=None)
@given(
    pieces=st.lists(PIECES, max_size=60), block=st.sampled_from([8, 12, 64, 4 << 20]), packed=st.booleans()
)
@example([b"c\td\n", b"x" * 30, b"x" * 30, b"\t", b"\n", b"c\td\n"], 8, False)
@example([b"a\n", b"x" * 30, b"x" * 30], 8, True)
def test_lines_come_through(
    tmp_path_factory: TempPathFactory, pieces: list[bytes], block: int, packed: bool
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    text = b"one\ttwo\n" + b"".join(pieces)
    source = folder / "title.crew.tsv"
    source.write_bytes(gzip.compress(text) if packed else text)
    problems = ProblemLog()
    read: list[int] = []
    with patch.object(lines, "BLOCK", block), patch.object(lines, "LONGEST_LINE", 40):
        clean = lines.clean_file(DumpFile("title.crew", source), folder / "clean", problems, read.append)
    assert clean.sha256 == hashlib.sha256(text).hexdigest()
    assert clean.columns == ("one", "two")
    assert sum(read) == source.stat().st_size
    wanted = expected(text)
    written = (folder / "clean").read_bytes()
    assert written == b"".join(line + b"\n" for line in wanted)
    assert clean.rows == len(wanted)
    faults = [n for n, line in enumerate(wanted, 2) if line == b"\\N\t\\N"]
    assert sum(problems.counts().values()) >= len(
        [n for n in faults if text.split(b"\n")[n - 1] != b"\\N\t\\N"]
    )
    assert {p.line for p in problems.first()} <= {*faults}
