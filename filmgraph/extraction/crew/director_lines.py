"""The director behind a bare "of": "de Arnaud Desplechin / avec …", "di Paolo Sorrentino. Con Toni Servillo".

Listings of the Romance languages set the director so, right before the cast.
The same words over a review name its critic, so the cast has to follow at once,
or the kind of film to stand before: "Film policier français d’Alain Corneau (1979)".
Where a list of players follows on the line itself, the two bear each other out:
"di Lee Chang-dong, con Yoo Ah-in, Steven Yeun".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.cast.actor_lists import read_actors
from filmgraph.extraction.cast.actors import KnownNames
from filmgraph.extraction.crew.labels import is_cast_item
from filmgraph.extraction.names.mentions import Mention, looks_like_person, readable_name
from filmgraph.extraction.names.name_lists import split_names
from filmgraph.extraction.page import Page
from filmgraph.extraction.settle import LABEL, Found, FoundCredit
from filmgraph.extraction.text.sections import PLAYERS_BEHIND
from filmgraph.model.document import Span

_OF = re.compile(r"(?i:de|d['’]|di|von|van|by)\s*(?=[^\W\d_a-zß-öø-ÿ])")
# The kind of film, and what may stand between it and "de": "Comédie dramatique franco-belge".
_KIND = re.compile(
    r"(?:Film|Films?|Drame|Comédie|Thriller|Polar|Western|Documentaire|Mélodrame|Fable|Chronique|Fantastique|Policier"
    r"|Dramma|Drammatico|Commedia|Documentario|Noir|Horror|Drama|Comedia|Documental|Película|Filme|Comédia"
    r"|Documentário|Animation|Animazione|Animación|Animação)"
    r",?(?: [a-zà-ÿ]+(?:[-/][a-zà-ÿ]+)*,?| [-/&]){0,5} (?=de |d['’]|di |von )"
)
_KIND_STARTS = frozenset("FDCTPWMNHA")
_ENDS = re.compile(r"\s*(?:[(.;:,–—|]|\b(?:avec|con|com|mit)\b)(?!(?<=[A-Z]\.))")
_LONGEST = 90  # letters of directors' names and a cast's first
_FEWEST_LABELS = 2  # on a line that begins with "de X"
_BETWEEN = re.compile(r"\s*[.,;–—-]?\s*")


def find_director_lines(page: Page, roles: RoleCatalog) -> Iterable[Found]:
    """Directors named by "de", "di", "von" … right before a cast."""
    del roles
    if any("director" in item.label.roles for item in page.items):
        return
    kinds = find_kind_lines(page)
    if kinds:
        yield from kinds
        return
    labels = Counter([item.line for item in page.items if item.label.readings and item.values])
    for item in page.items:
        if labels[item.line] >= _FEWEST_LABELS and item.label.span.start > page.lines[item.line].start:
            labels[item.line] = 0  # the first of its line: "De Ann Lee. Scén. : Bo Ray. Im. : Cy Dunn."
            found = list(_read_before(page, item.label.span.start, item.line))
            if found:
                yield from found
                return
    for n in page.free:
        whole = _read_whole(page, n)
        if whole:
            yield from whole
            return
    for item in page.items:
        if item.values and is_cast_item(page, item):
            found = list(_read_before(page, item.label.span.start, item.line))
            if found:
                yield from found
                return


def find_kind_lines(page: Page) -> list[FoundCredit]:
    """The directors of the first line that begins with a kind of film and says whose it is."""
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind in ("teasers", "headline") or page.text[line.start] not in _KIND_STARTS:
            continue
        head = _KIND.match(page.text, line.start, line.end)
        of = _OF.match(page.text, head.end(), line.end) if head else None
        if of is None:
            continue
        end = _ENDS.search(page.text, of.end(), line.end)
        where = Span(of.end(), end.start() if end else line.end)
        names = split_names(page.text, where) if where.end - where.start < 80 else []
        if names and all(" " in m.text and looks_like_person(m.text) for m in names):
            return [
                FoundCredit(
                    "director", m.span, readable_name(m.text), "person", Span(line.start, m.span.end),
                    "labels/kind-of", kind, LABEL, 0.85, order=n,
                )
                for n, m in enumerate(names, 1)
            ]  # fmt: skip
    return []


def _read_whole(page: Page, n: int) -> list[FoundCredit]:
    """The director and the players of a line that holds both, each in full and the players a list."""
    line, text = page.lines[n], page.text
    of = _OF.match(text, line.start, line.end)
    cast = PLAYERS_BEHIND.search(text, of.end(), min(line.end, of.end() + _LONGEST)) if of else None
    if of is None or cast is None:
        return []
    makers = split_names(text, Span(of.end(), cast.start()))
    players = read_actors(text, Span(cast.end(), line.end), KnownNames(page), [])
    if not makers or len(players) < 2 or not all(map(_is_full, [*makers, *[p.actor for p in players]])):
        return []
    return [
        FoundCredit(
            "director", m.span, readable_name(m.text), "person", Span(line.start, m.span.end),
            "labels/of-before-cast", page.kinds[n], LABEL, 0.85, order=order,
        )
        for order, m in enumerate(makers, 1)
    ] + [
        FoundCredit(
            "actor", p.actor.span, readable_name(p.actor.text), "person", p.shown or p.actor.span,
            "cast-list/behind-director", page.kinds[n], LABEL, 0.85, character=p.character, order=order,
        )
        for order, p in enumerate(players, 1)
    ]  # fmt: skip


def _is_full(mention: Mention) -> bool:
    return " " in mention.text and looks_like_person(mention.text)


def _read_before(page: Page, cast: int, line: int) -> Iterable[Found]:
    """The names between "de" and the cast's label at `cast`, on its line or alone on the line above."""
    span = page.lines[line]
    if span.start < cast < span.start + 120:
        where = Span(span.start, cast)
    elif line and page.gaps[line] == 0:
        where = page.lines[line - 1]
    else:
        return
    of = _OF.match(page.text, where.start, where.end)
    if of and page.text.find("|", of.end(), where.end) >= 0:
        return  # "De Ann Lee | Par Bo Ray": read where what stands in brackets is
    if of is None or where.end - where.start > 120 or page.kinds[line] in ("body", "teasers"):
        return
    names = split_names(page.text, Span(of.end(), where.end))
    rest = page.text[names[-1].span.end : where.end] if names else "?"
    if not _BETWEEN.fullmatch(rest) or not all(" " in m.text and looks_like_person(m.text) for m in names):
        return
    for order, mention in enumerate(names, 1):
        yield FoundCredit(
            "director", mention.span, readable_name(mention.text), "person",
            Span(where.start, mention.span.end), "labels/of-before-cast", page.kinds[line], LABEL, 0.85,
            order=order,
        )  # fmt: skip
