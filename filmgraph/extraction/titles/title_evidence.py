"""What speaks for and against words being the title of a page's film.

No place and no type is a title's alone. What is asked of each candidate: where it
stands, how it is set, what stands beside it (`title_signs.py`), how often the page
says it again, and whether it is rather a person, a company, a rubric or a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.titles.title_furniture import (
    is_award,
    is_count,
    is_genre,
    is_house,
    is_section_head,
)
from filmgraph.extraction.titles.title_idle import is_deck, is_idle
from filmgraph.extraction.titles.title_signs import is_maker_line, names_maker, weigh_line
from filmgraph.extraction.titles.title_weights import Signs
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold

_NEAR = (1.0, 0.6, 0.35, 0.2)  # what a line of film data counts, by how far below the title it stands
_YEAR_BEHIND = re.compile(r"\s(?:19[89]\d|20[0-2]\d)\b")
_FRONT = 20_000  # the letters of a page that are searched for what it says of its title
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\s\((?:18|19|20)\d\d\)$")
_STARS = re.compile(r"[\s★☆✩⭑⭐½*.\-–—=_/\d]*$")
_FILE = re.compile(
    r"(?:\.(?:jpe?g|png|gif|pdf|raf)\b|\bposter\b|@|https?:|www\.|\b[a-z]{2,}\.[a-z]{2,}\.[a-z]{2})"
)
_TAB = re.compile(r"\w\s?\(\d{1,3}\)$")  # "Videos (3)"
_SPEAKER = re.compile(r"^([^\W\d_][^:\n]{1,24}): ", re.M)
_CODES = re.compile(r"[A-Z]{1,3}(?:[ -][A-Z]{1,3})+")  # "CC HD TV-MA", not "YI YI"
_VOWEL = re.compile(r"[AEIOUY]")
_CAMEL = re.compile(r"[a-z][A-Z]")
_PAGE = re.compile(
    r"\A(?i:(?:page|seite|pagina|página|pág|strona|side|sida|blz|p|s|pp)\.?\s?\d+\b|\d+\s?(?:/|of|von|de|di|van)\s?\d+$)"
)
_STATION = re.compile(r"[A-Z]{1,4}\d{1,2}")  # "BBC2", "M6"
# With which no title ends: a stretch whose next words were lost.
_DANGLING = frozenset("the a an of and by with de di von et und y e le la les der die das".split())
_REGISTER = re.compile(r"\d{5}|\d{4}/\d{2}")  # "N° de visa 25152"
_PRICE = re.compile(r"[€£$]\s?\d|\d\s?(?:€|zł|kr\b|Kč)")
_TIME = re.compile(r"\b\d{1,2}[.:h]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}\s?(?:uhr|uur)\b", re.I)
_NUMBERED = re.compile(
    r"\b(?:no|nr|n|núm|num|vol|issue|season|seizoen|stagione|saison|day|jour|tag|giorno|día|dia|dag)\b\.?\s?°?\d|\b\d+/\d+",
    re.I,
)
TALE = re.compile(
    r"(?:novel|book|story|stories|play|memoir|comic|essay|poem|roman|nouvelle|livre|novelle|buch|erzählung|romanzo"
    r"|racconto|libro|novela|cuento|romance|conto|boek|roman van|published|album|song|series)\W{1,3}$", re.I
)  # fmt: skip
_MADE = re.compile(
    r"(?i:directed|directs|made|shot|filmed|wrote|helmed|réalisé|tourné|drehte|gedreht|inszenierte|diretto|girato|dirigió"
    r"|rodó|dirigiu|maakte|regisseerde)\W{1,3}$"
)

_FIGURES = (
    ("price", _PRICE),
    ("page", _PAGE),
    ("time", _TIME),
    ("register", _REGISTER),
    ("numbered", _NUMBERED),
    ("year_behind", _YEAR_BEHIND),
)


@dataclass(frozen=True, slots=True)
class TitleHints:
    """What the rest of the page says about where its title cannot be, or may be.

    `taken` are the lines that hold a credit or a value, `names` the folded names
    that are credited: neither is a title. `runs` are the offsets of first labels
    that do not begin their line: a title may stand before them. `signs` says of
    a line what its labels count beside a title.
    """

    taken: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    runs: tuple[int, ...] = ()
    signs: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))


def find_headings(lines: Lines) -> frozenset[int]:
    """The lines that are first-level headings, which a web page has for its title."""
    levels = enumerate(lines.levels) if 1 in lines.levels else ()
    return frozenset(n for n, level in levels if level == 1 and lines.blocks[n] == "heading")


class PageEvidence:
    """The words of a page, looked at again for each candidate."""

    def __init__(self, document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> None:
        self.text, self.lines, self.kinds, self.hints = lines.text, lines, kinds, hints
        marked = document.media_type not in ("text/plain", "")  # there a heading is but a line in capitals
        self.headings = find_headings(lines) if marked else frozenset[int]()
        self.page_title = f" {fold(document.title)} "
        self.plain = _lower(self.text[:_FRONT]).replace("’", "'")
        self.starts = [span.start for span in lines.spans]
        self.patterns = load_patterns("titles")
        short = [self._without_year(s) for s in lines.spans if s.end - s.start < 120]
        self.repeated = {s for s, count in Counter(short).items() if count > 1}
        said = Counter(_SPEAKER.findall(self.plain))
        self.speakers = {name for name, count in said.items() if count > 1}
        self._signs: dict[int, float] = {}
        self._passed: dict[int, bool] = {}

    def _without_year(self, line: Span) -> str:
        """The words of a line, folded, without a year in brackets behind them."""
        words = line.of(self.text)
        return fold(_YEAR.sub("", words) if words[-1] == ")" else words)

    def sign(self, n: int) -> float:
        """How much line `n` speaks of a film over it."""
        if n >= len(self.kinds) or self.kinds[n] == "teasers":
            return 0.0
        if n not in self._signs:
            span = self.lines.spans[n]
            listed = self.hints.signs.get(n, 0.0)
            prose = self.kinds[n] == "body" and n not in self.hints.signs
            trade = {"production": 3.0, "crew": 3.0, "cast": 3.0, "labels": 0.5}.get(self.kinds[n], 0.0)
            self._signs[n] = 0.0 if prose else max(listed, trade, weigh_line(self.text, span))
            if self._signs[n] < 1 and not prose and self._is_maker(n):
                self._signs[n] = 1.5
        return self._signs[n]

    def _is_maker(self, n: int) -> bool:
        """Whether a line is a name alone, and the film's data stand under it."""
        words = self.lines.spans[n].of(self.text)
        alone = len(words) < 40 and 2 <= len(words.split()) <= 4 and looks_like_person(words)
        alone = alone and not self.names_maker(n + 1)
        if not alone or n == 0 or n + 1 == len(self.kinds) or self.kinds[n - 1] in ("byline", "teasers"):
            return False
        if is_deck(self.lines.spans[n - 1].of(self.text)) and not is_given_name(words.partition(" ")[0]):
            return False  # the film's title, under what the editor says of it
        below = self.lines.spans[n + 1]
        return weigh_line(self.text, below) >= 2 and not is_maker_line(self.text, below)

    def names_maker(self, n: int) -> bool:
        """Whether line `n` names the film's maker: "Regie: Ann Lee", "(1975, Ann Lee) 125 mins"."""
        if n >= len(self.kinds) or self.kinds[n] in ("teasers", "body"):
            return False
        span = self.lines.spans[n]
        return self.hints.signs.get(n, 0.0) >= 3 or names_maker(self.text, span)

    def mute(self, numbers: set[int]) -> None:
        """Take lines for furniture: they say nothing of a title."""
        self._signs.update(dict.fromkeys(numbers, 0.0))

    def own(self, n: int, share: float) -> None:
        """Let no more than a share of line `n` speak of a title over it: it begins with one of its own."""
        self._signs[n] = share * self.sign(n)

    def note(self, places: Iterable[int]) -> None:
        """Take the lines at these offsets for labels of a title, which stand among a film's data."""
        self._signs.update((bisect_right(self.starts, at) - 1, 2.5) for at in places)

    def below(self, n: int) -> float:
        """How much the lines under line `n` speak of a film over them."""
        score, place = 0.0, 0
        for i in range(n + 1, min(n + 7, len(self.kinds))):
            span = self.lines.spans[i]
            if place == len(_NEAR) or (self.kinds[i] == "body" and span.end - span.start > 160):
                break
            if self.is_passed_over(i):
                continue
            byline = self.kinds[i] == "byline" and self.sign(i) < 3
            score += _NEAR[place] * self.sign(i) * (0.5 if byline else 1)
            place += not byline
        return min(score, 6.0)

    def is_passed_over(self, n: int) -> bool:
        """Whether a line may part a title from its data: stars, a tagline, another title, a version."""
        if n not in self._passed:
            self._passed[n] = self._may_part(n)
        return self._passed[n]

    def _may_part(self, n: int) -> bool:
        words = self.lines.spans[n].of(self.text)[:120]
        if self.kinds[n] == "strapline" or _STARS.match(words):
            return True
        inside = words[0] == "(" and words[-1] == ")"
        if (inside or not (words.isascii() or fold(words).isascii())) and self.sign(n) == 0:
            return True
        if (
            len(words) < 60
            and self.sign(n) < 1
            and (is_section_head(words) or is_count(words) or is_genre(words))
        ):
            return True
        return fold(words) in self.patterns["version"] or (self.sign(n) == 0 and is_idle(words))

    def said(self, title: str, own: Span) -> float:
        """How often the page says these words again, set as a title is: 0 to 5.

        What a sentence says counts more than what a short line repeats; words in
        small letters and the title of a book are not the film's.
        """
        words = " ".join(title.lower().replace("’", "'").split())
        if len(words) < 2:
            return 0.0
        single = " " not in words
        prose = short = 0.0
        at = self.plain.find(words)
        for _ in range(12):
            if at < 0:
                break
            end = at + len(words)
            if not (own.start <= at < own.end) and self._counts(at, end, single):
                n = bisect_right(self.starts, at) - 1
                if self.lines.prose[n] or self.lines.spans[n].end - self.lines.spans[n].start > 160:
                    prose += 1.5 if _MADE.search(self.text, max(0, at - 16), at) else 1
                else:
                    short += 1
            at = self.plain.find(words, end)
        weight = 1.5 * min(prose, 3) + min(short, 2)
        return min(weight, 5.0)

    def speaks(self, name: str) -> bool:
        """Whether lines of the page begin with words and a colon: who speaks in a transcript."""
        return name.lower() in self.speakers

    def may_be_said(self, word: str) -> bool:
        """Whether the page says a word of a headline so often that a phrase with it may be its title."""
        plain = word.lower().replace("’", "'").strip(" =*-–:,;")
        return self.plain.count(plain) > (2 if len(self.text) <= _FRONT else 1)

    def _counts(self, at: int, end: int, single: bool) -> bool:
        text = self.text
        if text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[at : at + 1].islower():
            return False
        if single and is_given_name(_word_before(text, at)):
            return False  # "Paul Verhoeven"
        return TALE.search(text, max(0, at - 16), at) is None

    def against(self, title: str, folded: str, heads: bool = False, marked: bool = False) -> Signs:
        """What of the words themselves speaks against being a title.

        Of a stretch that heads the page's data (`heads`) less is held against it.
        """
        words, parts = title.split(), folded.split()
        signs: Signs = {}
        if _FILE.search(title.lower()):
            signs["file"] = 1
        if _CAMEL.search(title):
            signs["camel"] = 1
        if _DIGIT.search(title):
            self._against_figures(title, signs)
        if sum([len(w) == 1 and w.isupper() for w in words]) * 2 > max(len(words), 5):
            signs["letters"] = 1
        if len(parts) > 1 and parts[0] in self.patterns["site_verb"] and not heads:
            signs["site_verb"] = 1
        furniture = load_union("titles", "rubric_word", "site_word", "rubric")
        known = sum([w in furniture for w in parts])
        if known:
            signs["headed_furniture" if heads else "furniture"] = known / max(len(parts), 2)
            if not heads and len(parts) < 5:
                signs["short_furniture"] = 1
        if is_section_head(title):
            signs["headed_section" if heads else "section"] = 1
        if is_award(title):
            signs["award"] = 1
        self._against_form(title, words, signs)
        self._against_names(title, folded, heads, marked, signs)
        return signs

    @staticmethod
    def _against_form(title: str, words: Sequence[str], signs: Signs) -> None:
        """What the words' own form speaks against them: a sentence's, a part of one."""
        if len(words) > 2 and words[-1] in _DANGLING:
            signs["dangling"] = 1
        if title[-1] in ".!" and len(words) > 5:
            signs["full_stop"] = 1
        if title[0].islower():
            signs["small_first"] = 1
        small = sum([w[0].islower() for w in words])
        if small > 4:
            signs["small_words"] = 1
        if len(words) > 9:
            signs["long"] = 1
            if small > 5:
                signs["sentence"] = 1
        if title[-1] == ")" and _TAB.search(title):
            signs["tab"] = 1
        if len(words) > 1 and _CODES.fullmatch(title) and not all(map(_VOWEL.search, words)):
            signs["codes"] = 1

    def _against_names(self, title: str, folded: str, heads: bool, marked: bool, signs: Signs) -> None:
        """Whether words are rather the name of a house, a person or a company."""
        words, parts = title.split(), folded.split()
        outlets = load_patterns("outlets")["outlet"]
        if folded in outlets or folded.removeprefix("the ") in outlets:
            signs["headed_outlet" if heads else "outlet"] = 1
        if folded in load_patterns("outlets")["channel"]:
            signs["channel"] = 1
        if _STATION.fullmatch(title):
            signs["station"] = 1
        if is_house(title):
            signs["headed_house" if heads else "house"] = 1
        if folded in self.hints.names:
            signs["headed_credited" if heads or len(words) < 2 else "credited"] = 1
        elif len(words) > 5 and sum([is_given_name(word) for word in words]) > 2:
            signs["names"] = 1  # names in a row, whose commas were lost
        elif not marked and 2 <= len(words) <= 4 and is_given_name(words[0]) and looks_like_person(title):
            signs["person"] = 1
        elif len(words) > 1 and (fold(words[-1]) in load_patterns("names")["company"] or "films" in parts):
            signs["headed_company" if heads else "company"] = 1

    @staticmethod
    def _against_figures(title: str, signs: Signs) -> None:
        """What its figures speak against words being a title: a price, a page, a time, an issue, a date."""
        for sign, pattern in _FIGURES:
            if pattern.search(title):
                signs[sign] = 1


def _lower(text: str) -> str:
    """`text` in small letters, each of them where it stood: "İ" would make two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _word_before(text: str, at: int) -> str:
    start = text.rfind(" ", max(0, at - 24), max(0, at - 1)) + 1
    return text[start : at - 1] if start and text[at - 1 : at] == " " else ""
