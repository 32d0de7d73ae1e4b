"""Lines that stand between a title and its film's data, and are neither.

A critic's name, the editor's deck under a headline, a picture's credit, a site's button: what is under them
speaks of the line over them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines

_MOST = 100
_DECK_WORDS = 5
_ENGLISH = frozenset(("the", "a", "an", "of", "by", "with", "and", "to", "is", "that", "for", "on", "at"))
_PARTED = re.compile(r"\s[–—|-]\s|[:|\t]|\s{3}")
_QUOTES = "“\"‘'«„"


@lru_cache(maxsize=1)
def _idle() -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*load_lines("titles")["idle"], *load_lines("titles")["released"])))
    return re.compile(rf"\W*(?:{words})(?!\w)", re.I)


def is_persons_name(words: str) -> bool:
    """Whether a line is a person's name and nothing else: the critic's, under the title.

    >>> [is_persons_name(w) for w in ("Ann Marlow", "**ANN MARLOW**", "Ann Marlow's Diary")]
    [True, True, False]
    """
    parts = words.strip("*_ ").split()
    if "'s " in words or "’s " in words:
        return False
    return 2 <= len(parts) <= 4 and is_given_name(parts[0]) and looks_like_person(" ".join(parts))


def is_deck(words: str) -> bool:
    """Whether a line has a sentence's words, as the editor's under a headline does.

    >>> [is_deck(w) for w in ("A story that will not let you go", "The Lives of Others")]
    [True, False]
    """
    parts = words.split()
    if _PARTED.search(words) or words[0] in _QUOTES:
        return False  # "45 Years – a marriage put to the test": a title and what is said of it
    small = [w for w in parts if w[0].islower()]
    if len(parts) == _DECK_WORDS - 1 and not _ENGLISH.isdisjoint(small):
        # An English title has capitals: "Laughs by the column".
        return any(len(w) > 4 for w in small) and small[-1] == parts[-1]
    return len(parts) >= _DECK_WORDS and len(small) * 2 >= len(parts)


def is_idle(words: str) -> bool:
    """Whether a short line may part a title from its data and is neither.

    >>> [is_idle(w) for w in ("Photo: Ann Lee", "Share on Facebook", "Photograph")]
    [True, True, False]
    """
    if len(words) > _MOST:
        return False
    return is_persons_name(words) or is_deck(words) or _idle().match(words) is not None


def is_showing(words: str) -> bool:
    """Whether a line says since when or until when a film is shown: "IN SALA DAL 21 MAGGIO"."""
    return any(map(str.isdigit, words)) and _idle().match(words) is not None
