"""`filmgraph show`: a film's or an agent's page in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from filmgraph.cli.options import format_option, reading_store, store_option, timeout_option
from filmgraph.cli.output import echo_json
from filmgraph.model.quotes import shorten_quote

if TYPE_CHECKING:
    from filmgraph.asking.pages import Page, PageCredit, PageQuote, PageWork


@click.command("show")
@click.argument("name")
@click.option(
    "--iris", is_flag=True, help="Print the IRI of each credit, as 'reject' and 'different' take them."
)
@store_option
@timeout_option
@format_option("table", "json")
def show_command(name: str, iris: bool, store: str, timeout: float, format_: str) -> None:
    """Show a film's or an agent's page: every credit with the words behind it.

    NAME is a title ("Rust and Bone", with a year where several bear it), a
    name, a surname, a team ("the Dardennes") or an IRI.
    """
    from filmgraph.asking.pages import build_page
    from filmgraph.model.serial import to_data

    with reading_store(store, timeout) as opened:
        page = build_page(name, opened)
    if format_ == "json":
        echo_json(to_data(page))
        return
    _echo_head(page)
    for work in page.works:
        _echo_work(work)
    for department, credits in page.departments:
        click.echo(f"\n{department.replace('-', ' ').capitalize()}")
        for credit in credits:
            _echo_credit(credit, page.kind == "film", iris)


def _echo_head(page: Page) -> None:
    click.secho(page.label, bold=True)
    if page.other_names:
        click.echo(f"also {', '.join(page.other_names)}")
    for label, value in page.data:
        click.echo(f"{label}: {value}")
    if page.members:
        click.echo(f"{'members' if page.kind == 'team' else 'part of'}: {', '.join(page.members)}")
    for note in page.notes:
        click.echo(f"Note: {note}")


def _echo_work(work: PageWork) -> None:
    title = f"“{work.title}”" if work.title else "a work"
    kind, authors = (
        f" ({work.kind})" if work.kind else "",
        f" by {', '.join(work.authors)}" if work.authors else "",
    )
    film = f"{work.film}{f' ({work.year})' if work.year else ''}: " if work.film else ""
    click.echo(f"\n{film}{work.how} {title}{kind}{authors}")
    _echo_quote(work.quote)


def _echo_credit(credit: PageCredit, on_film: bool, iris: bool) -> None:
    year = f" ({credit.year})" if credit.year and not on_film else ""
    parts = [f"{credit.label}{year}", credit.role]
    if credit.characters:
        parts.append(f"as {', '.join(credit.characters)}")
    if credit.territories:
        parts.append(f"in {', '.join(credit.territories)}")
    if credit.holders:
        parts.append(f"credited to {', '.join(credit.holders)}")
    if credit.through:
        parts.append(f"through {', '.join(credit.through)}")
    click.echo("  " + ", ".join(parts))
    for iri in (credit.credit, *credit.merged) if iris else ():
        click.echo(f"      {iri}")
    _echo_quote(credit.quote, *credit.credited_as, credit.label)


def _echo_quote(quote: PageQuote | None, *names: str) -> None:
    if quote and quote.quote:
        click.echo(f"      “{shorten_quote(quote.quote, *names)}” ({quote.source})")
