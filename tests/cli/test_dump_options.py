"""`--types` and `--years`, as they are written and as they are not."""

from __future__ import annotations

import pytest

from filmgraph.cli.dump_options import read_filter
from filmgraph.dumps import DumpFilter
from filmgraph.errors import UsageError


@pytest.mark.parametrize(
    ("types", "years", "chosen"),
    [
        (None, None, None),
        ("movie", None, DumpFilter(("movie",))),
        ("tvMovie,movie,movie", "1960-1999", DumpFilter(("movie", "tvMovie"), 1960, 1999)),
        (None, "1995", DumpFilter((), 1995, 1995)),
        (None, "-1999", DumpFilter((), None, 1999)),
        (None, "1990-", DumpFilter((), 1990, None)),
    ],
)
def test_what_is_asked_for(types: str | None, years: str | None, chosen: DumpFilter | None) -> None:
    assert read_filter(types, years) == chosen


@pytest.mark.parametrize(
    ("types", "years", "why"),
    [
        ("film", None, "IMDb has no type 'film'; its types are movie"),
        (" , ", None, "needs the name of a type"),
        (None, "the nineties", "'the nineties' is no span of years"),
        (None, "", "is no span of years"),
        (None, "-", "is no span of years"),
        (None, "19901999", "is no span of years"),
        (None, "1999-1990", "1999 comes after 1990"),
    ],
)
def test_what_cannot_be_meant(types: str | None, years: str | None, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read_filter(types, years)
