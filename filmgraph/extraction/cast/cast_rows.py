"""Casts in one row under no label that is known: its marks and the forms between them show it.

- `ANN LEE Ida * BO RAY Max * CY DUNN the baker`: stars, dots or bars between, the actors in capitals
- `WHO'S WHO: Ida, Ann Lee; Max, Bo Ray; the baker, Cy Dunn`: semicolons between, commas within
- `Ann Lee (Ida) * Bo Ray (Max) * Cy Dunn (the baker)`: marks between, the parts in brackets
- `Ann Lee (Ida), Bo Ray (Max), Cy Dunn (the baker), Di Moe (Eva)`: the same with commas, beside credits
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.cast.actors import KnownNames, Part, character_of, is_actor
from filmgraph.extraction.cast.cast_blanks import read_by_case
from filmgraph.extraction.cast.cast_pairs import build_parts, find_comma_pairs
from filmgraph.extraction.cast.shared_parts import share_parts
from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

_MARKS = re.compile(r"\s+[*•·●▪|~]\s+|\s*;\s+")
_ROW = re.compile(r"[*•·●▪|~;] [^*•·●▪|~;]*[*•·●▪|~;] ")
# "BEFORE THEM:", "Who's in it:": a label that no list of words holds.
_HEAD = re.compile(r"[^\W\d_][\w’' &/-]{2,30}:\s+(?=\S)")
_FEWEST, _FEWEST_COMMAS, _LONGEST = 3, 4, 1500


def find_cast_rows(page: Page, known: KnownNames) -> Iterator[tuple[str, list[Part]]]:
    """The casts of such rows, each with the name of its rule."""
    del known
    for i in page.free:
        line = page.lines[i]
        words = line.of(page.text)
        if len(words) > _LONGEST or page.kinds[i] == "byline":
            continue
        if words.count("), ") + words.count("], ") + 1 >= _FEWEST_COMMAS:
            parts = _read_list(page, i)
            if parts:
                yield "bracket-row", parts
            continue
        if _ROW.search(words) is None:
            continue
        pieces = _pieces(page.text, line)
        if len(pieces) >= _FEWEST:
            parts = _read_row(page.text, pieces)
            if len(parts) >= _FEWEST:
                yield "row", parts


def _pieces(text: str, line: Span) -> list[Span]:
    """What stands between the marks of a row, without a head in front."""
    head = _HEAD.match(text, line.start, line.end)
    start = head.end() if head else line.start
    pieces = []
    for mark in _MARKS.finditer(text, start, line.end):
        pieces.append(trim(text, Span(start, mark.start())))
        start = mark.end()
    last = trim(text, Span(start, line.end))
    if text[last.end - 1] == "." and text[last.end - 2].islower():
        last = Span(last.start, last.end - 1)
    return [piece for piece in (*pieces, last) if piece.start < piece.end]


def _read_row(text: str, pieces: list[Span]) -> list[Part]:
    words = [piece.of(text) for piece in pieces]
    if any(len(w) > 80 or any(map(str.isdecimal, w)) for w in words):
        return []
    if all("," in w and "(" not in w for w in words) and len(words) >= _FEWEST_COMMAS:
        return build_parts(text, find_comma_pairs(text, pieces), first=True)
    if any("," in w or ":" in w for w in words):
        return []
    told = sum(w.endswith((")", "]")) for w in words)
    if told * 4 >= len(words) * 3 and told >= _FEWEST:
        return _read_brackets(text, pieces)
    parts = read_by_case(text, pieces)
    return parts if len(parts) == len(pieces) else []


def _read_list(page: Page, i: int) -> list[Part]:
    """A line of nothing but people with parts in brackets, right beside labelled credits; else nothing.

    A list of guests has the same form, with their towns or their jobs in the brackets.
    """
    near = [n for n in (i - 1, i - 2, i + 1) if n in page.claimed]
    line = page.lines[i]
    if not near or ":" in line.of(page.text) or page.gaps[i] > 1:
        return []
    end = line.end - (page.text[line.end - 1] == ".")
    names = share_parts(page.text, split_names(page.text, Span(line.start, end)))
    roles = load_roles()
    parts = [Part(m, character_of(m), m.extent) for m in names if is_actor(m) and " " in m.text]
    told = [p for p in parts if p.character and not roles.find(p.actor.note)]
    given = sum(is_given_name(m.text.split()[0]) for m in names)
    if len(parts) < len(names) or len(told) * 4 < len(names) * 3 or len(told) < _FEWEST_COMMAS:
        return []
    if given * 2 >= len(names):
        return parts
    # Names of a language that we know little of: the story tells of these parts too.
    in_story = {p.character for p in told if p.character and page.text.count(p.character) == 2}
    return parts if len(in_story) > 1 and len(told) == len(parts) else []


def _read_brackets(text: str, pieces: list[Span]) -> list[Part]:
    """`Ann Lee (Ida)` in nearly all pieces and names alone in the others, or nothing."""
    parts: list[Part] = []
    for piece in pieces:
        names = share_parts(text, split_names(text, piece))
        told = [character_of(name) for name in names]
        bracket = text[piece.end - 1] in ")]"
        if not names or len(names) > 2 or not all(is_actor(m) and " " in m.text for m in names):
            return []
        if bracket and None in told:
            return []
        parts += [Part(m, part, m.extent if part else None) for m, part in zip(names, told, strict=True)]
    return parts
