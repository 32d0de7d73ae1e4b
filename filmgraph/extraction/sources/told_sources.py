"""Sources that sentences tell: words that tie a work to the film, and the work that stands beside them.

"Berg porte à l'écran « La Place » d'Annie Ernaux", "Juli Zehs Roman diente als Vorlage",
"it began as a play by X". The ties stand in `patterns/source_ties.txt`; how works are
mentioned is read in `work_phrases.py`. A tie that is denied, wished or said of another
film gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.settle import MAX_QUOTE
from filmgraph.extraction.sources.source_doubts import is_taken_back
from filmgraph.extraction.sources.source_lines import GRADES, Source
from filmgraph.extraction.sources.work_phrases import Work, read_listed, read_work
from filmgraph.extraction.text.fixed_words import FixedPhrases
from filmgraph.model.document import Span
from filmgraph.model.facts import Grade

# Between a tie and the work: prepositions, adverbs, a place ("transpose à Marseille").
_STEPS = (
    r"(?:on|upon|from|of|by|in|sur|par|aux?|à|auf|von|vom|aus|an|dem|den|su|sul(?:la|lo)?|da|dal(?:la"
    r"|lo)?|ai?"
    r"|al(?:la|lo)?|del(?:la|lo)?|en|em|no|na|do|op|door|van|på|av|af|z|w|por|pel[oa]"
    r"|[a-zà-ÿ]+(?:ly|ment|mente)|very|so|lose|frei|eng|libre|assez|muy|molto|vrij|heel|losjes|fidèle|fiel"
    r"|fedele|libera|cin[eé]mato\w+|a la pantalla|al cine|à l['’]écran|sullo schermo"
    r"|to the (?:big )?screen)\b"
)
_STEP = re.compile(rf",? {_STEPS}[ \u00a0:]+(?:d['’](?=[{UPPER}«“\"„]))?")
# "transpose à Marseille Les Trois Sœurs"
_PLACE = re.compile(rf" (?:à|en|in|to|nach|naar|em|a) [{UPPER}][\w-]+ ")
# "comes from a comic book: the graphic novel by X", "The source is American: three stories by X"
_LEAD = re.compile(
    r" (?:(?:an?|une?|eine[mnrs]?|una?|uno|een|ett?|uma?) )?(?:[\w-]+ ){0,2}?[\w-]+(?:,|:| [–—]) "
    r"(?=(?:the|an?|le|la|une?|der|die|das|dem|eine[mnrs]?|el|una|il|een|de|en|o|two|three|four|zwei|drei|deux"
    r"|trois|due|tre|dos|tres|twee|drie) )"
)
_TAIL = re.compile("")
_SENTENCE = re.compile(r"[.!?…]['”\"»)]* |\n|; ")
_AHEAD = re.compile(rf"[{UPPER}“\"„«»‘'*_]")
_LONGEST_GAP = 90
# The end of one quoted title and the beginning of the next.
_ROW = re.compile(r"[”\"“»«’*_](?:,|,? (?:and|&|et|und|y|e|en|og|och|i)) [“\"„«»‘*_]")
# Who wrote a film stands before an everyday word that ties a work to it: "Scr: X, from T by Y".
_WRITES = re.compile(
    r"\b(?:scr|screenplay|script|scripted|written|writer|w|adapt\w*|sc[eé]n|sc[eé]nario|drehbuch|buch"
    r"|sceneggiatura|scenegg|guion|guión"
    r"|argumento|roteiro|manus|manuskript|scenariusz|dialogue|b)\.?(?: by)?:? [^\n.;:()]{2,70}$"
)
_OF = (" of", " de", " d'", " d’", " von", " di", " van", " av", " af")


def find_told_sources(page: Page, text: str, own_titles: Set[str]) -> Iterator[Source]:
    """The works that sentences tie to the film.

    `text` is the page's text with broken lines joined, `own_titles` are the folded titles of the film.
    """
    lower = text.lower()
    if len(lower) != len(text):
        return
    ties = _ties()
    for start, end, words in ties.before.find(lower, page.words, _TAIL):
        if end < len(text) and text[end].isalpha() and words[-1] not in "'’":
            continue
        strong = words in ties.strong
        if words in ties.credit and not strong:
            strong = _WRITES.search(lower, max(0, start - 90), start) is not None
            if not strong and words not in ties.weak:
                continue
        row = _row_behind(text, end) if strong else ()
        work = row[0] if row else _work_behind(text, end, strong=strong)
        if work is None or page.kind_at(start) == "teasers":
            continue
        if is_taken_back(text, start, own_titles, wished=True):
            continue
        for each in row or (work,):
            yield _source(page, each, start, _grade(words))
    for start, end, _ in ties.behind.find(lower, page.words, _TAIL):
        work = _work_before(text, start)
        if (
            work is None
            or page.kind_at(start) == "teasers"
            or is_taken_back(text, work.span.start, own_titles, wished=True)
        ):
            continue
        if not (_NEGATED.search(text, max(work.span.end, start - 12), start) or _BEFORE.match(text, end)):
            yield _source(page, work._replace(span=Span(work.span.start, end)), work.span.start, "based_on")


class _Ties:
    """The ties, compiled once."""

    def __init__(self) -> None:
        lines = load_lines("source_ties")
        self.strong = frozenset(lines["ties"])
        self.weak = frozenset(lines["weak ties"])
        self.credit = frozenset(lines["credit ties"])
        self.before = FixedPhrases([*lines["ties"], *lines["weak ties"], *lines["credit ties"]])
        self.behind = FixedPhrases(lines["behind"])


@lru_cache(maxsize=1)
def _ties() -> _Ties:
    return _Ties()


@lru_cache(maxsize=1)
def _grades() -> dict[str, Grade]:
    lines = load_lines("prose_sources")
    return {w: g for g in GRADES for w in lines[g]}


def _grade(words: str) -> Grade:
    found = _grades().get(words)
    if found:
        return found if found != "remake_of" else "based_on"
    return "inspired_by" if any(w in words for w in ("inspir", "ispir")) else "based_on"


def _work_behind(text: str, at: int, *, strong: bool) -> Work | None:
    """The work right behind a tie, past prepositions and adverbs."""
    bare = strong and text[:at].endswith(_OF)
    found = [w for place in _places(text, at) if (w := read_work(text, place, bare=bare, named=not strong))]
    return next((w for w in found if w.title and w.authors), found[0] if found else None)


def _row_behind(text: str, at: int) -> tuple[Work, ...]:
    """The works in a row behind a tie: "the stories “A” and “B” by X"."""
    if not _ROW.search(text, at, at + _LONGEST_GAP + 100):
        return ()
    return next((row for place in _places(text, at) if (row := read_listed(text, place))), ())


def _places(text: str, at: int) -> Iterator[int]:
    """Where the mention of a work may begin behind a tie, the farthest first."""
    for pattern in (_LEAD, _PLACE):
        place = pattern.match(text, at, at + _LONGEST_GAP)
        if place:
            yield place.end()
    starts = [at + (text[at : at + 1] in " :")]
    step = _STEP.match(text, at)
    while step and len(starts) < 4:
        starts.append(step.end())
        step = _STEP.match(text, step.end() - 1)
    yield from dict.fromkeys(reversed(starts))


def _work_before(text: str, end: int) -> Work | None:
    """The work whose mention ends right before a tie: only a little may stand between."""
    first = max(0, end - 200)
    stops = [m.end() for m in _SENTENCE.finditer(text, first, end)]
    start = stops[-1] if stops else first
    found: list[Work] = []
    for place in _AHEAD.finditer(text, start, end):
        at = place.start()
        for begin in (at, _word_before(text, at, start, 1), _word_before(text, at, start, 2)):
            work = read_work(text, begin)
            if work and work.span.end <= end and _is_near(text, work.span.end, end):
                found.append(work)
                break
    found = [w for w in found if w.named_kind or w.authors]
    return next((w for w in found if w.title and w.authors), found[0] if found else None)


def _word_before(text: str, at: int, floor: int, words: int) -> int:
    for _ in range(words):
        at = max(text.rfind(" ", floor, max(floor, at - 1)) + 1, floor)
    return at


def _is_near(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return len(between) <= 60 and not any(c in between for c in '()“”«»„"') and between.count(" ") <= 7


# "has been filmed before"
_BEFORE = re.compile(
    r"[^.;,]{0,16}\b(?:before|already|twice|previously|earlier|times|schon|bereits|zuvor|déjà|già|ya|já"
    r"|eerder|tidigare|tidligere)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|nicht|nie|pas|non|no|não|niet)\b")


def _source(page: Page, work: Work, start: int, grade: Grade) -> Source:
    span = Span(min(start, work.span.start), work.span.end)
    if span.end - span.start > MAX_QUOTE:
        span = work.span
    return Source(work.title, work.authors, work.kind, grade, span, page.kind_at(start), work.same_name)
