"""What a page says of another film's people beside that film's title: nobody in it is credited.

"Scorsese's The Departed (screenplay by William Monahan)" in a sentence, and a second film's own head on the
page, "THE PAST A film by Asghar Farhadi starring Bérénice Bejo".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filmgraph.extraction.films.item_ties import NAME_WORDS
from filmgraph.extraction.names.mentions import UPPER
from filmgraph.extraction.prose.masking import FULL, SINGLE, TITLE
from filmgraph.extraction.prose.prose import Prose
from filmgraph.model.document import Span
from filmgraph.model.names import fold_title

_BRACKET = re.compile(
    rf"(?:{TITLE}|(?<=['’]s )[{FULL}{SINGLE}])['’\"”»]? ?"
    r"(?P<bracket>[(\[][^()\[\]\n]{0,120}?(?:(?:by|von|par|di|de|van|av|af|por) |d['’])"
    rf"[{FULL}{SINGLE}][^()\[\]\n]{{0,200}}[)\]])"
)
# Who played somebody stands in a bracket behind the part's name, too, which quotation marks may set off.
_PLAYED = re.compile(
    r"\b(?:play|voice|portray|gespielt|verk[öo]rper|dargestellt|gesprochen|jou[ée]|interpr[eé]t|incarn"
    r"|gespeeld|vertolk|spela|spill|gra[nł]|encarnad|vivid|dobrad|doblad|doubl|dubb)\w*"
)
_FILM_BY = re.compile(
    rf"(?P<title>[{UPPER}\d][{UPPER}\d'’!?,&:-]*(?: [{UPPER}\d][{UPPER}\d'’!?,&:-]*){{0,7}})"
    rf"(?: \([^()\n]{{2,60}}\))?\s{{1,2}}(?i:a film by|un film de|un film di|ein film von|een film van"
    rf"|en film av|en film af|um filme de) (?P<who>{NAME_WORDS})(?P<cast> (?i:starring|with|avec|mit|con|com"
    rf"|met|med) [^.;\n]{{3,160}})?"
)


class SecondHead(NamedTuple):
    """Another film's head: its title, its director, and all that the head says."""

    title: Span
    director: Span
    extent: Span


def find_told_beside(prose: Prose) -> Iterator[Span]:
    """The brackets behind other films' titles in sentences that tell who made those films."""
    for piece in prose.pieces:
        if TITLE not in piece.masked or "(" not in piece.masked:
            continue
        for match in _BRACKET.finditer(piece.masked):
            if not _PLAYED.search(match["bracket"]):
                yield piece.span(*match.span("bracket"))


def find_second_heads(prose: Prose, flat: str) -> Iterator[SecondHead]:
    """The heads of other films behind the page's own: a title in capitals, "A film by" and a name."""
    lower = prose.page.lower
    if lower.count(" film by ") + lower.count("un film d") + lower.count(" film von ") < 2:
        return
    seen_own = False
    for match in _FILM_BY.finditer(flat):
        key = fold_title(match["title"])
        own = any(key.endswith(title) or title.endswith(key) for title in prose.own_titles if title)
        if seen_own and not own:
            yield SecondHead(Span(*match.span("title")), Span(*match.span("who")), Span(*match.span()))
        seen_own = seen_own or own
