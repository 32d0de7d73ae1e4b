"""The conversion gives the triples that the same facts get elsewhere, and no more of them than it may."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from dumping import converted, triples
from naive_dump import read_dump, read_facts

from filmgraph.catalogs.namespaces import FG, RDF
from filmgraph.catalogs.scheme import load_role_scheme
from filmgraph.dumps import read_names
from filmgraph.model.sources import SourceRecord
from filmgraph.rdf import build_name_entries, build_quads
from filmgraph.resolution import resolve
from filmgraph.store.base import read_row

SAMPLE = Path(__file__).parent / "sample"
SOURCE = SourceRecord("dump", "0" * 64, "text/tab-separated-values")


def by_rdf(folder: Path) -> set[str]:
    scheme = set(load_role_scheme())
    return {q.n4() for q in build_quads(read_dump(folder)) if q not in scheme}


def test_the_conversion_gives_the_quads_that_rdf_builds(tmp_path: Path) -> None:
    assert triples(converted(SAMPLE, tmp_path)[1]) == by_rdf(SAMPLE)


def test_the_resolver_mints_the_same_iris(tmp_path: Path) -> None:
    dataset = resolve([SOURCE], read_facts(SAMPLE, SOURCE.sha256), [])
    scheme = set(load_role_scheme())
    made = [q for q in build_quads(dataset) if q not in scheme]
    kinds = ("film", "agent", "credit")

    def essence(lines: Iterable[str]) -> set[str]:
        parts = (line for line in lines if "/doc/" not in line and "/ledger>" not in line)
        return {line for line in parts if line.split("/id/")[1].split("/")[0] in kinds}

    there = essence(q.n4() for q in made)
    here = {t for t in essence(triples(converted(SAMPLE, tmp_path)[1])) if "isBasedOn" not in t}
    authors = {a for w in read_dump(SAMPLE).works for a in w.authors}
    of_authors = {t for t in here - there if t[1:].split("> ")[0] in authors}
    assert here - of_authors == there


def test_names_are_those_that_rdf_builds(tmp_path: Path) -> None:
    dump, _ = converted(SAMPLE, tmp_path)
    names = list(read_names(dump.names))
    assert sorted(names, key=lambda e: (e.name, e.iri, e.kind)) == build_name_entries(read_dump(SAMPLE))
    assert [e.iri for e in names] == sorted(e.iri for e in names)


def test_a_bulk_credit_has_at_most_eight_triples(tmp_path: Path) -> None:
    dump, paths = converted(SAMPLE, tmp_path)
    graph = ox.Dataset(q for p in paths for q in ox.parse(path=str(p), format=ox.RdfFormat.TURTLE))
    credit = ox.NamedNode(FG + "Credit")
    nodes = [q.subject for q in graph.quads_for_predicate(ox.NamedNode(RDF + "type")) if q.object == credit]
    assert len(nodes) == dump.counts.credits
    sizes = [len(list(graph.quads_for_subject(node))) + 1 for node in nodes]
    # Type, film, agent, role, attestation and the direct triple; one more for each character and each row.
    assert min(sizes) == 6
    assert sum(sizes) / len(sizes) < 6.5
    assert max(sizes) == 8


def test_the_text_of_every_row_that_attests_something_is_kept(tmp_path: Path) -> None:
    dump, paths = converted(SAMPLE, tmp_path)
    files = {d.iri: d.path.read_text(encoding="utf-8").split("\n") for d in dump.documents}
    places = {q.object.value for p in paths for q in ox.parse(path=str(p), format=ox.RdfFormat.TURTLE)
              if q.predicate.value == FG + "attestedBy" and isinstance(q.object, ox.NamedNode)}  # fmt: skip
    assert len(places) > 100
    for place in places:
        document, _, row = place.partition("#row=")
        kept = read_row(dump.rows, document.rpartition("/")[2], int(row))
        assert kept == files[document][int(row) - 1]


def test_the_order_of_rows_does_not_matter_for_who_did_what(tmp_path: Path) -> None:
    turned = tmp_path / "turned"
    turned.mkdir()
    for path in SAMPLE.glob("*.tsv"):
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        (turned / path.name).write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")

    def without_rows(paths: list[Path]) -> set[str]:
        return {t for t in triples(paths) if "/doc/" not in t}

    there = converted(SAMPLE, tmp_path / "a")[1]
    assert without_rows(converted(turned, tmp_path / "b")[1]) == without_rows(there)


@pytest.mark.parametrize("packed", [False, True])
def test_a_packed_file_is_the_same_document(tmp_path: Path, packed: bool) -> None:
    import gzip

    folder = tmp_path / "dump"
    folder.mkdir()
    for path in SAMPLE.glob("*.tsv"):
        data = path.read_bytes()
        if packed:
            (folder / f"{path.name}.gz").write_bytes(gzip.compress(data[:500]) + gzip.compress(data[500:]))
        else:
            (folder / path.name).write_bytes(data)
    there = {d.sha256 for d in converted(SAMPLE, tmp_path / "a")[0].documents}
    assert {d.sha256 for d in converted(folder, tmp_path / "b")[0].documents} == there
