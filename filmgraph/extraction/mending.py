"""Text made fit to be masked: letters that were read in a wrong encoding put right, at their places."""

from __future__ import annotations

import re

# An empty combining sign that keeps the length of a mended text.
FILLER = "\u0335"
_SIGNS = re.compile("[\ue000-\ue0ff]")
_MOJIBAKE = re.compile("[ÂÃÄÅ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜‘’‚“”„†‡•…‰‹›€™]")


def mend(text: str) -> str:
    """`text` with letters that were read as windows-1252 put right, its length unchanged.

    A mended letter is followed by an empty combining sign, so that offsets stay true.

    >>> from filmgraph.model.names import fold
    >>> len(mend("FranÃ§ois")) == len("FranÃ§ois"), fold(mend("FranÃ§ois"))
    (True, 'francois')
    """
    if _SIGNS.search(text):
        text = _SIGNS.sub("\ufffd", text)  # what stands for names here must not stand in the document
    if "Ã" not in text and "Å" not in text:
        return text
    return _MOJIBAKE.sub(_mend_letter, text)


def _mend_letter(match: re.Match[str]) -> str:
    try:
        letter = match.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match.group()
    return letter + FILLER if letter.isalpha() else match.group()
