"""The messages between a query pool and its workers: a JSON header, then bytes.

A frame is the header's length (4 bytes) and the body's length (8 bytes), both
big-endian, then the header, then the body. A worker's first frame says that it
is ready; then each request frame gets one answer frame.
"""

from __future__ import annotations

import json
import os
import struct
from typing import Any

_LENGTHS = struct.Struct(">IQ")
PREFIX_SIZE = _LENGTHS.size


def pack_frame(header: dict[str, Any], body: bytes = b"") -> list[bytes]:
    """The frame as pieces to write one after the other; the body is not copied."""
    head = json.dumps(header).encode()
    return [_LENGTHS.pack(len(head), len(body)) + head, body]


def write_frame(handle: int, header: dict[str, Any], body: bytes = b"") -> None:
    """Write a frame to an open file; raises BrokenPipeError where nobody reads."""
    for piece in pack_frame(header, body):
        view = memoryview(piece)
        while view:
            view = view[os.write(handle, view) :]


def frame_size(start: bytes | bytearray) -> int:
    """The size of the whole frame that begins with `start` (PREFIX_SIZE bytes at least)."""
    head, body = _LENGTHS.unpack_from(start)
    return PREFIX_SIZE + int(head) + int(body)


def unpack_frame(frame: bytes | bytearray) -> tuple[dict[str, Any], bytes]:
    """Header and body of a whole frame."""
    head, _ = _LENGTHS.unpack_from(frame)
    end = PREFIX_SIZE + head
    return json.loads(frame[PREFIX_SIZE:end]), bytes(memoryview(frame)[end:])


def read_frame(handle: int) -> tuple[dict[str, Any], bytes] | None:
    """The next frame of an open file, waiting for it; None at the end of the file."""
    frame = bytearray()
    wanted = PREFIX_SIZE
    while len(frame) < wanted:
        piece = os.read(handle, min(wanted - len(frame), 1 << 20))
        if not piece:
            return None
        frame += piece
        if len(frame) == PREFIX_SIZE:
            wanted = frame_size(frame)
    return unpack_frame(frame)
