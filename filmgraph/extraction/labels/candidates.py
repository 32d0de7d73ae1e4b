"""Which words of a line are labels: at its start, behind a mark, or in a run of several.

A word such as "music" or "director" is a label only where it stands like one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from filmgraph.extraction.labels.candidate import TRADE, Candidate
from filmgraph.extraction.labels.label_choice import LabelChoice
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.names.teams import TEAM
from filmgraph.extraction.names.tokens import Token, read_tokens
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.countries import is_language
from filmgraph.extraction.text.lines import Lines
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_BULLET = re.compile(r"[\s\-–—•*·|»>=▪●►▶■□◦‣⁃→✦★☆#(\[\"“_]*")
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+(?:['’][^\W_]+)*)")
_CLOSED = re.compile(r"\.?\s?[)\]]\s*(?=[^\W\d_a-zß-öø-ÿ\"“])")
_QUALIFIER = re.compile(
    r"\.?\s*\([^()\n]{0,80}\)|\s*\[[^\[\]\n]{0,40}\]"
    r"|\s?[/&]\s?[^\W\d_]{3,12}(?: [^\W\d_]{3,12})?(?=\s*[:|\t])"
)
# What ends a label: a colon and its like, leaders, a gap, a dash; behind an abbreviation's full stop
# the colon ("Mont. : X"), the next cell of a table ("Mont. | X") or the long dash that British
# monthlies set without blanks ("p.c—X").
_STRONG = re.compile(
    r"\s*(?:[_*]{1,3}\s*)?(?:[:：|=\t]|\.{3,}|(?:\. ){2,}\.|…\.*|-{2,}|(?: {2,}))\s*|\s+(?:[–—-]|>)\s+"
    r"|\.?\s*(?:[_*]{1,3}\s*)?[:：]\s*|\. ?[\t|]\s*|\.?\s?[—–](?=[^\W_]|[\"“(])\s*|\.?—\s+|\.\s+[–—-]\s+"
)
_BARE_LINE_END = re.compile(r"[\s_:|.\-–]*\Z")
_ANDS = frozenset("and et und y e en og och i".split())
# One of these is part of each strong mark. As strings they are found ten times as fast as by the pattern.
_SIGNS = (":", "：", "|", "=", "\t", "...", "…", "—", "–", ">", "--", "  ", " -", "\u00a0-", "\u202f-")
# "(c) 1986 X. Design: Y. Distributed by Z": a line of rights names who made the page or the packing.
_INITIALS = re.compile(r"\s*(?:[^\W\d_a-z]\.\s?){0,3}")
_RIGHTS = re.compile(r"\s*(?:©|\([cC]\)\s|copyright\b)", re.I)
_FRONT = 200  # a label and a bracket behind it
_MARKS = frozenset(".;|•·()[]–—:\n\t●▪/")
_BY = frozenset("by par von da di por de door af av van d".split())
# "production designer" is a label, and no house's production.
_RELEASE = re.compile(
    r"(?:Production\s*:?\s*)?(?:\([^()\n]{2,80}\)\s*)?(?:An?\s[^\n]{2,1500}?\b(?:release|presentation"
    r"|production(?! (?:design|manage|super|coord)))\b"
    r"|[^\n]{2,400}?\b(?:release|presentation|production) of (?:an?\b|(?=[A-Z])[^\n.]{2,60}?\bproduction\b)"
    r"|[^\n]{2,200}?\spresents?\san?\s[^\n]{2,400}?\bproduction\b(?! (?:design|manage|super|coord))"
    r"|[^\n.;:]{2,80}? production,? (?:distributed by|released (?:by|through))\b)"
)


# "Dir. Ann Lee. Scr. Bob Ray." and "Dir. & scr. Ann Lee."
_DOTTED = re.compile(r"(?:(?:^|[.;] )[A-Z][a-z]{1,7}|[&/] ?[A-Za-z][a-z]{1,7})\. (?=[A-ZÀ-Þ])")
_CELL = re.compile(r"\s*[|•·»]\s*|\s{2,}|\t")
_LONG_ROW = 400
_MENU = 4  # cells of one word, as few lists of people have


def _is_short(label: Label, text: str) -> bool:
    """Whether a label ends in an abbreviation ("Dir", "Dir. & scr")."""
    return len(re.split(r"\W+", label.span.of(text))[-1]) <= 6


def _is_menu(words: str) -> bool:
    """Whether a line is a site's menu: "News | Music | Screens | Food", nearly all of single words."""
    if len(words) > 200 or ":" in words:
        return False
    cells = [cell for cell in _CELL.split(words.strip(" |•·»[]")) if cell]
    return len(cells) >= _MENU and sum(" " not in cell for cell in cells) * 4 >= 3 * len(cells)


class LineLabels(NamedTuple):
    """What is read on one line: the labels that count, in order, and for those who come after its words.

    `prose` is a line of sentences; `release` the release sentence at its head.
    """

    found: tuple[Candidate, ...] = ()
    tokens: Sequence[Token] = ()
    prose: bool = False
    release: Span | None = None


NO_LABELS = LineLabels()
_SENTENCES = LineLabels(prose=True)


def read_labels(text: str, lines: Lines, kinds: Sequence[str], lexicon: Lexicon) -> tuple[LineLabels, ...]:
    """The labels on each line; none in teasers. No line matters to another's."""
    finder = _LabelFinder(text, lexicon)
    return tuple(
        [
            NO_LABELS if kind == "teasers" else finder.read_line(line, kind, is_prose)
            for line, kind, is_prose in zip(lines.spans, kinds, lines.prose, strict=True)
        ]
    )


class _LabelFinder:
    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.choice = LabelChoice(text, lexicon)

    def read_line(self, line: Span, kind: str, is_prose: bool) -> LineLabels:
        is_body = kind in ("body", "strapline")
        words = line.of(self.text)
        posted = words.count("   ") > 2  # a poster's row, whose gaps part labels and names
        dotted = words.count(". ") > 1 and len(_DOTTED.findall(words[:_LONG_ROW])) > 1
        if is_body and words.count(":") + words.count(";") < 3 and not dotted and not posted:
            return self._read_sentences(line)
        tokens = read_tokens(self.text, line)
        if tokens:
            tokens[:1] = self.lexicon.part_capitals(tokens[0])
        found: list[Candidate] = []
        free = 0
        for position in self.lexicon.find_places(tokens):
            candidate = self._candidate(tokens, position, line) if position >= free else None
            if candidate is not None and candidate.joined and not (found and found[-1].separator == "by"):
                candidate = None  # "“Sorry” by and performed by X"
            if candidate is not None and candidate.dotted and found and found[-1].separator == "by":
                front = self.text[found[-1].value_start : candidate.label.span.start]
                candidate = None if _INITIALS.fullmatch(front) else candidate  # "Music by A. R. Lee"
            if candidate is not None:
                last = found[-1] if found else None
                bare = candidate.separator == "" and last is not None and last.strong
                if bare and last and self.text[last.label.span.end : last.value_start].isspace():
                    bare = False  # "STAB   Buch & Regie Ann Lee": a gap parts them
                if not (bare and last and last.value_start >= candidate.label.span.start):
                    found.append(candidate)
                free = candidate.label.last
        if found and found[0].strong and _is_menu(words):
            found = []
        release = None
        if "release" in words or "presentation" in words or "production" in words:
            release, found = self._after_release(line, found)
        prose = is_body or is_prose
        if found and words[0] in "©(cC" and _RIGHTS.match(words):
            found = [c for c in found if not TRADE.isdisjoint(c.label.roles)]
        if "staff" in [c.label.field for c in found]:
            found = []
        kept = found
        # One label with a mark of its own at the head of a line is sure.
        if found and not (len(found) == 1 and found[0].at_start and found[0].separator == ":"):
            kept = self.choice.choose(found, tokens, line, prose and not dotted and not posted)
        fields = [c.label.field for c in kept] if kept[2:] else ()
        if "others" in fields:
            kept = kept[: fields.index("others") + 1]  # "… Recommended Docs THE PAST A film by Ann Lee"
        return LineLabels(tuple(kept), tokens, prose, release)

    def _read_sentences(self, line: Span) -> LineLabels:
        """Sentences are for the rules of prose, but for one label in front ("Regie: …")."""
        front = self.text[line.start : min(line.end, line.start + _FRONT)]
        if not any(map(front.__contains__, _SIGNS)) or not self._may_open(line):
            return _SENTENCES
        tokens = read_tokens(self.text, Span(line.start, min(line.end, line.start + 80)))
        head = self._candidate(tokens, 0, line)
        counts = head is not None and head.separator == ":" and head.at_start
        return LineLabels((head,) if head and counts else (), tokens, True)

    def _may_open(self, line: Span) -> bool:
        """Whether a line's first word is one with which a label can begin."""
        first = _FIRST_WORD.match(self.text, line.start, min(line.end, line.start + 80))
        tokens = read_tokens(self.text, Span(*first.span(1))) if first else []
        return bool(tokens) and tokens[0].folded in self.lexicon.starts

    def _after_release(self, line: Span, found: list[Candidate]) -> tuple[Span | None, list[Candidate]]:
        """The release sentence at the head of a line, where there is one, and the labels behind it."""
        sentence = _RELEASE.match(self.text, line.start, line.end)
        if sentence is None:
            return None, found
        for n, c in enumerate(found):
            if not c.strong and self.choice.needs_mark(c.label):
                continue
            before = self.text[max(line.start, c.label.span.start - 3) : c.label.span.start]
            ends = "(" in before or ("." in before and self.text[c.label.span.start].isupper())
            if c.label.span.start >= sentence.end() and c.label.readings and ends:
                return Span(line.start, c.label.span.start), found[n:]
        return line, []

    def _candidate(self, tokens: Sequence[Token], position: int, line: Span) -> Candidate | None:
        """The label at a token, with the mark or the name behind it that makes it one."""
        label = self.lexicon.find(self.text, tokens, position)
        if label is None:
            return None
        start = label.span.end
        if label.field == "language" and tokens[position].folded == "in" and label.last == position + 1:
            following = tokens[label.last].folded if label.last < len(tokens) else ""
            if not is_language(following):
                return None  # "in Koprod. mit X", "(in 1997)"
        if self.text[start : start + 1] in ("'", "’"):
            return None  # "Directors' Fortnight", "the composer's son"
        strong = _STRONG.match(self.text, start, line.end)
        before = self.text[tokens[position - 1].end if position else line.start : label.span.start]
        at_start = position == 0 and (not before or _BULLET.fullmatch(before) is not None)
        if position and not before and self.text.startswith(".", label.span.start + 1):
            return None  # "Music byA. R. Rahman": initials that lost the blank before them
        if strong and not at_start and strong.group().isspace() and self.choice.needs_mark(label):
            return None  # "Access: W/C  AD  HoH": a wide blank alone makes no label of a short word
        if strong is None and before[-1:] in ("(", "["):
            if fold(label.span.of(self.text)) in load_patterns("names")["known_company"]:
                return None  # "(ARTE)": a house, and "art" in Portuguese
            # "[R.] Marco Bellocchio", "(dir) Lee Tamahori"
            strong = _CLOSED.match(self.text, start, line.end)
            if strong:
                after_mark = at_start or self._is_after_mark(tokens, position, before)
                return Candidate(label, ":", at_start, after_mark, strong.end(), True, False, bracketed=True)
        qualifier = _QUALIFIER.match(self.text, start, line.end) if strong is None else None
        if qualifier:
            strong = _STRONG.match(self.text, qualifier.end(), line.end)
        if strong:
            after_mark = at_start or self._is_after_mark(tokens, position, before)
            # Behind an abbreviation's full stop a dash is as good as a colon: "Ph. – X".
            mark = strong.group()
            colon = ":" in mark or "：" in mark or (mark[0] == "." and mark[1:2] != ".")
            return Candidate(label, ":", at_start, after_mark, strong.end(), True, colon)
        behind = qualifier.end() if qualifier else start
        if at_start and _BARE_LINE_END.match(self.text, behind, line.end):
            return Candidate(label, "\n", at_start, True, line.end, True)
        comma = behind + self.text.startswith(".,", behind)  # "asst. dir., Ann Lee;"
        if self.text.startswith(",", comma):
            after_mark = at_start or self._is_after_mark(tokens, position, before)
            return Candidate(label, ",", at_start, after_mark, comma + 1, False)
        # "SOGG dal romanzo": a label in capitals whose value is told otherwise ends the value before it.
        told = label.last < len(tokens) and tokens[label.last].folded in self.lexicon.stops
        dotted = self.text.startswith(". ", behind) and self.text[behind - 2] != "." and bool(label.readings)
        dotted = dotted and _is_short(label, self.text)
        behind += dotted
        if not self._opens_value(tokens, label.last, behind, line) and not (
            told and label.span.of(self.text).isupper() and self.lexicon.stops_at(tokens, label.last)
        ):
            return None
        by = label.last - label.first > 1 and tokens[label.last - 1].folded in _BY
        by = by and not self.text.startswith(".", start)  # "a.d. Bo Ray": initials
        # Behind a mark stands the first word of a value ("Editor: Ed Lachman", "Firm: Directors Company"),
        # but for a label that can be nothing else ("Crew: Directed by X").
        in_value = position > 0 and not by and (":" in before or "\t" in before)
        after_mark = at_start or (not in_value and self._is_after_mark(tokens, position, before))
        joined = by and position > 0 and not after_mark and tokens[position - 1].folded in _ANDS
        after_mark = after_mark or joined  # "produced by X and directed by Y"
        film_by = any(t.folded == "film" for t in tokens[label.first : label.last])
        return Candidate(
            label, "by" if by else "", at_start, after_mark, behind, False, film_by=film_by, joined=joined,
            dotted=dotted,
        )  # fmt: skip

    def _is_after_mark(self, tokens: Sequence[Token], position: int, before: str) -> bool:
        """Whether a figure or a mark that ends something stands before a label; a comma ends nothing."""
        if position and before.rstrip().endswith(","):
            return False
        if position and self.text[tokens[position - 1].end - 1].isdigit():
            return True
        if not before:
            # "Neil MarshallSCREENWRITER", "MUBILanguage:": a cell ends and the next begins without a blank.
            return (
                position > 0 and tokens[position].capital and self.text[tokens[position].start - 1].isalpha()
            )
        return before != " " and (not _MARKS.isdisjoint(before) or "  " in before)

    def _opens_value(self, tokens: Sequence[Token], last: int, start: int, line: Span) -> bool:
        """Whether a name or a figure begins at `start`, with no more than a quotation mark before it."""
        while last < len(tokens) and tokens[last].start < start:
            last += 1  # "Camera (color) X": behind the bracket
        if self.text[start - 2 : start - 1] == "." and self.text.startswith(".", start):
            start += 1  # "Mit u.a. X": the full stop belongs to the label
        if last == len(tokens) or self.text[start : tokens[last].start].strip(" \u00a0\"“‘«'*_"):
            return False
        following = tokens[last]
        # "Directed by the Dardenne brothers": of names only a team's begins in small letters.
        return (
            following.capital
            or self.text[following.start].isdigit()
            or TEAM.match(self.text, following.start, line.end) is not None
        )
