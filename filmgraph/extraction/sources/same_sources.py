"""When two statements are about one source work, and what both together say of it."""

from __future__ import annotations

from dataclasses import replace

from filmgraph.extraction.sources.source_lines import Source
from filmgraph.model.names import fold, fold_title

# Which statement of one source is held: the credit block's before the prose's.
_BLOCK_FIRST = ("production", "crew", "labels", "other", "cast")


def merge_sources(found: list[Source]) -> list[Source]:
    """Statements of one work as one: same title, or same author where one of them has no title.

    The credit block's words are held before the prose's, which may add kind and title.
    """
    kept: list[Source] = []
    order = sorted(found, key=lambda s: (s.section not in _BLOCK_FIRST, s.title is None))
    for source in order:
        for i, other in enumerate(kept):
            if _same(source, other):
                kept[i] = replace(
                    other,
                    title=other.title or source.title,
                    kind=other.kind or source.kind,
                    authors=tuple(dict.fromkeys((*other.authors, *source.authors))),
                    grade="remake_of" if source.grade == "remake_of" else other.grade,
                )
                break
        else:
            kept.append(source)
    return kept


def _same(one: Source, other: Source) -> bool:
    titles = {fold_title(s.title) for s in (one, other) if s.title}
    authors = [{fold(a) for a in s.authors} for s in (one, other)]
    shared = bool(authors[0] & authors[1])
    if one.title and other.title:
        return len(titles) == 1 and (shared or not authors[0] or not authors[1])
    if authors[0] and authors[1]:
        return (shared and one.kind == other.kind) or authors[0] == authors[1]
    return one.kind == other.kind or None in (one.kind, other.kind)
