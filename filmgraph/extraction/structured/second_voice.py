"""A page speaks twice: to readers in its text, to programs in its data. Both are heard, then compared.

What the data says of a film counts only where it is the film of the text: a
title agrees, or a director. Then it

- agrees: one credit is kept, the fuller statement of it, and believed more;
- adds: credits, works, values of which the text is silent;
- contradicts: both are kept, each with its words, and reported side by side.

The text comes first everywhere: its title is the film's title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.model.facts import Contradiction, CreditFact, FilmFacts, SourceWorkFact, Stated
from filmgraph.model.names import fold, fold_title

_TITLES = ("title", "original_title", "alternative_title")
_SINGLE = ("year", "runtime_min", "critic", "outlet", "review_date")
_AGREED = 0.99
_DISPUTED = 0.5


def join_voices(
    films: tuple[FilmFacts, ...], data: Sequence[FilmFacts], roles: RoleCatalog
) -> tuple[tuple[FilmFacts, ...], tuple[FilmFacts, ...]]:
    """The films of the text with what the data says of them; the films that only the data knows."""
    joined = list(films)
    apart = []
    for other in data:
        at = _find_film(joined, other, alone=len(films) == 1 and len(data) == 1)
        if at is None:
            apart.append(other)
        else:
            joined[at] = join_film(joined[at], other, roles)
    return tuple(joined), tuple(apart)


def join_film(film: FilmFacts, data: FilmFacts, roles: RoleCatalog) -> FilmFacts:
    """What a page's text and its data say of one film."""
    credits, disputes = _join_credits(film, data, roles)
    stated, more = join_stated(film.stated, data.stated)
    works = _new_works(film, data)
    return replace(
        film,
        stated=stated,
        credits=tuple(credits),
        source_works=film.source_works + tuple(works),
        ids=tuple(dict.fromkeys(film.ids + data.ids)),
        contradictions=film.contradictions + more + tuple(disputes),
    )


def join_stated(
    stated: tuple[Stated, ...], data: Sequence[Stated]
) -> tuple[tuple[Stated, ...], tuple[Contradiction, ...]]:
    """The values of the text, then those of the data that are new, and where the two differ."""
    titles = {fold_title(s.value) for s in stated if s.field in _TITLES}
    first: dict[str, Stated] = {}
    for s in stated:
        first.setdefault(s.field, s)
    kept, disputes = list(stated), []
    for s in data:
        said = first.get(s.field)
        if s.field in _TITLES:
            if fold_title(s.value) in titles:
                continue
            if said is not None and s.field == "title":
                disputes.append(Contradiction("title", (said, s)))
                s = replace(s, field="alternative_title")
            titles.add(fold_title(s.value))
        elif said is not None:
            if s.field not in _SINGLE or _same_value(s.field, said.value, s.value):
                continue
            disputes.append(Contradiction(s.field, (said, s)))
            s = _doubt(s)
        kept.append(s)
    return tuple(kept), tuple(disputes)


def _doubt(stated: Stated) -> Stated:
    return replace(stated, evidence=replace(stated.evidence, confidence=_DISPUTED))


def _same_value(field: str, said: str, other: str) -> bool:
    if field == "runtime_min" and said.isdigit() and other.isdigit():
        return abs(int(said) - int(other)) <= 1  # rounding
    one, two = fold(said), fold(other)
    return one == two or (field in ("critic", "outlet") and (one in two or two in one))


# --- which film ------------------------------------------------------------------


def _find_film(films: Sequence[FilmFacts], data: FilmFacts, *, alone: bool) -> int | None:
    """The number of the film that the data is about; `alone` says that text and data know one film each."""
    titles = {fold_title(s.value) for s in data.stated if s.field in _TITLES}
    for number, film in enumerate(films):
        if not titles.isdisjoint(fold_title(s.value) for s in film.stated if s.field in _TITLES):
            return number
    if alone and (films[0].first("title") is None or _share_directors(films[0], data)):
        return 0
    return None


def _share_directors(film: FilmFacts, data: FilmFacts) -> bool:
    mine = [c for c in film.credits if c.role == "director"]
    return any(same_agent(c, d) for c in mine for d in data.credits if d.role == "director")


# --- credits ---------------------------------------------------------------------


def _join_credits(
    film: FilmFacts, data: FilmFacts, roles: RoleCatalog
) -> tuple[list[CreditFact], list[Contradiction]]:
    """The credits of the text, completed, then the new ones of the data; and where they contradict."""
    credits = list(film.credits)
    disputes: list[Contradiction] = []
    writers = {fold(w.author) for w in film.source_works if w.author}
    critics = {fold(s.value) for s in (*film.stated, *data.stated) if s.field == "critic"}
    strange = _disputed_directors(film, data)
    for d in data.credits:
        same = [n for n, c in enumerate(film.credits) if same_agent(c, d)]
        exact = next((n for n in same if credits[n].role == d.role), None)
        if exact is not None:
            if _other_character(credits[exact], d):
                disputes.append(_dispute("character", credits[exact], d))
            credits[exact] = _complete(credits[exact], d)
        elif any(_alike(credits[n].role, d.role, roles) for n in same) or fold(d.agent) in critics:
            continue  # schema.org has one word where credits have several; an "author" may be the page's
        elif d.role != "screenwriter" or fold(d.agent) not in writers:
            credits.append(_doubted(d) if d in strange else d)
    if strange:
        director = next(c for c in film.credits if c.role == "director")
        disputes += [_dispute("director", director, d) for d in strange]
    return credits, disputes


def _disputed_directors(film: FilmFacts, data: FilmFacts) -> list[CreditFact]:
    """The directors of the data where the text names others and the two have nobody in common."""
    mine = [c for c in film.credits if c.role == "director"]
    theirs = [d for d in data.credits if d.role == "director"]
    return [] if not mine or any(same_agent(c, d) for c in mine for d in theirs) else theirs


def _doubted(credit: CreditFact) -> CreditFact:
    return replace(credit, evidence=replace(credit.evidence, confidence=_DISPUTED))


def _alike(said: str, data: str, roles: RoleCatalog) -> bool:
    """Whether the data's role may be a coarser word for the role of the text."""
    return roles.roles[said].department == roles.roles[data].department


def _other_character(said: CreditFact, data: CreditFact) -> bool:
    one, two = fold(said.character or ""), fold(data.character or "")
    if not one or not two:
        return False
    return set(one.split()).isdisjoint(two.split())


def _complete(said: CreditFact, data: CreditFact) -> CreditFact:
    """A credit that both voices state: the data's where it alone names the character, else the text's."""
    agent = data.agent if len(data.agent.split()) > len(said.agent.split()) else said.agent
    ids = tuple(dict.fromkeys(said.ids + data.ids))
    if data.character and not said.character:
        return replace(data, agent=agent, ids=ids, billing_order=said.billing_order or data.billing_order)
    evidence = replace(said.evidence, confidence=max(said.evidence.confidence, _AGREED))
    return replace(said, agent=agent, ids=ids, evidence=evidence)


def _dispute(field: str, said: CreditFact, data: CreditFact) -> Contradiction:
    def value(c: CreditFact) -> str:
        return f"{c.agent}: {c.character}" if field == "character" else c.agent

    return Contradiction(field, tuple(Stated(field, value(c), c.evidence) for c in (said, data)))


def same_agent(said: CreditFact, data: CreditFact) -> bool:
    """Whether two credits may name one agent: whole names, a surname alone, initials, shortened companies."""
    names = (said.agent, said.credited_as, *said.members)
    if said.kind == "organization" or data.kind == "organization":
        return any(_same_company(fold(name).split(), fold(data.agent).split()) for name in names)
    return any(_same_person(fold(name).split(), fold(data.agent).split()) for name in names)


def _same_person(one: list[str], two: list[str]) -> bool:
    if not one or not two:
        return False
    short, long = sorted((one, two), key=len)
    if one == two or set(short) == set(long):
        return True
    if short[-1] != long[-1]:
        return False
    given = short[:-1]
    return len(given) < len(long) and all(
        any(word == other or (min(len(word), len(other)) == 1 and word[0] == other[0]) for other in long[:-1])
        for word in given
    )


def _same_company(one: list[str], two: list[str]) -> bool:
    """ "Why Not Prods." and "Why Not Productions": word by word, the shorter form beginning the longer."""
    if not one or not two:
        return False
    pairs = list(zip(one, two, strict=False))
    fits = all(a == b or (min(len(a), len(b)) >= 2 and (a[:3] == b[:3])) for a, b in pairs)
    return fits and pairs[0][0] == pairs[0][1] and abs(len(one) - len(two)) <= 1


# --- source works ----------------------------------------------------------------


def _new_works(film: FilmFacts, data: FilmFacts) -> Iterator[SourceWorkFact]:
    titles = {fold_title(w.title) for w in film.source_works if w.title}
    authors = {fold(w.author) for w in film.source_works if w.author}
    for work in data.source_works:
        if fold_title(work.title or "") not in titles and (
            not work.author or fold(work.author) not in authors
        ):
            yield work
