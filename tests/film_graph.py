"""A small real graph for tests, and a store of it that answers as the package's own stores do."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from filmgraph.catalogs.resources import find_folder
from filmgraph.model.knowledge import EntityKind, NameMatch
from filmgraph.model.names import fold, surname
from filmgraph.model.table import Table
from filmgraph.model.terms import IRI, XSD_STRING, Literal, Term

GRAPH = Path(__file__).parent / "export" / "graph.trig"
ID = "https://w3id.org/filmgraph/id/"
_KINDS: dict[str, EntityKind] = {
    "https://schema.org/Person": "person",
    "https://schema.org/Organization": "organization",
    "https://w3id.org/filmgraph/ns#CreativeTeam": "team",
    "https://schema.org/Movie": "film",
}


class TestKnowledge:
    """The Knowledge protocol over an Oxigraph store in memory; rows of lists have their text in `rows`."""

    __test__ = False

    def __init__(self, *turtle: str) -> None:
        self.store = ox.Store()
        self.asked: list[str] = []
        self.rows: dict[str, str] = {}
        for text in turtle:
            self.store.load(text.encode(), format=ox.RdfFormat.TRIG)

    def select(self, sparql: str, *, timeout: float | None = None) -> Table:
        self.asked.append(sparql)
        found = self.store.query(sparql)
        assert isinstance(found, ox.QuerySolutions)
        names = tuple(v.value for v in found.variables)
        return Table(names, tuple(tuple(_term(row[n]) for n in names) for row in found))

    def find_names(
        self, text: str, kinds: tuple[EntityKind, ...] = (), *, limit: int = 10
    ) -> tuple[NameMatch, ...]:
        wanted, members, found = fold(text), self._members(), list[NameMatch]()
        query = (
            "SELECT ?s ?t ?n (COUNT(?c) AS ?w) { ?s a ?t ; <https://schema.org/name> ?n "
            "OPTIONAL { ?c ?p ?s } } GROUP BY ?s ?t ?n"
        )
        for row in self.select(query):
            kind = _KINDS.get(row["t"])
            if kind is None or (kinds and kind not in kinds):
                continue
            match = (row["s"], kind, row["n"], int(row["w"]))
            if fold(row["n"]) == wanted:
                found.append(NameMatch(*match, "exact", members.get(row["s"], ())))
            elif kind == "person" and surname(row["n"]) == wanted:
                found.append(NameMatch(*match, "surname", members.get(row["s"], ())))
        order = {"exact": 0, "surname": 1}
        return tuple(sorted(found, key=lambda m: (order[m.how], -m.weight, m.label, m.iri))[:limit])

    def _members(self) -> dict[str, tuple[str, ...]]:
        found = defaultdict[str, list[str]](list)
        for row in self.select("SELECT ?t ?m { ?t <http://xmlns.com/foaf/0.1/member> ?m }"):
            found[row["t"]].append(row["m"])
        return {team: tuple(sorted(people)) for team, people in found.items()}

    def read_quote(self, attestation: str) -> str | None:
        return self.rows.get(attestation)

    def nquads(self) -> bytes:
        return self.store.dump(format=ox.RdfFormat.N_QUADS) or b""


def _term(term: object) -> Term | None:
    if isinstance(term, ox.NamedNode):
        return IRI(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, term.datatype.value if term.datatype else XSD_STRING, term.language or "")
    assert term is None
    return None


def load_sample() -> TestKnowledge:
    """Thirteen films around Audiard, the Dardennes, Haneke, Loach and Mungiu, with the scheme of roles."""
    roles = (find_folder("ontology") / "roles.ttl").read_text(encoding="utf-8")
    knowledge = TestKnowledge(GRAPH.read_text(encoding="utf-8"), roles)
    knowledge.rows = json.loads(GRAPH.with_name("rows.json").read_text(encoding="utf-8"))
    return knowledge
