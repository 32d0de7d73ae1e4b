"""Content negotiation (RFC 9110, section 12.5.1): which of the types we have does the client want?"""

from __future__ import annotations

from collections.abc import Mapping

# What a result can be sent as: the worker's serialization by the media type asked for.
TABLE_TYPES = {
    "application/sparql-results+json": "application/sparql-results+json",
    "application/json": "application/sparql-results+json",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
}
GRAPH_TYPES = {
    "text/turtle": "text/turtle",
    "application/n-triples": "application/n-triples",
    "application/rdf+xml": "application/rdf+xml",
    "application/xml": "application/rdf+xml",
    "text/plain": "application/n-triples",
}


def choose_type(accept: str | None, offered: Mapping[str, str]) -> str | None:
    """The offered type that `accept` prefers, the first of `offered` for no wish; None where none will do.

    `offered` maps each media type that a client may ask for to the one that is
    sent, our own preference first.
    """
    if accept is None or not accept.strip():
        return next(iter(offered.values()))
    wishes = [wish for part in accept.split(",") if (wish := _parse_range(part))]
    best: tuple[float, int] | None = None
    chosen = None
    for place, (type_, sent) in enumerate(offered.items()):
        quality = _quality(type_, wishes)
        if quality > 0 and (best is None or (quality, -place) > best):
            best, chosen = (quality, -place), sent
    return chosen


def _parse_range(part: str) -> tuple[str, float] | None:
    range_, *parameters = (p.strip() for p in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                return None
    return (range_.lower(), quality) if "/" in range_ else None


def _quality(type_: str, wishes: list[tuple[str, float]]) -> float:
    """The quality of the most specific range that covers `type_`; 0 where none does."""
    main = type_.split("/")[0]
    for pattern in (type_, f"{main}/*", "*/*"):
        found = [quality for range_, quality in wishes if range_ == pattern]
        if found:
            return max(found)
    return 0.0


def drop_wildcard(accept: str | None) -> str:
    """The ranges of `accept` but `*/*`: what a client asks for by name.

    >>> drop_wildcard("text/turtle, */*;q=0.1")
    'text/turtle'
    """
    parts = (accept or "").split(",")
    return ",".join(part.strip() for part in parts if not part.strip().startswith("*/*"))
