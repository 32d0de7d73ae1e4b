"""Rows of names of which one belongs to another clause: "edited by ⟨X⟩, ⟨Y⟩ signs his best film"."""

from __future__ import annotations

import re

from filmgraph.extraction.prose.masking import Piece

_TIED_BEFORE = re.compile(r"(?:\b(?:by|of|de|du|di|del|von|van|af|av|da|do) |d['’])(?:[\w’'-]+ )?$")
_NEXT_SUBJECT = re.compile(r", (?:and|et|und|y|e|og|och|en) ")
# A verb that makes what stands before it a subject.
_VERB = re.compile(
    r" (?:a|ha|hat|har|heeft|has|signe|firma|assina|signs|makes|is|est|ist|es|è|är|er|filme|dirige|réalise"
    r"|compose|compone|compõe|plays|joue|spielt|spelar|speelt)(?!\w)"
)


def leave_clause(piece: Piece, positions: list[int]) -> None:
    """Take from the masked places of a row of names the one that belongs to the clause before it or behind.

    A row of two has a word between its names, and no comma beside that word: "edited by ⟨X⟩, ⟨Y⟩ signs …" and
    "from a story by ⟨X⟩, and ⟨Y⟩ has composed …" are two clauses.
    """
    if len(positions) != 2 or not _VERB.match(piece.masked, positions[1] + 1):
        return
    between = piece.masked[positions[0] + 1 : positions[1]]
    if between[:1] != "," or not _TIED_BEFORE.search(piece.masked, max(0, positions[0] - 30), positions[0]):
        return
    if between == ", ":
        positions.pop()
    elif _NEXT_SUBJECT.fullmatch(between):
        positions.pop(0)


__all__ = ["leave_clause"]
