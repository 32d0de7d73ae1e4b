"""Countries, territories and languages as film pages print them."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_AROUND = " .,()[]|–·•-"
_YEAR_NUMBER = re.compile(r"(?P<year>(?:18[89]|19\d|20\d)\d)(?<![\d/€$£.,-]\d{4})(?![\d’'])")
_CAPITALIZED = re.compile(r"(?<![\w])[^\W\d_a-z][\w.'’]*")
_WORD_END = re.compile(r"[^\W\d_][\w.'’]*")
_SLASH = re.compile(r"\s*[/|·•+]\s*")
_CODE = re.compile(r"[A-Z]{1,3}")
_YEAR = re.compile(r"[\s,.(]*\b(?:18|19|20)\d\d\b[).]?")
_JOINT = re.compile(r"\s*(?:[/,;&+|·–-]|\band\b|\bet\b|\bund\b|\by\b|\be\b|\ben\b)\s*|\.\s+")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(
        fold(name) for line in load_lines("countries")["country"] for name in line.split("|") if len(name) > 1
    )


@lru_cache(maxsize=4096)
def is_country(words: str) -> bool:
    """Whether `words` are the name of a country, or several joined by "/", "-", "," or "and".

    >>> is_country("France"), is_country("UK/France"), is_country("Paris")
    (True, True, False)
    """
    words = _YEAR.sub("", words)
    if fold(words) in _countries():
        return True
    parts = [p for p in _JOINT.split(words) if p]
    return len(parts) > 1 and all(fold(p) in _countries() for p in parts)


def is_territory(words: str) -> bool:
    """Whether `words` say where a company distributes: a country, "in U.S.", "North America"."""
    bare = fold(words)
    bare = bare.removeprefix("in ").removeprefix("the ").removeprefix("for ").removeprefix("en ")
    return bool(bare) and (
        bare in load_patterns("countries")["territory"] or is_country(bare) or bare in _countries()
    )


def clean_territory(words: str) -> str:
    """A territory without "in" and "the": "in the U.S." → "U.S."."""
    return re.sub(r"^(?:in|for|en)\s+(?:the\s+)?", "", words.strip(), flags=re.I)


@lru_cache(maxsize=1)
def _short_forms() -> frozenset[str]:
    return frozenset(
        name for line in load_lines("countries")["country"] for name in line.split("|") if len(name) <= 4
    )


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(fold(name).partition(" ")[0] for name in (*_countries(), *_short_forms()))


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(fold(name) for line in load_lines("countries")["language"] for name in line.split("|"))


def is_language(words: str) -> bool:
    """Whether `words` name a language, in one of the languages that we read."""
    return fold(words) in _languages()


def split_countries(words: str) -> list[str]:
    """The countries of a list, as printed; empty where anything else stands among them.

    >>> split_countries("Romania/France/Belgium"), split_countries("Fr-Bel."), split_countries("A Man")
    (['Romania', 'France', 'Belgium'], ['Fr', 'Bel'], [])
    """
    words = words.strip(_AROUND)
    if not may_begin_countries(words):
        return []  # as with nearly all words that are asked about
    if is_single_country(words):
        return [words]
    if words.isalpha():
        return [words] if words in _short_forms() else []  # nothing parts a single word
    for mark in (_SLASH, _JOINT):
        parts = [p for part in mark.split(words) if part and (p := part.strip(" .,()"))]
        if len(parts) == 1 and " " in parts[0] and mark is _JOINT:
            parts = parts[0].split()
            return parts if all(is_single_country(p) for p in parts) else []
        codes = mark is _SLASH and len(parts) > 1
        if parts and all(
            is_single_country(p) or p in _short_forms() or (codes and _CODE.fullmatch(p)) for p in parts
        ):
            known = sum(is_single_country(p) or p in _short_forms() for p in parts)
            return parts if known * 2 >= len(parts) else []
    return []


def may_begin_countries(words: str) -> bool:
    """Whether the first of some words can be that of a country, or short enough for its letters."""
    words = words.lstrip(_AROUND)
    first = words.split(None, 1)[:1]
    head = fold(first[0] if first else "").partition(" ")[0] or fold(words).partition(" ")[0]
    return len(head) <= 3 or head in _first_words()


def is_single_country(words: str) -> bool:
    """Whether `words` are the name of one country ("Hong Kong")."""
    return fold(words) in _countries()


def find_countries_by_year(text: str, line: Span) -> Span | None:
    """The words of a line that are a list of countries right before or behind a year."""
    if line.end - line.start > 3000:
        return None
    for year in itertools.islice(_YEAR_NUMBER.finditer(text, line.start, line.end), 4):
        before = Span(max(line.start, year.start() - 90), year.start())
        words = [m.start() for m in _CAPITALIZED.finditer(text, before.start, before.end)]
        for start in words[-8:]:
            if split_countries(text[start : before.end].strip(" .,(|–·-")):
                return trim(text, Span(start, before.end))
        behind = Span(year.end(), min(line.end, year.end() + 90))
        ends = [m.end() for m in _WORD_END.finditer(text, behind.start, behind.end)][:8]
        for end in reversed(ends):
            if split_countries(text[behind.start : end].strip(" .,)|–·-")):
                return trim(text, Span(behind.start, end))
    return None
