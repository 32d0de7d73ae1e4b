"""How two printed names are alike, each finding with the words that explain it.

A finding says nothing about identity: `NEEDS` says what else must hold.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from filmgraph.model.names import fold, surname
from filmgraph.resolution.nicknames import share_a_nickname
from filmgraph.resolution.normal import company_core, company_key, person_key, split_suffix

LikenessKind = Literal[
    "same", "order", "spacing", "middle name", "initials", "nickname", "generation", "surname", "slip",
    "core", "letter", "title", "quoted", "longer surname", "first name left out", "short form", "spelling",
    "romanization", "two syllables",
]  # fmt: skip
Need = Literal["nothing", "film", "role"]

# What must corroborate a likeness before two names are taken for one agent:
# nothing against it, a credit on the same film, or the same role on the same film.
NEEDS: dict[LikenessKind, Need] = {
    "same": "nothing",
    "spacing": "film",
    "order": "film",
    "middle name": "film",
    "generation": "role",
    "initials": "role",
    "nickname": "role",
    "surname": "role",
    "slip": "role",
    "core": "role",
}
# Shorter words differ by one letter too easily ("Jan" and "Jon" are two names).
_SLIP_WORD = 5
_SLIP_NAME = 10


class Likeness(NamedTuple):
    """How two names are alike; `why` completes "'A' and 'B' are …"."""

    kind: LikenessKind
    why: str


def compare_persons(left: str, right: str) -> Likeness | None:
    """How two persons' names are alike; None where they are not.

    >>> compare_persons("Celine Sallette", "Céline Sallette")
    Likeness(kind='same', why='one name but for accents')
    >>> compare_persons("Kore-eda Hirokazu", "Hirokazu Koreeda").kind
    'order'
    >>> compare_persons("Jean-Pierre Dardenne", "Luc Dardenne") is None
    True
    """
    if left == right:
        return Likeness("same", "one name")
    a, b = person_key(left), person_key(right)
    if not a or not b:
        return None
    if a == b:
        return Likeness("same", f"one name but for {_difference(left, right)}")
    for found in (_by_order(left, right, a, b), _by_parts(a, b), _by_slip(a, b)):
        if found:
            return found
    return None


def compare_companies(left: str, right: str) -> Likeness | None:
    """How two companies' names are alike; None where they are not.

    >>> compare_companies("Why Not Prods.", "Why Not Productions").kind
    'same'
    >>> compare_companies("Why Not", "Why Not Productions")
    Likeness(kind='core', why='one name but for words like "Productions"')
    """
    if left == right:
        return Likeness("same", "one name")
    a, b = company_key(left), company_key(right)
    if a == b:
        if fold(left) == fold(right):
            return Likeness("same", f"one name but for {_difference(left, right)}")
        return Likeness("same", "one name but for abbreviation, article or legal form")
    if company_core(a) == company_core(b) and (company_core(a) in (a, b)):
        return Likeness("core", 'one name but for words like "Productions"')
    if len(a) >= _SLIP_NAME and a[0] == b[0] and _one_slip(a.split(), b.split()):
        return Likeness("slip", "one name but for a letter")
    return None


def _difference(left: str, right: str) -> str:
    if left.casefold() == right.casefold():
        return "capitals"
    if "".join(filter(str.isalnum, left.casefold())) == "".join(filter(str.isalnum, right.casefold())):
        return "punctuation"
    plain = [fold(n).replace(" ", "") for n in (left, right)]
    return "accents" if plain[0] == plain[1] else "spelling"


def _by_order(left: str, right: str, a: str, b: str) -> Likeness | None:
    if a.replace(" ", "") == b.replace(" ", ""):
        return Likeness("spacing", "one name but for spaces and hyphens")
    if sorted(a.split()) == sorted(b.split()) or _bag(left) == _bag(right):
        return Likeness("order", "one name in another order")
    return None


def _bag(name: str) -> list[str]:
    return sorted(fold(name.replace("-", "").replace("‐", "")).split())


def _by_parts(a: str, b: str) -> Likeness | None:
    """Likeness by the parts of a name: given names, initials, surname, generation."""
    (bare_a, generation_a), (bare_b, generation_b) = split_suffix(a), split_suffix(b)
    if bare_a == bare_b:
        known = generation_a and generation_b
        return None if known else Likeness("generation", 'one name but for "Jr." or the like')
    if generation_a != generation_b:
        return None
    short, long = sorted((bare_a.split(), bare_b.split()), key=lambda w: (len(w), w))
    if len(short) == 1:
        last = surname(" ".join(long)).split()
        if short == last or short == long[-1:]:
            return Likeness("surname", f"a surname and a full name ({short[0]})")
        return None
    if short[-1] != long[-1]:
        return None
    return _by_given_names(short[:-1], long[:-1])


def _by_given_names(short: list[str], long: list[str]) -> Likeness | None:
    """Likeness of the given names of two bearers of one surname, the shorter list first."""
    if short[0] == long[0] and len(short) < len(long) and short == [w for w in long if w in short]:
        return Likeness("middle name", "one name but for a middle name")
    first, second = short[0], long[0]
    initials = "".join(w[0] for w in long)
    if first != second and first in (second[0], initials, initials[: len(first)]) and len(first) <= 3:
        return Likeness("initials", "one name written with initials")
    if second == first[0] and len(short) == len(long) == 1:
        return Likeness("initials", "one name written with initials")
    if short[0] == long[0] and all(len(w) == 1 for w in (*short[1:], *long[1:])):
        # "Robert J. Wilke" and "Robert L. Wilke": two middle initials speak against each other.
        return None
    if len(short) == len(long) and short[1:] == long[1:] and share_a_nickname(first, second):
        return Likeness("nickname", f"one name with a short form ({first} and {second})")
    return None


def _by_slip(a: str, b: str) -> Likeness | None:
    if min(len(a), len(b)) < _SLIP_NAME or a[0] != b[0] or not _one_slip(a.split(), b.split()):
        return None
    return Likeness("slip", "one name but for a letter")


def _one_slip(left: list[str], right: list[str]) -> bool:
    """Whether one long word differs by one letter; not a given name's end ("Daniel", "Daniela")."""
    if len(left) != len(right):
        return False
    differing = [(n, x, y) for n, (x, y) in enumerate(zip(left, right, strict=True)) if x != y]
    if len(differing) != 1:
        return False
    place, x, y = differing[0]
    if min(len(x), len(y)) < _SLIP_WORD or OSA.distance(x, y, score_cutoff=1) > 1:
        return False
    return place == len(left) - 1 or x[-2:] == y[-2:]
