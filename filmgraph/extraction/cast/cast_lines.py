"""Casts that stand under no label, shown as casts by their form alone.

- two or more lines `Actor … Character` with dotted leaders, three or more with dashes
  right under a credit block
- four or more lines `• Actor – Character` of one list, wherever it stands
- three or more lines `Actor as Character`, four or more lines `Actor (Character)`
- a line of two or more `Character: Actor` pairs
- four or more lines `Actor: Character`, or `Character Actor` with a blank between, of players whom the
  rest of the page names
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actor_lists import read_actor
from filmgraph.extraction.cast.actors import KnownNames, Part, character_of, is_actor, is_part
from filmgraph.extraction.cast.cast_blanks import read_blank_pairs
from filmgraph.extraction.cast.cast_pairs import (
    Pair,
    find_colon_pair,
    find_pair,
    find_short_leader,
    order_pairs,
)
from filmgraph.extraction.cast.cast_rows import find_cast_rows
from filmgraph.extraction.cast.cast_runs import find_cast_runs
from filmgraph.extraction.cast.no_casts import is_no_cast
from filmgraph.extraction.cast.story_casts import find_story_casts
from filmgraph.extraction.names.mentions import (
    is_given_name,
    looks_like_company,
    looks_like_person,
    make_mention,
    readable_name,
)
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.facts import Unread
from filmgraph.model.names import fold

T = TypeVar("T")
_PAIR = re.compile(
    r"([^\s:,;][^:,;\n]{0,40}?)\s?:\s+([^:,;\n]{3,50}?)\s*(?:[,;]|(?<=[^\W\d_]{3})\.(?=\s|$)|$)"
)
_BULLETS = frozenset("•·*–‣◦▪")
_CREDIT_BLOCKS = ("crew", "cast", "production")


def find_cast_lines(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The actors of lists that show by their form that they are casts."""
    if not page.free:
        return
    known = KnownNames(page)
    yield from _leader_lists(page, roles, known)
    yield from _as_lists(page, known)
    yield from _bracket_lists(page, roles)
    yield from _colon_pairs(page, roles)
    yield from _colon_lists(page, roles, known)
    yield from _blank_lists(page, known)
    for parts in find_story_casts(page, roles):
        yield from _credits(page, parts, "told-lines", 0.9)
    for rule, parts in find_cast_rows(page, known):
        yield from _credits(page, parts, rule, 0.9)
    for rule, parts in find_cast_runs(page, roles, known):
        yield from _credits(page, parts, rule, 0.9)


def _credits(page: Page, parts: Sequence[Part], rule: str, confidence: float) -> Iterator[FoundCredit]:
    if is_no_cast(page, parts):
        return
    for order, part in enumerate(parts, 1):
        yield FoundCredit(
            "actor", part.actor.span, readable_name(part.actor.text), "person", part.shown or part.actor.span,
            f"cast-list/{rule}", "cast", LABEL, confidence, character=part.character, order=order,
        )  # fmt: skip


def _runs(page: Page, read: Callable[[int, list[T]], T | None]) -> Iterator[list[T]]:
    """What `read` finds on free lines that stand one under the other; it is given what stands above."""
    run: list[T] = []
    above = -2
    for i in page.free:
        if run and i != above + 1:
            yield run
            run = []
        above = i
        found = read(i, run)
        if found is not None:
            run.append(found)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _leader_lists(page: Page, roles: RoleCatalog, known: KnownNames) -> Iterator[Found]:
    def read(i: int, above: list[tuple[int, int, Pair]]) -> tuple[int, int, Pair] | None:
        line = page.lines[i]
        words = line.of(page.text)
        dotted = "..." in words or "…" in words or " . . " in words
        bulleted = words[0] in _BULLETS
        goes_on = bool(above) or dotted or bulleted or (i > 0 and page.kinds[i - 1] in _CREDIT_BLOCKS)
        # The rows of a table or of definitions that follow labelled credits under a heading of their own.
        goes_on = goes_on or (i - 1 in page.claimed and page.layout.rows[i] >= 0 and "\t" in words)
        if not goes_on or ("(" in words and not (dotted or bulleted)):
            return None
        pair = find_pair(page.text, _without_bullet(page.text, line))
        if pair is None and above and above[0][0] == 2:
            pair = find_short_leader(page.text, line)
        if pair is None or any(roles.find(side.of(page.text)) for side in pair):
            return None
        return 2 if dotted else 4 if bulleted else 3, i, pair

    for run in _runs(page, read):
        if len(run) < run[0][0]:  # as many as the form of the first asks for
            continue
        if _has_head_of_its_own(page, run[0][1]):
            for _, i, _ in run:
                yield Unread(
                    page.lines[i], page.lines[i].of(page.text), "other", "names under an unknown heading"
                )
        else:
            yield from _credits(
                page, order_pairs(page.text, [pair for _, _, pair in run], known), "leaders", 0.9
            )


def _has_head_of_its_own(page: Page, i: int) -> bool:
    """Whether lines stand under a page's heading that is no label, while the cast has its label elsewhere."""
    headed = i > 0 and page.layout.blocks[i - 1] == "heading" and i - 1 not in page.claimed
    return headed and any("actor" in item.label.roles and len(item.values) > 1 for item in page.items)


def _without_bullet(text: str, line: Span) -> Span:
    return trim(text, Span(line.start + 1, line.end)) if text[line.start] in _BULLETS else line


def _bracket_lists(page: Page, roles: RoleCatalog) -> Iterator[Found]:
    """Lines of one person each and a part in brackets, where the label of the cast got lost."""

    def read(i: int, above: list[Part]) -> Part | None:
        usable = page.kinds[i] not in ("strapline", "byline") and (not above or page.gaps[i] == 0)
        return _bracket_line(page, page.lines[i], roles, known=bool(above)) if usable else None

    for run in _runs(page, read):
        while run and run[-1].character is None:
            run.pop()  # what follows a cast is set like its names without parts
        if sum(part.character is not None for part in run) >= 4:
            yield from _credits(page, run, "bracket-lines", 0.9)


def _bracket_line(page: Page, line: Span, roles: RoleCatalog, *, known: bool) -> Part | None:
    """The actor of a line and the part in its bracket; among `known` lines a name may stand alone."""
    words = line.of(page.text)
    brackets = words.count("(") + words.count("[")
    told = brackets == 1 and words[-1] in ")]"
    if not (told or (known and not brackets)) or len(words) > 90 or any(c.isdigit() for c in words):
        return None
    names = split_names(page.text, _without_bullet(page.text, line))
    if len(names) != 1 or not is_actor(names[0]) or " " not in names[0].text:
        return None
    mention = names[0]
    if not told:
        return Part(mention) if is_given_name(mention.text.split()[0]) else None
    character = character_of(mention)
    house = looks_like_company(mention.note) and not is_part(mention.note)
    if character is None or roles.find(mention.note) or house:
        return None
    return Part(mention, character, mention.extent)


def _as_lists(page: Page, known: KnownNames) -> Iterator[Found]:
    def read(i: int, above: list[Part]) -> Part | None:
        del above
        usable = page.kinds[i] in ("other", "labels", "cast")
        return _as_line(page, page.lines[i], known) if usable else None

    for run in _runs(page, read):
        if len(run) >= 3:
            yield from _credits(page, run, "as-lines", 0.9)


def _as_line(page: Page, line: Span, known: KnownNames) -> Part | None:
    if line.end - line.start >= 90 or " as " not in line.of(page.text):
        return None
    found = read_actor(page.text, make_mention(page.text, line), known, [])
    return found[0] if found and len(found) == 1 and found[0].character else None


def _colon_pairs(page: Page, roles: RoleCatalog) -> Iterator[Found]:
    for i in page.free:
        if page.kinds[i] in ("strapline", "production"):
            continue
        line = page.lines[i]
        words = line.of(page.text)
        if words.count(":") < 2 or len(words) > 1500:
            continue
        pairs = list(_PAIR.finditer(words))
        if len(pairs) < 2 or pairs[0].start() > 0 or words.count(":") != len(pairs):
            continue
        parts: list[Part] = []
        for pair in pairs:
            name = trim(page.text, Span(line.start + pair.start(2), line.start + pair.end(2)))
            actor = name.of(page.text)
            if " " not in actor or not looks_like_person(actor) or looks_like_company(actor):
                break
            if roles.find(pair.group(1).rsplit("(", 1)[-1].strip()):
                break  # "“Rain” (director: Ann Lee)": a job is no character
            shown = Span(line.start + pair.start(1), name.end)
            parts.append(Part(make_mention(page.text, name), pair.group(1).strip(), shown))
        else:
            yield from _credits(page, parts, "character-colon", 0.85)


def _colon_lists(page: Page, roles: RoleCatalog, known: KnownNames) -> Iterator[Found]:
    def read(i: int, above: list[Pair]) -> Pair | None:
        line = page.lines[i]
        words = line.of(page.text)
        if len(words) > 80 or words.count(":") != 1 or "(" in words or (above and page.gaps[i]):
            return None
        pair = find_colon_pair(page.text, line)
        sides = [side.of(page.text) for side in pair] if pair else []
        return pair if sides and looks_like_person(sides[0]) and not roles.find(sides[0]) else None

    for run in _runs(page, read):
        if len(run) >= 4 and _are_known([side for pair in run for side in pair], page, known, len(run)):
            yield from _credits(page, order_pairs(page.text, run, known), "colon-lines", 0.9)


def _blank_lists(page: Page, known: KnownNames) -> Iterator[Found]:
    def read(i: int, above: list[Span]) -> Span | None:
        line = page.lines[i]
        words = line.of(page.text)
        if not 2 <= words.count(" ") <= 6 or "," in words or ":" in words or (above and page.gaps[i]):
            return None
        return line if looks_like_person(words) and page.kinds[i] != "headline" else None

    for run in _runs(page, read):
        parts = read_blank_pairs(page.text, run, known) if len(run) >= 4 else []
        if len(parts) == len(run) and _are_known([p.actor.span for p in parts], page, known, len(run)):
            yield from _credits(page, parts, "blank-lines", 0.9)


def _are_known(names: list[Span], page: Page, known: KnownNames, lines: int) -> bool:
    """Whether the page names at least three of the people of a list elsewhere, and half of them."""
    found = sum(fold(name.of(page.text)) in known.full for name in names)
    return found >= 3 and found * 2 >= lines
