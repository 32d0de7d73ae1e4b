"""From candidates to facts: the one place that says who wins when two rules read the same words.

The order of resolution:

1. Nothing that stands in teasers or boilerplate, or that is said of another film, is credited, nor
   words that can be nobody's name (`name_gate`).
2. Where two rules read roles from overlapping names, the higher `priority`
   wins (credit blocks 80–100, label lists 60–79, prose below 60); the same rule
   may give one name several roles ("Writer-director").
3. Names are completed from the document (`references.resolve_names`).
4. One agent holds a role once. Of several statements the one that names a
   character, a territory or a company is kept, then the one of higher priority,
   then the earlier; the billing order of the list is kept in any case.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.names.name_gate import can_be_company, can_be_person
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.document import Span
from filmgraph.model.facts import (
    AgentKind,
    CreditFact,
    Evidence,
    FilmFacts,
    OtherFilmFact,
    SourceWorkFact,
    Stated,
    Unread,
)
from filmgraph.model.names import fold

MAX_QUOTE = 200
BLOCK, LABEL, PROSE, WEAK = 90, 70, 50, 30


class FoundCredit(NamedTuple):
    """A candidate credit: a role and a name where it stands.

    `name` is the span of the printed name, `agent` its fullest form known so
    far (at first the name as printed, a shared surname completed), `quote` the
    words that show the credit: from the label, or the start of the sentence,
    to the end of the name and its character (`build_quote` makes it).
    """

    role: str
    name: Span
    agent: str
    kind: AgentKind
    quote: Span
    rule: str
    section: str
    priority: int
    confidence: float = 0.95
    character: str | None = None
    territory: str | None = None
    through: str | None = None
    members: tuple[str, ...] = ()
    order: int | None = None
    note: str | None = None


_WHOLE_CREW = 7  # credits that no line about another film holds


class OtherSubject(NamedTuple):
    """A stretch of the page that speaks of another film: nothing in it is credited."""

    span: Span


Found = FoundCredit | SourceWorkFact | OtherFilmFact | Stated | Unread | OtherSubject


def build_quote(start: int, name: Span, end: int | None = None) -> Span:
    """The quote of a credit: from `start` (label or sentence) to the end of the name and its character.

    Where that would be longer than `MAX_QUOTE` characters, only the name with its character.
    """
    first = min(start, name.start)
    last = max(name.end, end or 0)
    return Span(first, last) if last - first <= MAX_QUOTE else Span(name.start, last)


def build_evidence(page: Page, span: Span, rule: str, section: str, confidence: float = 0.95) -> Evidence:
    """The evidence for a fact that is no credit; the quote is the document's text at `span`."""
    return Evidence(span, span.of(page.document.text), rule, section, confidence)


def settle(
    page: Page,
    found: Iterable[Found],
    resolve_names: Callable[[Page, Sequence[FoundCredit]], Sequence[FoundCredit]],
) -> FilmFacts:
    """The facts that the candidates of all extractors come to."""
    credits: list[FoundCredit] = []
    stated: dict[tuple[str, str], Stated] = {}
    works: dict[tuple[str, str], SourceWorkFact] = {}
    others: dict[tuple[str, str], OtherFilmFact] = {}
    unread: list[Unread] = []
    critics: list[Span] = []
    joined = page.text is not page.document.text
    elsewhere: list[Span] = []
    for f in found:
        if joined:
            f = _as_printed(page.document.text, f)
        if isinstance(f, FoundCredit):
            if page.kind_at(f.name.start) != "teasers" and _can_be_credited(f) and not _is_absent(page, f):
                credits.append(f)
        elif isinstance(f, Stated):
            stated.setdefault((f.field, fold(f.value)), f)
            if f.field == "critic":
                critics.append(f.evidence.span)
        elif isinstance(f, SourceWorkFact):
            works.setdefault((fold(f.title or ""), fold(f.author or "")), f)
        elif isinstance(f, OtherFilmFact):
            others.setdefault((fold(f.title), fold(f.director or "")), f)
        elif isinstance(f, OtherSubject):
            elsewhere.append(f.span)
        else:
            unread.append(f)
    credits = _without_others(credits, elsewhere)
    titles = {value for field, value in stated if field in ("title", "original_title")}
    credits = [f for f in credits if not (f.kind == "person" and fold(f.agent) in titles and _is_crew(f))]
    credits = _one_each(list(resolve_names(page, _without_overlaps(credits))))
    credits.sort(key=lambda f: (f.name.start, f.name.end, f.role))
    read = [*critics, *(f.name for f in credits)]
    return FilmFacts(
        document=page.document.sha256,
        film_key="1",
        stated=tuple(stated.values()),
        credits=tuple([_fact(page, f) for f in credits]),
        source_works=tuple(works.values()),
        other_films=tuple(others.values()),
        unread=tuple(_without_read(unread, read)),
    )


def _is_absent(page: Page, f: FoundCredit) -> bool:
    """Whether a bracket behind a name says that its bearer is not in the film: "(scenes deleted)"."""
    if not page.text.startswith((" (", " ["), f.name.end):
        return False
    inside = fold(page.text[f.name.end + 2 : f.name.end + 40])
    return inside.startswith(_absences())


@lru_cache(maxsize=1)
def _absences() -> tuple[str, ...]:
    return tuple(load_patterns("cast")["absent"])


def _can_be_credited(f: FoundCredit) -> bool:
    """Whether the words of a candidate can be a name of its kind (`name_gate`)."""
    if f.kind == "person":
        return can_be_person(f.agent)
    return f.kind == "team" or can_be_company(f.agent)


def _without_others(credits: list[FoundCredit], elsewhere: list[Span]) -> list[FoundCredit]:
    """The credits outside the stretches that speak of other films.

    The film that most of a page's credits belong to is the one that the page is about: where
    a stretch holds most of them, and a crew of them, it is the page's title that was not understood.
    """
    if not elsewhere:
        return credits
    own = [c for c in credits if not any(e.start <= c.name.start < e.end for e in elsewhere)]
    dropped = len(credits) - len(own)
    return credits if dropped > max(len(own), _WHOLE_CREW) else own


def _is_crew(f: FoundCredit) -> bool:
    """Whether a credit is no player's: "Image: Rocks" on a page about "Rocks" is a caption."""
    return f.role not in ("actor", "voice-actor") and " " not in f.agent


def _without_read(unread: list[Unread], read: list[Span]) -> Iterator[Unread]:
    """What is still unread when all is read, in reading order."""
    for f in sorted(unread, key=lambda u: (u.span.start, u.span.end)):
        if not any(f.span.start < span.end and span.start < f.span.end for span in read):
            yield f


def _as_printed(text: str, fact: Found) -> Found:
    """A fact with its quote as it stands in the document, line ends and all."""
    if isinstance(fact, FoundCredit | OtherSubject):
        return fact
    if isinstance(fact, Unread):
        return replace(fact, quote=fact.span.of(text))
    return replace(fact, evidence=replace(fact.evidence, quote=fact.evidence.span.of(text)))


def _without_overlaps(credits: list[FoundCredit]) -> list[FoundCredit]:
    """Of candidates on overlapping names that different rules read, those of the highest priority."""
    ranked = sorted(credits, key=lambda f: (-f.priority, f.name.start, f.name.end))
    longest = max([f.name.end - f.name.start for f in credits], default=0)
    starts: list[int] = []
    holders: list[FoundCredit] = []
    kept = []
    for f in ranked:
        start, rule, priority = f.name.start, f.rule, f.priority
        low = bisect_left(starts, start - longest)
        high = bisect_left(starts, f.name.end)
        for h in holders[low:high]:
            if h.name.end > start and h.rule != rule and h.priority != priority:
                break
        else:
            kept.append(f)
            at = bisect_right(starts, start)
            starts.insert(at, start)
            holders.insert(at, f)
    return kept


def _one_each(credits: list[FoundCredit]) -> list[FoundCredit]:
    """One credit for each agent and role (and character), the fullest statement of it."""
    groups: dict[tuple[str, str], list[FoundCredit]] = {}
    for f in credits:
        groups.setdefault((f.role, fold(f.agent)), []).append(f)
    kept: list[FoundCredit] = []
    for group in groups.values():
        if len(group) == 1:
            kept += group
            continue
        group.sort(key=lambda f: (_vagueness(f), -_detail(f), -f.priority, f.name.start))
        order = min((f.order for f in group if f.order), default=None)
        territory = next((f.territory for f in group if f.territory), None)
        best = group[0]
        if best.order != order or (territory and not best.territory):
            best = best._replace(order=order, territory=best.territory or territory)
        kept.append(best)
        seen = [fold(best.character or "")]
        for f in group[1:]:
            part = fold(f.character or "")
            new_part = part and f.priority >= LABEL and not any(part in s or s in part for s in seen)
            new_land = f.territory and f.territory != (best.territory or territory)
            if new_part or new_land:
                seen.append(part)
                kept.append(f)
    return kept


def _vagueness(f: FoundCredit) -> int:
    """0 for a character with a name, 1 for a mere description ("his sister"), 2 for none."""
    if f.character is None:
        return 2
    return int(f.character.islower())


def _detail(f: FoundCredit) -> int:
    stated = (f.character is not None) + (f.territory is not None) + (f.through is not None)
    return stated + len(f.members)


def _fact(page: Page, f: FoundCredit) -> CreditFact:
    quote = _without_lead(page.text, f.quote)
    evidence = Evidence(quote, quote.of(page.document.text), f.rule, f.section, f.confidence)
    printed = " ".join(f.name.of(page.text).split())
    return CreditFact(
        role=f.role,
        agent=f.agent,
        kind=f.kind,
        credited_as=printed,
        evidence=evidence,
        character=f.character,
        territory=f.territory,
        through=f.through,
        members=f.members,
        billing_order=f.order,
        note=f.note,
    )


def _without_lead(text: str, quote: Span) -> Span:
    """The quote from its first word on, not from the comma that parts it from the words before."""
    start = quote.start
    while start < quote.end and text[start] in " \t\r\n,;:.*":
        start += 1
    return quote if start == quote.start else Span(start, quote.end)
