"""Words that look like the beginning of a name and are none: jobs, nationalities, elided articles."""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.patterns import load_family, load_patterns
from filmgraph.model.names import fold

# "C’est David Thion", "D’une femme": a small word glued to the next, no part of a name.
ELIDED = re.compile(r"(?:[CDJLMNST]|Qu|Jusqu|Lorsqu|Puisqu|Quelqu|Dell|Nell|All|Un|Dall)['’][a-zà-ÿ]", re.I)
GERMAN_ARTICLES = frozenset(
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
ARTICLES = frozenset("the les le la l los las el il gli die der das".split())
_BARE_NOUNS = frozenset("de nl da sv no pl".split())
HONORIFICS = frozenset(
    "mr mrs ms miss dr mme mlle m sister father brother officer inspector frau herr fru señora signora signor"
    " mevrouw senhora".split()
)


@lru_cache(maxsize=1)
def no_name() -> frozenset[str]:
    """Words that no name begins with."""
    groups = load_patterns("prose_words")
    words = groups["job"] | groups["noun"] | groups["nationality"] | groups["sentence_start"] | groups["time"]
    return words | craft_nouns() | (load_patterns("names")["not_first"] - HONORIFICS)


@lru_cache(maxsize=1)
def craft_nouns() -> frozenset[str]:
    """Words for what a craft makes in languages that give them capitals or begin sentences with them bare.

    "Hans Fromms Kamera", "Musikken er af …", "Scenariusz napisała …".
    """
    found: set[str] = set()
    for group, lines in load_family("crafts").items():
        language, form, *_ = group.split(" ")
        if language in _BARE_NOUNS and form in ("work", "opus", "debut"):
            found |= {fold(word) for line in lines for word in line.split(" | ") if " " not in word}
    return frozenset(found)


@lru_cache(maxsize=1)
def craft_heads() -> tuple[frozenset[str], frozenset[str]]:
    """The English words for crafts and workers that begin sentences: those of one word, the first of several.

    "Photography by …", "Filmmaker Ann Lee …"; "Visual effects by …", "Assistant director Ann Lee …".
    """
    said = [
        word
        for group, lines in load_family("crafts").items()
        if group.startswith(("en work ", "en worker "))
        for line in lines
        for word in line.split(" | ")
    ]
    said += [label for label, _role, language in load_roles().labels() if language == "en"]
    split = [fold(word).split() for word in said]
    alone = {words[0] for words in split if len(words) == 1}
    first = {words[0] for words in split if len(words) > 1}
    return (
        frozenset(w for w in alone if len(w) > 3 and not is_given_name(w)),
        frozenset(w for w in first if len(w) > 3 and not is_given_name(w)),
    )


def is_job(word: str) -> bool:
    """Whether a word, or a part of it, is a job ("Writer-director-producer")."""
    if "-" not in word and "/" not in word:
        return False
    jobs = load_patterns("prose_words")["job"]
    return any(p in jobs for p in re.split(r"[-/]", word.lower()) if len(p) > 3)


def is_noun(word: str, before: str, *, alone: bool) -> bool:
    """Whether a word for a job, a book or a prize is one here, and not a given name ("Roman Polanski")."""
    groups = load_patterns("prose_words")
    if is_given_name(word) and fold(word) in load_patterns("names")["not_first"]:
        # "by Will Collins": in the middle of a sentence a capital makes the small word a name.
        return not before.strip() or before.rstrip()[-1] in '.!?:…“"'
    if alone or not is_given_name(word) or fold(word) not in groups["job"] | groups["time"]:
        return True
    if fold(word) in groups["time"] and _DATE_FOLLOWS.search(before):
        return True
    if before.endswith(" a ") and word[0] in "AEIOU":
        return False  # "aplaudir a Oscar Núñez": the article would be "an"
    return bool(_NOUN_FOLLOWS.search(before)) and not _NAME_FOLLOWS.search(before)


@lru_cache(maxsize=1)
def no_name_inside() -> frozenset[str]:
    """Words that are no part of a name wherever they stand; a sentence's first words are no such words."""
    return no_name() - load_patterns("prose_words")["sentence_start"]


@lru_cache(maxsize=4096)
def is_plain_head(word: str) -> bool:
    """Whether the first word of a run is surely the first word of its name."""
    return "-" not in word and fold(word) not in no_name_inside() and not ELIDED.match(word)


@lru_cache(maxsize=1)
def label_words() -> frozenset[str]:
    """The one-word labels of roles that stand before names in lists."""
    labels = load_roles().labels()
    return frozenset(label for label, _role, _language in labels if " " not in label and len(label) > 3)
