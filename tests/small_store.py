"""A small store: two films, four people, a team, a company, one text and one table."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from filmgraph.catalogs.namespaces import FG, ID, OA, RDF, SCHEMA, XSD
from filmgraph.model.knowledge import NameEntry
from filmgraph.model.sources import SourceRecord
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.store import open_writer

TEXT = "Two Days, One Night\nDirectors, screenplay, Jean-Pierre Dardenne, Luc Dardenne.\n"
TABLE = 'film,director\n"Amour","Haneke,\nMichael"\n\nHidden,Michael Haneke\n'


def sha256(text: str) -> str:
    """The hash that names a document."""
    return hashlib.sha256(text.encode()).hexdigest()


def source(origin: str, text: str, media_type: str = "text/plain") -> SourceRecord:
    """The record of a source."""
    return SourceRecord(origin, sha256(text), media_type)


def name_quads(*names: str) -> list[Quad]:
    """One film a name, each with its type and name."""
    quads = []
    for name in names:
        film = IRI(f"{ID}film/{name}")
        quads.append(Quad(film, IRI(f"{RDF}type"), IRI(f"{SCHEMA}Movie")))
        quads.append(Quad(film, IRI(f"{SCHEMA}name"), Literal(name)))
    return quads


@dataclass(frozen=True)
class Sample:
    """The content of the small store."""

    quads: tuple[Quad, ...]
    names: tuple[NameEntry, ...]
    sources: tuple[SourceRecord, ...]


def _make_sample() -> Sample:
    document = IRI(f"{ID}doc/{sha256(TEXT)[:16]}")
    attestation = IRI(f"{document.value}#char=44,65")
    luc, jean_pierre = f"{ID}agent/luc-dardenne", f"{ID}agent/jean-pierre-dardenne"
    quads = [
        *name_quads("two-days-one-night-2014", "amour-2012"),
        Quad(IRI(f"{ID}film/amour-2012"), IRI(f"{SCHEMA}datePublished"), Literal("2012", f"{XSD}gYear")),
        Quad(IRI(f"{ID}film/amour-2012"), IRI(f"{SCHEMA}alternateName"), Literal('Liebe\n"Amor" \\ é')),
        Quad(attestation, IRI(f"{OA}exact"), Literal("Jean-Pierre Dardenne,"), document),
        Quad(attestation, IRI(f"{FG}rule"), Literal("crew-block/label"), document),
    ]
    names = (
        NameEntry("Luc Dardenne", luc, "person", "Luc Dardenne", 8),
        NameEntry("Jean-Pierre Dardenne", jean_pierre, "person", "Jean-Pierre Dardenne", 8),
        NameEntry("Michael Haneke", f"{ID}agent/michael-haneke", "person", "Michael Haneke", 12),
        NameEntry("Lars von Trier", f"{ID}agent/lars-von-trier", "person", "Lars von Trier", 14),
        NameEntry(
            "Dardenne brothers", f"{ID}agent/dardenne-brothers", "team", "Dardenne brothers", 7,
            (jean_pierre, luc),
        ),
        NameEntry("Les Films du Fleuve", f"{ID}agent/fleuve", "organization", "Les Films du Fleuve", 9),
        NameEntry("The Child", f"{ID}film/the-child-2005", "film", "The Child", 11),
        NameEntry("L'Enfant", f"{ID}film/the-child-2005", "film", "The Child", 11),
    )  # fmt: skip
    return Sample(tuple(quads), names, (source("a.txt", TEXT), source("b.csv", TABLE, "text/csv")))


SAMPLE = _make_sample()


def publish(path: Path, sample: Sample = SAMPLE) -> int:
    """Publish the sample into the store at `path`."""
    with open_writer(path, create=True) as writer:
        writer.put_document(TEXT, sha256(TEXT))
        writer.put_document(TABLE, sha256(TABLE))
        return writer.publish(sample.quads, sample.names, sample.sources)
