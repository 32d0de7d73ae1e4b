"""How a text names several people of one surname as one: "the Dardenne brothers", "the Coens"."""

from __future__ import annotations

import re

from filmgraph.model.names import fold

# Family words that make a team of a surname, with the place of the surname beside them.
_SIBLINGS = (
    "brothers|bros\\.?|brother-directors|siblings|sisters|sibs|twins|frères|soeurs|sœurs|jumeaux|brüder|"
    "geschwister|schwestern|hermanos|hermanas|fratelli|sorelle|irmãos|irmãs|gebroeders|broers|zussen|"
    "bröderna|syskonen|brødrene|bracia|siostry|duo|brother"
)
_ARTICLES = "the|les|die|los|las|i|gli|le|os|as|de|the two|den|der"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶŁĻŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŹŻŽȘȚ"
_SURNAME = rf"(?:(?:von|van|de|della|di) )?[{_UPPER}][\w'’-]+"
# "the Dardenne brothers", "les frères Dardenne", "the brothers Dardenne", "die Dardenne-Brüder".
TEAM = re.compile(
    rf"(?:\b(?:{_ARTICLES}) )?(?:\b(?P<before>{_SURNAME}?)[ -](?:{_SIBLINGS})(?!\w)"
    rf"|\b(?:{_SIBLINGS}) (?P<after>{_SURNAME}))",
    re.I,
)
# "the Dardennes", "les Dardenne", "the Coens": a surname with an article, of several people.
PLURAL = re.compile(rf"\b(?:[Tt]he|[Ll]es|[Dd]ie|[Ll]os|I) (?P<name>[{_UPPER}][\w’'-]*[\wé])(?=\W|$)")


# In front of given names: "os irmãos Gilvan e Genivaldo Lima".
KIN = re.compile(rf"(?:(?:{_ARTICLES}) )?(?:{_SIBLINGS}) (?=[{_UPPER}])", re.I)


_FAMILY = frozenset(fold(word) for word in _SIBLINGS.replace("\\.?", "").split("|"))


def is_team(name: str) -> bool:
    """Whether a name is a team's by a family word.

    >>> is_team("the Dardenne brothers"), is_team("les frères Dardenne"), is_team("Luc Dardenne")
    (True, True, False)
    """
    # The pattern is slow to refuse a name; nearly all names hold none of its words.
    return not _FAMILY.isdisjoint(fold(name).split()) and TEAM.fullmatch(name) is not None


def without_article(name: str) -> str:
    """A team's name without the article in front.

    >>> without_article("the Dardenne brothers"), without_article("Brüder Dardenne")
    ('Dardenne brothers', 'Brüder Dardenne')
    """
    return re.sub(rf"^(?:{_ARTICLES}) ", "", name, flags=re.I)
