"""Facts moved to their places: from a part into the whole text, from a mended text into the stored one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from filmgraph.model.document import Block, Document, MendedText, Span
from filmgraph.model.facts import Contradiction, CreditFact, Evidence, FilmFacts, Stated

_NO_LINE_END = re.compile(r"[^\r\n]")


def shift_facts(facts: FilmFacts, by: int) -> FilmFacts:
    """Facts read from a part of a text that begins `by` characters into the whole."""
    unread = tuple(replace(u, span=_shifted(u.span, by)) for u in facts.unread)
    return _move(replace(facts, unread=unread), lambda said: replace(said, span=_shifted(said.span, by)))


def blank_out(document: Document, spans: Sequence[Span]) -> Document:
    """A document with blanks in the place of some stretches, its offsets as before; their blocks are gone.

    `spans` are in reading order and do not overlap.
    """
    if not spans:
        return document
    text, end = document.text, 0
    parts: list[str] = []
    for span in spans:
        parts += (text[end : span.start], _NO_LINE_END.sub(" ", span.of(text)))
        end = span.end
    starts = [span.start for span in spans]

    def is_left(block: Block) -> bool:
        before = bisect_left(starts, block.span.end) - 1
        return before < 0 or spans[before].end <= block.span.start

    blocks = tuple(block for block in document.blocks if is_left(block))
    return replace(document, text="".join((*parts, text[end:])), blocks=blocks)


def unnumbered(facts: FilmFacts) -> FilmFacts:
    """Facts whose rows stand in a text: what attests them is the place there, not the number of a row."""
    return _move(facts, lambda said: replace(said, row=None))


def mended_document(document: Document, mended: MendedText) -> Document:
    """A document as its text was meant, for reading; it keeps its name."""
    blocks = tuple(replace(b, span=mended.to_mended(b.span)) for b in document.blocks)
    return replace(document, text=mended.text, blocks=blocks, mended=None)


def place_in_stored(facts: FilmFacts, document: Document, mended: MendedText) -> FilmFacts:
    """Facts read from a mended text with the stored words behind each; names stay mended, but as printed."""
    text = document.text

    def quote(said: Evidence) -> Evidence:
        span = mended.to_stored(said.span)
        return replace(said, span=span, quote=span.of(text))

    def printed(credit: CreditFact) -> CreditFact:
        words = r"\s+".join(map(re.escape, credit.credited_as.split()))
        found = re.search(words, credit.evidence.quote)
        if found is None:
            return credit
        start = credit.evidence.span.start
        span = mended.to_stored(Span(start + found.start(), start + found.end()))
        return replace(credit, credited_as=" ".join(span.of(text).split()))

    unread = ((u, mended.to_stored(u.span)) for u in facts.unread)
    facts = replace(
        facts,
        credits=tuple(printed(c) for c in facts.credits),
        unread=tuple(replace(u, span=span, quote=span.of(text)) for u, span in unread),
    )
    return _move(facts, quote)


def _move(facts: FilmFacts, move: Callable[[Evidence], Evidence]) -> FilmFacts:
    def moved(values: tuple[Stated, ...]) -> tuple[Stated, ...]:
        return tuple(replace(s, evidence=move(s.evidence)) for s in values)

    return replace(
        facts,
        stated=moved(facts.stated),
        credits=tuple(replace(c, evidence=move(c.evidence)) for c in facts.credits),
        source_works=tuple(replace(w, evidence=move(w.evidence)) for w in facts.source_works),
        other_films=tuple(replace(o, evidence=move(o.evidence)) for o in facts.other_films),
        contradictions=tuple(Contradiction(c.field, moved(c.values)) for c in facts.contradictions),
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
