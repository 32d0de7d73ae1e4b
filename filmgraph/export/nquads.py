"""N-Quads (W3C Recommendation, 2014): read line by line, and written sorted.

The other RDF syntaxes are written from what is read here. rdflib's writers are
not used: their order changes from run to run for named graphs, and they hold
the whole graph several times over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmgraph.errors import FilmgraphError
from filmgraph.model.terms import XSD_STRING

_IRI = r"<([^\x00-\x20<>\"{}|^`\\]*(?:\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|[^\x00-\x20<>\"{}|^`\\])*)>"
_BLANK = r"(_:[^\s<>\"]*[^\s<>\".])"
_LITERAL = r'"((?:[^"\\\n\r]|\\.)*)"(?:\^\^' + _IRI + r"|@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?"
_LINE = re.compile(
    rf"[ \t]*(?:{_IRI}|{_BLANK})[ \t]*{_IRI}[ \t]*(?:{_IRI}|{_BLANK}|{_LITERAL})"
    rf"[ \t]*(?:{_IRI}|{_BLANK})?[ \t]*\.[ \t]*(?:#.*)?"
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_NAMED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An IRI, or a blank node's label with its `_:`."""

    value: str


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A literal: lexical form, datatype IRI, language tag ("" for none)."""

    value: str
    datatype: str = XSD_STRING
    language: str = ""


Object = Node | Text


@dataclass(frozen=True, slots=True)
class Statement:
    """A quad; `graph` is "" for the default graph."""

    subject: Node
    predicate: str
    object: Object
    graph: str

    @property
    def key(self) -> tuple[str, str, str, bool, str, str, str]:
        """What statements are sorted by: graph, subject, predicate, then IRIs before literals."""
        o = self.object
        told = (o.datatype, o.language) if isinstance(o, Text) else ("", "")
        return (self.graph, self.subject.value, self.predicate, isinstance(o, Text), o.value, *told)


def render(nquads: bytes) -> bytes:
    """The lines sorted, each once; a line keeps its form."""
    lines = sorted({line.strip() for line in nquads.splitlines() if line.strip()})
    return b"".join(line + b"\n" for line in lines)


def read_statements(nquads: bytes) -> list[Statement]:
    """The distinct statements of an N-Quads document, sorted by graph, subject, predicate and object.

    Raises FilmgraphError naming the line that is not N-Quads.
    """
    return sorted(set(_read(nquads)), key=lambda s: s.key)


def _read(nquads: bytes) -> Iterator[Statement]:
    # Only newlines end a line of N-Quads; str.splitlines would also cut at U+2028.
    for number, line in enumerate(re.split(r"[\r\n]+", nquads.decode("utf-8")), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise FilmgraphError(f"Line {number} of the store's dump is not N-Quads: {line[:80]!r}.")
        iri, blank, predicate, o_iri, o_blank, text, datatype, language, g_iri, g_blank = found.groups()
        value: Object
        if text is not None:
            value = Text(_unescape(text), _unescape(datatype or XSD_STRING), (language or "").lower())
        else:
            value = _node(o_iri, o_blank)
        graph = _node(g_iri, g_blank).value if g_iri is not None or g_blank else ""
        yield Statement(_node(iri, blank), _unescape(predicate), value, graph)


def _node(iri: str | None, blank: str | None) -> Node:
    return Node(blank) if blank else Node(_unescape(iri or ""))


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _NAMED.get(m[3], m[3]), text)
