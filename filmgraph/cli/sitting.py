"""Doubtful pairs decided by keyboard, one after the other; what was decided is written at the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

from filmgraph.cli.doubts import Doubt, Film, describe_film, find_common_company, find_films
from filmgraph.cli.output import console

if TYPE_CHECKING:
    from filmgraph.model.knowledge import Knowledge

Answer = Literal["same", "different", "skip"]
_ANSWERS: dict[str, Answer] = {"s": "same", "d": "different", "k": "skip"}
KEYS = "s same   d different   k skip   u undo   q quit   ? help"
_HELP = """s  They are one: their credits go together, from now on and whatever is read again.
d  They are two, and stay two.
k  Not now; the pair comes again next time.
u  Take back the last answer of this sitting.
q  Stop. What was decided is written then; Ctrl-C stops without writing anything."""
_FILMS_SHOWN = 12
_LINES_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Decided:
    """An answer to a doubt."""

    doubt: Doubt
    answer: Answer


def hold_sitting(known: Knowledge, doubts: Sequence[Doubt], read_key: Callable[[], str]) -> list[Decided]:
    """Show `doubts` one by one and take an answer to each; the answers that decide.

    `read_key` waits for a key. A pair of which both sides were already joined by
    earlier answers is passed over. Ends with the last pair or with q.
    """
    answers: list[Decided] = []
    place = 0
    while place < len(doubts):
        doubt = doubts[place]
        if _is_settled(doubt, answers):
            place += 1
            continue
        _show(known, doubt, f"{place + 1} of {len(doubts)}")
        key = _read_answer(read_key)
        if key == "q":
            break
        if key == "u":
            place = _take_back(doubts, answers, place)
            continue
        answers.append(Decided(doubt, _ANSWERS[key]))
        if key != "k":
            words = "one" if key == "s" else "two"
            names = f"{doubt.first} and {doubt.second}"
            if doubt.is_of_films:
                names, words = f"These films called {doubt.first}", f"{words} film{'s' * (key == 'd')}"
            click.echo(f"  {names} are {words}: {doubt.moved} credit{'s' * (doubt.moved != 1)} hang on it.")
        place += 1
    else:
        click.echo("No other pair is in doubt." if doubts else "Nothing is in doubt.")
    return [a for a in answers if a.answer != "skip"]


def _read_answer(read_key: Callable[[], str]) -> str:
    while True:
        click.echo(click.style(KEYS, dim=True))
        key = read_key()
        if key in ("\x04", ""):  # end of input
            return "q"
        if key.lower() in (*_ANSWERS, "u", "q"):
            return key.lower()
        if key in ("?", "h"):
            click.echo(_HELP)
        else:
            click.echo(f"{key!r} is no answer.")


def _take_back(doubts: Sequence[Doubt], answers: list[Decided], place: int) -> int:
    """Where the sitting goes on after the last answer was taken back."""
    if not answers:
        click.echo(
            "Nothing was answered yet in this sitting; 'filmgraph undo N' takes back what was written."
        )
        return place
    last = answers.pop()
    click.echo(f"Taken back: {last.answer}, {last.doubt.first} – {last.doubt.second}.")
    return doubts.index(last.doubt)


def _is_settled(doubt: Doubt, answers: Sequence[Decided]) -> bool:
    """Whether earlier answers say already that both sides are one."""
    party = {doubt.left}
    grown = True
    while grown:
        grown = False
        for done in answers:
            sides = {done.doubt.left, done.doubt.right}
            if done.answer == "same" and party & sides and not sides <= party:
                party |= sides
                grown = True
    return doubt.right in party


def _show(known: Knowledge, doubt: Doubt, place: str) -> None:
    """A pair side by side: names, films with roles and years, and the reasons."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    if doubt.is_of_films:
        columns = [describe_film(known, iri)[:_LINES_SHOWN] for iri in (doubt.left, doubt.right)]
    else:
        columns = [_lines(find_films(known, iri)) for iri in (doubt.left, doubt.right)]
    common = find_common_company(known, doubt)
    width = min(shutil.get_terminal_size().columns, 140)
    shown = Table(box=SIMPLE_HEAD, width=width, header_style="bold", expand=True)
    for name, iri, count in zip(
        (doubt.first, doubt.second), (doubt.left, doubt.right), doubt.credits, strict=True
    ):
        head = Text(name)
        head.append(f"\n{iri.rpartition('/')[2]}, {count} credit{'s' * (count != 1)}", style="dim")
        shown.add_column(head, ratio=1, overflow="fold")
    for number in range(max(map(len, columns))):
        shown.add_row(*(Text(lines[number]) if number < len(lines) else Text() for lines in columns))
    click.echo()
    click.echo(click.style(f"Pair {place}", bold=True))
    console().print(shown)
    for why in doubt.whys:
        click.echo(f"  {why}")
    if common:
        click.echo(f"  {'Both credit' if doubt.is_of_films else 'Both work with'}: {', '.join(common)}")


def _lines(films: Sequence[Film]) -> list[str]:
    lines = [_line(film) for film in films[:_FILMS_SHOWN]]
    if len(films) > _FILMS_SHOWN:
        lines.append(f"… and {len(films) - _FILMS_SHOWN} more films")
    return lines


def _line(film: Film) -> str:
    said = f"{film.year or '????'}  {film.title}: {', '.join(film.roles)}"
    if film.characters:
        said += f" ({', '.join(film.characters)})"
    return f"{said}, as “{'”, “'.join(film.printed)}”"
