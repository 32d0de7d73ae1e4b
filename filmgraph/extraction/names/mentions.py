"""Names where they stand: what a person's name looks like, and what a company's.

`find_names` looks for names in running text. Words that are known to be a list
of names are taken apart in `name_lists.py`. Everything works on offsets of the
whole text, so that every mention can be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from filmgraph.extraction.names.name_gate import can_be_person
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.text.spans import trim
from filmgraph.extraction.text.wrapping import SOFT
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, SUFFIXES, fold

Shape = Literal["full", "single", "caps", "company", "lower"]


def _upper_class() -> str:
    """The capital letters of the Latin, Greek and Cyrillic blocks as the inside of a regex class."""
    ranges: list[tuple[int, int]] = []
    for code in (*range(0x41, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00)):
        if chr(code).isupper():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1] = (ranges[-1][0], code)
            else:
                ranges.append((code, code))
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


UPPER = _upper_class()
_LETTERS = r"[^\W\d_]"
# Apostrophes stay inside a word (O'Brien, D’Arcy), a possessive's does not.
_TAIL = rf"{_LETTERS}*(?:(?:['’](?!s\b|[sS]?(?:\W|$))|[\-‐‑]|[\u0300-\u036f]){_LETTERS}*)*"
_WORD = rf"(?:[dlDL]['’]|[aAeE]l-|(?:de|du|di|la|le|van|von|mac|fitz)(?=[{UPPER}][a-z]))?[{UPPER}]{_TAIL}"
_INITIALS = rf"(?:[{UPPER}]\.[\-‐]?){{1,4}}"
_PARTICLE = (
    r"(?:de|da|do|dos|das|du|des|del|della|dell|di|la|le|las|los|van|von|der|den|ten|ter|zu|zum|zur|af|av"
    r"|al|el|bin|ibn|ben|bint|ould|vom|’t|'t)"
)
_SUFFIX = r"(?:,? (?:Jr|Sr)\b\.?| (?:II|III|IV)\b)"
_PART = rf"(?:{_INITIALS}|{_WORD})"
# The first part again, but with its first letter in front: a pattern that begins with a set of letters
# is searched for twice as fast as one that first looks behind. What the letter opens is asked after it.
_FIRST_PART = (
    rf"[{UPPER}adeflmv](?<![\w@](?s:.))(?:(?<=[{UPPER}])\.[\-‐]?(?:[{UPPER}]\.[\-‐]?){{0,3}}"
    rf"|(?:(?<=[dlDL])['’]|(?<=[aAeE])l-|(?:(?<=d)[eui]|(?<=l)[ae]|(?<=v)[ao]n|(?<=m)ac|(?<=f)itz)"
    rf"(?=[{UPPER}][a-z]))[{UPPER}]{_TAIL}|(?<=[{UPPER}]){_TAIL})"
)
NAME = re.compile(
    rf"{_FIRST_PART}(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ \u00a0]){{0,3}}{_PART}){{0,5}}{_SUFFIX}?"
)
_ALSO = re.compile(r"\s+(?:aka|a\.k\.a\.|alias)\s")
_HYPHENATED = re.compile(rf"(?<=[^\W\d_A-Z])-{SOFT}+(?=[^\W\d_A-Z])")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Mme|Mlle)\.\s|(?:Mr|Mrs|Ms|Miss)\s(?=\S)")


_NAME_WORDS = re.compile(r"[^ \u00a0]+")
_OPENED = {")": "(", "]": "["}
# "王家衛 Wong Kar-wai": the name in its own script, in front of the Latin one.
_SCRIPT = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・·]+(?:\s[\u3040-\u9fff\uac00-\ud7af]+)*\s+(?=[A-Z])"
)
# "Roger LEE Yan-lam 李恩霖", "Andrej Tarkovskij Андрей Тарковский": the same behind it.
_SCRIPT_BEHIND = re.compile(r"(?<=[a-zà-ɏA-ZÀ-Ɏ.])(?:\s+[\u0370-\u1dff\u3040-\u9fff\uac00-\ud7af・·-]+)+$")


class Mention(NamedTuple):
    """A name where it stands.

    `text` is the name with single spaces, completed where the list shares a
    surname ("Jean-Pierre & Luc Dardenne"); `printed` is what stands at `span`.
    `note` holds the words in brackets that follow the name (a character, a
    country, a job: the reader of the list decides) and `note_span` their place.
    """

    span: Span
    text: str
    shape: Shape
    printed: str = ""
    note: str = ""
    note_span: Span | None = None

    @property
    def extent(self) -> Span:
        """From the name's first letter to the end of its bracket, if it has one."""
        end = self.note_span.end + 1 if self.note_span else self.span.end
        return Span(self.span.start, end)


def find_names(text: str, span: Span, places: Iterable[tuple[int, int]] | None = None) -> Iterator[Mention]:
    """The capitalized names in running text, in reading order.

    Words that are only capitalized because a sentence begins ("When", "The")
    are cut off in front; a honorific ("Mr.") is cut off too. Titles of films in
    quotation marks look like names as well: the caller knows where those are.
    `places` are those of the capitals in the stretch, if they are known (`name_places.py`).

    >>> [m.text for m in find_names("When Caroline de Vivaise met Samuel L. Jackson Jr.", Span(0, 51))]
    ['Caroline de Vivaise', 'Samuel L. Jackson Jr.']
    """
    skip = load_patterns("names")["not_first"]
    if places is None:
        places = [m.span() for m in NAME.finditer(text, span.start, span.end)]
    for start, end in places:
        name = text[start:end]
        if name[-2:] in ("Jr", "Sr") and text.startswith(".", end):
            end += 1
        words = _NAME_WORDS.findall(name)
        cut = 0
        while cut < len(words) and fold(words[cut]) in skip:
            cut += 1
        if cut == len(words):
            continue
        if cut:
            # "In de Vivaise": what is left may start with a particle, which is fine.
            behind = start
            for word in words[:cut]:
                behind = text.index(word, behind) + len(word)
            start = text.index(words[cut], behind)
        yield make_mention(text, Span(start, end))


@lru_cache(maxsize=1)
def societies() -> re.Pattern[str]:
    """Societies of the trade behind a name: "Sean Bobbitt B.S.C.", "Rui Poças ABC, AIP"."""
    words = load_lines("names")["society"]
    initials = "|".join([*(r"\.?".join(word.upper()) for word in words), *words])
    return re.compile(rf"(?:,?\s+\(?(?:{initials})\.?\)?)+$")


@lru_cache(maxsize=1)
def _small_societies() -> frozenset[str]:
    return frozenset(word[-2:] for word in load_lines("names")["society"])


def make_mention(text: str, span: Span) -> Mention:
    """The mention of the name that stands at `span`, edges and a "Mr." in front cut off."""
    start, end = span.start, span.end
    first, last, printed, shape = (_name_in if end - start < 100 else _cut_name)(text[start:end])
    if first or last < end - start:
        span = Span(start + first, start + last)
    return Mention(span, printed, shape, printed)


def _cut_name(text: str) -> tuple[int, int, str, Shape]:
    """Where the name in some words begins and ends, how it is printed, and its shape."""
    span = trim(text, Span(0, len(text)))
    honorific = _HONORIFIC.match(text, span.start, span.end) if text.startswith("M", span.start) else None
    if honorific and honorific.end() < span.end:
        span = Span(honorific.end(), span.end)
    last = text[span.end - 1 : span.end]
    if last.isupper() or last in (".", ")") or text[span.end - 2 : span.end] in _small_societies():
        society = societies().search(text, span.start, span.end)
        if society and society.start() > span.start:
            span = Span(span.start, society.start())
    if text.count(" ", span.start, span.end) > 1:
        alias = _ALSO.search(text, span.start, span.end)
        if alias and alias.start() > span.start:
            span = Span(span.start, alias.start())
    last = text[span.end - 1 : span.end]
    if last in _OPENED and text.find(_OPENED[last], span.start, span.end) < 0:
        span = trim(text, Span(span.start, span.end - 1))  # of a bracket that opens before the list
    if text[span.end - 1 : span.end] > "\u036f":
        second = _SCRIPT_BEHIND.search(text, span.start, span.end)
        span = Span(span.start, second.start()) if second else span
    if text[span.start : span.start + 1] > "\u2fff":
        second = _SCRIPT.match(text, span.start, span.end)
        span = Span(second.end(), span.end) if second else span
    printed = plain_words(span.of(text))
    return span.start, span.end, printed, _shape(printed)


# A page names its people in labels and sentences, and several rules read the same words.
_name_in = lru_cache(maxsize=4096)(_cut_name)


def plain_words(words: str) -> str:
    """Words with single blanks between them, and whole where the margin broke one ("Hum- / phreys")."""
    if "-\n" in words:
        words = words.replace("-\n", "-")  # "Hong- / wei"
    return " ".join((_HYPHENATED.sub("", words) if SOFT in words else words).split())


def _shape(name: str) -> Shape:
    if looks_like_company(name):
        return "company"
    if name.isupper() and len(name) > 3:
        return "caps"
    if name.islower():
        return "lower"
    return "full" if " " in name else "single"


# "Lynda House"
_ALSO_SURNAMES = frozenset("house bank trust".split())
# "El Deseo", "Le Pacte", "The Match Factory": articles that open no person's name.
_PLAIN_ARTICLES = frozenset("the les das die".split())
_ARTICLES = _PLAIN_ARTICLES | frozenset("el il la le".split())


@lru_cache(maxsize=4096)
def looks_like_company(name: str) -> bool:
    """Whether the words of `name` are a company's or an institution's rather than a person's.

    >>> looks_like_company("Why Not Prods."), looks_like_company("RTBF"), looks_like_company("Luc Dardenne")
    (True, True, False)
    """
    patterns = load_patterns("names")
    words = fold(name).split()
    if not words:
        return False
    surname = len(words) == 2 and words[1] in _ALSO_SURNAMES and is_given_name(words[0])
    surname = surname or (len(words) == 3 and words[1] in ("ag", "sa") and is_given_name(words[0]))
    if len(words) > 1 and not patterns["company"].isdisjoint(words) and not surname:
        return True
    known = patterns["known_company"]
    if " ".join(words) in known or " ".join(words[:2]) in known:
        return True
    if len(words) > 1 and _LEGAL_END.search(name):
        return True
    if words[0] in _ARTICLES and (len(words) == 2 or words[0] in _PLAIN_ARTICLES):
        return True
    if any(w.startswith("film") for w in words) or any(map(str.isdecimal, name)):
        return True
    bare = name.replace(".", "").replace("+", "")
    return len(words) == 1 and (words[0] in known or (bare.isupper() and 2 < len(bare) <= 5))


# Legal forms that are told by their letters or points: "Motlys AS", "Elías Querejeta P.C.".
_LEGAL_END = re.compile(
    r"\s(?:P\. ?C\.|S\. ?L\.|A\. ?I\. ?E\.|S\. ?A\.|S\. ?r\. ?l\.|S\. ?p\. ?A\.|B\. ?V\.|N\. ?V\."
    r"|s\. ?r\. ?o\.|d\. ?o\. ?o\.|AS|A/S|PC|AIE)$"
)


# The words in small letters that a person's name may hold.
_SMALL_IN_NAMES = (
    PARTICLES | SUFFIXES | frozenset("y e bint vom dell t s zur los las dit dite detto detta genannt".split())
)


@lru_cache(maxsize=4096)
def looks_like_person(name: str) -> bool:
    """Whether `name` has the form of one person's name: one to six words, capitals and particles only.

    >>> looks_like_person("Michael Dudok de Wit"), looks_like_person("a script girl")
    (True, False)
    >>> looks_like_person("Additional Crew")
    False
    """
    words = name.split()
    if not words or len(words) > 7 or ":" in name or any(map(str.isdecimal, name)):
        return False
    capitals = 0
    for word in words:
        plain = word.strip(".,'’\"“”«»‘-")
        if not plain:
            return False
        if (
            plain[0].isupper()
            or (not plain[0].isascii() and not plain[0].islower())
            or _starts_capital(plain)
        ):
            capitals += 1
        elif fold(plain) not in _SMALL_IN_NAMES:
            return False
    first = fold(words[0])
    article = len(words) > 1 and first in {"the", "a", "an"} and words[0] != "A."
    return capitals > 0 and not article and can_be_person(name)


def _starts_capital(word: str) -> bool:
    """Words such as d'Urso, al-Khatib, l'Herbier, whose capital comes after a prefix."""
    head, sep, tail = word.replace("’", "'").partition("'")
    if not sep:
        head, sep, tail = word.partition("-")
    return bool(sep) and len(head) <= 3 and tail[:1].isupper()


@lru_cache(maxsize=4096)
def readable_name(name: str) -> str:
    """A person's name with words in capitals set as names are.

    >>> readable_name("Reda KATEB"), readable_name("JEAN-PIERRE D'ARCY III"), readable_name("JR")
    ('Reda Kateb', "Jean-Pierre D'Arcy III", 'JR')
    """
    if len(name) < 4:
        return name
    words = name.split()
    if "Mc" not in name and not any(map(str.isupper, words)):
        return " ".join(words)  # as most are
    return " ".join([_recased(word) for word in words])


def _recased(word: str) -> str:
    if word.startswith("Mc") and word[2:].isupper() and len(word) > 4:
        return word[:3] + word[3:].lower()
    if not word.isupper():
        return word
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 3 and not (len(letters) == 2 and word.endswith(("'", "’"))):
        return word
    if not all(c.isupper() for c in letters) or "." in word or fold(word) in SUFFIXES:
        return word
    cased = re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), cased)


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(w for line in load_patterns("given_names")["given"] for w in line.split())


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Whether `word` is a common given name, or two joined by a hyphen ("Jean-Pierre")."""
    parts = fold(word).split()
    return bool(parts) and all(p in _given_names() for p in parts)
