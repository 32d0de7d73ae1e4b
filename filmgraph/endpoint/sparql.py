"""The SPARQL endpoint: a request in, the result in the type that was asked for or a plain sentence out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from importlib import resources

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from filmgraph.endpoint.failures import describe_failure
from filmgraph.endpoint.gate import Gate
from filmgraph.endpoint.negotiation import GRAPH_TYPES, TABLE_TYPES, choose_type, drop_wildcard
from filmgraph.endpoint.protocol import Operation, RefusedRequestError, has_no_parameters, read_operation
from filmgraph.model.knowledge import QueryAnswer, QueryRunner

_METHODS = "GET, HEAD, POST, OPTIONS"


def build_sparql(runner: QueryRunner, gate: Gate, timeout: float) -> Callable[[Request], Awaitable[Response]]:
    """The handler of `/sparql`: `runner` answers, at most `timeout` seconds a query.

    200 in the negotiated type; 400 with the parse position; 403 for an update;
    406, 413, 415; 503 at the time or memory limit and where too many ask at
    once. Nothing is sent before the status is known.
    """

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": _METHODS})
        try:
            if has_no_parameters(request) and (found := _introduce(request)):
                return found
            return await _answer_query(request, runner, gate, timeout)
        except Exception as error:
            failure = describe_failure(error)
            return PlainTextResponse(f"{failure.sentence}\n", failure.status, headers=failure.headers)

    async def answer_anybody(request: Request) -> Response:
        response = await answer(request)
        # Anybody's page may query a read-only endpoint.
        response.headers.update(
            {
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Methods": _METHODS,
                "Access-Control-Allow-Headers": "Accept, Content-Type",
                "Access-Control-Expose-Headers": "Retry-After",
                "Access-Control-Max-Age": "86400",
                "Vary": "Accept",
                "X-Content-Type-Options": "nosniff",
            }
        )
        return response

    return answer_anybody


async def _answer_query(request: Request, runner: QueryRunner, gate: Gate, timeout: float) -> Response:
    operation = await read_operation(request)
    accept = request.headers.get("accept")
    table_type, graph_type = choose_type(accept, TABLE_TYPES), choose_type(accept, GRAPH_TYPES)
    if table_type is None and graph_type is None:
        raise RefusedRequestError(406, _not_acceptable(accept))
    run = partial(_run_query, runner, operation, table_type, graph_type, timeout)
    answer = await gate.run(run)
    if (graph_type if answer.form == "graph" else table_type) is None:
        raise RefusedRequestError(406, _not_acceptable(accept))
    return Response(answer.body, headers={"Content-Type": with_charset(answer.media_type)})


def _run_query(
    runner: QueryRunner,
    operation: Operation,
    table_type: str | None,
    graph_type: str | None,
    timeout: float,
) -> QueryAnswer:
    return runner.run(
        operation.query,
        table_type=table_type or next(iter(TABLE_TYPES)),
        graph_type=graph_type or next(iter(GRAPH_TYPES)),
        timeout=timeout,
        default_graphs=operation.default_graphs,
        named_graphs=operation.named_graphs,
    )


def _introduce(request: Request) -> Response | None:
    """The page for a browser, the service description for who names Turtle; None for others."""
    offered = {"text/html": "text/html", "text/turtle": "text/turtle"}
    match choose_type(drop_wildcard(request.headers.get("accept")) or "none", offered):
        case "text/html":
            return RedirectResponse("/", 303)
        case "text/turtle":
            return Response(_read_description(), headers={"Content-Type": with_charset("text/turtle")})
        case _:
            return None


def _read_description() -> str:
    """The SPARQL 1.1 Service Description; its addresses are relative to where it was fetched from."""
    return resources.files("filmgraph.endpoint").joinpath("templates/service.ttl").read_text("utf-8")


def _not_acceptable(accept: str | None) -> str:
    tables, graphs = (", ".join(dict.fromkeys(types.values())) for types in (TABLE_TYPES, GRAPH_TYPES))
    return f"None of the types asked for ({accept}) can be sent. Tables: {tables}; graphs: {graphs}."


def with_charset(media_type: str) -> str:
    """The media type as a header says it: CSV, TSV and Turtle are UTF-8, which text/* alone does not say.

    >>> with_charset("text/csv"), with_charset("application/n-triples")
    ('text/csv; charset=utf-8', 'application/n-triples')
    """
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
