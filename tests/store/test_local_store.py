"""A published store answers queries, names and quotes, and writes itself out in one order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from small_store import SAMPLE, TABLE, TEXT, Sample, publish, sha256

from filmgraph.catalogs.namespaces import ID
from filmgraph.errors import QueryError, StoreError, UsageError
from filmgraph.model.terms import IRI, Literal
from filmgraph.store import open_local, open_store, open_writer
from filmgraph.store.local import LocalStore
from filmgraph.store.sorting import sort_lines


@pytest.fixture(scope="module")
def film_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "film.db"
    publish(path)
    return path


@pytest.fixture(scope="module")
def store(film_db: Path) -> Iterator[LocalStore]:
    with open_local(film_db) as opened:
        yield opened


def test_select_gives_typed_terms_and_unbound_cells(store: LocalStore) -> None:
    table = store.select(
        "PREFIX schema: <https://schema.org/> SELECT ?f ?y { ?f a schema:Movie "
        "OPTIONAL { ?f schema:datePublished ?y } } ORDER BY ?f"
    )
    assert table.columns == ("f", "y")
    assert table.rows == (
        (IRI(f"{ID}film/amour-2012"), Literal("2012", "http://www.w3.org/2001/XMLSchema#gYear")),
        (IRI(f"{ID}film/two-days-one-night-2014"), None),
    )


def test_ask_is_a_table_of_one_cell(store: LocalStore) -> None:
    assert store.select("ASK { ?s ?p 'nothing of the kind' }").values() == [["false"]]


def test_the_default_graph_does_not_hold_the_named_ones(store: LocalStore) -> None:
    assert store.select("ASK { ?s <http://www.w3.org/ns/oa#exact> ?q }").values() == [["false"]]
    assert store.select("ASK { GRAPH ?g { ?s <http://www.w3.org/ns/oa#exact> ?q } }").values() == [["true"]]


def test_graphs_are_written_as_turtle_with_prefixes(store: LocalStore) -> None:
    sparql = "CONSTRUCT WHERE { ?f a <https://schema.org/Movie> }"
    turtle = store.runner.run(sparql, graph_type="text/turtle").body
    assert b"a schema:Movie" in turtle
    assert len(list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))) == 2


def test_what_gives_no_table_is_refused_where_one_is_expected(store: LocalStore) -> None:
    with pytest.raises(QueryError, match="SELECT or ASK is expected"):
        store.select("CONSTRUCT WHERE { ?s ?p ?o }")


def test_quotes_are_read_from_the_text_and_the_table(store: LocalStore) -> None:
    text, table = (f"{ID}doc/{sha256(t)[:16]}" for t in (TEXT, TABLE))
    assert store.read_quote(f"{text}#char=43,63") == TEXT[43:63] == "Jean-Pierre Dardenne"
    assert store.read_quote(f"{table}#row=1") == "film,director"
    assert store.read_quote(f"{table}#row=2") == '"Amour","Haneke,\nMichael"'
    assert store.read_quote(f"{table}#row=3") == "Hidden,Michael Haneke"


@pytest.mark.parametrize("fragment", ["", "#row=4", "#row=0", "#char=9000,9010", "#char=5", "#page=2"])
def test_no_quote_where_there_is_none(store: LocalStore, fragment: str) -> None:
    assert store.read_quote(f"{ID}doc/{sha256(TABLE)[:16]}{fragment}") is None
    assert store.read_quote(f"{ID}doc/0123456789abcdef#char=1,2") is None


def test_what_a_store_says_about_itself(store: LocalStore) -> None:
    assert store.manifest.generation == store.generation == 1
    assert store.manifest.quads == len(SAMPLE.quads)
    assert store.manifest.counts == {"film": 1, "person": 4, "organization": 1, "team": 1, "work": 0}
    assert store.sources == SAMPLE.sources
    assert store.read_document(sha256(TEXT)) == TEXT


def test_two_builds_give_the_same_bytes(tmp_path: Path, film_db: Path) -> None:
    backwards = Sample(SAMPLE.quads[::-1] + SAMPLE.quads[:3], SAMPLE.names[::-1], SAMPLE.sources)
    publish(tmp_path / "film.db", backwards)
    for media_type in ("application/n-quads", "application/n-triples", "text/turtle", "application/trig"):
        with open_local(film_db) as one, open_local(tmp_path / "film.db") as other:
            assert b"".join(one.dump(media_type)) == b"".join(other.dump(media_type))


@pytest.mark.parametrize(
    ("media_type", "rdf_format"),
    [
        ("application/n-quads", ox.RdfFormat.N_QUADS),
        ("application/trig", ox.RdfFormat.TRIG),
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ],
)
def test_dumps_hold_every_statement(store: LocalStore, media_type: str, rdf_format: ox.RdfFormat) -> None:
    dumped = {str(quad) for quad in ox.parse(b"".join(store.dump(media_type)), format=rdf_format)}
    held = {str(quad) for quad in ox.parse(b"".join(store.dump()), format=ox.RdfFormat.N_QUADS)}
    if media_type in ("text/turtle", "application/n-triples"):
        held = {quad for quad in held if not quad.endswith(f"{sha256(TEXT)[:16]}>")}
    assert dumped == held
    assert len(held) in (6, 8)


def test_n_quads_are_sorted_lines(store: LocalStore) -> None:
    lines = b"".join(store.dump()).splitlines()
    assert lines == sorted(lines)
    with pytest.raises(QueryError, match="cannot be written as text/html"):
        store.dump("text/html")


def test_sorting_in_runs_on_disk_is_sorting() -> None:
    lines = [f"{n * 7919 % 1000}\n" for n in range(1500)]
    assert list(sort_lines(lines, run=100)) == sorted(set(lines))


def test_every_wrong_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("keep me")
    for name, what in {"nowhere": "There is no store", "file": "is a file", "folder": "no FORMAT"}.items():
        with pytest.raises(StoreError, match=what):
            open_store(tmp_path / name)
    with pytest.raises(StoreError, match="is a file"):
        open_writer(tmp_path / "file", create=True)
    with pytest.raises(StoreError, match="no FORMAT"):
        open_writer(tmp_path / "folder", create=True)
    with pytest.raises(StoreError, match="There is no store"):
        open_writer(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="can only be queried"):
        open_writer("http://example.org/sparql")
    assert [p.name for p in (tmp_path / "folder").iterdir()] == ["mine.txt"]


def test_a_store_without_a_generation_says_so(tmp_path: Path) -> None:
    open_writer(tmp_path / "film.db", create=True).close()
    with pytest.raises(StoreError, match="holds nothing yet"):
        open_store(tmp_path / "film.db")


@pytest.mark.parametrize(
    ("file", "content", "what"),
    [
        ("FORMAT", "filmgraph store 9\n", "filmgraph store 9"),
        ("CURRENT", "000099\n", "generation 000099, which CURRENT names, is missing"),
        ("CURRENT", "what", "CURRENT names no generation"),
        ("generations/000001/manifest.json", "{", "manifest.json cannot be read"),
        ("generations/000001/names.sqlite", "not a database", "names.sqlite cannot be opened"),
    ],
)
def test_a_damaged_store_says_what_is_damaged(tmp_path: Path, file: str, content: str, what: str) -> None:
    publish(tmp_path / "film.db")
    (tmp_path / "film.db" / file).write_text(content)
    before = children()
    with pytest.raises(StoreError, match=what) as raised:
        open_store(tmp_path / "film.db")
    assert children() == before, f"a worker is left behind {raised}"


def children() -> list[str]:
    """The processes that this one has started and that run, or were not waited for."""
    return [
        child
        for task in Path("/proc/self/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def test_a_damaged_graph_is_said_when_it_is_asked(tmp_path: Path) -> None:
    publish(tmp_path / "film.db")
    (tmp_path / "film.db" / "generations" / "000001" / "graph" / "CURRENT").unlink()
    with open_local(tmp_path / "film.db") as store, pytest.raises(StoreError, match="cannot be opened"):
        store.select("ASK {}")


def test_a_store_stays_open_when_the_process_changes_its_folder(
    film_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(film_db.parent)
    with open_local("film.db") as store:
        monkeypatch.chdir(tmp_path)
        assert store.location == "film.db"
        assert store.is_current()
        assert store.read_document(sha256(TEXT)) == TEXT
        for _ in range(2):
            assert store.select("ASK {}").values() == [["true"]]
            store.runner._idle.pop().kill()
