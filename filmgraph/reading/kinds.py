"""Kinds of file that are known but not read: each with what to do instead.

A file is judged by its first bytes before its suffix, so that a PDF called
`review.txt` is called a PDF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: `name` with its article ("a PDF"), `advice` as the end of a sentence."""

    name: str
    advice: str


_AS_TEXT = "save it as text or HTML and add that"
_UNPACK = "unpack it and add the files in it"
_TO_TABLE = "save it as CSV, a row a credit, and add that"
_RECOGNIZE = "have its text recognized (OCR), save that as text and add it"

_PDF = Kind("a PDF", _AS_TEXT)
_WORD = Kind("a word processor's document", _AS_TEXT)
_RICH_TEXT = Kind("a rich text file", _AS_TEXT)
_SHEET = Kind("a spreadsheet", _TO_TABLE)
_SLIDES = Kind("a slide show", _AS_TEXT)
_BOOK = Kind("an e-book", _AS_TEXT)
_IMAGE = Kind("an image", _RECOGNIZE)
_SOUND = Kind("a sound or video file", "write down what it says, and add that as text")
_ZIP = Kind("a ZIP archive", _UNPACK)
_ARCHIVE = Kind("an archive", _UNPACK)
_GZIP = Kind("a gzip-compressed file", _UNPACK)
_XML = Kind("an XML file", _AS_TEXT)
_MAIL = Kind("a mail", _AS_TEXT)
_WEB_ARCHIVE = Kind("a web archive", "save the page as HTML and add that")
_DATABASE = Kind("a database", _TO_TABLE)
_PROGRAM = Kind("a program", "leave it out")
_POSTSCRIPT = Kind("a PostScript file", _AS_TEXT)
_STYLE = Kind("a part of a saved page (script or style)", "add the page itself")
_SUBTITLES = Kind("a subtitle file", "leave it out: it holds dialogue, not credits")
_OPAQUE = Kind("a binary file", "save its text as text or HTML and add that")

_SUFFIXES: dict[str, Kind] = {
    suffix: kind
    for kind, suffixes in {
        _PDF: ".pdf",
        _WORD: ".doc .docx .odt .pages .wpd .dot .dotx",
        _RICH_TEXT: ".rtf",
        _SHEET: ".xls .xlsx .xlsm .ods .numbers",
        _SLIDES: ".ppt .pptx .odp .key",
        _BOOK: ".epub .mobi .azw .azw3",
        _IMAGE: ".png .jpg .jpeg .gif .webp .tif .tiff .bmp .heic .avif .ico .svg",
        _SOUND: ".mp3 .wav .flac .ogg .m4a .mp4 .mov .mkv .avi .webm .m4v",
        _ZIP: ".zip",
        _ARCHIVE: ".tar .7z .rar .bz2 .xz .zst .tgz",
        _GZIP: ".gz",
        _XML: ".xml .xsl .rss .atom",
        _MAIL: ".eml .msg .mbox",
        _WEB_ARCHIVE: ".mhtml .mht .warc .webarchive",
        _DATABASE: ".sqlite .db .sqlite3 .mdb .parquet .feather",
        _PROGRAM: ".py .sh .exe .dll .so .bat",
        _POSTSCRIPT: ".ps .eps",
        _STYLE: ".js .css .map .woff .woff2",
        _SUBTITLES: ".srt .vtt .sub .ass",
    }.items()
    for suffix in suffixes.split()
}

# (offset, bytes there, kind). A ZIP is looked into below, because many formats are ZIPs.
_MARKS: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\x1f\x8b", _GZIP),
    (0, b"BZh", _ARCHIVE),
    (0, b"\xfd7zXZ\x00", _ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (0, b"Rar!\x1a\x07", _ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (257, b"ustar", _ARCHIVE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("an old Office document", _AS_TEXT)),
    (0, b"{\\rtf", _RICH_TEXT),
    (0, b"\x89PNG\r\n", _IMAGE),
    (0, b"\xff\xd8\xff", _IMAGE),
    (0, b"GIF87a", _IMAGE),
    (0, b"GIF89a", _IMAGE),
    (8, b"WEBP", _IMAGE),
    (0, b"II*\x00", _IMAGE),
    (0, b"MM\x00*", _IMAGE),
    (4, b"ftyp", _SOUND),
    (0, b"ID3", _SOUND),
    (0, b"OggS\x00", _SOUND),
    (0, b"fLaC\x00", _SOUND),
    (0, b"\x1aE\xdf\xa3", _SOUND),
    (0, b"SQLite format 3\x00", _DATABASE),
    (0, b"PAR1", _DATABASE),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"%!PS", _POSTSCRIPT),
)
_INSIDE_ZIP: tuple[tuple[bytes, Kind], ...] = (
    (b"word/", _WORD),
    (b"xl/", _SHEET),
    (b"ppt/", _SLIDES),
    (b"mimetypeapplication/epub+zip", _BOOK),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", _WORD),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", _SHEET),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", _SLIDES),
)
# What the first characters of a text say, whatever its suffix.
_OPENINGS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b"), _IMAGE),
    (re.compile(rb"\s*<\?xml\b"), _XML),
    (re.compile(rb"WARC/1\.\d\r?\n"), _WEB_ARCHIVE),
)


def find_marked_kind(head: bytes, suffix: str) -> Kind | None:
    """The kind of a binary file by the mark it begins with, or None.

    `head` holds the file's first bytes; `suffix`, in lower case with its dot,
    decides between the many formats that are ZIP archives.
    """
    if b"%PDF-" in head[:1024]:
        return _PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        inside = next((kind for mark, kind in _INSIDE_ZIP if mark in head), None)
        return inside or _SUFFIXES.get(suffix, _ZIP)
    for offset, mark, kind in _MARKS:
        if head.startswith(mark, offset):
            return kind
    return None


def find_text_kind(head: bytes, suffix: str) -> Kind | None:
    """The kind of a text file in a notation that is not read (JSON, RDF …), by its beginning or suffix."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    return next((kind for pattern, kind in _OPENINGS if pattern.match(text)), _SUFFIXES.get(suffix))


def opaque_kind() -> Kind:
    """What a file is called whose bytes are no text in any encoding."""
    return _OPAQUE


def explain_unread(name: str, kind: Kind) -> str:
    """The sentence for a file that is not read.

    >>> explain_unread("dossier.pdf", Kind("a PDF", "save it as text or HTML and add that"))
    'not read yet: dossier.pdf is a PDF; save it as text or HTML and add that'
    """
    return f"not read yet: {name} is {kind.name}; {kind.advice}"
