"""Who reviewed the film, where and when: critic, outlet, date, festival. Never a credit."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.settle import Found, build_evidence
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.facts import Stated
from filmgraph.model.names import fold, fold_text

_BY = re.compile(
    r"(?i:(?:a )?(?:(?:film|movie)\s)?(?:review(?:ed)?\s)?(?:written\s)?"
    r"(?:by|par|von|por|di|de|door|af|av|reviewer|text|texte|kritik)\b)\s*:?\s*"
    r"(?P<name>[^\W\d_][\w.'’-]*(?:\s(?:de|van|von|di|la|le|du|der)\b)*(?:\s[^\W\d_a-zß-öø-ÿ][\w.'’-]*){0,3})"
)
_DASHED = re.compile(r"[—–-]\s?(?P<name>[^\W\d_][\w.'’-]+(?:\s[^\W\d_][\w.'’-]+){1,3})\s*$")
_REVIEWED_BY = re.compile(
    r"\b(?:Reviewed|Review) by:?\s(?P<name>[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_a-z][\w.'’-]*){1,3})"
)
# "de Ana Ruiz" under the headline; where the labels give the director, the line is the critic's.
_OF = re.compile(r"(?i:de|di|da) (?P<name>[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3})")
_CREDIT_VERB = re.compile(r"(?:written|text|story|screenplay) ?(?:and directed )?by\b", re.I)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: (?:de|van|von|di|la|le|du)\b)?(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_PARTS = re.compile(r"(?=[\s,;/()&]|\b[aeu])\s*(?:[,;/()&]|\band\b|\bet\b|\bund\b)\s*")
_REVIEWED_AT = re.compile(
    r"Reviewed (?:at|on|in)\s+(?:the\s)?(?P<place>[^\n]{3,120}?),\s*(?P<date>(?:Jan|Feb|March|April|May"
    r"|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"[a-z]*\.? \d{1,2}, (?:19|20)\d\d)"
)
_SCREENED = re.compile(
    r"\breviewed (?:at|on|in)\b|\bopen(?:s|ed)\b|\breleased?\b|\bsortie\b|\bkinostart\b", re.I
)
_FESTIVAL = re.compile(
    r"\b(?P<name>(?:Cannes|Venice|Berlin|Toronto|Sundance|Locarno|San Sebasti[aá]n|Rotterdam"
    r"|Karlovy Vary|Telluride|New York"
    r"|BFI London|London|Busan|Tribeca|SXSW|Annecy|Venise|Locarno"
    r"|Karlsbad)(?:\s(?:International\s)?Film Festival)?)\b"
)
_MONTHS = {
    name: n + 1
    for n, names in enumerate(
        (
            "january jan janvier januar januari gennaio enero janeiro",
            "february feb février februar febrero febbraio fevereiro",
            "march mar mars märz marzo março maart",
            "april apr avril aprile abril",
            "may mai maggio mayo maio mei",
            "june jun juin juni giugno junio junho",
            "july jul juillet juli luglio julio julho",
            "august aug août aout agosto augustus",
            "september sept sep septembre settembre septiembre setembro",
            "october oct octobre oktober ottobre octubre outubro okt",
            "november nov novembre noviembre novembro",
            "december dec décembre dezember dicembre diciembre dezembro",
        )
    )
    for name in (fold(w) for w in names.split())
}
_BARS = re.compile(r"\s+[|–—·-]\s+|\s*\|\s*")
_DATE = re.compile(
    r"(?P<d1>\d{1,2})(?:er|st|nd|rd|th)?\.?\s(?:de\s"
    r"|di\s)?(?P<m1>[^\W\d_]{3,10})\.?,?\s(?:de\s)?(?P<y1>(?:19|20)\d\d)"
    r"|(?P<m2>[^\W\d_]{3,10})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?, (?P<y2>(?:19|20)\d\d)"
    r"|(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>(?:19|20)\d\d)|(?P<y4>(?:19"
    r"|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)"
)


def find_review_data(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """Critic, outlet, date of the review and festival, where the page states them."""
    del roles
    yield from _critic(page)
    yield from _date(page)
    yield from _festivals(page)
    yield from _outlet(page)


def _stated(page: Page, field: str, value: str, span: Span, rule: str) -> Stated:
    section = page.kind_at(span.start)
    return Stated(field, value, build_evidence(page, span, f"review-data/{rule}", section, 0.9))


def _critic(page: Page) -> Iterator[Stated]:
    for item in page.items:
        if item.label.field == "critic" and item.values:
            name = " ".join(item.values[0].of(page.text).split())
            if " " in name and looks_like_person(name) and not looks_like_company(name):
                yield _stated(page, "critic", name, Span(item.label.span.start, item.values[0].end), "label")
                return
    directed = _has_director(page)
    for n, line in enumerate(page.lines):
        words = line.of(page.text)
        match = _DASHED.match(words) or _BY.match(words) if page.kinds[n] == "byline" else None
        if match and _CREDIT_VERB.match(words) and not _under_headline(page, n):
            match = None
        if n < 8 and match is None and page.kinds[n] != "teasers" and directed:
            match = _OF.fullmatch(words)
        match = match or (
            _REVIEWED_BY.search(words) if len(words) < 200 and page.kinds[n] != "teasers" else None
        )
        if not match:
            continue
        span = trim(page.text, Span(line.start + match.start("name"), line.start + match.end("name")))
        name = " ".join(span.of(page.text).split())
        if " " in name and looks_like_person(name) and not looks_like_company(name):
            if not _REVIEWED_BY.search(words) and _is_credited(page, name):
                continue
            yield _stated(page, "critic", name, Span(line.start, span.end), "byline")
            return
    yield from _signature(page)


def _is_credited(page: Page, name: str) -> bool:
    """Whether a credit label of the page has a name for a value: then a byline of it is a credit."""
    folded = fold(name)
    for item in page.items:
        for value in item.values if item.label.readings else ():
            words = value.of(page.text)[:2000]
            if folded in fold(words) and any(fold(part) == folded for part in _PARTS.split(words)):
                return True
    return False


def _under_headline(page: Page, n: int) -> bool:
    """Whether a line stands among the first, with no credit above it and prose, not credits, below."""
    near = {m for item in page.items if item.label.readings for m in (item.line, item.last_line)} - {n}
    return n < 8 and not any(m <= n + 1 for m in near)


def _has_director(page: Page) -> bool:
    return any("director" in item.label.roles for item in page.items)


def _signature(page: Page) -> Iterator[Stated]:
    """A name alone on the last line, under prose: "Paola Righetti"."""
    last = max((n for n, kind in enumerate(page.kinds) if kind != "teasers"), default=0)
    if last < 2 or not page.gaps[last] or page.kinds[last - 1] not in ("body", "strapline"):
        return
    above, line = page.lines[last - 1], page.lines[last]
    name = line.of(page.text)
    if above.end - above.start < 120 or not 2 <= len(name.split()) <= 4 or not _NAME.fullmatch(name):
        return
    if not looks_like_person(name) or looks_like_company(name):
        return
    said = fold(name) in fold_text(page.text[: line.start]) or _is_credited(page, name)
    if not said:
        yield _stated(page, "critic", name, line, "signature")


def _date(page: Page) -> Iterator[Stated]:
    """The date beside the byline or at the top; the day of a festival's screening where there is none."""
    reviewed = _REVIEWED_AT.search(page.text, 0, 100_000)
    taken = {item.line for item in page.items if item.label.field == "release_date"}
    spots = [
        line
        for n, line in enumerate(page.lines)
        if n not in taken
        and (page.kinds[n] == "byline" or (n < 12 and _is_dated(page, line) and page.kinds[n] != "teasers"))
        and not _SCREENED.search(page.text, line.start, line.end)
    ]
    spots += [Span(*reviewed.span("date"))] if reviewed else []
    for spot in spots:
        match = _DATE.search(page.text, spot.start, spot.end)
        iso = _iso(match) if match else None
        if match and iso:
            yield _stated(page, "review_date", iso, Span(*match.span()), "date")
            return


def _is_dated(page: Page, line: Span) -> bool:
    """Whether a line is short, or longer and begins with a date: "20/05/2016 - CANNES 2016: …"."""
    return line.end - line.start < 60 or _DATE.match(page.text, line.start, line.end) is not None


def _iso(match: re.Match[str]) -> str | None:
    """A date as ISO 8601; None where the month is no month."""
    found = match.groupdict()
    for n in "1234":
        if found[f"y{n}"]:
            month = found[f"m{n}"]
            number = int(month) if month.isdigit() else _MONTHS.get(fold(month), 0)
            day = int(found[f"d{n}"])
            if 1 <= number <= 12 and 1 <= day <= 31:
                return f"{found[f'y{n}']}-{number:02}-{day:02}"
    return None


def _festivals(page: Page) -> Iterator[Stated]:
    reviewed = _REVIEWED_AT.search(page.text, 0, 100_000)
    if reviewed:
        place = reviewed.group("place").split("(")[0].strip()
        if "festival" in place.lower() or _FESTIVAL.match(place):
            start = reviewed.start("place")
            yield _stated(page, "festival", place, Span(start, start + len(place)), "reviewed-at")
            return
    for item in page.items:
        if item.label.field == "festival" and item.values:
            match = _FESTIVAL.search(page.text, item.values[0].start, item.values[0].end)
            if match:
                yield _stated(page, "festival", match.group("name"), Span(*match.span("name")), "label")
                return
    for n, line in enumerate(page.lines[:6]):
        may_say = page.kinds[n] in ("headline", "other", "labels") and "Festival" in line.of(page.text)
        match = _FESTIVAL.search(page.text, line.start, line.end) if may_say else None
        if match and "Festival" in match.group("name"):
            yield _stated(page, "festival", match.group("name"), Span(*match.span("name")), "headline")
            return


@lru_cache(maxsize=1)
def _outlets() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in load_lines("outlets")["outlet"])
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


def _outlet(page: Page) -> Iterator[Stated]:
    """The paper or site: what a web page's own title sets behind the film's, or a line that names it."""
    tail = _title_tail(page)
    # A page's title is no part of its text: the outlet is stated where a line says it again.
    if tail and (at := page.text.find(tail)) >= 0:
        yield _stated(page, "outlet", tail, Span(at, at + len(tail)), "page-title")
        return
    for line, kind in itertools.islice(zip(page.lines, page.kinds, strict=True), 120):
        if kind not in ("teasers", "byline", "other", "headline") or line.end - line.start >= 90:
            continue
        match = _outlets().search(page.text, line.start, line.end)
        if match:
            yield _stated(page, "outlet", match.group(), Span(*match.span()), "named")
            return


def _title_tail(page: Page) -> str | None:
    """ "Read My Lips – Quayside Film Weeks": what stands behind the film's title in a web page's own."""
    parts = _BARS.split(page.document.title.strip())
    if page.document.media_type != "text/html" or not page.titles or len(parts) < 2:
        return None
    head, tail = fold(parts[0]), parts[-1].strip()
    titles = [fold(t.text) for t in page.titles if t.kind != "quoted"]
    known = any(t and (head == t or head.startswith(f"{t} ")) for t in titles)
    plain = tail[:1].isupper() and len(tail) <= 50 and not any(c.isdigit() for c in tail)
    same = any(fold(tail) == t for t in titles) or fold(tail) in load_patterns("titles")["rubric"]
    return tail if known and plain and not same else None
