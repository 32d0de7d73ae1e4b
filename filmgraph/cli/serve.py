"""`filmgraph serve`: the SPARQL endpoint and its web page."""

from __future__ import annotations

from typing import Any

import click

from filmgraph.cli.options import local_path, store_option
from filmgraph.cli.output import echo_note


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option(
    "--timeout", default=30.0, show_default=True, type=click.FloatRange(min=0.1), help="Seconds a query."
)
@store_option
def serve_command(host: str, port: int, timeout: float, store: str) -> None:
    """Serve the store read-only: SPARQL 1.1 at /sparql, a page that asks at /.

    What is added meanwhile is served as soon as it is published.
    """
    from filmgraph.asking import ask
    from filmgraph.endpoint.app import Services, build_app
    from filmgraph.endpoint.server import bind_socket, run_server
    from filmgraph.live import LiveStore

    live = LiveStore(local_path(store), timeout=timeout)

    def answer(question: str) -> dict[str, Any]:
        return ask(question, live.current()).to_data()

    try:
        listener = bind_socket(host, port)
        shown = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
        about = f"{live.current().manifest.counts.get('film', 0):,} films are served from {store}."
        app = build_app(Services(live, answer, about, timeout))
        echo_note(f"Serving {store} at {shown} (SPARQL at {shown}sparql). Stop with Ctrl-C.")
        run_server(app, listener)
    finally:
        live.close()
