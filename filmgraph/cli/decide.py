"""`same`, `different`, `reject`, `assert`, `undo` and `decisions`: a person's word, kept in the ledger."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from filmgraph.cli.add import describe
from filmgraph.cli.options import format_option, store_option
from filmgraph.cli.output import echo_note, echo_result
from filmgraph.errors import UsageError
from filmgraph.store import local_path

if TYPE_CHECKING:
    from filmgraph.catalogs.roles import RoleCatalog
    from filmgraph.model.decisions import Decision
    from filmgraph.model.entities import Dataset
    from filmgraph.model.knowledge import Knowledge
    from filmgraph.store.local import LocalStore

because_option = click.option(
    "--because", default="", metavar="REASON", help="Why; kept beside the decision."
)
required_because = click.option(
    "--because", required=True, metavar="REASON", help="Why; kept with the decision."
)


@click.command("same")
@click.argument("first")
@click.argument("second")
@because_option
@store_option
def same_command(first: str, second: str, because: str, store: str) -> None:
    """Decide that two agents or two films are one. Names or IRIs; 'filmgraph undo' takes it back."""
    from filmgraph.resolution.decisions import Entry, build_same

    with _names(store) as known:
        left, right = _pair(first, second, known)
    _decide(store, lambda data, n: build_same(data, left, right, Entry(n, because, today())), left, right)


@click.command("different")
@click.argument("first")
@click.argument("second")
@because_option
@store_option
def different_command(first: str, second: str, because: str, store: str) -> None:
    """Decide that two agents or films are two. To part one agent, give the IRI of a credit of each."""
    from filmgraph.resolution.decisions import Entry, build_different

    with _names(store) as known:
        left, right = _pair(first, second, known)
    _decide(
        store, lambda data, n: build_different(data, left, right, Entry(n, because, today())), left, right
    )


@click.command("reject")
@click.argument("credit", nargs=-1, required=True, metavar="CREDIT | FILM ROLE AGENT")
@required_because
@store_option
def reject_command(credit: tuple[str, ...], because: str, store: str) -> None:
    """Decide that a credit is wrong, such as: reject Amour editor "Monika Willi".

    Or give the credit's IRI, as 'filmgraph show NAME --iris' prints it.
    """
    from filmgraph.resolution.decisions import Entry, build_rejection

    if len(credit) not in (1, 3):
        raise UsageError("Name a credit by FILM ROLE AGENT, three words or quoted names, or by its IRI.")
    if len(credit) == 3:
        with _names(store) as opened:
            iri = _credit(*credit, opened)
    else:
        iri = credit[0]
    _decide(store, lambda data, n: build_rejection(data, iri, Entry(n, because, today())), iri)


@click.command("assert")
@click.argument("film")
@click.argument("role")
@click.argument("agent")
@required_because
@store_option
def assert_command(film: str, role: str, agent: str, because: str, store: str) -> None:
    """Decide that FILM credits AGENT as ROLE, such as: assert Amour editor "Monika Willi"."""
    from filmgraph.errors import NameNotFoundError
    from filmgraph.model.linking import AGENT_KINDS, link_film, suggest_names
    from filmgraph.resolution.decisions import Entry, build_assertion

    role_id = _role(role)
    with _names(store) as opened:
        try:
            film_iri = link_film(film, opened).iri
        except NameNotFoundError as error:
            raise NameNotFoundError(
                f"{error} A film comes into the store with a document: 'filmgraph add' one that names it."
            ) from None
        try:
            who = _agent(agent, opened)
        except NameNotFoundError:
            near = suggest_names(agent, opened, AGENT_KINDS)
            those = f" Near it are {'; '.join(near)}: if it is one of them, undo this." if near else ""
            echo_note(f"{agent} is new to this store.{those}")
            who = agent

    def build(data: Dataset, number: int) -> Decision:
        return build_assertion(data, film_iri, role_id, who, Entry(number, because, today()))

    _decide(store, build, film_iri, who)


@click.command("undo")
@click.argument("number", type=int)
@because_option
@store_option
def undo_command(number: int, because: str, store: str) -> None:
    """Take back decision NUMBER, as 'filmgraph decisions' counts them."""
    from filmgraph.resolution.decisions import Entry, build_undo

    _decide(store, lambda data, n: build_undo(data, number, Entry(n, because, today())))


@click.command("decisions")
@store_option
@format_option("table", "json", "csv", "jsonl")
@click.option(
    "--import", "imported", metavar="FILE", help="Take over decisions from JSON lines; - reads stdin."
)
def decisions_command(store: str, format_: str, imported: str | None) -> None:
    """List the decisions in the ledger, oldest first, and whether they are in force.

    --format jsonl exports the ledger, --import takes over what another holds and this one does not.
    """
    from filmgraph.deciding import write_ledger
    from filmgraph.model.table import Table
    from filmgraph.model.terms import Literal
    from filmgraph.store.local import LocalStore

    if imported is not None:
        _import(store, imported)
        return
    with LocalStore(local_path(store)) as opened:
        ledger = opened.ledger()
    if format_ == "jsonl":
        click.echo(write_ledger(ledger), nl=False)
        return
    undone = {d.target for d in ledger if d.kind == "undo"}
    rows = [
        (str(d.number), d.kind, describe_decision(d), d.because, d.date,
         "undone" if d.number in undone else "in force")
        for d in ledger
    ]  # fmt: skip
    columns = ("number", "decision", "about", "because", "date", "state")
    echo_result(Table(columns, tuple(tuple(Literal(cell) for cell in row) for row in rows)), format_)


def _import(store: str, name: str) -> None:
    """Take over decisions from a file; exit code 1 where some could not be."""
    from filmgraph.deciding import import_ledger, read_ledger_lines
    from filmgraph.errors import ReadError

    try:
        with click.open_file(name, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{name} cannot be read: {error}") from error
    read = read_ledger_lines(text, "standard input" if name == "-" else name)
    done, held = import_ledger(local_path(store), read.decisions)
    for problem in (*read.problems, *done.problems):
        echo_note(str(problem))
    already = f", {held} held already" if held else ""
    echo_note(f"Decisions: {len(done.decisions)} taken over{already}.")
    if done.report:
        echo_note(describe(done.report, store))
    if read.problems or done.problems:
        sys.exit(1)


def describe_decision(decision: Decision) -> str:
    """What a decision is about, in a phrase."""
    left = decision.left.name if decision.left else ""
    if decision.kind == "undo":
        return f"decision {decision.target}"
    if decision.kind == "assert":
        return f"{left}, {decision.role} of {decision.film[1] if decision.film else ''}"
    if decision.kind == "reject":
        places = decision.left.mentions if decision.left else ()
        roles, films = sorted({p.role for p in places}), sorted({p.film for p in places if p.film})
        return f"{left}, {', '.join(roles)}" + (f" of {', '.join(films)}" if films else "")
    return f"{left} – {decision.right.name if decision.right else ''}"


def _decide(store: str, build: Callable[[Dataset, int], Decision], *about_iris: str) -> None:
    from filmgraph.deciding import decide

    decision, report = decide(local_path(store), build, about_iris)
    why = f": {decision.because}" if decision.because else ""
    about = f"Decision {decision.number}: {decision.kind}, {describe_decision(decision)}{why}."
    taken_back = "" if decision.kind == "undo" else f" 'filmgraph undo {decision.number}' takes it back."
    echo_note(f"{about}{taken_back}")
    echo_note(describe(report, store))


def _names(store: str) -> LocalStore:
    from filmgraph.store.local import LocalStore

    return LocalStore(local_path(store))


def _pair(first: str, second: str, known: Knowledge) -> tuple[str, str]:
    """The IRIs of two agents, or of two films where the names are no agents'."""
    from filmgraph.errors import NameNotFoundError
    from filmgraph.model.linking import link_film

    try:
        return _agent(first, known), _agent(second, known)
    except NameNotFoundError as error:
        try:
            left, right = (n if "://" in n else link_film(n, known).iri for n in (first, second))
        except NameNotFoundError:
            raise error from None
        return left, right


def _agent(name: str, known: Knowledge) -> str:
    """The IRI of the agent called `name`; an IRI, of an agent or a credit, stands for itself."""
    from filmgraph.model.linking import link_agent

    return name if "://" in name else link_agent(name, known).iri


def _role(role: str) -> str:
    """The id of the role that a word or an id names; raises UsageError where it is none or several."""
    from filmgraph.catalogs.roles import load_roles

    roles = load_roles()
    found = [roles.roles[role]] if role in roles.roles else list(roles.find(role))
    if len(found) != 1:
        known = (
            ", ".join(r.id for r in found) or f"{_near_roles(role, roles)}, or another of docs/ontology.md"
        )
        raise UsageError(f"{role!r} is not one role; name one of {known}.")
    return found[0].id


def _near_roles(word: str, catalog: RoleCatalog) -> str:
    """The roles with an English word near to one that is none; two that everyone knows where none is near."""
    import difflib

    from filmgraph.model.names import fold

    words = {
        fold(said.text): r.id for r in catalog.roles.values() for said in r.labels if said.language == "en"
    }
    near = difflib.get_close_matches(fold(word.replace("-", " ")), words, n=3, cutoff=0.75)
    return ", ".join(dict.fromkeys(words[w] for w in near)) or "director, editor"


def _credit(film: str, role: str, agent: str, known: LocalStore) -> str:
    """The IRI of the credit of `agent` as `role` on `film`; raises NameNotFoundError where there is none."""
    from filmgraph.catalogs.namespaces import FG, ROLE
    from filmgraph.errors import NameNotFoundError
    from filmgraph.model.linking import link_agent, link_film

    link, who, role_id = link_film(film, known), link_agent(agent, known), _role(role)
    found = known.select(
        f"SELECT ?credit {{ ?credit <{FG}film> <{link.iri}> ; "
        f"<{FG}agent> <{who.iri}> ; <{FG}role> <{ROLE}{role_id}> }}"
    )
    if not len(found):
        raise NameNotFoundError(
            f"{link.label} has no credit of {agent} as {role_id}. "
            f"'filmgraph show \"{link.label}\"' lists what it has."
        )
    return found.values()[0][0]


def today() -> str:
    """The date of a decision made now, in ISO 8601."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()
