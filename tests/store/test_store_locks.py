"""One writer, many readers: who waits for whom, and when an old generation goes."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from small_store import SAMPLE, TEXT, name_quads, publish, sha256, source

from filmgraph.errors import StoreError
from filmgraph.model.decisions import AgentMention, Decision
from filmgraph.store import open_local, open_writer

WRITE = """
import sys
from filmgraph.store import open_writer
with open_writer(sys.argv[1], create=True):
    print("open", flush=True)
    sys.stdin.read()
"""
DECISION = Decision(0, "different", "two people", "2026-01-02", AgentMention("A"), AgentMention("Ä"))


def generations(path: Path) -> list[str]:
    return sorted(p.name for p in (path / "generations").iterdir())


def republish(path: Path, names: Sequence[str]) -> int:
    with open_writer(path) as writer:
        writer.put_document(TEXT, sha256(TEXT))
        return writer.publish(name_quads(*names), [], [source("a.txt", TEXT)])


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    arguments = [sys.executable, "-c", WRITE, str(path)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(
            StoreError, match=rf"written by process {other.pid}: wait .* \(kill {other.pid}\)"
        ):
            open_writer(path)
        other.kill()
        other.wait()
    open_writer(path).close()


def test_two_writers_of_one_process_exclude_each_other(tmp_path: Path) -> None:
    with open_writer(tmp_path / "film.db", create=True), pytest.raises(StoreError, match="being written"):
        open_writer(tmp_path / "film.db")
    open_writer(tmp_path / "film.db").close()


def test_a_reader_keeps_its_generation_while_others_are_published(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    with open_local(path) as old:
        assert republish(path, ["hidden-2005"]) == 2
        assert not old.is_current()
        with open_local(path) as new:
            assert new.is_current()
            assert b"hidden-2005" in b"".join(new.dump())
            assert republish(path, ["funny-games-1997"]) == 3
            assert generations(path) == ["000001", "000002", "000003"]
        # The second is read by nobody any more; the first and its documents still are.
        republish(path, ["cache"])
        assert generations(path) == ["000001", "000004"]
        assert old.sources == SAMPLE.sources
        assert [old.read_document(s.sha256) for s in old.sources] != []
        assert b"hidden-2005" not in b"".join(old.dump())
        assert old.select("ASK { ?s ?p 'amour-2012' }").values() == [["true"]]
    open_writer(path).close()
    assert generations(path) == ["000004"]
    assert [p.name for p in (path / "documents").iterdir()] == [sha256(TEXT)]


def test_readers_come_and_go_while_generations_are_published(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    done = threading.Event()
    failed: list[BaseException] = []
    seen: set[int] = set()

    def read() -> None:
        while not done.is_set():
            try:
                with open_local(path) as store:
                    assert store.select("ASK { ?s ?p ?o }").values() == [["true"]]
                    seen.add(store.generation)
            except BaseException as error:
                failed.append(error)
                return

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(4):
        republish(path, [f"film-{number}"])
    done.set()
    for reader in readers:
        reader.join()
    assert failed == []
    assert seen


def test_decisions_are_published_with_the_graph(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    with open_writer(path) as writer:
        first = writer.append_decision(DECISION)
        assert first == dataclasses.replace(DECISION, number=1)
        with open_local(path) as store:
            assert store.ledger() == ()
    # Never published: the next writer starts without it and gives its number again.
    with open_writer(path) as writer:
        assert writer.ledger() == ()
        other = writer.append_decision(dataclasses.replace(DECISION, because="Zwei\nLeute"))
        writer.publish(SAMPLE.quads, SAMPLE.names, SAMPLE.sources)
        assert writer.ledger() == (other,)
    assert other.number == 1
    with open_local(path) as store, open_writer(path) as writer:
        assert store.ledger() == writer.ledger() == (other,)
        writer.append_decision(DECISION)
        assert store.ledger() == (other,)


def test_a_lost_ledger_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    with open_writer(path) as writer:
        writer.append_decision(DECISION)
        writer.publish(SAMPLE.quads, SAMPLE.names, SAMPLE.sources)
    (path / "ledger.jsonl").write_text("")
    with pytest.raises(StoreError, match="holds 0 of"):
        open_writer(path)


def test_facts_are_kept_for_published_sources(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    with open_writer(path, create=True) as writer:
        writer.put_document(TEXT, sha256(TEXT))
        key = writer.put_facts(b'{"a": 1}\n')
        other = writer.put_facts(b"{}\n")
        record = dataclasses.replace(source("a.txt", TEXT), facts_key=key)
        writer.publish(SAMPLE.quads, [], [record])
    with open_writer(path) as writer:
        assert writer.sources == (record,)
        assert writer.read_facts(key) == b'{"a": 1}\n'
        with pytest.raises(StoreError, match=f"has no facts {other}"):
            writer.read_facts(other)
        assert writer.put_facts(b'{"a": 1}\n') == key
        with pytest.raises(StoreError, match="cannot name a file"):
            writer.read_facts("../../etc/passwd")


def test_a_document_must_have_its_hash_and_be_there(tmp_path: Path) -> None:
    with open_writer(tmp_path / "film.db", create=True) as writer:
        with pytest.raises(StoreError, match="does not have that hash"):
            writer.put_document(TEXT, sha256("another"))
        with pytest.raises(StoreError, match="was never put"):
            writer.publish([], [], [source("a.txt", TEXT)])
        with pytest.raises(StoreError, match="not a document's hash"):
            writer.read_document("../FORMAT")
        with pytest.raises(StoreError, match="has no document"):
            writer.read_document(sha256(TEXT))


def test_what_cannot_be_loaded_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "film.db"
    publish(path)
    broken = name_quads("has a space")
    with open_writer(path) as writer:
        with pytest.raises(StoreError, match="could not be built"):
            writer.publish(broken, [], [])
        assert generations(path) == ["000001"]
        assert writer.publish(SAMPLE.quads, SAMPLE.names, SAMPLE.sources) == 2
