"""What stands beside a title: its maker, its year and country, its length, its credits.

A line of film data says that the words right over it, or right before it, are
the film's title: a house's name, a date or a rubric have none under them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.text.countries import (
    find_countries_by_year,
    may_begin_countries,
    split_countries,
)
from filmgraph.extraction.titles.title_marks import is_furniture
from filmgraph.model.document import Span

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_CAPITAL}[\w.'’-]*(?:\s+[\w.'’-]+){{0,3}}"


@lru_cache(maxsize=1)
def _maker() -> re.Pattern[str]:
    """A line that begins with the words for a film's director: "un film de", "Dir.", "Drame de"."""
    genre = rf"(?i:{_words('genre')})(?:\s[\w-]+)?\s(?i:{_words('by')})"
    return re.compile(
        rf"[(\[]?\s*(?:(?:18|19|20)\d\d[\s,·–-]+)?(?:(?i:{_words('maker')})|{genre})\s*[:.]?\s*"
        rf"(?:(?={_CAPITAL})|$)"
    )


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    """ "de Luc Dardenne", and "di Luc Dardenne con Emilie Dequenne" """
    few = _NAME.replace("{0,3}", "{0,7}?")
    return re.compile(
        rf"[(\[]?\s*(?i:{_words('by')})(?:\s+|(?<=['’]))(?:{few}(?P<with>\s*,?\s(?i:{_words('with')})\s+(?={_CAPITAL}))|{_NAME})"
    )


@lru_cache(maxsize=1)
def _cast() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_words('with')}|{_words('cast')})\b[:.]?\s+{_CAPITAL}")


def _words(group: str) -> str:
    """The words of a group of patterns, the longer first, and what cannot go on behind them."""
    lines = sorted(load_lines("titles")[group], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w) + (r"\b" if w[-1].isalpha() else "") for w in lines) + ")"


# The first letters of a line, behind a bracket and a year.
_FIRST = re.compile(r"[(\[]?\s*(?:(?:18|19|20)\d\d[\s,·–-]+)?([^\W\d_]+)")


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    """The letters with which the words for makers and casts begin: the patterns need no look elsewhere."""
    words = [
        word for group in ("maker", "by", "with", "cast", "genre") for word in load_lines("titles")[group]
    ]
    return frozenset(first[1].lower() for word in words if (first := _FIRST.match(word)))


def _may_name(words: str) -> bool:
    """Whether a line may begin with a word for a maker or a cast, as few lines do."""
    first = _FIRST.match(words)
    return first is not None and first[1].lower() in _firsts()


_SHORT = 40  # letters of a bracket that holds nothing but a length and a certificate: "(102 mins, 15)"
_RELEASED = re.compile(
    r"(?i:\b(?:production|presentation) and release\b|\brelease of an?\b|\bproduction directed by\b)"
)
_LENGTH = re.compile(
    r"(?<![\w.:/-])(?:(?:C|BW?|B&W|B/W)-)?(?:\d{2,3}\s?(?:mins?|minutes?|minuten|minuti|minutos|mn|m)\b|\d{2,3}\s?['’′](?!\w)"
    r"|\d\s?h(?:rs?|ours?)?\.?\s?[0-5]?\d?(?:\s?m(?:in|n)?)?\b)", re.I
)  # fmt: skip
_YEAR = re.compile(r"(?<![\d€$£.,-])(?<!\d/)(?:18[89]|19\d|20\d)\d(?![\d’'])")
_NATION = re.compile(r"(?:18[89]|19\d|20\d)\d-[A-Z][a-z]{3,}")  # "(1975-Australian)"
_OPENS = re.compile(
    rf"(?:18[89]|19\d|20\d)\d(?:(?![\d’'/-])|-[^\W\d_][\w .-]{{2,40}}\))"
    rf"|\d{{2,3}}\s?(?:mins?\b|minut|mn\b|['’′])|\dh\d\d"
    rf"|{_NAME},\s(?:18[89]|19\d|20\d)\d\b"
    rf"|[^()\d\n]{{2,60}}(?:18[89]|19\d|20\d)\d\b[^()\d\n]{{0,12}}\d{{2,3}}\s?(?:min|mn|['’′])"
)
_DATED_MAKER = re.compile(
    rf"[(\[]?(?:(?:18[89]|19\d|20\d)\d[,;:]?\s+(?P<behind>{_NAME})|(?P<before>{_NAME})[,;]\s(?:18[89]|19\d|20\d)\d\b)"
)
_BRACKETED = re.compile(r"\(?[^()\n]{5,160}\)?\.?$")


def weigh_line(text: str, span: Span) -> float:
    """How much the words of a line speak of a film that stands over them: 0 to 5."""
    if span.start >= span.end:
        return 0.0
    near = Span(span.start, min(span.end, span.start + 300))
    words = near.of(text)
    score = _weigh_names(words) if _may_name(words) else 0.0
    digits = any(map(str.isdigit, words))
    if digits and score == 0 and _is_dated_maker(words) and not is_furniture(words):
        score += 1.5
    lower = words.lower()
    if ("release" in lower or "production" in lower) and _RELEASED.search(words):
        score += 3
    if digits:
        score += _weigh_numbers(text, near, words)
    elif len(words) < 160 and words[0] == "(" and _BRACKETED.match(words) and words.count(",") >= 2:
        score += 2 * any(split_countries(part) for part in words.strip("(). ").split(","))
    return min(score, 5.0)


def _weigh_names(words: str) -> float:
    """What the maker or the cast with which a line begins counts."""
    score = 0.0
    if _maker().match(words):
        score += 3
    elif (made := _from().match(words)) is not None and len(words) < 120:
        score += 3 if made["with"] else 1.5
    return score + 1.5 * bool(_cast().match(words))


def opens_data(text: str, span: Span) -> bool:
    """Whether words begin with a film's data: its year, its countries and year, its length or its maker."""
    words = text[span.start : min(span.end, span.start + 120)]
    if words[0] in "\"“‘'(":
        span = Span(span.start + 1, span.end)
        words = words[1:]
    named = _may_name(words)
    if _OPENS.match(words) or (named and _maker().match(words)):
        return True
    if named and _from().match(words):
        return weigh_line(text, span) >= 2.5
    dated = any(map(str.isdigit, words)) and may_begin_countries(words)
    place = find_countries_by_year(text, span) if dated else None
    return place is not None and place.start <= span.start + 1


def is_maker_line(text: str, span: Span) -> bool:
    """Whether a line begins with its film's director, or with whom it is by."""
    words = text[span.start : min(span.end, span.start + 120)]
    return _may_name(words) and bool(_maker().match(words) or _from().match(words))


def names_maker(text: str, span: Span) -> bool:
    """Whether a line names its film's maker: by a word for it, or beside the year ("(1975, Ann Lee)")."""
    words = text[span.start : min(span.end, span.start + 120)]
    return is_maker_line(text, span) or _is_dated_maker(words)


def _is_dated_maker(words: str) -> bool:
    """Whether a line begins with a name beside a year, which no country's is: "Ann Lee, 1975"."""
    match = _DATED_MAKER.match(words) if any(map(str.isdigit, words)) else None
    return match is not None and not split_countries(match["before"] or match["behind"])


def _weigh_numbers(text: str, near: Span, words: str) -> float:
    score = 1.5 * (_LENGTH.search(words) is not None)
    score += 1.5 * (score > 0 and len(words) < _SHORT and words[0] == "(" and words[-1] == ")")
    dated = is_furniture(words)
    if not dated and _YEAR.search(words):
        score += 1
        score += 2 * (find_countries_by_year(text, near) is not None or bool(_NATION.search(words)))
    elif words[0] == "(" and words.count(",") >= 2:
        score += 2 * any(split_countries(part) for part in words.strip("(). ").split(","))
    return score
