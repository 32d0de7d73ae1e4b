"""What extraction makes of a text, in forms that tests compare: helper of `tests/extraction`."""

from __future__ import annotations

import hashlib
from textwrap import dedent

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction import extract_facts
from filmgraph.extraction.page import Page, build_page
from filmgraph.model.document import Document
from filmgraph.model.facts import FilmFacts

NOTHING = FilmFacts(document="", film_key="")


def make_document(text: str) -> Document:
    """A plain text as a document; the indentation of a test's text is taken away."""
    text = dedent(text).strip("\n")
    return Document(text, hashlib.sha256(text.encode()).hexdigest(), "test.txt", "text/plain")


def page_of(text: str) -> Page:
    return build_page(make_document(text), load_roles())


def facts_of(text: str) -> FilmFacts:
    """The facts of the one film of a text; none where it is about no film. Every quote is checked."""
    document = make_document(text)
    facts = next(iter(extract_facts(document)), NOTHING)
    evidence = [c.evidence for c in facts.credits] + [w.evidence for w in facts.source_works]
    evidence += [o.evidence for o in facts.other_films] + [s.evidence for s in facts.stated]
    assert all(e.span.of(document.text) == e.quote for e in evidence)
    return facts


def credits_of(text: str) -> set[tuple[str, str]]:
    """The (role, agent) pairs of a text."""
    return {(c.role, c.agent) for c in facts_of(text).credits}


def characters_of(text: str) -> dict[str, str | None]:
    """Each actor of a text with the character."""
    return {c.agent: c.character for c in facts_of(text).credits if c.role in ("actor", "voice-actor")}
