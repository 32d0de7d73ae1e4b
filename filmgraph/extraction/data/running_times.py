"""How long a film runs: under its label, in the short lines under its title, or in the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.data.film_values import from_the_title, items_of, state
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.model.document import Span
from filmgraph.model.facts import Stated

_UNIT = "film_data"


def _words(group: str) -> str:
    """The words of a group of the pattern file, the longer first, as alternatives."""
    lines = sorted(load_lines(_UNIT)[group], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w) for w in lines) + ")"


_WORDED = rf"{_words('minutes')}(?:\b|(?=(?-i:[A-Z])))\.?"
_HOURS = (
    rf"(?P<hours>\d)\s?(?:{_words('hours')}|t(?=\.?\s?\d))\.?,?"
    rf"(?:\s?(?:{_words('and')}\s)?(?P<rest>\d{{1,2}})\s?(?:m\b\.?|{_words('minutes')}\b\.?|['’′])?)?(?![\w])"
)
_GAUGES = r"(?!(?:8|9|16|17|35|65|70)\s?mm)"
_MINUTES = (
    rf"{_GAUGES}(?P<minutes>\d{{1,3}})(?:\s?[-–/]\s?\d{{2,3}}(?=\s?m))?\s?"
    rf"(?:{_WORDED}|m\b|['’′](?![\w’'])|MIN\b)"
)
# What a page glues to a label or a certificate: "Speltid101 min", "12A101 minsDrama".
_GLUED = rf"(?P<glued>\d{{2,3}})\s?{_WORDED}|(?P<primes>\d{{2,3}})['’′](?![\w’'])"
_CODED = "|".join(rf"(?<=(?<!\w){re.escape(code)}-)" for code in load_lines(_UNIT)["color codes"])
RUNTIME = re.compile(
    rf"(?=\d)(?:(?<![\w.:/]){_HOURS}|(?:(?<![\w.:/-])|(?<=[^\W\d_]/)|(?<=\d\d\d\d/)|{_CODED}){_MINUTES}"
    rf"|(?<=[^\W\d_])(?:{_GLUED}))",
    re.I,
)
# "2,5 Stunden", "1.5 hours".
_PARTS = re.compile(rf"(?<![\d.,])(?P<whole>\d)[.,](?P<part>[1-9])\s{_words('hours')}\.?(?!\w)", re.I)
_FEET = re.compile(r"\d\s?(?:feet|ft|reels?|m[eè]tres?|meters?|m)\b", re.I)
_CLOCK = re.compile(r"(?<![\d:.])(?P<hours>\d):(?P<rest>[0-5]\d)(?::[0-5]\d)?(?![\d:])")
_BARE = re.compile(r"(?P<minutes>\d{2,3})\b")
_NO_LENGTH = re.compile(rf"\s?{_words('no length')}\b", re.I)
_SAID = re.compile(
    rf"(?<![\w.,:/-])(?P<minutes>[6-9]\d|[12]\d\d)[\s-](?!mm)(?!mn){_words('minutes')}\b", re.I
)
_NO_SAID = re.compile(rf"(?i:{_words('part of it')})\s(?:the\s)?$")
_TIMED = re.compile(rf"\b{_words('running time words')}\W{{1,3}}(?=\d)", re.I)
_AT_END = re.compile(
    rf"(?:^|[.;(]\s?)(?P<minutes>[4-9]\d|[1-3]\d\d)\s?(?!mm){_words('minutes')}\.?\)?$", re.I
)
_SHOWN = tuple(f" {word} " for word in load_lines(_UNIT)["shown at"])
_READING = load_lines(_UNIT)["reading"]


def minutes_of(match: re.Match[str]) -> int | None:
    """The minutes that a running time states; None where the number can be none."""
    found = match.groupdict()
    if found.get("part"):
        total = int(found["whole"]) * 60 + 60 * int(found["part"]) // 10
    elif found.get("hours"):
        total = int(found["hours"]) * 60 + int(found.get("rest") or 0)
    else:
        total = int(found.get("minutes") or found.get("glued") or found["primes"])
    return total if 1 <= total <= 900 else None


def find_running_time(page: Page) -> Iterator[Stated]:
    """The film's running time in minutes, where the page states it."""
    text = page.text
    for item, value in items_of(page, "runtime"):
        timed = _TIMED.search(text, value.start, value.end)
        # "Length, 8,464 feet. Running time, 101 minutes": feet are no minutes.
        value = Span(timed.end(), value.end) if timed else value
        if _FEET.search(text, value.start, value.end):
            continue
        for pattern in (_PARTS, RUNTIME, _CLOCK, _BARE):
            match = pattern.search(text, value.start, value.end + 2)
            if match and pattern is _BARE and any(map(str.isdigit, text[value.start : match.start()])):
                continue  # "35mm, 1:1,85"
            minutes = minutes_of(match) if match else None
            if match and minutes:
                span = Span(min(item.label.span.start, match.start()), match.end())
                yield state(page, "runtime_min", str(minutes), span, "running-time-label")
                return
    for line in from_the_title(page):
        for match in RUNTIME.finditer(text, line.start, line.end):
            minutes = minutes_of(match)
            if minutes and minutes >= 3 and not _is_clock(text, match, line):
                yield state(page, "runtime_min", str(minutes), Span(*match.span()), "running-time", 0.85)
                return
    for found in (*_runtime_of_prose(page), *_runtime_said(page)):
        yield found
        return


def _runtime_said(page: Page) -> Iterator[Stated]:
    """ "… in 93 Minuten", "a 104-minute film": the one length that the prose says."""
    found: dict[str, Span] = {}
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind not in ("body", "strapline"):
            continue
        for match in _SAID.finditer(page.text, line.start, line.end):
            before = page.text[max(line.start, match.start() - 20) : match.start()]
            if not _NO_SAID.search(before) and not _is_clock(page.text, match, line):
                found.setdefault(match["minutes"], Span(*match.span()))
    if len(found) == 1:
        for minutes, span in found.items():
            yield state(page, "runtime_min", minutes, span, "running-time-said", 0.75)


def _runtime_of_prose(page: Page) -> Iterator[Stated]:
    """ "135 minutes." at the end of a paragraph of prose, "fast 2,5 Stunden" in it."""
    for line, kind in zip(page.lines, page.kinds, strict=True):
        timed = _TIMED.search(page.text, line.start, line.end) if kind == "body" else None
        match = RUNTIME.match(page.text, timed.end(), line.end) if timed else None
        minutes = minutes_of(match) if match else None
        if match and minutes:
            span = Span(*match.span())
            yield state(page, "runtime_min", str(minutes), span, "running-time-prose", 0.85)
            return
    for pattern in (_AT_END, _PARTS):
        for line, kind in zip(page.lines, page.kinds, strict=True):
            if kind not in ("teasers", "byline"):
                start = line.start if pattern is _PARTS else max(line.start, line.end - 30)
                match = pattern.search(page.text, start, line.end)
                minutes = minutes_of(match) if match else None
                if match and minutes:
                    at = match.start("minutes") if pattern is _AT_END else match.start()
                    span = Span(at, match.end())
                    yield state(page, "runtime_min", str(minutes), span, "running-time-prose", 0.8)
                    return


def _is_clock(text: str, match: re.Match[str], line: Span) -> bool:
    """ "4:20am", "14h30" in a list of showings, "5'" of height: no running time."""
    if match.group().strip()[-1] in "'’′" and int(match.groupdict().get("minutes") or 99) < 20:
        return True
    before = " " + text[max(line.start, match.start() - 12) : match.start()].lower()
    if any(map(before.__contains__, (*_SHOWN, *_READING))):
        return True
    return _NO_LENGTH.match(text, match.end(), line.end) is not None
