"""Titles that stand on no line of their own: before labels or film data, and in the first paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.countries import find_countries_by_year, is_country
from filmgraph.extraction.headlines import QUOTED, clean_headline
from filmgraph.extraction.quoted import looks_like_title
from filmgraph.extraction.title_evidence import TALE, PageEvidence
from filmgraph.extraction.title_furniture import is_count, is_genre, is_section_head
from filmgraph.extraction.title_marks import is_furniture, trim_title
from filmgraph.extraction.title_signs import opens_data, weigh_line
from filmgraph.extraction.title_words import Candidate, Title, read_title
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_YEAR_IN = re.compile(r"\b(?:18|19|20)\d\d\b")
# What parts a title from its data on one line: "Rosetta, 1999, 93 min", "»Druk«. Regi: …".
_MARK = re.compile(r"[”\"’'»«“]?(?:\s*[,.(\[|·•]|\s[–—-](?=\s)|\t|\s{3,})\s*")
_QUOTES = "“”\"‘’'«»„"
_ENOUGH_DATA = 2.5
_MOST_WORDS = 10


class TitlesElsewhere:
    """The candidates of a page that are the words before others, or words in quotation marks."""

    def __init__(self, evidence: PageEvidence) -> None:
        self.evidence, self.hints = evidence, evidence.hints
        self.text, self.lines, self.kinds = evidence.text, evidence.lines.spans, evidence.kinds

    def before_labels(self) -> Iterator[Candidate]:
        """The words before the first label of a line that runs on: "Un conte de Noël Réalisateur X"."""
        for start in self.hints.runs:
            line = next(s for s in self.lines if s.start <= start < s.end)
            span = Span(line.start, start)
            wide = span.of(self.text).find("  ")
            if wide > 0:
                span = Span(line.start, line.start + wide)
            span = trim_title(self.text, span)
            words = " ".join(span.of(self.text).split())
            span = clean_headline(self.text, span).span if "(" in words else span
            words = " ".join(span.of(self.text).split())
            plain = (
                words
                and words[0].isupper()
                and len(words) < 80
                and fold(words) not in self.evidence.patterns["not_title"]
            )
            if plain and not is_country(words) and not _YEAR_IN.search(words):
                score = 6.0 + self.evidence.said(words, span) - self.evidence.against(words, fold(words))
                yield Candidate(Title(words, span, "masthead"), score)

    def before_data(self) -> Iterator[Candidate]:
        """The words that begin a line of credits: "Rosetta, Belgium 1999. Director: …"."""
        for n in self.hints.taken:
            line = self.lines[n] if n < len(self.lines) else Span(0, 0)
            near = Span(line.start, min(line.end, line.start + 120))
            if self.kinds[n] == "teasers" or not any(map(str.isdigit, near.of(self.text))):
                continue
            place = find_countries_by_year(self.text, near)
            if place is None or not line.start + 1 < place.start < line.start + 80:
                continue
            span = trim_title(self.text, Span(line.start, place.start))
            title = read_title(self.text, clean_headline(self.text, span).span)
            words = span.of(self.text)
            if not title or words[-1:] in "/-":
                continue
            told = self.evidence.said(title, span) > 0 or self.hints.signs.get(n, 0) >= 3
            if told and "." not in words and ":" not in words and words.count(",") <= 1:
                inner = trim_title(self.text, clean_headline(self.text, span).span)
                score = 6.0 + self.evidence.said(title, inner) - self.evidence.against(title, fold(title))
                yield Candidate(Title(title, inner, "masthead"), score)

    def quoted(self) -> Iterator[Candidate]:
        """Quoted titles of the first paragraphs, by how often the page says them."""
        seen = 0
        for i, line in enumerate(self.lines):
            if seen < 2 and self.kinds[i] in ("body", "strapline"):
                seen += self.kinds[i] == "body"
                for match in QUOTED.finditer(self.text, line.start, line.end):
                    group = match.lastindex or 1
                    words = match.group(group).strip(" ,.")
                    if TALE.search(self.text, max(0, match.start() - 16), match.start()):
                        continue
                    folded = fold(words)
                    if (
                        folded
                        and folded not in self.hints.names
                        and (words[0].isupper() or words[0].isdigit())
                    ):
                        span = Span(match.start(group), match.start(group) + len(words))
                        said = self.evidence.said(words, span)
                        if not (said or looks_like_title(words)):
                            continue
                        score = 4.0 + said - 2 * seen
                        score += 2.5 * (match.start() == line.start and seen <= 1)
                        yield Candidate(Title(words, span, "quoted"), score)

    def with_data(self) -> Iterator[Candidate]:
        """The words that begin a line of film data anywhere on the page: "Rosetta, 1999, 93 minutes"."""
        found = 0
        for n, line in enumerate(self.lines):
            if self.kinds[n] == "teasers" or n in self.evidence.headings:
                continue
            cut = self._cut_data(line)
            if cut is None:
                continue
            span, weight = cut
            title = read_title(self.text, span)
            if not title or not self._may_head_data(title):
                continue
            said, folded = self.evidence.said(title, span), fold(title)
            said += 1.5 * (self.text[line.start] in _QUOTES)
            score = 3.0 + 0.7 * weight + said - 1.5 * min(found, 3)
            found += 1
            yield Candidate(Title(title, span, "masthead"), score - self.evidence.against(title, folded))

    def _cut_data(self, line: Span) -> tuple[Span, float] | None:
        """The words of a line before the first mark behind which film data stand, and how much those say."""
        near = Span(line.start, min(line.end, line.start + 200))
        if ":" not in near.of(self.text) and not any(map(str.isdigit, near.of(self.text))):
            return None
        for mark in _MARK.finditer(self.text, near.start + 1, min(near.end, near.start + 90)):
            behind = Span(mark.end(), near.end)
            if behind.start < behind.end and opens_data(self.text, behind):
                weight = weigh_line(self.text, behind)
                if weight < _ENOUGH_DATA:
                    return None
                head = trim_title(self.text, clean_headline(self.text, Span(near.start, mark.start())).span)
                while head.start < head.end and self.text[head.start] in _QUOTES:
                    head = Span(head.start + 1, head.end)
                return (head, weight) if head.start < head.end else None
        return None

    def _may_head_data(self, title: str) -> bool:
        """Whether words before film data are a title by their form: no genre, country, date or sentence."""
        folded, words = fold(title), title.split()
        barred = folded in self.hints.names or folded in self.evidence.patterns["not_title"]
        if barred or not folded or len(words) > _MOST_WORDS or ":" in title[:-1].partition(": ")[0]:
            return False
        if not (title[0].isupper() or title[0].isdigit()) or is_genre(title) or is_country(title):
            return False
        return not (is_furniture(title) or is_count(title) or is_section_head(title))
