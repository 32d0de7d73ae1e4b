"""RDF in any syntax as a table of statements: the stored text is N-Triples, one a line, in file order.

Nothing is fetched: contexts of JSON-LD have to be in the file, entities of XML have to be plain texts in it.
Blank nodes are numbered in the order in which they appear, so that one file always gives one text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from filmgraph.errors import ReadError
from filmgraph.model.document import Document, Row, Span
from filmgraph.reading.credit_lists import shorten
from filmgraph.reading.encoding import decode
from filmgraph.reading.source import MEGABYTE, Reader, Source, hash_text
from filmgraph.reading.text import check_has_words

# What relative addresses stand under: nowhere on the web.
_BASE = "file:///"
_FORMATS = {
    ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML, ".owl": RdfFormat.RDF_XML, ".n3": RdfFormat.N3,
}  # fmt: skip
_HEAD = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_LINES = rb"\s*(?:#[^\n]*\n\s*)*"
_OPENINGS: tuple[tuple[re.Pattern[bytes], RdfFormat], ...] = (
    (re.compile(_HEAD + rb"(?:<rdf:RDF\b|<!DOCTYPE\s+rdf:RDF\b)", re.S), RdfFormat.RDF_XML),
    (re.compile(_LINES + rb"(?:@prefix|@base|PREFIX|BASE)\s+[\w.-]*:?\s*<"), RdfFormat.TRIG),
    (re.compile(_LINES + rb"(?:<[a-z]+:[^<>\s]+>|_:\w+)\s+<[a-z]+:[^<>\s]+>\s+[<\"_]"), RdfFormat.TRIG),
)
_BY_LINE = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)
_IN_TURTLE = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3)
_PREFIXES = re.compile(rb"^\s*(?:@prefix|@base|PREFIX|BASE)\b[^\n]*$", re.M | re.I)
_NEXT_STATEMENT = re.compile(rb"\.[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?=[<_\[]|[A-Za-z][\w-]*:)")
_MOST_ERRORS = 1000
_ENTITY = re.compile(rb"<!ENTITY\s+(?:%\s*)?[\w:.-]+\s+([^>]*)>")
_NESTED = re.compile(rb"&(?!#|amp;|lt;|gt;|quot;|apos;)")
_LONGEST_ENTITY = 1000


def read_statements(source: Source) -> Document:
    """Read an RDF file; the syntax is told by its first bytes, else by its suffix.

    Statements that are not well formed are left out and listed in `wrong`. Raises
    ReadError where no statement could be read.
    """
    syntax = _find_syntax(source)
    return build_statements(source, source.data, syntax)


def build_statements(source: Source, data: bytes, syntax: RdfFormat) -> Document:
    """The document of the statements in `data`."""
    decoded = decode(data, source.name)
    check_has_words(decoded.text, source.name)
    if syntax == RdfFormat.RDF_XML:
        _check_entities(data, source.name)
    wrong: list[str] = []
    lines: dict[str, tuple[str, str, str, str]] = {}
    names: dict[str, str] = {}
    for quad in _parse(decoded.text.encode(), syntax, wrong):
        cells = _write_cells(quad, names)
        if cells is not None:
            lines.setdefault(_write_line(*cells), cells)
    if not lines:
        why = wrong[0] if wrong else "it holds no statement"
        raise ReadError(f"{source.name}: no RDF statement in it could be read; {why}")
    text = "".join(lines)
    rows, here = [], 0
    for number, (line, cells) in enumerate(lines.items(), start=1):
        named = tuple(zip(("subject", "predicate", "object", "type"), cells, strict=True))
        rows.append(Row(number, Span(here, here + len(line) - 1), named))
        here += len(line)
    return Document(
        text=text,
        sha256=hash_text(text),
        origin=source.place(),
        media_type="application/n-triples",
        rows=tuple(rows),
        notes=decoded.notes,
        wrong=tuple(shorten(wrong)),
    )


def _recognizes(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf")
    return any(pattern.match(text) for pattern, _ in _OPENINGS)


STATEMENTS = Reader("RDF", frozenset(_FORMATS), 200 * MEGABYTE, _recognizes, read_statements)


def _find_syntax(source: Source) -> RdfFormat:
    named = next((f for suffix, f in _FORMATS.items() if source.name.lower().endswith(suffix)), None)
    head = source.data[:8192].removeprefix(b"\xef\xbb\xbf")
    told = next((f for pattern, f in _OPENINGS if pattern.match(head)), None)
    if told == RdfFormat.RDF_XML or named is None:
        return told or RdfFormat.TRIG
    return named


def _check_entities(data: bytes, name: str) -> None:
    """Raises ReadError where entities stand elsewhere, or are made of others: those can grow without end."""
    for match in _ENTITY.finditer(data):
        value = match[1].strip()
        if not value.startswith((b'"', b"'")) or _NESTED.search(value) or len(value) > _LONGEST_ENTITY:
            raise ReadError(
                f"{name} declares XML entities that stand in other files or are made of others; "
                "they are never fetched or expanded: save it with its entities written out"
            )


def _parse(data: bytes, syntax: RdfFormat, wrong: list[str]) -> Iterator[Quad]:
    """The quads of `data`; after an error it goes on with the next line or statement, if there are such."""
    prefixes = b""
    start = line = 0  # of the rest that is still to be read
    for _ in range(_MOST_ERRORS):
        here = io.BytesIO(prefixes + data[start:] if prefixes else data)
        here.seek(0 if prefixes else start)
        try:
            yield from parse(here, format=syntax, base_iri=_BASE)
            return
        except SyntaxError as error:
            at = line + max(1, error.lineno or 1) - prefixes.count(b"\n")
            reason = re.sub(r"^Parser error (?:at|between) .*?: |\s*\(line \d+\)$", "", str(error.msg))
            wrong.append(f"line {at}: no RDF ({reason}); skipped")
        except ValueError as error:
            wrong.append(f"no RDF ({error}); skipped")
            return
        if syntax not in (*_BY_LINE, *_IN_TURTLE):
            wrong[-1] = wrong[-1].replace("; skipped", "; what follows it is left out")
            return
        broken, start = _find_line(data, start, at - line - 1), _find_line(data, start, at - line)
        if syntax in _IN_TURTLE:
            found = _NEXT_STATEMENT.search(data, broken)
            if found is None:
                return
            prefixes = b"".join(m.group().strip() + b"\n" for m in _PREFIXES.finditer(data, 0, start))
            start = found.end()
        line = data.count(b"\n", 0, start)
        if start >= len(data):
            return
    wrong.insert(
        0, f"line {line + 1}: {_MOST_ERRORS:,} statements before it are no RDF; the rest is left out"
    )


def _find_line(data: bytes, start: int, lines: int) -> int:
    """Where the line after the next `lines` lines begins."""
    for _ in range(lines):
        end = data.find(b"\n", start)
        if end < 0:
            return len(data)
        start = end + 1
    return start


def _write_cells(quad: Quad, names: dict[str, str]) -> tuple[str, str, str, str] | None:
    """Subject, predicate, object and the object's type ("iri", "literal…"); None for no plain triple."""
    subject, value = quad.subject, quad.object
    if not isinstance(subject, NamedNode | BlankNode):
        return None
    if isinstance(value, Literal):
        tag = f"@{value.language}" if value.language else f"^^{value.datatype.value}"
        return _name(subject, names), quad.predicate.value, value.value, f"literal{tag}"
    if isinstance(value, NamedNode | BlankNode):
        return _name(subject, names), quad.predicate.value, _name(value, names), "iri"
    return None


def _name(node: NamedNode | BlankNode, names: dict[str, str]) -> str:
    if isinstance(node, NamedNode):
        return node.value
    return names.setdefault(node.value, f"_:b{len(names) + 1}")


def _write_line(subject: str, predicate: str, value: str, kind: str) -> str:
    """A statement as a line of N-Triples."""
    if kind == "iri":
        return f"{_write_node(subject)} <{predicate}> {_write_node(value)} .\n"
    _, mark, rest = kind.partition("@") if "@" in kind else kind.partition("^^")
    plain = str(Literal(value))
    if mark == "@":
        return f"{_write_node(subject)} <{predicate}> {plain}@{rest} .\n"
    typed = "" if rest.endswith("XMLSchema#string") else f"^^<{rest}>"
    return f"{_write_node(subject)} <{predicate}> {plain}{typed} .\n"


def _write_node(name: str) -> str:
    return name if name.startswith("_:") else f"<{name}>"
