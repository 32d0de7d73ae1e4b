"""Decisions on films: they win over the rules, survive a changed text, and undoing them leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from handmade import Page

from filmgraph.errors import NameNotFoundError, UsageError
from filmgraph.model.decisions import Decision
from filmgraph.model.entities import Dataset
from filmgraph.model.serial import from_data, to_data
from filmgraph.resolution import resolve
from filmgraph.resolution.decisions import Entry, build_different, build_same, build_undo


def held(pages: Sequence[Page], *decisions: Decision) -> Dataset:
    return resolve([p.document for p in pages], [p.facts for p in pages], decisions)


def entry(number: int) -> Entry:
    return Entry(number, "seen", "2026-01-02")


def pages() -> list[Page]:
    """Two films by the rules: nothing but the title says that they are one."""
    return [
        Page("a.txt").state(title="Harbor", year="1950").credit("director", "Ann Lee"),
        Page("b.txt").state(title="Harbor").credit("editor", "Bo Ek"),
    ]


def doubt(dataset: Dataset) -> tuple[str, str]:
    (found,) = (e for e in dataset.explanations if e.verdict == "doubtful")
    return min(found.left, found.right), max(found.left, found.right)


def test_same_joins_two_films_and_the_retired_iri_leads_on() -> None:
    before = held(pages())
    same = build_same(before, *doubt(before), entry(1))
    after = held(pages(), same)
    (film,) = after.films
    assert film.iri.endswith("/harbor-1950")
    assert {c.film for c in after.credits} == {film.iri}
    (why,) = (e for e in after.explanations if e.verdict == "joined")
    assert why.why == "'Harbor' and 'Harbor (1950)' are one film: decided"
    assert why.by.endswith("decision/1")
    assert after.redirects == ((next(i for i in doubt(before) if i != film.iri), film.iri),)
    assert held(pages(), same, build_undo(after, 1, entry(2))) == before


def test_different_ends_the_doubt_and_keeps_what_would_have_joined_apart() -> None:
    before = held(pages())
    different = build_different(before, *doubt(before), entry(1))
    after = held(pages(), different)
    assert len(after.films) == 2
    assert [e.verdict for e in after.explanations] == ["kept apart"]
    # The year that joins them by the rules comes later.
    dated = [pages()[0], Page("b.txt").state(title="Harbor", year="1950").credit("editor", "Bo Ek")]
    assert len(held(dated).films) == 1
    assert len(held(dated, different).films) == 2
    third = [*pages(), Page("c.txt").state(title="Harbor", year="1950").credit("actor", "Bo Ek")]
    assert len(held(third).films) == 1
    assert len(held(third, different).films) == 2


def test_the_newer_of_two_wins_and_the_order_of_documents_does_not_matter() -> None:
    before = held(pages())
    same = build_same(before, *doubt(before), entry(1))
    different = build_different(before, *doubt(before), entry(2))
    assert len(held(pages(), same, different).films) == 2
    again = build_same(before, *doubt(before), entry(3))
    assert len(held(pages(), same, different, again).films) == 1
    assert held(pages()[::-1], same) == held(pages(), same)


def test_a_film_is_found_again_in_a_changed_text_and_on_another_machine() -> None:
    before = held(pages())
    same = build_same(before, *doubt(before), entry(1))
    assert from_data(Decision, to_data(same)) == same
    changed = [pages()[0], Page("b.txt").credit("composer", "Di Fox").state(title="Harbor")]
    assert len(held(changed).films) == 2
    assert len(held(changed, same).films) == 1
    assert len(held(pages()[:1], same).films) == 1


def test_two_films_or_two_agents() -> None:
    before = held(pages())
    left, right = doubt(before)
    with pytest.raises(UsageError, match="one film already"):
        build_same(before, left, left, entry(1))
    with pytest.raises(UsageError, match="both sides"):
        build_different(before, left, left, entry(1))
    with pytest.raises(UsageError, match="no film"):
        build_same(before, left, before.agents[0].iri, entry(1))
    with pytest.raises(NameNotFoundError, match="No film"):
        build_same(before, left, right + "-x", entry(1))
