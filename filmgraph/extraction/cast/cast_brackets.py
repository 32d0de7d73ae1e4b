"""Lists that set the part first and the actor in brackets: "Anna (Julia Sendler), der Wirt (Hans Klose)"."""

from __future__ import annotations

from collections.abc import Sequence

from filmgraph.extraction.cast.actors import KnownNames, Part, clean_character, is_actor, is_part
from filmgraph.extraction.cast.cast_pairs import played_by
from filmgraph.extraction.cast.cast_sides import actors_first, is_strange
from filmgraph.extraction.labels.values import without_tail
from filmgraph.extraction.names.mentions import Mention, make_mention
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.patterns import load_patterns
from filmgraph.model.document import Span
from filmgraph.model.names import fold


def read_turned_brackets(text: str, values: Sequence[Span], known: KnownNames) -> list[Part]:
    """The actors of such a list; empty where the brackets hold parts, as they do in most lists.

    All brackets hold full names, and what stands before them looks less like actors.
    """
    if sum(value.of(text).count("(") for value in values) < 2:
        return []
    pieces = [
        _without_verb(text, m) for value in values for m in split_names(text, without_tail(text, value))
    ]
    noted = [m for m in pieces if m.note and m.note_span]
    if len(noted) < 2 or len(noted) * 4 < 3 * len(pieces) or not all(_holds_actor(m) for m in noted):
        return []
    heads, notes = [m.text for m in noted], [m.note for m in noted]
    strange = sum(map(is_strange, heads))
    said = all(m.note_span and text[m.note_span.start - 1] not in "([" for m in noted)  # "played by"
    if not said and (strange * 2 < len(noted) or actors_first(heads, notes, known) is not False):
        return []
    return [
        Part(make_mention(text, m.note_span), clean_character(m.text), m.extent)
        for m in noted
        if m.note_span is not None
    ]


def _without_verb(text: str, mention: Mention) -> Mention:
    """A part whose bracket says "played by Ann Lee", with the name alone."""
    note = mention.note_span
    verb = played_by().match(text, note.start, note.end) if note and " " in mention.note else None
    if note is None or verb is None:
        return mention
    name = Span(verb.end(), note.end)
    return mention._replace(note=name.of(text), note_span=name)


def _holds_actor(mention: Mention) -> bool:
    """Whether a bracket holds a full name and nothing else."""
    if mention.note_span is None or " " not in mention.note or is_part(mention.note):
        return False
    remark = fold(mention.note) in load_patterns("cast")["not_character"]
    return not remark and is_actor(Mention(mention.note_span, mention.note, "full", mention.note))
