"""`filmgraph demo`: the bundled sample from files to an answer and a picture."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from filmgraph.cli.output import echo_note, echo_skipped, progress_bar

QUESTION = "Which producers worked with both Audiard and the Dardennes?"


@click.command("demo")
@click.argument("folder", metavar="[DIR]", default="demo", type=click.Path(path_type=Path, file_okay=False))
def demo_command(folder: Path) -> None:
    """Build the bundled sample corpus in DIR, ask the founding question and draw the graph.

    DIR (./demo unless named) then holds the sample's documents, a store and a
    page that opens in any browser. Running it again changes nothing.
    """
    from filmgraph import delivery, pipeline
    from filmgraph.asking import ask
    from filmgraph.cli.add import describe
    from filmgraph.cli.ask import echo_answer
    from filmgraph.cli.options import reading_store
    from filmgraph.sample import sample_paths

    reviews, store, page = folder / "reviews", folder / "film.db", folder / "graph.html"
    reviews.mkdir(parents=True, exist_ok=True)
    for path in sample_paths():
        (reviews / path.name).write_bytes(path.read_bytes())
    with progress_bar() as progress:
        report = pipeline.add([reviews], store, progress)
    echo_skipped(report.skipped)
    echo_note(describe(report, str(store)))
    with reading_store(str(store)) as opened:
        click.echo(f"\n{QUESTION}\n")
        echo_answer(ask(QUESTION, opened), why=True)
        delivery.export(opened, page)
    shown = shlex.quote(str(store))
    click.echo(f"""
A picture of the graph: {page} (open it in a browser)

Try next:
  filmgraph show "Martine Cassinelli" --store {shown}
  filmgraph path "Marion Cotillard" "Ken Loach" --store {shown}
  filmgraph query films-based-on-books --store {shown}
  filmgraph serve --store {shown}
  filmgraph add YOUR-REVIEWS --store {shown}""")
