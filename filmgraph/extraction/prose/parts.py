"""A player with a part, as a sentence gives them: what the rules of this package yield."""

from __future__ import annotations

from filmgraph.extraction.prose.masking import Mark, Piece
from filmgraph.extraction.settle import PROSE, FoundCredit
from filmgraph.model.document import Span

CAST_RULE = "prose-cast"
BREAKERS = frozenset(
    "while when where because whose after before than and or but who which that is was has had by to from"
    " with as et ou qui und oder y o e".split()
)


def build_part(
    piece: Piece, start: int, end: int, player: Mark, character: str | None, rule: str
) -> FoundCredit:
    """The credit of a player for a part that a range of masked prose gives."""
    quote = piece.quote(start, end)
    if not (quote.start <= player.span.start and player.span.end <= quote.end):
        quote = Span(min(quote.start, player.span.start), max(quote.end, player.span.end))
    return FoundCredit(
        role="actor",
        name=player.span,
        agent=player.text,
        kind="person",
        quote=quote,
        rule=f"{CAST_RULE}/{rule}",
        section=piece.section,
        priority=PROSE,
        confidence=0.9,
        character=character,
    )
