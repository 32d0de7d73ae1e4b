"""Several films on one page: where a listing or a column of capsules goes on to its next film.

Two signs tell it: lines that begin with a title and its year or certificate, each
with a director behind, and a second director's label, of another name, after a
set of labels. Where a title stands over each set, each film is read by itself.
Where it does not, only the first film is read, and the rest is left unread: a
credit on the wrong film is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from filmgraph.extraction.films.film_lists import find_entries
from filmgraph.extraction.labels.items import Item
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_union
from filmgraph.extraction.places import shift_facts
from filmgraph.extraction.titles.title_marks import is_furniture
from filmgraph.model.document import Document, Span
from filmgraph.model.facts import Evidence, FilmFacts, Stated, Unread
from filmgraph.model.names import fold

_HEAD = re.compile(
    r"(?P<title>[A-ZÀ-Þ0-9¡¿][^()\[\]\n:.;]{0,60}?)\s{1,4}[(\[](?:[^()\[\]\d\n]{0,30},\s)?"
    r"(?:(?P<year>(?:18[89]|19\d|20\d)\d)|G|PG|PG-13|R|NC-17|NR|U|UA|A|12A?|15|18)\b[^()\[\]\n]{0,40}[)\]]"
)
_DIRECTOR = re.compile(
    r"\b(?:Dir(?:ector|\.)?|D|Directed by|Regie|R|Réal(?:isation|\.)?|Regia|Dirección)\b\s?[:.]? "
)
_NAMES_APART = re.compile(r",|&|/|\band\b")
_HEAD_SIZE = 70  # no title and its blanks are longer than the pattern's 65
_MAX_HEAD = 90
_CAPSULE = 150  # characters behind a title and its certificate that make a capsule of it


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch of a page that is about one film; `title` and `year` where its head prints them.

    `read` is false for what follows the first film where nothing tells the others apart.
    """

    span: Span
    title: Span | None = None
    year: Span | None = None
    read: bool = True


def split_films(page: Page) -> tuple[Part, ...]:
    """The parts of a page that are about one film each; empty where the page is about one film."""
    return _by_heads(page) or _by_directors(page)


def _by_heads(page: Page) -> tuple[Part, ...]:
    """Films by lines that begin with "TITLE (1969)" or "Title (PG)" and have a director behind."""
    heads = []
    for line, kind in zip(page.lines, page.kinds, strict=True):
        front = page.text[line.start : line.start + _HEAD_SIZE]
        if ("(" in front or "[" in front) and kind != "teasers":
            match = _HEAD.match(page.text, line.start, line.end)
            if match:
                heads.append((line.start, match))
    if len(heads) < 2:
        return ()
    ends = [start for start, _ in heads[1:]] + [len(page.text)]
    directed = [
        _DIRECTOR.search(page.text, match.end(), min(end, match.end() + 1500)) is not None
        or (not match["year"] and end - match.end() > _CAPSULE)
        for (_, match), end in zip(heads, ends, strict=True)
    ]
    above = any("director" in i.label.roles and i.label.span.start < heads[0][0] for i in page.items)
    if above or sum(directed) < 2:
        return ()
    return tuple(
        Part(
            Span(start, end),
            Span(*match.span("title")),
            Span(*match.span("year")) if match["year"] else None,
        )
        for (start, match), end, known in zip(heads, ends, directed, strict=True)
        if known
    )


def _by_directors(page: Page) -> tuple[Part, ...]:
    """Films by their director's labels, at the title over each set of labels."""
    items = _director_items(page)
    if len(items) < 2:
        return ()
    heads = [_head_over(page, item) for item in items]
    starts = [page.lines[head].start if head is not None else None for head in heads]
    first = starts[0] or 0
    if heads[0] is not None and any(kind == "body" for kind in page.kinds[: heads[0]]):
        first = 0
    plain = [s for s in starts[1:] if s is not None]
    if len(plain) == len(items) - 1:
        cuts = [first, *plain, len(page.text)]
        titles = [page.lines[h] if h is not None else None for h in heads]
        if first == 0 and starts[0] != 0:
            titles[0] = None
        return tuple(
            Part(Span(a, b), t) for a, b, t in zip(cuts[:-1], cuts[1:], titles, strict=True) if a < b
        )
    cut = starts[1] if starts[1] is not None else page.lines[_top_of_set(page, items[1])].start
    return (Part(Span(0, cut)), Part(Span(cut, len(page.text)), read=False))


def _director_items(page: Page) -> list[Item]:
    """The first director's label of each film: other names than before, after other labels."""
    found: list[Item] = []
    names: set[str] = set()
    others = 0
    elsewhere: list[Span] | None = None
    unsure: list[tuple[Item, set[str]]] = []
    for item in page.items:
        # "Co-Director: X" in a list of one film's crew begins no other film.
        is_second = fold(item.label.span.of(page.text)).startswith("co ")
        # "D.: 89’" is a running time.
        is_figure = bool(item.values) and page.text[item.values[0].start].isdigit()
        if item.label.roles != ("director",) or not item.values or is_second or is_figure:
            others += bool(item.label.readings)
            continue
        held = {fold(p) for v in item.values for p in _NAMES_APART.split(v.of(page.text)) if fold(p)}
        on_own_line = item.separator in (":", "by") and (not found or found[-1].line < item.line)
        may_begin = not found or (others and on_own_line and not _shares(held, names))
        if found and elsewhere is None:
            if not may_begin:
                unsure.append((item, held))
                continue
            # Lists of other films are costly to find, and most pages have no second director.
            elsewhere = [e.extent for e in find_entries(page, page.text)]
            names.update(*[more for other, more in unsure if not _is_within(other, elsewhere)])
        if _is_within(item, elsewhere or ()):
            continue  # "Next week: “X”. Dir: Y": an entry of a list, not a film that the page goes on to
        if may_begin and not _shares(held, names):
            found.append(item)
            others = 0
        names |= held
    return found


def _is_within(item: Item, spans: Iterable[Span]) -> bool:
    return any(s.start <= item.label.span.start < s.end for s in spans)


def _shares(held: set[str], names: set[str]) -> bool:
    """Whether two sets of names have one in common, surnames alone counting."""
    families = {n.split()[-1] for n in names}
    return any(n.split()[-1] in families for n in held)


def _top_of_set(page: Page, item: Item) -> int:
    """The first line of the set of labels that an item belongs to."""
    labelled = {n for i in page.items if i.values for n in range(i.line, i.last_line + 1)}
    top = item.line
    while top > 0 and page.gaps[top] == 0 and top - 1 in labelled:
        top -= 1
    return top


def _head_over(page: Page, item: Item) -> int | None:
    """The line of the title right over an item's set of labels."""
    head = _top_of_set(page, item) - 1
    if head < 0 or any(i.line == head for i in page.items):
        return None
    line = page.lines[head]
    words = line.of(page.text)
    furniture = fold(words) in load_union("titles", "not_title", "rubric") or is_furniture(words)
    if furniture or len(words) > _MAX_HEAD or page.kinds[head] in ("teasers", "body", "byline"):
        return None
    stands = head == 0 or page.gaps[head] > 0
    plain = words[0].isupper() or words[0].isdigit()
    return head if stands and plain and words[-1] not in ".:,;" else None


def cut_document(document: Document, part: Span) -> Document:
    """A part of a document as a document of its own; the name of the whole stays."""
    blocks = tuple(
        replace(b, span=Span(max(0, b.span.start - part.start), min(b.span.end, part.end) - part.start))
        for b in document.blocks
        if b.span.start < part.end and part.start < b.span.end
    )
    return replace(document, text=part.of(document.text), blocks=blocks, title="")


def place_facts(facts: FilmFacts, part: Part, text: str, key: str) -> FilmFacts:
    """The facts of a part with their places in the whole `text`, its printed title and year first."""
    by = part.span.start
    if by:
        facts = shift_facts(facts, by)
    stated = list(facts.stated)
    for field, span in (("year", part.year), ("title", part.title)):
        if span is not None:
            evidence = Evidence(span, span.of(text), f"film-data/head-{field}", "headline", 0.95)
            value = " ".join(span.of(text).split())
            same = next((s for s in stated if s.field == field), None)
            if field == "title" and same and "(" in value and fold(same.value) in fold(value):
                continue
            stated = [Stated(field, value, evidence), *(s for s in stated if s.field != field)]
    return replace(facts, film_key=key, stated=tuple(stated))


def list_unread(page: Page, parts: Sequence[Part]) -> tuple[Unread, ...]:
    """The labelled lines of the parts that are not read."""
    lines = {
        (page.lines[i.line].start, page.lines[i.last_line].end)
        for i in page.items
        if i.label.readings
        and any(p.span.start <= i.label.span.start < p.span.end for p in parts if not p.read)
    }
    return tuple(
        Unread(Span(a, b), page.document.text[a:b], page.kind_at(a), "credits of another film on the page")
        for a, b in sorted(lines)
    )
