"""Sentences about another film of the same story or name: "A 1992 remake, directed by X, starred Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from filmgraph.model.document import Span

# "A 1992 remake, directed by X, starred Y": another film's people.
_REMAKE = re.compile(
    r"[ATUE](?:(?<=[.!?] [ATUE])|(?<=\n[ATUE]))(?:(?<=A)n?|(?<=T)he|(?<=U)(?:ne?|na|m)|(?<=E)ine?) "
    r"(?:(?:(?:19|20)\d\d|later|second|new|American|Hollywood|TV"
    r"|television|stage|1\d{3})s? )+(?:remake|version|sequel|prequel|adaptation|film|suite"
    r"|spin-off)\b[^.;\n]{0,300}\.?[^.;\n]{0,60}"
)
# What is made again, and what stands right before it: where no such pair is, the pattern matches nothing.
_MADE_AGAIN = frozenset("remake version sequel prequel adaptation film suite spin".split())
_REACH, _LONGEST = 80, 400  # so far before its noun a sentence begins at most, and so far it goes on
_AGAIN = frozenset("later second new american hollywood tv television stage".split())
# "the 1997 thriller of the same name, which was directed by X"; "le film du même nom, réalisé par X"
_NAMESAKE = re.compile(
    r"\b(?:film|movie|picture|thriller|drama|comedy|version|remake|series|miniseries|Film|película|filme)s? "
    r"(?:of the same (?:name|title)|of that (?:name|title)|du même (?:nom|titre)|gleichen (?:Namens|Titels)"
    r"|dallo stesso titolo|omonimo|homónima|homônimo|del mismo (?:título|nombre))"
    r"(?: \(\d{4}\))?,? (?:(?:which|that) (?:was|were|had been) )?(?:directed|made|shot|helmed|starring|with"
    r"|by"
    r"|réalisé|avec|von|mit|di|diretto|con|de|dirigida|com|realizado)\b[^.;\n]{3,120}"
)
# Without one of these the pattern above matches nothing; the longest word of each first.
_SAME = {
    "same": " of the same ",
    "that": " of that ",
    "même": " du même ",
    "gleichen": " gleichen ",
    "stesso": " dallo stesso ",
    "omonimo": " omonimo",
    "homónima": " homónima",
    "homônimo": " homônimo",
    "mismo": " del mismo ",
}


def find_other_versions(flat: str, words: Set[str]) -> Iterator[Span]:
    """What a text with these words says of remakes and namesakes; `flat` is it with broken lines joined."""
    yield from _find_around(_REMAKE, flat, _made_again(flat, words))
    yield from _find_around(_NAMESAKE, flat, _called_the_same(flat, words))


def _find_around(pattern: re.Pattern[str], flat: str, places: Iterable[int]) -> Iterator[Span]:
    """The matches of a costly pattern, each of which holds one of some places."""
    done = 0
    for at in sorted(places):
        found = pattern.search(flat, max(done, at - _REACH), at + _LONGEST) if at >= done else None
        if found:
            yield Span(*found.span())
            done = found.end()


def _called_the_same(flat: str, words: Set[str]) -> Iterator[int]:
    """Where words such as "of the same name" stand."""
    for word in words & _SAME.keys():
        at = flat.find(_SAME[word])
        while at >= 0:
            yield at
            at = flat.find(_SAME[word], at + 1)


def _made_again(flat: str, words: Set[str]) -> Iterator[int]:
    """Where a word such as "remake" or "film" stands behind one such as "later" or "1992"."""
    for noun in _MADE_AGAIN & words:
        at = flat.find(f" {noun}")
        while at >= 0:
            before = flat[flat.rfind(" ", 0, at) + 1 : at]
            if before[:1].isdigit() or before.lower().removesuffix("s") in _AGAIN:
                yield at
            at = flat.find(f" {noun}", at + 1)
