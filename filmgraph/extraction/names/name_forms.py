"""The forms of one person's name by which a document may mean it, and when two names are one.

All are functions of short strings that come again and again, so each is worked out once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from filmgraph.model.names import SUFFIXES, fold, surname

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=[sxz])['’])$")
_HONORIFIC = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof|sir|dame|mme|mlle|monsieur|madame|m|herr|frau|sr|sra|don|doña|signor"
    r"|signora)"
    r"\.? +(?=\S)",
    re.I,
)

# "Kleber Mendonça Filho" is called Mendonça: "son", "grandson" and "nephew" are no family's name.
_OF_FAMILY = frozenset({"filho", "neto", "sobrinho", "junior"})


class NameForms(NamedTuple):
    """A name folded (`key`), with its last word in front or its first behind, and what may be its surname.

    `surnames` is empty for a name of one word, which completes nothing.
    """

    key: str
    first: str
    last_first: str
    first_last: str
    surname: str
    surnames: tuple[str, ...]


@lru_cache(maxsize=4096)
def forms_of(name: str) -> NameForms:
    """The forms of a name.

    >>> forms_of("Michael Dudok de Wit").surnames
    ('de wit', 'wit', 'dudok de wit')
    """
    key = fold(name)
    words = key.split()
    if not words:
        return NameForms("", "", "", "", "", ())
    if len(words) == 2 and SUFFIXES.isdisjoint(words):
        given, family = words  # as most names
        turned = f"{family} {given}"
        return NameForms(key, given, turned, turned, family, (family,))
    last_first, first_last = " ".join((words[-1], *words[:-1])), " ".join((*words[1:], words[0]))
    family = surname(key)
    if len(words) < 2 or words[0] in SUFFIXES:
        return NameForms(key, words[0], last_first, first_last, family, ())
    # Any end of a name of several words may be its surname: "Dudok de Wit".
    tails = (" ".join(words[cut:]) for cut in range(1, len(words) - 1))
    middle = [words[-2]] if words[-1] in _OF_FAMILY and len(words) > 2 else []
    surnames = tuple(dict.fromkeys((family, _last(words), *middle, *tails)))
    return NameForms(key, words[0], last_first, first_last, family, surnames)


def _last(words: list[str]) -> str:
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return words[-1]


@lru_cache(maxsize=4096)
def initials(key: str) -> str:
    """The first letters of a folded name's words."""
    return "".join([word[0] for word in key.split()])


@lru_cache(maxsize=4096)
def keys_of(printed: str) -> tuple[str, ...]:
    """The folded forms under which a printed name is looked up: without a possessive, then without a "Mr.".

    >>> keys_of("Mr. Audiard’s"), keys_of("Audiard")
    (('mr audiard', 'audiard'), ('audiard',))
    """
    bare = strip_possessive(printed)
    return tuple(dict.fromkeys((fold(bare), fold(_HONORIFIC.sub("", bare, count=1)))))


@lru_cache(maxsize=4096)
def is_mister(name: str) -> bool:
    """Whether a name is one word behind an honorific, which is nobody's full name.

    >>> is_mister("Ms. Kerr-Bell"), is_mister("Mr. John Ford")
    (True, False)
    """
    bare = _HONORIFIC.sub("", name, count=1)
    return bare != name and " " not in bare


@lru_cache(maxsize=4096)
def strip_possessive(printed: str) -> str:
    """`printed` without a possessive ending, which is no part of the name.

    >>> strip_possessive("Audiard’s"), strip_possessive("Haynes'"), strip_possessive("O'Brien")
    ('Audiard', 'Haynes', "O'Brien")
    """
    return _POSSESSIVE.sub("", printed.strip())


def same_given(one: str, other: str) -> bool:
    """Whether two folded names differ only by a short given name or by an initial.

    >>> same_given("ed lachman", "edward lachman"), same_given("jean dardenne", "jean pierre dardenne")
    (True, False)
    >>> same_given("j j abrams", "jeffrey jacob abrams"), same_given("jj abrams", "john abrams")
    (True, False)
    """
    if _spells_out(one, other) or _spells_out(other, one):
        return True
    (a, *rest), (b, *others) = one.split(), other.split()
    if rest and len(rest) == len(others) and rest[-1] == others[-1]:
        # "J. J. Campanella" is Juan José Campanella: initials of all given names.
        pairs = zip((a, *rest[:-1]), (b, *others[:-1]), strict=True)
        if len(rest) > 1 and all(x[0] == y[0] and (x == y or len(x) == 1 or len(y) == 1) for x, y in pairs):
            return True
    rest, others = [w for w in rest if len(w) > 1], [w for w in others if len(w) > 1]
    short, long = sorted((a, b), key=len)
    return rest == others and (long.startswith(short) if len(short) > 1 else long[0] == short)


def _spells_out(short: str, full: str) -> bool:
    """Whether two or three initials in front of a surname are the given names of a full name."""
    words = full.split()
    if len(words) < 3 or len(short) >= len(full) or words[-1] != short.rpartition(" ")[2]:
        return False
    given = words[:-1]
    letters = short.rpartition(" ")[0].replace(" ", "")
    return 1 < len(letters) < 4 and letters == "".join([w[0] for w in given]) and min(map(len, given)) > 1


def is_slip(one: str, other: str) -> bool:
    """Whether two folded full names are one name with a slip of the pen.

    One edit is a slip in names of eight letters or more, two from fourteen; the
    initials must agree, because "Luc" and "Lucy" on short names are two people.
    """
    if len(one.split()) != len(other.split()):
        return False
    if any(a[0] != b[0] for a, b in zip(one.split(), other.split(), strict=True)):
        return False
    length = min(len(one), len(other))
    allowed = 2 if length >= 14 else 1 if length >= 8 else 0
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed
