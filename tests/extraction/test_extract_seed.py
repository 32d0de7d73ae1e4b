"""The founding review, as a whole; and texts that nobody would write."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracted import facts_of, make_document
from hypothesis import given, settings
from hypothesis import strategies as st
from work import count_calls

from filmgraph.extraction import extract_facts
from filmgraph.model.facts import FilmFacts
from filmgraph.reading import read_document

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"


@pytest.fixture(scope="module")
def seed() -> FilmFacts:
    paths = sorted(SEED.glob("*.txt")) if SEED.is_dir() else []
    if not paths:
        pytest.skip("the founding review is not beside this checkout")
    (facts,) = extract_facts(read_document(paths[0]))
    return facts


def test_the_film_and_its_review(seed: FilmFacts) -> None:
    assert seed.first("title") == "Rust and Bone"
    assert seed.first("runtime_min") == "122"
    assert seed.first("review_date") == "2012-05-17"
    assert seed.first("year") is None


def test_distributors_carry_their_territories(seed: FilmFacts) -> None:
    found = {(c.agent, c.territory) for c in seed.credits if c.role == "distributor"}
    assert found >= {("Sony Pictures Classics", "U.S."), ("UGC", "France")}
    assert {c.agent for c in seed.credits if c.role == "sales-agent"} == {"Celluloid Dreams"}


def test_the_dardennes_produced_through_their_company(seed: FilmFacts) -> None:
    (credit,) = [c for c in seed.credits if c.agent == "Dardenne brothers"]
    assert (credit.role, credit.kind, credit.through) == ("producer", "team", "Les Films du Fleuve")


def test_surnames_are_completed_and_characters_found(seed: FilmFacts) -> None:
    writers = {(c.agent, c.credited_as) for c in seed.credits if c.role == "screenwriter"}
    assert ("Jacques Audiard", "Audiard") in writers
    characters = {c.agent: c.character for c in seed.credits if c.role == "actor"}
    assert characters["Marion Cotillard"] == "Stephanie"
    assert characters["Matthias Schoenaerts"] == "Ali"
    assert characters["Armand Verdure"] == "Sam"


def test_the_source_work_is_no_credit(seed: FilmFacts) -> None:
    assert {(w.title, w.author) for w in seed.source_works} == {("Rust and Bone", "Craig Davidson")}
    names = {c.agent for c in seed.credits}
    assert not names & {"Craig Davidson", "Rebecca Hall", "Spike Lee", "Taika Waititi", "Darren Aronofsky"}


WORDS = st.sampled_from(
    "Director|Directed by|Cast|With|Music|Production|Editor|based on|release of a|Regie|Ken Loach|Luc & "
    "Ann Lee|"
    "Les Films du Fleuve|(Ida)|(in U.S.)|as|and|the film|“Rosetta”|2012|122 "
    "min|France|:|,|;|.|…|.....|/|-|–|\t|\n|\n\n|"
    "(|)|[|]|\"|'|’s|•|A|É|\u200b|\ufeff|🎬|İ|ß|Ⅷ|٣|x"
    .split("|")
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from(["", " "]))
def test_no_text_breaks_the_rules(words: list[str], glue: str) -> None:
    text = glue.join(words)
    for facts in extract_facts(make_document(text)):
        assert all(c.agent and c.credited_as for c in facts.credits)
    facts_of(text)


@pytest.mark.parametrize(
    "unit",
    [
        ",",
        "(",
        "A",
        "A ",
        "Director: Ann Lee, ",
        "editor, Ann Lee; ",
        "Ann Lee .... Ida ",
        '"',
        "Cast: A B (C), ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    def work(size: int) -> int:
        document = make_document(unit * (size // len(unit)))
        return count_calls(lambda: extract_facts(document))

    work(2_000)
    assert work(100_000) < 20 * work(10_000)
