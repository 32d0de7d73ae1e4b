"""Where a value ends: which words of its line and which lines below belong to a label.

A list that a margin breaks goes on, as do the names under one another in a cell or in a column; a value
never runs past another label, and the label of an empty cell takes nothing from the next row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from filmgraph.extraction.labels.broken_casts import cast_goes_on
from filmgraph.extraction.labels.candidate import Candidate
from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.labels.values import lists_names
from filmgraph.extraction.names.mentions import is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

_CAST = frozenset({"actor", "voice-actor"})
# A lone word at the end of a value, behind a link or with nothing before it.
_LAST_NAME = re.compile(r"(?:\A|(?<=[,:/&]\s)|(?<=\s[ye]\s)|(?<=\sand\s)|(?<=\set\s))([^\W\d_]+)\Z")
_HEAD = re.compile(r"[\s\-•*|»>]*[^\s:|][^:|\n.]{0,50}?\s?:(?:\s|$)")
_LONGEST_BROKEN = 40  # letters of a label that stands on two lines
_MARGIN = 4  # columns
_NUMBERED = re.compile(r"\d")


class Extents:
    """The extents of the values of one page.

    `labels` are those that count on each line; `claimed` the lines that columns and labels behind their names
    take; `releases` the sentences with a grammar of their own. `accepted` are the lines with labels,
    `swallowed` those of casts that begin like a label, known once the value above them is read.
    """

    def __init__(
        self,
        text: str,
        lines: Lines,
        kinds: Sequence[str],
        labels: Sequence[LineLabels],
        lexicon: Lexicon,
        claimed: Set[int],
        releases: Sequence[Span],
    ) -> None:
        self.text, self.kinds, self.lexicon, self.labels = text, kinds, lexicon, labels
        self.lines, self.gaps, self.rows = lines.spans, lines.gaps, lines.rows
        self.claimed, self.releases = claimed, releases
        self.accepted = {i: line.found for i, line in enumerate(labels) if line.found}
        self.stops: dict[int, list[int]] = {}
        self.swallowed: set[int] = set()
        self.column = (0, -1)
        self.column_holds = False  # for every line in it: measured at a line that is a label alone

    def stop(self, i: int, start: int, end: int) -> int:
        """Where a value ends: at words such as "based on" or "Running time"."""
        if i not in self.stops:
            tokens = self.labels[i].tokens
            words = self.lexicon.stops
            self.stops[i] = [
                t.start for k, t in enumerate(tokens) if t[0] in words and self.lexicon.stops_at(tokens, k)
            ]
        stops = self.stops[i]
        at = bisect_left(stops, start)
        return min(end, stops[at]) if at < len(stops) else end

    def _begins_label(self, j: int) -> bool:
        if j in self.claimed:
            return True
        found = self.accepted.get(j)
        return found is not None and bool(found) and found[0].at_start

    def continued(self, i: int, candidate: Candidate, value: Span) -> tuple[tuple[Span, ...], int]:
        """A value that goes on below its line: a broken list, or further names of an infobox row."""
        words = value.of(self.text)
        tail = self.text[value.end : self.lines[i].end].strip()
        last, j = i, i + 1
        open_end = tail.startswith(",") or words.endswith((" and", " et", " und", " &", " y"))
        open_end = open_end or self._cuts_bracket(words, j) or self._cuts_word(words, tail, j)
        if self.rows[i] >= 0:
            return self._rest_of_row(i, value)
        if not candidate.label.readings:
            return (value,), i
        is_cast = not _CAST.isdisjoint(candidate.label.roles)
        open_end = open_end or (is_cast and tail.startswith(";"))
        while self._goes_on(i, j) and not self._begins_label(j) and self._plain(j):
            below = self.lines[j].of(self.text)
            first = j == i + 1
            open_end = open_end or (first and self._cuts_name(value, below))
            open_end = open_end or (first and self._lists_companies(candidate, words, below))
            wrapped = "," in words and self._is_wrapped(j)
            if open_end or wrapped or (is_cast and cast_goes_on(value.of(self.text), below)):
                value = Span(value.start, trim(self.text, self.lines[j]).end)
                open_end = below.rstrip().endswith((*",;"[: 1 + is_cast], " and", " et", " und", " &"))
                last, j = j, j + 1
                open_end = open_end or self._cuts_bracket(value.of(self.text), j)
                continue
            break
        if last == i and candidate.strong and self._goes_on(i, j) and self._is_aligned(j, value):
            return self._column_below(i, value)
        values = [value]
        open_list = self._may_go_on(candidate)
        if last == i and "," not in words and (open_list or self._hangs(i, j)):
            while self._goes_on(i, j) and self._single_name(j) and (open_list or self._hangs(i, j)):
                values.append(trim(self.text, self.lines[j]))
                last, j = j, j + 1
            if j < len(self.lines) and last > i and not (self._begins_label(j) or self.gaps[j]):
                return (value,), i
        return tuple(values), last

    def _is_aligned(self, j: int, value: Span) -> bool:
        """Whether line `j` begins in the column in which a value begins, well inside the margin."""
        if self.text[self.lines[j].start - 1] == "\n":
            return False
        here = value.start - self.text.rfind("\n", 0, value.start)
        below = self.lines[j].start - self.text.rfind("\n", 0, self.lines[j].start)
        return here == below > _MARGIN

    def _column_below(self, i: int, value: Span) -> tuple[tuple[Span, ...], int]:
        """A value with the lists of names right below it in its column."""
        values, j = [value], i + 1
        while (
            j < len(self.lines)
            and not self.gaps[j]
            and self._is_aligned(j, value)
            and self._plain(j)
            and not self._begins_label(j)
            and self._opens_list(j)
        ):
            values.append(trim(self.text, self.lines[j]))
            j += 1
        return tuple(values), j - 1

    def _opens_list(self, j: int) -> bool:
        """Whether a line begins with a name, whatever stands behind it."""
        names = split_names(self.text, self.lines[j]) if ":" not in self.lines[j].of(self.text) else []
        first = names[0].text if names else ""
        return bool(names) and (looks_like_person(first) or looks_like_company(first))

    def _cuts_name(self, value: Span, below: str) -> bool:
        """Whether a narrow column breaks off behind a given name: "Decorados: Francisco / Canet"."""
        last = _LAST_NAME.search(self.text, value.start, value.end)
        rest = below.rstrip(" .").split()
        return (
            last is not None
            and len(rest) in (1, 2)
            and is_given_name(last.group(1))
            and all(word[0].isupper() and word.isalpha() for word in rest)
        )

    @staticmethod
    def _lists_companies(candidate: Candidate, words: str, below: str) -> bool:
        """Whether houses alone stand below a house: "Production company: A Films / B Films, C Prods"."""
        houses = any("company" in role for role in candidate.label.roles) and candidate.colon
        return houses and ":" not in below and all(map(looks_like_company, [words, *below.split(",")]))

    def _cuts_bracket(self, words: str, j: int) -> bool:
        """Whether a line ends before or within a bracket that goes on in line `j`: "Ann Lee / (Ida), …"."""
        if j >= len(self.lines):
            return False
        opened = any(words.count(a) > words.count(b) for a, b in ("()", "[]"))
        return opened or self.text[self.lines[j].start] in "(["

    def _cuts_word(self, words: str, tail: str, j: int) -> bool:
        """Whether a list breaks off inside a name: "…, WANG Hong- / wei (Wang), …"."""
        ends = tail == "-" and "," in words and j < len(self.lines)
        return ends and self.text[self.lines[j].start].islower()

    def _hangs(self, i: int, j: int) -> bool:
        """Whether line `j` stands further in than the label's: the next name of a list, under the first."""
        return j < len(self.lines) and self._indent(j) > self._indent(i) + 1

    def _indent(self, j: int) -> int:
        start = self.lines[j].start
        margin = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return len(margin) + 7 * margin.count("\t")

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether line `j` stands right below and no label between takes the lines from there on."""
        return j < len(self.lines) and self.gaps[j] == 0 and (j - 1 == i or j - 1 not in self.accepted)

    def _may_go_on(self, candidate: Candidate) -> bool:
        """Whether names below belong to the label: infobox rows, and lists after a colon in the plural."""
        label = candidate.label
        if not candidate.strong or "\t" in self.text[label.span.end : candidate.value_start]:
            return True
        plural = label.span.of(self.text).rstrip().endswith(("s", "en", "i", "er"))
        return candidate.colon and (plural or "actor" in label.roles)

    def _is_bare(self, j: int) -> bool:
        """Whether line `j` is a label alone."""
        found = self.accepted.get(j)
        return found is not None and len(found) == 1 and found[0].value_start >= self.lines[j].end - 1

    def in_column(self, i: int) -> bool:
        """Whether a bare label stands in a column of at least three, with no line between.

        Lines come from top to bottom, so that a column is measured at its first label.
        """
        if i <= self.column[1] and self.column_holds:
            first, last = self.column if self.rows[i] < 0 else (i, self.column[1])
            self.column = (first, last)
            return last - first >= 2
        first = last = i
        while first > 0 and self._is_bare(first - 1) and self.gaps[first] == 0 and self.rows[first] < 0:
            first -= 1
        while last + 1 < len(self.lines) and self._is_bare(last + 1) and self.gaps[last + 1] == 0:
            last += 1
        self.column, self.column_holds = (first, last), self._is_bare(i)
        return last - first >= 2

    def _rest_of_row(self, i: int, value: Span) -> tuple[tuple[Span, ...], int]:
        """The further lines of a table row: names under one another in a cell, up to the next label."""
        values, j = [value], i + 1
        while j < len(self.lines) and self.rows[j] == self.rows[i] and j not in self.accepted:
            values.append(trim(self.text, self.lines[j]))
            j += 1
        return tuple(v for v in values if v.start < v.end), j - 1

    def _plain(self, j: int) -> bool:
        return self.kinds[j] not in ("teasers", "body", "byline") and not self.labels[j].prose

    def _is_wrapped(self, j: int) -> bool:
        """Whether line `j` goes on with the list that the line above breaks off for want of room."""
        above, below = self.lines[j - 1], self.lines[j].of(self.text)
        last = self.text[above.start : above.end].rsplit(",", 1)[-1].split()
        broken = len(last) == 1 or "," in below
        # "…, Camila / Márdila (Jéssica), Karine Teles": a name is broken, and the list goes on.
        torn = len(last) == 1 and "," in below and len(below.split("(")[0].split(",")[0].split()) == 1
        full = above.end - above.start >= 40 or torn
        return full and broken and not _NUMBERED.search(below) and lists_names(self.text, self.lines[j])

    def _single_name(self, j: int) -> bool:
        if self._begins_label(j) or not self._plain(j) or self.kinds[j] == "headline":
            return False
        words = self.lines[j].of(self.text).strip("-•* |\t")
        if "\t" in words:
            return False  # another row of a table
        if _HEAD.match(words) or len(words) > 70 or "," in words:
            return False
        return (looks_like_person(words) and len(words.split()) > 1) or looks_like_company(words)

    def stacked(self, i: int, label: Label) -> tuple[tuple[Span, ...], int]:
        """The lines under a label of its own, up to the next label, a wider gap or a change of form."""
        values: list[Span] = []
        j = i + 1
        is_cast = (bool(label.readings) and not _CAST.isdisjoint(label.roles)) or label.field == "cast"
        gap = self.gaps[j] if j < len(self.lines) else 0
        if gap > 2:
            return (), i
        if is_cast and self.rows[i] < 0:
            last = self._pairs_apart(j)
            if last >= j:
                return tuple(trim(self.text, self.lines[n]) for n in range(j, last + 1)), last
        if self.rows[i] >= 0:
            # The label of an empty cell takes nothing from the next row.
            values_of_row, last = self._rest_of_row(i, Span(i, i))
            return values_of_row, last
        while j < len(self.lines) and self.kinds[j] != "teasers":
            if self._begins_label(j):
                if not (is_cast and values and self._is_same_pair(j)):
                    break
                self.swallowed.add(j)
            if any(r.start <= self.lines[j].start < r.end for r in self.releases):
                break  # a release sentence has a grammar of its own
            words = self.lines[j].of(self.text)
            if values:
                if self.gaps[j] > gap:
                    break
                gap = self.gaps[j]
                # A line of one name, then a line of several: another row whose label was lost.
                if not is_cast and "," not in values[0].of(self.text) and "," in words:
                    break
                if not is_cast and "," in values[0].of(self.text) and not self._is_open(j - 1):
                    break
            if self.labels[j].prose and not is_cast:
                break
            if _HEAD.match(words) and not _NUMBERED.search(words) and not is_cast:
                break
            if values and label.readings and not is_cast and not lists_names(self.text, self.lines[j]):
                break
            values.append(trim(self.text, self.lines[j]))
            j += 1
            if self._ends_in_label(j - 1):
                break  # the lines below it are its own
        return tuple(v for v in values if v.start < v.end), j - 1

    def broken_label(self, i: int, j: int) -> Label | None:
        """The label that a narrow column breaks: "Production / companies"; None where line `i` is whole."""
        if j >= len(self.lines) or self.gaps[j] or not self.text[self.lines[j].start].islower():
            return None
        words = f"{self.lines[i].of(self.text)} {self.lines[j].of(self.text)}"
        tokens = read_tokens(words, Span(0, len(words))) if len(words) <= _LONGEST_BROKEN else []
        label = self.lexicon.find(words, tokens, 0) if tokens else None
        if label is None or label.last < len(tokens) or label.partial:
            return None
        return label._replace(span=self.lines[i])

    def _is_same_pair(self, j: int) -> bool:
        """Whether a line that begins like a label goes on with the pairs above: "SON Ye-jin … Ida"."""
        found = self.accepted.get(j)
        if not found or found[0].separator != "" or self.gaps[j]:
            return False
        here, above = self.lines[j].of(self.text), self.lines[j - 1].of(self.text)
        return any(mark in here and mark in above for mark in ("\t", "...", "…", " – ", " - ", "as "))

    def _pairs_apart(self, first: int) -> int:
        """The last of lines that stand two by two with gaps between, an actor and the part each time.

        At least three such pairs make a cast, else it is the line before `first`; one line or three
        between two gaps end it.
        """
        last, j = first - 1, first
        while j + 1 < len(self.lines) and self._is_short(j) and self._is_short(j + 1):
            apart = j == first or self.gaps[j] == 1
            after = self.gaps[j + 2] if j + 2 < len(self.lines) else 1
            if not apart or self.gaps[j + 1] or not after:
                break
            last, j = j + 1, j + 2
        return last if last - first >= 5 else first - 1

    def _is_short(self, j: int) -> bool:
        """Whether a line holds a few words and no label."""
        line = self.lines[j]
        return line.end - line.start <= 60 and not self._begins_label(j) and self._plain(j)

    def _ends_in_label(self, j: int) -> bool:
        found = self.accepted.get(j)
        return found is not None and found[-1].value_start >= self.lines[j].end - 1

    def _is_open(self, j: int) -> bool:
        """Whether a line breaks off in the middle of a list."""
        return self.lines[j].of(self.text).rstrip().endswith((",", " and", " et", " und", " &", "/"))
