"""What a page says of itself for programs: meta elements and scripts of structured data (JSON-LD).

Nobody sees these words on the page, but they are said, and may be quoted: they
are kept behind the rendered text, as blocks of kind "data". A script stands
there as it is in the page, meta elements as lines of name and content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmgraph.model.document import Block, Span

# What a page's meta elements say of it that its facts may need.
_STATED = frozenset(
    "og:title og:site_name author article:published_time datepublished dc.creator dc.date "
    "dc.publisher".split()
)
_WRAPPED = re.compile(r"\s*(?:<!--|/[*/]\s*<!\[CDATA\[(?:\s*\*/)?|<!\[CDATA\[)")
_WRAPPING = re.compile(r"(?:-->|(?:/[*/]\s*)?\]\]>(?:\s*\*/)?)\s*\Z")
# Structured data of other kinds (trails of links, shops, recipes) is not kept.
_FILMS = re.compile(r"(?:Movie|Review|Article|BlogPosting)[\"']")
# Beyond this a page is a data base with a page around it.
_LARGEST = 400_000
_MOST = 50


def is_data_script(attributes: dict[str, str]) -> bool:
    """Whether a script element holds structured data."""
    return "ld+json" in attributes.get("type", "").lower()


def is_stated_meta(name: str) -> bool:
    """Whether what the meta element `name` says is kept."""
    return name in _STATED


def strip_script(text: str) -> str:
    """The text of a script without what hides it from old browsers."""
    text = _WRAPPING.sub("", _WRAPPED.sub("", text, count=1), count=1) if "<!" in text else text
    return text.strip()


def is_about_films(text: str) -> bool:
    """Whether a script's text speaks of a film, a review or an article, and is of a size to be kept."""
    return 0 < len(text) <= _LARGEST and _FILMS.search(text) is not None


def append_data(text: str, meta: Sequence[str], scripts: Sequence[str]) -> tuple[str, tuple[Block, ...]]:
    """The stored text with the data behind the rendered `text`, and the blocks of the data."""
    parts = [text] if text else []
    offset = len(text)
    blocks = []
    for part in (*(["\n".join(dict.fromkeys(meta))] if meta else []), *scripts[:_MOST]):
        start = offset + 2 * bool(parts)
        offset = start + len(part)
        parts.append(part)
        blocks.append(Block("data", Span(start, offset)))
    return "\n\n".join(parts), tuple(blocks)
