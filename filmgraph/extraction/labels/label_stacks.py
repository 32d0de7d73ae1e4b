"""Short labels on lines of their own, each over its names: "D / Ann Lee / SC / Bo Ray / P / Cy Dunn".

Catalogs set the letters and abbreviations of their credits so. What stands by turns with names counts as a
label even where no list holds it: among four such pairs or more, most of them with a label that we know.
Letters are read in the language that knows most of them, abbreviations as in `abbreviations.py`; one that
stays unknown still ends the value above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmgraph.extraction.labels.abbreviations import choose_role, main_languages
from filmgraph.extraction.labels.candidate import Candidate
from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.text.lines import Lines
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_FEWEST = 4  # labels, each over its names
_LONGEST = 16  # letters of such a label
# "SC", "Dir.", "CO-PROD CO", "UK DIST", "D/SC": abbreviations and letters, with or without a mark behind.
_SHORT = re.compile(r"[^\W\d_]+(?:\.?[ /&-]{1,3}[^\W\d_]+){0,2}\.?:?")
_FEWEST_PARTS = 3
_LEAST_SMALL = 6  # letters of one without its mark, which has to be understood
_MOST_SMALL = 8  # letters of one that is not in capitals, with its mark


def find_stacks(
    text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
) -> Iterator[tuple[int, Candidate]]:
    """The labels of such stacks that are not known as labels yet, each with its line."""
    last = len(lines) - 1
    short = [
        i
        for i, span in enumerate(lines.spans)
        if span.end - span.start <= _LONGEST and i < last and not lines.gaps[i + 1]
    ]
    if len(short) < _FEWEST:
        return
    taken = -1
    for i in short:
        run = _run_at(text, lines, kinds, labels, i) if i > taken else []
        if len(run) >= _FEWEST:
            yield from _labels_of(text, lines, labels, lexicon, run)
        taken = run[-1] + 1 if run else taken


def _run_at(text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], i: int) -> list[int]:
    """The lines of labels of the stack that begins at line `i`: each has its names on the next line."""
    run: list[int] = []
    while i + 1 < len(lines) and _is_pair(text, lines, kinds, labels, i):
        if run and lines.gaps[i] > 1:
            break
        run.append(i)
        if _opens_cast(labels, i) and not _lists_parts(text, lines.spans[i + 1]):
            break  # players and parts come by turns too
        i += 2
    return run


def _is_pair(text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], i: int) -> bool:
    label, value = lines.spans[i], lines.spans[i + 1]
    size = label.end - label.start
    if size > _LONGEST or lines.gaps[i + 1] or lines.rows[i] >= 0 or "teasers" in kinds[i : i + 2]:
        return False
    words = label.of(text)
    if not _SHORT.fullmatch(words):
        return False
    shown = words.isupper() or (words[-1] in ".:" and size <= _MOST_SMALL) or size <= _LEAST_SMALL
    if not (shown or _is_known(lines, labels, i)):
        return False
    names = value.of(text)
    return value.end - value.start > 4 and not (names.isupper() and " " not in names)


def _is_known(lines: Lines, labels: Sequence[LineLabels], i: int) -> bool:
    """Whether a line is a label alone."""
    found = labels[i].found
    return len(found) == 1 and found[0].at_start and found[0].value_start >= lines.spans[i].end - 1


def _opens_cast(labels: Sequence[LineLabels], i: int) -> bool:
    """Whether a line's label is a cast's."""
    return any("actor" in c.label.roles or c.label.field == "cast" for c in labels[i].found)


def _labels_of(
    text: str, lines: Lines, labels: Sequence[LineLabels], lexicon: Lexicon, run: Sequence[int]
) -> Iterator[tuple[int, Candidate]]:
    known = {i: labels[i].found[0] for i in run if _is_known(lines, labels, i)}
    casts = {i for i in run if i not in known and _lists_parts(text, lines.spans[i + 1])}
    printed = {i: lines.spans[i].of(text).rstrip(".: ") for i in run if i not in known}
    letters = {i: fold(words) for i, words in printed.items() if len(words) == 1 and i not in casts}
    spoken = main_languages(list(known.values())) if len(known) > 1 else frozenset()
    language, roles = _letters_in(set(letters.values()), spoken, lexicon)
    spoken = spoken or frozenset({language})
    named = frozenset([role for c in known.values() for role in c.label.roles])
    found: dict[int, Label] = {}
    for i, words in printed.items():
        if i in casts:
            readings: tuple[tuple[str, ...], ...] = (("actor",),)
        elif i in letters:
            readings = tuple([(r,) for r in roles.get(letters[i], ())])
        else:
            role = choose_role(fold(words), spoken, named)
            readings = ((role,),) if role else ()
        start = lines.spans[i].start
        label = Label(Span(start, start + len(words)), readings, "" if readings else "skip", 0, 0)
        found[i] = label._replace(languages=(spoken,) * len(readings))
    if len(known) + sum(bool(label.readings) for label in found.values()) < _FEWEST:
        return
    for i, label in found.items():
        if not label.readings and not (printed[i].isupper() or text[label.span.end] in ".:"):
            continue  # "Mona"
        yield i, Candidate(label, "\n", True, True, lines.spans[i].end, True)


def _letters_in(
    letters: set[str], spoken: frozenset[str], lexicon: Lexicon
) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The letters of the language that knows most of those printed, among `spoken` where labels name any."""
    known = {
        language: roles for language, roles in lexicon.letters.items() if language in (spoken or {language})
    }
    ranked = sorted(known.items(), key=lambda entry: (-len(letters & set(entry[1])), entry[0]))
    return ranked[0] if ranked and letters & set(ranked[0][1]) else ("", {})


def _lists_parts(text: str, value: Span) -> bool:
    """Whether a line is a list of names with something in brackets behind each: a cast with its parts."""
    names = split_names(text, value) if text.count("(", value.start, value.end) >= _FEWEST_PARTS else []
    return len(names) >= _FEWEST_PARTS and sum(bool(m.note) for m in names) * 4 >= 3 * len(names)
