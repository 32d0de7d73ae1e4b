"""The query operation of the SPARQL 1.1 Protocol: a request in, the result or a plain sentence out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from filmgraph.endpoint.negotiation import GRAPH_TYPES, TABLE_TYPES, choose_type
from filmgraph.errors import FilmgraphError, QueryError, QueryTimeoutError
from filmgraph.model.knowledge import QueryRunner

MAX_BODY = 1_000_000
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"


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
    fields = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        body = await _read_body(request)
        if kind == _QUERY:
            fields = [(n, v) for n, v in fields if n != "query"] + [("query", body)]
        elif kind == _FORM:
            fields = parse_qsl(body, keep_blank_values=True)
        elif kind == "application/sparql-update":
            raise RefusedRequestError(403, "This endpoint is read-only: updates are refused.")
        else:
            raise RefusedRequestError(415, f"A POST carries {_FORM} or {_QUERY}, not {kind or 'nothing'}.")
    return _operation(fields)


def _operation(fields: Sequence[tuple[str, str]]) -> Operation:
    if any(name == "update" for name, _ in fields):
        raise RefusedRequestError(403, "This endpoint is read-only: updates are refused.")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise RefusedRequestError(400, f"A request carries one query; this one has {len(queries)}.")
    return Operation(
        queries[0],
        tuple(value for name, value in fields if name == "default-graph-uri"),
        tuple(value for name, value in fields if name == "named-graph-uri"),
    )


async def _read_body(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise RefusedRequestError(413, f"A query may have {MAX_BODY:,} bytes; this one has more.")
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise RefusedRequestError(400, "The request's body is not UTF-8.") from None


async def answer_query(request: Request, runner: QueryRunner, timeout: float) -> Response:
    """Run the request's query and answer as the protocol says.

    200 in the negotiated type, 400 with the parse position, 406, 413, 415, 403
    for updates, 503 at the time or memory limit. Nothing is sent before the
    status is known.
    """
    try:
        operation = await read_operation(request)
        accept = request.headers.get("accept")
        table_type, graph_type = choose_type(accept, TABLE_TYPES), choose_type(accept, GRAPH_TYPES)
        if table_type is None and graph_type is None:
            raise RefusedRequestError(406, _not_acceptable(accept))
        answer = await run_in_threadpool(
            runner.run,
            operation.query,
            table_type=table_type or next(iter(TABLE_TYPES)),
            graph_type=graph_type or next(iter(GRAPH_TYPES)),
            timeout=timeout,
            default_graphs=operation.default_graphs,
            named_graphs=operation.named_graphs,
        )
        if (graph_type if answer.form == "graph" else table_type) is None:
            raise RefusedRequestError(406, _not_acceptable(accept))
    except RefusedRequestError as error:
        return PlainTextResponse(f"{error}\n", error.status)
    except QueryError as error:
        return PlainTextResponse(f"{error}\n", 400)
    except QueryTimeoutError as error:
        return PlainTextResponse(f"{error}\n", 503, headers={"Retry-After": "5"})
    # CSV and TSV results are UTF-8 by their standards, which text/* alone does not say.
    return Response(answer.body, headers={"Content-Type": _with_charset(answer.media_type), "Vary": "Accept"})


def _not_acceptable(accept: str | None) -> str:
    tables, graphs = (", ".join(dict.fromkeys(types.values())) for types in (TABLE_TYPES, GRAPH_TYPES))
    return f"None of the types asked for ({accept}) can be sent. Tables: {tables}; graphs: {graphs}."


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
