"""Which of its printed names an agent goes by, and which are its aliases."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold
from filmgraph.resolution.capitals import soften_name
from filmgraph.resolution.filmdata import best_spelling
from filmgraph.resolution.mentions import Mention, name_key
from filmgraph.resolution.normal import is_kin_name

_ABBREVIATED = frozenset("prod prods pics pix ent intl dist distrib".split())

# Small words that join two names; a capital ("E. Elias Merhige") is an initial.
_SEVERAL = re.compile(r"\s(and|et|und|y|e|i|en|og|och)\s|[&/]")


def choose_name(kind: AgentKind, mentions: Sequence[Mention]) -> str:
    """The name an agent goes by: a full one, the one most documents use, in its best spelling."""
    said: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for mention in mentions:
        said[mention.name].add((mention.attestation.document, mention.film))
    name = next(iter(said)) if len(said) == 1 else _choose(kind, said)
    # A company's capitals are often its initials; a person's never.
    return soften_name(name) if kind == "person" else name


def _choose(kind: AgentKind, said: Mapping[str, set[tuple[str, int]]]) -> str:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for name, places in said.items():
        forms[_form(kind, name)][name] += len(places)

    def rank(form: str) -> tuple[bool, int, int, str]:
        spellings = forms[form]
        return all(_is_short(kind, n) for n in spellings), -spellings.total(), -len(form), form

    best = forms[min(forms, key=rank)]
    full = Counter({n: c for n, c in best.items() if not _is_short(kind, n)}) or best
    return best_spelling(list(full.elements()))


def find_aliases(mentions: Sequence[Mention], preferred: str) -> tuple[str, ...]:
    """All other names that documents print for an agent, sorted.

    Words that name several people at once ("Jean-Pierre and Luc Dardenne") are no name of one.
    """
    names = {m.name for m in mentions}
    names |= {
        m.printed
        for m in mentions
        if m.part == "credit" and not (m.kind == "person" and _SEVERAL.search(m.printed))
    }
    return tuple(sorted(names - {preferred, ""}))


def _form(kind: AgentKind, name: str) -> str:
    """Spellings that differ by case, accents or punctuation only are one form; so are company forms."""
    return name_key(kind, name) if kind != "team" else fold(name)


def _is_short(kind: AgentKind, name: str) -> bool:
    """Whether a name is a surname alone, written with initials, or abbreviated."""
    words = fold(name).split()
    if kind == "person":
        return len(words) < 2 or len(words[0]) == 1
    if kind == "team":
        return not is_kin_name(name)
    return not _ABBREVIATED.isdisjoint(words)
