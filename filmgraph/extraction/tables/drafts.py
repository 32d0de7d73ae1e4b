"""What has been read of one film of a table so far, and what was not understood in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from filmgraph.extraction.tables.columns import Line
from filmgraph.model.document import Document, Span
from filmgraph.model.facts import Contradiction, CreditFact, FilmFacts, SourceWorkFact, Stated, Unread

# Festival and release: the years of one film differ by one.
_YEARS_APART = 1
_SHOWN = 300  # characters of a row that are shown where something in it was not understood


@dataclass(slots=True)
class Draft:
    """The facts of one film as they gather, each once; `billed` counts the credits of each role."""

    key: str
    ids: dict[tuple[str, str], None] = field(default_factory=dict)
    stated: dict[tuple[str, str], Stated] = field(default_factory=dict)
    credits: dict[tuple[object, ...], CreditFact] = field(default_factory=dict)
    works: dict[tuple[str | None, str | None], SourceWorkFact] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    billed: dict[str, int] = field(default_factory=dict)

    def state(self, field_name: str, value: str, line: Line) -> None:
        """Take a value that a row states of the film, once."""
        if (field_name, value) not in self.stated:
            self.stated[field_name, value] = Stated(field_name, value, line.evidence("film"))

    def build(self, document: Document, common: list[Unread]) -> FilmFacts:
        """The facts; `common` are remarks on the whole list, which stand with its first film."""
        return FilmFacts(
            document=document.sha256,
            film_key=self.key,
            stated=tuple(self.stated.values()),
            credits=tuple(self.credits.values()),
            source_works=tuple(self.works.values()),
            unread=tuple(sorted((*common, *self.unread), key=lambda u: u.span)),
            is_review=False,
            ids=tuple(sorted(self.ids)),
            contradictions=self._find_contradictions(),
        )

    def _find_contradictions(self) -> tuple[Contradiction, ...]:
        """Several years under one title, where no id says that it is one film: the list mixes films in it."""
        years = [s for s in self.stated.values() if s.field == "year"]
        known = sorted(int(s.value) for s in years)
        if self.ids or not known or known[-1] - known[0] <= _YEARS_APART:
            return ()
        return (Contradiction("year", tuple(years)),)


def build_unread(line: Line, text: str, reason: str, section: str = "row") -> Unread:
    """A row, or its beginning, as not understood; in the section "error" as wrong."""
    start, end = line.row.span.start, line.row.span.end
    span = Span(start, min(end, start + _SHOWN))
    return Unread(span, span.of(text), section, reason)
