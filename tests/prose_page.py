"""A page around one sentence, for the tables of the tests of prose."""

from __future__ import annotations

import hashlib

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document
from filmgraph.model.facts import CreditFact, FilmFacts

LEDE = (
    "A critic of the paper looks at what the season brings to its readers and finds that it is"
    " rather a lot of it this time around."
)
CREDITS = """Cast: Marion Cotillard, Matthias Schoenaerts, Armand Verdure, Corinne Masiero, Deborah Kerr, Sabu
Director: Jacques Audiard
Screenplay: Jacques Audiard, Thomas Bidegain"""


def read_sentence(sentence: str, credits: str = "", title: str = "Blue Harbor") -> FilmFacts:
    """What a page with this title, this sentence as its prose, and these credits states."""
    text = f"{title}\n\n{LEDE}\n\n{sentence}\n\n{credits}\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    facts = extract_facts(Document(text, digest, "page.txt", "text/plain"))
    assert len(facts) == 1
    found = facts[0]
    evidence = [c.evidence for c in found.credits]
    evidence += [s.evidence for s in found.source_works] + [o.evidence for o in found.other_films]
    for e in evidence:
        assert e.quote and e.span.of(text) == e.quote
    for credit in found.credits:
        assert credit.credited_as in " ".join(credit.evidence.quote.split())
    return found


def from_prose(facts: FilmFacts) -> list[CreditFact]:
    """The credits that a sentence gave."""
    return [c for c in facts.credits if c.evidence.rule.startswith("prose")]


def jobs(facts: FilmFacts) -> set[str]:
    """The prose credits as "role: agent"."""
    return {f"{c.role}: {c.agent}" for c in from_prose(facts)}


def parts(facts: FilmFacts) -> set[str]:
    """The parts that sentences gave as "player = part"."""
    return {f"{c.agent} = {c.character}" for c in from_prose(facts) if c.character}


def sources(facts: FilmFacts) -> set[tuple[str | None, str | None, str | None, str]]:
    """The source works as (title, author, kind, grade)."""
    return {(s.title, s.author, s.kind, s.grade) for s in facts.source_works}


def others(facts: FilmFacts) -> set[tuple[str, str | None]]:
    """The other films as (title, director)."""
    return {(o.title, o.director) for o in facts.other_films}
