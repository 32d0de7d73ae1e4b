"""The film's title where no line of the page bears it: as the prose speaks of its film.

A capsule or a quoted cutting may begin with its first sentence. What it calls a film
("Rififi may be the best film noir …"), and what does what only films do ("L’Enfant
opens with …"), is its film; what it was compared with is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from filmgraph.extraction.mentions import is_given_name
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_TITLE = (
    r"(?P<title>(?:(?:The|A|An|Le|La|Les|Un|Une|Der|Die|Das|Ein|Eine|El|Los|Las|Il|Lo|Gli|O|Os|As|De|Het)\s|L['’])?"
    r"[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:(?:\s(?:of|the|and|to|in|on|de|du|des|la|le|del|di|der|und|et|e|y|van|het)){0,2}"
    r"\s[^\W\d_a-zß-öø-ÿ][\w’'-]*){0,5})"
)
_BEGINS = r"(?:^|(?<=[.!?:;]\s)|(?<=[.!?][”\"]\s))"


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    """A sentence that calls its subject a film."""
    words = "|".join(map(re.escape, load_lines("titles")["film_word"]))
    verbs = "|".join(map(re.escape, load_lines("titles")["is_word"]))
    return re.compile(
        rf"{_BEGINS}{_TITLE}\s(?:{verbs})\s[^.;:]{{0,60}}?(?<!\w)(?i:{words})(?!\w|\s(?:{_not_film()}))"
    )


@lru_cache(maxsize=1)
def _does() -> re.Pattern[str]:
    """A sentence whose subject does what only a film does."""
    verbs = "|".join(map(re.escape, load_lines("titles")["film_verb"]))
    return re.compile(rf"{_BEGINS}{_TITLE}\s(?:{verbs})(?!\w)")


def _not_film() -> str:
    return "|".join(map(re.escape, load_lines("titles")["not_film"]))


def find_prose_titles(text: str, span: Span, names: Collection[str]) -> Iterator[Span]:
    """The words in a stretch of prose that it calls its film; `names` are the folded names of people."""
    for pattern in (_called(), _does()):
        for match in pattern.finditer(text, span.start, span.end):
            title = match["title"]
            first = fold(title).partition(" ")[0]
            barred = first in load_patterns("names")["not_first"] and " " not in title
            person = fold(title) in names or any(fold(title) in name.split() for name in names)
            if barred or person or is_given_name(title.partition(" ")[0]) or _is_part(text, title):
                continue
            yield Span(*match.span("title"))


def _is_part(text: str, title: str) -> bool:
    """Whether an actor stands in brackets behind the words somewhere: "Bruno (Jérémie Renier)"."""
    return re.search(rf"\b{re.escape(title)} \([^\W\d_a-z]", text) is not None
