"""The prose of a page, masked once for all the rules that read sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from filmgraph.extraction.page import Page, SectionKind
from filmgraph.extraction.prose.capital_names import sets_names_in_capitals
from filmgraph.extraction.prose.declined import in_nominative, is_polish
from filmgraph.extraction.prose.full_names import names_of
from filmgraph.extraction.prose.masking import PROSE_KINDS, Piece, Setting, clear_signs, join_pieces, mask
from filmgraph.extraction.prose.name_places import places_of
from filmgraph.extraction.prose.own_film import (
    find_biographies,
    find_labelled_directors,
    find_own_forms,
    find_own_titles,
    find_prose_directors,
)
from filmgraph.extraction.prose.quoted import find_quotations, quotes_titles
from filmgraph.extraction.prose.runs import RunWords
from filmgraph.extraction.prose.unquoted import find_unquoted_titles
from filmgraph.extraction.references import References, build_references
from filmgraph.extraction.text.sentences import is_prose
from filmgraph.model.document import Span
from filmgraph.model.names import fold

MAX_PIECE = 20_000
_TOLD_HEAD = 60  # so long are the sentences before the labels of a paragraph at least
_CREDIT_KINDS: tuple[SectionKind, ...] = ("production", "crew", "labels", "other", "cast", "byline")
# A section of credits is masked only where it may speak of a source work or another film. Three patterns
# over lower-case text, none of which begins with a choice: such are found several times as fast as one.
_WORTH_MASKING = (
    re.compile(
        r"\W(?:bas|inspir|suggest|adapt|drawn|taken|derived|cull|remake|rework|from|after|out of|d['’]apr"
        r"|tir[ée]|nach|vorlage|verfilm"
        r"|tratt|ispir|dal|gebaseerd|geïnspireerd|naar|efter|bygger|podstawie|seg[uú]n|a partir|novel|book"
        r"|play|comic|graphic|memoir"
        r"|roman|livre|pièce|libro|buch|bande)"
    ),
    re.compile(r"\) as [^\W\d_]"),
    re.compile(r"irect\w*:? [^\n(]{3,60}\("),
)
# The colon first, then the label before it: a pattern that begins with plain signs is found faster.
_MONONYM = re.compile(
    r": (?:(?<=\bDirector: )|(?<=\bScreenwriter: )|(?<=\bWriter: )|(?<=\bMusic: )|(?<=\bComposer: )"
    r"|(?<=\bEditor: ))([a-z]{4,20})(?= [A-Z]|\s*$)",
    re.M,
)


@dataclass(frozen=True)
class Prose:
    """The masked prose of a page: `pieces` of headline, strapline and body, `teasers`, `credits`.

    `story` joins the pieces but for lives of the director. `own_titles` are the
    folded titles of the film under review, `own_title` the first as printed.
    `directors` are the names that a label, or else the prose, gives as the film's
    directors. `block_names` are the folded full names in the credits;
    `quotes_titles` says whether the house quotes films.
    """

    page: Page
    pieces: tuple[Piece, ...]
    story: Piece
    teasers: tuple[Piece, ...]
    credits: tuple[Piece, ...]
    own_titles: frozenset[str]
    own_title: str | None
    references: References
    directors: tuple[str, ...]
    quotes_titles: bool
    block_names: frozenset[str]

    def section_at(self, offset: int) -> SectionKind:
        """The kind of the piece that holds a document offset."""
        at = bisect_right(self._starts, offset)
        return self.pieces[at - 1].section if at else "body"

    @cached_property
    def _starts(self) -> list[int]:
        return [p.starts[0] if p.masked else 0 for p in self.pieces]

    def is_director(self, name: str) -> bool:
        """Whether a printed name is the film's director's."""
        return fold(self.references.resolve(name)) in self._folded_directors

    @cached_property
    def _folded_directors(self) -> frozenset[str]:
        return frozenset(fold(self.references.resolve(d)) for d in self.directors)


def read_prose(page: Page) -> Prose:
    """Mask a page's prose, and those other sections that may name a source work or another film."""
    text = clear_signs(page.text)
    spans = sorted([*_stretches(page, PROSE_KINDS), *_told_heads(page)], key=_by_start)
    sections = [s.span for s in page.sections]
    quotations = tuple(find_quotations(text, sections))
    own, own_title = find_own_titles(page, quotations)
    block, said = list(_block_names(page)), list(_prose_names(page))
    references = build_references(dict.fromkeys([*block, *said]))
    body = [s for kind, s in spans if kind != "headline"]
    in_body = [q for q in quotations if page.kind_at(q.span.start) in ("strapline", "body")]
    setting = Setting(
        own_titles=own,
        own_forms=find_own_forms(page),
        quotations=quotations,
        quotes_titles=quotes_titles(text, in_body, own, body),
        words=RunWords(text[:200_000], page.tokens, frozenset(references.by_surname)),
        places=places_of(page) if text is page.text else None,
        mononyms=_mononyms(text[:100_000]),
    )
    directors = find_labelled_directors(page)
    if not setting.quotes_titles:
        makers = tuple(
            dict.fromkeys(d.split()[-1] for d in directors if d.strip() and len(d.split()[-1]) > 2)
        )
        capitals = sets_names_in_capitals(text, body)
        titles = {
            s: tuple(
                find_unquoted_titles(
                    _on_one_line(text, s), makers if kind != "headline" else (), names_in_capitals=capitals
                )
            )
            for kind, s in spans
        }
        sure = _sure_titles(text, body, titles, references)
        setting = replace(setting, unquoted=sure, titles_at=titles)
    lives = find_biographies(page, directors)
    pieces = tuple(mask(text, span, kind, setting, is_biography=span.start in lives) for kind, span in spans)
    if is_polish(text):
        pieces = tuple(in_nominative(piece, text, references.preferred.keys()) for piece in pieces)
    return Prose(
        page=page,
        pieces=pieces,
        story=join_pieces(p for p in pieces if not p.is_biography),
        teasers=tuple(mask(text, s, k, setting) for k, s in _stretches(page, ("teasers",))),
        credits=tuple(
            mask(text, s, k, setting)
            for k, s in _stretches(page, _CREDIT_KINDS)
            if _is_worth_masking(s.of(text))
        ),
        own_titles=own,
        own_title=own_title,
        references=references,
        directors=tuple(dict.fromkeys(d if " " in d else references.resolve(d) for d in directors))
        or find_prose_directors(pieces, references),
        quotes_titles=setting.quotes_titles,
        block_names=frozenset(map(fold, block)),
    )


def _mononyms(text: str) -> tuple[str, ...]:
    """The names that labels give in small letters."""
    return tuple(sorted(set(_MONONYM.findall(text))))


def _is_worth_masking(words: str) -> bool:
    lower = f" {words.lower()}"
    return any(pattern.search(lower) for pattern in _WORTH_MASKING)


def _sure_titles(
    text: str, spans: list[Span], titles: Mapping[Span, tuple[Span, ...]], references: References
) -> tuple[str, ...]:
    """The unquoted titles that their setting makes sure at one place of the prose, to be known at others."""
    found: set[str] = set()
    for span in spans:
        plain = _on_one_line(text, span)
        found |= {title.of(plain) for title in titles[span]}
    return tuple(sorted(t for t in found if len(t) > 4 and not references.knows(t)))


def _on_one_line(text: str, span: Span) -> str:
    return span.of(text).replace("\r", " ").replace("\n", " ")


def _prose_names(page: Page) -> Iterator[str]:
    for section in page.of_kind("strapline", "body"):
        yield from names_of(page, _first(section.span))


def _block_names(page: Page) -> Iterator[str]:
    """Full names in the sections that are no prose, in reading order."""
    for section in page.of_kind("production", "crew", "cast", "labels", "other"):
        for name in names_of(page, _first(section.span)):
            if len(name.split()) <= 4:
                yield name


def _by_start(stretch: tuple[SectionKind, Span]) -> int:
    return stretch[1].start


def _first(span: Span) -> Span:
    return span if span.end - span.start <= MAX_PIECE else Span(span.start, span.start + MAX_PIECE)


def _stretches(page: Page, kinds: tuple[SectionKind, ...]) -> Iterator[tuple[SectionKind, Span]]:
    """Stretches of lines of one kind; lines of prose that only the margin parts are one stretch."""
    start: int | None = None
    for i, line in enumerate(page.lines):
        kind = page.kinds[i]
        if kind not in kinds:
            start = None
            continue
        goes_on = i + 1 < len(page.lines) and page.kinds[i + 1] == kind and page.gaps[i + 1] == 0
        if start is None:
            start = line.start
        joins = _wrapped(page.text, line) if kind in PROSE_KINDS else kind != "teasers"
        if goes_on and joins and page.lines[i + 1].end - start < MAX_PIECE:
            continue
        for part in range(start, line.end, MAX_PIECE):
            yield kind, Span(part, min(line.end, part + MAX_PIECE))
        start = None


def _told_heads(page: Page) -> Iterator[tuple[SectionKind, Span]]:
    """The sentences with which a paragraph begins that ends in labels ("Lee directed. Editor: X").

    Only below other prose, so that what stands over a list is none.
    """
    first = {item.line: item.label.span.start for item in reversed(page.items)}
    below = False
    for i, line in enumerate(page.lines):
        kind = page.kinds[i]
        below = below or kind == "body"
        if not below or kind not in ("other", "labels") or first.get(i, 0) < line.start + _TOLD_HEAD:
            continue
        end = page.text.rfind(". ", line.start, first[i]) + 1
        if end > line.start + _TOLD_HEAD and is_prose(page.text[line.start : end]):
            yield "body", Span(line.start, end)


def _wrapped(text: str, line: Span) -> bool:
    """Whether a line breaks off at the margin rather than ending."""
    length = line.end - line.start
    return 40 <= length <= 110 and (text[line.end - 1] not in '.!?”"»:' or length >= 60)
