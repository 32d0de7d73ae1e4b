"""Actors and their characters: what marks either, and the names that a page knows besides."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from filmgraph.extraction.names.mentions import (
    Mention,
    find_names,
    is_given_name,
    looks_like_company,
    looks_like_person,
    plain_words,
)
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.name_places import places_of
from filmgraph.extraction.text.countries import is_country
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold


class Part(NamedTuple):
    """An actor where the name stands, the character, and the words that show both (`shown`)."""

    actor: Mention
    character: str | None = None
    shown: Span | None = None


# A bracket that begins with a quotation is a film; but '"Silly" Keung' is a nickname in front of a name.
_NICKNAMED = r"[^\s\"“”‘’«»]+[\"”’»](?: [^\W\d_a-z][^\s\"“”,;]+){1,2}$"
_NOT_CHARACTER = re.compile(rf"^[\"“‘«](?!{_NICKNAMED})|\b(?:18|19|20)\d\d\b")
_BRACKET_END = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_AS_FRONT = re.compile(
    r"^(?:(?:as|als|comme|como|come|som)\s+|(?:dans le )?rôle d(?:e\s+|['’])|(?:(?:in )?the )?role of\s+"
    r"|(?:nel )?ruolo d(?:i|el|ella)\s+|(?:en el |no )?papel d[aeo]\s+|(?:in der )?Rolle (?:des|der|von)\s+"
    r"|(?:in de )?rol van\s+)"
)
_BRACKETED = re.compile(r"\(([^()\d,]{5,40})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
WORD = re.compile(r"\S+")


class KnownNames:
    """The names that a page holds outside its casts; looked for once, when first asked."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def _prose(self) -> tuple[Mention, ...]:
        text, places = self._page.text, places_of(self._page)
        sections = self._page.of_kind("body", "strapline")
        return tuple([m for s in sections for m in find_names(text, s.span, places.within(s.span))])

    @cached_property
    def full(self) -> frozenset[str]:
        """Full names of the prose and of the credits, folded."""
        names = {fold(m.text) for m in self._prose if " " in m.text}
        for item in self._page.items:
            if not (item.label.readings and item.values):
                continue
            # "avec ANN LEE, BO RAY, IDA VOSS": on a poster's line commas alone tell the names.
            listed = item.separator == "" and item.values[0].of(self._page.text).count(",") > 1
            if listed or item.separator in (":", ",", "by") or item.style == "run":
                for m in split_names(self._page.text, item.values[0]):
                    if 2 <= len(m.text.split()) <= 4:
                        names.add(fold(m.text))
        return frozenset(names)

    @cached_property
    def single(self) -> frozenset[str]:
        """Names of one word in the prose, and the last words of full names."""
        words = {fold(m.text) for m in self._prose if " " not in m.text}
        return frozenset(words | {n.split()[-1] for n in self.full})

    @cached_property
    def bracketed(self) -> frozenset[str]:
        """Full names in brackets in the prose, as actors stand behind their characters."""
        text = self._page.text
        return frozenset(
            fold(m.group(1))
            for s in self._page.of_kind("body")
            for m in _BRACKETED.finditer(text, s.span.start, s.span.end)
            if " " in m.group(1)
        )


def is_actor(mention: Mention) -> bool:
    """Whether a mention has the form of a person's name."""
    return looks_like_person(mention.text) and not looks_like_company(mention.text)


def character_of(mention: Mention) -> str | None:
    """The bracket behind an actor as a character, unless it says something else ("voice", "2010")."""
    note = mention.note.strip()
    if (
        note[:1] > "\u036f"
        and mention.text[0] < "\u0370"
        and not any(c < "\u0370" for c in note if c.isalpha())
    ):
        return None  # "Ann Hui (許鞍華)": the name in its own script
    patterns = load_patterns("cast")
    if _AS_FRONT.match(note) and set(fold(note).split()) & set(fold(mention.text).split()):
        return None  # "(as Ioan Sapdaru)" behind Ion Sapdaru: another spelling of the name
    if _QUOTED_TITLE.fullmatch(note) or _is_biography(note):
        return None
    if not note or _NOT_CHARACTER.search(note) or fold(note) in patterns["not_character"] or is_country(note):
        return None
    return clean_character(note)


def is_denied_player(note: str) -> bool:
    """Whether a bracket says that the player is not in the film after all: "(scenes deleted)"."""
    return fold(note).startswith(_denials())


@lru_cache(maxsize=1)
def _denials() -> tuple[str, ...]:
    return tuple(load_patterns("cast")["no_player"])


# "Julia Jentsch („Die fetten Jahre sind vorbei“)": another film; one quoted word may be a nickname.
_QUOTED_TITLE = re.compile(r"[„“\"«‚‘][^\s„“”\"»]+ [^„“”\"»]+[“”\"»‘’]")
_LIFE = re.compile(
    r"\b(?:actor|actress|star|co-starred|born|seen|known|veteran|newcomer|comedian|musician|singer)\b"
)


def _is_biography(note: str) -> bool:
    """Whether a bracket tells who a player is: "Indian; co-starred in Water", "British stage actor"."""
    first = fold(re.split(r"[\s;,]", note, maxsplit=1)[0])
    return first in load_patterns("prose_words")["nationality"] and bool(_LIFE.search(note))


def clean_character(words: str) -> str | None:
    """A character's name without a bracket behind it and an "as" before it; None where nothing is left.

    >>> clean_character("as Lola (young)"), clean_character("(voice)")
    ('Lola', None)
    """
    cleaned = plain_words(words)
    if cleaned.endswith((")", "]")):
        cleaned = _BRACKET_END.sub("", cleaned)
    return _AS_FRONT.sub("", cleaned).strip(' .,;:"“”«»') or None


def score_actor(name: str, known: KnownNames) -> int:
    """How much one side of a pair looks like an actor rather than like a character."""
    words = name.split()
    score = 2 * (fold(name) in known.full)
    score += len(words) > 1 and is_given_name(words[0])
    score += 2 * (len(words) >= 2 and looks_like_person(name)) - (len(words) == 1)
    described = any(w.islower() and fold(w) not in PARTICLES for w in words)
    return score - 3 * (described or is_part(name))


@lru_cache(maxsize=2)
def _words_of(group: str) -> frozenset[str]:
    return frozenset(word for line in load_patterns("cast")[group] for word in line.split())


def is_part(name: str) -> bool:
    """Whether a title in front, or the noun at the end, makes words a part.

    >>> [is_part(words) for words in ("Dr. Orr", "Old Max", "Cab Driver", "Ann Lee")]
    [True, True, True, False]
    """
    words = fold(name).split()
    nouns = _words_of("part_noun")
    return bool(words) and (
        words[0] in _words_of("part_title") or not nouns.isdisjoint((words[0], words[-1]))
    )


def cut_first_name(text: str, span: Span, known: KnownNames) -> int:
    """Where the name at the start of `span` ends: a known name, else two words with their particles."""
    words = list(WORD.finditer(text, span.start, span.end))[:8]
    for size in range(len(words) - 1, 0, -1):
        if fold(text[span.start : words[size - 1].end()]) in known.full:
            return words[size - 1].end()
    size = 2
    while size < len(words):
        last = words[size - 1].group()
        if fold(last) not in PARTICLES and not _INITIALS.fullmatch(last):
            break
        size += 1
    size = min(size, max(1, len(words) - 1))
    return words[size - 1].end() if words else span.end


def cut_last_name(text: str, span: Span, known: KnownNames) -> int:
    """Where the name at the end of `span` begins: a known name, else two words with their particles."""
    words = list(WORD.finditer(text, span.start, span.end))[-8:]
    for word in words[1:]:
        if fold(text[word.start() : span.end]) in known.full:
            return word.start()
    cut = max(1, len(words) - 2)
    while cut > 1 and fold(words[cut].group()) in PARTICLES:
        cut -= 1
    return words[cut].start() if cut < len(words) else span.end


def cut_at(text: str, span: Span, cut: int) -> tuple[Span, Span]:
    """The two sides of `span` at `cut`, trimmed."""
    return trim(text, Span(span.start, cut)), trim(text, Span(cut, span.end))
