"""Casts under no label, told by the story: the prose of the page names their parts.

Lines that set a person beside something else with a dash, a gap, a tab or a colon may be a crew, an
index or a table of guests. Where one side has the forms of parts, the other those of actors, and the
review itself speaks of some of the parts, they are the film's cast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actors import Part, is_actor
from filmgraph.extraction.cast.cast_pairs import (
    Pair,
    build_parts,
    find_colon_pair,
    find_gap_pair,
    find_pair,
)
from filmgraph.extraction.cast.cast_sides import tells_parts
from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.page import Page

_FEWEST = 4
_LONGEST = 100
_KINDS = frozenset({"other", "labels", "cast", "crew", "production"})
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SIGNS = (" -", " –", " —", "  ", "\t", "|", ":", "=", "→", "->")


def find_story_casts(page: Page, roles: RoleCatalog) -> Iterator[list[Part]]:
    """The casts of such lists."""
    told: frozenset[str] | None = None
    for pairs in _runs(page, roles):
        if told is None:
            prose = " ".join([s.span.of(page.text) for s in page.of_kind("body", "strapline")])
            told = frozenset(_WORDS.findall(prose))
        parts = _read(page.text, pairs, told)
        if parts:
            yield parts


def _runs(page: Page, roles: RoleCatalog) -> Iterator[list[Pair]]:
    run: list[Pair] = []
    above = -2
    for i in page.free:
        pair = _pair_at(page, i, roles)
        if run and (pair is None or i != above + 1 or page.gaps[i]):
            if len(run) >= _FEWEST:
                yield run
            run = []
        if pair:
            run.append(pair)
        above = i
    if len(run) >= _FEWEST:
        yield run


def _pair_at(page: Page, i: int, roles: RoleCatalog) -> Pair | None:
    line = page.lines[i]
    if page.kinds[i] not in _KINDS or line.end - line.start > _LONGEST:
        return None
    words = line.of(page.text)
    if not any(sign in words for sign in _SIGNS):
        return None
    pair = (
        find_pair(page.text, line)
        or find_gap_pair(page.text, line)
        or (find_colon_pair(page.text, line) if words.count(":") == 1 else None)
    )
    return pair if pair and not any(roles.find(side.of(page.text)) for side in pair) else None


def _read(text: str, pairs: Sequence[Pair], told: frozenset[str]) -> list[Part]:
    ones, others = ([side.of(text) for side in column] for column in zip(*pairs, strict=True))
    first = tells_parts(others, ones)
    if not first and not tells_parts(ones, others):
        return []
    sides = others if first else ones
    if len({side for side in sides if _is_told(side, told)}) < 2:
        return []
    parts = build_parts(text, pairs, first=first)
    given = sum(is_given_name(part.actor.text.split()[0]) for part in parts)
    good = all(is_actor(part.actor) for part in parts) and len(parts) >= len(pairs)
    return parts if good and given * 2 >= len(parts) else []


def _is_told(part: str, told: frozenset[str]) -> bool:
    """Whether the story names a part, by all words that begin with a capital."""
    names = [word for word in _WORDS.findall(part) if word[0].isupper()]
    return bool(names) and told.issuperset(names)
