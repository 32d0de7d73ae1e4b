"""A page: a document's lines and sections, the labels on them, and the film's titles.

What is read here is what several extractors need: the kinds of the lines come
from `sections.py`, the labelled values from `items.py`, the titles from `titles.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from filmgraph.catalogs.roles import RoleCatalog, load_roles
from filmgraph.extraction.labels.candidates import NO_LABELS, LineLabels, read_labels
from filmgraph.extraction.labels.items import Item, find_items
from filmgraph.extraction.labels.lexicon import Lexicon, load_lexicon
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.text.countries import is_country, is_language
from filmgraph.extraction.text.lines import Lines, split_lines
from filmgraph.extraction.text.sections import Section, SectionKind, build_sections, find_kinds, tell_stories
from filmgraph.extraction.titles.title_evidence import TitleHints, find_headings
from filmgraph.extraction.titles.title_furniture import is_section_head
from filmgraph.extraction.titles.title_words import Title
from filmgraph.extraction.titles.titles import find_titles
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold, is_article

__all__ = ["Page", "Section", "SectionKind", "build_page", "cut_page"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A document cut into lines and sections.

    `text` is what is read: the document's, with a blank at line ends that part nothing. Quotes are cut
    from the document.
    `lines` are the spans of the non-empty lines, blanks trimmed, in order;
    `kinds` holds the section kind of each line; `gaps` says for each line how
    many empty lines stand before it. `labels` are the words of each line that
    count as labels, `items` the labelled values in reading order; `releases` the
    sentences of the trade that name distributors and companies ("A X release of
    a Y production"); `starts` is where each section begins.
    """

    document: Document
    text: str
    layout: Lines
    lines: tuple[Span, ...]
    gaps: tuple[int, ...]
    kinds: tuple[SectionKind, ...]
    sections: tuple[Section, ...]
    labels: tuple[LineLabels, ...]
    items: tuple[Item, ...]
    releases: tuple[Span, ...]
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    memo: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple([section.span.start for section in self.sections]))

    @property
    def titles(self) -> tuple[Title, ...]:
        """The film's titles, the best first."""
        return self.once("titles", self._find_titles)

    def _find_titles(self) -> tuple[Title, ...]:
        hints = _hints_for_titles(self.text, self.lines, self.items)
        return tuple(find_titles(self.document, self.layout, self.kinds, hints))

    @property
    def lower(self) -> str:
        """The text in small letters, in which rules look for what they cannot do without."""
        return self.once("lower", self.text.lower)

    @property
    def tokens(self) -> frozenset[str]:
        """What stands between the blanks of the text, each once."""
        return self.once("tokens", lambda: frozenset(self.text.split()))

    @property
    def words(self) -> frozenset[str]:
        """The page's words in small letters, by which rules know whether they need look at all."""
        return self.once("words", lambda: frozenset(_WORDS.findall(" ".join(self.tokens).lower())))

    @property
    def claimed(self) -> frozenset[int]:
        """The lines that a label and its value take."""
        return self.once(
            "claimed",
            lambda: frozenset([n for i in self.items for n in range(i.line, i.last_line + 1)]),
        )

    @property
    def free(self) -> tuple[int, ...]:
        """The lines that no label takes, outside prose and teasers: few where credits have their labels.

        What stands under no label is looked for in these alone.
        """
        return self.once("free", self._find_free)

    def _find_free(self) -> tuple[int, ...]:
        claimed = self.claimed
        return tuple(
            [n for n, k in enumerate(self.kinds) if k != "body" and k != "teasers" and n not in claimed]
        )

    def once(self, key: Hashable, find: Callable[[], T]) -> T:
        """What `find` gives, looked for only the first time that an extractor asks for `key`.

        For what several extractors need of the same words and none of them changes.
        """
        if key not in self.memo:
            self.memo[key] = find()
        found: T = self.memo[key]
        return found

    def of_kind(self, *kinds: SectionKind) -> Iterator[Section]:
        """The sections of these kinds, in reading order."""
        return (s for s in self.sections if s.kind in kinds)

    def kind_at(self, offset: int) -> SectionKind:
        """The kind of the section that holds `offset` ("other" between sections)."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and offset < self.sections[at].span.end:
            return self.sections[at].kind
        return "other"


# Small letters by their ranges, which is matched faster than "a letter, but no digit".
_WORDS = re.compile("[a-zß-öø-ʯ\u0370-\u1fff]+")
# Whose names stand on a page of any film: no title stands before a run of these.
_TRADE = frozenset({"press-agent", "distributor", "sales-agent", "presenter", "production-company"})
_LINKS = frozenset(("from", "of", "without", "about"))
_MADE_BY = frozenset({"producer", "production-company"})
_DATED = re.compile(r"\b(?:18[89]|19\d|20\d)\d\b")
_OF = re.compile(r"(?i:by|de|di|da|par|von|van|door|por) [^\W\d_a-z]")


def build_page(document: Document, roles: RoleCatalog | None = None, aside: Sequence[Span] = ()) -> Page:
    """Cut a document into lines and sections and find the labelled values.

    `roles` is the catalog whose labels count; the project's own where none is given.
    The lines in `aside` are about other films, as teasers are.
    """
    lexicon = load_lexicon(roles or load_roles())
    lines = split_lines(document)
    kinds = find_kinds(lines.text, lines)
    if aside:
        kinds = tuple(
            "teasers" if any(a.start <= line.start < a.end for a in aside) else kind
            for line, kind in zip(lines.spans, kinds, strict=True)
        )
    labels = read_labels(lines.text, lines, kinds, lexicon)
    cards = _cards_of_others(lines, labels) if "card" in lines.blocks else ()
    if cards:
        kinds = tuple(["teasers" if n in cards else kind for n, kind in enumerate(kinds)])
        labels = tuple([NO_LABELS if n in cards else found for n, found in enumerate(labels)])
    return _page_of(document, lines, kinds, labels, lexicon)


def _cards_of_others(lines: Lines, labels: Sequence[LineLabels]) -> frozenset[int]:
    """The lines of a page's cards, but for those under a label: "Cast" may stand over cards of people."""
    found: list[int] = []
    headed = False
    for n, kind in enumerate(lines.blocks):
        if kind == "card":
            if n and lines.blocks[n - 1] != "card":
                end = lines.spans[n - 1].end - 2  # a colon may stand behind it
                headed = any(c.label.readings and c.label.span.end >= end for c in labels[n - 1].found)
            found += () if headed else (n,)
    return frozenset(found)


def cut_page(page: Page, document: Document, roles: RoleCatalog) -> Page:
    """The page of a `document` that is the first part of another page's, up to the start of a line.

    What a line is and which labels stand on it hangs on no line below it, and is not looked for again.
    """
    size = bisect_left(page.lines, Span(len(document.text), 0))
    lines = page.layout.first(size, len(document.text))
    return _page_of(document, lines, page.kinds[:size], page.labels[:size], load_lexicon(roles))


def _page_of(
    document: Document,
    lines: Lines,
    kinds: tuple[SectionKind, ...],
    labels: tuple[LineLabels, ...],
    lexicon: Lexicon,
) -> Page:
    """The page of lines whose kinds and labels are known."""
    text = lines.text
    items, releases = find_items(text, lines, kinds, labels, lexicon)
    items = tuple(_without_headline(text, lines, kinds, items))
    labelled = {n for item in items if item.label.readings for n in range(item.line, item.last_line + 1)}
    kinds = tell_stories(text, lines, kinds, labelled)
    sections = tuple(build_sections(lines.spans, kinds))
    return Page(document, text, lines, lines.spans, lines.gaps, kinds, sections, labels, items, releases)


def _hints_for_titles(text: str, lines: Sequence[Span], items: tuple[Item, ...]) -> TitleHints:
    """The lines that hold a credit or a value, the credited names, and where runs of labels begin."""
    taken: set[int] = set()
    names: set[str] = set()
    signs: dict[int, float] = {}
    for item in items:
        if _has_no_value(text, lines, item):
            continue
        if item.label.field != "prose" and item.values:
            # What is no value of the film's may still be a rating or a head: it says less.
            sign = 3.0 if "director" in item.label.roles else 1.0 if item.label.field == "skip" else 2.0
            signs[item.line] = min(5.0, max(signs.get(item.line, 0.0) + 0.5, sign))
        if "presenter" in item.label.roles:
            continue
        if item.label.field != "prose" and not (item.label.field == "critic" and item.line == 0):
            taken |= {item.line, item.last_line}
        if item.label.readings:
            names |= {fold(v.of(text)) for v in item.values if v.end - v.start < 60}
    return TitleHints(frozenset(taken), frozenset(names), tuple(_run_starts(lines, items)), signs)


def _has_no_value(text: str, lines: Sequence[Span], item: Item) -> bool:
    """Whether what a label is read with can be none of its values, so that its line may be a title.

    "45 Years – what the ice kept" names no year, "In the Bedroom" no language; "Adaptation." over "USA 2002"
    credits nobody.
    """
    values = [value.of(text) for value in item.values]
    if item.label.field == "year":
        return not any(c.isdigit() for value in values for c in value)
    if item.label.field == "language":
        first = [word.strip(".,;") for value in values for word in value.split()[:3]]
        return bool(values) and item.separator == "" and not any(map(is_language, first))
    if item.separator == "" and values and values[0].partition(" ")[0].lower() in _LINKS:
        return True  # "SCENES FROM A MARRIAGE"
    under = len(values) == 1 and item.values[0].start >= lines[item.line].end
    made = item.label.readings and _MADE_BY.isdisjoint(item.label.roles)
    return bool(under and made and _DATED.search(values[0]) and is_country(values[0]))


def _without_headline(
    text: str, lines: Lines, kinds: Sequence[SectionKind], items: tuple[Item, ...]
) -> Iterator[Item]:
    """The labelled values but one that is the page's headline: "The Son", "The Producers", "Cast Away".

    A film may be called what a label is called. The first line of a page (or its
    first heading) is no label where no name stands behind it and none under it:
    another label, a byline, a bracket or prose.
    """
    top = {0, *find_headings(lines)}
    on_line = Counter(item.line for item in items)
    credited = {item.line for item in items if item.label.readings and item.values}
    for item in items:
        if "actor" in item.label.roles and _hosts_section(text, lines, item):
            continue
        headline = item.line in top and on_line[item.line] == 1 and bool(credited - {item.line})
        if not (headline and _is_headline(text, lines, kinds, item)):
            yield item


def _hosts_section(text: str, lines: Lines, item: Item) -> bool:
    """Whether a cast's word stands behind a section's head: "FILM CHOICE with Ann Lee" is her column."""
    line = lines.spans[item.line]
    before = text[line.start : item.label.span.start].strip()
    return item.line < 3 and 0 < len(before) < 40 and is_section_head(before)


def _is_headline(text: str, lines: Lines, kinds: Sequence[SectionKind], item: Item) -> bool:
    line = lines.spans[item.line]
    if item.values and text[item.values[0].start] == "(" and ":" not in line.of(text):
        return True  # "The Son (Le fils)"
    if item.separator == "," and is_article(item.values[0].of(text) if item.values else ""):
        return True  # "Son, The"
    if item.separator not in ("", "\n") or any(c in line.of(text) for c in ":|\t"):
        return False
    if not item.values:
        return True
    if item.values[0].start < line.end:
        value = item.values[0].of(text)
        return item.last_line == item.line and (" " not in value.strip() or value.strip()[:1] == "(")
    below = item.line + 1
    plain = kinds[below] not in ("byline", "strapline", "body")
    value = item.values[0].of(text)
    named = value[0] < "\u0370" and (looks_like_person(value) or looks_like_company(value))
    return (
        not plain
        or not named
        or text[lines.spans[below].start] == "("
        or bool(_OF.match(lines.spans[below].of(text)))
    )


def _is_films(item: Item) -> bool:
    """Whether a label is of who made a film or of its data: "Publicity", "Distributor" and "tel" are not."""
    return not _TRADE.issuperset(item.label.roles) or item.label.field in ("year", "runtime", "country")


def _run_starts(lines: Sequence[Span], items: tuple[Item, ...]) -> list[int]:
    """Where the first label stands in lines of three and more labels that do not begin with one."""
    by_line: dict[int, list[Item]] = {}
    for item in items:
        by_line.setdefault(item.line, []).append(item)
    return [
        found[0].label.span.start
        for n, found in by_line.items()
        if (
            (len(found) >= 3 and any(_is_films(item) for item in found))
            or found[0].label.field in ("title", "original_title")
        )
        and 2 < found[0].label.span.start - lines[n].start < 90
    ]
