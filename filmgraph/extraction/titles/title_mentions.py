"""Titles that the text itself mentions, where no line of the page need bear them.

Of all that a text writes with capitals, its film is what it calls a film, dates, sets in capitals or says
again; and what it says things are in ("the light in Rosetta"). What it compares its film with stands behind
other words ("like Rosetta", "since Rosetta").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns, load_union
from filmgraph.extraction.text.countries import is_country, is_language
from filmgraph.extraction.titles.title_evidence import TALE, PageEvidence
from filmgraph.extraction.titles.title_weights import Signs
from filmgraph.extraction.titles.title_words import Candidate, Title
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_CAPITAL = r"(?:[LlDd]['’])?[^\W\d_a-zß-öø-ÿ][\w’'-]*|\d{1,4}(?![\w%])"
_SMALL = (
    r"of|the|and|to|in|on|at|for|a|de|du|des|la|le|les|del|di|della|der|die|das|und|et|e|y|van|het|do|da|&"
)
_PHRASE = re.compile(rf"(?<![\w’'])(?:{_CAPITAL})(?:(?: (?:{_SMALL})){{0,2}} (?:{_CAPITAL})){{0,7}}[!?]?")
_YEAR = re.compile(r"[”\"'’»*_]{0,2},?\s\((?:[^()\d\n]{0,60}[,;]?\s)?(?:18[89]|19\d|20\d)\d\b")
_AFTER_STOP = re.compile(r"(?:^|[.!?:;…]|[.!?][”\"’»)])\s*[“\"‘«]?$")
_POSSESSIVE = re.compile(r"['’]s?$")
_MOST_PARAGRAPHS, _MOST_LETTERS, _MOST = 5, 4000, 10
_TELLING = frozenset(("called", "film_named", "mention_year", "exclaimed", "mention_capitals", "inside"))
_LEAST_LETTERS, _FIRST_LETTERS = 3, 160


@lru_cache(maxsize=1)
def _before() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What right before a title says that it is the film's, or another's."""

    def any_of(group: str) -> str:
        return "|".join(map(re.escape, sorted(load_lines("titles")[group], key=len, reverse=True)))

    films = any_of("film_word")
    return (
        ("called", re.compile(rf"(?i:(?:{films}).{{0,40}}\b(?:{any_of('called_word')})\s[“\"«‘*_]?)$")),
        ("film_named", re.compile(rf"(?i:\b(?:{films})[,:]?\s[“\"«‘*_]?)$")),
        ("compared", re.compile(rf"(?i:\b(?:{any_of('compared_word')})\s(?:[\w.’']+\s)?[“\"«‘*_]?)$")),
        ("inside", re.compile(rf"(?i:\b(?:{any_of('inside_word')})\s[“\"«‘*_]?)$")),
    )


class TitleMentions:
    """The candidates among what a page's first paragraphs write with capitals."""

    def __init__(self, evidence: PageEvidence) -> None:
        self.evidence, self.text, self.names = evidence, evidence.text, evidence.hints.names

    def candidates(self) -> Iterator[Candidate]:
        """Each phrase that anything but its capitals speaks for, once."""
        found: dict[str, tuple[Span, Signs]] = {}
        for n, paragraph, span in self._phrases():
            folded = fold(span.of(self.text))
            signs = self._signs(n, paragraph, span)
            if not self._may_be(span, sure="called" in signs or "mention_year" in signs):
                continue
            if folded in found:
                known = found[folded][1]
                known |= {sign: max(value, known.get(sign, 0.0)) for sign, value in signs.items()}
                known["times"] = min(known["times"] + 1, 4)
            else:
                found[folded] = span, signs | {"times": 1.0}
        # A family name is what ends another phrase.
        families = {folded.rpartition(" ")[2] for folded in found if " " in folded}
        told = [
            (span, signs)
            for folded, (span, signs) in found.items()
            if signs["times"] > 1 or not _TELLING.isdisjoint(signs)  # more than its capitals
            if folded not in families
        ]
        for span, signs in sorted(told, key=lambda t: (-t[1]["times"], t[0].start))[:_MOST]:
            title = " ".join(span.of(self.text).split())
            signs |= self.evidence.against(title, fold(title), marked=True)
            signs |= {"said": self.evidence.said(title, span), "mention": 1}
            yield Candidate(Title(title, span, "quoted"), signs)

    def _phrases(self) -> Iterator[tuple[int, int, Span]]:
        """What the first paragraphs write with capitals, but for names of people and countries."""
        paragraphs = letters = 0
        for n, line in enumerate(self.evidence.lines.spans):
            if self.evidence.kinds[n] not in ("body", "strapline"):
                continue
            if paragraphs == _MOST_PARAGRAPHS or letters > _MOST_LETTERS:
                return
            paragraphs += 1
            letters += line.end - line.start
            for match in _PHRASE.finditer(self.text, line.start, line.end):
                span = Span(*match.span())
                if possessive := _POSSESSIVE.search(match.group()):
                    span = Span(span.start, span.start + possessive.start())
                yield n, paragraphs - 1, span

    def _may_be(self, span: Span, sure: bool) -> bool:
        """Whether a phrase may be a title by its words; `sure` says that what stands beside it says so."""
        words = span.of(self.text)
        folded = fold(words)
        parts = words.split()
        if sum(map(str.isalpha, words)) < _LEAST_LETTERS or folded in self.names:
            return False
        if len(parts) == 1 and self._opens_sentence(span):
            return False
        if folded in load_union("titles", "rubric", "not_title") or is_country(words) or is_language(words):
            return False
        if folded.partition(" ")[0] in load_patterns("names")["not_first"] and len(parts) == 1:
            return False
        if any(folded in name.split() for name in self.names):
            return False
        given = sum(map(is_given_name, parts))
        person = len(parts) < 4 and is_given_name(parts[0]) and looks_like_person(words)
        return (sure or not (person or given > 1)) and TALE.search(
            self.text, max(0, span.start - 16), span.start
        ) is None

    def _opens_sentence(self, span: Span) -> bool:
        return _AFTER_STOP.search(self.text[max(0, span.start - 4) : span.start]) is not None

    def _signs(self, n: int, paragraph: int, span: Span) -> Signs:
        """What stands right before a phrase and behind it."""
        line = self.evidence.lines.spans[n]
        before = self.text[max(line.start, span.start - 70) : span.start]
        words = span.of(self.text)
        signs: Signs = {"words": min(len(words.split()), 4)}
        for sign, pattern in _before():
            if pattern.search(before):
                signs[sign] = 1
                break
        if words[-1] in "!?" and self.text[span.end : span.end + 2].strip().islower():
            signs["exclaimed"] = 1
        if _YEAR.match(self.text, span.end, line.end):
            signs["mention_year"] = 1
        if not paragraph and span.start - line.start < _FIRST_LETTERS:
            signs["first_mention"] = 1
        if words.isupper() and " " in words:
            signs["mention_capitals"] = 1
        return signs
