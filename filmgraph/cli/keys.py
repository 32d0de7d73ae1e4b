"""Keys read one by one from a terminal, those that were pressed ahead too."""

from __future__ import annotations

import codecs
import os
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def reading_keys() -> Iterator[Callable[[], str]]:
    """A function that waits for a key and gives it, "" where the terminal went away.

    The terminal neither echoes nor waits for lines meanwhile. click.getchar would do
    for one key, but it throws away what was pressed before it was called.
    """
    file = sys.stdin.fileno()
    before = termios.tcgetattr(file)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def read_key() -> str:
        while True:
            try:
                data = os.read(file, 1)
            except OSError:
                return ""
            if not data:
                return ""
            if key := decoder.decode(data):
                return key

    try:
        tty.setcbreak(file, termios.TCSADRAIN)
        yield read_key
    finally:
        termios.tcsetattr(file, termios.TCSADRAIN, before)
