"""What a page says of itself for programs: structured data and meta elements, behind its text.

The extractors of text never see these blocks: `set_aside` takes them away, and
`hear_data` compares what they say with what the text was found to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.structured.json_places import MOST_TOKENS, Node, read_json
from filmgraph.extraction.structured.schema_nodes import Nodes
from filmgraph.extraction.structured.schema_org import SECTION, SchemaReader
from filmgraph.extraction.structured.second_voice import join_stated, join_voices
from filmgraph.model.document import Block, Document, Span
from filmgraph.model.facts import Evidence, FilmFacts, Stated, Unread
from filmgraph.model.names import fold

_MAX_FILMS = 200
_LONGEST = 120
_META = re.compile(r"(?P<name>[\w:.]+): (?P<value>[^\n]+)")
_SHARED = re.compile(
    r"^og:title: (?P<title>[^\n|•()]{1,60}?)(?: \((?P<year>(?:18[89]|19\d|20\d)\d)\))?(?: [|•–—-] [^\n]*)?$",
    re.M,
)
_DATE = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")


def set_aside(document: Document) -> tuple[Document, tuple[Block, ...]]:
    """A page without what it says for programs, and the blocks in which it says that."""
    if not document.blocks or document.blocks[-1].kind != "data":
        return document, ()
    shown = tuple(b for b in document.blocks if b.kind != "data")
    data = document.blocks[len(shown) :]
    text = document.text[: data[0].span.start].rstrip()
    return replace(document, text=text, blocks=shown), data


def hear_data(
    document: Document, films: tuple[FilmFacts, ...], data: Sequence[Block], roles: RoleCatalog
) -> tuple[FilmFacts, ...]:
    """The films of a page's text with what its data says of them; the data's where the text has none."""
    text = document.text
    tops, broken = _read_scripts(text, [b for b in data if text[b.span.start] in "{["])
    nodes = Nodes(tops)
    reader = SchemaReader(text, nodes, roles)
    found = (reader.read_film(n, document.sha256, str(k + 1)) for k, n in enumerate(nodes.films[:_MAX_FILMS]))
    told = [film for film in found if film is not None]
    about = reader.read_review(len(nodes.films))
    about += tuple(_read_meta(text, data[0].span, {s.field for s in about}))
    if films:
        films, apart = join_voices(films, told, roles)
        unread = tuple(_list_apart(text, apart)) + broken
    else:
        films, unread = tuple(told), broken
    if not films:
        return ()
    first = replace(films[0], unread=films[0].unread + unread)
    if len(films) == 1:
        if first.first("title") is None:
            about += tuple(_read_title(text, data[0].span))
        stated, disputes = join_stated(first.stated, about)
        first = replace(first, stated=stated, contradictions=first.contradictions + disputes)
    return (first, *films[1:])


def read_data_file(document: Document, roles: RoleCatalog) -> tuple[FilmFacts, ...]:
    """The films of a JSON-LD file, wherever in its lists and graphs they stand; broken objects are unread."""
    text = document.text
    tops, broken = _read_scripts(text, document.blocks, most=len(text))
    nodes = Nodes(tops, is_file=True)
    reader = SchemaReader(text, nodes, roles)
    found = (reader.read_film(n, document.sha256, str(k + 1)) for k, n in enumerate(nodes.films))
    films = [film for film in found if film is not None]
    if broken and films:
        films[0] = replace(films[0], unread=films[0].unread + broken)
    return tuple(films)


def _read_scripts(
    text: str, blocks: Sequence[Block], most: int = MOST_TOKENS
) -> tuple[list[Node], tuple[Unread, ...]]:
    tops: list[Node] = []
    broken = []
    for block in blocks:
        node = read_json(text, block.span.start, block.span.end, most)
        if node is not None:
            tops.append(node)
            continue
        span = Span(block.span.start, min(block.span.end, block.span.start + _LONGEST))
        broken.append(Unread(span, span.of(text), SECTION, "structured data that is broken"))
    return tops, tuple(broken)


def _list_apart(text: str, films: Sequence[FilmFacts]) -> Iterator[Unread]:
    """The names of films that the data describes and the text is not about."""
    for film in films:
        title = next(s for s in film.stated if s.field == "title")
        if film.credits:
            yield Unread(
                title.evidence.span, title.evidence.quote, SECTION, "structured data of another film"
            )


def _read_meta(text: str, span: Span, known: set[str]) -> Iterator[Stated]:
    """Critic, outlet and date of the page where its meta elements name them and structured data does not."""
    if text[span.start] in "{[":
        return
    groups = load_patterns("structured")
    for match in _META.finditer(text, span.start, span.end):
        name, value = fold(match["name"]), match["value"].strip()
        field = next((f for f in ("critic", "outlet", "review_date") if name in groups[f]), None)
        date = _DATE.match(value) if field == "review_date" else None
        value = date[0] if date else value
        if field and field not in known and len(value) <= _LONGEST and _fits(field, value):
            known.add(field)
            place = Span(match.start(), match.start("value") + len(value))
            evidence = Evidence(place, place.of(text), f"meta/{field.replace('_', '-')}", SECTION, 0.8)
            yield Stated(field, value, evidence)


def _read_title(text: str, span: Span) -> Iterator[Stated]:
    """The film's title where a page's own title is no headline: "Amour", "Amour (2012)", "Amour | Outlet"."""
    match = _SHARED.search(text, span.start, span.end)
    if match is None or not load_patterns("titles")["rubric"].isdisjoint(fold(match["title"]).split()):
        return
    place = Span(*match.span("title"))
    for field, at in (("title", place), ("year", Span(*match.span("year")))):
        if at.end > at.start:
            evidence = Evidence(at, at.of(text), f"meta/{field}", SECTION, 0.7)
            yield Stated(field, at.of(text), evidence)


def _fits(field: str, value: str) -> bool:
    if field == "review_date":
        return _DATE.fullmatch(value) is not None
    if "://" in value or "@" in value or not any(map(str.isalpha, value)):
        return False
    if field == "outlet":
        return len(value) <= 60
    return " " in value and looks_like_person(value) and not looks_like_company(value)
