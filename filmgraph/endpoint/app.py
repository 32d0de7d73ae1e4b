"""The web application: `/sparql` speaks SPARQL 1.1, `/` is a page that asks, `/ask` answers in JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import resources
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from filmgraph.endpoint.failures import Failure, describe_failure
from filmgraph.endpoint.gate import Gate
from filmgraph.endpoint.lookup import build_lookup
from filmgraph.endpoint.sparql import build_sparql
from filmgraph.endpoint.view import OPTIONS, build_groups, describe_options
from filmgraph.errors import QuestionError
from filmgraph.model.knowledge import QueryRunner

# How many requests of a kind may run or wait at a time.
QUERIES, QUESTIONS = 32, 8
MAX_QUESTION = 1000
# The page shows and runs nothing that does not come from this server.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class Asker(Protocol):
    """Answers a question in English."""

    def __call__(self, question: str, *, strict: bool, directed: bool) -> dict[str, Any]:
        """The object that `filmgraph ask --format json` prints; raises FilmgraphError where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the page says before anything is asked: what is served, and questions worth trying."""

    about: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Services:
    """What the application stands on.

    `runner` runs SPARQL, `ask` answers questions, `read_quote` gives the words at
    an attestation's IRI, `welcome` what the page says first. `timeout` is the
    limit of a query in seconds. All are called from several threads at once.
    """

    runner: QueryRunner
    ask: Asker
    read_quote: Callable[[str], str | None]
    welcome: Callable[[], Welcome]
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as the page's form sends it."""

    question: str = ""
    strict: bool = False
    directed: bool = False

    @classmethod
    def of(cls, request: Request) -> Inquiry:
        """The inquiry of a request; a box counts as ticked where its parameter is there."""
        fields = request.query_params
        return cls(fields.get("q", "").strip(), "strict" in fields, "directed" in fields)

    def answer(self, services: Services) -> dict[str, Any]:
        """The answer's object; raises FilmgraphError."""
        if len(self.question) > MAX_QUESTION:
            raise QuestionError(f"A question may have {MAX_QUESTION:,} characters; this one has more.")
        return services.ask(self.question, strict=self.strict, directed=self.directed)


def build_app(services: Services) -> Starlette:
    """The application over `services`."""
    queries, questions = Gate("query", QUERIES), Gate("question", QUESTIONS)
    # Quotes are many and quick: they must not wait behind slow queries.
    lookups = Gate("lookup", QUERIES)
    environment = Environment(
        loader=PackageLoader("filmgraph.endpoint"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["in_page_words"] = describe_options
    template = environment.get_template("page.html")

    async def ask(request: Request) -> Response:
        inquiry = Inquiry.of(request)
        headers = {"Access-Control-Allow-Origin": "*"}
        try:
            if not inquiry.question:
                raise QuestionError("Put the question into the parameter q.")
            return JSONResponse(await questions.run(partial(inquiry.answer, services)), headers=headers)
        except Exception as error:
            failure = describe_failure(error)
            said = {"question": inquiry.question, "answers": [], "error": failure.sentence}
            return JSONResponse(said, failure.status, headers=headers | failure.headers)

    async def page(request: Request) -> Response:
        inquiry = Inquiry.of(request)
        answer: dict[str, Any] = {}
        welcome, failure = Welcome(), Failure(200, "")
        try:
            welcome = await questions.run(services.welcome)
            if inquiry.question:
                answer = await questions.run(partial(inquiry.answer, services))
        except Exception as error:
            failure = describe_failure(error)
        html = template.render(
            inquiry=inquiry,
            answer=answer,
            groups=build_groups(answer.get("answers", ())),
            error=failure.sentence,
            options=OPTIONS,
            welcome=welcome,
        )
        return HTMLResponse(html, failure.status, headers=_HEADERS | failure.headers)

    return Starlette(
        routes=[
            Route("/", page),
            Route("/page.css", _serve_file("page.css", "text/css")),
            Route("/icon.svg", _serve_file("icon.svg", "image/svg+xml")),
            Route("/ask", ask),
            Route("/lookup", build_lookup(services.runner, services.read_quote, lookups)),
            Route(
                "/sparql",
                build_sparql(services.runner, queries, services.timeout),
                methods=["GET", "POST", "OPTIONS"],
            ),
        ],
        exception_handlers={Exception: _excuse},
    )


async def _excuse(request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{describe_failure(error).sentence}\n", 500)


def _serve_file(name: str, media_type: str) -> Callable[[Request], Response]:
    """The handler that sends one of our own files."""
    content = resources.files("filmgraph.endpoint").joinpath("templates", name).read_bytes()

    def send(request: Request) -> Response:
        return Response(
            content,
            media_type=media_type,
            headers={"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"},
        )

    return send
