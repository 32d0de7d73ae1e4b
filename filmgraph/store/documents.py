"""The stored documents and the words at an attestation's IRI."""

from __future__ import annotations

import re
from functools import lru_cache

from filmgraph.errors import StoreError
from filmgraph.model.document import Span
from filmgraph.model.records import find_row_spans
from filmgraph.store.folder import StoreFolder

# The IRI of an attestation: the document's, which ends with 16 digits of its hash, and a fragment
# for characters of a text (RFC 5147) or a row of a table (RFC 7111).
_ATTESTATION = re.compile(r".*/doc/([0-9a-f]{16})[0-9a-f]*#(?:char=(\d+),(\d+)|row=(\d+))")


@lru_cache(maxsize=4)
def read_text(folder: StoreFolder, sha256: str) -> str:
    """The text of a document, newlines unchanged; raises StoreError where it is not there."""
    try:
        return folder.document(sha256).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise StoreError(f"The store {folder.path} has no document {sha256[:16]}.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise folder.damaged(f"document {sha256[:16]} cannot be read ({error})") from error


def parse_attestation(iri: str) -> tuple[str, slice | int] | None:
    """The first 16 digits of the document's hash, and a slice of characters or a row's number (from 1)."""
    found = _ATTESTATION.fullmatch(iri)
    if not found:
        return None
    if found[4]:
        return found[1], int(found[4])
    return found[1], slice(int(found[2]), int(found[3]))


@lru_cache(maxsize=4)
def find_rows(text: str, media_type: str) -> tuple[Span, ...]:
    """Where the rows of a table stand, the header first, counted as when the table was read."""
    return find_row_spans(text, media_type)
