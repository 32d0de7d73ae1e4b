"""A Knowledge over a small graph file: what the real store does, in memory and as plainly as can be."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox

from filmgraph.model.knowledge import EntityKind, NameMatch
from filmgraph.model.names import fold, surname
from filmgraph.model.table import Table
from filmgraph.model.terms import IRI, Literal, Term

HERE = Path(__file__).resolve().parent / "queries"
ROLES = HERE.parent.parent / "ontology" / "roles.ttl"
GRAPH = HERE / "graph.trig"

_KINDS: dict[str, EntityKind] = {
    "https://schema.org/Movie": "film",
    "https://schema.org/Person": "person",
    "https://schema.org/Organization": "organization",
    "https://w3id.org/filmgraph/ns#CreativeTeam": "team",
}
_NAMES = """
PREFIX schema: <https://schema.org/> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX fg: <https://w3id.org/filmgraph/ns#>
SELECT ?iri ?kind ?label ?name ?member (COUNT(DISTINCT ?film) AS ?weight) WHERE {
  ?iri a ?kind ; schema:name ?label ; schema:name|schema:alternateName ?name .
  OPTIONAL { ?iri foaf:member ?member }
  OPTIONAL { { ?credit fg:agent ?iri ; fg:film ?film } UNION { ?film fg:film ?iri } }
} GROUP BY ?iri ?kind ?label ?name ?member ORDER BY ?label ?name ?member
"""


class GraphKnowledge:
    """Films, agents and credits of a TriG file; `asked` counts the queries it was sent."""

    def __init__(self, graph: str) -> None:
        self.store = ox.Store()
        self.store.load(graph.encode(), format=ox.RdfFormat.TRIG)
        self.store.load(path=str(ROLES), format=ox.RdfFormat.TURTLE)
        self.asked = 0
        self._names: list[tuple[str, NameMatch]] = []
        members: dict[str, set[str]] = {}
        rows = list(self.select(_NAMES))
        for row in rows:
            if "member" in row:
                members.setdefault(row["iri"], set()).add(row["member"])
        for row in rows:
            if row["kind"] in _KINDS:
                team = tuple(sorted(members.get(row["iri"], ())))
                weight = int(row["weight"])
                match = NameMatch(row["iri"], _KINDS[row["kind"]], row["label"], weight, "exact", team)
                self._names.append((row["name"], match))

    def select(self, sparql: str, *, timeout: float | None = None) -> Table:
        self.asked += 1 if hasattr(self, "asked") else 0
        answer = self.store.query(sparql)
        if isinstance(answer, ox.QueryBoolean):
            return Table(("answer",), ((Literal(str(bool(answer)).lower()),),))
        assert isinstance(answer, ox.QuerySolutions)
        columns = tuple(v.value for v in answer.variables)
        return Table(columns, tuple(tuple(_term(s[c]) for c in columns) for s in answer))

    def find_names(
        self, text: str, kinds: tuple[EntityKind, ...] = (), *, limit: int = 10
    ) -> tuple[NameMatch, ...]:
        wanted = fold(text)
        found: dict[str, NameMatch] = {}
        for how in ("exact", "surname", "prefix", "misspelt"):
            fitting = [
                m
                for name, m in self._names
                if (not kinds or m.kind in kinds) and _fits(how, wanted, name, m.kind)
            ]
            for m in sorted(fitting, key=lambda m: (-m.weight, m.label, m.iri)):
                found.setdefault(m.iri, NameMatch(m.iri, m.kind, m.label, m.weight, how, m.members))
        return tuple(found.values())[:limit]

    def read_quote(self, attestation: str) -> str | None:
        row = attestation.partition("#row=")[2]
        lines = (HERE / "credits.csv").read_text(encoding="utf-8").splitlines()
        return lines[int(row) - 1] if row else None


def _fits(how: str, wanted: str, name: str, kind: EntityKind) -> bool:
    folded = fold(name)
    if how == "exact":
        return folded == wanted
    if how == "surname":
        return kind == "person" and surname(name) == wanted
    if how == "prefix":
        return folded.startswith(wanted)
    return abs(len(folded) - len(wanted)) < 2 and bool(_cuts(folded) & _cuts(wanted))


@cache
def _cuts(word: str) -> frozenset[str]:
    return frozenset([word, *(word[:i] + word[i + 1 :] for i in range(len(word)))])


def _term(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return IRI(term.value)
    assert isinstance(term, ox.Literal)
    return Literal(term.value, term.datatype.value, term.language or "")


@cache
def load_graph() -> GraphKnowledge:
    """The graph of these tests, read once."""
    return GraphKnowledge(GRAPH.read_text(encoding="utf-8"))
