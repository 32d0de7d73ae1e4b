"""Which side of a cast is the actors': decided once for a whole list, by all that speaks for it.

A part may be one word, a description, a person with a title, two parts in one
("Anna / Maria"), someone's mother, a family of which the list holds several. An
actor has a given name and a family name, and may stand elsewhere on the page.
Where both sides look the same, neither is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from filmgraph.extraction.cast.actors import KnownNames, is_part, score_actor
from filmgraph.extraction.names.mentions import looks_like_person
from filmgraph.model.names import PARTICLES, fold

# "Anna / Maria", "Policeman #2", "Joe's mother", "Tom alias Black": no actor is set so.
_PART_FORM = re.compile(r"\s/\s|\w/\w|#|\d|\w['’]s\s|\b(?:alias|aka)\b|\(|[\"“„«]")


def actors_first(firsts: Sequence[str], seconds: Sequence[str], known: KnownNames) -> bool | None:
    """Whether the first sides of a list's pairs are the actors; None where nothing tells it."""
    difference = _score(firsts, known) - _score(seconds, known)
    return difference > 0 if abs(difference) * 2 > len(firsts) else None


def _score(side: Sequence[str], known: KnownNames) -> int:
    score = sum(score_actor(words, known) for words in side)
    score -= 2 * sum(_PART_FORM.search(words) is not None for words in side)
    return score - _in_families(side)


def _in_families(side: Sequence[str]) -> int:
    """How many of a side bear a family name that another of them bears as well."""
    families = Counter(fold(words.split()[-1]) for words in side if " " in words)
    return sum(n for family, n in families.items() if n > 1 and family not in PARTICLES)


def is_strange(words: str) -> bool:
    """Whether words of a cast are no actor's name: one word, a description, "Father Moran"."""
    return " " not in words or not looks_like_person(words) or is_part(words)


def tells_parts(parts: Sequence[str], actors: Sequence[str]) -> bool:
    """Whether one side of a list shows that it holds parts, and the other that it does not.

    Where no mark stands between the two, their forms alone must tell it. An actor of one name among
    many is no reason against it.
    """
    strange, against = (sum(map(is_strange, side)) for side in (parts, actors))
    return strange > 1 and strange * 4 >= len(parts) and against * 4 <= max(0, strange - 3)
