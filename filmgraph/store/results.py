"""Result tables from SPARQL 1.1 Query Results JSON."""

from __future__ import annotations

import json
from typing import Any

from filmgraph.model.table import Table
from filmgraph.model.terms import IRI, XSD, XSD_STRING, Literal, Term

_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def read_table(body: bytes) -> Table:
    """The table in a result; an ASK's is one cell, column "answer".

    Raises ValueError or KeyError on other data.
    A blank node, which our own graphs have none of, comes as an IRI that begins with `_:`.
    """
    data = json.loads(body)
    if "boolean" in data:
        cell = Literal("true" if data["boolean"] else "false", XSD + "boolean")
        return Table(("answer",), ((cell,),))
    columns = tuple(data["head"].get("vars", ()))
    # One value for each distinct cell: results repeat the same few terms.
    known: dict[tuple[str | None, ...], Term] = {}
    rows = []
    for binding in data["results"]["bindings"]:
        rows.append(tuple(_read_term(binding[c], known) if c in binding else None for c in columns))
    return Table(columns, tuple(rows))


def _read_term(cell: dict[str, Any], known: dict[tuple[str | None, ...], Term]) -> Term:
    key = (cell["type"], cell["value"], cell.get("datatype"), cell.get("xml:lang"))
    term = known.get(key)
    if term is None:
        term = known[key] = _make_term(cell)
    return term


def _make_term(cell: dict[str, Any]) -> Term:
    if cell["type"] == "uri":
        return IRI(cell["value"])
    if cell["type"] == "bnode":
        return IRI("_:" + cell["value"])
    language = cell.get("xml:lang", "")
    return Literal(cell["value"], cell.get("datatype", _LANG_STRING if language else XSD_STRING), language)
