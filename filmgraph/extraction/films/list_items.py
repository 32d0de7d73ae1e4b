"""What stands in a list of films, item by item: a title, and where the wording gives one its director.

Items are parted by bars, dots, dashes, commas between titles in capitals. `film_lists.py` finds the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.films.film_brackets import Bracketed, find_bracketed, has_company_word, is_name
from filmgraph.extraction.films.film_heads import head_of_list
from filmgraph.extraction.names.mentions import UPPER, is_given_name, looks_like_person
from filmgraph.extraction.patterns import load_lines
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.model.document import Span


class Entry(NamedTuple):
    """Another film that a page lists: `extent` is all that is said of it, `own` a film of our director."""

    title: Span
    director: Span | None
    extent: Span
    own: bool = False
    headed: bool = True


LEAD = re.compile(
    r"[\s\-•*·■►◄▶»<>\[(¿¡|]*"
    r"(?:(?:\d{1,2}[.:h]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]m|\d{1,2}\.(?=\s))\s*[-–—|]?\s*)?"
)
DATE = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so|gio|sab"
    r"|dom)\w{0,6}\.?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|fév|mar|apr|avr|abr|may|mai|mag|jun|juin|jul|juil|aug|ago"
    r"|août|sep|set"
    r"|oct|okt|ott|out|nov|dec|dez|dic|déc)\w{0,7}\.?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w{0,6}\.? "
    r"\d{1,2})(?:,? \d{4})?[,:;]?\s+",
    re.I,
)
_SEPARATOR = re.compile(
    r"\s*[|•·►;]\s*|\s/\s|\s[–—-]\s|\s{3,}|(?<=\))[,.]?\s{1,2}(?=[^\W\d_a-zà-ÿ][^()\n|;]{1,60}[(\[])"
)
_QUOTE = re.compile(
    r"(?:[“\"„«*_]|(?<!\w)[‘'])\s?(?P<title>[^“”\"„«»*_\n]{1,90}?)\s?(?:[”\"“»*_]|[’'](?!\w))+"
    r"|(?<!\w)»(?P<inner>[^«»\n]{1,90})«"
)
# A film's rating and what closes a line: stars, dots, "4/5".
_RATING = re.compile(r"[\s(\[]*(?:[★☆●○•*½✩✪■□]{2,}|\d(?:[.,]\d)?\s?/\s?\d{1,2})[)\]\s]*$")
_PART = rf"(?:(?:[{UPPER}]\.)+|[{UPPER}][\w'’-]*)"
NAME_WORDS = rf"{_PART}(?: (?:(?:de|van|von|der|la|le|da|di|dos|del) )?{_PART}){{0,3}}"
_NAMES = rf"(?P<who>{NAME_WORDS}(?:(?:, | and | et | und | y | e | & ){NAME_WORDS}){{0,2}})"
# "Steven Soderbergh's Traffic"
_OWNED = re.compile(rf"(?P<who>{NAME_WORDS})['’]s? (?=[{UPPER}\d])")
_ALL_CAPITALS = re.compile(
    rf"[{UPPER}\d][\w'’-]*(?: (?:(?:of|in|on|the|a|for|from|to|at|by|with|and|de|la|du|del|der|und|di)"
    rf" ){{0,3}}[{UPPER}\d][\w'’!?-]*){{0,8}}"
)
_YEAR_FIRST = re.compile(r"(?:18|19|20)\d\d\s*[:–—-]?\s+(?=[^\W\d_])")
_SENTENCE = re.compile(r"[.!?] (?=[^\W\d_a-zà-ÿ])")


def choice_of(group: str) -> str:
    """The words of a group of the pattern file as a choice, the longest first."""
    words = (re.escape(w) for w in sorted(load_lines("film_lists")[group], key=len, reverse=True))
    return "|".join(words)


def tied_name(text: str, start: int, end: int) -> Span | None:
    """The director that stands right behind a title: "(dir. X)", "– Regie: X"."""
    match = _tied().match(text, start, end)
    return Span(*match.span("who")) if match else None


@lru_cache(maxsize=1)
def _tied() -> re.Pattern[str]:
    """A director behind a title: "dir. X", "– director X", "(R: X", "R+B: X"."""
    return re.compile(
        rf"[\s,.]*(?:[–—-]\s*)?\(?(?:[a-zà-ÿ-]+ ){{0,2}}?\b(?i:(?:{choice_of('directed')})\s*:?\s+"
        rf"|(?:{choice_of('letters')}):\s*){_NAMES}"
    )


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    """The same where only "by", "de", "von" says it."""
    return re.compile(
        rf",? (?:(?:{choice_of('by')}) |d['’]){_NAMES}"
        r"(?=\s*(?:[,;:|/(\[»>.–—-]|$| (?:con|avec|mit|with|met) ))"
    )


def read_items(flat: str, rest: Span, line: Span, kind: str) -> Iterator[Entry]:
    """The films of a list: each item a title with what is said of it."""
    rating = _RATING.search(flat, rest.start, rest.end)
    rest = Span(rest.start, rating.start()) if rating else rest
    bracketed = {b.title.start: b for b in find_bracketed(flat, rest.start, rest.end, listed=True)}
    for item in _items(flat, rest):
        inside = [b for s, b in bracketed.items() if item.start <= s < item.end]
        if inside:
            for one in inside:
                yield Entry(one.title, one.director or name_behind(flat, one, item), line, kind == "own")
            if kind != "news":
                yield from _beside(flat, item, inside, line, own=kind == "own")
        elif kind == "own":
            for part in _parts(flat, item):
                yield from _item(flat, part, line, kind)
        else:
            yield from _item(flat, item, line, kind)


def _beside(flat: str, item: Span, inside: list[Bracketed], line: Span, *, own: bool) -> Iterator[Entry]:
    """Titles without a bracket that commas part from those that have one: "A (X), B, and X's C"."""
    ends = [item.start, *(b.bracket.end for b in inside)]
    starts = [*(b.title.start for b in inside), item.end]
    for start, end in zip(ends, starts, strict=True):
        for part in re.finditer(r"(?:(?<=, )|(?<= and )|^)(?:and |et |und |y |e )?([^,;]+)", flat[start:end]):
            words = part[1].strip(" .,")
            at = start + part.start(1) + part[1].index(words)
            if not words or not words[0].isupper() or not _ALL_CAPITALS.fullmatch(words):
                continue
            owned = _OWNED.match(flat, at, at + len(words))
            if owned:
                yield Entry(Span(owned.end(), at + len(words)), Span(*owned.span("who")), line)
            elif not is_name(words) or not is_given_name(words.split()[0]):
                yield Entry(Span(at, at + len(words)), None, line, own)


def _parts(flat: str, item: Span) -> Iterator[Span]:
    """The titles that commas part in a list of one person's films: "Sciuscià, Umberto D."."""
    start = item.start
    for cut in re.finditer(r", (?=[“\"„«»‘']?[^\W_a-zà-ÿ])", item.of(flat)):
        yield Span(start, item.start + cut.start())
        start = item.start + cut.end()
    yield Span(start, item.end)


def _items(flat: str, rest: Span) -> Iterator[Span]:
    start = rest.start
    for cut in _SEPARATOR.finditer(flat, rest.start, rest.end):
        yield Span(start, cut.start())
        start = cut.end()
    yield Span(start, rest.end)


def name_behind(flat: str, one: Bracketed, item: Span) -> Span | None:
    """The name behind a dated title that ends its item: "Roma (2018) Alfonso Cuarón"."""
    tail = Span(one.bracket.end, item.end)
    words = tail.of(flat).strip(" ,.–—-:")
    tied = _tied().match(flat, tail.start, tail.end) or _by().match(flat, tail.start, tail.end)
    if tied:
        return Span(*tied.span("who"))
    if looks_like_person(words) and " " in words:
        start = tail.start + tail.of(flat).index(words)
        return Span(start, start + len(words))
    return None


def _item(flat: str, item: Span, line: Span, kind: str) -> Iterator[Entry]:
    """An item without a bracket: a quoted title, or, under a head of films, a bare one."""
    own = kind == "own"
    head = head_of_list().match(flat, LEAD.match(flat, item.start, item.end).end(), item.end)  # type: ignore[union-attr]
    if head and head["mark"] == ":":
        item = Span(head.end(), item.end)  # "< prev: X   next: Y >"
    quoted = [m for m in _QUOTE.finditer(flat, item.start, item.end) if looks_like_title(_words_of(m))]
    for match in quoted:
        title = Span(*match.span("title" if match["title"] else "inner"))
        tied = _tied().search(flat, match.end(), item.end)
        if tied is None and kind != "news":
            tied = _by().match(flat, match.end(), item.end)
        if kind == "news":
            colon = flat.find(": ", title.start, title.end)
            title = Span(title.start, colon) if colon > 0 else title
            if is_name(title.of(flat).partition(",")[0]) and "," in title.of(flat):
                continue  # "Wong Kar-wai, In the Mood": a headline about a person
        yield Entry(title, Span(*tied.span("who")) if tied else None, line, own)
    if not quoted:
        yield from _row_of_titles(flat, item, line, own=own) if kind != "news" else ()
        yield from _bare(flat, item, line, kind)


def _row_of_titles(flat: str, item: Span, line: Span, *, own: bool) -> Iterator[Entry]:
    """Three titles and more in capitals that commas part: "EARLY SPRING, TOKYO TWILIGHT, X's T"."""
    cut = flat.find(" (", item.start, item.end)
    whole = Span(item.start, cut if cut > 0 else item.end)
    parts = [p.strip(" .") for p in re.split(r", (?:and |et |und |y |e )?", whole.of(flat))]
    if len(parts) > 2 and all(map(_ALL_CAPITALS.fullmatch, parts)):
        yield from _beside(flat, whole, [], line, own=own)


def _words_of(quote: re.Match[str]) -> str:
    return quote["title"] or quote["inner"]


def _bare(flat: str, item: Span, line: Span, kind: str) -> Iterator[Entry]:
    at = LEAD.match(flat, item.start, item.end).end()  # type: ignore[union-attr]
    dated = DATE.match(flat, at, item.end)
    at = dated.end() if dated else at
    year = _YEAR_FIRST.match(flat, at, item.end)
    at = year.end() if year else at
    owned = _OWNED.match(flat, at, item.end) if kind != "news" else None
    if owned and is_given_name(owned["who"].split()[0]) and " " in owned["who"]:
        title = _title_run(flat, owned.end(), item.end)
        if title:
            yield Entry(title, Span(*owned.span("who")), line)
        return
    stop = _SENTENCE.search(flat, at, item.end)
    tied = _first_tie(flat, at, item.end, by=not stop or kind != "news")
    cut = min(stop.start() if stop else item.end, tied.start() if tied else item.end)
    bracket = flat.find(" (", at, cut)
    words = flat[at : bracket if bracket > 0 else cut].rstrip(" .,>»…:-")
    title = Span(at, at + len(words))
    if not words or not (words[0].isupper() or words[0].isdecimal()) or len(words) < 3:
        return
    person, comma, rest = words.partition(", ")
    if comma and rest[:1].islower() and is_name(person) and is_given_name(person.split()[0]):
        return  # "Andrej Munk, tutor of the year"
    if looks_like_sentence(words) or (kind == "news" and not tied) or has_company_word(words):
        return
    name = None if tied else _glued_name(flat, title)
    if tied:
        yield Entry(title, Span(*tied.span("who")), line, kind == "own")
    elif name:
        yield Entry(Span(title.start, name.start - 1), name, line, kind == "own")
    else:
        yield Entry(title, None, line, kind == "own")


def _title_run(flat: str, start: int, end: int) -> Span | None:
    match = _ALL_CAPITALS.match(flat, start, end)
    return Span(*match.span()) if match else None


def looks_like_sentence(words: str) -> bool:
    """Whether words are a headline or a sentence rather than a title: a colon, or many small words."""
    parts = words.split()
    small = sum(w[:1].islower() for w in parts)
    if ", " in words and small and words.partition(", ")[2][:1].isupper():
        return True  # "The Sisters Brothers, Jacques Audiard goes west"
    return ":" in words or small > 4 or len(parts) > 8 or any(c in words for c in "@€$%=")


def _first_tie(flat: str, start: int, end: int, *, by: bool) -> re.Match[str] | None:
    """The first place where a word ties a name to the title before it."""
    loose = None
    for blank in re.finditer(r"[ ,.]", flat[start:end]):
        at = start + blank.start()
        if at > start + 1:
            match = _tied().match(flat, at, end)
            if match is None and by and (loose is None or flat[at] == ","):
                match = _by().match(flat, at, end)
                if match and flat[at] != "," and " " not in match["who"]:
                    loose, match = loose or match, None  # "Tropa de Elite, de José Padilha"
            if match:
                return match
    return loose


def _glued_name(flat: str, title: Span) -> Span | None:
    """A director's name right behind a title on one line: "Moolaadé Ousmane Sembène"."""
    words = [
        Span(title.start + m.start(), title.start + m.end()) for m in re.finditer(r"\S+", title.of(flat))
    ]
    for k in (2, 3):
        if len(words) > k - 1 + 0 and len(words) - k >= 1:
            name = Span(words[-k].start, words[-1].end)
            if is_given_name(words[-k].of(flat)) and looks_like_person(name.of(flat)):
                return name
    return None
