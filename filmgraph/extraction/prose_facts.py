"""Everything that the sentences of a page say, read from one masking of its prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from filmgraph.catalogs.roles import RoleCatalog
from filmgraph.extraction.films.listed_films import find_listed_films
from filmgraph.extraction.films.other_films import find_other_films
from filmgraph.extraction.page import Page
from filmgraph.extraction.prose.crafts import find_crafts
from filmgraph.extraction.prose.framed_parts import find_framed_parts
from filmgraph.extraction.prose.frames import Said, find_framed
from filmgraph.extraction.prose.prose import Prose, read_prose
from filmgraph.extraction.prose.prose_cast import find_prose_cast
from filmgraph.extraction.prose.prose_credits import find_prose_credits
from filmgraph.extraction.prose.verb_chains import find_verb_chains
from filmgraph.extraction.settle import Found, OtherSubject
from filmgraph.extraction.sources.source_works import find_source_works
from filmgraph.model.facts import OtherFilmFact, SourceWorkFact
from filmgraph.model.names import fold


def find_prose_facts(page: Page, roles: RoleCatalog) -> Iterator[Found]:
    """Credits, parts, source works and other films that sentences give.

    An author of a source work is credited by no weak wording: "inspired by
    Canadian writer Craig Davidson" makes nobody the film's writer.
    """
    prose = read_prose(page)
    if not prose.directors:
        prose = replace(prose, directors=_told_directors(prose, roles))
    listed = list(find_listed_films(prose))
    elsewhere = [f for f in listed if isinstance(f, OtherSubject)]
    yield from elsewhere
    # "Mortelle Randonnée (Miller, 1983), d'après Marc Behm" in a list: that film's source.
    sources = [s for s in find_source_works(prose) if not any(_is_in(s, o) for o in elsewhere)]
    authors = {fold(s.author) for s in sources if s.author}
    writers = {fold(s.author) for s in sources if s.author and s.grade != "remake_of" and s.kind != "film"}
    for film in find_other_films(prose, sources, [f for f in listed if isinstance(f, OtherFilmFact)]):
        if film.director and fold(film.director) in writers and film.evidence.rule == "other/mentioned":
            sources = [_titled(s, film) for s in sources]  # a writer's “T” is no film of his
        else:
            yield film
    yield from sources
    framed = _find_sayings(prose)
    for credit in (
        *find_prose_credits(prose, roles, framed),
        *find_prose_cast(prose, roles),
        *find_framed_parts(prose, framed),
    ):
        weak = credit.role in ("screenwriter", "director", "story", "actor")
        if not (weak and authors and fold(prose.references.resolve(credit.agent)) in authors):
            section = prose.section_at(credit.name.start)
            yield credit._replace(section=section) if section != credit.section else credit


def _find_sayings(prose: Prose) -> tuple[Said, ...]:
    """What the sentences of a page say around the words of crafts."""
    crafts = find_crafts(prose.story)
    return (*find_framed(prose.story, crafts), *find_verb_chains(prose.story, crafts))


def _told_directors(prose: Prose, roles: RoleCatalog) -> tuple[str, ...]:
    """The directors that only sentences give: "Sarah Holm directs this"; their other films are theirs."""
    framed = _find_sayings(prose)
    credits = find_prose_credits(prose, roles, framed)
    return tuple(dict.fromkeys(c.agent for c in credits if c.role == "director"))


def _is_in(source: SourceWorkFact, other: OtherSubject) -> bool:
    """Whether a source is told where the page speaks of another film."""
    span = source.evidence.span
    return source.kind != "film" and other.span.start < span.start and span.end <= other.span.end


def _titled(source: SourceWorkFact, film: OtherFilmFact) -> SourceWorkFact:
    """A source without a title as the work that a sentence names beside its author."""
    if source.title or source.kind == "film" or fold(source.author or "") != fold(film.director or ""):
        return source
    return replace(source, title=film.title, evidence=film.evidence)
