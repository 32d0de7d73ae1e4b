"""What may be credited at all: whether words can be a person's name, and whether a company's.

Every list of names runs on at some time, into a heading, an address, a language or a sentence. The form
of a name does not show it ("Additional Crew" has the form of "Ann Crew"); the words do. All who make a
credit of words ask here, and `settle.py` asks again for all of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.countries import is_country, is_language
from filmgraph.model.names import PARTICLES, SUFFIXES, fold

_MOST_WORDS = 5
_TRADE_FIELDS = (
    "runtime", "year", "country", "language", "title", "original_title", "festival", "release_date",
    "critic", "prose", "cast", "skip",
)  # fmt: skip
_ADDRESS = re.compile(
    r"\d+(?:\s?(?:bis|ter|[a-z]))?,?\s(?:[^\W\d]+\s){0,3}?(?:rue|avenue|ave|av|bd|blvd|boulevard|place|quai"
    r"|passage|street|st|road|rd|lane|via|calle|plaza|square)\b"
    r"|(?:rue|avenue|av|avda|rua|r|largo|praça|calle|c/|via|viale|piazza|corso|ul|ulica|rådhus\w*)\.?\s"
    r"(?=.*\d)"
    r"|(?:dos|das|de|del|della|di)\s.*\s\d{1,4}$"
    r"|[^\W\d]+(?:straße|strasse|gracht|straat|gade|gatan|gasse|allee|platz|vej|veien|vägen)\b",
    re.I,
)
# "at the Film Forum", "im Verleih der …", "no Brasil": a place or a sentence goes on.
_PLACE_FRONT = re.compile(
    r"(?:at|in|im|on|en|au|aux|no|na|nos|nas|em|nel|nella|i|på|w|op|bei|beim)\s(?:the\s)?(?=\S)"
)
_FIGURES = re.compile(r"[\d\s.,:/'’′\-–%€$£+]+")
_MEASURED = re.compile(
    r"\d+\s?(?:anos|años|ans|anni|jahre|jaar|år|lat|years|min|mins|minutes|minuti|minutos|minuten|h|p|px|mm"
    r"|fps|khz|hz)\b",
    re.I,
)


@lru_cache(maxsize=4096)
def can_be_person(name: str) -> bool:
    """Whether words that have a name's form can be one person's.

    >>> can_be_person("Ann Roth"), can_be_person("Additional Crew"), can_be_person("Mandarin")
    (True, False, False)
    """
    folded = fold(name)
    words = folded.split()
    if not words or "?" in name or any(map(str.isdecimal, name)) or _is_no_agent(folded, name):
        return False
    groups = load_patterns("no_names")
    if len(folded) < 2 or not groups["person_never"].isdisjoint(words):
        return False
    if len(words) > 1 and all(word in _trade_words() for word in words):
        return False
    inner = words[1:-1] if "&" not in name else ()
    if not groups["person_sentence"].isdisjoint(inner):
        return False
    full = [word for word in words if word not in PARTICLES and word not in SUFFIXES and len(word) > 1]
    # "Luiz Carlos Barreto de Souza Lima Neto": only names with particles grow so long.
    most = _MOST_WORDS + (not PARTICLES.isdisjoint(words))
    return (bool(full) or len(words) == 1 or is_initials(name)) and len(full) <= most


_INITIALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.[ -]?){2,3}")


def is_initials(name: str) -> bool:
    """Whether a name is initials alone, which stand for someone whom the page names in full.

    >>> is_initials("T. T."), is_initials("J.-P. M."), is_initials("JR")
    (True, True, False)
    """
    return len(name) < 10 and _INITIALS.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def can_be_company(name: str) -> bool:
    """Whether words can be the name of a company.

    >>> can_be_company("Why Not Productions"), can_be_company("209 West Houston Street")
    (True, False)
    """
    folded = fold(name)
    words = folded.split()
    if not words or len(folded) < 2 or name[0] in "©®™" or _is_no_agent(folded, name):
        return False
    named = len(words) > 1 and words[-1] in load_patterns("names")["company"]  # "First Floor Features"
    if not named and not load_patterns("no_names")["company_never"].isdisjoint(words):
        return False
    if folded in load_patterns("names")["known_company"]:
        return True
    if _ADDRESS.match(name) or _MEASURED.fullmatch(name) or _FIGURES.fullmatch(name):
        return False
    return _PLACE_FRONT.match(name) is None


def _is_no_agent(folded: str, name: str) -> bool:
    """Whether words are a label, a heading, a country, a language or another thing that is no agent."""
    if folded in load_patterns("names")["known_company"]:
        return False
    if folded in _labels() or is_language(name) or is_country(name):
        return True
    return folded in _headings()


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    """All labels of roles and of film data, with their plurals; a name may be a label of one word, short."""
    labels = {label for label, _role, _language in load_roles().labels()}
    fields = load_patterns("fields")
    labels |= {phrase for field in _TRADE_FIELDS for phrase in fields[field]}
    labels |= {label + "s" for label in labels if len(label) > 3}
    return frozenset(label for label in labels if " " in label or len(label) > 3) - _ALSO_NAMES


# Houses that call themselves what they are.
_ALSO_NAMES = frozenset({"distribution company", "arte"})


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    groups, page = load_patterns("no_names"), load_patterns("page")
    heads = (
        groups["heading"]
        | groups["format"]
        | groups["award"]
        | page["crew_head"]
        | page["cast_head"]
        | page["prose_head"]
        | load_patterns("cast")["part_head"]
    )
    return heads | page["teaser_line"] | page["boilerplate"] | load_patterns("prose_words")["time"]


@lru_cache(maxsize=1)
def _trade_words() -> frozenset[str]:
    """The single words of labels: a name made up of such words alone is a label that we do not know."""
    words = {word for label in _labels() for word in label.split() if len(word) > 3}
    return frozenset(words)
