"""What a query may not do: reach out of the store, or change it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from filmgraph.errors import QueryError
from filmgraph.model.knowledge import QueryForm
from filmgraph.store.tokens import Lexer, Token, calls_service

MAX_QUERY = 4_000_000
# Relative addresses in BASE add to one another: thousands of them would take minutes.
_MAX_BASE = 1000
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def check_query(sparql: str) -> tuple[str, ...]:
    """The graphs that the query's FROM clauses name; raises QueryError where it is refused."""
    if len(sparql) > MAX_QUERY:
        raise QueryError(f"The query is {len(sparql):,} characters long; {MAX_QUERY:,} is the most.")
    if calls_service(sparql):
        raise QueryError(
            "SERVICE is refused: a query here reads this store only. "
            "Ask the other endpoint by itself and join the answers."
        )
    return read_dataset(sparql)


def read_form(sparql: str) -> QueryForm:
    """Whether the query gives a table, a yes or no, or a graph; what is no query counts as a table's."""
    for token in Lexer(sparql):
        if token.is_word("SELECT"):
            return "select"
        if token.is_word("ASK"):
            return "ask"
        if token.is_word("CONSTRUCT", "DESCRIBE"):
            return "graph"
    return "select"


def read_dataset(sparql: str) -> tuple[str, ...]:
    """The IRIs after FROM and FROM NAMED; raises QueryError at the first word of an update."""
    prefixes: dict[str, str] = {}
    base = ""
    graphs: list[str] = []
    start = Token("mark", "", 0)
    form, last, last_but_one = start, start, start
    tokens = iter(Lexer(sparql))
    for token in tokens:
        if token.text == "{":
            if not (last is form and form.is_word("CONSTRUCT")):
                break
            # The template; the graphs are named behind it.
            token = next((t for t in tokens if t.text == "}"), start)
        elif form is start and token.is_word(*_FORMS):
            form = token
        elif form is start and token.is_word(*_UPDATES):
            raise QueryError(
                f"{token.text.upper()} is refused: it changes the graph, and queries only read it. "
                "Change what the store holds with `filmgraph add`, `remove`, `reject` or `assert`.",
                *find_position(sparql, token.start),
            )
        elif token.kind in ("iri", "name"):
            if last.is_word("BASE"):
                base = urljoin(base, token.text[1:-1])
                if len(base) > _MAX_BASE:
                    raise QueryError(f"The address that BASE gives has over {_MAX_BASE:,} characters.")
            elif last.kind == "name" and last_but_one.is_word("PREFIX"):
                prefixes[last.text] = urljoin(base, token.text[1:-1])
            elif last.is_word("FROM", "NAMED"):
                graphs.append(_expand(token, prefixes, base))
        last_but_one, last = last, token
    return tuple(g for g in graphs if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", g))


def _expand(token: Token, prefixes: dict[str, str], base: str) -> str:
    if token.kind == "iri":
        return urljoin(base, token.text[1:-1]) if base else token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(f"{prefix}:", "") + re.sub(r"\\(.)", r"\1", local)


def find_position(sparql: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character."""
    return sparql.count("\n", 0, offset) + 1, offset - (sparql.rfind("\n", 0, offset) + 1) + 1
