"""What stands in a list of films, item by item: a title, and where the wording gives one its director.

Items are parted by bars, dots, dashes, commas between titles in capitals. `film_lists.py` finds the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from filmgraph.extraction.films.film_brackets import (
    Bracketed,
    find_bracketed,
    has_company_word,
    is_name,
    opening_bracketed,
)
from filmgraph.extraction.films.film_heads import head_of_list
from filmgraph.extraction.films.item_ends import end_of_item, past_bullets, past_lead
from filmgraph.extraction.films.item_ties import (
    NAME_WORDS,
    first_tie,
    glued_name,
    name_behind,
    tie_of_quoted,
)
from filmgraph.extraction.names.mentions import UPPER, is_given_name
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


# What parts items; a dash only where nothing else does, or between more than two: "Arn – The Kingdom".
_SEPARATOR = re.compile(
    r"\s*[|•·►;]\s*|\s/\s(?!(?i:dir|reg|réal|r[ée]a)[^\s:/]*:)|\s\*\s|\s(?:\.{3}|…)\s|\s{3,}"
    r"|(?<=\))[,.]?\s{1,2}(?=[^\W\d_a-zà-ÿ][^()\n|;]{1,60}[(\[])"
)
_DASH = re.compile(r"\s+[–—-]\s+")
_QUOTE = re.compile(
    r"(?:[“\"„«*_]|(?<!\w)[‘'])\s?(?P<title>[^“”\"„«»*_\n]{1,90}?)\s?(?:[”\"“»*_]|[’'](?!\w))+"
    r"|(?<!\w)»(?P<inner>[^«»\n]{1,90})«"
)
# A film's rating and what closes a line: stars, dots, "4/5".
_RATING = re.compile(r"[\s(\[]*(?:[★☆●○•*½✩✪■□]{2,}|\d(?:[.,]\d)?\s?/\s?\d{1,2})[)\]\s]*$")
# "Steven Soderbergh's Traffic"
_OWNED = re.compile(rf"(?P<who>{NAME_WORDS})['’]s? (?=[{UPPER}\d])")
_ALL_CAPITALS = re.compile(
    rf"[{UPPER}\d][\w'’-]*(?: (?:(?:of|in|on|the|a|for|from|to|at|by|with|and|de|la|du|del|der|und|di)"
    rf" ){{0,3}}[{UPPER}\d][\w'’!?-]*){{0,8}}"
)
_MARKS = re.compile(r"[“”\"„«»()]|['’]s [A-Z]")
# Titles of languages that set only the first word with a capital: "Las bicicletas son para el verano".
_SENTENCE_CASE = re.compile(
    r"(?:L['’]|(?:Le|La|Les|Las|Los|El|Lo|Il|I|Gli|Una?|Der|Die|Das|De|Het|Os?|As?) (?=[a-zà-ÿ]))"
)
_SENTENCE = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)[.!?] (?=[^\W\d_a-zà-ÿ])")


def read_items(flat: str, rest: Span, line: Span, kind: str) -> Iterator[Entry]:
    """The films of a list: each item a title with what is said of it."""
    rating = _RATING.search(flat, rest.start, rest.end)
    rest = Span(rest.start, rating.start()) if rating else rest
    series = _series().match(flat, past_lead(flat, rest.start, rest.end), rest.end)
    if series:
        for part in _parts(flat, Span(series.end(), rest.end)):
            for entry in _item(flat, part, line, kind):
                yield entry._replace(director=entry.director or Span(*series.span("who")))
        return
    items = list(_items(flat, rest, below=rest.start == line.start))
    alone = len(items) == 1 and rest.start != line.start
    if kind == "news" and any(_is_sure(flat, item) for item in items if len(items) > 1):
        kind = "films"  # "Read also: Spetters | Keetje Tippel, after Neel Doff": no headlines
    if kind == "films" and len(items) == 1:
        items = _parted(
            flat, _from_title(flat, items[0]), several=_says_several(flat[line.start : rest.start])
        )
    quoted = [_QUOTE.search(flat, i.start, i.end) is not None for i in items]
    if kind == "films" and len(items) <= 2 * sum(quoted) < 2 * len(items):
        # "“All That Jazz” – New records": where titles are quoted, bare words are none.
        items = [i for i, marked in zip(items, quoted, strict=True) if marked or "(" in i.of(flat)]
    for item in items:
        yield from _read_item(flat, _from_title(flat, item), line, kind, alone=alone)


# What a head over several films says, but one over the next film does not.
_SEVERAL = re.compile(
    r"(?:also|other|more|similar|related|like|auch|andere|weitere|ähnliche|anche|altri|simili|aussi|autres"
    r"|similaires|también|otr[oa]s|similares|também|outr[oa]s|ook|vergelijkbare|också|även|andra|fler|liknande"
    r"|også|andre|flere|też|także|również|inne|podobne|vgl|cf|siehe|vedi|voir|ver|zie|se)\b",
    re.I,
)


def _says_several(head: str) -> bool:
    return _SEVERAL.search(head) is not None


def _parted(flat: str, item: Span, *, several: bool) -> list[Span]:
    """The titles that commas part in an item that nothing else parts: "Sweet Sixteen, 8 Women, Spy".

    Two may be one title ("Paris, Texas"), unless the head speaks of `several`.
    """
    whole = item.of(flat).rstrip(" .…")
    if ", " not in whole or any(c in whole for c in '([:;“”"„«»'):
        return [item]
    parts = list(re.finditer(r"(?:[^,]|,(?! ))+", whole))
    words = [part.group().strip() for part in parts]
    begins = all(w and (w[0].isupper() or w[0].isdecimal()) for w in words)
    if len(parts) < (2 if several else 3) or not begins:
        return [item]
    if any(looks_like_sentence(w) or _is_of_person(w) for w in words):
        return [item]
    if first_tie(flat, item.start, item.start + len(whole), by=True) or all(
        is_name(w) and is_given_name(w.split()[0]) for w in words
    ):
        return [item]
    starts = [item.start + part.start() + part.group().index(w) for part, w in zip(parts, words, strict=True)]
    return [Span(start, start + len(w)) for start, w in zip(starts, words, strict=True)]


def _is_of_person(words: str) -> bool:
    """Whether words tell what somebody does: "Ann Lee goes west"."""
    parts = words.split()
    return len(parts) > 2 and is_given_name(parts[0]) and parts[1][0].isupper() and parts[2].islower()


def _from_title(flat: str, item: Span) -> Span:
    return Span(past_lead(flat, item.start, item.end), item.end)


def _is_sure(flat: str, item: Span) -> bool:
    """Whether an item of a row is told to be a film by its bracket or by what it is made from."""
    item = _from_title(flat, item)
    cut = end_of_item(flat, item.start, item.end)
    bracketed = next(find_bracketed(flat, item.start, item.end, listed=True), None)
    return bool(bracketed and bracketed.director) or (cut < item.end and may_be_item(flat[item.start : cut]))


def _read_item(flat: str, item: Span, line: Span, kind: str, *, alone: bool) -> Iterator[Entry]:
    own = kind == "own"
    inside = _bracketed_in(flat, item, alone=alone, own=own)
    if inside and (own or not _QUOTE.search(flat, item.start, item.end)):
        for one in inside:
            yield Entry(one.title, one.director or name_behind(flat, one, item), line, own)
        if kind != "news":
            yield from _beside(flat, item, inside, line, own=own)
    elif own:
        for part in _parts(flat, item):
            yield from _item(flat, part, line, kind)
    else:
        yield from _item(flat, item, line, kind)


@lru_cache(maxsize=1)
def _series() -> re.Pattern[str]:
    """A row of one director's: "THREE BY POLANSKI — Repulsion, Cul-de-sac"; "Double bill de Sica: …"."""
    count = "|".join(load_lines("film_lists")["count"])
    return re.compile(
        rf"(?i:{count}) (?i:\w+ )?(?i:by|from|de|di|von|van|av|af) (?P<who>{NAME_WORDS})\s*[:—–-]\s+"
    )


def _bracketed_in(flat: str, item: Span, *, alone: bool, own: bool) -> list[Bracketed]:
    """The films of an item that have brackets; the first begins with the item: "EL JARDÍN (…)".

    A comma may part two titles where an item is not alone on a line or among others.
    """
    inside = list(find_bracketed(flat, item.start, item.end, listed=True))
    first = opening_bracketed(flat, item.start, item.end)
    words = first.title.of(flat) if first else ""
    if first is None or not may_be_item(words):
        return inside
    behind = [one for one in inside if one.title.start > first.bracket.start]
    if ", " in words and (own or (alone and not behind)):
        return inside
    return [first, *behind]


def may_be_item(words: str) -> bool:
    """Whether the words of an item may be a title: a capital or a figure first, no sentence, no quotation."""
    begins = words[:1].isupper() or words[:1].isdecimal()
    return begins and not looks_like_sentence(words) and not _MARKS.search(words)


_GOES_ON = re.compile(r"[,;]| (?:and|et|und|y|e|og|och|en) ")


def _beside(flat: str, item: Span, inside: list[Bracketed], line: Span, *, own: bool) -> Iterator[Entry]:
    """Titles without a bracket that commas part from those that have one: "A (X), B, and X's C"."""
    ends = [item.start, *(b.bracket.end for b in inside)]
    starts = [*(b.title.start for b in inside), item.end]
    for start, end in zip(ends, starts, strict=True):
        if start > item.start and not _GOES_ON.match(flat, start, end):
            continue  # "Lamb (Chris Nolte, 1995) Joy and sheep."
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


# A comma before a title; what stands in a bracket between them says where the title comes from.
_COMMA = re.compile(r", (?:and |et |und |y |e )?(?:\([^()\n]*\) )?(?=[“\"„«»‘']?[^\W_a-zà-ÿ])")


def _parts(flat: str, item: Span) -> Iterator[Span]:
    """The titles that commas part in a list of one person's films: "Sciuscià, Umberto D."."""
    start = item.start
    for cut in _COMMA.finditer(item.of(flat)):
        yield Span(start, item.start + cut.start())
        start = item.start + cut.end()
    yield Span(start, item.end)


def _items(flat: str, rest: Span, *, below: bool) -> Iterator[Span]:
    """The items of a row; `below` says that it is a line of its own, on which one dash parts nothing."""
    cuts = list(_SEPARATOR.finditer(flat, rest.start, rest.end))
    dashes = list(_DASH.finditer(flat, rest.start, rest.end))
    if len(dashes) > 1 or not (cuts or below):
        cuts = sorted([*cuts, *dashes], key=lambda m: m.start())
    start = rest.start
    for cut in cuts:
        if cut.start() >= start:
            yield Span(start, cut.start())
            start = cut.end()
    yield Span(start, rest.end)


def _item(flat: str, item: Span, line: Span, kind: str) -> Iterator[Entry]:
    """An item without a bracket: a quoted title, or, under a head of films, a bare one."""
    own = kind == "own"
    head = head_of_list().match(flat, past_bullets(flat, item.start, item.end), item.end)
    if head and head["mark"].strip() == ":":
        item = Span(head.end(), item.end)  # "< prev: X   next: Y >"
    quoted = [m for m in _QUOTE.finditer(flat, item.start, item.end) if looks_like_title(_words_of(m))]
    if quoted and flat[item.start : quoted[0].start()].rstrip().endswith(":"):
        return  # "Not to be confused with: “T”": a head of something else
    for match in quoted:
        title = Span(*match.span("title" if match["title"] else "inner"))
        if kind == "news":
            colon = flat.find(": ", title.start, title.end)
            title = Span(title.start, colon) if colon > 0 else title
            if is_name(title.of(flat).partition(",")[0]) and "," in title.of(flat):
                continue  # "Wong Kar-wai, In the Mood": a headline about a person
        words = title.of(flat).rstrip(" ,;:")
        tie = tie_of_quoted(flat, match, item, news=kind == "news")
        yield Entry(Span(title.start, title.start + len(words)), tie, line, own)
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


# "Ann Lee on Zusje", "Ann Lee über Zusje": a title behind who speaks of it.
_SPOKEN_OF = re.compile(rf"{NAME_WORDS} (?:on|about|over|über|sur|su|sobre|om|o) (?=[{UPPER}\d])")
# "Enys Men review – a puzzle"
_REVIEWED = re.compile(
    rf"(?P<title>[{UPPER}\d][^\n:;,|–—]{{1,50}}?),? (?:film |movie )?(?:review|recensie|recension|anmeldelse"
    r"|recenzja)(?= ?[–—:|-]| *$)",
)


def _bare(flat: str, item: Span, line: Span, kind: str) -> Iterator[Entry]:
    at = past_lead(flat, item.start, item.end)
    reviewed = _REVIEWED.match(flat, at, item.end)
    if reviewed and not looks_like_sentence(reviewed["title"]):
        yield Entry(Span(*reviewed.span("title")), None, line, kind == "own")
        return
    spoken = _SPOKEN_OF.match(flat, at, item.end)
    if spoken and is_given_name(spoken.group().split()[0]):
        at = spoken.end()
    owned = _OWNED.match(flat, at, item.end) if kind != "news" else None
    if owned and is_given_name(owned["who"].split()[0]) and " " in owned["who"]:
        title = _title_run(flat, owned.end(), item.end)
        if title:
            yield Entry(title, Span(*owned.span("who")), line)
        return
    stop = _SENTENCE.search(flat, at, item.end)
    tied = first_tie(flat, at, item.end, by=not stop or kind != "news")
    cut = min(stop.start() if stop else item.end, tied.start() if tied else item.end)
    cut = min(cut, end_of_item(flat, at, cut))
    bracket = flat.find(" (", at, cut)
    words = flat[at : bracket if bracket > 0 else cut].rstrip(" .,>»›…:-")
    title = Span(at, at + len(words))
    if not words or not (words[0].isupper() or words[0].isdecimal()) or len(words) < 3:
        return
    person, comma, rest = words.partition(", ")
    if comma and rest[:1].islower() and is_name(person) and is_given_name(person.split()[0]):
        return  # "Andrej Munk, tutor of the year"
    if comma and " " not in person and " " not in rest and is_given_name(rest):
        return  # "Beresford, Bruce": an index of people
    if looks_like_sentence(words) or (kind == "news" and not tied) or has_company_word(words):
        return
    name = None if tied else glued_name(flat, title)
    if tied:
        yield Entry(title, Span(*tied.span("who")), line, kind == "own")
    elif name:
        before = flat[title.start : name.start].rstrip(" –—-,")
        yield Entry(Span(title.start, title.start + len(before)), name, line, kind == "own")
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
    most = 6 if _SENTENCE_CASE.match(words) else 4
    return ":" in words or small > most or len(parts) > 8 or any(c in words for c in "@€$%=")
