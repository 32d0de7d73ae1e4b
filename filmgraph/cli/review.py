"""`filmgraph review`: identities that the rules could not settle, with what speaks for and against."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from filmgraph.cli.doubts import DOUBTS, Doubt, explanations_query, find_doubts
from filmgraph.cli.options import format_option, reading_store, store_option
from filmgraph.cli.output import echo_note, echo_result
from filmgraph.store import is_remote, local_path

if TYPE_CHECKING:
    from filmgraph.cli.sitting import Decided
    from filmgraph.deciding import Build
    from filmgraph.model.knowledge import Knowledge


@click.command("review")
@store_option
@format_option("table", "json", "csv")
@click.option("--list", "only_list", is_flag=True, help="Print the pairs and ask nothing, as into a pipe.")
@click.option(
    "--joined", is_flag=True, help="Print instead what was taken for one, with the reason, a line each."
)
@click.option(
    "--apart", is_flag=True, help="Print instead what was kept apart, with the reason, a line each."
)
@click.option("--about", metavar="NAME", help="Of these lines, only those on one film or agent.")
def review_command(
    store: str, format_: str, only_list: bool, joined: bool, apart: bool, about: str | None
) -> None:
    """Decide pairs that may be one agent or one film, most useful first, by keyboard.

    In a terminal each pair is shown with its evidence side by side: s same, d different, k skip, u undo,
    q quit, ? help. Elsewhere the pairs are listed with the commands that decide them.
    """
    with reading_store(store) as opened:
        if joined or apart or about:
            verdicts = [v for v, wanted in (("joined", joined), ("kept apart", apart)) if wanted]
            _explain(opened, verdicts or ["joined", "kept apart", "doubtful"], about, format_)
            return
        if format_ != "table":
            echo_result(opened.select(DOUBTS), format_)
            return
        doubts = find_doubts(opened)
        by_keyboard = sys.stdin.isatty() and sys.stdout.isatty() and not is_remote(store) and not only_list
        if not by_keyboard:
            _list(doubts, store)
            return
        from filmgraph.cli.keys import reading_keys
        from filmgraph.cli.sitting import hold_sitting

        with reading_keys() as read_key:
            decided = hold_sitting(opened, [d for d in doubts if d.can_be_settled], read_key)
    if decided:
        _write(store, decided)
    else:
        echo_note("Nothing was decided.")


def _explain(known: Knowledge, verdicts: Sequence[str], about: str | None, format_: str) -> None:
    """What was judged, and why, a line each."""
    from filmgraph.model.linking import link_any

    iri = link_any(about, known).iri if about else None
    found = known.select(explanations_query(verdicts, iri))
    if format_ != "table":
        echo_result(found, format_)
        return
    for row in found:
        click.echo(f"{row['verdict']}: {row['why']}")
    if not len(found):
        echo_note("Nothing of that kind was judged.")


def _list(doubts: Sequence[Doubt], store: str) -> None:
    """The pairs in plain words, each with the commands that settle it."""
    if not doubts:
        click.echo("Nothing is in doubt.")
    shown = "" if store == "./film.db" else f" --store {shlex.quote(store)}"
    for doubt in doubts:
        click.echo(f"{doubt.first} – {doubt.second}: {'; '.join(doubt.whys)}")
        if doubt.can_be_settled:
            pair = f"{doubt.left} {doubt.right}"
            click.echo(f"  filmgraph same {pair}{shown}")
            click.echo(f"  filmgraph different {pair}{shown}")


def _write(store: str, decided: Sequence[Decided]) -> None:
    """Write what was decided into the ledger and say, a line each, what it was."""
    from filmgraph.cli.add import describe
    from filmgraph.cli.decide import describe_decision
    from filmgraph.deciding import decide_all

    echo_note(f"Writing {len(decided)} decision{'s' * (len(decided) > 1)} …")
    iris = [iri for done in decided for iri in (done.doubt.left, done.doubt.right)]
    done = decide_all(local_path(store), [_build(d) for d in decided], iris)
    for decision in done.decisions:
        echo_note(
            f"Decision {decision.number}: {decision.kind}, {describe_decision(decision)}: {decision.because}"
        )
    for problem in done.problems:
        echo_note(str(problem))
    if done.decisions:
        first, last = done.decisions[0].number, done.decisions[-1].number
        echo_note(f"'filmgraph undo N' takes back decision N ({first}{f' to {last}' * (last > first)}).")
    if done.report:
        echo_note(describe(done.report, store))
    if done.problems:
        sys.exit(1)


def _build(done: Decided) -> Build:
    """The decision that an answer comes to; what spoke for the pair is kept as its reason."""
    from filmgraph.cli.decide import today
    from filmgraph.resolution.decisions import Entry, build_different, build_same

    build = build_same if done.answer == "same" else build_different
    because = f"reviewed: {done.doubt.whys[0]}"
    return lambda data, number: build(
        data, done.doubt.left, done.doubt.right, Entry(number, because, today())
    )
