"""Spans cut to what they hold: no blanks, quotation marks or punctuation at their ends."""

from __future__ import annotations

from filmgraph.model.document import Span
from filmgraph.model.names import fold

_EDGE = ")] \t\r\n\u00a0,;:.·•|*_=\"“”«»'‘’–—-…"
_EDGE_END = '([ \t\r\n\u00a0,;:·•|*_="“”«»‘–—-…†'
_DOTTED = frozenset("jr sr inc ltd co corp prods prod bros intl dist ent cos st dept cie mfg assoc".split())


def trim(text: str, span: Span) -> Span:
    """`span` without the blanks, quotes and punctuation at its two ends (a final abbreviation dot stays)."""
    if span.start < span.end and text[span.start].isalnum() and text[span.end - 1].isalnum():
        return span  # as most are
    kept = text[span.start : span.end].lstrip(_EDGE)
    start = span.end - len(kept)
    kept = kept.rstrip(_EDGE_END)
    while kept.endswith(".") and not _keeps_dot(kept[-40:]):
        kept = kept[:-1].rstrip(_EDGE_END)
    end = start + len(kept)
    return span if start == span.start and end == span.end else Span(start, end)


def _keeps_dot(name: str) -> bool:
    """Whether the dot at the end of `name` belongs to it: an abbreviation or an initial."""
    last = name.rsplit(None, 1)[-1].rstrip(".")
    return bool(last) and (fold(last) in _DOTTED or len(last) == 1 or "." in last)
