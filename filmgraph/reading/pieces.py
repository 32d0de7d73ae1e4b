"""What reading a page gives: pieces of text in reading order, their regions, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from filmgraph.model.document import BlockKind


class Place(NamedTuple):
    """Where a piece stands. Numbers count through the page; -1 is "none".

    `row` is a table row or a term with its definitions, `column` the cell in
    it, `table` the table or definition list, `list` the outermost list,
    `region` the nearest part of the page that may not be its matter. `level` is
    that of a heading or a list, and 1 in the header cells of a table.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = 0
    list: int = -1
    region: int = -1


class Piece(NamedTuple):
    """A run of text that a browser sets as one block, and how much of it is links.

    `within` is the number of the block element that holds it.
    """

    place: Place
    text: str
    within: int = 0
    link_characters: int = 0
    links: int = 0
    link_words: int = 0


@dataclass(slots=True)
class Region:
    """A part of the page that may lead elsewhere.

    `kind` is "frame" (navigation, footer), "related" (called so, or similar, most read …), "beside"
    (a sidebar, teaser, newsletter …), "unseen" (hidden from those who have the page read to them),
    "comments", "header", "foot" (called the page's foot), "aside" (only the element says so), "article"
    or "list". `parent` has a smaller number.
    """

    kind: str
    parent: int
    has_headline: bool = False


@dataclass(slots=True)
class About:
    """What a page says of itself in its head, and its first headline."""

    title: str = ""
    shared_title: str = ""
    headline: str = ""
    language: str = ""
    rights: str = ""


@dataclass(slots=True)
class Parsed:
    """What reading a page gives. `layout_rows` are table rows that only arrange the page.

    `parents` has for each block element, by its number, that of the one that holds it, `shapes` its
    tag and class name where boxes of one kind share them, else ""; `linked` are those with a link.
    `meta` and `scripts` are what the page says for programs: lines of meta elements, structured data.
    """

    about: About = field(default_factory=About)
    pieces: list[Piece] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    layout_rows: set[int] = field(default_factory=set)
    parents: list[int] = field(default_factory=lambda: [0])
    shapes: list[str] = field(default_factory=lambda: [""])
    linked: set[int] = field(default_factory=set)
    meta: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
