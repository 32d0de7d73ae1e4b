"""Casts that stand under no label, on a line of their own.

- `X plays Max, Y plays Ida, Z plays Joe`, as programme notes list them
- `w/ X (Max), Y (Ida)`, as blogs and listings shorten "with"
- `X   Y   Z` in capitals on a poster's or a sleeve's rows, beside the rest of its billing block
- `… FILM STARRING X Y Z AND W` in the capitals of such a block
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actor_lists import read_actor, read_actors
from filmgraph.extraction.cast.actors import KnownNames, Part, clean_character, is_actor
from filmgraph.extraction.cast.cast_blanks import split_run_together
from filmgraph.extraction.names.mentions import is_given_name, make_mention
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

Cast = tuple[str, list[Part]]
_GAP = re.compile(r"[ \u00a0]{2,}")
_PIECE = re.compile(r"\s*(?:[,;]\s*(?:(?:and|und|et|y|e|en|og|och|i)\s+)?|\.(?=\n|\Z))")
_STARRING = re.compile(r"\b(?:STARRING|AVEC|MIT|CON|COM|MET|MED)\s+(?=[^\W\d_])")
_AND = re.compile(r"\s+(?:AND|ET|UND|Y|E|EN|OG|OCH|&)\s+|\s*,\s*")
_FEWEST = 3


def find_cast_runs(page: Page, roles: RoleCatalog, known: KnownNames) -> Iterator[Cast]:
    """The casts of such lines, each with the name of its rule."""
    text = page.text
    loud = sum(bool(item.values) and item.values[0].of(text).isupper() for item in page.items)
    with_read = False
    for i in page.free:
        if page.kinds[i] == "byline":
            continue
        line = page.lines[i]
        words = line.of(text)
        if words.startswith("w/") and not with_read:
            with_read = True  # a second such line is another film's
            yield "with", read_actors(text, Span(line.start + 2, line.end), known, [])
        elif words.count(",") + words.count(";") > 1 and any(
            words.count(verb) >= _FEWEST for verb in _verbs()
        ):
            yield "plays", _read_plays(text, line)
        elif loud >= _FEWEST and "  " in words:
            yield "poster", _read_row(page, line, roles, known)
        elif loud >= _FEWEST and words.isupper() and (lead := _STARRING.search(words)):
            yield "starring", _read_capitals(text, Span(line.start + lead.end(), line.end), known)


@lru_cache(maxsize=1)
def _verbs() -> tuple[str, ...]:
    return tuple(f" {verb} " for verb in load_lines("cast")["plays"])


def _pieces(text: str, span: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    """What stands between the matches of a separator."""
    start = span.start
    for match in separator.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _read_plays(text: str, line: Span) -> list[Part]:
    """`X plays Max, Y plays Ida`; nothing where a piece is said otherwise."""
    parts: list[Part] = []
    for piece in _pieces(text, line, _PIECE):
        verb = next((v for v in _verbs() if v in piece.of(text)), None)
        if verb is None:
            return []
        at = text.index(verb, piece.start, piece.end)
        name = make_mention(text, Span(piece.start, at))
        if not is_actor(name) or " " not in name.text:
            return []
        parts.append(Part(name, clean_character(text[at + len(verb) : piece.end]), trim(text, piece)))
    return parts


def _read_row(page: Page, line: Span, roles: RoleCatalog, known: KnownNames) -> list[Part]:
    """A row of a poster: at least three names in capitals with wide gaps between, and nothing else."""
    parts: list[Part] = []
    for piece in _pieces(page.text, line, _GAP):
        mention = make_mention(page.text, piece)
        found = None if roles.find(mention.text) else read_actor(page.text, mention, known, parts)
        if not found or len(found) > 1 or not found[0].actor.text.isupper() or " " not in found[0].actor.text:
            return []
        parts += found
    return parts if _are_people(parts) else []


def _read_capitals(text: str, value: Span, known: KnownNames) -> list[Part]:
    """Names in capitals with only blanks and "AND" between; all of them, or none."""
    parts: list[Part] = []
    for piece in _pieces(text, value, _AND):
        several = [Part(m) for m in split_run_together(text, piece, known)] or _by_twos(text, piece)
        if not several:
            return []
        parts += several
    return parts if _are_people(parts) else []


def _by_twos(text: str, piece: Span) -> list[Part]:
    """Names of two words each, where two thirds of them begin with a given name: capitals of a block."""
    words = [Span(*m.span()) for m in re.compile(r"\S+").finditer(text, piece.start, piece.end)]
    if len(words) == 2:
        return [Part(make_mention(text, piece))]
    if len(words) % 2 or not words:
        return []
    pairs = list(zip(words[::2], words[1::2], strict=True))
    given = sum(is_given_name(one.of(text)) for one, _ in pairs)
    if given * 3 < 2 * len(pairs):
        return []
    return [Part(make_mention(text, Span(a.start, b.end))) for a, b in pairs]


def _are_people(parts: list[Part]) -> bool:
    """Whether there are three actors or more, half of them with a given name that is known."""
    given = sum(is_given_name(part.actor.text.split()[0]) for part in parts)
    return len(parts) >= _FEWEST and given * 2 >= len(parts) and all(is_actor(p.actor) for p in parts)
