"""Which source works are one: the same title by the same author, or the same author on the same film."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from filmgraph.model.entities import Attestation
from filmgraph.model.facts import SourceWorkFact
from filmgraph.model.names import fold_title
from filmgraph.resolution.clusters import Clusters
from filmgraph.resolution.filmdata import best_spelling


class WorkMention(NamedTuple):
    """A source work as one document names it for one film; `author` is an agent's root node or None."""

    film: int
    author: int | None
    fact: SourceWorkFact
    attestation: Attestation


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """A source work: what is held of it, and its mentions."""

    title: str | None
    kind: str | None
    authors: tuple[int, ...]
    mentions: tuple[WorkMention, ...]


def group_works(mentions: Sequence[WorkMention]) -> list[WorkGroup]:
    """The works behind `mentions`, which must be in a fixed order."""
    clusters = Clusters(len(mentions))
    keys: dict[tuple[object, ...], int] = {}
    titled: dict[tuple[int, int], int] = {}
    for number, mention in enumerate(mentions):
        for key in _keys(mention):
            clusters.join(keys.setdefault(key, number), number)
        if mention.fact.title and mention.author is not None:
            titled.setdefault((mention.film, mention.author), number)
    for number, mention in enumerate(mentions):
        if not mention.fact.title and mention.author is not None:
            clusters.join(titled.get((mention.film, mention.author), number), number)
    return [_build_group([mentions[i] for i in clusters.members(root)]) for root in clusters.roots()]


def _keys(mention: WorkMention) -> list[tuple[object, ...]]:
    """What two mentions of one work have in common."""
    fact = mention.fact
    is_film = fact.kind == "film" or fact.grade == "remake_of"
    if not fact.title:
        return [("untitled", mention.film, mention.author, is_film)]
    title = fold_title(fact.title)
    found: list[tuple[object, ...]] = [("film", title, mention.film, is_film)]
    if mention.author is not None:
        found.append(("author", title, mention.author, is_film))
    return found


def _build_group(mentions: Sequence[WorkMention]) -> WorkGroup:
    titles: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.fact.title:
            titles[fold_title(mention.fact.title)].append(mention.fact.title)
    kinds = Counter(m.fact.kind for m in mentions if m.fact.kind)
    best = min(titles, key=lambda t: (-len(titles[t]), t), default=None)
    return WorkGroup(
        title=best_spelling(titles[best]) if best is not None else None,
        kind=min(kinds, key=lambda k: (-kinds[k], k), default=None),
        authors=tuple(sorted({m.author for m in mentions if m.author is not None})),
        mentions=tuple(mentions),
    )
