"""Actor and character on lines by turns, or in two columns one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from filmgraph.extraction.cast.actors import KnownNames, Part, clean_character, is_actor
from filmgraph.extraction.cast.cast_sides import is_strange, tells_parts
from filmgraph.extraction.names.mentions import make_mention
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.model.document import Span
from filmgraph.model.names import fold


def read_turns(text: str, values: Sequence[Span], known: KnownNames) -> list[Part]:
    """Actor and character on lines by turns, or first all actors and then all their characters.

    The lines of one turn, and of no other, show that they are parts; or the rest of the page names
    those of the other turn, and none of these; or it says of some pairs who plays whom. What follows
    the turns, as where the page goes on with formats, is left.
    """
    if len(values) < 4:
        return []
    whole = len(values) - len(values) % 2
    for one in (0, 1):
        size = _turns(text, values[one:whole:2])
        actors, roles = values[one : 2 * size : 2], values[1 - one : 2 * size : 2]
        enough = 2 * size == len(values) or size >= 3
        if enough and (
            tells_parts(_words(text, roles), _words(text, actors))
            or _are_known(text, actors, roles, known)
            or _are_told(text, actors, roles)
        ):
            return _paired(text, actors, roles)
    return [] if len(values) % 2 else _read_columns(text, values)


def _turns(text: str, actors: Sequence[Span]) -> int:
    """How many lines in a row hold one name and nothing else."""
    size = 0
    while size < len(actors) and _is_name(text, actors[size]):
        size += 1
    return size


def _read_columns(text: str, values: Sequence[Span]) -> list[Part]:
    half = len(values) // 2
    for actors, roles in ((values[:half], values[half:]), (values[half:], values[:half])):
        # Every list of actors may end in someone of one name: a column of parts shows it on most lines.
        strange = sum(is_strange(words) for words in _words(text, roles))
        on_most = half >= 3 and strange * 3 >= 2 * half
        if on_most and _turns(text, actors) == half and not any(map(is_strange, _words(text, actors))):
            return _paired(text, actors, roles)
    return []


def are_parts_only(text: str, values: Sequence[Span]) -> bool:
    """Whether the lines under a heading such as "Characters" hold no actors: most of them are strange."""
    names = [m.text for value in values for m in split_names(text, value)]
    return 2 * sum(map(is_strange, names)) >= len(names)


def _words(text: str, lines: Sequence[Span]) -> list[str]:
    return [line.of(text) for line in lines]


def _is_name(text: str, line: Span) -> bool:
    words = line.of(text)
    plain = "," not in words and "(" not in words and "  " not in words
    return plain and is_actor(make_mention(text, line))


def _are_known(text: str, actors: Sequence[Span], roles: Sequence[Span], known: KnownNames) -> bool:
    """Whether the page names at least three of one turn, most of them, and none of the other."""
    found = sum(fold(words) in known.full for words in _words(text, actors))
    return (
        found >= 3
        and found * 2 >= len(actors)
        and not any(fold(w) in known.full for w in _words(text, roles))
    )


def _are_told(text: str, actors: Sequence[Span], roles: Sequence[Span]) -> bool:
    """Whether the review itself sets two of the pairs as reviews do: "Control (John Hurt)"."""
    pairs = zip(_words(text, actors), _words(text, roles), strict=True)
    return sum(f"{role} ({actor}" in text for actor, role in pairs) > 1


def _paired(text: str, actors: Sequence[Span], roles: Sequence[Span]) -> list[Part]:
    pairs = zip(actors, roles, strict=True)
    return [
        Part(
            make_mention(text, actor),
            clean_character(role.of(text)),
            Span(min(actor.start, role.start), max(actor.end, role.end)),
        )
        for actor, role in pairs
    ]
