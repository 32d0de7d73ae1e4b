"""Houses that set the names of players in capitals: "with NORA REED as Stella, OMAR PELL as her husband".

Capitals within a sentence are a film's title in most houses. Where most of them on a page begin with a given
name, they are people, and what looks like a person's name is no title there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from filmgraph.extraction.names.mentions import UPPER, is_given_name
from filmgraph.extraction.names.name_words import no_name
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_WORD = rf"[{UPPER}][{UPPER}'’.-]+"
# A single initial may stand between.
_RUN = re.compile(rf"(?<![\w'’-]){_WORD}(?: [{UPPER}]\.)?(?: {_WORD}){{1,2}}(?![\w-])")
_ENOUGH = 4


def sets_names_in_capitals(text: str, spans: Iterable[Span]) -> bool:
    """Whether most capitals in stretches of prose are people's names.

    >>> text = "NORA REED, ANNA PELL, PAUL ROE and MARY ORR cannot save it, nor can THE LAST WAVE."
    >>> sets_names_in_capitals(text, [Span(0, len(text))])
    True
    """
    runs = {m.group() for span in spans for m in _RUN.finditer(text, span.start, span.end)}
    names = sum(is_given_name(run.split()[0].capitalize()) for run in runs)
    return names >= _ENOUGH and 2 * names >= len(runs)


def is_capital_name(words: str) -> bool:
    """Whether words in capitals may be a person's name: two or three, none of them a small word.

    >>> is_capital_name("NORA REED"), is_capital_name("THE LAST WAVE"), is_capital_name("Nora Reed")
    (True, False, False)
    """
    return bool(_RUN.fullmatch(words)) and no_name().isdisjoint(fold(words).split())


__all__ = ["is_capital_name", "sets_names_in_capitals"]
