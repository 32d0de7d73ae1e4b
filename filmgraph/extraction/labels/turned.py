"""Labels that stand behind, under or beside their names, where most pages set them in front.

- a name's job under it, line by line, as streaming pages do: "Sylvie Pialat / Producer / Étienne Comar / …"
- several names on a line, each with its job: "Jaromír Sofr - camera, Jirí Sust - music"
- the rows of a table whose header names a column of names and one of jobs: "Name | Credited as | Credit"

Each is believed only where it goes on: one name over one label could be the end of a list and the head of
the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmgraph.catalogs.roles import load_roles
from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.names.mentions import looks_like_company, looks_like_person
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.tables.columns import understand_columns
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

_LEAST = 3  # names with a job under each
_PIECE = re.compile(r"\s*[,;]\s+|\s*/\s+|\s+\|\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_BAR = re.compile(r"\s*\|\s?|\t+")


class Turned(NamedTuple):
    """A label and its names; none for a line that belongs to such a list and names nobody.

    `line` and `last_line` are the first and last line of both.
    """

    label: Label | None
    name: Span
    line: int
    last_line: int


def find_turned(
    text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
) -> Iterator[Turned]:
    """The labels behind, under and beside their names."""
    finder = _Finder(text, lines, kinds, labels, lexicon)
    if sum([len(line.found) == 1 for line in labels]) >= _LEAST:
        yield from finder.under()
    if " - " in text or " – " in text or " — " in text:
        yield from finder.behind()
    if "|" in text:
        yield from finder.rows()


class _Finder:
    def __init__(
        self, text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
    ) -> None:
        self.text, self.kinds, self.lexicon = text, kinds, lexicon
        self.lines, self.gaps, self.cells = lines.spans, lines.gaps, lines.rows
        self.labels = labels

    # --- a job under each name ------------------------------------------------

    def under(self) -> Iterator[Turned]:
        pairs = [i for i in range(len(self.lines) - 1) if self._is_job(i + 1) and self._is_pair(i)]
        if len(pairs) < _LEAST:
            return
        runs: list[list[int]] = []
        for i in pairs:
            if runs and runs[-1][-1] == i - 2:
                runs[-1].append(i)
            else:
                runs.append([i])
        runs = [run for run in runs if self._stands(run)]
        if sum(map(len, runs)) < _LEAST:
            return
        for run in runs:
            for i in run:
                yield Turned(self.labels[i + 1].found[0].label, self.lines[i], i, i + 1)

    def _is_job(self, j: int) -> bool:
        """Whether a line is a label of a credit alone."""
        found = self.labels[j].found
        alone = len(found) == 1 and found[0].value_start >= self.lines[j].end and found[0].at_start
        return alone and bool(found[0].label.readings) and self.text[self.lines[j].end - 1] not in ":|"

    def _is_head(self, j: int) -> bool:
        """Whether a line is a label alone, of a credit or of film data, but a cast's over all."""
        found = self.labels[j].found
        alone = len(found) == 1 and found[0].value_start >= self.lines[j].end and found[0].at_start
        return alone and found[0].label.roles != ("actor",) and found[0].label.field not in ("cast", "skip")

    def _is_pair(self, i: int) -> bool:
        gap = self.gaps[i + 1]
        near = gap == 0 or (gap == 1 and self.gaps[i] >= 1)
        return near and self.cells[i] < 0 and self._is_name(i)

    def _is_name(self, i: int) -> bool:
        words = self.lines[i].of(self.text)
        if self.labels[i].found or self.kinds[i] in ("teasers", "body") or not 4 < len(words) < 60:
            return False
        full = " " in words and "," not in words and ":" not in words
        return full and (looks_like_person(words) or looks_like_company(words))

    def _stands(self, run: Sequence[int]) -> bool:
        """Whether the labels of a run belong to the names above them rather than to those below."""
        first, after = run[0], run[-1] + 2
        headed = self._is_headed(first)
        opens = first > 0 and self._is_section(first - 1)
        goes_on = (
            after < len(self.lines)
            and self.gaps[after] <= self.gaps[after - 1]
            and (self._is_name(after) or self._is_named_part(after))
        )
        return not headed and not (goes_on and not opens)

    def _is_loud_word(self, first: int) -> bool:
        """Whether one word in capitals stands over a name, like the labels below: "REALISATIE" is one too."""
        above, label = self.lines[first - 1].of(self.text), self.lines[first + 1].of(self.text)
        return above.isupper() and above.isalpha() and label.isupper() and len(above) > 3

    def _is_named_part(self, i: int) -> bool:
        """Whether a line is a name with something in brackets behind it: "Ann Lee (Ida)"."""
        words = self.lines[i].of(self.text)
        name, _, rest = words.partition(" (")
        return rest.endswith(")") and " " in name and looks_like_person(name) and not self.labels[i].found

    def _is_section(self, j: int) -> bool:
        """Whether a line is the head of credits that names no job: "Credits"."""
        found = self.labels[j].found
        return len(found) == 1 and found[0].separator == "\n" and found[0].label.field == "skip"

    def _is_headed(self, first: int) -> bool:
        """Whether the block that holds a name begins with a job: its labels then stand over their names.

        The lines of a block are as close to one another as the name is to the job under it.
        """
        close = self.gaps[first + 1]
        if first > 0 and self.gaps[first] <= close and self._is_loud_word(first):
            return True
        if first > 0 and self._is_job(first - 1) and self.gaps[first] <= close:
            return True
        headed = False
        for j in range(first - 1, max(-1, first - 60), -1):
            size = self.lines[j].end - self.lines[j].start
            if self.gaps[j + 1] > close or size > 60 or self.kinds[j] in ("teasers", "body"):
                break
            if self._is_head(j):
                headed = True
            elif self._is_name(j):
                headed = False
        return headed

    # --- several names and jobs on a line -------------------------------------

    def behind(self) -> Iterator[Turned]:
        for i, line in enumerate(self.lines):
            size = line.end - line.start
            if self.kinds[i] in ("teasers", "body", "headline") or not 20 < size < 600:
                continue
            words = line.of(self.text)
            if words.count(" - ") + words.count(" – ") + words.count(" — ") >= 2:
                yield from self._pieces(i, line)

    def _pieces(self, i: int, line: Span) -> list[Turned]:
        """Each name of a line with its job; none unless that is all that the line holds."""
        found: list[Turned] = []
        cursor = line.start
        ends = [(m.start(), m.end()) for m in _PIECE.finditer(self.text, line.start, line.end)]
        for end, following in [*ends, (line.end, line.end)]:
            dash = _DASH.search(self.text, cursor, end)
            if dash is None:
                return []
            name, job = Span(cursor, dash.start()), trim(self.text, Span(dash.end(), end))
            label = self._label_of(Span(job.start, job.end - (self.text[job.end - 1] == ".")))
            words = name.of(self.text).strip()
            if label is None or not (" " in words and looks_like_person(words)):
                return []
            found.append(Turned(label, trim(self.text, name), i, i))
            cursor = following
        return found if len(found) > 1 else []

    def _label_of(self, span: Span) -> Label | None:
        """The label that a stretch is and nothing else, but for a bracket behind it."""
        bracket = self.text.find("(", span.start, span.end)
        end = bracket if bracket > span.start else span.end
        tokens = read_tokens(self.text, Span(span.start, end))
        label = self.lexicon.find(self.text, tokens, 0) if tokens else None
        return label if label and label.readings and label.last == len(tokens) else None

    # --- rows under a header --------------------------------------------------

    def rows(self) -> Iterator[Turned]:
        i = 0
        while i < len(self.lines):
            places = self._header(i)
            i += 1
            if places is None:
                continue
            yield Turned(None, Span(0, 0), i - 1, i - 1)
            while i < len(self.lines) and self.gaps[i] < 2 and (self._bars(i) or self._heads_rows(i)):
                yield self._row(i, *places)
                i += 1

    def _heads_rows(self, i: int) -> bool:
        """Whether a line without bars is the head of further rows: "DIRECTORS"."""
        short = self.lines[i].end - self.lines[i].start < 40
        return short and i + 1 < len(self.lines) and self.gaps[i + 1] < 2 and self._bars(i + 1) > 0

    def _bars(self, i: int) -> int:
        return self.text.count("|", self.lines[i].start, self.lines[i].end)

    def _header(self, i: int) -> tuple[int, int] | None:
        """The columns of names and of jobs, where a line names both."""
        if not 0 < self._bars(i) < 12 or self.lines[i].end - self.lines[i].start > 160 or self.cells[i] >= 0:
            return None
        cells = tuple(self.text[cell.start : cell.end] for cell in self._cells(i))
        sheet = understand_columns(cells, load_roles())
        name, role = sheet.at("name"), sheet.at("role")
        return (name, role) if name >= 0 and role >= 0 else None

    def _cells(self, i: int) -> list[Span]:
        line, cells, cursor = self.lines[i], [], self.lines[i].start
        for bar in _BAR.finditer(self.text, line.start, line.end):
            if bar.start() > line.start:
                cells.append(trim(self.text, Span(cursor, bar.start())))
            cursor = bar.end()
        return [*cells, trim(self.text, Span(cursor, line.end))]

    def _row(self, i: int, name: int, role: int) -> Turned:
        cells = self._cells(i)
        label = self._label_of(cells[role]) if max(name, role) < len(cells) else None
        if label is None or cells[name].start == cells[name].end:
            return Turned(None, Span(0, 0), i, i)
        return Turned(label, cells[name], i, i)
