"""An HTML page as pieces of text in reading order, each with where it stands.

The parser reports elements as they open and close; no tree is kept, so that a
page nested ten thousand deep costs no more than any other of its length.

Inline elements join without a space, as in browsers, with one exception: those
that stand side by side with nothing between them are parted by the page's style
sheet, which is not read. Where one ends as a name or label does and the next
begins as one, a line end parts two links, a space two others. A piece that is two such
elements and nothing else keeps the seam, for `layout.py` to tell by its neighbors.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from lxml import etree

from filmgraph.reading.data import is_about_films, is_data_script, is_stated_meta, strip_script
from filmgraph.reading.elements import (
    BLOCKS,
    BOLD,
    HEADINGS,
    HIDDEN,
    ITEMS,
    KINDS,
    LISTS,
    NAMELESS,
    PREFORMATTED,
    REGIONS,
    TABULAR,
    find_region,
    find_shape,
    is_byline,
    is_hidden,
    is_panel,
    read_names,
)
from filmgraph.reading.microdata import Item, begins_film
from filmgraph.reading.pieces import Parsed, Piece, Place, Region
from filmgraph.reading.seams import (
    LINK_SEAM,
    SEAM,
    SEAMS,
    is_seam,
    join_seams,
    may_be_halves,
    pair_bold_lines,
    part_links,
)
from filmgraph.reading.white_space import SPACE, split_text, tidy

_NO_KIN: tuple[str, dict[str, str]] = ("", {})
_RAISED = frozenset({"sup", "sub"})
_RIGHTS = frozenset("copyright rights dcterms.rights dc.rights dcterms.license dc.rights.license".split())


def parse_page(text: str) -> Parsed:
    """Parse a page, however broken. `text` is decoded: what encoding it declares no longer matters."""
    walk = _Walk()
    target: Any = walk  # the stubs ask for a comment method, which would only cost time
    parser = etree.HTMLParser(
        target=target, encoding="utf-8", recover=True, no_network=True, huge_tree=False, remove_comments=True
    )
    with suppress(etree.LxmlError):  # nothing in it that could be a page: no pieces
        parser.feed(text.encode("utf-8"))
        parser.close()
    return walk.parsed


class _Walk:
    """Follows the parser through the page. `start`, `end`, `data` and `close` are what lxml calls."""

    def __init__(self) -> None:
        self.parsed = Parsed()
        self.place = Place()
        self.around: list[Place] = []  # the place around each open element
        self.hidden = 0  # open elements within a hidden one, itself included
        self.script: list[str] | None = None  # the text of an open script of structured data
        self.item: Item | None = None  # the open item of microdata about a film
        self.title: list[str] | None = None
        self.holders = [0, 0]  # the page, and the numbers of the open block elements
        self.kin: dict[int, tuple[str, dict[str, str]]] = {}  # the last element, so far, in each
        self.parents, self.shapes = self.parsed.parents, self.parsed.shapes
        self.blocks = 0
        self.spanning: dict[int, tuple[int, int]] = {}  # row and rows to come of a label, by table
        self.open_links = 0
        self.preformatted = 0
        self.rows = self.tables = self.lists = 0
        self.columns: dict[int, int] = {}  # cells so far, by row
        self.pairs: dict[int, tuple[int, str]] = {}  # row and tag of the last dt or dd, by list
        self._begin()

    def _begin(self) -> None:
        """Start an empty piece."""
        self.words: list[str] = []
        self.link_text: list[str] = []
        self.links = 0
        self.is_byline = False
        self.seam = ""  # what parts the next words from the last, if they need it
        self.ended = ""  # "a" or "inline": what has ended since the last words
        self.after_inline = False  # whether nothing but blanks stands behind an inline element
        self.is_bare = False  # whether words stand outside all inline elements
        self.bold: list[tuple[int, int]] = []  # which of the words are bold
        self.bold_from = -1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.item is not None:
            self.item.start(tag, attributes)
        elif "itemscope" in attributes and begins_film(attributes):
            self.item = Item(attributes)
        names = read_names(attributes["class"]) if "class" in attributes else NAMELESS
        unseen = self.hidden or tag in HIDDEN or names.hidden
        if unseen or (
            ("style" in attributes or "hidden" in attributes or tag == "dialog")
            and is_hidden(tag, attributes)
            and not is_panel(tag, attributes, *self.kin.get(self.holders[-1], _NO_KIN))
        ):
            self.hidden += 1
            if tag in ("meta", "link"):
                self._take_about(attributes)
            elif tag == "script" and is_data_script(attributes):
                self.script = []
            return
        self.around.append(self.place)
        if tag in BLOCKS:
            self._flush()
            self.blocks += 1
            holder = self.holders[-1]
            self.parents.append(holder)
            self.shapes.append(find_shape(tag, attributes) if "class" in attributes or tag in ITEMS else "")
            self.holders.append(self.blocks)
            self.kin[holder] = tag, attributes
            self._enter(tag, attributes)
            self.is_byline = names.byline or (
                ("rel" in attributes or "itemprop" in attributes) and is_byline(attributes)
            )
            return
        if tag == "br":
            self.words.append("\n")
        elif tag == "a":
            if "rel" in attributes:
                self._take_about(attributes)
            self.open_links += 1
            if self.after_inline:
                self.seam = "\n" if self.ended == "a" else SEAM if self.ended else LINK_SEAM
            if "href" in attributes:
                self.links += 1
                self.parsed.linked.add(self.holders[-1])
        elif tag == "q":
            self.words.append("“")
        elif tag == "title":
            self.title = []
        elif tag == "html":
            self.parsed.about.language = attributes.get("lang") or attributes.get("xml:lang") or ""
        elif self.after_inline:
            if names.apart:
                self.words.append("\t")
            elif not self.seam and tag not in _RAISED:
                self.seam = SEAM
        if tag in BOLD and self.bold_from < 0:
            self.bold_from = len(self.words)
        if names.byline or (("rel" in attributes or "itemprop" in attributes) and is_byline(attributes)):
            self.is_byline = True

    def end(self, tag: str) -> None:
        if self.item is not None and self.item.end():
            self._keep_script(self.item.write())
            self.item = None
        if self.hidden:
            self.hidden -= 1
            if self.script is not None:
                self._end_script()
            return
        around = self.around.pop() if self.around else Place()
        if tag in BLOCKS:
            self._flush()
            self.holders.pop()
            self.place = around
            self.preformatted -= tag in PREFORMATTED
            return
        if tag == "a":
            self.open_links -= 1
        elif tag == "q":
            self.words.append("”")
        elif tag in BOLD and self.bold_from >= 0:
            self.bold.append((self.bold_from, len(self.words)))
            self.bold_from = -1
        elif tag == "title" and self.title is not None:
            self.parsed.about.title = self.parsed.about.title or tidy("".join(self.title))
            self.title = None
        self.ended = "a" if "a" in (tag, self.ended) else "inline"
        self.after_inline = True

    def data(self, text: str) -> None:
        if self.hidden:
            if self.script is not None:
                self.script.append(text)
            return
        if self.title is not None:
            self.title.append(text)
            return
        if self.item is not None:
            self.item.data(text)
        if self.seam and self.words and (self.seam in SEAMS or is_seam(self.words[-1], text, self.seam)):
            self.words.append(self.seam)
        self.seam = self.ended = ""
        if self.preformatted:
            self.words.append(text)
        elif text.isspace() and "\xa0" not in text:
            self.words.append(" ")
        else:
            self.after_inline = False
            if not self.is_bare and len(self.around) < len(self.holders):
                self.is_bare = True  # all that is open are blocks
            plain = text.isprintable() and "  " not in text  # as most are, and no-break spaces are not
            self.words.append(text if plain else SPACE.sub(" ", text))
        if self.open_links:
            self.link_text.append(text)

    def close(self) -> None:
        self._flush()

    def _end_script(self) -> None:
        self._keep_script(strip_script("".join(self.script or ())))
        self.script = None

    def _keep_script(self, text: str) -> None:
        """Keep structured data that may be about a film."""
        if is_about_films(text):
            self.parsed.scripts.append(text)

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        """Find the place of what a block element holds."""
        here = self.place
        if tag in PREFORMATTED:
            self.preformatted += 1
        if tag in HEADINGS:
            here = here._replace(kind="heading", level=HEADINGS[tag])
            if here.region >= 0 and (tag == "h1" or self.parsed.regions[here.region].kind == "header"):
                self.parsed.regions[here.region].has_headline = True
        elif tag in LISTS:
            self.lists += here.list < 0
            here = here._replace(list=self.lists if here.list < 0 else here.list, level=here.level + 1)
        elif tag in TABULAR:
            here = self._enter_table(tag, here, attributes)
        elif tag in KINDS:
            here = Place(KINDS[tag], *here[1:])
        elif (
            "class" in attributes
            and here.kind in ("paragraph", "cell")
            and read_names(attributes["class"]).caption
        ):
            here = here._replace(kind="caption")
        region = find_region(tag, attributes) if attributes or tag in REGIONS else ""
        if region:
            self.parsed.regions.append(Region(region, here.region))
            here = here._replace(region=len(self.parsed.regions) - 1)
        self.place = here

    def _enter_table(self, tag: str, here: Place, attributes: dict[str, str]) -> Place:
        """The place within a table, row or cell, or within a definition list, term or definition."""
        if tag in ("table", "dl"):
            if tag == "table" and here.row >= 0:
                self.parsed.layout_rows.add(here.row)
            self.tables += 1
            return here._replace(kind="paragraph", table=self.tables, row=-1, column=0)
        if tag == "tr":
            row, left = self.spanning.pop(here.table, (-1, 0))
            if left:  # the label beside it counts for this row as well
                self.columns[row] = 1
                if left > 1:
                    self.spanning[here.table] = (row, left - 1)
                return here._replace(row=row)
            return here._replace(row=self._next_row())
        if tag in ("td", "th"):
            return self._enter_cell(tag, here, attributes)
        row, last = self.pairs.get(here.table, (-1, ""))
        if row < 0 or (tag == "dt" and last == "dd"):
            row = self._next_row()
        self.pairs[here.table] = (row, tag)
        return here._replace(kind=KINDS[tag], row=row, column=int(tag == "dd"))

    def _enter_cell(self, tag: str, here: Place, attributes: dict[str, str]) -> Place:
        row = here.row if here.row >= 0 else self._next_row()
        column = self.columns[row] = self.columns.get(row, 0) + 1
        if tag == "th" and column == 1 and attributes.get("colspan", "1") != "1":
            return here._replace(kind="heading", level=4, row=-1)  # over what stands below, not beside it
        rows = attributes.get("rowspan", "")
        if column == 1 and rows.isdecimal() and 1 < int(rows[:4]) < 50:
            self.spanning[here.table] = (row, int(rows[:4]) - 1)
        return here._replace(kind="cell", level=int(tag == "th"), row=row, column=column)

    def _next_row(self) -> int:
        self.rows += 1
        return self.rows

    def _take_about(self, attributes: dict[str, str]) -> None:
        """What a meta, link or a element says of the page."""
        about = self.parsed.about
        content = attributes.get("content", "").strip()
        name = (attributes.get("property") or attributes.get("name") or "").lower()
        if content and is_stated_meta(name):
            self.parsed.meta.append(f"{name}: {tidy(content)}".rstrip())
        if content and name == "og:title":
            about.shared_title = about.shared_title or content
        elif content and name in _RIGHTS:
            about.rights = about.rights or content
        elif content and attributes.get("http-equiv", "").lower() == "content-language":
            about.language = about.language or content
        elif "license" in attributes.get("rel", "").lower().split() and attributes.get("href"):
            about.rights = attributes["href"]

    def _flush(self) -> None:
        """End the piece: store its text, cut at empty lines, and begin the next."""
        if not self.words:  # as between most elements
            self.links, self.is_byline, self.after_inline = 0, False, False
            self.seam = self.ended = ""
            return
        if self.bold and len(self.bold) > 1 and "\n" in self.words and not self.preformatted:
            pair_bold_lines(self.words, self.bold)
        text = "".join(self.words)
        if text.isspace():
            self._begin()
            return
        place = self.place
        if LINK_SEAM in text:
            text = part_links(text, is_bare=self.is_bare, is_item=place.kind == "list_item")
        if SEAM in text and (self.is_bare or not may_be_halves(text)):
            text = join_seams(text)
        link_text = "".join(self.link_text)
        counts = (len(link_text), self.links, len(link_text.split()))
        if self.is_byline and place.kind == "paragraph" and len(text) <= 200:
            place = place._replace(kind="byline")
        within = self.holders[-1]
        for words in split_text(text, bool(self.preformatted)):
            if "\n" in words and (place.kind == "term" or (place.level and place.kind == "cell")):
                words = words.replace("\n", " ")  # a label that is broken to fit
            self.parsed.pieces.append(Piece(place, words, within, *counts))
            counts = (0, 0, 0)
        if place.kind == "heading" and place.level == 1 and not self.parsed.about.headline:
            self.parsed.about.headline = tidy(join_seams(text))
        self._begin()
