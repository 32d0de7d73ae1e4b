"""The text of a page with the lines of its prose joined, for what reads sentences as they are printed."""

from __future__ import annotations

from filmgraph.extraction.page import Page
from filmgraph.extraction.prose.masking import PROSE_KINDS
from filmgraph.extraction.prose.prose import Prose


def joined_text(prose: Prose) -> str:
    """The text with the lines of prose joined that only the margin parts, and all blanks plain."""
    return prose.page.once("joined prose", lambda: plain_blanks(_joined(prose.page, prose.page.text)))


def plain_blanks(text: str) -> str:
    """A text with plain blanks for those that hold words together, as long as it was."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _joined(page: Page, text: str) -> str:
    out: list[str] = []
    for n in range(len(page.lines) - 1):
        line, below = page.lines[n], page.lines[n + 1]
        wide = line.end - line.start >= 45
        if (
            wide
            and page.gaps[n + 1] == 0
            and page.kinds[n] in PROSE_KINDS
            and text[line.end - 1] not in '.!?:”"'
        ):
            out = out or list(text)
            for at in range(line.end, below.start):
                out[at] = " "
    return "".join(out) if out else text
