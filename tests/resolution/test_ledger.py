"""Decisions: they win, they survive a re-reading, and undoing them leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from handmade import Page, rust_and_bone

from filmgraph.errors import NameNotFoundError, UsageError
from filmgraph.model.decisions import Decision
from filmgraph.model.entities import Dataset
from filmgraph.model.serial import from_data, to_data
from filmgraph.rdf import build_quads
from filmgraph.resolution import resolve
from filmgraph.resolution.decisions import (
    Entry,
    build_assertion,
    build_different,
    build_rejection,
    build_same,
    build_undo,
)


def held(pages: Sequence[Page], *decisions: Decision) -> Dataset:
    return resolve([p.document for p in pages], [p.facts for p in pages], decisions)


def entry(number: int) -> Entry:
    return Entry(number, "I know them", "2026-01-02")


def iri_of(dataset: Dataset, name: str) -> str:
    return next(a.iri for a in dataset.agents if a.preferred_name == name)


def credit_of(dataset: Dataset, agent: str, role: str, film: str = "") -> str:
    return next(
        c.iri
        for c in dataset.credits
        if c.agent == iri_of(dataset, agent) and c.role == role and c.film.endswith(film)
    )


def names(dataset: Dataset) -> list[str]:
    return sorted(a.preferred_name for a in dataset.agents)


def two_of_one_name() -> list[Page]:
    first = (
        Page("a.txt")
        .state(title="Harbor", year="2001")
        .credit("director", "Ann Lee")
        .credit("editor", "Jo Park")
    )
    second = (
        Page("b.txt")
        .state(title="Summit", year="2003")
        .credit("director", "Ann Lee")
        .credit("editor", "Max Orr")
    )
    third = (
        Page("c.txt")
        .state(title="Valley", year="2004")
        .credit("director", "Ann Lee")
        .credit("editor", "Max Orr")
    )
    return [first, second, third]


def test_same_joins_and_its_undoing_restores_the_bytes() -> None:
    pages = rust_and_bone()
    before = held(pages)
    same = build_same(
        before, iri_of(before, "Thomas Bidegain"), iri_of(before, "Pascal Caucheteux"), entry(1)
    )
    after = held(pages, same)
    assert "Thomas Bidegain" not in names(after)
    assert len(after.agents) == len(before.agents) - 1
    assert any(e.why.endswith("are one: decided") for e in after.explanations)
    assert dict(after.redirects) == {iri_of(before, "Thomas Bidegain"): iri_of(after, "Pascal Caucheteux")}
    undo = build_undo(after, 1, entry(2))
    restored = held(pages, same, undo)
    assert restored == before
    assert [q.n4() for q in build_quads(restored)] == [q.n4() for q in build_quads(before)]


def test_undoing_the_undoing_brings_the_decision_back() -> None:
    pages = rust_and_bone()
    before = held(pages)
    same = build_same(
        before, iri_of(before, "Thomas Bidegain"), iri_of(before, "Pascal Caucheteux"), entry(1)
    )
    undo = Decision(2, "undo", "", "2026-01-02", target=1)
    redo = Decision(3, "undo", "", "2026-01-02", target=2)
    assert held(pages, same, undo, redo) == held(pages, same)


def test_different_parts_a_name_and_the_rest_goes_with_its_co_workers() -> None:
    pages = two_of_one_name()
    before = held(pages)
    assert names(before) == ["Ann Lee", "Jo Park", "Max Orr"]
    parted = build_different(
        before,
        credit_of(before, "Ann Lee", "director", "harbor-2001"),
        credit_of(before, "Ann Lee", "director", "summit-2003"),
        entry(1),
    )
    after = held(pages, parted)
    assert names(after) == ["Ann Lee", "Ann Lee", "Jo Park", "Max Orr"]
    directors = {c.film.rpartition("/")[2]: c.agent for c in after.credits if c.role == "director"}
    assert directors["summit-2003"] == directors["valley-2004"] != directors["harbor-2001"]
    assert all(len(i.rpartition("-")[2]) == 8 for i in directors.values()), "both slugs carry a mark"


def test_the_newest_of_two_contradicting_decisions_wins() -> None:
    pages = rust_and_bone()
    before = held(pages)
    pair = iri_of(before, "Thomas Bidegain"), iri_of(before, "Pascal Caucheteux")
    same, different = build_same(before, *pair, entry(1)), build_different(before, *pair, entry(2))
    assert len(held(pages, same, different).agents) == len(before.agents)
    same_again = build_same(before, *pair, entry(3))
    assert len(held(pages, same, different, same_again).agents) == len(before.agents) - 1


def test_decisions_survive_a_re_reading() -> None:
    pages = rust_and_bone()
    before = held(pages)
    same = build_same(
        before, iri_of(before, "Thomas Bidegain"), iri_of(before, "Pascal Caucheteux"), entry(1)
    )
    reject = build_rejection(before, credit_of(before, "Martine Cassinelli", "executive-producer"), entry(2))
    longer = rust_and_bone()
    # The review is read anew with another first line: its digest and all offsets change.
    longer[0].lines[0] = "Rust and Bone (De rouille et d'os)"
    assert longer[0].document.sha256 != pages[0].document.sha256
    after = held(longer, same, reject)
    assert "Thomas Bidegain" not in names(after)
    assert "Martine Cassinelli" not in names(after)


def test_a_rejected_credit_is_gone_from_every_document() -> None:
    pages = rust_and_bone()
    before = held(pages)
    reject = build_rejection(before, credit_of(before, "Marion Cotillard", "actor"), entry(1))
    again = Page("later.txt").state(title="Rust and Bone", year="2012").credit("director", "Jacques Audiard")
    again.credit("actor", "Marion Cotillard")
    after = held([*pages, again], reject)
    assert "Marion Cotillard" not in names(after)
    assert "Matthias Schoenaerts" in names(after)


def test_an_asserted_credit_carries_its_reason_and_goes_to_the_agent_meant() -> None:
    pages = rust_and_bone()
    before = held(pages)
    film = next(f.iri for f in before.films if f.title == "The Child")
    decision = build_assertion(before, film, "producer", iri_of(before, "Jacques Audiard"), entry(1))
    after = held(pages, decision)
    credit = next(c for c in after.credits if c.film == film and c.role == "producer")
    assert credit.agent == iri_of(after, "Jacques Audiard")
    assert [a.quote for a in credit.attestations] == ["I know them"]
    new = held(pages, build_assertion(before, film, "editor", "Marie-Hélène Dozo", entry(1)))
    assert "Marie-Hélène Dozo" in names(new)
    assert held(pages, decision, build_undo(after, 1, entry(2))) == before


def test_an_assertion_after_a_rejection_stands() -> None:
    pages = rust_and_bone()
    before = held(pages)
    film = next(f.iri for f in before.films if f.year == 2012)
    reject = build_rejection(before, credit_of(before, "Marion Cotillard", "actor"), entry(1))
    decision = build_assertion(before, film, "actor", iri_of(before, "Marion Cotillard"), entry(2))
    assert "Marion Cotillard" in names(held(pages, reject, decision))
    asserted_first = [
        build_assertion(before, film, "actor", iri_of(before, "Marion Cotillard"), entry(1)),
        build_rejection(before, credit_of(before, "Marion Cotillard", "actor"), entry(2)),
    ]
    assert "Marion Cotillard" not in names(held(pages, *asserted_first))


def test_an_assertion_stays_on_its_film_when_that_gets_an_id() -> None:
    def films(*ids: tuple[str, str]) -> list[Page]:
        one = Page("a.txt", ids=ids).state(title="Harbor", year="2001").credit("director", "Ann Lee")
        return [one, Page("b.txt").state(title="Harbor", year="1950").credit("director", "Jo Park")]

    before = held(films())
    film = next(f.iri for f in before.films if f.year == 2001)
    decision = build_assertion(before, film, "editor", "Max Roe", entry(1))
    after = held(films(("imdb", "tt0000007")), decision)
    (credit,) = (c for c in after.credits if c.role == "editor")
    assert credit.film.endswith("film/imdb-tt0000007")


def test_an_assertion_on_a_film_that_went_is_said() -> None:
    pages = rust_and_bone()
    before = held(pages)
    film = next(f.iri for f in before.films if f.title == "The Child")
    decision = build_assertion(before, film, "editor", "Marie-Hélène Dozo", entry(1))
    after = held(pages[:2], decision)
    assert [e.why for e in after.explanations if "could not be placed" in e.why]


def test_decisions_that_cannot_be_are_refused() -> None:
    dataset = held(rust_and_bone())
    audiard = iri_of(dataset, "Jacques Audiard")
    with pytest.raises(UsageError, match="one agent already"):
        build_same(dataset, audiard, audiard, entry(1))
    with pytest.raises(UsageError, match="both sides"):
        build_different(dataset, audiard, audiard, entry(1))
    with pytest.raises(NameNotFoundError):
        build_rejection(dataset, audiard, entry(1))
    with pytest.raises(UsageError, match="in force"):
        build_undo(dataset, 4, entry(1))


def test_a_decision_survives_its_json() -> None:
    dataset = held(rust_and_bone())
    decision = build_same(dataset, iri_of(dataset, "UGC"), iri_of(dataset, "Why Not Productions"), entry(1))
    assert from_data(Decision, to_data(decision)) == decision
