"""Text with its names and titles set as one sign each, so that rules stay short.

`"Jacques Audiard’s follow-up to “A Prophet”"` becomes `⟨P⟩’s follow-up to ⟨T⟩`: a
rule of the trade's language is then a short phrase with placeholders
(`phrases.py`), and no rule has to know what a name looks like. Every sign keeps
its place in the document, so that whatever a rule reads can be quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from filmgraph.extraction.mentions import UPPER
from filmgraph.extraction.name_places import NamePlaces, Place
from filmgraph.extraction.page import SectionKind
from filmgraph.extraction.quoted import Quotation
from filmgraph.extraction.runs import RunWords, find_runs
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.unquoted import find_announced_titles, find_unquoted_titles
from filmgraph.model.document import Span
from filmgraph.model.names import fold_title

# The signs, in the private use area, so that no document can hold them by accident.
FULL, SINGLE, TITLE, OWN, COMPANY, TEAM, DIRECTOR = (chr(0xE000 + i) for i in range(7))
PROSE_KINDS: tuple[SectionKind, ...] = ("headline", "strapline", "body")
_SIGNS = re.compile("[\ue000-\ue0ff]")
_SIGN_OF = {"full": FULL, "single": SINGLE, "company": COMPANY, "team": TEAM}
_THE_DIRECTOR = re.compile(
    r"\b(?:[Tt]he|[Ll]e|[Ll]a|[Dd]er|[Dd]em|[Dd]ie|[Ee]l|[Ii]l|[Dd]e) "
    r"(?:(?:French|Belgian|young|veteran|writer-|scripter-)[ ]?)?"
    r"(?:director|helmer|filmmaker|writer[-/]director|writer-helmer|réalisateur|réalisatrice|cinéaste"
    rf"|[Rr]egisseur|Regisseurin|directora|realizador|realizadora|cineasta|regista)(?![\w-])(?! [{UPPER}])"
)
_DIRECTOR_NOUN = re.compile(
    r"(?:directora?|helmer|filmmaker|réalisateur|réalisatrice|cinéaste|[Rr]egisseurin|[Rr]egisseur|realizadora?"
    r"|cineasta|regista)(?![\w-])"
)
_DIRECTOR_WORDS = (
    "irector",
    "elmer",
    "ilmmaker",
    "éalisat",
    "ineast",
    "inéaste",
    "egiss",
    "ealizador",
    "egista",
)
_SENTENCE = re.compile(r"[.!?…\n](?:(?<=\n)|[\"”»’')\]]*\s+)")
_WORDS = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"\s{2,}")
# A word that the edge of a line has cut ("col- lection"), except where a hyphen is left hanging on purpose.
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])- +(?=(?!and\b|or\b|to\b|et\b|und\b|bis\b)[a-zà-ÿ]{2})")
_MOJIBAKE = re.compile("[ÂÃÄÅ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜‘’‚“”„†‡•…‰‹›€™]")
# An empty combining sign that keeps the length of a mended text.
_FILLER = "\u0335"


class Mark(NamedTuple):
    """A name or title where it stands. `sign` is its kind, `text` the words with single spaces.

    `tail` is the punctuation that a quotation mark has swallowed (“Hate,” pic …).
    """

    sign: str
    span: Span
    text: str
    tail: str = ""


class Offsets:
    """Where masked characters stand in the document, kept as stretches that run in step.

    `offsets[at]` is the document offset of the masked character `at`; built once by
    `add`, in order, then only read.
    """

    __slots__ = ("_at", "_places")

    def __init__(self) -> None:
        self._places: list[int] = []
        self._at: list[int] = []

    def add(self, place: int, offset: int) -> None:
        """From the masked character `place` on, the document runs in step from `offset`."""
        self._places.append(place)
        self._at.append(offset)

    def extend(self, other: Offsets, shift: int) -> None:
        """Append another piece's offsets, whose masked characters begin at `shift` here."""
        self._places.extend([place + shift for place in other._places])
        self._at.extend(other._at)

    def __getitem__(self, at: int) -> int:
        i = bisect_right(self._places, at) - 1
        return self._at[i] + at - self._places[i]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `masked` is lower-case text with one sign for each name and title.

    `starts` gives the document offset of each masked character; `marks` the mark
    at each masked offset that holds a sign; `words` are the words left, by which
    rules know whether they need look at all. `is_biography` marks a life of the
    director under the film's notes: what it says is about other films. `parts` are
    the ranges of the pieces that this one was joined from, with their words.
    """

    section: SectionKind
    masked: str
    starts: Offsets
    marks: dict[int, Mark]
    words: frozenset[str] = frozenset()
    is_biography: bool = False
    parts: tuple[tuple[int, int, frozenset[str]], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The document's span for a range of masked characters."""
        last = self.marks.get(end - 1)
        return Span(self.starts[start], last.span.end if last else self.starts[end - 1] + 1)

    def inside(self, start: int, end: int, signs: str = "") -> list[Mark]:
        """The marks in a range, in order; with `signs` only those of these kinds."""
        found = (self.marks[m.start()] for m in _SIGNS.finditer(self.masked, start, end))
        return [m for m in found if not signs or m.sign in signs]

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds the masked offset `at` begins, at most some 600 characters before."""
        start = 0
        for reach in (120, 600):  # most sentences have begun not long before
            start = first = max(0, at - reach)
            for match in _SENTENCE.finditer(self.masked, first, at):
                start = match.end()
            if start > first:
                break
        return start

    def quote(self, start: int, end: int) -> Span:
        """The words to quote for a match: from its sentence's start where that is not too long."""
        whole = self.span(start, end)
        first = self.starts[self.sentence_start(start)]
        return Span(first, whole.end) if whole.end - first <= MAX_QUOTE else whole


def join_pieces(pieces: Iterable[Piece]) -> Piece:
    """Several pieces as one, a line break between them, so that each rule looks only once."""
    masked: list[str] = []
    starts = Offsets()
    marks: dict[int, Mark] = {}
    parts: list[tuple[int, int, frozenset[str]]] = []
    shift = 0
    for piece in pieces:
        starts.extend(piece.starts, shift)
        marks.update({shift + at: mark for at, mark in piece.marks.items()})
        masked.append(piece.masked + "\n")
        parts.append((shift, shift + len(piece.masked), piece.words))
        shift += len(piece.masked) + 1
    words = frozenset().union(*(words for *_, words in parts))
    return Piece("body", "".join(masked), starts, marks, words, parts=tuple(parts))


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


def mask(
    text: str, span: Span, section: SectionKind, setting: Setting, *, is_biography: bool = False
) -> Piece:
    """One stretch of a (mended) text with its names and titles as signs."""
    plain = text[span.start : span.end].replace("\r", " ")
    if section in PROSE_KINDS:
        plain = plain.replace("\n", " ")
    lower = plain.lower()
    # What nearly all stretches are: then a masked character stands for each of theirs.
    is_even = len(lower) == len(plain) and "  " not in plain and "- " not in plain
    starts = Offsets()
    out: list[str] = []
    marks: dict[int, Mark] = {}
    length = cursor = 0
    for mark in (*_find_marks(plain, span, section, setting), None):
        end = mark.span.start - span.start if mark else len(plain)
        if end < cursor:
            continue
        for words, offset in ((lower[cursor:end], cursor),) if is_even else _copy(plain, cursor, end):
            if words:
                out.append(words)
                starts.add(length, span.start + offset)
                length += len(words)
        if mark:
            marks[length] = mark
            out.append(mark.sign + mark.tail)
            starts.add(length, mark.span.start)
            length += 1
            if mark.tail:
                starts.add(length, mark.span.end - 1)
                length += len(mark.tail)
            cursor = mark.span.end - span.start
    masked = "".join(out)
    return Piece(section, masked, starts, marks, _words_of(masked), is_biography)


def _words_of(masked: str) -> frozenset[str]:
    """The words of a masked text; only what is not all letters needs be searched for them."""
    pieces = set(masked.split())
    words = {piece for piece in pieces if piece.isalpha()}
    return frozenset(words.union(_WORDS.findall(" ".join(pieces - words))))


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


def _find_marks(plain: str, span: Span, section: SectionKind, setting: Setting) -> Iterator[Mark]:
    """The marks of a stretch in order; where two overlap the longer wins, and titles win over names."""
    base = span.start
    found = [*_quoted(span, setting)]
    for form in setting.own_forms:
        found.extend(_mark(OWN, plain, start, end, base) for start, end in _find_words(plain, form))
    if setting.quotes_titles or section not in PROSE_KINDS:
        # In lists and teasers only what is announced: capitals are everywhere there.
        titles = find_announced_titles(plain) if section not in PROSE_KINDS else iter(())
    else:
        sure = (Span(*place) for form in setting.unquoted for place in _find_words(plain, form))
        known = setting.titles_at.get(span)
        titles = chain(find_unquoted_titles(plain) if known is None else known, sure)
    for title in titles:
        mark = _mark(TITLE, plain, title.start, title.end, base)
        found.append(mark._replace(sign=OWN) if fold_title(mark.text) in setting.own_titles else mark)
    for run in find_runs(plain, section, setting.words, _places(plain, span, setting)):
        found.append(_mark(_SIGN_OF[run.shape], plain, run.start, run.end, base))
    if any(word in plain for word in _DIRECTOR_WORDS):
        # The noun first, then what stands before it: much faster than an article at every word.
        for noun in _DIRECTOR_NOUN.finditer(plain):
            m = _THE_DIRECTOR.search(plain, max(0, noun.start() - 24), min(len(plain), noun.end() + 24))
            if m and m.end() == noun.end():
                found.append(_mark(DIRECTOR, plain, m.start(), m.end(), base))
    for word in setting.mononyms:
        found.extend(_mark(SINGLE, plain, start, end, base) for start, end in _find_words(plain, word))
    return _without_overlaps(found)


def _places(plain: str, span: Span, setting: Setting) -> list[Place] | None:
    """The places of a stretch's capitals, unless names go across its line breaks, which `plain` lacks."""
    places = setting.places
    if places is None or not places.text.startswith(plain, span.start):
        return None
    return [(start - span.start, end - span.start) for start, end in places.within(span)]


def _quoted(span: Span, setting: Setting) -> Iterator[Mark]:
    first = bisect_left(setting.quotations, span.start, key=lambda q: q.span.start)
    for quotation in setting.quotations[first:]:
        if quotation.span.end > span.end:
            return
        sign = OWN if fold_title(quotation.text) in setting.own_titles else TITLE
        yield Mark(sign, quotation.span, quotation.text.replace(_FILLER, ""), quotation.tail)


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


_RANK = {TITLE: 0, OWN: 0, TEAM: 1, COMPANY: 2, FULL: 2, SINGLE: 2, DIRECTOR: 3}


def _without_overlaps(marks: list[Mark]) -> Iterator[Mark]:
    marks.sort(key=lambda m: (m.span.start, m.span.start - m.span.end, _RANK[m.sign]))
    held: Mark | None = None
    for mark in marks:
        if held and mark.span.start < held.span.end:
            longer = mark.span.end - mark.span.start > held.span.end - held.span.start
            if longer and _RANK[mark.sign] <= _RANK[held.sign]:
                held = mark
            continue
        if held:
            yield held
        held = mark
    if held:
        yield held


def _mark(sign: str, plain: str, start: int, end: int, base: int) -> Mark:
    words = " ".join(plain[start:end].split()).replace(_FILLER, "")
    return Mark(sign, Span(base + start, base + end), words)


def mend(text: str) -> str:
    """`text` with letters that were read as windows-1252 put right, its length unchanged.

    A mended letter is followed by an empty combining sign, so that offsets stay true.

    >>> from filmgraph.model.names import fold
    >>> len(mend("FranÃ§ois")) == len("FranÃ§ois"), fold(mend("FranÃ§ois"))
    (True, 'francois')
    """
    if _SIGNS.search(text):
        text = _SIGNS.sub("\ufffd", text)  # what stands for names here must not stand in the document
    if "Ã" not in text and "Å" not in text:
        return text
    return _MOJIBAKE.sub(_mend_letter, text)


def _mend_letter(match: re.Match[str]) -> str:
    try:
        letter = match.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match.group()
    return letter + _FILLER if letter.isalpha() else match.group()


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
    "join_pieces",
    "mask",
    "mend",
]
