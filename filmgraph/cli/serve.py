"""`filmgraph serve`: the SPARQL endpoint and its web page."""

from __future__ import annotations

from contextlib import closing

import click

from filmgraph.cli.options import store_option
from filmgraph.cli.output import echo_note
from filmgraph.store import local_path


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help="The time limit of a query.",
)
@click.option(
    "--memory",
    default=2048,
    show_default=True,
    type=click.IntRange(min=64),
    metavar="MIB",
    help="The memory limit of a query.",
)
@click.option(
    "--workers",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="How many queries run at a time.",
)
@store_option
def serve_command(host: str, port: int, timeout: float, memory: int, workers: int, store: str) -> None:
    """Serve the store read-only: SPARQL 1.1 at /sparql, a page that asks at /.

    What is added meanwhile is served as soon as it is published. Ctrl-C stops it.
    """
    path = local_path(store)

    from filmgraph.endpoint.app import build_app
    from filmgraph.endpoint.server import bind_socket, end_on_signals, run_server
    from filmgraph.live import LiveStore

    with end_on_signals():
        live = LiveStore(path, timeout=timeout, memory_limit=memory << 20, workers=workers)
        with closing(live):
            app = build_app(live.services())
            listener = bind_socket(host, port)
            shown = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
            echo_note(f"Serving {store} at {shown} (SPARQL at {shown}sparql). Stop with Ctrl-C.")
            run_server(app, listener)
