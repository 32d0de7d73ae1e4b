"""What we hold of a film: for each kind of statement the value most documents give, and who disagrees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from filmgraph.model.entities import Attestation, Film
from filmgraph.model.names import fold, fold_title
from filmgraph.resolution.capitals import is_shouted, soften_title
from filmgraph.resolution.countries import country_name
from filmgraph.resolution.film_decisions import TITLE_FIELDS

# Running times are rounded: a minute more or less is no contradiction.
_MINUTES_APART = 1
_FIELDS = (*TITLE_FIELDS, "year", "runtime_min", "country", "language")


class Statement(NamedTuple):
    """A value that a document states of a film, with what attests it."""

    field: str
    value: str
    attestation: Attestation


def build_film(iri: str, statements: Sequence[Statement], ids: Sequence[tuple[str, str]]) -> Film:
    """The film that `statements` describe; at least one of them is a title.

    Of titles, year and running time the value that most documents state is
    held, then the one stated with most confidence; statements that contradict
    it are `disputed`. Countries, under their English names, and languages are collected.
    """
    kept = sorted(
        {s for s in statements if s.field in _FIELDS}, key=lambda s: (s.field, s.value, s.attestation.iri)
    )
    by_field: dict[str, list[Statement]] = defaultdict(list)
    for statement in kept:
        by_field[statement.field].append(statement)
    original = choose(by_field["original_title"], fold_title)
    title = _choose_title(by_field, original)
    year = _choose_number(by_field["year"])
    runtime = _choose_number(by_field["runtime_min"])
    disputed = [s for s in by_field["year"] if year is not None and _number(s.value) != year]
    disputed += [
        s
        for s in by_field["runtime_min"]
        if runtime is not None and abs((_number(s.value) or 0) - runtime) > _MINUTES_APART
    ]
    disputed += [s for s in by_field["original_title"] if fold_title(s.value) != fold_title(original or "")]
    return Film(
        iri=iri,
        title=soften_title(title),
        titles=tuple(soften_title(t) for t in _all_titles(by_field, title)),
        original_title=soften_title(original) if original else None,
        year=year,
        runtime_min=runtime,
        countries=tuple(sorted({country_name(s.value) for s in by_field["country"]})),
        languages=_distinct(by_field["language"]),
        ids=tuple(sorted(set(ids))),
        attestations=tuple((s.field, s.attestation) for s in kept),
        disputed=tuple(sorted({s.attestation.iri for s in disputed})),
    )


def choose(statements: Sequence[Statement], key: Callable[[str], Hashable]) -> str | None:
    """The value most documents state, values counted as one by `key`; None where there is none."""
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[key(statement.value)].append(statement)
    if not groups:
        return None
    best = min(groups.values(), key=_rank)
    return best_spelling([s.value for s in best])


def _rank(group: Sequence[Statement]) -> tuple[int, float, str]:
    documents = {s.attestation.document for s in group}
    return -len(documents), -max(s.attestation.confidence for s in group), min(s.value for s in group)


def best_spelling(values: Sequence[str]) -> str:
    """Of the spellings of one name the fullest: accents kept, not all capitals, most frequent.

    >>> best_spelling(["RUST AND BONE", "Rust and Bone"]), best_spelling(["Celine", "Celine", "Céline"])
    ('Rust and Bone', 'Céline')
    """

    def rank(value: str) -> tuple[bool, int, int, str]:
        accents = sum(ord(c) > 0xBF for c in value if c.isalpha())
        return is_shouted(value) or value.islower(), -accents, -counts[value], value

    counts = Counter(values)
    return min(counts, key=rank)


def _choose_title(by_field: dict[str, list[Statement]], original: str | None) -> str:
    """The title most documents go by.

    Between equals the one that is not the original, for it is the one known
    abroad, then the one that most documents give in any place.
    """
    groups: dict[str, list[Statement]] = defaultdict(list)
    everywhere: Counter[str] = Counter()
    for field in TITLE_FIELDS:
        for statement in by_field[field]:
            everywhere[fold_title(statement.value)] += 1
            if field == "title":
                groups[fold_title(statement.value)].append(statement)
    if not groups:
        return original or choose(by_field["alternative_title"], fold_title) or ""
    first = fold_title(original or "")

    def rank(title: str) -> tuple[int, bool, int, float, str]:
        documents, confidence, text = _rank(groups[title])
        return documents, title == first, -everywhere[title], confidence, text

    return best_spelling([s.value for s in groups[min(groups, key=rank)]])


def _all_titles(by_field: dict[str, list[Statement]], title: str) -> tuple[str, ...]:
    """All titles, each in its best spelling, the preferred one first."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for field in TITLE_FIELDS:
        for statement in by_field[field]:
            spellings[fold(statement.value)].append(statement.value)
    others = sorted(best_spelling(values) for key, values in spellings.items() if key != fold(title))
    return (title, *others)


def _choose_number(statements: Sequence[Statement]) -> int | None:
    value = choose([s for s in statements if _number(s.value) is not None], _number)
    return None if value is None else _number(value)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _distinct(statements: Sequence[Statement]) -> tuple[str, ...]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        spellings[fold(statement.value)].append(statement.value)
    return tuple(sorted(best_spelling(values) for values in spellings.values()))
