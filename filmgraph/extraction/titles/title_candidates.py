"""What on a page may be its film's title, each with how much speaks for it.

Candidates are the stretches at the top of a page and their parts, the words
before a run of labels or a line of film data, and quoted titles of the first
paragraphs. `title_evidence.py` and `title_layout.py` know what speaks for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.extraction.prose.quoted import looks_like_title
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
from filmgraph.extraction.titles.title_letters import is_pulled_apart
from filmgraph.extraction.titles.title_marks import (
    is_furniture,
    is_plain_number,
    opens_title,
    part_scripts,
    trim_title,
)
from filmgraph.extraction.titles.title_menus import find_last_steps, find_mastheads, find_menus, find_places
from filmgraph.extraction.titles.title_parts import TitleParts
from filmgraph.extraction.titles.title_signs import is_maker_line, weigh_line
from filmgraph.extraction.titles.title_words import Candidate, Title, read_title
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold

# Dots that lead from one column to another ("Paul ..... Ann Lee", "Paul... Ann Lee"): no title has them. A
# title may trail off, or go on in a bracket or in small letters ("… disputé... (ma vie sexuelle)").
_LEADERS = re.compile(r"\.{4}|\s(?:\.{3}|…)|(?:\.{3}|…)\s+[^\W\d_a-zà-öø-ÿ]")
_BEHIND_SLASH = re.compile(r"\s/\s*(?:18[89]|19\d|20\d)\d$")
_DATE = re.compile(r"\b(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)\b")
_MEASURE = re.compile(r"\d+\s?(?:mn|min|mins|minutes|h|hours?|%|/)(?:\b|$)", re.I)
_MINUTES = re.compile(r"[/|,.]\s*\d{2,3}\s?(?:mn|min|mins|minutes)\b", re.I)
_DIGIT = re.compile(r"\d")
_NO_LETTERS = re.compile(r"[\W\d_]*$")
_BULLETS = ("- ", "* ", "• ", "– ", "> ")
_TAGS = re.compile(r"[*#•]\S[^*#•]* [*#•]\S")  # "*Comedy *Youth", "#film #review"
_HOPELESS = -5.0
# What is left of "The Review" and is no title.
_ARTICLES = frozenset(
    "the a an le la les un une der die das ein eine il lo el los las o os as de het een".split()
)


def _is_when(words: str) -> bool:
    """Whether the words before a stretch say when something is shown: "On. 18.01 kl. 21:15"."""
    return is_furniture(words) or _DATE.search(words) is not None


def _names_somebody(title: str) -> bool:
    """Whether the second word is a given name: "De Ann Lee", not "Da Vinci Code"."""
    return is_given_name(title.split()[1:2][0]) if " " in title else False


class TitleFinder:
    """The candidates of one page; `labelled_as` are the folded titles under a label of their own."""

    def __init__(self, document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> None:
        self.text, self.lines, self.kinds = lines.text, lines.spans, kinds
        self.hints, self.taken, self.names, self.runs = hints, hints.taken, hints.names, hints.runs
        self.gaps = lines.gaps
        self.evidence = PageEvidence(document, lines, kinds, hints)
        self.layout = TitleLayout(self.evidence)
        self.parts, self.elsewhere = TitleParts(self.evidence), TitlesElsewhere(self.evidence)
        self.headings, self.patterns = self.evidence.headings, self.evidence.patterns
        self.first_head = self.first_plain = -1
        self.subjects: set[int] = set()
        self.mastheads: frozenset[int] = frozenset()
        self.steps: frozenset[str] = frozenset()
        self.places: frozenset[str] = frozenset()
        self.owned = False
        self.labelled_as: frozenset[str] = frozenset()
        self.sections = load_union("page", "prose_head", "crew_head", "cast_head")
        self.prose_labels = load_patterns("fields")["prose"]

    def candidates(self) -> Iterator[Candidate]:
        """Words at the top that may be the title, each with what speaks for it."""
        yield from self.elsewhere.before_labels()
        rank = 0
        self.subjects = {
            n
            for n, line in enumerate(self.lines[:8])
            if fold(line.of(self.text).partition(":")[0]) in self.patterns["subject"]
        }
        menus = find_menus(self.evidence, MOST_LINES)
        self.evidence.mute(menus)
        self.mastheads = find_mastheads(self.evidence, menus)
        steps = find_last_steps(self.evidence, menus)
        self.steps = frozenset(fold(span.of(self.text)) for span in steps)
        owned = tuple(self.elsewhere.with_data())
        self.owned = bool(owned)
        self.first_head = self.layout.find_first_head()
        top = [n for n in self.layout.top() if n not in menus]
        front = min(self.taken - menus, default=MOST_LINES)
        self.first_plain = next((n for n in top if n < front and self._is_plain(n)), -1)
        self.places = find_places(self.evidence, menus)
        for cell in cut_cells(self.text, self.lines, top):
            if self._is_set_aside(cell) or (
                cell.line not in self.subjects
                and cell.line != self.first_plain
                and self.layout.is_labelled(cell.line)
            ):
                continue
            made = list(self._readings(cell, rank))
            rank += bool(made)
            yield from made
        yield from self.elsewhere.before_data()
        yield from owned
        yield from self.elsewhere.steps(steps)
        yield from self.elsewhere.billed()
        yield from self.elsewhere.in_prose()
        yield from self.elsewhere.quoted()

    def _is_plain(self, n: int) -> bool:
        """Whether line `n` is none of what houses set over a title: a section, a date, their name."""
        words = self.lines[n].of(self.text)[:160]
        folded = fold(words)
        return not (
            n in self.mastheads
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
        head = clean_headline(self.text, span)
        span, bracket = trim_title(self.text, head.span), head.bracket
        scripts = part_scripts(span.of(self.text))
        if scripts and not bracket:
            bracket = Span(span.start + scripts[1].start, span.start + scripts[1].end)
            span = Span(span.start + scripts[0].start, span.start + scripts[0].end)
        title = read_title(self.text, span)
        if title is None or not self._may_be(cell, title):
            return
        score = self._weigh(cell, head, title, rank) + 3 * behind
        yield Candidate(Title(title, span, "headline"), score, bracket)
        # What a critic's headline quotes is the whole title; and no part of a stretch gains so much over the
        # whole that it could still come up to a title.
        hopeless = score < _HOPELESS and "/ " not in title
        if not (hopeless or (head.quoted and head.reviewed)):
            yield from self.parts.of(cell, span, score, rank, head.reviewed > 1)

    def _may_be(self, cell: Cell, title: str) -> bool:
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
            or is_country(title)
            or (cell.line > 0 and is_language(title))
        ):
            return False
        if is_maker_line(self.text, cell.span) and (title[0].islower() or _names_somebody(title)):
            return False  # "di Ann Lee" behind a rubric, "De Ann Lee | Par Ann Lee"
        if folded in _ARTICLES or len(title) > 110 or "\t" in words or _LEADERS.search(title):
            return False
        if _DIGIT.search(title) and (_DATE.search(title) or _MEASURE.match(title) or _MINUTES.search(title)):
            return False
        return words[:1] not in "([•" or opens_title(words)

    def _is_whole(self, cell: Cell, title: str) -> bool:
        """Whether a title is all that stands on its line."""
        line = self.lines[cell.line]
        return len(title) >= line.end - line.start

    def _weigh(self, cell: Cell, head: Headline, title: str, rank: int) -> float:
        """What speaks for a stretch being the title."""
        n, evidence, folded = cell.line, self.evidence, fold(title)
        line = self.lines[n]
        alone = cell.of == 1
        # A film may bear a person's name: where nothing stands over it, or its data stand under it.
        over_all = n == self.first_head and n < min(self.taken, default=n + 1)
        known = folded in self.labelled_as or n == self.first_plain
        marked = (
            n == 0
            or over_all
            or known
            or head.reviewed == 2
            or head.dated
            or head.quoted
            or n in self.headings
        )
        score = 1.0 - min(0.15 * rank, 3.0) + alone
        score += 0.5 * (n == 0 or self.gaps[n] > 0) + 5 * (n in self.headings) * alone
        name = folded not in self.labelled_as and not head.reviewed and self.layout.is_name_under(n, title)
        score += 3 * (f" {folded} " in evidence.page_title) + 3 * (folded in evidence.repeated and not name)
        score += (0, 2, 4)[head.reviewed] + 2 * (head.quoted and looks_like_title(title))
        score += (
            4 * (head.dated and not (name and not title.isupper()) and not self.layout.is_listed(n))
            + 2 * head.made
        )
        score += 1.5 * (title.isupper() and len(title) > 3) + 2 * is_pulled_apart(head.span.of(self.text))
        score -= 6 * (head.quoted and not head.reviewed and self._is_blurb(n, title))
        score -= 5 * self.layout.is_beside_latin(n) + 3 * (cell.span.of(self.text)[:2] in _BULLETS)
        score += 3 * (folded in self.labelled_as) + 2 * (folded in self.steps)
        tail = Span(cell.span.end, line.end)
        beside = 1.0 * weigh_line(self.text, trim_title(self.text, tail)) if not alone else 0.0
        if cell.place in (0, cell.of - 1):
            beside += max(evidence.below(n), self._below_pair(n))
        score -= self._is_second(n)
        score -= 2 * (cell.place > 0 and _is_when(Span(line.start, cell.span.start).of(self.text).strip()))
        score += (
            min(beside, 6.0)
            + evidence.said(title, head.span)
            - evidence.against(title, folded, self.layout.heads(n) or head.quoted or head.dated, marked)
        )
        score += 8 * self._is_presented(n)
        if self.owned and alone and beside < 2.5 and n not in self.headings:
            sure = head.reviewed or head.dated or head.made or evidence.said(title, head.span) > 0
            score -= 1.5 * (not sure)  # another line names the film beside its data
        score -= 4 * (n in self.mastheads and evidence.said(title, head.span) == 0)
        score -= 4 * self.layout.is_under_data(n) + 4 * (folded in self.places)
        score -= 1.5 * self.layout.is_editors_line(n)
        told = beside >= 1.5 or evidence.said(title, head.span) > 0 or not self.layout.is_over_deck(n)
        score += (
            (1.0 if told else 0.6) * self.layout.over_prose(n)
            - 4 * self.layout.is_below_prose(n)
            + 1.5 * self._is_first_head(n)
        )
        score -= 3 * (
            n > 0 and len(title) <= 3 and not (head.dated or head.quoted or known)
        ) + 3 * self.layout.is_among_credits(n)
        score -= (3 if is_given_name(title.partition(" ")[0]) else 1.5) * name
        return score

    def _is_first_head(self, n: int) -> bool:
        """Whether line `n` is the first that has film data under it, or the upper one of two that have."""
        first = self.first_head
        return n == (first - 1 if first > 1 and self.layout.is_pair(first - 1) else first)

    def _is_second(self, n: int) -> bool:
        """Whether line `n` is set as the line right over it is: a title's second line, or another title."""
        return n > 1 and self.layout.is_pair(n - 1) and self.evidence.below(n) > 0

    def _below_pair(self, n: int) -> float:
        """What speaks for the line under line `n` speaks for this one too, where both are set alike."""
        return self.evidence.below(n + 1) if n and self.layout.is_pair(n) else 0.0

    def _is_presented(self, n: int) -> bool:
        """Whether somebody presents what stands on line `n`: on the line above, prizes between them."""
        for i in range(n - 1, max(n - 3, -1), -1):
            above = self.lines[i].of(self.text)
            if is_presenting(above):
                return True
            if len(above) > 80 or not is_award(above):
                return False
        return False

    def _is_blurb(self, n: int, title: str) -> bool:
        """Whether quoted words are a paper's praise, or somebody's: "a film that you will not shake off"."""
        words = title.split()
        if title[-1] == "." and len(words) > 2:
            return True
        small = len(words) >= 5 and sum(w[0].islower() for w in words) * 2 > len(words)
        alone = len(words) < 9 and title[0].isupper() and title[-1] not in ".!,"
        return small and not (alone and self.evidence.below(n) >= 2)
