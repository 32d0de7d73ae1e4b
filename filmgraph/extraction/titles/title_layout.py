"""Where a line stands on its page, so far as that says whether it is the film's title.

Over the text or below it, right over the film's data, in a menu, among labelled
values or credits, a maker's name under a title, the same title in another script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_union
from filmgraph.extraction.titles.title_evidence import PageEvidence
from filmgraph.extraction.titles.title_furniture import is_section_head
from filmgraph.extraction.titles.title_idle import is_deck
from filmgraph.extraction.titles.title_marks import is_furniture, is_other_script
from filmgraph.model.names import fold, is_article

_YEAR_IN = re.compile(r"\b(?:18|19|20)\d\d\b")
_LABEL = re.compile(r"\W*[^\W\d_][^:\n]{1,40}?:\W{0,4}\s")
MOST_LINES = 60
_A_PARAGRAPH = 200


class TitleLayout:
    """The lines of a page, as they stand around what may be its title."""

    def __init__(self, evidence: PageEvidence) -> None:
        self.evidence, self.text, self.lines = evidence, evidence.text, evidence.lines.spans
        self.kinds, self.gaps, self.taken = evidence.kinds, evidence.lines.gaps, evidence.hints.taken
        self.headings, self.patterns = evidence.headings, evidence.patterns

    def top(self) -> Iterator[int]:
        """The lines at the top that are no sentences of prose and hold no credit."""
        for n in range(min(len(self.lines), MOST_LINES)):
            wide = n in self.taken and n < 3 and "  " in self.lines[n].of(self.text)[:400]
            if wide:
                yield n  # a whole page on one line
            elif n not in self.taken and self.kinds[n] not in (
                "teasers", "body", "byline", "production", "crew", "cast"
            ):  # fmt: skip
                yield n

    def is_labelled(self, n: int) -> bool:
        """Whether a line is one of several that begin with words and a colon: values of some label."""
        line = self.lines[n]
        if n == 0 or not _LABEL.match(self.text, line.start, line.end):
            return False
        near = [
            i for i, gap in ((n - 1, n), (n + 1, n + 1)) if 0 <= i < len(self.lines) and self.gaps[gap] == 0
        ]
        return any(_LABEL.match(self.text, self.lines[i].start, self.lines[i].end) for i in near)

    def is_editors_line(self, n: int) -> bool:
        """Whether a line is the editor's own under a title: "Le ministère des claquages de portes"."""
        if not (n > 0 and self.gaps[n] < 3 and n - 1 not in self.taken and self.kinds[n - 1] == "headline"):
            return False
        words = self.lines[n].of(self.text).split()
        return len(words) > 4 and sum([w[0].islower() for w in words]) >= len(words) / 2

    def is_over_deck(self, n: int) -> bool:
        """Whether the editor's words on a headline stand under line `n`: then it may be the editor's too."""
        if n + 1 == len(self.lines) or self.kinds[n + 1] not in ("headline", "other", "labels", "strapline"):
            return False
        words = self.lines[n + 1].of(self.text)[:160]
        return words[-1] != "." and is_deck(words)

    def is_among_credits(self, n: int) -> bool:
        """Whether a line stands inside a block of credits."""
        return n - 1 in self.taken and self.gaps[n] == 0 and self.evidence.sign(n - 1) >= 2

    def is_name_under(self, n: int, title: str) -> bool:
        """Whether words are set like a person's name, right under a short line: the maker's under a title."""
        parts = title.split()
        if n == 0 or self.gaps[n] > 1 or not 2 <= len(parts) <= 4 or not looks_like_person(title):
            return False
        if self.evidence.names_maker(n + 1) or self.evidence.names_maker(n + 2):
            return False
        if is_article(parts[0]) or any(c in title for c in ":,!?") or any(map(is_article, parts[1:-1])):
            return False
        above = self.lines[n - 1]
        words = above.of(self.text)
        furniture = (
            is_furniture(words)
            or is_section_head(words)
            or fold(words) in load_union("titles", "rubric", "not_title")
        )
        return (
            n - 1 not in self.taken
            and not furniture
            and above.end - above.start < 60
            and self.kinds[n - 1] in ("headline", "other", "labels")
        )

    def is_pair(self, n: int) -> bool:
        """Whether line `n` and the next stand close, are set alike (in capitals or not) and hold no data."""
        if n + 1 >= len(self.lines) or self.gaps[n + 1]:
            return False
        both = [self.lines[i].of(self.text) for i in (n, n + 1)]
        plain = all(
            i not in self.taken
            and self.kinds[i] in ("headline", "other")
            and self.evidence.sign(i) == 0
            and 1 < len(words) < 60
            and not (is_furniture(words) or self.evidence.is_passed_over(i))
            for i, words in zip((n, n + 1), both, strict=True)
        )
        return plain and both[0].isupper() == both[1].isupper() and both[1][0].isupper()

    def is_under_data(self, n: int) -> bool:
        """Whether a line stands under the maker or the year of a title over it: a tagline, a rubric."""
        if n < 2 or n in self.headings or self.gaps[n] > 1:
            return False
        above = self.lines[n - 2]
        titled = n - 2 not in self.taken and self.kinds[n - 2] in ("headline", "other")
        titled = titled and above.end - above.start < 80 and not is_furniture(above.of(self.text))
        return titled and self.evidence.sign(n - 1) >= 2.5 and self.evidence.sign(n - 2) == 0

    def find_first_head(self) -> int:
        """The first line of the page right under which a film's data stand."""
        for n in range(min(len(self.lines), MOST_LINES) - 1):
            if n in self.taken or self.evidence.sign(n) >= 1.5:
                continue
            below = n + 1
            while below + 1 < len(self.lines) and below < n + 3 and self.evidence.is_passed_over(below):
                below += 1
            if self.evidence.sign(below) >= (3 if self.kinds[below] == "byline" else 1.5):
                return n
        return -1

    def is_beside_latin(self, n: int) -> bool:
        """Whether a line in another script stands right over or under one in ours: the same title twice."""
        words = self.lines[n].of(self.text)
        if words.isascii() or fold(words).isascii() or not is_other_script(words):
            return False
        near = [i for i in (n - 1, n + 1) if 0 <= i < len(self.lines) and i not in self.taken]
        return any(self.lines[i].of(self.text)[0].isascii() for i in near)

    def over_prose(self, n: int) -> bool:
        """A short line that stands over the text, before anything else does."""

        def parts(i: int) -> bool:
            kind = self.kinds[i]
            if kind in ("body", "strapline"):
                return True
            words = self.lines[i].of(self.text)[:120]
            passed = self.evidence.is_passed_over(i) or is_furniture(words) or _is_name(words)
            return not (kind == "byline" or passed)

        below = next((i for i in range(n + 1, min(n + 6, len(self.lines))) if parts(i)), None)
        prose = below is not None and self.kinds[below] in ("body", "strapline")
        return prose and len(self.lines[n].of(self.text).split()) <= (7 if n else 12)

    def is_below_prose(self, n: int) -> bool:
        """Whether a paragraph of the text stands over a line."""
        return n > self._end_of_first_prose

    @cached_property
    def _end_of_first_prose(self) -> int:
        """The line with which the text has come to two hundred letters; behind the last if it never does."""
        letters = 0
        for n, line in enumerate(self.lines):
            letters += line.end - line.start if self.kinds[n] == "body" else 0
            if letters > _A_PARAGRAPH:
                return n
        return len(self.lines)

    def is_listed(self, n: int) -> bool:
        """Whether a line with a year stands among others, under the credits: a filmography."""
        near = [i for i in (n - 1, n + 1) if 0 <= i < len(self.lines)]
        listed = any(_YEAR_IN.search(self.text, self.lines[i].start, self.lines[i].end) for i in near)
        return listed and n > min(self.taken, default=n) and n not in self.headings

    def heads(self, i: int) -> bool:
        """Whether a line is the page's first, or its first heading, and stands right above the labels."""
        return (i == 0 or i in self.headings) and i + 1 in self.taken and i not in self.taken


def _is_name(words: str) -> bool:
    """Whether a line is a person's name and nothing else: the critic's, under the title."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and is_given_name(parts[0]) and looks_like_person(words)
