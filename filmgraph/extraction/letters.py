"""Labels of one letter, as listings set them: "R: X, B: Y, K: Z" or "B X" line by line.

A letter means different things in different languages ("D" is *Darsteller* in
German and *director* in English), so it counts only in a block of at least three,
all of which one language knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmgraph.extraction.lexicon import Label, Lexicon
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_LINE = re.compile(r"(?P<letters>[A-Z](?:\s?[/+&,]\s?[A-Z])*)(?P<mark>\s?[:.]\s?|\s+)(?=[^\W\d_]{2})")
_INLINE = re.compile(r"(?P<letters>[A-Z](?<![^\s(;,|·](?s:.))(?:\s?[/+&,]\s?[A-Z])*)\s?:\s?(?=[^\s:])")

LetterLabels = dict[int, list[tuple[Label, int]]]


def find_letter_labels(
    text: str, lines: Sequence[Span], kinds: Sequence[str], lexicon: Lexicon
) -> LetterLabels:
    """For each line with letter labels: the labels, each with the offset at which its value starts."""
    found: dict[int, list[re.Match[str]]] = {}
    starts = 0
    for i, line in enumerate(lines):
        if kinds[i] in ("teasers", "body", "strapline"):
            continue
        match = _LINE.match(text, line.start, line.end)
        marked = line.end - line.start < 3000 and text.count(":", line.start, line.end) >= 3
        inline = list(_INLINE.finditer(text, line.start, line.end)) if marked else []
        if len(inline) >= 3:
            found[i] = inline
        elif match and line.end - match.end() > 3 and text[match.end()].isupper():
            found[i] = [match]
            starts += 1
    if starts < 3:
        found = {i: matches for i, matches in found.items() if len(matches) >= 3}
    if not found:
        return {}
    roles = _choose_language({c for ms in found.values() for m in ms for c in _letters(m)}, lexicon)
    return {
        i: [(_label(m, roles), m.end()) for m in matches]
        for i, matches in found.items()
        if roles and sum(c in roles for m in matches for c in _letters(m)) * 3 >= 2 * len(matches)
    }


def _letters(match: re.Match[str]) -> list[str]:
    return [fold(c) for c in re.findall(r"[A-Z]", match.group("letters"))]


def _choose_language(letters: set[str], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The letters of the language that knows most of those on the page, three at least; else nothing."""
    ranked = sorted(lexicon.letters.items(), key=lambda entry: (-len(letters & set(entry[1])), entry[0]))
    if not ranked or len(letters & set(ranked[0][1])) < 3:
        return {}
    return ranked[0][1]


def _label(match: re.Match[str], roles: dict[str, tuple[str, ...]]) -> Label:
    letters = _letters(match)
    span = Span(*match.span("letters"))
    if not all(c in roles for c in letters):
        return Label(span, (), "skip", 0, 0)
    if len(letters) == 1:
        readings = tuple((r,) for r in roles[letters[0]])
        return Label(span, readings, "", 0, 0, languages=tuple(frozenset({"de"}) for _ in readings))
    combined = tuple(dict.fromkeys(roles[c][0] for c in letters))
    return Label(span, (combined,), "", 0, 0, languages=(frozenset({"de"}),))
