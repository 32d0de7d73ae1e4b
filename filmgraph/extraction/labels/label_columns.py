"""Labels and names that a page set side by side and its text has one column below the other.

"Director / Camera / Editor", an empty line, "Ann Lee / Bo Ek / Cy Dunn": what a table becomes when it is
copied out of a press kit. The two belong together where they are of one length and each line has the form
that its label asks for. Where they do not fit, a line was lost, and nothing says which: nobody is credited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.turned import Turned
from filmgraph.extraction.labels.values import lists_names
from filmgraph.extraction.names.mentions import is_given_name
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

_LEAST = 3  # labels on lines of their own
_LONGEST_LABEL = 40
_LONGEST_FIGURE = 60
_MOST_LINES = 60


def find_columns(
    text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels]
) -> Iterator[Turned]:
    """The labels of columns, each with its line of the column of names, and the lines that are taken."""
    bare = [n for n, line in enumerate(labels) if len(line.found) == 1 and _is_bare(lines, n, labels)]
    if len(bare) < _LEAST:
        return
    reader = _Columns(text, lines, kinds, labels, frozenset(bare))
    taken = -1
    for n in bare:
        if n > taken:
            taken, found = reader.read(n)
            yield from found


def _is_bare(lines: Lines, n: int, labels: Sequence[LineLabels]) -> bool:
    """Whether line `n` is a label alone, and no row of a table that still is one."""
    found = labels[n].found[0]
    return found.at_start and found.value_start >= lines.spans[n].end - 1 and lines.rows[n] < 0


class _Columns:
    def __init__(
        self,
        text: str,
        lines: Lines,
        kinds: Sequence[str],
        labels: Sequence[LineLabels],
        bare: frozenset[int],
    ) -> None:
        self.text, self.lines, self.gaps, self.kinds = text, lines.spans, lines.gaps, kinds
        self.labels, self.bare = labels, bare

    def read(self, first: int) -> tuple[int, list[Turned]]:
        """The last line of the column that begins at line `first`, and what it says."""
        last = self._last_label(first)
        while first < last and not self._readings(first):
            first += 1  # the heading over them: "Crew"
        size = last - first + 1
        known = sum(n in self.bare for n in range(first, last + 1))
        if known < _LEAST or (size - known) * 4 > size:
            return last, []  # labels and names by turns
        if sum(bool(self._readings(n)) for n in range(first, last + 1)) < 2:
            return last, []
        for values in (last + 1, first - size):
            if self._fits(first, values, size):
                return last, [t for k in range(size) for t in self._pair(first + k, values + k)]
        return last, []

    def _last_label(self, first: int) -> int:
        """The last line of a column of labels; words that we do not know count between two that we do."""
        last = n = first
        while n + 1 < len(self.lines) and self.gaps[n + 1] == 0 and n - first < _MOST_LINES:
            n += 1
            if n in self.bare:
                last = n
            elif not self._may_be_label(n):
                break
        return last

    def _may_be_label(self, n: int) -> bool:
        words = self.lines[n].of(self.text)
        known = self.labels[n].found or any(map(str.isdigit, words)) or "," in words
        return not known and len(words) <= _LONGEST_LABEL and not is_given_name(words.split()[0])

    def _readings(self, n: int) -> bool:
        return n in self.bare and bool(self.labels[n].found[0].label.readings)

    def _fits(self, first: int, values: int, size: int) -> bool:
        """Whether the lines from `values` on are a column of their own, a line for each label."""
        end = values + size
        if values < 0 or end > len(self.lines):
            return False
        gap_before = self.gaps[values]
        after = self.gaps[end] if end < len(self.lines) else 9
        ends = after > 0 or bool(self.labels[end].found) or self.labels[end].prose
        if values > first:
            begins = gap_before <= 2
        else:
            # Names in front: a block of their own, under no heading, and none below that could be meant.
            begins = (values == 0 or gap_before > 0) and 0 < after <= 2 and size > _LEAST
            below = first + size
            ends = below >= len(self.lines) or not lists_names(self.text, self.lines[below])
        even = all(self.gaps[n] == 0 for n in range(values + 1, end))
        return begins and ends and even and all(self._value_fits(first + k, values + k) for k in range(size))

    def _value_fits(self, label: int, value: int) -> bool:
        if self.labels[value].prose or self.kinds[value] in ("teasers", "body"):
            return False
        if not self._readings(label):
            return self.lines[value].end - self.lines[value].start <= _LONGEST_FIGURE
        return not self.labels[value].found and lists_names(self.text, self.lines[value])

    def _pair(self, label: int, value: int) -> Iterator[Turned]:
        found = self.labels[label].found
        if self._readings(label):
            yield Turned(found[0].label, trim(self.text, self.lines[value]), label, label)
            yield Turned(None, Span(0, 0), value, value)
        elif not found:
            yield Turned(None, Span(0, 0), label, label)
            yield Turned(None, Span(0, 0), value, value)
