"""Runs of capitals in sentences, and which of them are names: "Helmer Ang Lee", "the Dardenne brothers".

A capital also begins a sentence, a job ("Cinematographer"), a nationality and a
month. What is left after these are cut off is a person's name (full or single), a
company's, or a team's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from filmgraph.extraction.names.mentions import is_given_name, looks_like_company
from filmgraph.extraction.names.name_words import (
    ARTICLES,
    ELIDED,
    GERMAN_ARTICLES,
    HONORIFICS,
    craft_heads,
    craft_nouns,
    is_job,
    is_noun,
    is_plain_head,
    label_words,
    no_name_inside,
)
from filmgraph.extraction.page import SectionKind
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.prose.name_places import Place, find_places
from filmgraph.extraction.prose.run_shapes import (
    BEFORE_TEAMS,
    BY_ANOTHER,
    NameRun,
    Shape,
    is_before_family_word,
    shape_of,
    shape_run,
)
from filmgraph.model.names import PARTICLES, fold

# "Booker-winning", "London-based": an adjective built on a name.
_COMPOUND = re.compile(r"-[a-z]{3,}$")
_JUNIOR = re.compile(r" (?:Jr|Sr)$")
_TOKEN = re.compile(r"[^ \u00a0]+")
# "Der neue Film von Christian Petzold": German writes the noun with a capital, too.
_FILM_OF = re.compile(
    r"(?:(?:[Dd]er|[Ee]in|[Ee]inen) )?(?:[A-ZÄÖÜ][a-zäöü]+)?[Ff]ilm (?:von|der|des) (?=[^\W\d_])"
)
# What may end a word printed in small letters, and the letters in which no German article ends.
# Behind "Mr" and behind a part's name ("Mother (Ann Lee)") a word may be a name that else is none.
_KEEPS_SMALL = frozenset({". ", " ("})
_WORD_ENDS = ".,;:!?)”’\"'…"
# Before a blank: signs behind which a sentence may begin, or that hide what stands before them.
_MAY_END = frozenset(" \"'“‘«(*_.!?…:\n”")
_NO_GERMAN_ARTICLE = frozenset("abcdfghijklopqtuvwxyzéà,;)’0123456789")


@dataclass(frozen=True, slots=True)
class RunWords:
    """What the document tells about its capitals: words it prints small, surnames that it gives in full.

    `tokens` is what stands between the blanks of the `text`, each once.
    """

    text: str
    tokens: Set[str]
    surnames: frozenset[str]
    printed: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        printed = frozenset([t.rstrip(_WORD_ENDS) if t[-1] in _WORD_ENDS else t for t in self.tokens])
        object.__setattr__(self, "printed", printed)

    def prints_small(self, word: str) -> bool:
        """Whether the text has a word in small letters; such a word in capitals is hardly a name."""
        return word in self.printed or (word[-1:] in _WORD_ENDS and f" {word} " in self.text)


def find_runs(
    plain: str, section: SectionKind, words: RunWords, places: Iterable[Place] | None = None
) -> Iterator[NameRun]:
    """The names of a stretch of text in reading order; `places` are those of its capitals, if known."""
    places = find_places(plain) if places is None else places
    if section not in ("headline", "strapline", "body"):
        places = (part for place in places for part in _split_at_labels(plain, *place))
    ends_in_verb = section in ("teasers", "headline")
    mister = -1
    for start, end in places:
        if mister < 0:
            known = _known_by_letters(plain[start:end])
            if known == "small":
                if plain[end : end + 2] not in _KEEPS_SMALL:
                    continue
            elif known and not ends_in_verb and _stands_inside(plain, start, end, known):
                yield NameRun(start, end, known)
                continue
        if plain[end : end + 2] == ". " and fold(plain[start:end]) in HONORIFICS:
            mister = start
            continue
        if 0 <= start - mister < 8 and mister >= 0 and plain[mister:start].endswith(". "):
            yield NameRun(mister, end, "full" if " " in plain[start:end] else "single")
            mister = -1
            continue
        mister = -1
        first = plain[start]
        if first == "D" and plain.startswith("D.p.", start):
            continue
        if first in "dl" and plain[start + 1 : start + 2] in "'’":
            # "la photographie d’Agnès Godard": the preposition is no part of the name.
            start += 2
        start = _past_words(plain, start, end, words)
        if start < end and plain[start:end] not in _places():
            if plain[end : end + 1] == "." and _JUNIOR.search(plain, start, end):
                end += 1
            if ends_in_verb:
                end = _before_verb(plain, start, end, words)
            end = _before_noun(plain, start, end)
            run = plain[start:end]
            by = BY_ANOTHER.search(plain, start, end) if " v" in run or " av " in run else None
            if by and is_given_name(plain[by.end() : end].split()[0]):
                yield shape_run(plain, start, by.start(), words.surnames)
                start = by.end()
            yield shape_run(plain, start, end, words.surnames)


@lru_cache(maxsize=4096)
def _known_by_letters(run: str) -> Shape | Literal["small"] | None:
    """What the letters of a run say for sure: that it is no name, or its shape in the middle of a sentence.

    "small" is one word that is no name wherever it stands ("The", "Director"); a shape is that of a person's
    name from its first word to its last; None says that more must be asked. Of the runs of a review two
    thirds are told so, and what can be said of their letters is said once.
    """
    if run[1:2] in ("'", "’", ".") or run == "D":
        return None  # "d’Agnès", "D.p."
    if _is_small(run):
        return "small"
    sure = _is_name_inside(run) and " v" not in run and " av " not in run and run not in _places()
    if not sure or _before_noun(run, 0, len(run)) < len(run):
        return None
    shape = shape_of(run)
    return None if shape == "company" else shape


def _stands_inside(plain: str, start: int, end: int, shape: Shape) -> bool:
    """Whether a sure name stands behind a word of its sentence, and nothing beside it belongs to it."""
    after = plain[end : end + 2]
    if start < 3 or after[:1] == "." or after[1:].isdigit():
        return False
    if plain[start - 1] == "(":
        # "Ali (Matthias Schoenaerts)": a bracket behind a word begins no sentence.
        in_sentence = plain[start - 2] == " " and plain[start - 3].isalnum()
        return in_sentence and not is_before_family_word(plain, end)
    if plain[start - 1] != " " or plain[start - 2] in _MAY_END:
        return False
    before = plain[max(0, start - 12) : start - 1].rpartition(" ")[2].lower()
    if before in GERMAN_ARTICLES:
        return False
    if shape != "single":
        return True
    plainly = before.endswith(",") or (before.isalpha() and before not in BEFORE_TEAMS)
    return plainly and not is_before_family_word(plain, end)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Countries and cities of several words, which look like people ("the New Zealand newcomer …")."""
    countries = (name for line in load_lines("countries")["country"] for name in line.split("|"))
    return frozenset(name for name in (*countries, *load_lines("prose_words")["place"]) if " " in name)


def _split_at_labels(plain: str, first: int, last: int) -> list[Place]:
    """A run of capitals cut at words that are labels ("Craig Davidson Cinematography Ed Lachman")."""
    labels = label_words()
    if labels.isdisjoint([fold(w) for w in plain[first:last].split()]):
        return [(first, last)]
    spans: list[Place] = []
    start = end = -1
    for token in _TOKEN.finditer(plain, first, last):
        if fold(token.group()) in labels:
            if start >= 0:
                spans.append((start, end))
            start = -1
            continue
        start = token.start() if start < 0 else start
        end = token.end()
    if start >= 0:
        spans.append((start, end))
    return spans


def _past_words(plain: str, start: int, end: int, words: RunWords) -> int:
    """Where the name inside a run of capitals begins, past words that only look like names."""
    # Behind a letter or a comma and a blank no sentence begins.
    last = plain[start - 2] if start > 1 and plain[start - 1] == " " else "."
    first = last in _MAY_END and _begins_sentence(plain, start)
    run = plain[start:end]
    if _is_name_inside(run) and (not first or _opens_sentence(run, words)):
        if last in _NO_GERMAN_ARTICLE:
            return start  # what nearly all names of two words come to
        before = plain[max(0, start - 8) : start].rstrip().rpartition(" ")[2]
        if before.lower() not in GERMAN_ARTICLES:
            return start
    if _is_small(run) and not plain.startswith(" (", end):
        return end
    if first and _is_plain_word(run):
        folded = fold(run)
        only_begins = folded in ARTICLES or _begins_only(folded, run, [run], words)
        return end if only_begins else start  # what nearly all words at its beginning come to
    return start + _cut_words(plain, start, end, run, words, first=first)


def _cut_words(plain: str, start: int, end: int, run: str, words: RunWords, *, first: bool) -> int:
    """How many letters of a run stand before its name; `first` says that a sentence begins with it."""
    of = _FILM_OF.match(run)
    if of:
        return of.end()
    tokens = list(_TOKEN.finditer(run))
    if len(tokens) > 1 and _is_company(run, tokens):
        # "Les Films du Losange": its first words belong to it, but "With Sony Pictures" begins a sentence.
        word = fold(tokens[0].group())
        cut_first = first and word in load_patterns("names")["not_first"] and word not in ARTICLES
        cut_first = cut_first or (first and len(tokens) > 2 and word in load_patterns("prose_words")["job"])
        return tokens[1].start() if cut_first else 0
    if len(tokens) == 1 and fold(run) in ARTICLES:
        return len(run)
    no_names = no_name_inside()
    cut = 0
    for i, token in enumerate(tokens):
        word = token.group()
        folded = fold(word)
        if folded in no_names or is_job(word) or ELIDED.match(word) or _COMPOUND.search(word):
            # "Oscar (Walter Matthau)": a bracket behind the word alone makes it a part's name.
            alone = token is tokens[-1] and not plain.startswith(" (", end)
            before = plain[max(0, start + token.start() - 20) : start + token.start()]
            if folded in no_names and not is_noun(word, before, alone=alone):
                break
            cut = i + 1
        elif i == 0 and first and _begins_only(folded, word, run.split(), words):
            cut = 1
        elif cut == i and i > 0 and word in PARTICLES:
            cut = i + 1
        else:
            break
    # "der Stasi-Mann Klaus Schütz": behind a German article stands a noun, which is no part of the name.
    article = tokens[cut - 1].group() if cut else plain[max(0, start - 8) : start].strip().rsplit(" ", 1)[-1]
    if article.lower() in GERMAN_ARTICLES and len(tokens) - cut >= 2:
        # "Lene, die Nina Kunzendorf spielt": what begins with a given name is a name and no noun.
        cut += len(tokens) - cut > 2 or not is_given_name(tokens[cut].group())
    return tokens[cut].start() if cut < len(tokens) else len(run)


@lru_cache(maxsize=4096)
def _is_name_inside(run: str) -> bool:
    """Whether a run in the middle of a sentence surely is a name from its first word on."""
    head, several, _ = run.partition(" ")
    return is_plain_head(head) and (bool(several) or fold(head) not in ARTICLES)


def _opens_sentence(run: str, words: RunWords) -> bool:
    """Whether a run of several words that begins a sentence is a person's name from its first word on."""
    head, several, _ = run.partition(" ")
    if not several or "\u00a0" in run or fold(head) in ARTICLES or looks_like_company(run):
        return False
    return not _begins_only(fold(head), head, run.split(), words)


@lru_cache(maxsize=4096)
def _is_small(run: str) -> bool:
    """Whether a run is one word that is no name ("The", "Director"), unless a player stands behind it."""
    return " " not in run and "\u00a0" not in run and fold(run) in no_name_inside()


@lru_cache(maxsize=4096)
def _is_plain_word(run: str) -> bool:
    """Whether a run is one word that may begin a name."""
    return " " not in run and "\u00a0" not in run and is_plain_head(run)


def _is_company(run: str, tokens: list[re.Match[str]]) -> bool:
    """Whether a run of several words is a company's name; an article alone makes none ("The Coen …")."""
    if fold(tokens[0].group()) not in ARTICLES:
        return looks_like_company(run)
    return looks_like_company(run[tokens[1].start() :]) or " ".join(fold(run).split()) in _known_companies()


@lru_cache(maxsize=1)
def _known_companies() -> frozenset[str]:
    return load_patterns("names")["known_company"]


@lru_cache(maxsize=1)
def _heads() -> tuple[frozenset[str], ...]:
    """The words that only begin sentences: always, alone, for a craft, as the first of several for one."""
    groups = load_patterns("prose_words")
    return (frozenset(groups["sentence_start"]), frozenset(groups["alone"]), *craft_heads())


def _begins_only(folded: str, word: str, run: Sequence[str], words: RunWords) -> bool:
    """Whether the first word of a run is only capitalized because a sentence begins."""
    starts, alone, crafts, openings = _heads()
    if len(run) == 1 and folded in alone:
        return True
    if folded in starts:
        # "Bo Ray": a small word of one language is a given name in another.
        named = len(run) > 1 and is_given_name(word)
        return not named or folded in load_patterns("names")["not_first"]
    if folded in crafts or (len(run) == 1 and folded in openings):
        return folded not in words.surnames
    if (
        len(run) == 1
        and word.endswith(("ed", "ing", "ly"))
        and len(word) > 4
        and folded not in words.surnames
        and not is_given_name(word)
    ):
        return True
    if not words.prints_small(word.lower()):
        return False
    return len(run) != 2 or fold(run[-1]) in words.surnames


def _begins_sentence(plain: str, at: int) -> bool:
    before = plain[max(0, at - 3) : at].strip(" \"'“‘«(*_")
    return not before or before[-1] in '.!?…:\n”"'


def _before_noun(plain: str, start: int, end: int) -> int:
    """Where a German name ends before what it owns: "Hans Fromms Kamera", "Petzolds Film"."""
    at = plain.rfind(" ", start, end)
    if at > start and plain[at - 1] in "s’'" and fold(plain[at + 1 : end]) in craft_nouns():
        return at
    return end


def _before_verb(plain: str, start: int, end: int, words: RunWords) -> int:
    """Where a name ends in a line that capitalizes every word: "Lars von Trier Defends …"."""
    parts = [w for w in plain[start:end].split() if fold(w) not in PARTICLES]
    last = parts[-1] if parts else ""
    verb = len(parts) > 2 and last.endswith("s") and not last.endswith(("ss", "us", "is", "as", "os"))
    return end - len(last) - 1 if verb and fold(last) not in words.surnames else end
