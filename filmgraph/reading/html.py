"""HTML pages: what the page says of itself, and its text as a reader sees it.

The text is rendered from the elements (`page.py`, `rendering.py`); lxml, which
parses, is loaded when the first page is read. Nothing is fetched, and entities
that a page declares itself are not expanded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.reading.encoding import decode
from filmgraph.reading.mending import mend_references
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text

if TYPE_CHECKING:
    from filmgraph.reading.pieces import About

_PAGE = re.compile(
    rb"(?:\s|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*"
    rb"(?:<!doctype\s+html\b|<html[\s>]|<head[\s>]|<body[\s>]|<meta[\s>]|<title[\s>])",
    re.I | re.S,
)
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.I,
)
# Entities and elements that a page declares itself: no browser reads them, and their end would show.
_DECLARATIONS = re.compile(r"(?i)<!doctype[^>\[]{0,400}\[.*?\]\s*>", re.S)


def recognizes_page(head: bytes) -> bool:
    """Whether a file begins as an HTML page does, in an encoding that keeps ASCII, or UTF-16 with a mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def find_charset(data: bytes) -> str | None:
    """The encoding that a page declares in its first 4 kB."""
    found = _CHARSET.search(data, 0, 4096)
    return (found.group(1) or found.group(2)).decode("ascii") if found else None


def read_page(source: Source) -> Document:
    """Read an HTML page. The stored text is the rendered page and, behind it, what it says for programs.

    Raises ReadError for a page that shows no text.
    """
    from filmgraph.reading.data import append_data
    from filmgraph.reading.page import parse_page
    from filmgraph.reading.rendering import render

    decoded = decode(source.data, source.name, find_charset(source.data))
    page = parse_page(_DECLARATIONS.sub("", mend_references(decoded.meant), count=1))
    shown, blocks = render(page)
    text, data = append_data(shown, page.meta, page.scripts)
    if not shown and not page.scripts:
        raise ReadError(
            f"{source.name} shows no text (scripts may fetch it when the page is opened); "
            "copy the text from a browser, save it as .txt and add that"
        )
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(),
        media_type="text/html",
        rights=page.about.rights,
        language=page.about.language,
        title=_title(page.about),
        blocks=blocks + data,
        notes=decoded.notes,
    )


HTML = Reader(
    "HTML", frozenset({".html", ".htm", ".xhtml", ".shtml"}), 20 * MEGABYTE, recognizes_page, read_page
)


def _title(about: About) -> str:
    return about.shared_title or about.title or about.headline
