"""JSON-LD files: read as they stand where their context is elsewhere, as statements where it is inside."""

from __future__ import annotations

import json
import re
from typing import Any

from pyoxigraph import RdfFormat

from filmgraph.model.document import Block, Document, Span
from filmgraph.model.json_records import find_json_records, is_json_lines
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text
from filmgraph.reading.statements import build_statements
from filmgraph.reading.text import check_has_words

_MARK = re.compile(rb"[\s\xef\xbb\xbf]*[{\[].{0,4000}?\"@(?:context|graph|type|id)\"\s*:", re.S)


def read_json_ld(source: Source) -> Document:
    """Read a JSON-LD file. Its contexts are never fetched.

    Where its context stands inside, it is turned into statements; with a context that is only named
    ("https://schema.org") its objects are blocks of kind "data", quoted as they stand in the file.
    """
    decoded = decode(source.data, source.name)
    text = decoded.meant
    check_has_words(text, source.name)
    if _has_own_context(text):
        return build_statements(source, source.data, RdfFormat.JSON_LD)
    several = text.lstrip().startswith("[") or is_json_lines(text)
    records = list(find_json_records(text)) if several else []
    spans = [r.span for r in records if not r.wrong] or [_trim(text)]
    wrong = [f"line {r.line}: {r.wrong}; skipped" for r in records if r.wrong]
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(),
        media_type="application/ld+json",
        blocks=tuple(Block("data", span) for span in spans),
        notes=decoded.notes,
        wrong=tuple(wrong),
    )


def _recognizes(head: bytes) -> bool:
    return _MARK.match(head) is not None


JSON_LD = Reader("JSON-LD", frozenset({".jsonld"}), 200 * MEGABYTE, _recognizes, read_json_ld)


def _has_own_context(text: str) -> bool:
    """Whether the names of a text are explained in it, by contexts that are objects."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    tops = value if isinstance(value, list) else [value]
    contexts = [top.get("@context") for top in tops if isinstance(top, dict)]
    given = [c for c in contexts if c is not None]
    return bool(given) and all(_is_inside(c) for c in given)


def _is_inside(context: Any) -> bool:
    if isinstance(context, list):
        return all(_is_inside(one) for one in context)
    return isinstance(context, dict) and "@import" not in context


def _trim(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span(start, max(start, len(text.rstrip())))
