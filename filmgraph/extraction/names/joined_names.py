"""Names that run into one another, and where one ends: no comma stands between them.

Pages that lost their markup set names without any mark. What parts them is in the names themselves:

- a small letter and a capital: "Stéphane AudranBodil Kjer", "Nordisk FilmDet Danske Filminstitut"
- surnames in capitals: "Andris FELDMANIS Livia ULMAN", "MYUNG Kay-nam CHO Min-cheul"
- a wide blank: "KWONG Chi-leung  Manda WAI"
- given names that we know: "Julie Gouet Richard Rousseau"

Each is believed only where every part comes out as a name of two words and more.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER, is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, SUFFIXES, fold

_WORD = re.compile(r"\S+")
_FIRST_WORD = re.compile(r"[^\s,;/()]*")
_LAST_WORD = re.compile(r"[^\W\d_]*(?:-[^\W\d_]+)*\Z")
_GLUE = re.compile(rf"[{UPPER}](?<=[^\W\d_{UPPER}](?s:.))")
_WIDE = re.compile(r"[ \u00a0]{2,}|\t+")
# "McGregor", "DiCaprio", "VanderMeer", "JoAnn": the capital behind them is the same word's.
NAME_PREFIXES = frozenset(
    "mc mac de del della di du da dal las la le lo los van vander von der den ten ter fitz o d ap al el bin"
    " st jo lee mary anne".split()
)


def split_joined(text: str, span: Span) -> list[Span]:
    """The names of people that run into one another at `span`; empty where it is one name or unclear."""
    words = span.of(text)
    if " " not in words:
        return []
    several: list[Span] = []
    if "  " in words or "\t" in words:
        several = _split_wide(text, span)
    if not several and _may_be_glued(words):
        several = _split_glued(text, span)
    if not several and words.count(" ") > 2:
        several = _split_by_case(text, span) or split_unseparated(text, span)
    return several


def split_joined_companies(text: str, span: Span) -> list[Span]:
    """The companies that are glued to one another at `span`, each with a word that only companies have."""
    if " " not in span.of(text) or not _may_be_glued(span.of(text)):
        return []
    cuts = [m.start() for m in _GLUE.finditer(text, span.start + 3, span.end)]
    parts = _cut(text, span, cuts)
    good = all(" " in p.of(text) and looks_like_company(p.of(text)) for p in parts)
    return parts if len(parts) > 1 and good else []


@lru_cache(maxsize=4096)
def _may_be_glued(words: str) -> bool:
    return _GLUE.search(words, 3) is not None


def _cut(text: str, span: Span, cuts: list[int]) -> list[Span]:
    bounds = [span.start, *cuts, span.end]
    return [trim(text, Span(a, b)) for a, b in itertools.pairwise(bounds)]


def _split_wide(text: str, span: Span) -> list[Span]:
    """The names between wide blanks, where each is one in full."""
    cuts = [m.end() for m in _WIDE.finditer(text, span.start, span.end)]
    parts = [p for p in _cut(text, span, cuts) if p.start < p.end]
    if len(parts) < 2:
        return []
    if all(_is_full(p.of(text)) for p in parts):
        return parts
    # "Kate Dean  Ci": the name ends where the next column begins.
    first, second = parts[0].of(text), parts[1].of(text)
    alone = _is_full(first) and is_given_name(first.split()[0])
    return parts[:1] if alone and " " not in second and fold(second) not in SUFFIXES else []


def _is_full(words: str) -> bool:
    return " " in words and looks_like_person(words) and not looks_like_company(words)


def _split_glued(text: str, span: Span) -> list[Span]:
    """The names in "Marion CotillardFabrizio Rongione": a name that begins inside a word."""
    cuts = [
        m.start()
        for m in _GLUE.finditer(text, span.start + 3, span.end)
        if _begins_name(text, m.start(), span)
    ]
    parts = _cut(text, span, cuts) if cuts else []
    return parts if parts and all(" " in p.of(text) for p in parts) else []


def _begins_name(text: str, at: int, span: Span) -> bool:
    """Whether a new name may begin at a capital inside a word: behind a surname, not behind a prefix."""
    before = _LAST_WORD.search(text, max(span.start, at - 30), at)
    after = _FIRST_WORD.match(text, at, span.end)
    front = before.group() if before else ""
    if fold(front) in NAME_PREFIXES or after is None:
        return False
    return len(front) > 3 or is_given_name(after.group())


def _split_by_case(text: str, span: Span) -> list[Span]:
    """The names of a list in which all surnames stand in capitals, before or behind the given names."""
    words = [Span(*m.span()) for m in _WORD.finditer(text, span.start, span.end)]
    loud = [is_loud(w.of(text)) for w in words]
    if len(words) > 60 or None in (loud[0], loud[-1]) or loud[0] == loud[-1]:
        return []
    starts = [0]
    for k in range(1, len(words)):
        if loud[k] == loud[0] and loud[k - 1] == (not loud[0]):
            starts.append(k)
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(words)]
    parts = [Span(words[a].start, words[b - 1].end) for a, b in zip(starts, ends, strict=True)]
    whole = all(2 <= b - a <= 4 for a, b in zip(starts, ends, strict=True))
    return parts if whole and all(_is_full(p.of(text)) for p in parts) else []


def is_loud(word: str) -> bool | None:
    """Whether a word stands in capitals; None for initials, particles and suffixes, which say nothing."""
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or "." in word or fold(word) in PARTICLES or fold(word) in SUFFIXES:
        return None
    return all(c.isupper() for c in letters)


def split_unseparated(text: str, span: Span) -> list[Span]:
    """The names in "Julie Gouet Richard Rousseau", where given names show where each begins.

    Only when every name comes out as a given name that we know and one or two
    further words; empty otherwise, and for what may be one name of four words.
    """
    if not 4 <= len(span.of(text).split()) <= 40:
        return []
    words = [Span(*m.span()) for m in _WORD.finditer(text, span.start, span.end)]
    if any(w.of(text).islower() and fold(w.of(text)) not in PARTICLES for w in words):
        return []
    starts = [0]
    i = 2
    while i < len(words):
        left = len(words) - i
        behind_initial = text[words[i - 1].end - 1] == "."  # no name ends with "Richard E."
        if is_given_name(words[i].of(text)) and left >= 2 and not behind_initial:
            starts.append(i)
            i += 2
        else:
            i += 1
    sizes = [b - a for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    if len(starts) < 2 or any(not 2 <= n <= 3 for n in sizes):
        return _split_by_twos(text, words)
    if not all(is_given_name(words[k].of(text)) for k in starts):
        return _split_by_twos(text, words)
    ends = [*starts[1:], len(words)]
    return [Span(words[a].start, words[b - 1].end) for a, b in zip(starts, ends, strict=True)]


def _split_by_twos(text: str, words: list[Span]) -> list[Span]:
    """At least three names of two words: most begin with a given name that we know, none ends with one."""
    given = [is_given_name(word.of(text)) for word in words]
    pairs = len(words) // 2
    if len(words) % 2 or pairs < 3 or any(given[1::2]) or sum(given[::2]) * 5 < 3 * pairs:
        return []
    parts = [Span(a.start, b.end) for a, b in zip(words[::2], words[1::2], strict=True)]
    return parts if all(_is_full(p.of(text)) for p in parts) else []
