"""Starting a Python process of ours that ends when we do.

The child is started afresh, never forked: it shares no state and no lock with
us. It leads a session of its own, so that Ctrl-C reaches only us, and reads its
standard input to the end: when we are gone, however we went, so is the child.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_HOME = str(Path(__file__).resolve().parent.parent.parent)


def start_python(
    module: str, arguments: Sequence[str], *, keep: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """Start `python -m module arguments` with pipes to its standard streams and our open files `keep`."""
    environment = dict(os.environ)
    known = environment.get("PYTHONPATH")
    environment["PYTHONPATH"] = _HOME + (os.pathsep + known if known else "")
    # -P: the folder that the user happens to stand in must not shadow a module.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        pass_fds=keep,
        bufsize=0,
    )


def end_python(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and wait until it is gone; nothing happens where it is."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()
