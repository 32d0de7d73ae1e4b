"""A film's other titles: the original one in brackets behind its own, and a translation that stands there.

"Winter Sleep (Kis Uykusu)" tells the original title in a headline or a sentence. A bracket as often holds a
maker, a player, a house or a film's data; and where a page in English heads itself with the original title,
what stands in the bracket is its translation.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_patterns, load_union
from filmgraph.extraction.text.countries import is_country, is_language
from filmgraph.extraction.titles.headlines import is_no_title
from filmgraph.extraction.titles.title_marks import is_other_script
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_BEHIND = re.compile(r"[”’\"'»*_]{0,3}\s\([“‘\"'«*_]{0,3}(?P<other>[^(),;\d\n]{2,70}?)[”’\"'»*_]{0,3}\)")
_NUMBER = r"\b(?:18[89]|19\d|20\d)\d\b"
_DATA = re.compile(rf"{_NUMBER}.*,|,.*{_NUMBER}|\d\s?(?:min|mn|['’′])|@|https?:")
_COLORED = re.compile(r"[\s-](?:colou?r|couleurs?|farbe|b\s?[&/+]\s?w|n\s?[&/+]\s?b|s\s?/\s?w)\.?$", re.I)
_FRONT = 3000
_ENGLISH_PAGE = 20  # of so many words one and more is "the", "of", "and" or "is"
_OFTEN = frozenset(("the", "of", "and", "is", "with", "his", "her"))
_MOST_LOOKS = 6
_ENGLISH = frozenset(("the", "of", "and", "a", "in", "with", "my", "to", "for", "from", "like", "on", "who"))
_SPEAKING = ("United States", "United Kingdom", "Ireland", "Canada", "Australia", "New Zealand")


@lru_cache(maxsize=1)
def _anglophone() -> re.Pattern[str]:
    """The names of the countries in which English is spoken, as pages in any language print them."""
    lines = [line.split("|") for line in load_lines("countries")["country"]]
    names = [name for line in lines if line[0] in _SPEAKING for name in line if len(name) > 1]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def may_be_other_title(words: str, names: Collection[str]) -> bool:
    """Whether a bracket beside a title may hold another one; `names` are the folded names of people.

    >>> [may_be_other_title(w, ()) for w in ("La Fille inconnue", "GERMAN-COLOR", "France, 1955, 93 mn")]
    [True, False, False]
    """
    folded = fold(words)
    if not folded and not is_other_script(words):
        return False
    noise = load_union("titles", "bracket_noise", "version", "rubric", "house_name")
    person = is_given_name(words.partition(" ")[0]) and " " in words and looks_like_person(words)
    return not (
        folded in noise
        or folded in names
        or folded.endswith(" made")  # "GERMAN MADE"
        or is_no_title(words)
        or person
        or folded.rpartition(" ")[2] in load_patterns("names")["company"]
        or is_language(words)
        or _DATA.search(words)
        or _COLORED.search(words)
        or not (words[0].isupper() or words[0].isdigit() or is_other_script(words))
    )


def is_translation(text: str, title: str, other: str) -> bool:
    """Whether a bracket translates the foreign title that a page bears.

    So it is where the page is in English; and on any page where the bracket is in English, and no country in
    which English is spoken made the film.

    >>> is_translation("The story of a girl and of the road. " * 9, "Sans toit ni loi", "Vagabond")
    True
    """
    if not _is_foreign(title) or _is_foreign(other):
        return False
    english = not _ENGLISH.isdisjoint(other.lower().split())
    return _is_english(text) or (english and _anglophone().search(text, 0, _FRONT) is None)


def find_told_original(text: str, title: str, names: Collection[str]) -> Span | None:
    """The words in brackets right behind a title in the prose: "Winter Sleep (Kis Uykusu)"."""
    at = text.find(title)
    for _ in range(_MOST_LOOKS):
        if at < 0:
            return None
        end = at + len(title)
        match = _BEHIND.match(text, end) if "(" in text[end : end + 5] else None
        if match and not text[at - 1 : at].isalnum():
            words = match["other"]
            known = may_be_other_title(words, names) and not is_country(words)
            if known and not _names_player(text, words):
                return Span(*match.span("other"))
        at = text.find(title, end)
    return None


def _names_player(text: str, words: str) -> bool:
    """Whether a bracket may hold who plays a part: two words like a name, the last of which stands again."""
    parts = words.split()
    again = re.findall(rf"\b{re.escape(parts[-1])}\b", text)
    if fold(parts[0]) in load_patterns("titles")["foreign_word"] or not looks_like_person(words):
        return False
    return len(again) > 1


@lru_cache(maxsize=64)
def _is_foreign(title: str) -> bool:
    words = title.lower().replace("'", "' ").replace("’", "' ").split()
    return not title.isascii() or not load_patterns("titles")["foreign_word"].isdisjoint(map(fold, words))


def _is_english(text: str) -> bool:
    words = text[:_FRONT].lower().split()
    return sum(map(_OFTEN.__contains__, words)) * _ENGLISH_PAGE > len(words)
