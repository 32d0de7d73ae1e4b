"""What speaks for a stretch of a page being its film's title: the one place where all signs come together.

What a stretch is set as, where it stands, which data stand beside it, how often the page says it again, and
what its own words say against it. What each counts stands in `patterns/title_weights.txt`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.titles.headlines import Headline
from filmgraph.extraction.titles.title_cells import Cell
from filmgraph.extraction.titles.title_evidence import PageEvidence
from filmgraph.extraction.titles.title_furniture import is_award, is_presenting
from filmgraph.extraction.titles.title_layout import TitleLayout
from filmgraph.extraction.titles.title_letters import is_pulled_apart
from filmgraph.extraction.titles.title_marks import is_furniture, names_day, trim_title
from filmgraph.extraction.titles.title_signs import weigh_line
from filmgraph.extraction.titles.title_weights import Signs
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_BULLETS = ("- ", "* ", "• ", "– ", "> ")
_DATED_BELOW = 5.0
_SAID_AS_TITLE = 1.5
_MOST_BESIDE = 6.0
_MOST_RANK = 20
_DATA = 2.5
_DATA_LINE = 2
_MOST_DATE = 40
_LEAST_TRADE = 24
_DIGIT = re.compile(r"\d")
_BYLINE = re.compile(r"\||(?<!\w)[^\W\dA-Z]{2,}(?!\w)")
_MONTH = re.compile(r"[^\W\d_]{3,10}\.? (?:19|20)\d\d$")  # "March 2015"


# A sentence of the trade's about who made and who sells a film.
_TRADE = re.compile(
    r"(?i:\b(?:production|release|presentation)[,.;]|\b(?:distributed|released|photographed) by\b)"
)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """The verbs of an editor's sentence, which few titles have."""
    return frozenset(load_lines("titles")["is_word"]) | {"are", "has", "have", "sont", "sind", "sono", "son"}


# Before a page's own name: "© 2004 Reel Notes", "Subscribe to Reel Notes".
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright|welcome to|about|subscribe to|follow|join|support)\W{1,3}"
    r"(?:(?:19|20)\d\d\W{1,4}){0,2}(?=\w)"
)


class TitleScale:
    """The signs of stretches, and what is known of a page before its first stretch is weighed.

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
        plain = evidence.plain
        self.page_owner = "|".join(["", *[plain[m.end() : m.end() + 80] for m in _OWNER.finditer(plain)]])
        self.verbs = _verbs()
        self.data_lines = sorted([n for n, sign in evidence.hints.signs.items() if sign >= _DATA_LINE])

    def signs(self, cell: Cell, head: Headline, title: str, rank: int) -> Signs:
        """What speaks for a stretch being the title, and what speaks against it."""
        said = self.evidence.said(title, head.span)
        name = self._is_name(cell.line, head, title, said)
        beside = min(self._measure_data(cell), _MOST_BESIDE)
        signs: Signs = {"line": 1}
        signs.update(said=said, beside=beside, rank=min(rank, _MOST_RANK))
        self._note_page(signs, cell, head, title)
        self._note_form(signs, cell, head, title, name)
        self._note_place(signs, cell, title)
        self._note_head(signs, cell, head, beside, said)
        signs |= self._against(cell.line, head, title, said)
        if signs.get("credited") and beside >= _DATED_BELOW and signs.get("alone") and signs.get("repeated"):
            signs["headed_credited"] = signs.pop("credited")  # a film that is called as its heroine
        short = cell.line > 0 and len(title) <= 3
        signs.update(
            masthead=cell.line in self.mastheads and not (said or head.quoted or head.dated),
            short=short and not (head.dated or head.quoted or self._is_known(cell.line, title)),
        )
        if name:
            signs["given_name" if is_given_name(title.partition(" ")[0]) else "name"] = 1
        return signs

    def _is_known(self, n: int, title: str) -> bool:
        return n == self.first_plain or fold(title) in self.labelled_as

    def _is_name(self, n: int, head: Headline, title: str, said: float) -> bool:
        """Whether words are rather a name under the title: no label, rubric or sentence says otherwise."""
        told = fold(title) in self.labelled_as or head.reviewed or said >= _SAID_AS_TITLE
        return not told and self.layout.is_name_under(n, title)

    def _note_form(self, signs: Signs, cell: Cell, head: Headline, title: str, name: bool) -> None:
        """What a stretch is set as: reviewed, quoted, dated, in capitals; and what the page repeats of it."""
        evidence, folded = self.evidence, fold(title)
        signs.update(
            page_title=f" {folded} " in evidence.page_title,
            repeated=folded in evidence.repeated and not name,
            review_beside=head.reviewed == 1,
            reviewed=head.reviewed == 2 and not signs["reviews"],
            quoted=head.quoted and looks_like_title(title),
            made=head.made,
            dated=head.dated and not (name and not title.isupper()) and not self.layout.is_listed(cell.line),
            capitals=title.isupper() and len(title) > 3,
            apart=is_pulled_apart(head.span.of(self.text)),
            labelled=folded in self.labelled_as,
            step=folded in self.steps,
            menu=folded in self.places,
            blurb=head.quoted and not head.reviewed and self._is_blurb(cell.line, title),
        )

    def _note_place(self, signs: Signs, cell: Cell, title: str) -> None:
        """Where a stretch stands among the others."""
        n, line, alone = cell.line, self.lines[cell.line], cell.of == 1
        before = Span(line.start, cell.span.start).of(self.text).strip() if cell.place > 0 else ""
        signs.update(
            alone=alone,
            parted=n == 0 or self.gaps[n] > 0,
            heading=n in self.headings and alone,
            beside_latin=self.layout.is_beside_latin(n),
            bullet=cell.span.of(self.text)[:2] in _BULLETS,
            behind_furniture=before != "" and (is_furniture(before) or names_day(before)),
            second=self._is_second(n),
            under_data=self.layout.is_under_data(n),
            editors_line=self.layout.is_editors_line(n),
            presented=self._is_presented(n),
            among_credits=self.layout.is_among_credits(n),
        )

    def _note_page(self, signs: Signs, cell: Cell, head: Headline, title: str) -> None:
        """What the page says of the words besides: that they are its own name, a speaker's, or a studio's."""
        words = cell.span.of(self.text)
        lower, folded = title.lower(), fold(title)
        top = cell.line < 3 and cell.line + 1 < len(self.lines)
        below = self.lines[cell.line + 1].of(self.text)[:90] if top else ""
        patterns = self.evidence.patterns
        site, inside = patterns["site_kind"], fold(words).split()
        above = bisect_left(self.data_lines, cell.line)
        signs.update(
            behind_data=2 if above > 2 else above - 1 if above > 1 else 0,
            reviews=not patterns["reviews"].isdisjoint(inside),
            critic=self._is_critic(cell, head, title),
            slug=" " not in title and title.count("-") + title.count("_") > 1,
            studio=folded in patterns["house_name"],
            comma=words[-1] == "," and not head.made,
            trade=len(words) > _LEAST_TRADE and _TRADE.search(words) is not None,
            verb_inside=not self.verbs.isdisjoint(lower.split()[1:-1]),
            owner=f"|{lower}" in self.page_owner,
            motto=cell.line < 3
            and len(title) > len(words) - 4
            and self.evidence.sign(cell.line + 1) == 0
            and not site.isdisjoint(fold(below).split()),
            site=not site.isdisjoint(inside),
            one_given_name=" " not in title and is_given_name(title),
        )

    def _is_critic(self, cell: Cell, head: Headline, title: str) -> bool:
        """Whether words set like a name stand over or before a date, as whoever wrote the page does."""
        if cell.line == 0 or head.reviewed or head.quoted or " " not in title or title.isupper():
            return False
        behind = self.text[cell.span.end : self.lines[cell.line].end].strip()
        under = not behind and cell.line + 1 < len(self.lines)
        behind = self.lines[cell.line + 1].of(self.text) if under else behind
        if not 0 < len(behind) < _MOST_DATE or not _DIGIT.search(behind):
            return False
        if under and _BYLINE.search(behind):
            return False  # "By Ann Lee on August 24, 2012" stands under a title
        dated = is_furniture(behind) or names_day(behind) or _MONTH.match(behind) is not None
        return dated and len(title.split()) < 5 and looks_like_person(title)

    def _measure_data(self, cell: Cell) -> float:
        """The film data on a stretch's line, and under it."""
        line, beside = self.lines[cell.line], 0.0
        if cell.of > 1:
            beside = 1.0 * weigh_line(self.text, trim_title(self.text, Span(cell.span.end, line.end)))
        if cell.place in (0, cell.of - 1):
            beside += max(self.evidence.below(cell.line), self._below_pair(cell.line))
        return beside

    def _against(self, n: int, head: Headline, title: str, said: float) -> Signs:
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

    def _note_head(self, signs: Signs, cell: Cell, head: Headline, beside: float, said: float) -> None:
        """Standing over the text or the data; less where another line names its film there."""
        n = cell.line
        over = self.layout.over_prose(n)
        told = over and (beside >= 1.5 or said > 0 or not self.layout.is_over_deck(n))
        bare = self.owned and cell.of == 1 and beside < _DATA and n not in self.headings
        signs.update(
            over_prose=over and told,
            over_deck=over and not told,
            first_head=self._is_first_head(n),
            below_prose=self.layout.is_below_prose(n),
            unowned=bare and not (head.reviewed or head.dated or head.made or said > 0),
        )

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
