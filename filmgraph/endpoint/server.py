"""Serving the application on an address of this machine, until the process is told to stop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import uvicorn
from starlette.applications import Starlette

from filmgraph.errors import UsageError

# Connections at one time; who comes then is told so (503) instead of being kept waiting.
CONNECTIONS = 512
GRACE_SECONDS = 2


def bind_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on `host` and `port` (0: any free one); UsageError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on, and every answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Now rather than when the server starts: until somebody listens, a second one could bind too.
        listener.listen(128)
    except (OSError, UnicodeError) as error:
        listener.close()
        said = getattr(error, "strerror", None) or error
        raise UsageError(
            f"Nothing can be served on {host}, port {port}: {said}. Name another by --port or --host."
        ) from None
    return listener


def run_server(app: Starlette, listener: socket.socket) -> None:
    """Serve until SIGINT or SIGTERM; then requests have GRACE_SECONDS to end."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        lifespan="off",
        ws="none",
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()


@contextmanager
def end_on_signals() -> Iterator[None]:
    """Within the `with` statement SIGINT and SIGTERM end the process in order, with exit code 0.

    It is how a server is meant to end. The server takes the signals over while it
    runs, and raises them again when it has ended.
    """
    before = {number: signal.signal(number, _end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
