"""A thread that can open no connection, whatever its libraries would like to do.

Oxigraph has no switch that turns SERVICE off. Queries that hold it are refused
before they are run; should one ever get through, the kernel refuses the socket.
"""

from __future__ import annotations

import os
import struct
import sys
from functools import cache

# Per machine: the kernel's mark of the architecture (linux/audit.h) and the number of the call socket(2).
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # SECCOMP_RET_ALLOW; SECCOMP_RET_ERRNO with EACCES


@cache
def forbid_connections() -> bool:
    """Let the calling thread and those it starts open no socket ever again; False where that cannot be had.

    Linux on x86-64 and ARM64 only (seccomp, mode 2).
    """
    machine = _MACHINES.get(os.uname().machine) if sys.platform == "linux" else None
    if machine is None or sys.maxsize < 1 << 32:
        return False
    import ctypes

    architecture, socket_call = machine
    # A classic BPF program over struct seccomp_data: (code, jump if true, jump if false, operand).
    program = b"".join(
        struct.pack("=HBBI", *step)
        for step in (
            (0x20, 0, 0, 4),  # load the architecture
            (0x15, 0, 2, architecture),  # another one: on to allow
            (0x20, 0, 0, 0),  # load the number of the call
            (0x15, 1, 0, socket_call),  # socket: on to refuse
            (0x06, 0, 0, _ALLOW),
            (0x06, 0, 0, _REFUSE),
        )
    )
    steps = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("@HP", len(program) // 8, ctypes.addressof(steps))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0) == 0)
