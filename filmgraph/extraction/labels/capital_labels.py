"""Labels in capitals that no list holds, among those of a paragraph: "REGI X. CENSUR Från 11 år. LÄNGD …".

Dailies set the film's data so, each label behind a full stop and its value in small letters behind a blank.
Where three labels that we know stand in that form, what else stands in it is a label too: it says nothing,
but ends the value before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmgraph.extraction.labels.candidate import Candidate
from filmgraph.extraction.labels.lexicon import Label
from filmgraph.model.document import Span

_FEWEST = 3
_LONGEST = 2000
_LOUD = re.compile(
    r"(?<=[a-zß-öø-ÿ\d)][.;•·|] )([^\W\da-zß-öø-ÿ_]{3,16}(?: [^\W\da-zß-öø-ÿ_]{2,16}){0,2}) (?=[^\W_])"
)


def with_capitals(text: str, line: Span, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The labels `found` on a line with the words in capitals that stand like them."""
    loud = [c for c in found if not c.separator and c.label.span.of(text).isupper()]
    if len(loud) < _FEWEST or len(loud) * 2 < len(found) or line.end - line.start > _LONGEST:
        return tuple(found)
    return tuple(sorted([*found, *_unlisted(text, line, found)], key=lambda c: c.label.span.start))


def _unlisted(text: str, line: Span, found: Sequence[Candidate]) -> Iterator[Candidate]:
    for match in _LOUD.finditer(text, line.start, line.end):
        behind = text[match.end() : match.end() + 2]
        if behind.isupper() or not match[1].isupper():
            continue  # a name in capitals
        start, end = match.span(1)
        if all(c.label.span.end <= start or c.label.span.start >= end for c in found):
            yield Candidate(Label(Span(start, end), (), "skip", 0, 0), "", False, True, match.end(), False)
