"""Actor and character side by side: with leaders, on lines by turns, or with only a blank between.

Which side is the actor is decided for the whole list, by what the sides look
like and by the names that the rest of the page knows. Where that does not come
out, nothing is read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from filmgraph.extraction.actors import (
    WORD,
    KnownNames,
    Part,
    clean_character,
    cut_at,
    cut_first_name,
    cut_last_name,
    is_actor,
    score_actor,
)
from filmgraph.extraction.joined_names import split_unseparated
from filmgraph.extraction.mentions import Mention, is_given_name, looks_like_person, make_mention
from filmgraph.extraction.name_lists import split_names
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold

LEADER = re.compile(
    r"(?=[\s.…\-_|])(?:\s*(?:\.{3,}|…[.…]*|-{3,}|_{3,})\s*|\s+[–—-]{1,2}\s+|\s*\t+\s*|\s*\|\s*)"
)
DOTS = re.compile(r"\s*(?:\.{3,}|…[.…]*)\s*")
_COLON = re.compile(r"\s?:\s+")
_ASIDE = re.compile(
    r"[|»>]?\s*(?:see (?:full|more|all)|full cast|more\s*(?:»|>|…|\.\.\.)|voir (?:tout|plus)"
    r"|mehr anzeigen)\b.*",
    re.I,
)
Pair = tuple[Span, Span]


def find_pair(text: str, line: Span) -> Pair | None:
    """The two sides of a line such as "Mitra Kia – Mutter"; None where it has not exactly two."""
    marks = [
        m for m in LEADER.finditer(text, line.start, line.end) if line.start < m.start() < m.end() < line.end
    ]
    if len(marks) > 1:
        marks = [m for m in marks if DOTS.fullmatch(m.group())]
    if len(marks) != 1:
        return None
    return _sides(text, line, marks[0])


def _sides(text: str, line: Span, mark: re.Match[str]) -> Pair | None:
    one = trim(text, Span(line.start, mark.start()))
    other = trim(text, Span(mark.end(), line.end))
    sizes = one.end - one.start, other.end - other.start
    return (one, other) if 0 < sizes[0] <= 60 and 0 < sizes[1] <= 90 else None


def find_list_pairs(text: str, values: Sequence[Span]) -> list[tuple[Span, Pair]]:
    """Pairs in other forms: lines `Actor: Character`, and `Actor - Character, Actor - Character` on one."""
    if len(values) >= 2:
        colons = [list(_COLON.finditer(text, v.start, v.end)) for v in values]
        if all(len(c) == 1 for c in colons):
            sides = [(v, _sides(text, v, c[0])) for v, c in zip(values, colons, strict=True)]
            return [(v, pair) for v, pair in sides if pair]
        return []
    if not values or values[0].of(text).count(",") > 200:
        return []
    value = values[0]
    pieces, start = [], value.start
    for comma in re.finditer(r"[,;]\s", value.of(text)):
        pieces.append(Span(start, value.start + comma.start()))
        start = value.start + comma.end()
    pieces.append(Span(start, value.end))
    pairs = [find_pair(text, piece) for piece in pieces]
    if len(pieces) < 2 or sum(pair is not None for pair in pairs) * 3 < 2 * len(pieces):
        return []
    return [(value, pair) for pair in pairs if pair]


def without_asides(text: str, values: Sequence[Span]) -> list[Span]:
    """The lines of a cast without "| See full cast & crew »" and the like."""
    kept = []
    for value in values:
        aside = _ASIDE.search(text, value.start, value.end)
        value = trim(text, Span(value.start, aside.start())) if aside else value
        if value.start < value.end:
            kept.append(value)
    return kept


def order_pairs(text: str, pairs: Sequence[Pair], known: KnownNames) -> list[Part]:
    """The actors of pairs, the side that looks more like actors over the whole list taken for them."""
    in_front = _actors_first(text, pairs, known)
    parts: list[Part] = []
    for one, other in pairs:
        actor, role = (one, other) if in_front else (other, one)
        actors = split_names(text, actor)
        if actors and all(is_actor(m) for m in actors):
            shown = Span(one.start, other.end)
            parts += [Part(m, clean_character(role.of(text)), shown) for m in actors]
    return parts


def find_lost_pairs(
    text: str, values: Sequence[Span], pairs: Sequence[tuple[Span, Pair]], known: KnownNames
) -> list[tuple[Span, Pair]]:
    """The sides of lines that lost the leader which their list has: "Georg Dreyman  Sebastian Koch".

    A wide blank, a small letter and a capital ("DiorNicole Sougou"), or of three words the place of the
    given name in two ("Martina Gedeck Christa", where actors stand in front) says where they part.
    """
    paired = {v for v, _ in pairs}
    single = [v for v in values if v not in paired and not _MARKED.search(v.of(text))]
    if not single:
        return []
    in_front = _actors_first(text, [pair for _, pair in pairs], known)
    found = [(v, _lost_pair(text, v, in_front=in_front)) for v in single]
    return [(v, pair) for v, pair in found if pair]


_MARKED = re.compile(r"[,;:()\[\]/&]")
_WIDE = re.compile(r"[ \u00a0]{2,}")
_GLUED = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-ZÀ-Þ])")


def _lost_pair(text: str, line: Span, *, in_front: bool) -> Pair | None:
    wide = list(_WIDE.finditer(text, line.start, line.end))
    if len(wide) == 1:
        return _sides(text, line, wide[0])
    words = list(WORD.finditer(text, line.start, line.end))
    glued = _GLUED.search(text, words[0].start() + 3, words[0].end()) if not in_front else None
    if glued and len(words) in (2, 3):
        return _sides(text, line, glued)
    if len(words) == 3:
        given = words[0 if in_front else 1]
        cut = words[2 if in_front else 1].start()
        if is_given_name(given.group()) and fold(words[1].group()) not in PARTICLES:
            return trim(text, Span(line.start, cut)), trim(text, Span(cut, line.end))
    return None


def _actors_first(text: str, pairs: Sequence[Pair], known: KnownNames) -> bool:
    """Whether the first sides of pairs look more like actors than the second."""
    first = sum(score_actor(one.of(text), known) for one, _ in pairs)
    return first >= sum(score_actor(other.of(text), known) for _, other in pairs)


def read_run(text: str, value: Span, known: KnownNames) -> list[Part]:
    """`Character ..... Actor Character ..... Actor`: the words between two leaders are cut in two.

    Trade papers set the character first; only a first name that the prose puts
    in brackets, as actors are, says otherwise.
    """
    marks = list(DOTS.finditer(text, value.start, value.end))
    bounds = [value.start, *[b for m in marks for b in (m.start(), m.end())], value.end]
    segments = [trim(text, Span(bounds[k], bounds[k + 1])) for k in range(0, len(bounds), 2)]
    actor_first = (
        fold(segments[0].of(text)) in known.bracketed and fold(segments[-1].of(text)) not in known.bracketed
    )
    cut_name = cut_last_name if actor_first else cut_first_name
    parts: list[Part] = []
    left = segments[0]
    for segment in segments[1:]:
        is_last = segment is segments[-1]
        cut = segment.end if is_last else cut_name(text, segment, known)
        right, following = cut_at(text, segment, cut)
        actor, role = (left, right) if actor_first else (right, left)
        if actor.start < actor.end:
            mention = make_mention(text, actor)
            shown = Span(left.start, max(left.end, right.end))
            parts.append(Part(mention, clean_character(role.of(text)), shown))
        left = following
    return [p for p in parts if is_actor(p.actor)]


def read_turns(text: str, values: Sequence[Span]) -> list[Part]:
    """Actor and character on lines by turns, where the lines of one turn show that they are no actors."""
    if len(values) < 4 or len(values) % 2 or any("," in v.of(text) or "(" in v.of(text) for v in values):
        return []
    for actors, roles in ((values[::2], values[1::2]), (values[1::2], values[::2])):
        strange = sum(_is_strange(r.of(text)) for r in roles)
        if strange * 4 >= len(roles) and not any(_is_strange(a.of(text)) for a in actors):
            return [
                Part(
                    make_mention(text, a),
                    clean_character(r.of(text)),
                    Span(min(a.start, r.start), max(a.end, r.end)),
                )
                for a, r in zip(actors, roles, strict=True)
            ]
    return []


def _is_strange(words: str) -> bool:
    """Whether a line is no actor's name: one word, a description, "Father Moran"."""
    titles = load_patterns("cast")["character_word"]
    return " " not in words or not looks_like_person(words) or any(fold(w) in titles for w in words.split())


def read_blank_pairs(text: str, values: Sequence[Span], known: KnownNames) -> list[Part]:
    """Lines `Character Actor` with only a blank between, where known actors show the order."""
    values = [_without_bracket(text, v) for v in values]
    words = [v.of(text) for v in values]
    if len(values) < 3 or any("," in w or "(" in w for w in words):
        return []
    if sum(len(w.split()) >= 3 for w in words) * 2 <= len(values):
        return []
    by_case = [_cut_by_case(text, v) for v in values]
    if sum(cut is not None for cut in by_case) * 3 >= 2 * len(values):
        return _parts_at(text, [pair for pair in by_case if pair])
    ends = sum(_has_known_end(w, known) for w in words)
    starts = sum(_has_known_start(w, known) for w in words)
    if ends == starts == 0:
        return _by_given_names(text, values)
    if ends == starts:
        return []
    parts: list[Part] = []
    for v in values:
        if ends > starts:
            role, actor = cut_at(text, v, cut_last_name(text, v, known))
        else:
            actor, role = cut_at(text, v, cut_first_name(text, v, known))
        if actor.start < actor.end and role.start < role.end and is_actor(make_mention(text, actor)):
            parts.append(Part(make_mention(text, actor), clean_character(role.of(text)), v))
    return parts


def _without_bracket(text: str, span: Span) -> Span:
    """A line without what stands in brackets at its end: "Laura Soveral Aurora (velha)"."""
    at = text.rfind("(", span.start, span.end)
    return trim(text, Span(span.start, at)) if at > span.start and text[span.end - 1] == ")" else span


def _cut_by_case(text: str, span: Span) -> Pair | None:
    """Actor and character where only the actor stands in capitals: "Cahit Tomruk BIROL ÜNEL"."""
    words = [Span(m.start(), m.end()) for m in WORD.finditer(text, span.start, span.end)]
    loud = [w.of(text).isupper() and len(w.of(text)) > 1 for w in words]
    if len(words) < 3 or loud[0] == loud[-1] or sum(a != b for a, b in itertools.pairwise(loud)) != 1:
        return None
    cut = loud.index(not loud[0])
    sides = Span(span.start, words[cut - 1].end), Span(words[cut].start, span.end)
    actor, role = sides if loud[0] else sides[::-1]
    return (actor, role) if " " in actor.of(text) else None


def _parts_at(text: str, pairs: Sequence[Pair]) -> list[Part]:
    parts = [
        Part(
            make_mention(text, actor), clean_character(role.of(text)),
            Span(min(actor.start, role.start), max(actor.end, role.end)),
        )
        for actor, role in pairs
    ]  # fmt: skip
    return [part for part in parts if is_actor(part.actor)]


def _by_given_names(text: str, values: Sequence[Span]) -> list[Part]:
    """Lines `Actor Character` told by the given names with which most of them begin.

    The actor is the first two words, where the third begins a character of one word or one described in
    small letters; what may be an actor of three names is left alone.
    """
    lines = [[Span(m.start(), m.end()) for m in WORD.finditer(text, v.start, v.end)] for v in values]
    long = [words for words in lines if len(words) >= 3]
    first = sum(is_given_name(words[0].of(text)) for words in long)
    last = sum(is_given_name(words[-2].of(text)) for words in long)
    if first * 3 < 2 * len(long) or last * 4 > len(long):
        return []
    pairs: list[Pair] = []
    for words in long:
        small = words[2].of(text)[0].islower() and fold(words[2].of(text)) not in PARTICLES
        if len(words) == 3 or small:
            pairs.append((Span(words[0].start, words[1].end), Span(words[2].start, words[-1].end)))
    return _parts_at(text, pairs)


def _has_known_end(words: str, known: KnownNames) -> bool:
    parts = fold(words).split()
    return any(" ".join(parts[k:]) in known.full for k in range(1, len(parts)))


def _has_known_start(words: str, known: KnownNames) -> bool:
    parts = fold(words).split()
    return any(" ".join(parts[:k]) in known.full for k in range(1, len(parts)))


def read_alternating(text: str, span: Span) -> list[Part]:
    """`Abel Jean-Paul Roussillon Junon Catherine Deneuve …`: characters and actors without any mark.

    An actor is a given name and a word that is none; what stands between two
    actors is the character of the second. Only where that comes out for at least
    four actors, most of them behind a character of one word.
    """
    words = [Span(m.start(), m.end()) for m in WORD.finditer(text, span.start, span.end)]
    given = [is_given_name(w.of(text)) for w in words]
    actors = [k for k in range(len(words) - 1) if given[k] and not given[k + 1]]
    parts: list[Part] = []
    singles = free = 0
    for k in actors:
        between = words[free:k]
        if len(between) > 2:
            # A character and an actor whose given name is not known, in front of this one.
            parts.append(_part_of(text, between[:-2], between[-2:]))
            between = []
        singles += len(between) == 1
        parts.append(_part_of(text, between, words[k : k + 2]))
        free = k + 2
    if len(actors) < 4 or singles * 3 < 2 * len(actors) or free < len(words) or len(parts) > len(actors) + 2:
        return []
    return parts if all(is_actor(p.actor) for p in parts) else []


def _part_of(text: str, role: Sequence[Span], actor: Sequence[Span]) -> Part:
    mention = make_mention(text, Span(actor[0].start, actor[-1].end))
    if not role:
        return Part(mention)
    words = text[role[0].start : role[-1].end]
    return Part(mention, clean_character(words), Span(role[0].start, actor[-1].end))


def split_run_together(text: str, span: Span, known: KnownNames) -> list[Mention]:
    """Names with only blanks between, where given names or the rest of the page tell them apart.

    Known names are cut out; what is left between them must be whole pairs of
    words, or one word that is known as a name. Else nothing is read.
    """
    words = [Span(m.start(), m.end()) for m in WORD.finditer(text, span.start, span.end)]
    if not 4 <= len(words) <= 200 or any("," in w.of(text) for w in words):
        return []
    by_given = split_unseparated(text, span)
    if by_given:
        return [make_mention(text, s) for s in by_given]
    found: list[Mention] = []
    rest: list[Span] = []
    hits = i = 0
    while i < len(words):
        size = next((n for n in (4, 3, 2) if _is_known(text, words[i : i + n], n, known)), 0)
        if not size:
            rest.append(words[i])
            i += 1
            continue
        between = _pairs_of(text, rest, known)
        if between is None:
            return []
        found += [*between, make_mention(text, Span(words[i].start, words[i + size - 1].end))]
        rest, hits, i = [], hits + 1, i + size
    between = _pairs_of(text, rest, known)
    if between is None or hits * 3 < len(found) + len(between):
        return []
    found += between
    return found if all(is_actor(m) for m in found) else []


def _is_known(text: str, words: Sequence[Span], size: int, known: KnownNames) -> bool:
    return len(words) == size and fold(text[words[0].start : words[-1].end]) in known.full


def _pairs_of(text: str, rest: Sequence[Span], known: KnownNames) -> list[Mention] | None:
    """The words between two known names as names of two words each; None where that does not come out."""
    if len(rest) == 1 and fold(rest[0].of(text)) in known.single:
        return [make_mention(text, rest[0])]
    if len(rest) % 2:
        return None
    return [make_mention(text, Span(a.start, b.end)) for a, b in zip(rest[::2], rest[1::2], strict=True)]
