"""Whose the other films are that a page names: the words before and behind a title that tie it to a name.

"Kaurismäkis »Ariel«", "Tropa de Elite, de José Padilha", "Ariel (Regie: X)" name the
director at the title. A film that our own director comes from, made before or is
known for is his: "after A and B", "who made A", "her first since A", "his debut A".
Nobody else's name may stand between him and the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from filmgraph.extraction.films.item_ties import NAME_WORDS, tied_name
from filmgraph.extraction.films.own_director import (
    is_others_work,
    lives_of_director,
    own_director,
    surnames_of_directors,
)
from filmgraph.extraction.names.mentions import UPPER, is_given_name, looks_like_company, looks_like_person
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.joined_text import joined_text
from filmgraph.extraction.prose.prose import Prose
from filmgraph.model.document import Span
from filmgraph.model.facts import OtherFilmFact
from filmgraph.model.names import fold

_REACH = 220
_END = re.compile(rf"(?<=[^\W\d_]{{2}}[.!?…]) (?=[“\"„«»‘'(]?[{UPPER}])|(?<=[.!?…][”\"»]) |\n")
_MASK = "×"
_QUOTED = re.compile(r"“[^“”\n]{1,80}”|\"[^\"\n]{1,80}\"|„[^„“”\n]{1,80}[“”]|«[^«»\n]{1,80}»|»[^«»\n]{1,80}«")
_BRACKETS = re.compile(r" ?[(\[][^()\[\]\n]*[)\]]")
_MARKS = " “\"„«»‘'’*_"
# What stands between the titles of one list: "after A, B and", "nach A, nach".
_MORE = re.compile(
    rf"{_MASK}[,;]?(?: (?:and|or|to|et|und|y|e|og|och|en|i|&|then|dann|puis|poi))?(?: (?:after|nach|après"
    rf"|dopo|tras|with|of|de|von|the|der|die|das))?[ ]*$"
)
_POSSESSIVE = re.compile(
    rf"(?:^|(?<=[^\w]))(?P<who>{NAME_WORDS})(?:['’]s|(?<=s)['’]|['’](?=\s)) "
    rf"(?:(?!film\b)[a-zà-ÿ0-9’'-]+ ){{0,4}}$"
)
_GENITIVE = re.compile(rf"(?:^|(?P<lead>[\w:–—(-]+) )(?P<who>{NAME_WORDS})(?<=[^\W_A-Z])s [»„“\"«‘']$")
_BEHIND = re.compile(r"[”\"“»«’'*_]*(?: ?\((?:18|19|20)\d\d\))?")
_BEHIND_BY = re.compile(
    rf",? (?:also |auch |également |aussi |también |também |anche |ook |även |också )?"
    rf"(?:by |de |d['’]|di |von |van |av |af |do |da )(?P<who>{NAME_WORDS})(?![\w'’])"
)
# "«T» (Ann Lee)": a full name right behind the closing mark
_IN_BRACKET = re.compile(rf"[”\"“»«’'*_]+ \((?P<who>{NAME_WORDS})(?:, (?:18|19|20)\d\d)?\)")
_AND_BY = re.compile(
    rf" (?:y|e|et|and|und|i|og|och|en) (?:by |de |d['’]|di |von |van |av |af |do |da )"
    rf"(?P<who>{NAME_WORDS})(?![\w'’])"
)
_APPOSED_NAME = re.compile(rf"([{UPPER}][\w’'-]+),(?: [a-zà-ÿ]+){{0,3}} ?$")
_SMALL_NEXT = re.compile(r" [a-zà-ÿ]{3}")
# "T, T2 and T3 followed.", with the director named in the sentence before
_ROW_FOLLOWS = re.compile(r"[^.;:()\n]{0,80} (?:followed|folgten|suivirent|ont suivi|seguirono|siguieron)\b")
# "T, which Carlos Cuarón directed"
_WHICH = re.compile(
    rf",? (?:which|that|die|den|das|que|che|som|dat) (?:hat |a |ha )?(?P<who>{NAME_WORDS}) "
    r"(?:had |has )?(?P<deed>\w+)"
)
# "Suffragette, her last feature": the film of the one who was named.
_APPOSED = r",? (?:{own}) (?:[\w'’-]+ ){{0,3}}(?:{work})(?![\w-])"
_NAMES = re.compile(rf"[{UPPER}][\w'’-]+(?: (?:(?:de|van|von|di|da|der) )?[{UPPER}][\w'’-]+)+")


def with_directors(prose: Prose, films: Iterable[OtherFilmFact]) -> Iterator[OtherFilmFact]:
    """The films, each with its director where the words around the title tie it to one."""
    films = tuple(films)
    if all(f.director for f in films):
        yield from films
        return
    find = _Finder(prose, [f.title for f in films])
    for film in films:
        director = None if film.director else find.director(film)
        yield replace(film, director=director) if director else film


class _Finder:
    """Looks around the titles of one page; `titles` are all that it names."""

    def __init__(self, prose: Prose, titles: list[str]) -> None:
        self.prose = prose
        self.text = joined_text(prose)
        self.titles = sorted({t for t in titles if len(t) > 2}, key=len, reverse=True)
        self.surnames = surnames_of_directors(prose)
        self.lives = lives_of_director(prose)

    def director(self, film: OtherFilmFact) -> str | None:
        """The director at one of the places where the page names a film, or None."""
        start, end = film.evidence.span.start, film.evidence.span.end
        at = self.text.find(film.title, start, max(end, start + len(film.title)))
        if at < 0:
            return None
        title = Span(at, at + len(film.title))
        before = self._sentence_before(at)
        named = self._named(title, before)
        return named or (own_director(self.prose) if self._is_own(title, before) else None)

    def _named(self, title: Span, before: str) -> str | None:
        """The name right before the title or right behind it; `before` is its sentence up to it."""
        text = self.text
        behind = _BEHIND.match(text, title.end)
        at = behind.end() if behind else title.end
        who = tied_name(text, at, min(len(text), at + 80))
        if who:
            return self._whole(who.of(text))
        bracket = _IN_BRACKET.match(text, title.end, title.end + 60)
        if (
            bracket
            and " " in bracket["who"]
            and is_given_name(bracket["who"].split()[0])
            and not self._is_player(bracket["who"])
        ):
            return self._whole(bracket["who"])
        match = _BEHIND_BY.match(text, at, at + 80)
        second = _AND_BY.match(text, match.end(), match.end() + 60) if match else None
        if match and second:  # "A y B, de Erice y de Saura": each has its own
            match = second
        if match and self._may_direct(match["who"]):
            return self._whole(match["who"])
        match = _WHICH.match(text, at, at + 80)
        if match and match["deed"] in load_lines("film_ties")["made"] and self._may_direct(match["who"]):
            return self._whole(match["who"])
        doer = _doer().search(before)
        if doer and is_given_name(doer["who"].split()[0]) and not self._is_player(doer["who"]):
            return self._whole(doer["who"])
        owner = _POSSESSIVE.search(before.rstrip(_MARKS.replace(" ", "")))
        if owner and self._may_direct(owner["who"]) and not self._is_player(owner["who"]):
            return self._whole(owner["who"])
        genitive = _GENITIVE.search(before)
        if genitive:
            name, lead = genitive["who"], fold(genitive["lead"] or "")
            while " " in name and not is_given_name(name.split()[0]):
                first, _, name = name.partition(" ")  # "Wer Seidls „T“", "Rhythmus von Kluges »T«"
                lead = "" if first[0].isupper() else fold(first)
            # "des Films »X«", "seines Erstlings »X«": a noun's own genitive stands behind such words.
            if " " in name:
                sure = True
            else:  # "Fords »T«", but "Vimos «T»"
                sure = self._is_surname(name) or bool(lead and not lead.endswith(("es", "er")))
            if sure and self._may_direct(name):
                return self._whole(name)
        return None

    def _is_own(self, title: Span, printed: str) -> bool:
        """Whether the sentence, `printed` up to the title, says that our director made the film."""
        if not self.surnames:
            return False
        if is_others_work(printed):
            return False
        if any(life.start <= title.start < life.end for life in self.lives):
            return True
        before = self._masked(printed).rstrip(_MARKS) + " "
        cut = _MORE.search(before)
        while cut:
            before = before[: cut.start()].rstrip(_MARKS + ",") + " "
            cut = _MORE.search(before)
        if _ROW_FOLLOWS.match(self.text, title.end) and self._is_told_before(title):
            return True
        others = self._others(before)
        if not others and (_apposed().match(self.text, title.end) or self._is_maker_of(before)):
            return True
        owned = _owned().search(before)
        if owned and self._is_owner(before[: owned.start()], title.start, whose=bool(owned["whose"])):
            return True
        tie = _tie("after").search(before) or _tie("made").search(before) or _tie("work").search(before)
        if tie is None:
            return False
        if self._is_told_of_director(before[: tie.start()], before[tie.start() :]):
            return True
        if tie.re is _tie("work") and not others:
            return True
        if tie.re is not _tie("after"):
            return False
        return self._is_followed(title.end) or (not before[: tie.start()].strip() and self._goes_on(title))

    def _goes_on(self, title: Span) -> bool:
        """Whether "After T" goes on without a subject, in a text about our director: "Dopo T ritrova …"."""
        return bool(_SMALL_NEXT.match(self.text, title.end)) and self._is_told_before(title)

    def _is_told_before(self, title: Span) -> bool:
        """Whether the last person named before a title in its paragraph is our director."""
        start = max(self.text.rfind("\n", 0, title.start), title.start - 2 * _REACH, 0)
        return self._is_told_of_director(self._masked(self.text[start : title.start]), "")

    def _is_maker_of(self, before: str) -> bool:
        """Whether "the director of" is ours, and not in apposition: "Sjöström, once the director of T"."""
        match = _director_of().search(before)
        named = _APPOSED_NAME.search(before, 0, match.start()) if match else None
        return match is not None and (named is None or self._is_surname(named[1]))

    def _is_owner(self, before: str, at: int, *, whose: bool) -> bool:
        """Whether "his" or "whose" right before a title speaks of our director: nobody was named since."""
        words = re.findall(rf"(?<!\w)[{UPPER}][\w'’-]*", before)
        if whose:
            return bool(words) and self._is_surname(words[-1])
        told = self._is_told_of_director(before, "")
        return told or (not self._others(before) and self._is_told_before(Span(at, at)))

    def _is_told_of_director(self, lead: str, rest: str) -> bool:
        """Whether the last person named before a tie is our director."""
        words = list(re.finditer(r"[^\W\d_][\w-]*", lead + rest))
        last = max((w.end() for w in words if self._is_surname(w.group())), default=0)
        return last > 0 and not self._others((lead + rest)[last:])

    def _is_followed(self, end: int) -> bool:
        """Whether our director is named soon behind the title: "After A, X turns to …"."""
        stop = _END.search(self.text, end, end + 110)
        if _DIRECTOR_NOUN.match(self.text, end):
            return True
        after = self._masked(self.text[end : stop.start() if stop else end + 110])
        for word in re.finditer(r"[^\W\d_][\w-]*", after):
            if self._is_surname(word.group()):
                lead = after[: word.start()].rsplit(" ", 2)[0]
                return word.start() < 80 and not self._others(lead)
        return False

    def _is_surname(self, word: str) -> bool:
        """Whether a word is a surname of our director, in the genitive, too: "Morten Tyldums tredje film"."""
        folded = fold(_bare(word))
        return folded in self.surnames or (folded.endswith("s") and folded[:-1] in self.surnames)

    def _others(self, words: str) -> bool:
        """Whether somebody else than our director is named in words."""
        return any(
            self.surnames.isdisjoint((fold(m.group()), fold(m.group().split()[-1])))
            for m in _NAMES.finditer(words)
            if is_given_name(m.group().split()[0]) or self.prose.references.knows(m.group())
        )

    def _sentence_before(self, at: int) -> str:
        before = self.text[max(0, at - _REACH) : at]
        ends = [m.end() for m in _END.finditer(before)]
        return before[ends[-1] :] if ends else before

    def _masked(self, words: str) -> str:
        words = _QUOTED.sub(_MASK, words)
        for title in self.titles:
            if title in words:
                words = words.replace(title, _MASK)
        return _BRACKETS.sub("", words)

    def _may_direct(self, name: str) -> bool:
        words = name.split()
        if len(words) == 1 and (len(name) < 4 or fold(name) in _no_names()):
            return False
        return looks_like_person(name) and not looks_like_company(name)

    def _is_player(self, name: str) -> bool:
        whole = self.prose.references.resolve(name)
        return fold(whole) in self.prose.block_names and not self.prose.is_director(whole)

    def _whole(self, name: str) -> str:
        name = " ".join(name.split())
        if fold(name) in self.surnames:
            return next((d for d in self.prose.directors if fold(d).endswith(fold(name))), name)
        return (
            name if " " in name and not self.prose.is_director(name) else self.prose.references.resolve(name)
        )


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    """Words that no director is called by: months, festivals."""
    lists = load_lines("film_lists")
    return frozenset(fold(w) for group in ("month", "no_film", "not_director") for w in lists[group])


@lru_cache(maxsize=4)
def _tie(group: str) -> re.Pattern[str]:
    """The words of a group of ties, with a few small words behind them, at the end of what stands before."""
    words = _either(group)
    reach = {"after": 40, "made": 50, "work": 45}[group]
    lead = rf"\b(?i:{_either('own')}) (?:[\w'’-]+ ){{0,4}}" if group == "work" else r"\b"
    return re.compile(rf"{lead}(?i:{words})(?![\w-])[^.;()\n{_MASK}]{{0,{reach}}}$")


@lru_cache(maxsize=1)
def _apposed() -> re.Pattern[str]:
    """ "Suffragette, her last feature", where no mark or a closing one stands behind the title."""
    words = _APPOSED.format(own=_either("own"), work=_either("work"))
    return re.compile(rf"[”\"“»«’'*_]*(?: ?\((?:18|19|20)\d\d\))?{words}")


@lru_cache(maxsize=1)
def _doer() -> re.Pattern[str]:
    """ "Ken Russell did “The Devils”", "Sorogoyen tras ‘Madre’": a full name and its tie right before."""
    return re.compile(
        rf"(?P<who>{NAME_WORDS}),? "
        rf"(?i:{_either('made')}|{_either('doing')}|{_either('after')})"
        r"(?: (?:the|in|en|di|der|den|das)){0,1} ?[“\"„«»‘'*_]?$"
    )


# "After “T” (2014), the filmmaker turns to …"
_DIRECTOR_NOUN = re.compile(
    r"[”\"“»«’'*_]*(?: ?\((?:18|19|20)\d\d\))?, (?:the|la|le|die|der|il|lo|el|o|a|de) (?:[\w-]+ ){0,2}?"
    r"(?:directors?|film-?maker|helmer|cinéaste|réalisat\w+|regisseur(?:in)?|filmemacher(?:in)?|regista"
    r"|cineasta|directora?|realizador[a]?|diretor[a]?|filmmaker|regissör\w*|instruktør\w*|regissør\w*)\b",
    re.I,
)


@lru_cache(maxsize=1)
def _director_of() -> re.Pattern[str]:
    """ "the directors of 25 Watts", "dell'autore di «Caro diario»", "die Regisseurin von »Sehnsucht«"."""
    return re.compile(
        rf"(?:\b(?i:{_either('the')}) |(?i:l|dell|all|dall|d)['’])(?:[\w-]+ )?(?i:{_either('maker of')})"
        r" ?[“\"„«»‘'*_]?$"
    )


@lru_cache(maxsize=1)
def _owned() -> re.Pattern[str]:
    """ "wherever his “Aguirre” has a following", "Mr. Wong, whose “T” was all quarrel"."""
    return re.compile(
        rf"\b(?:(?i:{_either('own')})|(?P<whose>(?i:{_either('whose')}))) (?:[a-zà-ÿ][\w-]+ ){{0,2}}$"
    )


def _either(group: str) -> str:
    """The words of a group as a choice, the longest first; "…" stands for a few words between."""
    words = sorted(load_lines("film_ties")[group], key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ …\ ", r"[^.;()\n]{1,36} ") for w in words)
