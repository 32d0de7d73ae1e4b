"""What a film is made from: all statements of a page, joined where they are about one work.

Links in sentences are read in `linked_sources.py`, credits as printed in `source_lines.py`, sentences that
tell of a work in `told_sources.py`; `same_sources.py` joins what is said of one work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from filmgraph.extraction.prose.declined import is_polish, nominative
from filmgraph.extraction.prose.joined_text import joined_text, plain_blanks
from filmgraph.extraction.prose.prose import Prose
from filmgraph.extraction.sources.author_names import is_full, whole_name
from filmgraph.extraction.sources.linked_sources import find_linked_sources
from filmgraph.extraction.sources.same_sources import add_printed, merge_sources
from filmgraph.extraction.sources.source_doubts import is_taken_back, unglued, without_periodical
from filmgraph.extraction.sources.source_lines import Source, find_source_lines
from filmgraph.extraction.sources.source_titles import find_title_of
from filmgraph.extraction.sources.told_sources import find_told_sources
from filmgraph.model.facts import Evidence, SourceWorkFact
from filmgraph.model.names import fold


def find_source_works(prose: Prose) -> Iterator[SourceWorkFact]:
    """The works that the page says its film is made from; one fact for each author of each work."""
    found = [s for piece in (*prose.credits, *prose.pieces) for s in find_linked_sources(prose, piece)]
    for source in _in_lines(prose):
        found = add_printed(found, source)
    found = [s for f in found if (s := _believed(prose, f))]
    for source in merge_sources([*found, *_told_elsewhere(prose, found)]):
        for author in source.authors or (None,):
            evidence = Evidence(
                source.quote,
                source.quote.of(prose.page.text),
                f"source/{source.grade}",
                source.section,
                0.9,
            )
            yield SourceWorkFact(source.title, author, source.kind, source.grade, evidence)


def _believed(prose: Prose, found: Source) -> Source | None:
    """A source as far as nothing refutes it."""
    if _is_credit(prose, found):
        return None
    source = unglued(prose.page.text, found)
    return source and without_periodical(source)


def _is_credit(prose: Prose, source: Source) -> bool:
    """Whether "from a story by X" is only another credit of the film's own people."""
    own = any(prose.is_director(a) for a in source.authors)
    return own and not source.title and "story by " in source.quote.of(prose.page.text)


def _told_elsewhere(prose: Prose, found: list[Source]) -> Iterator[Source]:
    """The title of a source that a credit gives only the author of: "Greene's story, T, had …"."""
    untitled = [s for s in found if s.authors and not s.title]
    if not untitled or any(s.title for s in found):
        return
    for source in untitled:
        for author in source.authors:
            told = find_title_of(prose.page.text, author)
            if told:
                section = prose.page.kind_at(told[1].start)
                yield replace(source, title=told[0], quote=told[1], section=section)


def _in_lines(prose: Prose) -> Iterator[Source]:
    text = joined_text(prose)
    for source in find_source_lines(prose.page, plain_blanks(prose.page.text)):
        if is_taken_back(text, source.quote.start, prose.own_titles):
            continue
        if any(" " not in a and not prose.references.knows(a) for a in source.authors):
            continue  # a lone surname that the page does not know
        yield _completed(prose, source)
    polish = is_polish(text)
    for source in find_told_sources(prose.page, text, prose.own_titles):
        if polish:
            names = tuple(nominative(a, text, prose.references.preferred.keys()) for a in source.authors)
            source = replace(source, authors=names)
        yield _completed(prose, source)


def _completed(prose: Prose, source: Source) -> Source:
    """A source as printed with its authors' full names, and the film's title where it is called so."""
    authors = tuple(a if is_full(a) else whole_name(prose, a) for a in source.authors)
    title = source.title or (prose.own_title if source.same_name else None)
    surname = source.title and " " not in source.title and fold(whole_name(prose, source.title))
    if authors and surname in prose.block_names and surname not in prose.own_titles:
        title = None  # "from Greene's story, Lee …": a name that the page knows
    return replace(source, title=title, authors=authors)
