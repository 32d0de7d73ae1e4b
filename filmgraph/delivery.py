"""What leaves a store whole: pictures and files of the graph, and the report of its checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filmgraph.errors import QueryTimeoutError, UsageError

if TYPE_CHECKING:
    from filmgraph.model.table import Table
    from filmgraph.model.terms import Term
    from filmgraph.store import LocalStore, RemoteStore


def export(
    knowledge: LocalStore | RemoteStore,
    path: Path,
    *,
    network: str | None = None,
    focus: Sequence[str] = (),
    depth: int = 1,
) -> None:
    """Write a network as a picture or a file, or the whole graph as RDF, by the path's suffix.

    `network` is the name of one of `queries/networks/` ("credits" where none is
    given). Raises UsageError for a suffix, network or focus that does not fit.
    """
    from filmgraph.export import ExportOptions, export_network, find_exporter, write_dump

    if find_exporter(path).holds == "graph":
        if network or focus:
            raise UsageError(f"{path}: this suffix holds the whole graph; leave out --network and --focus.")
        write_dump(knowledge.dump("application/n-quads"), path)
        return
    from filmgraph.analysis.networks import build_network
    from filmgraph.catalogs.queries import find_network
    from filmgraph.model.linking import link_any

    drawn = find_network(network or "credits")
    near = [iri for name in focus for iri in link_any(name, knowledge).iris]
    options = ExportOptions(focus=tuple(near), depth=depth)
    export_network(build_network(drawn, knowledge), path, options)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `check` found: a table of `check`, `thing`, `label`, `what`, a row an error, and what was run.

    `stopped` are the checks that reached their time limit.
    """

    table: Table
    notes: tuple[str, ...]
    stopped: tuple[str, ...] = ()


# The time limit of a check in seconds: what it has at least, and more for each million quads of the store.
# Some look at every credit of it, which takes a third of that on a machine that has nothing else to do.
CHECK_SECONDS = 60.0
CHECK_SECONDS_A_MILLION = 20.0
# Above this many quads SHACL in Python takes minutes; the checks of queries/checks run at any size.
SHAPES_LIMIT = 100_000


def check(
    knowledge: LocalStore | RemoteStore,
    *,
    shapes: bool | None = None,
    timeout: float | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> CheckReport:
    """Run every check of `queries/checks`, and the SHACL shapes where `shapes` says so.

    With `shapes` None they run on a local store of up to SHAPES_LIMIT quads; with `timeout` None the time
    limit of a check grows with the store. `progress` is told each check, how many are done, and of how many.
    """
    from filmgraph.catalogs.queries import load_checks
    from filmgraph.model.table import Table
    from filmgraph.model.terms import IRI, Literal

    rows: list[tuple[Term | None, ...]] = []
    checks = load_checks()
    manifest = getattr(knowledge, "manifest", None)
    if timeout is None:
        timeout = CHECK_SECONDS + CHECK_SECONDS_A_MILLION * (manifest.quads if manifest else 0) / 1e6
    stopped: list[str] = []
    for number, query in enumerate(checks.values()):
        if progress:
            progress(query.name, number, len(checks))
        try:
            found = knowledge.select(query.text, timeout=timeout)
        except QueryTimeoutError:
            # The others may still find something.
            stopped.append(query.name)
            continue
        places = [found.columns.index(column) for column in ("thing", "label", "what")]
        rows += [(Literal(query.name), *(row[place] for place in places)) for row in found.rows]
    notes = [f"{len(checks) - len(stopped)} checks were run{'' if rows else ' and found nothing'}."]
    if stopped:
        notes.append(f"Stopped at the time limit: {', '.join(stopped)}; --timeout gives them more seconds.")
    if shapes is None:
        shapes = manifest is not None and manifest.quads <= SHAPES_LIMIT
    if shapes:
        from filmgraph.rdf.shapes import validate

        for finding in validate(b"".join(knowledge.dump("application/n-quads"))):
            about = " ".join(part for part in (finding.path, finding.value) if part)
            rows.append((Literal("shapes"), IRI(finding.focus), Literal(about), Literal(finding.message)))
        notes.append("The SHACL shapes were checked.")
    else:
        notes.append("The SHACL shapes were left out; --shapes runs them.")
    table = Table(("check", "thing", "label", "what"), tuple(rows))
    return CheckReport(table, tuple(notes), tuple(stopped))
