"""What may be the title and who the author of a work in the words that a mention's pattern caught."""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.prose.sentence_case import end_of_title, foreign_articles
from filmgraph.extraction.sources.work_orders import AND
from filmgraph.extraction.text.countries import is_single_country
from filmgraph.model.names import fold


def title_in(groups: dict[str, str | None], *, sure: bool) -> str | None:
    """The title before or beside the author; `sure` says that the words name a kind of work."""
    quoted = groups.get("quoted") or groups.get("inner")
    if quoted:
        return quoted_title(quoted, sure=sure)
    plain = _one_case((groups.get("title") or groups.get("run") or "").strip(" ,"))
    return plain if _may_be_plain(plain, named=True) else None


def in_small_letters(text: str, title: str, end: int) -> tuple[str, int]:
    """A title that begins with a foreign article, to its end: "roman Le Feu follet."."""
    start = end - len(title)
    first = title.replace("’", " ").replace("'", " ").split()[0]
    if text[start:end] != title or first.lower() not in foreign_articles():
        return title, end
    whole = end_of_title(text, start + len(first) + 1)
    return (text[start:whole], whole) if whole and end < whole <= end + 40 else (title, end)


def _one_case(words: str) -> str:
    """A run that begins in capitals up to where they end: "OTHELLO Music"."""
    first = words.split(" ", 1)[0]
    if len(first) < 4 or not first.isupper() or words.isupper():
        return words
    parts = words.split()
    return " ".join(parts[: next((n for n, w in enumerate(parts) if not w.isupper()), len(parts))])


def quoted_title(words: str, *, sure: bool) -> str | None:
    """Words in quotation marks as a title, None where they are none."""
    words = words.strip(" ,.")
    kept = words[:1].isupper() and len(words.split()) < 11 if sure else looks_like_title(words)
    return words if kept else None


def late_title(groups: dict[str, str | None]) -> str | None:
    """The title behind the author: "the play by X, T"."""
    quoted = groups.get("late_quoted") or groups.get("late_inner")
    if quoted:
        return quoted_title(quoted, sure=True)
    plain = (groups.get("late") or "").strip(" ,")
    if groups.get("opens") and len(plain.split()) < 11 and not looks_like_person(plain):
        return plain or None
    return plain if _may_be_plain(plain, named=False) else None


def _may_be_plain(words: str, *, named: bool) -> bool:
    """Whether words without marks may be a title: set as one, and, unless `named`, no person."""
    if len(words) < 2 or not looks_like_title(words) or words.isdecimal():
        return False
    parts = words.split()
    if len(parts) > 1 and is_given_name(parts[0]) and parts[1][0].isupper():
        return len(parts) == 2 and named  # "Jane Eyre" is a name, too; "Arthur Schnitzler erzählt"
    return fold(words) not in _no_authors() and not is_single_country(words)


def authors_in(people: str) -> tuple[str, ...]:
    """The names, or nothing where one of them is no author's."""
    names = [n for n in re.split(rf",? {AND} |, ", people) if n]
    return tuple(names) if all(map(_may_write, names)) else ()


def _may_write(name: str) -> bool:
    if fold(name) in _no_authors() or is_single_country(name) or looks_like_company(name):
        return False
    if " " in name:
        first = name.split()[0]
        opener = not first.endswith(".") and fold(first) in load_patterns("names")["not_first"]
        return looks_like_person(name) and not opener
    return (
        len(name) > 3 and name[1:].islower() and fold(name) not in load_patterns("prose_words")["nationality"]
    )


@lru_cache(maxsize=1)
def known_by_one() -> frozenset[str]:
    """Writers who are called by one name."""
    return (
        frozenset(fold(w) for w in load_lines("source_ties")["author"])
        | load_patterns("prose_others")["author"]
    )


@lru_cache(maxsize=1)
def _no_authors() -> frozenset[str]:
    words = {*load_lines("source_ties")["no_author"]}
    words |= {w for group in ("month", "no_film", "not_director") for w in load_lines("film_lists")[group]}
    return frozenset(map(fold, words))
