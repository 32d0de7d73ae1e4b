"""Looking a single IRI up (VoID, uriLookupEndpoint): what is held about it, and the words at an attestation.

The graph holds no words for a row of a credit list: they are read from the
stored document, and so are had here by those who only have the address.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from filmgraph.catalogs.namespaces import OA
from filmgraph.endpoint.failures import describe_failure
from filmgraph.endpoint.gate import Gate
from filmgraph.endpoint.negotiation import choose_type
from filmgraph.endpoint.protocol import RefusedRequestError
from filmgraph.endpoint.sparql import with_charset
from filmgraph.model.knowledge import QueryRunner
from filmgraph.model.terms import IRI, Literal

# Types to which a triple in N-Triples can be added.
_TYPES = {"text/turtle": "text/turtle", "application/n-triples": "application/n-triples"}
_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^`\\\x00-\x20]+')


def build_lookup(
    runner: QueryRunner, read_quote: Callable[[str], str | None], gate: Gate
) -> Callable[[Request], Awaitable[Response]]:
    """The handler of `/lookup?iri=…`: Turtle or N-Triples about the IRI, 404 where nothing is known of it."""

    def describe(iri: str, media_type: str) -> bytes:
        body = runner.run(f"DESCRIBE <{iri}>", graph_type=media_type).body
        quote = read_quote(iri)
        if quote is not None:
            body += f"{IRI(iri).n3()} <{OA}exact> {Literal(quote).n3()} .\n".encode()
        if b" " not in re.sub(rb"@prefix[^\n]*\n", b"", body):
            raise RefusedRequestError(404, f"Nothing is known of {iri}.")
        return body

    async def answer(request: Request) -> Response:
        try:
            iri = _read_iri(request)
            media_type = choose_type(request.headers.get("accept"), _TYPES)
            if media_type is None:
                raise RefusedRequestError(406, f"What is known of an IRI is sent as {' or '.join(_TYPES)}.")
            body = await gate.run(lambda: describe(iri, media_type))
        except Exception as error:
            failure = describe_failure(error)
            return PlainTextResponse(f"{failure.sentence}\n", failure.status, headers=failure.headers)
        return Response(body, headers={"Content-Type": with_charset(media_type)})

    async def answer_anybody(request: Request) -> Response:
        response = await answer(request)
        response.headers.update({"Access-Control-Allow-Origin": "*", "Vary": "Accept"})
        return response

    return answer_anybody


def _read_iri(request: Request) -> str:
    found = [value for name, value in parse_qsl(request.url.query) if name == "iri"]
    if len(found) != 1 or not _IRI.fullmatch(found[0]):
        raise RefusedRequestError(400, "Put one absolute IRI, percent-encoded, into the parameter 'iri'.")
    return found[0]
