"""Markdown: headings, lists, tables, labels in bold, and the front matter on top.

The stored text is the file as it is; the blocks' spans leave the marks out. Only
what says how a page is set is read (CommonMark's block structure, the tables of
GitHub's dialect); emphasis and links inside a line stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from filmgraph.model.document import Block, BlockKind, Document, Span
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text, never
from filmgraph.reading.text import check_has_words, split_lines, trim

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
_BOLD_LABEL = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,60}?)(?::\1|\1[ \t]*:|\1(?=[ \t]{2,}))[ \t]*")
_COMMENT = re.compile(r"[ \t]*<!--.*-->[ \t]*$")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)", re.S)
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:[ \t]+(\S.*)")
_WHOLE_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)([^*_]+)(?<=\S)\1$")


def read_markdown(source: Source) -> Document:
    """Read a Markdown file; front matter may give title, source, rights and language.

    A `source` or `url` in the front matter is the document's origin where it is
    an address and the caller named no other. Raises ReadError for white space only.
    """
    decoded = decode(source.data, source.name)
    text = decoded.text
    check_has_words(text, source.name)
    given, body = read_front_matter(text)
    blocks = tuple(_Marks(text).find_blocks(body))
    headline = next((b.span.of(text) for b in blocks if b.kind == "heading" and b.level == 1), "")
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(given.get("source") or given.get("url") or given.get("origin") or ""),
        media_type="text/markdown",
        rights=given.get("rights") or given.get("license") or given.get("licence") or "",
        language=given.get("language") or given.get("lang") or "",
        title=given.get("title") or headline,
        blocks=blocks,
        notes=decoded.notes,
        mended=decoded.mended,
    )


MARKDOWN = Reader(
    "Markdown", frozenset({".md", ".markdown", ".mdown", ".mkd"}), 20 * MEGABYTE, never, read_markdown
)


def read_front_matter(text: str) -> tuple[dict[str, str], int]:
    """The `key: value` lines between `---` at the top, keys in lower case, and where the body begins.

    >>> read_front_matter("---\\ntitle: 'The Child'\\n---\\n# L'Enfant")
    ({'title': 'The Child'}, 27)
    """
    found = _FRONT_MATTER.match(text, 0, 20_000)
    if not found:
        return {}, 0
    given: dict[str, str] = {}
    for line in found.group(1).splitlines():
        pair = _PAIR.match(line)
        if pair:
            value = pair.group(2).strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value = value[1:-1]
            given[pair.group(1).lower()] = value
    return (given, found.end()) if given else ({}, 0)


@dataclass
class _Marks:
    """One pass over the lines of a Markdown text."""

    text: str
    rows: int = 0
    paragraph: list[Span] = field(default_factory=list)  # the lines of the open paragraph or item
    kind: BlockKind = "paragraph"
    level: int = 0
    fence: str = ""
    in_table: bool = False

    def find_blocks(self, start: int) -> Iterator[Block]:
        body = self.text[start:] if start else self.text
        lines = [Span(start + s.start, start + s.end) for s in split_lines(body)]
        for i, line in enumerate(lines):
            after = lines[i + 1].of(self.text) if i + 1 < len(lines) else ""
            yield from self._take(line, after.rstrip("\r\n"))
        yield from self._close()

    def _take(self, line: Span, after: str) -> Iterator[Block]:
        raw = line.of(self.text).rstrip("\r\n")
        words = trim(self.text, line)
        fence = _FENCE.match(raw)
        if self.fence or fence:
            yield from self._take_fenced(words, fence.group(1) if fence else "", raw)
        elif words.start == words.end or _COMMENT.match(raw):
            yield from self._close()
        elif self.paragraph and self.kind == "paragraph" and (mark := _UNDERLINE.match(raw)):
            self.kind, self.level = "heading", 1 if mark.group(1)[0] == "=" else 2
            yield from self._close()
        elif _RULE.match(raw):
            yield from self._close()
        elif heading := _HEADING.match(raw):
            yield from self._close()
            end = _CLOSING_MARKS.search(raw, heading.end())
            inner = Span(line.start + heading.end(), line.start + (end.start() if end else len(raw)))
            yield from self._emit("heading", trim(self.text, inner), len(heading.group(1)))
        elif self.in_table or ("|" in raw and _TABLE_RULE.match(after) and not self.paragraph):
            yield from self._take_row(line, raw)
        else:
            yield from self._take_words(line, raw)

    def _take_fenced(self, words: Span, mark: str, raw: str) -> Iterator[Block]:
        if not self.fence:
            yield from self._close()
            self.fence = mark
        elif mark.startswith(self.fence) and raw.strip() == mark:
            yield from self._close()
            self.fence = ""
        elif words.start < words.end:
            self.paragraph.append(words)

    def _take_row(self, line: Span, raw: str) -> Iterator[Block]:
        self.in_table = True
        if _TABLE_RULE.match(raw):
            return
        if "|" not in raw:
            self.in_table = False
            yield from self._take_words(line, raw)
            return
        self.rows += 1
        for cell in re.finditer(r"(?:[^|\\]|\\.)+", raw):
            span = trim(self.text, Span(line.start + cell.start(), line.start + cell.end()))
            yield from self._emit("cell", span, 0, self.rows)

    def _take_words(self, line: Span, raw: str) -> Iterator[Block]:
        quote = _QUOTE.match(raw)
        start = quote.end() if quote else 0
        item = _ITEM.match(raw, start)
        if quote or item:
            yield from self._close()
        if item:
            indent = len(item.group(1).expandtabs(4))
            self.kind, self.level, start = "list_item", 1 + indent // 2, item.end()
        words = trim(self.text, Span(line.start + start, line.end))
        label = _BOLD_LABEL.match(self.text, words.start, words.end)
        if label:
            if not item:
                yield from self._close()
            self.kind, self.level = "paragraph", 0
            yield from self._emit_pair(label, words)
        elif words.start < words.end:
            self.paragraph.append(words)

    def _emit_pair(self, label: re.Match[str], words: Span) -> Iterator[Block]:
        """A label in bold and what follows it on the line, as term and definition of one row."""
        self.rows += 1
        yield from self._emit("term", Span(label.start(2), label.end(2)), 0, self.rows)
        yield from self._emit("definition", Span(label.end(), words.end), 0, self.rows)

    def _close(self) -> Iterator[Block]:
        """End the open paragraph, item or table."""
        if self.paragraph:
            yield from self._emit(
                self.kind, Span(self.paragraph[0].start, self.paragraph[-1].end), self.level
            )
        self.paragraph, self.kind, self.level, self.in_table = [], "paragraph", 0, False

    def _emit(self, kind: BlockKind, span: Span, level: int, row: int = -1) -> Iterator[Block]:
        whole = _WHOLE_EMPHASIS.match(self.text, span.start, span.end)
        if whole:
            span = Span(whole.start(2), whole.end(2))
        if span.start < span.end:
            yield Block(kind, span, level, row)
