"""The SPARQL 1.1 Protocol, over HTTP, against a running server."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest

FILMS = """PREFIX schema: <https://schema.org/>
SELECT ?name WHERE { ?film a schema:Movie ; schema:name ?name } ORDER BY ?name"""
GRAPH = "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 20"
JSON = "application/sparql-results+json"
SPARQL_XML = "{http://www.w3.org/2005/sparql-results#}"


def names_of(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["name"]["value"] for row in response.json()["results"]["bindings"]]


def get(client: httpx.Client, query: str, accept: str = "*/*") -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


def test_the_three_ways_to_send_a_query_give_the_same(client: httpx.Client) -> None:
    by_get = get(client, FILMS)
    by_form = client.post("/sparql", data={"query": FILMS})
    direct = client.post("/sparql", content=FILMS, headers={"Content-Type": "application/sparql-query"})
    assert by_get.headers["content-type"] == JSON
    assert len(names_of(by_get)) > 20
    assert by_get.content == by_form.content == direct.content


def test_tables_in_each_type_hold_the_same(client: httpx.Client) -> None:
    names = names_of(get(client, FILMS, JSON))
    as_csv = get(client, FILMS, "text/csv")
    assert as_csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert [row["name"] for row in csv.DictReader(io.StringIO(as_csv.text))] == names
    as_tsv = get(client, FILMS, "text/tab-separated-values")
    assert [json.loads(line) for line in as_tsv.text.splitlines()[1:]] == names
    as_xml = get(client, FILMS, "application/sparql-results+xml")
    assert [e.text for e in ElementTree.fromstring(as_xml.content).iter(f"{SPARQL_XML}literal")] == names


@pytest.mark.parametrize("type_", [JSON, "application/sparql-results+xml", "text/csv"])
def test_ask_says_yes_and_no(client: httpx.Client, type_: str) -> None:
    assert b"true" in get(client, "ASK { ?s ?p ?o }", type_).content
    assert b"false" in get(client, "ASK { <x:a> <x:b> <x:c> }", type_).content


@pytest.mark.parametrize(
    ("type_", "format_"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_graphs_in_each_type(client: httpx.Client, type_: str, format_: ox.RdfFormat) -> None:
    response = get(client, GRAPH, type_)
    assert response.headers["content-type"].partition(";")[0] == type_
    assert len(list(ox.parse(response.content, format=format_))) == 20
    described = get(client, "DESCRIBE <https://w3id.org/filmgraph/id/agent/jacques-audiard>", type_)
    assert len(list(ox.parse(described.content, format=format_))) >= 2


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv; charset=utf-8"),
        ("text/turtle, application/json;q=0.1", JSON),
    ],
)
def test_the_type_with_the_best_quality_is_sent(client: httpx.Client, accept: str, type_: str) -> None:
    response = get(client, FILMS, accept)
    assert response.headers["content-type"] == type_
    assert response.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("query", "accept"),
    [(FILMS, "image/png"), (FILMS, "text/turtle"), (GRAPH, "text/csv"), (FILMS, "text/csv;q=0")],
)
def test_a_type_that_cannot_be_sent_is_406(client: httpx.Client, query: str, accept: str) -> None:
    response = get(client, query, accept)
    assert response.status_code == 406
    assert "text/turtle" in response.text


def test_a_parse_error_names_line_and_column(client: httpx.Client) -> None:
    response = get(client, "SELECT * WHERE {\n  ?film schema:name ?name\n}")
    assert response.status_code == 400
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert "line 2, column" in response.text
    assert "PREFIX schema: <https://schema.org/>" in response.text


@pytest.mark.parametrize("target", ["/sparql", "/sparql?default-graph-uri=x:g", "/sparql?Query=ASK%7B%7D"])
def test_no_query_is_400(client: httpx.Client, target: str) -> None:
    response = client.get(target)
    assert (response.status_code, "none was sent" in response.text) == (400, True)


def test_two_queries_are_400(client: httpx.Client) -> None:
    twice = f"query={quote('ASK {}')}&query={quote('ASK {}')}"
    assert client.get(f"/sparql?{twice}").status_code == 400
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/sparql", content=twice, headers=form).status_code == 400
    direct = {"Content-Type": "application/sparql-query"}
    assert (
        client.post(f"/sparql?query={quote('ASK {}')}", content="ASK {}", headers=direct).status_code == 400
    )


@pytest.mark.parametrize(
    "type_", ["application/sparql-query; charset=latin-1", "text/plain", "application/json"]
)
def test_another_kind_of_body_is_415(client: httpx.Client, type_: str) -> None:
    assert client.post("/sparql", content="ASK {}", headers={"Content-Type": type_}).status_code == 415


def test_a_body_without_a_type_is_415(client: httpx.Client) -> None:
    assert client.post("/sparql", content="query=ASK%7B%7D").status_code == 415


def test_what_is_not_utf8_is_400(client: httpx.Client) -> None:
    header = {"Content-Type": "application/sparql-query"}
    assert client.post("/sparql", content=b'ASK { ?s ?p "\xff" }', headers=header).status_code == 400
    assert client.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%FF%22%7D").status_code == 400


def test_a_body_that_is_too_large_is_413(client: httpx.Client) -> None:
    text = "ASK {} #" + "x" * 1_000_000
    response = client.post("/sparql", content=text, headers={"Content-Type": "application/sparql-query"})
    assert response.status_code == 413
    response = client.post("/sparql", data={"query": text})
    assert response.status_code == 413


def test_a_long_query_can_be_posted(client: httpx.Client) -> None:
    values = " ".join(f"<https://example.org/{n}>" for n in range(20_000))
    query = f"SELECT (COUNT(?s) AS ?n) {{ VALUES ?s {{ {values} }} }}"
    response = client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    assert response.json()["results"]["bindings"][0]["n"]["value"] == "20000"


def test_updates_are_refused(client: httpx.Client) -> None:
    update = "INSERT DATA { <x:a> <x:b> <x:c> }"
    direct = {"Content-Type": "application/sparql-update"}
    answers = [
        client.post("/sparql", content=update, headers=direct),
        client.post("/sparql", data={"update": update}),
        client.get("/sparql", params={"update": update}),
    ]
    assert [a.status_code for a in answers] == [403, 403, 403]
    assert "read-only" in answers[0].text
    assert get(client, update).status_code == 400
    assert get(client, "ASK { <x:a> <x:b> <x:c> }").json()["boolean"] is False


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_405(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/sparql?query=ASK%7B%7D")
    assert response.status_code == 405
    assert "GET" in response.headers["allow"]


def test_head_has_the_headers_of_get_and_no_body(client: httpx.Client) -> None:
    of_get = get(client, FILMS)
    of_head = client.head("/sparql", params={"query": FILMS})
    assert (of_head.status_code, of_head.content) == (200, b"")
    for name in ("content-type", "content-length", "vary"):
        assert of_head.headers[name] == of_get.headers[name]


def test_pages_of_others_may_ask(client: httpx.Client) -> None:
    wish = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    allowed = client.options("/sparql", headers=wish)
    assert (allowed.status_code, allowed.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert "Content-Type" in allowed.headers["access-control-allow-headers"]
    for response in (allowed, get(client, FILMS), get(client, "nonsense"), client.get("/ask?q=blurb")):
        assert response.headers["access-control-allow-origin"] == "*"


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> str:
    """The name of a graph that holds what one document says."""
    rows = get(client, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").json()
    return str(rows["results"]["bindings"][0]["g"]["value"])


def count(client: httpx.Client, query: str, **dataset: str) -> int:
    response = client.get("/sparql", params={"query": query, **dataset})
    assert response.status_code == 200, response.text
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


def test_the_dataset_of_the_request_replaces_that_of_the_query(client: httpx.Client, document: str) -> None:
    default, named = "SELECT (COUNT(*) AS ?n) {?s ?p ?o}", "SELECT (COUNT(*) AS ?n) {GRAPH ?g {?s ?p ?o}}"
    of_document = count(client, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{document}> {{?s ?p ?o}} }}")
    assert 0 < of_document < count(client, default)
    assert of_document < count(client, named)
    graph = {"default-graph-uri": document}
    assert count(client, default, **graph) == of_document
    assert count(client, named, **graph) == 0
    graph = {"named-graph-uri": document}
    assert count(client, named, **graph) == of_document
    assert count(client, default, **graph) == 0
    assert count(client, f"SELECT (COUNT(*) AS ?n) FROM <{document}> {{?s ?p ?o}}") == of_document
    overruled = "SELECT (COUNT(*) AS ?n) FROM <https://example.org/none> {?s ?p ?o}"
    assert count(client, overruled, **{"default-graph-uri": document}) == of_document


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <https://example.org/films> { ?s ?p ?o }",
        "SELECT * FROM NAMED <https://example.org/films> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX e: <https://example.org/> SELECT * FROM e:films { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?e { ?s ?p ?o } }",
        "LOAD <https://example.org/films>",
    ],
)
def test_what_reaches_out_is_400(client: httpx.Client, query: str) -> None:
    response = get(client, query)
    assert response.status_code == 400, response.text
    assert response.text.count("\n") == 1
    assert len(response.text) > 40


@pytest.mark.parametrize("kind", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_the_store_lacks_is_400(client: httpx.Client, kind: str) -> None:
    response = client.get("/sparql", params={"query": FILMS, kind: "https://example.org/films"})
    assert response.status_code == 400
    assert "no graph <https://example.org/films>" in response.text


@pytest.mark.parametrize("graph", ["not an iri", "<x:g>", "x:g> { } #", "\x00"])
def test_a_graph_that_is_no_iri_is_400(client: httpx.Client, graph: str) -> None:
    response = client.get("/sparql", params={"query": FILMS, "default-graph-uri": graph})
    assert response.status_code == 400, response.text
    assert "Traceback" not in response.text


def test_the_service_describes_itself(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    address = str(response.url)
    triples = list(ox.parse(response.content, format=ox.RdfFormat.TURTLE, base_iri=address))
    sd = "http://www.w3.org/ns/sparql-service-description#"
    said = {(t.subject.value, t.predicate.value, t.object.value) for t in triples}
    assert (address, f"{sd}endpoint", address) in said
    assert (address, f"{sd}supportedLanguage", f"{sd}SPARQL11Query") in said
    assert address.replace("/sparql", "/lookup?iri=") in {o for *_, o in said}


def test_a_browser_is_sent_to_the_page(client: httpx.Client) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
    response = client.get("/sparql", headers={"Accept": accept})
    assert (response.status_code, response.headers["location"]) == (303, "/")


def test_an_iri_can_be_looked_up(client: httpx.Client) -> None:
    agent = "https://w3id.org/filmgraph/id/agent/jacques-audiard"
    for type_, format_ in (
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ):
        response = client.get("/lookup", params={"iri": agent}, headers={"Accept": type_})
        triples = list(ox.parse(response.content, format=format_))
        assert "Jacques Audiard" in {t.object.value for t in triples}


def test_the_words_at_an_attestation_can_be_looked_up(client: httpx.Client) -> None:
    query = """PREFIX fg: <https://w3id.org/filmgraph/ns#>
        SELECT ?a { ?c fg:attestedBy ?a FILTER(CONTAINS(STR(?a), "#row=")) } ORDER BY ?a LIMIT 1"""
    row = get(client, query).json()["results"]["bindings"][0]["a"]["value"]
    response = client.get("/lookup", params={"iri": row}, headers={"Accept": "application/n-triples"})
    [triple] = ox.parse(response.content, format=ox.RdfFormat.N_TRIPLES)
    assert triple.subject == ox.NamedNode(row)
    assert triple.predicate.value == "http://www.w3.org/ns/oa#exact"
    assert "," in triple.object.value


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"iri": "https://example.org/nothing"}, 404),
        ({"iri": "x> ?p ?o . <y"}, 400),
        ({"iri": "films"}, 400),
        ({}, 400),
    ],
)
def test_what_cannot_be_looked_up(client: httpx.Client, parameters: dict[str, str], status: int) -> None:
    response = client.get("/lookup", params=parameters)
    assert (response.status_code, response.text.count("\n")) == (status, 1)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "\x00",
        "SELECT",
        "}" * 1000,
        "SELECT * {" + "{" * 5000,
        "SELECT (1/0 AS ?x) {}",
        'SELECT * { ?s ?p "' + "a" * 10_000,
        "\ufeffASK {}",
        "SELECT ?x { ?x <a b> ?y }",
        "SELECT * { FILTER(REGEX('a', '(')) }",
        "ASK { ?s (<x:a>/)+ ?o }",
    ],
)
def test_nonsense_gets_a_sentence_and_no_stack_trace(client: httpx.Client, query: str) -> None:
    response = client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    assert response.status_code in (200, 400), response.text
    assert "Traceback" not in response.text
    assert 'File "' not in response.text
    assert get(client, "ASK {}").status_code == 200


def test_an_answer_on_a_kept_connection_does_not_wait(client: httpx.Client) -> None:
    """With Nagle's algorithm on, the second part of each answer waits 40 ms for an acknowledgment."""
    taken = [get(client, "ASK {}").elapsed.total_seconds() for _ in range(15)]
    assert min(taken) < 0.03
