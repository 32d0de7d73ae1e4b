"""An answer as the page shows it: groups of rows, the films of each side, the quotes film by film."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from filmgraph.model.quotes import shorten_quote

# Quotes that are seen at once; the others unfold.
QUOTES_SHOWN = 3
# What the page's boxes say, by the option of `filmgraph ask` that does the same.
OPTIONS = {"--strict": "roles taken strictly", "--directed": "only films that they directed"}


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Quoted words, who they credit with what, and the document; `address` where it can be opened."""

    words: str
    credit: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One answer: its films for each side, as (title, roles), and its quotes."""

    label: str
    detail: str
    sides: tuple[tuple[tuple[str, str], ...], ...]
    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Answers of one kind under one heading; `sides` heads the columns of films."""

    name: str
    sides: tuple[str, ...]
    rows: tuple[RowView, ...]


def describe_options(text: str) -> str:
    """A note of the answer with the command line's options called as the page calls them.

    >>> describe_options("--strict takes producers alone.")
    '“roles taken strictly” takes producers alone.'
    """
    for option, words in OPTIONS.items():
        text = text.replace(option, f"“{words}”")
    return text


def build_groups(answers: Sequence[Mapping[str, Any]]) -> tuple[GroupView, ...]:
    """The groups of the rows that `filmgraph ask --format json` prints, in their order."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for answer in answers:
        groups.setdefault(str(answer.get("group") or "answers"), []).append(answer)
    return tuple(_build_group(name, rows) for name, rows in groups.items())


def _build_group(name: str, answers: Sequence[Mapping[str, Any]]) -> GroupView:
    if all([film["iri"] for film in answer["films"]] == [answer["iri"]] for answer in answers):
        # The answers are films: a column that names each again would say nothing.
        return GroupView(name, (), tuple(_build_film_row(answer) for answer in answers))
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
    # What credits the answer itself comes before what credits those it was asked with.
    evidence = sorted(answer["evidence"], key=lambda item: bool(item["agent"] != answer["label"]))
    quotes = tuple(dict.fromkeys(_build_quote(item) for item in evidence if item["quote"]))
    return RowView(
        str(answer["label"]),
        str(answer.get("detail", "")),
        films,
        quotes[:QUOTES_SHOWN],
        quotes[QUOTES_SHOWN:],
    )


def _build_film_row(answer: Mapping[str, Any]) -> RowView:
    row = _build_row(answer, ())
    film = answer["films"][0]
    return replace(
        row, label=_describe_film(film)[0], detail="" if row.detail == film["year"] else row.detail
    )


def _describe_film(film: Mapping[str, Any]) -> tuple[str, str]:
    title = f"{film['film']} ({film['year']})" if film["year"] else str(film["film"])
    own = f"as {_join(film['own_roles'])}" if film["own_roles"] else ""
    theirs = f"beside the {_join(film['their_roles'])}" if film["their_roles"] else ""
    return title, ", ".join(filter(None, (own, theirs)))


def _join(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _build_quote(item: Mapping[str, Any]) -> QuoteView:
    source = str(item["source"])
    # Only what is plainly a page becomes a link: a source may be called anything.
    address = source if source.startswith(("http://", "https://")) else ""
    credit = ", ".join(str(item[key]) for key in ("agent", "role", "film") if item.get(key))
    words = shorten_quote(str(item["quote"]), str(item.get("agent") or ""))
    return QuoteView(words, credit, source, address)
