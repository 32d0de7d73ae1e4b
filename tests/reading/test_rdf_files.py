"""RDF files: one text of statements whatever the syntax, nothing fetched, bad statements left out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from filmgraph.errors import ReadError
from filmgraph.model.document import Document
from filmgraph.model.records import find_row_spans
from filmgraph.reading import read_document
from filmgraph.reading.source import Source
from filmgraph.reading.statements import read_statements

TURTLE = """@prefix schema: <https://schema.org/> .
<http://example.org/rosetta> a schema:Movie ; schema:name "Rosetta"@fr ;
    schema:director [ schema:name "Luc Dardenne" ] .
"""
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LINES = [
    f"<http://example.org/rosetta> <{TYPE}> <https://schema.org/Movie> .",
    '<http://example.org/rosetta> <https://schema.org/name> "Rosetta"@fr .',
    "<http://example.org/rosetta> <https://schema.org/director> _:b1 .",
    '_:b1 <https://schema.org/name> "Luc Dardenne" .',
]
XML = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:schema="https://schema.org/">
  <schema:Movie rdf:about="http://example.org/rosetta"><schema:name xml:lang="fr">Rosetta</schema:name>
    <schema:director>
      <rdf:Description><schema:name>Luc Dardenne</schema:name></rdf:Description>
    </schema:director>
  </schema:Movie>
</rdf:RDF>
"""


def read(text: str | bytes, name: str = "graph.ttl") -> Document:
    document = read_statements(Source(name, text.encode() if isinstance(text, str) else text))
    assert find_row_spans(document.text, document.media_type) == tuple(row.span for row in document.rows)
    return document


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("graph.ttl", TURTLE),
        ("graph.trig", TURTLE),
        ("graph.n3", TURTLE),
        ("graph.nt", "\n".join(LINES)),
        ("graph.nq", "\n".join(LINES)),
        ("graph.rdf", XML),
        ("graph.xml", XML),
        ("graph.txt", TURTLE),
        (
            "graph.jsonld",
            '{"@context": {"@vocab": "https://schema.org/"}, "@id": "http://example.org/rosetta", '
            '"@type": "Movie", "name": {"@value": "Rosetta", "@language": "fr"}, '
            '"director": {"name": "Luc Dardenne"}}',
        ),
    ],
)  # fmt: skip
def test_every_syntax_gives_the_same_statements(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    first, again = read_document(tmp_path / name), read_document(tmp_path / name)
    assert sorted(first.text.splitlines()) == sorted(LINES)
    assert first.sha256 == again.sha256


def test_each_statement_is_a_row_in_its_place() -> None:
    document = read(TURTLE)
    assert [row.span.of(document.text) for row in document.rows] == document.text.splitlines()
    assert dict(document.rows[0].cells)["object"].endswith("Movie")


def test_a_bad_statement_costs_itself_only() -> None:
    lines = [f'<http://x.org/{n}> <https://schema.org/name> "Film {n}" .' for n in range(100)]
    lines[49] = '<http://x.org/49> <https://schema.org/name> "Film 49 .'
    document = read("\n".join(lines), "graph.nt")
    assert len(document.rows) == 99
    assert document.wrong[0].startswith("line 50: no RDF (Line jumps")
    turtle = read("@prefix s: <https://schema.org/> .\n" + "\n".join(lines), "graph.ttl")
    assert len(turtle.rows) == 99 and turtle.wrong[0].startswith("line 51: ")


def test_what_came_before_an_error_in_xml_is_kept() -> None:
    document = read(XML.replace("</schema:director>", "</schema:actor>"), "graph.rdf")
    assert len(document.rows) >= 2 and "what follows it is left out" in document.wrong[0]


def test_entities_are_neither_fetched_nor_multiplied() -> None:
    plain = '<!DOCTYPE rdf:RDF [<!ENTITY schema "https://schema.org/">]>\n<rdf:RDF '
    assert read(
        XML.replace('"https://schema.org/"', '"&schema;"').replace("<rdf:RDF ", plain), "graph.rdf"
    ).rows
    for entity in ('x SYSTEM "file:///etc/passwd"', 'a "aaaa"> <!ENTITY b "&a;&a;"', f'a "{"a" * 5000}"'):
        with pytest.raises(ReadError, match="never fetched or expanded"):
            read(XML.replace("<rdf:RDF ", f"<!DOCTYPE rdf:RDF [<!ENTITY {entity}>]>\n<rdf:RDF "), "graph.rdf")


@pytest.mark.parametrize("text", ["", "no rdf at all", "<<<", "@prefix s: <https://schema.org/> ."])
def test_a_file_without_statements_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match=r"graph\.ttl"):
        read(text)


def test_many_errors_take_their_time_only() -> None:
    start = time.process_time()
    lines = ['<http://x.org/1> <http://x.org/y> "z .', '<http://x.org/1> <http://x.org/y> "z" .'] * 5_000
    document = read("\n".join(lines), "graph.nt")
    assert document.rows
    assert document.wrong[0] == "line 2000: 1,000 statements before it are no RDF; the rest is left out"
    assert time.process_time() - start < 10
