"""Exported files: read back by the libraries they are for, safe, whole, and the same each time."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import stat
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from film_graph import ID, load_sample

from filmgraph.analysis.networks import build_network
from filmgraph.catalogs.queries import load_networks
from filmgraph.errors import FilmgraphError, UsageError
from filmgraph.export import EXPORTERS, ExportOptions, export_network, find_exporter, write_dump, write_rdf
from filmgraph.export.nquads import read_statements

HOSTILE = 'a "quoted" <b>&amp;</b> \\N ]]> --> \x00\x0b\ud800 =1+1\n"], evil [label="'
NETWORKS = [e.suffix for e in EXPORTERS if e.holds == "network"]
GRAPHS = [e.suffix for e in EXPORTERS if e.holds == "graph"]


def network_of(name: str = "credits") -> Any:
    return build_network(load_networks()[name], load_sample())


def weights_of(network: Any) -> Counter[tuple[frozenset[str], float]]:
    return Counter((frozenset((a, b)), float(w)) for a, b, w in network.edges(data="weight"))


def hostile_network() -> Any:
    network = network_of()
    network.nodes[ID + "agent/ken-loach"]["label"] = HOSTILE
    return network


@pytest.mark.parametrize("suffix", NETWORKS)
def test_a_network_is_written_the_same_twice(suffix: str, tmp_path: Path) -> None:
    for name in ("credits", "companies", "adaptations"):
        one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
        export_network(network_of(name), one)
        export_network(network_of(name), other)
        assert one.read_bytes() == other.read_bytes()
        assert len(one.read_bytes()) > 500


@pytest.mark.parametrize("name", sorted(load_networks()))
def test_networkx_reads_back_graphml_gexf_and_json(name: str, tmp_path: Path) -> None:
    network = network_of(name)
    for suffix in (".graphml", ".gexf", ".json"):
        export_network(network, tmp_path / f"n{suffix}")
    data = json.loads((tmp_path / "n.json").read_text("utf-8"))
    read: dict[str, Any] = {
        "graphml": nx.read_graphml(tmp_path / "n.graphml"),
        "gexf": nx.read_gexf(tmp_path / "n.gexf"),
        "json": nx.node_link_graph(data, edges="edges"),
    }
    for back in read.values():
        assert (back.is_directed(), back.is_multigraph()) == (network.is_directed(), network.is_multigraph())
        assert dict(back.nodes(data="label")) == dict(network.nodes(data="label"))
        assert weights_of(back) == weights_of(network)


def test_an_edge_of_a_file_has_role_film_and_words(tmp_path: Path) -> None:
    export_network(network_of(), tmp_path / "n.graphml")
    back = nx.read_graphml(tmp_path / "n.graphml")
    edges = back[ID + "agent/jacques-audiard"][ID + "film/rust-and-bone-2012"].values()
    told = {(d["role"], d["quote"], d["films"]) for d in edges}
    assert ("screenwriter", "Screenplay, Audiard, Thomas Bidegain", "Rust and Bone (2012)") in told


def test_a_list_of_edges_opens_as_a_table(tmp_path: Path) -> None:
    network = hostile_network()
    network.nodes[ID + "agent/paul-laverty"]["label"] = "=HYPERLINK(1)"
    export_network(network, tmp_path / "n.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "n.csv").read_text("utf-8"), newline="")))
    assert len(rows) == network.number_of_edges()
    laverty = next(r for r in rows if r["Source"].endswith("paul-laverty"))
    assert laverty["SourceLabel"] == "'=HYPERLINK(1)" and laverty["Role"] == "screenwriter"
    assert laverty["Quote"] == "Screenplay, Paul Laverty" and laverty["Type"] == "Directed"


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".svg"])
def test_hostile_labels_leave_xml_well_formed(suffix: str, tmp_path: Path) -> None:
    export_network(hostile_network(), tmp_path / f"n{suffix}")
    root = ET.parse(tmp_path / f"n{suffix}").getroot()
    whole = ET.tostring(root, encoding="unicode")
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in whole and "<b>" not in whole


@pytest.mark.parametrize("suffix", [".dot", ".json", ".csv", ".html"])
def test_hostile_labels_leave_utf8(suffix: str, tmp_path: Path) -> None:
    export_network(hostile_network(), tmp_path / f"n{suffix}")
    assert "quoted" in (tmp_path / f"n{suffix}").read_bytes().decode("utf-8")


def test_dot_keeps_a_label_in_its_quotes(tmp_path: Path) -> None:
    export_network(hostile_network(), tmp_path / "n.dot")
    written = (tmp_path / "n.dot").read_text("utf-8")
    line = next(row for row in written.splitlines() if 'agent/ken-loach" [' in row)
    assert line.count('shape="ellipse"') == 1
    assert '\\"], evil [label=\\"' in line and "\\\\N" in line
    if dot := shutil.which("dot"):
        subprocess.run([dot, "-Tplain", tmp_path / "n.dot", "-o", os.devnull], check=True)


def test_a_picture_has_a_title_every_label_and_a_legend(tmp_path: Path) -> None:
    export_network(network_of(), tmp_path / "n.svg", ExportOptions(title="Audiard & the Dardennes"))
    root = ET.parse(tmp_path / "n.svg").getroot()
    texts = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Audiard & the Dardennes" in texts
    assert {"Jacques Audiard", "Rust and Bone", "Les Films du Fleuve", "Direction", "company"} <= set(texts)
    assert "Armand Verdure" not in texts  # an agent of one film


def test_the_part_around_a_name(tmp_path: Path) -> None:
    export_network(network_of(), tmp_path / "n.json", ExportOptions(focus=("Cotillard",), depth=1))
    data = json.loads((tmp_path / "n.json").read_text("utf-8"))
    assert sorted(n["label"] for n in data["nodes"]) == [
        "Marion Cotillard",
        "Rust and Bone",
        "Two Days, One Night",
    ]
    export_network(network_of(), tmp_path / "n.json", ExportOptions(focus=("Marion Cotillard",), depth=2))
    wider = json.loads((tmp_path / "n.json").read_text("utf-8"))
    assert {"Armand Verdure", "Denis Freyd"} <= {n["label"] for n in wider["nodes"]}
    assert "Ken Loach" not in {n["label"] for n in wider["nodes"]}


def test_a_picture_of_a_part_says_around_whom(tmp_path: Path) -> None:
    export_network(network_of(), tmp_path / "n.svg", ExportOptions(focus=("Cotillard",), depth=2))
    written = (tmp_path / "n.svg").read_text("utf-8")
    assert ">Around Marion Cotillard</text>" in written and ">Armand Verdure</text>" in written


def test_a_team_may_be_the_focus_with_its_members(tmp_path: Path) -> None:
    focus = (ID + "agent/dardenne-brothers", ID + "agent/nobody-at-all")
    export_network(network_of(), tmp_path / "n.json", ExportOptions(focus=focus))
    assert len(json.loads((tmp_path / "n.json").read_text("utf-8"))["nodes"]) == 5


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (ExportOptions(focus=("Nobody",)), "holds no 'Nobody'"),
        (ExportOptions(focus=("Jaques Audiard",)), "Did you mean Jacques Audiard"),
        (ExportOptions(focus=("Audiar",)), "Did you mean Jacques Audiard"),
        (ExportOptions(focus=("Dardenne",)), "fits several: .*Give the whole name"),
        (ExportOptions(focus=("Amour",), depth=-1), "--depth"),
    ],
)
def test_a_focus_that_is_not_there(options: ExportOptions, told: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=told):
        export_network(network_of(), tmp_path / "n.json", options)
    assert list(tmp_path.iterdir()) == []


def test_suffixes_and_folders_that_cannot_be(tmp_path: Path) -> None:
    network = network_of("companies")
    with pytest.raises(UsageError, match=r"'.xyz' is not known. The suffixes are .html .svg"):
        export_network(network, tmp_path / "n.xyz")
    with pytest.raises(UsageError, match=r"write n.svg"):
        export_network(network, tmp_path / "n.png")
    with pytest.raises(FilmgraphError, match=r"folder .*missing does not exist"):
        export_network(network, tmp_path / "missing" / "n.svg")
    (tmp_path / "n.svg").mkdir()
    with pytest.raises(FilmgraphError, match="is a folder"):
        export_network(network, tmp_path / "n.svg")
    with pytest.raises(UsageError, match="leave out --network"):
        export_network(network, tmp_path / "n.ttl")
    with pytest.raises(UsageError, match="--network"):
        write_rdf(b"", tmp_path / "n.json")
    network.remove_nodes_from(list(network))
    with pytest.raises(UsageError, match="'companies' is empty"):
        export_network(network, tmp_path / "n.json")
    assert find_exporter(Path("a.HTML")).suffix == ".html"


def test_a_failed_export_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "n.json"
    path.write_text("older")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FilmgraphError, match="could not be written: No space left"):
        export_network(network_of("companies"), path)
    monkeypatch.undo()
    assert path.read_text() == "older" and list(tmp_path.iterdir()) == [path]
    export_network(network_of("companies"), path)
    assert stat.S_IMODE(path.stat().st_mode) & 0o400 and path.read_text() != "older"


def test_a_network_too_large_for_a_picture(tmp_path: Path) -> None:
    network: Any = nx.Graph(name="large")
    network.add_nodes_from((str(i) for i in range(4001)), label="x", kind="person", department="")
    with pytest.raises(FilmgraphError, match=r"4,001 vertices.*--focus NAME"):
        export_network(network, tmp_path / "n.svg")
    assert list(tmp_path.iterdir()) == []


FORMATS = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}
TRICKY = b"""<http://e/s> <http://e/p> "a \\"b\\" \\\\ \\n\\t\\u00e9 \\U0001F3AC x" <http://e/g> .
<http://e/s> <http://e/p> "chat"@fr-BE .
<http://e/s> <http://e/p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://e/s> <http://e/p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<http://e/s> <http://e/p> "1"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Movie> .
<https://schema.org/a.b/c> <https://schema.org/name> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .
_:b1 <http://e/p> _:b2 .
# a comment
<http://e/s> <http://e/p> "line \xe2\x80\xa8 separator" .
"""


def quads(path: Path, format_: str) -> set[tuple[Any, ...]]:
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_bytes(), format=format_)
    default = rdflib.URIRef("urn:x-rdflib:default")
    named = {(s, p, o, None if g in (None, default) else g) for s, p, o, g in dataset.quads()}
    return {q for q in named if not isinstance(q[0], rdflib.BNode)}


@pytest.fixture(scope="module")
def nquads() -> bytes:
    return load_sample().nquads()


# rdflib's own readers use what rdflib calls deprecated.
@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
@pytest.mark.parametrize("suffix", GRAPHS)
def test_rdflib_reads_back_every_statement(suffix: str, nquads: bytes, tmp_path: Path) -> None:
    for content in (nquads, TRICKY):
        write_rdf(content, tmp_path / f"g{suffix}")
        (tmp_path / "whole.nq").write_bytes(content)
        expected = quads(tmp_path / "whole.nq", "nquads")
        if suffix == ".ttl":
            expected = {(*q[:3], None) for q in expected}
        assert quads(tmp_path / f"g{suffix}", FORMATS[suffix]) == expected


@pytest.mark.parametrize("suffix", GRAPHS)
def test_a_graph_is_written_the_same_whatever_the_order(suffix: str, nquads: bytes, tmp_path: Path) -> None:
    lines = nquads.splitlines(keepends=True)
    write_rdf(nquads, tmp_path / f"one{suffix}")
    write_rdf(b"".join(reversed(lines)) + lines[0], tmp_path / f"other{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"other{suffix}").read_bytes()


def test_sorted_n_quads_are_written_as_they_come(nquads: bytes, tmp_path: Path) -> None:
    write_rdf(nquads, tmp_path / "whole.nq")
    whole = (tmp_path / "whole.nq").read_bytes()
    pieces = (whole[at : at + 100] for at in range(0, len(whole), 100))
    write_dump(pieces, tmp_path / "pieces.nq")
    assert (tmp_path / "pieces.nq").read_bytes() == whole
    for suffix in (".ttl", ".jsonld"):
        write_rdf(whole, tmp_path / f"whole{suffix}")
        write_dump([whole[:500], whole[500:]], tmp_path / f"pieces{suffix}")
        assert (tmp_path / f"pieces{suffix}").read_bytes() == (tmp_path / f"whole{suffix}").read_bytes()
    with pytest.raises(FilmgraphError, match="stopped"):
        write_dump(stopped(), tmp_path / "pieces.nq")
    assert (tmp_path / "pieces.nq").read_bytes() == whole
    assert not list(tmp_path.glob(".pieces*"))


def stopped() -> Iterator[bytes]:
    yield b"<http://e/s> <http://e/p> <http://e/o> .\n"
    raise FilmgraphError("stopped")


def test_json_ld_brings_its_context(nquads: bytes, tmp_path: Path) -> None:
    write_rdf(nquads, tmp_path / "g.jsonld")
    data = json.loads((tmp_path / "g.jsonld").read_text("utf-8"))
    assert data["@context"]["fg"] == "https://w3id.org/filmgraph/ns#"
    assert any(node.get("@type") == "fg:CreativeTeam" for node in data["@graph"])


@pytest.mark.parametrize(
    "line", [b"<a <b> <c> .", b'<http://e/s> <http://e/p> "open .', b"<http://e/s> <http://e/p> <http://e/o>"]
)
def test_what_is_not_n_quads_is_said_with_its_line(line: bytes) -> None:
    with pytest.raises(FilmgraphError, match=r"Line 2 .*not N-Quads"):
        read_statements(b"<http://e/s> <http://e/p> <http://e/o> .\n" + line)
