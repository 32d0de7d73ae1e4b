"""Names that are printed in capitals only, in the letters they are otherwise written with.

What a document prints is kept as printed; this is for the one form that we hold.
"""

from __future__ import annotations

import re

from filmgraph.model.names import PARTICLES

_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = re.compile(r"[^\W\d_]{4,}")
# Small words inside a title, in the languages we read.
_SMALL = frozenset(
    "a an and as at but by for from in of on or the to with au aux d de des du en et l la le les ou un une"
    " das dem den der die ein eine im und von zum zur da dei del della di e il lo nel el los las y".split()
)


def is_shouted(text: str) -> bool:
    """Whether a text is in capitals and long enough for these to be no abbreviation.

    >>> is_shouted("RUST AND BONE"), is_shouted("UGC"), is_shouted("R.M.N.")
    (True, False, False)
    """
    return text.isupper() and _LONG.search(text) is not None


def soften_title(title: str) -> str:
    """A title in capitals as titles are written.

    >>> soften_title("LE GAMIN AU VÉLO"), soften_title("Amour"), soften_title("L'EXERCICE DE L'ÉTAT")
    ('Le Gamin au Vélo', 'Amour', "L'Exercice de l'État")
    """
    return _soften(title, _SMALL) if is_shouted(title) else title


def soften_name(name: str) -> str:
    """A person's name in capitals as names are written.

    >>> soften_name("JULIEN PONCET DE LA GRAVE"), soften_name("JEAN O'BRIEN"), soften_name("J.J. ABRAMS")
    ('Julien Poncet de la Grave', "Jean O'Brien", 'J.J. Abrams')
    """
    return _soften(name, PARTICLES) if is_shouted(name) else name


def _soften(text: str, small: frozenset[str]) -> str:
    def write(found: re.Match[str]) -> str:
        word = found[0]
        if found.start() and word.lower() in small and text[found.start() - 1] == " ":
            return word.lower()
        return word[0] + word[1:].lower()

    return _LETTERS.sub(write, text)
