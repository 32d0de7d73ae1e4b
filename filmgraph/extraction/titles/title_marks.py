"""What tells a title from the furniture of a page: dates, mastheads, numbers; and titles that a text ties
to a director or a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.model.document import Span

_MONTH = (
    r"(?:jan|feb|f[ée]v|m[äa]r|mrz|apr|avr|abr|may?|mai|mag|mei|jun|juin|giu|jul|juil|lug|aug|ao[ûu]t|ago|sep|set"
    r"|oct|okt|out|ott|nov|dec|d[ée]c|dez|dic)[a-zà-ÿ]*"
)
_DATED = re.compile(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?\.?\s(?:de\s|di\s)?{_MONTH}\.?,?\s(?:de\s)?(?:19|20)\d\d\b"
    rf"|\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b|^\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}$|^{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?=\s\s|$)"
    r"|\b(?:season|programme?|programm|program|programma|edition|saison)\s(?:19|20)\d\d\b",
    re.I,
)
# One of these is in each of its matches, and is looked for in a fraction of the time.
_DATE_WORD = re.compile(
    "jan|feb|f[eé]v|ma|mär|mrz|apr|avr|abr|mei|jui?[nl]|giu|lug|aug|ao[uû]|ago|sep|set|oct|okt|out|ott"
    "|nov|d[eé][cz]|dic|season|saison|program|edition"
)
_WEEKDAY = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|gio|sab|dom|mié|jue|vie|sáb|mo|di|mi|do|fr|sa|so|ma|wo|vr|za"
    r"|zo|ter|qua|qui|sex|seg|pon|wt|śr|czw|pt|sob|niedz|tir|ons|tor|lør|søn|lör|sön|fre|mån|tis)[a-zçéàáìêśę]*(?:-feira)?\.?,?"
    r"\s(?:den\s|le\s|el\s)?\d{1,2}(?!\d)",
    re.I,
)
_PLACE_YEAR = re.compile(r"[A-Z]{1,3}(?:\s?[/-]\s?[A-Z]{1,3})*\.?,? (?:18|19|20)\d\d\b")
_DAY = re.compile(r"\b(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)\b")
_NUMBER = re.compile(r"\d{3,4}")
_BRACKETED = re.compile(r"\([\w’'-]{1,8}\) ?\w")
_OTHER_SCRIPT = re.compile(
    r"^(?P<latin>[\x20-\u024f’‘“”–—…]{2,80}?)\s+[(]?(?P<other>[\u0370-\ud7ff][^A-Za-z]*?)[)]?$"
)
_LATIN_BEHIND = re.compile(
    r"^(?P<other>[\u0370-\ud7ff][^A-Za-z\d]*?)\s+[(]?(?P<latin>[A-ZÀ-ɏ0-9][\x20-\u024f’‘“”–—…]+?)[)]?$"
)
_SET = (
    r"(?:\*\*(?P<bold>[^*\n]{1,80})\*\*|(?<!\*)\*(?P<italic>[^*\n]{1,80})\*(?!\*)|(?<!\w)_(?P<under>[^_\n]{1,80})_(?!\w)"
    r"|“(?P<double>[^“”\n]{1,80}?),?”|(?<!\w)‘(?P<single>[^‘\n]{1,80}?),?’(?!\w)|(?<!\w)\"(?P<plain>[^\"\n]{1,80}?),?\""
    r"|«\s?(?P<angle>[^«»\n]{1,80}?)\s?»|„(?P<low>[^„“”\n]{1,80}?)[“”])"
)
_SET_TITLE = re.compile(_SET)
_TIED = re.compile(rf"{_SET}\s?\((?:[^()\d\n]{{0,80}},\s?)?(?P<year>(?:18[89]|19\d|20\d)\d)\)")
_FRONT_MATTER = re.compile(r"\A\s*---\n.*?\n---\n", re.S)


# "Adelaide, Oct. 28." over a trade review, "Wed Jun 6" in a listing; and the number of a catalog's entry.
_DATELINE = re.compile(
    r"(?:[^\W\d_][\w.'’ -]{2,25},\s|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\.?",
    re.I,
)
_REFERENCE = re.compile(r"\W*(?:ref|réf|cat|kat|inv)\.\s?(?:no|nr|n°)?\.?\s?:?\s?[A-Z]{0,4}[\d-]*\d\b", re.I)


def is_furniture(words: str) -> bool:
    """Whether a line is a date, a masthead with one, a season or a country with its year: no title.

    >>> [is_furniture(w) for w in ("30 novembre 2010", "Programme 2018-19", "Rome, Oct. 28.", "May 1968")]
    [True, True, True, False]
    """
    return any(map(str.isdigit, words)) and bool(
        (_DATE_WORD.search(words.lower()) and _DATED.search(words))
        or _PLACE_YEAR.match(words)
        or _WEEKDAY.match(words)
        or _DATELINE.fullmatch(words)
        or _REFERENCE.match(words)
    )


def names_day(words: str) -> bool:
    """Whether words hold a day or an hour in figures: "On. 18.01 kl. 21:15"."""
    return _DAY.search(words) is not None


def is_plain_number(words: str) -> bool:
    """Whether a line is a bare number that a film may be called: "1900", "300" (no page number)."""
    return _NUMBER.fullmatch(words) is not None


def opens_title(words: str) -> bool:
    """Whether a line begins with a bracket that is part of a title: "(500) Days of Summer"."""
    return _BRACKETED.match(words) is not None


def part_scripts(title: str) -> tuple[Span, Span] | None:
    """Where in a line its Latin title stands, and the same in another script behind it or before it."""
    if title.isascii():
        return None
    match = _OTHER_SCRIPT.match(title) or _LATIN_BEHIND.match(title)
    if match is None or not is_other_script(match["other"]):
        return None
    return Span(*match.span("latin")), Span(*match.span("other"))


def find_set_titles(text: str, span: Span) -> Iterator[Span]:
    """The words in quotation marks or between the signs of italics."""
    for match in _SET_TITLE.finditer(text, span.start, span.end):
        yield _inner(match)


def find_tied_titles(text: str, span: Span) -> Iterator[Span]:
    """Quoted or italic titles with a year, or a director and a year, in brackets right behind."""
    for match in _TIED.finditer(text, span.start, span.end):
        yield _inner(match)


def _inner(match: re.Match[str]) -> Span:
    group = next(name for name, words in match.groupdict().items() if words and name != "year")
    return Span(*match.span(group))


def end_of_front_matter(text: str) -> int:
    """Where a Markdown file's front matter ends; 0 where there is none."""
    match = _FRONT_MATTER.match(text[:5000])
    return match.end() if match else 0


def is_other_script(words: str) -> bool:
    """Whether words are set in another script than Latin."""
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and all(c > "\u036f" and not "\u1e00" <= c < "\u1f00" for c in letters)


def trim_title(text: str, span: Span) -> Span:
    """`span` without blanks, rules and dashes at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "=*-–:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "=*-–"):
        end -= 1
    return Span(start, end)
