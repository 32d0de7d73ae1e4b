"""The film's titles: from the headline, the masthead, brackets under it, or a title's own label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from filmgraph.extraction.names.mentions import looks_like_person
from filmgraph.extraction.patterns import load_lines, load_union
from filmgraph.extraction.text.lines import Lines
from filmgraph.extraction.titles.other_titles import find_told_original, is_translation, may_be_other_title
from filmgraph.extraction.titles.title_candidates import TitleFinder
from filmgraph.extraction.titles.title_evidence import TitleHints
from filmgraph.extraction.titles.title_marks import (
    end_of_front_matter,
    find_set_titles,
    find_tied_titles,
    is_furniture,
    is_other_script,
    trim_title,
)
from filmgraph.extraction.titles.title_prose import find_prose_titles
from filmgraph.extraction.titles.title_signs import is_maker_line, weigh_line
from filmgraph.extraction.titles.title_words import Candidate, Title
from filmgraph.model.document import Document, Span
from filmgraph.model.names import fold, fold_title

__all__ = ["Title", "TitleHints", "find_titles", "invert", "same_title"]

_INVERTED = re.compile(
    r"^(.+), (The|A|An|Le|La|Les|L'|L’|Der|Die|Das|El|Los|Las|Il|Lo|I|Gli|O|Os|As|De|Het)$", re.I
)
_DOTS = re.compile(r"\s*\.{3,}\s*")
_GAP = re.compile(r"\s{2,}")
_MARKS = frozenset(":|\t.")
_SUBTITLE = (": ", " – ", " - ", " — ")
_ENOUGH = 2.5
_OF_DATA = 1.5
_SURE = 8.0  # with which a label that may head another value names no film
_PLAIN = 6.5  # with which no title need be looked for in the prose
_LONG_LABEL = 9
_STACKED = 4
_HEADS = 8  # lines among which a headline stands
# Words that alone on a line tie the capitals over them to those under them.
_TYING = frozenset(
    "and & of the in on to et und y e en i och og de la del du der die das und von di".split()
) | {""}
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-Þ][a-zß-öø-ÿ]{2,14}(?: [a-zß-öø-ÿ]{1,12}){0,3}: ?\S)")
_RECORD = re.compile(r"\s\[[^\W\d_A-Z][^\]\n]*\]|\s/\s(?=[^\W\d_A-Z]|[A-Z][\w.]+ by )")


def find_titles(document: Document, lines: Lines, kinds: Sequence[str], hints: TitleHints) -> Iterator[Title]:
    """The film's titles, the best first, then its original and other titles.

    Candidates are the lines at the top (rubrics, outlets and dates cut off), a
    title's own label, and quoted titles of the first paragraph. They are ranked
    by what speaks for each: its place and type, the film data beside it, and
    how often the page says it again.
    """
    finder = _Finder(document, lines, kinds, hints)
    labelled = list(finder.labelled())
    finder.evidence.note(t.span.start for t in labelled)
    finder.scale.labelled_as = frozenset(fold(t.text) for t in labelled)
    found = list(finder.candidates())
    if not labelled and max([c.score for c in found], default=0.0) < _PLAIN:
        found += finder.mentions.candidates()
    ranked = sorted(found, key=lambda c: (-c.score, c.title.span.start))
    tied = finder.tied()
    essay = end_of_front_matter(lines.text) if tied else 0
    best = [t for t in labelled if t.kind == "label" and t.span.start >= essay][:1]
    if best and ranked and ranked[0].score >= _SURE and best[0].span.start in finder.loose:
        best = []  # "Movie: Excellent" in a table of marks
    best = best or tied
    labelled = [t for t in labelled if t.span.start >= essay]
    needed = _ENOUGH + 2 if labelled else _ENOUGH
    best = best or finder.headed_original(labelled)
    if not best and ranked and ranked[0].score >= needed:
        chosen = _whole_of(ranked[0], ranked)
        # It stands where it first stands as a title, not where a menu leads to it.
        least = max(_ENOUGH, chosen.score / 2)
        same = [c for c in ranked if c.score >= least and fold(c.title.text) == fold(chosen.title.text)]
        best = [min(same, key=lambda c: (c.title.span.start, c.title.kind == "quoted")).title]
        best = [finder.stacked(best[0])]
    if not best and not labelled:
        best = list(finder.told())[:1]
    others: list[Title | None] = [t for t in labelled if t not in best]
    for c in ranked:
        if best and c.bracket and _is_title_or_part(c.title.text, best[0].text):
            others.append(finder.bracketed(c.bracket))
    others += finder.beside(best[0].span if best else None)
    if best and not any(t and t.kind == "original" for t in others):
        others += finder.told_original(best[0])
    yield from _in_order(lines.text, [t for t in [*best, *others] if t], labelled, bool(best))


def _in_order(text: str, titles: Sequence[Title], labelled: Sequence[Title], sure: bool) -> Iterator[Title]:
    """The titles, each once; `sure` says that the first is the film's own.

    A page may say under a label that its title is the original one: that stands twice. What stands in a
    bracket beside an original title is a translation.
    """
    own = fold_title(titles[0].text) if titles and sure else ""
    seen: set[str] = set()
    for n, title in enumerate(titles):
        key = fold_title(title.text) or title.text.strip()
        original = title.kind == "original" and n > 0
        same = original and key == own and title in labelled
        if not key or (key in seen and not same):
            continue
        seen.add(key)
        beside = original and own and title not in labelled
        translated = beside and is_translation(text, titles[0].text, title.text)
        yield Title(title.text, title.span, "label") if translated else title


def _whole_of(best: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    """The longer title of a line of its own that begins with the best: "BURNING - L'AMORE BRUCIA"."""
    for other in ranked:
        head, tail = other.title.text[: len(best.title.text)], other.title.text[len(best.title.text) :]
        if other.score < _ENOUGH or fold(head) != fold(best.title.text) or not tail.startswith(_SUBTITLE):
            continue
        tail = tail.strip(" :–—-")
        alike = tail.isupper() if best.title.text.isupper() else tail.istitle()
        if alike:
            return other
    return best


def _is_title_or_part(title: str, whole: str) -> bool:
    """Whether a title is another, or what stands before its mark: "BURNING" of "BURNING - L'AMORE BRUCIA"."""
    head = whole[: len(title)]
    part = fold(head) == fold(title) and whole[len(title) :].startswith(_SUBTITLE)
    return part or fold_title(title) == fold_title(whole)


class _Finder(TitleFinder):
    """The candidates, and the titles that are told by labels, by an essay's headline, or beside another."""

    def labelled(self) -> Iterator[Title]:
        """Titles under a label of their own."""
        first_word, beginnings = _first_word(), _beginnings()
        for i, line in enumerate(self.lines):
            first = first_word.match(self.text, line.start, line.end)
            if first is None or self.kinds[i] == "teasers" or fold(first[1]) not in beginnings:
                continue  # as nearly all lines
            words = line.of(self.text)[:200]
            head, mark, rest = _part_label(words)
            folded = fold(head.strip("-•* "))
            if not mark and (bare := _bare_label(words)):
                head, mark, rest = words[: bare - 1], words[bare - 1 : bare], words[bare:]
                folded = fold(head)
            original = folded in self.patterns["original_label"]
            if not (original or folded in self.patterns["title_label"]):
                continue
            span = Span(line.start + len(head) + len(mark), line.start + len(words))
            span = _cut_value(self.text, trim_title(self.text, span))
            if span.start >= span.end and i + 1 < len(self.lines):
                span = trim_title(self.text, self.lines[i + 1])
                if weigh_line(self.text, span) >= _OF_DATA:
                    continue  # "Film" over "Starring Ann Lee": no label
            elif mark in ("|", "") and "|" in rest.strip(" |"):
                continue  # the head of a table with columns
            if nested := _nested().match(self.text, span.start, span.end):
                span, original = Span(nested.end(), span.end), True
            title = " ".join(span.of(self.text).split())
            if not mark and folded in self.patterns["rubric"] and not self._is_value(i + 1):
                continue  # a section of the page, not a label
            if title[:1].islower() and is_maker_line(self.text, span):
                continue  # "FILM  di Ann Lee"
            if folded == "name" and looks_like_person(title) and not self.evidence.said(title, span):
                continue  # whoever wrote the page
            if (
                not title
                or len(title) > 99
                or is_furniture(title)
                or fold(title) in load_union("titles", "title_label", "not_title", "rubric")
            ):
                continue
            if folded in self.patterns["loose_label"]:
                self.loose.add(span.start)
            yield Title(title, span, "original" if original else "label")

    def _is_value(self, n: int) -> bool:
        """Whether line `n` is a label's value and more labels follow: "Film" over "Rosetta" over "Year"."""
        return n + 1 in self.taken and n - 2 in self.taken | {-1}

    def tied(self) -> list[Title]:
        """The one title that an essay is about: set apart in its headline, and tied to a year in its text.

        "Why *Fargo* still works" over "**Fargo** (Joel and Ethan Coen, 1996) begins …".
        """
        heads = [
            n
            for n, line in enumerate(self.lines[:12])
            if n in self.headings or self.kinds[n] == "headline" or self.text[line.start] == "#"
        ]
        for n in heads[:3]:
            inside = list(find_set_titles(self.text, self.lines[n]))
            around = self.lines[n].end - self.lines[n].start - sum(s.end - s.start for s in inside)
            if len(inside) != 1 or around < 8:
                continue
            key = fold(inside[0].of(self.text))
            for line in self.lines:
                for span in find_tied_titles(self.text, line):
                    if fold(span.of(self.text)) == key and key not in self.names:
                        return [Title(" ".join(span.of(self.text).split()), span, "headline")]
        return []

    def headed_original(self, labelled: Sequence[Title]) -> list[Title]:
        """The original title of a label where a headline begins with it: "Rosetta di Luc Dardenne: voto"."""
        for title in labelled:
            for n, line in enumerate(self.lines[:_HEADS]):
                end = line.start + len(title.text)
                whole = line.start <= title.span.start < line.end or self.kinds[n] == "teasers"
                if whole or fold(self.text[line.start : end]) != fold(title.text) or end >= line.end:
                    continue
                if is_maker_line(self.text, Span(end + 1, line.end)):
                    return [Title(title.text, Span(line.start, end), "headline")]
        return []

    def stacked(self, title: Title) -> Title:
        """A title in capitals with the lines under it that a small word ties to it: "STEEL" "AND" "SILK"."""
        n = next((n for n, line in enumerate(self.lines) if line == title.span), len(self.lines))
        end, tied = n, False
        while end + 1 < len(self.lines) and not self.gaps[end + 1] and end - n < _STACKED:
            words = self.lines[end + 1].of(self.text)
            small = not tied and fold(words) in _TYING
            if not title.text.isupper() or not words.isupper() or not (small or tied):
                break
            end, tied = end + 1, small
        if end == n or tied or end == len(self.lines):
            return title
        span = Span(title.span.start, self.lines[end].end)
        return Title(" ".join(span.of(self.text).split()), span, title.kind)

    def told(self) -> Iterator[Title]:
        """What the first paragraphs call their film, where no line bears its title."""
        bodies = [line for n, line in enumerate(self.lines) if self.kinds[n] in ("body", "strapline")]
        for line in bodies[:3]:
            for span in find_prose_titles(self.text, line, self.names):
                yield Title(" ".join(span.of(self.text).split()), span, "quoted")

    def beside(self, best: Span | None) -> list[Title]:
        """Other titles right under or over the title: in brackets, or in another script."""
        if best is None:
            return []
        at = next((n for n, line in enumerate(self.lines) if line.start <= best.start < line.end), -1)
        found = []
        for n in (at + 1, at - 1) if at >= 0 else ():
            if not 0 <= n < len(self.lines) or n in self.taken or self.kinds[n] == "teasers":
                continue
            line = self.lines[n]
            words = line.of(self.text)
            if n == at + 1 and words[0] == "(" and words[-1] == ")":
                found.append(self.bracketed(Span(line.start + 1, line.end - 1)))
            elif len(words) < 60 and not fold(words).isascii() and is_other_script(words):
                found.append(Title(" ".join(words.split()), line, "original"))
        return [title for title in found if title]

    def bracketed(self, span: Span) -> Title | None:
        """Another title in brackets: the original one, or an English one beside it."""
        words = span.of(self.text)
        if not may_be_other_title(words, self.names):
            return None
        return Title(" ".join(words.split()), span, "original")

    def told_original(self, best: Title) -> list[Title]:
        """The original title that a sentence gives beside the film's own."""
        span = find_told_original(self.text, best.text, self.names)
        return [Title(" ".join(span.of(self.text).split()), span, "original")] if span else []


def _cut_value(text: str, span: Span) -> Span:
    """A label's title without what catalogs print behind it: "[videorecording] / a film by Ann Lee".

    Nor with the next label of a page whose cells have run together: "RosettaRegia: Luc Dardenne".
    """
    end = _RECORD.search(text, span.start + 1, span.end) if span.end - span.start > _LONG_LABEL else None
    end = end or _GLUED.search(text, span.start + 1, span.end)
    return trim_title(text, Span(span.start, end.start())) if end else span


@lru_cache(maxsize=1)
def _first_word() -> re.Pattern[str]:
    """A line's first word, where it begins with the two letters of a title's label."""
    labels = load_lines("titles")["title_label"] + load_lines("titles")["original_label"]
    heads = sorted({head for label in labels for head in (label[:2], fold(label)[:2])})
    return re.compile(rf"[\W_]*((?i:{'|'.join(map(re.escape, heads))})[^\W_]*)")


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """All that a title's label can begin with, for a word may end within one: "L'original"."""
    labels = load_union("titles", "title_label", "original_label")
    return frozenset(label[:size] for label in labels for size in range(1, len(label) + 1))


def _part_label(words: str) -> tuple[str, str, str]:
    """The words before a colon, leaders, a bar, a tab or a wide gap, that mark, and what follows."""
    if len(words) < 26 and _MARKS.isdisjoint(words) and "  " not in words:
        return words, "", ""
    head, mark, rest = words.partition(":")
    dots = _DOTS.search(words) if "..." in words else None
    if dots and not mark:
        return words[: dots.start()], dots.group(), words[dots.end() :]
    for sign in ("|", "\t"):
        if not mark:
            head, mark, rest = words.partition(sign)
    gap = _GAP.search(words) if not mark and "  " in words else None
    return (words[: gap.start()], gap.group(), words[gap.end() :]) if gap else (head, mark, rest)


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    """The words for an original title, two or a long one, before a capital: no sentence begins so."""
    labels = [w for w in load_lines("titles")["original_label"] if len(w) >= _LONG_LABEL]
    return re.compile(rf"(?i:{'|'.join(map(re.escape, labels))})\s+(?=[\"“«„]?[^\W_a-zß-öø-ÿ])")


@lru_cache(maxsize=1)
def _nested() -> re.Pattern[str]:
    """Which of a film's titles a value is: "Originaltitel (DE) Die bleierne Zeit"."""
    labels = load_lines("titles")["original_label"]
    return re.compile(rf"(?i:{'|'.join(map(re.escape, labels))})\s\([A-Za-z]{{2,3}}\)[:\s]\s*")


def _bare_label(words: str) -> int:
    """Where the label of an original title ends that only a blank parts from it: "Originaltitel Shi"."""
    match = _bare().match(words)
    return match.end() if match else 0


def invert(title: str) -> str:
    """A title with its article put back in front: "Child, The" → "The Child"."""
    match = _INVERTED.match(title)
    if not match:
        return title
    article = match.group(2)
    return f"{article}{'' if article[-1] in chr(39) + '’' else ' '}{match.group(1)}"


def same_title(one: str, other: str) -> bool:
    """Whether two strings are one title, articles, case and accents apart."""
    return fold_title(one) == fold_title(other)
