"""Golden cases: a source, the facts read in it, the graph made of them, and why the case exists.

Each folder of `tests/cases/` holds `source.*`, `facts.jsonl`, `graph.nq` and
`README.md`. `pytest --accept tests/test_cases.py` writes facts and graph anew;
read the diff before you commit it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from filmgraph.intake import extract_file
from filmgraph.model.document import Document
from filmgraph.model.entities import Dataset
from filmgraph.model.facts import Evidence, FilmFacts
from filmgraph.model.serial import from_data, to_data
from filmgraph.model.sources import SourceRecord
from filmgraph.model.terms import Quad
from filmgraph.rdf import build_quads
from filmgraph.resolution import resolve
from filmgraph.sample import sample_paths

CASES = sorted(p.parent for p in (Path(__file__).parent / "cases").glob("*/source.*"))
SCHEME = {quad.n4() for quad in build_quads(Dataset())}


def record(document: Document) -> SourceRecord:
    return SourceRecord(document.origin, document.sha256, document.media_type, document.rights)


def read(path: Path) -> tuple[Document, tuple[FilmFacts, ...]]:
    return extract_file(path, path.name)


def graph_of(documents: Sequence[Document], facts: Sequence[FilmFacts]) -> list[Quad]:
    """The quads of the documents alone, without the scheme of roles that every graph holds."""
    quads = build_quads(resolve([record(d) for d in documents], facts, ()))
    return [quad for quad in quads if quad.n4() not in SCHEME]


def evidences(facts: FilmFacts) -> list[Evidence]:
    families = (facts.stated, facts.credits, facts.source_works, facts.other_films)
    return [fact.evidence for family in families for fact in family]


def test_all_cases_are_collected() -> None:
    assert len(CASES) == 8
    assert all((case / "README.md").read_text().strip() for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    document, facts = read(next(case.glob("source.*")))
    lines = "".join(json.dumps(to_data(f), ensure_ascii=False, indent=1) + "\n" for f in facts)
    graph = "".join(f"{quad.n4()}\n" for quad in graph_of([document], facts))
    if request.config.getoption("--accept"):
        (case / "facts.jsonl").write_text(lines, encoding="utf-8")
        (case / "graph.nq").write_text(graph, encoding="utf-8")
    assert lines == (case / "facts.jsonl").read_text(encoding="utf-8")
    assert graph == (case / "graph.nq").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [next(c.glob("source.*")) for c in CASES] + sample_paths(), ids=lambda p: p.stem
)
def test_every_fact_has_its_exact_words(path: Path) -> None:
    document, facts = read(path)
    assert facts
    for film in facts:
        assert film.first("title")
        assert film.credits
        for evidence in evidences(film):
            assert document.text[evidence.span.start : evidence.span.end] == evidence.quote
            assert evidence.quote.strip()
        assert [u.span for u in film.unread] == sorted(u.span for u in film.unread)
        for film_facts in facts:
            assert from_data(FilmFacts, json.loads(json.dumps(to_data(film_facts)))) == film_facts


def test_every_credit_of_the_sample_has_an_attestation() -> None:
    documents, facts = zip(*(read(path) for path in sample_paths()), strict=True)
    dataset = resolve([record(d) for d in documents], [f for several in facts for f in several], ())
    assert len(dataset.credits) > 500
    assert all(credit.attestations and credit.credited_as for credit in dataset.credits)


def test_the_order_of_files_does_not_matter() -> None:
    pairs = [read(path) for path in sample_paths()]
    there = graph_of([d for d, _ in pairs], [f for _, several in pairs for f in several])
    pairs.reverse()
    back = graph_of([d for d, _ in pairs], [f for _, several in pairs for f in reversed(several)])
    assert [q.n4() for q in there] == [q.n4() for q in back]
