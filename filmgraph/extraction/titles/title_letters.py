"""Titles whose letters a page pulls apart: "V E R A N O   1 9 9 3", "R É PA R E R  L E S  V I VA N T S".

Where two blanks part the words they are joined as they stand. Where a file lost that, or kept pairs of
letters together, the page itself says where the words end: what it says elsewhere with the same letters.
"""

from __future__ import annotations

import re

from filmgraph.model.document import Span

_LETTERS = re.compile(r"(?:[^\W_] ){4,}[^\W_](?:  +(?:[^\W_] )*[^\W_])*")
_LEAST = 6
_FRONT = 20_000


def is_spaced(words: str) -> bool:
    """Whether words are set letter by letter: "V E R A N O   1 9 9 3"."""
    return words[1:2] == " " and _LETTERS.fullmatch(words) is not None


def is_pulled_apart(words: str) -> bool:
    """Whether most of a line's parts are single capitals, as an extract of a printed page has them.

    >>> [is_pulled_apart(w) for w in ("R É PA R E R L E SV I V A N T S", "U N F I L M", "M. A. S. H. 2")]
    [True, True, False]
    """
    if words[1:2] != " " and words[2:3] != " ":
        return False  # as nearly all lines
    parts = words.split()
    single = sum(len(part) == 1 for part in parts)
    return len(parts) > 3 and single * 2 > len(parts) and words.isupper()


def join_letters(words: str) -> str:
    """Letter-spaced words as one: "C H I N A T O W N" → "CHINATOWN"."""
    if not is_spaced(words):
        return words
    return " ".join(part.replace(" ", "") for part in re.split(r" {2,}", words))


def find_joined(text: str, span: Span) -> str | None:
    """What the page says elsewhere with the letters of a line that are pulled apart, as it stands there."""
    letters = _letters(span.of(text))
    if len(letters) < _LEAST:
        return None
    front = text[:_FRONT]
    places = [i for i, c in enumerate(front) if c.isalnum()]
    plain = "".join(front[i].lower()[:1] for i in places)
    at = plain.find(letters)
    while at >= 0:
        start, end = places[at], places[at + len(letters) - 1] + 1
        found = " ".join(front[start:end].split())
        whole = not front[start - 1 : start].isalnum() and not front[end : end + 1].isalnum()
        if not span.start <= start < span.end and whole and not is_pulled_apart(found):
            return found
        at = plain.find(letters, at + 1)
    return None


def _letters(words: str) -> str:
    return "".join(c.lower()[:1] for c in words if c.isalnum())
