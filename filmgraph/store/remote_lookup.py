"""Words that an endpoint has but does not hold in its graph, had by looking an IRI up over HTTP.

An endpoint says in its service description (SPARQL 1.1 Service Description)
where single IRIs can be looked up (VoID, section 4.3, uriLookupEndpoint). Ours
does, since the rows of credit lists have no triples of their own.
"""

from __future__ import annotations

from http.client import HTTPException
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox

from filmgraph.catalogs.namespaces import OA

_LOOKUP = "http://rdfs.org/ns/void#uriLookupEndpoint"
# A service description or what is known of one IRI is small; whatever sends more is something else.
_MOST_BYTES = 10_000_000


def find_lookup(endpoint: str, timeout: float) -> str:
    """The address to which an IRI is appended to look it up; empty where the endpoint names none."""
    for triple in _fetch(endpoint, timeout):
        # Only the server that was named is asked: a description may name any other.
        named = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
        if triple.predicate.value == _LOOKUP and urlsplit(named)[:2] == urlsplit(endpoint)[:2]:
            return named
    return ""


def look_up_quote(lookup: str, attestation: str, timeout: float) -> str | None:
    """The words at an attestation's IRI; None where the server has none."""
    for triple in _fetch(lookup + quote(attestation, safe=""), timeout):
        about = (triple.subject, triple.predicate.value) == (ox.NamedNode(attestation), f"{OA}exact")
        if about and isinstance(triple.object, ox.Literal):
            return triple.object.value
    return None


def _fetch(address: str, timeout: float) -> list[ox.Quad]:
    """The triples at an address; none where it cannot be read: a look-up is an offer, not a duty."""
    request = Request(address, headers={"Accept": "text/turtle"})
    try:
        with urlopen(request, timeout=timeout) as response:
            if response.headers.get_content_type() != "text/turtle":
                return []
            body = response.read(_MOST_BYTES)
        return list(ox.parse(body, format=ox.RdfFormat.TURTLE, base_iri=address))
    except (OSError, ValueError, SyntaxError, HTTPException):
        return []
