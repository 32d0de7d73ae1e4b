from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "queries"))

from graph_knowledge import load_graph

from filmgraph.asking import ask
from filmgraph.catalogs.queries import load_queries
from filmgraph.catalogs.reference import build_reference

ROOT = Path(__file__).resolve().parents[2]
ASKED = {name: query.question for name, query in load_queries().items() if query.question}


def test_the_page_is_what_the_headers_say() -> None:
    written = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert written == build_reference(), "run: python -m filmgraph.catalogs.reference > docs/queries.md"


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_query_can_be_asked_as_its_header_says(name: str) -> None:
    assert list(ask(ASKED[name], load_graph()).rows())
