"""Actors one behind the other: `Ann Lee (Ida), Bob Ray as Max and Cy Dunn`, to where the list ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from filmgraph.extraction.cast.actors import (
    KnownNames,
    Part,
    character_of,
    clean_character,
    is_actor,
    is_denied_player,
)
from filmgraph.extraction.cast.cast_blanks import read_alternating, split_run_together
from filmgraph.extraction.cast.cast_pairs import without_lead
from filmgraph.extraction.cast.shared_parts import share_parts
from filmgraph.extraction.labels.values import split_sentences, without_tail
from filmgraph.extraction.names.mentions import Mention, make_mention
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.text.countries import is_country
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

AS = re.compile(
    r"(?:^|(?<=\s))(?:as|als|comme|dans le rôle de|dans le rôle d['’]|como|come|nel ruolo di|jako|som"
    r"|in the role of)\s+(?=\S)"
)
_QUOTES = ('"', "“", "„", "«")
_QUOTED_END = re.compile(r"(?<=[^\W\d_]) [\"“„«]([^\"“”„«»]+)[\"”»“]?$")
_LONGEST_ODD = 5  # words of a piece of a list that may be a name which we do not understand
_RUNS = re.compile(r"\s*\((?:\d ?h\b|\d ?h ?\d|\d{2,3} ?(?:min|mn|m\b|['’′]))[^()\n]{0,12}\)")


def read_actors(text: str, value: Span, known: KnownNames, left: list[Span]) -> list[Part]:
    """A list of actors on one line, characters in brackets or behind "as"."""
    parts: list[Part] = []
    # "Avec A, B (1 h 54). En salle le 13 juillet": the film's running time ends the list.
    timed = _RUNS.search(text, value.start, value.end) if "(" in value.of(text) else None
    if timed and timed.start() > value.start:
        value = Span(value.start, timed.start())
    for n, piece in enumerate(split_sentences(text, value)):
        piece = without_lead(text, piece)  # "… [Ida]. Uncredited: Bo Ray [Max]; Cy Dunn [Joe]"
        mentions = split_names(text, _without_open_bracket(text, without_tail(text, piece)))
        mentions = share_parts(text, _by_twos(text, mentions))
        if any(sign in piece.of(text) for sign in _QUOTES):
            mentions = _with_quoted_parts(mentions)
        # Behind a full stop full names alone go on with the list: "… Ann Lee. Drama, 98 min."
        if n and not all(_is_full(text, m) for m in mentions):
            left.append(Span(piece.start, value.end))
            return parts
        for k, mention in enumerate(mentions):
            bare = without_lead(text, mention.span)
            if bare != mention.span:
                mention = make_mention(text, bare)._replace(note=mention.note, note_span=mention.note_span)
            found = read_actor(text, mention, known, parts)
            if found is None and _goes_on(text, parts, mention, mentions[k + 1 :]):
                left.append(mention.extent)
                continue
            if found is None:
                left.append(Span(mention.span.start, value.end))
                return parts
            parts += found
    return parts


def _with_quoted_parts(mentions: list[Mention]) -> list[Mention]:
    """Names with words in quotes behind them: `Ann Lee "Ida", Bo Ray "Max"` are parts, one is a nickname."""
    quoted = [
        _QUOTED_END.search(m.printed) if m.span.end - m.span.start == len(m.printed) else None
        for m in mentions
    ]
    are_parts = sum(q is not None for q in quoted) > 1
    cut: list[Mention] = []
    for m, q in zip(mentions, quoted, strict=True):
        if q is None or m.note or m.printed != m.text:
            cut.append(m)
            continue
        name = Span(m.span.start, m.span.start + q.start())
        note = Span(m.span.start + q.start(1), m.span.start + q.end(1))
        words = m.text[: q.start()]
        bare = m._replace(span=name, text=words, printed=words)
        cut.append(bare._replace(note=q[1], note_span=note) if are_parts else bare)
    return cut


def _is_full(text: str, mention: Mention) -> bool:
    """Whether a piece of a list is an actor's full name, perhaps with "as" and the part behind it."""
    as_word = AS.search(text, mention.span.start, mention.span.end)
    if as_word and as_word.start() > mention.span.start:
        mention = make_mention(text, Span(mention.span.start, as_word.start()))
    return is_actor(mention) and " " in mention.text


def _goes_on(text: str, before: Sequence[Part], odd: Mention, behind: Sequence[Mention]) -> bool:
    """Whether a list of players goes on behind a piece that is no name: full names stand on both sides."""
    if len(before) < 2 or not behind or len(odd.text.split()) > _LONGEST_ODD:
        return False
    near = behind[:2]
    return text[odd.extent.end : near[0].span.start].strip() in (",", ";") and all(
        m.shape in ("full", "caps") and is_actor(m) and " " in m.text for m in near
    )


def _by_twos(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names where some were glued to others ("Ida VossBo Ray"): four words among them are two people's."""
    if not any(a.span.end == b.span.start for a, b in itertools.pairwise(mentions)):
        return mentions
    cut: list[Mention] = []
    for m in mentions:
        words = [Span(w.start(), w.end()) for w in re.finditer(r"\S+", text[m.span.start : m.span.end])]
        names = [
            Span(m.span.start + a.start, m.span.start + b.end)
            for a, b in zip(words[::2], words[1::2], strict=False)
        ]
        plain = len(words) == 4 and all(w.of(m.span.of(text))[0].isupper() for w in words) and not m.note
        cut += [make_mention(text, name) for name in names] if plain else [m]
    return cut


def _without_open_bracket(text: str, span: Span) -> Span:
    """A list without a bracket that the cut of its tail left open: "Thibaut Evrard (1 h 54)"."""
    words = span.of(text)
    at = words.rfind("(")
    return trim(text, Span(span.start, span.start + at)) if at > words.rfind(")") else span


def read_actor(text: str, mention: Mention, known: KnownNames, before: list[Part]) -> list[Part] | None:
    """The actors of one piece of a list; None where the list has ended.

    `before` are the actors read so far: "as Walter Robinson" behind a bracket belongs to the last.
    """
    as_word = AS.search(text, mention.span.start, mention.span.end)
    if as_word:
        return _read_as(text, mention, as_word, before)
    words = len(mention.text.split())
    if words > 7:
        alternating = read_alternating(text, mention.span)
        if alternating:
            return alternating
    long = words >= 4 and not mention.note and not (words == 4 and _in_long_list(text, mention.span))
    if not is_actor(mention) or long:
        several = split_run_together(text, mention.span, known)
        if several:
            return [Part(m) for m in several]
    if not is_actor(mention) or is_country(mention.text):
        return None
    if mention.note and is_denied_player(mention.note):
        return []
    character = character_of(mention)
    return [Part(mention, character, mention.extent if character else None)]


def _in_long_list(text: str, span: Span) -> bool:
    """Whether a name stands in a line of many commas: its four words are one person's then."""
    line = Span(text.rfind("\n", 0, span.start) + 1, span.end)
    return text.count(",", line.start, line.end) > 3 and " " not in text[span.start - 2 : span.start - 1]


def _read_as(text: str, mention: Mention, as_word: re.Match[str], before: list[Part]) -> list[Part] | None:
    """`Paul Giamatti as Harvey Pekar`, and the "as …" that follows a bracket of the actor's films."""
    role = trim(text, Span(as_word.end(), mention.span.end))
    character = clean_character(role.of(text))
    actor = trim(text, Span(mention.span.start, as_word.start()))
    if actor.start >= actor.end:
        if before:
            last = before[-1].actor
            before[-1] = Part(last, character, Span(last.span.start, role.end))
        return []
    name = make_mention(text, actor)
    return [Part(name, character, Span(name.span.start, role.end))] if is_actor(name) else None
