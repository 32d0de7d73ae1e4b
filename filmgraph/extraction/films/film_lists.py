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
    kind_of_head,
    may_begin_head,
    may_hold_head,
)
from filmgraph.extraction.films.item_ends import is_dated, past_bullets, past_lead
from filmgraph.extraction.films.item_ties import NAME_WORDS, choice_of, name_behind, tied_name
from filmgraph.extraction.films.list_items import Entry, read_items
from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.titles.title_marks import is_furniture
from filmgraph.model.document import Span
from filmgraph.model.names import fold

# "(segue a pag. 34: Dogman, p. 35: L'isola dei cani)"
_PAGED = re.compile(
    rf"[ps](?<!\w[ps])(?:(?<=p)(?:age|ag?)?|(?<=s)(?:eite|tr)?)\.? ?\d{{1,3}} ?: "
    rf"(?P<title>[{UPPER}\d][^,;:()\n]{{1,60}})(?=[,;)\n]|$)"
)
_NUMBERED = re.compile(r"\d ?:")
_LABEL = re.compile(r"[^\W\d_][^:\n|•·/(]{1,30}:\s")


def find_entries(page: Page, flat: str) -> Iterator[Entry]:
    """The other films that the page lists; `flat` is its text with broken lines joined."""
    under, below, told, over = "", 0, 0, 0
    announced = any(map(flat.__contains__, ANNOUNCED))
    for n, line in enumerate(page.lines):
        words = line.end - line.start
        if words > 1200 or page.layout.blocks[n] == "card":
            under = ""
            continue
        at = line.start
        if not flat[at].isalpha():
            at = past_bullets(flat, at, line.end)
        if "/" in flat[at : at + 12] and flat[at : flat.index("/", at)].isalpha():
            at = flat.index("/", at) + 1  # "FAKTA/Fler premiärer: …"
        head = head_of_list().match(flat, at, line.end) if n and may_begin_head(flat[at : at + 60]) else None
        if head and (head["more"] in ("", ",") or head["mark"].strip() or _heads_person(head)):
            kind = kind_of_head(head["head"])
            under, below, over = kind, 0, n
            if head.end() < line.end - 1:
                under = ""
                yield from read_items(flat, Span(head.end(), line.end), line, kind)
            continue
        if under and (
            page.gaps[n] > 1 or below > 12 or _is_no_entry(page, flat, n) or _ends_list(page, over, n)
        ):
            under = ""
        if under:
            below += 1
            for entry in read_items(flat, line, line, under) if line.start >= told else ():
                entry = entry._replace(extent=_capsule(page, flat, n, entry))
                told = max(told, entry.extent.end)
                yield entry
            continue
        if words < 160 and flat[line.start] in _BEFORE and flat[line.end - 1] in _BEHIND:
            yield from _neighbors(flat, line)
            continue
        colon = flat.find(":", line.start, line.end)
        may_hold = announced or (colon >= 0 and may_hold_head(flat, line.start, colon, line.end))
        within = head_within().search(flat, line.start, line.end) if may_hold else None
        if within:
            kind = kind_of_head(within["head"] or "next")
            rest = Span(within.end(), line.end)
            yield from read_items(flat, rest, Span(within.start(), line.end), kind)
        if n > 1 and (page.kinds[n] != "body" or words < 160) and _may_be_entry(flat, line):
            for entry in _programme(flat, line, at):
                yield entry._replace(extent=_capsule(page, flat, n, entry))
        paged = colon >= 0 and _NUMBERED.search(flat, max(line.start, colon - 2), line.end)
        for match in _PAGED.finditer(flat, line.start, line.end) if paged else ():
            yield Entry(Span(*match.span("title")), None, line)


# What a page puts before and behind a line that leads to the entries beside it.
_BEFORE = frozenset("«‹<←◄⟨")
_BEHIND = frozenset("»›>→►⟩")
_APART = re.compile(r"\s*\|\s*|\s+[•·]\s+|\s{3,}")


def _neighbors(flat: str, line: Span) -> Iterator[Entry]:
    """The entries before and behind the page's own: "« Il gattopardo | indice | Giù la testa »"."""
    inner = Span(line.start + 1, line.end - 1)
    parts = [p for p in _APART.split(inner.of(flat)) if p.strip()]
    words = load_patterns("film_lists")["no_neighbor"]
    if len(parts) == 3 and all(fold(p).split()[:1] and words.isdisjoint(fold(p).split()) for p in parts[::2]):
        for part in parts[::2]:
            start = flat.index(part.strip(), inner.start)
            yield from read_items(flat, Span(start, start + len(part.strip())), line, "films")


def _may_be_entry(flat: str, line: Span) -> bool:
    """Whether a line has a bracket or a dash, without which it is no entry of a programme."""
    words = flat[line.start : line.end]
    return "(" in words or "[" in words or ")" in words or "-" in words or "—" in words or "–" in words


def _heads_person(head: re.Match[str]) -> bool:
    """Whether a head without a mark ends with whose films are listed: "Filmes de Walter Salles"."""
    by = head["head"].lower().endswith((" de", " by", " von", " di", " van", " av", " af"))
    return by and is_name(head["more"].strip())


def _is_no_entry(page: Page, flat: str, n: int) -> bool:
    """Whether a line under a head is prose, a credit or furniture: the list is over.

    "Hulk (140 mins) Directed by Ang Lee" and "Hulk / Director: Ang Lee" are entries: their titles come first.
    """
    line, labels = page.lines[n], page.labels[n].found
    if is_dated(flat, line.start, line.end):
        return False
    row = _ROW.search(flat, line.start, line.end)
    if not row and (line.end - line.start > 160 or page.labels[n].prose):
        return True
    begins = _LABEL.match(flat, line.start, line.end)
    if labels or begins:
        at = labels[0].label.span.start if labels else line.start
        return not _TITLE_FIRST.match(flat, line.start, max(at, begins.end() if begins else 0))
    return not row and (line.end - line.start > 110 or is_furniture(line.of(flat)))


_ITEMS = frozenset({"list_item", "cell", "term", "definition"})


def _ends_list(page: Page, head: int, n: int) -> bool:
    """Whether a page's elements part a line from the list that the line `head` opens.

    A heading of the head's own level or a higher one does, and what stands below the items of a list or the
    rows of a table and is neither.
    """
    kinds, levels = page.layout.blocks, page.layout.levels
    if kinds[n] == "heading":
        return kinds[head] != "heading" or levels[n] <= levels[head]
    first = kinds[head + 1] if kinds[head] != "cell" else "cell"
    return first in _ITEMS and kinds[n] != first and page.gaps[n] > 0


# Marks that part the films of a row.
_ROW = re.compile(r"[^\s|•·] ?[|•·] ?[^\s|•·][^\n]* ?[|•·] ?\S|\s[–—-]\s[^\n]*\s[–—-]\s")
# What stands between a title and a label of its own in an entry.
_TITLE_FIRST = re.compile(r"[^\W_][^\n()/:]{1,60}(?: \([^()\n]{2,60}\)[.,]?|\s/|,|\s[–—-])\s")


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
    dated = is_dated(flat, line.start, line.end)
    at = past_lead(flat, line.start, line.end)
    if dated:
        for entry in read_items(flat, Span(line.start, line.end), line, "films"):
            if _is_film_of_programme(flat, entry):
                yield entry._replace(headed=False)
        return
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


def _is_film_of_programme(flat: str, entry: Entry) -> bool:
    """Whether what stands behind a date is told to be a film: by a director, or a year in its bracket."""
    at, end = entry.title.end, entry.extent.end
    if not flat[entry.title.start : at].lstrip("0123456789 ")[:1].isalpha():
        return False  # "17 May 2005 (2005-05-17) (Cannes)"
    bracket = _BRACKET.match(flat, at, end)
    return bool(bracket and (entry.director or _YEAR.search(bracket[0]))) or bool(tied_name(flat, at, end))


_BRACKET = re.compile(r" [(\[][^()\[\]\n]*[)\]]")
_YEAR = re.compile(r"(?<![\d.-])(?:18[89]|19\d|20[0-4])\d(?![\d-])")


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    """ "LIVING 12A — dir. Oliver Hermanus"; "THE MENU (15)  14:00"; "NOMADLAND di Chloé Zhao con …"."""
    certificate = rf"(?i:{choice_of('certificate')})"
    return re.compile(
        rf"(?P<title>[{UPPER}\d][^()\n|;:.]{{1,60}}?)(?:,? \(?{certificate}\)?)?"
        rf"(?:\s+[–—-]+\s+(?i:(?:{choice_of('directed')})\s*:?\s+|(?:{choice_of('letters')}):\s*)(?P<who>{NAME_WORDS})"
        rf"|(?<=\))\s+\d{{1,2}}[.:]\d\d\b)"
    )
