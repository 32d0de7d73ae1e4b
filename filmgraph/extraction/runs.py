"""Runs of capitals in sentences, and which of them are names: "Helmer Ang Lee", "the Dardenne brothers".

A capital also begins a sentence, a job ("Cinematographer"), a nationality and a
month. What is left after these are cut off is a person's name (full or single), a
company's, or a team's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.mentions import UPPER, is_given_name, looks_like_company
from filmgraph.extraction.name_places import Place, find_places, places_of
from filmgraph.extraction.page import Page, SectionKind
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold

# "C’est David Thion", "D’une femme": a small word glued to the next, no part of a name.
_ELIDED = re.compile(r"(?:[CDJLMNST]|Qu|Jusqu|Lorsqu|Puisqu|Quelqu|Dell|Nell|All|Un|Dall)['’][a-zà-ÿ]", re.I)
_SIBLINGS_AFTER = re.compile(
    r"[ -](?:brothers|bros\b\.?|siblings|sisters|sibs|Brüder|Schwestern)(?!\w)", re.I
)
_SIBLINGS_BEFORE = re.compile(
    r"\b(?:brothers|sisters|siblings|frères|s(?:oe|œ)urs|Brüder|Geschwister|hermanos|hermanas|fratelli"
    r"|sorelle"
    r"|irmãos|gebroeders) $",
    re.I,
)
_SIBLING_ENDS = frozenset({"s ", "r ", "i ", "e "})
_ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Ll]es|[Dd]ie|[Ll]os|[Dd]en|[Dd]er|[Dd]es|[Ii]|[Dd]e|[Gg]li|[Oo]s)(?: two)? $"
)
# "Archipel 35", "France 3 Cinéma", "Number 9 Films": a number makes capitals a company's name.
_NUMBERED = re.compile(
    rf" \d{{1,3}}(?: (?!And\b)[{UPPER}][\w’'-]+){{0,3}}(?=[,.;:)]|\s(?:and|shingle|banner|for|in|with"
    rf"|et)\b|$)(?!\.\d)"
)
# "Booker-winning", "London-based": an adjective built on a name.
_COMPOUND = re.compile(r"-[a-z]{3,}$")
_JUNIOR = re.compile(r" (?:Jr|Sr)$")
_ARTICLE_ENDS = frozenset({"e ", "s ", "n ", "r ", "I ", "i ", "o "})
_TOKEN = re.compile(r"[^ \u00a0]+")
# What may end a word printed in small letters, and the letters in which no German article ends.
_WORD_END = re.compile(r"[.,;:!?)”’\"'…]*(?!\S)")
# Before a blank: signs behind which a sentence may begin, or that hide what stands before them.
_MAY_END = frozenset(" \"'“‘«(*_.!?…:\n”")
_NO_GERMAN_ARTICLE = frozenset("abcdfghijklopqtuvwxyzéà,;)’0123456789")
_GERMAN_ARTICLES = frozenset(
    "der die das dem den ein eine einer einem einen seine seiner seinem sein ihre ihrer ihrem ihr".split()
)
# Before "Roman" or "Oscar" as a noun: "dem Roman", "der gleichnamige Roman", "an Oscar".
_NOUN_FOLLOWS = re.compile(
    r"(?:\b(?:the|an?|nach|le|un|du|au|des|aus|im|vom|zum|als|her|his|its|their|no|first|second|best|eines|seines|[^\W\d_]+e[nmr]"
    r"|[^\W\d_]+ige)|\d|[-–“„»'\"]) ?$"
)
# Before "April" or "August" as a month: "in April Sony bought it", "12. August".
_DATE_FOLLOWS = re.compile(
    r"(?:\b(?:in|since|until|till|last|next|this|of|from|on|early|late|mid|during|between|through|for|im|en|au|mois"
    r"|de|del|di|dès|ab|seit|bis)|\d(?:\.|st|nd|rd|th)?|[.:!?\n•|-]|d['’]|^) ?$"
)
_NAME_FOLLOWS = re.compile(
    r"\b(?:when|never|helmer|filmmaker|writer|producer|after|later|then|often|other) $", re.I
)
_ARTICLES = frozenset("the les le la l los las el il gli die der das".split())
_HONORIFICS = frozenset("mr mrs ms miss dr mme mlle m sister father brother officer inspector".split())

Shape = Literal["full", "single", "company", "team"]


class NameRun(NamedTuple):
    """A name's range, and whether it is a person's full name, one word, a company's or a team's."""

    start: int
    end: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class RunWords:
    """What the document tells about its capitals: the words it prints small, the surnames it gives in full.

    A word is only looked for in `text` when a rule asks for it: a page has far more words.
    """

    text: str
    surnames: frozenset[str]
    answers: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def prints_small(self, word: str) -> bool:
        """Whether the text has a word in small letters; such a word in capitals is hardly a name."""
        found = self.answers.get(word)
        if found is None:
            found = self.answers[word] = f" {word} " in self.text or self._stands_alone(word)
        return found

    def _stands_alone(self, word: str) -> bool:
        at = self.text.find(word)
        while at >= 0:
            if (not at or self.text[at - 1].isspace()) and _WORD_END.match(self.text, at + len(word)):
                return True
            at = self.text.find(word, at + 1)
        return False


def find_runs(
    plain: str, section: SectionKind, words: RunWords, places: Iterable[Place] | None = None
) -> Iterator[NameRun]:
    """The names of a stretch of text in reading order; `places` are those of its capitals, if known."""
    places = find_places(plain) if places is None else places
    if section not in ("headline", "strapline", "body"):
        places = (part for place in places for part in _split_at_labels(plain, *place))
    mister = -1
    for start, end in places:
        if plain[end : end + 2] == ". " and fold(plain[start:end]) in _HONORIFICS:
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
        if start < end:
            if plain[end : end + 1] == "." and _JUNIOR.search(plain, start, end):
                end += 1
            if section in ("teasers", "headline"):
                end = _before_verb(plain, start, end, words)
            yield _shaped(plain, start, end, words)


def full_names(text: str, span: Span, places: Iterable[Place] | None = None) -> Iterator[str]:
    """The names of two words and more in a stretch of text, without jobs and nationalities in front.

    `places` are those of the stretch's capitals, if they are known.

    >>> list(full_names("When Regisseur Michael Haneke met Sabu", Span(0, 38)))
    ['Michael Haneke']
    """
    no_name = _no_name()
    for start, end in find_places(text, span.start, span.end) if places is None else places:
        name = text[start:end]
        if " " not in name:
            continue
        words = (name[2:] if name[1] in "'’" and name[0] in "dl" else name).split()
        if len(words) > 1 and _begins_name(words[0]):
            yield " ".join(words)  # what nearly all come to
            continue
        before = text[max(span.start, start - 20) : start]
        while len(words) > 1 and (fold(words[0]) in no_name or _is_job(words[0]) or _ELIDED.match(words[0])):
            if fold(words[0]) in no_name and not _is_noun(words[0], before, alone=False):
                break
            before, words = f"{words[0]} ", words[1:]
        while len(words) > 1 and words[0] in PARTICLES and words[0].islower() and fold(words[0]) != "van":
            words = words[1:]
        if len(words) > 1:
            yield " ".join(words)


@lru_cache(maxsize=16384)
def _begins_name(word: str) -> bool:
    """Whether a word in front of others is neither a job nor a small word: it begins a name."""
    return not (fold(word) in _no_name() or _is_job(word) or _ELIDED.match(word) or word in PARTICLES)


def names_of(page: Page, span: Span) -> tuple[str, ...]:
    """The `full_names` of a stretch of a page, read once for all who ask."""
    return page.once(
        ("full names", span), lambda: tuple(full_names(page.text, span, places_of(page).within(span)))
    )


@lru_cache(maxsize=1)
def _no_name() -> frozenset[str]:
    groups = load_patterns("prose_words")
    words = groups["job"] | groups["nationality"] | groups["sentence_start"] | groups["time"]
    return words | (load_patterns("names")["not_first"] - _HONORIFICS)


def _is_job(word: str) -> bool:
    """Whether a word, or a part of it, is a job ("Writer-director-producer")."""
    if "-" not in word and "/" not in word:
        return False
    jobs = load_patterns("prose_words")["job"]
    return any(p in jobs for p in re.split(r"[-/]", word.lower()) if len(p) > 3)


def _is_noun(word: str, before: str, *, alone: bool) -> bool:
    """Whether a word for a job, a book or a prize is one here, and not a given name ("Roman Polanski")."""
    groups = load_patterns("prose_words")
    if alone or not is_given_name(word) or fold(word) not in groups["job"] | groups["time"]:
        return True
    if fold(word) in groups["time"] and _DATE_FOLLOWS.search(before):
        return True
    return bool(_NOUN_FOLLOWS.search(before)) and not _NAME_FOLLOWS.search(before)


def _split_at_labels(plain: str, first: int, last: int) -> list[Place]:
    """A run of capitals cut at words that are labels ("Craig Davidson Cinematography Ed Lachman")."""
    labels = _label_words()
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


@lru_cache(maxsize=1)
def _label_words() -> frozenset[str]:
    """The one-word labels of roles that stand before names in lists."""
    labels = load_roles().labels()
    return frozenset(label for label, _role, _language in labels if " " not in label and len(label) > 3)


def _past_words(plain: str, start: int, end: int, words: RunWords) -> int:
    """Where the name inside a run of capitals begins, past words that only look like names."""
    run = plain[start:end]
    # Behind a letter or a comma and a blank no sentence begins.
    last = plain[start - 2] if start > 1 and plain[start - 1] == " " else "."
    first = last in _MAY_END and _begins_sentence(plain, start)
    if not first:
        head, several, _ = run.partition(" ")
        if _is_plain_head(head) and (several or fold(head) not in _ARTICLES):
            if last in _NO_GERMAN_ARTICLE:
                return start  # what nearly all runs in the middle of a sentence come to
            before = plain[max(0, start - 8) : start].rstrip().rpartition(" ")[2]
            if before.lower() not in _GERMAN_ARTICLES:
                return start
    elif " " not in run and "\u00a0" not in run and _is_plain_head(run):
        folded = fold(run)
        only_begins = folded in _ARTICLES or _begins_only(folded, run, [run], words)
        return end if only_begins else start  # what nearly all words at its beginning come to
    tokens = list(_TOKEN.finditer(run))
    if len(tokens) > 1 and _is_company(run, tokens):
        # "Les Films du Losange": its first words belong to it, but "With Sony Pictures" begins a sentence.
        word = fold(tokens[0].group())
        cut_first = first and word in load_patterns("names")["not_first"] and word not in _ARTICLES
        return start + tokens[1].start() if cut_first else start
    if len(tokens) == 1 and fold(run) in _ARTICLES:
        return end
    no_name = _no_name_inside()
    cut = 0
    for i, token in enumerate(tokens):
        word = token.group()
        folded = fold(word)
        if folded in no_name or _is_job(word) or _ELIDED.match(word) or _COMPOUND.search(word):
            # "Oscar (Walter Matthau)": a bracket behind the word alone makes it a part's name.
            alone = token is tokens[-1] and not plain.startswith(" (", end)
            before = plain[max(0, start + token.start() - 20) : start + token.start()]
            if folded in no_name and not _is_noun(word, before, alone=alone):
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
    if article.lower() in _GERMAN_ARTICLES and len(tokens) - cut >= 2:
        cut += 1
    return start + tokens[cut].start() if cut < len(tokens) else end


@lru_cache(maxsize=16384)
def _is_plain_head(word: str) -> bool:
    """Whether the first word of a run is surely the first word of its name."""
    return "-" not in word and fold(word) not in _no_name_inside() and not _ELIDED.match(word)


def _is_company(run: str, tokens: list[re.Match[str]]) -> bool:
    """Whether a run of several words is a company's name; an article alone makes none ("The Coen …")."""
    if fold(tokens[0].group()) not in _ARTICLES:
        return looks_like_company(run)
    return looks_like_company(run[tokens[1].start() :]) or " ".join(fold(run).split()) in _known_companies()


@lru_cache(maxsize=1)
def _known_companies() -> frozenset[str]:
    return load_patterns("names")["known_company"]


@lru_cache(maxsize=1)
def _no_name_inside() -> frozenset[str]:
    """Words that are no part of a name wherever they stand; a sentence's first words are no such words."""
    return _no_name() - load_patterns("prose_words")["sentence_start"]


def _begins_only(folded: str, word: str, run: Sequence[str], words: RunWords) -> bool:
    """Whether the first word of a run is only capitalized because a sentence begins."""
    if folded in load_patterns("prose_words")["sentence_start"]:
        return True
    if (
        len(run) == 1
        and word.endswith(("ed", "ing", "ly"))
        and len(word) > 4
        and folded not in words.surnames
    ):
        return True
    if not words.prints_small(word.lower()):
        return False
    return len(run) != 2 or fold(run[-1]) in words.surnames


def _begins_sentence(plain: str, at: int) -> bool:
    before = plain[max(0, at - 3) : at].strip(" \"'“‘«(*_")
    return not before or before[-1] in '.!?…:\n”"'


def _before_verb(plain: str, start: int, end: int, words: RunWords) -> int:
    """Where a name ends in a line that capitalizes every word: "Lars von Trier Defends …"."""
    parts = [w for w in plain[start:end].split() if fold(w) not in PARTICLES]
    last = parts[-1] if parts else ""
    verb = len(parts) > 2 and last.endswith("s") and not last.endswith(("ss", "us", "is", "as", "os"))
    return end - len(last) - 1 if verb and fold(last) not in words.surnames else end


def _shaped(plain: str, start: int, end: int, words: RunWords) -> NameRun:
    text = plain[start:end]
    if " " not in text:
        team = _team(plain, start, end, words)
        if team:
            return team
    if plain[end + 1 : end + 2].isdigit():
        numbered = _NUMBERED.match(plain, end)
        if numbered and fold(text.split()[0]) not in load_patterns("prose_words")["time"]:
            return NameRun(start, numbered.end(), "company")
    shape = _shape_of(text)
    if shape == "company" and fold(text) in words.surnames:
        shape = _shape_of_person(text)
    return NameRun(start, end, shape)


@lru_cache(maxsize=16384)
def _shape_of(name: str) -> Shape:
    return "company" if looks_like_company(name) else _shape_of_person(name)


def _shape_of_person(name: str) -> Shape:
    parts = name.split()
    is_full = len(parts) > 2 or (len(parts) == 2 and fold(parts[0]) not in _HONORIFICS)
    return "full" if is_full else "single"


def _team(plain: str, start: int, end: int, words: RunWords) -> NameRun | None:
    """A surname with its siblings ("les frères Dardenne") or in the plural ("the Coens")."""
    if plain[end : end + 1] in {" ", "-"}:
        after = _SIBLINGS_AFTER.match(plain, end)
        if after:
            return NameRun(_with_article(plain, start), after.end(), "team")
    if plain[start - 2 : start] in _SIBLING_ENDS:
        head = _SIBLINGS_BEFORE.search(plain, max(0, start - 12), start)
        if head:
            first = _with_article(plain, head.start())
            return NameRun(first, end, "team") if first < head.start() else None
    first = _with_article(plain, start)
    if first < start and _is_shared(plain[start:end], words):
        return NameRun(first, end, "team")
    return None


def _with_article(plain: str, at: int) -> int:
    if plain[at - 2 : at] not in _ARTICLE_ENDS:
        return at
    m = _ARTICLE.search(plain, max(0, at - 8), at)
    return m.start() if m else at


def _is_shared(name: str, words: RunWords) -> bool:
    """Whether a name with an article is a surname in the plural that the document knows."""
    folded = fold(name)
    if folded in load_patterns("prose_words")["nationality"] or folded.endswith("ians"):
        return False
    return folded.removesuffix("s") in words.surnames or (folded.endswith("s") and folded in words.surnames)
