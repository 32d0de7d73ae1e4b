"""What on a page may be its film's title, each with how much speaks for it.

Candidates are the stretches at the top of a page and their parts, the words
before a run of labels or a line of film data, and quoted titles of the first
paragraphs. `title_evidence.py` and `title_layout.py` know what speaks for each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.extraction.text.countries import find_countries_by_year, is_country, is_language
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.titles.headlines import Headline, clean_headline
from filmgraph.extraction.titles.title_cells import Cell, cut_cells
from filmgraph.extraction.titles.title_elsewhere import TitlesElsewhere
from filmgraph.extraction.titles.title_evidence import PageEvidence, TitleHints
from filmgraph.extraction.titles.title_furniture import (
    is_award,
    is_count,
    is_genre,
    is_house,
    is_presenting,
    is_running_head,
    is_section_head,
)
from filmgraph.extraction.titles.title_idle import is_showing
from filmgraph.extraction.titles.title_layout import MOST_LINES, TitleLayout
from filmgraph.extraction.titles.title_marks import (
    is_furniture,
    is_plain_number,
    names_day,
    opens_title,
    part_scripts,
    trim_title,
)
from filmgraph.extraction.titles.title_mentions import TitleMentions
from filmgraph.extraction.titles.title_menus import find_last_steps, find_mastheads, find_menus, find_places
from filmgraph.extraction.titles.title_parts import TitleParts
from filmgraph.extraction.titles.title_scale import TitleScale
from filmgraph.extraction.titles.title_signs import is_maker_line
from filmgraph.extraction.titles.title_words import Candidate, Title, read_title
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold

# Dots that lead from one column to another ("Paul ..... Ann Lee", "Paul... Ann Lee"): no title has them. A
# title may trail off, or go on in a bracket or in small letters ("… disputé... (ma vie sexuelle)").
_LEADERS = re.compile(r"\.{4}|\s(?:\.{3}|…)|(?:\.{3}|…)\s+[^\W\d_a-zà-öø-ÿ]")
_BEHIND_SLASH = re.compile(r"\s/\s*(?:18[89]|19\d|20\d)\d$")
_MEASURE = re.compile(r"\d+\s?(?:mn|min|mins|minutes|h|hours?|%|/)(?:\b|$)", re.I)
_MINUTES = re.compile(r"[/|,.]\s*\d{2,3}\s?(?:mn|min|mins|minutes)\b", re.I)
_DIGIT = re.compile(r"\d")
_NO_LETTERS = re.compile(r"[\W\d_]*$")
_TAGS = re.compile(r"[*#•]\S[^*#•]* [*#•]\S")  # "*Comedy *Youth", "#film #review"
_PLACE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?")
_GRADE = re.compile(r"(\w)\1{2,}|[A-F][+–-]")  # "TTTT", "NNNNN", "A+"
_CERTIFICATE = re.compile(r"(?:TV-)?PG(?:[- ]?13)?|NC-?17|FSK ?\d+|TV-(?:G|14|MA)|R|U|NR")
_IN_BRACKET = re.compile(
    r"(?<=[^\W_])[”\"’»]? \([^()\n]{0,40}(?:18[89]|19\d|20\d)\d[^()\n]*\)"
)  # "Fat City (USA 1972)"
_HOPELESS = -5.0
_DATA = 2.5
# What is left of "The Review" and is no title.
_ARTICLES = frozenset(
    "the a an le la les un une der die das ein eine il lo el los las o os as de het een".split()
)


def _names_somebody(title: str) -> bool:
    """Whether the second word is a given name: "De Ann Lee", not "Da Vinci Code"."""
    return is_given_name(title.split()[1:2][0]) if " " in title else False


class TitleFinder:
    """The candidates of one page, each with its weight on the page's scale."""

    def __init__(self, document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> None:
        self.text, self.lines, self.kinds = lines.text, lines.spans, kinds
        self.hints, self.taken, self.names, self.runs = hints, hints.taken, hints.names, hints.runs
        self.gaps = lines.gaps
        self.evidence = PageEvidence(document, lines, kinds, hints)
        self.layout = TitleLayout(self.evidence)
        self.parts, self.elsewhere = TitleParts(self.evidence), TitlesElsewhere(self.evidence)
        self.headings, self.patterns = self.evidence.headings, self.evidence.patterns
        self.scale = TitleScale(self.evidence, self.layout)
        self.subjects: set[int] = set()
        self.loose: set[int] = set()
        self.mentions = TitleMentions(self.evidence)
        self.sections = load_union("page", "prose_head", "crew_head", "cast_head")
        self.prose_labels = load_patterns("fields")["prose"]

    def candidates(self) -> Iterator[Candidate]:
        """Words at the top that may be the title, each with what speaks for it."""
        yield from self.elsewhere.before_labels()
        yield from self.elsewhere.in_capitals()
        rank = 0
        self.subjects = {
            n
            for n, line in enumerate(self.lines[:8])
            if fold(line.of(self.text).partition(":")[0]) in self.patterns["subject"]
        }
        menus = find_menus(self.evidence, MOST_LINES)
        self.evidence.mute(menus)
        self.scale.mastheads = find_mastheads(self.evidence, menus)
        steps = find_last_steps(self.evidence, menus)
        self.scale.steps = frozenset(fold(span.of(self.text)) for span in steps)
        owned = tuple(self.elsewhere.with_data())
        self.scale.owned = any("data_line" in candidate.signs for candidate in owned)
        for n in self._titled_lines():
            self.evidence.own(n, 0.4)
        self.scale.first_head = self.layout.find_first_head()
        top = [n for n in self.layout.top() if n not in menus]
        front = min(self.taken - menus, default=MOST_LINES)
        self.scale.first_plain = next((n for n in top if n < front and self._is_plain(n)), -1)
        self.scale.places = find_places(self.evidence, menus)
        for cell in cut_cells(self.text, self.lines, top):
            if self._is_set_aside(cell) or (
                cell.line not in self.subjects
                and cell.line != self.scale.first_plain
                and self.layout.is_labelled(cell.line)
            ):
                continue
            made = list(self._readings(cell, rank))
            rank += bool(made)
            yield from made
        yield from self.elsewhere.before_data()
        yield from self.elsewhere.in_brackets()
        yield from owned
        yield from self.elsewhere.steps(steps)
        yield from self.elsewhere.billed()
        yield from self.mentions.in_prose()
        yield from self.mentions.quoted()

    def _titled_lines(self) -> Iterator[int]:
        """The lines that bear a title before the year in their bracket: their data are that one's."""
        for year in _IN_BRACKET.finditer(self.text, 0, self.lines[:MOST_LINES][-1].end if self.lines else 0):
            n = bisect_right(self.evidence.starts, year.start()) - 1
            if self.kinds[n] != "body":
                head = clean_headline(self.text, self.lines[n])
                if head.dated and not is_maker_line(self.text, self.lines[n]):
                    yield n

    def _is_plain(self, n: int) -> bool:
        """Whether line `n` is none of what houses set over a title: a section, a date, their name."""
        words = self.lines[n].of(self.text)[:160]
        folded = fold(words)
        return not (
            n in self.scale.mastheads
            or self._is_set_aside(Cell(self.lines[n], n))
            or is_section_head(words)
            or is_award(words)
            or is_house(words)
            or folded in load_union("titles", "rubric", "not_title", "version")
            or folded in load_patterns("outlets")["outlet"]
        )

    def _is_set_aside(self, cell: Cell) -> bool:
        """Whether a stretch is furniture by its form: a date, a country, a value, nothing but signs."""
        words = cell.span.of(self.text)
        if len(words) > 160 or is_furniture(words) or is_count(words) or is_showing(words):
            return True
        if cell.of > 1 and cell.line < 2 and is_running_head(self.lines[cell.line].of(self.text)):
            return True
        if cell.of > 1 and _CERTIFICATE.fullmatch(words):
            return True
        if _GRADE.fullmatch(words) or (cell.of > 1 and len(words) == 1 and not words.isdigit()):
            return True
        number = (
            is_plain_number(words)
            and (self.layout.heads(cell.line) or self._is_headed(cell.line))
            and words not in self.patterns["rubric"]
        )
        return bool(_NO_LETTERS.match(words) or _TAGS.match(words)) and not number

    def _is_headed(self, n: int) -> bool:
        """Whether a section's head stands over line `n`, and its maker under it: "1917" under "Reviews"."""
        above = self.lines[n - 1].of(self.text) if n else "Film"
        return is_section_head(above) and self.evidence.names_maker(n + 1)

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
        opened = span.of(self.text).rfind("(") if behind else -1
        if opened > 0 and self.text.find(")", span.start + opened, span.end) < 0:
            span = Span(span.start, span.start + opened)  # "Rosetta (1999 Belgium" without its country
        head = clean_headline(self.text, span)
        span, bracket = trim_title(self.text, head.span), head.bracket
        scripts = part_scripts(span.of(self.text))
        if scripts and not bracket:
            bracket = Span(span.start + scripts[1].start, span.start + scripts[1].end)
            span = Span(span.start + scripts[0].start, span.start + scripts[0].end)
        title = read_title(self.text, span)
        if title is None or not self._may_be(cell, head, title):
            return
        signs = self.scale.signs(cell, head, title, rank)
        if behind:
            signs["behind_country"] = 1
        if scripts:
            signs["two_scripts"] = 1
        whole = Candidate(Title(title, span, "headline"), signs, bracket)
        yield whole
        # What a critic's headline quotes is the whole title; and no part of a stretch gains so much over the
        # whole that it could still come up to a title.
        hopeless = whole.score < _HOPELESS and "/ " not in title
        if not (hopeless or (head.quoted and head.reviewed)):
            yield from self.parts.of(cell, whole, rank, head.reviewed > 1)

    def _is_over_data(self, cell: Cell) -> bool:
        """Whether a stretch is the first plain line, over film data: "Brazil" is a title there."""
        n = cell.line
        plain = cell.of == 1 and n == self.scale.first_plain and _PLACE.fullmatch(cell.span.of(self.text))
        return bool(plain) and self.evidence.below(n) >= _DATA

    def _may_be(self, cell: Cell, head: Headline, title: str) -> bool:
        words = cell.span.of(self.text)
        folded = fold(title)
        if not folded and title.isascii():
            return False
        barred = load_union("titles", "rubric", "not_title", "version")
        if cell.of > 1 and folded in self.patterns["title_label"]:
            return False  # the head of a table
        if (
            is_presenting(title)
            or (cell.line > 0 and not self._is_whole(cell, title) and is_genre(title))
            or folded in barred
            or (cell.line > 0 and (folded in self.sections or folded in self.prose_labels))
            or (is_country(title) and not (head.quoted or head.reviewed or self._is_over_data(cell)))
            or (cell.line > 0 and is_language(title))
        ):
            return False
        if is_maker_line(self.text, cell.span) and (title[0].islower() or _names_somebody(title)):
            return False  # "di Ann Lee" behind a rubric, "De Ann Lee | Par Ann Lee"
        if folded in _ARTICLES or len(title) > 110 or "\t" in words or _LEADERS.search(title):
            return False
        if _DIGIT.search(title) and (names_day(title) or _MEASURE.match(title) or _MINUTES.search(title)):
            return False
        return words[:1] not in "([•" or opens_title(words)

    def _is_whole(self, cell: Cell, title: str) -> bool:
        """Whether a title is all that stands on its line."""
        line = self.lines[cell.line]
        return len(title) >= line.end - line.start
