"""The forms under which a name can be found: folded, without its article, by surname.

The same forms are made of a name when it is indexed and of a text when it is
looked up.
"""

from __future__ import annotations

from filmgraph.model.knowledge import EntityKind, NameEntry
from filmgraph.model.names import PARTICLES, SUFFIXES, fold, fold_title, surname

TITLED: tuple[EntityKind, ...] = ("film", "work", "organization")
# Words that every team may bear; they are nobody's surname.
_TEAM_WORDS = frozenset(
    "the and et und y e les los i die brothers brother bros sisters sister freres soeurs fratelli hermanos"
    .split()
)  # fmt: skip


def full_forms(entry: NameEntry) -> set[str]:
    """The folded name, and for titles and companies the one without a leading article."""
    forms = {fold(entry.name)}
    if entry.kind in TITLED:
        forms.add(fold_title(entry.name))
    return forms - {""}


def surname_forms(entry: NameEntry) -> set[str]:
    """What a person or a team is called for short: "von trier" and "trier", "scott thomas" and "thomas"."""
    words = fold(entry.name).split()
    if entry.kind == "team":
        return {w for w in words if w not in _TEAM_WORDS and len(w) > 2} if len(words) > 1 else set()
    if entry.kind != "person" or len(words) < 2:
        return set()
    while len(words) > 2 and words[-1] in SUFFIXES:
        words.pop()
    endings = {" ".join(words[i:]) for i in range(1, len(words)) if words[i] not in PARTICLES}
    return endings | {surname(entry.name)}


def asked_forms(text: str) -> tuple[str, str]:
    """The two forms of a text that is looked up: as a name ("Dardenne, Luc" turned round) and as a title."""
    last, comma, first = text.partition(",")
    turned = f"{first} {last}" if comma and first.strip() and "," not in first else text
    return fold(turned), fold_title(text)


def is_one_slip(left: str, right: str) -> bool:
    """Whether one letter too many, missing, wrong, or two neighbors exchanged make `left` of `right`."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1 or left == right:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    if left[at + 1 :] == right[at + 1 :]:
        return True
    return left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
