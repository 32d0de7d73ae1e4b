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
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.text.countries import is_country, is_language
from filmgraph.extraction.titles.headlines import QUOTED
from filmgraph.extraction.titles.title_evidence import TALE, PageEvidence
from filmgraph.extraction.titles.title_prose import find_named_titles
from filmgraph.extraction.titles.title_weights import Signs
from filmgraph.extraction.titles.title_words import Candidate, Title
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_CAPITAL = r"(?:[LlDd]['’])?[^\W\d_a-zß-öø-ÿ][\w’'-]*|\d{1,4}(?![\w%])"
_SMALL = (
    r"of|the|and|to|in|on|at|for|a|de|du|des|la|le|les|del|di|della|der|die|das|und|et|e|y|van|het|do|da|&"
)
_PHRASE = rf"(?<![\w’'])(?P<title>(?:{_CAPITAL})(?:(?: (?:{_SMALL})){{0,2}} (?:{_CAPITAL})){{0,7}}[!?]?)"
_YEAR = r"[”\"'’»*_]{0,2},?\s\((?:[^()\d\n]{0,60}[,;]?\s)?(?:18[89]|19\d|20\d)\d\b"
# What stands behind a title: its year.
_BEHIND = re.compile(rf"{_PHRASE}(?P<mention_year>{_YEAR})")
_CAPITALS = re.compile(
    r"(?<![\w’'-])(?P<title>[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ'’&]+){1,7})(?=[\s,;:.](?P<mention_capitals>))"
)
_AFTER_STOP = re.compile(r"(?:^|[.!?:;…]|[.!?][”\"’»)])\s*[“\"‘«]?$")
_POSSESSIVE = re.compile(r"['’]s?$")
# "Stanley Kubrick's Paths of Glory"
_MAKERS = re.compile(r"[\w.-]+(?: [\w.-]+){1,3}['’]s (?=[^\W_a-zß-öø-ÿ])")
_QUOTES = "\"'“‘«„"
_DATED = re.compile(r"\s?[(\[](?:[^()\d\n]{2,40},\s)?(?:18[89]|19\d|20\d)\d[)\],]")
_MOST_PARAGRAPHS, _MOST_LETTERS, _MOST = 5, 4000, 10
_MOST_SET = 3
_LEAST_LETTERS, _FIRST_LETTERS = 3, 160
_SAID_AGAIN = 1.5


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """A title behind what says that it is the film's, or another's."""

    def any_of(group: str) -> str:
        return "|".join(map(re.escape, sorted(load_lines("titles")[group], key=len, reverse=True)))

    films = any_of("film_word")
    called = rf"(?P<called>\b(?i:{films})[^.!?\n]{{0,40}}\b(?i:{any_of('called_word')}))"
    named = rf"(?P<film_named>\b(?i:{films}),?)"
    compared = rf"(?P<compared>\b(?i:{any_of('compared_word')})(?:\s[\w.]+['’]s?)?)"
    inside = rf"(?P<inside>\b(?:{any_of('inside_word')}))"
    return re.compile(rf"(?:{called}|{named}|{compared}|{inside})\s[“\"«‘*_]?{_PHRASE}")


@lru_cache(maxsize=1)
def _does_behind() -> re.Pattern[str]:
    """Behind a quoted title, what only a film does: "“Transit”, which ran last night, is based on …"."""
    verbs = "|".join(map(re.escape, load_lines("titles")["film_verb"]))
    return re.compile(rf",?(?:\s[^,.\n]{{3,60}},)?\s(?:{verbs})(?!\w)")


@lru_cache(maxsize=1)
def _earlier() -> re.Pattern[str]:
    """Before the title of what else a film's maker made: "his first film", "her previous feature"."""
    words = "|".join(map(re.escape, load_lines("titles")["film_word"]))
    earlier = "|".join(map(re.escape, load_lines("titles")["earlier_word"]))
    return re.compile(rf"\b(?i:{earlier})\s(?:[\w-]+\s){{0,2}}?(?i:{words}),?\s\Z")


class TitleMentions:
    """The candidates in a page's first paragraphs: quoted, set as titles, or written with capitals."""

    def __init__(self, evidence: PageEvidence) -> None:
        self.evidence, self.text, self.names = evidence, evidence.text, evidence.hints.names

    def quoted(self) -> Iterator[Candidate]:
        """Quoted titles of the first paragraphs, by how often the page says them."""
        seen = 0
        for i, line in enumerate(self.evidence.lines.spans):
            if seen < 2 and self.evidence.kinds[i] in ("body", "strapline"):
                seen += self.evidence.kinds[i] == "body"
                for match in QUOTED.finditer(self.text, line.start, line.end):
                    group = match.lastindex or 1
                    words = match.group(group).strip(" ,.")
                    if TALE.search(self.text, max(0, match.start() - 16), match.start()):
                        continue
                    if _earlier().search(self.text, max(0, match.start() - 40), match.start()):
                        continue  # "with his first film 'Take Shelter'"
                    folded = fold(words)
                    if folded and folded not in self.names and (words[0].isupper() or words[0].isdigit()):
                        span = Span(match.start(group), match.start(group) + len(words))
                        said = self.evidence.said(words, span)
                        if not (said or looks_like_title(words)):
                            continue
                        signs: Signs = {
                            "quotation": 1,
                            "said": said,
                            "paragraph": min(seen, 1),
                            "later_paragraph": max(seen - 1, 0),
                            "quoted_year": bool(_DATED.match(self.text, match.end())),
                            "begins_text": match.start() == line.start and self.evidence.kinds[i] == "body",
                            "acts": bool(_does_behind().match(self.text, match.end(), line.end)),
                        }
                        yield Candidate(Title(words, span, "quoted"), signs)

    def in_prose(self) -> Iterator[Candidate]:
        """Titles that the first paragraphs set as only a title stands: "Lee Chang-dong's Burning"."""
        seen = 0
        for n, line in enumerate(self.evidence.lines.spans):
            told = self.evidence.kinds[n] in ("body", "strapline") or (
                self.evidence.kinds[n] == "labels" and self.evidence.lines.prose[n]
            )
            if not told and (seen or n > 8 or self.evidence.kinds[n] not in ("headline", "other")):
                continue
            if seen == _MOST_SET:
                return
            seen += told
            for found in find_named_titles(self.text, line):
                words = " ".join(found.span.of(self.text).split())
                folded = fold(words)
                slug = " " not in words and words.count("-") + words.count("_") > 1
                if slug or sum(map(str.isalpha, words)) < _LEAST_LETTERS:
                    continue
                if folded in self.names or is_country(words):
                    continue
                said = self.evidence.said(words, found.span)
                if said >= found.needed:
                    signs = {"prose": 1.0, "prose_set": found.sure, "prose_later": seen}
                    signs |= self.evidence.against(words, folded, marked=True) | {"said": said}
                    signs.pop("numbered", None)  # "COMPARTMENT NO. 6 (Hytti nro 6) won't win"
                    yield Candidate(Title(words, found.span, "quoted"), signs)

    def candidates(self) -> Iterator[Candidate]:
        """Each phrase that anything but its capitals speaks for, once."""
        found: dict[str, tuple[Span, Signs]] = {}
        for span, signs in self._phrases():
            if self._may_be(span, sure="called" in signs or "mention_year" in signs):
                signs |= found.get(fold(span.of(self.text)), (span, {}))[1]
                found[fold(span.of(self.text))] = span, signs
        for span, signs in list(found.values())[:_MOST]:
            title = " ".join(span.of(self.text).split())
            said = self.evidence.said(title, span)
            told = signs.keys() - {"first_mention"}
            if told == {"compared"} or not (said or "called" in signs or "first_mention" in signs):
                continue  # another film, or one of several
            if told <= {"inside", "film_named"} and " " not in title and said < _SAID_AGAIN:
                continue  # a place
            signs |= self.evidence.against(title, fold(title), marked=True)
            signs |= {"said": said, "mention": 1, "words": min(title.count(" ") + 1, 4)}
            yield Candidate(Title(title, span, "quoted"), signs)

    def _phrases(self) -> Iterator[tuple[Span, Signs]]:
        """What the first paragraphs write with capitals and tell of, and what of it."""
        paragraphs = letters = 0
        for n, line in enumerate(self.evidence.lines.spans):
            if self.evidence.kinds[n] not in ("body", "strapline"):
                continue
            if paragraphs == _MOST_PARAGRAPHS or letters > _MOST_LETTERS:
                return
            found: dict[int, tuple[Span, Signs]] = {}
            for pattern in (_before(), _BEHIND, _CAPITALS):
                for match in pattern.finditer(self.text, line.start, line.end):
                    start, end = match.span("title")
                    if self.text[start - 1] in _QUOTES:
                        continue  # what is quoted is looked at by itself
                    end -= len(own[0]) if (own := _POSSESSIVE.search(match["title"])) else 0
                    start += maker.end() if (maker := _MAKERS.match(match["title"])) else 0
                    signs: Signs = {
                        sign: 1.0 for sign, words in match.groupdict().items() if words is not None
                    }
                    del signs["title"]
                    if "mention_year" in signs and match["title"].isupper():
                        signs["mention_capitals"] = 1
                    if paragraphs == 0 and start - line.start < _FIRST_LETTERS:
                        signs["first_mention"] = 1
                    known = found.get(start)
                    found[start] = (
                        known[0] if known else Span(start, end),
                        signs | (known[1] if known else {}),
                    )
            yield from found.values()
            paragraphs += 1
            letters += line.end - line.start

    def _may_be(self, span: Span, sure: bool) -> bool:
        """Whether a phrase may be a title by its words; `sure` says that what stands beside it says so."""
        words = span.of(self.text)
        folded, parts = fold(words), words.split()
        if sum(map(str.isalpha, words)) < _LEAST_LETTERS or folded in self.names:
            return False
        if folded in load_union("titles", "rubric", "not_title") or is_country(words) or is_language(words):
            return False
        if len(parts) == 1 and self._is_part(words, span):
            return False
        given = sum(map(is_given_name, parts))
        person = given > 1 or (
            given and is_given_name(parts[0]) and len(parts) < 4 and looks_like_person(words)
        )
        return (sure or not person) and TALE.search(self.text, max(0, span.start - 16), span.start) is None

    def _is_part(self, word: str, span: Span) -> bool:
        """Whether one word only begins its sentence, or is somebody's family name."""
        first = fold(word) in load_patterns("names")["not_first"]
        opens = _AFTER_STOP.search(self.text[max(0, span.start - 4) : span.start]) is not None
        return first or opens or self._is_family(word)

    def _is_family(self, word: str) -> bool:
        """Whether a name stands before a word anywhere: "Russell Banks" of "Banks"."""
        at = self.text.find(f" {word}")
        while at >= 0:
            before = self.text[max(0, at - 20) : at].rpartition(" ")[2]
            if before.istitle() and not self.text[at + 1 + len(word) : at + 2 + len(word)].isalnum():
                return True
            at = self.text.find(f" {word}", at + 1)
        return False
