"""Names with endings: "Hans Fromms Kamera", "zdjęcia Jerzego Wójcika", each as it stands in the nominative.

German and Scandinavian names take an -s without an apostrophe; Polish ones have an ending for each case.
The nominative is believed where the document prints it elsewhere, or where the endings leave no choice
("Krzysztofa Kieślowskiego", "Agnieszki Osieckiej"); else a name stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from functools import lru_cache
from itertools import product

from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.masking import FULL, SINGLE, Mark, Piece
from filmgraph.extraction.references import References
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_POLISH_LETTERS = re.compile("[łęąśćńżź]")
_POLISH_WORDS = (" się ", " jest ", " nie ", " oraz ", " przez ")
# An ending and what stands for it in the nominative; the longer first.
_ENDINGS = tuple(
    (case, nominative)
    for line in load_lines("declined")["endings"]
    for case, _, choices in (line.partition(" > "),)
    for nominative in (c.strip("-") for c in choices.split(" | "))
)
# Surnames whose ending leaves no choice.
_SURE_SURNAME = (
    (re.compile(r"(?<=[scz][k])(?:iego|iemu|im)$"), "i"),
    (re.compile(r"(?<=[scz][k])(?:iej|ą)$"), "a"),
)
# "Barzana", "Raka": a vowel before the last consonant cannot have come in with the ending.
_SURE_MAN = re.compile(r"(?<=[aeiouyąęó][bcdfgłlmnprstwzkjh])a$")
_WOMAN = re.compile(r"(?:y|i|ę|ą)$")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def cut_genitive(mark: Mark, references: References, known: Set[str]) -> Mark | None:
    """A name without the -s of its genitive; None where it has none, or may be a surname nobody knows.

    `known` are the folded names of the credits: "Ned Glass" stays so where they have him.
    """
    text = mark.text
    if fold(text) in known or not text.endswith("s") or text.endswith("ss"):
        return mark if fold(text) in known or (" " in text and not text.endswith("s")) else None
    if text.endswith("ås"):
        return mark  # "Ulf Brantås handkamera": a Swedish surname, which takes no ending
    bare = text[:-1]
    if mark.sign == SINGLE and not references.knows(bare):
        return None
    return mark._replace(text=bare, span=Span(mark.span.start, mark.span.end - 1))


def in_nominative(piece: Piece, text: str, names: Set[str]) -> Piece:
    """A piece of Polish prose with its names in the nominative; any other piece as it is.

    `names` are the folded full names of the document.
    """

    @lru_cache(maxsize=256)
    def stands(word: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None

    marks = {}
    for at, mark in piece.marks.items():
        if mark.sign not in (FULL, SINGLE):
            continue
        found = _nominative(mark.text, names, stands)
        if found and found != mark.text:
            marks[at] = mark._replace(text=found)
    return replace(piece, marks=piece.marks | marks) if marks else piece


def nominative(name: str, text: str, names: Set[str]) -> str:
    """A name of a Polish text in the nominative; as it is where that is not sure."""

    def stands(word: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None

    return _nominative(name, names, stands) or name


def is_polish(text: str) -> bool:
    """Whether a text is in Polish, by its letters and its commonest words."""
    return sum(word in text for word in _POLISH_WORDS) > 1 and bool(_POLISH_LETTERS.search(text))


def _nominative(name: str, names: Set[str], stands: Callable[[str], bool]) -> str | None:
    words = name.split()
    if len(words) == 1:
        return next((w for w in _candidates(name) if len(w) > 2 and stands(w)), None)
    if len(words) > 3 or not all(_NAME_WORD.fullmatch(w) for w in words):
        return None
    choices = [[*_candidates(w), w] for w in words]
    for form in product(*choices):
        whole = " ".join(form)
        if whole != name and fold(whole) in names:
            return whole
    return _sure(words)


def _sure(words: list[str]) -> str | None:
    """The nominative where a known given name and the surname's ending leave no choice."""
    given = next((w for w in _candidates(words[0]) if fold(w) in _given_names()), None)
    if given is None:
        return None
    surname = words[-1]
    for pattern, ending in _SURE_SURNAME:
        if pattern.search(surname):
            return " ".join((given, *words[1:-1], pattern.sub(ending, surname))) if len(words) == 2 else None
    is_man = not given.endswith("a")
    if len(words) == 2 and not is_man and given != words[0] and surname[-1] not in "aeiouyąęó":
        return f"{given} {surname}"  # "Olgi Tokarczuk": only the given name has an ending
    if len(words) == 2 and is_man and _SURE_MAN.search(surname):
        return f"{given} {surname[:-1]}"
    return None


def _candidates(word: str) -> Iterator[str]:
    """What a word may be in the nominative, by its ending."""
    for case, nominative in _ENDINGS:
        if word.endswith(case) and len(word) - len(case) >= 2:
            stem = word[: len(word) - len(case)]
            yield stem + nominative
            if not nominative and stem[-2:-1] not in "aeiouyąęó" and stem[-1] not in "aeiouyąęó":
                yield f"{stem[:-1]}e{stem[-1]}"  # "Pawła", "Dudka"


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(fold(w) for line in load_lines("declined")["given"] for w in line.split())


__all__ = ["cut_genitive", "in_nominative", "is_polish", "nominative"]
