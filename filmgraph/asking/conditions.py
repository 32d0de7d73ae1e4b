"""Conditions on the year of the films of an answer: "before 2000", "between 1990 and 1999"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from filmgraph.asking.readings import FilmsReading, PeopleReading, Reading, Years

_YEAR = re.compile(r"(?:18|19|20)\d\d")


@dataclass(frozen=True, slots=True)
class YearWords:
    """Words of a question that narrow it to years; they begin at token `at` and run to the end."""

    at: int
    years: Years


def cut_year(words: Sequence[str]) -> YearWords | None:
    """The years that the last words narrow to, or None.

    >>> cut_year("films by haneke after 2000".split())
    YearWords(at=3, years=Years(first='2001', last=''))
    >>> cut_year("films by haneke between 2000 and 2005".split()).years
    Years(first='2000', last='2005')
    """
    count = len(words)
    if count > 3 and words[-2] in ("and", "to") and _YEAR.fullmatch(words[-3]) and _YEAR.fullmatch(words[-1]):
        at = count - 4
        return YearWords(at, Years(words[-3], words[-1])) if words[at] in ("between", "from") else None
    if count < 2 or not _YEAR.fullmatch(words[-1]):
        return None
    year, word = int(words[-1]), words[-2]
    ranges = {
        "before": ("", str(year - 1)),
        "until": ("", str(year)),
        "after": (str(year + 1), ""),
        "since": (str(year), ""),
        "in": (str(year), str(year)),
        "from": (str(year), str(year)),
        "during": (str(year), str(year)),
    }
    return YearWords(count - 2, Years(*ranges[word])) if word in ranges else None


def narrow_to_years(reading: Reading, words: YearWords) -> Reading | None:
    """The reading for films of these years alone; None for a reading that films do not answer."""
    if isinstance(reading, FilmsReading) and not reading.sides:
        return replace(reading, years=words.years)
    if not isinstance(reading, PeopleReading | FilmsReading) or not reading.sides:
        return None
    return replace(reading, sides=tuple(replace(side, years=words.years) for side in reading.sides))
