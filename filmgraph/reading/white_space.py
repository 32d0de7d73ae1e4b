"""White space and letters without width, as browsers show them."""

from __future__ import annotations

import re
from collections.abc import Iterator

SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" ?\n ?")
_AROUND_TAB = re.compile(r"[ \t]*\t[ \t]*")
_EMPTY_LINES = re.compile(r"\n(?:[ \t\xa0]*\n)+")
# Browsers show these like their plain equals; only line breaking differs.
_SPACE_LIKE = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2011": "-"})
# Left out of the text: they have no width, and would part a name from its equals.
_WIDTHLESS = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\u200b\u2060\ufeff"))


def split_text(text: str, preformatted: bool) -> Iterator[str]:
    """The blocks of a piece's text, parted where lines are empty, its white space as browsers show it."""
    if not preformatted and "  " in text:
        text = _SPACES.sub(" ", text)
    if not text.isascii():
        text = text.translate(_WIDTHLESS)
    if "\t" in text and not preformatted:
        text = _AROUND_TAB.sub("\t", text)
    if "\n" not in text:
        words = text.translate(_SPACE_LIKE).strip() if not text.isascii() else text.strip()
        if words:
            yield words
        return
    if not preformatted:
        text = _AROUND_BREAK.sub("\n", text)
    for part in _EMPTY_LINES.split(text):
        lines = [line.rstrip() for line in part.translate(_SPACE_LIKE).split("\n")]
        words = "\n".join(line for line in lines if line).strip()
        if words:
            yield words


def tidy(text: str) -> str:
    """A text on one line."""
    return SPACE.sub(" ", text.translate(_WIDTHLESS)).strip()
