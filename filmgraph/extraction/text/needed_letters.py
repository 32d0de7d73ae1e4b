"""The letters that a phrase cannot do without as they stand, the signs of names and titles among them.

"{player} is {part}, (who|whose)" is only worth trying where " is ⟨" stands, ⟨ being any sign, and one of
"⟨, who" and "⟨, whose": such letters are found in a fifth of the time in which the pattern fails. Which
words are missing is told before by `needed_words.py`; here it counts what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import product

SIGN = "\ue000"  # stands for every sign, in needed letters and in the text in which they are looked for
# Placeholders that begin and end with a sign, and those that only begin with one.
ONE_SIGN = frozenset("p p2 full fulls part part2 people people2 folks firms title titles own".split())
SIGN_FIRST = ONE_SIGN | {"player", "subject", "fullsubject"}
_SEVERAL = frozenset("fulls people people2 folks firms titles".split())
_TOKEN = re.compile(
    r"\{(?P<slot>[a-z'][a-z0-9']*)\}|(?P<sign>\\ue00\d|\[(?:\\ue00\d)+\])|\[(?P<set>(?:\\.|[^\]\\])*)\]"
    r"|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<stop>[|)])|\\(?P<escaped>.)|(?P<letter>.)",
    re.S,
)
_TIMES = re.compile(r"(?:(?P<lacks>[?*]|\{0?,\d*\})|\+|\{\d+,?\d*\})\??")
_BESIDE = 3  # so many letters are looked at beside a sign
_MOST = 12  # more alternatives are hardly faster to look for than the phrase itself
_SHORTEST = 3  # fewer letters stand everywhere

# Letters that must stand, None for what is not known, or alternatives.
_Item = str | None | list[list["_Item"]]


def find_needed_letters(source: str) -> tuple[tuple[str, ...], ...]:
    """Groups of letters, of each of which one stands in every match of a phrase; the longest first.

    >>> [group] = find_needed_letters("{p} (is|was) {the}{p}")
    >>> [letters.replace(SIGN, "X") for letters in group]
    ['X is ', 'X was ']
    """
    items, end = _read(source, 0)
    if end < len(source):
        return ()  # alternatives without a bracket
    groups = {tuple(sorted(set(group))) for group in _groups(items)}
    useful = [g for g in groups if len(g) <= _MOST and min(map(len, g)) >= _SHORTEST]
    return tuple(sorted(useful, key=lambda g: (-min(map(len, g)), len(g), g)))[:2]


def words_beside_signs(masked: str, places: Collection[int]) -> list[str]:
    """The few letters on either side of signs, each with one sign for all: words to find phrases by.

    >>> [word.replace(SIGN, "X") for word in words_beside_signs(f"as {SIGN} sings", [3])]
    ['X si', 'as X']
    """
    padded = " " * _BESIDE + masked  # so that a place in the text is that of the letters before it
    words = [SIGN + masked[at + 1 : at + 1 + _BESIDE] for at in places]
    return words + [padded[at : at + _BESIDE] + SIGN for at in places]


def choose_beside_signs(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Of groups of needed letters such words, of which one stands where the phrase does; none if unsure."""
    for group in groups:
        words = [_beside_sign(letters) for letters in group]
        if all(words):
            return tuple(dict.fromkeys(words))
    return ()


def _beside_sign(letters: str) -> str:
    """A sign of some letters with as many beside it as are looked at, none of them a sign, or nothing."""
    for at in range(len(letters) - _BESIDE):
        word = letters[at : at + _BESIDE + 1]
        if word.count(SIGN) == 1 and SIGN in (word[0], word[-1]):
            return word
    return ""


def _read(source: str, at: int) -> tuple[list[_Item], int]:
    """What stands in a phrase from `at` to the end of its alternative, and where that ends."""
    items: list[_Item] = []
    while token := _TOKEN.match(source, at):
        if token["stop"]:
            break
        at = token.end()
        if token["look"]:
            at = _read_choice(source, at)[1]  # what only looks ahead or behind takes no place
            continue
        if token["open"]:
            choice, at = _read_choice(source, at)
            found: list[_Item] = [choice]
        else:
            found = _spell(token)
        times = _TIMES.match(source, at)
        if times:
            found = [None] if times["lacks"] else [*found, None]
            # The blank behind an optional bracket goes with it (`phrases.fill_slots`).
            at = times.end() + (
                token["open"] == "(" and times[0] == "?" and source.startswith(" ", times.end())
            )
        items += found
    return items, at


def _read_choice(source: str, at: int) -> tuple[list[list[_Item]], int]:
    """The alternatives of a bracket that opens before `at`, and where what follows it begins."""
    alternatives: list[list[_Item]] = []
    while True:
        items, at = _read(source, at)
        alternatives.append(items)
        at += 1
        if source[at - 1 : at] != "|":
            return alternatives, at


def _spell(token: re.Match[str]) -> list[_Item]:
    """The letters that a placeholder, a set, a sign or a letter comes to."""
    if slot := token["slot"]:
        if slot in _SEVERAL:
            return [SIGN, None, SIGN]
        return [SIGN] if slot in ONE_SIGN else [SIGN, None] if slot in SIGN_FIRST else [None]
    if token["sign"]:
        return [SIGN]
    letters = token["set"] or token["escaped"] or token["letter"]
    if token["set"] and len(letters) > 1:
        return [[[one] for one in letters]] if letters.isalpha() or letters == "'’" else [None]
    plain = not letters.isalnum() if token["escaped"] else letters not in ".^$"
    return [letters] if plain or token["set"] else [None]


def _groups(items: list[_Item]) -> Iterator[list[str]]:
    """The letters that stand without a gap, spelled out for each choice among them."""
    spelled = [""]
    for item in items:
        alternatives = _spellings([item])
        known = [one for one in alternatives if one is not None]
        if len(known) < len(alternatives) or len(known) > _MOST:
            yield spelled
            spelled = [""]
        elif len(spelled) * len(known) > _MOST:
            yield spelled
            spelled = known
        else:
            spelled = [left + right for left, right in product(spelled, known)]
    yield spelled


def _spellings(items: list[_Item]) -> list[str | None]:
    """All that some letters and choices come to; None for what is not known."""
    spelled: list[str | None] = [""]
    for item in items:
        if isinstance(item, list):
            choices = [one for alternative in item for one in _spellings(alternative)]
        else:
            choices = [item]
        spelled = [None if a is None or b is None else a + b for a, b in product(spelled, choices)]
        if len(spelled) > _MOST:
            return [None]
    return spelled
