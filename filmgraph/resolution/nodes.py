"""Nodes: one name on one film, the smallest thing that is taken for one agent without asking.

Several documents that credit one name on one film speak of one agent. The
exceptions get nodes of their own: names that a decision tells apart, names with
different external ids, and a name that one cast list gives to two characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from filmgraph.model.facts import AgentKind
from filmgraph.model.names import fold
from filmgraph.resolution.listed import NOT_LISTED, Listed, find_marking_lists, list_name
from filmgraph.resolution.mentions import Mention, name_key
from filmgraph.resolution.normal import company_core, company_key


@dataclass(slots=True)
class Node:
    """A name on a film; filled by `build_nodes` and read only from then on.

    `name` is the first spelling met, `spellings` are the others.
    """

    film: int
    kind: AgentKind
    key: str
    tag: str
    name: str
    character: str = ""
    mentions: list[int] = field(default_factory=list)
    spellings: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    facts: frozenset[int] = frozenset()
    ids: frozenset[tuple[str, str]] = frozenset()
    listed: Listed = NOT_LISTED


def build_nodes(mentions: Sequence[Mention], tags: Mapping[int, str]) -> list[Node]:
    """The nodes of `mentions` in the order of their first mention.

    `tags` marks mentions that decisions tell apart; a mark makes a node of its own.
    """
    nodes: dict[tuple[int, AgentKind, str, str], Node] = {}
    played = find_double_casting(mentions)
    companies = {(f, company_key(m.name)) for m in mentions if m.kind == "organization" for f in (m.film, -1)}
    # Most nodes have one role and one description: they share these sets.
    roles: dict[str, frozenset[str]] = {}
    facts: dict[int, frozenset[int]] = {}
    marking = find_marking_lists(mentions)
    said: dict[tuple[str, str, bool], Listed] = {}
    for number, mention in enumerate(mentions):
        character = played.get(number, "")
        tag = tags.get(number, "") + character
        listed = list_name(mention, said) if mention.attestation.document in marking else NOT_LISTED
        if listed.variants:
            tag += "(as)"
        if mention.ids:
            tag += "|".join(f"{scheme}:{value}" for scheme, value in sorted(mention.ids))
        kind = mention.kind
        if companies and kind == "person" and _is_company(mention, companies):
            kind = "organization"
        key = mention.film, kind, name_key(kind, mention.name), tag
        node = nodes.get(key)
        if node is None:
            node = nodes[key] = Node(*key, mention.name, character)
        node.mentions.append(number)
        if mention.name != node.name and mention.name not in node.spellings:
            node.spellings += (mention.name,)
        if mention.role not in node.roles:
            role = roles.setdefault(mention.role, frozenset((mention.role,)))
            node.roles = node.roles | role if node.roles else role
        if mention.facts not in node.facts:
            if mention.facts not in facts:
                facts = {mention.facts: frozenset((mention.facts,))}
            node.facts = node.facts | facts[mention.facts] if node.facts else facts[mention.facts]
        if mention.ids:
            node.ids |= set(mention.ids)
        if listed is not NOT_LISTED:
            node.listed = node.listed.union(listed)
    return list(nodes.values())


def _is_company(mention: Mention, companies: set[tuple[int, str]]) -> bool:
    """Whether a name that a document takes for a person's is a company's.

    A list may credit "Why Not Productions" as a producer without saying what it
    is. It must be a company in another document on the same film, or in any
    where the name itself says what the company does. `companies` holds the
    normal forms of companies' names by film, and by -1 those of all films.
    """
    key = company_key(mention.name)
    if (mention.film, key) in companies:
        return True
    return (-1, key) in companies and company_core(key) != key


def find_double_casting(mentions: Sequence[Mention]) -> dict[int, str]:
    """The characters of mentions of a name that one cast list bills twice, as two characters.

    These are two bearers: a list that bills one actor for two characters names both in one entry.
    """
    entries: dict[tuple[int, str, str, str], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        credit = mention.credit
        if (
            mention.part == "credit"
            and credit
            and credit.character
            and credit.billing_order is not None
            and not credit.ids
        ):
            entry = mention.facts, credit.role, credit.evidence.section, fold(mention.name)
            entries[entry].append(number)
    marks: dict[int, str] = {}
    for numbers in entries.values():
        if len(numbers) < 2:
            continue
        billed = {
            (c.billing_order, fold(c.character or ""))
            for n in numbers
            if (c := mentions[n].credit) is not None
        }
        characters = {character for _, character in billed}
        if len({order for order, _ in billed}) == len(characters) == len(billed) > 1:
            marks |= {n: fold(c.character or "") for n in numbers if (c := mentions[n].credit)}
    return marks
