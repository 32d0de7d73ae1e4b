"""Requests of the SPARQL 1.1 Protocol (section 2.1): what a request asks, or why it cannot be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from filmgraph.errors import FilmgraphError

MAX_BODY = 1_000_000
# Of a body that is too large, so much more is read and thrown away: a client that is cut off while it
# sends sees a broken connection and not the answer.
_PATIENCE = 16_000_000
_MAX_FIELDS = 1000
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_READ_ONLY = "This endpoint is read-only: updates are refused."


@dataclass(frozen=True, slots=True)
class Operation:
    """A query as a request carries it, with the dataset that it names (Protocol, 2.1.4)."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class RefusedRequestError(FilmgraphError):
    """A request that the protocol does not allow; `status` is the HTTP status to answer with."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


async def read_operation(request: Request) -> Operation:
    """The query of a GET, a form POST or a direct POST; raises RefusedRequestError on any other request."""
    fields = _parse_fields(request.url.query)
    if request.method == "POST":
        kind, text = await _read_post(request)
        fields += [("query", text)] if kind == _QUERY else _parse_fields(text)
    return _build_operation(fields)


def has_no_parameters(request: Request) -> bool:
    """Whether a request asks nothing at all: it is the endpoint itself that is wanted."""
    return request.method in ("GET", "HEAD") and not request.url.query


def _parse_fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except UnicodeDecodeError:
        raise RefusedRequestError(400, "The request's parameters are not UTF-8.") from None
    except ValueError:
        raise RefusedRequestError(400, f"A request may have {_MAX_FIELDS} parameters.") from None


def _build_operation(fields: Sequence[tuple[str, str]]) -> Operation:
    if any(name == "update" for name, _ in fields):
        raise RefusedRequestError(403, _READ_ONLY)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        found = f"{len(queries)} were sent" if queries else "none was sent"
        raise RefusedRequestError(400, f"A request carries one query, in the parameter 'query'; {found}.")
    return Operation(
        queries[0],
        tuple(value for name, value in fields if name == "default-graph-uri" and value),
        tuple(value for name, value in fields if name == "named-graph-uri" and value),
    )


async def _read_post(request: Request) -> tuple[str, str]:
    """The media type and the text of a POST's body."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise RefusedRequestError(403, _READ_ONLY)
    if kind not in (_FORM, _QUERY):
        raise RefusedRequestError(
            415, f"A POST carries {_FORM} or {_QUERY}; its Content-Type is {kind or 'missing'}."
        )
    charset = parameters.lower().partition("charset=")[2].strip(" \"'")
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise RefusedRequestError(415, f"A query is sent in UTF-8; this one says {charset}.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise RefusedRequestError(415, "A query is sent as it is, without a Content-Encoding.")
    try:
        return kind, (await _read_body(request)).decode()
    except UnicodeDecodeError:
        raise RefusedRequestError(400, "The request's body is not UTF-8.") from None


async def _read_body(request: Request) -> bytes:
    body = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MAX_BODY:
            body += chunk
        elif size > _PATIENCE:
            break
    if size > MAX_BODY:
        raise RefusedRequestError(413, f"A query may have {MAX_BODY:,} bytes; this one has more.")
    return bytes(body)
