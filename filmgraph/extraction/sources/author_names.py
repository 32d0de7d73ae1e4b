"""The full names of authors who are printed by their surnames."""

from __future__ import annotations

from filmgraph.extraction.names.name_forms import is_mister, strip_possessive
from filmgraph.extraction.prose.prose import Prose
from filmgraph.model.names import fold


def is_full(name: str) -> bool:
    """Whether a name is printed in full: "Homer" and "Mrs. Gaskell" are not."""
    return " " in name and not name.startswith(("Mr", "Ms", "Miss"))


def whole_name(prose: Prose, name: str) -> str:
    """The full name that a surname stands for; "Homer" is no part called Homer Simpson.

    A name of two words or more is held as long as it is.
    """
    whole = prose.references.resolve(name)
    bare = strip_possessive(name)
    if " " in bare and not is_mister(bare) and len(whole.split()) > len(bare.split()):
        return bare
    return whole if fold(whole.split()[-1]) == fold(bare.split()[-1]) else bare
