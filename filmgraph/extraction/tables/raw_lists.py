"""Lists of raw strings, as infoboxes print them: names amid brackets, labels, joints and footnote marks.

`["Bo Ek", "(co-director)", "Executive producers:", "Ann Lee", "[1]", "and", "Cy Poe"]` is four
names, one with a note, two under a label. Nothing here knows roles: that is the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from filmgraph.extraction.names.mentions import societies
from filmgraph.model.names import SUFFIXES, fold

_FOOTNOTE = re.compile(
    r"\s*\[(?:\d{1,3}|[a-z]|n(?:b|ote) ?\d+|[A-Za-z]+ \d+|citation needed|dead link)\]", re.I
)
_STYLE = re.compile(r"^\s*\.[\w-]+[^{}]*\{|mw-parser-output")
_JOINT = re.compile(r"(?:and|&|with|et|und|y|e|og|och|[,;/.|–—-])?", re.I)
_LEADING = re.compile(r"^(?:[,;/|]\s*|(?:and|with)\s+|&\s+)+", re.I)
_TRAILING = re.compile(r"(?:\s*[,;]|\s+(?:and|&))+$", re.I)
# So many pieces may a bracket or a quotation be broken into.
_MOST_PIECES = 12
_TEMPLATE = re.compile(r"^Template:", re.I)


class Piece(NamedTuple):
    """A part of a list: a name, a label that stands before names, a note behind one, a joint between two."""

    kind: Literal["name", "label", "note", "joint"]
    text: str


def find_pieces(items: Iterable[str]) -> Iterator[Piece]:
    """The parts of a list of strings, footnote marks and style sheets left out.

    >>> [(p.kind, p.text) for p in find_pieces(["Co-directors:", "Bo Ek", "(", "uncredited", ")", "[1]"])]
    [('label', 'Co-directors'), ('name', 'Bo Ek'), ('note', 'uncredited')]
    """
    for item in _join_brackets(_tidy(items)):
        if _JOINT.fullmatch(item):
            yield Piece("joint", item)
            continue
        label = item[:-1].rstrip() if item.endswith(":") else ""
        if label:
            yield Piece("label", label.strip("()[] "))
        elif item.startswith("(") and item.endswith(")"):
            yield Piece("note", item[1:-1].strip())
        else:
            yield from _split_joints(item)


def _split_joints(item: str) -> Iterator[Piece]:
    bare = _TRAILING.sub("", _LEADING.sub("", item))
    if item.startswith(",") and bare:
        yield Piece("joint", ",")
    elif bare != item and _LEADING.match(item):
        yield Piece("joint", "and")
    if bare:
        yield Piece("name", bare)


def _tidy(items: Iterable[str]) -> Iterator[str]:
    """Strings without blanks too many, footnotes, links to other languages, style sheets."""
    link = 0
    held: str | None = None
    for raw in items:
        item = " ".join(_FOOTNOTE.sub("", raw).split())
        item = _TEMPLATE.sub("", item).strip("\u200b\ufeff ")
        if item == "[" or link:  # "[", "fr", "]"
            link = 0 if item == "]" or link > 3 else link + 1
            continue
        if not item or item == "]" or _STYLE.search(item):
            continue
        if held is not None and (item == ":" or fold(item) in SUFFIXES or item.startswith(("'s ", "’s "))):
            held += item if item == ":" else f" {item}"
            continue
        if held is not None and held.endswith(("'s", "’s")):  # "Disney's", "Cinderella"
            held += f" {item}"
            continue
        if held is not None:
            yield held
        held = None if held is not None and societies().fullmatch(f" {item}") else item
    if held is not None:
        yield held


def _join_brackets(items: Iterable[str]) -> Iterator[str]:
    """Strings with each bracket in one piece: "David Kern (", "add", ")" is "David Kern (add)"."""
    open_: list[str] = []
    for item in items:
        open_.append(item)
        joined = " ".join(open_)
        depth = joined.count("(") - joined.count(")")
        if depth > 0 and len(open_) < _MOST_PIECES:
            continue
        if depth < 0:
            joined = joined.replace(")", "", -depth) if "(" not in joined else joined
        if joined.strip("() "):
            yield joined.replace("( ", "(").replace(" )", ")").strip()
        open_ = []
    if open_:
        yield from (item for piece in open_ if (item := piece.strip("() ")))
