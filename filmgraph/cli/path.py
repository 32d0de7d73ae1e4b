"""`filmgraph path`: how two people are linked, film by film."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from filmgraph.cli.options import format_option, reading_store, store_option, timeout_option
from filmgraph.cli.output import echo_note, echo_result
from filmgraph.model.quotes import shorten_quote

if TYPE_CHECKING:
    from filmgraph.analysis.paths import Hop
    from filmgraph.model.network import CreditLine


@click.command("path")
@click.argument("first")
@click.argument("second")
@click.option("--people", is_flag=True, help="Do not go through companies.")
@store_option
@timeout_option
@format_option("table", "json", "csv")
def path_command(first: str, second: str, people: bool, store: str, timeout: float, format_: str) -> None:
    """Show how two people, teams, companies or films are linked by the fewest films.

    Each hop names the film, what both did there, and the words that say so.
    """
    from filmgraph.analysis.paths import find_path

    with reading_store(store, timeout) as opened:
        path = find_path(first, second, opened, people_only=people)
    for note in path.notes:
        echo_note(note)
    if format_ != "table":
        echo_result(path.to_table(), format_)
        return
    click.echo(path.reading)
    click.echo(" → ".join(stop.label for stop in path.stops))
    for hop in path.hops:
        _echo_hop(hop)


def _echo_hop(hop: Hop) -> None:
    click.echo(f"\n  {hop.film.label}")
    for stop, credits in ((hop.left, hop.left_credits), (hop.right, hop.right_credits)):
        if stop is None:
            continue
        roles = ", ".join(dict.fromkeys(_describe_role(credit) for credit in credits))
        click.echo(f"    {stop.label}: {roles}")
        for quote in _first_quotes(credits):
            click.echo(f"      {quote}")


def _describe_role(credit: CreditLine) -> str:
    return f"{credit.role_label} ({', '.join(credit.characters)})" if credit.characters else credit.role_label


def _first_quotes(credits: tuple[CreditLine, ...]) -> list[str]:
    """One quote a role, each set of words once."""
    quotes = [c.quotes[0] for c in credits if c.quotes]
    return list(dict.fromkeys(f"“{shorten_quote(q.text)}” ({q.source})" for q in quotes))
