"""Serving the application on an address of this machine."""

from __future__ import annotations

import socket

import uvicorn
from starlette.applications import Starlette

from filmgraph.errors import UsageError


def bind_socket(host: str, port: int) -> socket.socket:
    """A socket bound to `host` and `port` (0: any free one); raises UsageError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"Nothing can be served on {host}, port {port}: {error.strerror or error}. "
            "Name another by --port or --host."
        ) from None
    return listener


def run_server(app: Starlette, listener: socket.socket) -> None:
    """Serve until the process is told to stop."""
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])
