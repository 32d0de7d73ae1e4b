"""An answer as the page shows it: groups of rows, the films of each side, the quotes film by film."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Quotes that are seen at once; the others unfold.
QUOTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Quoted words, who they credit with what, and the document; `address` where it can be opened."""

    words: str
    credit: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One answer: its films for each side (title, own roles, the side's roles) and its quotes."""

    label: str
    detail: str
    sides: tuple[tuple[tuple[str, str, str], ...], ...]
    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Answers of one kind under one heading; `sides` heads the columns of films."""

    name: str
    sides: tuple[str, ...]
    rows: tuple[RowView, ...]


def build_groups(answers: Sequence[Mapping[str, Any]]) -> tuple[GroupView, ...]:
    """The groups of the rows that `filmgraph ask --format json` prints, in their order."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for answer in answers:
        groups.setdefault(str(answer.get("group") or "answers"), []).append(answer)
    return tuple(_build_group(name, rows) for name, rows in groups.items())


def _build_group(name: str, answers: Sequence[Mapping[str, Any]]) -> GroupView:
    sides = list(dict.fromkeys(film["with"] for answer in answers for film in answer["films"]))
    if len(sides) < 2:
        heads: tuple[str, ...] = ("Films",) if sides else ()
    else:
        heads = tuple(f"With {side}" for side in sides)
    return GroupView(name, heads, tuple(_build_row(answer, sides) for answer in answers))


def _build_row(answer: Mapping[str, Any], sides: Sequence[str]) -> RowView:
    films = tuple(
        tuple(_describe_film(film) for film in answer["films"] if film["with"] == side) for side in sides
    )
    quotes = tuple(dict.fromkeys(_build_quote(item) for item in answer["evidence"] if item["quote"]))
    return RowView(
        str(answer["label"]),
        str(answer.get("detail", "")),
        films,
        quotes[:QUOTES_SHOWN],
        quotes[QUOTES_SHOWN:],
    )


def _describe_film(film: Mapping[str, Any]) -> tuple[str, str, str]:
    title = f"{film['film']} ({film['year']})" if film["year"] else str(film["film"])
    theirs = f"{film['with']}: {', '.join(film['their_roles'])}" if film["their_roles"] else ""
    return title, ", ".join(film["own_roles"]), theirs


def _build_quote(item: Mapping[str, Any]) -> QuoteView:
    source = str(item["source"])
    # Only what is plainly a page becomes a link: a source may be called anything.
    address = source if source.startswith(("http://", "https://")) else ""
    credit = ", ".join(str(item[key]) for key in ("agent", "role", "film") if item.get(key))
    return QuoteView(" ".join(str(item["quote"]).split()), credit, source, address)
