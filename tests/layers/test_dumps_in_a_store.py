"""Dumps and reviews in one store: one film and one person each, whatever came first, and nothing lost."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import run, succeed

from filmgraph import deciding, pipeline
from filmgraph.catalogs.namespaces import FG, ID, SCHEMA
from filmgraph.deciding import Build
from filmgraph.dumps import DumpFilter
from filmgraph.errors import StoreError
from filmgraph.layers import find_given
from filmgraph.model.linking import link_film
from filmgraph.resolution.decisions import Entry, build_different, build_rejection, build_same, build_undo
from filmgraph.sample import sample_paths
from filmgraph.store import LocalStore, open_local, open_writer

SAMPLE = Path(__file__).resolve().parent.parent / "dumps" / "sample"
REVIEWS = ("rust-and-bone.txt", "a-prophet.txt", "read-my-lips.html", "more-credits.csv")
AUDIARD, COTILLARD = f"{ID}agent/imdb-nm9000004", f"{ID}agent/imdb-nm9000001"
BONE = f"{ID}film/imdb-tt9000001"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dump, some reviews, and a store of each and of both."""
    folder = tmp_path_factory.mktemp("corpus")
    make_files(folder)
    pipeline.add([folder / "imdb"], folder / "dump.db")
    pipeline.add([folder / "reviews"], folder / "reviews.db")
    pipeline.add([folder], folder / "film.db")
    return folder


def make_files(folder: Path) -> None:
    (folder / "imdb").mkdir()
    (folder / "reviews").mkdir()
    for path in SAMPLE.glob("*.tsv"):
        shutil.copy(path, folder / "imdb")
    for path in sample_paths():
        if path.name in REVIEWS:
            shutil.copy(path, folder / "reviews")


@pytest.fixture
def store(corpus: Path, tmp_path: Path) -> Path:
    """A store of both that a test may change, with its files beside it."""
    for name in ("imdb", "reviews", "film.db"):
        shutil.copytree(corpus / name, tmp_path / name)
    return tmp_path / "film.db"


def dump(path: Path) -> set[str]:
    with open_local(path) as opened:
        lines = b"".join(opened.dump()).decode().split("\n")[:-1]
    assert lines == sorted(lines)
    return set(lines)


def values(store: LocalStore, query: str) -> list[list[str]]:
    return store.select(f"PREFIX schema: <{SCHEMA}> PREFIX fg: <{FG}> {query}").values()


def test_the_order_of_dump_and_reviews_does_not_matter(corpus: Path) -> None:
    for name, *steps in (("first", "imdb", "reviews"), ("later", "reviews", "imdb")):
        for step in steps:
            report = pipeline.add([corpus / step], corpus / f"{name}.db")
        assert dump(corpus / f"{name}.db") == dump(corpus / "film.db")
        assert (report.films, report.agents) == counts(corpus / "film.db")
    assert dump(corpus / "dump.db") < dump(corpus / "film.db")


def test_a_film_is_found_by_the_iri_that_it_had_before_the_dump_came(corpus: Path) -> None:
    with open_local(corpus / "reviews.db") as store:
        old = link_film("Rust and Bone", store).iri
    assert old != BONE
    with open_local(corpus / "film.db") as store:
        assert link_film(old, store).iri == BONE
    assert "Rust and Bone" in succeed("show", old, "--store", corpus / "film.db")


def counts(path: Path) -> tuple[int, int]:
    with open_local(path) as opened:
        kinds = "VALUES ?t { schema:Person schema:Organization fg:CreativeTeam }"
        [[films], [agents]] = (
            *values(opened, "SELECT (COUNT(?f) AS ?n) { ?f a schema:Movie }"),
            *values(opened, f"SELECT (COUNT(DISTINCT ?a) AS ?n) {{ {kinds} ?a a ?t }}"),
        )
        return int(films), int(agents)


def test_reviews_speak_of_the_dump_s_films_and_people(corpus: Path) -> None:
    with open_local(corpus / "film.db") as store:
        assert values(store, 'SELECT ?f { ?f a schema:Movie; schema:name "Rust and Bone" }') == [[BONE]]
        assert values(store, f"SELECT ?n {{ <{COTILLARD}> schema:name ?n }}") == [["Marion Cotillard"]]
        assert len(values(store, 'SELECT ?n { ?n schema:name "Craig Davidson" }')) == 1
        # One film of the dump, one that only a review has, by the same director.
        films = {row[0] for row in values(store, f"SELECT ?f {{ ?f schema:director <{AUDIARD}> }}")}
        assert BONE in films
        assert any(film.startswith(f"{ID}film/a-prophet") for film in films)
        one = f"?c fg:film <{BONE}>; fg:agent <{COTILLARD}>; fg:role ?r; fg:attestedBy ?a"
        places = sorted(row[0].partition("#")[2][:4] for row in values(store, f"SELECT ?a {{ {one} }}"))
        assert places == ["char", "row="]
        [match, *_] = store.find_names("jacques audiard")
        assert (match.iri, match.how) == (AUDIARD, "exact")
        assert match.weight == len(
            {r[0] for r in values(store, f"SELECT ?f {{ ?f ?p <{AUDIARD}> . ?f a schema:Movie }}")}
        )
        [match, *_] = store.find_names("Kubrik, Stanley")
        assert (match.label, match.how) == ("Stanley Kubrick", "misspelt")
        known = store.manifest.counts
        assert (known["film"], known["person"] + known["organization"] + known["team"]) == counts(
            corpus / "film.db"
        )


def test_every_row_and_quote_behind_a_credit_can_be_read(corpus: Path) -> None:
    with open_local(corpus / "film.db") as store:
        told = values(store, "SELECT DISTINCT ?a { ?c a fg:Credit; fg:attestedBy ?a }")
        assert len(told) > 100
        assert [a for (a,) in told if not store.read_quote(a)] == []
    shown = succeed("show", "Sissy Spacek", cwd=corpus)
    assert "Carrie" in shown
    assert "tt9000007" in shown


def test_what_a_dump_says_holds_and_what_others_say_stands_beside_it(store: Path) -> None:
    review = store.parent / "other.txt"
    review.write_text(
        "The Shining\n\nDirector: Stanley Kubrick\nEditor: Ray Lovejoy\nCast: Jack Nicholson, "
        "Shelley Duvall\nRunning time: 119 minutes\nYear: 1981\n",
        encoding="utf-8",
    )
    pipeline.add([review], store)
    shining = f"{ID}film/imdb-tt9000004"
    with open_local(store) as opened:
        said = f"SELECT ?y ?d {{ <{shining}> schema:datePublished ?y; schema:duration ?d }}"
        assert values(opened, said) == [["1980", "PT2H26M"]]
        [*disputed] = values(opened, f"SELECT ?a {{ <{shining}> fg:disputed ?a }}")
        assert sorted(str(opened.read_quote(a)) for (a,) in disputed) == [
            "Running time: 119 minutes",
            "Year: 1981",
        ]
    pipeline.remove(["other.txt"], store)
    assert dump(store) == dump(store.parent / "film.db")


def test_removing_leaves_what_was_there_without_it(corpus: Path, store: Path) -> None:
    pipeline.remove(["reviews/" + name for name in REVIEWS], store)
    assert dump(store) == dump(corpus / "dump.db")
    pipeline.add([store.parent / "reviews"], store)
    assert dump(store) == dump(corpus / "film.db")
    report = pipeline.remove([str(store.parent / "imdb")], store)
    assert report.removed == 5
    assert dump(store) == dump(corpus / "reviews.db")
    assert list((store / "dumps").iterdir()) == []


def test_an_unchanged_dump_is_not_loaded_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [base] = (store / "dumps").iterdir()
    inode = base.stat().st_ino
    monkeypatch.setattr("filmgraph.layers.dumps.convert_dump", None)
    for path in (store.parent / "imdb").iterdir():
        path.touch()
    report = pipeline.add([store.parent / "imdb"], store)
    assert (report.added, report.changed, report.unchanged) == (0, 0, 5)
    monkeypatch.setattr("hashlib.file_digest", None)
    assert pipeline.add([store.parent / "imdb"], store).unchanged == 5
    assert [(p, p.stat().st_ino) for p in (store / "dumps").iterdir()] == [(base, inode)]


def test_a_changed_dump_supersedes_its_former_self(store: Path) -> None:
    names = store.parent / "imdb" / "name.basics.tsv"
    text = names.read_text(encoding="utf-8")
    names.write_text(text.replace("Sissy Spacek", "Mary Spacek"), encoding="utf-8")
    report = pipeline.add([store.parent / "imdb"], store)
    assert report.changed == 1
    assert not any("Sissy" in line for line in dump(store))
    names.write_text(text, encoding="utf-8")
    pipeline.add([store.parent / "imdb"], store)
    assert len([*(store / "dumps").iterdir()]) == 1
    with open_local(store) as opened:
        assert [m.label for m in opened.find_names("Spacek")] == ["Sissy Spacek"]


def test_only_chosen_titles_are_films(store: Path) -> None:
    chosen = pipeline.AddOptions(chosen=DumpFilter(first_year=2006))
    report = pipeline.add([store.parent / "imdb"], store, options=chosen)
    assert report.changed == 5
    with open_local(store) as opened:
        years = values(opened, "SELECT ?y { ?f fg:imdbId ?i; a schema:Movie; schema:datePublished ?y }")
        assert {year for (year,) in years} == {"2006", "2012", "2017"}


def decide(store: Path, build: Build, *about: str) -> None:
    deciding.decide(store, build, about)


def undo(store: Path) -> None:
    succeed("undo", "1", "--store", store.name, cwd=store.parent)


def test_a_rejected_credit_of_a_dump_is_gone_until_it_is_undone(corpus: Path, store: Path) -> None:
    with open_local(store) as opened:
        query = f"SELECT ?c {{ ?c fg:film <{ID}film/imdb-tt9000007>; fg:agent <{ID}agent/imdb-nm9000027> }}"
        [[credit]] = values(opened, query)
    decide(store, lambda data, n: build_rejection(data, credit, Entry(n, "a test", "2026-01-01")), credit)
    left = dump(store)
    assert not any(credit in line for line in left)
    assert not any("imdb-tt9000007> <https://schema.org/director>" in line for line in left)
    pipeline.add([store.parent / "reviews"], store)
    assert dump(store) == left
    undo(store)
    assert dump(store) == dump(corpus / "film.db")


def test_a_name_with_a_line_separator_is_hidden_and_shown_again(store: Path) -> None:
    names = store.parent / "imdb" / "name.basics.tsv"
    known = re.sub(r"(nm9000027\t)([^\t]*)", "\\1\\2\u2028Esq.", names.read_text(encoding="utf-8"))
    names.write_text(known, encoding="utf-8")
    pipeline.add([store.parent / "imdb"], store)
    before = dump(store)
    with open_local(store) as opened:
        query = f"SELECT ?c {{ ?c fg:film <{ID}film/imdb-tt9000007>; fg:agent <{ID}agent/imdb-nm9000027> }}"
        [[credit]] = values(opened, query)
    decide(store, lambda data, n: build_rejection(data, credit, Entry(n, "a test", "2026-01-01")), credit)
    assert [line for line in dump(store) if f"{SCHEMA}name" in line and "Esq." in line] == []
    undo(store)
    assert dump(store) == before


def test_a_person_whom_nobody_knew_is_asserted_on_a_film_of_a_dump(corpus: Path, store: Path) -> None:
    succeed("assert", BONE, "editor", "Nobody Special", "--because", "a test", "--store", store)
    assert "Nobody Special, editor" in succeed("show", BONE, "--store", store)
    with open_writer(store) as writer, writer.open_base(writer.base) as base:
        dumps = [source for source in writer.sources if source.dump]
        assert find_given(base, dumps, (), writer.ledger(), ["no IRI"]).films.keys() == {BONE}
    undo(store)
    assert dump(store) == dump(corpus / "film.db")


def test_people_of_a_dump_are_joined_and_parted_again(corpus: Path, store: Path) -> None:
    king, bradley = f"{ID}agent/imdb-nm9000017", f"{ID}agent/imdb-nm9000045"
    entry = Entry(1, "a test", "2026-01-01")
    decide(store, lambda data, n: build_same(data, king, bradley, entry), king, bradley)
    with open_local(store) as opened:
        assert values(opened, f"SELECT ?s {{ ?s ?p <{bradley}> }}") == []
        said = f"SELECT DISTINCT ?f {{ ?f schema:isBasedOn ?w . ?w schema:author <{king}> }}"
        assert [f"{ID}film/imdb-tt9000013"] in values(opened, said)
    undo(store)
    assert dump(store) == dump(corpus / "film.db")


def test_two_people_of_one_name_stay_two(corpus: Path, store: Path) -> None:
    different = f"{ID}agent/imdb-nm9000042"
    with open_local(store) as opened:
        [[first], [second], *_] = values(opened, f"SELECT ?c {{ ?c fg:agent <{different}> }} ORDER BY ?c")
    entry = Entry(1, "a test", "2026-01-01")
    decide(store, lambda data, n: build_different(data, first, second, entry), first, second)
    with open_local(store) as opened:
        assert len(values(opened, 'SELECT ?a { ?a schema:name "Clint Eastwood" }')) == 2
    undo(store)
    assert dump(store) == dump(corpus / "film.db")


def test_every_check_passes(corpus: Path) -> None:
    done = run("check", "--shapes", "--format", "csv", cwd=corpus)
    # The review says 122 minutes, the dump 120.
    assert [line.partition(",")[0] for line in done.stdout.splitlines()] == ["check", "disputed-film-data"]
    assert "SHACL shapes were checked" in done.stderr


def test_a_dump_that_is_gone_is_asked_for(store: Path) -> None:
    shutil.copytree(store.parent / "imdb", store.parent / "second")
    shutil.rmtree(store.parent / "imdb")
    before = dump(store)
    with pytest.raises(StoreError, match="The dump imdb is not there any more"):
        pipeline.add([store.parent / "second"], store)
    assert dump(store) == before
    pipeline.add([store.parent / "reviews"], store)
    assert dump(store) == before


def test_kill_at_ten_random_moments_of_an_import(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "film.db"
    for name in ("imdb", "reviews"):
        shutil.copytree(corpus / name, tmp_path / name)
    pipeline.add([tmp_path / "reviews"], store)
    before, after = dump(store), dump(corpus / "film.db")
    started = time.monotonic()
    command = [sys.executable, "-m", "filmgraph", "add", "imdb"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as first:
        time.sleep(0.3)
        first.send_signal(signal.SIGKILL)
    reached = 0.0
    for _ in range(10):
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as importing:
            started = time.monotonic()
            limit = random.uniform(0.2, 4.0)
            while importing.poll() is None and time.monotonic() - started < limit:
                time.sleep(0.01)
            importing.send_signal(signal.SIGKILL)
        reached = max(reached, time.monotonic() - started)
        state = dump(store)
        assert state in (before, after)
        if state == after:
            pipeline.remove(["imdb"], store)
            assert dump(store) == before
    succeed("add", "imdb", cwd=tmp_path)
    assert dump(store) == after
    assert not (store / "work").exists()
    assert len([*(store / "dumps").iterdir()]) == 1


def test_a_film_of_a_list_is_decided_to_be_one_of_the_dump(store: Path) -> None:
    listed = store.parent / "reviews" / "list.csv"
    listed.write_text("title,role,name\nRust and Bone,sound,Zoe Quill\n", encoding="utf-8")
    pipeline.add([listed], store)
    before = dump(store)
    own = f"{ID}film/rust-and-bone"
    entry = Entry(1, "seen", "2026-01-02")
    deciding.decide(store, lambda data, _: build_same(data, own, BONE, entry), [own, BONE])
    with open_local(store) as opened:
        found = opened.select(f"SELECT ?film {{ ?credit <{FG}film> ?film ; <{FG}creditedAs> 'Zoe Quill' }}")
        assert found.values() == [[BONE]]
    deciding.decide(store, lambda data, n: build_undo(data, 1, Entry(n, "", "2026-01-02")))
    assert dump(store) == before
