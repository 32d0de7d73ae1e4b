"""The kinds of a page's lines: headline, strapline, byline, prose, credit blocks, teasers.

A page is cut line by line, by what each line looks like and what stood before
it. The names of later sections matter: nothing in a `teasers` section is ever
credited, prose rules read `body`, `headline` and `strapline`, label rules read the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.text.sentences import is_told
from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_title

SectionKind = Literal[
    "headline", "strapline", "byline", "body", "production", "crew", "cast", "labels", "other", "teasers"
]


@dataclass(frozen=True, slots=True)
class Section:
    """A run of lines that an editor set for one purpose. `span` covers whole lines, blanks trimmed."""

    kind: SectionKind
    span: Span


_HEAD = re.compile(r"[\s\-•*|»>]*([^\s:|][^:|\n.]{0,60}?)\s?[:|]")
_SENTENCE_END = re.compile(r"[.!?…][\"”»’)]?(?:\s|$)")
_RELEASE = re.compile(
    r"(?=[rp])(?:\b(?:release|presentation|production)\b[^.]{0,400}\b(?:release|presentation"
    r"|production)\b"
    r"|\brelease of an?\b)",
    re.I,
)
# Words with a capital inside a sentence.
_NAMED = re.compile(r"(?<=[a-zß-ÿ,;] )[A-ZÀ-Þ][^\W\d_]{2,}")
_PARAGRAPH, _SAME, _TOLD_LINE = 200, 2, 100
_TOLD = frozenset({"headline", "strapline", "body"})
_BYLINE = re.compile(
    r"(?:(?:a )?(?:film|movie)? ?reviews? by|(?:review|reviewed|written|words|text|article) by|by|par"
    r"|von|por|di"
    r"|af|av|door|texte|kritik von|critique de)\s*:?\s+(?=\S)",
    re.I,
)
# The first two letters of the words in it.
_BYLINE_STARTS = frozenset("a |fi|mo|re|wr|wo|te|ar|by|pa|vo|po|di|af|av|do|kr|cr".split("|"))
_BYLINE_NAME = re.compile(
    r"[^\W\d_a-zà-ÿ][\w.'’\-]*(?:\s+[\w.'’\-]+){0,4}\s*(?:$|[,|–—\-(]|\s(?:on|le|am|el|il|for)\s)"
)
# "With" and a list of players, behind whoever a line names first.
PLAYERS_BEHIND = re.compile(
    r",?\s(?:avec|con|com|mit|with|met|med)\s(?=[^\W\d_a-z][^,\n]{2,50},\s(?:[^\W\d_a-z]|(?:e|y|et|and|und)\s))"
)
_QUOTED_HEAD = re.compile(r"[\"“‘'«„][^\n]{1,80}?[\"”’'»“][^\n]{0,20}\breview\b", re.I)
_OPENED = frozenset({"body", "strapline", "cast"})  # what stands below no strapline does
_CONTENT = frozenset({"strapline", "body", "production", "crew", "cast", "labels"})
_LEADERS = re.compile(r"\.{3,}|…|\s[–—-]\s|\t")
_REVIEWED = re.compile(r"(?=r)\b(?:Reviewed (?:at|on|in)\b|Running time:)", re.I)
_CAPTIONS = frozenset("photo photos foto fotos foto's".split())
_CAPTION = re.compile(r"[\[(\s]*(?:photo|foto)(?:['’]?s)?\s?:\s", re.I)
_LABEL_ITEMS = re.compile(r"(?:^|[.;(])\s*[^\W\d_][\w \-/]{2,40}(?:\([^()]{0,40}\)\s?)?[,:] [^\W\d_a-z]")


def find_kinds(text: str, lines: Lines) -> tuple[SectionKind, ...]:
    """The kind of each line. What stands below a line does not matter to it."""
    return tuple(_Segmenter(text, lines).run())


def tell_stories(
    text: str, lines: Lines, kinds: tuple[SectionKind, ...], labelled: Container[int]
) -> tuple[SectionKind, ...]:
    """The kinds with paragraphs full of names as prose, where no label reads them and prose stands before.

    `labelled` are the lines that labels of credits take.
    """
    found: dict[int, SectionKind] = {}
    seen = False
    for i, kind in enumerate(kinds):
        if kind in ("other", "labels") and seen and i not in labelled:
            words = lines.spans[i].of(text)
            if is_told(words):
                # "CALLOW: Next week, “X”, with its director": a speaker goes on to another film.
                said = fold(words.partition(":")[2][:40]) if kind == "labels" else ""
                found[i] = "teasers" if said.startswith(_folded_lines("teaser_start")) else "body"
        seen = seen or kind in ("body", "strapline")
    return tuple([found.get(i, kind) for i, kind in enumerate(kinds)]) if found else kinds


def build_sections(lines: Sequence[Span], kinds: Sequence[SectionKind]) -> Iterator[Section]:
    """Neighboring lines of one kind as one section; paragraphs of prose stay apart."""
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or kinds[i] != kinds[start] or kinds[i] == "body":
            yield Section(kinds[start], Span(lines[start].start, lines[i - 1].end))
            start = i


@lru_cache(maxsize=2)
def _folded_lines(group: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in load_lines("page")[group])


@lru_cache(maxsize=1)
def _colon_starts() -> tuple[str, ...]:
    """The heads of teasers that end with a colon, and without it may begin any sentence."""
    return tuple(fold(phrase) for phrase in load_lines("page")["teaser_start"] if phrase.endswith(":"))


@lru_cache(maxsize=1)
def _openings() -> tuple[str, ...]:
    """The first words of boilerplate and of teasers: a line that begins with none of them is neither.

    A line that begins with a mark is looked at as well.
    """
    groups = load_patterns("page")
    phrases = set().union(
        *(
            groups[name]
            for name in ("boilerplate", "boilerplate_start", "teaser_line", "teaser_start", "disc_head")
        )
    )
    return tuple(sorted({phrase.split()[0] for phrase in phrases}))


@lru_cache(maxsize=1)
def _first_letters() -> frozenset[str]:
    """The first two letters of such words, which most lines do not begin with."""
    return frozenset(word[:size] for word in _openings() for size in (1, 2))


def _has_release(line: str) -> bool:
    lower = line.lower()
    words = lower.count("release") + lower.count("presentation") + lower.count("production")
    return (words > 1 or "release of a" in lower) and _RELEASE.search(line) is not None


def _is_reviewed(line: str) -> bool:
    lower = line.lower()
    return ("reviewed " in lower or "running time:" in lower) and _REVIEWED.search(line) is not None


_LONG_PARAGRAPH = 250


def _is_paragraph(line: str, head: str) -> bool:
    """Whether a colon stands in the first of several sentences ("A title card warns us: one case …")."""
    return len(head.split()) > 2 and len(line) > _LONG_PARAGRAPH and len(_SENTENCE_END.findall(line)) > 2


# A speech of a transcript, behind who speaks in capitals.
_SPEECH = re.compile(
    r"(?:[A-Z][A-Z.'’-]+ )*(?P<who>[A-Z][A-Z.'’-]+)(?: \([^()]{1,20}\))?: "
    r".*[a-z'’]+ [a-z'’]+ [a-z'’]+ .*[.!?…]$"
)
_TURNS = 4


def _speaker(line: str) -> str:
    """The surname of who speaks in a line of a transcript, or nothing."""
    match = _SPEECH.match(line) if ": " in line[:50] else None
    return match["who"] if match else ""


def _find_speakers(texts: Sequence[str]) -> Iterator[str]:
    """Who speaks twice or more in a page that mostly sets down a conversation.

    >>> said = ["ANN LEE (HOST): What was it like to see.", "BO RAY: It was long and very dark.", "LEE: Oh."]
    >>> list(_find_speakers([*said, "LEE: I thought so as well.", "RAY: It was all in the dark."]))
    ['LEE', 'RAY']
    """
    headed = [text for text in texts if ": " in text[:50] and "A" <= text[1:2] <= "Z"]
    if len(headed) < max(_TURNS, len(texts) / 2):
        return
    turns = Counter(who for who in map(_speaker, headed) if who)
    if len(turns) > 1 and turns.total() >= max(_TURNS, len(texts) / 2):
        yield from (who for who, times in turns.items() if times > 1)


class _Segmenter:
    """One pass over the lines that gives each its kind."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.texts = [s.of(text) for s in lines.spans]
        self.lines = lines
        self.patterns = load_patterns("page")
        self.production_head = self.patterns["production_head"]
        self.crew_head, self.cast_head = self.patterns["crew_head"], self.patterns["cast_head"]
        self.prefixes = _folded_lines("teaser_start")
        self.with_colon = _colon_starts()
        self.boilerplate = tuple(f"{phrase} " for phrase in _folded_lines("boilerplate_start"))
        self.openings = _openings()
        self.first_letters = _first_letters()
        self.headline = ""
        self.speakers = frozenset(_find_speakers(self.texts))
        self.others = 0  # the level of the open heading over people who are not the film's

    def run(self) -> list[SectionKind]:
        kinds: list[SectionKind] = []
        in_teasers = has_content = on_disc = False
        headed = "heading" in self.lines.blocks
        for i, line in enumerate(self.texts):
            first = fold(line.split(None, 1)[0])
            opens = not first or (first[:2] in self.first_letters and first.startswith(self.openings))
            folded = fold(line[:80]) if opens else ""
            # "Photo: X" names who took a page's picture, and in a list of labels who shot the film.
            listed = first == "photo" and bool(kinds) and kinds[-1] == "labels" and not self.lines.gaps[i]
            if (folded and not listed and self._is_boilerplate(folded)) or (
                first in _CAPTIONS and self._is_caption(i)
            ):
                kinds.append("teasers")  # one line; the page goes on behind it
                continue
            # "SPECIAL FEATURES" and what stands right below: of a disc, not of the film.
            on_disc = (folded in self.patterns["disc_head"]) if not on_disc or self.lines.gaps[i] else on_disc
            if on_disc:
                kinds.append("teasers")
                continue
            if folded and self._starts_teasers(folded, i) and not self._is_sentence(folded, line):
                # A head over links begins them; in a menu at the top, or beside its link, it is one line.
                alone = ":" not in line.rstrip(" :")
                in_teasers = alone and has_content
                level, has_cards = self._heading_level(i), False
                kinds.append("teasers")
                continue
            if headed and self._is_among_others(self._heading_level(i), line):
                kinds.append("teasers")
                continue
            if in_teasers:
                own = self._heading_level(i)
                has_cards = has_cards or own > level > 0
                resumes = (
                    0 < own <= level
                    if has_cards
                    else self._resumes(line) or self._begins(i, kinds) or self._goes_on_about(i, kinds)
                )
                if not resumes:
                    kinds.append("teasers")
                    continue
            in_teasers = False
            kinds.append(self._kind(line, i, kinds))
            has_content = has_content or kinds[-1] in _CONTENT
        return kinds

    def _is_caption(self, i: int) -> bool:
        """Whether a line names who took a picture of the page: "[foto: Ann Lee]", "photos: Ann Lee".

        In a list of labels the same words name who shot the film; there a label stands above or below.
        """
        if not _CAPTION.match(self.texts[i]):
            return False
        if self.texts[i][0] in "[(":
            return True
        beside = self.texts[max(i - 1, 0) : i] + self.texts[i + 1 : i + 2]
        return not any(len(line) < 110 and _HEAD.match(line) for line in beside)

    def _heading_level(self, i: int) -> int:
        """The level of a line that is a page's heading, else 0."""
        return self.lines.levels[i] if self.lines.blocks[i] == "heading" else 0

    def _is_among_others(self, level: int, line: str) -> bool:
        """Whether a line stands under a heading over people who are not the film's, or is that heading."""
        if 0 < level <= self.others:
            self.others = 0
        if level and fold(line[:80]) in self.patterns["people_head"]:
            self.others = level
        return self.others > 0

    def _is_boilerplate(self, folded: str) -> bool:
        return folded in self.patterns["boilerplate"] or f"{folded} ".startswith(self.boilerplate)

    def _starts_teasers(self, folded: str, i: int) -> bool:
        if folded in self.patterns["teaser_line"]:
            return True
        return i > 0 and folded.startswith(self.prefixes)

    def _is_sentence(self, folded: str, line: str) -> bool:
        """Whether a line only begins with the words of such a head: "Next thing we know, something …"."""
        if ":" in line[:80] or not folded.startswith(self.with_colon):
            return False
        return len(line) > _TOLD_LINE and len(_SENTENCE_END.findall(line)) > 1

    def _resumes(self, line: str) -> bool:
        """After teasers the page goes on where the title stands again or a credit block begins."""
        if self.headline and fold_title(line[:120]) == self.headline:
            return True
        head = _HEAD.match(line)
        return bool(head) and fold(head.group(1)) in self.patterns["resume_head"] if head else False

    def _begins(self, i: int, before: list[SectionKind]) -> bool:
        """Whether a long paragraph behind the links at a page's top is where its own text begins."""
        line = self.texts[i]
        if len(line) < _LONG_PARAGRAPH or not self.lines.prose[i] or "body" in before:
            return False
        return len(_SENTENCE_END.findall(line)) > 1

    def _goes_on_about(self, i: int, before: list[SectionKind]) -> bool:
        """Whether a paragraph below a head of links goes on with the review above it.

        A link between two paragraphs cuts a review in two. What goes on is as long as a paragraph and speaks
        of several of those whom the paragraphs above name, or of one whom most of them do; a card of another
        film does neither.
        """
        line = self.texts[i]
        if len(line) < _PARAGRAPH or not self.lines.prose[i]:
            return False
        named = set(_NAMED.findall(line))
        told = Counter(
            name
            for text, kind in zip(self.texts, before, strict=False)
            if kind in _TOLD
            for name in named.intersection(_NAMED.findall(text))
        )
        return len(told) >= _SAME or told.total() > _SAME

    def _kind(self, line: str, i: int, before: list[SectionKind]) -> SectionKind:
        head = _HEAD.match(line) if ":" in line or "|" in line else None
        words = fold(head.group(1)) if head else fold(line) if len(line) < 40 else ""
        block = self._block_kind(line, words, bool(head))
        if block:
            return block
        if self._is_byline(line) and not self._goes_on(i):
            return "byline"
        prose = self.lines.prose[i]
        if (
            i < 12
            and len(line) < 160
            and not self.headline
            and (not prose or words in self.patterns["rubric_head"])
        ) and (not head or words in self.patterns["rubric_head"] or _QUOTED_HEAD.match(line)):
            self.headline = fold_title(line)
            return "headline"
        if head and len(line) < 110 and words in self.patterns["rubric_head"]:
            return "headline"
        if head and words in self.patterns["prose_head"]:
            return "body"
        if head and self.speakers and _speaker(line) in self.speakers:
            said = fold(line.partition(": ")[2][:80])
            return "teasers" if said.startswith(self.prefixes) else "body"
        if head and len(words.split()) <= (4 if prose else 6) and not (prose and _is_paragraph(line, words)):
            return "labels"
        if (line.count(";") >= 3 or _is_reviewed(line)) and len(_LABEL_ITEMS.findall(line[:3000])) >= 3:
            return "crew"
        if prose:
            return self._prose_kind(line, i, before)
        return "labels" if _LEADERS.search(line) else "other"

    def _block_kind(self, line: str, words: str, has_head: bool) -> SectionKind | None:
        """The kind of a line that a trade paper's own head opens: "Production:", "Crew:", "With:"."""
        if words in self.production_head:
            return "production" if len(line) > 90 or not has_head or _has_release(line) else "labels"
        if words in self.crew_head:
            return "crew"
        if words in self.cast_head:
            return "cast"
        opens = " release of a" in line or line[:3].lower().startswith(("a ", "an ", "("))
        return "production" if opens and _has_release(line[:3000]) else None

    def _prose_kind(self, line: str, i: int, before: list[SectionKind]) -> SectionKind:
        first = i < 15 and _OPENED.isdisjoint(before)
        if first and len(line) < 330 and len(_SENTENCE_END.findall(line)) <= 2:
            return "strapline"
        return "body"

    def _goes_on(self, i: int) -> bool:
        """Whether line `i` goes on with a sentence that the margin broke: "… from the book / by X"."""
        above = self.texts[i - 1] if i and self.lines.gaps[i] == 0 else ""
        return len(above) > 45 and (above[-1].isalpha() or above[-1] == ",") and self.texts[i][0].islower()

    def _is_byline(self, line: str) -> bool:
        if len(line) > 110:
            return False
        if line[:1] in "—–" and len(line.split()) <= 5:
            return True
        if line[:2].lower() not in _BYLINE_STARTS:
            return False
        match = _BYLINE.match(line)
        if match is None or PLAYERS_BEHIND.search(line, match.end()):
            return (
                False  # "di Lee Chang-dong, con Yoo Ah-in, Steven Yeun": who made the film and who is in it
            )
        return bool(_BYLINE_NAME.match(line, match.end()))
