"""Slips of the pen in a question's own words: "wich editors", "films direcetd by".

Only words of the grammar are mended, never names, and only where one letter is
missing, doubled or out of place: a word with another letter in it ("started" for
"starred") is as likely another word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from filmgraph.asking.forms import grammar_words
from filmgraph.asking.words import Token, verb_words
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.names import fold

# Shorter words are a letter away from too many others.
_SHORTEST = 4


def mend_spelling(question: str, unplaced: tuple[Token, ...]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question with the words that have no place mended, and each slip with what it was taken for."""
    mended, slips = question, []
    for token in reversed(unplaced):
        # A capital within a question is a name's.
        is_name = token.quoted or (token.text[:1].isupper() and token.start > 0)
        meant = "" if is_name else find_meant(token.word)
        if meant:
            mended = mended[: token.start] + meant + mended[token.end :]
            slips.append((token.text, meant))
    return mended, tuple(reversed(slips))


def find_meant(word: str) -> str:
    """The one word of questions from which `word` is a slip away, or "".

    >>> find_meant("wich"), find_meant("direcetd"), find_meant("prodcers"), find_meant("started")
    ('which', 'directed', 'producers', '')
    """
    if len(word) < _SHORTEST:
        return ""
    known = _vocabulary()
    found = {slip for slip in _slips(word) if slip in known and len(slip) >= _SHORTEST}
    return found.pop() if len(found) == 1 else ""


def _slips(word: str) -> Iterator[str]:
    """Every word that differs by one letter more or less, or by two neighbors in each other's place."""
    places = range(len(word))
    yield from (word[:at] + word[at + 1 :] for at in places)
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1])
    for at in range(len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in "abcdefghijklmnopqrstuvwxyz")


@cache
def _vocabulary() -> frozenset[str]:
    """The words of the grammar, and the English verbs and nouns of the roles."""
    nouns = {
        fold(label.text)
        for role in load_roles().roles.values()
        for label in role.labels
        if label.language == "en" and " " not in label.text
    }
    return grammar_words() | verb_words() | nouns | {f"{noun}s" for noun in nouns}
