"""Lines that are a page's furniture by their words: sections, ratings, counts, genres and prizes.

Every house words them its own way, but with the same few words: a line of nothing
else heads a section of the paper or of a festival, counts comments, gives a rating
or names what a film has won.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.patterns import load_patterns, load_union
from filmgraph.model.names import fold

_LONG = 7
_ONE = frozenset(("a", "an", "un", "une", "una", "ein", "eine", "uma", "een"))  # no section is one of several
_GAP = r"(?:\s{4,}|\t+)"
_RUNNING = re.compile(rf"[A-Z]?\d{{1,4}}{_GAP}[^\W\d_].*|[^\d\n]*[^\W\d_]{_GAP}(?:[A-Z]-?)?\d{{1,3}}")


@lru_cache(maxsize=4096)
def is_section_head(words: str) -> bool:
    """Whether a line heads a paper's section, a festival's or a series, and says nothing else.

    >>> [is_section_head(w) for w in ("KULTUR & NÖJE", "Sezione Orizzonti", "Cinema Paradiso")]
    [True, True, False]
    """
    parts = fold(words.replace("’", " ").replace("'", " ")).split()
    if not 0 < len(parts) < 8 or parts[0] in _ONE:
        return False
    known = load_union("titles", "section_word", "rubric_word")
    if len(parts) > 1:
        known = load_union("titles", "section_word", "section_more", "rubric_word", "genre")
    small = load_patterns("titles")["section_small"]
    named = sum([p in known for p in parts])
    return named > 0 and all(p in known or p in small or p.isdigit() for p in parts)


def is_count(words: str) -> bool:
    """Whether a line counts or rates: "3 comments", "BETYG: 5 av 5", "Watched by 21K members".

    >>> [is_count(w) for w in ("4 out of 5 stars", "Note : 4/5", "12 Angry Men")]
    [True, True, False]
    """
    if len(words) > 60 or not any(map(str.isdigit, words)):
        return False
    known = load_patterns("titles")["counted"]
    parts = fold(words).split()
    numbers = [p for p in parts if p.rstrip("km").isdigit()]
    return 0 < len(numbers) < len(parts) and all(p in known for p in parts if p not in numbers)


@lru_cache(maxsize=1024)
def is_genre(words: str) -> bool:
    """Whether words are a genre's, or several: "Drama", "Drame, policier"."""
    genres = load_patterns("titles")["genre"]
    folded = fold(words)
    return folded in genres or all(p in genres for p in folded.split() or ("",))


@lru_cache(maxsize=1024)
def is_house(words: str) -> bool:
    """Whether a line names a paper, a cinema, a festival or a club: who prints the page, not its film.

    >>> [is_house(w) for w in ("FILMOTECA DE LA RIBERA", "The Evening Herald", "Ghost World")]
    [True, True, False]
    """
    parts = fold(words).split()
    least = 0 if parts and parts[0].startswith(("film", "kine", "cine", "ciné")) else 1
    return least < len(parts) < 8 and not load_patterns("titles")["house_word"].isdisjoint(parts)


def is_running_head(words: str) -> bool:
    """Whether a line is the head of a printed page: a number, a wide gap and words, or the other way round.

    >>> [is_running_head(w) for w in ("376      PIC-PIN", "MOVIES      C7", "8    1/2", "12 Angry Men")]
    [True, True, False, False]
    """
    return len(words) < 120 and _RUNNING.fullmatch(words) is not None


@lru_cache(maxsize=1)
def _long_presenting() -> tuple[str, ...]:
    return tuple(word for word in load_patterns("titles")["presents"] if len(word) > _LONG)


def is_presenting(words: str) -> bool:
    """Whether words begin or end with what a company does to the film that stands behind them.

    >>> [is_presenting(w) for w in ("Ann Lee Films presents", "ANN LEE FILMSPRÉSENTENT", "Present Perfect")]
    [True, True, False]
    """
    words = words.rstrip(" .:")
    last = words[-20:].rpartition(" ")[2]
    known = load_patterns("titles")["presents"]
    if fold(last) in known or (" " not in words and fold(words) in known):
        return True
    # A page that lost its blanks glues the word to the name before it.
    return last.isupper() and fold(last).endswith(_long_presenting())


def is_award(words: str) -> bool:
    """Whether a line names a prize or a festival at which a film was shown.

    >>> [is_award(w) for w in ("GRAND PRIX FESTIVAL DE CANNES 2019", "The Grand Budapest Hotel")]
    [True, False]
    """
    known = load_patterns("titles")["award_word"]
    parts = fold(words).split()
    named = sum([p in known for p in parts])
    return named >= 2 and len(parts) > 2 and named * 2 >= sum([not p.isdigit() for p in parts])
