"""Mappings: ours are sound, others' mistakes are named with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from filmgraph.catalogs.maps import load_map, load_maps, read_map, recognize_map
from filmgraph.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent.parent


def test_our_mappings_are_pinned_and_documented() -> None:
    assert list(load_maps()) == ["metaqa", "tmdb-credits", "tmdb-movies", "wikipedia-infobox"]
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert [name for name in load_maps() if f"`{name}`" not in page] == []


def test_a_table_asks_for_its_mapping_by_its_headers() -> None:
    found = recognize_map(("crew", "cast", "title", "movie_id", "budget"))
    assert found is not None and found.name == "tmdb-credits"
    assert recognize_map(("title", "cast")) is None


def test_the_example_has_ten_lines() -> None:
    lines = (ROOT / "maps" / "metaqa.toml").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if not line.startswith("#")]) <= 10
    assert load_map("metaqa").words["has tags"] == "ignore"
    assert load_map(str(ROOT / "maps" / "metaqa.toml")).delimiter == "|"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delimiter = |", "not TOML"),
        ('delimiter = "||"', "one character"),
        ('delimeter = "|"', "did you mean 'delimiter'"),
        ("header = 3", "list of names"),
        ("columns = 3", "write [columns]"),
        ('[columns]\nRegie = "directr"', "did you mean 'director'"),
        ('[roles]\nx = "person_id"', "'person_id', which is not known"),
        ("summary = 3", "quotation marks"),
        ('quotes = "no"', "quotes is true or false, not 'no'"),
    ],
)
def test_a_mistake_is_named(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_map(text, "x", "x.toml")
    assert str(caught.value).startswith("x.toml") and said in str(caught.value)


def test_a_mapping_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match="metaqa, tmdb-credits"):
        load_map("nowhere.toml")
