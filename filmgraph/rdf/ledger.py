"""Decisions and explanations as quads of the graph `id:ledger`.

A person's decision and a rule's explanation are read alike: what it is about
(`fg:about`), the verdict, and why in a sentence (`rdfs:comment`).
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from filmgraph.catalogs.namespaces import ID
from filmgraph.model.decisions import Decision
from filmgraph.model.entities import Dataset, Explanation
from filmgraph.model.terms import IRI, Literal, Quad
from filmgraph.rdf import terms as t


def build_ledger(dataset: Dataset) -> Iterator[Quad]:
    """The quads of the decisions in force and of the explanations."""
    base = find_base(dataset)
    graph = IRI(f"{base}ledger")
    for explanation in dataset.explanations:
        yield from explanation_quads(explanation, base, graph)
    for decision in dataset.decisions:
        yield from decision_quads(decision, base, graph)


def find_base(dataset: Dataset) -> str:
    """The base of the dataset's IRIs, taken from a document or film; the project's own for an empty one."""
    iris = [d.iri for d in dataset.documents[:1]] + [f.iri for f in dataset.films[:1]]
    return iris[0].rpartition("/")[0].rpartition("/")[0] + "/" if iris else ID


def explanation_quads(explanation: Explanation, base: str, graph: IRI) -> Iterator[Quad]:
    """One line on why things are one, two, or in doubt."""
    text = "\0".join((explanation.verdict, explanation.left, explanation.right, explanation.why))
    node = IRI(f"{base}decision/{sha256(text.encode()).hexdigest()[:16]}")
    yield Quad(node, t.A, t.fg("Explanation"), graph)
    yield Quad(node, t.fg("verdict"), Literal(explanation.verdict), graph)
    for iri in sorted({explanation.left, explanation.right}):
        yield Quad(node, t.fg("about"), IRI(iri), graph)
    yield Quad(node, t.COMMENT, Literal(explanation.why), graph)
    if explanation.by != "rule":
        yield Quad(node, t.INFORMED_BY, IRI(explanation.by), graph)


def decision_quads(decision: Decision, base: str, graph: IRI) -> Iterator[Quad]:
    """An entry of the ledger; the attestations that it names are what it is about."""
    node = IRI(f"{base}decision/{decision.number}")
    yield Quad(node, t.A, t.fg("Decision"), graph)
    yield Quad(node, t.fg("verdict"), Literal(decision.kind), graph)
    yield Quad(node, t.COMMENT, Literal(decision.because), graph)
    yield Quad(node, t.DATE, t.date_literal(decision.date), graph)
    for agent in (decision.left, decision.right):
        if agent:
            yield Quad(node, t.fg("printedName"), Literal(agent.name), graph)
            for place in agent.mentions:
                yield Quad(node, t.fg("about"), IRI(place.attestation), graph)
            if not agent.mentions and agent.iri:  # a film that only a dump holds
                yield Quad(node, t.fg("about"), IRI(agent.iri), graph)
    if decision.film:
        yield Quad(node, t.fg("film"), IRI(decision.film[0]), graph)
