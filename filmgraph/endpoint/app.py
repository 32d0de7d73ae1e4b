"""The web application: `/sparql` speaks the SPARQL 1.1 Protocol, `/` is a plain page that asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from filmgraph.endpoint.protocol import answer_query
from filmgraph.errors import FilmgraphError
from filmgraph.model.knowledge import QueryRunner

EXAMPLES = (
    "Which producers worked with both Audiard and the Dardennes?",
    "Which companies worked with both Ken Loach and Cristian Mungiu?",
    "Which editors worked with Audiard?",
)
# The page shows and runs nothing that does not come from this server.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class Services:
    """What the application stands on: a runner of SPARQL, and a function that answers a question in English.

    `ask` takes the question and gives the object that `filmgraph ask --format
    json` prints; it raises FilmgraphError where there is no answer. `about` says
    what is served, in a line. `timeout` is the limit of a query in seconds.
    """

    runner: QueryRunner
    ask: Callable[[str], dict[str, Any]]
    about: str = ""
    timeout: float = 30.0


def build_app(services: Services) -> Starlette:
    """The application over `services`; it holds no state of its own."""
    templates = Environment(
        loader=PackageLoader("filmgraph.endpoint"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )

    async def sparql(request: Request) -> Response:
        response = await answer_query(request, services.runner, services.timeout)
        # Anybody's page may query a read-only endpoint.
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    async def ask(request: Request) -> Response:
        question = request.query_params.get("q", "").strip()
        if not question:
            return PlainTextResponse("Put the question into the parameter q.\n", 400)
        answer, status = await _ask(services, question)
        return JSONResponse(answer, status)

    async def page(request: Request) -> Response:
        question = request.query_params.get("q", "").strip()
        answer, status = await _ask(services, question) if question else (None, 200)
        html = templates.get_template("page.html").render(
            question=question, answer=answer, examples=EXAMPLES, about=services.about
        )
        return HTMLResponse(html, status, headers=_HEADERS)

    return Starlette(
        routes=[
            Route("/", page),
            Route("/page.css", _stylesheet),
            Route("/ask", ask),
            Route("/sparql", sparql, methods=["GET", "POST"]),
        ]
    )


async def _ask(services: Services, question: str) -> tuple[dict[str, Any], int]:
    """The answer's object and the HTTP status: a question that is not understood is the asker's 400."""
    try:
        return await run_in_threadpool(services.ask, question), 200
    except FilmgraphError as error:
        return {"question": question, "answers": [], "error": str(error)}, 400


async def _stylesheet(request: Request) -> Response:
    text = resources.files("filmgraph.endpoint").joinpath("templates/page.css").read_text(encoding="utf-8")
    return Response(text, media_type="text/css")
