"""What stands around a title in a list: bullets, dates and times before it, its source or page behind.

"So 5.10. Der Tod in Venedig", "miércoles 12, 18.00 h   EL SUR", "1.10am Channel Six  Serpico" are titles
of a programme; "Gomorrah, after Saviano's book", "Auto Focus, p.36", "Tintin, in 3D" titles with what the
house adds. The words stand in `patterns/film_lists.txt` and `patterns/prose_sources.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.patterns import load_lines

_BULLETS = re.compile(r"[\s\-•*·■►◄▶»‹›←→<>\[(¿¡|]*")
_TIME = re.compile(
    r"(?:\d{1,2}[.:h]\d{2}(?:\s?(?:[ap]\.?m\.?|h|Uhr|hs?))?|\d{1,2}\s?[ap]m|\d{1,2}[.)](?=\s))(?!\w)\s*[-–—|:]?\s*"
)
_YEAR = re.compile(r"(?:18|19|20)\d\d\s*[:–—-]?\s+(?=[^\W\d_])")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?")
# Behind a time, what a wide gap parts from the title: the channel, the house.
_PLACE = re.compile(r"(?:[^\W\d_][\w+]*\.? ){0,3}[^\W\d_]\w*(?: \d\+?)?\s{2,}")
_CHANNEL = re.compile(
    r"(?:Channel|BBC|ITV|Sky|More|RTL|TF|France|Canal|Rai|TVE|SVT|NRK|TVP|NPO|Film|La) ?\d\+?\s+"
)


def past_bullets(flat: str, at: int, end: int) -> int:
    """The place behind bullets and a time or a number: where the words of an item begin."""
    at = _past(_BULLETS, flat, at, end)
    return _past(_TIME, flat, at, end)


def past_lead(flat: str, at: int, end: int) -> int:
    """The place behind all that a programme sets before a title: bullets, a date, a time, a channel, a year.

    >>> lines = ("• So 5.10. Tabu", "7.05pm ITV9  Babe", "Sun Alley", "1999 Ode")
    >>> [line[past_lead(line, 0, len(line)):] for line in lines]
    ['Tabu', 'Babe', 'Sun Alley', 'Ode']
    """
    begin = at
    at = past_bullets(flat, at, end)
    if not flat[at : at + 1].isalnum():
        return at
    at = _past(_dated(), flat, at, end) if _may_be_dated(flat, at) else at
    timed = _past(_TIME, flat, at, end)
    if timed > at or at > begin:
        at = _past(_PLACE, flat, timed, end) if timed > begin else timed
    at = _past(_CHANNEL, flat, at, end)
    return _past(_YEAR, flat, at, end)


def is_dated(flat: str, at: int, end: int) -> bool:
    """Whether a date or a time begins an item: a line of a programme."""
    at = _past(_BULLETS, flat, at, end)
    return _may_be_dated(flat, at) and bool(_dated().match(flat, at, end) or _TIME.match(flat, at, end))


def _may_be_dated(flat: str, at: int) -> bool:
    """Whether a figure, a weekday or a month may begin at a place."""
    begins = flat[at : at + 2].lower()
    return begins[:1].isdecimal() or begins in _starts_of_dates()


def _past(pattern: re.Pattern[str], flat: str, at: int, end: int) -> int:
    match = pattern.match(flat, at, end)
    return match.end() if match else at


@lru_cache(maxsize=1)
def _starts_of_dates() -> frozenset[str]:
    """The first two letters of weekdays and months."""
    lines = load_lines("film_lists")
    return frozenset(word[:2].lower() for word in (*lines["weekday"], *lines["month letters"]))


@lru_cache(maxsize=1)
def _dated() -> re.Pattern[str]:
    """A date: "Mon 3 May", "So 5.10.", "miércoles 12,", "Mon–Wed", "May 3"."""
    lines = load_lines("film_lists")
    day = rf"(?:{'|'.join(sorted(lines['weekday'], key=len, reverse=True))})(?!\w)\.?"
    month = rf"(?:{'|'.join(lines['month letters'])})\w{{0,7}}\.?"
    number = r"\d{1,2}(?:st|nd|rd|th|er)?"
    return re.compile(
        rf"(?i:(?:{day},? )?{number}\.? (?:de )?{month}(?:,? \d{{4}})?"
        rf"|(?:{day},? )?\d{{1,2}}\.\s?\d{{1,2}}\.(?:\d\d){{0,2}}"
        rf"|(?:{day},? )?{month} {number}(?:,? \d{{4}})?(?=[,:;]|\s)"
        rf"|{day},? {number}(?=[,:;.]|\s{{2}}|\s\d{{1,2}}[.:h]\d\d)"
        rf"|{day}(?:\s?[–—/-]\s?{day})?(?=\s{{2}}|[,:]?\s\d{{1,2}}[.:h]\d\d))[,:;]?\s+"
    )


def end_of_item(flat: str, start: int, end: int) -> int:
    """Where the title that begins at `start` ends at the latest: before its source, its page, its format.

    >>> [t[:end_of_item(t, 0, len(t))] for t in ("Gomorrah, after Saviano's book", "Auto Focus, p.36")]
    ['Gomorrah', 'Auto Focus']
    """
    match = _added().search(flat, start + 1, end)
    return match.start() if match else end


@lru_cache(maxsize=1)
def _added() -> re.Pattern[str]:
    """What a list adds behind a title that no bracket closes."""
    sources, lists = load_lines("prose_sources"), load_lines("film_lists")
    links = sorted({w for g in ("based_on", "inspired_by", "suggested_by") for w in sources[g]}, key=len)
    link = "|".join(map(re.escape, reversed(links)))
    added = "|".join(map(re.escape, sorted(lists["added"], key=len, reverse=True)))
    return re.compile(
        rf"(?:,|\s[–—-])\s(?i:(?:\w+ )?(?:{link})(?:\s|(?<=['’]))|(?:{added})(?!\w))"
        r"|,?\s\(?(?:pp?|pg|page|S|Seite|s|side|str|pag|pág|blz)\.?\s?\d{1,3}\b"
        r"|\s+[★☆*●]{2,}|,?\s\d{2,3}\s?(?:mins?|minutes|Min|m|['’′])(?!\w)"
    )
