"""Titles that a house style sets without quotation marks: "since The Lobster", "Blood Simple (1984)".

Only shapes that can hardly be anything else are taken: a capital article in the
middle of a sentence, a year in brackets, capitals in small-lettered prose, or
words right behind a phrase that announces a title ("the director of", "the novel").
Titles of one plain word are taken in the company of a sure one ("Rosetta and The Son").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from filmgraph.extraction.names.mentions import UPPER, is_given_name
from filmgraph.extraction.patterns import load_lines, load_patterns
from filmgraph.extraction.prose.announced import find_announced
from filmgraph.extraction.prose.capital_names import is_capital_name
from filmgraph.extraction.prose.sentence_case import end_of_title, find_sentence_case, foreign_articles
from filmgraph.extraction.prose.title_shapes import (
    ANNOUNCED,
    BEHIND_BY,
    BY_BEFORE,
    BY_NAME,
    CAPITALS,
    COMPARED,
    DATED,
    FIRST_OF_OWN,
    FIRST_WORD,
    FOLLOWED,
    FOLLOWS,
    FOREIGN_AND,
    LISTED,
    LISTED_BEFORE,
    OPENER,
    OWNED,
    OWNS_QUOTED,
    POSSESSED,
    REACH,
    ROMAN_OR_INITIALS,
    ROW,
    ROW_ENDS,
    SMALL_WORD,
    WEAKLY_ANNOUNCED,
    WITH_ARTICLE,
    YEAR,
)
from filmgraph.extraction.text.countries import is_single_country
from filmgraph.model.document import Span
from filmgraph.model.names import fold

# "His A Brighter Summer Day was a novel" goes on with a title, "Malik El Djebena" with a name.
_POSSESSORS = frozenset("His Her Their After Since Unlike Like In With".split())


def _match_at(plain: str, places: Iterable[int], title: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where `title` matches at some places; a place within the title before is none."""
    end = 0
    for at in places:
        match = title.match(plain, at) if at >= end else None
        if match:
            yield match
            end = match.end()


def _find_near(plain: str, pattern: re.Pattern[str], anchor: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a costly pattern, looked for only around those of a cheap one that each contains."""
    start = end = 0
    for place in anchor.finditer(plain):
        if place.start() - REACH > end:
            yield from pattern.finditer(plain, start, end)
            start = place.start() - REACH
        blank = plain.find(" ", place.end() + REACH)
        end = blank if blank >= 0 else len(plain)
    if end:
        yield from pattern.finditer(plain, start, end)


def find_unquoted_titles(
    plain: str, makers: tuple[str, ...] = (), *, names_in_capitals: bool = False
) -> Iterator[Span]:
    """The places of unquoted titles in a stretch of prose, in no order, perhaps overlapping.

    `names_in_capitals` says that the house sets people's names so. `makers` are the
    surnames of the film's directors, whose other films are told in ways of their own.

    >>> t = "It recalls La Promesse, Rosetta and The Son, and the lead of Fargo (1996)."
    >>> [s.of(t) for s in sorted(find_unquoted_titles(t))]
    ['La Promesse', 'Rosetta', 'The Son', 'Fargo']
    """
    sure: list[Span] = []
    announced = find_announced(plain, makers)
    for m in WITH_ARTICLE.finditer(plain):
        before = plain[max(0, m.start() - REACH) : m.start()].rstrip().rsplit(" ", 1)[-1]
        # "Malik El Djebena" is one name, "Koreeda’s The Third Murder" a title.
        goes_on = (
            before[:1].isupper()
            and before[-1:].isalnum()
            and not before.endswith(("’s", "'s"))
            and before not in _POSSESSORS
        )
        if not goes_on and before not in ("for", "at", "via", "by"):
            sure.append(_extended(plain, Span(*m.span())))
    sure.extend(find_sentence_case(plain))
    for m in _find_own_works(plain, announced.get("work", ())):
        end = end_of_title(plain, m.end(), begun=True)
        person = is_given_name(m[0]) and plain[m.end() + 1 : m.end() + 2].isupper()
        comes_in = _COMES_IN.search(plain, max(0, m.start() - 60), m.start())
        if end and not person and not comes_in and not _is_known_kind(m[0]):
            sure.append(Span(m.start(), end))
    for group in ("announces abroad", "own announces abroad"):
        for m in _match_at(plain, announced.get(group, ()), FIRST_WORD):
            sure.extend(_announced_abroad(plain, m))
    for m in _match_at(plain, announced.get("own announces", ()), ANNOUNCED):
        lone = " " not in m[1]  # "Ozu's Japan": a lone word is a title where its clause ends behind it
        if not lone or (plain[m.end(1) : m.end(1) + 1] in ",.;)" and not _is_known_kind(m[1])):
            sure.append(Span(*m.span(1)))
    if any(c.islower() for c in plain):
        for m in CAPITALS.finditer(plain):
            if not plain[: m.start()].strip(" “\"‘'«„*_•-") or m.end() == len(plain.rstrip()):
                continue  # a paragraph's opening words, or a signature
            if not (names_in_capitals and is_capital_name(m.group())):
                sure.extend(_split_capitals(plain, Span(*m.span())))
    sure.extend(_announced_or_dated(plain, announced.get("announces", ())))
    for m in _match_at(plain, announced.get("weakly announces", ()), WEAKLY_ANNOUNCED):
        sure.append(Span(*m.span(1)))
    for m in _find_near(plain, FOLLOWED, FOLLOWS):
        if BEHIND_BY.search(plain, max(0, m.start() - 6), m.start()) or _begins_sentence(m.group(1)):
            continue
        last = m[1].rpartition(" ")[2]
        if (last.islower() or " " not in m[1]) and plain[m.end(1)] != ",":
            continue  # "Mike Munn cut the picture": without a comma a word in small letters is a verb
        start = _past_function_words(plain, *m.span(1))
        if not plain[start].islower():
            sure.append(Span(start, m.end(1)))
    for m in _find_near(plain, ROW, ROW_ENDS):
        sure.extend(Span(*m.span(k)) for k in range(1, 5) if m[k])
    for m in _find_near(plain, COMPARED, POSSESSED):
        # "from Ewen Bremner’s Lloyd to a sad old man": a given name is a part as well as a film.
        is_part = m.group().startswith(("from ", "to ", "in ")) and is_given_name(m["title"])
        if plain.count(m["who"]) == 1 and not is_part:
            sure.append(Span(*m.span("title")))
    sure = [_cut(plain, s) for s in dict.fromkeys(sure)]
    sure = [s for s in sure if _may_be_title(s.of(plain)) and not OWNS_QUOTED.match(plain, s.end)]
    yield from dict.fromkeys([*sure, *(c for span in sure for c in _companions(plain, span))])


def _announced_abroad(plain: str, first: re.Match[str]) -> Iterator[Span]:
    """The title whose first word stands behind an announcing phrase, in small letters or in capitals.

    A run of three words and more in capitals is an English title: "Dopo This Must Be the Place ritrova …".
    """
    person = is_given_name(first[0]) and plain[first.end() + 1 : first.end() + 2].isupper()
    if person or _is_known_kind(first[0]):
        return
    run = ANNOUNCED.match(plain, first.start())
    if run and sum(w[0].isupper() for w in run[1].split()) > 2:
        yield Span(*run.span(1))
        return
    end = end_of_title(plain, first.end(), begun=True)
    if end:
        yield Span(first.start(), end)


def _find_own_works(plain: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The first words of one's own films: "his debut Winter Sea", "su ópera prima, Marea baja"."""
    done = 0
    for first in _match_at(plain, places, FIRST_OF_OWN):
        at = first.start()
        if _own_work().search(plain, max(done, _words_before(plain, at, 8)), at):
            yield first
            done = first.end()


# "In her feature debut, Ann Lee …": behind the comma stands whose debut it is.
_COMES_IN = re.compile(r"\b[Ii]n (?:his|her|their) [\w’'-]+ ?[\w’'-]*, $")


def _words_before(plain: str, at: int, count: int) -> int:
    """Where the last `count` words before a place begin."""
    first = max(0, at - REACH)
    before, *words = plain[first:at].rsplit(" ", count + 1)
    return first + len(before) if len(words) > count else first


@lru_cache(maxsize=1)
def _own_work() -> re.Pattern[str]:
    lines = load_lines("film_ties")
    own, work = ("|".join(map(re.escape, sorted(lines[g], key=len, reverse=True))) for g in ("own", "work"))
    return re.compile(rf"\b(?i:{own}) (?:[\w'’-]+ ){{0,3}}?(?:{work}),? \Z")


def _extended(plain: str, span: Span) -> Span:
    """A title that begins with an article of a language of few capitals, to its end."""
    first = plain[span.start : span.end].replace("’", " ").replace("'", " ").split()[0]
    if first.lower() in foreign_articles() and plain[span.end : span.end + 1] == " ":
        end = end_of_title(plain, span.start + len(first) + 1)
        if end and span.end < end <= span.end + 40:
            return Span(span.start, end)
    return span


def _is_known_kind(word: str) -> bool:
    """Whether a capital word is a country, a nation or a word that only begins sentences."""
    folded = fold(word)
    return (
        is_single_country(word)
        or folded in load_patterns("prose_words")["nationality"]
        or folded in load_patterns("prose_words")["time"]
    )


def find_announced_titles(plain: str) -> Iterator[Span]:
    """The places of titles announced in front ("the novel The Price of Salt by …") or by a year behind."""
    return _announced_or_dated(plain, find_announced(plain).get("announces", ()))


# "Ann Lee and Bo Ray play Stella and Frank": behind a name it is a verb.
_PLAYERS_PLAY = re.compile(rf"[{UPPER}][\w’'-]* (?:both |also |all )?play $")


def _announced_or_dated(plain: str, places: Iterable[int]) -> Iterator[Span]:
    for m in _match_at(plain, places, ANNOUNCED):
        start, end = m.span(1)
        if plain.startswith("play ", start - 5) and _PLAYERS_PLAY.search(plain, max(0, start - 40), start):
            continue
        span = _cut(plain, Span(start, end))
        if _may_be_title(span.of(plain)) and not OWNS_QUOTED.match(plain, span.end):
            yield span
    for m in _find_near(plain, DATED, YEAR):
        span = Span(_past_function_words(plain, m.start(), m.end()), m.end())
        if _may_be_title(span.of(plain)):
            yield span


def _cut(plain: str, span: Span) -> Span:
    """`span` before what belongs to it no more: "by Patricia Highsmith", "and the Pierce miniseries"."""
    opener = OPENER.match(plain, span.start, span.end)
    if opener and (span.start == 0 or plain[span.start - 2 : span.start - 1] in ".!?:"):
        span = Span(opener.end(), span.end)
    by = BY_NAME.search(plain, span.start, span.end)
    if by and by.start() > span.start:
        return Span(span.start, by.start())
    owned = OWNED.search(plain, span.start, span.end)
    if owned:
        return Span(span.start, owned.start())
    series = plain.rfind(" and the ", span.start, span.end)
    if series > span.start and re.match(
        r" (?:mini-?series|series|films?|movies?|trilogy)\b", plain[span.end : span.end + 12]
    ):
        return Span(span.start, series)
    return span


def _past_function_words(plain: str, start: int, end: int) -> int:
    """Past words such as "In" or "As" that only begin the sentence before a dated title."""
    skip = load_patterns("names")["not_first"] - {
        "the",
        "a",
        "an",
        "la",
        "le",
        "les",
        "el",
        "il",
        "der",
        "die",
        "das",
        "un",
        "une",
    }
    words = plain[start:end].split(" ")
    while len(words) > 1 and fold(words[0]) in skip:
        start += len(words[0]) + 1
        words = words[1:]
        while len(words) > 1 and words[0] in ("in", "of", "at", "on"):
            start += len(words[0]) + 1
            words = words[1:]
    return start


def _split_capitals(plain: str, span: Span) -> Iterator[Span]:
    """Capitals joined by AND are two titles only where small letters part them; here they are one."""
    words = span.of(plain).split()
    if sum(len(w) for w in words) >= 5 and not all(ROMAN_OR_INITIALS.match(w) for w in words):
        yield span


def _begins_sentence(words: str) -> bool:
    """Whether a lone word is one that sentences begin with ("Pour son premier film")."""
    groups = load_patterns("prose_words")
    return fold(words) in groups["sentence_start"] or fold(words) in groups["alone"]


def _may_be_title(words: str) -> bool:
    patterns = load_patterns("prose_titles")
    folded = fold(words).split()
    if not folded or " ".join(folded) in load_patterns("names")["known_company"]:
        return False
    if len(folded) == 1 and (
        folded[0] in load_patterns("prose_words")["nationality"]
        or folded[0] in load_patterns("prose_words")["time"]
    ):
        return False
    if re.search(r"\b(?:19|20)\d\d$", words) and words.isupper():
        return False  # VENICE 2018
    return not any(w in patterns["no_title"] for w in folded)


def _companions(plain: str, span: Span) -> Iterator[Span]:
    """Titles that stand in one list with a sure one."""
    at = span.end
    for _ in range(6):
        m = LISTED.match(plain, at)
        if not m or not _may_be_title(m.group(1)):
            break
        if " " not in m[1] and plain[m.end() : m.end() + 2].strip().islower() and "," in m[0][:1]:
            break  # "After Le meraviglie, Rohrwacher works …"
        end = m.end(1)
        if plain[end : end + 2].strip().islower() and SMALL_WORD.search(span.of(plain)):
            # "de El fondo del mar y Tiempo de valientes, …": the second title in small letters, too
            end = end_of_title(plain, m.start(1) + len(m[1].split()[0]), begun=True) or end
        elif " " not in m[1] and plain[end : end + 2].strip().islower() and m[0].split()[0] in FOREIGN_AND:
            break  # "sinds Floris en Turks fruit"
        yield _cut(plain, Span(m.start(1), end))
        at = end
    at = span.start
    for _ in range(6):
        window = plain[max(0, at - 90) : at]
        m = LISTED_BEFORE.search(window)
        if not m or not _may_be_title(m.group(1)) or fold(m.group(1)) in load_patterns("names")["not_first"]:
            break
        if BY_BEFORE.search(window, 0, m.start(1)):
            break  # "Directed by John Sayles, LONE STAR is …"
        offset = at - len(window)
        yield Span(offset + m.start(1), offset + m.end(1))
        at = offset + m.start(1)
