"""Which words of a line are labels: at its start, behind a mark, or in a run of several.

A word such as "music" or "director" is a label only where it stands like one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.names.teams import TEAM
from filmgraph.extraction.names.tokens import Token, read_tokens
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.text.lines import Lines
from filmgraph.model.document import Span
from filmgraph.model.names import fold


class Candidate(NamedTuple):
    """A label that may count where it stands.

    `separator` is as in an item. `at_start` is a label that begins its line,
    `after_mark` one behind a mark that ends something (a full stop, a semicolon).
    `strong` is a label with a mark of its own behind it, `colon` one with a
    colon; `film_by` is "a film by" in any language; `bracketed` a label in brackets of its own,
    `joined` one behind "and" alone, `dotted` an abbreviation with its full stop ("Dir. Ann Lee").
    """

    label: Label
    separator: str
    at_start: bool
    after_mark: bool
    value_start: int
    strong: bool
    colon: bool = False
    film_by: bool = False
    bracketed: bool = False
    joined: bool = False
    dotted: bool = False


_BULLET = re.compile(r"[\s\-–—•*·|»>=▪●►▶■□◦‣⁃→✦★☆#(\[\"“_]*")
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+(?:['’][^\W_]+)*)")
_CLOSED = re.compile(r"\.?\s?[)\]]\s*(?=[^\W\d_a-zß-öø-ÿ\"“])")
_QUALIFIER = re.compile(r"\.?\s*\([^()\n]{0,80}\)|\s*\[[^\[\]\n]{0,40}\]")
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
# A running time or a year: "Durée 2h28", "Jahr 1999"; a house may be called "Year 9".
_FIGURE = re.compile(r"\s?\d(?:\d{3}\b|[\d:]*\s?['’′hm])", re.I)
_QUOTES = tuple('”“"»’‘*_«')
# "(c) 1986 X. Design: Y. Distributed by Z": a line of rights names who made the page or the packing.
_RIGHTS = re.compile(r"\s*(?:©|\([cC]\)\s|copyright\b)", re.I)
_TRADE = frozenset({"sales-agent", "distributor", "press-agent", "presenter"})
_FRONT = 200  # a label and a bracket behind it
_MARKS = frozenset(".;|•·()[]–—:\n\t●▪/")
_PRESENTS = (
    "presents", "present", "présente", "présentent", "presenta", "presentano", "presentan", "präsentiert",
    "präsentieren", "apresenta", "apresentam", "presenteert", "presenteren",
)  # fmt: skip
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


_NO_LABELS = LineLabels()
_SENTENCES = LineLabels(prose=True)


def read_labels(text: str, lines: Lines, kinds: Sequence[str], lexicon: Lexicon) -> tuple[LineLabels, ...]:
    """The labels on each line; none in teasers. No line matters to another's."""
    finder = _LabelFinder(text, lexicon)
    return tuple(
        [
            _NO_LABELS if kind == "teasers" else finder.read_line(line, kind, is_prose)
            for line, kind, is_prose in zip(lines.spans, kinds, lines.prose, strict=True)
        ]
    )


class _LabelFinder:
    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon

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
            found = [c for c in found if not _TRADE.isdisjoint(c.label.roles)]
        if "staff" in [c.label.field for c in found]:
            found = []
        kept = found
        # One label with a mark of its own at the head of a line is sure.
        if found and not (len(found) == 1 and found[0].at_start and found[0].separator == ":"):
            kept = self._filter(found, tokens, line, prose and not dotted and not posted)
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
            if not c.strong and self._needs_mark(c.label):
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
        if self.text[start : start + 1] in ("'", "’"):
            return None  # "Directors' Fortnight", "the composer's son"
        strong = _STRONG.match(self.text, start, line.end)
        before = self.text[tokens[position - 1].end if position else line.start : label.span.start]
        at_start = position == 0 and (not before or _BULLET.fullmatch(before) is not None)
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
        if self.text.startswith(",", behind):
            after_mark = at_start or self._is_after_mark(tokens, position, before)
            return Candidate(label, ",", at_start, after_mark, behind + 1, False)
        # "SOGG dal romanzo": a label in capitals whose value is told otherwise ends the value before it.
        told = label.last < len(tokens) and tokens[label.last].folded in self.lexicon.stops
        dotted = self.text.startswith(". ", behind) and self.text[behind - 2] != "." and bool(label.readings)
        dotted = dotted and _is_short(label, self.text)
        behind += dotted
        if not self._opens_value(tokens, label.last, behind, line) and not (
            told and label.span.of(self.text).isupper() and self.lexicon.stops_at(tokens, label.last)
        ):
            return None
        # "Editor: Ed Lachman": behind a colon stands the value's first word.
        in_value = position > 0 and ":" in before
        after_mark = at_start or (not in_value and self._is_after_mark(tokens, position, before))
        by = label.last - label.first > 1 and tokens[label.last - 1].folded in _BY
        by = by and not self.text.startswith(".", start)  # "a.d. Bo Ray": initials
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

    def _needs_mark(self, label: Label) -> bool:
        """Whether the words of a label are too short or too common to be one without a mark behind them."""
        words = label.span.of(self.text)
        return len(words) < 12 and fold(words) in self.lexicon.marked

    def _filter(
        self, found: list[Candidate], tokens: list[Token], line: Span, prose: bool
    ) -> list[Candidate]:
        """Drop the words that only look like labels where they stand."""

        plain = sum(not self._needs_mark(c.label) for c in found)
        dotted = sum(c.dotted and c.after_mark for c in found)

        def fits(c: Candidate) -> bool:
            is_capital = tokens[c.label.first].capital
            if c.dotted and dotted < 2 and (prose or not c.at_start):
                return False
            if c.label.first == 1 and c.separator == ":" and self._is_behind_abbreviation(tokens[0], c, line):
                return False
            bare = not (c.strong or (c.dotted and dotted > 1)) and self._needs_mark(c.label)
            if bare and (c.at_start or plain < 2 or self._is_in_loud_name(c, tokens)):
                return False
            if c.label.partial and not (c.strong and c.separator == ":"):
                return False
            if c.separator == "\n":
                return True
            if c.separator == ":":
                apart = is_capital or self._is_behind_hyphen(c) or self._is_behind_capitals(c, tokens)
                return c.after_mark or (c.colon and apart)
            if c.separator == ",":
                return c.after_mark and c.label.field in ("", "runtime")
            if c.separator == "by" and c.film_by:
                return True
            return c.after_mark and (c.separator == "by" or is_capital or not prose)

        brackets = [c for c in found if c.bracketed]
        if brackets and not self._lead_with_brackets(brackets, found, line):
            found = [c for c in found if not c.bracketed]
        if self.text.find("(", line.start, line.end) >= 0:
            found = [c for c in found if c.bracketed or not self._is_aside(c, line, prose)]
        kept = [c for c in found if fits(c)]
        bare = [
            c for c in found
            if c.separator in ("", "by") and tokens[c.label.first].capital and not c.label.partial
            and (c.after_mark or not self._needs_mark(c.label))
        ]  # fmt: skip
        several = len(found) > 2 and not prose
        for stands_out in (self._is_among_capitals, self._is_in_capitals, self._is_small) if several else ():
            loud = [c for c in found if stands_out(c, tokens)]
            if len(loud) >= 3:
                bare = [*bare, *loud]
        if (sum(bool(c.label.readings) for c in bare) >= 3 and not prose) or len(bare) >= 6:
            starts = {c.label.span.start for c in (*kept, *bare)}
            kept = [c for c in found if c.label.span.start in starts]
        elif prose:
            strong = [c for c in kept if c.label.readings and (c.strong or c.separator in (",", "by"))]
            if len(strong) < 3:
                kept = [c for c in kept if c.at_start and c.separator == ":"]
        return self._not_inside_names(self._with_cast(kept, found), line)

    def _is_among_capitals(self, c: Candidate, tokens: Sequence[Token]) -> bool:
        """Whether a small label stands between names in capitals, as on posters: "image YVES CAPE son …"."""
        if c.separator not in ("", "by") or tokens[c.label.first].capital or c.label.partial:
            return False
        around = [tokens[n] for n in (c.label.first - 1, c.label.last) if 0 <= n < len(tokens)]
        return all(len(t.folded) > 1 and self.text[t.start : t.end].isupper() for t in around)

    def _is_in_capitals(self, c: Candidate, tokens: Sequence[Token]) -> bool:
        """Whether a label in capitals stands between names that are not: "REG Ann Lee INT Bo Ray"."""
        if c.separator or c.label.partial or not c.label.span.of(self.text).isupper():
            return False
        around = [tokens[n] for n in (c.label.first - 1, c.label.last) if 0 <= n < len(tokens)]
        return not any(self.text[t.start : t.end].isupper() and t.end - t.start > 2 for t in around)

    def _is_in_loud_name(self, c: Candidate, tokens: Sequence[Token]) -> bool:
        """Whether a short word in capitals and the next one may be one name: "• ARTE FRANCE CINÉMA •"."""
        following = tokens[c.label.last : c.label.last + 1]
        words = [c.label.span.of(self.text), *(self.text[t.start : t.end] for t in following)]
        return len(words[0]) > 2 and all(w.isupper() for w in words)

    def _is_behind_abbreviation(self, first: Token, c: Candidate, line: Span) -> bool:
        """Whether an abbreviation opens the line that we do not know, and the label is its second word.

        "Kier. prod. - Ann Lee" is some head of production, not the producer.
        """
        alone = not self.text[line.start : first.start].strip("-•*| ") and first.end - first.start < 7
        return alone and first.capital and self.text[first.end : c.label.span.start] == ". "

    def _is_behind_hyphen(self, c: Candidate) -> bool:
        """Whether a spaced hyphen parts a label from what is before: "r.: Ann Lee - sc.: Bo Ray"."""
        return self.text.endswith(" - ", 0, c.label.span.start)

    def _is_small(self, c: Candidate, tokens: Sequence[Token]) -> bool:
        """Whether a label in small letters stands between names: "p Ann Lee sc Bo Ray ph Cy Dunn ed …"."""
        if (
            c.separator
            or c.label.partial
            or tokens[c.label.first].capital
            or len(c.label.span.of(self.text)) > 12
        ):
            return False
        around = [tokens[n] for n in (c.label.first - 1, c.label.last) if 0 <= n < len(tokens)]
        return all(t.capital for t in around)

    def _is_behind_capitals(self, c: Candidate, tokens: Sequence[Token]) -> bool:
        """Whether the word before a small label is in capitals: "MONICA BELLUCCI durata: 110 minuti"."""
        if not c.label.first:
            return False
        before = tokens[c.label.first - 1]
        return len(before.folded) > 1 and self.text[before.start : before.end].isupper()

    def _is_aside(self, c: Candidate, line: Span, prose: bool) -> bool:
        """Whether a label stands in a bracket behind another film: "„California Dreams“ (2007, Kamera: X)".

        Who sells and releases a film stands in brackets of its own credits ("(World sales: X)").
        """
        start = c.label.span.start
        at = self.text.rfind("(", line.start, start)
        if at < 0 or self.text.find(")", at, start) >= 0 or not c.label.readings:
            return False
        if not _TRADE.isdisjoint(c.label.roles):
            return False
        before = self.text[line.start : at].rstrip()
        return before.endswith(_QUOTES) or (prose and bool(before) and before[-1] not in ".:;")

    def _lead_with_brackets(self, brackets: list[Candidate], found: list[Candidate], line: Span) -> bool:
        """Whether the jobs in brackets of a line stand before their names: three at least, each with a name.

        "Jirí Menzel (director), Bohumil Hrabal (writer)" has them behind.
        """
        first = min(c.label.span.start for c in found)
        names_behind = all(self.text[c.value_start - 1].isspace() for c in brackets)
        opens = not self.text[line.start : first].strip(" ([*-•")
        return len(brackets) >= 3 and names_behind and (opens or found[0].at_start)

    def _has_figure(self, c: Candidate) -> bool:
        """Whether a figure follows a label of the film's data: "Distribution Cinédis Durée 2h28"."""
        return _FIGURE.match(self.text, c.value_start) is not None

    def _is_presented(self, c: Candidate) -> bool:
        """Whether "presents" stands right before "a film by"."""
        return (
            self.text[max(0, c.label.span.start - 15) : c.label.span.start]
            .rstrip()
            .lower()
            .endswith(_PRESENTS)
        )

    def _with_cast(self, kept: list[Candidate], found: list[Candidate]) -> list[Candidate]:
        """ "A film by X with Y and Z": the small "with" right behind a director opens the cast."""
        if not any(c.film_by for c in kept):
            return kept
        result: list[Candidate] = []
        chosen = {c.label.span.start for c in kept}
        director: Candidate | None = None
        for c in found:
            start = c.label.span.start
            is_with = c.label.roles == ("actor",) and c.label.last - c.label.first == 1
            if is_with and director is not None and start - director.value_start < 60:
                if not result or result[-1] is not director:
                    result.append(director)
                result.append(c)
                director = None
            elif start in chosen:
                if c.film_by and not c.after_mark and not self._is_presented(c):
                    director = c  # counts only with a cast behind it
                    continue
                result.append(c)
                director = c if c.film_by else None
        return result

    def _not_inside_names(self, kept: list[Candidate], line: Span) -> list[Candidate]:
        """A label with nothing before the next one closes the name before it: "Why Not Productions"."""
        kept = [
            c for n, c in enumerate(kept)
            if c.after_mark or c.strong or not n or not c.label.field or self._has_figure(c)
        ]  # fmt: skip
        result: list[Candidate] = []
        end = line.end
        for c in reversed(kept):
            empty = not self.text[c.value_start : end].strip(" .;,:|_-–)")
            if empty and not c.strong and not c.at_start:
                continue
            result.append(c)
            end = c.label.span.start
        return result[::-1]
