"""Words of a page that may be its film's title, each with a score: headlines, mastheads, quoted titles.

A title stands at the top, is said again in the prose or over the credits, and is
no rubric, country, company or person. None of these signs decides alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from filmgraph.extraction.countries import find_countries_by_year, is_country
from filmgraph.extraction.headlines import QUOTED, clean_headline
from filmgraph.extraction.lines import Lines
from filmgraph.extraction.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.title_marks import (
    is_furniture,
    is_plain_number,
    join_letters,
    opens_title,
    part_scripts,
)
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold

TitleKind = Literal["label", "headline", "original", "quoted", "masthead"]


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


_YEAR = re.compile(r"[(\[][^()\[\]]{0,40}?\b(?:18|19|20)\d\d\b[^()\[\]]{0,40}[)\]]")
_SPACED = re.compile(r"(?:\b[^\W\d_] ){5,}")
# Dots that lead from one column to another ("Paul ..... Ann Lee", "Paul... Ann Lee"): no title has them. A
# title may trail off, or go on in a bracket or in small letters ("… disputé... (ma vie sexuelle)").
_LEADERS = re.compile(r"\.{4}|\s(?:\.{3}|…)|(?:\.{3}|…)\s+[^\W\d_a-zà-öø-ÿ]")
_FILE = re.compile(r"(?=[.p@hw])(?:\.(?:jpe?g|png|gif|pdf|raf)\b|\bposter\b|@|https?:|www\.)")
_YEAR_IN = re.compile(r"\b(?:18|19|20)\d\d\b")
_CAMEL = re.compile(r"[a-z][A-Z]")
_DATE = re.compile(r"\b(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)\b")
_MEASURE = re.compile(r"\d+\s?(?:mn|min|mins|minutes|h|hours?|%|/)(?:\b|$)", re.I)
_NO_LETTERS = re.compile(r"[\W\d_]*$")
_VERB = re.compile(r"(?<=\S) (?=[A-Z][a-z]+[^s\W]s\s+\S+\s+\S)")
_PRESENTS = re.compile(
    r"^(?:présentent?|presents?|präsentier(?:t|en)|presenta(?:n|no)?|presenteren|presenteert)$", re.I
)
_FILM_BY = re.compile(r"^(?:an?|un|ein|een|una)\s+films?\s+\S", re.I)


@dataclass(frozen=True, slots=True)
class TitleHints:
    """What the rest of the page says about where its title cannot be, or may be.

    `taken` are the lines that hold a credit or a value, `names` the folded names
    that are credited: neither is a title. `runs` are the offsets of first labels
    that do not begin their line: a title may stand before them.
    """

    taken: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    runs: tuple[int, ...] = ()


@dataclass(slots=True)
class TitleCandidate:
    """Words that may be the title; `bracket` is what stands in brackets behind them."""

    title: Title
    score: float
    bracket: Span | None = None


def find_headings(lines: Lines) -> frozenset[int]:
    """The lines that are first-level headings, which a web page has for its title; none in plain text."""
    levels = enumerate(lines.levels) if 1 in lines.levels else ()
    return frozenset(n for n, level in levels if level == 1 and lines.blocks[n] == "heading")


def find_title_candidates(
    document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints
) -> list[TitleCandidate]:
    """The words that may be the title, those with the highest score first."""
    found = _Finder(document, lines, kinds, hints).candidates()
    return sorted(found, key=lambda c: (-c.score, c.title.span.start))


class _Finder:
    def __init__(self, document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> None:
        self.text, self.lines, self.kinds = lines.text, lines.spans, kinds
        self.taken, self.names, self.runs = hints.taken, hints.names, hints.runs
        self.headings = find_headings(lines)
        self.page_title = f" {fold(document.title)} "
        self.patterns = load_patterns("titles")
        self.plain = self.text[:20000].casefold().replace("’", "'")
        short = [
            fold(s.of(self.text)) for s, k in zip(lines.spans, kinds, strict=True) if s.end - s.start < 120
        ]
        counts = Counter(short)
        self.repeated = {s for s, count in counts.items() if count > 1}

    def candidates(self) -> Iterator[TitleCandidate]:
        """Lines at the top that may be the title, each with a score."""
        yield from self._before_labels()
        rank = 0
        below = False
        for i, line in enumerate(self.lines[:40]):
            words = line.of(self.text)
            below = below or self.kinds[i] == "body"
            if (
                self.kinds[i] in ("teasers", "body", "byline", "production", "crew", "cast")
                or i in self.taken
            ):
                continue
            if (self.kinds[i] == "strapline" and rank > 0) or len(words) > 160 or is_furniture(words):
                continue
            number = is_plain_number(words) and self._heads(i) and words not in self.patterns["rubric"]
            if _NO_LETTERS.match(words) and not number:
                continue
            span, bracket = clean_headline(self.text, line)
            place = find_countries_by_year(self.text, line)
            bracketed = place is not None and self.text[place.end : line.end].lstrip()[:1] == "("
            if (
                place
                and not bracketed
                and span.start + 1 < place.start < span.end
                and self.text[place.start - 1] not in "(["
            ):
                span, bracket = clean_headline(self.text, Span(span.start, place.start))
            span = trim_title(self.text, span)
            made = list(self._score(i, span, bracket, rank, below))
            if made:
                rank += 1
                yield from made
        yield from self._quoted()

    def _score(
        self, i: int, span: Span, bracket: Span | None, rank: int, below: bool
    ) -> Iterator[TitleCandidate]:
        line = self.lines[i]
        words = line.of(self.text)
        scripts = part_scripts(span.of(self.text))
        if scripts and not bracket:
            bracket = Span(span.start + scripts[1], span.start + scripts[1] + len(scripts[2]))
            span = Span(span.start, span.start + len(scripts[0]))
        title = " ".join(join_letters(span.of(self.text)).split())
        folded = fold(title)
        if _SPACED.search(title):
            return
        heads = self._heads(i)
        rubric = self.patterns["rubric"] | self.patterns["not_title"]
        if (
            not folded
            or folded in rubric
            or folded in self.names
            or (not title[0].isalnum() and title[0] not in "¡¿#$…" and not opens_title(title))
        ):
            return
        if (
            _LEADERS.search(title)
            or "\t" in words
            or _DATE.search(title)
            or _MEASURE.match(title)
            or len(title) > 110
            or (words[:1] in "([•" and not (heads and opens_title(words)))
        ):
            return
        score = 5 - 0.6 * rank + 2 * (self.kinds[i] == "headline") + 5 * (i in self.headings)
        score += 3 * (f" {folded} " in self.page_title)
        score += 2.5 * min(4, max(0, self._said(title)))
        # Under the credits, titles with years one below the other are other films: a filmography.
        near = [j for j in (i - 1, i + 1) if 0 <= j < len(self.lines)]
        listed = any(_YEAR.search(self.text, self.lines[j].start, self.lines[j].end) for j in near)
        below_credits = listed and i > min(self.taken, default=i) and i not in self.headings
        score += (1 if below_credits else 6) * (_YEAR.search(words) is not None) + 4 * (
            fold(words) in self.repeated or folded in self.repeated
        )
        score += 5 * bool(
            span != trim_title(self.text, line) and fold(words) != folded and "review" in words.lower()
        )
        score -= 6 * bool(_FILE.search(words.lower())) + 4 * bool(_CAMEL.search(title))
        score += 3 * heads
        score -= (2 if heads else 5) * any(
            w in self.patterns["rubric_word"] or w in self.patterns["site_word"] for w in folded.split()
        )
        score -= 3 * (title[-1] in ".!") * (len(title.split()) > 5)
        score -= 4 * (title[0].islower()) + 3 * (sum(w[0].islower() for w in title.split()) > 4)
        score += 2 * title.isupper() * (len(title) > 3)
        before = self.lines[i - 1].of(self.text) if i else ""
        after = self.lines[i + 1].of(self.text) if i + 1 < len(self.lines) else ""
        score -= 6 * below * (fold(words) not in self.repeated) + 6 * is_country(title)
        names = title.split()
        company = load_patterns("names")["company"]
        score -= 5 * (len(names) > 1 and (fold(names[-1]) in company or "films" in folded.split()))
        score -= 5 * (i > 0 and 2 <= len(names) <= 3 and is_given_name(names[0]) and looks_like_person(title))
        score += 9 * bool(_PRESENTS.match(before.strip())) + 5 * bool(_FILM_BY.match(after.strip()))
        yield TitleCandidate(Title(title, span, "headline"), score, bracket)
        yield from self._shorter(span, score, words)

    def _heads(self, i: int) -> bool:
        """Whether a line is the page's first, or its first heading, and stands right above the labels."""
        return (i == 0 or i in self.headings) and i + 1 in self.taken and i not in self.taken

    def _shorter(self, span: Span, score: float, words: str) -> Iterator[TitleCandidate]:
        """The part of a headline before or behind a colon, slash or verb, where it may be the title."""
        title = span.of(self.text)
        for mark in (": ", " – ", " - ", " — ", "/ ", " | ", ". "):
            at = title.find(mark)
            if at <= 0 or (mark == ". " and (at < 9 or "." in title[:at])):
                continue
            for part in (Span(span.start, span.start + at), Span(span.start + at + len(mark), span.end)):
                part = trim_title(self.text, part)
                folded = fold(part.of(self.text))
                rubrics = self.patterns["rubric"] | self.patterns["not_title"] | self.names
                if not folded or folded in rubrics:
                    continue
                gain = 2.5 * min(4, self._said(part.of(self.text)) - self._said(title)) - 1
                gain += 3 * part.of(self.text).isupper() * (not title.isupper())
                gain += 2 * (mark == "/ ") * (part.start == span.start)
                if gain > 0 or mark == "/ ":
                    other = None
                    if mark == "/ " and part.start == span.start:
                        other = trim_title(self.text, Span(span.start + at + len(mark), span.end))
                    yield TitleCandidate(
                        Title(" ".join(part.of(self.text).split()), part, "headline"), score + gain, other
                    )
        if "review:" in words.lower()[:16] and len(title.split()) > 5:
            verb = _VERB.search(title)
            if verb:
                part = Span(span.start, span.start + verb.start())
                yield TitleCandidate(Title(part.of(self.text), part, "headline"), score + 2)

    def _before_labels(self) -> Iterator[TitleCandidate]:
        """The words before the first label of a line that runs on: "Un conte de Noël Réalisateur X"."""
        for start in self.runs:
            line = next(s for s in self.lines if s.start <= start < s.end)
            span = Span(line.start, start)
            wide = span.of(self.text).find("  ")
            if wide > 0:
                span = Span(line.start, line.start + wide)
            span = trim_title(self.text, span)
            words = " ".join(span.of(self.text).split())
            if (
                (
                    words
                    and words[0].isupper()
                    and len(words) < 80
                    and fold(words) not in self.patterns["not_title"]
                )
                and not is_country(words)
                and not _YEAR_IN.search(words)
            ):
                yield TitleCandidate(Title(words, span, "masthead"), 4.0)

    def _quoted(self) -> Iterator[TitleCandidate]:
        """Quoted titles of the first paragraphs, by how often the page says them."""
        seen = 0
        for i, line in enumerate(self.lines):
            if self.kinds[i] in ("body", "strapline") and seen < 2:
                seen += self.kinds[i] == "body"
                for quoted in QUOTED.finditer(self.text, line.start, line.end):
                    group = quoted.lastindex or 1
                    words = quoted.group(group).strip(" ,.")
                    folded = fold(words)
                    if folded and folded not in self.names and words[:1].isupper():
                        span = Span(quoted.start(group), quoted.start(group) + len(words))
                        score = 0.5 + 2 * min(4, self._said(words)) - 2 * seen
                        yield TitleCandidate(Title(words, span, "quoted"), score)

    def _said(self, title: str) -> int:
        """How often the page says these words beside the one place."""
        words = " ".join(title.casefold().replace("’", "'").split())
        count, at = 0, self.plain.find(words) if words else -1
        while at >= 0 and count < 9:
            end = at + len(words)
            before = self.plain[at - 1 : at]
            count += not before.isalnum() and not self.plain[end : end + 1].isalnum()
            at = self.plain.find(words, end)
        return count - 1


def trim_title(text: str, span: Span) -> Span:
    """`span` without blanks and rules at its two ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "=*-–:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "=*-–"):
        end -= 1
    return Span(start, end)
