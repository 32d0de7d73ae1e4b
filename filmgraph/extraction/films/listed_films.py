"""Other films that the page lists or dates, with their directors, and the stretches that are about them.

"Next week: X (dir. Y)", "Selected films: X (2003), Y (2007)", "Gavron (Brick Lane,
Suffragette)", and titles with a year behind anywhere on the page. Where a life of
the director or his own name stands before, the films are his.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from filmgraph.extraction.films.film_brackets import (
    find_bracketed,
    is_english_sentence,
    is_name,
    title_before,
)
from filmgraph.extraction.films.film_cards import find_card_films
from filmgraph.extraction.films.film_lists import find_entries
from filmgraph.extraction.films.own_director import is_of_own_director, lives_of_director, own_director
from filmgraph.extraction.films.told_beside import find_second_heads, find_told_beside
from filmgraph.extraction.names.mentions import UPPER, is_given_name
from filmgraph.extraction.patterns import load_patterns
from filmgraph.extraction.prose.crafts import names_craft
from filmgraph.extraction.prose.joined_text import joined_text
from filmgraph.extraction.prose.masking import PROSE_KINDS
from filmgraph.extraction.prose.other_versions import find_other_versions
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.prose.quoted import looks_like_title
from filmgraph.extraction.settle import OtherSubject
from filmgraph.extraction.text.countries import is_single_country
from filmgraph.extraction.text.near import find_begun
from filmgraph.model.document import Span
from filmgraph.model.facts import Evidence, OtherFilmFact
from filmgraph.model.names import fold, fold_title

_CAST = frozenset({"actor", "voice-actor", "narrator"})
# "Great Expectations (1998), the latter starring Ethan Hawke"
_SAID_OF = re.compile(
    r",? (?:the (?:latter|former|first|second) |also |both |all |which |that )?(?:was |were"
    r" )?(?:starring|stars|starred|with"
    r"|featuring|directed|written|shot|photographed|produced|scored|edited|adapted|played|mit|avec|con"
    r"|met|com|med)\b"
    r"[^.;()\n]{3,200}"
)
_FILMS_OF = re.compile(
    rf"(?P<who>[{UPPER}][\w'’-]+(?: (?:(?:de|van|von|di|da) )?[{UPPER}][\w'’-]+){{0,3}}) \(\Z"
)
_LIST = re.compile(rf" \((?<=[\w'’-] \()(?P<films>[{UPPER}\d][^()\n;:]{{2,110}})")
_LONGEST_NAME = 160
_LISTED = re.compile(r"[^,]+")
_JOINED = re.compile(r"^(?:and|et|und|y|e) ")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_OF_DIRECTOR = re.compile(
    rf"[, ](?:(?<=,) (?:de |d['’])|(?<=[a-zà-ÿ] )di )(?P<who>[{UPPER}][\w'’-]+(?: (?:(?:de|di|da|van|von)"
    rf" )?[{UPPER}][\w'’-]+){{1,2}})"
)
_AND_OF = re.compile(rf" (?:y|e|et) (?:de |d['’]|di )[{UPPER}]")  # "A y B, de Erice y de Saura"
_OF = (", de ", ", d'", ", d’", " di ")  # what the pattern of directors begins with
_CRAFT = re.compile(
    r"(?:lens\w*|cinematograph\w*|d\.?p\.?|cameram\w+|editor|composer|photograph\w*|designer|scripter"
    r"|writer|screenwriter"
    r"|producer|director|helmer|camera|score|kamera\w*|cutter\w*|komponist\w*|chef op\w*|monteur"
    r"|monteuse|musicien|opérat\w+"
    r"|operatore|fotografia|montatore|montatrice|scenografo|director de fotografía|montador\w*"
    r"|fotógraf\w*|cameraman) $",
)


def find_listed_films(prose: Prose) -> Iterator[OtherFilmFact | OtherSubject]:
    """The films of lists and programmes and the dated titles anywhere, and what is said of them."""
    page, text = prose.page, prose.page.text
    flat = joined_text(prose)
    lives = lives_of_director(prose)
    seen: set[int] = set()
    for entry in find_card_films(page):
        if not _is_own(prose, entry.title.of(text)):
            seen.add(entry.title.end)
            yield _fact(prose, entry.title, _name(prose, entry.director), "other/card")
        yield OtherSubject(entry.extent)
    for entry in find_entries(page, flat):
        title = entry.title.of(text)
        if _is_own(prose, title) or (not entry.headed and _is_credited(prose, entry.title)):
            continue
        seen.add(entry.title.end)
        director = _name(prose, entry.director) or (own_director(prose) if entry.own else None)
        if entry.headed or not is_english_sentence(title):
            yield _fact(prose, entry.title, director, "other/listed")
        yield OtherSubject(entry.extent)
    for one in find_bracketed(flat):
        if one.title.end in seen or _is_own(prose, one.title.of(text)) or _is_credited(prose, one.title):
            continue
        director = _name(prose, one.director)
        if director is None and is_of_own_director(prose, flat, one.title.start, lives):
            director = own_director(prose)
        if not is_english_sentence(one.title.of(text)):
            yield _fact(prose, one.title, director, "other/bracket")
        yield OtherSubject(one.bracket)
        clause = _SAID_OF.match(flat, one.bracket.end)
        if clause and prose.page.kind_at(one.title.start) in PROSE_KINDS:
            yield OtherSubject(Span(*clause.span()))
    yield from _with_director(prose, flat)
    for said in find_other_versions(flat, page.words):
        yield OtherSubject(said)
    yield from _behind_names(prose, flat)
    yield from map(OtherSubject, find_told_beside(prose))
    for head in find_second_heads(prose, flat):
        yield _fact(prose, head.title, _name(prose, head.director), "other/listed")
        yield OtherSubject(head.extent)


def _with_director(prose: Prose, flat: str) -> Iterator[OtherFilmFact]:
    """Titles that no mark sets off, by the director behind: "La piel que habito, de Pedro Almodóvar"."""
    for match in find_begun(flat, _OF_DIRECTOR, _OF):
        if not _is_in_prose(prose, Span(*match.span())) or not is_given_name(match["who"].split()[0]):
            continue
        title = title_before(flat, match.start())
        if (
            title is None
            or _AND_OF.match(flat, match.end())
            or title.start < 2
            or flat[title.start - 1] == "\n"
            or flat[title.start - 2] in ".!?"
        ):
            continue
        words = title.of(flat)
        if names_craft(words):
            continue  # "a fotografia, de Leonardo Simões", "Nicolai Brüel, il montaggio di Marco Spoletini"
        several = len(words.split()) > 1 or match[0].startswith(",")
        person = is_name(words) and is_given_name(words.split()[0])
        if several and not person and _may_be_film(prose, words) and not is_single_country(words):
            yield _fact(prose, title, match["who"], "other/of-director")


def _behind_names(prose: Prose, flat: str) -> Iterator[OtherFilmFact]:
    """Films in a bracket behind a name of the crew: "Gavron (Brick Lane)", "lenser Rui Poças (Tabu)"."""
    # The bracket first: nearly all hold a player, and who stands before them need not be known.
    end = 0
    for bracket in _LIST.finditer(flat):
        start, end = max(end, bracket.start() - _LONGEST_NAME), bracket.end()
        if prose.page.kind_at(bracket.start()) not in PROSE_KINDS or _DATED.search(bracket["films"]):
            continue  # "Carla Simón (Barcelona, 1986)" is a life
        films = [f for part in _LISTED.finditer(bracket["films"]) if (f := _film_of(prose, bracket, part))]
        match = _FILMS_OF.search(flat, start, bracket.start("films")) if films else None
        if not match:
            continue
        own = prose.is_director(match["who"])
        known = own or fold(prose.references.resolve(match["who"])) in _crew(prose)
        if known or _CRAFT.search(flat[max(0, match.start() - 24) : match.start()].lower()):
            for film in films:
                yield _fact(prose, film, own_director(prose) if own else None, "other/bracket")


def _film_of(prose: Prose, bracket: re.Match[str], part: re.Match[str]) -> Span | None:
    """The film of an item in a bracket behind a name, where it may be one."""
    words = _JOINED.sub("", part.group().strip(" “”\"«»‘'’*_"))
    if not _may_be_film(prose, words):
        return None
    start = bracket.start("films") + part.start() + part.group().index(words)
    return Span(start, start + len(words))


def _may_be_film(prose: Prose, words: str) -> bool:
    small = load_patterns("film_lists")["small"]
    parts = words.split()
    if not parts or not (parts[0][0].isupper() or parts[0][0].isdecimal()) or len(parts) > 9:
        return False
    lower = [w for w in parts if w[0].islower() and fold(w) not in small]
    is_named = is_given_name(parts[0]) and not lower and prose.references.knows(words)
    if (
        (len(lower) > 2 and not looks_like_title(words))
        or (len(parts) > 1 and is_named)
        or prose.is_director(words)
        or _is_own(prose, words)
    ):
        return False
    return load_patterns("film_lists")["no_film"].isdisjoint(fold(words).split()) and len(fold(words)) > 2


def _crew(prose: Prose) -> frozenset[str]:
    """The folded names under labels that are no players'."""
    return prose.page.once("crew", lambda: _named(prose, lambda roles: not _CAST & set(roles)))


def _credited(prose: Prose) -> frozenset[str]:
    """The folded names under any label."""
    return prose.page.once("credited", lambda: _named(prose, lambda roles: True))


def _named(prose: Prose, wanted: Callable[[tuple[str, ...]], bool]) -> frozenset[str]:
    found: set[str] = set()
    for item in prose.page.items:
        if item.label.readings and wanted(item.label.roles):
            for value in item.values:
                if value.end - value.start < 400:
                    names = re.split(r",| and | & |;|/|\(", value.of(prose.page.text))
                    found.update(fold(prose.references.resolve(n.strip())) for n in names)
    return frozenset(found - {""})


def _is_own(prose: Prose, words: str) -> bool:
    return fold_title(words) in prose.own_titles


def _is_credited(prose: Prose, title: Span) -> bool:
    """Whether what looks like a title is a name that the page credits, or stands in a credit."""
    words = title.of(prose.page.text)
    whole = fold(prose.references.resolve(words))
    credited = _credited(prose)
    if fold(words) in credited or prose.is_director(words) or (" " not in words and whole in credited):
        return True
    return not _is_in_prose(prose, title) and any(
        item.label.readings and any(v.start <= title.start < v.end for v in item.values)
        for item in prose.page.items
    )


def _is_in_prose(prose: Prose, title: Span) -> bool:
    return prose.page.kind_at(title.start) in PROSE_KINDS


def _name(prose: Prose, span: Span | None) -> str | None:
    """A director as printed; a lone surname completed from the page."""
    if span is None:
        return None
    words = " ".join(span.of(prose.page.text).split()).strip(" ,.;:")
    return words if " " in words else prose.references.resolve(words)


def _fact(prose: Prose, title: Span, director: str | None, rule: str) -> OtherFilmFact:
    text = prose.page.text
    quote = title.of(text)
    evidence = Evidence(title, quote, rule, prose.page.kind_at(title.start), 0.85)
    return OtherFilmFact(" ".join(quote.split()), director, evidence)
