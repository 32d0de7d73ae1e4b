"""The names and titles of a stretch of text, each as a mark with the sign that will stand for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.page import SectionKind
from filmgraph.extraction.prose.name_places import NamePlaces, Place
from filmgraph.extraction.prose.quoted import Quotation
from filmgraph.extraction.prose.runs import RunWords, find_runs
from filmgraph.extraction.prose.unquoted import find_announced_titles, find_unquoted_titles
from filmgraph.extraction.text.near import find_begun
from filmgraph.model.document import Span
from filmgraph.model.names import fold_title

# The signs, in the private use area, so that no document can hold them by accident.
FULL, SINGLE, TITLE, OWN, COMPANY, TEAM, DIRECTOR = (chr(0xE000 + i) for i in range(7))
PROSE_KINDS: tuple[SectionKind, ...] = ("headline", "strapline", "body")
_SIGN_OF = {"full": FULL, "single": SINGLE, "company": COMPANY, "team": TEAM}
_RANK = {TITLE: 0, OWN: 0, TEAM: 1, COMPANY: 2, FULL: 2, SINGLE: 2, DIRECTOR: 3}
_THE_DIRECTOR = re.compile(
    r"\b(?:[Tt]he|[Ll]e|[Ll]a|[Dd]er|[Dd]em|[Dd]ie|[Ee]l|[Ii]l|[Dd]e) "
    r"(?:(?:French|Belgian|young|veteran|writer-|scripter-)[ ]?)?"
    r"(?:director|helmer|filmmaker|writer[-/]director|writer-helmer|réalisateur|réalisatrice|cinéaste"
    rf"|[Rr]egisseur|Regisseurin|directora|realizador|realizadora|cineasta|regista)(?![\w-])(?! [{UPPER}])"
    # "el director de fotografía", "il direttore di produzione" direct something else
    r"(?! (?:d[aeio]|del|della|de la) ?"
    r"(?:foto|photo|art[e ]|produ|cast|som|sonido|animaç|animac|orquest|orchest))"
    rf"|\b(?:[AaOo] diretora?|[Rr]egissören|[Ii]nstruktøren|[Rr]egissøren)(?![\w-])(?! [{UPPER}])"
)
_DIRECTOR_NOUN = re.compile(
    r"(?:directora?|helmer|filmmaker|réalisateur|réalisatrice|cinéaste|[Rr]egisseurin|[Rr]egisseur|realizadora?"
    r"|cineasta|regista|diretora?|[Rr]egissören|[Ii]nstruktøren|[Rr]egissøren)(?![\w-])"
)
# What these nouns begin with.
_DIRECTOR_NOUNS = (
    "director",
    "helmer",
    "filmmaker",
    "réalisat",
    "cineast",
    "cinéaste",
    "regiss",
    "Regiss",
    "realizador",
    "regista",
    "diretor",
    "instrukt",
    "Instrukt",
)


class Mark(NamedTuple):
    """A name or title where it stands. `sign` is its kind, `text` the words with single spaces.

    `tail` is the punctuation that a quotation mark has swallowed (“Hate,” pic …).
    """

    sign: str
    span: Span
    text: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What masking must know of the document.

    `own_titles` are the film's folded titles, `own_forms` as they may stand
    unquoted, longest first; `quotations` all quoted titles in reading order;
    `quotes_titles` whether the house quotes films; `words` what tells names from
    other capitals; `mononyms` names that are printed in lower case; `unquoted` titles
    that are sure somewhere in the prose, and so are titles wherever they stand;
    `titles_at` the places of unquoted titles in the stretches looked through for these;
    `places` those of the text's capitals.
    """

    own_titles: frozenset[str]
    own_forms: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    quotes_titles: bool
    words: RunWords
    mononyms: tuple[str, ...] = ()
    unquoted: tuple[str, ...] = ()
    titles_at: Mapping[Span, tuple[Span, ...]] = field(default_factory=dict)
    places: NamePlaces | None = None


# Where a mark may stand: start, length below zero, rank, sign, and its text and tail if they are known.
# Such tuples sort as marks win, and only those that win become marks.
_Candidate = tuple[int, int, int, str, str, str]
_BY_PLACE = itemgetter(0, 1, 2)


def find_marks(plain: str, span: Span, section: SectionKind, setting: Setting) -> list[Mark]:
    """The marks of a stretch in order; where two overlap the longer wins, and titles win over names.

    `plain` are the words of the stretch at `span`, blanks put for line breaks.
    """
    base = span.start
    found = [
        _candidate(sign, q.span.start - base, q.span.end - base, q.text, q.tail)
        for q, sign in _quoted(span, setting)
    ]
    for form in setting.own_forms:
        if form in plain:
            found += [_candidate(OWN, *place) for place in _find_words(plain, form)]
    for title in _unquoted(plain, span, section, setting):
        words = _words(plain[title.start : title.end])
        sign = OWN if fold_title(words) in setting.own_titles else TITLE
        found.append(_candidate(sign, title.start, title.end, words))
    for start, end, shape in find_runs(plain, section, setting.words, _places(plain, span, setting)):
        sign = _SIGN_OF[shape]
        found.append((start, start - end, _RANK[sign], sign, "", ""))
    found += [_candidate(DIRECTOR, *place) for place in _find_director_nouns(plain)]
    for word in setting.mononyms:
        found += [_candidate(SINGLE, *place) for place in _find_words(plain, word)]
    return [
        Mark(sign, Span(base + start, base + start - size), text or _words(plain[start : start - size]), tail)
        for start, size, _, sign, text, tail in _without_overlaps(found)
    ]


def _candidate(sign: str, start: int, end: int, text: str = "", tail: str = "") -> _Candidate:
    return start, start - end, _RANK[sign], sign, text, tail


@lru_cache(maxsize=4096)
def _words(printed: str) -> str:
    """A name's or title's words with single spaces."""
    return " ".join(printed.split())


def _unquoted(plain: str, span: Span, section: SectionKind, setting: Setting) -> Iterator[Span]:
    """The titles of a stretch that stand without quotation marks."""
    if section not in PROSE_KINDS:
        return find_announced_titles(plain)  # capitals are everywhere in lists and teasers
    if setting.quotes_titles:
        return iter(())
    known = setting.titles_at.get(span)
    sure = (Span(*place) for form in setting.unquoted for place in _find_words(plain, form))
    return chain(find_unquoted_titles(plain) if known is None else known, sure)


def _find_director_nouns(plain: str) -> Iterator[Place]:
    """Where "the director" stands, under all its names."""
    # The noun first, then what stands before it: much faster than an article at every word.
    for noun in find_begun(plain, _DIRECTOR_NOUN, _DIRECTOR_NOUNS):
        m = _THE_DIRECTOR.search(plain, max(0, noun.start() - 24), min(len(plain), noun.end() + 24))
        if m and m.end() == noun.end():
            yield m.span()


def _places(plain: str, span: Span, setting: Setting) -> list[Place] | None:
    """The places of a stretch's capitals, unless names go across its line breaks, which `plain` lacks."""
    places = setting.places
    if places is None or not places.text.startswith(plain, span.start):
        return None
    return [(start - span.start, end - span.start) for start, end in places.within(span)]


def _quoted(span: Span, setting: Setting) -> Iterator[tuple[Quotation, str]]:
    """The quotations of a stretch, each with its sign."""
    first = bisect_left(setting.quotations, span.start, key=lambda q: q.span.start)
    for quotation in setting.quotations[first:]:
        if quotation.span.end > span.end:
            return
        yield quotation, OWN if fold_title(quotation.text) in setting.own_titles else TITLE


def _find_words(plain: str, words: str) -> Iterator[tuple[int, int]]:
    """Where `words` stand in a text as whole words and outside of quotation marks."""
    at = plain.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = plain[at - 1 : at], plain[end : end + 1]
        opened = before in {"‘", "“", '"', "«", "-"} or before.isalnum()
        if not opened and not after.isalnum() and after != "-":
            yield at, end
        at = plain.find(words, end)


def _without_overlaps(found: list[_Candidate]) -> list[_Candidate]:
    found.sort(key=_BY_PLACE)
    kept: list[_Candidate] = []
    end = -1
    for one in found:
        start, size, rank = one[:3]
        if start >= end:
            kept.append(one)
            end = start - size
        elif size < kept[-1][1] and rank <= kept[-1][2]:
            kept[-1] = one
            end = start - size
    return kept
