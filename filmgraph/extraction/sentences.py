"""Sentences or a list: what a line looks like from its words alone."""

from __future__ import annotations

import re

_GERMAN = frozenset("der die das dem den ein eine einem einer und von mit im ist sich nicht zu auf spielt wird".split())
_WORD = re.compile(r"[^\W\d_]+")


def is_prose(line: str) -> bool:
    """Whether a line reads as sentences rather than as a heading, a label or a list of names.

    Sentences have mostly words in small letters; a short one also ends like a sentence.
    """
    words = _WORD.findall(line[:1200])
    lower = sum(w.islower() for w in words)
    if len(line) < 60:
        return len(words) >= 6 and line[-1:] in '.!?”"…' and lower >= len(words) * 0.6
    # German nouns are capitalized too, so German sentences have fewer small words.
    share = 0.4 if line[-1:] in '.!?”"…' and sum(w in _GERMAN for w in words) >= 3 else 0.5
    return len(words) >= 9 and lower >= len(words) * share
