"""Words in which a scan took one sign for another ("R0BINSON", "E11iott", "RowIands").

Such a word is mended only where the same text spells it soundly elsewhere: the page is its own
dictionary. "Se7en", "CiBy 2000" and a name that stands once are left as they are. A text without a
figure or a capital inside a word costs one look for them.
"""

from __future__ import annotations

import re
from itertools import product

from filmgraph.model.document import MendedText

_SUSPECT = re.compile(r"[^\W\d_][01]+[^\W\d_]|[a-z]I[a-z]|\b[01]+[^\W\d_]{3}")
_WORD = re.compile(r"[^\W_]{4,24}")
_LETTERS = re.compile(r"[^\W\d_]{4,24}")
_READ_AS = {"0": "o", "1": "li", "I": "l"}
_MOST_SIGNS = 4  # doubtful signs of one word
_MOST_WORDS = 200


def mend_scan(text: str) -> tuple[MendedText | None, str]:
    """The text with such words as it spells them elsewhere, and a note; None and "" where there are none."""
    if _SUSPECT.search(text) is None:
        return None, ""
    sound = {word.casefold() for word in _LETTERS.findall(text) if not _SUSPECT.search(word)}
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    end = 0
    for found in _WORD.finditer(text):
        word = found.group()
        mended = _mend_word(word, sound) if _SUSPECT.search(word) else word
        if mended != word:
            parts += (text[end : found.start()], mended)
            end = found.end()
            places.append((*found.span(), *found.span()))  # a sign for a sign: no letter moves
            if len(places) == _MOST_WORDS:
                break
    if not places:
        return None, ""
    words = f"{len(places)} words" if len(places) > 1 else "one word"
    how = f"{words} misread by a scan taken as the text spells them elsewhere"
    return MendedText("".join((*parts, text[end:])), tuple(places)), how


def _mend_word(word: str, sound: set[str]) -> str:
    """A word with its doubtful signs replaced, where the text has one such word and no more."""
    if sum(word.count(sign) for sign in _READ_AS) > _MOST_SIGNS:
        return word
    choices = [_READ_AS.get(sign, sign) + ("i" if sign == "I" else "") for sign in word]
    told = [r for letters in product(*choices) if (r := "".join(letters)).casefold() in sound]
    if len({reading.casefold() for reading in told}) != 1:
        return word
    loud = sum(map(str.isupper, word)) * 2 > len(word)
    if loud:
        return told[0].upper()
    return told[0].capitalize() if word[0] in _READ_AS else told[0]
