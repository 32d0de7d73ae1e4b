"""Names that may be variants of one another, by looser likenesses than one film would need.

`compare_persons` knows the likenesses that a shared film may corroborate. What
stands here is looser (another spelling, a name left out, a title, another
romanization): none of it says anything by itself, all of it is only weighed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import combinations, product
from typing import NamedTuple

from rapidfuzz.distance import OSA

from filmgraph.resolution.comparisons import Likeness, LikenessKind, compare_persons
from filmgraph.resolution.nicknames import nickname_rows
from filmgraph.resolution.normal import person_key, split_suffix

# Ranks and forms of address that credits print before or behind a name.
_TITLES = frozenset(
    "sir dame lord lady miss mister mr mrs ms dr prof professor capt captain cmdr comdr commander lt lieut"
    " lieutenant sgt sergeant maj major col colonel gen general adm admiral rev reverend count countess baron"
    " usn usnr usmc usa usaf ret madame mme mlle monsieur herr frau don dona signor signora".split()
)
_QUOTED = re.compile(r"(?<!\w)['\"“‘«]([^'\"”’»]{2,})['\"”’»](?!\w)")
_SOUNDS = (
    ("mac", "mc"), ("ph", "f"), ("th", "t"), ("sch", "sh"), ("ck", "k"), ("ce", "se"), ("ci", "si"),
    ("cy", "si"), ("ch", "§"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("w", "v"), ("y", "i"),
    ("j", "i"), ("d", "t"), ("b", "p"), ("g", "k"),
)  # fmt: skip
_WOMENS_ENDINGS = frozenset("a ia la le na ne ina ine ette".split())
# Names that share words are often variants, those that share sounds or initials seldom.
_LARGE, _SMALL = 60, 20
_VOWELS = re.compile(r"(?<!^)[aeiouh]+")
_Words = tuple[str, ...]
_DOUBLE = re.compile(r"(.)\1+")


def compare_variants(left: str, right: str) -> Likeness | None:
    """How two persons' names could be variants of one name; None where they could not.

    >>> compare_variants("Sir Cedric Hardwicke", "Cedric Hardwicke").kind
    'title'
    >>> compare_variants("Shirley Grey", "Shirley Gray").kind
    'spelling'
    >>> compare_variants("Kwok-Keung Chan", "Kuo-Chiang Chen").kind
    'romanization'
    >>> compare_variants("Ann Lee", "Ang Park") is None
    True
    """
    a, b = _read(left), _read(right)
    strict = compare_persons(left, right) if _may_be_alike(a, b) else None
    if strict and strict.kind in ("same", "spacing", "surname"):
        return strict
    if len(a.words) < 2 or len(b.words) < 2:
        return None
    if a.syllables and b.syllables:
        # A syllable more or less, or one letter, makes another name.
        return _by_syllables(a.syllables, b.syllables)
    if strict and strict.kind == "slip" and sound(a.key) != sound(b.key):
        return Likeness("letter", strict.why)
    return (
        strict
        or _by_title(a, b)
        or _by_quoted(a, b)
        or _by_generation(a.key, b.key)
        or _by_left_out(a.words, b.words)
        or _by_short_form(a.words, b.words)
        or _by_spelling(a.words, b.words)
    )


class _Name(NamedTuple):
    """What comparing needs of a name."""

    key: str
    words: tuple[str, ...]
    untitled: tuple[str, ...]
    letters: str
    syllables: tuple[frozenset[int], ...]
    quoted: frozenset[str]


@lru_cache(maxsize=65536)
def _read(name: str) -> _Name:
    key = person_key(name)
    words = tuple(key.split())
    syllables = tuple(_SYLLABLES[w] for w in words) if _is_romanized(key) else ()
    quoted = frozenset(person_key(form) for form in _quoted_forms(name))
    untitled = tuple(w for w in words if w not in _TITLES)
    return _Name(key, words, untitled, "".join(sorted(key)).strip(), syllables, quoted)


def _may_be_alike(a: _Name, b: _Name) -> bool:
    """Whether `compare_persons` could find a likeness: a word or all letters shared, or one letter apart."""
    return (
        a.letters == b.letters
        or not set(a.words).isdisjoint(b.words)
        or OSA.distance(a.key, b.key, score_cutoff=1) <= 1
    )


def find_block_keys(name: str) -> Iterator[tuple[int, str]]:
    """Keys of which any two variants of a full name share one: what a block of candidates is made of.

    With each comes how many names at most make a block that says something.
    """
    bare = " ".join(w for w in split_suffix(person_key(name))[0].split() if w not in _TITLES)
    words = bare.split()
    if len(words) < 2:
        return
    first, last = words[0], words[-1]
    yield _LARGE, "letters " + "".join(words)
    for one, other in combinations([w for w in dict.fromkeys(words) if len(w) > 1][:5], 2):
        yield _LARGE, f"words {min(one, other)} {max(one, other)}"
    for row in sorted(nickname_rows(first)):
        yield _LARGE, f"short form {row} {last}"
    yield _SMALL, f"initial {first[0]} {last}"
    sounds = sound(first), sound(last)
    yield _SMALL, f"sound {min(sounds)} {max(sounds)}"
    yield _SMALL, f"beginning {first} {sounds[1][:1]}"
    if len(words) <= 3 and _is_romanized(bare):
        for x, y in combinations([_SYLLABLES[w] for w in words], 2):
            for i, j in product(sorted(x), sorted(y)):
                yield _LARGE, f"syllables {min(i, j)} {max(i, j)}"


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Roughly how a word sounds: its consonants, those that spellings confuse taken for one.

    >>> sound("macneill") == sound("mcneil"), sound("maurice") == sound("morris"), sound("gray")
    (True, True, 'kr')
    """
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", _DOUBLE.sub(r"\1", word)))


def _by_title(a: _Name, b: _Name) -> Likeness | None:
    if a.untitled == b.untitled and len(a.untitled) > 1:
        return Likeness("title", "one name but for a title")
    return None


def _by_quoted(a: _Name, b: _Name) -> Likeness | None:
    """ "George 'Buck' Flower", "Buck Flower" and "George Flower"."""
    if len(a.quoted) == len(b.quoted) == 1:
        return None
    alike = a.quoted & b.quoted or any(compare_persons(x, y) for x in a.quoted for y in b.quoted)
    return Likeness("quoted", "one name but for a nickname in quotes") if alike else None


def _quoted_forms(name: str) -> Iterator[str]:
    yield name
    for found in _QUOTED.finditer(name):
        rest = (name[: found.start()] + name[found.end() :]).split()
        if len(rest) > 1:
            yield " ".join(rest)
            yield f"{found[1]} {rest[-1]}"


def _by_generation(a: str, b: str) -> Likeness | None:
    """ "Jr." in one, and one more likeness."""
    (one, mine), (other, theirs) = split_suffix(a), split_suffix(b)
    if bool(mine) == bool(theirs):
        return None
    like = compare_persons(one, other)
    if like and like.kind in ("middle name", "initials", "nickname", "spacing"):
        return Likeness("generation", f'{like.why} and "Jr." or the like')
    return None


def _by_left_out(a: _Words, b: _Words) -> Likeness | None:
    """All words of the shorter name, at least two, stand in the longer one in their order."""
    short, long = sorted((a, b), key=lambda w: (len(w), w))
    if len(short) < 2 or len(short) == len(long):
        return None
    place = -1
    for word in short:
        if word not in long[place + 1 :]:
            return None
        place = long.index(word, place + 1)
    if min(len(w) for w in short) < 2:
        return None
    if short[0] == long[0]:
        return Likeness("longer surname", "one name but for a second surname")
    return Likeness("first name left out", "one name but for a first name")


def _by_short_form(one: _Words, other: _Words) -> Likeness | None:
    """One surname, and a given name that begins the other ("Jay", "Jayson"), or a short form and middles."""
    if one[-1] != other[-1]:
        return None
    short, long = sorted((one[0], other[0]), key=lambda w: (len(w), w))
    middles = {tuple(w[1:-1]) for w in (one, other)} - {()}
    if len(middles) > 1 or short == long:
        return None
    if not nickname_rows(short).isdisjoint(nickname_rows(long)) or (
        len(short) > 1 and long.startswith(short) and not _of_two_sexes(short, long)
    ):
        return Likeness("short form", f"one name with a short form ({short} and {long})")
    return None


def _by_spelling(one: _Words, other: _Words) -> Likeness | None:
    """Word by word the same or spelled alike."""
    if len(one) != len(other):
        joined = "".join(one), "".join(other)
        near = (
            min(map(len, joined)) >= 8
            and one[0][0] == other[0][0]
            and OSA.distance(*joined, score_cutoff=1) <= 1
        )
        return Likeness("spelling", "one name in two spellings") if near else None
    if not _of_two_sexes(one[0], other[0]) and all(map(_spelled_alike, one, other)):
        return Likeness("spelling", "one name in two spellings")
    return None


def _of_two_sexes(x: str, y: str) -> bool:
    """Whether two given names differ by the ending that makes a woman's name of a man's."""
    short, long = sorted((x, y), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} == {"a", "o"}
    return long.startswith(short) and long[len(short) :] in _WOMENS_ENDINGS


def _spelled_alike(x: str, y: str) -> bool:
    if x == y:
        return True
    if min(len(x), len(y)) < 3:
        return False
    distance = OSA.distance(x, y)
    if distance == 1:
        return x[0] == y[0] or sound(x) == sound(y)
    return distance <= max(2, max(len(x), len(y)) // 3) and sound(x) == sound(y)


def _is_romanized(key: str) -> bool:
    """Whether all words of a name are syllables of Chinese names."""
    return all(w in _SYLLABLES for w in key.split())


def _by_syllables(mine: tuple[frozenset[int], ...], theirs: tuple[frozenset[int], ...]) -> Likeness | None:
    """Chinese names in two romanizations, the family name first or last."""
    count = len(mine)
    if count != len(theirs):
        return None
    # The family name may go first or last; a given name keeps its own order.
    orders = {tuple(range(count)), (*range(1, count), 0), (count - 1, *range(count - 1))}
    for order in sorted(orders):
        if all(not x.isdisjoint(theirs[i]) for x, i in zip(mine, order, strict=True)):
            kind: LikenessKind = "romanization" if count > 2 else "two syllables"
            return Likeness(kind, "one Chinese name in another spelling or order")
    return None


def _read_syllables() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    text = files("filmgraph.resolution").joinpath("romanization.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for syllable in line.split():
                found[syllable].add(number)
    return {syllable: frozenset(numbers) for syllable, numbers in found.items()}


_SYLLABLES = _read_syllables()
