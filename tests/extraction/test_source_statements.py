"""Sources in brackets, info boxes, Germanic genitives, and told by what somebody published."""

from __future__ import annotations

import hashlib

import pytest

from filmgraph.extraction import extract_facts
from filmgraph.model.document import Document

READ = [
    ("Screenplay: Petra Lund (Novel: Ingrid Dahl)", (None, "Ingrid Dahl")),
    ("Based on\tThe Long Quay\n1930 novel\nby Ingrid Dahl", ("The Long Quay", "Ingrid Dahl")),
    ("Manus: Petra Lund, efter Ingrid Dahls roman.", (None, "Ingrid Dahl")),
    (
        "Freely based on the novel of the same name that Ingrid Dahl published in 1909, it moves south.",
        ("Blue Harbor", "Ingrid Dahl"),
    ),
    (
        "There is no way out of it. From Ingrid Dahl's novella Boats and Women.",
        ("Boats and Women", "Ingrid Dahl"),
    ),
]
NOT_READ = [
    "Screenplay: Petra Lund (Editor: Ingrid Dahl)",
    "Nach Hamburgs Hafen zieht es alle, die hier einmal ein Boot hatten und es verkauft haben.",
    "The novel way in which the harbor is lit was published nowhere, as far as anybody knows.",
]


def _works(lines: str) -> set[tuple[str | None, str | None]]:
    text = f"Blue Harbor\n\nDirector: Anna Holm\nEditor: Piet Vos\n\n{lines}\n"
    document = Document(text, hashlib.sha256(text.encode()).hexdigest(), "page.txt", "text/plain")
    return {(w.title, w.author) for facts in extract_facts(document) for w in facts.source_works}


@pytest.mark.parametrize(("lines", "work"), READ)
def test_a_stated_source(lines: str, work: tuple[str | None, str | None]) -> None:
    assert work in _works(lines)


@pytest.mark.parametrize("lines", NOT_READ)
def test_no_source(lines: str) -> None:
    assert not _works(lines)
