"""A film's title as a page prints it, and what may be one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from filmgraph.extraction.titles.title_letters import find_joined, is_pulled_apart, is_spaced, join_letters
from filmgraph.extraction.titles.title_marks import opens_title
from filmgraph.extraction.titles.title_weights import Signs, weigh
from filmgraph.model.document import Span

TitleKind = Literal["label", "headline", "original", "quoted", "masthead"]


_LONG_WORD = 15  # letters in a row whose words cannot be told apart


@dataclass(frozen=True, slots=True)
class Title:
    """A title that the page gives its film, as printed at `span`.

    `kind` is "headline", "masthead" (capitals over a credit block), "quoted"
    (first title in quotation marks in the prose), "label" ("Titel: …") or
    "original" (the original title, in brackets or under its label).
    """

    text: str
    span: Span
    kind: TitleKind


@dataclass(slots=True)
class Candidate:
    """Words that may be the title, what speaks for them, and a bracket that may be another title."""

    title: Title
    signs: Signs
    bracket: Span | None = None
    score: float = field(init=False)

    def __post_init__(self) -> None:
        self.score = weigh(self.signs)


def read_title(text: str, span: Span) -> str | None:
    """The title that words may be, its letters joined; None where their form is none of a title."""
    words = span.of(text)
    title = " ".join(join_letters(words).split())
    if is_pulled_apart(words):
        plain = is_spaced(words) and (" " in title or len(title) < _LONG_WORD)
        title = title if plain else find_joined(text, span) or ""
    if not title or (not title[0].isalnum() and title[0] not in "¡¿#$…" and not opens_title(title)):
        return None
    return title
