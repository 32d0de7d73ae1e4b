"""Kinds of source works by the words that name them: "the 1902 novel", "graphic novel", "characters"."""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.names import fold

KINDS = (
    "novel", "novella", "short stories", "short story", "play", "comic", "memoir", "article", "musical",
    "poem", "characters", "film", "television series", "video game", "opera", "song", "book", "biography",
)  # fmt: skip
_BEFORE = re.compile(r"^(?:(?:the|a|an|his|her|their|original|\d{4})\s+)+", re.I)


@lru_cache(maxsize=4096)
def kind_of(words: str, last: int | None = None) -> str | None:
    """The kind that words name as a whole, or by their `last` words ("Marvel comic book").

    >>> kind_of("the 1902 novel"), kind_of("Marvel comic book", 2), kind_of("The Novel Life")
    ('novel', 'comic', None)
    """
    folded = fold(words)
    forms = {folded, fold(_BEFORE.sub("", words.strip()))}
    if last is not None:
        forms.add(" ".join(folded.split()[-last:]))
    groups = load_patterns("columns")
    return next((kind for kind in KINDS if not forms.isdisjoint(groups[kind])), None)
