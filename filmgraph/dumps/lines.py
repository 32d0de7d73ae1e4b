"""A dump's file, unpacked and put in order: so many cells in each line, and all of them UTF-8.

The lines keep their numbers: one that cannot be used is replaced by one without any values, and
reported. What a file states is thus found again by the number of its line. Works through a file
megabyte by megabyte, so that its size does not matter, and looks at single lines only where a
megabyte has one that is not in order.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from filmgraph.dumps.files import DumpFile
from filmgraph.dumps.problems import ProblemLog

BLOCK = 4 << 20
# No title, name or list of characters is as long as that.
LONGEST_LINE = 1 << 20
NOTHING = b"\\N"
_SHOWN = 60
_NO_ENDS = bytes(set(range(256)) - {*b"\t\n"})


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file put in order: `sha256` is that of its text as unpacked, `rows` counts lines but the header."""

    path: Path
    sha256: str
    columns: tuple[str, ...]
    rows: int


Bytes = Callable[[int], None]


def clean_file(file: DumpFile, target: Path, problems: ProblemLog, read: Bytes = lambda _: None) -> CleanFile:
    """Write the file's lines, without the header, to `target`; `read` is told of bytes as they are read.

    A file that breaks off, or whose packing is damaged, is read as far as it can be. Raises OSError
    where it cannot be read at all, or `target` cannot be written.
    """
    digest = hashlib.sha256()
    with target.open("wb") as out:
        cleaner = _Cleaner(file, out, problems)
        for data in _unpack(file, problems, read):
            digest.update(data)
            cleaner.take(data)
        cleaner.finish()
    return CleanFile(target, digest.hexdigest(), cleaner.columns, max(cleaner.line - 1, 0))


def _unpack(file: DumpFile, problems: ProblemLog, read: Bytes) -> Iterator[bytes]:
    """The bytes of a file, without gzip and without a byte order mark."""
    first = True
    for data in _inflate(file, problems, read):
        if first:
            data, first = data.removeprefix(b"\xef\xbb\xbf"), False
        if data:
            yield data


def _inflate(file: DumpFile, problems: ProblemLog, read: Bytes) -> Iterator[bytes]:
    with file.path.open("rb") as raw:
        blocks = iter(lambda: raw.read(BLOCK // 4), b"")
        packed: zlib._Decompress | None = None
        unpacked = 0
        for number, block in enumerate(blocks):
            read(len(block))
            if not number and block[:2] != b"\x1f\x8b":
                yield block
                for more in blocks:
                    read(len(more))
                    yield more
                return
            while block:
                try:
                    packed = packed or zlib.decompressobj(wbits=31)
                    data = packed.decompress(block, BLOCK)
                except zlib.error:
                    why = f"its packing is damaged after {unpacked:,} bytes of text; what comes later is lost"
                    problems.add("damaged file", file.name, 0, why)
                    return
                unpacked += len(data)
                yield data
                block = packed.unconsumed_tail
                if packed.eof:
                    # A gzip file may be several, one after the other, and be filled up with zeros.
                    block, packed = packed.unused_data.lstrip(b"\0"), None
        if packed:
            rest = packed.flush()
            yield rest
            why = f"it breaks off after {unpacked + len(rest):,} bytes of text; what comes later is lost"
            problems.add("damaged file", file.name, 0, why)


class _Cleaner:
    """Cuts the bytes of a file into lines and writes those that are in order."""

    def __init__(self, file: DumpFile, out: IO[bytes], problems: ProblemLog) -> None:
        self.file = file
        self.out = out
        self.problems = problems
        self.columns: tuple[str, ...] = ()
        self.line = 0  # lines done
        self._rest = b""
        self._is_long = False  # within a line that is too long to be one

    def take(self, data: bytes) -> None:
        """Take the next bytes of the file."""
        end = data.rfind(b"\n") + 1
        if not end:
            self._keep(data)
            return
        text, self._rest = self._rest + data[:end], b""
        if self._is_long:
            self._is_long = False
            text = text[text.index(b"\n") + 1 :]
            self._replace("too long", f"it has over {LONGEST_LINE:,} bytes")
        self._keep(data[end:])
        if not self.columns and text:
            head, _, text = text.partition(b"\n")
            self.columns = tuple(head.decode("utf-8", "replace").rstrip("\r").split("\t"))
            self.line = 1
        if text:
            self._write(text)

    def finish(self) -> None:
        """The last line may have no newline."""
        if self._rest or self._is_long:
            self.take(b"\n")

    def _keep(self, data: bytes) -> None:
        """Hold the beginning of a line whose end is still to come; not all of one that never ends."""
        if not self._is_long:
            self._rest += data
        if len(self._rest) > LONGEST_LINE:
            self._rest, self._is_long = b"", True

    def _write(self, text: bytes) -> None:
        """Write whole lines, as they are where all are in order."""
        text = text.replace(b"\r\n", b"\n")
        lines = text.count(b"\n")
        if self._is_regular(text, lines):
            self.out.write(text)
            self.line += lines
            return
        for line in text.split(b"\n")[:-1]:
            if why := self._find_fault(line):
                self._replace(*why)
            else:
                self.out.write(line + b"\n")
                self.line += 1

    def _is_regular(self, text: bytes, lines: int) -> bool:
        """Whether every line has a cell for each column, all in UTF-8, and none is too long."""
        if b"\0" in text or b"\r" in text or not _is_utf8(text):
            return False
        # What is left without all other bytes shows the lines' cells: three passes in C, whatever the lines.
        if text.translate(None, _NO_ENDS) != (b"\t" * (len(self.columns) - 1) + b"\n") * lines:
            return False
        # Half of the longest line holds no end of a line where there is a longer one.
        half = LONGEST_LINE // 2
        return all(text.find(b"\n", at, at + half) >= 0 for at in range(0, len(text) - half + 1, half))

    def _find_fault(self, line: bytes) -> tuple[str, str] | None:
        """The kind of a line's fault, and what it is; None where it is in order."""
        if len(line) > LONGEST_LINE:
            return "too long", f"it has over {LONGEST_LINE:,} bytes"
        if b"\0" in line or b"\r" in line:
            return "control characters", f"there is a control character in it: {_show(line)}"
        cells = line.count(b"\t") + 1
        if cells != len(self.columns):
            return "wrong number of cells", (
                f"it has {cells} cell{'s' * (cells != 1)} where the header has {len(self.columns)}"
            )
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            return "not UTF-8", f"byte {error.start + 1} of it is not UTF-8: {_show(line)}"
        return None

    def _replace(self, kind: str, why: str) -> None:
        """Report a line and write one without values in its place."""
        self.line += 1
        self.problems.add(kind, self.file.name, self.line, f"{why}; left out")
        self.out.write(b"\t".join([NOTHING] * len(self.columns)) + b"\n")


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _show(line: bytes) -> str:
    text = line[:_SHOWN].decode("utf-8", "replace")
    return repr(text + ("…" if len(line) > _SHOWN else ""))
