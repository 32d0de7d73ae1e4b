"""Unquoted titles of languages that set only the first word with a capital: "girato Il sorpasso e I mostri".

A capital article in the middle of a sentence, or a capital behind words that announce a title
("réalisateur de", "Regisseur von"), begins one. It ends before a mark, before "and" and a new
capital, before a person's name or a verb: where none of these comes soon nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.extraction.names.mentions import UPPER, is_given_name
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import fold


def _either(group: str) -> str:
    """The words of a group of the pattern file as a choice, the longest first."""
    return "|".join(map(re.escape, sorted(load_lines("prose_titles")[group], key=len, reverse=True)))


# The articles without their first letter, which stands before; a word in small letters behind them. An
# English article has a capital behind it, and "I thought" is no Italian plural.
_ARTICLE = re.compile(
    r"[LUEIGDHO](?:(?<=[^\W\d_A-Z] .)|(?<=[,’”»]\s.)|(?<=\d\s.)|(?<=\(.))"
    r"(?:(?<=L)(?:as?|es?|os?|[’'])|(?<=U)n[eao]?|(?<=E)(?:l|ine?|et|n|tt)|(?<=I)l|(?<=G)li"
    r"|(?<=D)(?:er|ie|as|es|e[nt]?|u)|(?<=H)et|(?<=O)s?)"
    r"(?:(?<=[’'])| )(?=[a-zà-öø-ÿ\d])"
)
_ITALIAN_PLURAL = re.compile(
    r"I(?:(?<= e I)|(?<= di I)|(?<=con I)|(?<= né I)|(?<=irato I)|(?<=dopo I))"
    r" (?=[a-zà-ÿ]+i\b)"
)
_WORD = re.compile(r" ?([\w’'!?-]+)")
_MARK = re.compile(r"[!?]?[\"»”]?(?:[,.;:()\[\]…|]|\s[–—-]\s|\s?$|\n|\s\()")
_AND = re.compile(rf" (?:{_either('ends at and')}) (?=(?:[a-zà-ÿ]+ |d['’])?[{UPPER}])")
_OF_PERSON = re.compile(
    rf" (?:(?:{_either('ends before a person')}) |d['’])(?P<who>[{UPPER}][\w'’-]+)"
    rf"(?P<more> [{UPPER}])?"
)
_LONGEST = 8


def find_sentence_case(plain: str) -> Iterator[Span]:
    """The titles that a capital article in mid-sentence begins.

    >>> t = "Prima aveva girato Il sorpasso e I mostri, poi basta."
    >>> [s.of(t) for s in find_sentence_case(t)]
    ['Il sorpasso', 'I mostri']
    """
    for pattern in (_ARTICLE, _ITALIAN_PLURAL):
        for match in pattern.finditer(plain):
            end = end_of_title(plain, match.end())
            # "(Un peuple et son roi)": alone in brackets stands a title told again.
            if end and not (plain[match.start() - 1] == "(" and plain[end : end + 1] == ")"):
                yield Span(match.start(), end)


def end_of_title(plain: str, at: int, *, begun: bool = False) -> int | None:
    """Where a title ends whose words go on at `at`, by the first thing that cannot belong to it.

    `begun` says that a word of it stands before.
    """
    ends = load_patterns("prose_titles")["title ends"]
    for n in range(begun, _LONGEST):
        if n and _MARK.match(plain, at):
            return at
        if n and (_AND.match(plain, at) or _is_person(plain, at)):
            return at
        word = _WORD.match(plain, at)
        if word is None:
            return None
        if n and (word[1].lower() in ends or fold(word[1]) in ends):
            return at
        at = word.end() - (word[1][-1] in "!?")
        if word[1][-1] in "!?":
            return word.end()
    return None


def _is_person(plain: str, at: int) -> bool:
    """Whether a person's name stands next, behind a word for "by" or "with"."""
    match = _OF_PERSON.match(plain, at)
    return match is not None and bool(
        match["more"] or is_given_name(match["who"]) or _ends(plain, match.end())
    )


def _ends(plain: str, at: int) -> bool:
    return bool(_MARK.match(plain, at))


def foreign_articles() -> frozenset[str]:
    """The articles of languages that set titles so."""
    return _FOREIGN_ARTICLES


_FOREIGN_ARTICLES = frozenset(load_lines("prose_titles")["foreign articles"])
