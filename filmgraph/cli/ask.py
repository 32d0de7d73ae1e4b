"""`filmgraph ask`: a question in English, answered with evidence."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from filmgraph.cli.options import format_option, reading_store, store_option, timeout_option
from filmgraph.cli.output import count, echo_json, echo_note, echo_result, echo_table
from filmgraph.errors import ReadError, UsageError
from filmgraph.model.quotes import shorten_quote

if TYPE_CHECKING:
    from filmgraph.asking import Options
    from filmgraph.asking.answers import Answer, FilmTie, Quote, Row
    from filmgraph.model.knowledge import Knowledge


@click.command("ask")
@click.argument("question", required=False)
@click.option("--why", is_flag=True, help="Print the words behind each answer.")
@click.option(
    "--sparql", "show_sparql", is_flag=True, help="Print the SPARQL that answers, and run nothing more."
)
@click.option(
    "--strict", is_flag=True, help='Take "producer" for that role alone, not for any producing role.'
)
@click.option("--directed", is_flag=True, help='Take "worked with X" for "worked on films that X directed".')
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Answer the questions of a file, one a line, as JSON lines.",
)
@store_option
@timeout_option
@format_option("table", "json", "csv", "jsonl")
def ask_command(
    question: str | None,
    why: bool,
    show_sparql: bool,
    strict: bool,
    directed: bool,
    batch: Path | None,
    store: str,
    timeout: float,
    format_: str,
) -> None:
    """Ask a question in English, such as "which producers worked with both Audiard and the Dardennes".

    What the question was taken to mean is said first. A question that is not
    understood is refused, with the words that could not be placed.
    """
    from filmgraph.asking import Options, ask

    if (question is None) == (batch is None):
        raise UsageError(
            'Give a question in quotes, or --batch FILE. Example: filmgraph ask "who edited Amour"'
        )
    if why and format_ == "csv":
        raise UsageError("A CSV has no place for the words behind an answer; use --format json with --why.")
    if batch and format_ == "csv":
        raise UsageError("The answers of --batch are JSON lines; leave --format out or use jsonl.")
    options = Options(strict=strict, directed=directed)
    with reading_store(store, timeout) as opened:
        if batch:
            sys.exit(_ask_batch(batch, opened, options))
        answer = ask(str(question), opened, options)
        if show_sparql:
            click.echo(answer.sparql)
        elif format_ in ("json", "jsonl"):
            echo_json(answer.to_data())
        elif format_ == "csv":
            echo_result(answer.to_table(), "csv")
        else:
            echo_answer(answer, why)


def _ask_batch(batch: Path, opened: Knowledge, options: Options) -> int:
    """Answer a file of questions; the exit code is 1 when one of them was refused."""
    from filmgraph.asking import ask_many

    refused = 0
    try:
        lines = batch.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ReadError(f"{batch} is not UTF-8 ({error}): save it as UTF-8 and ask again.") from error
    questions = [line.strip() for line in lines if line.strip()]
    for data in ask_many(questions, opened, options):
        echo_json(data)
        refused += data["error"] is not None
    if refused:
        echo_note(f"{refused} of {len(questions)} questions were refused.")
    return 1 if refused else 0


def echo_answer(answer: Answer, why: bool, films: int = 12) -> None:
    """Print an answer for a person: what was understood, the rows, and with `why` the words behind each.

    `films` is how many films a side are shown with their words; the others are counted.
    """
    click.echo(answer.reading)
    for note in answer.notes:
        click.echo(f"Note: {note}")
    if why and answer.quoted:
        click.echo(f"Note: {answer.quoted}")
    if not any(group.rows for group in answer.groups):
        click.echo("Nothing found.")
    for group in answer.groups:
        if not group.rows:
            continue
        click.echo(f"\n{group.name.capitalize()} ({len(group.rows)})")
        if why:
            for row in group.rows:
                _echo_row(row, films, group.name == "films")
        elif group.name == "films":
            _echo_films(group.rows)
        else:
            _echo_rows(group.rows)
    if answer.narrower:
        click.echo(f"\n{answer.narrower.reading}")


def _echo_films(rows: tuple[Row, ...]) -> None:
    """Films with their years, and what else is said of them ("based on Mute Witness")."""
    cells = []
    for row in rows:
        year = next((tie.year for tie in row.films()), row.detail)
        cells.append(
            [f"{row.label} ({year})" if year else row.label, row.detail if row.detail != year else ""]
        )
    more = any(detail for _, detail in cells)
    echo_table(("film", "")[: 1 + more], [line[: 1 + more] for line in cells])


def _echo_rows(rows: tuple[Row, ...]) -> None:
    sides = [side[0].with_ for side in rows[0].sides if side]
    if len(sides) < 2:
        columns = ("answer", "films", "")[: 2 + any(row.detail for row in rows)]
        echo_table(columns, [[r.label, _films(r.films()), r.detail][: len(columns)] for r in rows])
        return
    echo_table(
        ("answer", *(f"with {side}" for side in sides)),
        [[row.label, *(_films(side) for side in row.sides)] for row in rows],
    )


def _films(ties: Iterable[FilmTie]) -> str:
    return "; ".join(tie.label() for tie in ties)


def _echo_row(row: Row, films: int, is_film: bool) -> None:
    """One answer: for each side its films, what both did there, and the words for it.

    Of an answer that is itself the film, what each side did on it.
    """
    click.echo(f"\n  {row.label}" + (f" – {row.detail}" if row.detail else ""))
    if is_film:
        for held in filter(None, (_said_of(tie) for side in row.sides for tie in side)):
            click.echo(f"      {held}")
        _echo_quotes(row.evidence)
        return
    said: set[str] = set()
    for side in row.sides:
        if len(row.sides) > 1 and side:
            click.echo(f"    with {side[0].with_}")
        for tie in side[:films]:
            click.echo("      " + ": ".join(filter(None, (tie.label(), _said_of(tie)))))
            # Words that stood under another film's line need not stand twice.
            quotes = [quote for quote in _quotes(row, tie) if quote.iri not in said]
            said |= {quote.iri for quote in quotes}
            _echo_quotes(quotes)
        if len(side) > films:
            click.echo(f"      and {count(len(side) - films, 'more film')}")


def _said_of(tie: FilmTie) -> str:
    """What the answer and the side did on a film: "producer; Jacques Audiard: director"."""
    own, their = ", ".join(tie.own_roles), ", ".join(tie.their_roles)
    return "; ".join(filter(None, (own, f"{tie.with_}: {their}" if their else "")))


def _echo_quotes(quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        if quote.quote:
            click.echo(f"        “{shorten_quote(quote.quote, quote.agent)}” ({quote.source})")


def _quotes(row: Row, tie: FilmTie) -> list[Quote]:
    """The row's quotes on one film, those for the answer's own credit first."""
    return sorted((q for q in row.evidence if q.film == tie.title), key=lambda q: q.agent != row.label)
