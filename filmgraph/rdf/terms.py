"""The terms that the graph is written with, each built once."""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.catalogs import namespaces as ns
from filmgraph.model.terms import IRI, Literal

A = IRI(ns.RDF + "type")
NAME = IRI(ns.SCHEMA + "name")
ALTERNATE_NAME = IRI(ns.SCHEMA + "alternateName")
SAME_AS = IRI(ns.SCHEMA + "sameAs")
DATE_PUBLISHED = IRI(ns.SCHEMA + "datePublished")
DURATION = IRI(ns.SCHEMA + "duration")
COUNTRY = IRI(ns.SCHEMA + "countryOfOrigin")
LANGUAGE = IRI(ns.SCHEMA + "inLanguage")
ITEM_REVIEWED = IRI(ns.SCHEMA + "itemReviewed")
AUTHOR = IRI(ns.SCHEMA + "author")
MEMBER = IRI(ns.FOAF + "member")
SOURCE = IRI(ns.DCTERMS + "source")
RIGHTS = IRI(ns.DCTERMS + "rights")
FORMAT = IRI(ns.DCTERMS + "format")
DATE = IRI(ns.DCTERMS + "date")
REPLACED_BY = IRI(ns.DCTERMS + "isReplacedBy")
EXACT = IRI(ns.OA + "exact")
COMMENT = IRI(ns.RDFS + "comment")
INFORMED_BY = IRI(ns.PROV + "wasInformedBy")

MOVIE = IRI(ns.SCHEMA + "Movie")
REVIEW = IRI(ns.SCHEMA + "Review")
DIGITAL_DOCUMENT = IRI(ns.SCHEMA + "DigitalDocument")
CREATIVE_WORK = IRI(ns.SCHEMA + "CreativeWork")
BOOK = IRI(ns.SCHEMA + "Book")
CONTRIBUTOR = IRI(ns.SCHEMA + "contributor")
KINDS = {
    "person": IRI(ns.SCHEMA + "Person"),
    "organization": IRI(ns.SCHEMA + "Organization"),
    "team": IRI(ns.FG + "CreativeTeam"),
}

# The property that a film's stated field fills.
FIELDS = {
    "title": NAME,
    "original_title": IRI(ns.FG + "originalTitle"),
    "alternative_title": ALTERNATE_NAME,
    "year": DATE_PUBLISHED,
    "runtime_min": DURATION,
    "country": COUNTRY,
    "language": LANGUAGE,
}
_IRI = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")
# How a film is tied to the work it was made from; a grade is named by its property.
GRADES = {
    "based_on": IRI(ns.SCHEMA + "isBasedOn"),
    "inspired_by": IRI(ns.FG + "inspiredBy"),
    "suggested_by": IRI(ns.FG + "suggestedBy"),
    "remake_of": IRI(ns.FG + "remakeOf"),
}
# Kinds of source work that are printed between covers.
_BOOKS = ("novel", "novella", "book", "short stor", "memoir", "autobiograph", "biograph", "stories", "diary")


@lru_cache(maxsize=256)
def fg(name: str) -> IRI:
    """The project's own term `name`."""
    return IRI(ns.FG + name)


def is_iri(text: str) -> bool:
    """Whether `text` may stand as an absolute web address in a graph: no blanks, quotes or brackets in it.

    >>> is_iri("https://en.wikipedia.org/wiki/Caché"), is_iri("http://x.org/a b")
    (True, False)
    """
    return _IRI.fullmatch(text) is not None


def is_book(kind: str | None) -> bool:
    """Whether a source work of `kind` ("graphic novel", "short stories") is a book."""
    return kind is not None and any(word in kind.lower() for word in _BOOKS)


def year_literal(year: int) -> Literal:
    """A year as `xsd:gYear`."""
    return Literal(f"{year:04d}", ns.XSD + "gYear")


def date_literal(date: str) -> Literal:
    """An ISO 8601 date with the datatype of its precision; plain text where it is none.

    >>> [date_literal(d).datatype.rpartition("#")[2] for d in ("2012-05-17", "2012-05", "2012", "May")]
    ['date', 'gYearMonth', 'gYear', 'string']
    """
    for pattern, kind in ((r"\d{4}-\d\d-\d\d", "date"), (r"\d{4}-\d\d", "gYearMonth"), (r"\d{4}", "gYear")):
        if re.fullmatch(pattern, date):
            return Literal(date, ns.XSD + kind)
    return Literal(date)


def minutes_literal(minutes: int) -> Literal:
    """A running time as `xsd:duration`."""
    return Literal(f"PT{minutes}M", ns.XSD + "duration")


def decimal_literal(value: float) -> Literal:
    """A number between 0 and 1 as `xsd:decimal`, at most four digits, in its shortest form.

    >>> decimal_literal(0.95).value, decimal_literal(1).value
    ('0.95', '1.0')
    """
    text = f"{value:.4f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, ns.XSD + "decimal")


def integer_literal(value: int) -> Literal:
    """A whole number as `xsd:integer`."""
    return Literal(str(value), ns.XSD + "integer")
