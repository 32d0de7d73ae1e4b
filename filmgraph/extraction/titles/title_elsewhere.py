"""Titles that stand on no line of their own: before labels or film data, in a billing, last in a way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from filmgraph.extraction.names.mentions import is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines, load_union
from filmgraph.extraction.text.countries import find_countries_by_year, is_country, is_language
from filmgraph.extraction.titles.headlines import clean_headline, is_no_title
from filmgraph.extraction.titles.title_evidence import PageEvidence
from filmgraph.extraction.titles.title_furniture import (
    is_award,
    is_count,
    is_genre,
    is_presenting,
    is_section_head,
)
from filmgraph.extraction.titles.title_marks import is_furniture, trim_title
from filmgraph.extraction.titles.title_signs import is_maker_line, opens_data, weigh_line
from filmgraph.extraction.titles.title_weights import Signs
from filmgraph.extraction.titles.title_words import Candidate, Title, read_title
from filmgraph.model.document import Span
from filmgraph.model.names import fold

_YEAR_IN = re.compile(r"\b(?:18|19|20)\d\d\b")
# What parts a title from its data on one line: "Rosetta, 1999, 93 min", "»Druk«. Regi: …".
_MARK = re.compile(
    r"[”\"’'»«“]?(?:\s*[,.(\[|·•]|\s[–—-](?=\s)|\t|\s{3,}|:(?=\s))\s*"
    r"|\s(?=(?:by|de|di|von|van|av|af)\s[^\W\d_a-z])"
)
# What is in a line that holds a title and its film's data.
_MAY_HOLD = re.compile(r"[:\d]|\s(?:with|avec|con|mit|met|med|com)\s")
_CERTIFIED = re.compile(r"(?:PG(?:-13)?|R|NC-17|U|12A?|15|18|NR|[Uu]nrated)[),]")
_MADE = re.compile(
    r"[”\"’»]?\s\((?:[^\W\d_][\w.'’-]*\s){1,3}(?P<family>[^\W\d_][\w'’-]{2,}),\s(?:18[89]|19\d|20\d)\d\)"
)
_ARTICLE = re.compile(
    r"(?:The|An?|L[ae]s?|L['’]|Der|Die|Das|El|Los|Il|Lo|I|Gli|Os?|As|De|Het|Une?)\s?[(\[,.]", re.I
)
# When a film is shown, in a program of several: "Wed 12, 8.30 pm   ROSETTA (Luc Dardenne, 1999)".
_TIMES = re.compile(r"[^()\n]{0,30}\d[^()\n]{0,16}?\s{2,}(?=[^\W_])")
# The block of a film's billing, wherever it stands: "ANN LEE FILMS presents BOB ROE in".
_BLOCK = re.compile(
    r"[A-ZÀ-Þ]{3}[.,]? (?i:presents?|présentent|présente|präsentiert|presenta|presentano) [\"“A-ZÀ-Þ]{3}"
)
_BILLED, _LONG_LINE = 12, 600
_NEAR, _A_PARAGRAPH = 200, 160
_PRESENTING = ("present", "présent", "präsent", "zeig", "præsent", "prezent", "uvádí")


@lru_cache(maxsize=1)
def _billed() -> re.Pattern[str]:
    """A company's word, the title, and what begins its maker or ends the line."""
    words = "|".join(sorted(map(re.escape, load_lines("titles")["presents"]), key=len, reverse=True))
    makers = [w for w in load_lines("titles")["maker"] if "film" in w or "directed" in w]
    made = "|".join(sorted(map(re.escape, makers), key=len, reverse=True))
    return re.compile(
        rf"\s(?i:{words}):?\s(?:[^\n]{{0,90}}?\s(?i:production of)\s)?"
        rf"(?P<title>[“\"«„]?[^\W_a-zß-öø-ÿ][^\n]{{0,80}}?)"
        rf"(?:\s(?P<maker>(?i:{made}|starring|with|avec|mit)\s)|\s[-–|]\s|$)"
    )


_DIRECTED = 3.0
_CAPITAL_WORDS = r"[A-ZÀ-Þ\d][A-ZÀ-Þ\d'’!?&:-]*(?: [A-ZÀ-Þ\d&][A-ZÀ-Þ\d'’!?&:-]*){0,9}"
_CAPITALS = re.compile(rf"[“\"«„]?({_CAPITAL_WORDS})[”\"»“]?(?:, (?=[a-zß-öø-ÿ])|\. (?=[A-ZÀ-Þ]))")
_LENGTHS = re.compile(r"\b\d{2,3}(?: ?min|['’′])")
_DATED = re.compile(
    rf"(?<=[a-zß-öø-ÿ] )((?=[A-ZÀ-Þ]{{3}}){_CAPITAL_WORDS})\s\("
    r"(?=[^()]{0,120}\b(?:18[89]|19\d|20\d)\d\b)(?=[^()]{0,160}\b\d{2,3}(?: ?min|['’′]))"
)
_DIGIT = re.compile(r"\d")
_QUOTES = "“”\"‘’'«»„"
_NO_TITLE = frozenset({"teasers", "production", "crew", "cast"})
_ENOUGH_DATA = 2.5
_MOST_WORDS = 10
_MOST_IN_PROSE = 5


# What ends a title before a film's data in small letters: "LE TROU, film français de", "KELLS, THE (aka".
_RUN_END = re.compile(r"\s\(|\s\[|,\s(?=[^\W\d_A-Z][\w-]*\s)|\s[:/;]\s")


def _cut_run(text: str, span: Span) -> Span:
    """The words before a label as far as the first bracket or what goes on in small letters."""
    end = _RUN_END.search(text, span.start + 1, span.end)
    return trim_title(text, Span(span.start, end.start())) if end else span


class TitlesElsewhere:
    """The candidates of a page that are the words before others, or words in quotation marks."""

    def __init__(self, evidence: PageEvidence) -> None:
        self.evidence, self.hints = evidence, evidence.hints
        self.text, self.lines, self.kinds = evidence.text, evidence.lines.spans, evidence.kinds
        self.kinds_of_film = load_union("titles", "genre", "film_word")

    def _signs(self, title: str, span: Span, marked: bool = False, **others: float) -> Signs:
        """How often the page says a title again, what its words speak against it, and other signs."""
        against = self.evidence.against(title, fold(title), marked=marked)
        return {"said": self.evidence.said(title, span), **against, **others}

    def before_labels(self) -> Iterator[Candidate]:
        """The words before the first label of a line that runs on: "Un conte de Noël Réalisateur X"."""
        for start in self.hints.runs:
            line = next(s for s in self.lines if s.start <= start < s.end)
            span = Span(line.start, start)
            wide = span.of(self.text).find("  ")
            if wide > 0:
                span = Span(line.start, line.start + wide)
            span = trim_title(self.text, span)
            words = " ".join(span.of(self.text).split())
            span = clean_headline(self.text, span).span if "(" in words else span
            words = " ".join(span.of(self.text).split())
            span = _cut_run(self.text, span)
            words = " ".join(span.of(self.text).split())
            plain = (
                words
                and words[0].isupper()
                and fold(words).partition(" ")[0] not in self.kinds_of_film
                and len(words) < 80
                and fold(words) not in self.evidence.patterns["not_title"]
            )
            if plain and not is_country(words) and not _YEAR_IN.search(words):
                candidate = Candidate(Title(words, span, "masthead"), self._signs(words, span, run=1))
                if candidate.score > _ENOUGH_DATA and self._may_head_data(words):
                    self.evidence.own(bisect_right(self.evidence.starts, start) - 1, 0.4)
                yield candidate

    def before_data(self) -> Iterator[Candidate]:
        """The words that begin a line of credits: "Rosetta, Belgium 1999. Director: …"."""
        for n in self.hints.taken:
            line = self.lines[n] if n < len(self.lines) else Span(0, 0)
            if self.kinds[n] == "teasers" or not _DIGIT.search(self.text, line.start, line.start + 120):
                continue
            near = Span(line.start, min(line.end, line.start + 120))
            place = find_countries_by_year(self.text, near)
            if place is None or not line.start + 1 < place.start < line.start + 80:
                continue
            span = trim_title(self.text, Span(line.start, place.start))
            title = read_title(self.text, clean_headline(self.text, span).span)
            words = span.of(self.text)
            if not title or words[-1:] in "/-" or is_award(line.of(self.text)[:160]):
                continue
            told = self.evidence.said(title, span) > 0 or self.hints.signs.get(n, 0) >= 3
            if told and "." not in words and ":" not in words and words.count(",") <= 1:
                inner = trim_title(self.text, clean_headline(self.text, span).span)
                yield Candidate(Title(title, inner, "masthead"), self._signs(title, inner, dated_line=1))

    def in_capitals(self) -> Iterator[Candidate]:
        """Capitals that begin a line with the director: "LONE HILL, screenplay by …; directed by Ann Lee"."""
        for n, sign in self.hints.signs.items():
            if sign < _DIRECTED or self.kinds[n] == "teasers":
                continue
            head = _CAPITALS.match(self.text, self.lines[n].start, self.lines[n].end)
            title = read_title(self.text, Span(*head.span(1))) if head else None
            if head is None or not title or not self._may_head_data(title):
                continue
            if is_given_name(title.partition(" ")[0]) and looks_like_person(title):
                continue
            if len(title.split()[-1]) == 1 or is_maker_line(self.text, self.lines[n]):
                continue  # "REGIA L. DARDENNE"
            if fold(title).partition(" ")[0] not in self.kinds_of_film:
                signs = self._signs(title, Span(*head.span(1)), run=1)
                self.evidence.own(n, 0.0)
                yield Candidate(Title(title, Span(*head.span(1)), "masthead"), signs)

    def in_brackets(self) -> Iterator[Candidate]:
        """Capitals in a sentence before a year and length in a bracket: "it is LONE HILL (1968, 99 min)"."""
        for match in _DATED.finditer(self.text) if _LENGTHS.search(self.text) else ():
            span = Span(*match.span(1))
            n = bisect_right(self.evidence.starts, span.start) - 1
            title = read_title(self.text, span)
            if self.kinds[n] != "teasers" and title and self._may_head_data(title):
                yield Candidate(
                    Title(title, span, "masthead"),
                    self._signs(title, span, quoted_year=1, late_data_line=1, late_data=3),
                )
                return

    def billed(self) -> Iterator[Candidate]:
        """What somebody presents, in a billing on one line: "X presents ROSETTA a film by Luc Dardenne"."""
        if not any(map(self.evidence.plain.__contains__, _PRESENTING)):
            return  # as on many pages
        told = self.evidence.plain[: self.lines[:_BILLED][-1].end]
        early = any(map(told.__contains__, _PRESENTING))
        front = [n for n, kind in enumerate(self.kinds[:_BILLED]) if early and kind != "body"]
        blocks = [bisect_right(self.evidence.starts, b.start()) - 1 for b in _BLOCK.finditer(self.text)]
        for n in (*front, *blocks):
            line = self.lines[n]
            words = line.of(self.text)[:_LONG_LINE]
            match = _billed().search(words)
            if match is None:
                continue
            span = Span(line.start + match.start("title"), line.start + match.end("title"))
            span = trim_title(self.text, clean_headline(self.text, span).span)
            title = read_title(self.text, span)
            if title and self._may_head_data(title) and not is_presenting(title):
                signs = self._signs(title, span, billing=1, billed_maker=bool(match["maker"]))
                yield Candidate(Title(title, span, "masthead"), signs)

    def steps(self, spans: Iterable[Span]) -> Iterator[Candidate]:
        """The last step of the way to the page: "Films > Drama > Rosetta"."""
        for span in spans:
            span = trim_title(self.text, clean_headline(self.text, span).span)
            title = read_title(self.text, span)
            if title and self._may_head_data(title):
                yield Candidate(Title(title, span, "headline"), self._signs(title, span, way=1))

    def with_data(self) -> Iterator[Candidate]:
        """The words that begin a line of film data anywhere on the page: "Rosetta, 1999, 93 minutes"."""
        found = 0
        body = next((n for n, kind in enumerate(self.kinds) if kind == "body"), len(self.kinds))
        for n, line in enumerate(self.lines):
            if self.kinds[n] in _NO_TITLE or n in self.evidence.headings:
                continue
            size = line.end - line.start
            long = size > _A_PARAGRAPH and self.evidence.lines.prose[n]
            near = line.start + _NEAR if size > _NEAR else line.end
            if not (_DIGIT if long else _MAY_HOLD).search(self.text, line.start, near):
                continue  # as nearly all lines
            cut = None
            if self.text.find("  ", line.start, line.start + 60) > 0:
                timed = _TIMES.match(self.text, line.start, line.end)
                cut = self._cut_data(n, Span(timed.end(), line.end)) if timed else None
            cut = cut or self._cut_data(n, line)
            if cut is None:
                continue
            span, weight = cut
            title = read_title(self.text, span)
            if title and (self._is_maker(n, title, span.end) or is_award(line.of(self.text)[:160])):
                continue
            if (
                not title
                or not self._may_head_data(title)
                or (":" in title and (n in self.hints.taken or n > body))
            ):
                continue
            signs: Signs = {
                "opening_quote": self.text[line.start] in _QUOTES,
                "again": self._is_made_again(span.end),
                "earlier_data": min(found, 3),
            }
            signs |= self._signs(title, span, marked=weight >= 3)
            said = signs["said"] or signs["opening_quote"] or signs["again"]
            if n < body:
                signs |= {"data_line": 1, "data": weight}
            else:
                signs |= {"late_data_line": 1, "late_data": weight, "late_said": said > 0}
            candidate = Candidate(Title(title, span, "masthead"), signs)
            if candidate.score > _ENOUGH_DATA:
                found += 1
                self.evidence.own(n, 0.0 if said > 0 else 0.4)
                yield candidate

    def _is_maker(self, n: int, title: str, end: int) -> bool:
        """Whether words are set like a name, and a short line over them may bear the title."""
        if n == 0 or self.evidence.lines.gaps[n] or not 2 <= len(title.split()) <= 4:
            return False
        above = self.lines[n - 1]
        short = above.end - above.start < 80 and self.kinds[n - 1] in ("headline", "other")
        named = _MARK.match(self.text, end, self.lines[n].end)
        if named and is_maker_line(self.text, Span(named.end(), self.lines[n].end)):
            return False
        return short and looks_like_person(title)

    def _cut_data(self, n: int, line: Span) -> tuple[Span, float] | None:
        """The words of a line before the first mark behind which film data stand, and how much those say."""
        prose, labelled = self.evidence.lines.prose[n], n in self.hints.taken
        long = prose and line.end - line.start > _A_PARAGRAPH
        near = Span(line.start, min(line.end, line.start + _NEAR))
        for mark in _MARK.finditer(self.text, near.start + 1, min(near.end, near.start + 90)):
            sign = mark.group()
            if sign.isspace() and (prose or self._is_sentence(Span(line.start, mark.start()))):
                continue
            if labelled and (sign[0] == ":" or sign.isspace()):
                continue  # "Written by Ann Lee with Bo Ray"
            if sign[0] == "," and _ARTICLE.match(self.text, mark.end(), near.end):
                continue  # "Pugni in tasca, I [Italia 1965"
            behind = Span(mark.end(), near.end)
            certified = sign[-1] == "(" and _CERTIFIED.match(self.text, mark.end(), near.end)
            if behind.start < behind.end and (certified or opens_data(self.text, behind)):
                weight = weigh_line(self.text, behind)
                if (weight < _ENOUGH_DATA + long and not certified) or is_maker_line(self.text, near):
                    return None
                head = trim_title(self.text, clean_headline(self.text, Span(near.start, mark.start())).span)
                if (gap := self.text.rfind("   ", head.start, head.end)) > 0:
                    head = Span(gap + 3, head.end)  # "PRESSEHEFT   ROSETTA"
                at = max(self.text.rfind(q, head.start, head.end) for q in _QUOTES)
                if at >= 0 and sign[0] in _QUOTES:
                    head = Span(at + 1, head.end)  # "The new print of “Rosetta” (1999)"
                while head.start < head.end and self.text[head.start] in _QUOTES:
                    head = Span(head.start + 1, head.end)
                if (
                    prose
                    and (at < 0 or sign[0] not in _QUOTES)
                    and len(head.of(self.text).split()) > _MOST_IN_PROSE
                ):
                    return None
                return (head, weight) if head.start < head.end else None
        return None

    def _is_made_again(self, end: int) -> bool:
        """Whether the page names the maker again who stands behind a title: "(Ann Lee, 1999)" of several."""
        made = _MADE.match(self.text, end)
        return made is not None and self.text.count(made["family"]) > 1

    def _is_sentence(self, head: Span) -> bool:
        """Whether words before "by Ann Lee" say something of them: "The production is by Ann Lee"."""
        last = head.of(self.text).rpartition(" ")[2]
        return last in load_lines("titles")["is_word"] or last.endswith(",")

    def _may_head_data(self, title: str) -> bool:
        """Whether words before film data are a title by their form: no genre, country, date or sentence."""
        folded, words = fold(title), title.split()
        barred = folded in self.hints.names or folded in self.evidence.patterns["not_title"]
        if barred or len(folded) < 3 or len(words) > _MOST_WORDS or ":" in title[:-1].partition(": ")[0]:
            return False
        if (
            not (title[0].isupper() or title[0].isdigit())
            or is_genre(title)
            or (len(words) > 1 and words[0].isupper() and is_genre(" ".join(words[1:])))
            or is_country(title.partition(" | ")[0])
            or is_language(title)
            or is_no_title(title)
        ):
            return False
        small = sum(w[0].islower() for w in words)
        if ". " in title[4:] or (small > 4 and small * 2 > len(words)):
            return False  # a sentence, or two
        return not (is_furniture(title) or is_count(title) or is_section_head(title))
