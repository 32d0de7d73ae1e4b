"""What on a page may be its film's title, each with how much speaks for it.

Candidates are the stretches at the top of a page and their parts, the words
before a run of labels or a line of film data, and quoted titles of the first
paragraphs. `title_evidence.py` and `title_layout.py` know what speaks for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from filmgraph.extraction.countries import find_countries_by_year, is_country
from filmgraph.extraction.headlines import QUOTED, Headline, clean_headline
from filmgraph.extraction.lines import Lines
from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.extraction.quoted import looks_like_title
from filmgraph.extraction.title_cells import Cell, cut_cells
from filmgraph.extraction.title_evidence import PageEvidence, TitleHints
from filmgraph.extraction.title_layout import TitleLayout
from filmgraph.extraction.title_marks import (
    is_furniture,
    is_plain_number,
    is_spaced,
    join_letters,
    opens_title,
    part_scripts,
    trim_title,
)
from filmgraph.extraction.title_signs import weigh_line
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


# Dots that lead from one column to another ("Paul ..... Ann Lee", "Paul... Ann Lee"): no title has them. A
# title may trail off, or go on in a bracket or in small letters ("… disputé... (ma vie sexuelle)").
_LEADERS = re.compile(r"\.{4}|\s(?:\.{3}|…)|(?:\.{3}|…)\s+[^\W\d_a-zà-öø-ÿ]")
_YEAR_IN = re.compile(r"\b(?:18|19|20)\d\d\b")
_BEHIND_SLASH = re.compile(r"\s/\s*(?:18[89]|19\d|20\d)\d$")
_DATE = re.compile(r"\b(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)\b")
_MEASURE = re.compile(r"\d+\s?(?:mn|min|mins|minutes|h|hours?|%|/)(?:\b|$)", re.I)
_DIGIT = re.compile(r"\d")
_NO_LETTERS = re.compile(r"[\W\d_]*$")
_PRESENTS = re.compile(
    r"(?:^|\s)(?:présentent?|presents?|präsentier(?:t|en)|presenta(?:n|no)?|presenteren|presenteert)$", re.I
)
_SMALL = frozenset(
    "the a an and of in on at to is it this that why how what when le la les un une des der die das ein eine"
    " il lo el los las os as de het een en y e et und".split()
)
_VERB = re.compile(r"(?<=\S) (?=[A-Z][a-z]+[^s\W]s\s+\S+\s+\S)")
_HOPELESS = -5.0
_PARTS = (": ", " – ", " - ", " — ", "/ ", ". ")


@dataclass(slots=True)
class Candidate:
    """Words that may be the title, what speaks for them, and a bracket that may be another title."""

    title: Title
    score: float
    bracket: Span | None = None


class TitleFinder:
    """The candidates of one page; `labelled_as` are the folded titles under a label of their own."""

    def __init__(self, document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> None:
        self.text, self.lines, self.kinds = lines.text, lines.spans, kinds
        self.hints, self.taken, self.names, self.runs = hints, hints.taken, hints.names, hints.runs
        self.gaps = lines.gaps
        self.evidence = PageEvidence(document, lines, kinds, hints)
        self.layout = TitleLayout(self.evidence)
        self.headings, self.patterns = self.evidence.headings, self.evidence.patterns
        self.first_head = -1
        self.subjects: set[int] = set()
        self.labelled_as: frozenset[str] = frozenset()
        self.sections = load_union("page", "prose_head", "crew_head", "cast_head")
        self.prose_labels = load_patterns("fields")["prose"]

    def candidates(self) -> Iterator[Candidate]:
        """Words at the top that may be the title, each with what speaks for it."""
        yield from self._before_labels()
        rank = 0
        self.subjects = {
            n
            for n, line in enumerate(self.lines[:8])
            if fold(line.of(self.text).partition(":")[0]) in self.patterns["subject"]
        }
        menus = self.layout.menus()
        self.evidence.mute(menus)
        self.first_head = self.layout.find_first_head()
        top = [n for n in self.layout.top() if n not in menus]
        for cell in cut_cells(self.text, self.lines, top):
            if self._is_set_aside(cell) or (
                self.layout.is_labelled(cell.line) and cell.line not in self.subjects
            ):
                continue
            made = list(self._readings(cell, rank))
            rank += bool(made)
            yield from made
        yield from self._before_data()
        yield from self._quoted()

    def _is_set_aside(self, cell: Cell) -> bool:
        """Whether a stretch is furniture by its form: a date, a country, a value, nothing but signs."""
        words = cell.span.of(self.text)
        if len(words) > 160 or is_furniture(words):
            return True
        number = (
            is_plain_number(words) and self.layout.heads(cell.line) and words not in self.patterns["rubric"]
        )
        return bool(_NO_LETTERS.match(words)) and not number

    def _readings(self, cell: Cell, rank: int) -> Iterator[Candidate]:
        """The title in a stretch, and its parts, each with what speaks for it."""
        span = cell.span
        place = find_countries_by_year(self.text, span)
        slash = "/" in span.of(self.text) and _BEHIND_SLASH.search(self.text, span.start, span.end)
        behind = False
        if place and span.start + 1 < place.start and self.text[place.end : span.end].lstrip()[:1] != "(":
            if self.text[place.start - 1] not in "([":
                span, behind = Span(span.start, place.start), True
        elif slash and slash.start() > span.start:
            span, behind = Span(span.start, slash.start()), True
        head = clean_headline(self.text, span)
        span, bracket = trim_title(self.text, head.span), head.bracket
        scripts = part_scripts(span.of(self.text))
        if scripts and not bracket:
            bracket = Span(span.start + scripts[1], span.start + scripts[1] + len(scripts[2]))
            span = Span(span.start, span.start + len(scripts[0]))
        title = self._title(span)
        if title is None or not self._may_be(cell, title):
            return
        score = self._weigh(cell, head, title, rank) + 3 * behind
        yield Candidate(Title(title, span, "headline"), score, bracket)
        # What a critic's headline quotes is the whole title; and no part of a stretch gains so much over the
        # whole that it could still come up to a title.
        hopeless = score < _HOPELESS and "/ " not in title
        if not (hopeless or (head.quoted and head.reviewed)):
            yield from self._parts(cell, span, score, rank, head.reviewed > 0)

    def _title(self, span: Span) -> str | None:
        words = span.of(self.text)
        title = " ".join(join_letters(words).split())
        if is_spaced(words) and " " not in title and len(title) > 14:
            return None  # whose words cannot be told apart
        if not title or (not title[0].isalnum() and title[0] not in "¡¿#$…" and not opens_title(title)):
            return None
        return title

    def _may_be(self, cell: Cell, title: str) -> bool:
        words = cell.span.of(self.text)
        folded = fold(title)
        if not folded and title.isascii():
            return False
        barred = load_union("titles", "rubric", "not_title", "version")
        if cell.of > 1 and folded in self.patterns["title_label"]:
            return False  # the head of a table
        if (
            _PRESENTS.match(title.partition(" ")[0])
            or folded in barred
            or (cell.line > 0 and (folded in self.sections or folded in self.prose_labels))
            or is_country(title)
        ):
            return False
        if len(title) > 110 or "\t" in words or _LEADERS.search(title):
            return False
        if _DIGIT.search(title) and (_DATE.search(title) or _MEASURE.match(title)):
            return False
        return words[:1] not in "([•" or opens_title(words)

    def _weigh(self, cell: Cell, head: Headline, title: str, rank: int) -> float:
        """What speaks for a stretch being the title."""
        n, evidence, folded = cell.line, self.evidence, fold(title)
        line = self.lines[n]
        alone = cell.of == 1
        # A film may bear a person's name: where nothing stands over it, or its data stand under it.
        over_all = n == self.first_head and n < min(self.taken, default=n + 1)
        marked = n == 0 or over_all or head.reviewed == 2 or head.dated or head.quoted or n in self.headings
        score = 1.0 - min(0.15 * rank, 3.0) + alone
        score += 0.5 * (n == 0 or self.gaps[n] > 0) + 5 * (n in self.headings) * alone
        name = self.layout.is_name_under(n, title)
        score += 3 * (f" {folded} " in evidence.page_title) + 3 * (folded in evidence.repeated and not name)
        score += (0, 2, 4)[head.reviewed] + 2 * (head.quoted and looks_like_title(title))
        score += 4 * (head.dated and not self.layout.is_listed(n)) + 2 * head.made
        score += 1.5 * (title.isupper() and len(title) > 3) + 2 * is_spaced(head.span.of(self.text))
        score -= 6 * (head.quoted and not head.reviewed and self._is_blurb(title))
        score -= 5 * self.layout.is_beside_latin(n)
        score += 3 * (folded in self.labelled_as)
        tail = Span(cell.span.end, line.end)
        beside = 1.0 * weigh_line(self.text, trim_title(self.text, tail)) if not alone else 0.0
        if cell.place in (0, cell.of - 1):
            beside += evidence.below(n)
        score -= 2 * (
            cell.place > 0 and is_furniture(Span(line.start, cell.span.start).of(self.text).strip())
        )
        score += (
            min(beside, 6.0)
            + evidence.said(title, head.span)
            - evidence.against(title, folded, self.layout.heads(n), marked)
        )
        before = self.lines[n - 1].of(self.text) if n else ""
        score += 8 * bool(_PRESENTS.search(before[-20:]))  # the longest of its words has twelve letters
        score -= 1.5 * self.layout.is_editors_line(n)
        score += self.layout.over_prose(n) - 4 * self.layout.is_below_prose(n) + 1.5 * (n == self.first_head)
        score -= 3 * (n > 0 and len(title) <= 3) + 3 * name + 3 * self.layout.is_among_credits(n)
        return score

    def _is_blurb(self, title: str) -> bool:
        """Whether quoted words are a paper's praise: "a film that you will not shake off"."""
        words = title.split()
        return len(words) >= 5 and sum(w[0].islower() for w in words) * 2 > len(words)

    def _parts(
        self, cell: Cell, span: Span, score: float, rank: int, reviewed: bool = False
    ) -> Iterator[Candidate]:
        """The part of a headline that the page says again: beside a mark, its first words or its last."""
        title = span.of(self.text)
        whole = self.evidence.said(title, span)
        for mark in _PARTS:
            at = title.find(mark)
            if at <= 0 or (mark == ". " and (at < 9 or "." in title[:at])):
                continue
            first = Span(span.start, span.start + at)
            last = Span(span.start + at + len(mark), span.end)
            for part in (first, last):
                slash = mark == "/ " and part is first
                tagline = mark != "/ " and self.text[last.start].islower()
                gain = (
                    self._gain(part, whole)
                    - 1
                    - 2 * (mark != "/ " and not tagline and self._is_title_case(title))
                )
                gain += 2 * (tagline and part is first)
                gain = max(gain, 1.0) if slash and gain > -6 else gain
                if gain > 0:
                    other = trim_title(self.text, last) if mark == "/ " and part is first else None
                    yield from self._part(part, score + gain, other)
        for quoted in QUOTED.finditer(self.text, span.start, span.end):
            inner = Span(*quoted.span(quoted.lastindex or 1))
            if looks_like_title(inner.of(self.text)):
                yield from self._part(inner, score + 2 * (rank < 2) + self._gain(inner, whole))
        verb = _VERB.search(title) if reviewed and len(title.split()) > 5 else None
        if verb:
            yield from self._part(Span(span.start, span.start + verb.start()), score + 2)
        if whole == 0 and cell.line < 12 and not title.isupper() and 2 < len(title.split()) < 16:
            yield from self._phrases(span, score)

    def _is_title_case(self, title: str) -> bool:
        """Whether what follows a mark is set as a title, not as a line of the editor's."""
        return title.isupper() or looks_like_title(title)

    def _gain(self, part: Span, whole: float) -> float:
        part = trim_title(self.text, part)
        words = part.of(self.text)
        folded = fold(words)
        if not folded or folded in load_union("titles", "rubric", "not_title") or folded in self.names:
            return -9.0
        return self.evidence.said(words, part) - whole - self.evidence.against(words, folded)

    def _part(self, span: Span, score: float, bracket: Span | None = None) -> Iterator[Candidate]:
        span = trim_title(self.text, clean_headline(self.text, trim_title(self.text, span)).span)
        title = self._title(span)
        if title and not is_country(title) and fold(title) not in self.patterns["not_title"]:
            yield Candidate(Title(title, span, "headline"), score, bracket)

    def _phrases(self, span: Span, score: float) -> Iterator[Candidate]:
        """The first words of an essay's headline, or its last, that the prose says again."""
        words = [m.span() for m in re.finditer(r"\S+", span.of(self.text))]
        starts = [span.start + a for a, _ in words]
        ends = [span.start + b for _, b in words]
        phrases = [Span(span.start, end) for end in ends[-2::-1]] + [Span(a, span.end) for a in starts[1:]]
        for phrase in phrases:
            phrase = trim_title(self.text, Span(phrase.start, phrase.end))
            text = phrase.of(self.text).strip(",;:")
            if (
                len(text) < 3
                or fold(text) in _SMALL
                or not (text[0].isupper() or text[0].isdigit())
                or text[-2:] in ("'s", "’s")
            ):
                continue
            said = self.evidence.said(text, phrase)
            if (
                said >= 2.5
                and fold(text) not in self.patterns["rubric"]
                and fold(text) not in self.patterns["not_title"]
            ):
                cut = Span(phrase.start, phrase.start + len(text))
                against = self.evidence.against(text, fold(text))
                yield Candidate(Title(" ".join(text.split()), cut, "headline"), score + said - against)
                return

    def _before_labels(self) -> Iterator[Candidate]:
        """The words before the first label of a line that runs on: "Un conte de Noël Réalisateur X"."""
        for start in self.runs:
            line = next(s for s in self.lines if s.start <= start < s.end)
            span = Span(line.start, start)
            wide = span.of(self.text).find("  ")
            if wide > 0:
                span = Span(line.start, line.start + wide)
            span = trim_title(self.text, span)
            words = " ".join(span.of(self.text).split())
            plain = (
                words
                and words[0].isupper()
                and len(words) < 80
                and fold(words) not in self.patterns["not_title"]
            )
            if plain and not is_country(words) and not _YEAR_IN.search(words):
                score = 6.0 + self.evidence.said(words, span) - self.evidence.against(words, fold(words))
                yield Candidate(Title(words, span, "masthead"), score)

    def _before_data(self) -> Iterator[Candidate]:
        """The words that begin a line of credits: "Rosetta, Belgium 1999. Director: …"."""
        for n in self.taken:
            line = self.lines[n] if n < len(self.lines) else Span(0, 0)
            near = Span(line.start, min(line.end, line.start + 120))
            if self.kinds[n] == "teasers" or not any(map(str.isdigit, near.of(self.text))):
                continue
            place = find_countries_by_year(self.text, near)
            if place is None or not line.start + 1 < place.start < line.start + 80:
                continue
            span = trim_title(self.text, Span(line.start, place.start))
            title = self._title(clean_headline(self.text, span).span)
            words = span.of(self.text)
            if not title or words[-1:] in "/-":
                continue
            told = self.evidence.said(title, span) > 0 or self.hints.signs.get(n, 0) >= 3
            if told and "." not in words and ":" not in words and words.count(",") <= 1:
                inner = trim_title(self.text, clean_headline(self.text, span).span)
                score = 6.0 + self.evidence.said(title, inner) - self.evidence.against(title, fold(title))
                yield Candidate(Title(title, inner, "masthead"), score)

    def _quoted(self) -> Iterator[Candidate]:
        """Quoted titles of the first paragraphs, by how often the page says them."""
        seen = 0
        for i, line in enumerate(self.lines):
            if seen < 2 and self.kinds[i] in ("body", "strapline"):
                seen += self.kinds[i] == "body"
                for quoted in QUOTED.finditer(self.text, line.start, line.end):
                    group = quoted.lastindex or 1
                    words = quoted.group(group).strip(" ,.")
                    folded = fold(words)
                    if folded and folded not in self.names and (words[0].isupper() or words[0].isdigit()):
                        span = Span(quoted.start(group), quoted.start(group) + len(words))
                        said = self.evidence.said(words, span)
                        if not (said or looks_like_title(words)):
                            continue
                        score = 4.0 + said - 2 * seen
                        score += 2.5 * (quoted.start() == line.start and seen <= 1)
                        yield Candidate(Title(words, span, "quoted"), score)
