"""Normal forms of the names of people, companies and teams: what a block of candidates is keyed by.

Two names with one normal form are one name written in two ways; whether they
name one agent is decided elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.model.names import SUFFIXES, fold

_BRACKETS = re.compile(r"\s*[\(\[][^)\]]*[\)\]]")
_PLUS = re.compile(r"\+")

# Trade abbreviations in company names, and plural or national spellings of one word.
_COMPANY_WORDS = {
    "prod": "production", "prods": "production", "productions": "production", "produktion": "production",
    "produktions": "production", "produzioni": "production", "producciones": "production",
    "films": "film", "pics": "picture", "pix": "picture", "pictures": "picture", "ent": "entertainment",
    "intl": "international", "dist": "distribution", "distrib": "distribution", "tv": "television",
    "televisions": "television", "cinemas": "cinema", "studios": "studio", "bros": "brothers",
    "assoc": "associates", "natl": "national", "corp": "corporation", "filmprod": "filmproduction",
}  # fmt: skip
_LEGAL_FORMS = frozenset(
    "inc incorporated ltd limited llc llp plc gmbh mbh ag kg sa sarl sas eurl srl spa bv nv ab aps oy oyj as"
    " bvba sprl sl slu lda ltda pty cie corporation".split()
)
_COMPANY_ARTICLES = frozenset("the le la les die das der il lo gli el los las de het".split())
# Words that say what a company does and not which company it is.
_GENERIC = frozenset(
    "production film picture entertainment cinema international distribution group studio media company"
    " releasing filmproduction home".split()
)

_KIN = frozenset(
    "brothers brother bros sisters sister siblings sibs freres soeurs fratelli sorelle hermanos hermanas"
    " bruder gebruder schwestern geschwister broder irmaos broers twins duo".split()
)
_TEAM_ARTICLES = frozenset("the les i gli le los las die de os".split())


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """A person's name folded, with runs of initials written as one word.

    >>> person_key("J. J. Abrams"), person_key("J.J. Abrams"), person_key("Céline SALLETTE")
    ('jj abrams', 'jj abrams', 'celine sallette')
    """
    words: list[str] = []
    initials = ""
    for word in fold(name).split():
        if len(word) == 1 and word.isalpha():
            initials += word
            continue
        if initials:
            words.append(initials)
            initials = ""
        words.append(word)
    return " ".join([*words, initials] if initials else words)


@lru_cache(maxsize=65536)
def company_key(name: str) -> str:
    """A company's name without brackets, article and legal form, its trade abbreviations spelled out.

    >>> company_key("Why Not Prods."), company_key("Les Films du Fleuve (Belgium)"), company_key("Canal+")
    ('why not production', 'film du fleuve', 'canal plus')
    """
    bare = _BRACKETS.sub("", name).strip() or name
    words = [_COMPANY_WORDS.get(w, w) for w in fold(_PLUS.sub(" plus ", bare)).split()]
    if len(words) > 1 and words[0] in _COMPANY_ARTICLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=65536)
def company_core(key: str) -> str:
    """What is left of a company's normal form without the words that only say what it does.

    >>> company_core("why not production"), company_core("film")
    ('why not', 'film')
    """
    return " ".join(w for w in key.split() if w not in _GENERIC) or key


@lru_cache(maxsize=4096)
def team_key(name: str) -> str:
    """The folded surname that a team goes by, or its folded name where it goes by none.

    >>> [team_key(n) for n in ("Dardenne brothers", "the Dardennes", "les frères Dardenne", "Coen Bros.")]
    ['dardenne', 'dardenne', 'dardenne', 'coen']
    >>> team_key("Jean-Pierre and Luc Dardenne"), team_key("the Joneses"), team_key("Radio Silence")
    ('dardenne', 'jones', 'radio silence')
    """
    words = fold(name).split()
    article = len(words) > 1 and words[0] in _TEAM_ARTICLES
    if article:
        words = words[1:]
    bare = [w for w in words if w not in _KIN]
    if bare and len(bare) < len(words):
        return " ".join(bare[-2:] if bare[0] in ("et", "and", "e", "y", "und") else bare)
    for joint in ("and", "et", "y", "e", "und"):
        if joint in bare[1:-1] and len(bare) - bare.index(joint) >= 3:
            return bare[-1]
    if article and len(words) == 1:
        return _singular(words[0])
    return " ".join(words)


def _singular(word: str) -> str:
    if word.endswith(("ses", "zes", "xes", "ches", "shes")) and len(word) > 5:
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def is_kin_name(name: str) -> bool:
    """Whether a team's name says how its members are kin ("Dardenne brothers")."""
    return not _KIN.isdisjoint(fold(name).split())


def split_suffix(key: str) -> tuple[str, str]:
    """A person's normal form and its generation ("jr", "iii"), "" where there is none.

    >>> split_suffix("elisha cook jr"), split_suffix("harry carey")
    (('elisha cook', 'jr'), ('harry carey', ''))
    """
    words = key.split()
    if len(words) > 1 and (words[-1] in SUFFIXES or words[-1] in ("junior", "senior")):
        last = {"junior": "jr", "senior": "sr"}.get(words[-1], words[-1])
        return " ".join(words[:-1]), last
    return key, ""
