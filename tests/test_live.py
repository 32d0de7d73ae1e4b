"""A live store: always the newest generation, no query cut off, the old let go after its last user."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import build_store, copy_sample

from filmgraph import pipeline
from filmgraph.errors import StoreError
from filmgraph.live import LiveStore, find_examples
from filmgraph.store import LocalStore

COUNT = "PREFIX schema: <https://schema.org/> SELECT (COUNT(*) AS ?n) { ?film a schema:Movie }"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return build_store(tmp_path, ("amour.txt",))


@pytest.fixture
def live(store: Path) -> Iterator[LiveStore]:
    with_store = LiveStore(store, timeout=20, workers=1)
    yield with_store
    with_store.close()


def films(store: LocalStore) -> int:
    [row] = store.select(COUNT)
    return int(row["n"])


def publish_more(store: Path) -> None:
    pipeline.add([copy_sample(store.parent / "more", ("a-prophet.txt",))], store)


def test_a_reader_keeps_its_generation_and_the_next_one_gets_the_newest(live: LiveStore, store: Path) -> None:
    with live.use() as old:
        before = films(old)
        publish_more(store)
        with live.use() as new:
            assert new.generation > old.generation
            assert films(new) > before
        assert films(old) == before, "it is not closed while somebody uses it"
    with pytest.raises(StoreError, match="closed"):
        films(old)
    with live.use() as again:
        assert again is new


def test_what_the_page_says_follows_the_store(live: LiveStore, store: Path) -> None:
    first = live.welcome()
    assert live.welcome() is first
    publish_more(store)
    assert live.welcome().about != first.about


def test_examples_name_the_directors_with_most_films(live: LiveStore) -> None:
    with live.use() as store:
        assert "Which editors worked with Michael Haneke?" in find_examples(store)


def test_a_store_that_cannot_be_opened_again_is_served_on(live: LiveStore, store: Path) -> None:
    with live.use() as opened:
        before = films(opened)
    (store / "CURRENT").write_text("000099\n")
    with live.use() as still:
        assert still is opened
        assert films(still) == before


def test_closing_ends_those_who_wait(store: Path) -> None:
    live = LiveStore(store, timeout=60, workers=1)
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    errors: list[Exception] = []
    started = threading.Event()

    def run() -> None:
        started.set()
        try:
            live.run(endless)
        except StoreError as error:
            errors.append(error)

    asking = threading.Thread(target=run)
    asking.start()
    started.wait()
    live.close()
    asking.join(20)
    assert not asking.is_alive()
    assert len(errors) == 1
    live.close()
    with pytest.raises(StoreError, match="has been closed"):
        live.run("ASK {}")


def test_questions_and_quotes_come_from_the_newest_generation(live: LiveStore, store: Path) -> None:
    publish_more(store)
    answer = live.ask("who directed A Prophet")
    assert [row["label"] for row in answer["answers"]] == ["Jacques Audiard"]
    [said] = answer["answers"][0]["evidence"][:1]
    assert live.read_quote(said["iri"]) == said["quote"]
    assert live.read_quote("https://example.org/doc#char=0,5") is None


def test_a_missing_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store"):
        LiveStore(tmp_path / "none.db", timeout=1)
