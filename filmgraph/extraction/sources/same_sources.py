"""When two statements are about one source work, and what both together say of it."""

from __future__ import annotations

from dataclasses import replace

from filmgraph.extraction.prose.masking import PROSE_KINDS
from filmgraph.extraction.sources.source_lines import Source
from filmgraph.model.document import Span
from filmgraph.model.names import fold, fold_title

# Which statement of one source is held: the credit block's before the prose's.
_BLOCK_FIRST = ("production", "crew", "labels", "other", "cast")


def add_printed(found: list[Source], source: Source) -> list[Source]:
    """The statements of sentences with one that is read as printed, in whose place it may stand.

    What is read as printed knows better where a title ends, but a sentence's full statement stands.
    """
    beside = [f for f in found if _overlap(f.quote, source.quote) and not _in_one_row(f, source)]
    told = source.section in PROSE_KINDS
    complete = any(
        f.title and f.authors and not _is_cut(f, source) and not _in_genitive(f, source) for f in beside
    )
    if not source.title:
        held = [f for f in beside if not _in_genitive(f, source) and not _is_shorter(f, source)]
        complete = complete or any(told or f.authors == source.authors for f in held)
    if not complete:
        return [f for f in found if f not in beside] + [source]
    if source.kind and not any(f.kind for f in beside):
        return [*found, source]  # merged with the sentence's, which has no kind
    return found


def _is_cut(one: Source, other: Source) -> bool:
    """Whether the title of `one` is only the beginning of the other's."""
    mine, full = fold(one.title or ""), fold(other.title or "")
    return len(full) > len(mine) and full.startswith(mine)


def _in_genitive(one: Source, other: Source) -> bool:
    """Whether `one` has the other's author with the s of a genitive: "Karen Blixens"."""
    return any(a == f"{b}s" for a in one.authors for b in other.authors)


def _is_shorter(one: Source, other: Source) -> bool:
    """Whether `one` lacks the initials of an author's name: "Annie Proulx", "E. Annie Proulx"."""
    return any(b.endswith(f". {a}") for a in one.authors for b in other.authors)


def _in_one_row(one: Source, other: Source) -> bool:
    """Whether one statement gives both: "the stories “A” and “B” by X"."""
    if one.quote != other.quote or one.authors != other.authors:
        return False
    mine, others = fold(one.title or ""), fold(other.title or "")
    return mine not in others and others not in mine


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


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
