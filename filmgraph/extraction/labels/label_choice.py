"""Which of the words that look like labels count on a line: those behind a mark, and those of a run.

Labels in capitals between names in small letters, small ones between names in capitals, and small
abbreviations between names bear one another out; a label inside a name or in a bracket behind another film
is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmgraph.extraction.labels.candidate import TRADE, Candidate
from filmgraph.extraction.labels.lexicon import Label, Lexicon
from filmgraph.extraction.names.tokens import Token
from filmgraph.model.document import Span
from filmgraph.model.names import PARTICLES, fold

# A running time or a year: "Durée 2h28", "Jahr 1999"; a house may be called "Year 9".
_FIGURE = re.compile(r"\s?\d(?:\d{3}\b|[\d:]*\s?['’′hm])", re.I)
_YEAR = re.compile(r"\((?:18|19|20)\d\d,")
_DEEP = 100  # letters of a line before a bracket
_LINKS = frozenset({"som"})  # "as" in Scandinavia, "sound" in Portugal
_QUOTES = tuple('”“"»’‘*_«')
_PRESENTS = (
    "presents", "present", "présente", "présentent", "presenta", "presentano", "presentan", "präsentiert",
    "präsentieren", "apresenta", "apresentam", "presenteert", "presenteren",
)  # fmt: skip


# Two full names and more of a list: "Ann Lee, Bo Ray", "Ann Lee och Bo Ray".
_PLAYERS = re.compile(
    r"\s*[^\W\d_a-z][\w.'’-]* [^\W\d_a-z][\w .'’()-]*?(?:,|\s(?:and|och|og|et|und|y|e|en))\s[^\W\d_a-z]"
)


def _is_directed_by(c: Candidate) -> bool:
    """Whether a label is "directed by" or the like."""
    return c.separator == "by" and "director" in c.label.roles


class LabelChoice:
    """Chooses among the candidates of a line."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon

    def needs_mark(self, label: Label) -> bool:
        """Whether the words of a label are too short or too common to be one without a mark behind them."""
        words = label.span.of(self.text)
        return len(words) < 12 and fold(words) in self.lexicon.marked

    def choose(self, found: list[Candidate], tokens: list[Token], line: Span, prose: bool) -> list[Candidate]:
        """Drop the words that only look like labels where they stand."""

        if len(found) > 1:
            found = self._without_links(found)
        plain = sum(not self.needs_mark(c.label) for c in found)
        dotted = sum(c.dotted and c.after_mark for c in found)

        def fits(c: Candidate) -> bool:
            is_capital = tokens[c.label.first].capital
            if c.dotted and dotted < 2 and (prose or not c.at_start):
                return False
            if c.label.first == 1 and c.separator == ":" and self._is_second_word(tokens[0], c, line):
                return False
            bare = not (c.strong or (c.dotted and dotted > 1)) and self.needs_mark(c.label)
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

        # "Sceneggiatura di Ann Lee, fotografia di Bo Ray, montaggio di Cy Dunn"
        chain = {c.label.span.start for c in found if c.separator == "by" and self._is_behind_comma(c)}
        chain = chain if len(chain) > 1 else set()
        brackets = [c for c in found if c.bracketed]
        if brackets and not self._lead_with_brackets(brackets, found, line):
            found = [c for c in found if not c.bracketed]
        if self.text.find("(", line.start, line.end) >= 0:
            found = [c for c in found if c.bracketed or not self._is_aside(c, line, prose)]
        kept = [c for c in found if c.label.span.start in chain or fits(c)]
        bare = [
            c for c in found
            if c.separator in ("", "by") and tokens[c.label.first].capital and not c.label.partial
            and (c.after_mark or not self.needs_mark(c.label))
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

    def _without_links(self, found: list[Candidate]) -> list[Candidate]:
        """The labels but a word that joins each player to a part: "Med X som Ida, Y som Max"."""
        links = [
            c
            for c in found
            if c.separator == "" and self.text[c.label.span.start : c.label.span.end] in _LINKS
        ]
        return [c for c in found if c not in links] if len(links) > 1 else found

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

    def _is_second_word(self, first: Token, c: Candidate, line: Span) -> bool:
        """Whether a label is the second word of one that we do not know, at the head of a line.

        "Kier. prod. - Ann Lee" is some head of production, "Sound Direction: Bob Ray" no director.
        """
        if not first.capital or self.text[line.start : first.start].strip("-•*| "):
            return False
        between = self.text[first.end : c.label.span.start]
        if between == " ":
            return first.folded in self.lexicon.craft_fronts
        return between == ". " and first.end - first.start < 5

    def _is_behind_comma(self, c: Candidate) -> bool:
        """Whether a comma parts a label of a credit from the name before it."""
        return self.text.endswith(", ", 0, c.label.span.start) and bool(c.label.readings)

    def _is_behind_hyphen(self, c: Candidate) -> bool:
        """Whether a spaced hyphen parts a label from what is before: "r.: Ann Lee - sc.: Bo Ray"."""
        return self.text.endswith(" - ", 0, c.label.span.start)

    def _is_small(self, c: Candidate, tokens: Sequence[Token]) -> bool:
        """Whether a label in small letters stands between names: "p Ann Lee sc Bo Ray ph Cy Dunn ed …"."""
        if (
            c.separator
            or c.label.partial
            or tokens[c.label.first].capital
            or tokens[c.label.first].folded in PARTICLES
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
        if not TRADE.isdisjoint(c.label.roles):
            return False
        before = self.text[line.start : at].rstrip()
        if len(before) > _DEEP and (before.split()[-1].isupper() or _YEAR.match(self.text, at)):
            return True  # "… SOLINO (2002, Drehbuch: Ann Lee) …": deep in a line that lists films
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
        """ "A film by X with Y and Z": the small "with" right behind a director opens the cast.

        So does one behind "directed by X", where a list follows: "i regi av X, med Y, Z".
        """
        if not [c for c in kept if c.film_by or (c.separator == "by" and "director" in c.label.roles)]:
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
                director = c if c.film_by or (_is_directed_by(c) and self._has_list(found, c)) else None
        return result

    def _has_list(self, found: list[Candidate], director: Candidate) -> bool:
        """Whether two names at least stand behind the "with" that follows a director: a list, no company."""
        following = [c for c in found if c.label.span.start > director.value_start]
        if not following or following[0].label.roles != ("actor",):
            return False
        start = following[0].value_start
        end = self.text.find("\n", start)
        stops = [at for at in (end, self.text.find(". ", start)) if at >= 0]
        return _PLAYERS.match(self.text, start, min(stops, default=len(self.text))) is not None

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
