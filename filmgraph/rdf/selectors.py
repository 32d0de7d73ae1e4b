"""Attestations spelled out as Web Annotations (W3C Recommendation, 2017) for other people's tools.

In the store an attestation is one IRI with a fragment. On export each may be
told in full: an `oa:Annotation` whose target is the document, selected by
position and by quote with its surroundings, or by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from filmgraph.catalogs import namespaces as ns
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.rdf import terms as t

# How many characters around a quote make it findable again.
CONTEXT = 32

_PLACE = re.compile(r"#(?:char=(\d+),(\d+)|row=(\d+))$")
_FRAGMENT_OF_CSV = "http://tools.ietf.org/rfc/rfc7111"


def oa(name: str) -> IRI:
    """A term of the Web Annotation vocabulary."""
    return IRI(ns.OA + name)


def build_selectors(attested: Iterable[tuple[str, str]], texts: dict[str, str]) -> Iterator[Quad]:
    """Web Annotations for (credit IRI, attestation IRI) pairs.

    `texts` maps document IRIs to their texts; without its text an attestation
    is selected by position alone. IRIs of the annotations and selectors are the
    attestation's with a suffix, so that two exports are alike. Attestations
    that are no place in a document (decisions) give nothing.
    """
    for credit, attestation in attested:
        place = _PLACE.search(attestation)
        if not place:
            continue
        document = attestation[: place.start()]
        key = sha256(f"{credit}\0{attestation}".encode()).hexdigest()[:16]
        base = document.rpartition("/doc/")[0]
        note, target = IRI(f"{base}/annotation/{key}"), IRI(attestation)
        yield Quad(note, t.A, oa("Annotation"))
        yield Quad(note, oa("motivatedBy"), oa("identifying"))
        yield Quad(note, oa("hasBody"), IRI(credit))
        yield Quad(note, oa("hasTarget"), target)
        yield Quad(target, t.A, oa("SpecificResource"))
        yield Quad(target, oa("hasSource"), IRI(document))
        if place[3]:
            yield from _row_selector(target, attestation, place[3])
        else:
            yield from _text_selectors(target, attestation, int(place[1]), int(place[2]), texts.get(document))


def _row_selector(target: IRI, attestation: str, row: str) -> Iterator[Quad]:
    selector = IRI(f"{attestation}&selector=fragment")
    yield Quad(target, oa("hasSelector"), selector)
    yield Quad(selector, t.A, oa("FragmentSelector"))
    yield Quad(selector, IRI(ns.DCTERMS + "conformsTo"), IRI(_FRAGMENT_OF_CSV))
    yield Quad(selector, IRI(ns.RDF + "value"), Literal(f"row={row}"))


def _text_selectors(target: IRI, attestation: str, start: int, end: int, text: str | None) -> Iterator[Quad]:
    position = IRI(f"{attestation}&selector=position")
    yield Quad(target, oa("hasSelector"), position)
    yield Quad(position, t.A, oa("TextPositionSelector"))
    for name, value in (("start", start), ("end", end)):
        yield Quad(position, oa(name), Literal(str(value), ns.XSD + "nonNegativeInteger"))
    if text is None:
        return
    quote = IRI(f"{attestation}&selector=quote")
    yield Quad(target, oa("hasSelector"), quote)
    yield Quad(quote, t.A, oa("TextQuoteSelector"))
    yield Quad(quote, oa("exact"), Literal(text[start:end]))
    for name, around in (
        ("prefix", text[max(0, start - CONTEXT) : start]),
        ("suffix", text[end : end + CONTEXT]),
    ):
        if around:
            yield Quad(quote, oa(name), Literal(around))
