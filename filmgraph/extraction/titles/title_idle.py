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


@lru_cache(maxsize=1)
def _idle() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_lines("titles")["idle"]))
    return re.compile(rf"\W*(?:{words})(?!\w)", re.I)


def is_persons_name(words: str) -> bool:
    """Whether a line is a person's name and nothing else: the critic's, under the title.

    >>> [is_persons_name(w) for w in ("Ann Marlow", "**ANN MARLOW**", "Ann Marlow's Diary")]
    [True, True, False]
    """
    parts = words.strip("*_ ").split()
    return 2 <= len(parts) <= 4 and is_given_name(parts[0]) and looks_like_person(" ".join(parts))


def is_deck(words: str) -> bool:
    """Whether a line has a sentence's words, as the editor's under a headline does.

    >>> [is_deck(w) for w in ("A story that will not let you go", "The Lives of Others")]
    [True, False]
    """
    parts = words.split()
    return len(parts) >= _DECK_WORDS and sum(w[0].islower() for w in parts) * 2 >= len(parts)


def is_idle(words: str) -> bool:
    """Whether a short line may part a title from its data and is neither.

    >>> [is_idle(w) for w in ("Photo: Ann Lee", "Share on Facebook", "Photograph", "Now showing at the Rialto")]
    [True, True, False, True]
    """
    if len(words) > _MOST:
        return False
    return is_persons_name(words) or is_deck(words) or _idle().match(words) is not None
