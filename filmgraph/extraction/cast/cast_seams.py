"""Actors and parts that only a seam in their letters parts, where a page lost its blanks or its lines.

- `IdaAnn Lee`, `La chanteuseAnn Lee`, `Cop 1Ann Lee` on the lines of a list: the blank between got lost
- `Ann Lee IDA Bo Ray MAX'S FATHER Cy Dunn THE JUDGE` in one run: one side stands in capitals
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from filmgraph.extraction.cast.actors import WORD, Part, clean_character, is_actor
from filmgraph.extraction.cast.cast_pairs import Pair, build_parts
from filmgraph.extraction.cast.cast_sides import tells_parts
from filmgraph.extraction.names.joined_names import NAME_PREFIXES, is_loud, split_unseparated
from filmgraph.extraction.names.mentions import UPPER, make_mention
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_SEAM = re.compile(
    rf"(?<=[^\W\d_{UPPER}]|[\d)\]])(?=[{UPPER}])|(?<=[{UPPER}]{{2}})(?=[{UPPER}][^\W\d_{UPPER}])"
)
_LAST_WORD = re.compile(r"[^\W\d_]*\Z")
_FEWEST = 3


def read_glued_sides(text: str, values: Sequence[Span]) -> list[Part]:
    """Lines of a part and an actor glued to one another, in either order; nothing where lines differ."""
    if len(values) < _FEWEST or sum(_SEAM.search(v.of(text), 2) is not None for v in values) * 4 < 3 * len(
        values
    ):
        return []
    pairs = [pair for v in values if (pair := _at_seam(text, v))]
    if len(pairs) * 4 < 3 * len(values):
        return []
    ones, others = ([side.of(text) for side in column] for column in zip(*pairs, strict=True))
    if tells_parts(ones, others):
        return build_parts(text, pairs, first=False)
    return build_parts(text, pairs, first=True) if tells_parts(others, ones) else []


def _at_seam(text: str, line: Span) -> Pair | None:
    """The sides of a line with one seam, which is not that of a name such as "McCarthy"."""
    words = line.of(text)
    if "," in words:
        return None
    cuts = [
        m.start() for m in _SEAM.finditer(text, line.start + 2, line.end) if not _in_name(text, m.start())
    ]
    return (Span(line.start, cuts[0]), Span(cuts[0], line.end)) if len(cuts) == 1 else None


def _in_name(text: str, at: int) -> bool:
    front = _LAST_WORD.search(text, max(0, at - 12), at)
    return front is not None and front.group() != "" and fold(front.group()) in NAME_PREFIXES


def read_case_run(text: str, value: Span) -> list[Part]:
    """Actors and parts by turns in one run, of which one, always the same, stands in capitals."""
    words = [Span(*m.span()) for m in WORD.finditer(text, value.start, value.end)]
    if words and fold(words[-1].of(text)) in load_patterns("page")["crew_head"]:
        words.pop()  # the head of what follows the cast
    if not 3 * _FEWEST <= len(words) <= 400 or any("," in w.of(text) or ":" in w.of(text) for w in words):
        return []
    groups = _groups(text, words)
    if len(groups) < 2 * _FEWEST or len(groups) % 2:
        return []
    ones, others = ([side.of(text) for side in groups[k::2]] for k in (0, 1))
    if tells_parts(others, ones):
        actors, roles = groups[::2], groups[1::2]
    elif tells_parts(ones, others):
        actors, roles = groups[1::2], groups[::2]
    else:
        return []
    parts: list[Part] = []
    for actor, role in zip(actors, roles, strict=True):
        *alone, last = split_unseparated(text, actor) or [actor]
        shown = Span(min(last.start, role.start), max(last.end, role.end))
        parts += [Part(make_mention(text, name)) for name in alone]
        parts.append(Part(make_mention(text, last), clean_character(role.of(text)), shown))
    return parts if all(is_actor(part.actor) for part in parts) else []


def _groups(text: str, words: Sequence[Span]) -> list[Span]:
    """The words in stretches of capitals and of others; initials and particles go with what follows."""
    loud: list[bool] = []
    for word in reversed(words):
        is_ = is_loud(word.of(text))
        loud.append((loud[-1] if loud else False) if is_ is None else is_)
    groups: list[Span] = []
    for _, group in itertools.groupby(zip(words, reversed(loud), strict=True), key=lambda pair: pair[1]):
        spans = [word for word, _ in group]
        groups.append(Span(spans[0].start, spans[-1].end))
    return groups
