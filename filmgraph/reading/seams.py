"""Where two inline elements meet with no more than blanks between them.

What stands between the two is drawn by the page's style sheet, which is not read: nothing (a word in two
colors), a space (a name and a year), or so much that the two are columns (an actor and a part).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from filmgraph.reading.pieces import Piece

SEAM = "\x1f"  # "unit separator": no page has it
LINK_SEAM = "\x1e"  # between two links with a blank between them
SEAMS = (SEAM, LINK_SEAM)
_NOTHING = ("-", "–", "—")  # stand for a value that is missing
_SHORT = 60  # characters up to which a half may be a label, a name or a part
_LABEL, _LONG = 30, 300  # of a label, and of the list of names beside it


def may_be_halves(text: str) -> bool:
    """Whether a piece of inline elements may be a label and its values, or a name and a part."""
    one, _, two = text.partition(SEAM)
    most = _LONG if len(one) <= _LABEL else _SHORT
    short = len(one) <= _SHORT and all(len(line) <= most for line in two.split("\n"))
    plain = short and "\n" not in one and SEAM not in two
    said = any(map(str.isalnum, two)) if two[:1] != " " else any(map(str.isalpha, two))
    return plain and any(map(str.isalpha, one)) and (said or two.strip() in _NOTHING)


def is_seam(before: str, after: str, seam: str = " ") -> bool:
    """Whether words side by side are the end of a name or label and the start of another.

    Two links are parted behind capitals too ("Ann LEE", "Bo KIM"), but for one letter ("W", "Arts").
    """
    ends = before[-2:].rstrip(".:)]")[-1:]
    if seam == "\n" and len(before.strip()) > 1:
        return before[-1:].strip() != "" and after[:1].isupper()
    return (ends.islower() or ends.isdigit()) and (after[:1].isupper() or after[:1] == "(")


def join_seams(text: str) -> str:
    """A text with its seams as a reader would write them: a space between names and labels, else nothing."""
    parts = text.split(SEAM)
    joined = parts[0]
    for part in parts[1:]:
        joined += f" {part}" if is_seam(joined, part) else part
    return joined


def part_links(text: str, *, is_bare: bool, is_item: bool) -> str:
    """A text of nothing but links as a list of them, one a line; two in an item may be its halves.

    Links of one word each, as in menus, stay on a line.
    """
    links = text.split(LINK_SEAM)
    if is_bare or SEAM in text or sum(" " in link.strip() for link in links) < len(links) - 1:
        return "".join(links)
    if is_item and len(links) == 2:
        return SEAM.join(links)
    return "\n".join(links)


def pair_bold_lines(words: list[str], bold: Sequence[tuple[int, int]]) -> None:
    """Put a tab behind each bold line that has a plain one below, where all lines are the one or the other.

    So set are labels over their names, and actors over their parts: "CAST / ANN LEE / Ida / BO EK / Max".
    """
    breaks = [n for n, word in enumerate(words) if word == "\n"]
    starts = [0, *(n + 1 for n in breaks)]
    ends = [*breaks, len(words)]
    lines: list[tuple[int, bool]] = []  # the end of each line that is not empty, and whether it is bold
    for start, end in zip(starts, ends, strict=True):
        line = "".join(words[start:end]).strip()
        if not line:
            continue
        within = "".join("".join(words[a:b]) for a, b in bold if start <= a and b <= end).strip()
        if len(line) > _SHORT or within not in ("", line):
            return
        lines.append((end, bool(within)))
    pairs = [one for one, two in itertools.pairwise(lines) if one[1] and not two[1]]
    if len(pairs) > 1 and lines[0][1]:
        for end, _ in pairs:
            words[end] = "\t"


def part_halves(pieces: list[Piece]) -> list[Piece]:
    """The halves of pieces parted by a tab where such pieces follow one another, as rows do; else joined."""
    seamed = [n for n, piece in enumerate(pieces) if SEAM in piece.text]
    if not seamed:
        return pieces
    parted = list(pieces)
    for run in _find_runs(pieces, seamed):
        rows = len(run) > 1 and all(_is_row(pieces[n].text) for n in run)
        for n in run:
            text = pieces[n].text
            one, _, two = text.partition(SEAM)
            parted[n] = pieces[n]._replace(
                text=f"{one.rstrip()}\t{two.lstrip()}" if rows else join_seams(text)
            )
    return parted


def _find_runs(pieces: Sequence[Piece], seamed: Sequence[int]) -> list[list[int]]:
    """The numbers of pieces with a seam, those together that follow one another and are of one kind."""
    runs: list[list[int]] = []
    for n in seamed:
        if runs and runs[-1][-1] == n - 1 and pieces[n - 1].place.kind == pieces[n].place.kind:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _is_row(text: str) -> bool:
    """Whether two halves are columns: where a blank parts them, one is of several words (no "Ann Lee")."""
    one, _, two = text.partition(SEAM)
    apart = one[-1:] != " " and two[:1] != " "
    return apart or " " in one.strip() or " " in two.strip()
