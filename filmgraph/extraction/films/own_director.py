"""The director of the film under review on a page: his names, his life, and films told as his.

A paragraph that tells a life, "after" beside his name, a pronoun: what is dated there is his, unless
somebody only worked on it.
"""

from __future__ import annotations

import re

from filmgraph.extraction.films.film_brackets import is_name
from filmgraph.extraction.names.mentions import UPPER, is_given_name
from filmgraph.extraction.prose.prose import Prose
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_BORN = re.compile(
    r"(?:[^.\n]{0,70}\b(?:was born|born|né|née|geb\.|geboren|nato|nata|nacido|nacida|nació|nasceu"
    r"|nascido|nascida"
    r"|född|født|ur\.|urodzon[ya]|has (?:made|directed)|ha dirigido|ha diretto|a réalisé|studied|studierte)\b"
    r"|[^\W\d_][^().\n]{3,40}\([^()\n]{0,30}\b19\d\d\)\.|(?i:bio(?:graphy|graphie|grafia|grafie"
    r"|filmograph\w+)?)\b\s)",
    re.I,
)
# Without one of these words, phrases or dates no line tells a life.
_BORN_WORDS = frozenset(
    "born né née geb geboren nato nata nacido nacida nació nasceu nascido nascida född født ur urodzony"
    " urodzona studied studierte".split()
)
_MADE = ("has made", "has directed", "ha dirigido", "ha diretto", "a réalisé", "bio")
_BORN_IN = re.compile(r"19\d\d\)\.")
_OTHERS_WORK = re.compile(
    r"\b(?:assistan\w*|regieassisten\w*|actor|actress|starred|appeared|played|shot by|as an? \w+ (?:on"
    r"|in)|worked (?:on|for|with|under)"
    r"|produced|written for|wrote for|edited|photographed)\b[^.;]*$",
    re.I,
)
_AFTER = re.compile(
    r"(?:\b(?:after|since|following|with|like|après|depuis|nach|seit|dopo|tras|desde|después de|depois"
    r" de|na|sinds|efter"
    r"|sedan|po)\b|\b(?:director|maker|helmer|réalisateur|regisseurin|regisseur|regista|realizador|auteur) "
    r"(?:of|de|di|von|van)\b)[^.;()]{0,60}$",
    re.I,
)
_FULL_NAME = re.compile(rf"[{UPPER}][\w-]+ [{UPPER}][\w-]+(?=[,;])")
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|they|their|director|film-?maker|helmer|er|sie|sein|ihr|elle|réalisat\w+"
    r"|cinéaste|regist\w*|regiss\w*"
    r"|lui|lei|él|ella|ele|ela|director[a]?|realizador\w*|hij|zij|zijn|haar|han|hun|hans|hennes)\b",
    re.I,
)


def lives_of_director(prose: Prose) -> tuple[Span, ...]:
    """The paragraphs that tell the director's life."""
    return prose.page.once("lives", lambda: tuple(_lives(prose, prose.page.text)))


def is_others_work(before: str) -> bool:
    """Whether the words before a title say that somebody only worked on it: "edited", "an assistant on"."""
    return _OTHERS_WORK.search(before) is not None


def _lives(prose: Prose, text: str) -> list[Span]:
    names = surnames_of_directors(prose)
    found = [
        Span(p.starts[0], p.starts[len(p.masked) - 1] + 1)
        for p in prose.pieces
        if p.is_biography and p.masked
    ]
    lower = prose.page.lower
    told = any(map(lower.__contains__, _MADE)) or not prose.page.words.isdisjoint(_BORN_WORDS)
    for line in prose.page.lines if told or _BORN_IN.search(text) else ():
        match = _BORN.match(text, line.start, line.end) if line.end - line.start > 60 else None
        if match:
            opening = fold(text[line.start : min(line.end, line.start + 160)])
            head = match.group().lower().startswith("bio")
            named = any(f" {name} " in f" {opening} " for name in names)
            if head or named or not is_name(" ".join(text[line.start : line.start + 40].split()[:2])):
                found.append(line)
    return found


def surnames_of_directors(prose: Prose) -> frozenset[str]:
    """The folded directors, and their surnames, whichever way round they are printed."""
    names = [_without_label(d) for d in prose.directors]
    found = {fold(name) for name in names} | {fold(name.split()[-1]) for name in names if name.split()}
    found |= {name.split()[-1] for name in map(fold, names) if name}
    found |= {fold(n.split()[0]) for n in names if "-" in n.split()[-1]}  # "Park Chan-wook"
    return frozenset(found - {""})


def is_of_own_director(prose: Prose, flat: str, at: int, lives: tuple[Span, ...]) -> bool:
    """Whether a dated title is one of our director's: in a life, or after "after" beside his name."""
    before = flat[max(0, at - 160) : at]
    sentence = re.split(r"(?<=[^\W\d_]{2}[.!?]) |\n", before)[-1]
    if any(life.start <= at < life.end for life in lives):
        return not is_others_work(sentence)
    told_after = _AFTER.search(re.sub(r"\([^()]*\)", "", sentence))
    if not told_after or _names_another(prose, told_after[0]):
        return False  # "with Mati Diop, the director's niece, whose Mille Soleils (2013) …"
    rest = re.split(r"(?<=[^\W\d_]{2}[.!?]) |\n", flat[at : at + 160])[0]
    around = fold(sentence + rest)
    told = any(f" {name} " in f" {around} " for name in surnames_of_directors(prose))
    return told or bool(_PRONOUN.search(sentence + rest))


def _names_another(prose: Prose, words: str) -> bool:
    """Whether somebody else than our director is named in full in words."""
    surnames = surnames_of_directors(prose)
    full = (m[0].split() for m in _FULL_NAME.finditer(words))
    return any(is_given_name(name[0]) and fold(name[-1]) not in surnames for name in full)


def own_director(prose: Prose) -> str | None:
    """The directors of the film under review as one name, or None."""
    each = {fold(d): _in_full(prose, _without_label(d)) for d in reversed(prose.directors)}
    return " and ".join(reversed(each.values())) or None


def _in_full(prose: Prose, name: str) -> str:
    """A name whose given name is an initial as the page has it in full: "P. Sorrentino"."""
    first, _, family = name.rpartition(" ")
    if len(first) != 2 or not first.endswith("."):
        return name
    whole = prose.references.resolve(family)
    return whole if whole.startswith(first[0]) and whole.endswith(family) else name


def _without_label(name: str) -> str:
    """A name as it is, turned where the surname stands first: "Haanstra, Bert"."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and " " not in first else name
