"""The words of a question: its tokens, and the nouns and verbs that stand for roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from filmgraph.asking.readings import ALL_KINDS, RoleSet
from filmgraph.catalogs.parameters import find_roles
from filmgraph.catalogs.roles import load_roles
from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold

_TOKEN = re.compile(r"\"[^\"]+\"|“[^”]+”|«[^»]+»|\[[^\]]+\]|,|[^\s,?!;\"“”«»\[\]]+")

# Nouns for agents that name no role.
_ANYONE: dict[str, tuple[AgentKind, ...]] = {
    "who": ALL_KINDS,
    "whom": ALL_KINDS,
    "collaborators": ALL_KINDS,
    "everyone": ALL_KINDS,
    "anyone": ALL_KINDS,
    "people": ("person", "team"),
    "persons": ("person", "team"),
    "person": ("person", "team"),
    "companies": ("organization",),
    "company": ("organization",),
    "organizations": ("organization",),
    "organisations": ("organization",),
    "outfits": ("organization",),
    "studios": ("organization",),
    "women": ("person", "team"),
    "woman": ("person", "team"),
    "men": ("person", "team"),
    "man": ("person", "team"),
}
# The verbs of credited work, in all their forms: roles.ttl has what credits print, which are nouns.
_VERBS = {
    "director": "direct directs directed helm helms helmed co-directed",
    "producer": "produce produces produced",
    "co-producer": "co-produce co-produces co-produced coproduce coproduces coproduced",
    "executive-producer": "executive-produced",
    "screenwriter": "write writes wrote written script scripted pen penned co-write co-wrote co-written",
    "editor": "edit edits edited cut",
    "cinematographer": "shoot shoots shot photograph photographed lens lensed",
    "composer": "score scores scored compose composes composed",
    "actor": "act acts acted star stars starred play plays played appear appears appeared perform performed",
    "narrator": "narrate narrates narrated",
    "distributor": "distribute distributes distributed release releases released",
    "sales-agent": "sell sells sold",
    "backing": "finance finances financed fund funds funded back backs backed support supports supported",
    "casting": "cast",
    "choreographer": "choreograph choreographed",
    "broadcaster": "broadcast broadcasts",
}
# Women's forms of nouns for roles (actress, actrice, productrice, Regisseurin …) and words for women and men.
_GENDERED = re.compile(r"t(?:ress(?:es)?|rices?|rici|riz)\b|[eo]u?rin(?:nen)?\b|\b(?:wo)?m[ae]n\b")
_GENDERS = frozenset({"female", "male"})
# Words that are never a name by themselves, whatever names begin with them ("Many", "Whyte").
PLAIN_WORDS = frozenset(
    "how many much more most few why when where whose whom who what which whether the a an of is are was "
    "were do does did has have had been be not no there their his her its my your our this that these "
    "those if or about me you i we they he she it any some all ever never often long old good best".split()
)
# Words that take a role strictly, before or after its noun.
_STRICT = frozenset({"strictly", "strict", "proper", "only"})
# The plain word of a trade stands for its whole group of roles, companies included, unless asked strictly.
_WIDE = {"producer": "producing"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a comma, or a quoted name of the question; `word` is its folded form."""

    text: str
    word: str
    start: int
    end: int
    quoted: bool = False


def tokenize(question: str) -> tuple[Token, ...]:
    """The tokens of a question, in order; end marks fall away.

    >>> [t.word for t in tokenize("Who edited “Amour”, and what’s that?")]
    ['who', 'edited', 'amour', ',', 'and', 'whats', 'that']
    """
    tokens = []
    for found in _TOKEN.finditer(question):
        text = found[0]
        quoted = text[0] in '"“«['
        word = "," if text == "," else fold(text)
        if word:
            tokens.append(Token(text[1:-1] if quoted else text, word, found.start(), found.end(), quoted))
    return tuple(tokens)


@cache
def verb_roles(verb: str, strict: bool = False) -> RoleSet | None:
    """The roles that a verb in any of its forms stands for ("produced"), or None."""
    for role, forms in _VERBS.items():
        if verb in {fold(form) for form in forms.split()}:
            return _role_set(verb, (role,), strict)
    return None


@cache
def verb_words() -> frozenset[str]:
    """Every verb of credited work, folded."""
    return frozenset(word for forms in _VERBS.values() for word in forms.split() if "-" not in word)


@cache
def noun_roles(noun: str, strict: bool = False) -> RoleSet | None:
    """Whom a folded noun asks for: a role's holders ("producers"), or anyone ("who"); None if no one."""
    words = noun.split()
    if len(words) > 1 and (words[0] in _STRICT or words[-1] in _STRICT):
        kept = words[1:] if words[0] in _STRICT else words[:-1]
        return noun_roles(" ".join(kept), True)
    if len(words) > 1 and words[0] in _GENDERS:
        plain = noun_roles(" ".join(words[1:]), strict)
        return replace(plain, word=noun, gendered=True) if plain else None
    gendered = bool(_GENDERED.search(noun))
    if noun in _ANYONE:
        return RoleSet(noun, (), _ANYONE[noun], gendered=gendered)
    roles = find_roles(noun, load_roles())
    return replace(_role_set(noun, roles, strict), gendered=gendered) if roles else None


def narrow(asked: RoleSet, by: RoleSet) -> RoleSet:
    """Those whom `asked` names, in the roles of `by`: "companies" that "produced"."""
    if asked.roles:
        both = tuple(role for role in asked.roles if role in by.roles)
        return replace(asked, roles=both or by.roles, wide=asked.wide and by.wide)
    return replace(by, kinds=asked.kinds, gendered=asked.gendered)


def _role_set(word: str, roles: tuple[str, ...], strict: bool) -> RoleSet:
    catalog = load_roles()
    head = roles[0]
    if head in _WIDE and not strict:
        return RoleSet(word, catalog.narrower(_WIDE[head]), wide=True)
    narrower = dict.fromkeys(found for role in roles for found in catalog.narrower(role))
    return RoleSet(word, (head,) if strict and head in catalog.roles else tuple(narrower))
