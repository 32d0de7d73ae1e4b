"""Text with its names and titles set as one sign each, so that rules stay short.

`"Jacques Audiard’s follow-up to “A Prophet”"` becomes `⟨P⟩’s follow-up to ⟨T⟩`: a
rule of the trade's language is then a short phrase with placeholders
(`phrases.py`), and no rule has to know what a name looks like. Every sign keeps
its place in the document, so that whatever a rule reads can be quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from filmgraph.extraction.page import SectionKind
from filmgraph.extraction.prose.marks import (
    COMPANY,
    DIRECTOR,
    FULL,
    OWN,
    PROSE_KINDS,
    SINGLE,
    TEAM,
    TITLE,
    Mark,
    Setting,
    find_marks,
)
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.text.needed_letters import SIGN, words_beside_signs
from filmgraph.model.document import Span

_SIGNS = re.compile("[\ue000-\ue0ff]")
_SIGN_BYTE = FULL.encode()[:1]
_OTHER_SIGNS = (FULL, SINGLE, TITLE, OWN, COMPANY, TEAM, DIRECTOR)[1:]
_SENTENCE = re.compile(r"[.!?…\n](?:(?<=\n)|[\"”»’')\]]*\s+)")
# Small letters by their ranges, which is matched faster than "a letter, but no digit".
_WORDS = re.compile("[a-zß-öø-ʯ\u0370-\u1fff]+")
_LONGEST_SENTENCE = 600
_SPACES = re.compile(r"\s{2,}")
# A word that the edge of a line has cut ("col- lection"), except where a hyphen is left hanging on purpose.
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])- +(?=(?!and\b|or\b|to\b|et\b|und\b|bis\b)[a-zà-ÿ]{2})")


class Offsets:
    """Where masked characters stand in the document, kept as stretches that run in step.

    `offsets[at]` is the document offset of the masked character `at`. From each of
    `places` on, the document runs in step from the offset beside it.
    """

    __slots__ = ("_at", "_places")

    def __init__(self, places: list[int], offsets: list[int]) -> None:
        self._places = places
        self._at = offsets

    def extend(self, other: Offsets, shift: int) -> None:
        """Append another piece's offsets, whose masked characters begin at `shift` here."""
        self._places.extend([place + shift for place in other._places])
        self._at.extend(other._at)

    def __getitem__(self, at: int) -> int:
        i = bisect_right(self._places, at) - 1
        return self._at[i] + at - self._places[i]


@dataclass(frozen=True)
class Piece:
    """A stretch of text: `masked` is lower-case text with one sign for each name and title.

    `starts` gives the document offset of each masked character; `marks` the mark
    at each masked offset that holds a sign, in order. `is_biography` marks a life of the
    director under the film's notes: what it says is about other films. `parts` are
    the ranges of the pieces that this one was joined from, with their words.
    """

    section: SectionKind
    masked: str
    starts: Offsets
    marks: dict[int, Mark]
    is_biography: bool = False
    parts: tuple[tuple[int, int, frozenset[str]], ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that are left, by which rules know whether they need look at all.

        With them each sign and the letters on either side of it (`needed_letters.py`).
        """
        if self.parts:
            return frozenset().union(*(words for *_, words in self.parts))
        return frozenset([*_WORDS.findall(self.masked), *words_beside_signs(self.masked, self.marks)])

    @cached_property
    def flat(self) -> str:
        """The masked text with one sign for all signs, for those who ask what stands beside any name."""
        flat = self.masked
        for sign in _OTHER_SIGNS:
            flat = flat.replace(sign, SIGN)
        return flat

    @cached_property
    def places(self) -> list[int]:
        """The masked offsets of the marks, in order."""
        return list(self.marks)

    def mark_before(self, at: int) -> int:
        """The masked offset of the last mark before `at`, -1 where there is none."""
        before = bisect_left(self.places, at)
        return self.places[before - 1] if before else -1

    def span(self, start: int, end: int) -> Span:
        """The document's span for a range of masked characters."""
        last = self.marks.get(end - 1)
        return Span(self.starts[start], last.span.end if last else self.starts[end - 1] + 1)

    def inside(self, start: int, end: int, signs: str = "") -> list[Mark]:
        """The marks in a range, in order; with `signs` only those of these kinds."""
        found = (self.marks[m.start()] for m in _SIGNS.finditer(self.masked, start, end))
        return [m for m in found if not signs or m.sign in signs]

    @cached_property
    def _sentence_ends(self) -> tuple[list[int], list[int]]:
        """Where the marks stand that end sentences, and where those behind them begin."""
        ends = [match.span() for match in _SENTENCE.finditer(self.masked)]
        return [start for start, _ in ends], [end for _, end in ends]

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds the masked offset `at` begins, at most some 600 characters before."""
        marks, begins = self._sentence_ends
        first = max(0, at - _LONGEST_SENTENCE)
        last = bisect_right(begins, at) - 1
        return begins[last] if last >= 0 and marks[last] >= first else first

    def quote(self, start: int, end: int) -> Span:
        """The words to quote for a match: from its sentence's start where that is not too long."""
        whole = self.span(start, end)
        first = self.starts[self.sentence_start(start)]
        return Span(first, whole.end) if whole.end - first <= MAX_QUOTE else whole


def join_pieces(pieces: Iterable[Piece]) -> Piece:
    """Several pieces as one, a line break between them, so that each rule looks only once."""
    masked: list[str] = []
    starts = Offsets([], [])
    marks: dict[int, Mark] = {}
    parts: list[tuple[int, int, frozenset[str]]] = []
    shift = 0
    for piece in pieces:
        starts.extend(piece.starts, shift)
        marks.update({shift + at: mark for at, mark in piece.marks.items()})
        masked.append(piece.masked + "\n")
        parts.append((shift, shift + len(piece.masked), piece.words))
        shift += len(piece.masked) + 1
    return Piece("body", "".join(masked), starts, marks, parts=tuple(parts))


def clear_signs(text: str) -> str:
    """A text in which nothing looks like the signs that stand for names and titles in a masked one."""
    # All signs begin with one byte, which is looked for in a fifth of the time.
    if _SIGN_BYTE not in text.encode("utf-8", "surrogatepass"):
        return text
    return _SIGNS.sub("\ufffd", text)


def mask(
    text: str, span: Span, section: SectionKind, setting: Setting, *, is_biography: bool = False
) -> Piece:
    """One stretch of a (mended) text with its names and titles as signs."""
    base = span.start
    plain = text[base : span.end].replace("\r", " ")
    if section in PROSE_KINDS:
        plain = plain.replace("\n", " ")
    lower = plain.lower()
    # What nearly all stretches are: then a masked character stands for each of theirs.
    is_even = len(lower) == len(plain) and "  " not in plain and "- " not in plain
    places: list[int] = []
    offsets: list[int] = []
    out: list[str] = []
    marks: dict[int, Mark] = {}
    length = cursor = 0
    for mark in (*find_marks(plain, span, section, setting), None):
        end = mark.span.start - base if mark else len(plain)
        if end < cursor:
            continue
        for words, offset in ((lower[cursor:end], cursor),) if is_even else _copy(plain, cursor, end):
            out += (words,)
            places += (length,)
            offsets += (base + offset,)
            length += len(words)
        if mark:
            marks[length] = mark
            out += (mark.sign + mark.tail,)
            places += (length,)
            offsets += (mark.span.start,)
            length += 1
            if mark.tail:
                places += (length,)
                offsets += (mark.span.end - 1,)
                length += len(mark.tail)
            cursor = mark.span.end - base
    return Piece(section, "".join(out), Offsets(places, offsets), marks, is_biography)


def _copy(plain: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The plain words of a range in lower case, blanks collapsed, in stretches with their offsets."""
    chunk = plain[start:end]
    lower = chunk.lower()
    if len(lower) != len(chunk):
        lower = chunk
    if "  " not in chunk and "- " not in chunk:
        if lower:
            yield lower, start
        return
    cursor = 0
    cuts = [(m.start(), m.end(), "\n" if "\n" in m.group() else " ") for m in _SPACES.finditer(chunk)]
    cuts += [(m.start(), m.end(), "") for m in _BROKEN.finditer(chunk)]
    for a, b, put in [*sorted(cuts), (len(chunk), len(chunk), "")]:
        if a < cursor:
            continue
        if lower[cursor:a] + put:
            yield lower[cursor:a] + put, start + cursor
        cursor = b


__all__ = [
    "COMPANY",
    "DIRECTOR",
    "FULL",
    "OWN",
    "PROSE_KINDS",
    "SINGLE",
    "TEAM",
    "TITLE",
    "Mark",
    "Piece",
    "Setting",
    "clear_signs",
    "join_pieces",
    "mask",
]
