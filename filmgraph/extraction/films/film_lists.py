"""Lists of other films on a page: related titles, next week's film, a filmography, a line of the programme.

A head says what is listed ("See also:", "Next week:", "Filmography", "Du même
réalisateur"); behind it, or on the lines below, stand titles with or without a
director. A line that begins with a title and its bracket is an entry of a
programme. Whatever an entry says of its film's people is not about the film under
review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from filmgraph.extraction.films.film_brackets import find_bracketed, is_name
from filmgraph.extraction.films.film_heads import (
    ANNOUNCED,
    head_of_list,
    head_within,
    kinds_of_heads,
    may_hold_head,
    starts_of_heads,
)
from filmgraph.extraction.films.list_items import (
    DATE,
    LEAD,
    NAME_WORDS,
    Entry,
    choice_of,
    name_behind,
    read_items,
)
from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.page import Page
from filmgraph.extraction.titles.title_marks import is_furniture
from filmgraph.model.document import Span

_CHANNEL = re.compile(
    r"(?:Channel|BBC|ITV|Sky|More|RTL|TF|France|Canal|Rai|TVE|SVT|NRK|TVP|NPO|Film|La) ?\d\+?\s+"
)
# "(segue a pag. 34: Dogman, p. 35: L'isola dei cani)"
_PAGED = re.compile(
    rf"[ps](?<!\w[ps])(?:(?<=p)(?:age|ag?)?|(?<=s)(?:eite|tr)?)\.? ?\d{{1,3}} ?: "
    rf"(?P<title>[{UPPER}\d][^,;:()\n]{{1,60}})(?=[,;)\n]|$)"
)
_NUMBERED = re.compile(r"\d ?:")
_LABEL = re.compile(r"[^\W\d_][^:\n]{1,30}:\s")


def find_entries(page: Page, flat: str) -> Iterator[Entry]:
    """The other films that the page lists; `flat` is its text with broken lines joined."""
    under, below = "", 0
    announced = any(map(flat.__contains__, ANNOUNCED))
    starts = starts_of_heads()
    for n, line in enumerate(page.lines):
        words = line.end - line.start
        if words > 1200:
            under = ""
            continue
        at = line.start
        if not flat[at].isalpha():
            at = LEAD.match(flat, at, line.end).end()  # type: ignore[union-attr]
        head = head_of_list().match(flat, at, line.end) if n and flat[at : at + 2].lower() in starts else None
        if head and (not head["more"] or head["mark"].strip() or _heads_person(head)):
            kind = kinds_of_heads()[head["head"].lower()]
            under, below = kind, 0
            if head.end() < line.end - 1:
                under = ""
                yield from read_items(flat, Span(head.end(), line.end), line, kind)
            continue
        if under and (page.gaps[n] > 1 or below > 12 or _is_no_entry(page, flat, n)):
            under = ""
        if under:
            below += 1
            for entry in read_items(flat, line, line, under):
                yield entry._replace(extent=_capsule(page, flat, n, entry))
            continue
        colon = flat.find(":", line.start, line.end)
        may_hold = announced or (colon >= 0 and may_hold_head(flat, line.start, colon, line.end))
        within = head_within().search(flat, line.start, line.end) if may_hold else None
        if within:
            kind = kinds_of_heads().get((within["head"] or "next").lower(), "films")
            rest = Span(within.end(), line.end)
            yield from read_items(flat, rest, Span(within.start(), line.end), kind)
        if n > 1 and (page.kinds[n] != "body" or words < 160) and _may_be_entry(flat, line):
            for entry in _programme(flat, line, at):
                yield entry._replace(extent=_capsule(page, flat, n, entry))
        paged = colon >= 0 and _NUMBERED.search(flat, max(line.start, colon - 2), line.end)
        for match in _PAGED.finditer(flat, line.start, line.end) if paged else ():
            yield Entry(Span(*match.span("title")), None, line)


def _may_be_entry(flat: str, line: Span) -> bool:
    """Whether a line has a bracket or a dash, without which it is no entry of a programme."""
    words = flat[line.start : line.end]
    return "(" in words or "[" in words or ")" in words or "-" in words or "—" in words or "–" in words


def _heads_person(head: re.Match[str]) -> bool:
    """Whether a head without a mark ends with whose films are listed: "Filmes de Walter Salles"."""
    by = head["head"].lower().endswith((" de", " by", " von", " di", " van", " av", " af"))
    return by and is_name(head["more"].strip())


def _is_no_entry(page: Page, flat: str, n: int) -> bool:
    """Whether a line under a head is prose, a credit or furniture: the list is over."""
    line = page.lines[n]
    if line.end - line.start > 110 or page.labels[n].prose or page.labels[n].found:
        return True
    return bool(_LABEL.match(flat, line.start, line.end)) or is_furniture(line.of(flat))


def _capsule(page: Page, flat: str, n: int, entry: Entry) -> Span:
    """A programme's entry with the paragraph right below, where its line holds only a title and a year.

    Films that a page adds in capsules behind the one under review: "THE SEVENTH SEAL (1957)", and
    on the next lines what happens and who is in it.
    """
    line = page.lines[n]
    alone = line.end - entry.title.end < 10 and entry.title.start - line.start < 4
    first = n < _FIRST_CAPSULE or entry.director is not None
    if not alone or first or n + 1 >= len(page.lines) or page.gaps[n + 1] or not page.gaps[n]:
        return entry.extent
    end = line.end
    for k in range(n + 1, min(n + 6, len(page.lines))):
        if page.gaps[k]:
            break
        end = page.lines[k].end
    return Span(entry.extent.start, end)


_FIRST_CAPSULE = 5  # a film's own title with its year stands higher


def _programme(flat: str, line: Span, at: int) -> Iterator[Entry]:
    """A line that begins with a title and its bracket: an entry of a programme or a list."""
    dated = DATE.match(flat, at, line.end)
    at = dated.end() if dated else at
    channel = _CHANNEL.match(flat, at, line.end)
    at = channel.end() if channel else at
    for one in find_bracketed(flat, at, line.end):
        near = one.title.start - at
        if near <= 3 or (
            near < 40 and flat[at : one.title.start].rstrip().endswith((":", "–", "-", "|", "•"))
        ):
            yield Entry(
                one.title, one.director or name_behind(flat, one, Span(at, line.end)), line, headed=False
            )
    if line.end - line.start < 160:
        match = _listed().match(flat, at, line.end)
        if match:
            who = Span(*match.span("who")) if match["who"] else None
            yield Entry(Span(*match.span("title")), who, line, headed=False)


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    """ "LIVING 12A — dir. Oliver Hermanus"; "THE MENU (15)  14:00"; "NOMADLAND di Chloé Zhao con …"."""
    certificate = rf"(?i:{choice_of('certificate')})"
    return re.compile(
        rf"(?P<title>[{UPPER}\d][^()\n|;:.]{{1,60}}?)(?:,? \(?{certificate}\)?)?"
        rf"(?:\s+[–—-]+\s+(?i:(?:{choice_of('directed')})\s*:?\s+|(?:{choice_of('letters')}):\s*)(?P<who>{NAME_WORDS})"
        rf"|(?<=\))\s+\d{{1,2}}[.:]\d\d\b)"
    )
