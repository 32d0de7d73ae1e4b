"""`filmgraph demo`: the bundled sample from files to an answer and a picture."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from filmgraph.cli.output import echo_note, echo_skipped, progress_bar
from filmgraph.errors import UsageError

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
    _lay_out(folder, {reviews / path.name: path.read_bytes() for path in sample_paths()})
    with progress_bar() as progress:
        report = pipeline.add([reviews], store, progress)
    echo_skipped(report.skipped)
    echo_note(describe(report, str(store)))
    with reading_store(str(store)) as opened:
        click.echo(f"\n{QUESTION}\n")
        echo_answer(ask(QUESTION, opened), why=True, films=2)
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


def _lay_out(folder: Path, files: dict[Path, bytes]) -> None:
    """Write the sample's documents; raises UsageError rather than touch what is not the demo's own."""
    taken = [path for path, data in files.items() if path.exists() and path.read_bytes() != data]
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "film.db").is_dir():
        taken.append(folder)
    if taken:
        raise UsageError(
            f"{taken[0]} is there already and is not the demo's. Name another folder: filmgraph demo DIR"
        )
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
