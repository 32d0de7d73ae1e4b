"""Labelled values: which words of a page are a label, and which words belong to it.

An editor sets a credit in five ways, and all of them come out as an `Item`:

- on a line: `Director: X`, `Director | X`, `Director X`, `Directed byX` (glued)
- stacked: the label on a line of its own, the values on the lines below
- in a block: `Camera (color), X; editor, Y; music, Z.`
- in a run: `Director X Producer Y Screenplay Z` or `Cast: A, B Director: C`
- by letters: `R: X, B: Y, K: Z`

What an item's value holds is not decided here: the readers of names, casts and
film data look at it and may refuse it. Where a value ends is in `extents.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from filmgraph.extraction.labels.abbreviations import find_line_labels, with_abbreviations
from filmgraph.extraction.labels.candidate import Candidate
from filmgraph.extraction.labels.candidates import LineLabels
from filmgraph.extraction.labels.capital_labels import with_capitals
from filmgraph.extraction.labels.extents import Extents
from filmgraph.extraction.labels.label_columns import find_columns
from filmgraph.extraction.labels.label_stacks import find_stacks
from filmgraph.extraction.labels.letters import find_letter_labels
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.labels.turned import find_turned
from filmgraph.extraction.names.tokens import read_tokens
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.text.spans import trim
from filmgraph.model.document import Span

_CAST = frozenset({"actor", "voice-actor"})
Style = Literal["line", "stacked", "block", "run"]


class Item(NamedTuple):
    """A label and the words that belong to it.

    `values` holds one span for a value on the label's line and one for each
    further line. `separator` is ":" (any strong mark: colon, pipe, tab,
    leaders), "," (billing block), "by" (the label ends in "by", "par" …), ""
    (only a blank) or "\n" (stacked). `line` is the index of the label's line,
    `last_line` that of the last line the value takes.
    """

    label: Label
    values: tuple[Span, ...]
    separator: str
    style: Style
    line: int
    last_line: int

    @property
    def behind(self) -> int | None:
        """Where the label ends that stands behind its names; None for one in front of them."""
        end = self.label.span.end
        return end if self.values and self.label.span.start >= self.values[0].end else None

    @property
    def extent(self) -> Span:
        """From the label, or the name before it, to the end of the last value."""
        start = min([v.start for v in self.values], default=self.label.span.start)
        end = max([v.end for v in self.values], default=self.label.span.end)
        return Span(min(start, self.label.span.start), max(end, self.label.span.end))


# A link to the next label, or the "no" before "MPAA rating".
_DANGLING = re.compile(r"[\s,]+(?:and|AND|&|et|ET|und|UND|y|e|en|og|och|i)$|\.\s+No[nt]?$")


_CAMERA = ("cinematographer",)
_PHOTO = re.compile(r"(?i:photos?|fotos?|bild|bilder|zdjęcie)")
_CAPTION = re.compile(r"[^\n:;|]{5,60}?\s(?:in|dans|en|em|i|w|as|als)\s[\"“«„]?[^\W\d_a-z]")


def find_items(
    text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
) -> tuple[tuple[Item, ...], tuple[Span, ...]]:
    """All labelled values outside teasers in reading order, and the spans of release sentences.

    `labels` are those on each line. A release sentence ("A X release of a Y
    production …") has a grammar of its own; no label is looked for in it.
    """
    reader = _Reader(text, lines, kinds, labels, lexicon)
    items = sorted(reader.read(), key=lambda item: (item.line, item.label.span.start))
    return tuple(items), reader.releases


class _Reader:
    def __init__(
        self, text: str, lines: Lines, kinds: Sequence[str], labels: Sequence[LineLabels], lexicon: Lexicon
    ) -> None:
        self.text, self.lines = text, lines.spans
        self.labels = list(labels)
        for i, letters in find_letter_labels(text, lines.spans, kinds, self.labels, lexicon).items():
            found = [
                Candidate(label, ":", n == 0, True, at, True, True) for n, (label, at) in enumerate(letters)
            ]
            words = self.labels[i].found
            if sum((c.strong or c.separator == "") and bool(c.label.readings) for c in words) < 3:
                words = tuple([c for c in words if c.colon and c.after_mark and not c.at_start])
            if words:  # "K: X Sch: Y M: Z": labels of several letters among those of one
                found = [c._replace(at_start=c.label.span.start == lines.spans[i].start) for c in found]
                found = sorted([*words, *found], key=lambda c: c.label.span.start)
            self.labels[i] = LineLabels(tuple(found), read_tokens(text, lines.spans[i]))
        for i, line in enumerate(self.labels):
            if line.found[2:]:
                several = with_capitals(text, lines.spans[i], line.found)
                self.labels[i] = line._replace(found=with_abbreviations(text, lines.spans[i], several))
        for i, candidate in find_line_labels(text, lines, kinds, self.labels):
            self.labels[i] = LineLabels((candidate,), read_tokens(text, lines.spans[i]))
        for i, candidate in list(find_stacks(text, lines, kinds, self.labels, lexicon)):
            self.labels[i] = LineLabels((candidate,), read_tokens(text, lines.spans[i]))
        self.turned = [
            *find_columns(text, lines, kinds, self.labels),
            *find_turned(text, lines, kinds, self.labels, lexicon),
        ]
        claimed = {n for turned in self.turned for n in range(turned.line, turned.last_line + 1)}
        for n in claimed:
            self.labels[n] = LineLabels(tokens=self.labels[n].tokens)
        self.releases = tuple([line.release for line in self.labels if line.release is not None])
        self.extents = Extents(text, lines, kinds, self.labels, lexicon, claimed, self.releases)

    def read(self) -> Iterator[Item]:
        votes = self._count_languages()
        for i, found in self.extents.accepted.items():
            if i in self.extents.swallowed:
                continue
            for n, candidate in enumerate(found):
                if len(candidate.label.readings) > 1:
                    candidate = candidate._replace(label=_preferred(candidate.label, votes))
                item = self._item(i, n, candidate, found)
                if item is not None:
                    yield item
        for turned in self.turned:
            if turned.label is not None:
                label = _preferred(turned.label, votes)
                yield Item(label, (turned.name,), ":", "stacked", turned.line, turned.last_line)

    def _count_languages(self) -> Counter[str]:
        """How many of the page's labels each language has: ambiguous words go with the rest."""
        votes: Counter[str] = Counter()
        for found in self.extents.accepted.values():
            for c in found:
                if len(c.label.readings) == 1 and c.strong:
                    votes.update(c.label.languages[0])
        return votes

    def _item(self, i: int, n: int, candidate: Candidate, found: Sequence[Candidate]) -> Item | None:
        line = self.lines[i]
        if candidate.separator == "\n" and candidate.label.roles == ("presenter",):
            return None  # "LUXOR FILMS / presents / THE FERRY": who presents stands before it
        end = found[n + 1].label.span.start if n + 1 < len(found) else line.end
        stop = self.extents.stop(i, candidate.value_start, end)
        is_cut, end = stop < end or n + 1 < len(found), stop
        value = trim(self.text, Span(candidate.value_start, end))
        if self.text[value.start : value.start + 1] == "©":
            return None  # "Photo: © Luxor / Ann Lee": who took a picture of the page
        photo = candidate.label.roles == _CAMERA and _PHOTO.fullmatch(candidate.label.span.of(self.text))
        if photo and _CAPTION.match(self.text, value.start, end):
            return None  # "Photo: Ann Lee and Bo Ray in Stray Dogs"
        if is_cut:
            dangling = _DANGLING.search(self.text, value.start, value.end)
            value = Span(value.start, dangling.start()) if dangling else value
        many = len(found) > 1
        style: Style = "line" if not many else "run" if candidate.separator != "," else "block"
        if value.start < value.end:
            values, last = (
                self.extents.continued(i, candidate, value) if n + 1 == len(found) else ((value,), i)
            )
            return Item(candidate.label, values, candidate.separator, style, i, last)
        if n + 1 < len(found):
            return None
        if self.extents.in_column(i):
            return None  # its names are not to be told: those that are were taken as columns
        whole = self.extents.broken_label(i, i + 1)
        label = whole or candidate.label
        values, last = self.extents.stacked(i + 1 if whole else i, label)
        if not values:
            return Item(candidate.label, (), candidate.separator, style, i, i)
        return Item(label, values, candidate.separator, "stacked", i, last)


def _preferred(label: Label, votes: Counter[str]) -> Label:
    """An ambiguous label with its readings in the order of the page's languages."""
    ranked = sorted(
        zip(label.readings, label.languages, strict=True),
        key=lambda r: -max(votes[spoken] for spoken in r[1]),
    )
    return label._replace(
        readings=tuple(r for r, _ in ranked), languages=tuple(spoken for _, spoken in ranked)
    )
