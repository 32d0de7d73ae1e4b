"""What a list says about names by marking some of them "(as …)".

Large credit lists know each person by one name. Where a film prints another,
they give that one and mark it: "Rosemary De Camp", note "(as Rosemary De Camp)".
In such a list a marked name belongs to somebody whom the list calls otherwise,
an unmarked name is what the list calls its bearer, and two unmarked names are
two persons. On 42,674 credits that holds without exception: 24,326 persons have
one unmarked name each, and no person bears the same name both marked and unmarked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from filmgraph.model.names import fold
from filmgraph.resolution.mentions import Mention

_AS = re.compile(r"(?:\(|^)\s*(?:credited\s+)?as\s+([^)]+?)\s*(?:\)|$)", re.I)
# A list that marks fewer names than these does it now and then, not as a rule.
_LEAST_MARKS = 20
_LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Listed:
    """How lists that mark call an agent: (document's IRI, name) unmarked and marked."""

    plain: frozenset[tuple[str, str]] = frozenset()
    variants: frozenset[tuple[str, str]] = frozenset()

    def union(self, other: Listed) -> Listed:
        """What both say."""
        if other is NOT_LISTED or other == self:
            return self
        if self is NOT_LISTED:
            return other
        return Listed(self.plain | other.plain, self.variants | other.variants)

    def contradicts(self, other: Listed) -> str | None:
        """Why the two cannot be one agent, or None."""
        for document, name in self.plain:
            for list_, another in other.plain:
                if list_ == document and another != name:
                    return f"one list calls them '{min(name, another)}' and '{max(name, another)}'"
        for _, name in self.plain & other.variants | other.plain & self.variants:
            return f"a list marks '{name}' as another name of the one, and calls the other so"
        return None

    def explains(self, other: Listed) -> bool:
        """Whether lists know one of the two by marked names only: it is somebody whom they call otherwise."""
        return any(side.variants and not side.plain for side in (self, other))


NOT_LISTED = Listed()


def is_variant(mention: Mention) -> bool:
    """Whether a list marks the name of a credit as one that its bearer is not known by."""
    note = mention.credit.note if mention.credit and mention.part == "credit" else None
    if not note or "as " not in note:
        return False
    return any(fold(name) == fold(mention.name) for name in _AS.findall(note))


def find_marking_lists(mentions: Sequence[Mention]) -> set[str]:
    """The documents (IRIs) that mark names as a rule."""
    marks: Counter[str] = Counter(m.attestation.document for m in mentions if is_variant(m))
    if not marks:
        return set()
    names = Counter(m.attestation.document for m in mentions if m.attestation.document in marks)
    return {d for d, count in marks.items() if count >= max(_LEAST_MARKS, _LEAST_SHARE * names[d])}


def list_name(mention: Mention, known: dict[tuple[str, str, bool], Listed]) -> Listed:
    """What a list that marks names says by one credit; `known` holds what was said before, to be shared."""
    if mention.part != "credit" or mention.kind != "person":
        return NOT_LISTED
    key = mention.attestation.document, mention.name, is_variant(mention)
    if key not in known:
        said = frozenset({key[:2]})
        known[key] = Listed(variants=said) if key[2] else Listed(plain=said)
    return known[key]
