"""The part of a headline that is the film's title: the words that the page says again.

Beside a mark ("Paterson: a driver's week"), in quotation marks, before a verb, or
an essay's first or last words ("What Makes Paterson").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.patterns import load_union
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.text.countries import is_country
from filmgraph.extraction.titles.headlines import QUOTED, clean_headline
from filmgraph.extraction.titles.title_cells import Cell
from filmgraph.extraction.titles.title_evidence import PageEvidence
from filmgraph.extraction.titles.title_furniture import is_presenting
from filmgraph.extraction.titles.title_marks import trim_title
from filmgraph.extraction.titles.title_weights import Signs
from filmgraph.extraction.titles.title_words import Candidate, Title, read_title
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_SMALL = frozenset(
    "the a an and of in on at to is it this that why how what when le la les un une des der die das ein eine"
    " il lo el los las os as de het een en y e et und".split()
)
_VERB = re.compile(r"(?<=\S) (?=[A-Z][a-z]+[^s\W]s\s+\S+\s+\S)")
_MARKS = (
    ("colon", ": "),
    ("dash", " – "),
    ("dash", " - "),
    ("dash", " — "),
    ("slash", "/ "),
    ("tight_slash", "/"),
    ("stop", ". "),
    ("bracket", " ("),
    ("gap", "  "),
    ("comma", ", "),
)
_MARKED = re.compile(r"[:/.(,–—-]|  ")
# A column's name and the number of its piece: "Halloween Countdown #3: Get Out", "No. 88 / Timbuktu".
_NUMBERED = re.compile(
    r"(?P<word>[^\n#/:]{0,50}?(?:#|\b(?:no|nr|n[.°º]|episode|ep|folge|épisode|episodio|puntata|part|vol)\b\.?)\s?)?"
    r"\d{1,4}\s*[:./–—)-]+\s+(?=\S)",
    re.I,
)
# What a whole headline's words say speaks of no part of it.
_OF_WORDS = frozenset(
    "said capitals name given_name person credited headed_credited names company headed_company outlet"
    " headed_outlet channel station house headed_house furniture headed_furniture short_furniture section"
    " headed_section award file camel letters price page time register numbered"
    " dangling codes full_stop small_first small_words long sentence short quoted".split()
)
# But what stands within a sentence is no headline's part.
_OF_SENTENCES = frozenset(("full_stop", "small_words", "long", "sentence"))


class TitleParts:
    """The parts of a page's headlines."""

    def __init__(self, evidence: PageEvidence) -> None:
        self.evidence, self.text = evidence, evidence.text

    def of(self, cell: Cell, whole: Candidate, rank: int, reviewed: bool = False) -> Iterator[Candidate]:
        """The parts of a headline beside a mark or in quotation marks, its first words or its last."""
        span = whole.title.span
        title = span.of(self.text)
        said = whole.signs.get("said", 0.0)
        frame = {sign: value for sign, value in whole.signs.items() if sign not in _OF_WORDS}
        frame["whole_said"] = said
        if _MARKED.search(title):
            number = _NUMBERED.match(title)
            if number and (signs := self._weigh(Span(span.start + number.end(), span.end))):
                part = Span(span.start + number.end(), span.end)
                yield from self._part(part, frame | signs | {"behind_number": 1})
                if number["word"]:
                    return  # before it stands a column's name
            yield from self._beside_marks(whole, title, frame)
        yield from self._quoted(whole, frame, early=rank < 2)
        verb = _VERB.search(title) if reviewed and len(title.split()) > 5 else None
        if verb:
            yield from self._part(Span(span.start, span.start + verb.start()), whole.signs | {"verb": 1})
        named = whole.signs.get("behind_country") or whole.signs.get("dated") or ": " in title
        if said == 0 and not named and cell.line < 12 and not title.isupper() and 2 < len(title.split()) < 16:
            yield from self._phrases(span, frame)

    def _beside_marks(self, whole: Candidate, title: str, frame: Signs) -> Iterator[Candidate]:
        """What stands before and behind the first of each mark."""
        span = whole.title.span
        for sign, mark in _MARKS:
            at = title.find(mark)
            if at <= 0 or (mark == ". " and (at < 9 or "." in title[:at])):
                continue
            if sign == "tight_slash" and not title[at + 1 : at + 2].isalpha():
                continue
            first = Span(span.start, span.start + at)
            last = Span(span.start + at + len(mark), span.end)
            tagline = self.text[last.start : last.start + 1].islower() and " " in last.of(self.text)
            titled = not tagline and self._is_title_case(title)
            before, behind = self._weigh(first), self._weigh(last)
            if before is not None:
                before |= {f"before_{sign}": 1, "tagline": tagline}
                before[f"titled_{sign}"] = titled and not before["said"]
                yield from self._part(first, frame | before, last if sign == "slash" else None)
                slash = first.of(self.text).find("/") if sign != "tight_slash" else -1
                second = Span(first.start + slash + 1, first.end)
                if slash > 0 and (signs := self._weigh(second)):
                    yield from self._part(second, frame | signs | {"behind_tight_slash": 1})
            if behind is not None:
                behind |= {f"behind_{sign}": 1, f"titled_{sign}": titled and not behind["said"]}
                if "small_first" in whole.signs:
                    behind["small_first"] = 1  # "plus bonus feature: Floating Weeds"
                yield from self._part(last, frame | behind)

    def _quoted(self, whole: Candidate, frame: Signs, early: bool) -> Iterator[Candidate]:
        """What a headline quotes; of a sentence, less."""
        for quoted in QUOTED.finditer(self.text, whole.title.span.start, whole.title.span.end):
            inner = Span(*quoted.span(quoted.lastindex or 1))
            signs = self._weigh(inner)
            if signs is not None and looks_like_title(inner.of(self.text)):
                sentence = {s: value for s, value in whole.signs.items() if s in _OF_SENTENCES}
                signs["early_quote" if early else "quoted_part"] = 1
                yield from self._part(inner, frame | sentence | signs)

    def _is_title_case(self, title: str) -> bool:
        """Whether what follows a mark is set as a title, not as a line of the editor's."""
        return title.isupper() or looks_like_title(title)

    def _weigh(self, part: Span) -> Signs | None:
        """How often the page says a part and what its words speak against it; None where it is barred."""
        part = trim_title(self.text, part)
        words = part.of(self.text)
        folded = fold(words)
        barred = load_union("titles", "rubric", "not_title")
        if not folded or folded in barred or folded in self.evidence.hints.names:
            return None
        if self.evidence.speaks(words) or is_presenting(words):
            return None
        return self.evidence.against(words, folded) | {
            "said": self.evidence.said(words, part),
            "capitals": words.isupper() and len(words) > 3,
        }

    def _part(self, span: Span, signs: Signs, bracket: Span | None = None) -> Iterator[Candidate]:
        span = trim_title(self.text, clean_headline(self.text, trim_title(self.text, span)).span)
        title = read_title(self.text, span)
        if title and not is_country(title) and fold(title) not in self.evidence.patterns["not_title"]:
            yield Candidate(Title(title, span, "headline"), signs, bracket)

    def _phrases(self, span: Span, frame: Signs) -> Iterator[Candidate]:
        """The first words of an essay's headline, or its last, that the prose says again."""
        words = [m.span() for m in re.finditer(r"\S+", span.of(self.text))]
        starts = [span.start + a for a, _ in words]
        ends = [span.start + b for _, b in words]
        phrases = []
        if self.evidence.may_be_said(self.text[starts[0] : ends[0]]):
            phrases += [Span(span.start, end) for end in ends[-2::-1]]
        if self.evidence.may_be_said(self.text[starts[-1] : ends[-1]]):
            phrases += [Span(a, span.end) for a in starts[1:]]
        longer = 0.0  # how often the page says a longer one: of "Hong Kong" it does not say "Hong"
        for phrase in phrases:
            phrase = trim_title(self.text, Span(phrase.start, phrase.end))
            text = phrase.of(self.text).strip(",;:")
            if (
                len(text) < 3
                or fold(text) in _SMALL
                or not (text[0].isupper() or text[0].isdigit())
                or text[-2:] in ("'s", "’s")
            ):
                continue
            said = self.evidence.said(text, phrase)
            alone, longer = said > longer, max(said, longer)
            if (
                said >= 2.5
                and alone
                and not is_country(text)
                and fold(text) not in self.evidence.patterns["rubric"]
                and fold(text) not in self.evidence.patterns["not_title"]
            ):
                cut = Span(phrase.start, phrase.start + len(text))
                against = self.evidence.against(text, fold(text))
                signs = frame | against | {"said": said, "phrase": 1, "one_word": " " not in text}
                signs["one_given_name"] = " " not in text and is_given_name(text)
                yield Candidate(Title(" ".join(text.split()), cut, "headline"), signs)
                return
