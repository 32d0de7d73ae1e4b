from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from filmgraph.catalogs.queries import NamedQuery, bind, load_checks, load_queries, load_query, parse_query
from filmgraph.errors import QueryError
from filmgraph.model.terms import IRI, Literal

HEADER = """#+ summary: names of a film
#+ description: All of them.
#+ params:
#+   - name: film
#+     type: film
#+     required: true
#+     example: Rust and Bone
#+     summary: which film
#+ columns:
#+   name: the name
"""
BODY = "SELECT ?name WHERE { VALUES ?film { UNDEF } ?film <https://schema.org/name> ?name }\n"


def query(header: str = HEADER, body: str = BODY) -> NamedQuery:
    return parse_query("names", header + body)


def test_a_header_is_read() -> None:
    read = query()
    assert (read.summary, read.description) == ("names of a film", "All of them.")
    (param,) = read.params
    assert (param.name, param.type, param.required, param.example) == ("film", "film", True, "Rust and Bone")
    assert [(c.name, c.summary) for c in read.columns] == [("name", "the name")]


def test_a_query_without_header_has_no_parameters() -> None:
    assert parse_query("plain", "SELECT * { ?s ?p ?o }").params == ()


@pytest.mark.parametrize(
    ("header", "line", "says"),
    [
        ("#+ sumary: x\n", 1, "unknown header key 'sumary'"),
        ("#+ summary: x\n#+ summary: y\n", 2, "needs one value"),
        ("#+ description: x\n", 1, "lacks its `summary`"),
        ("#+ summary: x\n#+ what is this\n", 2, "a header line is `key: value`"),
        ("#+ summary: x\n#+ params: film\n", 2, "followed by indented lines"),
        ("#+ summary: x\n#+   name: film\n", 2, "fits neither"),
        (HEADER.replace("type: film", "type: movie"), 4, "has type 'movie'"),
        (HEADER.replace("required: true", "required: yes"), 6, "true or false"),
        (HEADER.replace("#+     example: Rust and Bone\n", ""), 4, "lacks its 'example'"),
        (HEADER.replace("film\n#+     type", "other\n#+     type"), 4, "has no `VALUES ?other { UNDEF }`"),
        ("#+ summary: x\n", 2, "not declared"),
    ],
)
def test_a_wrong_header_names_its_line(header: str, line: int, says: str) -> None:
    with pytest.raises(QueryError, match="names, line") as caught:
        query(header)
    assert caught.value.line == line
    assert says in str(caught.value)


def test_a_file_with_a_wrong_header_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("#+ sumary: x\nASK {}", encoding="utf-8")
    with pytest.raises(QueryError, match=r"mine\.rq, line 1: unknown header key"):
        load_query(path)


def test_every_clause_of_a_parameter_is_bound() -> None:
    twice = query(body=BODY.replace("?film <", "{ VALUES ?film {undef} } ?film <"))
    bound = bind(twice, {"film": [IRI("http://e.org/a"), IRI("http://e.org/b")]})
    assert bound.count("VALUES ?film { <http://e.org/a> <http://e.org/b> }") == 2
    assert "undef" not in bound.lower()


def test_clauses_in_comments_and_strings_stay_as_they_are() -> None:
    noted = query(
        body="# VALUES ?film { UNDEF }\n" + BODY.replace("?name }", '?name, "VALUES ?film { UNDEF }" }')
    )
    assert bind(noted, {"film": [IRI("http://e.org/a")]}).count("UNDEF") == 2


def test_values_cannot_break_out_of_the_clause() -> None:
    text = Literal('x" } } DROP ALL # \\ \n')
    bound = bind(query(), {"film": [text]})
    assert '{ "x\\" } } DROP ALL # \\\\ \\n" }' in bound
    for iri in ("http://e.org/> } #", "no-scheme", "http://e.org/a b", 'http://e.org/"'):
        with pytest.raises(QueryError, match="is not an IRI"):
            bind(query(), {"film": [IRI(iri)]})


def test_a_required_parameter_refuses_to_stay_open() -> None:
    with pytest.raises(QueryError, match=r"needs the parameter 'film'.*-p film=\"Rust and Bone\""):
        bind(query(), {})


def test_an_unknown_parameter_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="takes no parameter 'flim'; its parameters: film"):
        bind(query(), {"flim": [IRI("http://e.org/a")]})


def test_an_optional_parameter_stays_open() -> None:
    optional = query(HEADER.replace("required: true", "required: false"))
    assert bind(optional, {}) == optional.text


def test_the_catalog_is_complete() -> None:
    queries, checks = load_queries(), load_checks()
    assert len(queries) >= 20
    assert len(checks) >= 9
    for found in {**queries, **checks}.values():
        assert found.summary, found.name
        assert found.columns, found.name
        assert all(param.summary for param in found.params), found.name


def test_loading_the_queries_takes_no_rdf_library() -> None:
    code = (
        "import sys; from filmgraph.catalogs.queries import load_queries; load_queries();"
        "print({'rdflib', 'pyoxigraph', 'click'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.strip() == "set()"
