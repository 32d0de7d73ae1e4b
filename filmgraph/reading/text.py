"""Plain text: paragraphs between empty lines, a headline in capitals, list items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.errors import ReadError
from filmgraph.model.document import Block, BlockKind, Document, Span
from filmgraph.reading.encoding import decode
from filmgraph.reading.scans import mend_scan
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text, never

# Every line with its end; a form feed or a paragraph separator ends a line as well.
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]*(?:\r\n|[\r\n\f\v\u2028\u2029])|[^\r\n\f\v\u2028\u2029]+\Z")
_BULLET = re.compile(r"[•‣◦▪·*–—-][ \t\xa0]+(?=\S)|\(?\d{1,3}[.)][ \t\xa0]+(?=\S)")


def read_text(source: Source) -> Document:
    """Read a plain text. The stored text is the decoded file. Raises ReadError for white space only."""
    decoded = decode(source.data, source.name)
    check_has_words(decoded.text, source.name)
    mended, note = (decoded.mended, "") if decoded.mended else mend_scan(decoded.text)
    return Document(
        text=decoded.text,
        sha256=hash_text(decoded.text),
        origin=source.place(),
        media_type="text/plain",
        blocks=tuple(find_blocks(decoded.text)),
        notes=(*decoded.notes, note) if note else decoded.notes,
        mended=mended,
    )


TEXT = Reader("plain text", frozenset({"", ".txt", ".text", ".asc"}), 20 * MEGABYTE, never, read_text)


def check_has_words(text: str, name: str) -> None:
    """Raises ReadError where a text holds white space only."""
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise ReadError(f"{name} holds nothing but white space")


def split_lines(text: str) -> Iterator[Span]:
    """The spans of all lines, line ends included, empty lines too."""
    return (Span(m.start(), m.end()) for m in _LINE.finditer(text))


def trim(text: str, span: Span) -> Span:
    """A span without the white space at its ends; an empty span at its start where nothing is left."""
    words = span.of(text)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip())))


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text, in order and disjoint; their lines are read off the text itself."""
    for number, lines in enumerate(_find_paragraphs(text)):
        if number == 0 and _is_capitals(lines[0].of(text)):
            yield Block("heading", lines[0], level=1)
            lines = lines[1:]
        yield from _split_items(text, lines)


def _find_paragraphs(text: str) -> Iterator[list[Span]]:
    """Runs of lines that hold words, each line trimmed."""
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if words:
            start = match.start() + line.index(words[0])
            lines.append(Span(start, start + len(words)))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _split_items(text: str, lines: list[Span]) -> Iterator[Block]:
    """A paragraph as one block, or cut before each line that begins with a bullet or a number."""
    kind: BlockKind = "paragraph"
    start = end = lines[0].start if lines else 0
    for line in lines:
        bullet = _BULLET.match(text, line.start, line.end)
        if bullet:
            if end > start:
                yield _block(kind, start, end)
            kind, start = "list_item", bullet.end()
        end = line.end
    if end > start:
        yield _block(kind, start, end)


def _block(kind: BlockKind, start: int, end: int) -> Block:
    return Block(kind, Span(start, end), level=1 if kind == "list_item" else 0)


def _is_capitals(words: str) -> bool:
    return len(words) <= 120 and words.isupper() and sum(c.isalpha() for c in words) >= 2
