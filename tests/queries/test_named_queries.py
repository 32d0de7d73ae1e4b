"""Every named query and check on the small graph: in two engines, with every parameter, as documented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest
import rdflib
from graph_knowledge import GRAPH, ROLES, GraphKnowledge, load_graph

from filmgraph.catalogs.namespaces import FG, SCHEMA
from filmgraph.catalogs.parameters import find_roles, resolve_parameters
from filmgraph.catalogs.queries import NamedQuery, bind, load_checks, load_queries
from filmgraph.catalogs.roles import load_roles
from filmgraph.errors import NameNotFoundError, QueryError
from filmgraph.model.terms import Term

QUERIES = dict(load_queries())
CHECKS = dict(load_checks())
PARAMETERS = [(name, p.name) for name, query in QUERIES.items() for p in query.params]
# Of parameters whose example gives what another example already gave, a value that tells them apart.
OTHER_VALUES = {
    ("producers-in-common", "one"): "Ken Loach",
    ("producers-in-common", "other"): "Ken Loach",
    ("evidence", "agent"): "Thomas Bidegain",
    ("disputed-facts", "film"): "Amour",
    ("credits-in-common", "one"): "Dheepan",
    ("credits-in-common", "other"): "Dheepan",
}


def run(query: NamedQuery, given: Mapping[str, str]) -> list[list[str]]:
    graph = load_graph()
    return graph.select(bind(query, resolve_parameters(query, given, graph).bindings)).values()


def examples(query: NamedQuery, *, required_only: bool = True) -> dict[str, str]:
    return {p.name: p.example for p in query.params if p.required or not required_only}


@cache
def rdflib_dataset() -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(str(GRAPH), format="trig")
    dataset.default_graph.parse(str(ROLES), format="turtle")
    return dataset


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_answers_its_own_examples(name: str) -> None:
    query = QUERIES[name]
    assert run(query, examples(query)), "the examples of the header find nothing"
    table = load_graph().select(
        bind(query, resolve_parameters(query, examples(query), load_graph()).bindings)
    )
    assert table.columns == tuple(column.name for column in query.columns)


@pytest.mark.parametrize(("name", "param"), PARAMETERS)
def test_binding_a_parameter_changes_the_answer(name: str, param: str) -> None:
    query = QUERIES[name]
    given = examples(query)
    if query.param(param).required:
        other = OTHER_VALUES.get((name, param)) or another(query, param)
        assert run(query, {**given, param: other}) != run(query, given)
    else:
        value = OTHER_VALUES.get((name, param)) or query.param(param).example
        bound = run(query, {**given, param: value})
        assert Counter(map(tuple, bound)) != Counter(map(tuple, run(query, given)))


def another(query: NamedQuery, param: str) -> str:
    """A value other than the example's, of the parameter's type."""
    others = {
        "film": ("A Prophet", "Amour"), "agent": ("Ken Loach", "Michael Haneke"),
        "text": ("Romania", "Austria"), "organization": ("Wega Film", "RTBF"),
    }[query.param(param).type]  # fmt: skip
    return next(value for value in others if value != query.param(param).example)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own use of what it deprecates
@pytest.mark.parametrize("name", sorted(QUERIES | CHECKS))
def test_two_engines_give_the_same_table(name: str) -> None:
    query = (QUERIES | CHECKS)[name]
    bindings = resolve_parameters(query, examples(query), load_graph()).bindings
    sparql = bind(query, bindings)
    mine = load_graph().select(sparql)
    theirs = rdflib_dataset().query(sparql)
    assert tuple(str(v) for v in theirs.vars or ()) == mine.columns
    rows = [tuple("" if cell is None else str(cell) for cell in row) for row in theirs]  # type: ignore[union-attr]
    assert Counter(rows) == Counter(map(tuple, mine.values()))


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_required_parameter_is_asked_for(name: str) -> None:
    query = QUERIES[name]
    required = [p for p in query.params if p.required]
    if required:
        with pytest.raises(QueryError, match=f"needs the parameter '{required[0].name}'"):
            bind(query, {})
    else:
        assert load_graph().select(bind(query, {})).rows


def test_rows_do_not_repeat() -> None:
    for name, query in QUERIES.items():
        rows = [tuple(row) for row in run(query, examples(query))]
        assert len(rows) == len(set(rows)), name


def test_producers_in_common_is_wide_unless_told() -> None:
    query = QUERIES["producers-in-common"]
    both = {"one": "Audiard", "other": "the Dardennes"}
    assert [(row[0], row[1], row[2]) for row in run(query, both)] == [
        ("France 2 Cinéma", "3", "3"),
        ("Les Films du Fleuve", "1", "4"),
        ("Why Not Productions", "3", "2"),
        ("Page 114", "3", "1"),
        ("Pascal Caucheteux", "2", "2"),
        ("RTBF", "1", "3"),
        ("Martine Cassinelli", "2", "1"),
        ("BIM Distribuzione", "1", "1"),
    ]
    strict = run(query, {**both, "role": "producer"})
    assert [row[0] for row in strict] == ["Martine Cassinelli", "Pascal Caucheteux"]


def test_a_member_counts_with_the_team() -> None:
    luc = {row[1] for row in run(QUERIES["filmography"], {"agent": "Luc Dardenne"})}
    assert luc == {"Rust and Bone", "The Kid with a Bike", "Two Days, One Night", "Beyond the Hills"}


def test_the_checks_find_what_is_wrong_and_nothing_else() -> None:
    graph = load_graph()
    found = {name: len(graph.select(check.text).rows) for name, check in CHECKS.items()}
    assert {name: count for name, count in found.items() if count} == {"disputed-film-data": 1}


WRONG = """
@prefix fg: <https://w3id.org/filmgraph/ns#> . @prefix schema: <https://schema.org/> .
@prefix role: <https://w3id.org/filmgraph/role/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix e: <http://example.org/> .
e:film a schema:Movie ; schema:name "Film" ; schema:datePublished "1781"^^xsd:gYear .
e:late a schema:Movie ; schema:name "Late" ; schema:datePublished "2012"^^xsd:gYear .
e:untitled a schema:Movie .
e:firm a schema:Organization ; schema:name "Firm" .
e:pair a fg:CreativeTeam ; schema:name "The Pair" .
e:unattested a fg:Credit ; fg:film e:late ; fg:agent e:firm ; fg:role role:editor .
e:unquoted a fg:Credit ; fg:film e:film ; fg:agent e:pair ; fg:role role:director ;
  fg:attestedBy <http://example.org/d#char=1,2> .
e:film schema:director e:pair .
e:review a schema:Review ; schema:itemReviewed e:late ; schema:datePublished "2009-05-01"^^xsd:date .
e:film fg:disputed <http://example.org/d#char=3,4> .
"""


@pytest.mark.parametrize(
    ("check", "thing"),
    [
        ("attestation-without-quote", "http://example.org/d#char=1,2"),
        ("credit-without-attestation", "http://example.org/unattested"),
        ("credit-without-direct-triple", "http://example.org/unattested"),
        ("disputed-film-data", "http://example.org/film"),
        ("film-without-title", "http://example.org/untitled"),
        ("review-before-film", "http://example.org/review"),
        ("role-of-the-wrong-kind", "http://example.org/unattested"),
        ("team-without-members", "http://example.org/pair"),
        ("year-out-of-range", "http://example.org/film"),
    ],
)
def test_a_check_finds_its_error(check: str, thing: str) -> None:
    rows = list(GraphKnowledge(WRONG).select(CHECKS[check].text))
    assert [row["thing"] for row in rows] == [thing]
    assert rows[0]["what"]


def test_every_check_has_an_error_to_find() -> None:
    marks = test_a_check_finds_its_error.pytestmark  # type: ignore[attr-defined]
    assert {case[0] for case in marks[0].args[1]} == set(CHECKS)


def test_roles_are_found_in_any_language_and_number() -> None:
    catalog = load_roles()
    assert find_roles("monteurs", catalog) == find_roles("editor", catalog) == ("editor",)
    assert find_roles("directors of photography", catalog) == ("cinematographer",)
    assert set(find_roles("producing", catalog)) >= {"producer", "co-producer", "production-company"}
    assert find_roles("astronaut", catalog) == ()


def resolve(name: str, **given: str) -> Mapping[str, tuple[Term, ...]]:
    return resolve_parameters(QUERIES[name], given, load_graph()).bindings


def test_parameters_of_every_type_resolve() -> None:
    assert [t.value for t in resolve("films-by-year", year="2012")["year"]] == ["2012"]
    assert "France" in [t.value for t in resolve("films-by-year", country="france")["country"]]
    (film,) = resolve("characters", film="de rouille et d’os")["film"]
    assert film.value.endswith("film/rust-and-bone-2012")
    assert resolve("characters", film=film.value)["film"] == (film,)
    company = resolve("films-of-company", company="why not productions")["company"]
    assert company[0].value.endswith("agent/why-not-productions")
    assert resolve("films-by-year", year=" ") == {}


def test_values_that_do_not_fit_are_refused() -> None:
    with pytest.raises(QueryError, match="a year of four digits, not 'soon'"):
        resolve("films-by-year", year="soon")
    with pytest.raises(QueryError, match="no role is called 'astronaut'"):
        resolve("filmography", agent="Audiard", role="astronaut")
    with pytest.raises(NameNotFoundError, match=r"“Jacques Audiart”.*Nearest: Jacques Audiard"):
        resolve("filmography", agent="Jacques Audiart")
    with pytest.raises(NameNotFoundError, match="organization"):
        resolve("films-of-company", company="Jacques Audiard")


def test_producers_in_common_names_every_producing_role() -> None:
    catalog = load_roles()
    text = QUERIES["producers-in-common"].text
    told = re.findall(r"\?property = (\w+:\w+) && \(!BOUND\(\?role\) \|\| \?role = role:([\w-]+)\)", text)
    table = {role: property_ for property_, role in told}
    assert len(told) == 2 * len(table)
    prefixes = {"fg": FG, "schema": SCHEMA}
    assert {role: prefixes[p.partition(":")[0]] + p.partition(":")[2] for role, p in table.items()} == {
        role: catalog.roles[role].direct_property for role in catalog.narrower("producing")
    }


def test_how_a_film_follows_its_source_is_said_in_words() -> None:
    for name in ("films-based-on-books", "source-authors"):
        place = [column.name for column in QUERIES[name].columns].index("how")
        said = {row[place] for row in run(QUERIES[name], {})}
        assert {"based on", "inspired by"} <= said <= {"based on", "inspired by", "suggested by", "remake of"}


def test_films_without_a_year_come_last() -> None:
    graph = GraphKnowledge(GRAPH.read_text(encoding="utf-8"))
    graph.store.update(
        "PREFIX schema: <https://schema.org/> DELETE WHERE "
        "{ <https://w3id.org/filmgraph/id/film/a-prophet-2009> schema:datePublished ?year }"
    )
    query = QUERIES["filmography"]
    rows = graph.select(
        bind(query, resolve_parameters(query, {"agent": "Jacques Audiard"}, graph).bindings)
    ).values()
    titles = list(dict.fromkeys(row[1] for row in rows))
    assert titles == ["Rust and Bone", "Dheepan", "A Prophet"]
