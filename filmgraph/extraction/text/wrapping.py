"""Credit paragraphs that a typewriter or a narrow column broke over several lines.

"… exec. p—Max L. Raab. p. manager / —Grahame Jennings. asst. d—Kevin Kavanagh …"

Labels and names run on over the ends of such lines. The paragraph is read as one
line, each break as a blank, so that every offset stays true. A list, in which each
line stands for itself, is told by its form: a typist breaks a line only where the
next word does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from filmgraph.model.document import Span

SOFT = "\x1f"  # stands for what a margin takes: a blank to all who ask for one, but no gap between columns
_WIDEST, _NARROWEST = 140, 44
_RAGGED = 8  # a full line falls short of the margin by a word at most
# A label inside a paragraph: "sc—X", "Scén. : X", "(dir) X", "; titles, X", "Directed by X".
_MARK = re.compile(
    r"(?:^|[.;,/|)(–—-]\s{0,3})[^\W\d_][\w .&/'’]{0,25}\.?\s?[:—](?=[\s\"“(]?[^\s:])"
    r"|[(\[][^\W\d_][\w .,]{0,14}[)\]](?=\s[^\W\d_a-z])"
    r"|[.;]\s[^\W\d_][\w ]{2,25}\.?,\s[^\W\d_a-z]"
    r"|(?:^|[.;,]\s)[A-Z]\w+ed by [^\W\d_a-z]",
    re.M,
)
_OPENS = re.compile(
    r"[^\W\d_][^\W_]*(?:[ .&/'’-]{1,2}[^\W_]+){0,3}\.?\s?[:|](?=\s|$)"
    r"|[-•*·>#|]\s|\d+[.)]\s|.{0,60}?(?:\.{3,}|\. \. \.|\t)"
)
# The end of a sentence, and the next one: no initial, no "Jr. X".
_SENTENCE = re.compile(r"[a-zà-ÿ]{3}[.!?][\"”»')]?\s+[\"“«(]?[^\W\d_a-z]")
_COLUMNS = re.compile(r"\S(?:\s{3,}|\t)\S|\.{3,}|\. \. \.")


def join_wrapped(
    text: str, spans: Sequence[Span], gaps: Sequence[int]
) -> tuple[str, list[Span], list[int]] | None:
    """The text with its soft line ends as blanks, and the lines and gaps that are left.

    None where no credit paragraph is broken over lines: in nearly all documents.
    """
    longest = min(2, len(spans) // 40)  # so many lines may be longer than the margin
    if len(spans) < 4 or sum([span.end - span.start > _WIDEST for span in spans]) > longest:
        return None  # most texts, before their indents are measured
    widths = [span.end - span.start + _indent(text, span) for span in spans]
    margin = _margin(sorted(widths, reverse=True), longest)
    if not margin:
        return None
    runs = [run for run in _runs(text, spans, gaps, widths, margin) if len(run) > 1]
    runs = [run for run in runs if _is_paragraph(text, spans, run)]
    if not runs:
        return None
    joined = {n for run in runs for n in run[1:]}
    parts, cursor = [], 0
    for n in sorted(joined):
        end, start = spans[n - 1].end, spans[n].start
        broken = text[end - 1] == "-"
        parts += [text[cursor:end], SOFT * (start - end) if broken else _blank(text[end:start])]
        cursor = start
    parts.append(text[cursor:])
    last = {run[0]: run[-1] for run in runs}
    kept = [n for n in range(len(spans)) if n not in joined]
    lines = [Span(spans[n].start, spans[last.get(n, n)].end) for n in kept]
    return "".join(parts), lines, [gaps[n] for n in kept]


def _blank(margin: str) -> str:
    return " " if len(margin) == 1 else SOFT * len(margin)


def _margin(sizes: Sequence[int], longest: int) -> int:
    """The width at which a document's lines are broken, given all their widths, the widest first.

    0 where its lines are as long as they like.
    """
    if sizes[longest] > _WIDEST:
        return 0
    for n in range(min(4, len(sizes) - 2)):
        if _NARROWEST <= sizes[n] <= _WIDEST and sizes[n + 2] >= sizes[n] - _RAGGED:
            return sizes[n]
    return 0


def _indent(text: str, span: Span) -> int:
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    return span.start - start


def _runs(
    text: str, spans: Sequence[Span], gaps: Sequence[int], widths: Sequence[int], width: int
) -> Iterator[list[int]]:
    """Lines that go on with one another. A paragraph may have a margin of its own.

    `widths` says how far each line reaches from the margin, its indent included.
    """
    start = 0
    for end in range(1, len(spans) + 1):
        if end < len(spans) and gaps[end] == 0:
            continue
        if end - start == 1:
            start = end  # a line by itself, as a web page's are
            continue
        own = max(widths[start:end])
        margin = min(own - _RAGGED if end - start > 2 and own <= _WIDEST else width - 1, width - 1)
        run = [start]
        for n in range(start + 1, end):
            hangs = _indent(text, spans[n - 1]) > _indent(text, spans[run[0]])
            falls_back = hangs and _indent(text, spans[n]) <= _indent(text, spans[run[0]])
            if not falls_back and _goes_on(
                text, spans[n - 1], spans[n], widths[n - 1], min(margin, width - 1)
            ):
                run.append(n)
            else:
                yield run
                run = [n]
        yield run
        start = end


def _goes_on(text: str, above: Span, below: Span, size: int, margin: int) -> bool:
    words = below.of(text)
    if text[above.end - 1] == "-" and text[above.end - 2].islower() and words[0].islower():
        return True  # "camera, Ann Zsig- / mond": a word is broken, however short its line
    if size < _NARROWEST:
        return False
    if size + 1 + len(words.split(None, 1)[0]) <= margin:
        return False
    ending = above.of(text)
    if _COLUMNS.search(ending) or _COLUMNS.search(words):
        return False
    return not _OPENS.match(words) or len(_MARK.findall(ending)) > 1


def _is_paragraph(text: str, spans: Sequence[Span], run: list[int]) -> bool:
    """Whether full lines hold labels, at least two and one for each two lines, or several sentences."""
    words = text[spans[run[0]].start : spans[run[-1]].end]
    if len(_MARK.findall(words)) >= max(2, len(run) // 2):
        return True
    return len(run) > 2 and len(_SENTENCE.findall(words)) > 1
