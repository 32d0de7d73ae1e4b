"""The words that a phrase cannot do without, read off its source, so that most phrases need not be tried.

"with {stars} in (the|their) leads?" is only worth looking for in a paragraph that has "with", "in", one of
"the" and "their", and one of "lead" and "leads". Where it is not plain that a word must stand there as a
whole word, it is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

# What takes the place of parts: "\x00" may be letters of a word, at "\x03" a word begins or ends, and from
# "\uf000" on stands a choice.
_LETTERS, _EDGE, _CHOICE = "\x00", "\x03", "\uf000"
_SIGN = re.compile(r"\\u[0-9a-f]{4}")
_SLOT = re.compile(r"\{([a-z'][a-z0-9']*)\}")
# Placeholders that end with a blank where they are not empty; any letters may end the last.
_SLOT_ENDS = {"adj": " ", "the": " ", "epithet": " ", "gap": _LETTERS}
_SET = re.compile(r"\[(?:\\.|[^\]\\])*\](?:\{\d+,?\d*\}|[?*+])*")
_ESCAPED = re.compile(r"\\.(?:\{\d+,?\d*\}|[?*+])*")
_SHORT_END = re.compile(r"\b([^\W\d_]+)([^\W\d_])\?")  # "produced?"
_MAY_LACK = re.compile(r"[^()][?*]")
_GROUP = re.compile(r"\(([^()]*)\)(\?|\*|\+|\{\d+,?\d*\})?")
_WORD = re.compile(
    rf"(?<![\w{_LETTERS}+{_CHOICE}-\uf8ff])[^\W\d_]{{2,}}(?![\w{_LETTERS}?*+{{{_CHOICE}-\uf8ff])"
)


@dataclass(frozen=True, slots=True)
class NeededWords:
    """What a paragraph must hold: each word of `all_of`, and one word of each set in `one_of`."""

    all_of: frozenset[str]
    one_of: tuple[frozenset[str], ...]

    def stand_in(self, words: Set[str]) -> bool:
        """Whether a paragraph with these words may hold the phrase."""
        if self.all_of <= words:
            for choice in self.one_of:  # asked some four hundred times a page: no generator for it
                if words.isdisjoint(choice):
                    break
            else:
                return True
        return False


def find_needed_words(source: str) -> NeededWords:
    """The words that every match of a phrase holds.

    >>> needed = find_needed_words("with {stars} in (the|its) ({adj})?leads?")
    >>> sorted(needed.all_of), [sorted(choice) for choice in needed.one_of]
    (['in', 'with'], [['its', 'the'], ['lead', 'leads']])
    """
    flat = _SLOT.sub(lambda m: _SLOT_ENDS.get(m[1], _EDGE), _SIGN.sub(_EDGE, source))
    flat = _ESCAPED.sub(_LETTERS, _SET.sub(_LETTERS, flat))
    flat = _MAY_LACK.sub(_LETTERS, _SHORT_END.sub(r"(\1|\1\2)", flat))
    choices: list[frozenset[str]] = []
    while group := _GROUP.search(flat):
        flat = flat[: group.start()] + _resolve(flat, group, choices) + flat[group.end() :]
    if "|" in flat or "(" in flat:
        return NeededWords(frozenset(), ())
    kept = [choices[ord(sign) - ord(_CHOICE)] for sign in flat if sign >= _CHOICE]
    return NeededWords(frozenset(_WORD.findall(flat)), tuple(choice for choice in kept if choice))


def _resolve(flat: str, group: re.Match[str], choices: list[frozenset[str]]) -> str:
    """What takes the place of a bracket that holds no other."""
    body, times = group[1].removeprefix("?:"), group[2] or ""
    parts = body.split("|")
    if body.startswith("?"):
        return _EDGE if body.startswith("?=[") else _LETTERS  # what only looks ahead or behind
    if times in ("?", "*") or times.startswith("{0"):
        apart = all(part.endswith(" ") for part in parts) or all(part.startswith(" ") for part in parts)
        return _EDGE if apart else _LETTERS
    if len(parts) == 1:
        return body
    before, behind = flat[: group.start()][-1:], flat[group.end() :]
    behind = _LETTERS if behind.startswith("(") and behind[1:2] != " " else behind[:1]
    words = [_longest_word(before, part, behind) for part in parts]
    choices.append(frozenset(words if all(words) else ()))
    return chr(ord(_CHOICE) + len(choices) - 1)


def _longest_word(before: str, part: str, behind: str) -> str:
    """The longest whole word of an alternative, of which none goes on in the letters beside it."""
    around = before + part + behind
    inside = (
        m for m in _WORD.finditer(around) if m.start() >= len(before) and m.end() <= len(around) - len(behind)
    )
    return max((m[0] for m in inside), key=len, default="")
