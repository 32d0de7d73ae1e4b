"""A small pattern language for questions: words, alternatives, optional words, and slots.

`"{asked} have|has? worked with both? {agents}"` reads: a slot, one of two words
or none, two words, a word or none, a slot. What a slot takes is up to the
matcher it is handed: a function from a position to the positions where the slot
may end, each with its value, best first. The first match of all tokens wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

SlotMatcher = Callable[[int], Iterator[tuple[int, Any]]]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: a slot, or words of which one stands there (or none, if optional)."""

    slot: str = ""
    words: frozenset[str] = frozenset()
    optional: bool = False


@cache
def compile_pattern(pattern: str) -> tuple[Element, ...]:
    """The elements of a pattern.

    >>> [e.slot or sorted(e.words) for e in compile_pattern("who|that? {verb} films")]
    [['that', 'who'], 'verb', ['films']]
    """
    elements = []
    for part in pattern.split():
        optional = part.endswith("?")
        part = part.removesuffix("?")
        if part.startswith("{"):
            elements.append(Element(slot=part.strip("{}"), optional=optional))
        else:
            elements.append(Element(words=frozenset(part.split("|")), optional=optional))
    return tuple(elements)


def match_pattern(
    elements: Sequence[Element], words: Sequence[str], at: int, slots: Mapping[str, SlotMatcher]
) -> Iterator[tuple[int, dict[str, object]]]:
    """Every way to match `elements` on `words` from position `at`: the end, and the slots' values."""
    if not elements:
        yield at, {}
        return
    first, rest = elements[0], elements[1:]
    if first.slot:
        for end, value in slots[first.slot](at):
            for last, values in match_pattern(rest, words, end, slots):
                yield last, {first.slot: value, **values}
    elif at < len(words) and words[at] in first.words:
        yield from match_pattern(rest, words, at + 1, slots)
    if first.optional:
        yield from match_pattern(rest, words, at, slots)
