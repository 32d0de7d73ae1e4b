"""Decisions carried out: one, those of a sitting of `review` at once, or an imported ledger.

Who is who is settled once before and once after all of them, not once for each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from filmgraph.errors import FilmgraphError
from filmgraph.model.decisions import Decision, DecisionKind
from filmgraph.model.serial import from_data, to_data

if TYPE_CHECKING:
    from filmgraph.model.entities import Dataset
    from filmgraph.pipeline import AddReport

Build = Callable[["Dataset", int], Decision]


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of decisions: those written, why others were not, and what the store now holds."""

    decisions: tuple[Decision, ...]
    problems: tuple[FilmgraphError, ...]
    report: AddReport | None


def decide(store: Path, build: Build, about: Iterable[str] = ()) -> tuple[Decision, AddReport]:
    """Append one decision and publish what follows from it; the decision as written.

    Takes what `decide_all` takes; raises what `build` raises, and then nothing changes.
    """
    done = decide_all(store, [build], about)
    if not done.report:
        raise done.problems[0]
    return done.decisions[0], done.report


def decide_all(store: Path, builds: Sequence[Build], about: Iterable[str] = ()) -> Decided:
    """Append decisions to the ledger and publish once what follows from them.

    Each of `builds` makes a decision from what is held now and the entry's number;
    where it raises FilmgraphError that one is left out, and said. `about` are the
    IRIs of a base that they are about.
    """
    from filmgraph import pipeline
    from filmgraph.store import open_writer

    written: list[Decision] = []
    problems: list[FilmgraphError] = []
    with open_writer(store) as writer:
        before = pipeline.resolve_sources(writer, writer.sources, writer.base, about).dataset
        for build in builds:
            try:
                decision = build(before, len(writer.ledger()) + 1)
            except FilmgraphError as error:
                problems.append(error)
            else:
                written.append(writer.append_decision(decision))
        report = None
        if written:
            report = pipeline.publish(writer, writer.sources, pipeline.AddReport(), base=writer.base)
    return Decided(tuple(written), tuple(problems), report)


def write_ledger(ledger: Iterable[Decision]) -> str:
    """Decisions as JSON lines, one each, as the store keeps them."""
    return "".join(json.dumps(to_data(d), ensure_ascii=False) + "\n" for d in ledger)


@dataclass(frozen=True, slots=True)
class ReadLedger:
    """What JSON lines of decisions hold: the decisions by line, and lines that are none, with the reason."""

    decisions: tuple[Decision, ...]
    problems: tuple[str, ...]


def read_ledger_lines(text: str, name: str) -> ReadLedger:
    """The decisions in `text`; `name` is what its lines are called in a report."""
    found: list[Decision] = []
    problems: list[str] = []
    numbers: set[int] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            decision = from_data(Decision, json.loads(line))
            problem = _problem(decision, numbers)
        except (ValueError, TypeError, KeyError) as error:
            problem = f"it is no decision ({error})"
        if problem:
            problems.append(f"{name}, line {number}: {problem}; left out.")
        else:
            numbers.add(decision.number)
            found.append(decision)
    return ReadLedger(tuple(found), tuple(problems))


def _problem(decision: Decision, earlier: set[int]) -> str:
    """What an entry lacks to be one, "" where nothing."""
    if decision.kind not in get_args(DecisionKind):
        return f"{decision.kind!r} is no kind of decision"
    if not isinstance(decision.number, int) or decision.number in earlier:
        return f"number {decision.number} stands there twice or is none"
    if decision.kind == "undo":
        return (
            "" if decision.target in earlier else f"it takes back {decision.target}, which is not before it"
        )
    if decision.left is None or (decision.kind in ("same", "different") and decision.right is None):
        return "it names nobody"
    if decision.kind == "assert" and not (decision.film and decision.role):
        return "it names no film or role"
    return ""


def import_ledger(store: Path, found: Sequence[Decision]) -> tuple[Decided, int]:
    """Append to the ledger what it does not hold yet of `found`; what was done, and how many it held already.

    Numbers are given anew; an entry that takes back another follows it.
    """
    from filmgraph.store.local import LocalStore

    with LocalStore(store) as opened:
        held = list(opened.ledger())
    known = {_content(d, d.target): d.number for d in held}
    new_number: dict[int, int] = {}
    builds: list[Build] = []
    for decision in found:
        target = new_number.get(decision.target) if decision.target is not None else None
        content = _content(decision, target)
        if content in known:
            new_number[decision.number] = known[content]
            continue
        number = len(held) + len(builds) + 1
        known[content] = new_number[decision.number] = number
        builds.append(_renumbered(replace(decision, target=target)))
    about = [agent.iri for d in found for agent in (d.left, d.right) if agent and agent.iri]
    done = decide_all(store, builds, about) if builds else Decided((), (), None)
    return done, len(found) - len(builds)


def _content(decision: Decision, target: int | None) -> Decision:
    return replace(decision, number=0, target=target)


def _renumbered(decision: Decision) -> Build:
    return lambda _, number: replace(decision, number=number)
