"""`--types` and `--years`: which titles of a dump are films."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from filmgraph.errors import UsageError

if TYPE_CHECKING:
    from filmgraph.dumps import DumpFilter

_YEARS = re.compile(r"(?P<first>\d{4})?(?:(?P<till>-)(?P<last>\d{4})?)?")

types_option = click.option(
    "--types",
    metavar="TYPE,…",
    help="Of a dump of IMDb: the types of titles that count as films (movie,tvMovie,short …).",
)
years_option = click.option(
    "--years",
    metavar="FROM-TO",
    help="Of a dump of IMDb: only films of these years (1990-1999, 1990-, -1999, 1995).",
)


def read_filter(types: str | None, years: str | None) -> DumpFilter | None:
    """The filter that the options ask for, None for none; raises UsageError where they cannot be understood.

    >>> read_filter("movie, short", "1990-")
    DumpFilter(types=('movie', 'short'), first_year=1990, last_year=None)
    """
    from filmgraph.dumps import TYPES, DumpFilter

    if types is None and years is None:
        return None
    chosen = tuple(sorted({word.strip() for word in (types or "").split(",")} - {""}))
    unknown = [word for word in chosen if word not in TYPES]
    if unknown or (types is not None and not chosen):
        what = f"has no type {unknown[0]!r}" if unknown else "needs the name of a type"
        raise UsageError(f"--types: IMDb {what}; its types are {', '.join(TYPES)}.")
    found = _YEARS.fullmatch((years or "").strip())
    first, till, last = found.group("first", "till", "last") if found else (None, None, None)
    if years is not None and not (first or last):
        raise UsageError(f"--years: {years!r} is no span of years; write 1990-1999, 1990-, -1999 or 1995.")
    end = last or (None if till else first)
    if first and end and first > end:
        raise UsageError(f"--years: {first} comes after {end}.")
    return DumpFilter(chosen, int(first) if first else None, int(end) if end else None)
