"""Casts under a label: `With: A (Character), B as Character and C`, and lists of pairs.

Lists that stand under no label are read in `cast_lines.py`; the forms that a
pair of actor and character can take in `cast_pairs.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actor_lists import AS, read_actors
from filmgraph.extraction.cast.actors import (
    KnownNames,
    Part,
    character_of,
    is_actor,
)
from filmgraph.extraction.cast.cast_blanks import (
    has_known_sides,
    read_blank_pairs,
    read_by_case,
)
from filmgraph.extraction.cast.cast_brackets import read_turned_brackets
from filmgraph.extraction.cast.cast_pairs import (
    DOTS,
    Pair,
    begins_part,
    build_parts,
    find_colon_pair,
    find_comma_pairs,
    find_gap_pair,
    find_glued_pairs,
    find_list_pairs,
    find_lost_pairs,
    find_pair,
    find_short_leader,
    find_slash_pair,
    order_pairs,
    read_run,
    split_double_rows,
    without_asides,
)
from filmgraph.extraction.cast.cast_seams import read_case_run, read_glued_sides
from filmgraph.extraction.cast.cast_sides import tells_parts
from filmgraph.extraction.cast.cast_turns import are_parts_only, read_turns
from filmgraph.extraction.crew.labels import CAST, is_cast_item
from filmgraph.extraction.labels.items import Item
from filmgraph.extraction.labels.values import without_footnotes
from filmgraph.extraction.names.mentions import Mention, find_names, readable_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.settle import BLOCK, LABEL, Found, FoundCredit, build_quote
from filmgraph.model.document import Span
from filmgraph.model.facts import Unread
from filmgraph.model.names import fold

_COLON = re.compile(r" : ")
_GAP = re.compile(r"(?<=\S) {3,}")
_SHORT = 60  # letters of a line that holds a name or a part
_FEWEST_BELOW, _MOST_BELOW = 3, 80


def find_cast_credits(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """The actors under the labels of casts, with their characters."""
    del roles
    known = KnownNames(page)
    for item in page.items:
        if item.values and is_cast_item(page, item):
            yield from _read_item(page, item, known)


def _read_item(page: Page, item: Item, known: KnownNames) -> Iterator[Found]:
    left: list[Span] = []
    if fold(item.label.span.of(page.text)) in load_patterns("cast")["part_head"] and are_parts_only(
        page.text, item.values
    ):
        return
    values = item.values
    if item.separator == "":
        if item.label.span.end - item.label.span.start < 3 or page.text[item.label.span.start - 1] == "(":
            return  # "dir. da X", "(with X)": with no mark behind it an abbreviation is a word
        if item.style == "run":
            values = _up_to_gap(page.text, values)
    turns = read_turns(page.text, [*values, *_lines_below(page, item)], known) if len(values) == 1 else []
    parts = turns or _read_values(page.text, values, known, left)
    if item.separator == "" and (
        not parts or " " not in parts[0].actor.text or page.kinds[item.line] == "body"
    ):
        return
    readings = item.label.readings
    role = next((r for reading in readings for r in reading if r in CAST), "actor")
    first = readings[0] if readings else ()
    roles = [role, *(r for r in first if r not in CAST)] if CAST & set(first) else [role]
    is_block = page.kinds[item.line] == "cast" or item.style == "block"
    for order, part in enumerate(parts, 1):
        for role_id in roles:
            yield FoundCredit(
                role_id, part.actor.span, readable_name(part.actor.text), "person", _quote(item, part),
                f"cast-list/{item.style}", "cast", BLOCK if is_block else LABEL, 0.97,
                character=part.character if role_id in CAST else None, order=order,
            )  # fmt: skip
    for span in left:
        if any(" " in m.text for m in find_names(page.text, span)):
            yield Unread(span, span.of(page.text), "cast", "words of a cast that are no name")


def _lines_below(page: Page, item: Item) -> list[Span]:
    """The short lines right below a cast's only name: "CastAnn Lee / Ida / Bo Ray / the Priest" by turns."""
    below: list[Span] = []
    n = item.last_line + 1
    while n < len(page.lines) and not page.gaps[n] and n not in page.claimed and len(below) < _MOST_BELOW:
        line = page.lines[n]
        if line.end - line.start > _SHORT or page.kinds[n] in ("body", "teasers", "byline"):
            break
        below.append(line)
        n += 1
    return below if len(below) >= _FEWEST_BELOW else []


def _quote(item: Item, part: Part) -> Span:
    """From the label to the end of actor and character, or only these where that is long."""
    shown = part.shown or part.actor.span
    shown = Span(min(shown.start, part.actor.span.start), max(shown.end, part.actor.span.end))
    return build_quote(item.label.span.start, shown, item.behind)


def _read_values(text: str, values: Sequence[Span], known: KnownNames, left: list[Span]) -> list[Part]:
    """The parts of a cast's lines; what could not be read is added to `left`."""
    values = [part for v in without_asides(text, values) for part in without_footnotes(text, v)]
    values = _without_numbers(text, _whole_brackets(text, values))
    catalog = _read_inverted(text, values)
    if catalog:
        return catalog
    if len(values) == 1:
        values = _columns(text, values[0])
    else:
        values = split_double_rows(text, values)
    pairs = [(v, pair) for v in values if (pair := find_pair(text, v))]
    if len(values) > len(pairs) > 0 and any(DOTS.search(v.of(text)) for v, _ in pairs):
        pairs = [(v, pair) for v in values if (pair := find_pair(text, v) or find_short_leader(text, v))]
    single = len(pairs) == len(values) == 1 and "," not in values[0].of(text)
    if not pairs or (len(values) == 1 and not single):
        pairs = [(v, pair) for v, pair in find_list_pairs(text, values)] or pairs
    lone = find_colon_pair(text, values[0]) if len(values) == 1 and "," not in values[0].of(text) else None
    if lone and not pairs:
        return order_pairs(text, [lone], known)  # "Ann Lee: Ida Voss": no list of two players
    if len(pairs) >= 2 or single:
        return _read_pairs(text, values, pairs, known, left)
    if len(values) == 1 and len(DOTS.findall(values[0].of(text))) >= 2:
        return read_run(text, values[0], known)
    if (
        len(values) == 1
        and values[0].of(text).count(" : ") > 2
        and not re.search(r"[,;]", values[0].of(text))
    ):
        return read_run(text, values[0], known, _COLON)
    told = sum(AS.search(text, v.start, v.end) is not None for v in values)
    as_list = len(values) > 1 and told * 3 >= 2 * len(values)  # "Ann Lee as Ida": the word parts them
    return (not as_list and _read_unmarked(text, values, known)) or [
        p for v in values for p in read_actors(text, v, known, left)
    ]


def _read_pairs(
    text: str,
    values: Sequence[Span],
    pairs: Sequence[tuple[Span, Pair]],
    known: KnownNames,
    left: list[Span],
) -> list[Part]:
    """The actors of lines with a mark, and of the lines among them whose mark got lost."""
    marked = [pair for _, pair in pairs]
    parts = order_pairs(text, marked, known)
    paired = {v for v, _ in pairs}
    rest = [v for v in values if v not in paired]
    in_cells = all("\t" in v.of(text) for v in paired)  # where a part is missing, its cell is empty
    if rest and parts and len(pairs) * 2 > len(values) and not in_cells:
        first = parts[0].actor.span.start < marked[0][1].start
        lost = find_lost_pairs(text, rest, first=first)
        parts += build_parts(text, [pair for _, pair in lost], first=first)
        rest = [v for v in rest if all(v != line for line, _ in lost)]
    for v in rest:
        parts += read_actors(text, v, known, left)
    return parts


def _read_unmarked(text: str, values: Sequence[Span], known: KnownNames) -> list[Part]:
    """The actors of a list in which places, capitals or brackets alone tell actors from parts."""
    commas = find_comma_pairs(text, values)
    if commas:
        return build_parts(text, commas, first=True)
    if len(values) == 1:
        return read_case_run(text, values[0]) or read_turned_brackets(text, values, known)
    seams = read_glued_sides(text, values)
    if seams:
        return seams
    glued = find_glued_pairs(text, values)
    if glued:
        return build_parts(text, glued, first=True)
    for find in (find_gap_pair, find_slash_pair):
        gaps = [pair for v in values if (pair := find(text, v))]
        if len(gaps) >= 2 and len(gaps) == len(values):
            sides = [[side.of(text) for side in column] for column in zip(*gaps, strict=True)]
            if tells_parts(*sides) or tells_parts(*sides[::-1]):
                return build_parts(text, gaps, first=tells_parts(*sides[::-1]))
    if has_known_sides(text, values, known):
        return read_by_case(text, values) or read_blank_pairs(text, values, known)
    return (
        read_by_case(text, values)
        or read_turns(text, values, known)
        or read_turned_brackets(text, values, known)
        or read_blank_pairs(text, values, known)
    )


_INVERTED = re.compile(r"([^\s,(][^,(]*),\s+([^\s,(][^,(]*?)(?:\s*\(([^()]+)\))?")


def _read_inverted(text: str, values: Sequence[Span]) -> list[Part]:
    """An archive's list "Mol, Albert (Schalm)": where most names must stand so, all of them do."""
    rows = [m for v in values if (m := _INVERTED.fullmatch(text, v.start, v.end))]
    if len(rows) < 3 or len(rows) * 4 < 3 * len(values):
        return []
    sure = sum(len(split_names(text, Span(m.start(), m.end(2)))) == 1 for m in rows)
    if sure * 2 < len(rows):
        return []
    parts: list[Part] = []
    for m in rows:
        printed = Span(m.start(), m.end(2))
        note_span = Span(*m.span(3)) if m[3] else None
        known = split_names(text, printed)
        name = known[0].text if len(known) == 1 else f"{m[2]} {m[1]}"
        mention = Mention(printed, name, "full", printed.of(text), m[3] or "", note_span)
        character = character_of(mention)
        parts.append(Part(mention, character, mention.extent if character else None))
    return [p for p in parts if is_actor(p.actor)]


def _up_to_gap(text: str, values: tuple[Span, ...]) -> tuple[Span, ...]:
    """A value in a run of words, up to the wide gap behind which something else stands."""
    gap = _GAP.search(text, values[0].start, values[0].end)
    names = split_names(text, Span(values[0].start, gap.start())) if gap else []
    ends = gap and (len(names) > 1 or "(" in text[values[0].start : gap.start()])
    return (Span(values[0].start, gap.start()),) if gap and ends else values


_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[•·*‣◦▪–-])\s+(?=\S)")


def _without_numbers(text: str, values: list[Span]) -> list[Span]:
    """The lines of a cast without the figures or bullets that nearly all of them begin with."""
    marks = [_NUMBER.match(text, v.start, v.end) for v in values]
    if len(values) < 3 or sum(m is not None for m in marks) * 4 < 3 * len(values):
        return values
    return [Span(m.end(), v.end) if m else v for v, m in zip(values, marks, strict=True)]


def _whole_brackets(text: str, values: Sequence[Span]) -> list[Span]:
    """Values that a line end cut before a part or in a bracket: "Ann Lee / (Ida)", "Ann Lee / Role: Ida"."""
    whole: list[Span] = []
    for value in values:
        words = whole[-1].of(text) if whole else ""
        below = text[value.start] in "([" or begins_part(text, value)
        if whole and (below or any(words.count(a) > words.count(b) for a, b in ("()", "[]"))):
            whole[-1] = Span(whole[-1].start, value.end)
        else:
            whole.append(value)
    return whole


def _columns(text: str, value: Span) -> list[Span]:
    """The parts of a line that wide gaps cut into three and more, as where line ends were lost."""
    gaps = list(_GAP.finditer(text, value.start, value.end)) if "   " in value.of(text) else []
    if len(gaps) < 2:
        return [value]
    bounds = [value.start, *[b for gap in gaps for b in gap.span()], value.end]
    return [Span(bounds[k], bounds[k + 1]) for k in range(0, len(bounds), 2)]
