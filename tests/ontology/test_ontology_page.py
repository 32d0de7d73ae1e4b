"""`docs/ontology.md` says what the files say."""

from __future__ import annotations

from pathlib import Path

import pytest
from ontology_graphs import FG, fg_terms, read_file

from filmgraph.catalogs.role_table import build_role_table, replace_role_table
from filmgraph.catalogs.roles import load_roles

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ontology.md"


def test_the_table_of_roles_is_fresh() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert replace_role_table(text, load_roles()) == text, (
        "write it anew with: python -m filmgraph.catalogs.role_table docs/ontology.md"
    )


def test_the_table_has_a_row_for_every_role_and_group() -> None:
    rows = build_role_table(load_roles()).splitlines()
    assert len(rows) == 59 + 2 + 1 + 4 + 2
    assert "| `editor` | editing | person, team | `fg:editor` | editor | | flm | P1040 |" in rows


def test_every_own_term_is_told_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    # fg:abbreviation and the like stand in the prose, the direct properties in the table.
    untold = {t for t in fg_terms(read_file("filmgraph")) if f"`fg:{t.removeprefix(str(FG))}`" not in text}
    assert untold == set()


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        replace_role_table("# The ontology", load_roles())
