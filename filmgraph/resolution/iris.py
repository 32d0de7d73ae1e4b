"""The IRIs of things: functions of what is held now, so that the order of files cannot matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from hashlib import sha256

from filmgraph.model.facts import Evidence

# Which external id names an entity that has several.
_SCHEMES = ("imdb", "wikidata", "viaf", "tmdb")


def digest(*parts: str, length: int = 16) -> str:
    """The first `length` hex digits of the SHA-256 of `parts`, separated by NUL."""
    return sha256("\0".join(parts).encode()).hexdigest()[:length]


def document_iri(base: str, sha: str) -> str:
    """The IRI of the document whose text has the digest `sha`."""
    return f"{base}doc/{sha[:16]}"


def attestation_iri(document: str, evidence: Evidence) -> str:
    """A document's IRI with the fragment of a row (RFC 7111) or of characters (RFC 5147)."""
    if evidence.row is not None:
        return f"{document}#row={evidence.row}"
    return f"{document}#char={evidence.span.start},{evidence.span.end}"


def credit_iri(base: str, film: str, agent: str, role: str) -> str:
    """The IRI of the credit of `agent` (an IRI) in `role` on `film` (an IRI)."""
    return f"{base}credit/{digest(film, agent, role)}"


def adaptation_iri(base: str, film: str, work: str, grade: str) -> str:
    """The IRI of the tie from `film` to `work`."""
    return f"{base}adaptation/{digest(film, work, grade)}"


def preferred_id(ids: Sequence[tuple[str, str]]) -> str | None:
    """The external id that names an entity ("imdb-nm0000123"), None where there is none."""
    rank = {scheme: n for n, scheme in enumerate(_SCHEMES)}
    known = [i for i in ids if i[0] in rank]  # pages on other sites are the same thing, but name nothing
    if not known:
        return None
    scheme, value = min(known, key=lambda i: (rank[i[0]], i))
    return f"{scheme}-{''.join(c if c.isalnum() else '-' for c in value)}"


def tell_apart(names: Sequence[str], signature: Callable[[int], Sequence[str]]) -> list[str]:
    """`names` made distinct: those that several share add eight hex digits of their signature.

    `signature` gives ever finer marks for the bearer at a place of `names`; the
    coarsest that tells all bearers of one name apart is taken.
    """
    bearers: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        bearers[name].append(n)
    found = list(names)
    for name, sharing in bearers.items():
        if len(sharing) > 1:
            for n, mark in zip(sharing, _marks([signature(n) for n in sharing]), strict=True):
                found[n] = f"{name}-{mark}"
    return found


def _marks(signatures: Sequence[Sequence[str]]) -> list[str]:
    depth = max(len(s) for s in signatures)
    for end in range(1, depth + 1):
        marks = [digest(*s[:end], length=8) for s in signatures]
        if len(set(marks)) == len(marks):
            return marks
    # Nothing tells them apart but their place in an order of equals.
    return [digest(*s, str(n), length=8) for n, s in enumerate(signatures)]
