"""The page at `/` and `/ask`: what a person sees, and what a browser makes of it."""

from __future__ import annotations

import asyncio
import html
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from browser import FLAGS, find_chromium
from serving import Server

from filmgraph.endpoint.app import Services, Welcome, build_app
from filmgraph.errors import FilmgraphError, QueryTimeoutError, StoreError
from filmgraph.model.knowledge import QueryAnswer

FOUNDING = "Which producers worked with both Audiard and the Dardennes?"
HOSTILE = "</td><script>document.title='taken'</script><img src=x onerror=alert(1)>\"'&{{7*7}}"


def page(client: httpx.Client, **parameters: str) -> httpx.Response:
    return client.get("/", params=parameters)


def words_of(response: httpx.Response) -> str:
    """What the page says, without its markup."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", response.text)).split())


def test_the_first_page_says_what_is_there_and_offers_questions(client: httpx.Client) -> None:
    first = page(client)
    assert (first.status_code, first.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert re.search(r"[1-9]\d films and \d{3} people and companies, read from 2\d documents", first.text)
    examples = re.findall(r'<a href="(/\?q=[^"]+)">', first.text)
    assert len(examples) == 4
    for example in examples:
        answer = client.get(example)
        assert answer.status_code == 200, answer.text
        assert "<blockquote>" in answer.text, example


def test_an_answer_has_its_reading_its_groups_its_films_and_its_words(client: httpx.Client) -> None:
    shown = page(client, q=FOUNDING)
    data = client.get("/ask", params={"q": FOUNDING}).json()
    text = words_of(shown)
    assert shown.status_code == 200
    assert data["reading"] in text
    assert {row["group"] for row in data["answers"]} == {"people", "companies"}
    assert re.search(r"People [1-9]", text)
    assert re.search(r"Companies [1-9]", text)
    assert "Films" not in re.findall(r'<th scope="col">([^<]*)', shown.text)
    for row in data["answers"]:
        assert row["label"] in text
        assert all(film["film"] in text for film in row["films"])
        assert row["evidence"]
        for said in row["evidence"]:
            assert " ".join(said["quote"].split()) in text
            assert said["source"] in text
    assert "VALUES ?" in text, "the SPARQL can be read"
    assert "--strict" not in text


def test_the_boxes_narrow_the_question(client: httpx.Client) -> None:
    wide = client.get("/ask", params={"q": FOUNDING}).json()
    strict = client.get("/ask", params={"q": FOUNDING, "strict": "1"}).json()
    assert 0 < len(strict["answers"]) < len(wide["answers"])
    directed = client.get("/ask", params={"q": FOUNDING, "directed": "1"}).json()
    assert directed["reading"] != wide["reading"]
    assert len(re.findall("checked", page(client, q=FOUNDING, strict="1").text)) == 1


@pytest.mark.parametrize("question", ["who is the grumpf of Nowhere", "?", "x" * 1001, "\x00", HOSTILE])
def test_a_question_that_is_not_understood_gets_a_sentence_and_examples(
    client: httpx.Client, question: str
) -> None:
    refused = page(client, q=question)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert "Questions that have an answer here" in refused.text
    assert (
        html.escape(question, quote=True).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
        in refused.text
    )
    assert "<script" not in refused.text
    asked = client.get("/ask", params={"q": question})
    assert (asked.status_code, asked.json()["answers"]) == (400, [])
    assert asked.json()["error"] in words_of(refused) or "  " in asked.json()["error"]


def test_ask_without_a_question_says_how(client: httpx.Client) -> None:
    asked = client.get("/ask")
    assert (asked.status_code, "parameter q" in asked.json()["error"]) == (400, True)


def test_ask_gives_what_the_command_line_prints(client: httpx.Client, sample_store: Path) -> None:
    from filmgraph.asking import ask
    from filmgraph.store import open_local

    with open_local(sample_store) as store:
        assert client.get("/ask", params={"q": FOUNDING}).json() == ask(FOUNDING, store).to_data()


def test_the_page_lets_nothing_else_in(client: httpx.Client) -> None:
    policy = page(client).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    addresses = re.findall(r'(?:src|href|action)="([^"]*)"', page(client, q=FOUNDING).text)
    assert addresses
    assert all(a.startswith("/") for a in addresses)
    for own in ("/page.css", "/icon.svg"):
        assert client.get(own).status_code == 200


def test_an_unknown_address_is_404(client: httpx.Client) -> None:
    for path in ("/nothing", "/../etc/passwd", "/page.html", "/templates/page.html"):
        assert client.get(path).status_code == 404


class Runner:
    """A runner of SPARQL that always ends the same way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def run(self, sparql: str, **_: Any) -> QueryAnswer:
        raise self.error


def hostile_answer() -> dict[str, Any]:
    film: dict[str, Any] = {"film": HOSTILE, "iri": "x:f", "year": HOSTILE, "with": HOSTILE}
    film |= {"own_roles": [HOSTILE], "their_roles": [HOSTILE]}
    quote = {"quote": HOSTILE, "source": "javascript:alert(1)", "iri": "x:q"}
    quote |= {"agent": HOSTILE, "role": HOSTILE, "film": HOSTILE}
    row = {"label": HOSTILE, "iri": "x:a", "group": HOSTILE, "detail": HOSTILE, "films": [film]}
    linked = quote | {"source": 'https://example.org/"onclick="alert(1)'}
    row |= {"evidence": [quote, linked]}
    return {"reading": HOSTILE, "answers": [row], "notes": [HOSTILE], "sparql": HOSTILE, "error": None} | {
        "narrower": {"reading": HOSTILE, "count": 1}
    }


def fetch(path: str, answer: Callable[[], dict[str, Any]], error: Exception | None = None) -> httpx.Response:
    """What the application over made-up services answers."""
    services = Services(
        Runner(error or StoreError("no store")),
        lambda question, *, strict, directed: answer(),
        lambda attestation: None,
        lambda: Welcome(HOSTILE, (HOSTILE,)),
    )
    transport = httpx.ASGITransport(build_app(services), raise_app_exceptions=False)

    async def get() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(path)

    return asyncio.run(get())


def test_hostile_labels_are_shown_as_they_are() -> None:
    for path in ("/", "/?q=anything"):
        text = fetch(path, hostile_answer).text
        assert "<script" not in text
        assert "<img src=x" not in text
        assert 'href="javascript' not in text
        assert '"onclick="' not in text
        assert html.unescape(text).count("document.title='taken'") >= 1
        assert "{{7*7}}" in text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (QueryTimeoutError("The query was stopped."), 503),
        (StoreError("/home/me/film.db is damaged"), 500),
        (FilmgraphError("/home/me/film.db"), 500),
        (RuntimeError("at /home/me/film.py, line 7"), 500),
    ],
)
def test_what_fails_is_a_status_and_a_sentence(error: Exception, status: int) -> None:
    def fail() -> dict[str, Any]:
        raise error

    for path in ("/?q=x", "/ask?q=x", "/sparql?query=ASK%7B%7D", "/lookup?iri=x:y"):
        response = fetch(path, fail, error)
        assert response.status_code == status, path
        assert "Traceback" not in response.text
        assert "/home/me" not in response.text
        assert (status == 503) == ("retry-after" in response.headers)


def chromium(address: str, profile: Path, *options: str) -> str:
    """What headless Chromium prints for an address."""
    program = find_chromium()
    if program is None:
        if os.environ.get("FILMGRAPH_REQUIRE_BROWSER") == "1":
            pytest.fail("FILMGRAPH_REQUIRE_BROWSER=1, and there is no Chromium")
        pytest.skip("no Chromium here; FILMGRAPH_REQUIRE_BROWSER=1 makes this an error")
    flags = [flag for flag in FLAGS if not flag.startswith(("--remote", "--window-size"))]
    done = subprocess.run(
        [program, *flags, f"--user-data-dir={profile}", *options, address],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


def test_a_browser_shows_the_answer(server: Server, tmp_path: Path) -> None:
    address = str(httpx.URL(server.address, params={"q": FOUNDING}))
    dom = chromium(address, tmp_path / "profile", "--dump-dom")
    assert "<h2>People" in dom
    assert dom.count("<blockquote>") > 10


def test_a_browser_shows_the_page_on_a_telephone(server: Server, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    address = str(httpx.URL(server.address, params={"q": FOUNDING}))
    chromium(address, tmp_path / "profile", "--window-size=500,900", f"--screenshot={picture}")
    assert picture.stat().st_size > 20_000
