"""A bracket behind two names: "Ann Lee and Bob Ray (the twins)", "(Mr. and Mrs. Orr)", "(Ida and Max)"."""

from __future__ import annotations

import itertools
import re

from filmgraph.extraction.cast.actors import is_part
from filmgraph.extraction.names.mentions import Mention

_PLURAL = re.compile(r"(?:the|les|los|las|os|as|die|gli|i|le|de) \S|\S+(?:s|i)$")
_JOINING = r"\s(?:and|&|et|und|y|e|en|og|och)\s"
_AND = re.compile(_JOINING)
_TWO = re.compile(rf"([^,/]+?){_JOINING}([^,/]+)")


def share_parts(text: str, mentions: list[Mention]) -> list[Mention]:
    """The names of a list, the parts of a bracket behind two that "and" joins given to both.

    A part in the plural goes to both, two titles take the one family name along, and of two parts each has
    its own in the order of the names.
    """
    for n, (one, other) in enumerate(itertools.pairwise(mentions)):
        if not other.note or one.note or not _AND.fullmatch(text, one.span.end, other.span.start):
            continue
        first, second = _parts_of(other.note) or (
            (other.note,) * 2 if _PLURAL.match(other.note) else ("", "")
        )
        if first:
            mentions[n] = one._replace(note=first, note_span=other.note_span)
            mentions[n + 1] = other._replace(note=second)
    return mentions


def _parts_of(note: str) -> tuple[str, str] | None:
    """The two parts of a bracket: "Mr. and Mrs. Orr", "Ida and Max"; None where it is one."""
    two = _TWO.fullmatch(note)
    if two is None or _AND.search(two[2]):
        return None
    title, _, family = two[2].partition(" ")
    if family and " " not in two[1] and is_part(two[1]) and is_part(title.strip("\"“”'")):
        return f"{two[1]} {family}", two[2]
    return (two[1], two[2]) if two[1][0].isupper() and two[2][0].isupper() else None
