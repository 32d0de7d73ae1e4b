"""`filmgraph export`: a picture or a file of the graph, by suffix."""

from __future__ import annotations

from pathlib import Path

import click

from filmgraph.cli.options import reading_store, store_option, timeout_option
from filmgraph.cli.output import echo_note


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--network", metavar="NAME", help="The network to draw; 'filmgraph analyses' lists them.")
@click.option("--focus", multiple=True, metavar="NAME", help="Only what is near this film or agent.")
@click.option(
    "--depth", default=1, show_default=True, type=click.IntRange(1, 10), help="How many steps are near."
)
@store_option
@timeout_option
def export_command(
    file: Path, network: str | None, focus: tuple[str, ...], depth: int, store: str, timeout: float
) -> None:
    """Write the graph to FILE, by its suffix.

    Pictures and networks: .html .svg .graphml .gexf .dot .json .csv. The whole
    graph as RDF: .ttl .trig .nq .jsonld.
    """
    from filmgraph import delivery
    from filmgraph.export import find_exporter

    find_exporter(file)
    with reading_store(store, timeout) as opened:
        delivery.export(opened, file, network=network, focus=focus, depth=depth)
    echo_note(f"Wrote {file}.")
