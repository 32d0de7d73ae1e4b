"""How much speaks for a stretch of a page being its film's title: the one place where all signs are weighed.

What a stretch is set as, where it stands, which data stand beside it, how often the page says it again, and
what its own words say against it. Each sign has its weight here; what the signs are is told where they are
looked for.
"""

from __future__ import annotations

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.titles.headlines import Headline
from filmgraph.extraction.titles.title_cells import Cell
from filmgraph.extraction.titles.title_evidence import PageEvidence
from filmgraph.extraction.titles.title_furniture import is_award, is_presenting
from filmgraph.extraction.titles.title_layout import TitleLayout
from filmgraph.extraction.titles.title_letters import is_pulled_apart
from filmgraph.extraction.titles.title_marks import is_furniture, names_day, trim_title
from filmgraph.extraction.titles.title_signs import weigh_line
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_BULLETS = ("- ", "* ", "• ", "– ", "> ")
_SAID_AS_TITLE = 1.5
_MOST_BESIDE = 6.0


class TitleScale:
    """The weights, and what is known of a page before its first stretch is weighed.

    `first_head` is the first line right under which film data stand, `first_plain` the first that is none of
    what houses set over a title; `labelled_as` are the folded titles under labels of their own, `steps` the
    last steps of ways to the page, `places` the words of its menus, `mastheads` the lines over those; `owned`
    says that another line names a film beside its data.
    """

    def __init__(self, evidence: PageEvidence, layout: TitleLayout) -> None:
        self.evidence, self.layout = evidence, layout
        self.text, self.lines, self.gaps = evidence.text, evidence.lines.spans, evidence.lines.gaps
        self.taken, self.headings = evidence.hints.taken, evidence.headings
        self.first_head = self.first_plain = -1
        self.labelled_as: frozenset[str] = frozenset()
        self.steps: frozenset[str] = frozenset()
        self.places: frozenset[str] = frozenset()
        self.mastheads: frozenset[int] = frozenset()
        self.owned = False

    def weigh(self, cell: Cell, head: Headline, title: str, rank: int) -> float:
        """What speaks for a stretch being the title, less what speaks against it."""
        said = self.evidence.said(title, head.span)
        name = self._is_name(cell.line, head, title, said)
        beside = self._weigh_data(cell)
        score = self._weigh_form(cell, head, title, name) + self._weigh_place(cell, title, rank)
        score += said - self._weigh_words(cell.line, head, title, said)
        score += min(beside, _MOST_BESIDE) + self._weigh_head(cell, head, beside, said)
        score -= 4 * (cell.line in self.mastheads and said == 0)
        short = cell.line > 0 and len(title) <= 3
        score -= 3 * (short and not (head.dated or head.quoted or self._is_known(cell.line, title)))
        return score - (3 if is_given_name(title.partition(" ")[0]) else 1.5) * name

    def _is_known(self, n: int, title: str) -> bool:
        return n == self.first_plain or fold(title) in self.labelled_as

    def _is_name(self, n: int, head: Headline, title: str, said: float) -> bool:
        """Whether words are rather a name under the title: no label, rubric or sentence says otherwise."""
        told = fold(title) in self.labelled_as or head.reviewed or said >= _SAID_AS_TITLE
        return not told and self.layout.is_name_under(n, title)

    def _weigh_form(self, cell: Cell, head: Headline, title: str, name: bool) -> float:
        """What a stretch is set as: reviewed, quoted, dated, in capitals; and what the page repeats of it."""
        evidence, folded = self.evidence, fold(title)
        score = 3.0 * (f" {folded} " in evidence.page_title) + 3 * (folded in evidence.repeated and not name)
        score += (0, 2, 4)[head.reviewed] + 2 * (head.quoted and looks_like_title(title)) + 2 * head.made
        dated = head.dated and not (name and not title.isupper())
        score += 4 * (dated and not self.layout.is_listed(cell.line))
        score += 1.5 * (title.isupper() and len(title) > 3) + 2 * is_pulled_apart(head.span.of(self.text))
        score += 3 * (folded in self.labelled_as) + 2 * (folded in self.steps) - 4 * (folded in self.places)
        return score - 6 * (head.quoted and not head.reviewed and self._is_blurb(cell.line, title))

    def _weigh_place(self, cell: Cell, title: str, rank: int) -> float:
        """Where a stretch stands among the others."""
        n, line, alone = cell.line, self.lines[cell.line], cell.of == 1
        score = 1.0 - min(0.15 * rank, 3.0) + alone
        score += 0.5 * (n == 0 or self.gaps[n] > 0) + 5 * (n in self.headings) * alone
        score -= 5 * self.layout.is_beside_latin(n) + 3 * (cell.span.of(self.text)[:2] in _BULLETS)
        before = Span(line.start, cell.span.start).of(self.text).strip() if cell.place > 0 else ""
        score -= 2 * (before != "" and (is_furniture(before) or names_day(before))) + self._is_second(n)
        score -= 4 * self.layout.is_under_data(n) + 1.5 * self.layout.is_editors_line(n)
        return score + 8 * self._is_presented(n) - 3 * self.layout.is_among_credits(n)

    def _weigh_data(self, cell: Cell) -> float:
        """The film data on a stretch's line, and under it."""
        line, beside = self.lines[cell.line], 0.0
        if cell.of > 1:
            beside = 1.0 * weigh_line(self.text, trim_title(self.text, Span(cell.span.end, line.end)))
        if cell.place in (0, cell.of - 1):
            beside += max(self.evidence.below(cell.line), self._below_pair(cell.line))
        return beside

    def _weigh_words(self, n: int, head: Headline, title: str, said: float) -> float:
        """What the words themselves speak against being a title.

        A film may bear a person's name: where nothing stands over it, or its data stand under it, or the page
        goes on to say it.
        """
        over_all = n == self.first_head and n < min(self.taken, default=n + 1)
        set_apart = head.reviewed == 2 or head.dated or head.quoted or n in self.headings
        marked = n == 0 or over_all or set_apart or said >= _SAID_AS_TITLE or self._is_known(n, title)
        heads = self.layout.heads(n) or head.quoted or head.dated
        # A picture's credit, a label or a part may repeat the title: "Image: Rocks" under "Rocks".
        heads = heads or (n == self.first_plain and said >= _SAID_AS_TITLE)
        return self.evidence.against(title, fold(title), heads, marked)

    def _weigh_head(self, cell: Cell, head: Headline, beside: float, said: float) -> float:
        """What standing over the text or the data counts; less where another line names its film there."""
        n = cell.line
        told = beside >= 1.5 or said > 0 or not self.layout.is_over_deck(n)
        score = (1.0 if told else 0.6) * self.layout.over_prose(n)
        score += 1.5 * self._is_first_head(n) - 4 * self.layout.is_below_prose(n)
        if self.owned and cell.of == 1 and beside < 2.5 and n not in self.headings:
            score -= 1.5 * (not (head.reviewed or head.dated or head.made or said > 0))
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
