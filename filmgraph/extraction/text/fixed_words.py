"""Many fixed phrases looked for at once: only those of which a text holds all words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

_LETTERS = re.compile(r"[^\W\d_]+")


class FixedPhrases:
    """Phrases in small letters, by their longest words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in dict.fromkeys(phrases):
            words = _LETTERS.findall(phrase)
            self._by_word.setdefault(max(words, key=len), []).append((phrase, frozenset(words)))
        self._words = frozenset(self._by_word)

    def find(self, text: str, words: Set[str], tail: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
        """Where the phrases stand in a text in small letters that has these words, in order.

        None overlaps; of several in one place it is the longest. Gives the start, the end with what `tail`
        matches behind, and the phrase.

        >>> book = FixedPhrases(["based on", "loosely based on", "from"])
        >>> list(book.find("loosely based on a", {"loosely", "based", "on", "a"}, re.compile(" ")))
        [(0, 17, 'loosely based on')]
        """
        found: list[tuple[int, int, int, str]] = []
        for word in self._words & words:
            for phrase, needed in self._by_word[word]:
                length = len(phrase)
                at = text.find(phrase) if needed <= words else -1
                while at >= 0:
                    behind = tail.match(text, at + length)
                    before = text[at - 1 : at]
                    if behind and not (before.isalnum() or before in ("-", "_")):
                        found.append((at, -length, behind.end(), phrase))
                    at = text.find(phrase, at + 1)
        end = 0
        for start, _, stop, phrase in sorted(found):
            if start >= end:
                yield start, stop, phrase
                end = stop
