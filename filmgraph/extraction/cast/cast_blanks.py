"""Actors and characters, or actors alone, with only blanks between.

Capitals, given names and the names that the rest of the page knows tell where
one ends. Where that does not come out, nothing is read.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from filmgraph.extraction.cast.actors import (
    WORD,
    KnownNames,
    Part,
    clean_character,
    cut_at,
    cut_first_name,
    cut_last_name,
    is_actor,
)
from filmgraph.extraction.cast.cast_pairs import Pair
from filmgraph.extraction.cast.cast_sides import tells_parts
from filmgraph.extraction.names.joined_names import split_unseparated
from filmgraph.extraction.names.mentions import Mention, is_given_name, make_mention
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold


def read_blank_pairs(text: str, values: Sequence[Span], known: KnownNames) -> list[Part]:
    """Lines `Character Actor` with only a blank between, where known actors show the order."""
    if sum(text[v.end - 1] == ")" for v in values) * 2 > len(values):
        return []  # "Ann Mary Lee (Ida)": the brackets hold the parts
    values = [_without_bracket(text, v) for v in values]
    words = [v.of(text) for v in values]
    if len(values) < 3 or any("," in w or "(" in w for w in words):
        return []
    if sum(len(w.split()) >= 3 for w in words) * 2 <= len(values):
        return []
    ends = sum(_has_known_end(w, known) for w in words)
    starts = sum(_has_known_start(w, known) for w in words)
    if ends == starts == 0:
        return _by_given_names(text, values)
    if ends == starts:
        return []
    parts: list[Part] = []
    fronts = _told_fronts(text, values, known) if ends > starts else frozenset()
    for v in values:
        if ends > starts:
            if not _has_known_end(v.of(text), known) and _front(v.of(text).split()[:-2]) not in fronts:
                continue  # "Issan Mehdi A.G. Mohamed" among parts of one word: where the name begins is open
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


def read_by_case(text: str, values: Sequence[Span]) -> list[Part]:
    """Lines of actor and part of which one, always the same, stands in capitals: "Cahit Tomruk BIROL ÜNEL".

    The capitals are the actors', as press books set them, unless they show that they are parts
    ("KENJI Ken Watari", "Hiro Tanabe THE BOSS"). Given names in front of a family name in capitals
    ("Anne Marie DUVAL") are no side of their own.
    """
    if len(values) < 2:
        return []
    cuts = [cut for v in values if (cut := _cut_by_case(text, _without_bracket(text, v)))]
    if len(cuts) < 2 or len(cuts) * 3 < 2 * len(values):
        return []
    loud, small = ([side.of(text) for side in column] for column in zip(*cuts, strict=True))
    if sum(is_given_name(words.split()[-1]) for words in small if " " in words) * 2 > len(cuts):
        return []
    if tells_parts(loud, small):
        return _parts_at(text, [cut[::-1] for cut in cuts])
    return _parts_at(text, cuts) if all(" " in words for words in loud) else []


def _cut_by_case(text: str, span: Span) -> Pair | None:
    """The side in capitals and the other of a line of at least three words."""
    words = [Span(m.start(), m.end()) for m in WORD.finditer(text, span.start, span.end)]
    loud: list[bool] = []
    for word in (w.of(text) for w in words):
        is_word = any(c.isalpha() for c in word)
        loud.append(word.isupper() and len(word) > 1 if is_word or not loud else loud[-1])
    if len(words) < 3 or loud[0] == loud[-1] or sum(a != b for a, b in itertools.pairwise(loud)) != 1:
        return None
    cut = loud.index(not loud[0])
    sides = Span(span.start, words[cut - 1].end), Span(words[cut].start, span.end)
    return sides if loud[0] else sides[::-1]


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


def has_known_sides(text: str, values: Sequence[Span], known: KnownNames) -> bool:
    """Whether two lines at least end, or two begin, with a name that the page knows, and hold more."""
    words = [v.of(text) for v in values]
    sides = (_has_known_end, _has_known_start)
    return any(sum(side(w, known) for w in words) > 1 for side in sides)


def _told_fronts(text: str, values: Sequence[Span], known: KnownNames) -> frozenset[int]:
    """How many words parts have in front of the actors whom the page knows; 0 for a described one."""
    sides = [
        cut_at(text, v, cut_last_name(text, v, known)) for v in values if _has_known_end(v.of(text), known)
    ]
    return frozenset(_front(role.of(text).split()) for role, _ in sides) | {0, 1}


def _front(role: Sequence[str]) -> int:
    """How many words a part has; 0 for one that a small word ends: "Le chef djihadiste"."""
    return 0 if role and role[-1].islower() and fold(role[-1]) not in PARTICLES else len(role)


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
